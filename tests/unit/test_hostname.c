#include "text/hostname.h"

#include "arena_fixture.h"
#include "vectors.h"

static const struct {
	const char *raw, *ascii, *unicode;
	bool undecodable;
} NAMES[] = {
    {"example.com", "example.com", "example.com", false},
    {"WWW.Example.COM", "www.example.com", "www.example.com", false},
    {"example.com.", "example.com", "example.com", false},
    {"example.com..", "example.com.", "example.com.", false},
    {".", ".", ".", false},
    {"a_b-.-c.example", "a_b-.-c.example", "a_b-.-c.example", false},
    {"ab--cd.example", "ab--cd.example", "ab--cd.example", false},
    {"a..b", "a..b", "a..b", false},
    {"1.2.3.4..", "1.2.3.4.", "1.2.3.4.", false},
    {"example%2Ecom", "example.com", "example.com", false},
    {"%65x%41mple.com", "example.com", "example.com", false},
    /* mapping */
    {"ｅｘａｍｐｌｅ．ｃｏｍ", "example.com", "example.com", false},
    {"example。com", "example.com", "example.com", false},
    {"example｡com", "example.com", "example.com", false},
    {"exam\u00adple.com", "example.com", "example.com", false},
    {"exa\u200bmple.com", "example.com", "example.com", false},
    {"%E4%BE%8B%E3%81%88.jp", "xn--r8jz45g.jp", "例え.jp", false},
    {"例え.jp", "xn--r8jz45g.jp", "例え.jp", false},
    {"xn--r8jz45g.jp", "xn--r8jz45g.jp", "例え.jp", false},
    {"XN--R8JZ45G.JP", "xn--r8jz45g.jp", "例え.jp", false},
    {"Faß.de", "xn--fa-hia.de", "faß.de", false},
    {"FAẞ.de", "xn--fa-hia.de", "faß.de", false},
    {"💩.la", "xn--ls8h.la", "💩.la", false},
    {"xn--ls8h.пример", "xn--ls8h.xn--e1afmkfd", "💩.пример", false},
    {"XN--LS8H\u00ad.é", "xn--ls8h.xn--9ca", "💩.é", false},
    {"I❤\ufe0f.ws", "xn--i-7iq.ws", "i❤.ws", false},
    {"a†--.example", "xn--a---kp0a.example", "a†--.example", false},
    {"❤ß.com", "xn--zca538q.com", "❤ß.com", false},
    {"ß❤ς.com", "xn--zca29l431c.com", "ß❤ς.com", false},
    {"ẞ❤.com", "xn--zca638q.com", "ß❤.com", false},
    {"⑴.com", "(1).com", "(1).com", false},
    {"a㈎b.com", "xn--a()b-ch3p.com", "xn--a()b-ch3p.com", true},
    {"a\u2800b.com", "xn--ab-10y.com", "a\u2800b.com", false},
    {"㎭.com", "rad.com", "rad.com", false},
    {"-\u1039", "xn----bug", "-\u1039", false},
    /* deleted, some of them only since Unicode 16 */
    {"pay\u180epal.com", "paypal.com", "paypal.com", false},
    {"pay\u206bpal.com", "paypal.com", "paypal.com", false},
    {"pay\u3164pal.com", "paypal.com", "paypal.com", false},
    {"pay\U0001d173pal.com", "paypal.com", "paypal.com", false},
    {"pay\U000e0100pal.com", "paypal.com", "paypal.com", false},
    {"\u180e例え.jp", "xn--r8jz45g.jp", "例え.jp", false},
    {"❤\U000e01ef.com", "xn--qei.com", "❤.com", false},
    /* right to left, with a symbol in between */
    {"א❤1.com", "xn--1-zhc209w.com", "א❤1.com", false},
    {"xn--1-zhc209w.com", "xn--1-zhc209w.com", "א❤1.com", false},
    {"xn--fa-hia.de", "xn--fa-hia.de", "faß.de", false},
    {"BÜCHER.example", "xn--bcher-kva.example", "bücher.example", false},
    {"bu\u0308cher.example", "xn--bcher-kva.example", "bücher.example", false},
    /* metamask with a Cyrillic е, and the whole of apple in Cyrillic */
    {"xn--mtamask-7gg.io", "xn--mtamask-7gg.io", "mеtamask.io", false},
    {"аррӏе.com", "xn--80ak6aa92e.com", "аррӏе.com", false},
    /* the ASCII labels beside a mapped one are left as browsers leave them */
    {"a_b.ab--c.例え.jp", "a_b.ab--c.xn--r8jz45g.jp", "a_b.ab--c.例え.jp", false},
    /* emoji are valid in UTS #46 */
    {"xn--ls8h.la", "xn--ls8h.la", "💩.la", false},
    {"xn--i-7iq.ws", "xn--i-7iq.ws", "i❤.ws", false},
    /* accepted by browsers, decodable by nobody: a control character, full-width letters, nothing at
		 * all, a lone hyphen, ASCII alone, an overflow; then punycode of a leading mark, a zero-width
		 * space, a capital, a full-width letter, a bidirectional control and what is not NFC */
    {"xn--a.example", "xn--a.example", "xn--a.example", true},
    {"xn--8i7caa", "xn--8i7caa", "xn--8i7caa", true},
    {"xn--.example", "xn--.example", "xn--.example", true},
    {"xn---.example", "xn---.example", "xn---.example", true},
    {"xn--paypal-.com", "xn--paypal-.com", "xn--paypal-.com", true},
    {"xn--\x7fz", NULL, NULL, false},
    {"xn--99999999.com", "xn--99999999.com", "xn--99999999.com", true},
    {"xn--a-wbb.com", "xn--a-wbb.com", "xn--a-wbb.com", true},
    {"xn--ab-g1t.com", "xn--ab-g1t.com", "xn--ab-g1t.com", true},
    {"xn--b-5da.com", "xn--b-5da.com", "xn--b-5da.com", true},
    {"xn--b-yq0i.com", "xn--b-yq0i.com", "xn--b-yq0i.com", true},
    {"xn--ab-g4t.com", "xn--ab-g4t.com", "xn--ab-g4t.com", true},
    {"xn--ex-8tb.com", "xn--ex-8tb.com", "xn--ex-8tb.com", true},
    /* one good label, one bad */
    {"xn--a.xn--r8jz45g.jp", "xn--a.xn--r8jz45g.jp", "xn--a.例え.jp", true},
};

