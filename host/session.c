#include "session.h"

#include "embedded/embedded.h"
#include "json_memory.h"
#include "limits.h"
#include "profile.h"
#include "request.h"
#include "response.h"
#include "text/hostname.h"
#include "text/name_memo.h"

#include <stdio.h>
#include <stdlib.h>

struct session {
	struct index *embedded;
	struct catalogue own;	    /* without the profile */
	struct catalogue catalogue; /* with it */
	struct cues *cues;
	struct name_memo *memo;
	struct user_profile *profile; /* NULL until one is sent */
	struct arena *arena;	      /* of one request */
	enum language language;
	char last[96]; /* the answer when there is no memory for one */
};

static const struct profile no_profile;

/* Judges by `catalogue` from now on: what was remembered of another does not hold. */
static void use_catalogue(struct session *session, struct catalogue catalogue)
{
	session->catalogue = catalogue;
	session->catalogue.memo = session->memo;
	name_memo_forget(session->memo);
}

static bool open_parts(struct session *session, const struct catalogue_files *files,
		       char problem[static 160])
{
	json_object_seed(0); /* opens /dev/urandom, which must not be left to the first request */
	session->arena = arena_new(LIMIT_ARENA_BYTES);
	session->memo = name_memo_new();
	if (!session->arena || !session->memo || !hostname_open()) {
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
	use_catalogue(session, session->own);
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
	name_memo_free(&(*session)->memo);
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
	use_catalogue(session, profile_catalogue(made, &session->own));
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

static bool knows_profile(const struct session *session, const struct request *request)
{
	return !request->has_profile_id ||
	       (session->profile &&
		span_equal(request->profile_id, span_of(profile_id(session->profile))));
}

static struct span answer_check(struct session *session, const struct request *request,
				struct fault *fault)
{
	struct verdict verdict;

	if (!knows_profile(session, request)) {
		fault_set(fault, FAULT_PROFILE_UNKNOWN, "not the present profile: send it again");
		fault_in(fault, "profile_id");
		return (struct span){NULL, 0};
	}
	if (!session_judge(session, &request->message, &verdict))
		return (struct span){NULL, 0};
	return response_verdict(&request->id, &session->catalogue, session->arena,
				session->language, &request->message, &verdict,
				LIMIT_MESSAGE_BYTES);
}

/* The text of a value, in the arena; the value is freed. The empty span for NULL and when memory gives
 * out. */
static struct span text_of(struct session *session, json_t *reply)
{
	char *text = reply ? json_dumps(reply, RESPONSE_FLAGS) : NULL;
	struct span copy =
	    text ? arena_copy(session->arena, span_of(text)) : (struct span){NULL, 0};

	json_decref(reply);
	json_memory_free(text);
	return copy;
}

static struct span answer(struct session *session, const struct request *request,
			  struct fault *fault)
{
	fault_set(fault, FAULT_INTERNAL, "out of memory");
	switch (request->type) {
	case REQUEST_HELLO:
		return text_of(session, answer_hello(session, request, fault));
	case REQUEST_PROFILE:
		return text_of(session, answer_profile(session, request, fault));
	case REQUEST_BRANDS:
		return response_brands(request->id, &session->own, session->arena, request->from,
				       session->language);
	case REQUEST_CHECK:
		return answer_check(session, request, fault);
	}
	return (struct span){NULL, 0};
}

/* The reply, or the error that stands in its place; the shortest of errors where memory gave out on the
 * way. */
static struct span settled(struct session *session, const struct request *request,
			   struct span reply, const struct fault *fault)
{
	char number[24] = "null";
	int len;

	if (reply.len == 0) {
		arena_reset(session->arena);
		reply = text_of(session, response_error(request->has_id, request->id, fault));
	}
	if (reply.len > 0 && !json_memory_failed())
		return reply;
	if (request->has_id)
		(void)snprintf(number, sizeof(number), "%lld", (long long)request->id);
	len = snprintf(session->last, sizeof(session->last),
		       "{\"id\":%s,\"type\":\"error\",\"code\":\"internal\",\"detail\":\"\"}",
		       number);
	return (struct span){session->last, (size_t)len};
}

struct span session_answer(struct session *session, struct span body)
{
	struct request request;
	struct span reply = {NULL, 0};
	struct fault fault;

	arena_reset(session->arena);
	json_memory_watch();
	if (request_parse(&request, session->arena, body, &fault))
		reply = answer(session, &request, &fault);
	reply = settled(session, &request, reply, &fault);
	request_free(&request);
	return reply;
}

struct span session_refuse(struct session *session, enum fault_code code, const char *what)
{
	const struct request none = {0};
	struct fault fault = {0};

	json_memory_watch();
	fault_set(&fault, code, what);
	return settled(session, &none, (struct span){NULL, 0}, &fault);
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
