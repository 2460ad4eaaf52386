/*
 * Makes skeleton_cjk_table.h: the skeletons of single kana and Han characters as skeleton_of() gives
 * them. Run after a change to skeleton.c or skeleton_extra.c (test_skeleton.c compares the two):
 *
 *	cc -std=c17 -D_GNU_SOURCE -Ihost host/text/data/unicode/skeleton_cjk.c BUILD/libtext.a -lunistring \
 *	    -lidn2 -lpsl -o /tmp/skeleton_cjk && /tmp/skeleton_cjk >host/text/skeleton_cjk_table.h
 */
#include "text/skeleton.h"
#include "text/skeleton_cjk.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static void print_bytes(struct span text)
{
	putchar('"');
	for (size_t i = 0; i < text.len; i++)
		printf("\\x%02x", (unsigned char)text.ptr[i]);
	putchar('"');
}

static void print_range(struct arena *arena, uint32_t first, uint32_t last)
{
	for (uint32_t point = first; point <= last; point++) {
		char bytes[4];
		struct span text = {bytes, utf8_encode(point, bytes)};
		struct span skeleton = skeleton_of(arena, text);

		if (span_equal(skeleton, text))
			continue;
		if (skeleton.len > SKELETON_CJK_MAX) {
			fprintf(stderr, "U+%04X: longer than SKELETON_CJK_MAX\n", (unsigned)point);
			exit(1);
		}
		printf("\t{0x%04X, %zu, ", (unsigned)point, skeleton.len);
		print_bytes(skeleton);
		printf("},\n");
	}
}

int main(void)
{
	struct arena *arena = arena_new((size_t)1 << 28);

	puts("/* Made by data/unicode/skeleton_cjk.c; do not edit. Kana and Han characters that "
	     "are not\n"
	     " * their own skeleton, sorted. */");
	puts("#include \"text/skeleton_cjk.h\"\n\n"
	     "struct skeleton_cjk_entry {\n\tuint16_t point;\n\tuint8_t len;\n"
	     "\tchar text[SKELETON_CJK_MAX + 1];\n};\n");
	puts("static const struct skeleton_cjk_entry skeleton_cjk_entries[] = {");
	print_range(arena, SKELETON_KANA_FIRST, SKELETON_KANA_LAST);
	print_range(arena, SKELETON_HAN_FIRST, SKELETON_HAN_LAST);
	puts("};");
	arena_free(&arena);
	return 0;
}
