#include "words.h"

#include "harmless.h"
#include "official.h"
#include "words_table.h"
#include "text/utf8.h"

#include <inttypes.h>
#include <stdio.h>

#define VALUE_POINTS 100   /* code points of a value inside a sentence */
#define OFFICIAL_IN_TEXT 3 /* a sentence names so many of them */

#define ISOLATE "\xe2\x81\xa8" /* U+2068 */
#define POP "\xe2\x81\xa9"     /* U+2069 */

/* What a template is filled with. */
struct filling {
	const struct catalogue *catalogue;
	struct arena *arena;
	enum language language;
	enum words_for where;
	const struct finding *finding;
};

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
	    [EVIDENCE_CUE] = "cue",
	    [EVIDENCE_BRAND] = "brand",
	    [EVIDENCE_PROBLEM] = "problem",
	};

	return names[key];
}

const struct phrase *words_row(enum finding_code code, enum level level)
{
	const struct phrase *const tables[] = {words_sender, words_link, words_mail};

	for (size_t t = 0; t < sizeof(tables) / sizeof(tables[0]); t++)
		for (const struct phrase *row = tables[t]; row->title[0]; row++)
			if (row->code == code && (row->level == level || row->level == LEVEL_NONE))
				return row;
	return NULL;
}

static struct span isolated(const struct filling *f, struct span raw)
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
	size_t count = official_of(f->catalogue, f->finding, names, OFFICIAL_IN_TEXT, &more);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			builder_add(&b, f->language == LANGUAGE_JA ? SPAN("、") : SPAN(", "));
		builder_add(&b, harmless(f->arena, names[i], VALUE_POINTS));
	}
	if (more > 0)
		builder_add(&b, f->language == LANGUAGE_JA ? SPAN(" など") : SPAN(" and others"));
	return builder_span(&b);
}

static struct span brand_text(const struct filling *f, struct span name)
{
	if (f->finding->brand == BRAND_NONE)
		return (struct span){0};
	struct brand brand = catalogue_brand(f->catalogue, f->finding->brand);

	if (span_equal(name, SPAN("site")))
		return harmless(f->arena, official_site(&brand), VALUE_POINTS);
	return harmless(f->arena, f->language == LANGUAGE_JA ? brand.name_ja : brand.name,
			VALUE_POINTS);
}

/* A differing piece; letters outside ASCII with their code points, since they are chosen to look like others. */
static struct span piece_text(const struct filling *f, struct span piece)
{
	struct builder b = {.arena = f->arena};

	builder_add(&b, isolated(f, piece));
	for (struct span rest = piece; rest.len;) {
		uint32_t point = utf8_next(&rest);
		char text[16];

		if (point < 0x80)
			continue;
		(void)snprintf(text, sizeof(text), " U+%04" PRIX32, point);
		builder_add(&b, span_of(text));
	}
	return builder_span(&b);
}

/* The value of a placeholder; empty when it is not there. */
static struct span value_of(const struct filling *f, struct span name)
{
	const struct finding *finding = f->finding;

	if (span_equal(name, SPAN("brand")) || span_equal(name, SPAN("site")))
		return brand_text(f, name);
	if (span_equal(name, SPAN("official")))
		return official_text(f);
	if (span_equal(name, SPAN("other")))
		return isolated(f, finding->evidence[EVIDENCE_BRAND]);
	if (span_equal(name, SPAN("seen")) && finding->diff_count > 0)
		return piece_text(f, finding->diffs[0].seen);
	if (span_equal(name, SPAN("genuine")) && finding->diff_count > 0)
		return piece_text(f, finding->diffs[0].genuine);
	for (int key = 0; key < EVIDENCE_KEYS; key++)
		if (span_equal(name, span_of(evidence_name((enum evidence_key)key))))
			return isolated(f, finding->evidence[key]);
	return (struct span){0};
}

/* Appends a template without brackets; false when one of its values is not there. */
static bool fill(const struct filling *f, struct builder *b, struct span template)
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
		builder_add(b, value);
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

		if (fill(f, &attempt, span_slice(alternatives, 0, bar))) {
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

		(void)fill(f, &b, span_slice(rest, 0, open));
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
	const struct phrase *row = words_row(finding->code, finding->level);

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
	    [LANGUAGE_EN] = {"nothing noticed", "notice", "warning", "danger"},
	    [LANGUAGE_JA] = {"気づいた点なし", "参考", "警告", "危険"},
	};

	return names[language][level];
}
