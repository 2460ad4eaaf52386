#include "check_print.h"

#include "harmless.h"
#include "limits.h"
#include "official.h"
#include "words.h"

#include <stdio.h>

#define SHOWN_POINTS 200

enum label {
	LABEL_SENDERS,
	LABEL_SITES,
	LABEL_ADVISORY,
	LABEL_LINK,
	LABEL_NO_HOST,
	LABEL_UNREADABLE,
	LABEL_LEADS_TO,
	LABELS
};

static const char *const labels[LANGUAGES][LABELS] = {
    [LANGUAGE_EN] = {"official senders", "official sites", "advisory", "link", "no host",
		     "cannot be read", "leads on to"},
    [LANGUAGE_JA] = {"公式の送信元", "公式サイト", "公式の注意喚起", "リンク", "ホストなし",
		     "読み取れません", "転送先"},
};

struct printer {
	const struct catalogue *catalogue;
	struct arena *arena;
	enum language language;
};

static void put(struct span text)
{
	fwrite(text.ptr ? text.ptr : "", 1, text.len, stdout);
}

/* Behind a label, and around what explains: marks of the reader's script. */
static const char *colon(const struct printer *p)
{
	return p->language == LANGUAGE_JA ? "：" : ": ";
}

static void put_mail_text(const struct printer *p, struct span text)
{
	put(harmless(p->arena, text, SHOWN_POINTS));
}

/* The same answer stands once, at the first finding that it belongs to. */
static void print_official(const struct printer *p, const struct verdict *verdict, size_t index)
{
	const struct finding *finding = &verdict->findings[index];
	struct span official[LIMIT_OFFICIAL];
	size_t more, count = official_of(p->catalogue, finding, p->language, official,
					 LIMIT_OFFICIAL, &more);

	for (size_t i = 0; i < index; i++)
		if (official_same(p->catalogue, &verdict->findings[i], finding))
			return;
	if (count == 0)
		return;
	printf("    %s%s",
	       labels[p->language]
		     [official_writes(p->catalogue, finding) ? LABEL_SENDERS : LABEL_SITES],
	       colon(p));
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			put(p->language == LANGUAGE_JA ? SPAN("、") : SPAN(", "));
		put_mail_text(p, official[i]);
	}
	if (more > 0)
		printf(p->language == LANGUAGE_JA ? "（ほか %zu件）" : " (+%zu)", more);
	putchar('\n');
}

/* True when an earlier finding of the verdict names the same brand. */
static bool named_before(const struct verdict *verdict, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (verdict->findings[i].brand == verdict->findings[index].brand)
			return true;
	return false;
}

/* The advisory of a brand stands once, at the first finding that names it. */
static void print_advisory(const struct printer *p, const struct verdict *verdict, size_t index)
{
	brand_ref ref = verdict->findings[index].brand;

	if (ref == BRAND_NONE || named_before(verdict, index))
		return;
	struct brand brand = catalogue_brand(p->catalogue, ref);

	struct span advisory = p->language == LANGUAGE_JA ? brand.advisory_ja : brand.advisory;

	if (advisory.len == 0)
		return;
	printf("    %s%s", labels[p->language][LABEL_ADVISORY], colon(p));
	put_mail_text(p, advisory);
	putchar('\n');
}

static void print_finding(const struct printer *p, const struct verdict *verdict, size_t index)
{
	const struct finding *finding = &verdict->findings[index];
	struct words words =
	    words_of(p->catalogue, p->arena, p->language, WORDS_FOR_TERMINAL, finding);

	printf("\n[%s] ", words_level(p->language, finding->level));
	if (finding->target == TARGET_LINK)
		printf("%s %zu%s", labels[p->language][LABEL_LINK], finding->index + 1, colon(p));
	put(words.title);
	put(SPAN("\n    "));
	put(words.detail);
	putchar('\n');
	print_official(p, verdict, index);
	print_advisory(p, verdict, index);
}

static void print_link(const struct printer *p, size_t index, const struct link_view *view)
{
	printf("%s %zu%s", labels[p->language][LABEL_LINK], index + 1, colon(p));
	if (view->failed)
		put(span_of(labels[p->language][LABEL_UNREADABLE]));
	else if (view->hostname.len == 0)
		put(span_of(labels[p->language][LABEL_NO_HOST]));
	else
		put_mail_text(p, view->hostname);
	if (view->unicode.len > 0 && !span_equal(view->unicode, view->hostname)) {
		put(p->language == LANGUAGE_JA ? SPAN("（") : SPAN(" ("));
		put_mail_text(p, view->unicode);
		put(p->language == LANGUAGE_JA ? SPAN("）") : SPAN(")"));
	}
	if (view->destination.len > 0) {
		printf(p->language == LANGUAGE_JA ? "、%s " : ", %s ",
		       labels[p->language][LABEL_LEADS_TO]);
		put_mail_text(p, view->destination);
	}
	printf(" [%s]\n", words_level(p->language, view->level));
}

void check_print(const struct catalogue *catalogue, struct arena *arena, enum language language,
		 const struct message *message, const struct verdict *verdict)
{
	const struct printer p = {catalogue, arena, language};

	printf("%s\n", words_level(language, verdict->level));
	for (size_t i = 0; i < verdict->finding_count; i++)
		print_finding(&p, verdict, i);
	if (message->link_count > 0)
		putchar('\n');
	for (size_t i = 0; i < verdict->link_count; i++)
		print_link(&p, i, &verdict->links[i]);
}
