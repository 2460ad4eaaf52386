/* Verdicts for a terminal, as a whole: levels, findings with their official answers, links, and what a mail may try. */
#include "check_print.h"

#include "capture.h"
#include "embedded_fixture.h"

#include <string.h>

static const struct message nothing;

static const char *printed(enum language language, const struct message *message,
			   const struct verdict *verdict)
{
	capture_begin(STDOUT_FILENO);
	check_print(&catalogue, arena, language, message, verdict);
	return capture_end(STDOUT_FILENO);
}

static void assert_holds(const char *text, const char *piece)
{
	if (!strstr(text, piece))
		fail_msg("\"%s\" is not in\n%s", piece, text);
}

static size_t times(const char *text, const char *piece)
{
	size_t count = 0;

	for (const char *at = text; (at = strstr(at, piece)) != NULL; at += strlen(piece))
		count++;
	return count;
}

static void test_nothing_noticed(void **state)
{
	const struct verdict verdict = {0};

	(void)state;
	assert_string_equal(printed(LANGUAGE_EN, &nothing, &verdict), "nothing noticed\n");
	assert_string_equal(printed(LANGUAGE_JA, &nothing, &verdict), "気づいた点なし\n");
}

static void test_links(void **state)
{
	const struct message message = {.link_count = 5};
	struct link_view views[5] = {
	    {.hostname = SPAN("a.example"), .unicode = SPAN("a.example")},
	    {.hostname = SPAN("xn--r8jz45g.example"),
	     .unicode = SPAN("例え.example"),
	     .level = LEVEL_NOTICE},
	    {.level = LEVEL_NONE},
	    {.failed = true, .level = LEVEL_WARNING},
	    {.hostname = SPAN("b.example"),
	     .destination = SPAN("https://c.example/\x1b[2J"),
	     .level = LEVEL_DANGER},
	};
	const struct verdict verdict = {.level = LEVEL_DANGER, .links = views, .link_count = 5};

	(void)state;
	assert_string_equal(
	    printed(LANGUAGE_EN, &message, &verdict),
	    "danger\n"
	    "\n"
	    "link 1: a.example [nothing noticed]\n"
	    "link 2: xn--r8jz45g.example (例え.example) [note]\n"
	    "link 3: no host [nothing noticed]\n"
	    "link 4: cannot be read [suspicious]\n"
	    "link 5: b.example, leads on to https://c.example/\\u001b[2J [danger]\n");
	assert_string_equal(printed(LANGUAGE_JA, &message, &verdict),
			    "危険\n"
			    "\n"
			    "リンク 1：a.example [気づいた点なし]\n"
			    "リンク 2：xn--r8jz45g.example（例え.example） [参考]\n"
			    "リンク 3：ホストなし [気づいた点なし]\n"
			    "リンク 4：読み取れません [不審]\n"
			    "リンク 5：b.example、転送先 https://c.example/\\u001b[2J [危険]\n");
}

static struct finding finding_of(enum target_kind target, const char *brand)
{
	return (struct finding){
	    .code = target == TARGET_LINK ? LINK_UNOFFICIAL : SENDER_UNOFFICIAL,
	    .level = LEVEL_WARNING,
	    .target = target,
	    .index = 6,
	    .brand = brand ? catalogue_brand_by_id(&catalogue, span_of(brand)) : BRAND_NONE,
	    .evidence = {[EVIDENCE_CLAIMED] = SPAN("MetaMask"),
			 [EVIDENCE_ADDRESS] = SPAN("x@evil.example"),
			 [EVIDENCE_DOMAIN] = SPAN("evil.example"),
			 [EVIDENCE_HOSTNAME] = SPAN("evil.example")},
	};
}

static void test_findings(void **state)
{
	struct finding findings[2] = {finding_of(TARGET_SENDER, "metamask"),
				      finding_of(TARGET_LINK, "metamask")};
	const struct verdict verdict = {
	    .level = LEVEL_WARNING, .findings = findings, .finding_count = 2};
	const char *text = printed(LANGUAGE_EN, &nothing, &verdict);

	(void)state;
	assert_int_equal(strncmp(text, "suspicious\n\n[suspicious] ", 25), 0);
	assert_holds(text, "evil.example");
	assert_holds(text, "\n    official senders: support@metamask.io");
	assert_holds(text, "\n\n[suspicious] link 7: ");
	assert_holds(text, "\n    official sites: metamask.io");
	assert_null(strstr(text, "\u2068")); /* terminals show isolates as boxes */
	text = printed(LANGUAGE_JA, &nothing, &verdict);
	assert_int_equal(strncmp(text, "不審\n\n[不審] ", 17), 0);
	assert_holds(text, "\n    公式の送信元：support@metamask.io");
	assert_holds(text, "\n\n[不審] リンク 7：");
}

