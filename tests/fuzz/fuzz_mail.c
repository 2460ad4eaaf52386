/*
 * Whole mails, without the JSON that would keep most mutations from the judge: lines of name,
 * address, reply-to, recipient, signer, subject; then links, one a line as URL, tab, text, up to an
 * empty line; then the text. Bytes 1F and 1E at the end double the text and the links, so that a short input is a long mail.
 */
#include "fuzz_reply.h"
#include "json_memory.h"

static json_t *string(struct span text)
{
	return json_stringn(text.ptr ? text.ptr : "", text.len);
}

static json_t *list(struct span line)
{
	json_t *array = json_array();

	while (line.len > 0)
		json_array_append_new(array, string(fuzz_part(&line, ',')));
	return array;
}

static json_t *links(struct span *rest)
{
	json_t *array = json_array();
	struct span line;

	while ((line = fuzz_part(rest, '\n')).len > 0) {
		struct span url = fuzz_part(&line, '\t');

		json_array_append_new(
		    array, json_pack("{so so}", "url", string(url), "text", string(line)));
	}
	return array;
}

#define LONGEST (256U << 10)
#define LINKS 2100

static unsigned take_doublings(struct span *rest, char byte)
{
	unsigned count = 0;

	for (; rest->len && rest->ptr[rest->len - 1] == byte; count++)
		rest->len--;
	return count;
}

static json_t *doubled_text(struct span text, unsigned times)
{
	char *long_text = malloc(LONGEST + 1);
	json_t *made;
	size_t len = text.len;

	if (!times || len > LONGEST / 2 || !long_text) {
		free(long_text);
		return string(text);
	}
	memcpy(long_text, text.ptr, len);
	for (; times-- && len <= LONGEST / 2; len *= 2)
		memcpy(long_text + len, long_text, len);
	made = json_stringn(long_text, len);
	free(long_text);
	return made;
}

static json_t *doubled_links(json_t *array, unsigned times)
{
	for (size_t count; times-- && (count = json_array_size(array)) <= LINKS / 2;)
		for (size_t i = 0; i < count; i++)
			json_array_append(array, json_array_get(array, i));
	return array;
}

static json_t *mail(struct span rest)
{
	json_t *request = json_object(), *from = json_object(), *auth = json_object();
	unsigned text_times = take_doublings(&rest, 0x1f), link_times = take_doublings(&rest, 0x1e);

	json_object_set_new(from, "name", string(fuzz_part(&rest, '\n')));
	json_object_set_new(from, "address", string(fuzz_part(&rest, '\n')));
	json_object_set_new(request, "reply_to", list(fuzz_part(&rest, '\n')));
	json_object_set_new(request, "recipients", list(fuzz_part(&rest, '\n')));
	json_object_set_new(auth, "signed_by", list(fuzz_part(&rest, '\n')));
	json_object_set_new(request, "auth", auth);
	json_object_set_new(request, "subject", string(fuzz_part(&rest, '\n')));
	json_object_set_new(request, "links", doubled_links(links(&rest), link_times));
	json_object_set_new(request, "text", doubled_text(rest, text_times));
	json_object_set_new(request, "sender", from);
	json_object_set_new(request, "id", json_integer(1));
	json_object_set_new(request, "type", json_string("check"));
	return request;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char hello[] = "{\"id\":0,\"type\":\"hello\",\"protocol\":1,\"languages\":"
				    "[\"ja\"]}";
	static struct session *session;
	char problem[160], *made, *text;
	json_t *request;

	if (!session) {
		session = session_open(NULL, problem);
		CHECK(session);
		check_reply(session_answer(session, span_of(hello)));
	}
	if (utf8_check((struct span){(const char *)data, size}) != size)
		return -1;
	request = mail((struct span){(const char *)data, size});
	made = json_dumps(request, JSON_COMPACT);
	json_decref(request);
	CHECK(made);
	text = strdup(made); /* what jansson made is gone with the next request */
	json_memory_free(made);
	CHECK(text);
	check_reply(session_answer(session, span_of(text)));
	free(text);
	return 0;
}
