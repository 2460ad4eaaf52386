/*
 * The memory of JSON trees. jansson (2.14) tells a failed allocation as a syntax error, leaves
 * members out of what it dumps, and, when the text that its lexer keeps cannot grow, reads and
 * writes past its end. So its allocations do not fail: when the C library's do, a reserve that
 * costs nothing until then takes over for the rest of the request, whose answer becomes an error.
 */
#ifndef JSON_MEMORY_H
#define JSON_MEMORY_H

#include <stdbool.h>

/* Lets jansson allocate through here and empties the reserve: no tree of an earlier request may
 * live. */
void json_memory_watch(void);

/* True when the reserve was needed since json_memory_watch(). */
bool json_memory_failed(void);

/* Frees what jansson has allocated, such as the text of json_dumps(). */
void json_memory_free(void *block);

#endif
