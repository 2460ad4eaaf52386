/* Quotations: whole words, as they stand in the mail. */
#include "detect/quote.h"

#include "text/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(16 * 1024 * 1024);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* The quotation of the place where `part` stands in the folded `raw`. */
static void assert_quote(const char *raw, const char *part, const char *want)
{
	struct span folded = fold_body(arena, span_of(raw)), got;
	const char *at = memmem(folded.ptr, folded.len, part, strlen(part));

	if (!at)
		fail_msg("no %s in: %.*s", part, (int)folded.len, folded.ptr);
	got = quote_of(arena, span_of(raw), folded, (size_t)(at - folded.ptr),
		       (size_t)(at - folded.ptr) + strlen(part));
	if (!span_equal(got, span_of(want)))
		fail_msg("%.*s\n instead of %s", (int)got.len, got.ptr, want);
}

static void test_words_as_they_were_written(void **state)
{
	(void)state;
	assert_quote("Dear user, Your Account Has Been SUSPENDED.", "account has been suspend",
		     "Account Has Been SUSPENDED");
	assert_quote("Your  mailbox\r\n is\n\nFULL now", "mailbox\nis\nfull", "mailbox is FULL");
	assert_quote("Please VERIFY-now.", "verify", "VERIFY-now");
	assert_quote("Ｖｅｒｉｆｙ your account", "verify your", "Ｖｅｒｉｆｙ your");
	assert_quote("お客様のｱｶｳﾝﾄが停止されました", "アカウントが停止", "ｱｶｳﾝﾄが停止");
	assert_quote("セ キュリティの確認", "セキュリティ", "セ キュリティ");
}

static void test_the_ends_of_the_text(void **state)
{
	(void)state;
	assert_quote("verify", "verify", "verify");
	assert_quote("verif", "erif", "verif");
}

/* A place that was folded from two ends of a long mail, or spelt with tricks, is told folded. */
static void test_a_place_that_is_not_found(void **state)
{
	struct span folded = SPAN("your mailbox is full");
	struct span got = quote_of(arena, SPAN("something else"), folded, 5, 15);

	(void)state;
	assert_true(span_equal(got, SPAN("mailbox is")));
	got = quote_of(arena, SPAN(""), SPAN(""), 0, 0);
	assert_int_equal(got.len, 0);
}

static void test_no_memory(void **state)
{
	struct arena *small = arena_new(16);

	(void)state;
	(void)quote_of(small, SPAN("ＡＢＣ abc ＡＢＣ"), SPAN("abc abc abc"), 4, 11);
	(void)quote_of(small, SPAN("a long text with many words in it"),
		       SPAN("a long text with many words in it"), 0, 33);
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_words_as_they_were_written),
	    cmocka_unit_test(test_the_ends_of_the_text),
	    cmocka_unit_test(test_a_place_that_is_not_found),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
