/* IPv6 addresses (WHATWG URL Standard, IPv6 parser; no zone identifiers). */
#ifndef TEXT_IPV6_H
#define TEXT_IPV6_H

#include "text/arena.h"

#include <stdint.h>

#define IPV6_PIECES 8

/* Reads an address without its brackets, the last 32 bits also as dotted decimal. */
bool ipv6_parse(struct span text, uint16_t pieces[static IPV6_PIECES]);

/* The form of RFC 5952 section 4 with brackets; as in browsers never with a dotted tail. */
struct span ipv6_write(struct arena *arena, const uint16_t pieces[static IPV6_PIECES]);

/* Unspecified, loopback, link-local (fe80::/10), unique local (fc00::/7), or an IPv4-mapped
 * address that is private. */
bool ipv6_private(const uint16_t pieces[static IPV6_PIECES]);

#endif
