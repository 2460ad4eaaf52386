/* A catalogue of a few brands, made in memory, for the tests of the judgement layer: `small`
 * between small_set_up() and small_tear_down(). */
#ifndef SMALL_CATALOGUE_H
#define SMALL_CATALOGUE_H

#include "catalogue/index.h"
#include "catalogue/source_json.h"
#include "text/hostname.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct small_catalogue {
	struct catalogue catalogue;
	struct index *index;
	void *bytes;
};

/* id, name, first domain, then further domains and further members as JSON text. */
#define SMALL_BRAND(id, name, domain, domains, more)                                            \
	"{\"id\": \"" id "\", \"name\": {\"en\": \"" name "\"}, \"category\": \"shop\","        \
	"\"country\": \"int\", \"site\": \"https://" domain "/\", \"aliases\": [\"" name "\"]," \
	"\"web_domains\": [\"" domain "\"" domains "], " more                                   \
	"\"source\": {\"evidence\": \"page\", \"confidence\": \"high\", \"date\": "             \
	"\"2026-11-22\"}}"

static const char *const small_brands[] = {
    SMALL_BRAND("metamask", "MetaMask", "metamask.io", "", "\"coined\": [\"metamask\"],"),
    SMALL_BRAND("xserver", "XSERVER", "xserver.ne.jp", "", "\"coined\": [\"xserver\"],"),
    SMALL_BRAND("paypal", "PayPal", "paypal.com",
		", \"paypal.me\", \"paypal.de\", \"paypal.co.uk\"", "\"coined\": [\"paypal\"],"),
    SMALL_BRAND("orange", "Orange Telecom", "orange.fr", "", "\"words\": [\"orange\"],"),
    SMALL_BRAND("amazon", "Amazon Japan", "amazon.co.jp", ", \"amazon.com\"",
		"\"words\": [\"amazon\"],"),
    SMALL_BRAND("vodafone", "Vodafone", "vodafone.com", "", ""),
    SMALL_BRAND("dhl", "DHL Express", "dhl.com", "", ""),
    SMALL_BRAND("cloudish", "Cloudish", "cloudish.com", "",
		"\"user_content\": [\"pages.cloudish.com\", \"cloudmail.com\"], \"coined\": "
		"[\"cloudish\", \"cloudmail\"],"),
    SMALL_BRAND("daughter", "Daughter Shop", "daughtershop.example", "",
		"\"affiliates\": [\"metamask\"],"),
};

static const struct {
	const char *domain;
	unsigned roles;
} small_domains[] = {
    {"mailtool.example", DOMAIN_MAIL_SERVICE}, {"freehost.example", DOMAIN_HOSTING},
    {"tiny.example", DOMAIN_SHORTENER},	       {"metamark.io", DOMAIN_HONEST},
    {"mycompany.example", DOMAIN_TRUSTED},
};

static void small_report(void *context, const struct source_problem *problem)
{
	(void)context;
	fprintf(stderr, "%s: %s: %s\n", problem->file, problem->path, problem->detail);
}

/* The real words of hostnames. */
static inline void small_add_hostnames(struct source *source)
{
	struct reader reader = {.source = source, .file = "hostnames.json", .report = small_report};
	json_t *words = json_load_file(SOURCE_DIR "/host/catalogue/data/hostnames.json", 0, NULL);

	assert_non_null(words);
	assert_true(source_add_hostnames(&reader, words));
	json_decref(words);
}

static struct small_catalogue small;

static int small_set_up(void **state)
{
	struct source *source = source_new();
	char problem[160];
	size_t size;

	(void)state;
	assert_non_null(source);
	assert_true(hostname_open());
	for (size_t i = 0; i < sizeof(small_brands) / sizeof(*small_brands); i++) {
		json_t *brand = json_loads(small_brands[i], 0, NULL);
		char file[40];

		assert_non_null(brand);
		snprintf(file, sizeof(file), "%s.json",
			 json_string_value(json_object_get(brand, "id")));
		assert_true(source_add_brand(source, brand, file, "", small_report, NULL));
		json_decref(brand);
	}
	for (size_t i = 0; i < sizeof(small_domains) / sizeof(*small_domains); i++)
		assert_true(source_add_domain(source, span_of(small_domains[i].domain),
					      small_domains[i].roles));
	small_add_hostnames(source);
	assert_true(source_compile(source, "2026-11-22", &small.bytes, &size, small_report, NULL));
	source_free(&source);
	small.index = index_open(small.bytes, size, problem);
	if (!small.index)
		fail_msg("%s", problem);
	small.catalogue = (struct catalogue){.indexes = {small.index}, .count = 1};
	return 0;
}

static int small_tear_down(void **state)
{
	(void)state;
	index_close(&small.index);
	free(small.bytes);
	hostname_close();
	return 0;
}

#endif
