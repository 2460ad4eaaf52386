#include "words_filling.h"
#include "text/utf8.h"

#include <inttypes.h>
#include <stdio.h>

/* A differing piece in quotes; letters outside ASCII with their code points, since they are chosen
 * to look like others. */
static struct span piece_text(const struct filling *f, struct span piece)
{
	bool japanese = f->language == LANGUAGE_JA;
	struct builder b = {.arena = f->arena}, points = {.arena = f->arena};

	for (struct span rest = piece; rest.len;) {
		uint32_t point = utf8_next(&rest);
		char text[16];

		if (point < 0x80)
			continue;
		(void)snprintf(text, sizeof(text), " U+%04" PRIX32, point);
		builder_add(&points, span_of(text));
	}
	struct span numbers = builder_span(&points);

	builder_add(&b, japanese ? SPAN("「") : SPAN("“"));
	builder_add(&b, words_isolated(f, piece));
	builder_add(&b, japanese ? SPAN("」") : SPAN("”"));
	if (numbers.len) {
		builder_add(&b, japanese ? SPAN("（") : SPAN(" ("));
		builder_add(&b, span_slice(numbers, 1, numbers.len));
		builder_add(&b, japanese ? SPAN("）") : SPAN(")"));
	}
	return builder_span(&b);
}

/* The name in `key` has such a piece in front of its first dot. */
static bool has_piece(const struct finding *finding, enum evidence_key key, struct span piece)
{
	struct span name = finding->evidence[key];

	name = span_slice(name, 0, span_find(name, '.'));
	return piece.len && name.len && memmem(name.ptr, name.len, piece.ptr, piece.len);
}

/* Several differences in a row: “-” added, “o” for “a”. Empty where there is only one. */
static struct span differences(const struct filling *f)
{
	bool japanese = f->language == LANGUAGE_JA;
	struct builder b = {.arena = f->arena};

	for (size_t i = 0; i < f->finding->diff_count && f->finding->diff_count > 1; i++) {
		const struct evidence_diff *diff = &f->finding->diffs[i];
		bool both = diff->seen.len && diff->genuine.len;

		if (i > 0)
			builder_add(&b, japanese ? SPAN("、") : SPAN(", "));
		builder_add(&b,
			    piece_text(f, diff->seen.len && !(both && japanese) ? diff->seen
										: diff->genuine));
		if (both) {
			builder_add(&b, japanese ? SPAN("→") : SPAN(" for "));
			builder_add(&b, piece_text(f, japanese ? diff->seen : diff->genuine));
		} else if (diff->seen.len) {
			builder_add(&b, japanese ? SPAN("の追加") : SPAN(" added"));
		} else {
			builder_add(&b, japanese ? SPAN("の欠落") : SPAN(" missing"));
		}
	}
	return builder_span(&b);
}

/* The only pair of differing pieces by its place in a sentence; empty where it does not fit. */
static struct span only_difference(const struct filling *f, struct span name)
{
	if (f->finding->diff_count != 1)
		return (struct span){0};
	struct span seen = f->finding->diffs[0].seen, genuine = f->finding->diffs[0].genuine;

	if (span_equal(name, SPAN("fewer")) && !has_piece(f->finding, EVIDENCE_DOMAIN, genuine))
		return (struct span){0};
	if (span_equal(name, SPAN("extra")) && !has_piece(f->finding, EVIDENCE_IMITATES, seen))
		return (struct span){0};
	if (words_is_listed("missing,fewer", name))
		return seen.len ? (struct span){0} : piece_text(f, genuine);
	if (words_is_listed("added,extra", name))
		return genuine.len ? (struct span){0} : piece_text(f, seen);
	if (!seen.len || !genuine.len)
		return (struct span){0};
	return piece_text(f, span_equal(name, SPAN("seen")) ? seen : genuine);
}

struct span words_difference(const struct filling *f, struct span name)
{
	return span_equal(name, SPAN("apart")) ? differences(f) : only_difference(f, name);
}
