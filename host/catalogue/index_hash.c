#include "catalogue/index_hash.h"

#include "catalogue/index_format.h"
#include "text/edit.h"
#include "text/utf8.h"

struct sip {
	uint64_t v0, v1, v2, v3;
};

static uint64_t rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static void sip_round(struct sip *s)
{
	s->v0 += s->v1;
	s->v1 = rotate(s->v1, 13) ^ s->v0;
	s->v0 = rotate(s->v0, 32);
	s->v2 += s->v3;
	s->v3 = rotate(s->v3, 16) ^ s->v2;
	s->v0 += s->v3;
	s->v3 = rotate(s->v3, 21) ^ s->v0;
	s->v2 += s->v1;
	s->v1 = rotate(s->v1, 17) ^ s->v2;
	s->v2 = rotate(s->v2, 32);
}

/* Eight bytes; the format is little-endian, as the machine is (index_format.h). */
static uint64_t sip_word(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return word;
}

/* Fewer than eight bytes. */
static uint64_t sip_rest(const char *bytes, size_t len)
{
	uint64_t word = 0;
	uint32_t four;
	uint16_t two;

	if (len & 1)
		word = (unsigned char)bytes[len - 1];
	if (len & 2) {
		memcpy(&two, bytes + (len & 4), sizeof(two));
		word = word << 16 | two;
	}
	if (len & 4) {
		memcpy(&four, bytes, sizeof(four));
		word = word << 32 | four;
	}
	return word;
}

uint64_t index_hash(struct span text)
{
	/* SipHash's initial state with the key bytes 0, 1, … 15. */
	struct sip s = {0x7469686173716475, 0x6b617f6d656e6665, 0x6b7f62616d677361,
			0x7b6b696e727e6c7b};
	const char *rest = text.ptr ? text.ptr : "";
	size_t left = text.len;
	uint64_t last;

	for (; left >= 8; rest += 8, left -= 8) {
		uint64_t word = sip_word(rest);

		s.v3 ^= word;
		sip_round(&s);
		s.v0 ^= word;
	}
	last = (uint64_t)text.len << 56 | sip_rest(rest, left);
	s.v3 ^= last;
	sip_round(&s);
	s.v0 ^= last;
	s.v2 ^= 0xff;
	for (int i = 0; i < 3; i++)
		sip_round(&s);
	return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

uint64_t index_table_hash(uint64_t seed, uint64_t hash)
{
	/* The finaliser of MurmurHash3. */
	hash ^= seed * 0x9e3779b97f4a7c15;
	hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccd;
	hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53;
	return hash ^ hash >> 33;
}

uint32_t index_filter_word(uint64_t hash, uint32_t words)
{
	return (uint32_t)((hash >> 32) * words >> 32);
}

uint64_t index_filter_bits(uint64_t hash)
{
	return UINT64_C(1) << (hash & 63) | UINT64_C(1) << (hash >> 6 & 63) |
	       UINT64_C(1) << (hash >> 12 & 63) | UINT64_C(1) << (hash >> 18 & 63);
}

/* So far apart that no two texts are one the other's whole and beginning. */
#define PREFIX_BASIS 0xcbf29ce484222325
#define WHOLE_BASIS (~PREFIX_BASIS)
#define TAIL_BASIS 0x6c62272e07bb0142
#define LABEL_BASIS (~(uint64_t)TAIL_BASIS)

/* The step of MurmurHash3's finaliser. */
static uint64_t mixed(uint64_t hash, uint64_t word)
{
	hash ^= word;
	hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccd;
	return hash ^ hash >> 33;
}

/* Cheaper than index_hash(), and good for bits of a set. */
static uint64_t quick_hash(uint64_t hash, struct span text)
{
	const char *rest = text.ptr;
	size_t left = text.len;

	for (; left >= 8; rest += 8, left -= 8)
		hash = mixed(hash, sip_word(rest));
	return left ? mixed(hash, (uint64_t)left << 56 | sip_rest(rest, left)) : hash;
}

/* The bytes of the first PREFIX_POINTS code points. */
static size_t prefix_length(struct span key)
{
	size_t points = 0, len = 0;

	if (key.len <= PREFIX_POINTS)
		return key.len;
	if (!(sip_word(key.ptr) & 0x8080808080808080)) /* the ninth byte begins one, too */
		return 8;
	for (; len < key.len; len++) {
		points += ((unsigned char)key.ptr[len] & 0xc0) != 0x80;
		if (points > PREFIX_POINTS)
			break;
	}
	return len;
}

uint64_t index_prefix_hash(struct span key)
{
	return quick_hash(PREFIX_BASIS, span_slice(key, 0, prefix_length(key)));
}

uint64_t index_whole_hash(struct span key)
{
	return quick_hash(WHOLE_BASIS, key);
}

/* Each j of eight bytes as i: one bit less, where no other bit differs. */
static uint64_t without_j(uint64_t word)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7f;
	uint64_t other = word ^ 0x6a6a6a6a6a6a6a6a; /* zero bytes for j */
	uint64_t same = ~(((other & low) + low) | other | low);

	return word ^ (same >> 7) * ('j' ^ 'i');
}

