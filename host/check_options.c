#include "check_options.h"

#include "encoded_word.h"
#include "harmless.h"
#include "limits.h"
#include "log.h"
#include "long_option.h"
#include "pasted.h"
#include "said.h"
#include "said_details.h"
#include "text/utf8.h"

#include <errno.h>
#include <stdio.h>

#define SHOWN_POINTS 80

/* The lists that grow while options are read; the message borrows them. */
struct reading {
	struct check_options *options;
	struct arena *arena;
	struct span *recipients, *reply_to, *signed_by;
	struct message_link *links;
	struct span sender_name; /* of --from-name */
	bool *taken;		 /* by option: it was given */
};

static bool complain(const char *option, const char *problem)
{
	log_line("--%s: %s", option, said(problem));
	return false;
}

static bool complain_of_file(const char *option, const char *path, const char *problem)
{
	char detail[SAID_DETAIL_BYTES];

	log_line("--%s: %s: %s", option, path, said_detail(problem, detail));
	return false;
}

/* ---- values ---- */

static bool read_stream(FILE *from, struct arena *arena, struct span *out)
{
	char *bytes = arena_alloc(arena, LIMIT_MESSAGE_BYTES + 1);
	size_t len = bytes ? fread(bytes, 1, LIMIT_MESSAGE_BYTES + 1, from) : 0;

	*out = (struct span){bytes, len};
	return bytes && !ferror(from);
}

static bool read_file(const char *option, const char *path, struct arena *arena, struct span *out)
{
	bool standard = strcmp(path, "-") == 0;
	FILE *file = standard ? stdin : fopen(path, "rb");
	bool sound = file && read_stream(file, arena, out);

	if (!sound)
		log_line("--%s: cannot read %s: %s", option, path, said(strerror(errno)));
	else if (out->len > LIMIT_MESSAGE_BYTES)
		sound = complain_of_file(option, path, "larger than 1 MiB");
	if (file && !standard)
		fclose(file);
	return sound;
}

static bool is_blank(struct span text)
{
	return strspn(text.ptr, " \t\r\n") >= text.len;
}

static bool take_text_file(struct reading *r, const char *option, const char *value)
{
	struct span text;

	if (!read_file(option, value, r->arena, &text))
		return false;
	if (utf8_check(text) != text.len)
		return complain_of_file(option, value, "not UTF-8");
	r->options->message.text = is_blank(text) ? (struct span){0} : text;
	return true;
}

static bool take_profile(struct reading *r, const char *option, const char *value)
{
	struct span text;
	json_error_t error;

	if (!read_file(option, value, r->arena, &text))
		return false;
	json_decref(r->options->profile);
	r->options->profile = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &error);
	if (json_is_object(r->options->profile))
		return true;
	if (r->options->profile)
		return complain_of_file(option, value, "JSON, but not an object");
	log_line("--%s: %s: not JSON (line %d)", option, value, error.line);
	return false;
}

static bool take_from_name(struct reading *r, const char *option, const char *value)
{
	(void)option;
	r->options->message.has_sender |= *value != '\0';
	r->sender_name = encoded_words(r->arena, span_of(value));
	return true;
}

static bool take_from(struct reading *r, const char *option, const char *value)
{
	r->options->message.has_sender = true;
	pasted_sender(r->arena, span_of(value), &r->options->message.sender_name,
		      &r->options->message.sender_address);
	return r->options->message.sender_address.len > 0 || complain(option, "empty");
}

static bool take_to(struct reading *r, const char *option, const char *value)
{
	(void)option;
	r->recipients[r->options->message.recipient_count++] = span_of(value);
	return true;
}

static bool take_reply_to(struct reading *r, const char *option, const char *value)
{
	(void)option;
	r->reply_to[r->options->message.reply_to_count++] = span_of(value);
	return true;
}

static bool take_subject(struct reading *r, const char *option, const char *value)
{
	(void)option;
	r->options->message.subject = pasted_subject(r->arena, span_of(value));
	return true;
}

