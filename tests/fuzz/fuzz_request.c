/* Requests as they arrive, one a line, in one conversation. */
#include "fuzz_reply.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct session *session;
	struct span text = fuzz_text(data, size);
	char problem[160];
	bool profile = false;

	if (!session)
		session = session_open(NULL, problem);
	CHECK(session);
	for (struct span rest = text; rest.len > 0;)
		profile |= check_reply(session_answer(session, fuzz_part(&rest, '\n')));
	session_speak(session, LANGUAGE_EN);
	if (profile) /* the next input must not see this one's */
		session_close(&session);
	fuzz_text_free(text);
	return 0;
}
