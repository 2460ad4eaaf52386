#include "text/hostname_punycode.h"

#include "text/utf8.h"

/* The parameters of RFC 3492 section 5. */
enum {
	BASE = 36,
	T_MIN = 1,
	T_MAX = 26,
	SKEW = 38,
	DAMP = 700,
	INITIAL_BIAS = 72,
	INITIAL_N = 0x80,
};

static char digit(uint32_t value)
{
	return (char)(value < 26 ? 'a' + value : '0' + (value - 26));
}

/* Section 6.1. */
static uint32_t adapted_bias(uint32_t delta, uint32_t count, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	delta += delta / count;
	for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
		delta /= BASE - T_MIN;
	return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static void add_number(struct builder *out, uint32_t value, uint32_t bias)
{
	for (uint32_t k = BASE;; k += BASE) {
		uint32_t t = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;

		if (value < t)
			break;
		builder_byte(out, digit(t + (value - t) % (BASE - t)));
		value = (value - t) / (BASE - t);
	}
	builder_byte(out, digit(value));
}

static uint32_t smallest_from(const uint32_t *points, uint32_t count, uint32_t from)
{
	uint32_t smallest = UINT32_MAX;

	for (uint32_t i = 0; i < count; i++)
		if (points[i] >= from && points[i] < smallest)
			smallest = points[i];
	return smallest;
}

/* Section 6.3, for what is not ASCII. With PUNYCODE_MAX code points nothing comes near an overflow. */
static void add_others(struct builder *out, const uint32_t *points, uint32_t count, uint32_t basic)
{
	uint32_t n = INITIAL_N, delta = 0, bias = INITIAL_BIAS, done = basic;

	for (; done < count; n++, delta++) {
		uint32_t next = smallest_from(points, count, n);

		delta += (next - n) * (done + 1);
		n = next;
		for (uint32_t i = 0; i < count; i++) {
			if (points[i] < n)
				delta++;
			if (points[i] != n)
				continue;
			add_number(out, delta, bias);
			done++;
			bias = adapted_bias(delta, done, done == basic + 1);
			delta = 0;
		}
	}
}

struct span hostname_punycode(struct arena *arena, struct span label)
{
	struct builder out = {.arena = arena};
	uint32_t points[PUNYCODE_MAX], count = 0, basic = 0;

	builder_add(&out, SPAN("xn--"));
	while (label.len > 0) {
		if (count == PUNYCODE_MAX)
			return (struct span){0};
		points[count] = utf8_next(&label);
		if (points[count] < INITIAL_N) {
			builder_byte(&out, (char)points[count]);
			basic++;
		}
		count++;
	}
	if (basic > 0)
		builder_byte(&out, '-');
	add_others(&out, points, count, basic);
	return builder_span(&out);
}
