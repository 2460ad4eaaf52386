/*
 * Does a hostname look like an official, trusted or protected domain without being one? An ordered list of
 * matchers (homograph, typosquat, target embedding, combosquat, suffix swap), the strongest match of each
 * brand wins. Used for links and for senders' domains.
 */
#ifndef DETECT_LOOKALIKE_H
#define DETECT_LOOKALIKE_H

#include "catalogue/catalogue.h"
#include "detect/effort.h"
#include "detect/finding.h"
#include "text/arena.h"
#include "text/hostname.h"

struct lookalike {
	enum finding_code code;	  /* LINK_LOOKALIKE_IDN … LINK_TLD_SWAP */
	enum level level;	  /* before the mail's claims are considered */
	enum level level_claimed; /* where the mail claims this brand */
	struct domain_hit target; /* what it looks like */
	const char
	    *rule; /* "skeleton", "edit", "swap", "hyphen", "embedding", "token", "suffix" … */
	struct evidence_diff diffs[EVIDENCE_DIFFS];
	size_t diff_count;
};

#define LOOKALIKES 8

/* Fills out[] with the matches, strongest first, at most one per brand (one in all for brandless targets);
 * 0 for official domains (any brand's), known honest neighbours by exact name, and IP literals. Of a name
 * longer than the DNS carries (253 bytes) only the labels at both ends are looked at. */
size_t lookalike_find(const struct catalogue *catalogue, struct arena *arena,
		      const struct hostname *hostname, struct lookalike out[static LOOKALIKES]);

/* What brands' labels look like, read once for all names that are held against them; in the arena. NULL for no brands
 * and where memory gives out. */
struct claimed_brand;
struct claimed_brand *claimed_read(const struct catalogue *catalogue, struct arena *arena,
				   const brand_ref *brands, size_t count);

/* The same where the mail claims brands and its sender is official for none: names are read with these in mind. A
 * label of theirs two edits away, anywhere in the hostname (amaozm.co.jp.evil.example), is an imitation too. It costs
 * `effort` (NULL: without end); when that is spent, only names that read exactly like the label are found. */
size_t lookalike_find_claimed(const struct catalogue *catalogue, struct arena *arena,
			      const struct hostname *hostname, const struct claimed_brand *claimed,
			      size_t claimed_count, struct effort *effort,
			      struct lookalike out[static LOOKALIKES]);

/* Those that count where the mail claims and names no brand: of a level above none. That a name has none, as most, is
 * remembered in the catalogue's memo; so is for lookalike_find_claimed() without brands that nothing is like it. */
size_t lookalike_find_unclaimed(const struct catalogue *catalogue, struct arena *arena,
				const struct hostname *hostname, struct effort *effort,
				struct lookalike out[static LOOKALIKES]);

/* The form in which a reader is told a hostname: Unicode, but ASCII where the Unicode form could be taken for another
 * name (a look-alike, or a label with a script problem): "leads to metamаsk.io" would read like the real one. */
struct span lookalike_shown(const struct catalogue *catalogue, struct arena *arena,
			    const struct hostname *hostname, struct effort *effort);

/* The same as far as the name's own letters tell: Unicode unless a label has a script problem. For who knows already
 * whether it is a look-alike. */
struct span lookalike_shown_first(const struct hostname *hostname);

#endif
