/* Look-ups by name: aliases, the words around them, and senders' addresses. */
#include "catalogue/records.h"

static struct alias_hit hit_of(const struct records *found, const struct index_alias *alias)
{
	return (struct alias_hit){
	    .shown = index_text(found->index, alias->shown),
	    .squash = index_text(found->index, alias->squash),
	    .brand = records_sibling(found, alias->brand),
	    .weak = alias->weak,
	};
}

static size_t add_alias(struct alias_hit out[static ALIAS_HITS], size_t count, struct alias_hit hit)
{
	for (size_t i = 0; i < count; i++)
		if (out[i].brand == hit.brand && out[i].weak == hit.weak &&
		    span_equal(out[i].shown, hit.shown))
			return count;
	if (count < ALIAS_HITS)
		out[count++] = hit;
	return count;
}

size_t catalogue_alias(const struct catalogue *catalogue, struct span key,
		       struct alias_hit out[static ALIAS_HITS])
{
	struct records found = records_filed(catalogue, TABLE_ALIAS, key);
	const struct index_alias *alias;
	size_t count = 0;

	while ((alias = records_next(&found)))
		if (span_equal(index_text(found.index, alias->key), key))
			count = add_alias(out, count, hit_of(&found, alias));
	return count;
}

/* Some index has the bit of this hash. */
static bool has_bit(const struct catalogue *catalogue, uint64_t hash)
{
	for (size_t i = 0; i < catalogue->count; i++)
		if (bits_have(&catalogue->indexes[i]->prefixes, hash))
			return true;
	return false;
}

bool catalogue_alias_begins(const struct catalogue *catalogue, struct span key)
{
	return key.len == 0 || has_bit(catalogue, index_prefix_hash(key));
}

bool catalogue_alias_is(const struct catalogue *catalogue, struct span key)
{
	return has_bit(catalogue, index_whole_hash(key));
}

size_t catalogue_near_alias(const struct catalogue *catalogue, struct span key,
			    struct alias_hit out[static ALIAS_HITS])
{
	struct near_records near;
	const struct index_alias *alias;
	size_t count = 0;

	records_near(&near, catalogue, TABLE_ALIAS_NEAR, key, false);
	while ((alias = records_near_next(&near)))
		if (records_near_enough(&near, alias->key))
			count = add_alias(out, count, hit_of(&near.records, alias));
	return count;
}

size_t catalogue_alias_longest(const struct catalogue *catalogue)
{
	size_t longest = 0;

	for (size_t i = 0; i < catalogue->count; i++)
		if (catalogue->indexes[i]->header.alias_longest > longest)
			longest = catalogue->indexes[i]->header.alias_longest;
	return longest;
}

enum role_word catalogue_role_word(const struct catalogue *catalogue, struct span word)
{
	struct records found = records_filed(catalogue, TABLE_ROLE_WORD, word);
	const struct index_role_word *entry;

	while ((entry = records_next(&found)))
		if (span_equal(index_text(found.index, entry->word), word))
			return entry->role;
	return ROLE_NONE;
}

/* An address as the index spells it; the empty span for one that is longer than any address. */
static struct span lower_case(struct span address, char buffer[static 512])
{
	if (address.len > 512)
		return (struct span){0};
	for (size_t i = 0; i < address.len; i++)
		buffer[i] = span_lower(address.ptr[i]);
	return (struct span){buffer, address.len};
}

size_t catalogue_address(const struct catalogue *catalogue, struct span address,
			 struct address_hit out[static ADDRESS_HITS])
{
	char buffer[512];
	struct span lower = lower_case(address, buffer);
	struct records found = records_filed(catalogue, TABLE_ADDRESS, lower);
	const struct index_address *entry;
	size_t count = 0;

	while (lower.len && count < ADDRESS_HITS && (entry = records_next(&found)))
		if (span_equal(index_text(found.index, entry->address), lower))
			out[count++] = (struct address_hit){records_sibling(&found, entry->brand),
							    entry->relay};
	return count;
}
