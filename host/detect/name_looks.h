/*
 * Kana and Han characters that read like others in a name. UTS #39's data has the pairs that look the same (カ and 力,
 * ロ and 口); these are the ones that a reader takes for each other in a familiar name: 楽夭, カ一ド, メルカㇼ, アマゾソ.
 * For names only: in domains each of them is a letter of its own.
 */
#ifndef DETECT_NAME_LOOKS_H
#define DETECT_NAME_LOOKS_H

#include "text/arena.h"

/* The folded name with characters that Japanese names hardly use in the place of those they look like, and without
 * voicing marks on letters that take none. *changed tells whether there were any. */
struct span name_looks_plain(struct arena *arena, struct span folded, bool *changed);

/* The folded name with symbols that stand for letters inside words or in front of them (P@yPal, $tripe) written as
 * these letters; empty where there are none. */
struct span name_looks_symbols(struct arena *arena, struct span folded);

/* The name as written (not folded: its capitals tell) with an I inside a word of small letters read as l (AppIe), and an
 * l that begins a word as I (lnstagram); empty where there are none. */
struct span name_looks_capitals(struct arena *arena, struct span written);

/* The folded name with two narrow characters that stand for one (メノレカリ, 三井イ主友) written as that one; empty where
 * there are none. */
struct span name_looks_halves(struct arena *arena, struct span folded);

/* The folded name with full kana for small ones (楽天ヵード, ァマゾン), with today's forms for old ones (國稅庁), with katakana
 * for hiragana (らくてんカード); each empty where that changes nothing. */
struct span name_looks_small(struct arena *arena, struct span folded);
struct span name_looks_old(struct arena *arena, struct span folded);
struct span name_looks_hiragana(struct arena *arena, struct span folded);

/* The character that `point` is taken for although names use both (ソ and ン), or 0. */
uint32_t name_looks_other(uint32_t point);

#endif