static bool take_link(struct reading *r, const char *option, const char *value)
{
	if (r->options->message.link_count == LIMIT_LINKS)
		return complain(option, "more than 2000 links");
	if (!*value)
		return complain(option, "empty");
	if (pasted_link(r->arena, span_of(value), &r->links[r->options->message.link_count]))
		return ++r->options->message.link_count > 0;
	struct span shown = harmless(r->arena, span_of(value), SHOWN_POINTS);

	log_line("--%s: %.*s: neither a link nor a hostname", option, (int)shown.len, shown.ptr);
	return false;
}

static bool take_of_link(struct span *member, const char *option, const char *value)
{
	if (member->ptr)
		return complain(option, "given twice for one link");
	*member = span_of(value);
	return true;
}

static bool take_link_text(struct reading *r, const char *option, const char *value)
{
	if (r->options->message.link_count == 0)
		return complain(option, "the --link that it is the text of must stand before it");
	return take_of_link(&r->links[r->options->message.link_count - 1].text, option, value);
}

static bool take_raw(struct reading *r, const char *option, const char *value)
{
	if (r->options->message.link_count == 0)
		return complain(option,
				"the --link that it is the attribute of must stand before it");
	return take_of_link(&r->links[r->options->message.link_count - 1].raw, option, value);
}

static bool take_cut(struct reading *r, const char *option, const char *value)
{
	(void)option;
	(void)value;
	r->options->message.cut = true;
	return true;
}

/* ---- what is shown about authentication ---- */

static struct message_auth *auth_of(struct reading *r)
{
	r->options->message.auth.shown = true;
	return &r->options->message.auth;
}

static bool take_auth_result(struct reading *r, const char *option, const char *value)
{
	static const struct {
		const char *name;
		enum auth_result result;
	} results[] = {{"pass", AUTH_PASS}, {"fail", AUTH_FAIL}, {"none", AUTH_NONE}};

	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++)
		if (strcmp(value, results[i].name) == 0) {
			auth_of(r)->result = results[i].result;
			return true;
		}
	return complain(option, "is pass, fail or none");
}

static bool take_mailed_by(struct reading *r, const char *option, const char *value)
{
	(void)option;
	auth_of(r)->mailed_by = span_of(value);
	return true;
}

static bool take_signed_by(struct reading *r, const char *option, const char *value)
{
	(void)option;
	r->signed_by[auth_of(r)->signed_by_count++] = span_of(value);
	return true;
}

static bool take_via(struct reading *r, const char *option, const char *value)
{
	(void)option;
	auth_of(r)->via = span_of(value);
	return true;
}

static bool take_warned(struct reading *r, const char *option, const char *value)
{
	(void)option;
	(void)value;
	auth_of(r)->warned = true;
	return true;
}

static bool take_catalogue(struct reading *r, const char *option, const char *value)
{
	char problem[160];

	if (catalogue_files_add(&r->options->files, value, problem))
		return true;
	char detail[SAID_DETAIL_BYTES];

	log_line("--%s: %s: %s", option, value, said_detail(problem, detail));
	return false;
}

static bool take_language(struct reading *r, const char *option, const char *value)
{
	return language_parse(span_of(value), &r->options->language) ||
	       complain(option, "is en or ja");
}

static bool take_json(struct reading *r, const char *option, const char *value)
{
	(void)value;
	if (r->options->output != CHECK_TEXT)
		return complain(option, "not together with --ndjson");
	r->options->output = CHECK_JSON;
	return true;
}

static bool take_ndjson(struct reading *r, const char *option, const char *value)
{
	(void)value;
	if (r->options->output != CHECK_TEXT)
		return complain(option, "not together with --json");
	r->options->output = CHECK_NDJSON;
	return true;
}

static bool take_help(struct reading *r, const char *option, const char *value)
{
	(void)option;
	(void)value;
	r->options->help = true;
	return true;
}

