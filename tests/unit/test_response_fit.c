/* What goes from a verdict that is too long, by bytes: in which order, how far, and when it is not enough. */
#include "response_fit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define KIB 1024
#define MARK 17
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Bytes that are neither links nor findings. */
#define FRAME 100

/* Text of the items with their commas and brackets. */
static size_t list_bytes(const size_t *sizes, size_t count)
{
	size_t bytes = 2 + (count ? count - 1 : 0);

	for (size_t i = 0; i < count; i++)
		bytes += sizes[i];
	return bytes;
}

static size_t bytes_after(const struct response_sizes *sizes, const struct response_cut *cut)
{
	size_t bytes = FRAME + (cut->truncated ? sizes->mark : 0) +
		       list_bytes(sizes->findings, cut->findings) +
		       list_bytes(sizes->links, sizes->link_count);

	for (size_t i = cut->whole_links; i < sizes->link_count; i++)
		bytes -= sizes->links[i] - sizes->reduced[i];
	return bytes;
}

static struct response_sizes sizes_of(size_t *links, size_t *reduced, size_t link_count,
				      size_t *findings, size_t finding_count)
{
	return (struct response_sizes){
	    .whole = FRAME + list_bytes(links, link_count) + list_bytes(findings, finding_count),
	    .links = links,
	    .reduced = reduced,
	    .findings = findings,
	    .link_count = link_count,
	    .finding_count = finding_count,
	    .mark = MARK,
	};
}

static void assert_cut(const struct response_sizes *sizes, size_t bytes, bool fits, size_t findings,
		       size_t whole_links)
{
	struct response_cut cut;

	assert_int_equal(response_fit(sizes, bytes, &cut), fits);
	assert_int_equal(cut.findings, findings);
	assert_int_equal(cut.whole_links, whole_links);
	assert_int_equal(cut.truncated, sizes->whole > bytes);
	if (fits)
		assert_true(bytes_after(sizes, &cut) <= bytes);
}

static void test_what_fits_stays_whole(void **state)
{
	size_t links[] = {50, 50}, reduced[] = {10, 10}, findings[] = {70, 70, 70};
	struct response_sizes sizes = sizes_of(links, reduced, 2, findings, 3);

	(void)state;
	assert_cut(&sizes, sizes.whole + 1, true, 3, 2);
	assert_cut(&sizes, sizes.whole, true, 3, 2);
	sizes = sizes_of(NULL, NULL, 0, NULL, 0);
	assert_cut(&sizes, sizes.whole, true, 0, 0);
}

/* Few findings are never cut before the links; the mark of the cut must fit, too. */
static void test_links_from_the_last_on(void **state)
{
	size_t links[] = {50, 50, 50}, reduced[] = {10, 10, 10}, findings[] = {70, 70};
	struct response_sizes sizes = sizes_of(links, reduced, 3, findings, 2);

	(void)state;
	assert_cut(&sizes, sizes.whole - 1, true, 2, 2);
	assert_cut(&sizes, sizes.whole + MARK - 40, true, 2, 2);
	assert_cut(&sizes, sizes.whole + MARK - 41, true, 2, 1);
	assert_cut(&sizes, sizes.whole + MARK - 80, true, 2, 1);
	assert_cut(&sizes, sizes.whole + MARK - 120, true, 2, 0);
}

static void test_findings_when_links_are_not_enough(void **state)
{
	size_t links[] = {50}, reduced[] = {10}, findings[] = {70, 80, 90};
	struct response_sizes sizes = sizes_of(links, reduced, 1, findings, 3);
	size_t reduced_all = sizes.whole + MARK - 40;

	(void)state;
	assert_cut(&sizes, reduced_all, true, 3, 0);
	assert_cut(&sizes, reduced_all - 1, true, 2, 0);
	assert_cut(&sizes, reduced_all - 91, true, 2, 0);
	assert_cut(&sizes, reduced_all - 92, true, 1, 0);
	assert_cut(&sizes, reduced_all - 91 - 81, true, 1, 0);
	/* The last one has no comma. */
	assert_cut(&sizes, reduced_all - 91 - 81 - 70, true, 0, 0);
	assert_cut(&sizes, reduced_all - 91 - 81 - 71, false, 0, 0);
	assert_cut(&sizes, 0, false, 0, 0);
}

