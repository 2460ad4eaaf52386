/* What every reply of the program promises, whatever was asked. */
#ifndef TESTS_FUZZ_FUZZ_REPLY_H
#define TESTS_FUZZ_FUZZ_REPLY_H

#include "fuzz.h"

#include "limits.h"
#include "session.h"
#include "text/utf8.h"

/* No character that could reorder or hide what stands around it: those arrive escaped. */
static inline void check_harmless(struct span reply)
{
	while (reply.len > 0) {
		uint32_t point = utf8_next(&reply);

		CHECK(point >= 0x20 && !(point >= 0x7f && point < 0xa0));
		CHECK(!(point >= 0x202a && point <= 0x202e));
		CHECK(point != 0x200e && point != 0x200f && point != 0x061c);
		CHECK(point != 0x2028 && point != 0x2029 && point != 0xfeff);
	}
}

/* One JSON object of a known type that fits a frame, never about memory. True when it says that a
 * profile was taken. */
static inline bool check_reply(struct span reply)
{
	const char *type, *code;
	bool profile;
	json_t *root;

	CHECK(reply.len > 0 && reply.len <= LIMIT_MESSAGE_BYTES && utf8_check(reply) == reply.len);
	check_harmless(reply);
	root = json_loadb(reply.ptr, reply.len, JSON_REJECT_DUPLICATES, NULL);
	CHECK(root);
	type = json_string_value(json_object_get(root, "type"));
	CHECK(type && json_object_get(root, "id"));
	if (strcmp(type, "error") == 0) {
		code = json_string_value(json_object_get(root, "code"));
		CHECK(code && strcmp(code, "internal") != 0);
	}
	profile = strcmp(type, "profile") == 0;
	json_decref(root);
	return profile;
}

#endif
