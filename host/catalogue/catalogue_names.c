/* Look-ups by name: aliases, the words around them, and senders' addresses. */
#include "catalogue/index_view.h"

static struct alias_hit hit_of(const struct index *index, size_t index_number,
			       const struct index_alias *alias)
{
	return (struct alias_hit){
	    .shown = index_text(index, alias->shown),
	    .squash = index_text(index, alias->squash),
	    .brand = index_ref(index_number, alias->brand),
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
	size_t count = 0;

	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_ALIAS, key);
		uint32_t number;

		while (probe_next(&probe, &number)) {
			const struct index_alias *alias =
			    index_record(index, SECTION_ALIASES, number);

			if (alias && span_equal(index_text(index, alias->key), key))
				count = add_alias(out, count, hit_of(index, i, alias));
		}
	}
	return count;
}

bool catalogue_alias_begins(const struct catalogue *catalogue, struct span key)
{
	uint64_t hash = index_prefix_hash(key);

	if (key.len == 0)
		return true;
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		const unsigned char *bits = index_record(index, SECTION_PREFIXES, 0);
		size_t bit = (size_t)hash & ((size_t)index->counts[SECTION_PREFIXES] * 8 - 1);

		if (bits && bits[bit / 8] & 1u << bit % 8)
			return true;
	}
	return false;
}

static size_t find_near(const struct catalogue *catalogue, struct span form, struct span key,
			bool joined, struct alias_hit out[static ALIAS_HITS], size_t count)
{
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_ALIAS_NEAR, form);
		uint32_t number;

		while (probe_next(&probe, &number)) {
			const struct index_alias *alias =
			    index_record(index, SECTION_ALIASES, number);

			if (alias && near_enough(index_text(index, alias->key), key, joined))
				count = add_alias(out, count, hit_of(index, i, alias));
		}
	}
	return count;
}

size_t catalogue_near_alias(const struct catalogue *catalogue, struct span key,
			    struct alias_hit out[static ALIAS_HITS])
{
	char buffer[NEAR_TEXT_MAX];
	struct span readings[2] = {key, near_joined(key, buffer)};
	size_t count = 0;

	for (int joined = 0; joined < 2; joined++) {
		struct near_forms forms;
		struct span form;

		if (!near_forms_start(&forms, readings[joined]))
			break;
		while (near_forms_next(&forms, &form))
			count = find_near(catalogue, form, readings[joined], joined, out, count);
	}
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
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_ROLE_WORD, word);
		uint32_t number;

		while (probe_next(&probe, &number)) {
			const struct index_role_word *entry =
			    index_record(index, SECTION_ROLE_WORDS, number);

			if (entry && span_equal(index_text(index, entry->word), word))
				return entry->role;
		}
	}
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
	size_t count = 0;

	for (size_t i = 0; lower.len && i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_ADDRESS, lower);
		uint32_t number;

		while (count < ADDRESS_HITS && probe_next(&probe, &number)) {
			const struct index_address *entry =
			    index_record(index, SECTION_ADDRESSES, number);

			if (entry && span_equal(index_text(index, entry->address), lower))
				out[count++] =
				    (struct address_hit){index_ref(i, entry->brand), entry->relay};
		}
	}
	return count;
}
