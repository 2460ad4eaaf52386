/* The index as a file: what is sound opens, every kind of damage is refused with its reason, and no
 * bytes whatever make a look-up read elsewhere (run it with AddressSanitizer). */
#include "catalogue_fixture.h"

#include "catalogue/index_build.h"
#include "catalogue/index_hash.h"
#include "catalogue/index_table.h"

#define MORE_DOMAINS 400 /* more than a bucket holds */
static char more_domains[MORE_DOMAINS * 20 + 200];

static const struct fixture_file files[] = {
    {"brands/metamask.json",
     BRAND("metamask", "MetaMask", "metamask.io",
	   "\"aliases\": [\"メタマスク\"], \"web_domains\": [\"metamask.io\"], \"mail_addresses\": "
	   "[\"support@metamask.io\"], \"affiliates\": [\"paypay\"], ")},
    {"brands/paypay.json",
     BRAND("paypay", "PayPay", "paypay.ne.jp",
	   "\"aliases\": [\"ペイペイ\"], \"web_domains\": [\"paypay.ne.jp\", \"paypay.com\"], ")},
    {"infrastructure/redirectors.json",
     "{\"redirectors\": [{\"hostname\": \"go.example\", \"parameters\": [\"u\"], \"shape\": "
     "\"query\"}], " SOURCE_HIGH "}"},
    {"infrastructure/honest.json", more_domains},
    {"names.json", "{\"support\": [\"support\"], " SOURCE_HIGH "}"},
    {"hostnames.json", "{\"strong\": [\"login\"], \"throwaway\": [\"top\"], " SOURCE_HIGH "}"},
    {"wording/held.json",
     "{\"cues\": [{\"id\": \"held\", \"kind\": \"wording\", \"strength\": \"strong\", \"literal\": "
     "\"held\", \"pattern\": \"held mails\", \"matches\": [\"5 held mails\"], \"honest\": "
     "[\"we held a meeting\"]}], " SOURCE_HIGH "}"},
    {NULL, NULL},
};

static struct compiled sound;

static int setup(void **state)
{
	size_t len =
	    (size_t)sprintf(more_domains, "{\"role\": \"honest\", \"domains\": [\"d.example\"");

	(void)state;
	for (int i = 1; i < MORE_DOMAINS; i++)
		len += (size_t)sprintf(more_domains + len, ", \"d%d.example\"", i);
	sprintf(more_domains + len, "], " SOURCE_HIGH "}");
	sound = fixture_make(files);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_free(&sound);
	return 0;
}

/* A copy of the sound bytes to be damaged. */
struct copy {
	void *bytes;
	struct index_header *header;
};

static struct copy copy_of_sound(void)
{
	struct copy copy = {malloc(sound.size), NULL};

	assert_non_null(copy.bytes);
	memcpy(copy.bytes, sound.bytes, sound.size);
	copy.header = copy.bytes;
	return copy;
}

static void *section(const struct copy *copy, enum index_section number)
{
	return (char *)copy->bytes + copy->header->sections[number].offset;
}

/* ---- opening ---- */

static void facts_are_those_of_the_source(void **state)
{
	struct index_facts facts = index_facts(sound.index);
	struct cue_source cue = index_cue(sound.index, 0);

	(void)state;
	assert_span(facts.version, "2026-11-22");
	assert_int_equal(facts.brands, 2);
	assert_int_equal(facts.domains, 4 + MORE_DOMAINS);
	assert_int_equal(index_cue_count(sound.index), 1);
	assert_span(cue.id, "held");
	assert_span(cue.literal, "held");
	assert_span(cue.pattern, "held mails");
	assert_span(index_cue(sound.index, 1).id, "");
}

static void an_empty_source_is_an_index(void **state)
{
	struct source *source = source_new();
	struct compiled empty = fixture_compile(source);

	(void)state;
	assert_int_equal(index_facts(empty.index).brands, 0);
	assert_span(index_facts(empty.index).version, "");
	index_close(&empty.index);
	free(empty.bytes);
	source_free(&source);
}

