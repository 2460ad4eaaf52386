#include "detect/disguise.h"

#include "detect/window.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

#define LETTERS 4      /* shorter words are symbols and units */
#define NAME_POINTS 5  /* as for display names (claim.c) */
#define WORD_POINTS 40 /* longer runs are no words */
#define LOOKALIKES_SURE 3
#define INVISIBLE_SURE 3
#define SOFT_HYPHEN 0xAD

#define HIDDEN (UNICODE_INVISIBLE | UNICODE_BIDI_CONTROL)

/* What one word is made of. */
struct word {
	size_t from, to; /* bytes */
	size_t latin, lookalikes, others, hidden;
	bool edges_only; /* its look-alikes are small Greek letters at its ends */
};

/* What was seen of a text. */
struct tally {
	const struct catalogue *catalogue;
	struct arena *arena;
	struct span raw;
	struct span first, hidden_first;
	size_t lookalikes, words, foreign, hidden;
	brand_ref brand;
};

static bool is_latin(uint32_t point)
{
	return (point | 0x20) >= 'a' && (point | 0x20) <= 'z' && point < 0x80;
}

/* Of an alphabet from which letters are borrowed. */
static bool is_borrowed(uint32_t point)
{
	unsigned script = unicode_script(point);

	return (script == SCRIPT_CYRILLIC || script == SCRIPT_GREEK) &&
	       (unicode_properties(point) & UNICODE_LETTER);
}

static bool looks_latin(uint32_t point)
{
	struct span prototype = unicode_prototype(point);

	return prototype.len == 1 && is_latin((unsigned char)prototype.ptr[0]);
}

static bool is_small_greek(uint32_t point)
{
	return point >= 0x3B1 && point <= 0x3C9;
}

/* Nothing that a filter or a reader has to do with: one letter's worth of the text. */
static bool joins(uint32_t point)
{
	return (unicode_properties(point) & HIDDEN) && point != SOFT_HYPHEN;
}

/* Takes the word that begins at `from` with a letter. */
static struct word take_word(struct span raw, size_t from)
{
	struct word word = {.from = from, .to = from, .edges_only = true};
	struct span rest = span_slice(raw, from, raw.len);
	size_t pending = 0, points = 0;
	bool greek_before = false, latin_before = false;

	while (rest.len && points++ < WORD_POINTS) {
		uint32_t point = utf8_next(&rest);
		bool latin = is_latin(point), borrowed = !latin && is_borrowed(point);

		if (joins(point)) {
			pending++;
			continue;
		}
		if (!latin && !borrowed)
			break;
		word.to = raw.len - rest.len;
		word.hidden += latin && latin_before && pending;
		pending = 0;
		/* Small Greek letters are at an edge while nothing Latin follows one that follows Latin. */
		if (borrowed && looks_latin(point)) {
			word.lookalikes++;
			if (!is_small_greek(point))
				word.edges_only = false;
			greek_before |= word.latin > 0;
		} else if (borrowed) {
			word.others++;
		} else {
			if (greek_before)
				word.edges_only = false;
			word.latin++;
		}
		latin_before = latin;
	}
	return word;
}

static brand_ref named(const struct tally *tally, struct span word)
{
	struct alias_hit hits[ALIAS_HITS];
	struct span key = fold_key(tally->arena, normalize_nfkc_fold(tally->arena, word));
	size_t count =
	    utf8_length(key) >= NAME_POINTS ? catalogue_alias(tally->catalogue, key, hits) : 0;

	for (size_t i = 0; i < count; i++)
		if (!hits[i].weak)
			return hits[i].brand;
	return BRAND_NONE;
}

static void count_word(struct tally *tally, const struct word *word)
{
	struct span text = span_slice(tally->raw, word->from, word->to);

	if (word->hidden && !word->lookalikes && !word->others) {
		if (tally->hidden == 0)
			tally->hidden_first = text;
		tally->hidden += word->hidden;
	}
	if (word->others) { /* a word of that alphabet's own */
		tally->foreign++;
		return;
	}
	if (!word->lookalikes || !word->latin || word->edges_only ||
	    word->latin + word->lookalikes < LETTERS)
		return;
	if (tally->words == 0)
		tally->first = text;
	if (tally->brand == BRAND_NONE) {
		tally->brand = named(tally, text);
		if (tally->brand != BRAND_NONE)
			tally->first = text;
	}
	if (tally->words == 0 || !span_equal(text, tally->first)) {
		tally->words++;
		tally->lookalikes += word->lookalikes;
	}
}

/* Lead bytes of Greek and Cyrillic, and of what cannot be seen: all others, which most mails are made of, are passed
 * over bytewise. */
static bool is_of_interest(unsigned char lead, unsigned char next)
{
	return (lead >= 0xCD && lead <= 0xD4) || lead == 0xD8 || lead == 0xE1 || lead == 0xF3 ||
	       (lead == 0xE2 && (next == 0x80 || next == 0x81)) ||
	       (lead == 0xEF && (next == 0xBB || next == 0xBE));
}

static size_t next_of_interest(struct span raw, size_t at)
{
	for (;; at++) {
		at += utf8_ascii_prefix(span_slice(raw, at, raw.len));
		if (at + 1 >= raw.len)
			return raw.len;
		if (is_of_interest((unsigned char)raw.ptr[at], (unsigned char)raw.ptr[at + 1]))
			return at;
	}
}

/* Where the ASCII word begins that holds the byte before `at`. */
static size_t word_start(struct span raw, size_t at, size_t least)
{
	while (at > least && is_latin((unsigned char)raw.ptr[at - 1]))
		at--;
	return at;
}

static void count_words(struct tally *tally)
{
	struct span raw = tally->raw;
	size_t done = 0, at;

	while ((at = next_of_interest(raw, done)) < raw.len) {
		struct span rest = span_slice(raw, at, raw.len);
		uint32_t point = utf8_next(&rest);
		size_t from = word_start(raw, at, done);

		done = raw.len - rest.len;
		if (is_borrowed(point) || (joins(point) && from < at)) {
			struct word word = take_word(raw, from);

			count_word(tally, &word);
			done = word.to > done ? word.to : done;
		}
	}
}

struct disguise disguise_read(const struct catalogue *catalogue, struct arena *arena,
			      struct span raw)
{
	struct tally tally = {
	    .catalogue = catalogue,
	    .arena = arena,
	    .raw = span_slice(raw, 0, WINDOW_TEXT_HEAD),
	    .brand = BRAND_NONE,
	};
	struct disguise none = {.brand = BRAND_NONE};

	count_words(&tally);
	if (tally.words > tally.foreign &&
	    (tally.brand != BRAND_NONE || tally.words > 1 || tally.lookalikes >= LOOKALIKES_SURE))
		return (struct disguise){tally.first, "look-alike letters", tally.brand};
	if (tally.hidden >= INVISIBLE_SURE)
		return (struct disguise){tally.hidden_first, "invisible characters", BRAND_NONE};
	return none;
}
