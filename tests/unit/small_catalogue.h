/* A catalogue of a few brands, made in memory, for the tests of the judgement layer: `small`
 * between small_set_up() and small_tear_down(). */
#ifndef SMALL_CATALOGUE_H
#define SMALL_CATALOGUE_H

#include "made_index.h"

#include "text/hostname.h"

struct small_catalogue {
	struct catalogue catalogue;
	struct made_index made;
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
    SMALL_BRAND("wonnegau", "Wonnegau", "wonnegau.example", "", ""),
    SMALL_BRAND("dhl", "DHL Express", "dhl.com", "", ""),
    SMALL_BRAND("cloudish", "Cloudish", "cloudish.com", "",
		"\"user_content\": [\"pages.cloudish.com\", \"cloudmail.com\"], \"coined\": "
		"[\"cloudish\", \"cloudmail\"],"),
    SMALL_BRAND("daughter", "Daughter Shop", "daughtershop.example", "",
		"\"affiliates\": [\"metamask\"],"),
};

static const struct made_domain small_domains[] = {
    {"mailtool.example", DOMAIN_MAIL_SERVICE}, {"freehost.example", DOMAIN_HOSTING},
    {"tiny.example", DOMAIN_SHORTENER},	       {"metamark.io", DOMAIN_HONEST},
    {"mycompany.example", DOMAIN_TRUSTED},
};

/* The real words of hostnames. */
static inline void small_add_hostnames(struct source *source)
{
	struct reader reader = {.source = source, .file = "hostnames.json", .report = made_report};
	json_t *words = json_load_file(SOURCE_DIR "/host/catalogue/data/hostnames.json", 0, NULL);

	assert_non_null(words);
	assert_true(source_add_hostnames(&reader, words));
	json_decref(words);
}

static struct small_catalogue small;

static int small_set_up(void **state)
{
	struct source *source =
	    made_source(small_brands, sizeof(small_brands) / sizeof(*small_brands), small_domains,
			sizeof(small_domains) / sizeof(*small_domains));

	(void)state;
	assert_true(hostname_open());
	small_add_hostnames(source);
	small.made = made_open(source);
	small.catalogue = (struct catalogue){.indexes = {small.made.index}, .count = 1};
	return 0;
}

static int small_tear_down(void **state)
{
	(void)state;
	made_close(&small.made);
	hostname_close();
	return 0;
}

#endif
