#include "catalogue/catalogue.h"

#include "catalogue/records.h"

static const struct index_brand *brand_find(const struct catalogue *catalogue, brand_ref brand,
					    const struct index **index)
{
	return records_at(catalogue, SECTION_BRANDS, brand, index);
}

struct brand catalogue_brand(const struct catalogue *catalogue, brand_ref ref)
{
	const struct index *index;
	const struct index_brand *brand = brand_find(catalogue, ref, &index);

	if (!brand)
		return (struct brand){0};
	return (struct brand){
	    .id = index_text(index, brand->id),
	    .name = index_text(index, brand->name),
	    .name_ja = index_text(index, brand->name_ja),
	    .category = index_text(index, brand->category),
	    .site = index_text(index, brand->site),
	    .site_ja = index_text(index, brand->site_ja),
	    .advisory = index_text(index, brand->advisory),
	    .advisory_ja = index_text(index, brand->advisory_ja),
	    .senders_complete = brand->flags & INDEX_SENDERS_COMPLETE,
	    .exact_addresses = catalogue_list_length(catalogue, ref, BRAND_MAIL_ADDRESSES) > 0,
	    .article = brand->flags & INDEX_ARTICLE,
	    .only_on_request = brand->flags & INDEX_ONLY_ON_REQUEST,
	};
}

brand_ref catalogue_brand_by_id(const struct catalogue *catalogue, struct span id)
{
	struct records found = records_filed(catalogue, TABLE_BRAND_ID, id);
	const struct index_brand *brand;

	while ((brand = records_next(&found)))
		if (span_equal(index_text(found.index, brand->id), id))
			return records_sibling(&found, found.number);
	return BRAND_NONE;
}

size_t catalogue_brand_count(const struct catalogue *catalogue)
{
	size_t count = 0;

	for (size_t i = 0; i < catalogue->count; i++)
		count += catalogue->indexes[i]->counts[SECTION_BRANDS];
	return count;
}

brand_ref catalogue_brand_at(const struct catalogue *catalogue, size_t n)
{
	for (size_t i = 0; i < catalogue->count; i++) {
		size_t count = catalogue->indexes[i]->counts[SECTION_BRANDS];

		if (n < count)
			return records_ref(i, (uint32_t)n);
		n -= count;
	}
	return BRAND_NONE;
}

size_t catalogue_list_length(const struct catalogue *catalogue, brand_ref ref, enum brand_list list)
{
	const struct index *index;
	const struct index_brand *brand = brand_find(catalogue, ref, &index);
	uint32_t from = brand ? brand->lists[list] : 0, to = brand ? brand->lists[list + 1] : 0;

	return brand && from <= to && to <= index->counts[SECTION_LISTS] ? to - from : 0;
}

struct span catalogue_list_at(const struct catalogue *catalogue, brand_ref ref,
			      enum brand_list list, size_t n)
{
	const struct index *index;
	const struct index_brand *brand = brand_find(catalogue, ref, &index);
	const struct index_text *text = NULL;

	if (n < catalogue_list_length(catalogue, ref, list))
		text = index_record(index, SECTION_LISTS, brand->lists[list] + (uint32_t)n);
	return text ? index_text(index, *text) : (struct span){0};
}

static bool lists_affiliate(const struct catalogue *catalogue, brand_ref brand, struct span id)
{
	size_t count = catalogue_list_length(catalogue, brand, BRAND_AFFILIATES);

	for (size_t i = 0; i < count; i++)
		if (span_equal(catalogue_list_at(catalogue, brand, BRAND_AFFILIATES, i), id))
			return true;
	return false;
}

bool catalogue_affiliates(const struct catalogue *catalogue, brand_ref a, brand_ref b)
{
	if (a == BRAND_NONE || b == BRAND_NONE)
		return false;
	return a == b || lists_affiliate(catalogue, a, catalogue_brand(catalogue, b).id) ||
	       lists_affiliate(catalogue, b, catalogue_brand(catalogue, a).id);
}

struct redirector catalogue_redirector(const struct catalogue *catalogue, uint32_t number)
{
	const struct index *index;
	const struct index_redirector *record =
	    records_at(catalogue, SECTION_REDIRECTORS, number, &index);
	struct redirector redirector = {0};

	if (!record)
		return redirector;
	redirector.hostname = index_text(index, record->hostname);
	redirector.path = index_text(index, record->path);
	redirector.shape = record->shape;
	redirector.certain = record->certain;
	for (size_t i = 0; i < REDIRECTOR_PARAMETERS; i++)
		redirector.parameters[i] = index_text(index, record->parameters[i]);
	return redirector;
}
