/* Requests as they arrive, one a line, in one conversation. */
#include "fuzz_reply.h"

/* Pages of brands, the same but for their ids in thousands of inputs: each is read once. */
static bool page_known(struct span reply)
{
	static char *known[512];
	static size_t sizes[512];
	size_t begin = span_find(reply, ','), place = reply.len % 512;
	struct span page = span_slice(reply, begin == SPAN_NONE ? 0 : begin, reply.len);

	if (!span_starts(page, SPAN(",\"type\":\"brands\",")))
		return false;
	if (known[place] && sizes[place] == page.len &&
	    memcmp(known[place], page.ptr, page.len) == 0)
		return true;
	free(known[place]);
	known[place] = malloc(page.len);
	CHECK(known[place]);
	memcpy(known[place], page.ptr, page.len);
	sizes[place] = page.len;
	return false;
}

/* True when a profile was taken. */
static bool ask(struct session *session, struct span request)
{
	struct span reply = session_answer(session, request);

	return !page_known(reply) && check_reply(reply);
}

/* What the user had told is told again, as nothing: quicker than a new conversation. */
static void forget(struct session *session)
{
	CHECK(ask(session, SPAN("{\"id\":0,\"type\":\"profile\"}")));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct session *session;
	struct span text = fuzz_text(data, size);
	char problem[160];
	bool profile = false;

	if (!session) {
		session = session_open(NULL, problem);
		CHECK(session);
		forget(session);
	}
	for (struct span rest = text; rest.len > 0;)
		profile |= ask(session, fuzz_part(&rest, '\n'));
	session_speak(session, LANGUAGE_EN);
	if (profile) /* the next input must not see this one's */
		forget(session);
	fuzz_text_free(text);
	return 0;
}