static void names(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
		struct hostname got = hostname_parse(arena, span_of(NAMES[i].raw));

		if (!NAMES[i].ascii) {
			assert_int_equal(got.kind, HOSTNAME_INVALID);
			continue;
		}
		if (got.kind != HOSTNAME_NAME)
			fail_msg("%s: kind %d", NAMES[i].raw, got.kind);
		expect_text("ascii", NAMES[i].raw, got.ascii, NAMES[i].ascii);
		expect_text("unicode", NAMES[i].raw, got.unicode, NAMES[i].unicode);
		if (got.undecodable != NAMES[i].undecodable)
			fail_msg("%s: undecodable is %d", NAMES[i].raw, got.undecodable);
		assert_false(got.private_address);
	}
}

static const char *const REFUSED[] = {
    "",
    "%",
    "a b",
    "a%20b",
    "a%00b",
    "a%0ab",
    "a<b",
    "a>b",
    "a#b",
    "a/b",
    "a%2fb",
    "a:b",
    "a?b",
    "a@b",
    "a%40b",
    "a[b",
    "a]b",
    "a\\b",
    "a^b",
    "a|b",
    "a%7fb",
    "a%zzb",
    "100%",
    "\x7f",
    "％４１.com",
    "a％b.com",
    "\u00ad",
    "%C2%AD",
    "\ufffd.com",
    "%ff.com",
    "%C0%AE.com",
    "xn--a.ß",
    "a\u2044b.com\u3002/",
    "a／b.com",
    "a＠b.com",
    "a：b.com",
    "\u0301a.com",
    "\u200d.com",
    "a\u200cb.com",
    "a\u202eb.com",
    "a❤\u200d.com",
    "\u2ff0a.com",
    "a❤⒈.com",
    "a︒b.com",
    "look\u05beout.net",
    "❤\u05d0.com",
    "א❤.com",
    "א❤a.com",
    "א❤\u06611.com",
    "א❤-.com",
    "\u0661❤א.com",
    "1❤א.com",
    "xn\u180e--a.com",
    "\u180e",
    "\U00032931.com",
    "\ue000.com",
    "ｘｎ－－a❤.com",
    "xn--a❤.com",
    "❤\U0001fadd.com",
    /* ends in a number, is no address */
    "1.2.3.4.5",
    "256.256.256.256",
    "1.2.3.08",
    "0x100000000",
    "4294967296",
    "1..2",
    "foo.0x",
    "foo.1",
    "foo.0XFF",
    "1.2.3.4.5.",
    "example.2.",
    "09",
    "99999999999999999999999",
    /* IPv6 */
    "[",
    "]",
    "[]",
    "[:]",
    "[:::]",
    "[::1",
    "[::1]x",
    "x[::1]",
    "[1:2:3:4:5:6:7]",
    "[1:2:3:4:5:6:7:8:9]",
    "[1::2::3]",
    "[12345::]",
    "[::g]",
    "[::1%25eth0]",
    "[fe80::1%eth0]",
    "[::1.2.3]",
    "[::1.2.3.4.5]",
    "[::01.2.3.4]",
    "[::256.2.3.4]",
    "[::1.2.3.4:5]",
    "[1:]",
    "[1:2:3:4:5:6:7:8::]",
    "[1:2:3:4:5:6:7:1.2.3.4]",
    "[::1.2.3.]",
    "[::.1.2.3]",
    "%5B::1%5D",
    "[::1%5D",
    "[v1.x]",
};

