#include "text/normalize.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

/* A window ends at the first safe border after WINDOW_SOFT bytes. Text without any (a flood of
 * combining marks) is cut at WINDOW_HARD, where the result may differ from the whole text's. */
enum { WINDOW_SOFT = 4 * 1024, WINDOW_HARD = 32 * 1024, PLAIN_AFTER = 16 };

/*
 * True when a text may be cut before `point`: neither it nor the start of its decomposition ever
 * composes with or is reordered around what stands before. True ranges only where that is certain;
 * outside them are all marks, the vowel and final jamo, and the half-width voicing marks.
 */
static bool starts_segment(uint32_t point)
{
	static const struct {
		uint32_t first, last;
	} safe[] = {
	    {0x0000, 0x02FF}, {0x0370, 0x0482},	  {0x048A, 0x0590},   {0x05D0, 0x05EA},
	    {0x0620, 0x064A}, {0x0904, 0x0939},	  {0x0985, 0x09B9},   {0x0B83, 0x0BB9},
	    {0x0E01, 0x0E30}, {0x0E81, 0x0EB0},	  {0x1000, 0x102A},   {0x10A0, 0x115F},
	    {0x1E00, 0x20CF}, {0x2100, 0x2CEE},	  {0x3041, 0x3096},   {0x309D, 0x30FF},
	    {0x31F0, 0xA66E}, {0xAC00, 0xD7A3},	  {0xF900, 0xFB1D},   {0xFB50, 0xFDFF},
	    {0xFF01, 0xFF9D}, {0x1D400, 0x1D7FF}, {0x1F000, 0x2FA1F},
	};

	for (size_t i = 0; i < sizeof(safe) / sizeof(*safe); i++)
		if (point <= safe[i].last)
			return point >= safe[i].first;
	return false;
}

/*
 * What toNFKC_Casefold makes of `point` where that is one code point whatever stands around it but
 * for a mark behind it; 0 elsewhere. Such a point starts a segment. The letters of most mails.
 */
static uint32_t plain_fold(uint32_t point)
{
	if (point < 0x80)
		return point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
	if ((point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3041 && point <= 0x3096) ||
	    (point >= 0x30A1 && point <= 0x30FC) || (point >= 0x3001 && point <= 0x301B))
		return point;
	if (point >= 0xFF01 && point <= 0xFF5E) {
		point -= 0xFF01 - '!';
		return point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
	}
	if (point == 0x3000 || point == 0xA0)
		return ' ';
	if ((point >= 0xC0 && point <= 0xDE && point != 0xD7) ||
	    (point >= 0x0410 && point <= 0x042F))
		return point + 0x20;
	if ((point >= 0xE0 && point <= 0xFF) || (point >= 0x0430 && point <= 0x044F) ||
	    (point >= 0x2018 && point <= 0x2023) || (point >= 0x2012 && point <= 0x2016) ||
	    (point >= 0x200B && point <= 0x200F) || (point >= 0xAC00 && point <= 0xD7A3))
		return point;
	return 0;
}

/* Takes the next window off *rest. */
static struct span next_window(struct span *rest)
{
	struct span text = *rest, after = *rest;

	while (after.len > 0) {
		size_t at = text.len - after.len;
		struct span before = after;
		uint32_t point = utf8_next(&after);

		if (at >= WINDOW_HARD || (at >= WINDOW_SOFT && starts_segment(point))) {
			*rest = before;
			return span_slice(text, 0, at);
		}
	}
	*rest = after;
	return text;
}

/* Appends what a libunistring function made (malloc'd, NULL on failure) and frees it. */
static void add_made(struct builder *b, uint8_t *made, size_t len)
{
	if (!made) {
		arena_fail(b->arena);
		return;
	}
	builder_add(b, (struct span){(const char *)made, len});
	free(made);
}

static void add_form(struct builder *b, struct span window, uninorm_t form)
{
	size_t len = 0;
	uint8_t *made = u8_normalize(form, (const uint8_t *)window.ptr, window.len, NULL, &len);

	add_made(b, made, len);
}

static void add_nfc(struct builder *b, struct span window)
{
	add_form(b, window, UNINORM_NFC);
}

static void add_nfd(struct builder *b, struct span window)
{
	add_form(b, window, UNINORM_NFD);
}

