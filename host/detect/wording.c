#include "detect/wording.h"

#include "detect/advice.h"
#include "detect/mention.h"
#include "detect/names.h"

#define MATCHES 64
#define PASSES 6       /* over a text, where wordings in it are only talked about */
#define LINE_BYTES 300 /* of a signature: a name stands close to its © */

static bool has_cue(const struct wording *wording, struct span cue)
{
	for (size_t i = 0; i < wording->count; i++)
		if (span_equal(wording->said[i].id, cue))
			return true;
	return false;
}

/* Some of the same words: a sentence is not two for being known in two ways. A pattern that gave up tells no place. */
static bool overlaps(const struct cue_match *a, const struct cue_match *b)
{
	return a->from < b->to && b->from < a->to;
}

static bool is_said_before(const struct wording *wording, const struct cue_match *match)
{
	for (size_t i = 0; i < wording->count; i++)
		if (overlaps(&wording->said[i], match))
			return true;
	return has_cue(wording, match->id);
}

static void count_wording(struct wording *wording, const struct cue_match *match)
{
	if (wording->count < WORDINGS && !is_said_before(wording, match))
		wording->said[wording->count++] = *match;
	if (!wording->found || (match->strength == CUE_STRONG && !wording->strong))
		wording->first = *match;
	wording->found = true;
	wording->strong |= match->strength == CUE_STRONG;
}

/* Whether a match within the text from byte `from` on is said, not talked about; its place is told within the
 * whole text. *again is where to look again, lowered to the first end of one that is not. */
static bool is_said(const struct judge *judge, struct span folded, size_t from,
		    struct cue_match *match, size_t *again)
{
	match->from += from;
	match->to += from;
	if (!mention_at(folded, match->from, match->to) &&
	    !advice_tells(judge, folded, match->from, match->to))
		return true;
	if (match->to > from && match->to < *again)
		*again = match->to;
	return false;
}

/* Counts the wordings from byte `from` on, the first match of each. Returns behind the first one that is only
 * talked about, so that one does not hide the next; the text's end where there is none. */
static size_t read_from(const struct judge *judge, struct span folded, size_t from,
			struct wording *wording)
{
	struct cue_match matches[MATCHES], named, fraud;
	struct span rest = span_slice(folded, from, folded.len);
	size_t count = cues_find(judge->cues, rest, 1U << CUE_WORDING, matches, MATCHES);
	bool asks_fraud = cues_match(judge->cues, 1U << CUE_FRAUD, &fraud, 1) > 0;
	size_t again = folded.len;

	wording->names_secret |=
	    cues_match(judge->cues, 1U << CUE_SECRET_PHRASE | 1U << CUE_SECRET_CODE, &named, 1) > 0;
	for (size_t i = 0; i < count; i++)
		if (is_said(judge, folded, from, &matches[i], &again))
			count_wording(wording, &matches[i]);
	if (asks_fraud && !wording->asks_fraud && is_said(judge, folded, from, &fraud, &again)) {
		wording->asks_fraud = true;
		wording->fraud = fraud;
	}
	return again;
}

struct wording wording_read(const struct judge *judge, struct span folded)
{
	struct wording wording = {0};
	size_t from = 0;

	for (int pass = 0; pass < PASSES && from < folded.len; pass++)
		from = read_from(judge, folded, from, &wording);
	return wording;
}

size_t wording_count(const struct wording *a, const struct wording *b)
{
	size_t count = a->count;

	for (size_t i = 0; i < b->count; i++)
		count += !has_cue(a, b->said[i].id);
	return count;
}

const struct cue_match *wording_beside(const struct wording *wording)
{
	for (size_t i = 0; i < wording->count; i++)
		if (wording->said[i].to > wording->said[i].from &&
		    !overlaps(&wording->said[i], &wording->first) &&
		    !span_equal(wording->said[i].id, wording->first.id))
			return &wording->said[i];
	return NULL;
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
