/* clang-format off
 *
 * The bytes of an index. index_build.c writes them, index_check.c checks them once, and the look-ups read
 * them where they lie.
 *
 *   index   = header section{SECTION_COUNT}       in the order of enum index_section, each 8-byte
 *                                                 aligned, the gaps zero
 *   header  = magic order version size date       struct index_header
 *             alias_longest domain_count listed
 *             (offset length){SECTION_COUNT}      bytes from the index's start, and bytes
 *   section = strings | record* | bits | table
 *   strings = text+                               the first is the empty one; all of it is UTF-8
 *   text    = length byte{length}                 named by the place of its length in strings
 *   length  = u7 | 127 u7 u7 u7                   0 to 126 in one byte, others by their low bits first
 *   record  = struct index_brand | …              of one kind a section; the texts come first. A brand
 *                                                 owns a run of the texts in SECTION_LISTS
 *   bits    = u8*                                 a power of two bytes, 8 or more. A text's bit has the
 *                                                 low bits of its hash for a number; other bits are zero
 *             SECTION_PREFIXES                    each beginning of a strong alias's key, whole code
 *                                                 points up to PREFIX_POINTS, and the whole key:
 *                                                 index_prefix_hash(), index_whole_hash()
 *             SECTION_TAILS                       what stands behind the first, the second … label of a
 *                                                 domain, as a skeleton: its first label, and all of it
 *                                                 without its dots: index_label_hash(), index_tail_hash();
 *                                                 a second bit is that of their index_second_hash()
 *   table   = seed buckets entries                struct index_table; buckets is a power of two, words
 *             words record_bits                   at least one, record_bits RECORD_BITS at most
 *             word{words} start{buckets + 1} entry{entries}
 *   word    = u64                                 of the filter: one of them for each key, in which the
 *                                                 key has its bits (index_filter_word(), _bits() of
 *                                                 index_hash(key)); other bits are zero
 *   start   = u32                                 first entry of the bucket; never falling; the last
 *                                                 is the number of entries
 *   entry   = u32                                 a record's number in the low record_bits, above them
 *                                                 as many of the highest bits of the key's hash
 *
 * Every integer is little-endian and unsigned. A key's hash is index_table_hash(seed, index_hash(key)),
 * seed being the table's own, and near_hash(key) in the place of index_hash(key) where the key is a
 * one-deletion form; its bucket is the low bits. Keys are not stored: the reader compares with the record's
 * text (or, for one-deletion forms, measures the distance). No bucket holds more than BUCKET_KEYS different
 * keys, and no key more than KEY_RECORDS records, so that a probe's cost is bounded. The records of a key
 * have the order in which they are to be given.
 *
 * Nearly all look-ups find nothing, and the tables of a large index lie in no cache: the filter, a tenth of
 * its table, tells 98 in 100 of them so by one word.
 */
/* clang-format on */
#ifndef CATALOGUE_INDEX_FORMAT_H
#define CATALOGUE_INDEX_FORMAT_H

#include "catalogue/catalogue.h"

_Static_assert(
    __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
    "the index is read where it lies: a big-endian machine needs a reader that turns bytes");

#define INDEX_MAGIC "honmono\n"
#define INDEX_ORDER 0x01020304u
#define INDEX_VERSION 11u
#define INDEX_ALIGNMENT 8u
#define BUCKET_KEYS 24
#define KEY_RECORDS 16
#define RECORD_BITS 24	   /* of a record's number, at most */
#define ALIAS_LONGEST 1024 /* code points, at most */
#define PREFIX_POINTS 8	   /* of an alias's key, at most */
#define BITS_LEAST 8	   /* bytes of a section of bits */

