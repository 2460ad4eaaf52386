/* The real catalogue (its cues, role words and mail infrastructure), and behind it an index of houses that do
 * not exist: each says one thing that a catalogue can say of a brand, so that a test rests on that and not on
 * what the data happens to hold. Between houses_open() and houses_close(). */
#ifndef UNIT_HOUSE_FIXTURE_H
#define UNIT_HOUSE_FIXTURE_H

#include "fixture.h"
#include "made_index.h"

#include "detect/claim.h"
#include "detect/combine.h"
#include "detect/link.h"
#include "detect/organisation.h"
#include "text/fold.h"

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
    /* of the same house, and issues cards; writes from the other's domain, too */
    HOUSE("zavelto-karte", "Quorbank", "bank", "quorbank.example", "\"クオルバンク\"",
	  "\"mail_domains\": [\"zavelto.example\"], "),
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
    /* three letters, that strangers have, too */
    HOUSE("kazimex", "Kazimex", "shop", "kzx.test", "\"カジメックス\"", ""),
    /* a name that is also a word */
    HOUSE(
	"otter", "Otter", "shop", "otter-shop.example", "\"Ottershop\"",
	"\"weak_aliases\": [\"Otter\", \"オッター\", \"リンドウ\"], \"words\": [\"otter-shop\"], "),
};

static const struct made_domain HOUSE_DOMAINS[] = {
    {"freund.example", DOMAIN_TRUSTED},
    {"nachbar.example", DOMAIN_TRUSTED},
    {"freipost.example", DOMAIN_FREEMAIL},
    {"funkpost.example", DOMAIN_FREEMAIL | DOMAIN_CARRIER},
    {"leitung.example", DOMAIN_FREEMAIL | DOMAIN_PROVIDER},
    {"versand.example", DOMAIN_MAIL_SERVICE},
    {"umfragen.example", DOMAIN_RELAY | DOMAIN_MAIL_SERVICE},
    {"mietseiten.example", DOMAIN_HOSTING},
    {"ehrlich.example", DOMAIN_HONEST},
    {"kurz.example", DOMAIN_SHORTENER},
};

static struct made_index houses;

static struct span houses_trusted[] = {SPAN("oma@verein.example"), SPAN("wer@plinqora.example")};

static int houses_open(void **state)
{
	if (fixture_open(state))
		return -1;
	houses = made_open(made_source(HOUSES, sizeof(HOUSES) / sizeof(*HOUSES), HOUSE_DOMAINS,
				       sizeof(HOUSE_DOMAINS) / sizeof(*HOUSE_DOMAINS)));
	fixture.catalogue.indexes[fixture.catalogue.count++] = houses.index;
	fixture.profile =
	    (struct profile){.trusted_addresses = houses_trusted, .trusted_address_count = 2};
	return 0;
}

static int houses_close(void **state)
{
	made_close(&houses);
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

/* A mail as the judge has read it before it looks at its links. `message` must outlive it. */
static inline struct mail houses_mail(const struct message *message)
{
	struct mail mail = {.judge = &fixture.judge,
			    .arena = fixture.arena,
			    .message = message,
			    .subject = fold_body(fixture.arena, message->subject),
			    .text = fold_body(fixture.arena, message->text),
			    .findings = {.arena = fixture.arena}};

	mail.name =
	    claims_read_name(&fixture.judge, mail.arena, message->sender_name, &mail.claims);
	claims_read_text(&fixture.judge, mail.arena, mail.subject, CLAIM_SUBJECT, &mail.claims);
	claims_read_text(&fixture.judge, mail.arena, mail.text, CLAIM_TEXT, &mail.claims);
	mail.subject_wording = wording_read(&fixture.judge, mail.subject);
	mail.text_wording = wording_read(&fixture.judge, mail.text);
	sender_read(&fixture.judge, mail.arena, message, &mail.claims, &mail.sender);
	return mail;
}

/* A link that leads where its hostname says (to whom: by the catalogue), or hides where (a leading "?"). */
static inline struct link_view house_link(const char *hostname)
{
	bool hides = hostname[0] == '?';
	struct span name = span_of(hostname + hides);
	brand_ref brand = hides ? BRAND_NONE : organisation_brand(&fixture.catalogue, name);

	return (struct link_view){.hostname = name,
				  .unicode = name,
				  .end = hides ? (struct span){0} : name,
				  .leads_to = brand};
}

/* A mail that claims `claims` (which must outlive it), as its links are looked at. */
static inline struct link_context houses_context(const struct claims *claims, bool official)
{
	return (struct link_context){
	    .judge = &fixture.judge,
	    .arena = fixture.arena,
	    .claimed = claims->strong,
	    .claimed_count = claims->strong_count,
	    .sender_official = official,
	};
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

/* One finding that is expected; of a house by its id, NULL: of none. */
struct expected {
	enum finding_code code;
	enum level level;
	const char *brand;
};
#define EXPECTED 4

/* Fails where `findings` are not those of `expected` (up to one of level none), in any order. */
static inline void expect_findings(const char *what, const struct findings *findings,
				   const struct expected expected[EXPECTED])
{
	size_t count = 0;

	for (; count < EXPECTED && expected[count].level > LEVEL_NONE; count++) {
		const struct expected *e = &expected[count];
		size_t i = 0;

		while (i < findings->count &&
		       (findings->at[i].code != e->code || findings->at[i].level != e->level ||
			!span_equal(house_id(findings->at[i].brand), span_of(e->brand))))
			i++;
		if (i == findings->count)
			fail_msg("%s: no finding %d of level %d", what, (int)e->code,
				 (int)e->level);
	}
	for (size_t i = 0; i < findings->count && findings->count != count; i++)
		print_error("finding %d of level %d\n", (int)findings->at[i].code,
			    (int)findings->at[i].level);
	if (findings->count != count)
		fail_msg("%s: %zu findings", what, findings->count);
}

/* The finding of this code, which must be there. */
static inline const struct finding *finding_of(const struct findings *findings,
					       enum finding_code code)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->at[i].code == code)
			return &findings->at[i];
	fail_msg("no finding %d", (int)code);
	return NULL;
}

/* Fails where `brand` is not the one with this id (NULL: none). */
static inline void expect_house(const char *what, const char *of, brand_ref brand, const char *id)
{
	if (!span_equal(house_id(brand), span_of(id)))
		fail_msg("%s: %s is \"%.*s\", not \"%s\"", of, what, (int)house_id(brand).len,
			 house_id(brand).ptr, id ? id : "");
}

#endif
