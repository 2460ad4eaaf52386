/* The index that catalogue_compile made, as read-only bytes of the program. */
#ifdef __CET__
#include <cet.h> /* the mark without which the linker gives up CET for all */
#endif
	.section .rodata
	.balign	8
	.global	embedded_index
	.type	embedded_index, %object
embedded_index:
	.incbin	"catalogue.index"
	.global	embedded_index_end
embedded_index_end:
	.size	embedded_index, embedded_index_end - embedded_index
	.section .note.GNU-stack, "", %progbits