/* Around the lengths that take one byte and two of seven bits. */
static void texts_of_all_lengths_are_read_back(void **state)
{
	static const size_t lengths[] = {0, 1, TEXT_SHORT, TEXT_SHORT + 1, 128, 1 << 14, 70000};
	static char letters[70000];
	struct index_builder *builder = index_builder_new();
	struct index_finish finish = {0};
	struct catalogue catalogue = {.count = 1};
	struct index *index;
	char problem[160];
	void *bytes;
	size_t size;

	(void)state;
	memset(letters, 'a', sizeof(letters));
	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		struct index_brand brand = {
		    .id = index_builder_text(builder, (struct span){letters, lengths[i]})};

		index_builder_record(builder, SECTION_BRANDS, &brand);
	}
	assert_true(index_builder_finish(builder, &finish, &bytes, &size, problem));
	index = index_open(bytes, size, problem);
	catalogue.indexes[0] = index;
	assert_non_null(index);
	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		struct span id = catalogue_brand(&catalogue, catalogue_brand_at(&catalogue, i)).id;

		assert_int_equal(id.len, lengths[i]);
		assert_memory_equal(id.ptr, letters, id.len);
	}
	index_close(&index);
	free(bytes);
	index_builder_free(&builder);
}

static void a_text_may_be_too_long(void **state)
{
	struct index_builder *builder = index_builder_new();
	struct index_finish finish = {0};
	char *letters = calloc(1, TEXT_LONGEST + 1), problem[160];
	void *bytes;
	size_t size;

	(void)state;
	assert_non_null(letters);
	index_builder_text(builder, (struct span){letters, TEXT_LONGEST + 1});
	assert_false(index_builder_finish(builder, &finish, &bytes, &size, problem));
	index_builder_free(&builder);
	free(letters);
}

static void every_shorter_file_is_refused(void **state)
{
	char problem[160];

	(void)state;
	for (size_t size = 0; size < sound.size; size++) {
		/* Exactly as many bytes as are said to be there. */
		char *bytes = malloc(size + 1);

		memcpy(bytes, sound.bytes, size);
		assert_null(index_open(bytes, size, problem));
		assert_true(strlen(problem) > 0);
		free(bytes);
	}
	assert_null(index_open(NULL, 0, problem));
	assert_null(index_open((char *)sound.bytes + 1, sound.size - 1, problem));
	assert_non_null(strstr(problem, "aligned"));
}

/* ---- one damage each ---- */

static void wrong_magic(struct copy *c)
{
	c->header->magic[0] = 'H';
}

static void wrong_order(struct copy *c)
{
	c->header->order = 0x04030201;
}

static void wrong_version(struct copy *c)
{
	c->header->version++;
}

static void wrong_size(struct copy *c)
{
	c->header->size--;
}

static void long_aliases(struct copy *c)
{
	c->header->alias_longest = ALIAS_LONGEST + 1;
}

static void section_behind_end(struct copy *c)
{
	c->header->sections[SECTION_DOMAINS].offset = (uint32_t)(sound.size + 7) / 8 * 8;
}

static void section_too_long(struct copy *c)
{
	c->header->sections[SECTION_COUNT - 1].length = UINT32_MAX;
}

static void section_in_header(struct copy *c)
{
	c->header->sections[SECTION_STRINGS].offset = 8;
}

static void sections_overlap(struct copy *c)
{
	c->header->sections[SECTION_LISTS].offset = c->header->sections[SECTION_BRANDS].offset;
}

static void section_unaligned(struct copy *c)
{
	c->header->sections[SECTION_CUES].offset += 4;
}

static void half_a_record(struct copy *c)
{
	c->header->sections[SECTION_CUES].length -= 4;
}

static void broken_utf8(struct copy *c)
{
	*(unsigned char *)section(c, SECTION_STRINGS) = 0xff;
}

static void date_elsewhere(struct copy *c)
{
	c->header->date.at = UINT32_MAX;
}

