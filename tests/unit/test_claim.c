#include "fixture.h"

#include "detect/claim.h"
#include "text/fold.h"

enum strength { NOTHING, WEAK, STRONG };

struct name_case {
	const char *name;
	const char *brand; /* claimed, or NULL */
	enum strength strength;
	bool disguised;
};

static const struct name_case NAMES[] = {
    /* plain, with role words, in both languages */
    {"MetaMask", "metamask", STRONG, false},
    {"metamask support", "metamask", STRONG, false},
    {"The MetaMask Security Team", "metamask", STRONG, false},
    {"メタマスク", "metamask", STRONG, false},
    {"メタマスク開発チーム", "metamask", STRONG, false},
    {"【重要】メタマスク サポート", "metamask", STRONG, false},
    {"PayPayカスタマーセンター", "paypay", STRONG, false},
    {"Xserverアカウント", "xserver", STRONG, false},
    {"XSERVER Customer Support", "xserver", STRONG, false},
    {"エックスサーバ サポート", "xserver", STRONG, false},
    {"株式会社NTTドコモ", "docomo", STRONG, false},
    {"MetaMask #38271", "metamask", STRONG, false},
    {"\"MetaMask\"", "metamask", STRONG, false},
    {"✉ MetaMask ✅", "metamask", STRONG, false},
    {"MetaMaskSupport", "metamask", STRONG, false},
    {"Metamask-SupportTeam", "metamask", STRONG, false},
    /* countries, in the brand's, the reader's and their own language */
    {"PayPal UK", "paypal", STRONG, false},
    {"Apple France", "apple", STRONG, false},
    {"Netflix España", "netflix", STRONG, false},
    {"Amazon Deutschland", "amazon", STRONG, false},
    {"DHL Italia", "dhl", STRONG, false},
    {"PayPal (U.S.A.)", "paypal", STRONG, false},
    {"PayPal S.p.A.", "paypal", STRONG, false},
    {"P.a.y.P.a.l S.p.A.", "paypal", STRONG, true},
    {"PayPal ドイツ", "paypal", STRONG, false},
    {"Netflix 台湾", "netflix", STRONG, false},
    {"PayPal United Kingdom Support", "paypal", STRONG, false},
    {"PayPal Jordan Smith", "paypal", WEAK, false},
    /* a brand's own domain as its name */
    {"PayPal.com", "paypal", STRONG, false},
    {"Docomo.ne.jp", "docomo", STRONG, false},
    {"Xserver.ne.jp", "xserver", STRONG, false},
    {"metamask.io support", "metamask", STRONG, false},
    /* affixes that are written in one with the name */
    {"E-xserver", "xserver", STRONG, false},
    {"e-PayPal", "paypal", STRONG, false},
    {"My-Netflix", "netflix", STRONG, false},
    {"MyPayPal", "paypal", STRONG, false},
    {"Xserver-ne", "xserver", STRONG, false},
    {"PayPal-co", "paypal", STRONG, false},
    {"Netflix_or", "netflix", STRONG, false},
    {"PayPal or else", "paypal", WEAK, false},
    {"E. PayPal", "paypal", WEAK, false},
    {"Metamask_TeamSupport", "metamask", STRONG, false},
    /* width is no disguise, other tricks are */
    {"ＭｅｔａＭａｓｋ", "metamask", STRONG, false},
    {"ﾒﾀﾏｽｸ", "metamask", STRONG, false},
    {"МеtаМask", "metamask", STRONG, true},
    {"Meta\u200bMask Support", "metamask", STRONG, true},
    {"M e t a M a s k", "metamask", STRONG, true},
    {"𝐌𝐞𝐭𝐚𝐌𝐚𝐬𝐤", "metamask", STRONG, true},
    {"M\u0335etaMask", "metamask", STRONG, true},
    {"G00gle", "google", STRONG, true},
    {"MetaMask \u202etroppuS", "metamask", STRONG, true},
    /* the longest name counts, wherever it begins */
    {"Equipo de Bank of Yokohama", "boy", STRONG, false},
    /* numbers of cases */
    {"PayPal ID:GH-2231", "paypal", STRONG, false},
    {"Netflix Support (Ref. 83aX21)", "netflix", STRONG, false},
    {"PayPal No.7", "paypal", STRONG, false},
    {"PayPal GH-2231", "paypal", WEAK, false},
    {"PayPal no more", "paypal", WEAK, false},
    {"ID 4711", NULL, NOTHING, false},
    /* symbols for letters */
    {"P@yPal", "paypal", STRONG, true},
    {"Net£lix", "netflix", STRONG, false},
    {"$tripe Support", "stripe", STRONG, true},
    {"M€t@M@sk", "metamask", STRONG, true},
    {"Yahoo! Mail", "yahoo", STRONG, false},
    {"sales@example.net", NULL, NOTHING, false},
    /* capitals and small letters that look the same, and characters in two halves */
    {"AppIe", "apple", STRONG, true},
    {"AppIe ID", "apple", STRONG, true},
    {"AppIe Support", "apple", STRONG, true},
    {"lnstagram", "instagram", STRONG, true},
    {"Paul Ingram", NULL, NOTHING, false},
    {"lisa Illig", NULL, NOTHING, false},
    {"APPIE HAPPIE", NULL, NOTHING, false},
    {"DanieI AppIe", "apple", WEAK, false},
    {"メノレカリ", "mercari", STRONG, true},
    {"三井イ主友カード", "smbc-card", STRONG, true},
    {"みずほ金艮行", "mizuho-bank", STRONG, true},
    {"ノレアー", NULL, NOTHING, false},
    /* one letter off a word: no claim by itself */
    {"Amazom", "amazon", NOTHING, false},
    /* kana and Han characters that are taken for others */
    {"三井住友カ一ド", "smbc-card", STRONG, true},
    {"アマゾソ", "amazon", STRONG, true},
    {"アマゾソ サポート", "amazon", STRONG, true},
    {"楽夭", "rakuten", STRONG, true},
    {"メルカㇼ", "mercari", STRONG, true},
    {"アマゾン\u3099", "amazon", STRONG, true},
    {"三丼住友銀行", "smbc-bank", STRONG, true},
    {"楽天 サービス一覧", "rakuten", WEAK, false},
    {"アマゾン", "amazon", STRONG, false},
    /* coined names one letter off */
    {"Xsever", "xserver", STRONG, false},
    {"Metamaks Support", "metamask", STRONG, false},
    {"Netamask", "metamask", STRONG, false},
    {"MetaMaskk Team", "metamask", STRONG, false},
    /* a mention is no claim */
    {"Hanako (MetaMask study group)", "metamask", WEAK, false},
    {"Google Summer of Code mentors", "google", WEAK, false},
    /* the carrier is no claim */
    {"Hanako Suzuki via Google Docs", NULL, NOTHING, false},
    {"MetaMask Support (via Google Drive)", "metamask", STRONG, false},
    {"Umfrage über Büchereien", NULL, NOTHING, false},
    {"Post über PayPal", NULL, NOTHING, false},
    /* given names that articles and company forms are found in: an-na, da-na, ro-sa */
    {"Anna Costco", "costco", WEAK, false},
    {"Dana PayPal", "paypal", WEAK, false},
    {"Rosa Netflix", "netflix", WEAK, false},
    {"PayPal teamsupport", "paypal", STRONG, false},
    {"PayPal myaccount", "paypal", STRONG, false},
    /* a country's name within a longer word of kana */
    {"マリオット", "marriott", WEAK, false},
    /* a brand's products behind its name */
    {"Microsoft Outlook", "microsoft", STRONG, false},
    {"Microsoft Outlook Team", "microsoft", STRONG, false},
    {"MS Teams", "microsoft", STRONG, false},
    {"三井住友カード(SMCC)", "smbc-card", STRONG, false},
    {"三井住友カード（VISA）", "smbc-card", STRONG, false},
    {"三井住友銀行・カード", "smbc-bank", STRONG, false},
    {"クロネコヤマト宅急便", "yamato", STRONG, false},
    {"ヤマト運輸 再配達", "yamato", STRONG, false},
    {"【重要】Amazonプライム会費", "amazon", STRONG, false},
    {"Amazonギフト券", "amazon", STRONG, false},
    {"Amazon Mastercard", "amazon", STRONG, false},
    {"PayPay残高", "paypay", STRONG, false},
    {"PayPayマネー", "paypay", STRONG, false},
    {"DHL eCommerce", "dhl", STRONG, false},
    {"Apple Gift Cards", "apple", STRONG, false},
    {"PayPal Tarjeta de crédito", "paypal", STRONG, false},
    /* … but not in front of it, nor behind other words, nor in brackets that hold a word */
    {"Gift Card Amazon", "amazon", WEAK, false},
    {"Hanako Amazon Card", "amazon", WEAK, false},
    {"宅急便 ヤマト運輸", "yamato", WEAK, false},
    {"Amazon (Taro)", "amazon", WEAK, false},
    {"Amazon (tbc)", "amazon", WEAK, false},
    {"Amazon TBC", "amazon", WEAK, false},
    {"Amazon (RAINFOREST)", "amazon", WEAK, false},
    {"Amazon Outlook", "amazon", WEAK, false},
    {"Amazon Watch", "amazon", WEAK, false},
    {"Apple Tree Inn", "apple", WEAK, false},
    {"楽天カードキャプター", "rakuten-card", WEAK, false},
    {"Ford Madox", "ford", NOTHING, false},
    {"Mercedes Garcia", "mercedes", NOTHING, false},
    {"Orange Café", "orange", NOTHING, false},
    {"Shell Smith", "shell", NOTHING, false},
    {"Gift Card", NULL, NOTHING, false},
    /* initials are not a first name */
    {"JCB", "jcb", WEAK, false},
    {"Jcb", NULL, NOTHING, false},
    {"TIM", "tim", WEAK, false},
    {"Tim", NULL, NOTHING, false},
    /* nobody's */
    {"Hanako Yamada", NULL, NOTHING, false},
    {"山田花子", NULL, NOTHING, false},
    {"メール管理者", NULL, NOTHING, false},
    {"", NULL, NOTHING, false},
    {"   ", NULL, NOTHING, false},
    {"12345", NULL, NOTHING, false},
};

