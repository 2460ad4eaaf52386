#include "text/hostname_idna.h"

#include "text/hostname_punycode.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <idn2.h>
#include <unictype.h>

/* IDN2_USE_STD3_ASCII_RULES is not among them: it deletes characters instead of refusing them. */
#define ENCODE_FLAGS (IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT)

#define MAX_LABEL 63

bool hostname_idna_warm(void)
{
	uint8_t *ascii = NULL;
	char *unicode = NULL;
	bool ok =
	    idn2_lookup_u8((const uint8_t *)"\u65e5\u672c", &ascii, ENCODE_FLAGS) == IDN2_OK &&
	    idn2_to_unicode_8z8z((const char *)ascii, &unicode, 0) == IDN2_OK;

	idn2_free(ascii);
	idn2_free(unicode);
	return ok;
}

bool hostname_idna_prefixed(struct span label)
{
	return label.len >= 4 && (label.ptr[0] | 0x20) == 'x' && (label.ptr[1] | 0x20) == 'n' &&
	       label.ptr[2] == '-' && label.ptr[3] == '-';
}

/* libidn2 wants its input terminated. Its capital ẞ still becomes ss; UTS #46 has made it ß since
 * revision 31, and browsers go there. */
static const char *terminated(struct arena *arena, struct span text)
{
	static const char capital[] = "\u1e9e", small[] = "\u00df";
	char *copy = arena_alloc(arena, text.len + 1);
	size_t len = 0;

	if (!copy)
		return NULL;
	for (size_t i = 0; i < text.len;) {
		if (span_starts(span_slice(text, i, text.len), span_of(capital))) {
			memcpy(copy + len, small, sizeof small - 1);
			len += sizeof small - 1;
			i += sizeof capital - 1;
		} else {
			copy[len++] = text.ptr[i++];
		}
	}
	return copy;
}

static int lookup(struct arena *arena, struct span label, struct span *ascii)
{
	const char *input = terminated(arena, label);
	uint8_t *output = NULL;
	int status;

	if (!input)
		return IDN2_MALLOC;
	status = idn2_lookup_u8((const uint8_t *)input, &output, ENCODE_FLAGS);
	if (status == IDN2_OK)
		*ascii = arena_copy(arena, span_of((const char *)output));
	else if (status == IDN2_MALLOC)
		arena_fail(arena);
	idn2_free(output);
	return status;
}

/* IDNA2008 refuses symbols (emoji) and hyphens in places where UTS #46 and browsers take them. */
static bool is_idna2008_refusal(int status)
{
	return status == IDN2_DISALLOWED || status == IDN2_2HYPHEN ||
	       status == IDN2_HYPHEN_STARTEND;
}

/* The Bidi rule (RFC 5893) is libidn2's business, and it does not come to it in a refused label. */
static bool is_right_to_left(uint32_t point)
{
	int class = uc_bidi_category(point);

	return class == UC_BIDI_R || class == UC_BIDI_AL || class == UC_BIDI_AN;
}

/* May stand in a label by UTS #46: anything visible but dots, the description characters and the
 * replacement characters. */
static bool is_allowed(uint32_t point)
{
	const unsigned visible =
	    UNICODE_LETTER | UNICODE_MARK | UNICODE_NUMBER | UNICODE_PUNCTUATION;
	const unsigned never = UNICODE_CONTROL | UNICODE_SPACE | UNICODE_INVISIBLE;
	unsigned properties = unicode_properties(point);

	if (point == '.' || point == 0x3002 || (point >= 0x2ff0 && point <= 0x2fff) ||
	    point == 0xfffc || point == 0xfffd || is_right_to_left(point))
		return false;
	return properties & visible && !(properties & never);
}

/* Whether the mapping of UTS #46 leaves a label as it is: NFKC and case folding do the same as it,
 * but for ß and ς, which come here only together with a symbol and are refused then. */
static bool is_mapped(struct arena *arena, struct span label)
{
	struct span rest = label;

	for (bool first = true; rest.len > 0; first = false) {
		uint32_t point = utf8_next(&rest);

		if (!is_allowed(point) || (first && unicode_properties(point) & UNICODE_MARK))
			return false;
	}
	return !utf8_is_ascii(label) && span_equal(normalize_nfkc_fold(arena, label), label);
}

/* Deleted by UTS #46: soft hyphen, zero-width space, word joiner, BOM, variation selectors. */
static bool is_deleted(uint32_t point)
{
	return point == 0xad || point == 0x200b || point == 0x2060 || point == 0xfeff ||
	       (point >= 0xfe00 && point <= 0xfe0f);
}

static bool is_deviation(uint32_t point)
{
	return point == 0xdf || point == 0x1e9e || point == 0x3c2;
}

/* UTS #46 for labels with symbols, which libidn2 does not take. */
static bool encode_symbols(struct arena *arena, struct span label, struct span *ascii)
{
	struct builder kept = {.arena = arena};
	struct span mapped;

	while (label.len > 0) {
		uint32_t point = utf8_next(&label);

		if (is_deviation(point))
			return false;
		if (!is_deleted(point))
			builder_point(&kept, point);
	}
	mapped = normalize_nfkc_fold(arena, builder_span(&kept));
	if (hostname_idna_prefixed(mapped) || !is_mapped(arena, mapped))
		return false;
	*ascii = hostname_punycode(arena, mapped);
	return ascii->len > 0;
}

bool hostname_idna_encode(struct arena *arena, struct span label, struct span *ascii)
{
	int status = lookup(arena, label, ascii);

	if (is_idna2008_refusal(status))
		return !hostname_idna_prefixed(label) && encode_symbols(arena, label, ascii);
	return status == IDN2_OK;
}

/* Whether encoding gives the label again. */
static bool made_from(struct arena *arena, struct span label, struct span unicode)
{
	struct span again = {0};
	int status = lookup(arena, unicode, &again);

	if (is_idna2008_refusal(status) && is_mapped(arena, unicode))
		again = hostname_punycode(arena, unicode);
	return span_equal(again, label);
}

bool hostname_idna_decode(struct arena *arena, struct span label, struct span *unicode)
{
	const char *input = label.len <= MAX_LABEL ? terminated(arena, label) : NULL;
	char *output = NULL;
	int status;
	bool ok;

	if (!input)
		return false;
	status = idn2_to_unicode_8z8z(input, &output, 0);
	ok = status == IDN2_OK;
	if (status == IDN2_MALLOC)
		arena_fail(arena);
	if (ok)
		*unicode = arena_copy(arena, span_of(output));
	idn2_free(output);
	/* libidn2 decodes xn--a to a control character and calls that success. */
	return ok && unicode->len > 0 && utf8_check(*unicode) == unicode->len &&
	       made_from(arena, label, *unicode);
}
