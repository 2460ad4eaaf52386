/* Why a request is not answered with what it asks for: an error code of PROTOCOL.md and its place.
 */
#ifndef FAULT_H
#define FAULT_H

#include <stdbool.h>
#include <stddef.h>

enum fault_code {
	FAULT_NONE,
	FAULT_INVALID_JSON,
	FAULT_INVALID_REQUEST,
	FAULT_MESSAGE_TOO_LARGE,
	FAULT_UNSUPPORTED_TYPE,
	FAULT_UNSUPPORTED_PROTOCOL,
	FAULT_PROFILE_UNKNOWN,
	FAULT_INTERNAL,
	FAULT_CODES,
};

/* The word for a code in the protocol, "invalid-json" … */
const char *fault_name(enum fault_code code);

struct fault {
	enum fault_code code;
	char path[128]; /* the member, "links[3].url"; empty when it is the message as a whole */
	char what[128]; /* "not a string": written by us, holds nothing of the request */
};

/* Sets code and text (both literals, so that no words of a mail get in) and clears the path;
 * returns false, so that a decoder can `return fault_set(…)`. */
bool fault_set(struct fault *fault, enum fault_code code, const char *what);

/* Puts a member's name, or name[index], in front of the path; returns false. A decoder calls it on
 * the way out, so that the place is only spelled when something is wrong. */
bool fault_in(struct fault *fault, const char *member);
bool fault_in_item(struct fault *fault, const char *member, size_t index);

/* "links[3].url: not a string". */
void fault_text(const struct fault *fault, char text[static 260]);

#endif