static void text_elsewhere(struct copy *c)
{
	((struct index_domain *)section(c, SECTION_DOMAINS))->name.at =
	    c->header->sections[SECTION_STRINGS].length;
}

/* The first domain's name, from its length on. */
static unsigned char *first_name(struct copy *c)
{
	return (unsigned char *)section(c, SECTION_STRINGS) +
	       ((struct index_domain *)section(c, SECTION_DOMAINS))->name.at;
}

/* Ends the strings so many bytes behind where the first domain's name begins. */
static void cut_strings(struct copy *c, uint32_t bytes)
{
	c->header->sections[SECTION_STRINGS].length =
	    ((struct index_domain *)section(c, SECTION_DOMAINS))->name.at + bytes;
}

static void text_goes_on_behind_the_end(struct copy *c)
{
	first_name(c)[0] = TEXT_SHORT;
	cut_strings(c, TEXT_SHORT);
}

static void length_goes_on_behind_the_end(struct copy *c)
{
	first_name(c)[0] = TEXT_SHORT + 1;
	cut_strings(c, 3);
}

static void long_text_elsewhere(struct copy *c)
{
	memset(first_name(c), 127, 4);
}

/* The length before the brand's katakana name. */
static char *katakana(struct copy *c)
{
	char *strings = section(c, SECTION_STRINGS);
	char *found = memmem(strings, c->header->sections[SECTION_STRINGS].length, "メタマスク",
			     strlen("メタマスク"));

	assert_non_null(found);
	return found - 1;
}

static void text_ends_within_a_letter(struct copy *c)
{
	katakana(c)[0]--;
}

/* A letter's second byte would be its length. */
static void text_begins_within_a_letter(struct copy *c)
{
	((struct index_alias *)section(c, SECTION_ALIASES))->shown.at =
	    (uint32_t)(katakana(c) + 2 - (char *)section(c, SECTION_STRINGS));
}

static void lists_fall(struct copy *c)
{
	((struct index_brand *)section(c, SECTION_BRANDS))->lists[1] = UINT32_MAX;
}

static void lists_elsewhere(struct copy *c)
{
	struct index_brand *brand = section(c, SECTION_BRANDS);

	brand->lists[BRAND_LISTS] = 1000;
}

static void domain_of_no_brand(struct copy *c)
{
	((struct index_domain *)section(c, SECTION_DOMAINS))->brand = 3;
}

static void domain_of_no_kind(struct copy *c)
{
	((struct index_domain *)section(c, SECTION_DOMAINS))->kind = LABEL_WORD + 1;
}

static struct index_domain *redirecting(struct copy *c)
{
	struct index_domain *domain = section(c, SECTION_DOMAINS);

	while (!(domain->roles & DOMAIN_REDIRECTOR))
		domain++;
	return domain;
}

static void domain_of_no_redirector(struct copy *c)
{
	redirecting(c)->redirector = 2;
}

static void redirector_without_role(struct copy *c)
{
	redirecting(c)->roles = DOMAIN_HONEST;
}

static void alias_of_no_brand(struct copy *c)
{
	((struct index_alias *)section(c, SECTION_ALIASES))->brand = 2;
}

static void address_of_no_brand(struct copy *c)
{
	((struct index_address *)section(c, SECTION_ADDRESSES))->brand = 2;
}

static void word_of_no_role(struct copy *c)
{
	((struct index_role_word *)section(c, SECTION_ROLE_WORDS))->role = ROLE_PRODUCT + 1;
}

static void hostname_word_of_no_kind(struct copy *c)
{
	((struct index_hostname_word *)section(c, SECTION_HOSTNAME_WORDS))->kinds =
	    HOSTNAME_WORLDWIDE * 2;
}

static void redirector_of_no_shape(struct copy *c)
{
	((struct index_redirector *)section(c, SECTION_REDIRECTORS))->shape =
	    REDIRECT_TRANSLATE_HOST + 1;
}

static void cue_of_no_kind(struct copy *c)
{
	((struct index_cue *)section(c, SECTION_CUES))->kind = 32;
}

