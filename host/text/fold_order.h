/* The visual order of a text with directional overrides: the explicit levels of UAX #9 (X1 to X8)
 * and their reordering (L2). The order of letters that are written from right to left is left
 * alone. */
#ifndef TEXT_FOLD_ORDER_H
#define TEXT_FOLD_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FOLD_DEPTH_MAX = 125 }; /* max_depth of UAX #9 */

/* Zero-initialise. */
struct fold_order {
	struct {
		uint8_t level;
		bool isolate;
	} stack[FOLD_DEPTH_MAX];
	size_t depth;
	uint8_t highest;
};

/* The level of what follows: odd inside a right-to-left override. */
uint8_t fold_order_level(const struct fold_order *order);

/* Takes note of an embedding, override, isolate or their end; other characters change nothing. */
void fold_order_control(struct fold_order *order, uint32_t point);

/* Puts points into visual order by their levels. */
void fold_order_apply(const struct fold_order *order, uint32_t *points, uint8_t *levels,
		      size_t count);

#endif
