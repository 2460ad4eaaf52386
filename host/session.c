#include "session.h"

#include "embedded/embedded.h"
#include "json_memory.h"
#include "limits.h"
#include "profile.h"
#include "request.h"
#include "response.h"
#include "text/hostname.h"

#include <stdio.h>
#include <stdlib.h>

struct session {
	struct index *embedded;
	struct catalogue own;	    /* without the profile */
	struct catalogue catalogue; /* with it */
	struct cues *cues;
	struct user_profile *profile; /* NULL until one is sent */
	struct arena *arena;	      /* of one request */
	enum language language;
};

static const struct profile no_profile;

static bool open_parts(struct session *session, const struct catalogue_files *files,
		       char problem[static 160])
{
	json_object_seed(0); /* opens /dev/urandom, which must not be left to the first request */
	session->arena = arena_new(LIMIT_ARENA_BYTES);
	if (!session->arena || !hostname_open()) {
		(void)snprintf(problem, 160, "out of memory");
		return false;
	}
	session->embedded = embedded_open(problem);
	if (!session->embedded)
		return false;
	session->own.indexes[0] = session->embedded;
	session->own.count = 1;
	for (size_t i = 0; files && i < files->count; i++)
		session->own.indexes[session->own.count++] = files->at[i].index;
	session->catalogue = session->own;
	session->cues = cues_new(&session->own, problem);
	return session->cues != NULL;
}

struct session *session_open(const struct catalogue_files *files, char problem[static 160])
{
	struct session *session = calloc(1, sizeof(*session));

	if (!session)
		(void)snprintf(problem, 160, "out of memory");
	else if (!open_parts(session, files, problem))
		session_close(&session);
	return session;
}

void session_close(struct session **session)
{
	if (!*session)
		return;
	profile_free(&(*session)->profile);
	cues_free(&(*session)->cues);
	index_close(&(*session)->embedded);
	hostname_close();
	arena_free(&(*session)->arena);
	free(*session);
	*session = NULL;
}

void session_speak(struct session *session, enum language language)
{
	session->language = language;
}

bool session_take_profile(struct session *session, const json_t *profile, json_t **problems,
			  struct fault *fault)
{
	struct user_profile *made = profile_new(&session->own, profile, problems, fault);

	if (!made)
		return false;
	profile_free(&session->profile);
	session->profile = made;
	session->catalogue = profile_catalogue(made, &session->own);
	return true;
}

bool session_judge(struct session *session, const struct message *message, struct verdict *verdict)
{
	const struct judge judge = {
	    .catalogue = &session->catalogue,
	    .cues = session->cues,
	    .profile = session->profile ? profile_view(session->profile) : &no_profile,
	};

	return judge_message(&judge, session->arena, message, verdict);
}

/* ---- one function for each type of request: the reply, or NULL with a fault ---- */

static json_t *answer_hello(struct session *session, const struct request *request,
			    struct fault *fault)
{
	struct index_facts facts = index_facts(session->embedded);

	for (size_t i = 1; i < session->own.count; i++) {
		struct index_facts more = index_facts(session->own.indexes[i]);

		facts.brands += more.brands;
		facts.domains += more.domains;
	}
	(void)fault;
	session->language = request->language;
	return response_hello(request->id, &facts, session->language);
}

static json_t *answer_profile(struct session *session, const struct request *request,
			      struct fault *fault)
{
	json_t *problems;

	if (!session_take_profile(session, request->root, &problems, fault))
		return NULL;
	return response_profile(request->id, profile_id(session->profile), problems);
}

static json_t *answer_brands(struct session *session, const struct request *request,
			     struct fault *fault)
{
	(void)fault;
	return response_brands(request->id, &session->own, request->from, session->language);
}

static bool knows_profile(const struct session *session, const struct request *request)
{
	return !request->has_profile_id ||
	       (session->profile &&
		span_equal(request->profile_id, span_of(profile_id(session->profile))));
}

static json_t *answer_check(struct session *session, const struct request *request,
			    struct fault *fault)
{
	struct verdict verdict;
	json_t *reply;

	if (!knows_profile(session, request)) {
		fault_set(fault, FAULT_PROFILE_UNKNOWN, "not the present profile: send it again");
		fault_in(fault, "profile_id");
		return NULL;
	}
	if (!session_judge(session, &request->message, &verdict))
		return NULL;
	reply = response_verdict(&request->id, &session->catalogue, session->arena,
				 session->language, &request->message, &verdict);
	if (reply && !response_fit(reply, LIMIT_MESSAGE_BYTES)) {
		json_decref(reply);
		return NULL;
	}
	return reply;
}

static json_t *answer(struct session *session, const struct request *request, struct fault *fault)
{
	fault_set(fault, FAULT_INTERNAL, "out of memory");
	switch (request->type) {
	case REQUEST_HELLO:
		return answer_hello(session, request, fault);
	case REQUEST_PROFILE:
		return answer_profile(session, request, fault);
	case REQUEST_BRANDS:
		return answer_brands(session, request, fault);
	case REQUEST_CHECK:
		return answer_check(session, request, fault);
	}
	return NULL;
}

/* The reply's text; the shortest of errors where memory gave out on the way. */
static char *text_of(json_t *reply, const struct request *request)
{
	char *text = reply ? json_dumps(reply, RESPONSE_FLAGS) : NULL;
	char number[24] = "null", last[96];

	json_decref(reply);
	if (text && !json_memory_failed())
		return text;
	json_memory_free(text);
	if (request->has_id)
		(void)snprintf(number, sizeof(number), "%lld", (long long)request->id);
	(void)snprintf(last, sizeof(last),
		       "{\"id\":%s,\"type\":\"error\",\"code\":\"internal\",\"detail\":\"\"}",
		       number);
	return strdup(last);
}

char *session_answer(struct session *session, struct span body)
{
	struct request request;
	struct fault fault;
	json_t *reply = NULL;
	char *text;

	arena_reset(session->arena);
	json_memory_watch();
	if (request_parse(&request, session->arena, body, &fault))
		reply = answer(session, &request, &fault);
	if (!reply)
		reply = response_error(request.has_id, request.id, &fault);
	text = text_of(reply, &request);
	request_free(&request);
	return text;
}

char *session_refuse(struct session *session, enum fault_code code, const char *what)
{
	const struct request none = {0};
	struct fault fault = {0};

	(void)session;
	json_memory_watch();
	fault_set(&fault, code, what);
	return text_of(response_error(false, 0, &fault), &none);
}

const struct catalogue *session_catalogue(const struct session *session)
{
	return &session->catalogue;
}

struct arena *session_arena(struct session *session)
{
	return session->arena;
}

enum language session_language(const struct session *session)
{
	return session->language;
}