static void cue_of_no_strength(struct copy *c)
{
	((struct index_cue *)section(c, SECTION_CUES))->strength = 2;
}

static void prefixes_no_power(struct copy *c)
{
	c->header->sections[SECTION_PREFIXES].length--;
}

static void tails_no_power(struct copy *c)
{
	c->header->sections[SECTION_TAILS].length--;
}

static void listed_twice(struct copy *c)
{
	c->header->listed = 2;
}

static void no_room_for_a_table(struct copy *c)
{
	c->header->sections[TABLE_ALIAS].length = 8;
}

static void buckets_no_power(struct copy *c)
{
	((struct index_table *)section(c, TABLE_DOMAIN))->buckets--;
}

static void no_buckets(struct copy *c)
{
	((struct index_table *)section(c, TABLE_DOMAIN))->buckets = 0;
}

static void many_buckets(struct copy *c)
{
	((struct index_table *)section(c, TABLE_DOMAIN))->buckets = 1u << 31;
}

static void many_entries(struct copy *c)
{
	((struct index_table *)section(c, TABLE_DOMAIN))->entries = UINT32_MAX;
}

static void no_filter(struct copy *c)
{
	((struct index_table *)section(c, TABLE_DOMAIN))->words = 0;
}

static void large_filter(struct copy *c)
{
	((struct index_table *)section(c, TABLE_DOMAIN))->words = UINT32_MAX;
}

static void long_numbers(struct copy *c)
{
	((struct index_table *)section(c, TABLE_DOMAIN))->record_bits = RECORD_BITS + 1;
}

static uint32_t *starts(struct copy *c, enum index_section number)
{
	struct index_table *table = section(c, number);

	return (uint32_t *)((uint64_t *)(table + 1) + table->words);
}

static void first_bucket_late(struct copy *c)
{
	starts(c, TABLE_DOMAIN)[0] = 1;
}

static void last_bucket_early(struct copy *c)
{
	starts(c, TABLE_DOMAIN)[((struct index_table *)section(c, TABLE_DOMAIN))->buckets]--;
}

static void bucket_falls(struct copy *c)
{
	uint32_t *start = starts(c, TABLE_DOMAIN);

	while (*start == 0)
		start++;
	start[1] = *start - 1;
}

static void entry_of_no_record(struct copy *c)
{
	struct index_table *table = section(c, TABLE_DOMAIN);
	uint32_t *entry = starts(c, TABLE_DOMAIN) + table->buckets + 1;

	*entry |= 4 + MORE_DOMAINS;
}

/* All entries in the last bucket. */
static void bucket_too_full(struct copy *c)
{
	struct index_table *table = section(c, TABLE_DOMAIN);

	assert_true(table->entries > BUCKET_KEYS * KEY_RECORDS);
	memset(starts(c, TABLE_DOMAIN), 0, table->buckets * sizeof(uint32_t));
}

