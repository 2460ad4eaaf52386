#include "detect/matcher.h"

#include "text/fold.h"

/* Shorter labels are met inside other names by accident. */
#define COMBO_LETTERS 5
#define HYPHENED_LETTERS 4
/* Words are taken off a token's ends so many times: securemetamasklogin. */
#define STRIPS 3
#define CORES 8

/* Words that phishing sets around a brand's name. The first list is about accounts and fear, the second
 * about anything that honest shops and fans use too. */
static const char *const telling_words[] = {
	"access", "account", "accounts", "acount", "activate", "activation", "airdrop", "alert", "alerts",
	"auth", "authenticate", "authorize", "bank", "banking", "billing", "billpay", "cancel", "card",
	"cardmember", "cardservice", "center", "check", "claim", "claims", "client", "confirm",
	"confirmation", "connect", "customer", "customers", "dapp", "delivery", "ebanking", "gift",
	"help", "helpdesk", "helpline", "hotline", "id", "identity", "inform", "info", "invoice", "kyc",
	"limited", "lock", "locked", "login", "logins", "logon", "mail", "member", "members", "meisai",
	"message", "mobile", "my", "mypage", "net", "netbank", "notice", "notification", "notify",
	"online", "otp", "parcel", "password", "pay", "payment", "payments", "portal", "post", "prize",
	"protect", "protection", "rebate", "recover", "recovery", "refund", "refunds", "renew",
	"renewal", "reset", "restore", "reward", "rewards", "safe", "safety", "secure", "secured",
	"security", "server", "service", "services", "sign", "signin", "signon", "smart", "sso", "sup",
	"support", "supports", "survey", "suspended", "team", "token", "track", "tracking", "unlock",
	"update", "updates", "upgrade", "user", "users", "validate", "validation", "vault", "verified",
	"verification", "verify", "wallet", "wallets", "warning", "webmail", "webscr", "winner",
};
static const char *const plain_words[] = {
	"ac", "app", "apps", "at", "best", "blog", "bonus", "buy", "cash", "cc", "cloud", "club", "cn",
	"co", "com", "de", "deal", "deals", "desktop", "dev", "download", "en", "eu", "event", "events",
	"ex", "fr", "free", "get", "global", "go", "group", "home", "hq", "hub", "inc", "int", "io", "it",
	"japan", "jp", "kk", "live", "ltd", "main", "market", "me", "ne", "new", "news", "now", "official",
	"offer", "offers", "one", "or", "org", "page", "plus", "pro", "promo", "sale", "shop", "site",
	"store", "studio", "tech", "the", "to", "top", "tv", "uk", "us", "usa", "vip", "we", "web", "www",
	"xyz",
};

/* One label's tokens [from, end), and what else is known of their words. */
struct group {
	size_t from, end;
};

static bool is_word(struct span text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_equal(text, span_of(words[i])))
			return true;
	return false;
}

static bool is_telling(struct span text)
{
	return is_word(text, telling_words, sizeof(telling_words) / sizeof(*telling_words));
}

/* GitLab, WordPress …: a host of one's own bears the product's name. */
static bool is_weak_name(const struct suspect *suspect, const struct domain_hit *target)
{
	struct alias_hit aliases[ALIAS_HITS];
	size_t count = catalogue_alias(suspect->catalogue, fold_key(suspect->arena, target->label),
				       aliases);

	for (size_t i = 0; i < count; i++)
		if (aliases[i].weak)
			return true;
	return false;
}

static enum level level_of(const struct suspect *suspect, const struct domain_hit *target, bool telling,
			   bool glued)
{
	size_t length = target_length(suspect, target);

	if (length < HYPHENED_LETTERS || (glued && length < COMBO_LETTERS))
		return LEVEL_NONE;
	if (target->kind == LABEL_COINED)
		return LEVEL_WARNING;
	if (target->kind == LABEL_WORD)
		return telling && !glued ? LEVEL_WARNING : LEVEL_NOTICE;
	return telling && length >= COMBO_LETTERS ? LEVEL_WARNING : LEVEL_NOTICE;
}

static void add(const struct suspect *suspect, struct matches *matches, struct span skeleton,
		bool telling, bool glued)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_equal(suspect, skeleton, hits);

	for (size_t i = 0; i < count; i++)
		matches_add(matches, &(struct match){
			.found = {
				.code = LINK_COMBOSQUAT,
				.level = level_of(suspect, &hits[i], telling, glued),
				.level_claimed = LEVEL_DANGER, .target = hits[i], .rule = "token",
			},
			.same_suffix = span_equal(target_suffix(suspect, &hits[i]), suspect->suffix),
		});
}

