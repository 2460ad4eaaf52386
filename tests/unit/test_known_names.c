/* Names met in the wild, by the catalogue that is built in: honest ones that were once taken for
 * imitations, and imitations that must stay such. */
#include "detect/link.h"
#include "detect/lookalike.h"

#include "embedded_fixture.h"

struct name {
	const char *hostname;
	enum level level;     /* the highest of its matches without a claim */
	const char *imitates; /* id of the brand; NULL: not looked at */
};

static void check(const struct name *name)
{
	struct lookalike found[LOOKALIKES];
	struct hostname hostname = hostname_parse(arena, span_of(name->hostname));
	size_t count = lookalike_find(&catalogue, arena, &hostname, found);
	enum level level = count ? found[0].level : LEVEL_NONE;

	if (level != name->level)
		fail_msg("%s: level %d%s%s", name->hostname, (int)level, count ? ", " : "",
			 count ? found[0].rule : "");
	if (name->imitates && !span_equal(catalogue_brand(&catalogue, found[0].target.brand).id,
					  span_of(name->imitates)))
		fail_msg("%s: imitates %.*s", name->hostname, (int)found[0].target.name.len,
			 found[0].target.name.ptr);
	assert_false(arena_failed(arena));
	arena_reset(arena);
}

#define CHECK_ALL(table)                                              \
	for (size_t i = 0; i < sizeof(table) / sizeof(*(table)); i++) \
	check(&(table)[i])

/* One letter from a coined name, and under another suffix: somebody's own. */
static void names_of_their_own(void **state)
{
	static const struct name table[] = {
	    {"lollipop.sg", LEVEL_NOTICE, NULL},
	    {"facelook.net.ua", LEVEL_NOTICE, "meta"},
	    {"dpgroup.org", LEVEL_NOTICE, "dpd"},
	    {"bitban.com", LEVEL_NOTICE, "bitbank"},
	    {"kokuken.net", LEVEL_NOTICE, NULL},
	    {"youtub.one", LEVEL_NOTICE, "google"},
	    /* names of four letters; a number; listed neighbours */
	    {"myql.com", LEVEL_NOTICE, "oracle"},
	    {"toro.com", LEVEL_NOTICE, NULL},
	    {"de17a.com", LEVEL_NOTICE, NULL},
	    {"sofoot.com", LEVEL_NONE, NULL},
	    {"indeep.jp", LEVEL_NONE, NULL},
	    {"math.com", LEVEL_NOTICE, NULL},
	    {"rokin.com", LEVEL_NOTICE, "rokin"},
	    {"mysql.cn", LEVEL_NOTICE, "oracle"},
	};

	(void)state;
	CHECK_ALL(table);
}

/* Dealers, users and those who write about a brand. */
static void shops_and_fans(void **state)
{
	static const struct name table[] = {
	    {"samsungcenter.ir", LEVEL_NOTICE, "samsung"},
	    {"huaweiconnect.in", LEVEL_NOTICE, "huawei"},
	    {"mywordpress.ru", LEVEL_NOTICE, NULL},
	    {"docomo-de.net", LEVEL_NOTICE, "docomo"},
	    {"disneyinfoblog.com", LEVEL_NOTICE, "disney"},
	};

	(void)state;
	CHECK_ALL(table);
}

/* Hosts that organisations name for the service behind them. */
static void services_in_front(void **state)
{
	static const struct name table[] = {
	    {"docusign.company.com", LEVEL_NOTICE, "docusign"},
	    {"facebook.company.com", LEVEL_NOTICE, "meta"},
	    {"youtube.sdra.io", LEVEL_NOTICE, "google"},
	    /* … and attackers: below a cheap suffix, with telling words, a stray suffix, letters at random */
	    {"docusign.company.icu", LEVEL_WARNING, "docusign"},
	    {"docusign.login-company.com", LEVEL_WARNING, "docusign"},
	    {"docusign.co.company.com", LEVEL_WARNING, "docusign"},
	    {"docusign.jp.company.com", LEVEL_WARNING, "docusign"},
	    {"docusign.qzkwrt.com", LEVEL_WARNING, "docusign"},
	    {"docusign.x8k4bu.com", LEVEL_WARNING, "docusign"},
	};

	(void)state;
	CHECK_ALL(table);
}

