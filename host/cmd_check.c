/* honmono check: one mail, sender or link from the command line, or many as lines of JSON. */
#include "check_options.h"
#include "check_print.h"
#include "cmd.h"
#include "limits.h"
#include "lines.h"
#include "log.h"
#include "response.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char help[] =
    "usage: honmono check [OPTION...]\n"
    "Judges what the options describe; nothing is opened, resolved or sent anywhere.\n"
    "\n"
    "  --from-name NAME      the sender's display name\n"
    "  --from ADDRESS        the sender's address\n"
    "  --to ADDRESS          the recipient's own address (may be repeated)\n"
    "  --reply-to ADDRESS    where replies go (may be repeated)\n"
    "  --subject TEXT        the subject\n"
    "  --text-file FILE      the text of the mail, UTF-8 (- for standard input)\n"
    "  --link URL            a link (may be repeated)\n"
    "  --link-text TEXT      what the reader sees of the link before it\n"
    "  --raw TEXT            the attribute of the link before it, as the mail writes it\n"
    "  --cut                 something of the mail was left out\n"
    "  --auth-result pass|fail|none\n"
    "                        what is shown about the sender's authentication (aligned, as DMARC "
    "is)\n"
    "  --mailed-by DOMAIN    the domain that the mail is shown to be sent by\n"
    "  --signed-by DOMAIN    a domain that it is shown to be signed by (may be repeated)\n"
    "  --via TEXT            the domain shown behind \"via\"\n"
    "  --warned              the mail service itself warns of the mail\n"
    "  --profile FILE        trusted senders, unused services and own brands: a JSON object with\n"
    "                        \"trusted\", \"unused_services\" and \"brands\" as PROTOCOL.md says\n"
    "  --catalogue FILE      use this file of `honmono compile` beside the built-in catalogue (may "
    "be\n"
    "                        repeated)\n"
    "  --language en|ja      the language of the answer (else that of the environment)\n"
    "  --json                print the verdict as JSON\n"
    "  --ndjson              answer the requests of PROTOCOL.md on standard input, one a line,\n"
    "                        with one reply a line\n"
    "\n"
    "Exit status: 0 nothing or a notice, 1 a warning, 2 danger, 64 wrong use, 70 failure;\n"
    "with --ndjson 0 when every line was answered.\n";

static int status_of(enum level level)
{
	return level == LEVEL_DANGER ? 2 : level == LEVEL_WARNING;
}

/* ---- lines of JSON ---- */

/* Before there is a wait for input: whoever waits for an answer gets it. Until then replies gather, so
 * that an archive is not written line by line. */
static bool flush_replies(void)
{
	return fflush(stdout) == 0;
}

static bool write_reply(struct span reply)
{
	return fwrite(reply.ptr, 1, reply.len, stdout) == reply.len && putchar('\n') != EOF;
}

static int answer_lines(struct session *session)
{
	struct lines *lines = lines_new(STDIN_FILENO, LIMIT_MESSAGE_BYTES, flush_replies);
	enum lines_status status = lines ? LINES_LINE : LINES_ERROR;
	struct span line;

	while (status == LINES_LINE || status == LINES_TOO_LONG) {
		struct span reply;

		status = lines_next(lines, &line);
		if (status == LINES_LINE)
			reply = session_answer(session, line);
		else if (status == LINES_TOO_LONG)
			reply = session_refuse(session, FAULT_MESSAGE_TOO_LARGE,
					       "longer than 1048576 bytes");
		else
			break;
		if (!write_reply(reply))
			status = LINES_ERROR;
	}
	lines_free(&lines);
	if (status == LINES_END && flush_replies())
		return 0;
	log_line("cannot read standard input or write standard output");
	return EXIT_SOFTWARE;
}

/* ---- one message ---- */

static bool print_json(struct session *session, const struct message *message,
		       const struct verdict *verdict)
{
	struct span compact =
	    response_verdict(NULL, session_catalogue(session), session_arena(session),
			     session_language(session), message, verdict, LIMIT_MESSAGE_BYTES);
	json_t *reply =
	    compact.len ? json_loadb(compact.ptr, compact.len, JSON_ALLOW_NUL, NULL) : NULL;
	char *text = reply ? json_dumps(reply, JSON_INDENT(2)) : NULL;

	if (text)
		puts(text);
	free(text);
	json_decref(reply);
	return text != NULL;
}

static int judge_one(struct session *session, const struct check_options *options)
{
	struct verdict verdict;
	bool judged = session_judge(session, &options->message, &verdict);

	if (judged && options->output == CHECK_JSON)
		judged = print_json(session, &options->message, &verdict);
	else if (judged)
		check_print(session_catalogue(session), session_arena(session), options->language,
			    &options->message, &verdict);
	if (!judged) {
		log_line("out of memory");
		return EXIT_SOFTWARE;
	}
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status_of(verdict.level);
	log_line("cannot write standard output");
	return EXIT_SOFTWARE;
}

/* Takes the profile of --profile; what is not sound in it is told, and the rest counts. */
static bool take_profile(struct session *session, const json_t *profile)
{
	struct fault fault;
	char text[260];
	json_t *problems, *problem;
	size_t i;

	if (!profile)
		return true;
	if (!session_take_profile(session, profile, &problems, &fault)) {
		fault_text(&fault, text);
		log_line("--profile: %s", text);
		return false;
	}
	json_array_foreach(problems, i, problem)
	    log_line("--profile: %s: %s", json_string_value(json_object_get(problem, "path")),
		     json_string_value(json_object_get(problem, "detail")));
	json_decref(problems);
	return true;
}

static int run(struct check_options *options)
{
	char problem[160] = "";
	struct session *session;
	int status = EXIT_USAGE;

	catalogue_files_add_installed(&options->files);
	session = session_open(&options->files, problem);
	if (!session) {
		log_line("cannot start: %s", problem);
		return EXIT_SOFTWARE;
	}
	session_speak(session, options->language);
	if (take_profile(session, options->profile))
		status = options->output == CHECK_NDJSON ? answer_lines(session)
							 : judge_one(session, options);
	session_close(&session);
	return status;
}

int cmd_check(int argc, char **argv)
{
	struct arena *arena = arena_new(LIMIT_ARENA_BYTES);
	struct check_options options;
	int status = EXIT_USAGE;

	if (check_options_read(argc, argv, arena, &options))
		status =
		    options.help ? (fputs(help, stdout) < 0 ? EXIT_SOFTWARE : 0) : run(&options);
	json_decref(options.profile);
	catalogue_files_close(&options.files);
	arena_free(&arena);
	return status;
}