static void reads_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
		const struct name_case *c = &NAMES[i];
		struct claims claims = {0};
		struct name_reading reading;
		enum strength strength = NOTHING;

		arena_reset(fixture.arena);
		reading =
		    claims_read_name(&fixture.judge, fixture.arena, span_of(c->name), &claims);
		for (size_t n = 0; n < claims.count; n++)
			if (c->brand && claims.at[n].brand == fixture_brand(c->brand))
				strength = claims.at[n].strong ? STRONG : WEAK;
		if (strength != c->strength || (!c->brand && claims.count) ||
		    (reading.disguised != BRAND_NONE) != c->disguised)
			fail_msg("%s: strength %d, %zu claims, disguised %d", c->name, strength,
				 claims.count, reading.disguised != BRAND_NONE);
	}
}

static void tells_administrators(void **state)
{
	static const char *const ADMINS[] = {"メール管理者", "Mail Administrator", "IT Help Desk",
					     "情報システム部"};

	(void)state;
	for (size_t i = 0; i < sizeof(ADMINS) / sizeof(ADMINS[0]); i++) {
		struct claims claims = {0};

		if (!claims_read_name(&fixture.judge, fixture.arena, span_of(ADMINS[i]), &claims)
			 .admin)
			fail_msg("%s is an administrator's role", ADMINS[i]);
	}
}

