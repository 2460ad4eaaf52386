/* Look-ups in two indexes at once: what a catalogue file says is what the judge finds. */
#include "catalogue_fixture.h"

#include "catalogue/catalogue.h"
#include "text/edit.h"
#include "text/fold.h"
#include "text/skeleton.h"

#include <inttypes.h>

static const struct fixture_file main_files[] = {
    {"brands/docomo.json",
     BRAND(
	 "docomo", "NTT DOCOMO", "www.docomo.ne.jp",
	 "\"aliases\": [\"ドコモ\", \"docomo\"], \"web_domains\": [\"www.docomo.ne.jp\", "
	 "\"dcard.docomo.ne.jp\", \"nttdocomo.co.jp\"], \"mail_domains\": [\"wdy.docomo.ne.jp\"], "
	 "\"user_content\": [\"docomo.ne.jp\"], \"coined\": [\"docomo\"], "
	 "\"senders_complete\": true, ")},
    {"brands/dropbox.json",
     BRAND("dropbox", "Dropbox", "help.dropbox.com",
	   "\"aliases\": [], \"web_domains\": [\"help.dropbox.com\", \"dropbox.tech\"], "
	   "\"mail_domains\": [\"dropbox.com\", \"em.dropbox.com\"], "
	   "\"user_content\": [\"dropbox.com\", \"dropboxusercontent.com\"], "
	   "\"relays\": [\"no-reply@dropbox.com\", \"em.dropbox.com\"], ")},
    {"brands/google.json",
     BRAND("google", "Google", "google.com",
	   "\"aliases\": [\"Gmail\"], \"web_domains\": [\"google.com\", \"google.co.jp\", "
	   "\"blog.google\", \"fonts.googleapis.com\"], \"mail_domains\": [\"google.com\"], "
	   "\"user_content\": [\"gmail.com\", \"sites.google.com\"], \"coined\": [\"google\"], "
	   "\"affiliates\": [\"dropbox\"], ")},
    {"brands/metamask.json",
     "{\"id\": \"metamask\", \"name\": {\"en\": \"MetaMask\", \"article\": true, \"ja\": "
     "\"メタマスク\"}, "
     "\"category\": "
     "\"crypto\", \"country\": \"int\", \"site\": {\"en\": \"https://metamask.io/\", \"ja\": "
     "\"https://support.metamask.io/ja\"}, \"advisory\": "
     "\"https://support.metamask.io/phishing\", \"aliases\": [\"Meta Mask\", \"MetaMask Wallet\"], "
     "\"weak_aliases\": [\"Mask\"], \"web_domains\": [\"metamask.io\", \"support.metamask.io\"], "
     "\"mail_domains\": [\"metamask.io\", \"metamask.discoursemail.com\"], \"mail_addresses\": "
     "[\"support@metamask.io\"], \"coined\": [\"metamask\"], \"only_on_request\": "
     "true, " SOURCE_HIGH "}"},
    {"brands/orange.json",
     BRAND("orange", "Orange", "orange.fr",
	   "\"advisory\": {\"ja\": \"https://orange.fr/ja\"}, "
	   "\"aliases\": [], \"weak_aliases\": [\"Orange\"], \"web_domains\": [\"orange.fr\"], "
	   "\"words\": [\"orange\"], ")},
    {"infrastructure/freemail.json",
     "{\"role\": \"freemail\", \"domains\": [{\"domain\": \"docomo.ne.jp\", \"exact\": true}, "
     "\"gmail.com\"], " SOURCE_HIGH "}"},
    {"infrastructure/hosting.json",
     "{\"role\": \"hosting\", \"domains\": [{\"domain\": \"xsrv.jp\", \"owner\": \"Xserver\"}, "
     "\"googleapis.com\", \"discoursemail.com\", {\"domain\": \"apex.example\", \"exact\": "
     "true}], " SOURCE_HIGH "}"},
    {"infrastructure/honest.json",
     "{\"role\": \"honest\", \"domains\": [\"metamark.io\"], " SOURCE_HIGH "}"},
    {"infrastructure/redirectors.json",
     "{\"redirectors\": [{\"hostname\": \"www.google.com\", \"path\": \"/url\", \"parameters\": "
     "[\"q\", \"url\"], \"shape\": \"query\", \"certain\": true}, {\"hostname\": \"google.com\", "
     "\"path\": \"/amp/s/\", \"shape\": \"path-rest\"}], " SOURCE_HIGH "}"},
    {"names.json",
     "{\"support\": [\"Support\", \"お知らせ\"], \"legal\": [\"Inc.\", \"株式会社\"], "
     "\"relay\": [\"via\"], " SOURCE_HIGH "}"},
    {"hostnames.json",
     "{\"strong\": [\"login\"], \"plain\": [\"cc\", \"log\"], \"serving\": [\"cdn\"], "
     "\"throwaway\": [\"cc\"], " SOURCE_HIGH "}"},
    {NULL, NULL},
};

