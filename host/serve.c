#include "serve.h"

#include "frame.h"
#include "limits.h"
#include "log.h"
#include "session.h"
#include "start_pages.h"

#include <errno.h>
#include <stdlib.h>

enum step { GO_ON, STOP, FAIL };

static enum step send_reply(int out, struct span text)
{
	enum frame_sent sent = frame_write(out, text);

	if (sent == FRAME_CLOSED)
		return STOP;
	if (sent == FRAME_SENT)
		return GO_ON;
	log_line("cannot write a reply: %s", strerror(errno));
	return FAIL;
}

static enum step step(struct session *session, int in, int out, char *buffer)
{
	size_t len;

	switch (frame_read(in, buffer, LIMIT_MESSAGE_BYTES, &len)) {
	case FRAME_OK:
		return send_reply(out, session_answer(session, (struct span){buffer, len}));
	case FRAME_TOO_LARGE:
		return send_reply(out, session_refuse(session, FAULT_MESSAGE_TOO_LARGE,
						      "longer than 1048576 bytes"));
	case FRAME_END:
		return STOP;
	case FRAME_CUT:
		log_line("the input ended inside a message");
		return FAIL;
	case FRAME_ERROR:
		break;
	}
	log_line("cannot read a message: %s", strerror(errno));
	return FAIL;
}

int serve(struct session *session, int in, int out)
{
	char *buffer = malloc(LIMIT_MESSAGE_BYTES);
	enum step done = buffer ? GO_ON : FAIL;

	if (!buffer)
		log_line("out of memory");
	else
		done = step(session, in, out, buffer);
	start_pages_release(); /* now that the first answer has not had to wait for it */
	while (done == GO_ON)
		done = step(session, in, out, buffer);
	free(buffer);
	return done == STOP ? 0 : 1;
}
