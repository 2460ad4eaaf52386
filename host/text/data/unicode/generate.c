/*
 * Writes unicode_tables.h and unicode_tables.c from ICU's data: see README.md. Run by hand when
 * the Unicode version changes; no part of the build.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include "text/unicode.h"

enum { POINTS = 0x110000, BLOCK = 256, BLOCKS = POINTS / BLOCK, MOST = 4096, EXTENSIONS = 32 };

struct record {
	unsigned properties, script, extensions;
};

static struct record records[MOST];
static unsigned record_count;
static struct script_set sets[MOST];
static unsigned set_count = 1; /* set 0 stands for "its own script alone" */
static unsigned short of_point[POINTS];
static unsigned block_at[BLOCKS], block_first[BLOCKS], block_count;
static unsigned script_index[512], script_count; /* ICU's script code -> our index */
static const char *script_names[512];
static USet *allowed;

static void check(UErrorCode error, const char *what)
{
	if (U_FAILURE(error)) {
		fprintf(stderr, "%s: %s\n", what, u_errorName(error));
		exit(1);
	}
}

static bool drawn_as_nothing(UChar32 c)
{
	/* Not Default_Ignorable, yet without ink: interlinear annotation, the blank Braille
	 * pattern, the musical null note head. */
	return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
	       (c >= 0xFFF9 && c <= 0xFFFB) || c == 0x2800 || c == 0x1D159;
}

static unsigned properties_of(UChar32 c)
{
	uint32_t category = U_MASK(u_charType(c));
	unsigned p = 0;

	p |= category & (U_GC_CN_MASK | U_GC_CS_MASK) ? 0 : UNICODE_ASSIGNED;
	p |= category & U_GC_L_MASK ? UNICODE_LETTER : 0;
	p |= category & U_GC_M_MASK ? UNICODE_MARK : 0;
	p |= category & U_GC_MN_MASK ? UNICODE_NONSPACING_MARK : 0;
	p |= category & U_GC_ND_MASK ? UNICODE_DIGIT : 0;
	p |= category & U_GC_N_MASK ? UNICODE_NUMBER : 0;
	p |= category & U_GC_CC_MASK ? UNICODE_CONTROL : 0;
	p |= category & (U_GC_P_MASK | U_GC_S_MASK) ? UNICODE_PUNCTUATION : 0;
	p |= u_hasBinaryProperty(c, UCHAR_WHITE_SPACE) ? UNICODE_SPACE : 0;
	p |= drawn_as_nothing(c) ? UNICODE_INVISIBLE : 0;
	p |= u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) ? UNICODE_BIDI_CONTROL : 0;
	p |= uset_contains(allowed, c) ? UNICODE_IDENTIFIER : 0;
	if (c >= 0x80 && !drawn_as_nothing(c) &&
	    (u_hasBinaryProperty(c, UCHAR_EMOJI) || u_hasBinaryProperty(c, UCHAR_EMOJI_COMPONENT)))
		p |= UNICODE_EMOJI;
	return p;
}

static unsigned find_set(struct script_set set)
{
	for (unsigned i = 1; i < set_count; i++)
		if (memcmp(&sets[i], &set, sizeof(set)) == 0)
			return i;
	sets[set_count] = set;
	return set_count++;
}

static unsigned extensions_of(UChar32 c, unsigned script)
{
	UErrorCode error = U_ZERO_ERROR;
	UScriptCode codes[EXTENSIONS];
	struct script_set set = {{0}};
	int count = uscript_getScriptExtensions(c, codes, EXTENSIONS, &error);

	check(error, "script extensions");
	for (int i = 0; i < count; i++)
		set.bits[script_index[codes[i]] / 64] |= (uint64_t)1 << script_index[codes[i]] % 64;
	if (count == 1 && script_index[codes[0]] == script)
		return 0;
	return find_set(set);
}

static unsigned short find_record(struct record r)
{
	unsigned i = 0;

	while (i < record_count && memcmp(&records[i], &r, sizeof(r)) != 0)
		i++;
	if (i == record_count)
		records[record_count++] = r;
	return (unsigned short)i;
}

/* Common first, then ICU's order; only scripts that have characters. */
static void collect_scripts(void)
{
	bool used[512] = {false};

	for (UChar32 c = 0; c < POINTS; c++) {
		UErrorCode error = U_ZERO_ERROR;

		used[uscript_getScript(c, &error)] = true;
		check(error, "script");
	}
	for (int code = 0; code < 512; code++) {
		if (!used[code])
			continue;
		script_index[code] = script_count;
		script_names[script_count++] =
		    u_getPropertyValueName(UCHAR_SCRIPT, code, U_LONG_PROPERTY_NAME);
	}
}

