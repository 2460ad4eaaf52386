#include "request_check.h"

#include "decode.h"
#include "limits.h"

static bool read_sender(const json_t *root, struct message *message, struct fault *fault)
{
	const json_t *sender;

	if (!decode_object(root, "sender", &sender, fault))
		return false;
	message->has_sender = sender != NULL;
	if (sender && (!decode_string(sender, "name", &message->sender_name, fault) ||
		       !decode_string(sender, "address", &message->sender_address, fault)))
		return fault_in(fault, "sender");
	return true;
}

static bool read_result(const json_t *auth, enum auth_result *out, struct fault *fault)
{
	static const struct {
		struct span word;
		enum auth_result result;
	} results[] = {
	    {{"pass", 4}, AUTH_PASS},
	    {{"fail", 4}, AUTH_FAIL},
	    {{"none", 4}, AUTH_NONE},
	};
	struct span word = {0};

	if (!json_object_get(auth, "result"))
		return true;
	if (!decode_string(auth, "result", &word, fault))
		return false;
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++) {
		if (span_equal(word, results[i].word)) {
			*out = results[i].result;
			return true;
		}
	}
	fault_set(fault, FAULT_INVALID_REQUEST, "not pass, fail or none");
	return fault_in(fault, "result");
}

static bool read_auth(const json_t *root, struct arena *arena, struct message_auth *out,
		      struct fault *fault)
{
	const json_t *auth;

	if (!decode_object(root, "auth", &auth, fault))
		return false;
	if (!auth)
		return true;
	out->shown = true;
	if (!read_result(auth, &out->result, fault) ||
	    !decode_string_or_null(auth, "mailed_by", &out->mailed_by, fault) ||
	    !decode_strings(auth, "signed_by", arena, &out->signed_by, &out->signed_by_count,
			    fault) ||
	    !decode_string_or_null(auth, "via", &out->via, fault) ||
	    !decode_bool(auth, "warned", &out->warned, fault))
		return fault_in(fault, "auth");
	return true;
}

static bool read_link(const json_t *item, struct message_link *link, struct fault *fault)
{
	if (!json_is_object(item))
		return fault_set(fault, FAULT_INVALID_REQUEST, "not an object");
	return decode_string(item, "url", &link->url, fault) &&
	       decode_string(item, "raw", &link->raw, fault) &&
	       decode_string(item, "text", &link->text, fault);
}

static bool read_links(const json_t *root, struct arena *arena, struct message *message,
		       struct fault *fault)
{
	const json_t *array;

	if (!decode_array(root, "links", &array, fault))
		return false;
	size_t sent = json_array_size(array);
	size_t count = sent < LIMIT_LINKS ? sent : LIMIT_LINKS;
	struct message_link *links = count ? arena_array(arena, count, sizeof(*links)) : NULL;

	if (!links)
		return true;
	for (size_t i = 0; i < count; i++)
		if (!read_link(json_array_get(array, i), &links[i], fault))
			return fault_in_item(fault, "links", i);
	message->links = links;
	message->link_count = count;
	message->links_unjudged = sent - count;
	return true;
}

bool request_check(const json_t *root, struct arena *arena, struct message *message,
		   struct fault *fault)
{
	return read_sender(root, message, fault) &&
	       decode_strings(root, "reply_to", arena, &message->reply_to, &message->reply_to_count,
			      fault) &&
	       decode_strings(root, "recipients", arena, &message->recipients,
			      &message->recipient_count, fault) &&
	       decode_string(root, "subject", &message->subject, fault) &&
	       decode_string(root, "text", &message->text, fault) &&
	       decode_bool(root, "cut", &message->cut, fault) &&
	       read_auth(root, arena, &message->auth, fault) &&
	       read_links(root, arena, message, fault);
}
