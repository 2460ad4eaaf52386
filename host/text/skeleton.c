#include "text/skeleton.h"

#include "text/normalize.h"
#include "text/skeleton_extra.h"
#include "text/unicode.h"
#include "text/utf8.h"

/* No text needs more: a letter goes through a target or two and one case folding. The test walks
 * every code point. */
enum { PASSES_MAX = 6 };

/* Which reading each letter with two of them takes: bit i stands for the i-th such letter. */
struct readings {
	unsigned second; /* set bits: the second reading */
	unsigned met;	 /* such letters so far */
};

static struct span prototypes_of(struct arena *arena, struct span text)
{
	struct builder b = {.arena = arena};

	while (text.len > 0) {
		uint32_t point = utf8_next(&text);
		struct span prototype = unicode_prototype(point);

		if (prototype.len > 0)
			builder_add(&b, prototype);
		else
			builder_point(&b, point);
	}
	return builder_span(&b);
}

struct span skeleton_uts39(struct arena *arena, struct span text)
{
	return normalize_nfd(arena, prototypes_of(arena, normalize_nfd(arena, text)));
}

/* Appends what one ASCII character looks like to `out`, of which `len` bytes are filled; returns the
 * new length. */
static size_t put_ascii(char *out, size_t len, char byte)
{
	byte = span_lower(byte);
	switch (byte) {
	case 'm':
		out[len++] = 'r';
		out[len++] = 'n';
		return len;
	case '0':
		byte = 'o';
		break;
	case '1':
	case '|':
		byte = 'l';
		break;
	case 'v':
		if (len > 0 && out[len - 1] == 'v') {
			out[len - 1] = 'w';
			return len;
		}
		break;
	default:
		break;
	}
	out[len++] = byte;
	return len;
}

static void add_ascii(struct builder *b, char byte)
{
	char out[3];
	size_t before = b->len > 0;

	out[0] = before ? b->ptr[b->len - 1] : '\0';
	size_t len = put_ascii(out, before, byte);

	if (before)
		b->ptr[b->len - 1] = out[0];
	builder_add(b, (struct span){out + before, len - before});
}

static void add_all_ascii(struct builder *b, struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		add_ascii(b, text.ptr[i]);
}

static void add_extra(struct builder *b, const struct skeleton_extra *extra,
		      struct readings *readings)
{
	const char *reading = extra->first;

	if (extra->second[0]) {
		if (readings->met < 32 && readings->second >> readings->met & 1)
			reading = extra->second;
		readings->met++;
	}
	add_all_ascii(b, span_of(reading));
}

static void add_looks(struct builder *b, uint32_t point, struct readings *readings)
{
	const struct skeleton_extra *extra = skeleton_extra_of(point);
	struct span prototype;

	if (point < 0x80) {
		add_ascii(b, (char)point);
		return;
	}
	if (extra) {
		add_extra(b, extra, readings);
		return;
	}
	prototype = unicode_prototype(point);
	if (prototype.len > 0)
		builder_add(b, prototype);
	else
		builder_point(b, point);
}

static struct span without_marks(struct arena *arena, struct span nfd)
{
	struct builder b = {.arena = arena};
	bool shed = false;

	while (nfd.len > 0) {
		uint32_t point = utf8_next(&nfd);

		if (unicode_properties(point) & UNICODE_MARK) {
			if (!shed)
				builder_point(&b, point);
			continue;
		}
		shed = unicode_sheds_marks(point);
		builder_point(&b, point);
	}
	return builder_span(&b);
}

/* Every point replaced by what it looks like. The marks go first, or they would part what belongs
 * together ("v́v"). */
static struct span looks_of(struct arena *arena, struct span text, struct readings *readings)
{
	struct span rest = without_marks(arena, normalize_nfd(arena, text));
	struct builder b = {.arena = arena};

	while (rest.len > 0)
		add_looks(&b, utf8_next(&rest), readings);
	return builder_span(&b);
}

/* Prototypes come with marks, capitals and compatibility forms of their own: repeat until nothing
 * moves, which makes the skeleton of a skeleton the same text. */
static struct span skeleton_reading(struct arena *arena, struct span text, struct readings readings)
{
	struct span before = {NULL, 0};

	for (int pass = 0; pass < PASSES_MAX && !span_equal(text, before); pass++) {
		before = text;
		text = looks_of(arena, text, &readings);
		if (!utf8_is_ascii(text))
			text = normalize_nfd(arena, normalize_nfkc_fold(arena, text));
		readings.second = 0;
	}
	return text;
}

/* It looks like itself, whatever stands beside it: all but capitals, 0, 1, m, v and |. */
static bool looks_plain(char byte)
{
	static const bool others[256] = {
	    ['0'] = 1, ['1'] = 1, ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1,
	    ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1, ['M'] = 1, ['N'] = 1,
	    ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1, ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1,
	    ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1, ['m'] = 1, ['v'] = 1, ['|'] = 1,
	};

	return !others[(unsigned char)byte];
}

size_t skeleton_ascii(struct span text, char *out)
{
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++)
		if (looks_plain(text.ptr[i]))
			out[len++] = text.ptr[i];
		else
			len = put_ascii(out, len, text.ptr[i]);
	return len;
}

struct span skeleton_of(struct arena *arena, struct span text)
{
	char *out;

	if (!utf8_is_ascii(text))
		return skeleton_reading(arena, text, (struct readings){0});
	out = arena_array(arena, text.len, 2);
	return arena_failed(arena) ? (struct span){NULL, 0}
				   : (struct span){out, skeleton_ascii(text, out)};
}

/* How many skeletons the letters with two readings ask for, at most SKELETON_MAX. */
static unsigned count_choices(struct arena *arena, struct span text)
{
	struct readings readings = {0};

	looks_of(arena, text, &readings);
	return readings.met < 4 ? 1U << readings.met : SKELETON_MAX;
}

static bool contains(const struct span *list, size_t count, struct span text)
{
	for (size_t i = 0; i < count; i++)
		if (span_equal(list[i], text))
			return true;
	return false;
}

size_t skeleton_all(struct arena *arena, struct span text, struct span out[static SKELETON_MAX])
{
	size_t count = 0;
	unsigned choices;

	out[count++] = skeleton_of(arena, text);
	if (utf8_is_ascii(text))
		return count;
	choices = count_choices(arena, text);
	for (unsigned choice = 1; choice < choices; choice++) {
		struct span skeleton =
		    skeleton_reading(arena, text, (struct readings){.second = choice});

		if (!contains(out, count, skeleton))
			out[count++] = skeleton;
	}
	return count;
}
