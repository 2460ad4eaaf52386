/*
 * JSON text written as a stream: what a reply of many values costs is its bytes. Commas come by
 * themselves. Texts are valid UTF-8 (harmless.h, catalogue); the text grows in an arena, whose failure
 * is asked for once at the end.
 */
#ifndef JSON_OUT_H
#define JSON_OUT_H

#include "text/arena.h"

/* Zero-initialise but for text.arena. */
struct json_out {
	struct builder text;
};

/* `bracket`: { or [ and } or ]. */
void json_out_open(struct json_out *out, char bracket);
void json_out_close(struct json_out *out, char bracket);

/* The name of the member that comes next; plain ASCII. */
void json_out_name(struct json_out *out, struct span name);

void json_out_text(struct json_out *out, struct span text);
void json_out_text_or_null(struct json_out *out, struct span text); /* null for an empty one */
void json_out_number(struct json_out *out, int64_t number);
void json_out_bool(struct json_out *out, bool value);
void json_out_null(struct json_out *out);

#endif
