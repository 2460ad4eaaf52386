/* honmono check: one mail, sender or link from the command line, or many as lines of JSON. */
#include "check_options.h"
#include "check_print.h"
#include "cmd.h"
#include "limits.h"
#include "lines.h"
#include "log.h"
#include "replies.h"
#include "response.h"
#include "said.h"
#include "said_details.h"
#include "sandbox.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const help[LANGUAGES] = {
    [LANGUAGE_EN] =
	"usage: honmono check [OPTION...]\n"
	"Judges what the options describe; nothing is opened, resolved or sent anywhere.\n"
	"\n"
	"  --from ADDRESS        the sender, also with its name: 'NAME <ADDRESS>'\n"
	"  --from-name NAME      the sender's display name\n"
	"  --to ADDRESS          the recipient's own address (may be repeated)\n"
	"  --reply-to ADDRESS    where replies go (may be repeated)\n"
	"  --subject TEXT        the subject; names and subjects may be copied from a mail's "
	"source\n"
	"                        (=?UTF-8?B?...?=)\n"
	"  --text-file FILE      the text of the mail, UTF-8 (- for standard input)\n"
	"  --link URL            a link (may be repeated), also without https:// or made "
	"harmless:\n"
	"                        hxxps://a[.]example\n"
	"  --link-text TEXT      what the reader sees of the link before it\n"
	"  --raw TEXT            the attribute of the link before it, as the mail writes it\n"
	"  --cut                 something of the mail was left out\n"
	"  --auth-result pass|fail|none\n"
	"                        what is shown about the sender's authentication (aligned, as "
	"DMARC\n"
	"                        is)\n"
	"  --mailed-by DOMAIN    the domain that the mail is shown to be sent by\n"
	"  --signed-by DOMAIN    a domain that it is shown to be signed by (may be repeated)\n"
	"  --via TEXT            the domain shown behind \"via\"\n"
	"  --warned              the mail service itself warns of the mail\n"
	"  --profile FILE        trusted senders, unused services and own brands: a JSON object "
	"with\n"
	"                        \"trusted\", \"unused_services\" and \"brands\" as PROTOCOL.md "
	"says\n"
	"  --catalogue FILE      use this file of `honmono compile` beside the built-in catalogue\n"
	"                        (may be repeated; with those installed 6 at most)\n"
	"  --language en|ja      the language of the answer (else that of the environment)\n"
	"  --json                print the verdict as JSON\n"
	"  --ndjson              answer the requests of PROTOCOL.md on standard input, one a "
	"line,\n"
	"                        with one reply a line\n"
	"\n"
	"Levels: danger (not who or what it claims to be), suspicious (unusual for honest mail), "
	"note\n"
	"(worth knowing). In JSON they are danger, warning, notice and none.\n"
	"Exit status: 0 nothing or a note, 1 suspicious, 2 danger, 64 wrong use, 70 failure;\n"
	"with --ndjson 0 when every line was answered.\n",
    [LANGUAGE_JA] =
	"使い方：honmono check [オプション...]\n"
	"オプションで示したメールや送信元、リンクを判定します。リンクを開くことも、外部に送信するこ"
	"ともありません。\n"
	"\n"
	"  --from アドレス       送信元。「名前 <アドレス>」の形でもかまいません\n"
	"  --from-name 名前      送信元の表示名\n"
	"  --to アドレス         受信者自身のアドレス（複数可）\n"
	"  --reply-to アドレス   返信先（複数可）\n"
	"  --subject 文字列      件名。表示名も件名も、メールのソースに書かれた形\n"
	"                        （=?UTF-8?B?...?=）のままでかまいません\n"
	"  --text-file ファイル  メールの本文、UTF-8（- は標準入力）\n"
	"  --link URL            リンク（複数可）。https:// なしや、hxxps://a[.]example のように\n"
	"                        無害化した形でもかまいません\n"
	"  --link-text 文字列    直前のリンクの、画面に表示される文字\n"
	"  --raw 文字列          直前のリンクの、メールに書かれたままの属性値\n"
	"  --cut                 メールの一部が省かれている\n"
	"  --auth-result pass|fail|none\n"
	"                        表示されている送信元の認証結果（DMARC "
	"のように、送信元との一致を含む）\n"
	"  --mailed-by ドメイン  「送信元」として表示されているドメイン\n"
	"  --signed-by ドメイン  「署名元」として表示されているドメイン（複数可）\n"
	"  --via 文字列          「経由」として表示されているドメイン\n"
	"  --warned              メールサービス自体が警告を表示している\n"
	"  --profile ファイル    "
	"知っている送信元、使っていないサービス、自分の会社や団体。PROTOCOL.md にある\n"
	"                        \"trusted\"、\"unused_services\"、\"brands\" を持つ JSON "
	"オブジェクト\n"
	"  --catalogue ファイル  `honmono compile` "
	"で作ったファイルを、内蔵のカタログと併用（複数可、\n"
	"                        設置済みのものと合わせて6件まで）\n"
	"  --language en|ja      結果の言語（省略時は環境に合わせます）\n"
	"  --json                判定を JSON で出力\n"
	"  --ndjson              標準入力から PROTOCOL.md の要求を1行に1つ読み取り、1行ずつ答える\n"
	"\n"
	"段階："
	"危険（名乗っている相手ではない）、不審（通常のメールでは珍しい）、参考（知っておくとよい）"
	"。\n"
	"JSON ではそれぞれ danger、warning、notice、なければ none です。\n"
	"終了コード：0 気づいた点なしか参考、1 不審、2 危険、64 使い方の誤り、70 失敗。\n"
	"--ndjson では、すべての行に答えたとき 0 です。\n",
};