static void each_damage_is_refused_with_its_reason(void **state)
{
	static const struct {
		void (*damage)(struct copy *copy);
		const char *reason;
	} cases[] = {
	    {wrong_magic, "magic"},
	    {wrong_order, "byte order"},
	    {wrong_version, "version 12"},
	    {wrong_size, "bytes"},
	    {long_aliases, "aliases"},
	    {listed_twice, "plain lists"},
	    {section_behind_end, "lie elsewhere"},
	    {section_too_long, "lie elsewhere"},
	    {section_in_header, "lie elsewhere"},
	    {sections_overlap, "lie elsewhere"},
	    {section_unaligned, "lie elsewhere"},
	    {half_a_record, "whole number of records"},
	    {broken_utf8, "UTF-8"},
	    {date_elsewhere, "text lies elsewhere"},
	    {text_elsewhere, "text lies elsewhere"},
	    {text_goes_on_behind_the_end, "text lies elsewhere"},
	    {length_goes_on_behind_the_end, "text lies elsewhere"},
	    {long_text_elsewhere, "text lies elsewhere"},
	    {text_ends_within_a_letter, "text lies elsewhere"},
	    {text_begins_within_a_letter, "text lies elsewhere"},
	    {lists_fall, "lists overlap"},
	    {lists_elsewhere, "lists lie elsewhere"},
	    {domain_of_no_brand, "out of range"},
	    {domain_of_no_kind, "out of range"},
	    {domain_of_no_redirector, "out of range"},
	    {redirector_without_role, "out of range"},
	    {alias_of_no_brand, "out of range"},
	    {address_of_no_brand, "out of range"},
	    {word_of_no_role, "out of range"},
	    {hostname_word_of_no_kind, "out of range"},
	    {redirector_of_no_shape, "out of range"},
	    {cue_of_no_kind, "out of range"},
	    {cue_of_no_strength, "out of range"},
	    {prefixes_no_power, "no power of two"},
	    {tails_no_power, "no power of two"},
	    {no_room_for_a_table, "no room"},
	    {buckets_no_power, "no power of two"},
	    {no_buckets, "no power of two"},
	    {no_filter, "no filter"},
	    {long_numbers, "numbers of 25 bits"},
	    {large_filter, "another size"},
	    {many_buckets, "another size"},
	    {many_entries, "another size"},
	    {first_bucket_late, "do not cover"},
	    {last_bucket_early, "do not cover"},
	    {bucket_falls, "ends before"},
	    {entry_of_no_record, "names no record"},
	    {bucket_too_full, "too full"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct copy copy = copy_of_sound();
		char problem[160] = "";
		struct index *index;

		cases[i].damage(&copy);
		index = index_open(copy.bytes, sound.size, problem);
		if (index || !strstr(problem, cases[i].reason))
			fail_msg("damage %zu (%s): \"%s\"", i, cases[i].reason, problem);
		free(copy.bytes);
	}
}

/* ---- any damage ---- */

static uint32_t random_state = 2463534242u;

static uint32_t random_below(uint32_t limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state % limit;
}

/* Reads every byte, so that a sanitizer sees where it lies. */
static size_t touch(struct span text)
{
	volatile char sum = 0;

	for (size_t i = 0; i < text.len; i++)
		sum = (char)(sum ^ text.ptr[i]);
	return text.len;
}

static void touch_brands(const struct catalogue *catalogue)
{
	for (size_t n = 0; n < catalogue_brand_count(catalogue); n++) {
		brand_ref brand = catalogue_brand_at(catalogue, n);

		touch(catalogue_brand(catalogue, brand).name_ja);
		touch(catalogue_brand(catalogue, brand).site);
		for (unsigned list = 0; list < BRAND_LISTS; list++)
			for (size_t i = 0; i < catalogue_list_length(catalogue, brand, list); i++)
				touch(catalogue_list_at(catalogue, brand, list, i));
	}
}

static void touch_domains(const struct catalogue *catalogue, const struct domain_hit *hits,
			  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		touch(hits[i].name);
		touch(hits[i].label);
		touch(catalogue_brand(catalogue, hits[i].brand).id);
		touch(catalogue_redirector(catalogue, hits[i].redirector).parameters[0]);
	}
}

static void touch_everything(const struct index *index)
{
	static const char *const names[] = {"metamask.io", "go.example", "metamask",
					    "metamsk",	   "support",	 "support@metamask.io",
					    "rnetarnask",  "paypay",	 "メタマスク"};
	struct catalogue catalogue = {.indexes = {index}, .count = 1};
	struct domain_hit domains[DOMAIN_HITS];
	struct alias_hit aliases[ALIAS_HITS];
	struct address_hit addresses[ADDRESS_HITS];

	touch_brands(&catalogue);
	touch(index_facts(index).version);
	for (size_t i = 0; i < index_cue_count(index); i++)
		touch(index_cue(index, i).pattern);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct span name = span_of(names[i]);
		size_t count;

		touch_domains(&catalogue, domains, catalogue_match(&catalogue, name, ~0u, domains));
		touch_domains(&catalogue, domains,
			      catalogue_by_skeleton(&catalogue, name, domains));
		touch_domains(&catalogue, domains,
			      catalogue_near_skeleton(&catalogue, name, domains));
		touch(catalogue_registrable(&catalogue, name));
		count = catalogue_alias(&catalogue, name, aliases);
		for (size_t k = 0; k < count; k++)
			touch(aliases[k].shown);
		count = catalogue_near_alias(&catalogue, name, aliases);
		for (size_t k = 0; k < count; k++)
			touch(aliases[k].squash);
		catalogue_address(&catalogue, name, addresses);
		catalogue_role_word(&catalogue, name);
	}
}

