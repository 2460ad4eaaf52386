/*
 * What the judge knows: brands, their domains, addresses and names, mail infrastructure, role words.
 * A catalogue is a short list of read-only indexes (the embedded one, the user's own brands and
 * trusted domains, further files); every look-up asks each of them. Look-ups allocate nothing,
 * make no system call, and cost a fixed number of probes, whatever the catalogue's size.
 * Spans in the results point into the index and live as long as it.
 */
#ifndef CATALOGUE_CATALOGUE_H
#define CATALOGUE_CATALOGUE_H

#include "text/span.h"

#include <stdint.h>

struct index;
struct name_memo;

#define CATALOGUE_INDEXES 8

struct catalogue {
	const struct index *indexes[CATALOGUE_INDEXES];
	size_t count;
	struct name_memo
	    *memo; /* working memory of the owner's, of this list of indexes; may be NULL */
};

/* A brand of one of the catalogue's indexes; BRAND_NONE is no brand. Comparable with ==. */
typedef uint32_t brand_ref;
#define BRAND_NONE ((brand_ref)0)

/* What a reader is told about a brand. */
struct brand {
	struct span id;	     /* "metamask" */
	struct span name;    /* in English */
	struct span name_ja; /* in Japanese; never empty (falls back to name) */
	struct span category;
	struct span site;    /* the URL of its official site */
	struct span site_ja; /* … for readers of Japanese: the same one where it has but one */
	struct span
	    advisory; /* the URL of its own page on false mail for readers of English; may be empty */
	struct span advisory_ja; /* … and of Japanese: the same page where it has but one */
	bool senders_complete;	 /* its list of sender domains is filled and well founded */
	bool article;		 /* an English sentence says "the" before its name */
	bool exact_addresses;	 /* it publishes the exact addresses it writes from */
	bool only_on_request;	 /* it never writes first */
};
struct brand catalogue_brand(const struct catalogue *catalogue, brand_ref brand);

/* The brand with this id, or BRAND_NONE. */
brand_ref catalogue_brand_by_id(const struct catalogue *catalogue, struct span id);

/* Number of brands of all indexes, and the n-th of them (by id within an index). */
size_t catalogue_brand_count(const struct catalogue *catalogue);
brand_ref catalogue_brand_at(const struct catalogue *catalogue, size_t n);

/* A brand's lists, in the order of its catalogue file. */
enum brand_list {
	BRAND_WEB_DOMAINS,
	BRAND_MAIL_DOMAINS,
	BRAND_MAIL_ADDRESSES,
	BRAND_USER_CONTENT,
	BRAND_RELAYS, /* official addresses that carry other people's words */
	BRAND_ALIASES,
	BRAND_WEAK_ALIASES,
	BRAND_AFFILIATES, /* ids */
};
size_t catalogue_list_length(const struct catalogue *catalogue, brand_ref brand,
			     enum brand_list list);
struct span catalogue_list_at(const struct catalogue *catalogue, brand_ref brand,
			      enum brand_list list, size_t n);

/* True when they are the same brand or either lists the other as an affiliate. */
bool catalogue_affiliates(const struct catalogue *catalogue, brand_ref a, brand_ref b);

/* ---- domains ---- */

enum domain_role {
	DOMAIN_WEB = 1 << 0,  /* a brand's official site */
	DOMAIN_MAIL = 1 << 1, /* a brand writes from here */
	DOMAIN_USER_CONTENT =
	    1 << 2, /* a brand's, but anyone publishes or mails here: never official */
	DOMAIN_FREEMAIL = 1 << 3,     /* anyone's mailbox */
	DOMAIN_MAIL_SERVICE = 1 << 4, /* sends and tracks clicks for many organisations */
	DOMAIN_HOSTING = 1 << 5,      /* anyone publishes below: counts as a public suffix */
	DOMAIN_SHORTENER = 1 << 6,
	DOMAIN_REDIRECTOR = 1 << 7,
	DOMAIN_TRUSTED = 1 << 8,    /* the user's own choice */
	DOMAIN_HONEST = 1 << 9,	    /* a known organisation whose name is near a brand's */
	DOMAIN_PROTECTED = 1 << 10, /* of a domain list: its look-alikes count, it claims no name */
	DOMAIN_RELAY = 1 << 11,	    /* mail from here carries other people's words */
	/* Beside DOMAIN_FREEMAIL: whose mailboxes they are, which are not free. */
	DOMAIN_CARRIER = 1 << 12,  /* a mobile carrier's subscribers' */
	DOMAIN_PROVIDER = 1 << 13, /* an internet provider's */
};

/* How telling a domain's own label is (the one before its public suffix). */
enum label_kind {
	LABEL_PLAIN,
	LABEL_COINED, /* no dictionary word, name or place */
	LABEL_WORD,   /* a common word, name or place */
};

