/* The compiled public suffix list (data/README.md) as psl_data … psl_data_end. */
#ifdef __CET__
#include <cet.h> /* the mark without which the linker gives up CET for all */
#endif
	.section .rodata
	.balign 16
	.globl psl_data
psl_data:
	.incbin "public_suffix_list.dafsa"
	.globl psl_data_end
psl_data_end:
	.byte 0
	.section .note.GNU-stack, "", %progbits
