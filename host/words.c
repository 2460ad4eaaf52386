#include "words.h"

#include "brand_name.h"
#include "harmless.h"
#include "official.h"
#include "words_filling.h"
#include "words_table.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdio.h>

#define VALUE_POINTS 100   /* code points of a value inside a sentence */
#define OFFICIAL_IN_TEXT 3 /* a sentence names so many of them */

#define ISOLATE "\xe2\x81\xa8" /* U+2068 */
#define POP "\xe2\x81\xa9"     /* U+2069 */

const char *evidence_name(enum evidence_key key)
{
	static const char *const names[EVIDENCE_KEYS] = {
	    [EVIDENCE_CLAIMED] = "claimed",
	    [EVIDENCE_ADDRESS] = "address",
	    [EVIDENCE_DOMAIN] = "domain",
	    [EVIDENCE_HOSTNAME] = "hostname",
	    [EVIDENCE_PUNYCODE] = "punycode",
	    [EVIDENCE_IMITATES] = "imitates",
	    [EVIDENCE_RULE] = "rule",
	    [EVIDENCE_SHOWN] = "shown",
	    [EVIDENCE_DESTINATION] = "destination",
	    [EVIDENCE_RECIPIENT] = "recipient",
	    [EVIDENCE_REPLY_TO] = "reply_to",
	    [EVIDENCE_MAILED_BY] = "mailed_by",
	    [EVIDENCE_SIGNED_BY] = "signed_by",
	    [EVIDENCE_PHRASE] = "phrase",
	    [EVIDENCE_ALSO] = "also",
	    [EVIDENCE_CUE] = "cue",
	    [EVIDENCE_BRAND] = "brand",
	    [EVIDENCE_PROBLEM] = "problem",
	    [EVIDENCE_ALIAS] = "alias",
	    [EVIDENCE_UNICODE] = "unicode",
	    [EVIDENCE_SHOWN_PUNYCODE] = "shown_punycode",
	};

	return names[key];
}

/* `word` is one of `list`, which has commas between its words. */
bool words_is_listed(const char *list, struct span word)
{
	struct span rest = span_of(list);

	while (word.len && rest.len) {
		size_t comma = span_find(rest, ',');

		if (span_equal(span_slice(rest, 0, comma), word))
			return true;
		if (comma == SPAN_NONE)
			break;
		rest = span_slice(rest, comma + 1, rest.len);
	}
	return false;
}

static bool row_fits(const struct phrase *row, const struct finding *finding)
{
	return row->code == finding->code &&
	       (row->level == LEVEL_NONE || row->level == finding->level) &&
	       (!row->when || words_is_listed(row->when, finding->evidence[EVIDENCE_RULE]) ||
		words_is_listed(row->when, finding->evidence[EVIDENCE_PROBLEM]));
}

const struct phrase *words_row(const struct finding *finding)
{
	const struct phrase *const tables[] = {words_sender, words_mailbox, words_link,
					       words_spelling, words_mail};

	for (size_t t = 0; t < sizeof(tables) / sizeof(tables[0]); t++)
		for (const struct phrase *row = tables[t]; row->title[0]; row++)
			if (row_fits(row, finding))
				return row;
	return NULL;
}

struct span words_isolated(const struct filling *f, struct span raw)
{
	struct builder b = {.arena = f->arena};

	if (raw.len == 0)
		return raw;
	if (f->where == WORDS_FOR_TERMINAL)
		return harmless(f->arena, raw, VALUE_POINTS);
	builder_add(&b, SPAN(ISOLATE));
	builder_add(&b, harmless(f->arena, raw, VALUE_POINTS));
	builder_add(&b, SPAN(POP));
	return builder_span(&b);
}

static struct span official_text(const struct filling *f)
{
	struct builder b = {.arena = f->arena};
	struct span names[OFFICIAL_IN_TEXT];
	size_t more;

	if (!official_writes(f->catalogue, f->finding))
		return (struct span){0};
	size_t count =
	    official_of(f->catalogue, f->finding, f->language, names, OFFICIAL_IN_TEXT, &more);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			builder_add(&b, f->language == LANGUAGE_JA ? SPAN("、") : SPAN(", "));
		builder_add(&b, harmless(f->arena, names[i], VALUE_POINTS));
	}
	/* A name in Latin letters is set apart from the Japanese behind it. */
	if (f->language == LANGUAGE_JA)
		builder_add(&b, more > 0 ? SPAN(" など") : SPAN(" "));
	else if (more > 0)
		builder_add(&b, SPAN(" and others"));
	return builder_span(&b);
}

static struct span name_of(const struct filling *f, brand_ref ref)
{
	if (ref == BRAND_NONE)
		return (struct span){0};
	struct brand brand = catalogue_brand(f->catalogue, ref);

	return harmless(f->arena, brand_name_in_sentence(f->arena, &brand, f->language),
			VALUE_POINTS);
}

static struct span site_text(const struct filling *f)
{
	if (f->finding->brand == BRAND_NONE)
		return (struct span){0};
	struct brand brand = catalogue_brand(f->catalogue, f->finding->brand);

	return harmless(f->arena, official_site(official_page(&brand, f->language, f->finding)),
			VALUE_POINTS);
}

static bool same_but_case(const struct filling *f, struct span a, struct span b)
{
	return span_equal(normalize_ascii_lower(f->arena, a), normalize_ascii_lower(f->arena, b));
}

/* Kana and kanji: to a reader of English a name in these says nothing. */
static bool is_japanese(struct span text)
{
	while (text.len) {
		uint32_t point = utf8_next(&text);

		if ((point >= 0x3040 && point < 0xa000) || (point >= 0xff66 && point < 0xffa0))
			return true;
	}
	return false;
}