struct domain_hit {
	struct span name;  /* ASCII, as listed */
	struct span label; /* of its registrable domain: the label before the public suffix, in
				  * Unicode form; a brand's user content counts as no suffix here */
	unsigned roles;	   /* enum domain_role */
	brand_ref brand;   /* BRAND_NONE for infrastructure, trusted and protected domains */
	enum label_kind kind;
	bool registrable; /* `name` is a registrable domain, as catalogue_registrable() says it */
	uint32_t redirector; /* DOMAIN_REDIRECTOR: number for catalogue_redirector(); else 0 */
};

/* No domain of a catalogue is longer (its sources are refused): of a hostname of a hundred labels only the end
 * is looked up. */
#define DOMAIN_BYTES 100
#define DOMAIN_LABELS 10

#define DOMAIN_HITS \
	16 /* one name may be listed for several brands and roles; more are cut when compiled */

/* The entries of exactly this name. */
size_t catalogue_domain(const struct catalogue *catalogue, struct span ascii,
			struct domain_hit out[static DOMAIN_HITS]);

/* The same without the entries of no brand. */
size_t catalogue_brand_domain(const struct catalogue *catalogue, struct span ascii,
			      struct domain_hit out[static DOMAIN_HITS]);

/* There certainly is no entry of this name or of one above it: remembered, so that the look-ups for each kind of role
 * need not be made. False where nothing is remembered. */
bool catalogue_is_unlisted(const struct catalogue *catalogue, struct span ascii);

/* The entries of the longest suffix of `ascii`, on label borders, that has any of `roles`; only
 * entries with such a role are returned. 0 when there is none. */
size_t catalogue_match(const struct catalogue *catalogue, struct span ascii, unsigned roles,
		       struct domain_hit out[static DOMAIN_HITS]);

/* The registrable domain by the public suffix list (private section included) and the catalogue's
 * hosting and user-content domains as further suffixes, but for user content that a brand writes from
 * itself (dropbox.com: em.dropbox.com is Dropbox). The whole name when it is itself a suffix; empty
 * for IP literals. A span of `ascii`. */
struct span catalogue_registrable(const struct catalogue *catalogue, struct span ascii);

/* hostname_suffix(), remembered. */
size_t catalogue_suffix(const struct catalogue *catalogue, struct span ascii, bool private_section);

/* ---- look-alike candidates: official, trusted and protected domains by their label ---- */

/* Domains whose label has this skeleton. */
size_t catalogue_by_skeleton(const struct catalogue *catalogue, struct span skeleton,
			     struct domain_hit out[static DOMAIN_HITS]);

/* The same without the domains of plain lists: DOMAIN_PROTECTED ones that are neither a brand's nor trusted. */
size_t catalogue_brands_by_skeleton(const struct catalogue *catalogue, struct span skeleton,
				    struct domain_hit out[static DOMAIN_HITS]);

/* Look-ups of this skeleton come soon: where a table lies in no cache, the processor fetches meanwhile what tells of
 * most of them that there is no such domain. */
void catalogue_skeleton_soon(const struct catalogue *catalogue, struct span skeleton);

/* Domains whose label's skeleton is one edit or swap from this one (never equal to it), where the
 * pair rn may also be read as the one letter m; one domain of each brand and label. Found by
 * one-deletion keys; brands' and trusted domains all have them, protected ones by rank. */
size_t catalogue_near_skeleton(const struct catalogue *catalogue, struct span skeleton,
			       struct domain_hit out[static DOMAIN_HITS]);

/* The same without the domains of plain lists. */
size_t catalogue_near_brands(const struct catalogue *catalogue, struct span skeleton,
			     struct domain_hit out[static DOMAIN_HITS]);

/* May what stands behind some label of a listed domain read like `joined` without its dots, or begin with the label
 * `skeleton` (both skeletons, an i passing for a j)? Sometimes true where none does, never false where one does; a tenth
 * of a look-up's cost, so that what only looks like a domain with its suffix behind it is looked up. */
bool catalogue_tail_is(const struct catalogue *catalogue, struct span joined);
bool catalogue_tail_begins(const struct catalogue *catalogue, struct span skeleton);

/* ---- names ---- */

struct alias_hit {
	struct span shown;  /* as the catalogue spells it */
	struct span squash; /* fold_squash() of it, to tell a plain spelling from a disguised one */
	brand_ref brand;
	bool weak; /* counts only as a whole display name and with other evidence */
};
#define ALIAS_HITS 8

/* Aliases whose fold_key() is `key`. */
size_t catalogue_alias(const struct catalogue *catalogue, struct span key,
		       struct alias_hit out[static ALIAS_HITS]);

/* May the key of a strong alias begin with (or be) `key`? Sometimes true where none does, never false
 * where one does; a tenth of a look-up's cost. */
bool catalogue_alias_begins(const struct catalogue *catalogue, struct span key);

/* May `key` be the key of a strong alias? As sure as above, and much cheaper than looking it up. */
bool catalogue_alias_is(const struct catalogue *catalogue, struct span key);

