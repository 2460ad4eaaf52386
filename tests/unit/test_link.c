#include "detect/link.h"

#include "small_catalogue.h"

/* What was found for one link. */
struct outcome {
	struct arena *arena;
	struct findings findings;
	struct link_view view;
};

struct mail_facts {
	const char *claims; /* a brand's id, or NULL */
	bool sender_official;
};

static struct outcome judge_link(struct message_link link, struct mail_facts facts)
{
	static const struct profile profile;
	const struct judge judge = {.catalogue = &small.catalogue, .profile = &profile};
	struct outcome o = {.arena = arena_new(8 << 20)};
	brand_ref claimed = facts.claims
				? catalogue_brand_by_id(&small.catalogue, span_of(facts.claims))
				: BRAND_NONE;
	const struct link_context context = {
	    .judge = &judge,
	    .arena = o.arena,
	    .claimed = &claimed,
	    .claimed_count = facts.claims ? 1 : 0,
	    .sender_official = facts.sender_official,
	};

	o.findings.arena = o.arena;
	link_check(&context, 0, &link, &o.view, &o.findings);
	assert_false(arena_failed(o.arena));
	return o;
}

static const struct finding *finding_of(const struct outcome *o, enum finding_code code)
{
	for (size_t i = 0; i < o->findings.count; i++)
		if (o->findings.at[i].code == code)
			return &o->findings.at[i];
	return NULL;
}

#define ABSENT LEVEL_NONE

struct expectation {
	struct message_link link;
	enum finding_code code;
	enum level level; /* ABSENT: no such finding */
	struct mail_facts facts;
};

static void check_all(const struct expectation *table, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct outcome o = judge_link(table[i].link, table[i].facts);
		const struct finding *f = finding_of(&o, table[i].code);

		if ((f ? f->level : ABSENT) != table[i].level)
			fail_msg("row %d, %.*s: level %d", (int)i, (int)table[i].link.url.len,
				 table[i].link.url.ptr, f ? (int)f->level : 0);
		arena_free(&o.arena);
	}
}

#define CHECK_ALL(table) check_all(table, sizeof(table) / sizeof(*(table)))
#define URL(text)                                 \
	{                                         \
		.url = { text, sizeof(text) - 1 } \
	}
#define WRITTEN(u, r)                                                  \
	{                                                              \
		.url = {u, sizeof(u) - 1}, .raw = { r, sizeof(r) - 1 } \
	}
#define SHOWN(u, t)                                                     \
	{                                                               \
		.url = {u, sizeof(u) - 1}, .text = { t, sizeof(t) - 1 } \
	}