static int status_of(enum level level)
{
	return level == LEVEL_DANGER ? 2 : level == LEVEL_WARNING;
}

/* ---- lines of JSON ---- */

/* Before there is a wait for input: whoever waits for an answer gets it. */
static bool flush_replies(void *replies)
{
	return replies_flush(replies);
}

static bool answer_all(struct session *session, struct lines *lines, struct replies *replies)
{
	for (;;) {
		struct span line;

		switch (lines_next(lines, &line)) {
		case LINES_LINE:
			if (!replies_add(replies, session_answer(session, line)))
				return false;
			break;
		case LINES_TOO_LONG:
			if (!replies_add(replies, session_refuse(session, FAULT_MESSAGE_TOO_LARGE,
								 "longer than 1048576 bytes")))
				return false;
			break;
		case LINES_END:
			return replies_flush(replies);
		case LINES_ERROR:
			return false;
		}
	}
}

/* Lines come from strangers' mail, one process for all of it: as for a browser, everything else is shut out before
 * the first is read. */
static int answer_lines(struct session *session, const struct catalogue_files *files)
{
	char problem[160], detail[SAID_DETAIL_BYTES];

	if (!sandbox_enter(STDOUT_FILENO, catalogue_files_mapped(files), problem)) {
		log_line("cannot start: %s", said_detail(problem, detail));
		return EXIT_SOFTWARE;
	}

	struct replies *replies = replies_new(STDOUT_FILENO);
	struct lines *lines =
	    replies ? lines_new(STDIN_FILENO, LIMIT_MESSAGE_BYTES, flush_replies, replies) : NULL;
	bool done = lines && answer_all(session, lines, replies);

	lines_free(&lines);
	replies_free(&replies);
	if (done)
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
	char text[260], detail[SAID_DETAIL_BYTES];
	json_t *problems, *problem;
	size_t i;

	if (!profile)
		return true;
	if (!session_take_profile(session, profile, &problems, &fault)) {
		fault_text(&fault, text);
		log_line("--profile: %s", said_detail(text, detail));
		return false;
	}
	json_array_foreach(problems, i, problem)
	    log_line("--profile: %s: %s", json_string_value(json_object_get(problem, "path")),
		     said_detail(json_string_value(json_object_get(problem, "detail")), detail));
	json_decref(problems);
	return true;
}

static int run(struct check_options *options)
{
	char problem[160] = "", detail[SAID_DETAIL_BYTES];
	struct session *session;
	int status = EXIT_USAGE;

	catalogue_files_add_installed(&options->files, NULL, NULL);
	session = session_open(&options->files, problem);
	if (!session) {
		log_line("cannot start: %s", said_detail(problem, detail));
		return EXIT_SOFTWARE;
	}
	session_speak(session, options->language);
	if (take_profile(session, options->profile))
		status = options->output == CHECK_NDJSON ? answer_lines(session, &options->files)
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
		status = options.help
			     ? (fputs(help[options.language], stdout) < 0 ? EXIT_SOFTWARE : 0)
			     : run(&options);
	json_decref(options.profile);
	catalogue_files_close(&options.files);
	arena_free(&arena);
	return status;
}
