#include "detect/sisters.h"

#include "detect/organisation.h"

/* What the choice is made from. */
struct choice {
	const struct catalogue *catalogue;
	const brand_ref *claimed;
	size_t claimed_count;
};

static bool is_claimed(const struct choice *choice, const struct lookalike *found)
{
	for (size_t i = 0; i < choice->claimed_count; i++)
		if (choice->claimed[i] == found->target.brand)
			return true;
	return false;
}

static struct span registrable(const struct choice *choice, const struct lookalike *found)
{
	return catalogue_registrable(choice->catalogue, found->target.name);
}

/* The brand that `a` names lists the domain that `b` names. */
static bool lists(const struct choice *choice, const struct lookalike *a, const struct lookalike *b)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_domain(choice->catalogue, registrable(choice, b), hits);

	for (size_t i = 0; i < count; i++)
		if (hits[i].brand == a->target.brand)
			return true;
	return false;
}

/* What `b` imitates is a site of the brand that `a` names; its own brand only writes from there. */
static bool is_theirs(const struct choice *choice, const struct lookalike *a,
		      const struct lookalike *b)
{
	return lists(choice, a, b) &&
	       !organisation_has_site(choice->catalogue, b->target.brand, b->target.name);
}

/* rakuten of rakuten-card. */
static bool is_part(struct span part, struct span label)
{
	if (part.len == 0 || label.len < part.len + 2)
		return false;
	return (span_starts(label, part) && label.ptr[part.len] == '-') ||
	       (span_ends(label, part) && label.ptr[label.len - part.len - 1] == '-');
}

/* One house's names, one of which is a part of the other: what bears the longer bears both. */
static bool are_nested(const struct choice *choice, const struct lookalike *a,
		       const struct lookalike *b)
{
	return (is_part(a->target.label, b->target.label) ||
		is_part(b->target.label, a->target.label)) &&
	       catalogue_affiliates(choice->catalogue, a->target.brand, b->target.brand);
}

static bool share_name(const struct choice *choice, const struct lookalike *a,
		       const struct lookalike *b)
{
	if (a->target.brand == BRAND_NONE || b->target.brand == BRAND_NONE)
		return false;
	return are_nested(choice, a, b) ||
	       span_equal(registrable(choice, a), registrable(choice, b)) ||
	       is_theirs(choice, a, b) ||
	       (span_equal(a->target.label, b->target.label) &&
		(lists(choice, a, b) || lists(choice, b, a)));
}

/* How much of a brand's own the imitated domain is. */
static int closeness(const struct choice *choice, const struct lookalike *found)
{
	const struct domain_hit *target = &found->target;

	return is_claimed(choice, found) * 4 +
	       span_equal(registrable(choice, found), target->name) * 2 +
	       organisation_has_site(choice->catalogue, target->brand, target->name);
}

static enum level higher(enum level a, enum level b)
{
	return a > b ? a : b;
}

/* Lets *kept stand for both, under the name that is closer; not where that would take a finding of a lesser kind for
 * what the stronger one proves. False where both must stand. */
static bool stands_for(const struct choice *choice, struct lookalike *kept,
		       const struct lookalike *other)
{
	enum level level = higher(kept->level, other->level);
	enum level level_claimed = higher(kept->level_claimed, other->level_claimed);
	int closeness_gained = closeness(choice, other) - closeness(choice, kept);
	bool closer = closeness_gained > 0 ||
		      (closeness_gained == 0 && is_part(kept->target.label, other->target.label));

	if (kept->code != other->code)
		return !is_claimed(choice, other) || is_claimed(choice, kept);
	if (closer)
		*kept = *other;
	kept->level = level;
	kept->level_claimed = level_claimed;
	return true;
}

size_t sisters_merge(const struct catalogue *catalogue, const brand_ref *claimed,
		     size_t claimed_count, struct lookalike found[static LOOKALIKES], size_t count)
{
	const struct choice choice = {catalogue, claimed, claimed_count};
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		size_t leader = 0;

		while (leader < kept && !(share_name(&choice, &found[leader], &found[i]) &&
					  stands_for(&choice, &found[leader], &found[i])))
			leader++;
		if (leader == kept)
			found[kept++] = found[i];
	}
	return kept;
}
