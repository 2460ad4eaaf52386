#include "text/hostname_idna.h"

#include "text/hostname_bidi.h"
#include "text/hostname_punycode.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <idn2.h>
#include <unictype.h>

/* IDN2_USE_STD3_ASCII_RULES is not among them: it deletes characters instead of refusing them. */
#define ENCODE_FLAGS (IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT)

#define MAX_LABEL 63

bool hostname_idna_warm(void)
{
	uint8_t *ascii = NULL;
	char *unicode = NULL;
	bool ok =
	    idn2_lookup_u8((const uint8_t *)"\u65e5\u672c", &ascii, ENCODE_FLAGS) == IDN2_OK &&
	    idn2_to_unicode_8z8z((const char *)ascii, &unicode, 0) == IDN2_OK;

	idn2_free(ascii);
	idn2_free(unicode);
	return ok;
}

bool hostname_idna_prefixed(struct span label)
{
	return label.len >= 4 && (label.ptr[0] | 0x20) == 'x' && (label.ptr[1] | 0x20) == 'n' &&
	       label.ptr[2] == '-' && label.ptr[3] == '-';
}

/* Deleted by the mapping of UTS #46, Unicode 16 and later: invisible characters but the joiners, which
 * some scripts need, and the bidirectional controls, which are refused. libidn2 refuses those that
 * were only added there (U+180E and others). */
static bool is_deleted(uint32_t point)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
	    {0xad, 0xad},	{0x34f, 0x34f},	    {0x115f, 0x1160},	{0x17b4, 0x17b5},
	    {0x180b, 0x180f},	{0x200b, 0x200b},   {0x2060, 0x2064},	{0x206a, 0x206f},
	    {0x3164, 0x3164},	{0xfe00, 0xfe0f},   {0xfeff, 0xfeff},	{0xffa0, 0xffa0},
	    {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0100, 0xe01ef},
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (point >= ranges[i].first && point <= ranges[i].last)
			return true;
	return false;
}

/* The part of the mapping that libidn2 has from older versions: see above, and capital sharp s, which
 * it still makes ss, has become a small one. */
static struct span newer(struct arena *arena, struct span label)
{
	const uint32_t capital = 0x1e9e, small = 0xdf;
	struct builder out = {.arena = arena};

	while (label.len > 0) {
		uint32_t point = utf8_next(&label);

		if (!is_deleted(point))
			builder_point(&out, point == capital ? small : point);
	}
	return builder_span(&out);
}

/* libidn2 wants its input terminated. */
static const char *terminated(struct arena *arena, struct span text)
{
	char *copy = arena_alloc(arena, text.len + 1);

	if (copy && text.len > 0)
		memcpy(copy, text.ptr, text.len);
	return copy;
}

static int lookup(struct arena *arena, struct span label, struct span *ascii)
{
	const char *input = terminated(arena, label);
	uint8_t *output = NULL;
	int status;

	if (!input)
		return IDN2_MALLOC;
	status = idn2_lookup_u8((const uint8_t *)input, &output, ENCODE_FLAGS);
	if (status == IDN2_OK)
		*ascii = arena_copy(arena, span_of((const char *)output));
	else if (status == IDN2_MALLOC)
		arena_fail(arena);
	idn2_free(output);
	return status;
}

/* IDNA2008 refuses symbols (emoji), hyphens in places and lengths that UTS #46 and browsers take.
 * libidn2 knows fewer characters than libunistring, and takes what the mapping itself puts into
 * parentheses for an A-label that does not decode. */
static bool is_idna2008_refusal(int status)
{
	return status == IDN2_DISALLOWED || status == IDN2_2HYPHEN ||
	       status == IDN2_HYPHEN_STARTEND || status == IDN2_TOO_BIG_LABEL ||
	       status == IDN2_PUNYCODE_BIG_OUTPUT || status == IDN2_UNASSIGNED ||
	       status == IDN2_ALABEL_ROUNDTRIP_FAILED;
}

/* May stand in a label by UTS #46: anything visible but dots, the description characters and the
 * replacement characters; and the blank of Braille, a symbol. What libunistring does not know yet may
 * need a mapping that it does not know either. */
