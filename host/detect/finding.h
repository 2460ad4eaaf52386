/* What the judge found: codes, levels, targets and evidence of protocol.md. Append-only enums; the
 * order of enum finding_code is the protocol table's, by which findings are sorted. */
#ifndef DETECT_FINDING_H
#define DETECT_FINDING_H

#include "catalogue/catalogue.h"

enum level { LEVEL_NONE, LEVEL_NOTICE, LEVEL_WARNING, LEVEL_DANGER };

enum finding_code {
	SENDER_UNOFFICIAL,
	SENDER_LOOKALIKE,
	SENDER_UNVERIFIED,
	SENDER_ADDRESS_UNLISTED,
	SENDER_UNSOLICITED,
	SENDER_NAME_DISGUISED,
	SENDER_NAME_ADDRESS,
	SENDER_CONTAINS_RECIPIENT,
	SENDER_FREEMAIL,
	SENDER_MALFORMED,
	SENDER_UNAUTHENTICATED,
	WEBMAIL_WARNED,
	REPLY_TO_ELSEWHERE,
	LINK_LOOKALIKE_IDN,
	LINK_LOOKALIKE_TYPO,
	LINK_BRAND_EMBEDDED,
	LINK_COMBOSQUAT,
	LINK_TLD_SWAP,
	LINK_UNOFFICIAL,
	LINK_TEXT_MISMATCH,
	LINK_USERINFO,
	LINK_ADDRESS_LITERAL,
	LINK_MIXED_SCRIPT,
	LINK_OBFUSCATED,
	LINK_SCRIPT,
	LINK_SHORTENER,
	LINK_REDIRECT,
	LINK_FREE_HOSTING,
	SECRET_REQUESTED,
	FRAUD_REQUESTED,
	BRANDS_CONTRADICT,
	TEXT_DISGUISED,
	KNOWN_WORDING,
	UNUSED_SERVICE,
	NOT_ALL_CHECKED,
	FINDING_CODES,
};

enum target_kind { TARGET_SENDER, TARGET_REPLY_TO, TARGET_SUBJECT, TARGET_TEXT, TARGET_LINK };

/* The members of `evidence`; the words for a code say which of them it uses (words.c). */
enum evidence_key {
	EVIDENCE_CLAIMED, /* the display name as written */
	EVIDENCE_ADDRESS, /* the sender's address */
	EVIDENCE_DOMAIN, /* the whole domain of the sender's address, or the registrable domain of a
				* link, as lookalike_shown() gives it: Unicode, but ASCII for look-alikes */
	EVIDENCE_HOSTNAME, /* a link's hostname, in the same form */
	EVIDENCE_PUNYCODE, /* its ASCII form where its Unicode form differs */
	EVIDENCE_IMITATES, /* the official, trusted or protected domain it looks like */
	EVIDENCE_RULE,	   /* which rule of likeness: "skeleton", "edit", "swap", … */
	EVIDENCE_SHOWN, /* what the text or name shows; the part of the recipient's address that stands
				* in the sender's */
	EVIDENCE_DESTINATION, /* where it really leads (hostname) */
	EVIDENCE_RECIPIENT,   /* the recipient's own address */
	EVIDENCE_REPLY_TO,
	EVIDENCE_MAILED_BY,
	EVIDENCE_SIGNED_BY,
	EVIDENCE_PHRASE,  /* the wording in whole words, as it stands in the mail but for blanks and
				* line breaks; folded (fold_body) where that place is not found again */
	EVIDENCE_ALSO,	  /* another such wording beside it */
	EVIDENCE_CUE,	  /* the cue's id */
	EVIDENCE_BRAND,	  /* the English name of the second brand (finding.other) */
	EVIDENCE_PROBLEM, /* what is odd, as a word: "group", "percent-encoding", … */
	EVIDENCE_ALIAS, /* the name by which the sender claims the brand, as the catalogue spells it */
	EVIDENCE_UNICODE, /* the Unicode form of EVIDENCE_DOMAIN (of EVIDENCE_HOSTNAME, where there is one) where that is told in ASCII */
	EVIDENCE_SHOWN_PUNYCODE, /* the ASCII form of EVIDENCE_SHOWN where its letters may be taken for others */
	EVIDENCE_KEYS,
};

struct evidence_diff {
	struct span seen, genuine; /* ["rn","m"] */
};
#define EVIDENCE_DIFFS 4

struct finding {
	enum finding_code code;
	enum level level;
	enum target_kind target;
	size_t index; /* TARGET_LINK: the link's place in the request */
	brand_ref brand;
	brand_ref other; /* a second brand (BRANDS_CONTRADICT: who signs), or BRAND_NONE */
	struct span evidence[EVIDENCE_KEYS];
	struct evidence_diff diffs[EVIDENCE_DIFFS];
	size_t diff_count;
};

#endif
