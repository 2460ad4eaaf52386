#include "text/fold_order.h"

#include "text/fold_class.h"

enum {
	LRE = 0x202A,
	RLE,
	PDF,
	LRO,
	RLO,
	LRI = 0x2066,
	RLI,
	FSI,
	PDI,
};

uint8_t fold_order_level(const struct fold_order *order)
{
	return order->depth > 0 ? order->stack[order->depth - 1].level : 0;
}

static void push(struct fold_order *order, bool right_to_left, bool isolate)
{
	uint8_t level = fold_order_level(order);

	if (order->depth == FOLD_DEPTH_MAX)
		return;
	level = (uint8_t)(right_to_left ? (level + 1) | 1 : (level + 2) & ~1);
	order->stack[order->depth].level = level;
	order->stack[order->depth].isolate = isolate;
	order->depth++;
	if (level > order->highest)
		order->highest = level;
}

static void pop_isolate(struct fold_order *order)
{
	size_t depth = order->depth;

	while (depth > 0 && !order->stack[depth - 1].isolate)
		depth--;
	if (depth > 0)
		order->depth = depth - 1;
}

void fold_order_control(struct fold_order *order, uint32_t point)
{
	switch (point) {
	case RLO:
		push(order, true, false);
		break;
	case LRO:
	case LRE:
	case RLE: /* within it, letters that run from left to right still do */
		push(order, false, false);
		break;
	case LRI:
	case RLI:
	case FSI:
		push(order, false, true);
		break;
	case PDF:
		if (order->depth > 0 && !order->stack[order->depth - 1].isolate)
			order->depth--;
		break;
	case PDI:
		pop_isolate(order);
		break;
	default:
		break;
	}
}

/* Reverses points [from, to) and their levels, unless a letter there is one to be read that way. */
static void reverse(uint32_t *points, uint8_t *levels, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (fold_is_right_to_left(points[i]))
			return;
	for (; from + 1 < to; from++, to--) {
		uint32_t point = points[from];
		uint8_t level = levels[from];

		points[from] = points[to - 1];
		levels[from] = levels[to - 1];
		points[to - 1] = point;
		levels[to - 1] = level;
	}
}

void fold_order_apply(const struct fold_order *order, uint32_t *points, uint8_t *levels,
		      size_t count)
{
	for (uint8_t level = order->highest; level > 0; level--) {
		for (size_t from = 0, to; from < count; from = to + 1) {
			to = from;
			while (to < count && levels[to] >= level)
				to++;
			reverse(points, levels, from, to);
		}
	}
}