static void flip(struct copy *copy)
{
	for (uint32_t n = 1 + random_below(4); n > 0; n--)
		((unsigned char *)copy->bytes)[random_below((uint32_t)sound.size)] ^=
		    (unsigned char)(1 + random_below(255));
}

static void random_damage_is_refused_or_harmless(void **state)
{
	size_t refused = 0;
	char problem[160];

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct copy copy = copy_of_sound();
		struct index *index;

		flip(&copy);
		index = index_open(copy.bytes, sound.size, problem);
		refused += !index;
		if (index)
			touch_everything(index);
		index_close(&index);
		free(copy.bytes);
	}
	assert_true(refused > 300);
}

/* A mapped file that somebody writes to while it is open. */
static void damage_after_opening_is_harmless(void **state)
{
	char problem[160];

	(void)state;
	for (int round = 0; round < 1000; round++) {
		struct copy copy = copy_of_sound();
		struct index *index = index_open(copy.bytes, sound.size, problem);

		assert_non_null(index);
		for (int n = 0; n < 10; n++)
			flip(&copy);
		touch_everything(index);
		index_close(&index);
		free(copy.bytes);
	}
}

/* ---- hash tables ---- */

static void add_key(struct array *keys, uint64_t hash, uint32_t record)
{
	struct table_key *key = array_push(keys, sizeof(*key));

	assert_non_null(key);
	*key = (struct table_key){hash, record, (uint32_t)(keys->count - 1)};
}

#define KEYS 40000

static uint64_t key_of(uint32_t n)
{
	return index_hash((struct span){(const char *)&n, sizeof(n)});
}

/* A table of KEYS keys, key n with record n. The caller frees it. */
static char *large_table(struct table_plan *plan)
{
	struct array keys = {0};
	char *bytes;

	for (uint32_t i = 0; i < KEYS; i++)
		add_key(&keys, key_of(i), i);
	assert_true(index_table_plan(&keys, 1, plan));
	bytes = calloc(1, plan->bytes);
	assert_non_null(bytes);
	index_table_write(&keys, plan, bytes);
	array_free(&keys);
	return bytes;
}

static bool in_filter(const char *bytes, const struct table_plan *plan, uint64_t hash)
{
	const uint64_t *filter = (const void *)(bytes + sizeof(struct index_table));
	uint64_t bits = index_filter_bits(hash);

	return (filter[index_filter_word(hash, plan->words)] & bits) == bits;
}

/* Whatever the seed, buckets stay small and every key leads to its record. */
static void no_bucket_is_too_full(void **state)
{
	struct table_plan plan;
	char *bytes = large_table(&plan);
	const uint32_t *first =
	    (const void *)(bytes + sizeof(struct index_table) + plan.words * sizeof(uint64_t));
	const uint32_t *entries = first + plan.buckets + 1;
	uint32_t most = 0, found = 0;

	(void)state;
	for (uint32_t b = 0; b < plan.buckets; b++)
		most = first[b + 1] - first[b] > most ? first[b + 1] - first[b] : most;
	assert_true(most > 0 && most <= BUCKET_KEYS);
	assert_int_equal(first[plan.buckets], KEYS);
	assert_int_equal(plan.record_bits, 16);
	for (uint32_t n = 0; n < KEYS; n++) {
		uint64_t hash = index_table_hash(plan.seed, key_of(n));
		uint32_t b = (uint32_t)hash & (plan.buckets - 1);

		for (uint32_t i = first[b]; i < first[b + 1]; i++)
			found += entries[i] == (((uint32_t)(hash >> 32) & ~0xffffu) | n);
	}
	assert_int_equal(found, KEYS);
	free(bytes);
}