static const struct fixture_file own_files[] = {
    {"brands/mycompany.json",
     BRAND("mycompany", "My Company", "mycompany.example",
	   "\"aliases\": [\"My Company Ltd\"], \"web_domains\": [\"mycompany.example\", "
	   "\"google.com\"], \"affiliates\": [\"metamask\"], ")},
    {NULL, NULL},
};

static struct compiled compiled[2];
static struct catalogue catalogue;

static int setup(void **state)
{
	struct source *source = source_new();
	struct problems problems = {0};

	(void)state;
	compiled[0] = fixture_make(main_files);
	if (!fixture_read(source, own_files, &problems))
		fail_msg("%s", problems.text);
	assert_true(source_add_domain(source, SPAN("friends.example"), DOMAIN_TRUSTED));
	assert_true(source_add_domain(source, SPAN("popular.example"), DOMAIN_PROTECTED));
	assert_true(source_add_domain(source, SPAN("www2.popular.example"), DOMAIN_PROTECTED));
	compiled[1] = fixture_compile(source);
	source_free(&source);
	catalogue =
	    (struct catalogue){.indexes = {compiled[0].index, compiled[1].index}, .count = 2};
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_free(&compiled[0]);
	fixture_free(&compiled[1]);
	return 0;
}

static brand_ref ref(const char *id)
{
	return catalogue_brand_by_id(&catalogue, span_of(id));
}

/* "id:name" of each hit, "-" for no brand, in the order given. */
static const char *list_hits(const struct domain_hit *hits, size_t count)
{
	static char text[1024];
	size_t len = 0;

	text[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		struct span id =
		    hits[i].brand ? catalogue_brand(&catalogue, hits[i].brand).id : SPAN("-");

		len +=
		    (size_t)snprintf(text + len, sizeof(text) - len, "%s%.*s:%.*s", i ? " " : "",
				     (int)id.len, id.ptr, (int)hits[i].name.len, hits[i].name.ptr);
	}
	return text;
}

static void a_brand_is_read_back(void **state)
{
	struct brand brand = catalogue_brand(&catalogue, ref("metamask"));

	(void)state;
	assert_span(brand.id, "metamask");
	assert_span(brand.name, "MetaMask");
	assert_span(brand.name_ja, "メタマスク");
	assert_span(brand.category, "crypto");
	assert_span(brand.site, "https://metamask.io/");
	assert_span(brand.site_ja, "https://support.metamask.io/ja");
	assert_true(brand.article);
	assert_span(brand.advisory, "https://support.metamask.io/phishing");
	assert_span(brand.advisory_ja, "https://support.metamask.io/phishing");
	assert_true(brand.exact_addresses);
	assert_true(brand.only_on_request);
	assert_false(brand.senders_complete);
	brand = catalogue_brand(&catalogue, ref("docomo"));
	assert_span(brand.name_ja, "NTT DOCOMO");
	assert_true(span_equal(brand.site_ja, brand.site));
	assert_false(brand.article);
	assert_span(brand.advisory, "");
	assert_span(brand.advisory_ja, "");
	assert_false(brand.exact_addresses);
	assert_false(brand.only_on_request);
	assert_true(brand.senders_complete);
	brand = catalogue_brand(&catalogue, ref("orange"));
	assert_span(brand.advisory, "");
	assert_span(brand.advisory_ja, "https://orange.fr/ja");
}

static void brands_are_numbered_over_all_indexes(void **state)
{
	static const char *const ids[] = {"docomo",   "dropbox", "google",
					  "metamask", "orange",	 "mycompany"};

	(void)state;
	assert_int_equal(catalogue_brand_count(&catalogue), 6);
	for (size_t i = 0; i < 6; i++) {
		brand_ref brand = catalogue_brand_at(&catalogue, i);

		assert_span(catalogue_brand(&catalogue, brand).id, ids[i]);
		assert_int_equal(ref(ids[i]), brand);
	}
	assert_int_equal(catalogue_brand_at(&catalogue, 6), BRAND_NONE);
	assert_int_equal(ref("nobody"), BRAND_NONE);
	assert_int_equal(ref(""), BRAND_NONE);
}

