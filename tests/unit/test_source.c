/* Reading and checking of catalogue files: each mistake is reported at its place, what is sound
 * compiles to the same bytes every time. */
#include "catalogue_fixture.h"

/* A sound brand with one member put before the others. */
#define WITH(member)                                                                               \
	"{" member ", \"name\": {\"en\": \"Shop\"}, \"category\": \"shop\", \"country\": \"JP\", " \
	"\"site\": \"https://shop.example/\", \"aliases\": [\"ショップ\"], \"web_domains\": "  \
	"[\"shop.example\"], " SOURCE_HIGH "}"
#define SHOP(member) WITH("\"id\": \"shop\", " member)

/* As above, with site, web_domains and so on given by the case. */
#define BARE(rest)                                                                               \
	"{\"id\": \"shop\", \"name\": {\"en\": \"Shop\"}, \"category\": \"shop\", \"country\": " \
	"\"JP\", " rest ", " SOURCE_HIGH "}"
#define DOMAINS(web)                                                                   \
	BARE("\"site\": \"https://shop.example/\", \"aliases\": [], \"web_domains\": " \
	     "[\"shop.example\"" web "]")
#define MAIL(mail)                                                                     \
	BARE("\"site\": \"https://shop.example/\", \"aliases\": [], \"web_domains\": " \
	     "[\"shop.example\"], " mail)

struct mistake {
	const char *name, *text;
	const char *problem; /* several, one a line, where another follows from the first */
};

static void expect_problem(const struct mistake *mistake)
{
	const struct fixture_file files[] = {{mistake->name, mistake->text}, {NULL, NULL}};
	struct source *source = source_new();
	struct problems problems = {0};
	char expected[600];
	size_t len = 0;

	assert_non_null(source);
	for (const char *line = mistake->problem; *line; line += strcspn(line, "\n") + 1) {
		len += (size_t)snprintf(expected + len, sizeof(expected) - len, "%s: %.*s\n",
					mistake->name, (int)strcspn(line, "\n"), line);
		if (!strchr(line, '\n'))
			break;
	}
	assert_false(fixture_read(source, files, &problems));
	if (strcmp(problems.text, expected) != 0)
		fail_msg("%s\ninstead of\n%s", problems.text, expected);
	source_free(&source);
	hostname_close();
}