static const struct {
	const char *name;
	int argument;
	bool once; /* it may be given only once */
	bool (*take)(struct reading *, const char *option, const char *value);
} table[] = {
    {"from-name", required_argument, true, take_from_name},
    {"from", required_argument, true, take_from},
    {"to", required_argument, false, take_to},
    {"reply-to", required_argument, false, take_reply_to},
    {"subject", required_argument, true, take_subject},
    {"text-file", required_argument, true, take_text_file},
    {"link", required_argument, false, take_link},
    {"link-text", required_argument, false, take_link_text},
    {"raw", required_argument, false, take_raw},
    {"cut", no_argument, true, take_cut},
    {"auth-result", required_argument, true, take_auth_result},
    {"mailed-by", required_argument, true, take_mailed_by},
    {"signed-by", required_argument, false, take_signed_by},
    {"via", required_argument, true, take_via},
    {"warned", no_argument, true, take_warned},
    {"language", required_argument, true, take_language},
    {"profile", required_argument, true, take_profile},
    {"catalogue", required_argument, false, take_catalogue},
    {"json", no_argument, true, take_json},
    {"ndjson", no_argument, true, take_ndjson},
    {"help", no_argument, false, take_help},
};

#define OPTIONS (sizeof(table) / sizeof(table[0]))

static bool take(struct reading *r, size_t which, const char *value)
{
	struct span text = span_of(value);

	if (table[which].once && r->taken[which])
		return complain(table[which].name, "given twice");
	r->taken[which] = true;
	if (utf8_check(text) != text.len)
		return complain(table[which].name, "not UTF-8");
	return table[which].take(r, table[which].name, value);
}

static bool read_all(struct reading *r, int argc, char **argv)
{
	struct option longs[OPTIONS + 1] = {0};
	int which;

	for (size_t i = 0; i < OPTIONS; i++)
		longs[i] = (struct option){table[i].name, table[i].argument, NULL, (int)i};
	opterr = 0;
	optind = 1;
	while ((which = getopt_long(argc, argv, "+:", longs, NULL)) != -1)
		if (which == '?' || which == ':')
			return option_refused("check", option_word(argv), which == ':');
		else if (!long_option_in_full(&longs[which], argv) ||
			 !take(r, (size_t)which, optarg))
			return false;
	return optind == argc || option_refused("check", argv[optind], false);
}

/* --from may hold a name too; what two options say of it must agree. */
static bool join_names(struct reading *r)
{
	struct message *m = &r->options->message;

	if (m->sender_name.len && r->sender_name.len && !span_equal(m->sender_name, r->sender_name))
		return complain("from", "has a name already, which --from-name contradicts");
	if (r->sender_name.len)
		m->sender_name = r->sender_name;
	return true;
}

static bool sound_together(const struct check_options *options)
{
	const struct message *m = &options->message;
	bool given = m->has_sender || m->reply_to_count || m->recipient_count || m->subject.len ||
		     m->text.len || m->link_count || m->auth.shown || m->cut;

	if (options->help)
		return true;
	if (options->output == CHECK_NDJSON && given)
		return complain("ndjson", "takes what is to be checked from standard input");
	if (options->output == CHECK_NDJSON || given)
		return true;
	log_line("nothing to check (honmono check --help)");
	return false;
}

bool check_options_read(int argc, char **argv, struct arena *arena, struct check_options *options)
{
	struct reading r = {
	    .options = options,
	    .arena = arena,
	    .recipients = arena_array(arena, (size_t)argc, sizeof(struct span)),
	    .reply_to = arena_array(arena, (size_t)argc, sizeof(struct span)),
	    .links = arena_array(arena, (size_t)argc, sizeof(struct message_link)),
	    .signed_by = arena_array(arena, (size_t)argc, sizeof(struct span)),
	    .taken = arena_array(arena, OPTIONS, sizeof(bool)),
	};

	*options = (struct check_options){.language = language_of_environment()};
	if (arena_failed(arena)) {
		log_line("out of memory");
		return false;
	}
	options->message.recipients = r.recipients;
	options->message.reply_to = r.reply_to;
	options->message.links = r.links;
	options->message.auth.signed_by = r.signed_by;
	if (!read_all(&r, argc, argv) || !join_names(&r))
		return false;
	if (arena_failed(arena)) {
		log_line("out of memory");
		return false;
	}
	return sound_together(options);
}
