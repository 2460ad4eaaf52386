#include "response.h"

#include "build.h"
#include "limits.h"
#include "text/hostname.h"
#include "text/unicode.h"

#include <stdio.h>

static json_t *reply_of(struct build *b, int64_t id, const char *type)
{
	json_t *reply = json_object();

	build_set(b, reply, "id", json_integer(id));
	build_set(b, reply, "type", json_string(type));
	return reply;
}

json_t *response_hello(int64_t id, const struct index_facts *facts, enum language language)
{
	struct build b = {0};
	json_t *reply = reply_of(&b, id, "hello"), *catalogue = json_object();

	build_set(&b, catalogue, "version", build_text(facts->version));
	build_set(&b, catalogue, "brands", json_integer((json_int_t)facts->brands));
	build_set(&b, catalogue, "domains", json_integer((json_int_t)facts->domains));
	build_set(&b, reply, "protocol", json_integer(PROTOCOL_VERSION));
	build_set(&b, reply, "host",
		  json_pack("{ss ss}", "name", "honmono", "version", HONMONO_VERSION));
	build_set(&b, reply, "catalogue", catalogue);
	build_set(&b, reply, "unicode", json_string(UNICODE_VERSION));
	build_set(&b, reply, "psl", json_string(hostname_psl_date()));
	build_set(&b, reply, "limits",
		  json_pack("{si si}", "message_bytes", LIMIT_MESSAGE_BYTES, "links", LIMIT_LINKS));
	build_set(&b, reply, "language", json_string(language_name(language)));
	return build_end(&b, reply);
}

json_t *response_profile(int64_t id, const char *profile_id, json_t *problems)
{
	struct build b = {0};
	json_t *reply = reply_of(&b, id, "profile");

	build_set(&b, reply, "profile_id", json_string(profile_id));
	build_set(&b, reply, "problems", problems);
	return build_end(&b, reply);
}

json_t *response_error(bool has_id, int64_t id, const struct fault *fault)
{
	struct build b = {0};
	json_t *reply = json_object();
	char detail[260];

	fault_text(fault, detail);
	build_set(&b, reply, "id", has_id ? json_integer(id) : json_null());
	build_set(&b, reply, "type", json_string("error"));
	build_set(&b, reply, "code", json_string(fault_name(fault->code)));
	build_set(&b, reply, "detail", json_string(detail));
	if (fault->code == FAULT_UNSUPPORTED_PROTOCOL)
		build_set(&b, reply, "protocols", json_pack("[i]", PROTOCOL_VERSION));
	return build_end(&b, reply);
}