enum index_section {
	SECTION_STRINGS,
	SECTION_BRANDS,
	SECTION_LISTS,
	SECTION_DOMAINS,
	SECTION_ALIASES,
	SECTION_ADDRESSES,
	SECTION_ROLE_WORDS,
	SECTION_HOSTNAME_WORDS,
	SECTION_REDIRECTORS,
	SECTION_CUES,
	SECTION_PREFIXES,
	SECTION_TAILS,
	TABLE_BRAND_ID,	     /* -> brand */
	TABLE_DOMAIN,	     /* exact name -> domain */
	TABLE_SUFFIX,	     /* the same, of those that count as public suffixes */
	TABLE_SKELETON,	     /* skeleton of the label -> domain */
	TABLE_SKELETON_NEAR, /* its one-deletion forms -> domain */
	TABLE_ALIAS,	     /* fold_key() -> alias */
	TABLE_ALIAS_NEAR,    /* its one-deletion forms -> alias */
	TABLE_ADDRESS,	     /* lower case -> address */
	TABLE_ROLE_WORD,     /* fold_squash() -> role word */
	TABLE_HOSTNAME_WORD, /* itself -> word of hostnames */
	SECTION_COUNT,
};
#define TABLE_FIRST TABLE_BRAND_ID
#define TABLE_COUNT (SECTION_COUNT - TABLE_FIRST)

struct index_range {
	uint32_t offset, length;
};

#define TEXT_SHORT 126			 /* bytes, at most, of a text with a length of one byte */
#define TEXT_LONGEST ((1u << 3 * 7) - 1) /* bytes */

struct index_text {
	uint32_t at; /* byte of the strings section where its length lies; 0: empty */
};

struct index_header {
	char magic[8];
	uint32_t order;
	uint32_t version;
	uint64_t size; /* of the whole index */
	struct index_text date;
	uint32_t alias_longest; /* code points of the longest alias key */
	uint32_t domain_count;	/* different names among the domain records */
	uint32_t listed;	/* 1: look-alikes of plain lists' domains alone are known */
	struct index_range sections[SECTION_COUNT];
};

#define BRAND_LISTS (BRAND_AFFILIATES + 1)

enum index_brand_flag {
	INDEX_SENDERS_COMPLETE = 1 << 0,
	INDEX_ONLY_ON_REQUEST = 1 << 1,
	INDEX_ARTICLE = 1 << 2,
};

struct index_brand {
	struct index_text id, name, name_ja, category, site, site_ja, advisory, advisory_ja;
	uint32_t flags; /* enum index_brand_flag */
	uint32_t
	    lists[BRAND_LISTS + 1]; /* list n: texts lists[n] up to lists[n + 1] of SECTION_LISTS */
};

enum index_domain_flag {
	INDEX_EXACT = 1 << 0, /* its sub-domains belong to somebody else */
	INDEX_WHOLE = 1 << 1, /* it is a registrable domain: a label and the suffix */
};

struct index_domain {
	struct index_text name, label, skeleton;
	uint32_t brand;	     /* number + 1, 0 for none */
	uint32_t redirector; /* number + 1, 0 for none */
	uint16_t roles;	     /* enum domain_role */
	uint8_t kind;	     /* enum label_kind */
	uint8_t flags;	     /* enum index_domain_flag */
};

struct index_alias {
	struct index_text shown, squash, key;
	uint32_t brand;
	uint32_t weak;
};

struct index_address {
	struct index_text address;
	uint32_t brand;
	uint32_t relay;
};

struct index_role_word {
	struct index_text word;
	uint32_t role; /* enum role_word */
};

struct index_hostname_word {
	struct index_text word;
	uint32_t kinds; /* enum hostname_word */
};

#define REDIRECTOR_PARAMETERS 4

struct index_redirector {
	struct index_text hostname, path, parameters[REDIRECTOR_PARAMETERS];
	uint32_t shape; /* enum redirect_shape */
	uint32_t certain;
};

struct index_cue {
	struct index_text id, literal, pattern;
	struct index_text starts; /* cue_starts_text() of the pattern */
	uint32_t kind;		  /* enum cue_kind */
	uint32_t strength;	  /* enum cue_strength */
};

struct index_table {
	uint64_t seed;
	uint32_t buckets;
	uint32_t entries;
	uint32_t words;
	uint32_t record_bits;
};

_Static_assert(sizeof(struct index_header) == 40 + 8 * SECTION_COUNT, "no padding");
_Static_assert(sizeof(struct index_brand) == 4 * 8 + 4 * (BRAND_LISTS + 2), "no padding");
_Static_assert(sizeof(struct index_domain) == 24, "no padding");
_Static_assert(sizeof(struct index_alias) == 20, "no padding");
_Static_assert(sizeof(struct index_redirector) == 32, "no padding");
_Static_assert(sizeof(struct index_cue) == 24, "no padding");
_Static_assert(sizeof(struct index_table) == 24, "no padding");

#endif
