/* The real catalogue (its cues, role words and mail infrastructure), and behind it an index of houses that do
 * not exist: each says one thing that a catalogue can say of a brand, so that a test rests on that and not on
 * what the data happens to hold. Between houses_open() and houses_close(). */
#ifndef UNIT_HOUSE_FIXTURE_H
#define UNIT_HOUSE_FIXTURE_H

#include "fixture.h"

#include "catalogue/source.h"
#include "detect/claim.h"

#include <stdlib.h>

#define HOUSE(id, name, category, domain, aliases, more)                                           \
	"{\"id\": \"" id "\", \"name\": {\"en\": \"" name "\"}, \"category\": \"" category "\", "  \
	"\"country\": \"int\", \"site\": \"https://www." domain "/\", \"web_domains\": [\"" domain \
	"\"], \"aliases\": [" aliases "], " more "\"source\": {\"evidence\": \"page\", "           \
	"\"confidence\": \"high\", \"date\": \"2026-11-22\"}}"

static const char *const HOUSES[] = {
    /* a false sender of its is danger */
    HOUSE("zavelto", "Zavelto", "shop", "zavelto.example", "\"ザベルト\"",
	  "\"mail_domains\": [\"post.zavelto.test\"], \"senders_complete\": true, "
	  "\"coined\": [\"zavelto\"], \"weak_aliases\": [\"Rundum\"], "
	  "\"affiliates\": [\"zavelto-karte\"], "),
    /* of the same house, and issues cards */
    HOUSE("zavelto-karte", "Quorbank", "bank", "quorbank.example", "\"クオルバンク\"", ""),
    /* a warning only; its users publish and mail below one of its domains */
    HOUSE("murvenex", "Murvenex", "social", "murvenex.example", "\"ムルベネクス\"",
	  "\"user_content\": [\"seiten.murvenex.example\"], \"coined\": [\"murvenex\"], "
	  "\"relays\": [\"geteilt@murvenex.example\", \"konto@murvenex.example\", "
	  "\"dokumente.murvenex.example\"], "),
    /* publishes the addresses it writes from: one is at a place of another's that passes on words of others */
    HOUSE("plinqora", "Plinqora", "crypto", "plinqora.example", "\"プリンコラ\"",
	  "\"mail_addresses\": [\"hinweis@plinqora.example\", "
	  "\"konto@murvenex.example\"], \"mail_domains\": [\"plinqora.umfragen.example\"], "
	  "\"senders_complete\": true, "),
    HOUSE("karmesin", "Karmesin", "card", "karmesin.example", "\"カルメジン\"", ""),
    /* never writes first, and has its mail sent by a service that writes for many */
    HOUSE("drovant", "Drovant", "crypto", "drovant.example", "\"ドロバント\"",
	  "\"mail_domains\": [\"drovant.umfragen.example\", "
	  "\"team.freipost.example\"], \"only_on_request\": true, "),
    /* a name that is also a word */
    HOUSE("otter", "Otter", "shop", "otter-shop.example", "\"Ottershop\"",
	  "\"weak_aliases\": [\"Otter\", \"オッター\"], \"words\": [\"otter-shop\"], "),
};

static const struct {
	const char *domain;
	unsigned roles;
} HOUSE_DOMAINS[] = {
    {"freund.example", DOMAIN_TRUSTED},
    {"freipost.example", DOMAIN_FREEMAIL},
    {"versand.example", DOMAIN_MAIL_SERVICE},
    {"umfragen.example", DOMAIN_RELAY | DOMAIN_MAIL_SERVICE},
    {"mietseiten.example", DOMAIN_HOSTING},
    {"ehrlich.example", DOMAIN_HONEST},
    {"kurz.example", DOMAIN_SHORTENER},
};

static struct {
	struct index *index;
	void *bytes;
} houses;

static void house_report(void *context, const struct source_problem *problem)
{
	(void)context;
	fprintf(stderr, "%s: %s: %s\n", problem->file, problem->path, problem->detail);
}

static struct span houses_trusted[] = {SPAN("oma@verein.example")};

static int houses_open(void **state)
{
	struct source *source = source_new();
	char problem[160];
	size_t size;

	if (fixture_open(state) || !source)
		return -1;
	for (size_t i = 0; i < sizeof(HOUSES) / sizeof(*HOUSES); i++) {
		json_t *brand = json_loads(HOUSES[i], 0, NULL);
		char file[40];

		assert_non_null(brand);
		snprintf(file, sizeof(file), "%s.json",
			 json_string_value(json_object_get(brand, "id")));
		assert_true(source_add_brand(source, brand, file, "", house_report, NULL));
		json_decref(brand);
	}
	for (size_t i = 0; i < sizeof(HOUSE_DOMAINS) / sizeof(*HOUSE_DOMAINS); i++)
		assert_true(source_add_domain(source, span_of(HOUSE_DOMAINS[i].domain),
					      HOUSE_DOMAINS[i].roles));
	assert_true(source_compile(source, "2026-11-22", &houses.bytes, &size, house_report, NULL));
	source_free(&source);
	houses.index = index_open(houses.bytes, size, problem);
	if (!houses.index)
		fail_msg("%s", problem);
	fixture.catalogue.indexes[fixture.catalogue.count++] = houses.index;
	fixture.profile =
	    (struct profile){.trusted_addresses = houses_trusted, .trusted_address_count = 1};
	return 0;
}

static int houses_close(void **state)
{
	index_close(&houses.index);
	free(houses.bytes);
	return fixture_close(state);
}

/* What the ids (parted by blanks, NULL: none) claim strongly in the sender's name. */
static inline struct claims houses_claimed(const char *ids)
{
	struct claims claims = {0};
	struct span rest = span_of(ids);

	while (rest.len) {
		struct span id = span_slice(rest, 0, span_find(rest, ' '));
		brand_ref brand = catalogue_brand_by_id(&fixture.catalogue, id);

		assert_int_not_equal(brand, BRAND_NONE);
		claims_add(&claims, brand, CLAIM_SENDER_NAME, true);
		rest = span_slice(rest, id.len + 1, rest.len);
	}
	return claims;
}

static inline struct span house_id(brand_ref brand)
{
	return brand == BRAND_NONE ? (struct span){0}
				   : catalogue_brand(&fixture.catalogue, brand).id;
}

static inline void expect_text(const char *what, const char *of, struct span got, const char *want)
{
	if (!span_equal(got, span_of(want)))
		fail_msg("%s: %s is \"%.*s\", not \"%s\"", of, what, (int)got.len, got.ptr,
			 want ? want : "");
}

/* Fails where `brand` is not the one with this id (NULL: none). */
static inline void expect_house(const char *what, const char *of, brand_ref brand, const char *id)
{
	if (!span_equal(house_id(brand), span_of(id)))
		fail_msg("%s: %s is \"%.*s\", not \"%s\"", of, what, (int)house_id(brand).len,
			 house_id(brand).ptr, id ? id : "");
}

#endif
