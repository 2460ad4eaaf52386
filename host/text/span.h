/*
 * A borrowed run of bytes. Nobody owns a span; it lives as long as what it points into
 * (a request's JSON tree, the request's arena, the mapped index, a literal).
 * Text spans hold valid UTF-8 unless a declaration says otherwise; none is NUL-terminated.
 */
#ifndef TEXT_SPAN_H
#define TEXT_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
	const char *ptr; /* may be NULL when len is 0 */
	size_t len;	 /* bytes */
};

/* A span over a string literal. */
#define SPAN(literal) ((struct span){(literal), sizeof(literal) - 1})

/* A span over a NUL-terminated string; NULL gives the empty span. */
static inline struct span span_of(const char *text)
{
	return (struct span){text, text ? strlen(text) : 0};
}

static inline bool span_equal(struct span a, struct span b)
{
	/* The pointers are asked for the compiler: it follows empty spans into here. */
	return a.len == b.len &&
	       (a.len == 0 || (a.ptr && b.ptr && memcmp(a.ptr, b.ptr, a.len) == 0));
}

static inline bool span_starts(struct span text, struct span prefix)
{
	return text.len >= prefix.len &&
	       (prefix.len == 0 || memcmp(text.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool span_ends(struct span text, struct span suffix)
{
	return text.len >= suffix.len &&
	       (suffix.len == 0 ||
		memcmp(text.ptr + (text.len - suffix.len), suffix.ptr, suffix.len) == 0);
}

/* Does `text` hold all of `part` somewhere? Nothing holds an empty part. */
static inline bool span_holds(struct span text, struct span part)
{
	return part.len && part.len <= text.len &&
	       memmem(text.ptr, text.len, part.ptr, part.len) != NULL;
}

/* The order of their bytes, a shorter text before what begins with it: below, equal to or above 0. */
static inline int span_compare(struct span a, struct span b)
{
	size_t shared = a.len < b.len ? a.len : b.len;
	int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* A letter A-Z as a-z, any other byte as it is. */
static inline char span_lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* What a hexadecimal digit of either case stands for, or -1. */
static inline int span_hex(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	byte = span_lower(byte);
	return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* span_starts() where ASCII letters of `text` count without case; `prefix` is in lower case. */
static inline bool span_starts_without_case(struct span text, struct span prefix)
{
	if (text.len < prefix.len)
		return false;
	for (size_t i = 0; i < prefix.len; i++)
		if (span_lower(text.ptr[i]) != prefix.ptr[i])
			return false;
	return true;
}

/* Bytes [from, to) of `text`; both are clamped to its length. */
static inline struct span span_slice(struct span text, size_t from, size_t to)
{
	if (to > text.len)
		to = text.len;
	if (from > to)
		from = to;
	return (struct span){text.ptr ? text.ptr + from : NULL, to - from};
}

/* Without the blanks and line breaks around it. */
static inline struct span span_trimmed(struct span text)
{
	while (text.len && (text.ptr[0] == ' ' || text.ptr[0] == '\n'))
		text = span_slice(text, 1, text.len);
	while (text.len && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\n'))
		text.len--;
	return text;
}

#define SPAN_NONE ((size_t)-1)

/* Index of the first / last byte `byte`, or SPAN_NONE. */
static inline size_t span_find(struct span text, char byte)
{
	const char *at = text.len ? memchr(text.ptr, byte, text.len) : NULL;

	return at ? (size_t)(at - text.ptr) : SPAN_NONE;
}

static inline size_t span_find_last(struct span text, char byte)
{
	for (size_t i = text.len; i > 0; i--)
		if (text.ptr[i - 1] == byte)
			return i - 1;
	return SPAN_NONE;
}

#endif
