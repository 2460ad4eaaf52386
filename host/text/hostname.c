#include "text/hostname.h"

#include "text/hostname_bidi.h"
#include "text/hostname_idna.h"
#include "text/ipv4.h"
#include "text/ipv6.h"
#include "text/normalize.h"
#include "text/url.h"
#include "text/utf8.h"

/* A name that DNS could know. */
#define MAX_NAME 253

/* "Forbidden domain code points" of the URL Standard. */
static bool has_forbidden(struct span ascii)
{
	static const char forbidden[] = " #%/:<>?@[\\]^|\x7f";

	for (size_t i = 0; i < ascii.len; i++) {
		unsigned char c = (unsigned char)ascii.ptr[i];

		if (c < 0x20 || c >= 0x80 || memchr(forbidden, c, sizeof forbidden - 1))
			return true;
	}
	return false;
}

/* Length in bytes of the dot that `text` begins with, or 0. UTS #46 takes four characters for one. */
static size_t dot_at(struct span text)
{
	static const char *const dots[] = {"\u3002", "\uff0e", "\uff61"};

	if (text.ptr[0] == '.')
		return 1;
	for (size_t i = 0; i < sizeof dots / sizeof *dots; i++)
		if (span_starts(text, span_of(dots[i])))
			return strlen(dots[i]);
	return 0;
}

/* Takes the label at the front of *rest; *dot is the length of the dot after it, 0 at the end. */
static struct span next_label(struct span *rest, size_t *dot)
{
	struct span label = *rest;
	size_t len = 0;

	*dot = 0;
	while (len < rest->len && (*dot = dot_at(span_slice(*rest, len, rest->len))) == 0)
		len++;
	label.len = len;
	*rest = span_slice(*rest, len + *dot, rest->len);
	return label;
}

/* Labels in plain ASCII go around libidn2 here too: it refuses hyphens and lengths that browsers
 * take. */
static bool encode_label(struct arena *arena, struct span label, struct span *ascii)
{
	if (utf8_is_ascii(label) && !hostname_idna_prefixed(label)) {
		*ascii = normalize_ascii_lower(arena, label);
		return true;
	}
	return hostname_idna_encode(arena, label, ascii);
}

/* "Domain to ASCII" of the URL Standard, not strict. False where it fails. */
static bool to_ascii(struct arena *arena, struct span name, struct span *ascii)
{
	struct builder out = {.arena = arena};
	size_t dot = 0;

	if (utf8_is_ascii(name)) {
		*ascii = normalize_ascii_lower(arena, name);
		return true;
	}
	if (span_find(name, '\0') != SPAN_NONE)
		return false;
	for (struct span rest = name; rest.len > 0;) {
		struct span part = {0};

		if (!encode_label(arena, next_label(&rest, &dot), &part))
			return false;
		builder_add(&out, part);
		if (dot)
			builder_byte(&out, '.');
	}
	*ascii = builder_span(&out);
	return true;
}

/* Fills `unicode` and `undecodable` from `ascii`. */
static void decode_labels(struct arena *arena, struct hostname *name)
{
	struct builder out = {.arena = arena};
	bool decoded = false;
	size_t dot = 0;

	name->unicode = name->ascii;
	for (struct span rest = name->ascii; rest.len > 0;) {
		struct span label = next_label(&rest, &dot), readable = label;

		if (hostname_idna_prefixed(label)) {
			bool ok = name->ascii.len <= MAX_NAME &&
				  hostname_idna_decode(arena, label, &readable);

			decoded = decoded || ok;
			name->undecodable = name->undecodable || !ok;
			readable = ok ? readable : label;
		}
		builder_add(&out, readable);
		if (dot)
			builder_byte(&out, '.');
	}
	if (decoded)
		name->unicode = builder_span(&out);
}

static bool has_prefixed_label(struct span ascii)
{
	for (size_t at = 0; at + 4 <= ascii.len; at++)
		if (ascii.ptr[at] == 'x' && (at == 0 || ascii.ptr[at - 1] == '.') &&
		    hostname_idna_prefixed(span_slice(ascii, at, ascii.len)))
			return true;
	return false;
}

static struct hostname of_address(enum hostname_kind kind, struct span text, bool private_address)
{
	return (struct hostname){
	    .kind = kind,
	    .ascii = text,
	    .unicode = text,
	    .private_address = private_address,
	};
}

static struct hostname parse_ipv6(struct arena *arena, struct span raw)
{
	uint16_t pieces[IPV6_PIECES];

	if (raw.len < 2 || raw.ptr[raw.len - 1] != ']' ||
	    !ipv6_parse(span_slice(raw, 1, raw.len - 1), pieces))
		return (struct hostname){0};
	return of_address(HOSTNAME_IPV6, ipv6_write(arena, pieces), ipv6_private(pieces));
}

/* A name in other letters as UTS #46 maps it, its xn-- labels decoded. */
static struct span mapped(struct arena *arena, struct span name)
{
	struct builder out = {.arena = arena};
	size_t dot = 0;

	for (struct span rest = name; rest.len > 0;) {
		struct span label = hostname_idna_map(arena, next_label(&rest, &dot)), readable;

		if (hostname_idna_prefixed(label) && hostname_idna_decode(arena, label, &readable))
			label = readable;
		builder_add(&out, label);
		if (dot)
			builder_byte(&out, '.');
	}
	return builder_span(&out);
}

/* The Bidi rule holds for the name, which was written so. libidn2 encodes labels that it does not decode. */
static bool bidi_takes(struct arena *arena, const struct hostname *name, struct span raw)
{
	if (!hostname_bidi_takes(name->unicode))
		return false;
	if (utf8_is_ascii(raw) || name->ascii.len > MAX_NAME || !name->undecodable)
		return true;
	return hostname_bidi_takes(mapped(arena, raw));
}

static struct hostname parse_name(struct arena *arena, struct span ascii, struct span raw)
{
	struct hostname name = {.kind = HOSTNAME_NAME, .ascii = ascii};

	if (ascii.len > 1 && ascii.ptr[ascii.len - 1] == '.')
		name.ascii.len--;
	name.unicode = name.ascii;
	if (!has_prefixed_label(name.ascii))
		return name;
	decode_labels(arena, &name);
	if (bidi_takes(arena, &name, raw))
		return name;
	/* What is written in ASCII browsers take as it is, although no other letters could have become it. */
	if (!utf8_is_ascii(raw))
		return (struct hostname){0};
	name.unicode = name.ascii;
	name.undecodable = true;
	return name;
}

struct hostname hostname_parse(struct arena *arena, struct span raw)
{
	struct span ascii = {0};
	uint32_t address;

	if (raw.len > 0 && raw.ptr[0] == '[')
		return parse_ipv6(arena, raw);
	if (span_find(raw, '%') != SPAN_NONE || utf8_check(raw) != raw.len)
		raw = url_percent_decode(arena, raw);
	if (!to_ascii(arena, raw, &ascii) || ascii.len == 0 || has_forbidden(ascii))
		return (struct hostname){0};
	switch (ipv4_parse(ascii, &address)) {
	case IPV4_ADDRESS:
		return of_address(HOSTNAME_IPV4, ipv4_write(arena, address), ipv4_private(address));
	case IPV4_NAME:
		return parse_name(arena, ascii, raw);
	default:
		return (struct hostname){0};
	}
}
