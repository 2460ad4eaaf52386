/* The catalogue that is built into the program. */
#ifndef EMBEDDED_EMBEDDED_H
#define EMBEDDED_EMBEDDED_H

#include "catalogue/index.h"

/* Opens it; the caller closes it with index_close(). NULL with a reason when out of memory. */
struct index *embedded_open(char problem[static 160]);

#endif
