#include "detect/mention.h"

#define QUOTE_BYTES 240 /* of a quoted subject or sentence, on either side of the wording */
#define LEAD_BYTES 24	/* of the words in front of the opening mark */

struct marks {
	struct span open, close;
};

static const struct marks MARKS[] = {
    {SPAN("「"), SPAN("」")}, {SPAN("『"), SPAN("』")}, {SPAN("“"), SPAN("”")},
    {SPAN("„"), SPAN("“")},   {SPAN("\""), SPAN("\"")},
};

/* What stands in front of the opening mark: mails with the subject "…". */
static const struct span LEADS[] = {
    SPAN("件名"),     SPAN("件名:"),   SPAN("件名は"),	 SPAN("subject"), SPAN("subject line"),
    SPAN("subject:"), SPAN("titled"),  SPAN("entitled"), SPAN("saying"),  SPAN("says"),
    SPAN("claiming"), SPAN("such as"), SPAN("betreff"),	 SPAN("objet"),	  SPAN("asunto"),
};

/* … and behind the closing one: 「…」という, 「…」などの. */
static const struct span TRAILS[] = {
    SPAN("という"), SPAN("といった"), SPAN("などの"),	SPAN("などと"),
    SPAN("と題"),   SPAN("と称"),     SPAN("のような"), SPAN("を騙"),
    SPAN("をかた"), SPAN("を装"),     SPAN("を名乗"),
};

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* Where `mark` stands last in front of `at`, or SPAN_NONE. */
static size_t last_before(struct span text, size_t at, struct span mark)
{
	size_t least = at > QUOTE_BYTES ? at - QUOTE_BYTES : 0;

	for (size_t i = at; i-- > least;)
		if (span_starts(span_slice(text, i, at), mark))
			return i;
	return SPAN_NONE;
}

/* Where `mark` stands first from `at` on, or SPAN_NONE. */
static size_t first_from(struct span text, size_t at, struct span mark)
{
	for (size_t i = at; i < text.len && i - at < QUOTE_BYTES; i++)
		if (span_starts(span_slice(text, i, text.len), mark))
			return i;
	return SPAN_NONE;
}

static struct span without_blanks_around(struct span text)
{
	while (text.len && (text.ptr[0] == ' ' || text.ptr[0] == '\n'))
		text = span_slice(text, 1, text.len);
	while (text.len && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\n'))
		text.len--;
	return text;
}

static bool led_to(struct span text, size_t open)
{
	size_t from = open > LEAD_BYTES ? open - LEAD_BYTES : 0;
	struct span front = without_blanks_around(span_slice(text, from, open));

	for (size_t i = 0; i < COUNT(LEADS); i++)
		if (span_ends(front, LEADS[i]))
			return true;
	return false;
}

static bool followed(struct span text, size_t behind)
{
	struct span back = without_blanks_around(span_slice(text, behind, text.len));

	for (size_t i = 0; i < COUNT(TRAILS); i++)
		if (span_starts(back, TRAILS[i]))
			return true;
	return false;
}

bool mention_at(struct span folded, size_t from, size_t to)
{
	for (size_t i = 0; i < COUNT(MARKS); i++) {
		size_t open = last_before(folded, from, MARKS[i].open);
		size_t closed = last_before(folded, from, MARKS[i].close);
		size_t close = first_from(folded, to, MARKS[i].close);

		if (open == SPAN_NONE || close == SPAN_NONE ||
		    (closed != SPAN_NONE && closed > open))
			continue;
		if (led_to(folded, open) || followed(folded, close + MARKS[i].close.len))
			return true;
	}
	return false;
}