static void collect_records(void)
{
	for (UChar32 c = 0; c < POINTS; c++) {
		UErrorCode error = U_ZERO_ERROR;
		unsigned script = script_index[uscript_getScript(c, &error)];
		struct record r = {properties_of(c), script, extensions_of(c, script)};

		of_point[c] = find_record(r);
	}
	for (unsigned b = 0; b < BLOCKS; b++) {
		unsigned i = 0;

		while (i < block_count && memcmp(of_point + block_first[i], of_point + b * BLOCK,
						 BLOCK * sizeof(*of_point)) != 0)
			i++;
		if (i == block_count)
			block_first[block_count++] = b * BLOCK;
		block_at[b] = i;
	}
}

/* Starts a new line of numbers every `each`. */
static void number(FILE *out, unsigned long value, unsigned at, unsigned each)
{
	fprintf(out, "%s%lu,", at % each == 0 ? "\n\t" : " ", value);
}

static void write_stages(FILE *out)
{
	fprintf(out, "const uint8_t unicode_block[%d] = {", BLOCKS);
	for (unsigned b = 0; b < BLOCKS; b++)
		number(out, block_at[b], b, 24);
	fprintf(out, "\n};\n\nconst uint16_t unicode_record_of[%u][UNICODE_BLOCK] = {",
		block_count);
	for (unsigned b = 0; b < block_count; b++) {
		fprintf(out, "\n\t{");
		for (unsigned i = 0; i < BLOCK; i++)
			number(out, of_point[block_first[b] + i], i, 20);
		fprintf(out, "\n\t},");
	}
	fprintf(out, "\n};\n\nconst struct unicode_record unicode_records[%u] = {\n", record_count);
	for (unsigned i = 0; i < record_count; i++)
		fprintf(out, "\t{0x%04X, %u, %u},\n", records[i].properties, records[i].script,
			records[i].extensions);
	fprintf(out, "};\n\nconst struct script_set unicode_script_sets[%u] = {\n", set_count);
	for (unsigned i = 0; i < set_count; i++)
		fprintf(out, "\t{{0x%llXULL, 0x%llXULL, 0x%llXULL}},\n",
			(unsigned long long)sets[i].bits[0], (unsigned long long)sets[i].bits[1],
			(unsigned long long)sets[i].bits[2]);
	fprintf(out, "};\n\n");
}

/* The prototypes: where a source is left alone by NFD and its skeleton is another text. */
struct target {
	char text[64];
	int len;
	unsigned offset;
};

static struct target targets[MOST];
static unsigned target_count, pool_size;
static struct {
	UChar32 source;
	unsigned target;
} pairs[2 * MOST];
static unsigned pair_count;

static unsigned find_target(const char *text, int len)
{
	for (unsigned i = 0; i < target_count; i++)
		if (targets[i].len == len && memcmp(targets[i].text, text, (size_t)len) == 0)
			return i;
	memcpy(targets[target_count].text, text, (size_t)len);
	targets[target_count].len = len;
	targets[target_count].offset = pool_size;
	pool_size += (unsigned)len;
	return target_count++;
}

static void collect_pair(const USpoofChecker *checker, const UNormalizer2 *nfd, UChar32 c)
{
	UErrorCode error = U_ZERO_ERROR;
	char source[8], skeleton[64];
	UChar decomposed[32];
	int source_len = 0, len;

	if (unorm2_getDecomposition(nfd, c, decomposed, 32, &error) >= 0)
		return;
	U8_APPEND_UNSAFE(source, source_len, c);
	len = uspoof_getSkeletonUTF8(checker, 0, source, source_len, skeleton, sizeof(skeleton),
				     &error);
	check(error, "skeleton");
	if (len == source_len && memcmp(source, skeleton, (size_t)len) == 0)
		return;
	pairs[pair_count].source = c;
	pairs[pair_count++].target = find_target(skeleton, len);
}

static void collect_prototypes(const USpoofChecker *checker)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);

	check(error, "NFD");
	for (UChar32 c = 0; c < POINTS; c++)
		if (!U_IS_SURROGATE(c) && u_isdefined(c))
			collect_pair(checker, nfd, c);
}