static void refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
		struct hostname got = hostname_parse(arena, span_of(REFUSED[i]));

		if (got.kind != HOSTNAME_INVALID)
			fail_msg("\"%s\" is taken as %.*s", REFUSED[i], (int)got.ascii.len,
				 got.ascii.ptr);
		assert_int_equal(got.ascii.len, 0);
	}
	assert_int_equal(hostname_parse(arena, (struct span){"a\0b", 3}).kind, HOSTNAME_INVALID);
	assert_int_equal(hostname_parse(arena, (struct span){"\xe4\xbe\x8b\0.jp", 7}).kind,
			 HOSTNAME_INVALID);
	assert_int_equal(hostname_parse(arena, (struct span){NULL, 0}).kind, HOSTNAME_INVALID);
}

static const struct {
	const char *raw, *ascii;
	enum hostname_kind kind;
	bool private_address;
} ADDRESSES[] = {
    {"192.0.2.1", "192.0.2.1", HOSTNAME_IPV4, false},
    {"192.0.2.1.", "192.0.2.1", HOSTNAME_IPV4, false},
    {"3221225985", "192.0.2.1", HOSTNAME_IPV4, false},
    {"0xC0000201", "192.0.2.1", HOSTNAME_IPV4, false},
    {"030000001001", "192.0.2.1", HOSTNAME_IPV4, false},
    {"0xc0.0x0.02.1", "192.0.2.1", HOSTNAME_IPV4, false},
    {"192.0.513", "192.0.2.1", HOSTNAME_IPV4, false},
    {"192.513", "192.0.2.1", HOSTNAME_IPV4, false},
    {"１９２.０.２.１", "192.0.2.1", HOSTNAME_IPV4, false},
    {"192。0。2。1", "192.0.2.1", HOSTNAME_IPV4, false},
    {"%31%39%32.0.2.1", "192.0.2.1", HOSTNAME_IPV4, false},
    {"0000000000000000000000300.0.2.1", "192.0.2.1", HOSTNAME_IPV4, false},
    {"0x", "0.0.0.0", HOSTNAME_IPV4, true},
    {"0", "0.0.0.0", HOSTNAME_IPV4, true},
    {"255.255.255.255", "255.255.255.255", HOSTNAME_IPV4, false},
    /* both ends of each private range and the neighbours */
    {"9.255.255.255", "9.255.255.255", HOSTNAME_IPV4, false},
    {"10.0.0.0", "10.0.0.0", HOSTNAME_IPV4, true},
    {"10.255.255.255", "10.255.255.255", HOSTNAME_IPV4, true},
    {"11.0.0.0", "11.0.0.0", HOSTNAME_IPV4, false},
    {"100.63.255.255", "100.63.255.255", HOSTNAME_IPV4, false},
    {"100.64.0.0", "100.64.0.0", HOSTNAME_IPV4, true},
    {"100.127.255.255", "100.127.255.255", HOSTNAME_IPV4, true},
    {"100.128.0.0", "100.128.0.0", HOSTNAME_IPV4, false},
    {"127.0.0.1", "127.0.0.1", HOSTNAME_IPV4, true},
    {"0x7f.1", "127.0.0.1", HOSTNAME_IPV4, true},
    {"128.0.0.1", "128.0.0.1", HOSTNAME_IPV4, false},
    {"169.254.169.254", "169.254.169.254", HOSTNAME_IPV4, true},
    {"169.255.0.1", "169.255.0.1", HOSTNAME_IPV4, false},
    {"172.15.255.255", "172.15.255.255", HOSTNAME_IPV4, false},
    {"172.16.0.1", "172.16.0.1", HOSTNAME_IPV4, true},
    {"172.31.255.255", "172.31.255.255", HOSTNAME_IPV4, true},
    {"172.32.0.1", "172.32.0.1", HOSTNAME_IPV4, false},
    {"192.168.1.1", "192.168.1.1", HOSTNAME_IPV4, true},
    {"192.169.1.1", "192.169.1.1", HOSTNAME_IPV4, false},
    {"[::]", "[::]", HOSTNAME_IPV6, true},
    {"[::1]", "[::1]", HOSTNAME_IPV6, true},
    {"[::2]", "[::2]", HOSTNAME_IPV6, false},
    {"[0:0:0:0:0:0:0:1]", "[::1]", HOSTNAME_IPV6, true},
    {"[2001:DB8:0:0:0:0:2:1]", "[2001:db8::2:1]", HOSTNAME_IPV6, false},
    {"[2001:db8:0:1:1:1:1:1]", "[2001:db8:0:1:1:1:1:1]", HOSTNAME_IPV6, false},
    {"[2001:0:0:1:0:0:0:1]", "[2001:0:0:1::1]", HOSTNAME_IPV6, false},
    {"[2001:db8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]", HOSTNAME_IPV6, false},
    {"[1:2:3:4:5:6:7::]", "[1:2:3:4:5:6:7:0]", HOSTNAME_IPV6, false},
    {"[1:2:3:4:5:6:0:0]", "[1:2:3:4:5:6::]", HOSTNAME_IPV6, false},
    {"[0001:0002::192.0.2.1]", "[1:2::c000:201]", HOSTNAME_IPV6, false},
    {"[::ffff:192.0.2.1]", "[::ffff:c000:201]", HOSTNAME_IPV6, false},
    {"[::ffff:192.168.0.1]", "[::ffff:c0a8:1]", HOSTNAME_IPV6, true},
    {"[::ffff:127.0.0.1]", "[::ffff:7f00:1]", HOSTNAME_IPV6, true},
    {"[fbff::1]", "[fbff::1]", HOSTNAME_IPV6, false},
    {"[fc00::1]", "[fc00::1]", HOSTNAME_IPV6, true},
    {"[fdff::1]", "[fdff::1]", HOSTNAME_IPV6, true},
    {"[fe7f::1]", "[fe7f::1]", HOSTNAME_IPV6, false},
    {"[fe80::1]", "[fe80::1]", HOSTNAME_IPV6, true},
    {"[febf::1]", "[febf::1]", HOSTNAME_IPV6, true},
    {"[fec0::1]", "[fec0::1]", HOSTNAME_IPV6, false},
    /* names that only look like addresses */
    {"1.2.3.4.example", "1.2.3.4.example", HOSTNAME_NAME, false},
    {"0xg", "0xg", HOSTNAME_NAME, false},
    {"1.2.3.4a", "1.2.3.4a", HOSTNAME_NAME, false},
};