static uint64_t tail_hash(uint64_t hash, struct span text)
{
	const char *rest = text.ptr;
	size_t left = text.len;

	for (; left >= 8; rest += 8, left -= 8)
		hash = mixed(hash, without_j(sip_word(rest)));
	return left ? mixed(hash, (uint64_t)left << 56 | without_j(sip_rest(rest, left))) : hash;
}

uint64_t index_tail_hash(struct span joined)
{
	return tail_hash(TAIL_BASIS, joined);
}

uint64_t index_label_hash(struct span label)
{
	return tail_hash(LABEL_BASIS, label);
}

uint64_t index_second_hash(uint64_t hash)
{
	return hash >> 32;
}

/* An odd number, and what it is to be multiplied by to give 1. */
#define NEAR_FACTOR 0x9e3779b97f4a7c15
#define NEAR_INVERSE 0xf1de83e19937733d

/* Adds bytes [from, to) of `text` to a polynomial, whose next factor is *power. */
static uint64_t near_add(uint64_t sum, struct span text, size_t from, size_t to, uint64_t *power)
{
	for (size_t i = from; i < to; i++) {
		sum += ((unsigned char)text.ptr[i] + 1u) * *power;
		*power *= NEAR_FACTOR;
	}
	return sum;
}

static uint64_t near_end(uint64_t sum)
{
	return mixed(mixed(sum, 0), 0);
}

uint64_t near_hash(struct span form)
{
	uint64_t power = 1;

	return near_end(near_add(0, form, 0, form.len, &power));
}

bool near_forms_start(struct near_forms *forms, struct span text)
{
	uint64_t power = 1;

	*forms = (struct near_forms){.text = text, .power = 1};
	if (text.len == 0 || text.len > NEAR_TEXT_MAX)
		return false;
	forms->all = near_add(0, text, 0, text.len, &power);
	return true;
}

/* Bytes of the code point at `at`. */
static size_t point_length(struct span text, size_t at)
{
	struct span rest = span_slice(text, at, text.len);

	if (!(rest.ptr[0] & 0x80))
		return 1;
	utf8_next(&rest);
	return text.len - at - rest.len;
}

bool near_forms_next(struct near_forms *forms, uint64_t *hash)
{
	struct span text = forms->text;
	size_t at = forms->at, len;
	uint64_t behind;

	if (!forms->whole) {
		forms->whole = true;
		*hash = near_end(forms->all);
		return true;
	}
	if (at >= text.len)
		return false;
	len = point_length(text, at);
	do {
		size_t next = forms->at + len;

		behind = near_add(forms->before, text, forms->at, next, &forms->power);
		*hash = forms->before;
		forms->before = behind;
		forms->at = next;
	} while (forms->at + len <= text.len &&
		 memcmp(text.ptr + forms->at, text.ptr + at, len) == 0);
	/* What lies behind moves forward by the code point's bytes. */
	behind = forms->all - behind;
	for (size_t i = 0; i < len; i++)
		behind *= NEAR_INVERSE;
	*hash = near_end(*hash + behind);
	return true;
}

struct span near_joined(struct span skeleton, char out[static NEAR_TEXT_MAX])
{
	size_t len = 0;

	if (skeleton.len > NEAR_TEXT_MAX)
		return (struct span){0};
	for (size_t i = 0; i < skeleton.len; i++) {
		bool pair =
		    skeleton.ptr[i] == 'r' && i + 1 < skeleton.len && skeleton.ptr[i + 1] == 'n';

		out[len++] = pair ? 'm' : skeleton.ptr[i];
		i += pair;
	}
	return (struct span){out, len};
}

bool near_enough(struct span stored, struct span asked, bool joined)
{
	char buffer[NEAR_TEXT_MAX];
	struct span text = joined ? near_joined(stored, buffer) : stored;
	enum edit_kind kind = edit_between(text, asked).kind;

	return kind != EDIT_NONE && kind != EDIT_FAR;
}
