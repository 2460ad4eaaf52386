#include "fixture.h"

#include <stdlib.h>

#define LINKS 4

/* One mail and what must, and must not, be found in it. */
struct mail_case {
	const char *what;
	const char *name, *address, *recipient, *reply_to, *subject, *text;
	const char *links[LINKS];
	const char *mailed_by; /* shown authentication; "" for a bare pass */
	enum auth_result result;
	enum level level;
	int has[4]; /* finding codes, ended by -1 */
	int lacks[4];
	enum sender_state state;
};

#define END (-1)

static const struct mail_case MAILS[] = {
    {.what = "a brand's name over a foreign address",
     .name = "PayPay",
     .address = "info@pay.example",
     .level = LEVEL_DANGER,
     .has = {SENDER_UNOFFICIAL, END},
     .lacks = {SENDER_FREEMAIL, END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "over free mail",
     .name = "PayPay",
     .address = "paypay.support@gmail.com",
     .level = LEVEL_DANGER,
     .has = {SENDER_UNOFFICIAL, SENDER_FREEMAIL, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "the brand's own address, nothing shown",
     .name = "Google",
     .address = "no-reply@accounts.google.com",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_UNOFFICIAL, SENDER_UNAUTHENTICATED, END},
     .state = SENDER_OFFICIAL_UNVERIFIED},
    {.what = "the brand's own address, authenticated",
     .name = "Google",
     .address = "no-reply@accounts.google.com",
     .mailed_by = "google.com",
     .result = AUTH_PASS,
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_UNAUTHENTICATED, END},
     .state = SENDER_OFFICIAL_VERIFIED},
    {.what = "shown authentication by a sub-domain of the same organisation aligns",
     .name = "Google",
     .address = "no-reply@accounts.google.com",
     .mailed_by = "mail.bounce.google.com",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_UNAUTHENTICATED, END},
     .state = SENDER_OFFICIAL_VERIFIED},
    {.what = "the brand's own address, sent by somebody else",
     .name = "Google",
     .address = "no-reply@accounts.google.com",
     .mailed_by = "bulk.example",
     .level = LEVEL_WARNING,
     .has = {SENDER_UNAUTHENTICATED, END},
     .lacks = {SENDER_UNOFFICIAL, END},
     .state = SENDER_OFFICIAL_UNVERIFIED},
    {.what = "customers' mailboxes of a brand are not the brand",
     .name = "NTTドコモ",
     .address = "taro1@docomo.ne.jp",
     .level = LEVEL_WARNING,
     .has = {SENDER_UNOFFICIAL, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "the brand's own sub-domain there is",
     .name = "NTTドコモ",
     .address = "info@wdy.docomo.ne.jp",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_UNOFFICIAL, END},
     .state = SENDER_OFFICIAL_UNVERIFIED},
    {.what = "customers' mailboxes without a claim are people",
     .name = "山田太郎",
     .address = "taro1@docomo.ne.jp",
     .recipient = "hanako@example.jp",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "an official domain shown in the name",
     .name = "bk.mufg.jp",
     .address = "x@evil.example",
     .level = LEVEL_DANGER,
     .has = {SENDER_NAME_ADDRESS, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "a word with a dot is no domain",
     .name = "Node.js Weekly",
     .address = "news@weekly.example",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_NAME_ADDRESS, END},
     .state = SENDER_UNKNOWN},
    {.what = "the recipient's address inside the sender's, beside a campaign's words",
     .name = "Postmaster",
     .address = "hanako-example.jp@mail.evil.example",
     .recipient = "hanako@example.jp",
     .subject = "保留中のメールが 12 件あります",
     .level = LEVEL_WARNING,
     .has = {SENDER_CONTAINS_RECIPIENT, KNOWN_WORDING, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "the recipient's own organisation may do so",
     .name = "hanako@example.jp",
     .address = "system@mail.example.jp",
     .recipient = "hanako@example.jp",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_CONTAINS_RECIPIENT, SENDER_NAME_ADDRESS, END},
     .state = SENDER_UNKNOWN},
    {.what = "a recovery phrase is asked for",
     .name = "Wallet",
     .address = "a@wallet.example",
     .text = "Hello.\nTo restore access, enter your recovery phrase below.",
     .level = LEVEL_DANGER,
     .has = {SECRET_REQUESTED, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "advice against giving it away",
     .name = "Wallet",
     .address = "a@wallet.example",
     .text = "Please do not share or enter your recovery phrase anywhere.",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SECRET_REQUESTED, END},
     .state = SENDER_UNKNOWN},
    {.what = "a one-time code is to be sent back",
     .name = "Taro",
     .address = "taro@evil.example",
     .text = "届いた認証コードをこのメールに返信して教えてください。",
     .level = LEVEL_DANGER,
     .has = {SECRET_REQUESTED, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "talk about passwords",
     .name = "Taro",
     .address = "taro@list.example",
     .text = "If you ask for a password, you need to send the\nprompt first. This works without "
	     "sending the password in the clear.",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SECRET_REQUESTED, END},
     .state = SENDER_UNKNOWN},
    {.what = "a request across a wrapped line",
     .name = "Wallet",
     .address = "a@wallet.example",
     .text = "To keep using your wallet after the upgrade please enter your\nsecret recovery "
	     "phrase on the page below.",
     .level = LEVEL_DANGER,
     .has = {SECRET_REQUESTED, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "a forged official address, a campaign's words and a foreign link",
     .name = "PayPay",
     .address = "notice@paypay-corp.co.jp",
     .subject = "保留中のメールが 5 件あります",
     .links = {"https://login.evil.example/"},
     .level = LEVEL_WARNING,
     .has = {SENDER_UNVERIFIED, END},
     .lacks = {SENDER_UNOFFICIAL, LINK_UNOFFICIAL, END},
     .state = SENDER_OFFICIAL_UNVERIFIED},
    {.what = "the same behind a wrapper that honest mail uses",
     .name = "PayPay",
     .address = "notice@paypay-corp.co.jp",
     .subject = "保留中のメールが 5 件あります",
     .links = {"https://www.google.com/url?q=https://login.evil.example/"},
     .level = LEVEL_WARNING,
     .has = {SENDER_UNVERIFIED, END},
     .lacks = {SENDER_UNOFFICIAL, END},
     .state = SENDER_OFFICIAL_UNVERIFIED},
    {.what = "the claim and the copyright line name different brands",
     .name = "XSERVER",
     .address = "x@evil.example",
     .text = "重要なお知らせ\nCopyright © NTT DOCOMO, All Rights Reserved.",
     .level = LEVEL_DANGER,
     .has = {BRANDS_CONTRADICT, SENDER_UNOFFICIAL, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "the claim and the signature below dashes",
     .name = "XSERVER",
     .address = "x@evil.example",
     .text = "Hello.\n\n-- \nApple Support",
     .level = LEVEL_DANGER,
     .has = {BRANDS_CONTRADICT, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "the claim and the closing",
     .name = "XSERVER",
     .address = "x@evil.example",
     .text = "Your mail is held.\nSincerely,\nThe PayPal Team\n",
     .level = LEVEL_DANGER,
     .has = {BRANDS_CONTRADICT, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "the claim and a signature between rules",
     .name = "XSERVER",
     .address = "x@evil.example",
     .text = "ご確認ください。\n━━━━━━━━\n佐川急便株式会社\n━━━━━━━━",
     .level = LEVEL_DANGER,
     .has = {BRANDS_CONTRADICT, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "a closing that mentions another brand",
     .name = "XSERVER",
     .address = "x@evil.example",
     .text = "Sincerely,\nHanako, who pays by PayPal\n",
     .level = LEVEL_DANGER,
     .has = {SENDER_UNOFFICIAL, END},
     .lacks = {BRANDS_CONTRADICT, END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "two weak wordings",
     .name = "Aoba",
     .address = "info@aoba.example",
     .text = "Your parcel is on hold.\nYour subscription has expired.",
     .level = LEVEL_NONE,
     .has = {KNOWN_WORDING, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "one wording in subject and text",
     .name = "Aoba",
     .address = "info@aoba.example",
     .subject = "Your account has been suspended",
     .text = "Your account has been suspended.\nYour parcel is on hold.",
     .level = LEVEL_NONE,
     .has = {KNOWN_WORDING, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "three weak wordings",
     .name = "Aoba",
     .address = "info@aoba.example",
     .subject = "Immediate action required",
     .text = "Your parcel is on hold.\nYour subscription has expired.",
     .level = LEVEL_WARNING,
     .has = {KNOWN_WORDING, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "a link beside a brand's name leads elsewhere",
     .name = "PayPay",
     .address = "x@evil.example",
     .links = {"https://pay.evil.example/", "https://paypay.ne.jp/"},
     .level = LEVEL_DANGER,
     .has = {LINK_UNOFFICIAL, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "a mail server's report on a full mailbox",
     .name = "Mail Delivery System",
     .address = "MAILER-DAEMON@mx.example.net",
     .recipient = "taro@example.jp",
     .subject = "Undelivered Mail Returned to Sender",
     .text = "<hanako@example.org>: mailbox is full",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "the same words from an administrator of nobody's",
     .name = "Mail Administrator",
     .address = "admin@mx.example.net",
     .recipient = "taro@example.jp",
     .subject = "Your mailbox is full",
     .level = LEVEL_WARNING,
     .has = {KNOWN_WORDING, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "a mail server without a domain",
     .name = "Mail Delivery Subsystem",
     .address = "MAILER-DAEMON",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_MALFORMED, END},
     .state = SENDER_UNKNOWN},
    {.what = "a stranger who names a carrier",
     .name = "Hanako via PayPal",
     .address = "hanako@evil.example",
     .level = LEVEL_WARNING,
     .has = {SENDER_UNOFFICIAL, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "the carrier's own address",
     .name = "Hanako Suzuki (via Google Docs)",
     .address = "comments-noreply@docs.google.com",
     .level = LEVEL_NONE,
     .links = {"https://docs.google.com/document/d/1"},
     .has = {END},
     .lacks = {SENDER_UNOFFICIAL, LINK_UNOFFICIAL, END},
     .state = SENDER_OFFICIAL_UNVERIFIED},
    {.what = "a list",
     .name = "Hanako via Debian-Users",
     .address = "debian-users@lists.example",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_UNOFFICIAL, END},
     .state = SENDER_UNKNOWN},
    {.what = "several senders",
     .name = "Bank",
     .address = "a@one.example, b@two.example",
     .level = LEVEL_WARNING,
     .has = {SENDER_MALFORMED, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "an official address behind a stranger's via",
     .name = "support@paypal.com via foo",
     .address = "foo@list.example",
     .level = LEVEL_DANGER,
     .has = {SENDER_NAME_ADDRESS, END},
     .lacks = {END},
     .state = SENDER_UNOFFICIAL_STATE},
    {.what = "the same by the recipient's own list",
     .name = "ken@paypal.com via Accounting",
     .address = "accounting@example.jp",
     .recipient = "taro@example.jp",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_NAME_ADDRESS, END},
     .state = SENDER_UNKNOWN},
    {.what = "nobody's address behind a list's via",
     .name = "hanako@garden.example via Debian-Users",
     .address = "debian-users@list.example",
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {SENDER_NAME_ADDRESS, END},
     .state = SENDER_UNKNOWN},
    {.what = "two brands that write as one",
     .name = "メルカリ×dポイント",
     .address = "no-reply@mercari.jp",
     .level = LEVEL_NOTICE,
     .has = {END},
     .lacks = {END},
     .state = SENDER_OFFICIAL_UNVERIFIED},
    {.what = "a hotel that is booked elsewhere",
     .name = "Hotel Europa (Booking.com)",
     .address = "desk@hotel-europa.example",
     .level = LEVEL_WARNING,
     .has = {SENDER_NAME_ADDRESS, END},
     .lacks = {SENDER_UNOFFICIAL, END},
     .state = SENDER_UNKNOWN},
    {.what = "replies to free mail alone",
     .name = "Aoba Tea",
     .address = "info@aoba.example",
     .reply_to = "aoba.tea@gmail.com",
     .level = LEVEL_NOTICE,
     .has = {REPLY_TO_ELSEWHERE, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "replies to a stranger's free mail",
     .name = "Wood Forest",
     .address = "info@aoba.example",
     .reply_to = "wood.forest@gmail.com",
     .level = LEVEL_WARNING,
     .has = {REPLY_TO_ELSEWHERE, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "replies to free mail beside a campaign's words",
     .name = "Aoba Tea",
     .address = "info@aoba.example",
     .reply_to = "aoba.tea@gmail.com",
     .subject = "保留中のメールが 12 件あります",
     .level = LEVEL_WARNING,
     .has = {REPLY_TO_ELSEWHERE, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "a relative's surname and a short link",
     .name = "Hanako Yamakawa",
     .address = "hanako@family.example",
     .recipient = "yamakawa@gmail.com",
     .links = {"https://bit.ly/3abcde"},
     .level = LEVEL_NONE,
     .has = {SENDER_CONTAINS_RECIPIENT, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "the recipient's domain in Unicode in the name",
     .name = "青空.jp メール窓口",
     .address = "x@evil.example",
     .recipient = "taro@青空.jp",
     .level = LEVEL_DANGER,
     .has = {SENDER_CONTAINS_RECIPIENT, SENDER_NAME_ADDRESS, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "the same without blanks, its domain in ASCII",
     .name = "メール管理taro@青空.jp窓口",
     .address = "x@evil.example",
     .recipient = "taro@xn--grzr40d.jp",
     .level = LEVEL_WARNING,
     .has = {SENDER_CONTAINS_RECIPIENT, END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
    {.what = "a colleague",
     .name = "Hanako",
     .address = "hanako@example.jp",
     .recipient = "taro@example.jp",
     .subject = "MetaMask",
     .text = "Have you tried MetaMask? https://metamask.io/",
     .links = {"https://metamask.io/"},
     .level = LEVEL_NONE,
     .has = {END},
     .lacks = {END},
     .state = SENDER_UNKNOWN},
};

static bool found(const struct verdict *verdict, int code)
{
	for (size_t i = 0; i < verdict->finding_count; i++)
		if ((int)verdict->findings[i].code == code)
			return true;
	return false;
}

static void judge_case(const struct mail_case *c, struct verdict *verdict)
{
	struct span recipient = span_of(c->recipient), reply_to = span_of(c->reply_to);
	struct message_link links[LINKS] = {0};
	struct message message = {
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .recipients = &recipient,
	    .recipient_count = c->recipient != NULL,
	    .reply_to = &reply_to,
	    .reply_to_count = c->reply_to != NULL,
	    .subject = span_of(c->subject),
	    .text = span_of(c->text),
	    .auth = {.shown = c->mailed_by != NULL,
		     .result = c->result,
		     .mailed_by = span_of(c->mailed_by)},
	    .links = links,
	};

	for (; message.link_count < LINKS && c->links[message.link_count]; message.link_count++)
		links[message.link_count] = (struct message_link){
		    .url = span_of(c->links[message.link_count]), .text = SPAN("Open")};
	arena_reset(fixture.arena);
	assert_true(judge_message(&fixture.judge, fixture.arena, &message, verdict));
}

static void judges_mails(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(MAILS) / sizeof(MAILS[0]); i++) {
		const struct mail_case *c = &MAILS[i];
		struct verdict verdict;

		judge_case(c, &verdict);
		/* A notice is no alarm: honest mails may have one. */
		if (c->level == LEVEL_NONE ? verdict.level > LEVEL_NOTICE
					   : verdict.level != c->level)
			fail_msg("%s: level %d", c->what, verdict.level);
		if (verdict.sender.state != c->state)
			fail_msg("%s: state %d", c->what, verdict.sender.state);
		for (size_t n = 0; n < 4 && c->has[n] != END; n++)
			if (!found(&verdict, c->has[n]))
				fail_msg("%s: finding %d is missing", c->what, c->has[n]);
		for (size_t n = 0; n < 4 && c->lacks[n] != END; n++)
			if (found(&verdict, c->lacks[n]))
				fail_msg("%s: finding %d is unwanted", c->what, c->lacks[n]);
	}
}

/* Texts that ask for secrets, and honest ones beside them, from a stranger without a claim. */
static void weighs_requests_for_secrets(void **state)
{
	static const struct {
		const char *text;
		enum level level; /* of secret-requested */
	} CASES[] = {
	    {"Send us the 6-digit OTP", LEVEL_DANGER},
	    {"暗証番号をご連絡ください。", LEVEL_DANGER},
	    {"秘密鍵をご提供ください。", LEVEL_DANGER},
	    {"ニーモニックを送ってください", LEVEL_DANGER},
	    {"Please enter your recovery\nphrase on the page.", LEVEL_DANGER},
	    {"Please enter your\nseed phrase below.", LEVEL_DANGER},
	    {"届いた認証コードをこのメールに返信してください", LEVEL_DANGER},
	    {"Reply with your account password", LEVEL_DANGER},
	    {"ログインパスワードを教えてください", LEVEL_DANGER},
	    {"Bitte geben Sie Ihre Wiederherstellungsphrase ein.", LEVEL_DANGER},
	    {"Senden Sie uns den Bestätigungscode.", LEVEL_DANGER},
	    {"Saisissez votre phrase de récupération.", LEVEL_DANGER},
	    {"Envoyez-nous le code de vérification.", LEVEL_DANGER},
	    {"Introduzca su frase de recuperación.", LEVEL_DANGER},
	    {"Envíenos el código de verificación.", LEVEL_DANGER},
	    {"先ほどのZIPファイルのパスワードを教えてください", LEVEL_NONE},
	    {"Can you send me the wifi password again?", LEVEL_NONE},
	    {"SMSで届いた認証番号を受付でお伝えください", LEVEL_NONE},
	    {"パスワードを忘れた方はお知らせください。会員", LEVEL_NONE},
	    {"Geben Sie Ihr Kennwort niemals weiter. Konto", LEVEL_NONE},
	    {"Ne communiquez jamais votre code de vérification.", LEVEL_NONE},
	    {"No comparta su código de verificación.", LEVEL_NONE},
	};

	(void)state;
	for (size_t i = 0; i < 2 * sizeof(CASES) / sizeof(CASES[0]); i++) {
		const char *text = CASES[i / 2].text;
		struct mail_case mail = {
		    .what = text, .name = "Taro", .address = "taro@list.example"};
		struct verdict verdict;
		enum level level = LEVEL_NONE;

		*(i % 2 ? &mail.subject : &mail.text) = text;
		judge_case(&mail, &verdict);
		for (size_t n = 0; n < verdict.finding_count; n++)
			if (verdict.findings[n].code == SECRET_REQUESTED)
				level = verdict.findings[n].level;
		if (level != CASES[i / 2].level)
			fail_msg("%s: level %d", text, level);
	}
}

/* `times` copies of `text`, then `end`. */
static char *repeated(const char *text, size_t times, const char *end)
{
	size_t len = strlen(text);
	char *out = malloc(len * times + strlen(end) + 1);

	assert_non_null(out);
	for (size_t i = 0; i < times; i++)
		memcpy(out + i * len, text, len);
	strcpy(out + len * times, end);
	return out;
}

static void repetition_hides_no_request(void **state)
{
	static const struct {
		const char *text, *end;
		size_t times;
	} CASES[] = {
	    {"password ", "enter your seed phrase below", 200},
	    {"never tell the pin. ", "enter your seed phrase below", 200},
	    {"send us ", "your password", 5000},
	    {"otp ", "send us the seed phrase", 3000},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		char *text = repeated(CASES[i].text, CASES[i].times, CASES[i].end);
		struct mail_case mail = {
		    .what = text, .name = "Taro", .address = "taro@list.example", .text = text};
		struct verdict verdict;

		judge_case(&mail, &verdict);
		if (!found(&verdict, SECRET_REQUESTED))
			fail_msg("%s…%s", CASES[i].text, CASES[i].end);
		free(text);
	}
}

static void guards_what_leads_elsewhere(void **state)
{
	static const struct mail_case MAIL = {
	    .what = "guards",
	    .name = "PayPay",
	    .address = "x@evil.example",
	    .links = {"https://pay.evil.example/", "https://paypay.ne.jp/", "#top"}};
	struct verdict verdict;

	(void)state;
	judge_case(&MAIL, &verdict);
	assert_int_equal(verdict.link_count, 3);
	assert_true(verdict.links[0].guard);
	assert_false(verdict.links[1].guard);
	assert_false(verdict.links[2].guard);
}

/* A wrapper on the claimed brand's own domain leads anywhere; its own short domain leads to it. */
static void guards_wrappers_of_the_claimed_brand(void **state)
{
	static const struct mail_case GOOGLE = {
	    .what = "wrappers",
	    .name = "Google",
	    .address = "x@evil.example",
	    .links = {"https://www.google.com/url?q=https://evil2.example/login",
		      "https://www.google.com/",
		      "https://www.google.com/url?q=https://www.youtube.com/"}};
	static const struct mail_case AMAZON = {.what = "short links",
						.name = "Amazon",
						.address = "x@evil.example",
						.links = {"https://amzn.to/3x"}};
	struct verdict verdict;

	(void)state;
	judge_case(&GOOGLE, &verdict);
	assert_true(verdict.links[0].guard);
	assert_false(verdict.links[1].guard);
	assert_false(verdict.links[2].guard);
	judge_case(&AMAZON, &verdict);
	assert_false(verdict.links[0].guard);
}

static void trust_lowers_but_not_where_authentication_contradicts(void **state)
{
	struct mail_case mail = {
	    .what = "trust", .name = "PayPay", .address = "boss@study.example"};
	struct span trusted = SPAN("boss@study.example");
	struct verdict verdict;

	(void)state;
	fixture.profile =
	    (struct profile){.trusted_addresses = &trusted, .trusted_address_count = 1};
	judge_case(&mail, &verdict);
	assert_int_equal(verdict.level, LEVEL_NOTICE);
	mail.mailed_by = "bulk.example";
	judge_case(&mail, &verdict);
	assert_int_equal(verdict.level, LEVEL_DANGER);
	/* A trusted address counts like a trusted domain: it is expected to be authenticated, … */
	mail = (struct mail_case){.what = "trust",
				  .name = "Boss",
				  .address = "BOSS@study.example",
				  .mailed_by = "bulk.example"};
	judge_case(&mail, &verdict);
	assert_int_equal(verdict.level, LEVEL_WARNING);
	/* … and nobody else may show it. */
	mail = (struct mail_case){
	    .what = "trust", .name = "boss@study.example", .address = "x@evil.example"};
	judge_case(&mail, &verdict);
	assert_int_equal(verdict.level, LEVEL_DANGER);
	fixture.profile = (struct profile){0};
}

static void trust_lowers_no_free_mail(void **state)
{
	struct mail_case mail = {
	    .what = "trust", .name = "PayPay", .address = "boss.of.paypay@gmail.com"};
	struct span trusted = SPAN("boss.of.paypay@gmail.com");
	struct verdict verdict;

	(void)state;
	fixture.profile =
	    (struct profile){.trusted_addresses = &trusted, .trusted_address_count = 1};
	judge_case(&mail, &verdict);
	assert_int_equal(verdict.level, LEVEL_WARNING);
	assert_int_equal(verdict.findings[0].code, SENDER_FREEMAIL);
	assert_true(found(&verdict, SENDER_UNOFFICIAL));
	fixture.profile = (struct profile){0};
}

static void unused_services_are_noticed(void **state)
{
	struct mail_case mail = {.what = "unused",
				 .name = "Pay",
				 .address = "notice@paypay-corp.co.jp",
				 .subject = "PayPay からのお知らせ"};
	brand_ref unused[] = {fixture_brand("paypay")};
	struct verdict verdict;

	(void)state;
	fixture.profile = (struct profile){.unused = unused, .unused_count = 1};
	judge_case(&mail, &verdict);
	assert_true(found(&verdict, UNUSED_SERVICE));
	/* Another brand's official sender may mention it. */
	mail.address = "no-reply@accounts.google.com";
	judge_case(&mail, &verdict);
	assert_false(found(&verdict, UNUSED_SERVICE));
	fixture.profile = (struct profile){0};
}

static void a_small_arena_fails_without_a_crash(void **state)
{
	struct message message = {.has_sender = true,
				  .sender_name = SPAN("PayPay"),
				  .sender_address = SPAN("a@b.example"),
				  .text = SPAN("text"),
				  .subject = SPAN("subject")};

	(void)state;
	for (size_t cap = 0; cap < 16384; cap += 128) {
		struct arena *arena = arena_new(cap);
		struct verdict verdict;

		if (arena && judge_message(&fixture.judge, arena, &message, &verdict))
			assert_int_equal(verdict.level, LEVEL_DANGER);
		arena_free(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(judges_mails),
	    cmocka_unit_test(weighs_requests_for_secrets),
	    cmocka_unit_test(repetition_hides_no_request),
	    cmocka_unit_test(guards_what_leads_elsewhere),
	    cmocka_unit_test(guards_wrappers_of_the_claimed_brand),
	    cmocka_unit_test(trust_lowers_but_not_where_authentication_contradicts),
	    cmocka_unit_test(trust_lowers_no_free_mail),
	    cmocka_unit_test(unused_services_are_noticed),
	    cmocka_unit_test(a_small_arena_fails_without_a_crash),
	};

	return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
