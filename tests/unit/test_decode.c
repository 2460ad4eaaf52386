/* Members of JSON objects: absent, of the right type, of every other type, at the edge of a range. */
#include "arena_fixture.h"
#include "decode.h"

#include "limits.h"

#include <stddef.h>
#include <stdio.h>

/* One of each type. */
static const char *const values[] = {"null", "true", "false", "0", "1.0", "\"\"", "[]", "{}"};
enum { AN_NULL, A_TRUE, A_FALSE, A_NUMBER, A_REAL, A_STRING, AN_ARRAY, AN_OBJECT, VALUES };

/* {"m":VALUE}; {} without one. */
static json_t *object_with(const char *value)
{
	char text[128];
	json_t *object;

	(void)snprintf(text, sizeof(text), value ? "{\"m\":%s}" : "{}", value);
	object = json_loads(text, JSON_ALLOW_NUL, NULL);
	assert_non_null(object);
	return object;
}

static bool as_string(const json_t *object, struct fault *fault)
{
	struct span out;

	return decode_string(object, "m", &out, fault);
}

static bool as_string_or_null(const json_t *object, struct fault *fault)
{
	struct span out;

	return decode_string_or_null(object, "m", &out, fault);
}

static bool as_bool(const json_t *object, struct fault *fault)
{
	bool out;

	return decode_bool(object, "m", &out, fault);
}

static bool as_count(const json_t *object, struct fault *fault)
{
	size_t out;

	return decode_count(object, "m", &out, fault);
}

static bool as_object(const json_t *object, struct fault *fault)
{
	const json_t *out;

	return decode_object(object, "m", &out, fault);
}

static bool as_array(const json_t *object, struct fault *fault)
{
	const json_t *out;

	return decode_array(object, "m", &out, fault);
}

static bool as_strings(const json_t *object, struct fault *fault)
{
	const struct span *out;
	size_t count;

	return decode_strings(object, "m", arena, &out, &count, fault);
}

#define A(type) (1u << (type))

static const struct {
	bool (*decode)(const json_t *object, struct fault *fault);
	unsigned takes;
	const char *complaint;
} decoders[] = {
    {as_string, A(A_STRING), "m: not a string"},
    {as_string_or_null, A(A_STRING) | A(AN_NULL), "m: not a string"},
    {as_bool, A(A_TRUE) | A(A_FALSE), "m: neither true nor false"},
    {as_count, A(A_NUMBER), "m: not an integer from 0 to 2^53-1"},
    {as_object, A(AN_OBJECT), "m: not an object"},
    {as_array, A(AN_ARRAY), "m: not an array"},
    {as_strings, A(AN_ARRAY), "m: not an array"},
};

static void test_each_decoder_on_each_type(void **state)
{
	(void)state;
	for (size_t d = 0; d < sizeof(decoders) / sizeof(decoders[0]); d++)
		for (int type = 0; type < VALUES; type++) {
			json_t *object = object_with(values[type]);
			struct fault fault = {0};
			char text[260];
			bool taken = decoders[d].decode(object, &fault);

			if (taken != ((decoders[d].takes & A(type)) != 0))
				fail_msg("%s %s by decoder %zu", values[type],
					 taken ? "taken" : "refused", d);
			fault_text(&fault, text);
			assert_string_equal(text, taken ? "" : decoders[d].complaint);
			assert_int_equal(fault.code, taken ? FAULT_NONE : FAULT_INVALID_REQUEST);
			json_decref(object);
		}
}

static void test_what_is_absent_is_left_alone(void **state)
{
	json_t *object = object_with(NULL);
	const struct span *list = (const struct span[]){SPAN("old")};
	const json_t *tree = object;
	struct span text = SPAN("old");
	struct fault fault = {0};
	size_t number = 7;
	bool flag = true;

	(void)state;
	assert_true(decode_string(object, "m", &text, &fault));
	assert_true(decode_string_or_null(object, "m", &text, &fault));
	assert_true(decode_bool(object, "m", &flag, &fault));
	assert_true(decode_count(object, "m", &number, &fault));
	assert_true(span_equal(text, SPAN("old")) && flag && number == 7);
	assert_true(decode_object(object, "m", &tree, &fault));
	assert_null(tree);
	tree = object;
	assert_true(decode_array(object, "m", &tree, &fault));
	assert_null(tree);
	assert_true(decode_strings(object, "m", arena, &list, &number, &fault));
	assert_true(list == NULL && number == 0);
	assert_int_equal(fault.code, FAULT_NONE);
	json_decref(object);
}