/* Three findings, two answers: who writes, and where the site is. */
static void test_an_official_answer_stands_once(void **state)
{
	struct finding findings[3] = {finding_of(TARGET_LINK, "metamask"),
				      finding_of(TARGET_SENDER, "metamask"),
				      finding_of(TARGET_LINK, "metamask")};
	const struct verdict verdict = {
	    .level = LEVEL_WARNING, .findings = findings, .finding_count = 3};
	const char *text = printed(LANGUAGE_EN, &nothing, &verdict);
	const char *sites = strstr(text, "    official sites: metamask.io");

	(void)state;
	assert_non_null(sites);
	assert_non_null(strstr(sites, "    official senders: support@metamask.io"));
	assert_null(strstr(sites + 1, "    official sites: "));
}

/* PayPal has more senders than are shown. */
static void test_lists_are_joined_as_each_script_does(void **state)
{
	struct finding finding = finding_of(TARGET_SENDER, "paypal");
	const struct verdict verdict = {
	    .level = LEVEL_WARNING, .findings = &finding, .finding_count = 1};
	const char *line = strstr(printed(LANGUAGE_EN, &nothing, &verdict), "official senders");

	(void)state;
	assert_non_null(line);
	assert_int_equal(strncmp(line, "official senders: paypal.com, paypal.", 37), 0);
	assert_holds(line, " (+");
	line =
	    strstr(printed(LANGUAGE_JA, &nothing, &verdict), "公式の送信元：paypal.com、paypal.");
	assert_non_null(line);
	assert_holds(line, "（ほか ");
	assert_null(strstr(line, ", "));
}

static void test_no_brand_has_no_official_line(void **state)
{
	struct finding finding = finding_of(TARGET_SENDER, NULL);
	const struct verdict verdict = {
	    .level = LEVEL_WARNING, .findings = &finding, .finding_count = 1};

	(void)state;
	finding.code = SENDER_FREEMAIL;
	assert_null(strstr(printed(LANGUAGE_EN, &nothing, &verdict), "    official "));
}

/* The brand's own page on false mail stands at the first finding that names it. */
static void test_an_advisory_stands_once(void **state)
{
	const char *id = NULL;
	static char name[64];

	(void)state;
	for (size_t n = 0; !id && n < catalogue_brand_count(&catalogue); n++) {
		struct brand brand = catalogue_brand(&catalogue, catalogue_brand_at(&catalogue, n));

		if (brand.advisory.len == 0)
			continue;
		(void)snprintf(name, sizeof(name), "%.*s", (int)brand.id.len, brand.id.ptr);
		id = name;
	}
	assert_non_null(id);
	struct finding findings[3] = {finding_of(TARGET_SENDER, "metamask"),
				      finding_of(TARGET_SENDER, id), finding_of(TARGET_LINK, id)};
	struct verdict verdict = {.level = LEVEL_WARNING, .findings = findings, .finding_count = 3};
	const char *text = printed(LANGUAGE_EN, &nothing, &verdict);
	struct brand metamask = catalogue_brand(&catalogue, findings[0].brand);

	assert_int_equal(times(text, "\n    advisory: https://"), 1 + (metamask.advisory.len > 0));
	verdict.findings++;
	verdict.finding_count = 2;
	assert_int_equal(
	    times(printed(LANGUAGE_JA, &nothing, &verdict), "\n    公式の注意喚起：https://"), 1);
}

/* No byte of a mail moves the cursor or begins a line of its own. */
static void test_a_mail_cannot_write_to_the_terminal(void **state)
{
	const struct message message = {.link_count = 1};
	struct link_view view = {.hostname = SPAN("a\nb\x1b]0;x\x07.example"),
				 .unicode = SPAN("\u202eabc")};
	struct finding finding = finding_of(TARGET_SENDER, "metamask");
	const struct verdict verdict = {.level = LEVEL_WARNING,
					.findings = &finding,
					.finding_count = 1,
					.links = &view,
					.link_count = 1};
	const char *text;

	(void)state;
	finding.evidence[EVIDENCE_CLAIMED] = finding.evidence[EVIDENCE_DOMAIN] =
	    SPAN("x\r\ny\x1b[31m\u2067z");
	text = printed(LANGUAGE_EN, &message, &verdict);
	assert_holds(text, "link 1: a\\u000ab\\u001b]0;x\\u0007.example (\\u202eabc) [");
	assert_true(!strchr(text, '\r') && !strchr(text, '\x1b') && !strchr(text, '\x07'));
	assert_true(!strstr(text, "\u202e") && !strstr(text, "\u2067"));
}

static void test_long_names_are_cut(void **state)
{
	static char name[5000];
	const struct message message = {.link_count = 1};
	struct link_view view = {.hostname = {name, sizeof(name)}};
	const struct verdict verdict = {.links = &view, .link_count = 1};
	const char *text;

	(void)state;
	memset(name, 'x', sizeof(name));
	text = printed(LANGUAGE_EN, &message, &verdict);
	assert_int_equal(times(text, "x"), 199);
	assert_holds(text, "x… [nothing noticed]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nothing_noticed),
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_findings),
	    cmocka_unit_test(test_an_official_answer_stands_once),
	    cmocka_unit_test(test_lists_are_joined_as_each_script_does),
	    cmocka_unit_test(test_no_brand_has_no_official_line),
	    cmocka_unit_test(test_an_advisory_stands_once),
	    cmocka_unit_test(test_a_mail_cannot_write_to_the_terminal),
	    cmocka_unit_test(test_long_names_are_cut),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
