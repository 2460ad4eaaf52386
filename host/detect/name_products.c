#include "detect/name_products.h"

#include "text/fold.h"

#define PRODUCT_UNITS 12 /* words and characters of the longest product word */
#define INITIALS_MIN 2
#define INITIALS_MAX 6

/* The weak alias of a brand that was found has this key. */
static bool is_weak_alias(const struct catalogue *catalogue, struct span key,
			  const struct name_hit *hits, size_t count)
{
	struct alias_hit aliases[ALIAS_HITS];
	size_t found = catalogue_alias(catalogue, key, aliases);

	for (size_t i = 0; i < found; i++)
		for (size_t n = 0; n < count; n++)
			if (aliases[i].weak && aliases[i].brand == hits[n].alias.brand)
				return true;
	return false;
}

/* Asked at every byte of a name, for each of its words: by far the most begin no bracket. */
static bool may_be_bracket(struct span rest)
{
	unsigned char first = rest.len ? (unsigned char)rest.ptr[0] : 0;
	unsigned char second = rest.len > 1 ? (unsigned char)rest.ptr[1] : 0;

	return first == '(' || first == ')' || first == '[' || first == ']' ||
	       (first == 0xE3 && second == 0x80) || (first == 0xEF && second == 0xBC);
}

/* Bytes of an opening bracket (negative: a closing one) at `at`; 0 where none is. */
static int bracket_at(struct span text, size_t at)
{
	static const struct span OPEN[] = {SPAN("("), SPAN("["), SPAN("（"), SPAN("［"),
					   SPAN("【")};
	static const struct span CLOSE[] = {SPAN(")"), SPAN("]"), SPAN("）"), SPAN("］"),
					    SPAN("】")};
	struct span rest = span_slice(text, at, text.len);

	if (!may_be_bracket(rest))
		return 0;
	for (size_t i = 0; i < sizeof(OPEN) / sizeof(OPEN[0]); i++) {
		if (span_starts(rest, OPEN[i]))
			return (int)OPEN[i].len;
		if (span_starts(rest, CLOSE[i]))
			return -(int)CLOSE[i].len;
	}
	return 0;
}

/* `folded` stands in brackets and in capitals in `written`: initials, no word. */
static bool are_initials(struct span written, struct span folded)
{
	if (folded.len < INITIALS_MIN || folded.len > INITIALS_MAX)
		return false;
	for (size_t at = 0; at + folded.len < written.len; at++) {
		int open = bracket_at(written, at);
		size_t from = at + (size_t)(open > 0 ? open : 0), i = 0;

		if (open <= 0 || from + folded.len >= written.len ||
		    bracket_at(written, from + folded.len) >= 0)
			continue;
		while (i < folded.len && written.ptr[from + i] >= 'A' &&
		       written.ptr[from + i] <= 'Z' &&
		       written.ptr[from + i] - 'A' + 'a' == folded.ptr[i])
			i++;
		if (i == folded.len)
			return true;
	}
	return false;
}

/* `key` is a label of the brand's own sites. */
static bool is_own_label(const struct catalogue *catalogue, struct span key, brand_ref brand)
{
	struct domain_hit found[DOMAIN_HITS];
	size_t count = catalogue_by_skeleton(catalogue, key, found);

	for (size_t i = 0; i < count; i++)
		if (found[i].brand == brand && found[i].roles & DOMAIN_WEB)
			return true;
	return false;
}

/* The same name in Latin letters in front of the Japanese one: NOMURA 野村證券, DAIWA大和証券. */
static void mark_bilingual(const struct catalogue *catalogue, struct name_units *units,
			   const struct name_hit *hits, size_t count)
{
	struct name_unit *first = units->at;

	if (count == 0 || hits[0].from != 1 || first->named || first->cjk || !units->at[1].cjk ||
	    hits[0].alias.brand == BRAND_NONE)
		return;
	if (is_weak_alias(catalogue, first->key, hits, 1) ||
	    is_own_label(catalogue, first->key, hits[0].alias.brand))
		first->role = true;
}

static bool begins_with_name(const struct name_units *units)
{
	for (size_t i = 0; i < units->count; i++)
		if (!units->at[i].role)
			return units->at[i].named;
	return false;
}

/* The unit behind the longest product that begins at `from`; `from` itself where none does. */
static size_t product_end(const struct catalogue *catalogue, struct arena *arena,
			  const struct name_units *units, size_t from, struct span written,
			  const struct name_hit *hits, size_t count)
{
	size_t to = from;

	while (to < units->count && to < from + PRODUCT_UNITS && !units->at[to].named)
		to++;
	for (; to > from; to--) {
		struct span text = names_text(units, from, to);

		if (catalogue_role_word(catalogue, fold_squash(arena, text)) == ROLE_PRODUCT ||
		    is_weak_alias(catalogue, names_key(units, from, to), hits, count) ||
		    (to == from + 1 && are_initials(written, text)))
			return to;
	}
	return from;
}

void name_products_mark(const struct catalogue *catalogue, struct arena *arena,
			struct name_units *units, struct span written, const struct name_hit *hits,
			size_t count)
{
	mark_bilingual(catalogue, units, hits, count);
	if (!begins_with_name(units))
		return;
	for (size_t at = 0; at < units->count;) {
		/* ギフト is a role word, ギフト券 a product. */
		size_t end = product_end(catalogue, arena, units, at, written, hits, count);

		if (at == end)
			at++;
		while (at < end)
			units->at[at++].role = true;
	}
}