static void test_a_null_leaves_the_text_alone(void **state)
{
	json_t *object = object_with("null");
	struct span text = SPAN("old");
	struct fault fault;

	(void)state;
	assert_true(decode_string_or_null(object, "m", &text, &fault));
	assert_true(span_equal(text, SPAN("old")));
	json_decref(object);
}

static void test_values(void **state)
{
	json_t *object = object_with("\"\\u0000\\u3042b\"");
	struct fault fault;
	struct span text;
	bool flag;

	(void)state;
	assert_true(decode_string(object, "m", &text, &fault));
	assert_true(span_equal(text, (struct span){"\0あb", 5}));
	assert_true(span_equal(text, decode_span(json_object_get(object, "m"))));
	json_decref(object);
	for (int type = A_TRUE; type <= A_FALSE; type++) {
		object = object_with(values[type]);
		flag = type == A_FALSE;
		assert_true(decode_bool(object, "m", &flag, &fault));
		assert_int_equal(flag, type == A_TRUE);
		json_decref(object);
	}
	assert_true(span_equal(decode_span(NULL), SPAN("")));
}

static void test_range_of_a_count(void **state)
{
	static const struct {
		const char *value;
		bool sound;
		size_t want;
	} cases[] = {
	    {"0", true, 0},
	    {"9007199254740991", true, LIMIT_ID},
	    {"9007199254740992", false, 0},
	    {"9223372036854775807", false, 0},
	    {"-1", false, 0},
	    {"-9223372036854775808", false, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		json_t *object = object_with(cases[i].value);
		struct fault fault;
		size_t got = 0;

		assert_int_equal(decode_count(object, "m", &got, &fault), cases[i].sound);
		assert_int_equal(got, cases[i].want);
		json_decref(object);
	}
}

static void test_strings(void **state)
{
	json_t *object = object_with("[\"a\",\"\",\"あ\"]");
	const struct span *list;
	struct fault fault;
	size_t count;

	(void)state;
	assert_true(decode_strings(object, "m", arena, &list, &count, &fault));
	assert_int_equal(count, 3);
	assert_true(span_equal(list[0], SPAN("a")) && span_equal(list[1], SPAN("")) &&
		    span_equal(list[2], SPAN("あ")));
	/* Without an arena only the types are looked at. */
	assert_true(decode_strings(object, "m", NULL, &list, &count, &fault));
	assert_true(list == NULL && count == 0);
	json_decref(object);
}

static void test_the_item_of_another_type_is_named(void **state)
{
	json_t *object = object_with("[\"a\",\"b\",null,1]");
	const struct span *list;
	struct fault fault;
	char text[260];
	size_t count;

	(void)state;
	for (int with_arena = 0; with_arena < 2; with_arena++) {
		assert_false(
		    decode_strings(object, "m", with_arena ? arena : NULL, &list, &count, &fault));
		fault_text(&fault, text);
		assert_string_equal(text, "m[2]: not a string");
		assert_true(list == NULL && count == 0);
	}
	json_decref(object);
}

static void test_an_arena_that_gives_out(void **state)
{
	struct arena *small = arena_new(64);
	json_t *object = object_with("[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\"]");
	const struct span *list;
	struct fault fault;
	size_t count = 1;

	(void)state;
	while (!arena_failed(small))
		(void)arena_alloc(small, 64);
	assert_true(decode_strings(object, "m", small, &list, &count, &fault));
	assert_true(list == NULL && count == 0);
	json_decref(object);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_decoder_on_each_type),
	    cmocka_unit_test(test_what_is_absent_is_left_alone),
	    cmocka_unit_test(test_a_null_leaves_the_text_alone),
	    cmocka_unit_test(test_values),
	    cmocka_unit_test(test_range_of_a_count),
	    cmocka_unit_test(test_strings),
	    cmocka_unit_test(test_the_item_of_another_type_is_named),
	    cmocka_unit_test(test_an_arena_that_gives_out),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