static void write_prototypes(FILE *out)
{
	unsigned at = 0;

	fprintf(out, "const struct unicode_pair unicode_pairs[UNICODE_PAIRS] = {");
	for (unsigned i = 0; i < pair_count; i++)
		fprintf(out, "%s{0x%04X, %u, %d},", i % 4 == 0 ? "\n\t" : " ",
			(unsigned)pairs[i].source, targets[pairs[i].target].offset,
			targets[pairs[i].target].len);
	fprintf(out,
		"\n};\n\n/* UTF-8, by bytes: one target holds a tabulator. */\n"
		"const unsigned char unicode_targets[%u] = {",
		pool_size);
	for (unsigned i = 0; i < target_count; i++)
		for (int k = 0; k < targets[i].len; k++)
			fprintf(out, "%s0x%02X,", at++ % 16 == 0 ? "\n\t" : " ",
				(unsigned char)targets[i].text[k]);
	fprintf(out, "\n};\n");
}

static void write_header(FILE *out)
{
	fprintf(out,
		"/* Made by data/unicode/generate.c from Unicode %s and UTS #39 of that version;"
		" do not edit. */\n"
		"#ifndef TEXT_UNICODE_TABLES_H\n#define TEXT_UNICODE_TABLES_H\n\n"
		"#include \"text/unicode.h\"\n\n"
		"/* The Script property; unicode_script() gives one of these. */\n"
		"enum unicode_script {\n",
		U_UNICODE_VERSION);
	for (unsigned i = 0; i < script_count; i++) {
		fprintf(out, "\tSCRIPT_");
		for (const char *at = script_names[i]; *at; at++)
			fputc(u_toupper(*at), out);
		fprintf(out, ",\n");
	}
	fprintf(out,
		"\tSCRIPT_COUNT,\n};\n\n"
		"/* Two stages: code point / UNICODE_BLOCK -> block, block and remainder -> "
		"record. */\n"
		"enum { UNICODE_BLOCK = %d, UNICODE_PAIRS = %u };\n\n"
		"struct unicode_record {\n"
		"\tuint16_t properties; /* enum unicode_property */\n"
		"\tuint8_t script;\n"
		"\tuint8_t extensions;  /* into unicode_script_sets; 0: its script alone */\n};\n\n"
		"extern const uint8_t unicode_block[%d];\n"
		"extern const uint16_t unicode_record_of[][UNICODE_BLOCK];\n"
		"extern const struct unicode_record unicode_records[];\n"
		"extern const struct script_set unicode_script_sets[];\n\n"
		"/* Confusable prototypes, sorted by source; the target is a piece of "
		"unicode_targets. */\n"
		"struct unicode_pair {\n\tuint32_t source;\n\tuint16_t offset, len;\n};\n\n"
		"extern const struct unicode_pair unicode_pairs[UNICODE_PAIRS];\n"
		"extern const unsigned char unicode_targets[];\n\n#endif\n",
		BLOCK, pair_count, BLOCKS);
}

static FILE *create(const char *path)
{
	FILE *out = fopen(path, "w");

	if (!out) {
		perror(path);
		exit(1);
	}
	return out;
}

int main(void)
{
	UErrorCode error = U_ZERO_ERROR;
	USpoofChecker *checker = uspoof_open(&error);
	FILE *header, *source;

	check(error, "uspoof_open");
	allowed = uset_openEmpty();
	uset_addAll(allowed, uspoof_getRecommendedSet(&error));
	uset_addAll(allowed, uspoof_getInclusionSet(&error));
	check(error, "recommended characters");
	collect_scripts();
	collect_records();
	collect_prototypes(checker);
	if (strcmp(UNICODE_VERSION, U_UNICODE_VERSION ".0") != 0 || block_count > 256 ||
	    set_count > 256 || script_count > 189 || pool_size > 0xFFFF) {
		fprintf(stderr, "version %s, %u blocks, %u sets, %u scripts, %u bytes of targets\n",
			U_UNICODE_VERSION, block_count, set_count, script_count, pool_size);
		return 1;
	}
	header = create("unicode_tables.h");
	write_header(header);
	source = create("unicode_tables.c");
	fprintf(source,
		"/* Made by data/unicode/generate.c from Unicode %s; do not edit. */\n"
		"#include \"text/unicode_tables.h\"\n\n",
		U_UNICODE_VERSION);
	write_stages(source);
	write_prototypes(source);
	uspoof_close(checker);
	return fclose(header) != 0 || fclose(source) != 0;
}
