/* Addresses: a plain one stays as it is written, whatever else was around it. */
#include "fuzz.h"

#include "text/mailbox.h"
#include "text/utf8.h"

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
