/* JSON written as a stream: commas by themselves, every byte of a text as a JSON library would write it. */
#include "arena_fixture.h"
#include "json_out.h"

#include <jansson.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct json_out begun(void)
{
	return (struct json_out){.text = {.arena = arena}};
}

static void assert_written(struct json_out *out, const char *want)
{
	struct span got = builder_span(&out->text);

	if (!span_equal(got, span_of(want)))
		fail_msg("%.*s\n instead of %s", (int)got.len, got.ptr, want);
	arena_reset(arena);
}

static void test_commas(void **state)
{
	struct json_out out = begun();

	(void)state;
	json_out_open(&out, '{');
	json_out_name(&out, SPAN("empty"));
	json_out_open(&out, '[');
	json_out_close(&out, ']');
	json_out_name(&out, SPAN("list"));
	json_out_open(&out, '[');
	json_out_number(&out, 1);
	json_out_open(&out, '{');
	json_out_close(&out, '}');
	json_out_open(&out, '[');
	json_out_null(&out);
	json_out_bool(&out, true);
	json_out_bool(&out, false);
	json_out_close(&out, ']');
	json_out_text(&out, SPAN("[,"));
	json_out_text(&out, SPAN(""));
	json_out_number(&out, -2);
	json_out_close(&out, ']');
	json_out_name(&out, SPAN("none"));
	json_out_text_or_null(&out, SPAN(""));
	json_out_name(&out, SPAN("some"));
	json_out_text_or_null(&out, SPAN("x"));
	json_out_close(&out, '}');
	assert_written(&out, "{\"empty\":[],\"list\":[1,{},[null,true,false],\"[,\",\"\",-2],"
			     "\"none\":null,\"some\":\"x\"}");
}

static void test_numbers(void **state)
{
	static const struct {
		int64_t number;
		const char *want;
	} cases[] = {
	    {0, "0"},
	    {9, "9"},
	    {10, "10"},
	    {-1, "-1"},
	    {INT64_MAX, "9223372036854775807"},
	    {INT64_MIN, "-9223372036854775808"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct json_out out = begun();

		json_out_number(&out, cases[i].number);
		assert_written(&out, cases[i].want);
	}
}

/* Each character before, behind and between others: as jansson writes it. */
static void test_every_character(void **state)
{
	(void)state;
	for (int c = 0; c < 0x100; c++) {
		char text[8] = {'a', (char)c, 'b', (char)c, (char)c};
		size_t len = 5;
		json_t *value;
		char *want;

		if (c >= 0x80) { /* the two bytes of U+0080 to U+00FF */
			char wide[] = {(char)(0xc0 | c >> 6), (char)(0x80 | (c & 0x3f))};

			memcpy(text + 1, wide, 2);
			memcpy(text + 3, wide, 2);
		}
		value = json_stringn(text, len);
		want = json_dumps(value, JSON_ENCODE_ANY);
		assert_non_null(want);
		struct json_out out = begun();

		json_out_text(&out, (struct span){text, len});
		assert_written(&out, want);
		free(want);
		json_decref(value);
	}
}

static void test_texts_of_all_lengths(void **state)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	char want[64];

	(void)state;
	for (size_t len = 0; len < sizeof(letters); len++)
		for (size_t quote = 0; quote <= len; quote++) {
			char text[40];
			struct json_out out = begun();

			memcpy(text, letters, len);
			if (quote < len)
				text[quote] = '"';
			json_out_text(&out, (struct span){text, len});
			(void)snprintf(want, sizeof(want), "\"%.*s%s%.*s\"", (int)quote, letters,
				       quote < len ? "\\\"" : "",
				       quote < len ? (int)(len - quote - 1) : 0,
				       letters + quote + (quote < len));
			assert_written(&out, want);
		}
}

static void test_no_memory(void **state)
{
	struct arena *small = arena_new(64);
	struct json_out out = {.text = {.arena = small}};

	(void)state;
	for (int i = 0; i < 1000; i++)
		json_out_text(&out, SPAN("a text that is longer than what is there"));
	assert_true(arena_failed(small));
	assert_int_equal(builder_span(&out.text).len, 0);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_commas),	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_every_character), cmocka_unit_test(test_texts_of_all_lengths),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
