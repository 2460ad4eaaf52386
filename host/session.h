/*
 * The conversation of PROTOCOL.md without its transport: the catalogue, what the user has told on
 * this connection, and the answer to each request. Opening it does all that needs files or a random
 * seed, so that nothing is left to open once a request is read.
 */
#ifndef SESSION_H
#define SESSION_H

#include "catalogue_files.h"
#include "detect/verdict.h"
#include "fault.h"
#include "language.h"

#include <jansson.h>

struct session;

/* Opens the built-in catalogue with `files` beside it (which outlive the session; NULL for none) and
 * readies their wordings; NULL with a one-line reason. */
struct session *session_open(const struct catalogue_files *files, char problem[static 160]);
void session_close(struct session **session);

/* The language of warnings until a hello chooses one; English at first. */
void session_speak(struct session *session, enum language language);

/* Answers one request: the reply's text, never empty, valid until the next call. */
struct span session_answer(struct session *session, struct span body);

/* The reply to a request that could not be read: message-too-large. */
struct span session_refuse(struct session *session, enum fault_code code, const char *what);

/* ---- for the command line, which has no requests ---- */

/* Takes a profile in the shape of a `profile` request. *problems: what was not taken, a new array.
 */
bool session_take_profile(struct session *session, const json_t *profile, json_t **problems,
			  struct fault *fault);

/* Judges a message; *verdict lives until the next call. False when memory gives out. */
bool session_judge(struct session *session, const struct message *message, struct verdict *verdict);

/* What a verdict's words are made with. */
const struct catalogue *session_catalogue(const struct session *session);
struct arena *session_arena(struct session *session);
enum language session_language(const struct session *session);

#endif