static void impossible_names(void **state)
{
	static const struct name table[] = {
	    {"youtube.=", LEVEL_NONE, NULL},
	    {"youtube.c$m", LEVEL_NONE, NULL},
	    {"youtube.a_b", LEVEL_NONE, NULL},
	    {"youtube.icu", LEVEL_WARNING, "google"},
	};

	(void)state;
	CHECK_ALL(table);
}

/* What real lists of phishing hold: a rule that spares the names above must keep these. */
static void imitations(void **state)
{
	static const struct name table[] = {
	    {"papyal.de", LEVEL_WARNING, "paypal"},
	    {"amazno.com", LEVEL_WARNING, "amazon"},
	    {"amaz-on.co.jp", LEVEL_WARNING, "amazon"},
	    {"amazonaccount.com", LEVEL_WARNING, "amazon"},
	    {"am4zon.de", LEVEL_WARNING, "amazon"},
	    {"qoogle.com", LEVEL_WARNING, "google"},
	    {"rnicrosoft.com", LEVEL_DANGER, "microsoft"},
	    {"nnicrosoft.com", LEVEL_DANGER, "microsoft"},
	    {"annazon.com", LEVEL_DANGER, "amazon"},
	    {"annazon.top", LEVEL_WARNING, "amazon"},
	    {"gooogle.co.jp", LEVEL_WARNING, "google"},
	    {"www.myethcrwallet.org", LEVEL_WARNING, "myetherwallet"},
	    {"www.rakutenm.shop", LEVEL_WARNING, "rakuten"},
	    {"metamsk.com", LEVEL_WARNING, "metamask"},
	    {"paysmbc-card.com", LEVEL_WARNING, NULL},
	    {"samsungcenter.com", LEVEL_WARNING, "samsung"},
	    {"samsung-login.ir", LEVEL_WARNING, "samsung"},
	    {"amazon.ae.login-check.top", LEVEL_DANGER, "amazon"},
	};

	(void)state;
	CHECK_ALL(table);
}

/* Gateways wrap links in what they do not tell; the text is the sender's and shows the real name. A
 * shortener is the sender's own choice. */
static void gateways_and_texts(void **state)
{
	static const struct {
		const char *url, *text;
		bool mismatch;
	} table[] = {
	    {"https://url.za.m.mimecastprotect.com/s/abc?domain=github.com",
	     "https://github.com/a/b", false},
	    {"https://protect-us.mimecast.com/s/abc", "www.paypal.com", false},
	    {"https://cutt.ly/abc", "https://github.com/a/b", true},
	    {"https://evil.example/?u=mimecastprotect.com", "https://github.com/a/b", true},
	};
	static const struct profile profile;
	const struct judge judge = {.catalogue = &catalogue, .profile = &profile};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		const struct link_context context = {.judge = &judge, .arena = arena};
		const struct message_link link = {.url = span_of(table[i].url),
						  .text = span_of(table[i].text)};
		struct findings findings = {.arena = arena};
		struct link_view view;
		bool mismatch = false;

		link_check(&context, 0, &link, &view, &findings);
		for (size_t n = 0; n < findings.count; n++)
			mismatch |= findings.at[n].code == LINK_TEXT_MISMATCH;
		if (mismatch != table[i].mismatch)
			fail_msg("%s: %d", table[i].url, (int)mismatch);
		arena_reset(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_of_their_own), cmocka_unit_test(shops_and_fans),
	    cmocka_unit_test(services_in_front),  cmocka_unit_test(impossible_names),
	    cmocka_unit_test(imitations),	  cmocka_unit_test(gateways_and_texts),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
