/* honmono brands: lists what the catalogue holds, for people and scripts. */
#include "catalogue/catalogue.h"
#include "cmd.h"
#include "embedded/embedded.h"
#include "language.h"
#include "log.h"
#include "said.h"
#include "said_details.h"
#include "text/arena.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

static const char *const help[LANGUAGES] = {
    [LANGUAGE_EN] = "usage: honmono brands [ID|NAME...]\n"
		    "Lists the brands of the built-in catalogue, one a line: all, or those with "
		    "the given ids or\n"
		    "names (upper or lower case; where no brand is called just so, all whose name "
		    "contains it).\n"
		    "Columns, parted by tabs: id, name in English and in Japanese, site, domains "
		    "of its sites,\n"
		    "domains and addresses that it writes from, its page on false mail. Sources "
		    "and dates are in\n"
		    "the brand's file under host/catalogue/data/brands.\n"
		    "Exit status: 0, 64 when there is no such brand.\n",
    [LANGUAGE_JA] = "使い方：honmono brands [識別名|名前...]\n"
		    "内蔵のカタログのブランドを1行に1つずつ表示します。識別名や名前を指定すると、そ"
		    "のブランドだけを\n"
		    "表示します（大文字と小文字は区別しません。ちょうどその名前のブランドがなければ"
		    "、名前に含むもの）。\n"
		    "列はタブ区切りで、識別名、英語名、日本語名、サイト、サイトのドメイン、メールを"
		    "送るドメインと\n"
		    "アドレス、偽メールについての公式ページです。出典と日付は "
		    "host/catalogue/data/brands の各ファイルに\n"
		    "あります。\n"
		    "終了コード：0、該当するブランドがないとき 64。\n",
};

static void put(struct span text)
{
	fwrite(text.ptr, 1, text.len, stdout);
}

static void put_list(const struct catalogue *catalogue, brand_ref brand, enum brand_list list,
		     const char *between)
{
	size_t count = catalogue_list_length(catalogue, brand, list);

	for (size_t i = 0; i < count; i++) {
		fputs(i ? " " : between, stdout);
		put(catalogue_list_at(catalogue, brand, list, i));
	}
}

static void print_brand(const struct catalogue *catalogue, brand_ref ref)
{
	const struct brand brand = catalogue_brand(catalogue, ref);
	bool addresses = catalogue_list_length(catalogue, ref, BRAND_MAIL_ADDRESSES) > 0;
	const struct span columns[] = {brand.id, brand.name, brand.name_ja,
				       language_of_environment() == LANGUAGE_JA ? brand.site_ja
										: brand.site};

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		put(columns[i]);
		putchar('\t');
	}
	put_list(catalogue, ref, BRAND_WEB_DOMAINS, "");
	putchar('\t');
	put_list(catalogue, ref, BRAND_MAIL_DOMAINS, "");
	if (addresses)
		put_list(catalogue, ref, BRAND_MAIL_ADDRESSES,
			 catalogue_list_length(catalogue, ref, BRAND_MAIL_DOMAINS) ? " " : "");
	putchar('\t');
	put(language_of_environment() == LANGUAGE_JA ? brand.advisory_ja : brand.advisory);
	putchar('\n');
}

/* ---- by id or name ---- */

static struct span folded(struct arena *arena, struct span text)
{
	return normalize_nfkc_fold(arena, text);
}

static bool is_called(struct arena *arena, const struct brand *brand, struct span wanted,
		      bool whole)
{
	const struct span names[] = {brand->id, brand->name, brand->name_ja};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct span name = folded(arena, names[i]);

		if (whole ? span_equal(name, wanted) : span_holds(name, wanted))
			return true;
	}
	return false;
}

/* Prints all that are called so; false when none is. */
static bool print_called(const struct catalogue *catalogue, struct arena *arena, const char *text,
			 bool whole)
{
	struct span wanted = folded(arena, span_of(text));
	bool found = false;

	for (size_t i = 0; wanted.len && i < catalogue_brand_count(catalogue); i++) {
		brand_ref ref = catalogue_brand_at(catalogue, i);
		const struct brand brand = catalogue_brand(catalogue, ref);

		if (!is_called(arena, &brand, wanted, whole))
			continue;
		print_brand(catalogue, ref);
		found = true;
	}
	arena_reset(arena);
	return found;
}

static int print_some(const struct catalogue *catalogue, int argc, char **argv)
{
	struct arena *arena = arena_new((size_t)1 << 24);
	int status = arena ? 0 : EXIT_SOFTWARE;

	for (int i = 1; arena && i < argc; i++) {
		bool sound = utf8_check(span_of(argv[i])) == strlen(argv[i]);

		if (sound && (print_called(catalogue, arena, argv[i], true) ||
			      print_called(catalogue, arena, argv[i], false)))
			continue;
		log_line("brands: no brand has the id or name %s", sound ? argv[i] : "?");
		status = EXIT_USAGE;
	}
	arena_free(&arena);
	return status;
}

int cmd_brands(int argc, char **argv)
{
	char problem[160] = "", detail[SAID_DETAIL_BYTES];
	int status = 0;

	if (argc > 1 && strcmp(argv[1], "--help") == 0)
		return fputs(help[language_of_environment()], stdout) < 0 ? EXIT_SOFTWARE : 0;
	struct index *index = embedded_open(problem);

	if (!index) {
		log_line("cannot open the catalogue: %s", said_detail(problem, detail));
		return EXIT_SOFTWARE;
	}
	const struct catalogue catalogue = {.indexes = {index}, .count = 1};

	if (argc > 1)
		status = print_some(&catalogue, argc, argv);
	else
		for (size_t i = 0; i < catalogue_brand_count(&catalogue); i++)
			print_brand(&catalogue, catalogue_brand_at(&catalogue, i));
	index_close(&index);
	return status;
}