/* The filter has every key, and of a hundred others few. */
static void the_filter_tells_most_others(void **state)
{
	struct table_plan plan;
	char *bytes = large_table(&plan);
	uint32_t others = 0;

	(void)state;
	for (uint32_t n = 0; n < KEYS; n++)
		assert_true(in_filter(bytes, &plan, key_of(n)));
	for (uint32_t n = KEYS; n < 2 * KEYS; n++)
		others += in_filter(bytes, &plan, key_of(n));
	assert_in_range(others, 1, KEYS * 3 / 100);
	assert_in_range(plan.words, KEYS * 10 / 64, KEYS * 11 / 64);
	free(bytes);
}

/* Numbers that leave no bits for the key's hash are refused. */
static void numbers_may_be_too_large(void **state)
{
	struct array keys = {0};
	struct table_plan plan;

	(void)state;
	add_key(&keys, 1, (1u << RECORD_BITS) - 1);
	assert_true(index_table_plan(&keys, 1, &plan));
	add_key(&keys, 2, 1u << RECORD_BITS);
	assert_false(index_table_plan(&keys, 1, &plan));
	array_free(&keys);
}

/* Keys made to share a bucket under the first seed: another seed is found. */
static void aimed_keys_get_another_seed(void **state)
{
	struct array keys = {0};
	struct table_plan plan;
	uint64_t hash = 0;

	(void)state;
	for (uint32_t found = 0; found < BUCKET_KEYS + 4; hash++)
		if ((index_table_hash(1, hash) & 3) == 3)
			add_key(&keys, hash, found++);
	assert_true(index_table_plan(&keys, 1, &plan));
	assert_int_equal(plan.buckets, 4);
	assert_true(plan.seed > 1);
	array_free(&keys);
}

static void a_key_keeps_its_first_records(void **state)
{
	struct array keys = {0};
	struct table_plan plan;

	(void)state;
	for (uint32_t i = 0; i < 10; i++) {
		add_key(&keys, 42, 100 - i);
		add_key(&keys, 42, 100 - i); /* repeated */
	}
	add_key(&keys, 43, 7);
	assert_true(index_table_plan(&keys, 3, &plan));
	assert_int_equal(plan.entries, 4);
	assert_int_equal(plan.cut, 1);
	assert_int_equal(ARRAY_AT(&keys, struct table_key, 0)->record, 100);
	assert_int_equal(ARRAY_AT(&keys, struct table_key, 1)->record, 99);
	assert_int_equal(ARRAY_AT(&keys, struct table_key, 2)->record, 98);
	assert_int_equal(ARRAY_AT(&keys, struct table_key, 3)->record, 7);
	array_free(&keys);
}

