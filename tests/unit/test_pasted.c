/* Links and senders as people paste them. */
#include "pasted.h"

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
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_long_link),
	    cmocka_unit_test(test_senders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