static void strange_references_are_no_brand(void **state)
{
	static const brand_ref strange[] = {BRAND_NONE, 5, 1u << 24 | 5, 3u << 24, ~0u};

	(void)state;
	for (size_t i = 0; i < sizeof(strange) / sizeof(*strange); i++) {
		assert_span(catalogue_brand(&catalogue, strange[i]).id, "");
		assert_int_equal(catalogue_list_length(&catalogue, strange[i], BRAND_ALIASES), 0);
		assert_span(catalogue_list_at(&catalogue, strange[i], BRAND_ALIASES, 0), "");
		assert_span(catalogue_redirector(&catalogue, strange[i]).hostname, "");
		assert_false(catalogue_affiliates(&catalogue, strange[i], strange[i]) &&
			     strange[i] == 0);
	}
}

static void lists_keep_their_order(void **state)
{
	static const struct {
		const char *id;
		enum brand_list list;
		const char *items[4];
	} cases[] = {
	    {"metamask", BRAND_WEB_DOMAINS, {"metamask.io", "support.metamask.io"}},
	    {"metamask", BRAND_MAIL_DOMAINS, {"metamask.io", "metamask.discoursemail.com"}},
	    {"metamask", BRAND_MAIL_ADDRESSES, {"support@metamask.io"}},
	    {"metamask", BRAND_ALIASES, {"Meta Mask", "MetaMask Wallet"}},
	    {"metamask", BRAND_WEAK_ALIASES, {"Mask"}},
	    {"metamask", BRAND_USER_CONTENT, {NULL}},
	    {"dropbox", BRAND_RELAYS, {"no-reply@dropbox.com", "em.dropbox.com"}},
	    {"google", BRAND_USER_CONTENT, {"gmail.com", "sites.google.com"}},
	    {"google", BRAND_AFFILIATES, {"dropbox"}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t n = 0;

		for (; cases[i].items[n]; n++)
			assert_span(
			    catalogue_list_at(&catalogue, ref(cases[i].id), cases[i].list, n),
			    cases[i].items[n]);
		assert_int_equal(catalogue_list_length(&catalogue, ref(cases[i].id), cases[i].list),
				 n);
		assert_span(catalogue_list_at(&catalogue, ref(cases[i].id), cases[i].list, n), "");
	}
}

static void affiliates_hold_both_ways_and_over_indexes(void **state)
{
	static const struct {
		const char *a, *b;
		bool affiliates;
	} cases[] = {
	    {"google", "google", true},	     {"google", "dropbox", true},
	    {"dropbox", "google", true},     {"google", "metamask", false},
	    {"mycompany", "metamask", true}, {"metamask", "mycompany", true},
	    {"mycompany", "google", false},  {"nobody", "nobody", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (catalogue_affiliates(&catalogue, ref(cases[i].a), ref(cases[i].b)) !=
		    cases[i].affiliates)
			fail_msg("%s and %s", cases[i].a, cases[i].b);
}

/* ---- domains ---- */

static void an_exact_name_has_all_its_entries(void **state)
{
	static const struct {
		const char *name, *hits;
		unsigned roles, kind;
		const char *label;
	} cases[] = {
	    {"metamask.io", "metamask:metamask.io", DOMAIN_WEB | DOMAIN_MAIL, LABEL_COINED,
	     "metamask"},
	    {"support.metamask.io", "metamask:support.metamask.io", DOMAIN_WEB, LABEL_COINED,
	     "metamask"},
	    {"dropbox.com", "dropbox:dropbox.com", DOMAIN_MAIL | DOMAIN_USER_CONTENT, LABEL_PLAIN,
	     "dropbox"},
	    {"em.dropbox.com", "dropbox:em.dropbox.com", DOMAIN_MAIL | DOMAIN_RELAY, LABEL_PLAIN,
	     "dropbox"},
	    {"orange.fr", "orange:orange.fr", DOMAIN_WEB, LABEL_WORD, "orange"},
	    {"www.docomo.ne.jp", "docomo:www.docomo.ne.jp", DOMAIN_WEB, LABEL_COINED, "docomo"},
	    {"gmail.com", "google:gmail.com -:gmail.com", DOMAIN_USER_CONTENT, LABEL_PLAIN,
	     "gmail"},
	    {"google.com", "google:google.com -:google.com -:google.com mycompany:google.com",
	     DOMAIN_WEB | DOMAIN_MAIL, LABEL_COINED, "google"},
	    {"friends.example", "-:friends.example", DOMAIN_TRUSTED, LABEL_PLAIN, "friends"},
	    {"foo.metamask.io", "", 0, 0, ""},
	    {"io", "", 0, 0, ""},
	    {"", "", 0, 0, ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct domain_hit hits[DOMAIN_HITS];
		size_t count = catalogue_domain(&catalogue, span_of(cases[i].name), hits);

		assert_string_equal(list_hits(hits, count), cases[i].hits);
		if (count == 0)
			continue;
		assert_int_equal(hits[0].roles, cases[i].roles);
		assert_int_equal(hits[0].kind, cases[i].kind);
		assert_span(hits[0].label, cases[i].label);
	}
}

static void the_longest_suffix_with_a_role_wins(void **state)
{
	static const struct {
		const char *name;
		unsigned roles;
		const char *hits;
	} cases[] = {
	    {"metamask.io", DOMAIN_WEB, "metamask:metamask.io"},
	    {"a.b.metamask.io", DOMAIN_WEB, "metamask:metamask.io"},
	    {"notmetamask.io", DOMAIN_WEB, ""},
	    {"metamask.io.evil.example", DOMAIN_WEB, ""},
	    {"sites.google.com", DOMAIN_WEB | DOMAIN_USER_CONTENT, "google:sites.google.com"},
	    {"sites.google.com", DOMAIN_WEB, "google:google.com mycompany:google.com"},
	    {"wdy.docomo.ne.jp", DOMAIN_MAIL | DOMAIN_USER_CONTENT, "docomo:wdy.docomo.ne.jp"},
	    {"docomo.ne.jp", DOMAIN_MAIL | DOMAIN_USER_CONTENT, "docomo:docomo.ne.jp"},
	    /* An exact entry says nothing of its sub-domains. */
	    {"docomo.ne.jp", DOMAIN_FREEMAIL, "-:docomo.ne.jp"},
	    {"any.docomo.ne.jp", DOMAIN_FREEMAIL, ""},
	    {"any.gmail.com", DOMAIN_FREEMAIL, "-:gmail.com"},
	    {"em.dropbox.com", DOMAIN_RELAY, "dropbox:em.dropbox.com"},
	    {"www.google.com", DOMAIN_REDIRECTOR, "-:google.com -:google.com"},
	    {"mail.friends.example", DOMAIN_TRUSTED, "-:friends.example"},
	    {"metamask.io", DOMAIN_TRUSTED, ""},
	    {"metamask.io", 0, ""},
	    {"", ~0u, ""},
	    {".", ~0u, ""},
	    {"..metamask.io", DOMAIN_WEB, "metamask:metamask.io"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct domain_hit hits[DOMAIN_HITS];
		size_t count =
		    catalogue_match(&catalogue, span_of(cases[i].name), cases[i].roles, hits);

		if (strcmp(list_hits(hits, count), cases[i].hits) != 0)
			fail_msg("%s: %s", cases[i].name, list_hits(hits, count));
	}
}

static void hosting_and_user_content_count_as_suffixes(void **state)
{
	static const struct {
		const char *name, *registrable;
	} cases[] = {
	    {"www.metamask.io", "metamask.io"},
	    {"metamask.io", "metamask.io"},
	    {"a.b.example.co.jp", "example.co.jp"},
	    {"foo.xsrv.jp", "foo.xsrv.jp"},
	    {"www.foo.xsrv.jp", "foo.xsrv.jp"},
	    {"xsrv.jp", "xsrv.jp"},
	    {"notxsrv.jp", "notxsrv.jp"},
	    {"metamask.discoursemail.com", "metamask.discoursemail.com"},
	    {"foo.docomo.ne.jp", "foo.docomo.ne.jp"},
	    {"docomo.ne.jp", "docomo.ne.jp"},
	    {"a.sites.google.com", "a.sites.google.com"},
	    {"www.google.com", "google.com"},
	    /* The company mails from dropbox.com itself: its sub-domains are its own. */
	    {"em.dropbox.com", "dropbox.com"},
	    {"x.dropboxusercontent.com", "x.dropboxusercontent.com"},
	    {"www.apex.example", "apex.example"},
	    {"co.jp", "co.jp"},
	    {"localhost", "localhost"},
	    {"192.0.2.1", ""},
	    {"[2001:db8::1]", ""},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span got = catalogue_registrable(&catalogue, span_of(cases[i].name));

		if (!span_equal(got, span_of(cases[i].registrable)))
			fail_msg("%s: %.*s", cases[i].name, (int)got.len, got.ptr);
	}
}

/* ---- look-alikes ---- */

typedef size_t look_up(const struct catalogue *, struct span,
		       struct domain_hit[static DOMAIN_HITS]);

static const char *look(look_up *find, const char *label)
{
	struct arena *arena = arena_new(1 << 20);
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = find(&catalogue, skeleton_of(arena, span_of(label)), hits);

	arena_free(&arena);
	return list_hits(hits, count);
}

static void a_label_is_found_by_what_it_looks_like(void **state)
{
	static const struct {
		const char *label, *hits;
	} cases[] = {
	    {"metamask", "metamask:metamask.io"},
	    {"rnetarnask", "metamask:metamask.io"},
	    {"mеtаmаsk", "metamask:metamask.io"}, /* Cyrillic е and а */
	    {"google", "google:google.com google:google.co.jp mycompany:google.com"},
	    {"g00gle", "google:google.com google:google.co.jp mycompany:google.com"},
	    /* www.docomo.ne.jp stands for docomo, once; what customers have is no target. */
	    {"docomo", "docomo:www.docomo.ne.jp"},
	    {"www", ""},
	    {"dcard", ""},
	    {"gmail", ""},
	    /* blog.google is imitated by google, fonts.googleapis.com by nothing. */
	    {"blog", ""},
	    {"fonts", ""},
	    {"dropbox", "dropbox:dropbox.tech dropbox:dropbox.com"},
	    {"help", ""},
	    {"metamark", ""},
	    {"friends", "-:friends.example"},
	    {"popular", "-:popular.example"},
	    {"www2", ""},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (strcmp(look(catalogue_by_skeleton, cases[i].label), cases[i].hits) != 0)
			fail_msg("%s: %s", cases[i].label,
				 look(catalogue_by_skeleton, cases[i].label));
}

static void a_label_is_found_by_near_misses(void **state)
{
	static const struct {
		const char *label, *hits;
	} cases[] = {
	    {"metamsk", "metamask:metamask.io"},   /* lacks one */
	    {"mettamask", "metamask:metamask.io"}, /* has one more */
	    {"metamasc", "metamask:metamask.io"},
	    {"metamaks", "metamask:metamask.io"},
	    {"xetamask", "metamask:metamask.io"}, /* the skeleton of m is two letters */
	    {"metanask", "metamask:metamask.io"},
	    {"etamask", "metamask:metamask.io"},
	    {"metamask", ""}, /* equal: catalogue_by_skeleton() finds it */
	    {"metamsak", "metamask:metamask.io"},
	    {"mtamsk", ""},
	    {"frends", "-:friends.example"},
	    {"orenge", "orange:orange.fr"},
	    {"gogle", "google:google.com mycompany:google.com"},
	    {"a", ""},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (strcmp(look(catalogue_near_skeleton, cases[i].label), cases[i].hits) != 0)
			fail_msg("%s: %s", cases[i].label,
				 look(catalogue_near_skeleton, cases[i].label));
}

/* A plain list's entries are left out, what the user trusts is not. */
static void brands_alone_are_found(void **state)
{
	struct domain_hit hits[DOMAIN_HITS];

	(void)state;
	assert_string_equal(look(catalogue_by_skeleton, "popular"), "-:popular.example");
	assert_string_equal(look(catalogue_brands_by_skeleton, "popular"), "");
	assert_string_equal(look(catalogue_brands_by_skeleton, "friends"), "-:friends.example");
	assert_string_equal(look(catalogue_brands_by_skeleton, "g00gle"),
			    "google:google.com google:google.co.jp mycompany:google.com");
	assert_string_equal(look(catalogue_near_skeleton, "populer"), "-:popular.example");
	assert_string_equal(look(catalogue_near_brands, "populer"), "");
	assert_string_equal(look(catalogue_near_brands, "frends"), "-:friends.example");
	assert_string_equal(look(catalogue_near_brands, "metamsk"), "metamask:metamask.io");
	assert_int_equal(catalogue_domain(&catalogue, SPAN("friends.example"), hits), 1);
	assert_int_equal(catalogue_brand_domain(&catalogue, SPAN("friends.example"), hits), 0);
	assert_int_equal(catalogue_brand_domain(&catalogue, SPAN("metamask.io"), hits), 1);
}

static void what_stands_behind_a_label_is_known(void **state)
{
	static const struct {
		const char *text;
		bool is, begins;
	} cases[] = {
	    {"com", true, true},      {"io", true, true},	  {"coip", true, false},
	    {"cojp", true, false},    {"co", false, true},	  {"neip", true, false},
	    {"ne", false, true},      {"example", true, true},	  {"popularexample", true, false},
	    {"popular", false, true}, {"metamasc", false, false}, {"exampl", false, false},
	    {"kobe", false, false},
	};

	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span text = skeleton_of(arena, span_of(cases[i].text));

		if (catalogue_tail_is(&catalogue, text) != cases[i].is ||
		    catalogue_tail_begins(&catalogue, text) != cases[i].begins)
			fail_msg("%s: %d, %d", cases[i].text, catalogue_tail_is(&catalogue, text),
				 catalogue_tail_begins(&catalogue, text));
	}
	arena_free(&arena);
}

static void long_labels_have_no_near_misses(void **state)
{
	struct domain_hit hits[DOMAIN_HITS];
	char label[400];

	(void)state;
	memset(label, 'a', sizeof(label));
	assert_int_equal(
	    catalogue_near_skeleton(&catalogue, (struct span){label, sizeof(label)}, hits), 0);
	assert_int_equal(
	    catalogue_by_skeleton(&catalogue, (struct span){label, sizeof(label)}, hits), 0);
}

/* A generator of numbers that are the same in every run. */
static uint32_t random_state = 12345;

static uint32_t random_below(uint32_t limit)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (random_state >> 8) % limit;
}

#define LABELS 400
static char labels[LABELS][8];

static bool one_edit(struct span a, struct span b)
{
	enum edit_kind kind = edit_between(a, b).kind;

	return kind != EDIT_NONE && kind != EDIT_FAR;
}

/* A skeleton with every rn read as m. */
static struct span joined(struct arena *arena, struct span skeleton)
{
	struct builder b = {.arena = arena};

	for (size_t i = 0; i < skeleton.len; i++) {
		bool pair = span_starts(span_slice(skeleton, i, skeleton.len), SPAN("rn"));

		builder_byte(&b, pair ? 'm' : skeleton.ptr[i]);
		i += pair;
	}
	return builder_span(&b);
}

static bool are_near(struct arena *arena, const char *a, const char *b)
{
	struct span x = skeleton_of(arena, span_of(a)), y = skeleton_of(arena, span_of(b));

	return one_edit(x, y) || one_edit(joined(arena, x), joined(arena, y));
}

static bool seen_before(size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(labels[i], labels[n]) == 0)
			return true;
	return false;
}

/* Of random labels of few letters, all that are one edit from the asked one are found, and none
 * else. */
static void near_misses_are_exactly_those_at_one_edit(void **state)
{
	struct source *source = source_new();
	struct arena *arena = arena_new(1 << 24);
	struct compiled list;
	struct catalogue own;
	char domain[32];
	size_t compared = 0;

	(void)state;
	for (size_t i = 0; i < LABELS; i++) {
		for (size_t k = 0, len = 4 + random_below(3); k < len; k++)
			labels[i][k] = "abmnrz"[random_below(6)];
		snprintf(domain, sizeof(domain), "%.7s.example", labels[i]);
		assert_true(source_add_domain(source, span_of(domain), DOMAIN_PROTECTED));
	}
	list = fixture_compile(source);
	own = (struct catalogue){.indexes = {list.index}, .count = 1};
	for (size_t i = 0; i < LABELS; i++) {
		struct domain_hit hits[DOMAIN_HITS];
		size_t expected = 0, found = catalogue_near_skeleton(
					 &own, skeleton_of(arena, span_of(labels[i])), hits);

		for (size_t k = 0; k < LABELS; k++)
			expected += !seen_before(k) && are_near(arena, labels[i], labels[k]);
		assert_int_equal(found, expected < DOMAIN_HITS ? expected : DOMAIN_HITS);
		for (size_t h = 0; h < found; h++) {
			snprintf(domain, sizeof(domain), "%.*s", (int)hits[h].label.len,
				 hits[h].label.ptr);
			if (!are_near(arena, labels[i], domain))
				fail_msg("%s finds %s", labels[i], domain);
		}
		compared += found;
		arena_reset(arena);
	}
	assert_true(compared > LABELS); /* there was something to find */
	index_close(&list.index);
	free(list.bytes);
	source_free(&source);
	arena_free(&arena);
}

/* ---- names ---- */

struct named {
	struct arena *arena;
	struct span squash, key;
};

static struct named name_of(const char *text)
{
	struct named named = {.arena = arena_new(1 << 20)};
	struct fold fold = fold_text(named.arena, span_of(text));

	named.squash = fold_squash(named.arena, fold.text);
	named.key = fold_key(named.arena, fold.text);
	return named;
}

static void aliases_are_found_by_their_key(void **state)
{
	static const struct {
		const char *text, *id, *shown;
		bool weak, plain;
	} cases[] = {
	    {"MetaMask", "metamask", "MetaMask", false, true},
	    {"META-MASK", "metamask", "MetaMask", false, true},
	    {"ＭｅｔａＭａｓｋ", "metamask", "MetaMask", false, true},
	    {"rnetarnask", "metamask", "MetaMask", false, false},
	    {"メタマスク", "metamask", "メタマスク", false, true},
	    {"Mask", "metamask", "Mask", true, true},
	    {"Orange", "orange", "Orange", true, true},
	    {"ドコモ", "docomo", "ドコモ", false, true},
	    {"My Company Ltd.", "mycompany", "My Company Ltd", false, true},
	    /* domains claim their brand, those where its customers are too */
	    {"MetaMask.io", "metamask", "metamask.io", false, true},
	    {"Docomo.ne.jp", "docomo", "docomo.ne.jp", false, true},
	    {"Nobody", NULL, NULL, false, false},
	    {"", NULL, NULL, false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct named named = name_of(cases[i].text);
		struct alias_hit hits[ALIAS_HITS];
		size_t count = catalogue_alias(&catalogue, named.key, hits);

		if (count != (cases[i].id ? 1 : 0))
			fail_msg("%s: %zu hits", cases[i].text, count);
		if (count) {
			assert_int_equal(hits[0].brand, ref(cases[i].id));
			assert_span(hits[0].shown, cases[i].shown);
			assert_int_equal(hits[0].weak, cases[i].weak);
			assert_int_equal(span_equal(hits[0].squash, named.squash), cases[i].plain);
		}
		arena_free(&named.arena);
	}
}

static void near_aliases_are_long_and_strong(void **state)
{
	static const struct {
		const char *text, *id;
	} cases[] = {
	    {"MetaMsk", "metamask"}, {"MetaaMask", "metamask"}, {"Dropbax", "dropbox"},
	    {"Drpobox", "dropbox"},  {"Gmial", NULL}, /* 5 letters */
	    {"Orenge", NULL},			      /* weak */
	    {"Dropbox", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct named named = name_of(cases[i].text);
		struct alias_hit hits[ALIAS_HITS];
		size_t count = catalogue_near_alias(&catalogue, named.key, hits);

		if (count != (cases[i].id ? 1 : 0))
			fail_msg("%s: %zu hits", cases[i].text, count);
		if (count)
			assert_int_equal(hits[0].brand, ref(cases[i].id));
		arena_free(&named.arena);
	}
}

/* The bit that saves look-ups hides no strong alias, and most other texts have none. */
static void beginnings_of_aliases_are_known(void **state)
{
	static const char *const aliases[] = {"MetaMask", "MetaMask Wallet", "メタマスク", "ドコモ",
					      "My Company Ltd"};
	size_t others = 0, whole = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++) {
		struct named named = name_of(aliases[i]);

		for (size_t end = 0; end <= named.key.len; end++)
			if (end == named.key.len || (named.key.ptr[end] & 0xc0) != 0x80)
				assert_true(catalogue_alias_begins(&catalogue,
								   span_slice(named.key, 0, end)));
		assert_true(catalogue_alias_is(&catalogue, named.key));
		if (i == 0) /* a beginning is no alias */
			assert_false(catalogue_alias_is(&catalogue, span_slice(named.key, 0, 4)));
		arena_free(&named.arena);
	}
	for (unsigned i = 0; i < 1000; i++) {
		char text[8];

		snprintf(text, sizeof(text), "q%ux", i * 7);
		others += catalogue_alias_begins(&catalogue, span_of(text));
		whole += catalogue_alias_is(&catalogue, span_of(text));
	}
	assert_in_range(whole, 0, 300);
	assert_in_range(others, 0, 300);
}

static void the_longest_alias_is_known(void **state)
{
	struct named named = name_of("metamask.discoursemail.com");

	(void)state;
	assert_int_equal(catalogue_alias_longest(&catalogue), named.key.len);
	arena_free(&named.arena);
}

static void hostname_words_are_of_their_kinds(void **state)
{
	(void)state;
	assert_int_equal(catalogue_hostname_word(&catalogue, SPAN("login")), HOSTNAME_STRONG);
	assert_int_equal(catalogue_hostname_word(&catalogue, SPAN("cc")),
			 HOSTNAME_PLAIN | HOSTNAME_THROWAWAY);
	assert_int_equal(catalogue_hostname_word(&catalogue, SPAN("logi")), 0);
	assert_int_equal(catalogue_hostname_word(&catalogue, SPAN("")), 0);
}

/* In the order of the lists, and never the whole text. */
static void hostname_words_beside_a_name(void **state)
{
	const unsigned kinds = HOSTNAME_STRONG | HOSTNAME_PLAIN;
	struct hostname_place place = {0};
	struct span word;
	unsigned of;

	(void)state;
	assert_true(catalogue_hostname_word_beside(&catalogue, kinds, SPAN("loginbankcc"), &place,
						   &word, &of));
	assert_span(word, "login");
	assert_int_equal(of, HOSTNAME_STRONG);
	assert_true(catalogue_hostname_word_beside(&catalogue, kinds, SPAN("loginbankcc"), &place,
						   &word, &of));
	assert_span(word, "cc");
	assert_int_equal(of, HOSTNAME_PLAIN | HOSTNAME_THROWAWAY);
	assert_true(catalogue_hostname_word_beside(&catalogue, kinds, SPAN("loginbankcc"), &place,
						   &word, &of));
	assert_span(word, "log");
	assert_false(catalogue_hostname_word_beside(&catalogue, kinds, SPAN("loginbankcc"), &place,
						    &word, &of));
	place = (struct hostname_place){0};
	assert_false(
	    catalogue_hostname_word_beside(&catalogue, kinds, SPAN("cc"), &place, &word, &of));
	assert_false(
	    catalogue_hostname_word_beside(&catalogue, kinds, SPAN(""), &place, &word, &of));
	place = (struct hostname_place){0};
	assert_true(catalogue_hostname_word_beside(&catalogue, HOSTNAME_SERVING, SPAN("fbcdn"),
						   &place, &word, &of));
}

static void role_words_have_their_role(void **state)
{
	static const struct {
		const char *text;
		enum role_word role;
	} cases[] = {
	    {"SUPPORT", ROLE_SUPPORT}, {"お知らせ", ROLE_SUPPORT}, {"inc", ROLE_LEGAL},
	    {"株式会社", ROLE_LEGAL},  {"Via", ROLE_RELAY},	   {"metamask", ROLE_NONE},
	    {"", ROLE_NONE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct named named = name_of(cases[i].text);

		assert_int_equal(catalogue_role_word(&catalogue, named.squash), cases[i].role);
		arena_free(&named.arena);
	}
}

static void addresses_are_compared_without_case(void **state)
{
	static const struct {
		const char *address, *id;
		bool relay;
	} cases[] = {
	    {"support@metamask.io", "metamask", false}, {"SUPPORT@metamask.io", "metamask", false},
	    {"no-reply@dropbox.com", "dropbox", true},	{"em.dropbox.com", NULL, false},
	    {"help@metamask.io", NULL, false},		{"", NULL, false},
	};
	struct address_hit hits[ADDRESS_HITS];
	char long_address[2000];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t count = catalogue_address(&catalogue, span_of(cases[i].address), hits);

		assert_int_equal(count, cases[i].id ? 1 : 0);
		if (count) {
			assert_int_equal(hits[0].brand, ref(cases[i].id));
			assert_int_equal(hits[0].relay, cases[i].relay);
		}
	}
	memset(long_address, 'a', sizeof(long_address));
	assert_int_equal(
	    catalogue_address(&catalogue, (struct span){long_address, sizeof(long_address)}, hits),
	    0);
}

static void redirectors_are_read_back(void **state)
{
	struct domain_hit hits[DOMAIN_HITS];
	struct redirector redirector;

	(void)state;
	assert_int_equal(
	    catalogue_match(&catalogue, SPAN("www.google.com"), DOMAIN_REDIRECTOR, hits), 2);
	redirector = catalogue_redirector(&catalogue, hits[0].redirector);
	assert_span(redirector.hostname, "google.com");
	assert_span(redirector.path, "/url");
	assert_span(redirector.parameters[0], "q");
	assert_span(redirector.parameters[1], "url");
	assert_span(redirector.parameters[2], "");
	assert_int_equal(redirector.shape, REDIRECT_QUERY);
	assert_true(redirector.certain);
	redirector = catalogue_redirector(&catalogue, hits[1].redirector);
	assert_int_equal(redirector.shape, REDIRECT_PATH_REST);
	assert_false(redirector.certain);
	assert_int_equal(catalogue_domain(&catalogue, SPAN("metamask.io"), hits), 1);
	assert_int_equal(hits[0].redirector, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_brand_is_read_back),
	    cmocka_unit_test(brands_are_numbered_over_all_indexes),
	    cmocka_unit_test(strange_references_are_no_brand),
	    cmocka_unit_test(lists_keep_their_order),
	    cmocka_unit_test(affiliates_hold_both_ways_and_over_indexes),
	    cmocka_unit_test(an_exact_name_has_all_its_entries),
	    cmocka_unit_test(the_longest_suffix_with_a_role_wins),
	    cmocka_unit_test(hosting_and_user_content_count_as_suffixes),
	    cmocka_unit_test(a_label_is_found_by_what_it_looks_like),
	    cmocka_unit_test(a_label_is_found_by_near_misses),
	    cmocka_unit_test(brands_alone_are_found),
	    cmocka_unit_test(what_stands_behind_a_label_is_known),
	    cmocka_unit_test(long_labels_have_no_near_misses),
	    cmocka_unit_test(near_misses_are_exactly_those_at_one_edit),
	    cmocka_unit_test(aliases_are_found_by_their_key),
	    cmocka_unit_test(near_aliases_are_long_and_strong),
	    cmocka_unit_test(beginnings_of_aliases_are_known),
	    cmocka_unit_test(the_longest_alias_is_known),
	    cmocka_unit_test(role_words_have_their_role),
	    cmocka_unit_test(hostname_words_are_of_their_kinds),
	    cmocka_unit_test(hostname_words_beside_a_name),
	    cmocka_unit_test(addresses_are_compared_without_case),
	    cmocka_unit_test(redirectors_are_read_back),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
