/* How much one mail may cost: what ordinary mails hold fits in, what is made to be slow is told, and what is
 * dangerous is told all the same. */
#include "fixture.h"

#include "detect/effort.h"
#include "detect/window.h"

#define LINKS 2000

static struct message_link links[LINKS];
static char urls[LINKS][400];

/* Link `i` leads to a name of its own behind `front`. */
static void fill(size_t count, const char *front, const char *suffix)
{
	for (size_t i = 0; i < count; i++) {
		int len =
		    snprintf(urls[i], sizeof(urls[i]), "https://%sn%zu.%s/", front, i, suffix);

		assert_in_range(len, 10, sizeof(urls[i]) - 1);
		links[i] = (struct message_link){.url = {urls[i], (size_t)len}};
	}
}

static void repeat(char *out, const char *unit, size_t times)
{
	*out = '\0';
	while (times-- > 0)
		strcat(out, unit);
}

static struct verdict judge_from(struct span name, size_t count)
{
	struct message message = {
	    .links = links,
	    .link_count = count,
	    .has_sender = name.len > 0,
	    .sender_name = name,
	    .sender_address = SPAN("a@mail.example"),
	};
	struct verdict verdict;

	arena_reset(fixture.arena);
	assert_true(judge_message(&fixture.judge, fixture.arena, &message, &verdict));
	assert_int_equal(verdict.link_count + verdict.links_unjudged, count);
	return verdict;
}

static struct verdict judge(size_t count)
{
	return judge_from(SPAN(""), count);
}

static bool is_cut(const struct verdict *verdict)
{
	for (size_t i = 0; i < verdict->finding_count; i++)
		if (verdict->findings[i].code == NOT_ALL_CHECKED)
			return verdict->level >= LEVEL_WARNING;
	return false;
}

static void units_are_taken(void **state)
{
	struct effort effort = {.left = 10};

	(void)state;
	assert_true(effort_take(&effort, 7));
	assert_true(effort_take(&effort, 3));
	assert_true(effort_take(&effort, 0));
	assert_false(effort_take(&effort, 1));
	assert_true(effort.spent);
	effort.left = 5; /* spent is spent */
	assert_false(effort_take(&effort, 1));
	assert_true(effort_take(NULL, SIZE_MAX));
}

