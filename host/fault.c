#include "fault.h"

#include <stdio.h>
#include <string.h>

const char *fault_name(enum fault_code code)
{
	static const char *const names[FAULT_CODES] = {
	    [FAULT_NONE] = "none",
	    [FAULT_INVALID_JSON] = "invalid-json",
	    [FAULT_INVALID_REQUEST] = "invalid-request",
	    [FAULT_MESSAGE_TOO_LARGE] = "message-too-large",
	    [FAULT_UNSUPPORTED_TYPE] = "unsupported-type",
	    [FAULT_UNSUPPORTED_PROTOCOL] = "unsupported-protocol",
	    [FAULT_PROFILE_UNKNOWN] = "profile-unknown",
	    [FAULT_INTERNAL] = "internal",
	};

	return names[code];
}

bool fault_set(struct fault *fault, enum fault_code code, const char *what)
{
	fault->code = code;
	fault->path[0] = '\0';
	(void)snprintf(fault->what, sizeof(fault->what), "%s", what);
	return false;
}

static bool put_before(struct fault *fault, const char *step)
{
	char path[sizeof(fault->path)];
	bool joined = fault->path[0] && fault->path[0] != '[';

	if (snprintf(path, sizeof(path), "%s%s%s", step, joined ? "." : "", fault->path) >= 0)
		memcpy(fault->path, path, sizeof(path));
	return false;
}

bool fault_in(struct fault *fault, const char *member)
{
	return put_before(fault, member);
}

bool fault_in_item(struct fault *fault, const char *member, size_t index)
{
	char step[64];

	(void)snprintf(step, sizeof(step), "%s[%zu]", member, index);
	return put_before(fault, step);
}

void fault_text(const struct fault *fault, char text[static 260])
{
	(void)snprintf(text, 260, "%s%s%s", fault->path, fault->path[0] ? ": " : "", fault->what);
}
