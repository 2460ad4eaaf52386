/*
 * Brand names inside a text: finds the catalogue's aliases in folded text, longest first, as whole
 * words where the script has words, anywhere where it has none (Han, kana, hangul).
 */
#ifndef DETECT_NAMES_H
#define DETECT_NAMES_H

#include "catalogue/catalogue.h"
#include "text/arena.h"

/* A piece of text that names are made of: a Latin word, or one CJK character. */
struct name_unit {
	struct span text; /* within the folded text */
	struct span key;  /* its skeleton */
	uint32_t points;  /* code points of the text */
	bool cjk;
	bool line_start; /* a line break stands before it: no name goes across */
	bool role;	 /* a role word, or part of one (names_mark_roles) */
	bool named;	 /* part of an alias that was found */
};

struct name_units {
	struct name_unit *at;
	size_t count; /* all keys lie one after the other: a run of units has its key there */
};

/* Cuts folded text into units, in the arena: about 20 times the text's bytes. */
struct name_units names_split(struct arena *arena, struct span folded);

/* An alias that stands in the text. */
struct name_hit {
	size_t from, to; /* units */
	struct alias_hit alias;
};

/* The next alias at or after unit *from, the longest one there; moves *from behind it and marks its units.
 * Weak aliases are passed over. False at the end. All brands that share the alias: call
 * catalogue_alias() with names_key(). */
bool names_next(const struct catalogue *catalogue, struct name_units *units, size_t *from,
		struct name_hit *hit);

/* The key and the text of units [from, to). */
struct span names_key(const struct name_units *units, size_t from, size_t to);
struct span names_text(const struct name_units *units, size_t from, size_t to);

/* Marks every unit that belongs to a role word (support, 株式会社, サポートセンター …), is a number, or is
 * written in one with a name that was found: a prefix of one letter (e-, i-, m-), or a piece of a domain's
 * suffix behind it (-ne, -co.jp).
 * Returns true when one of them is of kind ROLE_ADMIN. */
bool names_mark_roles(const struct catalogue *catalogue, struct arena *arena,
		      struct name_units *units);

#endif
