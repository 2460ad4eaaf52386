/* Requests for secrets, and the many honest sentences that name a secret and ask for none. */
#include "house_fixture.h"

#include "detect/secret.h"

struct secret_case {
	const char *text;
	enum secret secret;
	const char *phrase; /* NULL: not looked at */
};

static const char *const SECRETS[] = {"none", "enter-code", "tell-password", "tell-code", "phrase"};

static struct secret_reading read_secret(const char *text)
{
	cues_renew(fixture.judge.cues); /* each is a mail of its own */
	return secret_read(&fixture.judge, fold_body(fixture.arena, span_of(text)));
}

static void check(const struct secret_case *c)
{
	struct secret_reading reading = read_secret(c->text);

	if (reading.secret != c->secret)
		fail_msg("%s: %s", c->text, SECRETS[reading.secret]);
	if (c->phrase)
		expect_text("phrase", c->text, reading.phrase, c->phrase);
	if (reading.secret == SECRET_NONE)
		assert_int_equal(reading.phrase.len, 0);
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

static void recovery_phrases(void **state)
{
	static const struct secret_case CASES[] = {
	    {"Please enter your recovery phrase on our page.", SECRET_PHRASE,
	     "please enter your recovery phrase on our page."},
	    {"Hello! Import your wallet with your 12-word phrase. Bye.", SECRET_PHRASE,
	     "import your wallet with your 12-word phrase."},
	    {"Send us your private key.", SECRET_PHRASE, NULL},
	    {"こちらのページにリカバリーフレーズを入力してください。", SECRET_PHRASE,
	     "こちらのページにリカバリーフレーズを入力してください。"},
	    {"12個の英単語を確認してください", SECRET_PHRASE, NULL},
	    {"Geben Sie Ihre Wiederherstellungsphrase ein.", SECRET_PHRASE, NULL},
	    /* a name that goes across a line break, as plain text is wrapped */
	    {"Enter your recovery\nphrase on our page", SECRET_PHRASE, NULL},
	    /* advice, and sentences that only name it */
	    {"Never enter your recovery phrase anywhere.", SECRET_NONE, NULL},
	    {"Do not share your recovery phrase.", SECRET_NONE, NULL},
	    {"リカバリーフレーズを誰にも教えないでください。", SECRET_NONE, NULL},
	    {"リカバリーフレーズは入力しないでください。", SECRET_NONE, NULL},
	    {"Your recovery phrase is a list of words.", SECRET_NONE, NULL},
	    {"Enter the hall. Your recovery phrase is a list of words.", SECRET_NONE, NULL},
	    {"Enter a catchy phrase for our contest.", SECRET_NONE, NULL},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void passwords_and_codes(void **state)
{
	static const struct secret_case CASES[] = {
	    {"Enter the 6-digit code on the page.", SECRET_ENTER_CODE, NULL},
	    {"パスワードを入力してください", SECRET_ENTER_CODE, NULL},
	    {"Send us the 6-digit code by return.", SECRET_TELL_CODE,
	     "send us the 6-digit code by return."},
	    {"SMSで届いた認証コードをこのメールに返信してください", SECRET_TELL_CODE, NULL},
	    {"Reply to this mail with your card PIN.", SECRET_TELL_CODE, NULL},
	    /* an account's password is a code, a door's is not known to be one */
	    {"Give them the account password.", SECRET_TELL_CODE, NULL},
	    {"Give them the password.", SECRET_TELL_PASSWORD, NULL},
	    {"倉庫のパスワードを担当者にお伝えください", SECRET_TELL_PASSWORD, NULL},
	    {"Your account is ready. Give them the password.", SECRET_TELL_CODE, NULL},
	    /* advice and facts */
	    {"Never send the OTP to anyone.", SECRET_NONE, NULL},
	    {"The code we sent is 123456.", SECRET_NONE, NULL},
	    {"認証コードは誰にも教えないでください。", SECRET_NONE, NULL},
	    {"認証コードは123456です。", SECRET_NONE, NULL},
	    {"If you forgot your password, send us a note.", SECRET_NONE, NULL},
	    {"Send us the source code.", SECRET_NONE, NULL},
	    {"", SECRET_NONE, NULL},
	    {".", SECRET_NONE, NULL},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* In English the object stands behind what is to be done, in Japanese in front of it. */
static void what_is_to_be_told(void **state)
{
	static const struct secret_case CASES[] = {
	    {"With your recovery phrase at home, enter the hall.", SECRET_NONE, NULL},
	    {"A password opens the page where you enter the hall.", SECRET_NONE, NULL},
	    {"The OTP is 123456, send us a note.", SECRET_NONE, NULL},
	    {"認証コードをお送りください", SECRET_TELL_CODE, NULL},
	    /* a pronoun behind the instruction stands for what is in front of it */
	    {"Have your recovery phrase at hand and enter it on our page.", SECRET_PHRASE, NULL},
	    {"Take your seed phrase, submit it with the form.", SECRET_PHRASE, NULL},
	    {"A one-time PIN will reach you, enter it on our page.", SECRET_ENTER_CODE, NULL},
	    {"An OTP will reach your account, send it to us.", SECRET_TELL_CODE, NULL},
	    {"The OTP opens the gate, forward it to your guests.", SECRET_TELL_PASSWORD, NULL},
	    {"Write your recovery phrase down, keep it at home and enter the hall.", SECRET_NONE,
	     NULL},
	    {"Your recovery phrase lets you restore your wallet if you lose it or break it.",
	     SECRET_NONE, NULL},
	    {"Keep your recovery phrase and never send it to anyone.", SECRET_NONE, NULL},
	    /* what of it tells how much is asked */
	    {"Send us the password of the archive.", SECRET_TELL_PASSWORD, NULL},
	    {"Give them the OTP.", SECRET_TELL_PASSWORD, NULL},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* "Enter it only here" takes the name from the clause before; advice in one clause takes back no other. */
static void clauses(void **state)
{
	static const struct secret_case CASES[] = {
	    {"This is about your recovery phrase. Enter it only on our page.", SECRET_PHRASE,
	     "enter it only on our page."},
	    {"リカバリーフレーズの確認です。こちらに入力してください。", SECRET_PHRASE, NULL},
	    /* what it stands for may be a gate's code, unless an account is spoken of */
	    {"You got a one-time PIN. Send it to us.", SECRET_TELL_PASSWORD, NULL},
	    {"You got a one-time PIN. Send it to us to keep your account.", SECRET_TELL_CODE, NULL},
	    {"You got a one-time PIN. Enter it on the page.", SECRET_ENTER_CODE, NULL},
	    {"Your recovery phrase:\n\nEnter it on our page", SECRET_PHRASE, NULL},
	    {"リカバリーフレーズの確認です。\nこちらに入力してください。", SECRET_PHRASE, NULL},
	    {"Your recovery phrase is secret. Keep it at home.", SECRET_NONE, NULL},
	    {"Here is your OTP. Your recovery phrase stays as it is when you enter the hall.",
	     SECRET_NONE, NULL},
	    /* not further back than one clause, nor without a pronoun */
	    {"Keep the recovery phrase at home. The sky is blue. Enter it at nine.", SECRET_NONE,
	     NULL},
	    {"Your recovery phrase is at home. Enter the hall at nine.", SECRET_NONE, NULL},
	    {"リカバリーフレーズの話です。お名前を入力してください。", SECRET_NONE, NULL},
	    {"Never share your recovery phrase. Enter your recovery phrase now.", SECRET_PHRASE,
	     "enter your recovery phrase now."},
	    {"Enter your recovery phrase now! Never share your recovery phrase.", SECRET_PHRASE,
	     "enter your recovery phrase now!"},
	    {"Enter your recovery phrase now and never share it.", SECRET_PHRASE, NULL},
	    {"Never use pay.example/enter your recovery phrase", SECRET_NONE, NULL},
	    /* never … share or enter */
	    {"Never share or enter your recovery phrase.", SECRET_NONE, NULL},
	    /* a line is a clause, unless it is wrapped or asks for another */
	    {"Never share\nEnter your recovery phrase", SECRET_PHRASE, NULL},
	    {"Please enter your\nrecovery phrase", SECRET_PHRASE, NULL},
	    {"リカバリーフレーズ\nお名前を入力してください", SECRET_NONE, NULL},
	    {"リカバリーフレーズを\n入力してください", SECRET_PHRASE, NULL},
	    {"Our team at the office in the old town will never ask that you\nsend us the OTP",
	     SECRET_NONE, NULL},
	    {"Our team will never ask that you\nSend us the OTP", SECRET_TELL_CODE, NULL},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void what_ends_a_clause(void **state)
{
	static const char *const ENDS[] = {"。", "｡", "！", "!", "？", "?", ";", ". ", ".\n", "\n"};
	char text[200];

	(void)state;
	for (size_t i = 0; i < sizeof(ENDS) / sizeof(*ENDS); i++) {
		struct secret_case c = {text, SECRET_PHRASE, "enter your recovery phrase"};

		snprintf(text, sizeof(text), "Never share it%sEnter your recovery phrase", ENDS[i]);
		check(&c);
	}
}

/* Of several requests, the first of those that ask for the most. */
static void the_first_that_asks_for_the_most(void **state)
{
	static const struct secret_case CASES[] = {
	    {"Enter the 6-digit code. Send us the OTP. Send us the OTP again.", SECRET_TELL_CODE,
	     "send us the otp."},
	    {"Send us the OTP. Enter your recovery phrase. Enter your seed phrase.", SECRET_PHRASE,
	     "enter your recovery phrase."},
	    {"Enter the 6-digit code. Never send us the OTP.", SECRET_ENTER_CODE,
	     "enter the 6-digit code."},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* Long clauses are read in pieces that overlap: no request is lost between two of them, wherever it stands. */
static void long_clauses(void **state)
{
	static char text[4000];

	(void)state;
	for (size_t front = 380; front < 520; front++) {
		memset(text, 'x', front);
		for (size_t i = 9; i < front; i += 10)
			text[i] = ' ';
		strcpy(text + front, " enter your recovery phrase");
		memset(text + front + strlen(" enter your recovery phrase"), 'y', 600);
		text[front + strlen(" enter your recovery phrase")] = ' ';
		text[front + strlen(" enter your recovery phrase") + 600] = '\0';
		if (read_secret(text).secret != SECRET_PHRASE)
			fail_msg("%zu bytes in front", front);
	}
}

/* What is asked for where " account " begins so many bytes before the clause, or ends so many behind it (0: nowhere). */
static enum secret beside_account(size_t before, size_t behind)
{
	static const char asks[] = " give them the password.", word[] = " account ";
	static char text[1000];
	char *clause = text + 400, *end = clause + strlen(asks);

	memset(text, 'x', sizeof(text));
	memcpy(clause - 1, ".", 1);
	memcpy(clause, asks, strlen(asks));
	*end = ' ';
	if (before)
		memcpy(clause - before, word, strlen(word));
	if (behind)
		memcpy(end + behind - strlen(word), word, strlen(word));
	text[900] = '\0';
	return read_secret(text).secret;
}

static void how_near_an_account_is(void **state)
{
	(void)state;
	assert_int_equal(beside_account(0, 0), SECRET_TELL_PASSWORD);
	/* The blank at the far side is not looked at. */
	for (size_t far = 20; far < 300; far++) {
		enum secret wanted = far <= 201 ? SECRET_TELL_CODE : SECRET_TELL_PASSWORD;

		assert_int_equal(beside_account(far, 0), wanted);
		assert_int_equal(beside_account(0, far), wanted);
	}
}

/* Asking a hundred times over in one breath, or naming a hundred secrets, hides no request. */
static void more_than_are_looked_at(void **state)
{
	static char text[8000];

	(void)state;
	*text = '\0';
	for (int i = 0; i < 70; i++)
		strcat(text, "enter ");
	strcat(text, "your recovery phrase");
	assert_int_equal(read_secret(text).secret, SECRET_PHRASE);
	*text = '\0';
	for (int i = 0; i < 100; i++)
		strcat(text, "otp ");
	strcat(text, "send us the otp");
	assert_int_equal(read_secret(text).secret, SECRET_TELL_CODE);
	/* no advice takes back what nobody has read */
	*text = '\0';
	for (int i = 0; i < 9; i++)
		strcat(text, "never use type type type type type type type type ");
	strcpy(strchr(text, '\0'), "type your recovery phrase");
	assert_int_equal(read_secret(text).secret, SECRET_PHRASE);
	strcpy(strstr(text, "recovery"), "password");
	assert_int_equal(read_secret(text).secret, SECRET_ENTER_CODE);
	/* … but a long clause is read in pieces that it does reach */
	*text = '\0';
	for (int i = 0; i < 100; i++)
		strcat(text, "never enter ");
	strcat(text, "your recovery phrase");
	assert_int_equal(read_secret(text).secret, SECRET_NONE);
}

/* A password that is to be sent may be a door's, a network's or a file's; one that is to be told is for who is there. */
static void by_mail(void **state)
{
	static const struct {
		const char *text;
		enum secret secret;
		bool by_mail;
	} CASES[] = {
	    {"Send us the password of the archive.", SECRET_TELL_PASSWORD, false},
	    {"I cannot open the zip. Please send me the password.", SECRET_TELL_PASSWORD, false},
	    {"解凍パスワードを返信してください。", SECRET_TELL_PASSWORD, false},
	    {"パスワードを返信してください。", SECRET_TELL_PASSWORD, true},
	    {"Reply with the OTP tomorrow.", SECRET_TELL_CODE, false},
	    {"Give them the password.", SECRET_TELL_PASSWORD, false},
	    /* an account's is no thing's, whatever stands beside it */
	    {"Reply with your password for the file server.", SECRET_TELL_CODE, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct secret_reading reading = read_secret(CASES[i].text);

		if (reading.secret != CASES[i].secret || reading.by_mail != CASES[i].by_mail)
			fail_msg("%s: %s%s", CASES[i].text, SECRETS[reading.secret],
				 reading.by_mail ? ", by mail" : "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(recovery_phrases),
	    cmocka_unit_test(by_mail),
	    cmocka_unit_test(passwords_and_codes),
	    cmocka_unit_test(what_is_to_be_told),
	    cmocka_unit_test(clauses),
	    cmocka_unit_test(what_ends_a_clause),
	    cmocka_unit_test(the_first_that_asks_for_the_most),
	    cmocka_unit_test(long_clauses),
	    cmocka_unit_test(how_near_an_account_is),
	    cmocka_unit_test(more_than_are_looked_at),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
