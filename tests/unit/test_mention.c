/* Wordings in quotation marks that are talked about, and those that are said. */
#include "detect/mention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* The wording is "is full" or 上限. */
static bool mentioned(const char *text)
{
	const char *at = strstr(text, "is full"), *end = at ? at + strlen("is full") : NULL;

	if (!at) {
		at = strstr(text, "上限");
		assert_non_null(at);
		end = at + strlen("上限");
	}
	return mention_at(span_of(text), (size_t)(at - text), (size_t)(end - text));
}

static void what_is_talked_about(void **state)
{
	static const char *const TEXTS[] = {
	    "「メールボックスの容量が上限に達しました」という件名の不審なメール",
	    "件名「容量が上限に達しました」のメールにご注意ください",
	    "件名:『容量が上限です』",
	    "本学を名乗り「容量が上限に達した」などと称するメール",
	    "mails saying \"your mailbox is full\" are not ours",
	    "the subject “your mailbox is full” is used",
	    "titled \"storage is full\n\"",
	    "betreff: hallo. betreff „your mailbox is full“",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++)
		if (!mentioned(TEXTS[i]))
			fail_msg("said: %s", TEXTS[i]);
}

static void what_is_said(void **state)
{
	static const char *const TEXTS[] = {
	    "your mailbox is full",
	    "is full",
	    "\"your mailbox is full\"",
	    "your mailbox \"is full\". saying goodbye",
	    "we are saying your mailbox is full",
	    "saying \"hello\" your mailbox is full \"now\"",
	    "「容量が上限に達しました」をクリックしてください",
	    "「お知らせ」容量が上限に達しました「確認」という",
	    "容量が上限に達しました」という",
	    "件名「容量が上限に達しました",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++)
		if (mentioned(TEXTS[i]))
			fail_msg("mentioned: %s", TEXTS[i]);
}

/* A mark that is too far away quotes something else. */
static void marks_far_away(void **state)
{
	char text[1024] = "saying \"";

	(void)state;
	memset(text + 8, 'a', 300);
	strcpy(text + 308, " is full\"");
	assert_false(mentioned(text));
	strcpy(text + 100, " is full\"");
	assert_true(mentioned(text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_talked_about),
	    cmocka_unit_test(what_is_said),
	    cmocka_unit_test(marks_far_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
