#include "detect/wording.h"

#include "detect/mention.h"
#include "detect/names.h"

#define MATCHES 64
#define LINE_BYTES 300 /* of a signature: a name stands close to its © */

struct wording wording_read(const struct judge *judge, struct span folded)
{
	struct cue_match matches[MATCHES];
	struct wording wording = {0};
	struct cue_match named;
	size_t count = cues_find(judge->cues, folded, 1U << CUE_WORDING, matches, MATCHES);

	wording.names_secret =
	    cues_match(judge->cues, 1U << CUE_SECRET_PHRASE | 1U << CUE_SECRET_CODE, &named, 1) > 0;
	wording.asks_fraud = cues_match(judge->cues, 1U << CUE_FRAUD, &wording.fraud, 1) > 0 &&
			     !mention_at(folded, wording.fraud.from, wording.fraud.to);
	for (size_t i = count; i-- > 0;) {
		if (mention_at(folded, matches[i].from, matches[i].to))
			continue;
		if (wording.count < WORDINGS)
			wording.cues[wording.count++] = matches[i].id;
		wording.found = true;
		if (matches[i].strength == CUE_STRONG || !wording.strong)
			wording.first = matches[i];
		wording.strong |= matches[i].strength == CUE_STRONG;
	}
	return wording;
}

static bool has_cue(const struct wording *wording, struct span cue)
{
	for (size_t i = 0; i < wording->count; i++)
		if (span_equal(wording->cues[i], cue))
			return true;
	return false;
}

size_t wording_count(const struct wording *a, const struct wording *b)
{
	size_t count = a->count;

	for (size_t i = 0; i < b->count; i++)
		count += !has_cue(a, b->cues[i]);
	return count;
}

static struct span line_around(struct span text, size_t at)
{
	size_t from = at, to = at;

	while (from > 0 && text.ptr[from - 1] != '\n')
		from--;
	while (to < text.len && text.ptr[to] != '\n' && to - at < LINE_BYTES)
		to++;
	if (at - from > LINE_BYTES)
		from = at;
	while (to < text.len && (text.ptr[to] & 0xC0) == 0x80)
		to++;
	return span_slice(text, from, to);
}

static bool nothing_else(const struct name_units *units)
{
	for (size_t i = 0; i < units->count; i++)
		if (!units->at[i].named && !units->at[i].role)
			return false;
	return true;
}

/* The first brand named in the line; BRAND_NONE also where a claimed one or an affiliate is named, or where it is to
 * stand `alone` and other than role and legal words are beside it. */
static brand_ref foreign_signer(const struct judge *judge, struct arena *arena, struct span line,
				bool alone, const struct claims *claims)
{
	struct name_units units = names_split(arena, line);
	struct name_hit hit;
	brand_ref signer = BRAND_NONE;
	size_t from = 0;

	while (names_next(judge->catalogue, &units, &from, &hit)) {
		for (size_t i = 0; i < claims->strong_count; i++)
			if (catalogue_affiliates(judge->catalogue, hit.alias.brand,
						 claims->strong[i]))
				return BRAND_NONE;
		if (signer == BRAND_NONE)
			signer = hit.alias.brand;
	}
	names_mark_roles(judge->catalogue, arena, &units);
	return alone && !nothing_else(&units) ? BRAND_NONE : signer;
}

bool wording_contradiction(const struct judge *judge, struct arena *arena, struct span folded,
			   const struct claims *claims, brand_ref *brand, struct span *line)
{
	struct cue_match matches[MATCHES];
	size_t count = 0;

	if (claims->strong_count)
		count = cues_find(judge->cues, folded, 1U << CUE_SIGNATURE, matches, MATCHES);
	for (size_t i = 0; i < count; i++) {
		/* A pattern that gave up tells no place. */
		if (matches[i].to == matches[i].from)
			continue;
		/* Below a closing word or a rule, a line of its own signs; © and 発行: name who signs in theirs. */
		bool alone = folded.ptr[matches[i].to - 1] == '\n';

		*line = line_around(folded, alone ? matches[i].to : matches[i].from);
		*brand = foreign_signer(judge, arena, *line, alone, claims);
		if (*brand != BRAND_NONE)
			return true;
	}
	return false;
}