/* Of many findings those behind the kept bytes go first, before any link. */
static void test_many_findings_go_before_links(void **state)
{
	static size_t findings[600];
	size_t links[] = {50 * KIB, 50 * KIB}, reduced[] = {10, 10};
	struct response_sizes sizes;
	struct response_cut cut;

	(void)state;
	for (size_t i = 0; i < COUNT(findings); i++)
		findings[i] = KIB - 1; /* with its comma a KiB */
	sizes = sizes_of(links, reduced, 2, findings, COUNT(findings));
	assert_cut(&sizes, sizes.whole + MARK - KIB, true, 599, 2);
	assert_cut(&sizes, sizes.whole + MARK - KIB - 1, true, 598, 2);
	/* All that may go before the links … */
	assert_true(response_fit(&sizes, sizes.whole - 215 * KIB, &cut));
	assert_int_equal(cut.whole_links, 2);
	assert_true(list_bytes(findings, cut.findings) > RESPONSE_KEPT_FINDINGS);
	/* … and what a little more costs. */
	assert_true(response_fit(&sizes, sizes.whole - 240 * KIB, &cut));
	assert_int_equal(cut.whole_links, 1);
	assert_in_range(list_bytes(findings, cut.findings), RESPONSE_KEPT_FINDINGS - KIB,
			RESPONSE_KEPT_FINDINGS);
	assert_int_equal(cut.findings, RESPONSE_KEPT_FINDINGS / KIB - 1);
}

/* Findings of just the kept bytes stay while there are links to reduce; with one byte more the last one goes. */
static void test_exactly_the_kept_findings(void **state)
{
	static size_t findings[RESPONSE_KEPT_FINDINGS / KIB];
	size_t links[] = {50 * KIB}, reduced[] = {10};
	struct response_sizes sizes;

	(void)state;
	for (size_t i = 0; i < COUNT(findings); i++)
		findings[i] = KIB - 1;
	findings[0]--;
	sizes = sizes_of(links, reduced, 1, findings, COUNT(findings));
	assert_int_equal(list_bytes(findings, COUNT(findings)), RESPONSE_KEPT_FINDINGS);
	assert_cut(&sizes, sizes.whole - 1, true, COUNT(findings), 0);
	findings[0]++;
	sizes.whole++;
	assert_cut(&sizes, sizes.whole - 1, true, COUNT(findings) - 1, 1);
}

/* Whatever the limit: what is said to fit does, and nothing goes that need not. */
static void test_every_limit(void **state)
{
	size_t links[] = {90, 40, 200}, reduced[] = {20, 40, 20}, findings[] = {30, 1, 300, 60};
	struct response_sizes sizes = sizes_of(links, reduced, 3, findings, 4);
	struct response_cut cut;

	(void)state;
	for (size_t bytes = 0; bytes <= sizes.whole + 2; bytes++) {
		bool fits = response_fit(&sizes, bytes, &cut);

		if (fits && bytes_after(&sizes, &cut) > bytes)
			fail_msg("%zu bytes: %zu", bytes, bytes_after(&sizes, &cut));
		if (fits && cut.truncated && cut.findings < 4) {
			cut.findings++;
			assert_true(cut.whole_links == 0 && bytes_after(&sizes, &cut) > bytes);
		} else if (fits && cut.whole_links < 3) {
			cut.whole_links++;
			assert_true(bytes_after(&sizes, &cut) > bytes);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_what_fits_stays_whole),
	    cmocka_unit_test(test_links_from_the_last_on),
	    cmocka_unit_test(test_findings_when_links_are_not_enough),
	    cmocka_unit_test(test_many_findings_go_before_links),
	    cmocka_unit_test(test_exactly_the_kept_findings),
	    cmocka_unit_test(test_every_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