static void schemes(void **state)
{
	static const struct expectation table[] = {
	    {URL("javascript:alert(1)"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("JavaScript: void(0) ;"), LINK_SCRIPT, ABSENT, {0}},
	    {URL("javascript:void%280%29"), LINK_SCRIPT, ABSENT, {0}},
	    {URL("javascript:;"), LINK_SCRIPT, ABSENT, {0}},
	    {URL("javascript:"), LINK_SCRIPT, ABSENT, {0}},
	    {URL("javascript:void(0)?a():b()"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("data:text/html,<b>"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("data:Text/HTML;base64,PGI+"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("data:image/svg+xml,x"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("data:image/png,x"), LINK_SCRIPT, ABSENT, {0}},
	    {URL("vbscript:x"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("blob:https://a.example/1"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("file:///etc/passwd"), LINK_SCRIPT, LEVEL_DANGER, {0}},
	    {URL("https://www.google.example/"), LINK_SCRIPT, ABSENT, {0}},
	};
	static const char *const harmless[] = {
	    "mailto:a@b.example", "tel:+81", "sms:1", "cid:x@y", "about:blank", "#top", "/path", "",
	};

	(void)state;
	CHECK_ALL(table);
	for (size_t i = 0; i < sizeof(harmless) / sizeof(*harmless); i++) {
		struct outcome o = judge_link((struct message_link){.url = span_of(harmless[i])},
					      (struct mail_facts){.claims = "metamask"});

		assert_int_equal(o.findings.count, 0);
		assert_int_equal(o.view.hostname.len, 0);
		assert_false(o.view.failed);
		arena_free(&o.arena);
	}
}

static void spellings(void **state)
{
	static const struct expectation table[] = {
	    {URL("https://metamask.io@evil.example/"), LINK_USERINFO, LEVEL_DANGER, {0}},
	    {URL("https://metamask.io:443@evil.example/"), LINK_USERINFO, LEVEL_DANGER, {0}},
	    {URL("https://metamask.io%2Flogin@evil.example/"), LINK_USERINFO, LEVEL_DANGER, {0}},
	    {URL("https://metamask%2Eio@evil.example/"), LINK_USERINFO, LEVEL_DANGER, {0}},
	    {URL("https://metamask.io%40evil.example/"), LINK_USERINFO, LEVEL_DANGER, {0}},
	    {URL("https://taro:secret@evil.example/"), LINK_USERINFO, ABSENT, {0}},
	    {URL("https://evil.example/@metamask.io"), LINK_USERINFO, ABSENT, {0}},
	    {URL("http://2130706433/"), LINK_ADDRESS_LITERAL, LEVEL_NOTICE, {0}},
	    {SHOWN("http://8.1.0.5/", "8.1.0.5"), LINK_ADDRESS_LITERAL, LEVEL_NOTICE, {0}},
	    {SHOWN("http://8.1.0.5/login", "8.1.0.5"), LINK_ADDRESS_LITERAL, LEVEL_WARNING, {0}},
	    {URL("http://0x08080808/"), LINK_ADDRESS_LITERAL, LEVEL_WARNING, {0}},
	    {URL("http://[2001:4860::8]/"), LINK_ADDRESS_LITERAL, LEVEL_WARNING, {0}},
	    {URL("https://%65vil.example/"), LINK_OBFUSCATED, LEVEL_WARNING, {0}},
	    {WRITTEN("https://evil.example/", "https://%65vil.example/"),
	     LINK_OBFUSCATED,
	     LEVEL_WARNING,
	     {0}},
	    {WRITTEN("https://evil.example/", "https:\\\\evil.example/"),
	     LINK_OBFUSCATED,
	     LEVEL_WARNING,
	     {0}},
	    {WRITTEN("https://evil.example/@metamask.io", "https://evil.example\\@metamask.io"),
	     LINK_OBFUSCATED,
	     LEVEL_WARNING,
	     {0}},
	    {WRITTEN("https://evil.example/", "https://ev\til.example/"),
	     LINK_OBFUSCATED,
	     LEVEL_WARNING,
	     {0}},
	    {WRITTEN("https://a.example/", "https://b.example/"),
	     LINK_OBFUSCATED,
	     LEVEL_WARNING,
	     {0}},
	    {WRITTEN("https://a.example/b%20c", "\n https://a.example/b c\n"),
	     LINK_OBFUSCATED,
	     ABSENT,
	     {0}},
	    {WRITTEN("https://a.example/bc", "https://a.example/b\nc"),
	     LINK_OBFUSCATED,
	     ABSENT,
	     {0}},
	    {WRITTEN("https://a.example/b", "https://a.example/x\\..\\b"),
	     LINK_OBFUSCATED,
	     ABSENT,
	     {0}},
	    {WRITTEN("https://a.example/b", "/b"), LINK_OBFUSCATED, ABSENT, {0}},
	    {WRITTEN("https://a.example/b", "https:a.example/b"), LINK_OBFUSCATED, ABSENT, {0}},
	    {URL("https://a b.example/"), LINK_OBFUSCATED, LEVEL_WARNING, {0}},
	    {URL("https://ex\xd0\xb0mple-shop.example/"), LINK_MIXED_SCRIPT, LEVEL_WARNING, {0}},
	    {URL("https://b\xc3\xbc"
		 "cher.example/"),
	     LINK_MIXED_SCRIPT,
	     ABSENT,
	     {0}},
	    {URL("https://\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e.jp/"),
	     LINK_MIXED_SCRIPT,
	     ABSENT,
	     {0}},
	};
	struct outcome o;

	(void)state;
	CHECK_ALL(table);
	o = judge_link((struct message_link)URL("https://a b.example/"), (struct mail_facts){0});
	assert_true(o.view.failed);
	assert_int_equal(o.view.hostname.len, 0);
	arena_free(&o.arena);
}

static void lookalikes_reach_the_findings(void **state)
{
	static const struct expectation table[] = {
	    {URL("https://metamsk.com/"), LINK_LOOKALIKE_TYPO, LEVEL_WARNING, {0}},
	    {URL("https://metamsk.com/"), LINK_LOOKALIKE_TYPO, LEVEL_DANGER, {"metamask", false}},
	    {URL("https://metamsk.com/"), LINK_LOOKALIKE_TYPO, LEVEL_WARNING, {"paypal", false}},
	    /* an official sender excuses no look-alike */
	    {URL("https://metamsk.com/"), LINK_LOOKALIKE_TYPO, LEVEL_DANGER, {"metamask", true}},
	    {URL("https://metamask-help.com/"), LINK_COMBOSQUAT, LEVEL_WARNING, {0}},
	    {URL("https://metamask-help.com/"), LINK_COMBOSQUAT, LEVEL_DANGER, {"metamask", false}},
	    {URL("https://metamask-help.com/"), LINK_COMBOSQUAT, LEVEL_WARNING, {"metamask", true}},
	    {URL("https://dhl.top/"), LINK_TLD_SWAP, ABSENT, {0}},
	    {URL("https://dhl.top/"), LINK_TLD_SWAP, LEVEL_WARNING, {"dhl", false}},
	    /* what an unknown site's query names counts only when it is a look-alike */
	    {URL("https://t.example/?u=https%3A%2F%2Frnetamask.io"),
	     LINK_LOOKALIKE_TYPO,
	     LEVEL_DANGER,
	     {0}},
	    {URL("https://t.example/?u=https%3A%2F%2Fmetamask.io"),
	     LINK_LOOKALIKE_TYPO,
	     ABSENT,
	     {0}},
	};
	struct outcome o = judge_link((struct message_link)URL("https://metam\xd0\xb0sk.io/"),
				      (struct mail_facts){0});
	const struct finding *f = finding_of(&o, LINK_LOOKALIKE_IDN);

	(void)state;
	assert_non_null(f);
	assert_true(span_equal(f->evidence[EVIDENCE_IMITATES], SPAN("metamask.io")));
	assert_true(span_equal(f->evidence[EVIDENCE_PUNYCODE], SPAN("xn--metamsk-6fg.io")));
	assert_true(span_equal(f->evidence[EVIDENCE_RULE], SPAN("skeleton")));
	assert_int_equal(f->diff_count, 1);
	assert_int_equal(o.view.level, LEVEL_DANGER);
	arena_free(&o.arena);
	CHECK_ALL(table);
}

static void official_places(void **state)
{
	static const struct {
		const char *url, *brand;
	} table[] = {
	    {"https://support.metamask.io/x", "metamask"},
	    {"https://cloudish.com/", "cloudish"},
	    {"https://pages.cloudish.com/form", NULL},
	    {"https://t.example/c?u=https%3A%2F%2Fmetamask.io%2F", NULL},
	    {"https://metamask.io.evil.example/", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct outcome o = judge_link((struct message_link){.url = span_of(table[i].url)},
					      (struct mail_facts){0});
		brand_ref expected = table[i].brand ? catalogue_brand_by_id(&small.catalogue,
									    span_of(table[i].brand))
						    : BRAND_NONE;

		assert_int_equal(o.view.official_for, expected);
		if (expected != BRAND_NONE)
			assert_int_equal(o.findings.count, 0);
		arena_free(&o.arena);
	}
}

static void claims(void **state)
{
	static const struct expectation table[] = {
	    {URL("https://evil.example/"), LINK_UNOFFICIAL, ABSENT, {0}},
	    {URL("https://evil.example/"), LINK_UNOFFICIAL, LEVEL_WARNING, {"metamask", false}},
	    {URL("https://evil.example/"), LINK_UNOFFICIAL, ABSENT, {"metamask", true}},
	    {URL("http://192.0.2.1/"), LINK_UNOFFICIAL, LEVEL_WARNING, {"metamask", false}},
	    {URL("https://metamask.io/"), LINK_UNOFFICIAL, ABSENT, {"metamask", false}},
	    {URL("https://daughtershop.example/"), LINK_UNOFFICIAL, ABSENT, {"metamask", false}},
	    {URL("https://mycompany.example/"), LINK_UNOFFICIAL, LEVEL_NOTICE, {"metamask", false}},
	    {URL("https://a.freehost.example/"), LINK_FREE_HOSTING, LEVEL_NOTICE, {0}},
	    {URL("https://a.github.io/"), LINK_FREE_HOSTING, LEVEL_NOTICE, {0}},
	    {URL("https://a.freehost.example/"),
	     LINK_FREE_HOSTING,
	     LEVEL_WARNING,
	     {"metamask", false}},
	    {URL("https://a.freehost.example/"),
	     LINK_FREE_HOSTING,
	     LEVEL_NOTICE,
	     {"metamask", true}},
	    {URL("https://pages.cloudish.com/"),
	     LINK_FREE_HOSTING,
	     LEVEL_NOTICE,
	     {"cloudish", false}},
	    {URL("https://pages.cloudish.com/"),
	     LINK_FREE_HOSTING,
	     LEVEL_WARNING,
	     {"metamask", false}},
	    {URL("https://tiny.example/abc"), LINK_SHORTENER, LEVEL_NOTICE, {0}},
	    /* the operator's own pages at such a place, not those of a customer who is called so */
	    {URL("https://pages.cloudish.com/settings/2"), LINK_FREE_HOSTING, ABSENT, {0}},
	    {URL("https://www.pages.cloudish.com/login"), LINK_FREE_HOSTING, ABSENT, {0}},
	    {URL("https://pages.cloudish.com/settingsx"), LINK_FREE_HOSTING, LEVEL_NOTICE, {0}},
	    {URL("https://pages.cloudish.com/a/login"), LINK_FREE_HOSTING, LEVEL_NOTICE, {0}},
	    {URL("https://a.freehost.example/login"), LINK_FREE_HOSTING, LEVEL_NOTICE, {0}},
	};

	(void)state;
	CHECK_ALL(table);
}

/* An address has no registrable domain: a card that says "domain 1" tells a reader nothing. */
static void addresses_have_no_domain(void **state)
{
	static const char *const urls[] = {"http://192.0.2.1/", "http://[2001:db8::1]/",
					   "http://0xc0000201/"};

	(void)state;
	for (size_t i = 0; i < sizeof(urls) / sizeof(*urls); i++) {
		struct outcome o = judge_link((struct message_link){.url = span_of(urls[i])},
					      (struct mail_facts){0});
		const struct finding *f = finding_of(&o, LINK_ADDRESS_LITERAL);

		assert_non_null(f);
		assert_int_equal(f->level, LEVEL_WARNING);
		assert_int_equal(f->evidence[EVIDENCE_DOMAIN].len, 0);
		assert_int_not_equal(f->evidence[EVIDENCE_HOSTNAME].len, 0);
		arena_free(&o.arena);
	}
}

/* The reader's own computer is no device in the network. */
static void private_addresses(void **state)
{
	static const struct {
		const char *url, *problem;
	} CASES[] = {
	    {"http://127.0.0.1:8080/x", "loopback"}, {"http://127.9.0.1/", "loopback"},
	    {"http://[::1]/", "loopback"},	     {"http://192.168.0.1/", "private"},
	    {"http://[fe80::1]/", "private"},	     {"http://127.0.0.1.example/", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct outcome o = judge_link((struct message_link){.url = span_of(CASES[i].url)},
					      (struct mail_facts){0});
		const struct finding *f = finding_of(&o, LINK_ADDRESS_LITERAL);

		assert_int_equal(f != NULL, CASES[i].problem != NULL);
		if (f)
			assert_true(
			    span_equal(f->evidence[EVIDENCE_PROBLEM], span_of(CASES[i].problem)));
		arena_free(&o.arena);
	}
}

static void texts(void **state)
{
	static const struct expectation table[] = {
	    {SHOWN("https://evil.example/a", "https://metamask.io/"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_DANGER,
	     {0}},
	    {SHOWN("https://evil.example/a", "metamask.io"), LINK_TEXT_MISMATCH, LEVEL_DANGER, {0}},
	    {SHOWN("https://evil.example/a", "support@metamask.io"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_DANGER,
	     {0}},
	    {SHOWN("https://paypal.com/a", "metamask.io"), LINK_TEXT_MISMATCH, LEVEL_DANGER, {0}},
	    {SHOWN("https://evil.example/a", "mycompany.example"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_DANGER,
	     {0}},
	    {SHOWN("https://www.metamask.io/a", "https://metamask.io"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {0}},
	    {SHOWN("https://paypal.me/a", "www.paypal.com"), LINK_TEXT_MISMATCH, ABSENT, {0}},
	    {SHOWN("https://daughtershop.example/", "metamask.io"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {0}},
	    {SHOWN("https://c.mailtool.example/x", "https://metamask.io/"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {0}},
	    {SHOWN("https://c.mailtool.example/x", "https://metamask.io/login"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_WARNING,
	     {0}},
	    {SHOWN("https://c.mailtool.example/x", "https://Sign-In.metamask.io"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_WARNING,
	     {0}},
	    {SHOWN("https://c.mailtool.example/x", "https://metamask.io/login"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {"metamask", true}},
	    {SHOWN("https://c.mailtool.example/x", "metamask.io/login"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {0}},
	    {SHOWN("https://c.mailtool.example/x", "https://metamask.io/blog/logins-explained"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {0}},
	    {SHOWN("https://c.mailtool.example/x", "https://shop.example/login"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {0}},
	    {SHOWN("https://tiny.example/x", "https://metamask.io/"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_DANGER,
	     {0}},
	    {SHOWN("http://www.odd-", "http://www.odd-"), LINK_TEXT_MISMATCH, ABSENT, {0}},
	    {SHOWN("https://evil.example/a", "https://shop.example"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_WARNING,
	     {0}},
	    {SHOWN("https://evil.example/a", "www.shop.example"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_WARNING,
	     {0}},
	    {SHOWN("https://evil.example/a", "shop.example"), LINK_TEXT_MISMATCH, ABSENT, {0}},
	    {SHOWN("https://www.shop.example/a", "https://shop.example"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {0}},
	    {SHOWN("https://evil.example/a", "Node.js"), LINK_TEXT_MISMATCH, ABSENT, {0}},
	    {SHOWN("https://evil.example/a", "taro@shop.example"), LINK_TEXT_MISMATCH, ABSENT, {0}},
	    {SHOWN("http://192.0.2.1/", "https://metamask.io/"),
	     LINK_TEXT_MISMATCH,
	     LEVEL_DANGER,
	     {0}},
	    {SHOWN("mailto:a@evil.example", "metamask.io"), LINK_TEXT_MISMATCH, ABSENT, {0}},
	    {SHOWN("https://cloudish.com/", "https://metamask.io/"),
	     LINK_TEXT_MISMATCH,
	     ABSENT,
	     {"cloudish", true}},
	};

	(void)state;
	CHECK_ALL(table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(schemes),
	    cmocka_unit_test(spellings),
	    cmocka_unit_test(lookalikes_reach_the_findings),
	    cmocka_unit_test(official_places),
	    cmocka_unit_test(claims),
	    cmocka_unit_test(addresses_have_no_domain),
	    cmocka_unit_test(private_addresses),
	    cmocka_unit_test(texts),
	};

	return cmocka_run_group_tests(tests, small_set_up, small_tear_down);
}
