#include "detect/quote.h"

#include "detect/names.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#define WORD_BYTES 64	  /* that a quotation grows by at each end, at most */
#define QUOTED_BYTES 2048 /* of a quotation that are looked for; a reply shows 256 code points */
#define STEPS (2u << 20)  /* code points that are compared in search of the place */
#define FOLDED_POINTS \
	4096 /* letters outside ASCII that are folded one by one in search of the place */

static bool word_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '\'' || byte == '-';
}

/* Letters outside ASCII are left alone: a border in Japanese is anywhere. */
static void to_word_ends(struct span text, size_t *from, size_t *to)
{
	size_t first = *from, last = *to;

	while (first > 0 && first < text.len && word_byte(text.ptr[first]) &&
	       word_byte(text.ptr[first - 1]))
		first--;
	while (last > 0 && last < text.len && word_byte(text.ptr[last - 1]) &&
	       word_byte(text.ptr[last]))
		last++;
	if (*from - first <= WORD_BYTES)
		*from = first;
	if (last - *to <= WORD_BYTES)
		*to = last;
}

static bool blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct search {
	struct arena *arena;
	size_t folds, steps; /* that are left */
};

/* What a code point's bytes are in a folded text; empty for what folding takes away. */
static struct span folded_point(struct search *search, struct span bytes, char lower[static 1])
{
	if (bytes.len == 1) {
		if (blank(bytes.ptr[0]))
			return (struct span){0};
		*lower = span_lower(bytes.ptr[0]);
		return (struct span){lower, 1};
	}
	if (search->folds == 0)
		return bytes;
	search->folds--;
	return fold_body(search->arena, bytes);
}

static void skip_blanks(struct span *text)
{
	while (text->len && blank(text->ptr[0]))
		*text = span_slice(*text, 1, text->len);
}

/* How many bytes at the start of `raw` fold to `words`, blanks aside; 0 when it does not begin so. */
static size_t match_here(struct search *search, struct span raw, struct span words)
{
	struct span rest = raw;

	while (words.len) {
		struct span at = rest, piece;
		char lower;

		if (!rest.len || search->steps == 0)
			return 0;
		search->steps--;
		utf8_next(&rest);
		at.len -= rest.len;
		/* The same letters need no folding. */
		piece =
		    at.len > 1 && span_starts(words, at) ? at : folded_point(search, at, &lower);
		if (piece.len && !span_starts(words, piece))
			return 0;
		words = span_slice(words, piece.len, words.len);
		skip_blanks(&words);
	}
	return raw.len - rest.len;
}

static struct span find_raw(struct arena *arena, struct span raw, struct span words)
{
	struct search search = {arena, FOLDED_POINTS, STEPS};

	skip_blanks(&words);
	while (words.len && raw.len && search.steps) {
		size_t len = blank(raw.ptr[0]) ? 0 : match_here(&search, raw, words);

		if (len)
			return span_slice(raw, 0, len);
		utf8_next(&raw);
	}
	return (struct span){0};
}

static struct span with_single_blanks(struct arena *arena, struct span text)
{
	struct builder out = {.arena = arena};

	skip_blanks(&text);
	while (text.len) {
		if (blank(text.ptr[0])) {
			skip_blanks(&text);
			if (text.len)
				builder_byte(&out, ' ');
			continue;
		}
		builder_byte(&out, text.ptr[0]);
		text = span_slice(text, 1, text.len);
	}
	return builder_span(&out);
}

struct span quote_of(struct arena *arena, struct span raw, struct span folded, size_t from,
		     size_t to)
{
	to_word_ends(folded, &from, &to);
	for (to = to - from > QUOTED_BYTES ? from + QUOTED_BYTES : to;
	     to < folded.len && (folded.ptr[to] & 0xC0) == 0x80;)
		to++;
	struct span words = span_slice(folded, from, to);
	struct span found = find_raw(arena, raw, words);

	return with_single_blanks(arena, found.len ? found : words);
}

/* The longest of the brand's weak aliases that stands in the name. */
static struct span weak_alias(const struct catalogue *catalogue, struct arena *arena,
			      struct span name, brand_ref brand)
{
	size_t count = catalogue_list_length(catalogue, brand, BRAND_WEAK_ALIASES);
	struct span squash = fold_squash(arena, fold_text(arena, name).text), best = {0};

	for (size_t i = 0; i < count; i++) {
		struct span shown = catalogue_list_at(catalogue, brand, BRAND_WEAK_ALIASES, i);
		struct span alias = fold_squash(arena, fold_text(arena, shown).text);

		if (alias.len && shown.len > best.len && squash.len >= alias.len &&
		    memmem(squash.ptr, squash.len, alias.ptr, alias.len))
			best = shown;
	}
	return best;
}

struct span quote_alias(const struct catalogue *catalogue, struct arena *arena, struct span name,
			brand_ref brand)
{
	struct name_units units = names_split(arena, fold_text(arena, name).text);
	struct alias_hit aliases[ALIAS_HITS];
	struct name_hit hit;
	size_t at = 0;

	while (names_next(catalogue, &units, &at, &hit)) {
		size_t count =
		    catalogue_alias(catalogue, names_key(&units, hit.from, hit.to), aliases);

		for (size_t i = 0; i < count; i++)
			if (aliases[i].brand == brand && !aliases[i].weak)
				return aliases[i].shown;
	}
	return weak_alias(catalogue, arena, name, brand);
}
