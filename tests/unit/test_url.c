#include "text/url.h"

#include "arena_fixture.h"
#include "url_resolve.h"
#include "vectors.h"

/* All parts of a URL on one line: scheme|userinfo|hostname|port|path|query|fragment, `-` for no userinfo. */
static struct span parts_of(const struct url *url)
{
	static const struct span none = SPAN("-");
	struct builder out = {.arena = arena};
	char port[16];

	snprintf(port, sizeof port, "|%d|", url->port);
	builder_add(&out, url->scheme);
	builder_byte(&out, '|');
	builder_add(&out, url->has_userinfo ? url->userinfo : none);
	builder_byte(&out, '|');
	builder_add(&out, url->hostname.ascii);
	builder_add(&out, span_of(port));
	builder_add(&out, url->path);
	builder_byte(&out, '|');
	builder_add(&out, url->query);
	builder_byte(&out, '|');
	builder_add(&out, url->fragment);
	return builder_span(&out);
}

static void parts(void **state)
{
	static const struct {
		const char *text, *parts;
	} cases[] = {
	    {"https://example.com", "https|-|example.com|-1|||"},
	    {"https://example.com/", "https|-|example.com|-1|/||"},
	    {"HTTPS://WWW.Example.COM/A?B#C", "https|-|www.example.com|-1|/A|B|C"},
	    {"https://example.com?a=b", "https|-|example.com|-1||a=b|"},
	    {"https://example.com#a?b#c", "https|-|example.com|-1|||a?b#c"},
	    {"https://example.com/a?b?c#d", "https|-|example.com|-1|/a|b?c|d"},
	    {"https://example.com./x", "https|-|example.com|-1|/x||"},
	    {"//example.com/x", "https|-|example.com|-1|/x||"},
	    {"\\\\example.com/x", "https|-|example.com|-1|/x||"},
	    {"/\\example.com", "https|-|example.com|-1|||"},
	    {"////example.com", "https|-|example.com|-1|||"},
	    {"http:example.com", "http|-|example.com|-1|||"},
	    {"http:/example.com", "http|-|example.com|-1|||"},
	    {"http:///////example.com/x", "http|-|example.com|-1|/x||"},
	    {"http:\\\\example.com\\x", "http|-|example.com|-1|\\x||"},
	    {"  https://example.com/a b \n", "https|-|example.com|-1|/a b||"},
	    {"\x01\x1fhttps://example.com\x1b", "https|-|example.com|-1|||"},
	    {"ht\ntps:/\t/exa\r\nmple.com/a\nb", "https|-|example.com|-1|/ab||"},
	    /* ports */
	    {"https://example.com:443/", "https|-|example.com|-1|/||"},
	    {"https://example.com:/", "https|-|example.com|-1|/||"},
	    {"http://example.com:443/", "http|-|example.com|443|/||"},
	    {"http://example.com:00000000000080", "http|-|example.com|-1|||"},
	    {"wss://example.com:443", "wss|-|example.com|-1|||"},
	    {"ws://example.com:0", "ws|-|example.com|0|||"},
	    {"ftp://example.com:21/f", "ftp|-|example.com|-1|/f||"},
	    {"https://example.com:65535", "https|-|example.com|65535|||"},
	    {"https://[2001:DB8::1]:8443/x", "https|-|[2001:db8::1]|8443|/x||"},
	    {"https://[::1]", "https|-|[::1]|-1|||"},
	    {"https://3221225985:8080/x", "https|-|192.0.2.1|8080|/x||"},
	    /* userinfo */
	    {"https://bank.example@evil.example/", "https|bank.example|evil.example|-1|/||"},
	    {"https://bank.example:443@evil.example/",
	     "https|bank.example:443|evil.example|-1|/||"},
	    {"https://a@b@evil.example", "https|a@b|evil.example|-1|||"},
	    {"https://bank.example%40x@evil.example", "https|bank.example@x|evil.example|-1|||"},
	    {"https://bank.example%2flogin@evil.example",
	     "https|bank.example/login|evil.example|-1|||"},
	    {"https://@evil.example", "https||evil.example|-1|||"},
	    {"https://:@evil.example", "https|:|evil.example|-1|||"},
	    {"https://user:pa[ss@evil.example:8080", "https|user:pa[ss|evil.example|8080|||"},
	    /* the @ comes too late to count */
	    {"https://evil.example/@bank.example", "https|-|evil.example|-1|/@bank.example||"},
	    {"https://evil.example?@bank.example", "https|-|evil.example|-1||@bank.example|"},
	    {"https://evil.example#@bank.example", "https|-|evil.example|-1|||@bank.example"},
	    {"https://evil.example\\@bank.example", "https|-|evil.example|-1|\\@bank.example||"},
	    /* hostnames that need more than copying */
	    {"https://例え.jp/パス?問#部", "https|-|xn--r8jz45g.jp|-1|/パス|問|部"},
	    {"https://example%2ecom%2e/", "https|-|example.com|-1|/||"},
	    /* other schemes: all of it is the path */
	    {"mailto:a@b.example?subject=x#y", "mailto|-||-1|a@b.example?subject=x#y||"},
	    {"javascript:alert(1)//\n?x", "javascript|-||-1|alert(1)//?x||"},
	    {" JaVa\nScRiPt:x", "javascript|-||-1|x||"},
	    {"data:text/html,<b>", "data|-||-1|text/html,<b>||"},
	    {"tel:+81-3-0000-0000", "tel|-||-1|+81-3-0000-0000||"},
	    {"file:///etc/passwd", "file|-||-1|///etc/passwd||"},
	    {"blob:https://example.com/x", "blob|-||-1|https://example.com/x||"},
	    {"example.com:443/x", "example.com|-||-1|443/x||"},
	    {"x:", "x|-||-1|||"},
	    {"git+ssh.1-x://h", "git+ssh.1-x|-||-1|//h||"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct url url = url_parse(arena, span_of(cases[i].text));

		if (url.kind != URL_SPECIAL && url.kind != URL_OTHER)
			fail_msg("%s: kind %d", cases[i].text, url.kind);
		assert_int_equal(url.kind == URL_SPECIAL, url.hostname.kind != HOSTNAME_INVALID);
		expect_text("parts", cases[i].text, parts_of(&url), cases[i].parts);
	}
}

static void without_hostname(void **state)
{
	static const char *const relative[] = {
	    "",
	    " ",
	    "\n\t",
	    "#",
	    "#top",
	    "?q=1",
	    "/",
	    "/path",
	    "./x",
	    "../x",
	    ".",
	    "example.com/x",
	    "example.com",
	    "path/to:x",
	    "1http://example.com",
	    ":",
	    ":foo",
	    "-a:b",
	    "@",
	    "[",
	    "日本:x",
	    "http",
	    "http/",
	    "\\path",
	    "a b:c",
	    "%68ttp://example.com",
	    "hｔtp://example.com",
	};
	static const char *const failed[] = {
	    "http:",
	    "http://",
	    "https:///",
	    "https:\\\\",
	    "//",
	    "///",
	    "/\\",
	    "https://?x",
	    "https://#x",
	    "https://@",
	    "https://@/x",
	    "https://user@",
	    "https://user@?x",
	    "https://:443",
	    "https://a:b@:443",
	    "https://example.com:65536",
	    "https://example.com:99999999999999999999",
	    "https://example.com:8x",
	    "https://example.com:-1",
	    "https://example.com: 80",
	    "https://example.com:80:80",
	    "https://a b.com",
	    "https://exa%00mple.com",
	    "https://%",
	    "https://metamask.io%40evil.example",
	    "https://metamask.io%2fx.evil.example",
	    "https://[::1",
	    "https://[::1]x",
	    "https://::1]",
	    "https://[x]",
	    "https://256.256.256.256/",
	    "https://1.2.3.4.5",
	    "https://<b>",
	    "https://a|b",
	    "https://\u00ad/",
	    "https://xn--a.ß/",
	    "https://exam\x01ple.com",
	    "https://exam\x7fple.com",
	    "ws://",
	    "ftp://%zz",
	};

	(void)state;
	for (size_t i = 0; i < sizeof relative / sizeof *relative; i++) {
		struct url url = url_parse(arena, span_of(relative[i]));

		if (url.kind != URL_RELATIVE)
			fail_msg("\"%s\": kind %d", relative[i], url.kind);
		assert_int_equal(url.oddities, 0);
	}
	for (size_t i = 0; i < sizeof failed / sizeof *failed; i++) {
		struct url url = url_parse(arena, span_of(failed[i]));

		if (url.kind != URL_FAILED)
			fail_msg("\"%s\": kind %d", failed[i], url.kind);
		assert_int_equal(url.hostname.kind, HOSTNAME_INVALID);
	}
}

static void oddities(void **state)
{
	static const struct {
		const char *text;
		unsigned oddities;
	} cases[] = {
	    {"https://example.com/", 0},
	    {"  https://example.com/ \n", 0},
	    {"//example.com/", 0},
	    {"https://user:pw@example.com:8080/a\\b@c%41", 0},
	    {"https://例え.jp/", 0},
	    {"https://xn--r8jz45g.jp/", 0},
	    {"https://É.example/", 0},
	    {"https://a%40b@example.com/", 0},
	    {"https:\\\\example.com/", URL_BACKSLASH},
	    {"https:/\\example.com/", URL_BACKSLASH},
	    {"https://example.com\\x", URL_BACKSLASH},
	    {"https://evil.example\\@bank.example", URL_BACKSLASH},
	    {"\\\\example.com", URL_BACKSLASH},
	    {"https:example.com", URL_SLASHES},
	    {"https:/example.com", URL_SLASHES},
	    {"https:///example.com", URL_SLASHES},
	    {"///example.com", URL_SLASHES},
	    {"https:\\example.com", URL_SLASHES | URL_BACKSLASH},
	    {"https://exam\nple.com/", URL_CONTROL},
	    {"ht\ttps://example.com/", URL_CONTROL},
	    {"https:/\n/example.com/", URL_CONTROL},
	    {"https://us\ner@example.com/", URL_CONTROL},
	    {"java\nscript:x", URL_CONTROL},
	    /* a long address broken over lines hides nothing */
	    {"https://example.com/a\nb", 0},
	    {"https://example.com\n/a", 0},
	    {"javascript:a\nb", 0},
	    {"https://exam%70le.com", URL_PERCENT_HOST},
	    {"https://bank.example%40evil.example", URL_PERCENT_HOST},
	    {"https://%EF%BD%81.com", URL_PERCENT_HOST | URL_WIDE_HOST},
	    {"https://ｅxample.com", URL_WIDE_HOST},
	    {"https://example。com", URL_WIDE_HOST},
	    {"https://example．com", URL_WIDE_HOST},
	    {"https://example｡com", URL_WIDE_HOST},
	    {"https://𝐞xample.com", URL_WIDE_HOST},
	    {"https://ⓔxample.com", URL_WIDE_HOST},
	    {"https://exa\u00admple.com", URL_INVISIBLE_HOST},
	    {"https://exa\u200bmple.com", URL_INVISIBLE_HOST},
	    {"https://exa\ufeffmple.com", URL_INVISIBLE_HOST},
	    {"https://exa%C2%ADmple.com", URL_INVISIBLE_HOST | URL_PERCENT_HOST},
	    {"https://a@b@example.com", URL_MANY_AT},
	    {"https://a@b@exam%70le.com\\", URL_MANY_AT | URL_PERCENT_HOST | URL_BACKSLASH},
	    /* nothing of this is in the authority */
	    {"https://example.com/ａ%41\\@@\u200b", 0},
	    {"https://user\u200b@example.com/", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct url url = url_parse(arena, span_of(cases[i].text));

		if (url.oddities != cases[i].oddities)
			fail_msg("\"%s\": oddities %#x instead of %#x", cases[i].text, url.oddities,
				 cases[i].oddities);
	}
}

static void resolved(void **state)
{
	static const struct {
		const char *text, *base, *parts; /* parts NULL: refused */
	} cases[] = {
	    /* absolute: the base does not matter */
	    {"https://example.com/x", "http://page.example/a/b", "https|-|example.com|-1|/x||"},
	    {"https:example.com", "http://page.example/a/b", "https|-|example.com|-1|||"},
	    {"http:///example.com", "http://page.example/a/b", "http|-|example.com|-1|||"},
	    {"mailto:x", "http://page.example/a/b", "mailto|-||-1|x||"},
	    {"https://example.com/x", "", "https|-|example.com|-1|/x||"},
	    /* the scheme alone is the base's */
	    {"//other.example/x", "http://page.example/a/b", "http|-|other.example|-1|/x||"},
	    {"//other.example:80", "http://u@page.example:8080", "http|-|other.example|-1|||"},
	    {"//other.example:80", "https://page.example", "https|-|other.example|80|||"},
	    {"\\\\other.example\\x", "https://page.example/", "https|-|other.example|-1|\\x||"},
	    {"/\\/other.example", "https://page.example/", "https|-|other.example|-1|||"},
	    {"//u:p@other.example", "https://page.example/", "https|u:p|other.example|-1|||"},
	    /* the authority is */
	    {"/x?y#z", "https://u:p@page.example:8443/a/b?c#d",
	     "https|u:p|page.example|8443|/x|y|z"},
	    {"\\x", "https://page.example/a/b", "https|-|page.example|-1|\\x||"},
	    {"x", "https://page.example/a/b?c#d", "https|-|page.example|-1|/a/x||"},
	    {"x?y", "https://page.example/a/b/", "https|-|page.example|-1|/a/b/x|y|"},
	    {"x", "https://page.example", "https|-|page.example|-1|/x||"},
	    {"x", "https://page.example\\a\\b", "https|-|page.example|-1|\\a\\x||"},
	    {"../x", "https://page.example/a/b", "https|-|page.example|-1|/a/../x||"},
	    {"x/y:z", "https://page.example/a/b", "https|-|page.example|-1|/a/x/y:z||"},
	    {"@other.example", "https://page.example", "https|-|page.example|-1|/@other.example||"},
	    {"other.example:x", "https://page.example/", "other.example|-||-1|x||"},
	    {"https:x", "https://page.example/a/b", "https|-|page.example|-1|/a/x||"},
	    {"HTTPS:/x", "https://page.example/a/b", "https|-|page.example|-1|/x||"},
	    {"https:\\x", "https://page.example/a/b", "https|-|page.example|-1|\\x||"},
	    {"https:\\/x", "https://page.example/a/b", "https|-|x|-1|||"},
	    /* the path is, and the query */
	    {"?y#z", "https://page.example/a/b?c#d", "https|-|page.example|-1|/a/b|y|z"},
	    {"?", "https://page.example/a/b?c#d", "https|-|page.example|-1|/a/b||"},
	    {"#z?y", "https://page.example/a/b?c#d", "https|-|page.example|-1|/a/b|c|z?y"},
	    {"", "https://page.example/a/b?c#d", "https|-|page.example|-1|/a/b|c|"},
	    {" \n", "https://page.example/a/b?c#d", "https|-|page.example|-1|/a/b|c|"},
	    {"https:", "https://page.example/a/b?c#d", "https|-|page.example|-1|/a/b|c|"},
	    /* files */
	    {"file:///etc/x?y#z", "", "file|-||-1|/etc/x|y|z"},
	    {"file:x", "", "file|-||-1|/x||"},
	    {"file:x", "https://page.example/a/b", "file|-||-1|/x||"},
	    {"file:x", "file://h/a/b", "file|-|h|-1|/a/x||"},
	    {"file:", "", "file|-||-1|||"},
	    {"FILE:\\\\Server\\x", "", "file|-|server|-1|\\x||"},
	    {"file://localhost/x", "", "file|-||-1|/x||"},
	    {"file://LOCALHOST", "file://h/", "file|-||-1|||"},
	    {"file://3221225985/x", "", "file|-|192.0.2.1|-1|/x||"},
	    {"/x", "file://h/a/b", "file|-|h|-1|/x||"},
	    {"//other/x", "file://h/a/b", "file|-|other|-1|/x||"},
	    {"///x", "file://h/a/b", "file|-||-1|/x||"},
	    {"#z", "file://h/a/b?c#d", "file|-|h|-1|/a/b|c|z"},
	    /* drives */
	    {"file:c:\\x", "", "file|-||-1|/c:\\x||"},
	    {"file://C|/x", "file://h/a", "file|-||-1|/C|/x||"},
	    {"c|/x", "file://h/a/b", "file|-|h|-1|/c|/x||"},
	    {"c|x", "file://h/a/b", "file|-|h|-1|/a/c|x||"},
	    {"/x", "file:///C:/a/b", "file|-||-1|/C:/x||"},
	    {"/x", "file:///C:x/a/b", "file|-||-1|/x||"},
	    {"/D:/x", "file:///C:/a/b", "file|-||-1|/D:/x||"},
	    {"x", "file:///C:", "file|-||-1|/C:/x||"},
	    {"c:", "https://page.example/", "c|-||-1|||"},
	    /* refused */
	    {"//", "https://page.example/", NULL},
	    {"http://", "http://page.example/", NULL},
	    {"///", "https://page.example/", NULL},
	    {"//a b", "https://page.example/", NULL},
	    {"//other.example:x", "https://page.example/", NULL},
	    {"file://a:1/", "", NULL},
	    {"file://u@a/", "", NULL},
	    {"file://%43%3A", "", NULL},
	    {"//[::1/x", "file:///", NULL},
	    {"x", "", NULL},
	    {"", "", NULL},
	    {"//other.example", "", NULL},
	    {"x", "mailto:y", NULL},
	    {"#x", "mailto:y", NULL},
	    {"https://example.com", "https://", NULL},
	    {"https://example.com", "page.example", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct url url = url_resolve(arena, span_of(cases[i].text), span_of(cases[i].base));

		if ((url.kind == URL_FAILED) != !cases[i].parts || url.kind == URL_RELATIVE)
			fail_msg("%s at %s: kind %d", cases[i].text, cases[i].base, url.kind);
		if (cases[i].parts)
			expect_text(cases[i].base, cases[i].text, parts_of(&url), cases[i].parts);
		else
			assert_int_equal(url.hostname.kind, HOSTNAME_INVALID);
	}
}

static void resolved_oddities(void **state)
{
	static const struct {
		const char *text;
		unsigned oddities;
	} cases[] = {
	    {"x", 0},
	    {"x\ny", 0},
	    {"/\tx", 0},
	    {"//other.example/x\ny", 0},
	    {"//oth\ner.example", URL_CONTROL},
	    {"/\n/other.example", URL_CONTROL},
	    {"ht\ntps:x", URL_CONTROL},
	    {"https:x\ny", 0},
	    {"/\\other.example", URL_BACKSLASH},
	    {"///other.example", URL_SLASHES},
	    {"fi\nle:///x", URL_CONTROL},
	    {"http://exam\nple.com/", URL_CONTROL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct url url = url_resolve(arena, span_of(cases[i].text),
					     SPAN("https:\\\\a@b@page.ex%61mple"));

		if (url.oddities != cases[i].oddities)
			fail_msg("\"%s\": oddities %#x instead of %#x", cases[i].text, url.oddities,
				 cases[i].oddities);
	}
}

static void decoding(void **state)
{
	static const struct {
		const char *text, *decoded;
	} cases[] = {
	    {"", ""},
	    {"abc", "abc"},
	    {"%41%62", "Ab"},
	    {"%", "%"},
	    {"%4", "%4"},
	    {"%4g", "%4g"},
	    {"%%41", "%A"},
	    {"%2541", "%41"},
	    {"a+b", "a+b"},
	    {"%E4%BE%8B", "例"},
	    {"%e4%be", "\ufffd\ufffd"},
	    {"%ff", "\ufffd"},
	    {"%C0%80", "\ufffd\ufffd"},
	    {"例%20え", "例 え"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text("decoded", cases[i].text,
			    url_percent_decode(arena, span_of(cases[i].text)), cases[i].decoded);
	assert_true(span_equal(url_percent_decode(arena, SPAN("a%00b")), (struct span){"a\0b", 3}));
}

static void query_parameters(void **state)
{
	static const struct {
		const char *query, *name, *value; /* value NULL: there is none */
	} cases[] = {
	    {"url=https%3A%2F%2Fevil.example%2F%3Fa%3Db", "url", "https://evil.example/?a=b"},
	    {"a=1&url=x&url=y", "url", "x"},
	    {"URL=x", "url", NULL},
	    {"xurl=1", "url", NULL},
	    {"url", "url", ""},
	    {"url=", "url", ""},
	    {"url=a=b", "url", "a=b"},
	    {"u%72l=x", "url", "x"},
	    {"q=a+b%2Bc", "q", "a b+c"},
	    {"&&q=1", "q", "1"},
	    {"a=1&q", "q", ""},
	    {"", "q", NULL},
	    {"=1", "q", NULL},
	    {"q=%ff", "q", "\ufffd"},
	    {"a=1;q=2", "q", NULL},
	    {"a=1&amp;q=2", "q", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct span value = {0};
		bool found =
		    url_query_param(arena, span_of(cases[i].query), span_of(cases[i].name), &value);

		if (found != (cases[i].value != NULL))
			fail_msg("%s in \"%s\": %d", cases[i].name, cases[i].query, found);
		if (found)
			expect_text("value", cases[i].query, value, cases[i].value);
	}
}

static char *filled(size_t len, const char *start, const char *pattern)
{
	char *text = malloc(len);
	size_t at = strlen(start), step = strlen(pattern);

	assert_non_null(text);
	memcpy(text, start, at);
	for (; at < len; at++)
		text[at] = pattern[(at - strlen(start)) % step];
	return text;
}

/* Whatever a hostile mail sends, of any length: an answer, and the right kind. */
static void large(void **state)
{
	static const struct {
		const char *start, *pattern;
		size_t len;
		enum url_kind kind;
	} cases[] = {
	    {"https://example.com/", "a", 200000, URL_FAILED},
	    {"https://example.com/", "a", URL_MAX + 1, URL_FAILED},
	    {"https://example.com/", "a", URL_MAX, URL_SPECIAL},
	    {"https://", "a.", 20000, URL_SPECIAL},
	    {"https://", "/", URL_MAX, URL_FAILED},
	    {"https://", "@", URL_MAX, URL_FAILED},
	    {"https://a", ":", URL_MAX, URL_FAILED},
	    {"https://[", "[", URL_MAX, URL_FAILED},
	    {"https://", "%41", 8 + 3 * 21842, URL_SPECIAL},
	    {"https://", "xn--a.", URL_MAX - 2, URL_SPECIAL},
	    {"https://x", "\n", URL_MAX, URL_SPECIAL},
	    {"https://", "9", URL_MAX, URL_FAILED},
	    {"#", "\n", URL_MAX, URL_RELATIVE},
	    {"", "a", URL_MAX, URL_RELATIVE},
	    {"a:", ":", URL_MAX, URL_OTHER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *text = filled(cases[i].len, cases[i].start, cases[i].pattern);
		struct url url = url_parse(arena, (struct span){text, cases[i].len});

		if (url.kind != cases[i].kind)
			fail_msg("%s%s…: kind %d", cases[i].start, cases[i].pattern, url.kind);
		assert_false(arena_failed(arena));
		free(text);
		arena_reset(arena);
	}
	assert_int_equal(url_parse(arena, (struct span){NULL, 0}).kind, URL_RELATIVE);
	assert_int_equal(url_resolve(arena, (struct span){NULL, 0}, (struct span){NULL, 0}).kind,
			 URL_FAILED);
	assert_int_equal(url_parse(arena, (struct span){"https://a\0b.com", 15}).kind, URL_FAILED);
	assert_int_equal(url_parse(arena, (struct span){"\0https://a.com\0", 15}).kind,
			 URL_SPECIAL);
	assert_int_equal(url_parse(arena, SPAN("https://a.com/\xff\xfe")).kind, URL_SPECIAL);
	assert_int_equal(url_parse(arena, SPAN("https://\xff\xfe.com/")).kind, URL_FAILED);
}

static void without_memory(void **state)
{
	struct arena *small = arena_new(8);

	(void)state;
	assert_int_equal(url_parse(small, SPAN("ht\ntps://a@例え.example.com/x?y")).kind,
			 URL_RELATIVE);
	assert_true(arena_failed(small));
	url_parse(small, SPAN("https://a%40@例え.example.com/x?y"));
	url_resolve(small, SPAN("x\ny"), SPAN("https://page.example/a/b"));
	url_resolve(small, SPAN("/x"), SPAN("file:///C:/a"));
	arena_free(&small);
}

/* Whether a row of the table comes out as it says. */
static bool is_as_published(const struct url *url, struct span want)
{
	if (span_equal(want, SPAN("FAILURE")))
		return url->kind == URL_FAILED && url->hostname.ascii.len == 0;
	if (want.len > 1 && want.ptr[want.len - 1] == '.')
		want.len--;
	if (url->kind == URL_OTHER && !span_equal(url->scheme, SPAN("file")))
		return false;
	return (url->kind == URL_OTHER || (url->kind == URL_SPECIAL && want.len > 0)) &&
	       span_equal(url->hostname.ascii, want);
}

static void published_table(void **state)
{
	static struct vector_row row;
	FILE *file = vector_open("wpt_url_host.tsv", &row);
	size_t rows = 0, alone = 0;

	(void)state;
	while (file && vector_next(file, &row)) {
		struct span text = row.columns[0], base = row.columns[1], want = row.columns[2];
		struct url url = url_resolve(arena, text, base), parsed = url_parse(arena, text);

		rows++;
		if (!is_as_published(&url, want))
			fail_msg("%.*s at %.*s: kind %d, hostname %.*s instead of %.*s",
				 (int)text.len, text.ptr, (int)base.len, base.ptr, url.kind,
				 (int)url.hostname.ascii.len, url.hostname.ascii.ptr, (int)want.len,
				 want.ptr);
		/* What needs no base is the same to both functions. */
		if (base.len == 0 && !span_equal(parsed.scheme, SPAN("file"))) {
			alone++;
			assert_true(is_as_published(&parsed, want));
		}
		arena_reset(arena);
	}
	if (file) {
		printf("wpt_url_host.tsv: %zu of 612 rows, %zu of them without a base\n", rows,
		       alone);
		assert_int_equal(rows, 612);
		assert_true(alone > 300);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts),
	    cmocka_unit_test(without_hostname),
	    cmocka_unit_test(oddities),
	    cmocka_unit_test(resolved),
	    cmocka_unit_test(resolved_oddities),
	    cmocka_unit_test(decoding),
	    cmocka_unit_test(query_parameters),
	    cmocka_unit_test(large),
	    cmocka_unit_test(without_memory),
	    cmocka_unit_test(published_table),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
