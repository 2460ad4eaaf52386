/* The index that catalogue_compile made, as read-only bytes of the program. */
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