static bool is_allowed(uint32_t point)
{
	const unsigned visible =
	    UNICODE_LETTER | UNICODE_MARK | UNICODE_NUMBER | UNICODE_PUNCTUATION;
	const unsigned never = UNICODE_CONTROL | UNICODE_SPACE | UNICODE_INVISIBLE;
	const uint32_t braille_blank = 0x2800;
	unsigned properties = unicode_properties(point);

	if (point == '.' || point == 0x3002 || (point >= 0x2ff0 && point <= 0x2fff) ||
	    point == 0xfffc || point == 0xfffd ||
	    uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Cn))
		return false;
	return point == braille_blank || (properties & visible && !(properties & never));
}

static bool is_deviation(uint32_t point)
{
	return point == 0xdf || point == 0x3c2;
}

/* The rest of the mapping: NFKC and case folding do the same as UTS #46, but for ß and ς. These
 * stay; nothing composes with them, so that what is between them can be folded alone. */
static struct span folded(struct arena *arena, struct span label)
{
	struct builder out = {.arena = arena};
	struct span run = {label.ptr, 0};

	while (label.len > 0) {
		const char *at = label.ptr;
		uint32_t point = utf8_next(&label);

		if (!is_deviation(point)) {
			run.len += (size_t)(label.ptr - at);
			continue;
		}
		builder_add(&out, normalize_nfkc_fold(arena, run));
		builder_point(&out, point);
		run = (struct span){label.ptr, 0};
	}
	builder_add(&out, normalize_nfkc_fold(arena, run));
	return builder_span(&out);
}

/* Whether a mapped label is one that UTS #46 takes. */
static bool is_valid(struct arena *arena, struct span label)
{
	struct span rest = label;

	for (bool first = true; rest.len > 0; first = false) {
		uint32_t point = utf8_next(&rest);

		if (!is_allowed(point) || (first && unicode_properties(point) & UNICODE_MARK))
			return false;
	}
	return hostname_bidi_takes(label) && span_equal(folded(arena, label), label);
}

/* UTS #46 for labels that libidn2 does not take. */
static bool encode_refused(struct arena *arena, struct span label, struct span *ascii)
{
	struct span mapped = folded(arena, label), decoded;

	if (hostname_idna_prefixed(mapped)) { /* of a symbol, such as xn--ls8h */
		*ascii = mapped;
		return utf8_is_ascii(mapped) && span_find(mapped, '.') == SPAN_NONE &&
		       hostname_idna_decode(arena, mapped, &decoded);
	}
	if (!is_valid(arena, mapped))
		return false;
	*ascii = utf8_is_ascii(mapped) ? mapped : hostname_punycode(arena, mapped);
	return ascii->len > 0;
}

struct span hostname_idna_map(struct arena *arena, struct span label)
{
	return folded(arena, newer(arena, label));
}

bool hostname_idna_encode(struct arena *arena, struct span label, struct span *ascii)
{
	int status;

	label = newer(arena, label);
	status = lookup(arena, label, ascii);
	if (is_idna2008_refusal(status))
		return encode_refused(arena, label, ascii);
	return status == IDN2_OK;
}

/* Whether encoding gives the label again. */
static bool made_from(struct arena *arena, struct span label, struct span unicode)
{
	struct span again = {0};
	int status = lookup(arena, unicode, &again);

	if (is_idna2008_refusal(status) && !utf8_is_ascii(unicode) && is_valid(arena, unicode))
		again = hostname_punycode(arena, unicode);
	return span_equal(again, label);
}

bool hostname_idna_decode(struct arena *arena, struct span label, struct span *unicode)
{
	const char *input = label.len <= MAX_LABEL ? terminated(arena, label) : NULL;
	char *output = NULL;
	int status;
	bool ok;

	if (!input)
		return false;
	status = idn2_to_unicode_8z8z(input, &output, 0);
	ok = status == IDN2_OK;
	if (status == IDN2_MALLOC)
		arena_fail(arena);
	if (ok)
		*unicode = arena_copy(arena, span_of(output));
	idn2_free(output);
	/* libidn2 decodes xn--a to a control character and calls that success. */
	return ok && unicode->len > 0 && utf8_check(*unicode) == unicode->len &&
	       made_from(arena, label, *unicode);
}