/* Takes one word off either end of `text`, in every way there is; adds what is left to cores[]. */
static void strip(struct span text, bool telling, struct span cores[CORES], bool tells[CORES],
		  size_t *count, const char *const *words, size_t word_count, bool words_tell)
{
	for (size_t i = 0; i < word_count; i++) {
		struct span word = span_of(words[i]);

		if (text.len < word.len + HYPHENED_LETTERS)
			continue;
		if (span_starts(text, word) && *count < CORES) {
			tells[*count] = telling || words_tell;
			cores[(*count)++] = span_slice(text, word.len, text.len);
		}
		if (span_ends(text, word) && *count < CORES) {
			tells[*count] = telling || words_tell;
			cores[(*count)++] = span_slice(text, 0, text.len - word.len);
		}
	}
}

static struct span strip_digits(struct span text)
{
	while (text.len && text.ptr[text.len - 1] >= '0' && text.ptr[text.len - 1] <= '9')
		text.len--;
	while (text.len && text.ptr[0] >= '0' && text.ptr[0] <= '9')
		text = span_slice(text, 1, text.len);
	return text;
}

/* A brand's label with words glued to it: metamasksupport, securemetamasklogin. */
static void match_glued(const struct suspect *suspect, const struct token *token, bool telling,
			struct matches *matches)
{
	struct span cores[CORES] = {token->shown};
	bool tells[CORES] = {telling};
	size_t count = 1, done = 0;

	if (strip_digits(token->shown).len < token->shown.len) {
		cores[count] = strip_digits(token->shown);
		tells[count++] = telling;
	}
	for (size_t round = 0; round < STRIPS; round++) {
		size_t end = count;

		for (; done < end; done++) {
			strip(cores[done], tells[done], cores, tells, &count, telling_words,
			      sizeof(telling_words) / sizeof(*telling_words), true);
			strip(cores[done], tells[done], cores, tells, &count, plain_words,
			      sizeof(plain_words) / sizeof(*plain_words), false);
		}
	}
	for (size_t i = 1; i < count; i++)
		add(suspect, matches, skeleton_of(suspect->arena, cores[i]), tells[i], true);
}

/* Brand labels of one or two tokens, with and without their hyphen, beside other tokens. */
static void match_tokens(const struct suspect *suspect, struct group group, size_t at, bool telling,
			 struct matches *matches)
{
	const struct token *token = &suspect->tokens[at];
	struct builder joined = {.arena = suspect->arena}, glued = {.arena = suspect->arena};

	if (group.end - group.from > 1)
		add(suspect, matches, token->skeleton, telling, false);
	if (at + 1 == group.end || group.end - group.from == 2)
		return;
	builder_add(&joined, token->skeleton);
	builder_byte(&joined, '-');
	builder_add(&joined, token[1].skeleton);
	add(suspect, matches, builder_span(&joined), telling, false);
	builder_add(&glued, token->skeleton);
	builder_add(&glued, token[1].skeleton);
	add(suspect, matches, builder_span(&glued), telling, false);
}

/* A brand's label alone in front of somebody's domain: an attacker's, or a host named for the
 * product that runs on it. */
static void match_front_label(const struct suspect *suspect, const struct token *token,
			      struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_equal(suspect, token->skeleton, hits);

	for (size_t i = 0; i < count; i++) {
		bool coined = hits[i].kind == LABEL_COINED && !is_weak_name(suspect, &hits[i]);
		enum level level = coined ? LEVEL_WARNING : LEVEL_NOTICE;

		if (hits[i].kind == LABEL_WORD || target_length(suspect, &hits[i]) < COMBO_LETTERS)
			level = LEVEL_NONE;
		matches_add(matches, &(struct match){
			.found = {
				.code = LINK_COMBOSQUAT, .level = level, .level_claimed = LEVEL_DANGER,
				.target = hits[i], .rule = "subdomain",
			},
		});
	}
}

static void match_group(const struct suspect *suspect, struct group group, struct matches *matches)
{
	bool registrable = suspect->tokens[group.from].registrable;
	bool telling = false;

	for (size_t i = group.from; i < group.end; i++)
		telling |= is_telling(suspect->tokens[i].shown);
	if (!registrable && group.end - group.from == 1)
		match_front_label(suspect, &suspect->tokens[group.from], matches);
	for (size_t i = group.from; i < group.end; i++) {
		match_tokens(suspect, group, i, telling, matches);
		match_glued(suspect, &suspect->tokens[i], telling, matches);
	}
}

void combosquat_match(const struct suspect *suspect, struct matches *matches)
{
	struct group group = {0};

	for (size_t i = 1; i <= suspect->token_count; i++) {
		if (i < suspect->token_count && !suspect->tokens[i].after_dot)
			continue;
		group.end = i;
		match_group(suspect, group, matches);
		group.from = i;
	}
}
