/*
 * The skeletons of single kana and Han characters without the work of skeleton_of(): names are
 * looked for at each character of such a text.
 */
#ifndef TEXT_SKELETON_CJK_H
#define TEXT_SKELETON_CJK_H

#include <stddef.h>
#include <stdint.h>

enum {
	SKELETON_KANA_FIRST = 0x3041,
	SKELETON_KANA_LAST = 0x30FF,
	SKELETON_HAN_FIRST = 0x4E00,
	SKELETON_HAN_LAST = 0x9FFF,
	SKELETON_CJK_MAX = 6, /* bytes */
};

/* Writes what skeleton_of() makes of this one character to `out` and returns its bytes; 0 for a
 * point outside the two ranges above. */
size_t skeleton_cjk(uint32_t point, char out[static SKELETON_CJK_MAX]);

#endif