static void names_in_other_letters_cost(void **state)
{
	static const struct {
		const char *url;
		bool costs;
	} table[] = {
	    {"https://www.example.com/", false},
	    {"https://www.example.com/日本語?q=日本語#日本語", false},
	    {"mailto:a@b.example", false},
	    {"", false},
	    {"//", false},
	    {"https://日本語.example/", true},
	    {"https:日本語.example", true},
	    {"https:\\\\日本語.example\\", true},
	    {"//a@日本語.example", true},
	    {"日本語.example", true},
	    {"https://xn--wgv71a119e.example/", true},
	    {"https://a.XN--wgv71a119e", true},
	    {"https://%61.example/", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if ((effort_idna(span_of(table[i].url)) > 0) != table[i].costs)
			fail_msg("%s", table[i].url);
	assert_true(effort_idna(SPAN("//あ.い.う.example")) >
		    effort_idna(SPAN("//あいう.example")));
	assert_true(effort_idna(SPAN("//あいうあいう.example")) >
		    effort_idna(SPAN("//あいう.example")));
}

static void ordinary_mails_fit_in(void **state)
{
	struct verdict verdict;

	(void)state;
	fill(LINKS, "www.shop-", "com");
	verdict = judge(LINKS);
	assert_int_equal(verdict.links_unjudged, 0);
	assert_false(is_cut(&verdict));
	fill(300, "日本語", "jp");
	verdict = judge(300);
	assert_int_equal(verdict.links_unjudged, 0);
	assert_false(is_cut(&verdict));
	/* Two thousand links to one place are one name. */
	for (size_t i = 0; i < LINKS; i++)
		links[i].url = SPAN("https://click.mail.shop-paypal.example/");
	verdict = judge(LINKS);
	assert_false(is_cut(&verdict));
}

static void as_many_fit_in_where_a_brand_is_claimed(void **state)
{
	struct verdict verdict;

	(void)state;
	fill(LINKS, "www.shoe", "com");
	verdict = judge_from(SPAN("Amazon"), LINKS);
	assert_int_equal(verdict.claim_count, 1);
	assert_false(is_cut(&verdict));
}

static void a_dangerous_name_is_told_behind_all(void **state)
{
	static const struct {
		const char *unit;
		size_t times;
	} fronts[] = {{"paypal.", 30}, {"a.", 120}, {"amazon-google-", 4}, {"a-b.", 50}};
	char front[300];

	(void)state;
	for (size_t i = 0; i < sizeof(fronts) / sizeof(*fronts); i++) {
		struct verdict verdict;

		repeat(front, fronts[i].unit, fronts[i].times);
		fill(LINKS, front, "example");
		links[LINKS - 1].url = SPAN("https://xn--80ak6aa92e.com/");
		verdict = judge(LINKS);
		assert_int_equal(verdict.link_count, LINKS);
		assert_true(is_cut(&verdict));
		if (verdict.links[LINKS - 1].level != LEVEL_DANGER)
			fail_msg("behind %s", fronts[i].unit);
	}
}

static void links_end_where_letters_are_too_many(void **state)
{
	char front[300];
	struct verdict verdict;

	(void)state;
	repeat(front, "а.б.в.г.", 5);
	fill(LINKS, front, "example");
	verdict = judge(LINKS);
	assert_in_range(verdict.link_count, 50, LINKS - 1);
	assert_true(is_cut(&verdict));
}

/* All links are judged, but what the last one holds beside its own name is not read: that is told, too. */
static void names_inside_links_have_an_end(void **state)
{
	static char written[LINKS][64];
	struct verdict verdict;
	size_t fit;

	(void)state;
	fill(LINKS, "www.shop-", "com");
	for (size_t i = 0; i < LINKS; i++) {
		(void)snprintf(written[i], sizeof(written[i]), "https://%%77ww.shop-n%zu.com/", i);
		links[i].raw = span_of(written[i]);
	}
	fit = EFFORT_IDNA / effort_idna(links[0].raw);
	assert_in_range(fit, 1, LINKS - 2);
	verdict = judge(fit);
	assert_int_equal(verdict.links_unjudged, 0);
	assert_false(is_cut(&verdict));
	verdict = judge(fit + 1);
	assert_int_equal(verdict.links_unjudged, 0);
	assert_true(is_cut(&verdict));
	verdict = judge(fit + 2);
	assert_int_equal(verdict.links_unjudged, 1);
	assert_true(is_cut(&verdict));
}

static void texts_of_links_that_grow_have_an_end(void **state)
{
	static char arabic[400];
	struct verdict verdict;

	(void)state;
	repeat(arabic, "\ufdfa", 30); /* eighteen letters each */
	fill(LINKS, "www.", "com");
	for (size_t i = 0; i < LINKS; i++)
		links[i].text = i < 10 ? span_of(arabic) : SPAN("about four weeks");
	verdict = judge(LINKS);
	assert_false(is_cut(&verdict));
	for (size_t i = 0; i < LINKS; i++)
		links[i].text = i < 100 ? span_of(arabic) : SPAN("");
	links[LINKS - 1].url = SPAN("https://xn--80ak6aa92e.com/");
	verdict = judge(LINKS);
	assert_true(is_cut(&verdict));
	assert_int_equal(verdict.links[LINKS - 1].level, LEVEL_DANGER);
}

static void lists_of_addresses_have_an_end(void **state)
{
	static struct span many[1000];
	struct message message = {.reply_to = many, .reply_to_count = 1000};
	struct verdict verdict;

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		many[i] = SPAN("a@example.net");
	arena_reset(fixture.arena);
	assert_true(judge_message(&fixture.judge, fixture.arena, &message, &verdict));
	assert_true(is_cut(&verdict));
	message.reply_to_count = 20;
	assert_true(judge_message(&fixture.judge, fixture.arena, &message, &verdict));
	assert_false(is_cut(&verdict));
}

/* Only the end of an address is read, whosever it is; that is told as well. */
static void addresses_have_an_end(void **state)
{
	static char longest[WINDOW_ADDRESS + 1];
	const struct span fits = {longest + 1, WINDOW_ADDRESS}, longer = {longest, sizeof(longest)};
	struct span address;
	const struct message mails[] = {
	    {.has_sender = true},
	    {.recipients = &address, .recipient_count = 1},
	    {.reply_to = &address, .reply_to_count = 1},
	};

	(void)state;
	memset(longest, 'a', sizeof(longest));
	memcpy(longest + sizeof(longest) - strlen("@example.net"), "@example.net",
	       strlen("@example.net"));
	for (size_t i = 0; i < 2 * sizeof(mails) / sizeof(mails[0]); i++) {
		struct message message = mails[i / 2];
		bool cut = i % 2 == 1;
		struct verdict verdict;

		address = cut ? longer : fits;
		if (message.has_sender)
			message.sender_address = address;
		arena_reset(fixture.arena);
		assert_true(judge_message(&fixture.judge, fixture.arena, &message, &verdict));
		if (is_cut(&verdict) != cut)
			fail_msg("mail %zu, an address of %zu bytes", i / 2, address.len);
		if (message.has_sender)
			assert_true(span_equal(verdict.sender.domain, SPAN("example.net")));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(units_are_taken),
	    cmocka_unit_test(names_in_other_letters_cost),
	    cmocka_unit_test(ordinary_mails_fit_in),
	    cmocka_unit_test(as_many_fit_in_where_a_brand_is_claimed),
	    cmocka_unit_test(a_dangerous_name_is_told_behind_all),
	    cmocka_unit_test(links_end_where_letters_are_too_many),
	    cmocka_unit_test(names_inside_links_have_an_end),
	    cmocka_unit_test(texts_of_links_that_grow_have_an_end),
	    cmocka_unit_test(lists_of_addresses_have_an_end),
	    cmocka_unit_test(addresses_have_an_end),
	};

	return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
