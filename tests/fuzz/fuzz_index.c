/* Index files: bytes that open answer every look-up from within themselves. */
#include "fuzz.h"

#include "catalogue/cues.h"
#include "text/hostname.h"

static const char *const texts[] = {
    "metamask.io",
    "metamask",
    "paypay.ne.jp",
    "www.paypay.ne.jp",
    "go.example",
    "d1.example",
    "support",
    "held",
    "x",
    "",
    "support@metamask.io",
};

static void look_up(const struct catalogue *catalogue, struct span text)
{
	struct domain_hit domains[DOMAIN_HITS];
	struct alias_hit aliases[ALIAS_HITS];
	struct address_hit addresses[ADDRESS_HITS];

	CHECK(catalogue_domain(catalogue, text, domains) <= DOMAIN_HITS);
	for (size_t i = catalogue_match(catalogue, text, ~0U, domains); i-- > 0;)
		if (domains[i].redirector)
			(void)catalogue_redirector(catalogue, domains[i].redirector);
	CHECK(catalogue_by_skeleton(catalogue, text, domains) <= DOMAIN_HITS);
	CHECK(catalogue_near_skeleton(catalogue, text, domains) <= DOMAIN_HITS);
	CHECK(catalogue_near_brands(catalogue, text, domains) <= DOMAIN_HITS);
	CHECK(catalogue_brands_by_skeleton(catalogue, text, domains) <= DOMAIN_HITS);
	CHECK(catalogue_brand_domain(catalogue, text, domains) <= DOMAIN_HITS);
	(void)catalogue_tail_is(catalogue, text);
	(void)catalogue_tail_begins(catalogue, text);
	CHECK(catalogue_alias(catalogue, text, aliases) <= ALIAS_HITS);
	CHECK(catalogue_near_alias(catalogue, text, aliases) <= ALIAS_HITS);
	CHECK(catalogue_address(catalogue, text, addresses) <= ADDRESS_HITS);
	CHECK(catalogue_registrable(catalogue, text).len <= text.len);
	(void)catalogue_alias_begins(catalogue, text);
	(void)catalogue_role_word(catalogue, text);
	(void)catalogue_brand_by_id(catalogue, text);
}

static void use(const struct index *index)
{
	const struct catalogue catalogue = {.indexes = {index}, .count = 1};
	struct cues *cues;
	char problem[160];

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		look_up(&catalogue, span_of(texts[i]));
	for (size_t i = 0; i < index_cue_count(index); i++)
		CHECK(index_cue(index, i).pattern.len < SIZE_MAX);
	cues = cues_new(&catalogue, problem);
	if (cues) {
		struct cue_match found[4];

		CHECK(cues_find(cues, SPAN("5 held mails are waiting"), ~0U, found, 4) <= 4);
		cues_free(&cues);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool open;
	struct span bytes = fuzz_text(data, size);
	struct index *index;
	char problem[160];

	open = open || hostname_open();
	CHECK(open);
	problem[0] = '\0';
	index = index_open(bytes.ptr, bytes.len, problem);
	if (index)
		use(index);
	else
		CHECK(problem[0]);
	index_close(&index);
	fuzz_text_free(bytes);
	return 0;
}