static void finds_names_in_texts(void **state)
{
	struct claims claims = {0};
	struct span text = fold_body(
	    fixture.arena,
	    span_of("口座振替の新規引き落としでPayPayボーナスプレゼント\n[MUFG Bank]着信電信送金\n"
		    "AMAZONバウチャー、{グーグル} セキュリティ通知"));
	static const char *const BRANDS[] = {"paypay", "mufg-bank", "amazon", "google"};

	(void)state;
	claims_read_text(&fixture.judge, fixture.arena, text, CLAIM_TEXT, &claims);
	assert_int_equal(claims.strong_count, 0);
	for (size_t i = 0; i < 4; i++) {
		bool found = false;

		for (size_t n = 0; n < claims.count; n++)
			found |= claims.at[n].brand == fixture_brand(BRANDS[i]) &&
				 claims.at[n].where == CLAIM_TEXT;
		if (!found)
			fail_msg("%s is named in the text", BRANDS[i]);
	}
}

static void keeps_its_limits(void **state)
{
	struct claims claims = {0};

	(void)state;
	for (brand_ref brand = 1; brand < 100; brand++)
		claims_add(&claims, brand, CLAIM_TEXT, true);
	assert_int_equal(claims.count, CLAIMS);
	assert_int_equal(claims.strong_count, CLAIMS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_names),
	    cmocka_unit_test(tells_administrators),
	    cmocka_unit_test(finds_names_in_texts),
	    cmocka_unit_test(keeps_its_limits),
	};

	return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
