#include "catalogue/cue_reading.h"

#include "text/utf8.h"

/* Where one start begins with another, the shorter says it all. */
static void drop_longer(struct cue_starts *starts)
{
	size_t kept = 0;

	for (size_t i = 0; i < starts->count; i++) {
		struct span text = {starts->at[i].text, starts->at[i].len};
		bool longer = false;

		for (size_t n = 0; n < starts->count && !longer; n++) {
			struct span other = {starts->at[n].text, starts->at[n].len};

			longer =
			    n != i && span_starts(text, other) && (other.len < text.len || n < i);
		}
		if (!longer)
			starts->at[kept++] = starts->at[i];
	}
	starts->count = kept;
}

static void begin(struct cue_starts *starts)
{
	starts->count = 1;
	starts->at[0] = (struct cue_start){.len = 0};
}

static bool long_enough(const struct cue_starts *starts)
{
	for (size_t i = 0; i < starts->count; i++)
		if (starts->at[i].len < CUE_START_LEAST)
			return false;
	return true;
}

static bool read_pattern(struct span pattern, uint8_t enough, struct cue_starts *starts)
{
	struct cue_reading reading = {.rest = pattern, .enough = enough};

	begin(starts);
	cue_reading_alternatives(&reading, starts);
	if (reading.failed || reading.rest.len > 0 || !long_enough(starts))
		return false;
	drop_longer(starts);
	return true;
}

/* ---- what stands inside ---- */

/* Escapes of one letter; of others more belongs to it (\x41, \p{L}, \k<name>). */
static bool is_short_escape(char byte)
{
	bool letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
		      (byte >= 'a' && byte <= 'z');

	return !letter || memchr("bnsdwSDW", byte, 8);
}

/* Steps over an item and its quantifier. What changes the meaning of what follows fails. */
static void skip_item(struct cue_reading *r)
{
	if (cue_reading_lookaround(r) || cue_reading_take(r, SPAN("(?:"))) {
		cue_reading_skip_group(r);
	} else if (cue_reading_take(r, SPAN("["))) {
		cue_reading_skip_class(r);
	} else if (cue_reading_take(r, SPAN("\\"))) {
		r->failed |= r->rest.len == 0 || !is_short_escape(r->rest.ptr[0]);
		r->rest = span_slice(r->rest, 1, r->rest.len);
	} else {
		r->failed |= memchr("(*+?", r->rest.ptr[0], 4) != NULL;
		utf8_next(&r->rest);
	}
	cue_reading_quantifier(r);
}

/* What every match of one alternative holds: with what the rest behind some item begins. */
static bool read_inside(struct cue_reading *r, struct cue_starts *all)
{
	while (!r->failed && r->rest.len > 0 && r->rest.ptr[0] != '|') {
		struct cue_reading behind = *r;
		struct cue_starts starts;

		begin(&starts);
		cue_reading_sequence(&behind, &starts);
		if (!behind.failed && long_enough(&starts)) {
			*r = behind;
			cue_reading_unite(r, all, &starts);
			return !r->failed;
		}
		skip_item(r);
	}
	return false;
}

static bool read_all_inside(struct span pattern, uint8_t enough, struct cue_starts *all)
{
	struct cue_reading reading = {.rest = pattern, .enough = enough};

	all->count = 0;
	do
		if (!read_inside(&reading, all))
			return false;
	while (cue_reading_take(&reading, SPAN("|")));
	drop_longer(all);
	return reading.rest.len == 0;
}

/* ---- all of it ---- */

bool cue_starts_of(struct span pattern, struct cue_starts *starts)
{
	/* Long ones are rarer in a text; where they are too many, shorter ones are fewer. */
	return read_pattern(pattern, 8, starts) || read_pattern(pattern, 5, starts) ||
	       read_pattern(pattern, CUE_START_LEAST, starts);
}

bool cue_insides_of(struct span pattern, struct cue_starts *insides)
{
	/* A verb may end a match, a quotation hide a parenthesis. */
	if (memmem(pattern.ptr, pattern.len, "(*", 2) || memmem(pattern.ptr, pattern.len, "\\Q", 2))
		return false;
	return read_all_inside(pattern, 8, insides) || read_all_inside(pattern, 5, insides) ||
	       read_all_inside(pattern, CUE_START_LEAST, insides);
}

struct span cue_starts_text(struct span pattern, char out[static CUE_STARTS_TEXT])
{
	struct cue_starts starts;
	size_t len = 0;

	if (!cue_starts_of(pattern, &starts)) {
		if (!cue_insides_of(pattern, &starts))
			return (struct span){out, 0};
		out[len++] = CUE_STARTS_GAP;
	}
	for (size_t i = 0; i < starts.count; i++) {
		if (i > 0)
			out[len++] = CUE_STARTS_GAP;
		memcpy(out + len, starts.at[i].text, starts.at[i].len);
		len += starts.at[i].len;
	}
	return (struct span){out, len};
}

bool cue_starts_inside(struct span *rest)
{
	bool inside = rest->len > 0 && rest->ptr[0] == CUE_STARTS_GAP;

	*rest = span_slice(*rest, inside, rest->len);
	return inside;
}

bool cue_starts_next(struct span *rest, struct span *start)
{
	size_t gap = span_find(*rest, CUE_STARTS_GAP);

	if (rest->len == 0)
		return false;
	*start = span_slice(*rest, 0, gap);
	*rest = span_slice(*rest, start->len + 1, rest->len);
	return true;
}
