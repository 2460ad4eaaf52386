/* Replies below the browsers' limit: what is least missed goes first. */
#include "response.h"

/* The findings that a cut always leaves, as bytes of their text: the worst ones, enough to explain
 * the level and to fill a banner. Links are reduced before these go. */
#define KEPT_FINDINGS (384 * 1024)

static size_t size_of(const json_t *value)
{
	return json_dumpb(value, NULL, 0, RESPONSE_FLAGS);
}

/* Takes findings off the end (they are sorted, the worst first) until the excess is gone or only
 * `keep` bytes of them are left; returns the excess that remains. */
static size_t cut_findings(json_t *findings, size_t excess, size_t keep)
{
	size_t left = size_of(findings);

	while (excess > 0 && left > keep && json_array_size(findings) > 0) {
		size_t last = json_array_size(findings) - 1;
		size_t size = size_of(json_array_get(findings, last)) + 1;

		json_array_remove(findings, last);
		left -= size < left ? size : left;
		excess -= size < excess ? size : excess;
	}
	return excess;
}

/* Reduces links, from the last on, to their index, level and guard. */
static size_t reduce_links(json_t *links, size_t excess)
{
	for (size_t i = json_array_size(links); i > 0 && excess > 0; i--) {
		json_t *link = json_array_get(links, i - 1);
		json_t *reduced = json_pack("{sO sO sO}", "index", json_object_get(link, "index"),
					    "level", json_object_get(link, "level"), "guard",
					    json_object_get(link, "guard"));
		size_t before = size_of(link), after = size_of(reduced);

		if (!reduced || json_array_set_new(links, i - 1, reduced) < 0)
			break;
		excess -= before - after < excess ? before - after : excess;
	}
	return excess;
}

bool response_fit(json_t *verdict, size_t bytes)
{
	json_t *findings = json_object_get(verdict, "findings");
	size_t size = size_of(verdict), excess;

	if (size <= bytes)
		return size > 0;
	if (json_object_set_new(verdict, "truncated", json_true()) < 0)
		return false;
	size = size_of(verdict);
	excess = size > bytes ? size - bytes : 0;
	excess = cut_findings(findings, excess, KEPT_FINDINGS);
	excess = reduce_links(json_object_get(verdict, "links"), excess);
	excess = cut_findings(findings, excess, 0);
	return excess == 0;
}
