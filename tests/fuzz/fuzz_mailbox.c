/* Addresses: a plain one stays as it is written, whatever else was around it. Then the same bytes as a person pastes
 * them at a command line: a header of a mail's source, with encoded words (RFC 2047). */
#include "fuzz.h"

#include "encoded_word.h"
#include "pasted.h"
#include "text/mailbox.h"
#include "text/utf8.h"

static void check_pasted(struct arena *arena, struct span text)
{
	struct span name, address, subject = pasted_subject(arena, text);
	struct span read = encoded_words(arena, text);

	pasted_sender(arena, text, &name, &address);
	CHECK(!arena_failed(arena));
	CHECK(utf8_check(name) == name.len && utf8_check(address) == address.len);
	CHECK(utf8_check(subject) == subject.len && utf8_check(read) == read.len);
	CHECK(address.len <= text.len);
	/* Without a word there is nothing to read; else each is read or stays. */
	if (read.ptr == text.ptr)
		CHECK(read.len == text.len);
	else
		CHECK(span_find(text, '?') != SPAN_NONE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *arena;
	struct span text = fuzz_text(data, size);
	struct mailbox mailbox;

	if (!arena) {
		CHECK(hostname_open());
		arena = arena_new(64U << 20);
		CHECK(arena);
	}
	arena_reset(arena);
	if (utf8_check(text) == text.len) {
		check_pasted(arena, text);
		mailbox = mailbox_parse(arena, text);
		CHECK(!arena_failed(arena));
		CHECK(utf8_check(mailbox.address) == mailbox.address.len);
		if (mailbox.problems & MAILBOX_EMPTY)
			CHECK(mailbox.address.len == 0 && mailbox.local.len == 0);
		if (!(mailbox.problems & (MAILBOX_EMPTY | MAILBOX_DOMAIN)))
			CHECK(mailbox.domain.kind != HOSTNAME_INVALID);
		if (mailbox.problems == 0) {
			struct mailbox again = mailbox_parse(arena, mailbox.address);

			CHECK(again.problems == 0);
			CHECK(span_equal(again.address, mailbox.address));
			CHECK(span_equal(again.local, mailbox.local));
			CHECK(span_equal(again.domain.ascii, mailbox.domain.ascii));
		}
	}
	fuzz_text_free(text);
	return 0;
}