static void add_nfkc_fold(struct builder *b, struct span window)
{
	size_t nfkc_len = 0, len = 0;
	uint8_t *made = NULL, *nfkc = u8_normalize(UNINORM_NFKC, (const uint8_t *)window.ptr,
						   window.len, NULL, &nfkc_len);

	if (nfkc)
		made = u8_casefold(nfkc, nfkc_len, NULL, UNINORM_NFKC, NULL, &len);
	free(nfkc);
	add_made(b, made, len);
}

/* libunistring refuses broken UTF-8 as a whole; here each broken byte becomes U+FFFD. */
static struct span repaired(struct arena *arena, struct span text)
{
	struct builder b = {.arena = arena};

	if (utf8_check(text) == text.len)
		return text;
	while (text.len > 0)
		builder_point(&b, utf8_next(&text));
	return builder_span(&b);
}

static struct span by_windows(struct arena *arena, struct span text,
			      void (*add)(struct builder *, struct span))
{
	struct builder b = {.arena = arena};
	struct span rest = repaired(arena, text);

	while (rest.len > 0 && !arena_failed(arena)) {
		struct span window = next_window(&rest);

		if (utf8_is_ascii(window))
			builder_add(&b, window);
		else
			add(&b, window);
	}
	return builder_span(&b);
}

struct span normalize_nfc(struct arena *arena, struct span text)
{
	return by_windows(arena, text, add_nfc);
}

struct span normalize_nfd(struct arena *arena, struct span text)
{
	return by_windows(arena, text, add_nfd);
}

static void add_lower(struct builder *b, struct span ascii)
{
	size_t before = b->len, added;
	char *bytes;

	builder_add(b, ascii);
	added = b->len - before;
	if (added == 0) /* no memory */
		return;
	bytes = b->ptr + before;
	for (size_t i = 0; i < added; i++)
		bytes[i] = span_lower(bytes[i]);
}

/* Bytes of `text` that plain_fold() folds, written to `b`. Stops in front of a point that takes
 * more, and of the point before it where the two belong together. */
static size_t add_plain(struct builder *b, struct span text)
{
	struct span rest = text;
	size_t before = b->len, taken = 0;

	while (rest.len > 0) {
		size_t at = text.len - rest.len, run = utf8_ascii_prefix(rest);
		uint32_t point, folded;

		if (run > 1) { /* the last one may belong to what follows */
			add_lower(b, span_slice(rest, 0, run - 1));
			rest = span_slice(rest, run - 1, rest.len);
			at += run - 1;
		}
		point = utf8_next(&rest);
		folded = plain_fold(point);

		if (folded == 0 && point != 0) {
			if (at > 0 && !starts_segment(point)) {
				b->len = before;
				return taken;
			}
			return at;
		}
		before = b->len;
		taken = at;
		builder_point(b, folded);
	}
	return text.len;
}

/* Bytes of `text` up to the first plain point at or after byte PLAIN_AFTER: shorter pieces are not
 * worth a call of libunistring each. */
static size_t find_plain(struct span text)
{
	struct span rest = text;

	while (rest.len > 0) {
		size_t at = text.len - rest.len;
		uint32_t point = utf8_next(&rest);

		if (at >= PLAIN_AFTER && (point == 0 || plain_fold(point) != 0))
			return at;
	}
	return text.len;
}

struct span normalize_nfkc_fold_front(struct arena *arena, struct span text, size_t most,
				      struct span *unread)
{
	struct builder b = {.arena = arena};
	struct span whole = repaired(arena, text), rest = whole;

	while (rest.len > 0 && b.len < most && !arena_failed(arena)) {
		struct span hard;

		rest = span_slice(rest, add_plain(&b, rest), rest.len);
		hard = span_slice(rest, 0, find_plain(rest));
		rest = span_slice(rest, hard.len, rest.len);
		while (hard.len > 0 && b.len < most && !arena_failed(arena))
			add_nfkc_fold(&b, next_window(&hard));
		rest = span_slice(whole, whole.len - rest.len - hard.len, whole.len);
	}
	*unread = rest;
	return builder_span(&b);
}

struct span normalize_nfkc_fold(struct arena *arena, struct span text)
{
	struct span unread;

	return normalize_nfkc_fold_front(arena, text, SIZE_MAX, &unread);
}

struct span normalize_ascii_lower(struct arena *arena, struct span text)
{
	struct span copy = arena_copy(arena, text);
	char *bytes = (char *)(uintptr_t)copy.ptr;

	for (size_t i = 0; i < copy.len; i++)
		bytes[i] = span_lower(bytes[i]);
	return copy;
}
