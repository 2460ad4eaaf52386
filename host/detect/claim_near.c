#include "detect/claim_near.h"

#include "detect/name_looks.h"
#include "text/fold.h"
#include "text/edit.h"
#include "text/utf8.h"

#define GLUED_ROLE_POINTS 64 /* of a role word behind a name, and more */
#define MISTAKEN_POINTS 4
#define SHORT_NAME 5 /* letters of a brand that begins other names by accident */

struct span name_remaining(struct name_read *read, bool key)
{
	struct builder out = {.arena = read->arena};

	for (size_t i = 0; i < read->units.count; i++)
		if (!read->units.at[i].role)
			builder_add(&out, key ? read->units.at[i].key : read->units.at[i].text);
	return builder_span(&out);
}

/* Whether a brand's alias is one of its coined labels: a near miss of it is no accident. */
static bool coined(const struct catalogue *catalogue, const struct alias_hit *alias,
		   struct span key)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_by_skeleton(catalogue, key, hits);

	for (size_t i = 0; i < count; i++)
		if (hits[i].brand == alias->brand && hits[i].kind == LABEL_COINED)
			return true;
	return false;
}

/* Letters that a reader takes for each other, beyond equal skeletons (PayPaI: folding made I an i). */
static bool confused_pair(const struct edit *edit)
{
	return edit->kind == EDIT_SUBSTITUTE &&
	       ((span_equal(edit->a, SPAN("i")) && span_equal(edit->b, SPAN("l"))) ||
		(span_equal(edit->a, SPAN("l")) && span_equal(edit->b, SPAN("i"))));
}

/* The edit between two names: as they are spelt, or as they look (m looks like two letters, rn). */
static struct edit name_edit(struct span seen, struct span seen_key, struct span alias,
			     struct span alias_key)
{
	struct edit edit = edit_between(seen, alias);

	return edit.kind == EDIT_FAR ? edit_between(seen_key, alias_key) : edit;
}

static void note_resemblance(struct name_read *read, brand_ref brand)
{
	read->reading->resembles = brand;
	read->reading->resembling = name_remaining(read, false);
	for (size_t i = 0; i < read->units.count; i++)
		read->reading->resembles_post |= read->units.at[i].role;
}

void claim_misspelt(struct name_read *read)
{
	const struct catalogue *catalogue = read->judge->catalogue;
	struct span key = name_remaining(read, true);
	struct alias_hit hits[ALIAS_HITS];
	size_t count = catalogue_near_alias(catalogue, key, hits);

	for (size_t i = 0; i < count; i++) {
		struct span alias_key = fold_key(read->arena, hits[i].squash);
		struct edit edit =
		    name_edit(name_remaining(read, false), key, hits[i].squash, alias_key);

		if (edit.kind == EDIT_FAR || edit.kind == EDIT_NONE)
			continue;
		if (!coined(catalogue, &hits[i], alias_key)) {
			read->reading->near_miss = hits[i].brand;
			continue;
		}
		claims_add(read->claims, hits[i].brand, CLAIM_SENDER_NAME, true);
		if (confused_pair(&edit) || read->tricks)
			read->reading->disguised = hits[i].brand;
		else
			note_resemblance(read, hits[i].brand);
		return;
	}
}

/* A short alias with an article, a place or a company's form behind it may be somebody's name (Uber, to: Uberto). */
static bool makes_a_name(const struct catalogue *catalogue, struct span name, struct span role)
{
	enum role_word kind = catalogue_role_word(catalogue, role);

	return utf8_is_ascii(role) && name.len <= SHORT_NAME && kind != ROLE_SUPPORT &&
	       kind != ROLE_ADMIN;
}

/* Claims the brand whose strong alias `name` is, where `role` is a role word beside it. */
static bool claim_beside_role(struct name_read *read, struct span name, struct span role)
{
	const struct catalogue *catalogue = read->judge->catalogue;
	struct alias_hit hits[ALIAS_HITS];

	if (name.len < 4 || role.len < 2 ||
	    catalogue_role_word(catalogue, fold_squash(read->arena, role)) == ROLE_NONE ||
	    !catalogue_alias(catalogue, fold_key(read->arena, name), hits) || hits[0].weak)
		return false;
	if (role.ptr > name.ptr && makes_a_name(catalogue, name, fold_squash(read->arena, role)))
		read->reading->resembles = hits[0].brand;
	claims_add(read->claims, hits[0].brand, CLAIM_SENDER_NAME, true);
	if (read->tricks)
		read->reading->disguised = hits[0].brand;
	return true;
}

bool claim_glued(struct name_read *read)
{
	struct span word = name_remaining(read, false);

	/* Longer than any alias and role word. */
	if (utf8_length(word) > catalogue_alias_longest(read->judge->catalogue) + GLUED_ROLE_POINTS)
		return false;
	for (size_t cut = 2; cut + 2 <= word.len; cut++) {
		struct span head = span_slice(word, 0, cut), tail = span_slice(word, cut, word.len);

		if ((tail.ptr[0] & 0xC0) != 0x80 &&
		    (claim_beside_role(read, head, tail) || claim_beside_role(read, tail, head)))
			return true;
	}
	return false;
}

bool claim_mistaken(struct name_read *read)
{
	struct span name = name_remaining(read, false), rest = name;
	struct alias_hit hits[ALIAS_HITS];

	if (utf8_is_ascii(name) || utf8_length(name) < MISTAKEN_POINTS ||
	    utf8_length(name) > catalogue_alias_longest(read->judge->catalogue))
		return false;
	while (rest.len) {
		struct builder variant = {.arena = read->arena};
		size_t at = name.len - rest.len;
		uint32_t other = name_looks_other(utf8_next(&rest));

		if (!other)
			continue;
		builder_add(&variant, span_slice(name, 0, at));
		builder_point(&variant, other);
		builder_add(&variant, rest);
		if (!catalogue_alias(read->judge->catalogue,
				     fold_key(read->arena, builder_span(&variant)), hits) ||
		    hits[0].weak)
			continue;
		claims_add(read->claims, hits[0].brand, CLAIM_SENDER_NAME, true);
		read->reading->disguised = hits[0].brand;
		return true;
	}
	return false;
}
