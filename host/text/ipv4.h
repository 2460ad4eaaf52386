/* IPv4 addresses in every spelling that browsers take (WHATWG URL Standard, IPv4 parser). */
#ifndef TEXT_IPV4_H
#define TEXT_IPV4_H

#include "text/arena.h"

#include <stdint.h>

enum ipv4_reading {
	IPV4_NAME,   /* does not end in a number: a name */
	IPV4_BROKEN, /* ends in a number, but is no address: a browser refuses it */
	IPV4_ADDRESS,
};

/* Reads decimal, octal (0…) and hexadecimal (0x…) numbers, 1 to 4 of them, a trailing dot allowed.
 * *address is in host byte order and set for IPV4_ADDRESS only. */
enum ipv4_reading ipv4_parse(struct span hostname, uint32_t *address);

/* The dotted decimal form. */
struct span ipv4_write(struct arena *arena, uint32_t address);

/* This host, private (RFC 1918), shared (RFC 6598), loopback or link-local (RFC 3927). */
bool ipv4_private(uint32_t address);

#endif