/* Strong aliases of 6 letters or more whose key is one edit or swap from `key`, read as above. */
size_t catalogue_near_alias(const struct catalogue *catalogue, struct span key,
			    struct alias_hit out[static ALIAS_HITS]);

/* Code points of the longest alias key: no longer text needs looking up. */
size_t catalogue_alias_longest(const struct catalogue *catalogue);

/* Words around a brand's name that change nothing about who is claimed. */
enum role_word {
	ROLE_NONE,
	ROLE_SUPPORT, /* support, team, お知らせ, 事務局 … */
	ROLE_ADMIN, /* administrator, help desk, メール管理者, 情報システム部 … also a role */
	ROLE_LEGAL,  /* inc, ltd, 株式会社 … */
	ROLE_FILLER, /* the, your, my, 重要 … */
	ROLE_RELAY,  /* via, 経由, on behalf of: what follows is the carrier's name */
	ROLE_PRODUCT, /* card, gift card, 残高, 宅急便 …: only behind a name that it is the brand's own of */
};
/* `word`: fold_squash() of one or more words. */
enum role_word catalogue_role_word(const struct catalogue *catalogue, struct span word);

/* ---- words and suffixes of hostnames ---- */

enum hostname_word {
	HOSTNAME_PLAIN = 1 << 0,     /* what shops, fans and the brand itself add too */
	HOSTNAME_MILD = 1 << 1,	     /* about accounts, in honest names as well */
	HOSTNAME_STRONG = 1 << 2,    /* about access, fear and money */
	HOSTNAME_ABOUT = 1 << 3,     /* of those who write about a brand: blog, fans, news */
	HOSTNAME_SERVING = 1 << 4,   /* ends names that serve a brand's own pages: cdn, static */
	HOSTNAME_THROWAWAY = 1 << 5, /* a suffix below which names cost next to nothing */
	HOSTNAME_WORLDWIDE = 1 << 6, /* a country's suffix that is sold to everybody everywhere */
};

/* What is known of this word or suffix (enum hostname_word; ASCII, lower case); 0: nothing. */
unsigned catalogue_hostname_word(const struct catalogue *catalogue, struct span word);

/* A place among the words; begins as all zero. */
struct hostname_place {
	size_t indexes; /* that were begun */
	struct words_place {
		uint32_t first, last;
	} words;
};

/* The next word of these kinds, the more telling ones first, with which `text` begins or ends and which is not all of
 * it, and *of what kinds it is; false behind the last. */
bool catalogue_hostname_word_beside(const struct catalogue *catalogue, unsigned kinds,
				    struct span text, struct hostname_place *place,
				    struct span *word, unsigned *of);

/* ---- addresses ---- */

struct address_hit {
	brand_ref brand;
	bool relay; /* carries other people's words */
};
#define ADDRESS_HITS 4
/* `address`: local@domain, domain in ASCII; compared without case. */
size_t catalogue_address(const struct catalogue *catalogue, struct span address,
			 struct address_hit out[static ADDRESS_HITS]);

/* ---- redirectors ---- */

enum redirect_shape {
	REDIRECT_OPAQUE,	 /* the destination cannot be read from the URL */
	REDIRECT_QUERY,		 /* in a query parameter, percent-encoded */
	REDIRECT_QUERY_TWICE,	 /* … encoded twice */
	REDIRECT_QUERY_BASE64,	 /* … in base64 or base64url */
	REDIRECT_QUERY_BING,	 /* a1 + base64url */
	REDIRECT_QUERY_MANDRILL, /* base64url of JSON within JSON, whose member url it is */
	REDIRECT_WHOLE_QUERY,	 /* the query string is the URL */
	REDIRECT_PATH_REST,	 /* the rest of the path, with or without a scheme */
	REDIRECT_PATH_ENCODED, /* a percent-encoded path segment that reads as a URL, maybe behind a *; or all from there on */
	REDIRECT_PATH_NAME,	/* the first path segment, percent-encoded and without its scheme */
	REDIRECT_PATH_RU,	/* Yahoo: a path segment RU=…, percent-encoded or in base64 */
	REDIRECT_PROOFPOINT_V2, /* u: '_' is '/', '-XX' is %XX */
	REDIRECT_PROOFPOINT_V3, /* path: __URL__;BASE64!! */
	REDIRECT_TRANSLATE_HOST, /* translate.goog: the hostname itself */
};

struct redirector {
	struct span hostname;	   /* matched with its sub-domains */
	struct span path;	   /* prefix of the path; may be empty */
	struct span parameters[4]; /* tried in order; empty ones unused */
	enum redirect_shape shape;
	bool certain; /* known to honour the parameter */
};
/* `number` from a domain hit, with the index it came from implied by it. */
struct redirector catalogue_redirector(const struct catalogue *catalogue, uint32_t number);

#endif
