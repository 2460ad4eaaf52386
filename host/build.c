#include "build.h"

void build_set(struct build *build, json_t *object, const char *name, json_t *value)
{
	if (json_object_set_new(object, name, value) < 0)
		build->failed = true;
}

void build_append(struct build *build, json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) < 0)
		build->failed = true;
}

json_t *build_text(struct span text)
{
	return json_stringn(text.ptr ? text.ptr : "", text.len);
}

json_t *build_end(const struct build *build, json_t *value)
{
	if (!build->failed)
		return value;
	json_decref(value);
	return NULL;
}