static void one_deletion_forms(void **state)
{
	static const struct {
		const char *text, *forms;
	} cases[] = {
	    {"abc", "abc bc ac ab"},	 {"aab", "aab ab aa"}, {"aaa", "aaa aa"},
	    {"é本a", "é本a 本a éa é本"}, {"a", "a "},	       {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct near_forms forms;
		struct span left = span_of(cases[i].forms);
		bool more = near_forms_start(&forms, span_of(cases[i].text));
		uint64_t hash;

		assert_true(more == (left.len > 0));
		while (more && near_forms_next(&forms, &hash)) {
			size_t space = span_find(left, ' ');

			assert_true(hash == near_hash(span_slice(left, 0, space)));
			left = space == SPAN_NONE ? (struct span){0}
						  : span_slice(left, space + 1, left.len);
			if (space == SPAN_NONE)
				assert_false(near_forms_next(&forms, &hash));
			more = space != SPAN_NONE;
		}
		assert_false(more);
	}
}

/* Every form of many a text is hashed as if it were written out, and two texts one edit apart share one. */
static void forms_are_hashed_like_texts(void **state)
{
	static const char letters[] = "aabcn";
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct near_forms forms;
		char text[40], form[40];
		size_t len = 1 + (seed >> 8) % sizeof(text), at = 0;
		uint64_t hash;

		for (size_t i = 0; i < len; i++, seed = seed * 1103515245 + 12345)
			text[i] = letters[(seed >> 16) % 5];
		assert_true(near_forms_start(&forms, (struct span){text, len}));
		assert_true(near_forms_next(&forms, &hash));
		assert_true(hash == near_hash((struct span){text, len}));
		while (near_forms_next(&forms, &hash)) {
			assert_true(at < len);
			memcpy(form, text, at);
			memcpy(form + at, text + at + 1, len - at - 1);
			assert_true(hash == near_hash((struct span){form, len - 1}));
			while (at + 1 < len && text[at + 1] == text[at])
				at++;
			at++;
		}
		assert_int_equal(at, len);
	}
}

/* The values are those of another implementation. */
static void the_other_hashes_do_not_change(void **state)
{
	(void)state;
	assert_true(near_hash(SPAN("metamask")) == UINT64_C(0x54296ac76f447eb4));
	assert_true(near_hash(SPAN("wikipedia")) == UINT64_C(0x8998b2fdd771b6a7));
	assert_true(index_tail_hash(SPAN("cojp")) == UINT64_C(0xb2d0d0f158315ac6));
	assert_true(index_label_hash(SPAN("cojp")) == UINT64_C(0x038cfade809f4fd1));
	assert_true(index_tail_hash(SPAN("xn--p1ai.jx")) == UINT64_C(0x987ddd0ab40d5bb6));
	assert_true(index_label_hash(SPAN("xn--p1ai.jx")) == UINT64_C(0x380db4da64356f5e));
	/* An i passes for a j, wherever it stands; no other letter does. */
	assert_true(index_tail_hash(SPAN("jjjjjjjjjjj")) == index_tail_hash(SPAN("iijijiijiji")));
	assert_false(index_tail_hash(SPAN("jjjjjjjjjjj")) == index_tail_hash(SPAN("iijijiijijk")));
	assert_false(index_tail_hash(SPAN("\352")) == index_tail_hash(SPAN("\351")));
}

/* An index made by one build is found by another. The values are those of an independent
 * SipHash-1-3 under the key 00 01 … 0f. */
static void the_hash_does_not_change(void **state)
{
	static const struct {
		const char *text;
		uint64_t hash;
	} cases[] = {
	    {"", UINT64_C(0xabac0158050fc4dc)},
	    {"metamask.io", UINT64_C(0x6012601d70dfac25)},
	    {"support@metamask.io", UINT64_C(0xbf6333dc1796919d)},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_true(index_hash(span_of(cases[i].text)) == cases[i].hash);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(facts_are_those_of_the_source),
	    cmocka_unit_test(an_empty_source_is_an_index),
	    cmocka_unit_test(texts_of_all_lengths_are_read_back),
	    cmocka_unit_test(a_text_may_be_too_long),
	    cmocka_unit_test(every_shorter_file_is_refused),
	    cmocka_unit_test(each_damage_is_refused_with_its_reason),
	    cmocka_unit_test(random_damage_is_refused_or_harmless),
	    cmocka_unit_test(damage_after_opening_is_harmless),
	    cmocka_unit_test(no_bucket_is_too_full),
	    cmocka_unit_test(the_filter_tells_most_others),
	    cmocka_unit_test(numbers_may_be_too_large),
	    cmocka_unit_test(aimed_keys_get_another_seed),
	    cmocka_unit_test(a_key_keeps_its_first_records),
	    cmocka_unit_test(one_deletion_forms),
	    cmocka_unit_test(forms_are_hashed_like_texts),
	    cmocka_unit_test(the_other_hashes_do_not_change),
	    cmocka_unit_test(the_hash_does_not_change),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
