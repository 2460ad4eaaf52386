#include "embedded/embedded.h"

/* embedded.S */
extern const char embedded_index[], embedded_index_end[];

struct index *embedded_open(char problem[static 160])
{
	return index_open_own(embedded_index, (size_t)(embedded_index_end - embedded_index),
			      problem);
}