static void mistakes_in_a_brand_are_reported_at_their_place(void **state)
{
	static const char file[] = "brands/shop.json";
	static const struct {
		const char *text, *problem;
	} cases[] = {
	    {"[]", ": an object is expected"},
	    {"{\n  \"id\": \"shop\",\n  oops\n}",
	     "line 3, column 6: string or '}' expected near 'oops'"},
	    {"{\"id\": \"shop\", \"id\": \"shop\"}",
	     "line 1, column 19: duplicate object key near '\"id\"'"},
	    {SHOP("\"alises\": []"), "alises: unknown member"},
	    {WITH("\"id\": \"Shop\""), "id: is not the file's name\n"
				       "id: is no id: lower-case letters, digits and hyphens"},
	    {SHOP("\"coined\": [\"shopp\"]"), "coined[0]: is a label of none of its domains"},
	    {SHOP("\"coined\": [\"shop\"], \"words\": [\"shop\"]"),
	     "words[0]: is among coined too"},
	    {SHOP("\"senders_complete\": true"), "senders_complete:  but no sender is listed"},
	    {SHOP("\"senders_complete\": 1"), "senders_complete: true or false is expected"},
	    {SHOP("\"only_on_request\": \"yes\""), "only_on_request: true or false is expected"},
	    {SHOP("\"affiliates\": [\"shop\"]"), "affiliates[0]: is the brand itself"},
	    {SHOP("\"affiliates\": [\"A B\"]"),
	     "affiliates[0]: is no id: lower-case letters, digits and hyphens"},
	    {SHOP("\"advisory\": \"javascript:alert(1)\""), "advisory: is no plain web URL"},
	    {SHOP("\"advisory\": {\"ja\": \"javascript:alert(1)\"}"),
	     "advisory.ja: is no plain web URL"},
	    {SHOP("\"advisory\": {\"de\": \"https://shop.example/\"}"),
	     "advisory.de: unknown member"},
	    {SHOP("\"advisory\": {}"), "advisory: is empty"},
	    {SHOP("\"advisory\": []"), "advisory: a text is expected"},
	    {SHOP("\"weak_aliases\": [\"ショップ\"]"), "aliases[0]: is among weak_aliases too"},
	    {SHOP("\"weak_aliases\": [\"…!\"]"), "weak_aliases[0]: has no letters or too many"},
	    {SHOP("\"weak_aliases\": [\" a\"]"),
	     "weak_aliases[0]: the text begins or ends with a blank"},
	    {SHOP("\"weak_aliases\": [\"a\\u202eb\"]"),
	     "weak_aliases[0]: the text has a control or invisible character"},
	    {SHOP("\"weak_aliases\": [\"a\\nb\"]"),
	     "weak_aliases[0]: the text has a control or invisible character"},
	    {SHOP("\"weak_aliases\": [\"\"]"), "weak_aliases[0]: the text is empty"},
	    {SHOP("\"weak_aliases\": [7]"), "weak_aliases[0]: a text is expected"},
	    {SHOP("\"weak_aliases\": [\"x\", \"x\"]"), "weak_aliases[1]: is there twice"},
	    {SHOP("\"weak_aliases\": \"x\""), "weak_aliases: a list of texts is expected"},
	    {DOMAINS(", \"Shop.example\""),
	     "web_domains[1]: \"Shop.example\" is not in lower case"},
	    {DOMAINS(", \"https://a.example\""), "web_domains[1]: \"https://a.example\" is no "
						 "domain but a URL, an address or has a port"},
	    {DOMAINS(", \"a.example:443\""),
	     "web_domains[1]: \"a.example:443\" is no domain but a URL, an address or has a port"},
	    {DOMAINS(", \".a.example\""), "web_domains[1]: \".a.example\" has an empty label"},
	    {DOMAINS(", \"a.example.\""), "web_domains[1]: \"a.example.\" has an empty label"},
	    {DOMAINS(", \"example\""), "web_domains[1]: \"example\" has no dot"},
	    {DOMAINS(", \"ショップ.example\""),
	     "web_domains[1]: \"ショップ.example\" has other characters "
	     "than ASCII letters, digits, hyphens and dots"},
	    {DOMAINS(", \"192.0.2.1\""), "web_domains[1]: \"192.0.2.1\" is no domain name"},
	    {DOMAINS(", \"xn--a.example\""), "web_domains[1]: \"xn--a.example\" is no domain name"},
	    {DOMAINS(", \"www.a.example\""),
	     "web_domains[1]: \"www.a.example\" is to be listed without www."},
	    {DOMAINS(", \"co.jp\""), "web_domains[1]: \"co.jp\" is a public suffix"},
	    {BARE(
		 "\"site\": {\"en\": \"https://shop.example/\"}, \"aliases\": [], \"web_domains\": "
		 "[\"shop.example\"]"),
	     "site.ja: is missing"},
	    {BARE("\"site\": {\"en\": \"https://shop.example/\", \"ja\": "
		  "\"https://fremd.example/\"}, "
		  "\"aliases\": [], \"web_domains\": [\"shop.example\"]"),
	     "site: https://fremd.example/ is on none of its domains"},
	    {"{\"id\": \"shop\", \"name\": {\"en\": \"Shop\", \"article\": \"the\"}, \"category\": "
	     "\"shop\", "
	     "\"country\": \"JP\", \"site\": \"https://shop.example/\", \"aliases\": [], "
	     "\"web_domains\": [\"shop.example\"], " SOURCE_HIGH "}",
	     "name.article: true or false is expected"},
	    {BARE("\"site\": \"http://shop.example/\", \"aliases\": [], \"web_domains\": "
		  "[\"shop.example\"]"),
	     "site: is no plain https URL"},
	    {BARE("\"site\": \"https://shop.example:8443/\", \"aliases\": [], \"web_domains\": "
		  "[\"shop.example\"]"),
	     "site: is no plain https URL"},
	    {BARE("\"site\": \"https://other.example/\", \"aliases\": [], \"web_domains\": "
		  "[\"shop.example\"]"),
	     "site: https://other.example/ is on none of its domains"},
	    {BARE("\"aliases\": [], \"web_domains\": [\"shop.example\"]"), "site: is missing"},
	    {BARE("\"site\": \"https://shop.example/\", \"web_domains\": [\"shop.example\"]"),
	     "aliases:  is missing"},
	    {MAIL("\"user_content\": [\"shop.example\"]"),
	     "web_domains[0]: \"shop.example\" is among user_content too\n"
	     "site: https://shop.example/ is on none of its domains"},
	    {MAIL("\"mail_addresses\": [\"Support@shop.example\"]"),
	     "mail_addresses[0]: is no plain lower-case address"},
	    {MAIL("\"mail_addresses\": [\"a@b@shop.example\"]"),
	     "mail_addresses[0]: is no plain lower-case address"},
	    {MAIL("\"mail_addresses\": [\"support@shop\"]"),
	     "mail_addresses[0]: \"shop\" has no dot"},
	    {MAIL("\"relays\": [\"noreply@\"]"), "relays[0]: \"\" has an empty label"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_problem(&(struct mistake){file, cases[i].text, cases[i].problem});
}

static void mistakes_in_other_files_are_reported_too(void **state)
{
	static const struct mistake cases[] = {
	    {"brands/shopp.json", SHOP("\"weak_aliases\": []"), "id: is not the file's name"},
	    {"brands/notes.txt", "", ": is no .json file"},
	    {"brand", "", ": has no place in a catalogue"},
	    {"catalogue.json", "{}", ": has no place in a catalogue"},
	    {"infrastructure/a.json", "{\"role\": \"freemial\", \"domains\": [], " SOURCE_HIGH "}",
	     "role: \"freemial\" is none of its values"},
	    {"infrastructure/a.json", "{\"role\": \"freemail\", " SOURCE_HIGH "}",
	     "domains: a list is expected"},
	    {"infrastructure/a.json", "{\"role\": \"freemail\", \"domains\": []}",
	     "source: is missing"},
	    {"infrastructure/a.json",
	     "{\"role\": \"freemail\", \"domains\": [\"a.example\", {\"domain\": "
	     "\"a.example\"}], " SOURCE_HIGH "}",
	     "domains[1]: is there twice"},
	    {"infrastructure/a.json",
	     "{\"role\": \"freemail\", \"domains\": [{\"domain\": \"a.example\", \"exakt\": "
	     "true}], " SOURCE_HIGH "}",
	     "domains[0].exakt: unknown member"},
	    {"infrastructure/a.json",
	     "{\"role\": \"freemail\", \"domains\": [{\"domain\": \"A.example\"}], " SOURCE_HIGH
	     "}",
	     "domains[0].domain: \"A.example\" is not in lower case"},
	    {"infrastructure/a.json",
	     "{\"redirectors\": [{\"hostname\": \"a.example\", \"shape\": \"query\"}], " SOURCE_HIGH
	     "}",
	     "redirectors[0].parameters: none, or more than 4"},
	    {"infrastructure/a.json",
	     "{\"redirectors\": [{\"hostname\": \"a.example\", \"path\": \"url\", \"shape\": "
	     "\"opaque\"}], " SOURCE_HIGH "}",
	     "redirectors[0].path: does not begin with a slash"},
	    {"names.json", "{\"support\": [\"Team\"], \"legal\": [\"T.E.A.M.\"], " SOURCE_HIGH "}",
	     "legal[0]: has another role too"},
	    {"hostnames.json", "{\"strong\": [\"login\"], \"mild\": [\"login\"], " SOURCE_HIGH "}",
	     "mild[0]: tells another thing too"},
	    {"hostnames.json", "{\"throwaway\": [\"co.jp\"], " SOURCE_HIGH "}",
	     "throwaway[0]: has other than lower-case letters and digits"},
	    {"hostnames.json", "{\"weak\": [\"shop\"], " SOURCE_HIGH "}", "weak: unknown member"},
	    {"names.json",
	     "{\"source\": {\"evidence\": \"rumour\", \"confidence\": \"high\", \"date\": "
	     "\"2026-11-22\"}}",
	     "source.evidence: \"rumour\" is none of its values"},
	    {"names.json",
	     "{\"source\": {\"evidence\": \"page\", \"confidence\": \"high\", \"date\": "
	     "\"22.11.2026\"}}",
	     "source.date: is no YYYY-MM-DD"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_problem(&cases[i]);
}

#define CUE(id, literal, pattern, matches, honest)                                   \
	"{\"id\": \"" id                                                             \
	"\", \"kind\": \"wording\", \"strength\": \"weak\", \"literal\": \"" literal \
	"\", \"pattern\": \"" pattern "\", \"matches\": [" matches "], \"honest\": [" honest "]}"
#define CUES(cues) "{\"cues\": [" cues "], " SOURCE_HIGH "}"
#define PARTS(parts, cues) "{\"parts\": {" parts "}, \"cues\": [" cues "], " SOURCE_HIGH "}"

static void every_cue_is_tried_on_its_examples(void **state)
{
	static const struct mistake cases[] = {
	    {"wording/a.json", CUES(CUE("a", "held", "held (mails", "\"held mails\"", "\"hello\"")),
	     "cues[0].pattern: at byte 11: missing closing parenthesis"},
	    {"wording/a.json", CUES(CUE("a", "held", "held mails", "\"Held mail\"", "\"hello\"")),
	     "cues[0].matches[0]: the pattern does not match it"},
	    /* The pattern would match, but its literal is not there. */
	    {"wording/a.json", CUES(CUE("a", "mails", "held", "\"held mail\"", "\"hello\"")),
	     "cues[0].matches[0]: the pattern does not match it"},
	    {"wording/a.json",
	     CUES(CUE("a", "held", "held", "\"held mail\"", "\"a\", \"We HELD it\"")),
	     "cues[0].honest[1]: the pattern matches it"},
	    {"wording/a.json", CUES(CUE("a", "Held", "held", "\"held\"", "\"hello\"")),
	     "cues[0].literal: is not folded as texts are\n"
	     "cues[0].matches[0]: the pattern does not match it"},
	    {"wording/a.json",
	     CUES(
		 CUE("a", "a", "(?:a+)+b", "\"ab\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabc\"")),
	     "cues[0].honest[0]: the pattern matches it"},
	    {"wording/a.json",
	     CUES(CUE("a", "a", "a", "\"a\"", "\"b\"") ", " CUE("a", "a", "a", "\"a\"", "\"b\"")),
	     "cues[1].id: another cue has this id"},
	    {"wording/a.json", CUES(CUE("a", "a", "a", "\"a\"", "")),
	     "cues[0].honest: at least one text is expected"},
	    {"wording/a.json", "{\"cues\": {}, " SOURCE_HIGH "}", "cues: a list is expected"},
	    /* parts of patterns, and parts of parts; a quantifier is none */
	    {"wording/a.json",
	     PARTS("\"ab\": \"a{2}{b}\", \"b\": \"b\"",
		   CUE("a", "a", "{ab}c", "\"aabc\"", "\"xaabc\"")),
	     "cues[0].honest[0]: the pattern matches it"},
	    {"wording/a.json", PARTS("\"b\": \"b\"", CUE("a", "a", "{c}", "\"a\"", "\"b\"")),
	     "cues[0].pattern: no part has this name"},
	    {"wording/a.json", CUES(CUE("a", "a", "{c}", "\"a\"", "\"b\"")),
	     "cues[0].pattern: no part has this name"},
	    {"wording/a.json", PARTS("\"a\": \"{a}\"", CUE("a", "a", "{a}", "\"{a}\"", "\"b\"")),
	     "cues[0].pattern: parts hold each other"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_problem(&cases[i]);
}

static void a_missing_folder_is_reported(void **state)
{
	struct source *source = source_new();
	struct problems problems = {0};

	(void)state;
	assert_false(source_add_folder(source, "/nonexistent/honmono", problems_report, &problems));
	assert_string_equal(problems.text, "/nonexistent/honmono: : No such file or directory\n");
	source_free(&source);
}

/* ---- brands against each other ---- */

#define SHARED(id, name, more)         \
	BRAND(id, name, id ".example", \
	      "\"aliases\": [\"Twin\"], \"web_domains\": [\"" id ".example\"], " more)

static void a_strong_alias_belongs_to_one_brand_or_to_affiliates(void **state)
{
	static const struct {
		struct fixture_file files[3];
		const char *problem;
	} cases[] = {
	    {{{"brands/a.json", SHARED("a", "Alpha", "")},
	      {"brands/b.json", SHARED("b", "Beta", "")}},
	     "brands/b.json: aliases[0]: is an alias of a too, which is no affiliate\n"},
	    {{{"brands/a.json", SHARED("a", "Alpha", "")},
	      {"brands/b.json", SHARED("b", "T-w-i-n", "")}},
	     "brands/b.json: name.en: is an alias of a too, which is no affiliate\n"
	     "brands/b.json: aliases[0]: is an alias of a too, which is no affiliate\n"},
	    {{{"brands/a.json", SHARED("a", "Alpha", "\"affiliates\": [\"b\"], ")},
	      {"brands/b.json", SHARED("b", "Beta", "")}},
	     ""},
	    {{{"brands/a.json", SHARED("a", "Alpha", "")},
	      {"brands/b.json", SHARED("b", "Beta", "\"affiliates\": [\"a\"], ")}},
	     ""},
	    {{{"brands/a.json", SHARED("a", "Alpha", "")},
	      {"brands/b.json", BRAND("b", "Beta", "b.example",
				      "\"aliases\": [], \"weak_aliases\": [\"Twin\"], "
				      "\"web_domains\": [\"b.example\"], ")}},
	     ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct source *source = source_new();
		struct problems problems = {0};
		bool sound = fixture_read(source, cases[i].files, &problems);

		assert_string_equal(problems.text, cases[i].problem);
		assert_int_equal(sound, !*cases[i].problem);
		source_free(&source);
		hostname_close();
	}
}

static struct source *brands_in_order(const char *const texts[], const size_t order[], size_t count)
{
	struct source *source = source_new();
	struct problems problems = {0};

	for (size_t i = 0; i < count; i++) {
		json_t *brand = json_loads(texts[order[i]], 0, NULL);

		assert_true(
		    source_add_brand(source, brand, "a.json", "", problems_report, &problems));
		json_decref(brand);
	}
	return source;
}

static void the_order_of_files_does_not_matter(void **state)
{
	static const char *const texts[] = {
	    SHARED("a", "Alpha", "\"affiliates\": [\"b\", \"c\"], "),
	    SHARED("b", "Beta", "\"affiliates\": [\"c\"], "),
	    SHARED("c", "Gamma", "\"mail_addresses\": [\"x@c.example\"], "),
	};
	static const size_t orders[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}};
	struct compiled made[3];

	(void)state;
	assert_true(hostname_open());
	for (size_t i = 0; i < 3; i++) {
		struct source *source = brands_in_order(texts, orders[i], 3);

		made[i] = fixture_compile(source);
		source_free(&source);
		assert_int_equal(made[i].size, made[0].size);
		assert_memory_equal(made[i].bytes, made[0].bytes, made[0].size);
	}
	for (size_t i = 0; i < 3; i++) {
		index_close(&made[i].index);
		free(made[i].bytes);
	}
	hostname_close();
}

/* ---- the user's own ---- */

static void a_profile_is_taken_as_far_as_it_is_sound(void **state)
{
	static const struct {
		const char *text, *problems;
		bool taken;
	} cases[] = {
	    {"{\"id\": \"my\", \"name\": \"My Company\", \"web_domains\": [\"my.example\"]}", "",
	     true},
	    {"{\"id\": \"my\", \"name\": {\"en\": \"My Company\", \"ja\": \"うちの会社\"}, "
	     "\"web_domains\": "
	     "[\"my.example\"]}",
	     "", true},
	    {"{\"id\": \"my\", \"name\": \"My Company\", \"web_domains\": [\"my.example\", "
	     "\"co.jp\", "
	     "\"github.io\"], \"aliases\": [\"Mine\", 3]}",
	     ": brands[0].web_domains[1]: \"co.jp\" is a public suffix\n"
	     ": brands[0].web_domains[2]: \"github.io\" is a public suffix\n"
	     ": brands[0].aliases[1]: a text is expected\n",
	     true},
	    {"{\"id\": \"my\", \"name\": \"My Company\", \"web_domains\": [\"co.jp\"]}",
	     ": brands[0].web_domains[0]: \"co.jp\" is a public suffix\n", false},
	    {"{\"name\": \"My Company\", \"web_domains\": [\"my.example\"]}",
	     ": brands[0].id: is missing\n", false},
	    {"{\"id\": \"my\", \"web_domains\": [\"my.example\"]}",
	     ": brands[0].name: is missing\n", false},
	    {"[]", ": brands[0]: an object is expected\n", false},
	    {"{\"id\": \"my\", \"name\": \"My Company\", \"web_domains\": [\"my.example\"], "
	     "\"site\": "
	     "\"https://elsewhere.example/\"}",
	     ": brands[0].site: https://elsewhere.example/ is on none of its domains\n", true},
	};

	(void)state;
	assert_true(hostname_open());
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct source *source = source_new();
		json_t *brand = json_loads(cases[i].text, 0, NULL);
		struct problems problems = {0};
		struct compiled compiled;
		bool taken;

		assert_non_null(brand);
		taken =
		    source_add_brand(source, brand, "", "brands[0]", problems_report, &problems);
		assert_string_equal(problems.text, cases[i].problems);
		assert_int_equal(taken, cases[i].taken);
		json_decref(brand);
		compiled = fixture_compile(source);
		assert_int_equal(index_facts(compiled.index).brands, taken);
		index_close(&compiled.index);
		free(compiled.bytes);
		source_free(&source);
	}
	hostname_close();
}

static void an_unsound_site_is_not_shown(void **state)
{
	json_t *brand =
	    json_loads("{\"id\": \"my\", \"name\": \"My\", \"web_domains\": [\"my.example\"], "
		       "\"site\": \"https://evil.example/\", \"advisory\": \"x\"}",
		       0, NULL);
	struct source *source = source_new();
	struct problems problems = {0};
	struct compiled compiled;
	struct catalogue catalogue = {.count = 1};

	(void)state;
	assert_true(hostname_open());
	assert_true(source_add_brand(source, brand, "", "", problems_report, &problems));
	assert_int_equal(problems.count, 2);
	compiled = fixture_compile(source);
	catalogue.indexes[0] = compiled.index;
	assert_span(catalogue_brand(&catalogue, catalogue_brand_at(&catalogue, 0)).site, "");
	assert_span(catalogue_brand(&catalogue, catalogue_brand_at(&catalogue, 0)).advisory, "");
	json_decref(brand);
	source_free(&source);
	fixture_free(&compiled);
}

static void a_domain_is_added_once_with_all_its_roles(void **state)
{
	struct source *source = source_new();
	struct catalogue catalogue = {.count = 1};
	struct domain_hit hits[DOMAIN_HITS];
	struct compiled compiled;

	(void)state;
	assert_true(hostname_open());
	assert_true(source_add_domain(source, SPAN("a.example"), DOMAIN_TRUSTED));
	assert_true(source_add_domain(source, SPAN("a.example"), DOMAIN_PROTECTED));
	assert_false(source_add_domain(source, SPAN("A.example"), DOMAIN_TRUSTED));
	assert_false(source_add_domain(source, SPAN("https://a.example"), DOMAIN_TRUSTED));
	assert_false(source_add_domain(source, SPAN(""), DOMAIN_TRUSTED));
	compiled = fixture_compile(source);
	catalogue.indexes[0] = compiled.index;
	assert_int_equal(catalogue_domain(&catalogue, SPAN("a.example"), hits), 1);
	assert_int_equal(hits[0].roles, DOMAIN_TRUSTED | DOMAIN_PROTECTED);
	assert_int_equal(index_facts(compiled.index).domains, 1);
	source_free(&source);
	fixture_free(&compiled);
}

/* What a look-up could not give would be lost: it is an error, not a cut. Brands beyond that are refused at their
 * place; a domain that is listed after them can only be found out in the end. */
static void more_entries_than_a_look_up_gives_are_an_error(void **state)
{
	struct source *source = source_new();
	struct problems problems = {0};
	char text[400], id[8];
	void *bytes;
	size_t size;

	(void)state;
	assert_true(hostname_open());
	for (int i = 0; i <= DOMAIN_HITS; i++) {
		json_t *brand;

		snprintf(id, sizeof(id), "b%d", i);
		snprintf(text, sizeof(text),
			 "{\"id\": \"%s\", \"name\": \"%s\", \"web_domains\": [\"a.example\"]}", id,
			 id);
		brand = json_loads(text, 0, NULL);
		assert_int_equal(
		    source_add_brand(source, brand, "", id, problems_report, &problems),
		    i < DOMAIN_HITS);
		json_decref(brand);
	}
	assert_string_equal(problems.text, ": b16.web_domains[0]: is listed for too many brands\n");
	problems = (struct problems){0};
	assert_true(source_add_domain(source, SPAN("a.example"), DOMAIN_PROTECTED));
	assert_false(source_compile(source, "", &bytes, &size, problems_report, &problems));
	assert_null(bytes);
	assert_string_equal(problems.text, ": : a domain has more entries than a look-up gives\n");
	source_free(&source);
	hostname_close();
}

/* ---- the catalogue of this program ---- */

static void the_catalogue_is_sound_and_compiles_the_same_twice(void **state)
{
	struct compiled made[2];
	struct problems problems = {0};
	struct catalogue catalogue = {.count = 1};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct source *source = source_new();

		assert_true(hostname_open());
		if (!source_add_folder(source, SOURCE_DIR "/host/catalogue/data", problems_report,
				       &problems))
			fail_msg("%s", problems.text);
		assert_int_equal(strlen(source_newest_date(source)), 10);
		made[i] = fixture_compile(source);
		source_free(&source);
	}
	assert_int_equal(made[0].size, made[1].size);
	assert_memory_equal(made[0].bytes, made[1].bytes, made[0].size);
	catalogue.indexes[0] = made[0].index;
	for (size_t n = 0; n < catalogue_brand_count(&catalogue); n++) {
		brand_ref brand = catalogue_brand_at(&catalogue, n);

		for (size_t i = 0; i < catalogue_list_length(&catalogue, brand, BRAND_AFFILIATES);
		     i++)
			if (!catalogue_brand_by_id(
				&catalogue,
				catalogue_list_at(&catalogue, brand, BRAND_AFFILIATES, i)))
				fail_msg("%.*s has an affiliate that is no brand",
					 (int)catalogue_brand(&catalogue, brand).id.len,
					 catalogue_brand(&catalogue, brand).id.ptr);
	}
	fixture_free(&made[0]);
	fixture_free(&made[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mistakes_in_a_brand_are_reported_at_their_place),
	    cmocka_unit_test(mistakes_in_other_files_are_reported_too),
	    cmocka_unit_test(every_cue_is_tried_on_its_examples),
	    cmocka_unit_test(a_missing_folder_is_reported),
	    cmocka_unit_test(a_strong_alias_belongs_to_one_brand_or_to_affiliates),
	    cmocka_unit_test(the_order_of_files_does_not_matter),
	    cmocka_unit_test(a_profile_is_taken_as_far_as_it_is_sound),
	    cmocka_unit_test(an_unsound_site_is_not_shown),
	    cmocka_unit_test(a_domain_is_added_once_with_all_its_roles),
	    cmocka_unit_test(more_entries_than_a_look_up_gives_are_an_error),
	    cmocka_unit_test(the_catalogue_is_sound_and_compiles_the_same_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
