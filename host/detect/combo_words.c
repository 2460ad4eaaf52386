#include "detect/combo_words.h"

/* clang-format off: word lists */
static const char *const strong_words[] = {
    "account",	  "accounts",	  "acount",	    "activate",
    "activation", "airdrop",	  "alert",	    "alerts",
    "auth",	  "authenticate", "authentication", "authorize",
    "billing",	  "confirm",	  "confirmation",   "ebanking",
    "identity",	  "kyc",	  "lock",	    "locked",
    "login",	  "logins",	  "logon",	    "meisai",
    "netbank",	  "otp",	  "password",	    "payment",
    "payments",	  "protection",	  "recover",	    "recovery",
    "refund",	  "refunds",	  "restore",	    "secure",
    "secured",	  "security",	  "signin",	    "signon",
    "sso",	  "support",	  "supports",	    "suspended",
    "unlock",	  "update",	  "updates",	    "validate",
    "validation", "verification", "verified",	    "verify",
    "wallet",	  "wallets",	  "webmail",	    "webscr",
};
static const char *const mild_words[] = {
    "access",	  "bank",	 "banking",   "billpay",      "cancel",	  "card",   "cards",
    "cardmember", "cardservice", "center",    "check",	      "claim",	  "claims", "client",
    "connect",	  "customer",	 "customers", "dapp",	      "delivery", "gift",   "help",
    "helpdesk",	  "helpline",	 "hotline",   "id",	      "info",	  "inform", "invoice",
    "limited",	  "mail",	 "member",    "members",      "message",  "mobile", "my",
    "mypage",	  "net",	 "notice",    "notification", "notify",	  "online", "parcel",
    "pay",	  "portal",	 "post",      "prize",	      "protect",  "rebate", "renew",
    "renewal",	  "reset",	 "reward",    "rewards",      "safe",	  "safety", "server",
    "service",	  "services",	 "sign",      "smart",	      "survey",	  "team",   "token",
    "track",	  "tracking",	 "upgrade",   "user",	      "users",	  "vault",  "warning",
    "winner",
};
static const char *const plain_words[] = {
    "ac", "app", "apps", "best", "blog", "bonus", "buy", "cash",
    "cc", "cloud", "club", "cn", "co", "com", "deal", "deals",
    "desktop", "dev", "download", "en", "eu", "event", "events", "ex",
    "fan", "fans", "forum", "fr", "free", "get", "global", "go",
    "group", "guide", "home", "hq", "hub", "inc", "int", "io",
    "japan", "jp", "kk", "live", "ltd", "magazine", "main", "market",
    "me", "ne", "new", "news", "now", "offer", "offers", "official",
    "one", "or", "org", "page", "plus", "pro", "promo", "reviews",
    "sale", "shop", "site", "store", "studio", "tech", "the", "tips",
    "top", "tv", "uk", "us", "usa", "vip", "web", "wiki",
    "www", "xyz",
};
/* clang-format on */

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

static const struct {
	const char *const *words;
	size_t count;
	enum tell tell;
} lists[] = {
    {strong_words, COUNT(strong_words), TELL_STRONG},
    {mild_words, COUNT(mild_words), TELL_MILD},
    {plain_words, COUNT(plain_words), TELL_PLAIN},
};

bool combo_word_at(size_t n, struct span *word, enum tell *tell)
{
	for (size_t i = 0; i < COUNT(lists); i++) {
		if (n < lists[i].count) {
			*word = span_of(lists[i].words[n]);
			*tell = lists[i].tell;
			return true;
		}
		n -= lists[i].count;
	}
	return false;
}

enum tell combo_word_tell(struct span word)
{
	struct span listed;
	enum tell tell;

	for (size_t n = 0; combo_word_at(n, &listed, &tell); n++)
		if (span_equal(word, listed))
			return tell;
	return TELL_NOTHING;
}

bool combo_word_is_about(struct span word)
{
	static const char *const about[] = {
	    "blog", "fan", "fans", "forum", "guide", "magazine", "news", "reviews", "tips", "wiki",
	};

	for (size_t i = 0; i < COUNT(about); i++)
		if (span_equal(word, span_of(about[i])))
			return true;
	return false;
}
