#include "decode.h"

#include "limits.h"

struct span decode_span(const json_t *string)
{
	return (struct span){json_string_value(string), json_string_length(string)};
}

static bool wrong(struct fault *fault, const char *name, const char *what)
{
	fault_set(fault, FAULT_INVALID_REQUEST, what);
	return fault_in(fault, name);
}

bool decode_string(const json_t *object, const char *name, struct span *out, struct fault *fault)
{
	const json_t *value = json_object_get(object, name);

	if (!value)
		return true;
	if (!json_is_string(value))
		return wrong(fault, name, "not a string");
	*out = decode_span(value);
	return true;
}

bool decode_string_or_null(const json_t *object, const char *name, struct span *out,
			   struct fault *fault)
{
	if (json_is_null(json_object_get(object, name)))
		return true;
	return decode_string(object, name, out, fault);
}

bool decode_bool(const json_t *object, const char *name, bool *out, struct fault *fault)
{
	const json_t *value = json_object_get(object, name);

	if (!value)
		return true;
	if (!json_is_boolean(value))
		return wrong(fault, name, "neither true nor false");
	*out = json_is_true(value);
	return true;
}

bool decode_count(const json_t *object, const char *name, size_t *out, struct fault *fault)
{
	const json_t *value = json_object_get(object, name);

	if (!value)
		return true;
	if (!json_is_integer(value) || json_integer_value(value) < 0 ||
	    json_integer_value(value) > LIMIT_ID)
		return wrong(fault, name, "not an integer from 0 to 2^53-1");
	*out = (size_t)json_integer_value(value);
	return true;
}

bool decode_object(const json_t *object, const char *name, const json_t **out, struct fault *fault)
{
	*out = json_object_get(object, name);
	if (*out && !json_is_object(*out))
		return wrong(fault, name, "not an object");
	return true;
}

bool decode_array(const json_t *object, const char *name, const json_t **out, struct fault *fault)
{
	*out = json_object_get(object, name);
	if (*out && !json_is_array(*out))
		return wrong(fault, name, "not an array");
	return true;
}

bool decode_strings(const json_t *object, const char *name, struct arena *arena,
		    const struct span **out, size_t *count, struct fault *fault)
{
	const json_t *array;

	*out = NULL;
	*count = 0;
	if (!decode_array(object, name, &array, fault))
		return false;
	size_t n = json_array_size(array);
	struct span *list = arena && n ? arena_array(arena, n, sizeof(*list)) : NULL;

	for (size_t i = 0; i < n; i++) {
		const json_t *item = json_array_get(array, i);

		if (!json_is_string(item)) {
			fault_set(fault, FAULT_INVALID_REQUEST, "not a string");
			return fault_in_item(fault, name, i);
		}
		if (list)
			list[i] = decode_span(item);
	}
	*out = list;
	*count = list ? n : 0;
	return true;
}
