/* Hostnames: what comes out is what browsers would keep, and reading it again changes nothing. */
#include "fuzz.h"

#include "text/hostname.h"
#include "text/utf8.h"

static void check_ascii(struct span ascii)
{
	CHECK(ascii.len > 0);
	for (size_t i = 0; i < ascii.len; i++) {
		unsigned char c = (unsigned char)ascii.ptr[i];

		CHECK(c > 0x20 && c < 0x7f && !(c >= 'A' && c <= 'Z') && c != '%' && c != '/' &&
		      c != '@' && c != '?' && c != '#' && c != '\\' && c != '<' && c != '>');
	}
}

static void check_again(struct arena *arena, const struct hostname *name)
{
	struct builder b = {.arena = arena};
	struct hostname again;

	/* A dot at the end is taken off, one only. */
	builder_add(&b, name->ascii);
	if (name->ascii.len > 1 && name->ascii.ptr[name->ascii.len - 1] == '.')
		builder_byte(&b, '.');
	again = hostname_parse(arena, builder_span(&b));

	CHECK(again.kind == name->kind && span_equal(again.ascii, name->ascii));
	CHECK(span_equal(again.unicode, name->unicode));
	CHECK(again.undecodable == name->undecodable);
}

static void check_suffix(struct span ascii)
{
	size_t any = hostname_suffix(ascii, true), icann = hostname_suffix(ascii, false);

	CHECK(any <= ascii.len && icann <= ascii.len && icann <= any);
	CHECK(any == ascii.len || any == 0 || ascii.ptr[ascii.len - any - 1] == '.');
	for (size_t count = 0; count < 4; count++) {
		struct span last = hostname_last_labels(ascii, count);

		CHECK(last.len <= ascii.len && last.ptr + last.len == ascii.ptr + ascii.len);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *arena;
	struct span text = fuzz_text(data, size);
	struct hostname name;

	if (!arena) {
		CHECK(hostname_open());
		arena = arena_new(64U << 20);
		CHECK(arena);
	}
	arena_reset(arena);
	name = hostname_parse(arena, text);
	CHECK(!arena_failed(arena));
	if (name.kind == HOSTNAME_INVALID) {
		CHECK(name.ascii.len == 0 && name.unicode.len == 0);
	} else {
		check_ascii(name.ascii);
		CHECK(utf8_check(name.unicode) == name.unicode.len && name.unicode.len > 0);
		check_again(arena, &name);
		check_suffix(name.ascii);
	}
	fuzz_text_free(text);
	return 0;
}
