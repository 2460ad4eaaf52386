#include "detect/effort.h"

bool effort_take(struct effort *effort, size_t units)
{
	if (!effort)
		return true;
	if (effort->spent || units > effort->left) {
		effort->spent = true;
		return false;
	}
	effort->left -= units;
	return true;
}
