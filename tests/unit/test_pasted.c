/* Links and senders as people paste them. */
#include "pasted.h"
#include "encoded_word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void check_link(const char *text, const char *meant)
{
	struct arena *arena = arena_new(1 << 20);
	struct message_link link = {0};
	bool taken = pasted_link(arena, span_of(text), &link);

	if (taken != (meant != NULL) || (meant && !span_equal(link.url, span_of(meant))))
		fail_msg("'%s': %d '%.*s'", text, taken, (int)link.url.len, link.url.ptr);
	arena_free(&arena);
}

static void test_links(void **state)
{
	static const char *const cases[][2] = {
	    {"https://a.example/x", "https://a.example/x"},
	    {" https://a.example/x\n", "https://a.example/x"},
	    {"hxxps://a.example/x", "https://a.example/x"},
	    {"hXXp://a[.]example/x", "http://a.example/x"},
	    {"https[:]//a(.)example", "https://a.example"},
	    {"hxxps[://]a[dot]example", "https://a.example"},
	    {"a.example", "https://a.example"},
	    {"a[.]example", "https://a.example"},
	    {"a.example/x?y=z", "https://a.example/x?y=z"},
	    {"a.example:8080/x", "https://a.example:8080/x"},
	    {"日本.example", "https://日本.example"},
	    {"203.0.113.9/x", "https://203.0.113.9/x"},
	    {"https://[2001:db8::1]/", "https://[2001:db8::1]/"},
	    {"[2001:db8::1]", "https://[2001:db8::1]"},
	    {"//a.example/", "//a.example/"},
	    {"https:\\\\a.example", "https:\\\\a.example"},
	    {"mailto:a@b.example", "mailto:a@b.example"},
	    {"javascript:alert(1) // x", "javascript:alert(1) // x"},
	    {"https://a.example/with blank", "https://a.example/with blank"},
	    {"not a url", NULL},
	    {"a.example and more", NULL},
	    {"Note: see below", NULL},
	    {"word", NULL},
	    {"12345", NULL},
	    {"/path", NULL},
	    {"#top", NULL},
	    {"", NULL},
	    {"  ", NULL},
	    {".", NULL},
	    {"https", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_link(cases[i][0], cases[i][1]);
}

static void test_long_link(void **state)
{
	size_t len = 70000;
	char *text = malloc(len + 1);
	struct arena *arena = arena_new(1 << 22);
	struct message_link link;

	(void)state;
	assert_non_null(text);
	memset(text, 'a', len);
	memcpy(text, "https://", 8);
	text[len] = '\0';
	assert_true(pasted_link(arena, span_of(text), &link));
	assert_int_equal(link.url.len, len);
	arena_free(&arena);
	free(text);
}

static void check_sender(const char *text, const char *name, const char *address)
{
	struct arena *arena = arena_new(1 << 20);
	struct span got_name, got_address;

	pasted_sender(arena, span_of(text), &got_name, &got_address);
	if (!span_equal(got_name, span_of(name)) || !span_equal(got_address, span_of(address)))
		fail_msg("'%s': '%.*s' '%.*s'", text, (int)got_name.len, got_name.ptr,
			 (int)got_address.len, got_address.ptr);
	arena_free(&arena);
}

static void test_senders(void **state)
{
	(void)state;
	check_sender("a@b.example", "", "a@b.example");
	check_sender(" <a@b.example> ", "", "<a@b.example>");
	check_sender("PayPay <a@b.example>", "PayPay", "a@b.example");
	check_sender("PayPay<a@b.example>", "PayPay", "a@b.example");
	check_sender("\"Pay \\\"Pay\\\" <x>\" <a@b.example>", "Pay \"Pay\" <x>", "a@b.example");
	check_sender("三井住友銀行 <a@b.example>", "三井住友銀行", "a@b.example");
	check_sender("PayPay <a[@]b[.]example>", "PayPay", "a@b.example");
	check_sender("a[at]b[.]example", "", "a@b.example");
	check_sender("PayPay <>", "PayPay", "");
	check_sender("", "", "");
	check_sender("From: PayPay <a@b.example>", "PayPay", "a@b.example");
	check_sender("=?UTF-8?B?UGF5UGF5?= <a@b.example>", "PayPay", "a@b.example");
	check_sender("from:\t\"=?utf-8?q?Pay=50ay?=\" <a@b.example>", "PayPay", "a@b.example");
}

static void check_words(const char *text, const char *meant)
{
	struct arena *arena = arena_new(1 << 20);
	struct span got = encoded_words(arena, span_of(text));

	if (!span_equal(got, span_of(meant)))
		fail_msg("'%s': '%.*s'", text, (int)got.len, got.ptr);
	arena_free(&arena);
}

/* RFC 2047, sections 2, 4, 6.2 and 8, and what mail programs make of them. */
static void test_encoded_words(void **state)
{
	(void)state;
	check_words("plain", "plain");
	check_words("", "");
	check_words("=?ISO-8859-1?Q?a?=", "a");
	check_words("=?ISO-8859-1?Q?a?= b", "a b");
	check_words("x=?ISO-8859-1?Q?a?=\r\n =?ISO-8859-1?Q?b?=", "xab");
	check_words("=?iso-8859-1?q?a_b?=", "a b");
	check_words("=?ISO-8859-1?Q?Andr=E9?= P.", "Andr\xc3\xa9 P.");
	check_words("=?utf-8*ja?b?5LiJ5LqV?=", "三井");
	/* a letter cut in two */
	check_words("=?UTF-8?B?5LiJ5A==?= =?UTF-8?B?upU=?=", "三井");
	check_words("=?UTF-8?B?5LiJ?= =?ISO-8859-1?Q?=E9?=", "三\xc3\xa9");
	check_words("=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=", "日本");
	check_words("=?Shift_JIS?B?k/qWew==?=", "日本");
	check_words("=?EUC-JP?Q?=C6=FC=CB=DC?=", "日本");
	/* what is none stays */
	check_words("=?UTF-8?B?5L?J?=", "=?UTF-8?B?5L?J?=");
	check_words("=?UTF-8?X?abc?=", "=?UTF-8?X?abc?=");
	check_words("=?UTF-8?B?****?=", "=?UTF-8?B?****?=");
	check_words("=?UTF-8?Q?=4?=", "=?UTF-8?Q?=4?=");
	check_words("=?no-such-set?B?YQ==?=", "=?no-such-set?B?YQ==?=");
	check_words("=?../../x?B?YQ==?=", "=?../../x?B?YQ==?=");
	check_words("=?UTF-8?B?YQ==", "=?UTF-8?B?YQ==");
	check_words("=?UTF-8?Q?=00?=", "=?UTF-8?Q?=00?=");
	check_words("=?UTF-8?Q?a?= =?UTF-8?Q?=00?= =?UTF-8?Q?b?=", "a=?UTF-8?Q?=00?= b");
	check_words("=?", "=?");
	check_words("a =?UTF-8?B?YQ==?= =?UTF-8?Q", "a a =?UTF-8?Q");
	check_words("=?UTF-8?Q?"
		    "?=",
		    "");
}

/* One word that holds NUL behind thousands of sound ones: those are read, and the time grows with the length. */
static void test_many_encoded_words(void **state)
{
	static const char word[] = "=?utf-8?q?a?= ", bad[] = "=?utf-8?q?=00?= ";
	enum { WORDS = 50000 };
	size_t len = WORDS * (sizeof(word) - 1);
	char *text = malloc(len + sizeof(bad));
	struct arena *arena = arena_new(32U << 20);
	struct span got;

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < WORDS; i++)
		memcpy(text + i * (sizeof(word) - 1), word, sizeof(word) - 1);
	memcpy(text + len, bad, sizeof(bad));
	got = encoded_words(arena, (struct span){text, len + sizeof(bad) - 1});
	assert_false(arena_failed(arena));
	assert_int_equal(got.len, WORDS + sizeof(bad) - 1);
	assert_true(span_starts(got, SPAN("aaaaaaaa")));
	arena_free(&arena);
	free(text);
}

static void test_subjects(void **state)
{
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	assert_true(span_equal(pasted_subject(arena, SPAN("Subject: =?UTF-8?B?UGF5UGF5?=\n")),
			       SPAN("PayPay")));
	assert_true(span_equal(pasted_subject(arena, SPAN("Re: lunch")), SPAN("Re: lunch")));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_long_link),
	    cmocka_unit_test(test_senders),
	    cmocka_unit_test(test_encoded_words),
	    cmocka_unit_test(test_many_encoded_words),
	    cmocka_unit_test(test_subjects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
