/* URLs: the parts lie where they are said to, and wrappers are opened to an end. Then the same bytes as a person pastes
 * them at a command line: made harmless, without a scheme. */
#include "fuzz.h"

#include "detect/redirect.h"
#include "embedded/embedded.h"
#include "pasted.h"
#include "text/utf8.h"

static struct arena *arena;
static struct catalogue catalogue;

static void open_parts(void)
{
	char problem[160];

	CHECK(hostname_open());
	arena = arena_new(64U << 20);
	catalogue = (struct catalogue){.indexes = {embedded_open(problem)}, .count = 1};
	CHECK(arena && catalogue.indexes[0]);
}

static void check_parts(const struct url *url)
{
	CHECK(url->port >= -1 && url->port <= 65535);
	CHECK(url->kind == URL_SPECIAL || url->hostname.kind == HOSTNAME_INVALID ||
	      url->kind == URL_FAILED);
	CHECK(url->kind != URL_SPECIAL || url->hostname.ascii.len > 0);
	CHECK(url->has_userinfo || url->userinfo.len == 0);
	CHECK(utf8_check(url->userinfo) == url->userinfo.len);
	for (size_t i = 0; i < url->scheme.len; i++)
		CHECK(url->scheme.ptr[i] < 'A' || url->scheme.ptr[i] > 'Z');
}

static void check_targets(const struct url *url, unsigned depth)
{
	struct span targets[8];
	struct redirect wrapper = redirect_unwrap(&catalogue, arena, url);
	size_t count = redirect_parameters(arena, url, targets, 8);

	CHECK(count <= 8);
	CHECK(wrapper.known || wrapper.target.len == 0);
	for (size_t i = 0; i < count; i++)
		CHECK(targets[i].len > 0 && utf8_check(targets[i]) == targets[i].len);
	if (wrapper.target.len > 0 && depth < REDIRECT_DEPTH) {
		struct url next = url_parse(arena, wrapper.target);

		CHECK(next.kind != URL_RELATIVE);
		check_parts(&next);
		check_targets(&next, depth + 1);
	}
}

static void check_pasted(struct span text)
{
	struct message_link link = {0}, again = {0};

	if (!pasted_link(arena, text, &link))
		return;
	CHECK(link.url.len > 0 && utf8_check(link.url) == link.url.len);
	CHECK(link.raw.len == 0 && link.text.len == 0);
	/* What was understood as a link is one when it is pasted again. */
	CHECK(pasted_link(arena, link.url, &again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = fuzz_text(data, size), value;
	struct url url;

	if (!arena)
		open_parts();
	arena_reset(arena);
	url = url_parse(arena, text);
	check_parts(&url);
	check_targets(&url, 0);
	if (url_query_param(arena, url.query, SPAN("u"), &value))
		CHECK(utf8_check(value) == value.len);
	value = url_percent_decode(arena, text);
	CHECK(utf8_check(value) == value.len);
	if (utf8_check(text) == text.len)
		check_pasted(text);
	CHECK(!arena_failed(arena));
	fuzz_text_free(text);
	return 0;
}
