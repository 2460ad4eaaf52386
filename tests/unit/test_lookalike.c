#include "detect/lookalike.h"
#include "text/name_memo.h"

#include "small_catalogue.h"

#include <string.h>

#define NOTHING FINDING_CODES

struct expectation {
	const char *hostname;
	enum finding_code code; /* NOTHING: no match that counts without a claim */
	enum level level, level_claimed;
	const char *imitates; /* the target's listed name */
};

static void check(const struct expectation *e)
{
	struct arena *arena = arena_new(4 << 20);
	struct lookalike found[LOOKALIKES];
	struct hostname hostname = hostname_parse(arena, span_of(e->hostname));
	size_t count = lookalike_find(&small.catalogue, arena, &hostname, found);

	if (e->code == NOTHING) {
		if (count && found[0].level > LEVEL_NONE)
			fail_msg("%s: %s for %.*s", e->hostname, found[0].rule,
				 (int)found[0].target.name.len, found[0].target.name.ptr);
	} else if (!count) {
		fail_msg("%s: nothing found", e->hostname);
	} else if (found[0].code != e->code || found[0].level != e->level ||
		   found[0].level_claimed != e->level_claimed) {
		fail_msg("%s: code %d level %d/%d (%s)", e->hostname, (int)found[0].code,
			 (int)found[0].level, (int)found[0].level_claimed, found[0].rule);
	} else if (!span_equal(found[0].target.name, span_of(e->imitates))) {
		fail_msg("%s: imitates %.*s", e->hostname, (int)found[0].target.name.len,
			 found[0].target.name.ptr);
	}
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

static void check_all(const struct expectation *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(&table[i]);
}

#define CHECK_ALL(table) check_all(table, sizeof(table) / sizeof(*(table)))
#define DANGER LEVEL_DANGER
#define WARNING LEVEL_WARNING
#define NOTICE LEVEL_NOTICE

static void honest_names(void **state)
{
	static const struct expectation table[] = {
	    {"metamask.io", NOTHING, 0, 0, NULL},
	    {"deep.sub.metamask.io", NOTHING, 0, 0, NULL},
	    {"metamark.io", NOTHING, 0, 0, NULL}, /* a listed neighbour */
	    /* what a brand's users share is everybody's name but in front of another */
	    {"cloudmail.com", NOTHING, 0, 0, NULL},
	    {"me.cloudmail.com", NOTHING, 0, 0, NULL},
	    {"cloudmail.de", NOTHING, 0, 0, NULL},
	    {"thecloudmailblog.com", NOTHING, 0, 0, NULL},
	    {"cloudmail.example.org", NOTHING, 0, 0, NULL},
	    {"www.debian.org", NOTHING, 0, 0, NULL},
	    {"b\xc3\xbc"
	     "cher.example",
	     NOTHING, 0, 0, NULL},
	    {"metamask.mailtool.example", NOTHING, 0, 0, NULL}, /* a tenant of a mail service */
	    {"paypal-com.mailtool.example", NOTHING, 0, 0, NULL},
	    {"orange.mycity.example", NOTHING, 0, 0, NULL}, /* a word as a sub-domain */
	    {"temperature.com", NOTHING, 0, 0, NULL},
	    {"127.0.0.1", NOTHING, 0, 0, NULL},
	    {"[::1]", NOTHING, 0, 0, NULL},
	    {"localhost", NOTHING, 0, 0, NULL},
	    {"arrange.fr", NOTHING, 0, 0, NULL},
	};

	(void)state;
	CHECK_ALL(table);
}

static void homographs(void **state)
{
	static const struct expectation table[] = {
	    /* Cyrillic a, e, a; whole-script Cyrillic; Latin with a mark */
	    {"metam\xd0\xb0sk.io", LINK_LOOKALIKE_IDN, DANGER, DANGER, "metamask.io"},
	    {"p\xd0\xb0yp\xd0\xb0l.com", LINK_LOOKALIKE_IDN, DANGER, DANGER, "paypal.com"},
	    {"p\xc3\xa1ypal.com", LINK_LOOKALIKE_IDN, DANGER, DANGER, "paypal.com"},
	    {"p\xd0\xb0ypal.net", LINK_LOOKALIKE_IDN, DANGER, DANGER, "paypal.com"},
	    /* in a label further to the left, and beside other words */
	    {"metam\xd0\xb0sk.evil.example", LINK_LOOKALIKE_IDN, DANGER, DANGER, "metamask.io"},
	    {"p\xd0\xb0ypal-login.com", LINK_LOOKALIKE_IDN, DANGER, DANGER, "paypal.com"},
	    {"rnetamask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"paypa1.com", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "paypal.com"},
	    {"paypa1.top", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "paypal.com"},
	    {"paypa1-secure.top", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "paypal.com"},
	    {"vodaf0ne.com", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "vodafone.com"},
	};

	(void)state;
	CHECK_ALL(table);
}

static void typos(void **state)
{
	static const struct expectation table[] = {
	    {"metamsk.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"etamask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"metaask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER,
	     "metamask.io"}, /* m is one letter */
	    {"metamaask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"metanask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"metamaks.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"metannask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"xsevrer.ne.jp", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "xserver.ne.jp"},
	    {"metamsk.com", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "metamask.io"}, /* and suffix */
	    {"paypol.com", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "paypal.com"},	  /* six letters */
	    {"vodafne.com", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "vodafone.com"},
	    {"orang.fr", LINK_LOOKALIKE_TYPO, NOTICE, DANGER, "orange.fr"},
	    {"vodafone2.com", LINK_LOOKALIKE_TYPO, NOTICE, DANGER, "vodafone.com"},
	    {"or4nge.fr", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "orange.fr"},
	    {"dlh.com", NOTHING, 0, 0, NULL},
	    {"dhi.com", NOTHING, 0, 0, NULL},
	};

	(void)state;
	CHECK_ALL(table);
}

static void dots_and_hyphens(void **state)
{
	static const struct expectation table[] = {
	    {"x-server.ne.jp", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "xserver.ne.jp"},
	    {"me-ta-mask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"xserverne.jp", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "xserver.ne.jp"},
	    {"xserver-ne.jp", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "xserver.ne.jp"},
	    {"meta.mask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"wwwmetamask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"www-metamask.io", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	};

	(void)state;
	CHECK_ALL(table);
}

static void embeddings(void **state)
{
	static const struct expectation table[] = {
	    {"metamask.io.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "metamask.io"},
	    {"www.xserver.ne.jp.a.b.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "xserver.ne.jp"},
	    {"xserver-ne-jp.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "xserver.ne.jp"},
	    {"metamask.io-verify.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "metamask.io"},
	    {"metamask-io.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "metamask.io"},
	    {"www-metamask-io.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "metamask.io"},
	    {"xservernejp.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "xserver.ne.jp"},
	    {"amazoncojp.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "amazon.co.jp"},
	    {"cloudmail.com.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "cloudmail.com"},
	    {"www.cloudmail.com.x.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER,
	     "cloudmail.com"},
	    {"cloudmail-com.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "cloudmail.com"},
	    {"xser-ver.ne.jp.cn", LINK_BRAND_EMBEDDED, DANGER, DANGER, "xserver.ne.jp"},
	    {"pay-pal.com.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "paypal.com"},
	    {"orange.fr.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "orange.fr"},
	    {"orange-fr.evil.example", LINK_BRAND_EMBEDDED, WARNING, DANGER, "orange.fr"},
	    {"dhl.com.evil.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "dhl.com"},
	    {"rnetamask.io.evil.example", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"},
	    {"paypal.com.bad.freehost.example", LINK_BRAND_EMBEDDED, DANGER, DANGER, "paypal.com"},
	    {"mycompany.example.evil.test", LINK_BRAND_EMBEDDED, DANGER, DANGER,
	     "mycompany.example"},
	};

	(void)state;
	CHECK_ALL(table);
}

static void combinations(void **state)
{
	static const struct expectation table[] = {
	    {"metamask-support.com", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamasksupport.com", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"securemetamasklogin.com", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"verifysecuremetamasklogin.com", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamaskverifyloginsecureupdate.com", LINK_COMBOSQUAT, WARNING, DANGER,
	     "metamask.io"},
	    {"verifysecuremetamaskloginupdate.com", LINK_COMBOSQUAT, WARNING, DANGER,
	     "metamask.io"},
	    /* words of other languages */
	    {"metamask-kakunin.com", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamaskkonto.example", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamask-espace.example", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"seguridad-metamask.example", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamask-garden.example", LINK_COMBOSQUAT, NOTICE, DANGER, "metamask.io"},
	    {"metamask24.com", LINK_COMBOSQUAT, NOTICE, DANGER, "metamask.io"},
	    {"secure-amazon-jp.com", LINK_COMBOSQUAT, WARNING, DANGER, "amazon.com"},
	    {"vodafone-login.com", LINK_COMBOSQUAT, WARNING, DANGER, "vodafone.com"},
	    {"metamask-login.freehost.example", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamask.evil.example", LINK_COMBOSQUAT, NOTICE, DANGER, "metamask.io"},
	    {"metamask.evil.top", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamask.login.evil.example", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamask.com.evil.example", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"metamaskfans.com", LINK_COMBOSQUAT, NOTICE, DANGER, "metamask.io"},
	    {"metamaskinfoblog.com", LINK_COMBOSQUAT, NOTICE, DANGER, "metamask.io"},
	    {"metamaskloginblog.com", LINK_COMBOSQUAT, WARNING, DANGER, "metamask.io"},
	    {"login-mycompany.com", LINK_COMBOSQUAT, WARNING, DANGER, "mycompany.example"},
	};

	(void)state;
	CHECK_ALL(table);
}

static void other_suffixes(void **state)
{
	static const struct expectation table[] = {
	    {"metamask.top", LINK_TLD_SWAP, WARNING, WARNING, "metamask.io"},
	    {"vodafone.top", LINK_TLD_SWAP, NOTICE, WARNING, "vodafone.com"},
	    {"orange.top", LINK_TLD_SWAP, NOTICE, WARNING, "orange.fr"},
	    {"dhl.top", LINK_TLD_SWAP, LEVEL_NONE, WARNING, "dhl.com"},
	    /* what a tenant calls a site of his */
	    {"metamask.freehost.example", LINK_COMBOSQUAT, NOTICE, WARNING, "metamask.io"},
	    {"orange.freehost.example", LINK_COMBOSQUAT, LEVEL_NONE, WARNING, "orange.fr"},
	};

	(void)state;
	CHECK_ALL(table);
}

/* Of a house with many domains the one that the reader knows is named: what is typed wrong in Germany
 * imitates the German site. */
static void the_domain_under_the_same_suffix(void **state)
{
	static const struct expectation table[] = {
	    {"papyal.de", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "paypal.de"},
	    {"papyal.co.uk", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "paypal.co.uk"},
	    {"papyal.fr", LINK_LOOKALIKE_TYPO, NOTICE, DANGER, "paypal.com"},
	    {"paypa1.de", LINK_LOOKALIKE_TYPO, DANGER, DANGER, "paypal.de"},
	    {"pay.pal.de", LINK_LOOKALIKE_TYPO, WARNING, DANGER, "paypal.de"},
	    {"paypalco.uk", LINK_LOOKALIKE_TYPO, NOTICE, DANGER, "paypal.co.uk"},
	    {"paypal.de.evil.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "paypal.de"},
	    {"paypal.co.uk.evil.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "paypal.co.uk"},
	    {"papyal.co.uk.evil.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "paypal.co.uk"},
	    {"amazn.co.jp.evil.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "amazon.co.jp"},
	    {"paypal-de.evil.com", LINK_BRAND_EMBEDDED, DANGER, DANGER, "paypal.de"},
	    {"paypal-support.de", LINK_COMBOSQUAT, WARNING, DANGER, "paypal.de"},
	    {"sub.paypal.de", NOTHING, 0, 0, NULL},
	};

	(void)state;
	CHECK_ALL(table);
}

static void differences_are_shown(void **state)
{
	static const struct {
		const char *hostname;
		const char *seen[2], *genuine[2];
		size_t count;
	} table[] = {
	    {"rnetamask.io", {"rn"}, {"m"}, 1},
	    {"metam\xd0\xb0sk.io", {"\xd0\xb0"}, {"a"}, 1},
	    {"metamsk.io", {""}, {"a"}, 1},
	    {"metamaask.io", {"a"}, {""}, 1},
	    {"xsevrer.ne.jp", {"vr"}, {"rv"}, 1},
	    {"rnetarnask.io", {"rn", "rn"}, {"m", "m"}, 2},
	    {"p\xd0\xb0yp\xd0\xb0l.com", {"\xd0\xb0", "\xd0\xb0"}, {"a", "a"}, 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct arena *arena = arena_new(4 << 20);
		struct lookalike found[LOOKALIKES];
		struct hostname hostname = hostname_parse(arena, span_of(table[i].hostname));

		assert_true(lookalike_find(&small.catalogue, arena, &hostname, found) > 0);
		assert_int_equal(found[0].diff_count, table[i].count);
		for (size_t n = 0; n < table[i].count; n++) {
			assert_true(span_equal(found[0].diffs[n].seen, span_of(table[i].seen[n])));
			assert_true(
			    span_equal(found[0].diffs[n].genuine, span_of(table[i].genuine[n])));
		}
		arena_free(&arena);
	}
}

/* Names read with a claimed brand in mind. */
static void two_edits_from_a_claimed_brand(void **state)
{
	static const struct {
		const char *hostname, *claimed;
		bool found;
	} table[] = {
	    {"amaozm.co.jp.evil.example", "amazon", true},
	    {"www.amaozm.top", "amazon", true},
	    {"login.anazno.evil.example", "amazon", true},
	    {"amaozm.co.jp.evil.example", "paypal", false}, /* nobody claims Amazon */
	    {"mtamsak.top", "metamask", true},
	    {"netamsak.top", "metamask", false}, /* another first letter */
	    {"amuzin.com", "amazon", false},	 /* two foreign letters in a short label */
	    {"oranges.fr.example", "orange", false},
	    {"dlh.top", "dhl", false},		/* short */
	    {"metamark.io", "metamask", false}, /* a listed neighbour */
	    {"amazon.com", "amazon", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct arena *arena = arena_new(4 << 20);
		struct lookalike found[LOOKALIKES];
		struct hostname hostname = hostname_parse(arena, span_of(table[i].hostname));
		brand_ref brand =
		    catalogue_brand_by_id(&small.catalogue, span_of(table[i].claimed));
		size_t count = lookalike_find_claimed(
		    &small.catalogue, arena, &hostname,
		    claimed_read(&small.catalogue, arena, &brand, 1), 1, NULL, found);
		bool edits = false;

		for (size_t n = 0; n < count; n++) {
			if (strcmp(found[n].rule, "edits") != 0)
				continue;
			edits = true;
			assert_true(found[n].target.brand == brand);
			assert_int_equal(found[n].level, LEVEL_NONE);
			assert_int_equal(found[n].level_claimed, LEVEL_DANGER);
			assert_true(found[n].diff_count > 0);
		}
		if (edits != table[i].found)
			fail_msg("%s, %s claimed", table[i].hostname, table[i].claimed);
		arena_free(&arena);
	}
}

static void long_names_end(void **state)
{
	struct arena *arena = arena_new(16 << 20);
	struct lookalike found[LOOKALIKES];
	struct builder text = {.arena = arena};
	struct hostname hostname;

	(void)state;
	for (int i = 0; i < 118; i++)
		builder_add(&text, SPAN("a-"));
	builder_add(&text, SPAN("metamask.io"));
	hostname = hostname_parse(arena, builder_span(&text));
	lookalike_find(&small.catalogue, arena, &hostname, found);
	for (text.len = 0; text.len < 230;)
		builder_add(&text, SPAN("m."));
	builder_add(&text, SPAN("metamask.io.a.example"));
	hostname = hostname_parse(arena, builder_span(&text));
	assert_true(lookalike_find(&small.catalogue, arena, &hostname, found) > 0);
	assert_int_equal(found[0].code, LINK_BRAND_EMBEDDED);
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

/* Longer than the DNS carries: what stands at either end is still seen, at no great cost. */
static void ends_of_names_without_end(void **state)
{
	static char front[3000], back[3000], label[60100];

	(void)state;
	strcpy(front, "metamask.io.");
	strcpy(back, "x.");
	for (size_t i = 0; i < 1200; i++) {
		strcat(front, "a.");
		strcat(back, "b.");
	}
	strcat(front, "evil.example");
	strcat(back, "metamsk.io");
	memset(label, 'p', 60000);
	strcat(label, ".metamsk.io");
	check(&(struct expectation){front, LINK_BRAND_EMBEDDED, DANGER, DANGER, "metamask.io"});
	check(&(struct expectation){back, LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"});
	check(&(struct expectation){label, LINK_LOOKALIKE_TYPO, DANGER, DANGER, "metamask.io"});
}

/* A name with the imitated one where neither of its ends reaches, `size` bytes in all. */
static const char *name_of_size(size_t size)
{
	static char text[300];

	memset(text, 'a', sizeof(text));
	text[59] = text[119] = text[190] = '.';
	memcpy(text + 120, "metamask.io.", 12);
	strcpy(text + size - strlen(".evil.example"), ".evil.example");
	return text;
}

/* The longest name of the DNS is looked at whole, of longer ones the ends. */
static void the_longest_name(void **state)
{
	(void)state;
	check(&(struct expectation){name_of_size(253), LINK_BRAND_EMBEDDED, DANGER, DANGER,
				    "metamask.io"});
	check(&(struct expectation){name_of_size(254), NOTHING, 0, 0, NULL});
}

static size_t find_named(const struct catalogue *catalogue, struct arena *arena,
			 const struct hostname *hostname, struct effort *effort,
			 struct lookalike out[static LOOKALIKES])
{
	return lookalike_find_claimed(catalogue, arena, hostname, NULL, 0, effort, out);
}

typedef size_t finder(const struct catalogue *, struct arena *, const struct hostname *,
		      struct effort *, struct lookalike[static LOOKALIKES]);

/* `find` says the same with a memory as without, and takes the same of `left`. */
static void expect_no_difference(finder *find, const struct catalogue *remembering,
				 struct arena *arena, const char *name, size_t left)
{
	struct effort anew = {.left = left}, again = {.left = left};
	struct lookalike a[LOOKALIKES], b[LOOKALIKES];
	struct hostname hostname = hostname_parse(arena, span_of(name));
	size_t count = find(&small.catalogue, arena, &hostname, &anew, a);

	assert_int_equal(find(remembering, arena, &hostname, &again, b), count);
	assert_int_equal(again.left, anew.left);
	assert_int_equal(again.spent, anew.spent);
	for (size_t n = 0; n < count; n++)
		assert_int_equal(b[n].code, a[n].code);
	assert_true(span_equal(catalogue_registrable(remembering, hostname.ascii),
			       catalogue_registrable(&small.catalogue, hostname.ascii)));
}

/* What was judged before changes neither what is found nor what it costs, whatever is left to spend. */
static void memory_changes_nothing(void **state)
{
	static const char *const names[] = {"example.org",	  "www.garden-shop.example.net",
					    "metamask.io",	  "www.metamask.io",
					    "metamask-x.com",	  "secure-news.co.jp",
					    "xn--mtamask-n4a.io", "a.b.c.d.tenant.github.io",
					    "192.0.2.1",	  "dhl.top"};
	struct catalogue remembering = small.catalogue;
	struct arena *arena = arena_new(16 << 20);

	(void)state;
	remembering.memo = name_memo_new();
	assert_non_null(remembering.memo);
	for (size_t left = 0; left < 4000; left += 7) {
		/* Either is the first to learn of a name. */
		finder *const finders[] = {left % 2 ? find_named : lookalike_find_unclaimed,
					   left % 2 ? lookalike_find_unclaimed : find_named};

		for (size_t i = 0; i < 2 * sizeof(names) / sizeof(*names); i++)
			expect_no_difference(finders[i % 2], &remembering, arena, names[i / 2],
					     left);
		/* So far what was found out with little effort was asked for with more. */
		if (left > 2000)
			name_memo_forget(remembering.memo);
		arena_reset(arena);
	}
	name_memo_free(&remembering.memo);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(honest_names),
	    cmocka_unit_test(homographs),
	    cmocka_unit_test(typos),
	    cmocka_unit_test(dots_and_hyphens),
	    cmocka_unit_test(embeddings),
	    cmocka_unit_test(combinations),
	    cmocka_unit_test(other_suffixes),
	    cmocka_unit_test(the_domain_under_the_same_suffix),
	    cmocka_unit_test(differences_are_shown),
	    cmocka_unit_test(two_edits_from_a_claimed_brand),
	    cmocka_unit_test(long_names_end),
	    cmocka_unit_test(ends_of_names_without_end),
	    cmocka_unit_test(the_longest_name),
	    cmocka_unit_test(memory_changes_nothing),
	};

	return cmocka_run_group_tests(tests, small_set_up, small_tear_down);
}