static void addresses(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof ADDRESSES / sizeof *ADDRESSES; i++) {
		struct hostname got = hostname_parse(arena, span_of(ADDRESSES[i].raw));

		if (got.kind != ADDRESSES[i].kind)
			fail_msg("%s: kind %d", ADDRESSES[i].raw, got.kind);
		expect_text("ascii", ADDRESSES[i].raw, got.ascii, ADDRESSES[i].ascii);
		expect_text("unicode", ADDRESSES[i].raw, got.unicode, ADDRESSES[i].ascii);
		if (got.private_address != ADDRESSES[i].private_address)
			fail_msg("%s: private is %d", ADDRESSES[i].raw, got.private_address);
	}
}

static void suffixes(void **state)
{
	static const struct {
		const char *name, *suffix, *icann_suffix;
	} cases[] = {
	    {"www.example.com", "com", "com"},
	    {"com", "com", "com"},
	    {"www.example.co.uk", "co.uk", "co.uk"},
	    {"example.co.jp", "co.jp", "co.jp"},
	    {"city.yokohama.jp", "yokohama.jp", "yokohama.jp"},
	    {"me.github.io", "github.io", "io"},
	    {"github.io", "github.io", "io"},
	    {"bucket.s3.amazonaws.com", "s3.amazonaws.com", "com"},
	    {"www.ck", "ck", "ck"},
	    {"shop.other.ck", "other.ck", "other.ck"},
	    {"www.city.kawasaki.jp", "kawasaki.jp", "kawasaki.jp"},
	    {"www.example.nonexistent", "nonexistent", "nonexistent"},
	    {"localhost", "localhost", "localhost"},
	    {"example.xn--p1ai", "xn--p1ai", "xn--p1ai"},
	    {"a.xn--55qx5d.cn", "xn--55qx5d.cn", "xn--55qx5d.cn"},
	    {"a..com", "com", "com"},
	    {".com", "com", "com"},
	    {".", "", ""},
	    {"", "", ""},
	    {"192.0.2.1", "", ""},
	    {"[2001:db8::1]", "", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct span name = span_of(cases[i].name);
		size_t all = hostname_suffix(name, true), icann = hostname_suffix(name, false);

		expect_text("suffix", cases[i].name, span_slice(name, name.len - all, name.len),
			    cases[i].suffix);
		expect_text("ICANN suffix", cases[i].name,
			    span_slice(name, name.len - icann, name.len), cases[i].icann_suffix);
	}
}

static void without_www(void **state)
{
	static const char *const cases[][2] = {{"www.a.example", "a.example"},
					       {"a.example", "a.example"},
					       {"wwwa.example", "wwwa.example"},
					       {"www.", ""},
					       {"", ""}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_true(
		    span_equal(hostname_without_www(span_of(cases[i][0])), span_of(cases[i][1])));
}

static void last_labels(void **state)
{
	static const struct {
		const char *name;
		size_t count;
		const char *last;
	} cases[] = {
	    {"a.b.c", 0, ""},	   {"a.b.c", 1, "c"}, {"a.b.c", 2, "b.c"}, {"a.b.c", 3, "a.b.c"},
	    {"a.b.c", 9, "a.b.c"}, {"a", 1, "a"},     {"", 2, ""},	   {".a", 1, "a"},
	    {".a", 2, ".a"},	   {"a.", 1, ""},     {"a..b", 2, ".b"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text("last labels", cases[i].name,
			    hostname_last_labels(span_of(cases[i].name), cases[i].count),
			    cases[i].last);
}

/* The rules of one section as the text of the list has them, sorted, each with its ! or *. in front. */
struct rules {
	char *rules[20000];
	size_t count;
};

static int compare_rules(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool has_rule(const struct rules *rules, const char *mark, const char *name)
{
	char text[300];
	const char *key = text;

	snprintf(text, sizeof text, "%s%s", mark, name);
	return bsearch(&key, rules->rules, rules->count, sizeof key, compare_rules) != NULL;
}

/* Reads the list; `all` gets the rules of both sections. */
static void read_list(struct rules *icann, struct rules *all, char version[static 16])
{
	FILE *file = fopen(SOURCE_DIR "/host/text/data/public_suffix_list.dat", "r");
	bool in_icann = false;
	char line[300];

	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		sscanf(line, "// VERSION: %15s", version);
		if (strstr(line, "===BEGIN ICANN"))
			in_icann = true;
		if (strstr(line, "===END ICANN"))
			in_icann = false;
		if (line[0] == '\0' || line[0] == '/')
			continue;
		assert_true(all->count < sizeof all->rules / sizeof *all->rules);
		all->rules[all->count++] = strdup(line);
		if (in_icann)
			icann->rules[icann->count++] = all->rules[all->count - 1];
	}
	fclose(file);
	qsort(all->rules, all->count, sizeof *all->rules, compare_rules);
	qsort(icann->rules, icann->count, sizeof *icann->rules, compare_rules);
}

/* The algorithm as publicsuffix.org describes it, from the longest candidate down. */
static const char *expected_suffix(const struct rules *rules, const char *name)
{
	for (const char *at = name;; at = strchr(at, '.') + 1) {
		const char *parent = strchr(at, '.');

		if (parent && has_rule(rules, "!", at))
			return parent + 1;
		if (has_rule(rules, "", at) || has_rule(rules, "*.", at) ||
		    (parent && has_rule(rules, "*.", parent + 1)) || !parent)
			return at;
	}
}

static void expect_suffix(const struct rules *rules, const char *name, bool private_section)
{
	struct span text = span_of(name);
	size_t len = hostname_suffix(text, private_section);

	expect_text("suffix", name, span_slice(text, text.len - len, text.len),
		    expected_suffix(rules, name));
}

/* The compiled list is that of the text: each rule, and names one and two labels below it. */
static void compiled_list(void **state)
{
	static const char *const below[] = {"", "q.", "w.q."};
	static struct rules icann, all;
	char version[16] = "", name[300];

	(void)state;
	read_list(&icann, &all, version);
	assert_true(icann.count > 6000 && all.count > icann.count + 2000);
	assert_string_equal(version, hostname_psl_date());
	for (size_t i = 0; i < all.count; i++) {
		const char *rule = all.rules[i] + strspn(all.rules[i], "!*.");

		for (size_t j = 0; j < sizeof below / sizeof *below; j++) {
			snprintf(name, sizeof name, "%s%s", below[j], rule);
			expect_suffix(&all, name, true);
			expect_suffix(&icann, name, false);
		}
	}
	for (size_t i = 0; i < all.count; i++)
		free(all.rules[i]);
}

static struct span repeated(const char *character, size_t count)
{
	struct builder out = {.arena = arena};

	while (count-- > 0)
		builder_add(&out, span_of(character));
	return builder_span(&out);
}

/* Names of tens of thousands of bytes, as a hostile link has them. */
static void large(void **state)
{
	static char text[200000];
	struct hostname got;

	(void)state;
	memset(text, 'a', sizeof text);
	got = hostname_parse(arena, (struct span){text, sizeof text});
	assert_int_equal(got.kind, HOSTNAME_NAME);
	assert_int_equal(got.ascii.len, sizeof text);
	assert_int_equal(hostname_suffix(got.ascii, true), sizeof text);
	for (size_t i = 1; i < sizeof text; i += 2)
		text[i] = '.';
	got = hostname_parse(arena, (struct span){text, 20000});
	assert_int_equal(got.kind, HOSTNAME_NAME);
	assert_int_equal(hostname_suffix(got.ascii, true), 1);
	for (size_t i = 0; i + 6 <= sizeof text; i += 6)
		memcpy(text + i, "xn--a.", 6);
	got = hostname_parse(arena, (struct span){text, 60000});
	assert_int_equal(got.kind, HOSTNAME_NAME);
	assert_true(got.undecodable);
	assert_true(span_equal(got.ascii, got.unicode));
	for (size_t i = 0; i + 4 <= sizeof text; i += 4)
		memcpy(text + i, "\xc3\xa4.a", 4);
	got = hostname_parse(arena, (struct span){text, 40000});
	assert_int_equal(got.kind, HOSTNAME_NAME);
	assert_int_equal(hostname_parse(arena, repeated("ä", 64)).ascii.len, 4 + 66);
	assert_int_equal(hostname_parse(arena, repeated("א", 64)).kind, HOSTNAME_NAME);
	assert_true(hostname_parse(arena, repeated("❤", 253)).undecodable);
	assert_int_equal(hostname_parse(arena, repeated("❤", 254)).kind, HOSTNAME_INVALID);
	memset(text, '[', sizeof text);
	assert_int_equal(hostname_parse(arena, (struct span){text, sizeof text}).kind,
			 HOSTNAME_INVALID);
	memset(text, '9', sizeof text);
	assert_int_equal(hostname_parse(arena, (struct span){text, sizeof text}).kind,
			 HOSTNAME_INVALID);
}

/* An arena that is too small must give empty results, not a crash. */
static void without_memory(void **state)
{
	struct arena *small = arena_new(16);
	struct hostname got = hostname_parse(small, SPAN("例え.example.com"));

	(void)state;
	assert_true(arena_failed(small));
	assert_int_equal(got.ascii.len, 0);
	hostname_parse(small, SPAN("xn--r8jz45g.jp"));
	hostname_parse(small, SPAN("%41.jp"));
	hostname_parse(small, SPAN("[::1]"));
	arena_free(&small);
}

/* How many rows of a table come out as it says. What must be refused must be refused in every row. */
static size_t matching_rows(const char *table, size_t *rows)
{
	static struct vector_row row;
	FILE *file = vector_open(table, &row);
	size_t right = 0;

	*rows = 0;
	while (file && vector_next(file, &row)) {
		struct hostname got = hostname_parse(arena, row.columns[0]);
		struct span want = row.columns[1];
		bool failure = span_equal(want, SPAN("FAILURE"));

		*rows += 1;
		if (want.len > 1 && want.ptr[want.len - 1] == '.')
			want.len--;
		if (failure && got.kind != HOSTNAME_INVALID)
			fail_msg("%.*s must be refused", (int)row.columns[0].len,
				 row.columns[0].ptr);
		right += failure || (got.kind != HOSTNAME_INVALID && span_equal(got.ascii, want));
		arena_reset(arena);
	}
	return right;
}

/*
 * All rows of the first table. The 4 that differ in the second one, all of them refused here:
 *   1  the empty name, which the mapping leaves empty and which no URL with a hostname may have;
 *   3  ideographs from after Unicode 15, which is what unicode.h knows: U+32931, and U+32B9A twice, once
 *      with capital letters beside it.
 */
static void published_tables(void **state)
{
	static const struct {
		const char *table;
		size_t right, rows;
	} tables[] = {
	    {"wpt_toascii.tsv", 87, 87},
	    {"wpt_idnatestv2.tsv", 2667, 2671},
	};

	(void)state;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		size_t rows, right = matching_rows(tables[i].table, &rows);

		if (rows == 0)
			continue;
		printf("%s: %zu of %zu\n", tables[i].table, right, rows);
		assert_int_equal(rows, tables[i].rows);
		assert_true(right >= tables[i].right);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names),	      cmocka_unit_test(refused),
	    cmocka_unit_test(addresses),      cmocka_unit_test(suffixes),
	    cmocka_unit_test(compiled_list),  cmocka_unit_test(without_www),
	    cmocka_unit_test(last_labels),    cmocka_unit_test(large),
	    cmocka_unit_test(without_memory), cmocka_unit_test(published_tables),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