/* GOV.UK stays GOV.UK; Yamato Transport is ヤマト運輸 in a Japanese sentence, and 楽天モバイル Rakuten in an English one. */
static struct span claim_text(const struct filling *f)
{
	struct span alias = f->finding->evidence[EVIDENCE_ALIAS];

	if (alias.len == 0 || f->finding->brand == BRAND_NONE ||
	    (f->language == LANGUAGE_EN && is_japanese(alias)))
		return name_of(f, f->finding->brand);
	struct brand brand = catalogue_brand(f->catalogue, f->finding->brand);

	if (same_but_case(f, alias, brand.name) || same_but_case(f, alias, brand.name_ja))
		return name_of(f, f->finding->brand);
	return words_isolated(f, alias);
}

/* A quotation ends where a word ends. */
static struct span quoted(const struct filling *f, struct span phrase)
{
	struct span rest = phrase;
	size_t blank = 0, points = 0;

	while (rest.len && points++ < VALUE_POINTS) {
		if (rest.ptr[0] == ' ')
			blank = phrase.len - rest.len;
		utf8_next(&rest);
	}
	if (rest.len == 0 || rest.ptr[0] == ' ' || blank == 0)
		return words_isolated(f, phrase);
	struct builder b = {.arena = f->arena};

	builder_add(&b, span_slice(phrase, 0, blank));
	builder_add(&b, SPAN("…"));
	return words_isolated(f, builder_span(&b));
}

/* The value of a placeholder; empty when it is not there. */
static struct span value_of(const struct filling *f, struct span name)
{
	const struct finding *finding = f->finding;

	if (span_equal(name, SPAN("brand")))
		return name_of(f, finding->brand);
	if (span_equal(name, SPAN("other")))
		return name_of(f, finding->other);
	if (span_equal(name, SPAN("claim")))
		return claim_text(f);
	if (span_equal(name, SPAN("site")))
		return site_text(f);
	if (span_equal(name, SPAN("official")))
		return official_text(f);
	if (span_equal(name, SPAN("phrase")))
		return quoted(f, finding->evidence[EVIDENCE_PHRASE]);
	if (span_equal(name, SPAN("also")))
		return quoted(f, finding->evidence[EVIDENCE_ALSO]);
	if (words_is_listed("seen,genuine,missing,fewer,added,extra,apart", name))
		return words_difference(f, name);
	for (int key = 0; key < EVIDENCE_KEYS; key++)
		if (span_equal(name, span_of(evidence_name((enum evidence_key)key))))
			return words_isolated(f, finding->evidence[key]);
	return (struct span){0};
}

/* A sentence begins behind this text. */
static bool ends_sentence(struct span text)
{
	return text.len == 0 || span_ends(text, SPAN(". "));
}

/* "the Tax Agency" opens a sentence as "The Tax Agency". */
static void add_value(struct builder *b, struct span value, bool opens)
{
	if (opens && span_starts(value, SPAN("the "))) {
		builder_byte(b, 'T');
		value = span_slice(value, 1, value.len);
	}
	builder_add(b, value);
}

/* Appends a template without brackets, `before` standing in front of what *b has; false when one of its values is not
 * there. */
static bool fill(const struct filling *f, struct builder *b, struct span before,
		 struct span template)
{
	while (template.len > 0) {
		size_t open = span_find(template, '{');

		if (open == SPAN_NONE) {
			builder_add(b, template);
			return true;
		}
		size_t close = span_find(template, '}');
		struct span value = value_of(f, span_slice(template, open + 1, close));

		if (value.len == 0)
			return false;
		builder_add(b, span_slice(template, 0, open));
		add_value(b, value, ends_sentence(b->len ? builder_span(b) : before));
		template = span_slice(template, close + 1, template.len);
	}
	return true;
}

/* Appends the first alternative that can be filled. */
static void choose(const struct filling *f, struct builder *b, struct span alternatives)
{
	for (;;) {
		struct builder attempt = {.arena = f->arena};
		size_t bar = span_find(alternatives, '|');

		if (fill(f, &attempt, builder_span(b), span_slice(alternatives, 0, bar))) {
			builder_add(b, builder_span(&attempt));
			return;
		}
		if (bar == SPAN_NONE)
			return;
		alternatives = span_slice(alternatives, bar + 1, alternatives.len);
	}
}

static struct span expand(const struct filling *f, const char *text)
{
	struct builder b = {.arena = f->arena};
	struct span rest = span_of(text);

	while (rest.len > 0) {
		size_t open = span_find(rest, '[');

		(void)fill(f, &b, (struct span){0}, span_slice(rest, 0, open));
		if (open == SPAN_NONE)
			break;
		size_t close = span_find(rest, ']');

		choose(f, &b, span_slice(rest, open + 1, close));
		rest = span_slice(rest, close + 1, rest.len);
	}
	return builder_span(&b);
}

struct words words_of(const struct catalogue *catalogue, struct arena *arena,
		      enum language language, enum words_for where, const struct finding *finding)
{
	const struct filling filling = {catalogue, arena, language, where, finding};
	const struct phrase *row = words_row(finding);

	if (!row)
		return (struct words){0};
	return (struct words){
	    .title = expand(&filling, row->title[language]),
	    .detail = expand(&filling, row->detail[language]),
	};
}

const char *words_level(enum language language, enum level level)
{
	static const char *const names[LANGUAGES][LEVEL_DANGER + 1] = {
	    [LANGUAGE_EN] = {"nothing noticed", "note", "suspicious", "danger"},
	    [LANGUAGE_JA] = {"気づいた点なし", "参考", "不審", "危険"},
	};

	return names[language][level];
}
