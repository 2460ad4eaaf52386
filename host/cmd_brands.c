/* honmono brands: lists what the catalogue holds, for people and scripts. */
#include "catalogue/catalogue.h"
#include "cmd.h"
#include "embedded/embedded.h"
#include "log.h"

#include <stdio.h>
#include <string.h>

static const char help[] =
    "usage: honmono brands [ID...]\n"
    "Lists the brands of the built-in catalogue, or those with the given ids, one a line, its "
    "columns\n"
    "parted by tabs: id, name in English and in Japanese, site, domains of its sites, domains and\n"
    "addresses that it writes from, its page on false mail. Sources and dates are in the brand's "
    "file\n"
    "under host/catalogue/data/brands.\n"
    "Exit status: 0, 64 when an id is unknown.\n";

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
	const struct span columns[] = {brand.id, brand.name, brand.name_ja, brand.site};

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
	put(brand.advisory);
	putchar('\n');
}

static int print_some(const struct catalogue *catalogue, int argc, char **argv)
{
	int status = 0;

	for (int i = 1; i < argc; i++) {
		brand_ref ref = catalogue_brand_by_id(catalogue, span_of(argv[i]));

		if (ref == BRAND_NONE) {
			log_line("brands: no brand has the id %s", argv[i]);
			status = EXIT_USAGE;
		} else {
			print_brand(catalogue, ref);
		}
	}
	return status;
}

int cmd_brands(int argc, char **argv)
{
	char problem[160] = "";
	int status = 0;

	if (argc > 1 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) < 0 ? EXIT_SOFTWARE : 0;
	struct index *index = embedded_open(problem);

	if (!index) {
		log_line("cannot open the catalogue: %s", problem);
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
