/*
 * What the look-alike matchers share: the hostname under suspicion, taken apart once, and the list
 * that they put their matches into. Each matcher is one rule in one file; lookalike.c runs them.
 */
#ifndef DETECT_MATCHER_H
#define DETECT_MATCHER_H

#include "detect/lookalike.h"
#include "text/skeleton.h"

/* A coined label of so many letters is not met by accident. */
#define COINED_LETTERS 7

/* A piece of the hostname between dots and hyphens, in Unicode form. */
struct token {
	struct span shown;
	struct span skeleton;
	bool plain;	  /* all ASCII */
	bool after_dot;	  /* the first of its label */
	bool registrable; /* within the registrable domain's own label */
};

struct near_answer;

struct suspect {
	const struct catalogue *catalogue;
	struct arena *arena;
	struct effort *effort; /* NULL: without end */
	struct span ascii;
	struct span registrable, label, suffix; /* ASCII: label.suffix = registrable */
	struct span shown;			/* the label in Unicode form */
	bool plain;				/* … is all ASCII */
	bool tenant;				/* given out by a hoster, not by a registry */
	struct span front;		     /* Unicode: the labels before the registrable domain */
	struct span skeletons[SKELETON_MAX]; /* of the label */
	size_t skeleton_count;
	const struct token *tokens; /* of the whole name but its suffix, left to right */
	size_t token_count;
	struct near_answer **nears; /* what suspect_near() has found; NULL: is not kept */
};

/* Takes the hostname apart, without its tokens where these are not afforded; false when there is no label that
 * could look like anything. */
bool suspect_make(struct suspect *suspect, const struct catalogue *catalogue, struct arena *arena,
		  const struct hostname *hostname, struct effort *effort);

/* Takes `units` of effort; where that is spent, matchers come to their end. */
bool suspect_affords(const struct suspect *suspect, size_t units);

struct match {
	struct lookalike found;
	struct span
	    seen; /* the part that passes for the target's label; empty: no letters to compare */
	bool same_suffix;
};

struct matches {
	struct match at[LOOKALIKES];
	size_t count;
};

typedef void matcher(const struct suspect *suspect, struct matches *matches);
matcher homograph_match;	/* reads the same: equal skeletons */
matcher typosquat_match;	/* one edit, swap, hyphen or dot away */
matcher target_embedding_match; /* an official domain in front of, or within, another */
matcher combosquat_match;	/* a brand's name with other words */
matcher alias_label_match;	/* a brand's Japanese name as a label */
matcher tld_swap_match;		/* a brand's label under another suffix */

/* A label of a claimed brand that has no match yet, two edits away. */
void claimed_match(const struct suspect *suspect, const struct claimed_brand *claimed, size_t count,
		   struct matches *matches);

/* Adds `match` unless its brand has a stronger one. */
void matches_add(struct matches *matches, const struct match *match);

/* The candidates whose label has this skeleton or may be an edit from it; those of the suspect's
 * own registrable domain are left out. Where the brand has the same label under the suspect's own
 * public suffix, that domain is given. */
size_t suspect_equal(const struct suspect *suspect, struct span skeleton,
		     struct domain_hit out[static DOMAIN_HITS]);
size_t suspect_near(const struct suspect *suspect, struct span skeleton,
		    struct domain_hit out[static DOMAIN_HITS]);

/* The same without the entries of plain lists, where matches_add() would take none of them anyway. */
size_t suspect_equal_brands(const struct suspect *suspect, struct span skeleton,
			    struct domain_hit out[static DOMAIN_HITS]);
size_t suspect_near_brands(const struct suspect *suspect, struct span skeleton,
			   struct domain_hit out[static DOMAIN_HITS]);

/* The same, but given under `suffix` where the brand is there; as the look-up knows them if empty. */
size_t suspect_equal_under(const struct suspect *suspect, struct span skeleton, struct span suffix,
			   struct domain_hit out[static DOMAIN_HITS]);
size_t suspect_near_under(const struct suspect *suspect, struct span skeleton, struct span suffix,
			  struct domain_hit out[static DOMAIN_HITS]);

/* A candidate's registrable domain, its public suffix, and the label before that in Unicode form.
 */
struct span target_registrable(const struct suspect *suspect, const struct domain_hit *target);
struct span target_suffix(const struct suspect *suspect, const struct domain_hit *target);
struct span target_label(const struct suspect *suspect, const struct domain_hit *target);
/* … in code points: short labels look like anything. */
size_t target_length(const struct suspect *suspect, const struct domain_hit *target);

/* The suspect's suffix is a country's in which the brand has no domain: a dealer's or a user's there
 * is likelier than elsewhere. */
bool target_is_abroad(const struct suspect *suspect, const struct domain_hit *target);
/* GitLab, WordPress …: what its users run or sell bears the product's name. */
bool target_is_weak_name(const struct suspect *suspect, const struct domain_hit *target);

/* Not the brand's own domain but one that its users share (gmail.com): whoever writes about it takes the name for his
 * own, so that only what reads like it tells. */
bool target_is_shared(const struct domain_hit *target);

/* `text` without its dots or hyphens. */
struct span without_byte(struct arena *arena, struct span text, char byte);

/* A level one step lower, never below none. */
enum level level_below(enum level level);

#endif
