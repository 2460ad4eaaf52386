#include "text/ipv4.h"

#include <stdio.h>

#define MAX_PARTS 4
#define TOO_LARGE ((uint64_t)1 << 32)

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The value of a digit in any base up to 16, or 16. */
static unsigned digit_value(char c)
{
	if (is_digit(c))
		return (unsigned)(c - '0');
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

/* Reads one number of any length; beyond 32 bits it stays at TOO_LARGE. */
static bool read_number(struct span part, uint64_t *value)
{
	unsigned base = 10;

	if (part.len == 0)
		return false;
	if (part.len >= 2 && part.ptr[0] == '0' && (part.ptr[1] | 0x20) == 'x') {
		base = 16;
		part = span_slice(part, 2, part.len);
	} else if (part.len >= 2 && part.ptr[0] == '0') {
		base = 8;
	}
	*value = 0;
	for (size_t i = 0; i < part.len; i++) {
		unsigned digit = digit_value(part.ptr[i]);

		if (digit >= base)
			return false;
		*value = *value * base + digit;
		if (*value > TOO_LARGE)
			*value = TOO_LARGE;
	}
	return true;
}

static bool all_digits(struct span part)
{
	for (size_t i = 0; i < part.len; i++)
		if (!is_digit(part.ptr[i]))
			return false;
	return part.len > 0;
}

static struct span without_last_dot(struct span hostname)
{
	if (hostname.len > 1 && hostname.ptr[hostname.len - 1] == '.')
		hostname.len--;
	return hostname;
}

/* "Ends in a number": the last label decides whether a browser takes the whole for an address. */
static bool ends_in_number(struct span hostname)
{
	size_t dot = span_find_last(hostname, '.');
	struct span last =
	    dot == SPAN_NONE ? hostname : span_slice(hostname, dot + 1, hostname.len);
	uint64_t value;

	return all_digits(last) || read_number(last, &value);
}

enum ipv4_reading ipv4_parse(struct span hostname, uint32_t *address)
{
	struct span rest = without_last_dot(hostname);
	uint64_t parts[MAX_PARTS], limit;
	size_t count = 0;

	if (!ends_in_number(rest))
		return IPV4_NAME;
	for (bool more = true; more;) {
		size_t dot = span_find(rest, '.');
		struct span part = dot == SPAN_NONE ? rest : span_slice(rest, 0, dot);

		if (count == MAX_PARTS || !read_number(part, &parts[count]))
			return IPV4_BROKEN;
		count++;
		more = dot != SPAN_NONE;
		rest = more ? span_slice(rest, dot + 1, rest.len) : rest;
	}
	/* The last number fills all bytes that the ones before it leave. */
	limit = (uint64_t)1 << (8 * (MAX_PARTS + 1 - count));
	if (parts[count - 1] >= limit)
		return IPV4_BROKEN;
	*address = (uint32_t)parts[count - 1];
	for (size_t i = 0; i + 1 < count; i++) {
		if (parts[i] > 255)
			return IPV4_BROKEN;
		*address |= (uint32_t)parts[i] << (8 * (MAX_PARTS - 1 - i));
	}
	return IPV4_ADDRESS;
}

struct span ipv4_write(struct arena *arena, uint32_t address)
{
	char text[sizeof "255.255.255.255"];

	snprintf(text, sizeof text, "%u.%u.%u.%u", (unsigned)(address >> 24),
		 (unsigned)(address >> 16 & 255), (unsigned)(address >> 8 & 255),
		 (unsigned)(address & 255));
	return arena_copy(arena, span_of(text));
}

bool ipv4_private(uint32_t address)
{
	static const struct {
		uint32_t network, mask;
	} ranges[] = {
	    {0x00000000, 0xff000000}, /* 0.0.0.0/8: this host */
	    {0x0a000000, 0xff000000}, /* 10.0.0.0/8 */
	    {0x64400000, 0xffc00000}, /* 100.64.0.0/10 */
	    {0x7f000000, 0xff000000}, /* 127.0.0.0/8 */
	    {0xa9fe0000, 0xffff0000}, /* 169.254.0.0/16 */
	    {0xac100000, 0xfff00000}, /* 172.16.0.0/12 */
	    {0xc0a80000, 0xffff0000}, /* 192.168.0.0/16 */
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if ((address & ranges[i].mask) == ranges[i].network)
			return true;
	return false;
}
