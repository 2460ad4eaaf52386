/*
 * The memory of JSON trees. jansson (2.14) tells a failed allocation as a syntax error, leaves
 * members out of what it dumps, and, when the text that its lexer keeps cannot grow, reads and
 * writes past its end. So its allocations do not fail: when the C library's do, a reserve that
 * costs nothing until then takes over for the rest of the request, whose answer becomes an error.
 *
 * Before the C library is asked, the blocks of a request are cut one after the other from the front of the same
 * region and given back all at once: most mails need no more, and it is a twentieth less work than malloc().
 */
#ifndef JSON_MEMORY_H
#define JSON_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the front. Where a sanitizer watches every block there is none. */
#ifdef HONMONO_SANITIZED
#define JSON_MEMORY_FRONT ((size_t)0)
#else
#define JSON_MEMORY_FRONT ((size_t)32 * 1024)
#endif

/* Lets jansson allocate through here and empties the region: nothing that jansson made for an earlier request may
 * be in use any more. */
void json_memory_watch(void);

/* True when the reserve was needed since json_memory_watch(). */
bool json_memory_failed(void);

/* Frees what jansson has allocated, such as the text of json_dumps(). */
void json_memory_free(void *block);

#endif
