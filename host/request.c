#include "request.h"

#include "decode.h"
#include "json_scan.h"
#include "limits.h"
#include "request_check.h"

static json_t *parse_json(struct span body, struct fault *fault)
{
	/* A NUL inside a value is data like any other; inside a name jansson refuses it. */
	const size_t flags = JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY;
	json_error_t error;
	json_t *root;

	if (body.len == 0) {
		fault_set(fault, FAULT_INVALID_JSON, "an empty message");
		return NULL;
	}
	if (!json_scan(body, fault))
		return NULL;
	root = json_loadb(body.ptr, body.len, flags, &error);
	if (root)
		return root;
	switch (json_error_code(&error)) {
	case json_error_numeric_overflow: /* JSON all the same */
		fault_set(fault, FAULT_INVALID_REQUEST, "holds a number out of range");
		break;
	case json_error_out_of_memory:
		fault_set(fault, FAULT_INTERNAL, "out of memory");
		break;
	case json_error_duplicate_key:
		fault_set(fault, FAULT_INVALID_JSON, "an object has two members of one name");
		break;
	case json_error_null_byte_in_key:
		fault_set(fault, FAULT_INVALID_JSON, "a NUL in a name");
		break;
	case json_error_invalid_utf8:
		fault_set(fault, FAULT_INVALID_JSON, "not UTF-8");
		break;
	default:
		fault_set(fault, FAULT_INVALID_JSON, "not one JSON text");
	}
	return NULL;
}

static bool read_id(struct request *request, struct fault *fault)
{
	const json_t *id = json_object_get(request->root, "id");

	if (!json_is_integer(id) || json_integer_value(id) < 0 ||
	    json_integer_value(id) > LIMIT_ID) {
		fault_set(fault, FAULT_INVALID_REQUEST,
			  id ? "not an integer from 0 to 2^53-1" : "missing");
		return fault_in(fault, "id");
	}
	request->id = json_integer_value(id);
	request->has_id = true;
	return true;
}

static bool read_client(const json_t *root, struct fault *fault)
{
	const json_t *client;
	struct span text;

	if (!decode_object(root, "client", &client, fault))
		return false;
	if (client && (!decode_string(client, "name", &text, fault) ||
		       !decode_string(client, "version", &text, fault)))
		return fault_in(fault, "client");
	return true;
}

static bool read_hello(struct request *request, struct arena *arena, struct fault *fault)
{
	const json_t *protocol = json_object_get(request->root, "protocol");
	const struct span *languages;
	size_t count;

	if (!json_is_integer(protocol) || json_integer_value(protocol) != PROTOCOL_VERSION) {
		fault_set(fault, FAULT_UNSUPPORTED_PROTOCOL, "not 1");
		return fault_in(fault, "protocol");
	}
	if (!read_client(request->root, fault) ||
	    !decode_strings(request->root, "languages", arena, &languages, &count, fault))
		return false;
	request->language = LANGUAGE_EN;
	for (size_t i = 0; i < count; i++)
		if (language_parse(languages[i], &request->language))
			break;
	return true;
}

static bool read_brands(struct request *request, struct arena *arena, struct fault *fault)
{
	(void)arena;
	return decode_count(request->root, "from", &request->from, fault);
}

static bool read_check(struct request *request, struct arena *arena, struct fault *fault)
{
	request->has_profile_id = json_object_get(request->root, "profile_id") != NULL;
	return decode_string(request->root, "profile_id", &request->profile_id, fault) &&
	       request_check(request->root, arena, &request->message, fault);
}

static const struct {
	struct span name;
	enum request_type type;
	bool (*read)(struct request *, struct arena *, struct fault *);
} types[] = {
    /* a profile is decoded where it is built */
    {{"hello", 5}, REQUEST_HELLO, read_hello},
    {{"profile", 7}, REQUEST_PROFILE, NULL},
    {{"brands", 6}, REQUEST_BRANDS, read_brands},
    {{"check", 5}, REQUEST_CHECK, read_check},
};

static bool read_members(struct request *request, struct arena *arena, struct fault *fault)
{
	struct span type = {0};

	if (!decode_string(request->root, "type", &type, fault))
		return false;
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (span_equal(type, types[i].name)) {
			request->type = types[i].type;
			return !types[i].read || types[i].read(request, arena, fault);
		}
	}
	if (json_object_get(request->root, "type"))
		fault_set(fault, FAULT_UNSUPPORTED_TYPE, "not hello, profile, brands or check");
	else
		fault_set(fault, FAULT_INVALID_REQUEST, "missing");
	return fault_in(fault, "type");
}

bool request_parse(struct request *request, struct arena *arena, struct span body,
		   struct fault *fault)
{
	*request = (struct request){0};
	*fault = (struct fault){0};
	request->root = parse_json(body, fault);
	if (!request->root)
		return false;
	if (!json_is_object(request->root))
		return fault_set(fault, FAULT_INVALID_REQUEST, "not an object");
	if (!read_id(request, fault) || !read_members(request, arena, fault))
		return false;
	if (arena_failed(arena))
		return fault_set(fault, FAULT_INTERNAL, "out of memory");
	return true;
}

void request_free(struct request *request)
{
	json_decref(request->root);
	request->root = NULL;
}
