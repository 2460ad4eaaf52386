#include "detect/advice.h"

#include "detect/clause.h"
#include "text/utf8.h"

#define REACH 160	/* bytes between what governs and what is governed, in front of it */
#define REACH_BEHIND 30 /* … and behind it, in Japanese: 入力して(ください)と求める */
#define LIST_BEHIND \
	90 /* one of several: カード番号、パスワードの入力を求める, 「…」「…」などの件名 */
#define ANSWER_BYTES 90 /* of a short answer, */
#define ANSWER_LEAD 30	/* and of what stands in front of its mark */

/* ---- marks ---- */

static bool covers(const struct cue_match *mark, size_t from, size_t to)
{
	return mark->from < to && from < mark->to;
}

static bool is_strong(const struct cue_match *mark, enum cue_kind kind)
{
	return mark->kind == kind && mark->strength == CUE_STRONG;
}

/* Takes away the marks that a strong `own` covers. */
static void take_back(struct advice *advice)
{
	size_t kept = 0;

	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];
		bool taken = false;

		for (size_t n = 0; n < advice->count && mark->kind != CUE_ADVICE_OWN; n++)
			taken |= is_strong(&advice->marks[n], CUE_ADVICE_OWN) &&
				 covers(&advice->marks[n], mark->from, mark->to);
		/* In place: the `own` ones are kept, so that none is lost that is still asked for. */
		if (mark->kind == CUE_ADVICE_OWN || !taken)
			advice->marks[kept++] = *mark;
	}
	advice->count = kept;
}

void advice_read(const struct judge *judge, struct span clause, struct advice *advice)
{
	advice->clause = clause;
	advice->count =
	    cues_match(judge->cues,
		       1U << CUE_ADVICE_OWN | 1U << CUE_ADVICE_NOT | 1U << CUE_ADVICE_TOLD |
			   1U << CUE_ADVICE_FRAUD | 1U << CUE_ADVICE_REFUSE,
		       advice->marks, ADVICE_MARKS);
	take_back(advice);
}

/* ---- what parts two words ---- */

/* A byte that an end below begins with: every byte of a clause may be asked about for each instruction in it. */
static bool may_part(char byte)
{
	return byte == ' ' || (byte >= '!' && byte <= '.') || (byte >= ':' && byte <= '?') ||
	       (unsigned char)byte >= 0xE2;
}

/* What stands at byte `at` ends what was said before it, even where the clause goes on. */
static bool parts(struct span clause, size_t at)
{
	static const struct span ENDS[] = {SPAN(": "), SPAN("; "), SPAN(". "),	SPAN("! "),
					   SPAN("? "), SPAN("。"), SPAN(" - "), SPAN("–"),
					   SPAN("—"),  SPAN(":\n")};
	struct span rest = span_slice(clause, at, clause.len);

	if (!may_part(clause.ptr[at]))
		return false;
	for (size_t i = 0; i < sizeof(ENDS) / sizeof(*ENDS); i++)
		if (span_starts(rest, ENDS[i]))
			return true;
	return false;
}

/* The last byte in front of `at` before which nothing reaches it. */
static size_t reach_from(const struct advice *advice, size_t at)
{
	size_t from = at > REACH ? at - REACH : 0, last = at;

	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if ((mark->kind == CUE_ADVICE_OWN || mark->kind == CUE_ADVICE_REFUSE) &&
		    mark->to <= at && mark->to > from)
			from = mark->to;
	}
	while (last > from && !parts(advice->clause, last - 1))
		last--;
	return last;
}

/* A comma right in front of an instruction: it begins a clause of its own. */
static bool behind_comma(struct span clause, size_t at)
{
	while (at > 0 && (clause.ptr[at - 1] == ' ' || clause.ptr[at - 1] == '\n'))
		at--;
	return at > 0 && clause.ptr[at - 1] == ',';
}

/* An `own` word stands in [from, to). */
static bool parted(const struct advice *advice, size_t from, size_t to)
{
	for (size_t i = 0; i < advice->count; i++)
		if (advice->marks[i].kind == CUE_ADVICE_OWN && advice->marks[i].from >= from &&
		    advice->marks[i].to <= to)
			return true;
	return false;
}

static size_t commas(struct span text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == ',';
	return count;
}

/* ---- telling ---- */

/* The telling is denied by something in front of it. A weak word is not beyond a lone comma: "you did not
 * answer, they ask". */
static bool denied_in_front(const struct advice *advice, const struct cue_match *told)
{
	size_t least = reach_from(advice, told->from);

	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if (mark->kind == CUE_ADVICE_NOT && mark->to >= least && mark->from < told->to &&
		    (mark->strength == CUE_STRONG ||
		     commas(span_slice(advice->clause, mark->to, told->from)) % 2 == 0))
			return true;
	}
	return false;
}

/* What is told in the place [from, to) is answered behind it, or those who tell it are thieves. */
static bool answered(const struct advice *advice, const struct cue_match *told, size_t to)
{
	size_t least = reach_from(advice, told->from);

	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if ((mark->kind == CUE_ADVICE_FRAUD && mark->to >= least &&
		     mark->from < told->to) ||
		    (mark->kind == CUE_ADVICE_REFUSE && mark->from >= to))
			return true;
	}
	return false;
}

/* The same in Japanese: all of it stands in any place of the clause but the denial, which follows. */
static bool answered_behind(const struct advice *advice, const struct cue_match *told)
{
	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if (mark->kind == CUE_ADVICE_FRAUD ||
		    (mark->kind == CUE_ADVICE_REFUSE && mark->to > told->from) ||
		    (mark->kind == CUE_ADVICE_NOT && mark->to > told->from &&
		     mark->from <= told->to + REACH_BEHIND &&
		     !parted(advice, told->from, mark->from)))
			return true;
	}
	return false;
}

/* ---- instructions ---- */

static bool japanese(struct span clause, size_t at)
{
	return at < clause.len && (unsigned char)clause.ptr[at] >= 0xE3;
}

static enum advice_on at_least(enum advice_on a, enum advice_on b)
{
	return a > b ? a : b;
}

/* The last telling in front of `at` that reaches it; NULL. */
static const struct cue_match *told_in_front(const struct advice *advice, size_t at, size_t least)
{
	const struct cue_match *told = NULL;

	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if (mark->kind == CUE_ADVICE_TOLD && mark->to >= least && mark->to <= at &&
		    (!told || mark->to > told->to))
			told = mark;
	}
	return told;
}

/* The first telling behind `at`, no more than `reach` bytes away; NULL. */
static const struct cue_match *told_behind(const struct advice *advice, size_t at, size_t reach)
{
	const struct cue_match *told = NULL;

	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if (mark->kind == CUE_ADVICE_TOLD && mark->to > at && mark->from <= at + reach &&
		    (!told || mark->from < told->from))
			told = mark;
	}
	return told && !parted(advice, at, told->from) ? told : NULL;
}

static enum advice_on in_front(const struct advice *advice, size_t from, size_t to)
{
	size_t least = behind_comma(advice->clause, from) ? from : reach_from(advice, from);
	const struct cue_match *told = told_in_front(advice, from, least);

	for (size_t i = 0; i < advice->count; i++)
		if (is_strong(&advice->marks[i], CUE_ADVICE_NOT) && advice->marks[i].to >= least &&
		    advice->marks[i].to <= from)
			return ADVICE_AGAINST;
	if (!told)
		return ADVICE_NONE;
	return told->strength == CUE_STRONG || denied_in_front(advice, told) ||
		       answered(advice, told, to)
		   ? ADVICE_AGAINST
		   : ADVICE_TOLD;
}

/* In Japanese. */
static enum advice_on behind(const struct advice *advice, size_t from, size_t to, size_t reach)
{
	const struct cue_match *told = told_behind(advice, to, reach);

	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];
		struct span between = span_slice(advice->clause, to, mark->from);

		if (is_strong(mark, CUE_ADVICE_NOT) && mark->from >= from && mark->to > to &&
		    mark->from <= to + REACH_BEHIND && !parted(advice, to, mark->from) &&
		    !(between.len && memmem(between.ptr, between.len, "、", strlen("、"))))
			return ADVICE_AGAINST;
	}
	if (!told)
		return ADVICE_NONE;
	return answered_behind(advice, told) ? ADVICE_AGAINST : ADVICE_TOLD;
}

/* A quotation is told where a word says so in front of it or behind it, or what it is follows. */
static enum advice_on on_quotation(const struct advice *advice, size_t open, size_t close)
{
	enum advice_on on =
	    at_least(in_front(advice, open, close), behind(advice, open, close, LIST_BEHIND));

	for (size_t i = 0; i < advice->count && on != ADVICE_AGAINST; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if (mark->from >= close && !parted(advice, close, mark->from) &&
		    (mark->kind == CUE_ADVICE_FRAUD || mark->kind == CUE_ADVICE_REFUSE))
			on = ADVICE_AGAINST;
	}
	return on;
}

enum advice_on advice_on(const struct advice *advice, size_t from, size_t to)
{
	size_t open, close;
	enum advice_on on;

	if (advice->count == 0)
		return ADVICE_NONE;
	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		/* "Telling them to …" is no "tell them". */
		if ((mark->kind == CUE_ADVICE_NOT && covers(mark, from, to)) ||
		    (mark->kind == CUE_ADVICE_TOLD && mark->from == from && mark->to > to))
			return ADVICE_AGAINST;
	}
	on = japanese(advice->clause, from) ? behind(advice, from, to, REACH_BEHIND)
					    : in_front(advice, from, to);
	if (on != ADVICE_AGAINST && clause_quotation(advice->clause, from, to, &open, &close))
		on = at_least(on, on_quotation(advice, open, close));
	return on;
}

enum advice_on advice_on_name(const struct advice *advice, size_t from, size_t to)
{
	bool ja = japanese(advice->clause, from);
	const struct cue_match *told = ja ? told_behind(advice, to, LIST_BEHIND)
					  : told_in_front(advice, from, reach_from(advice, from));

	if (!told)
		return ADVICE_NONE;
	if (ja ? answered_behind(advice, told)
	       : denied_in_front(advice, told) || answered(advice, told, to))
		return ADVICE_AGAINST;
	return ADVICE_TOLD;
}

/* The clause that holds the bytes [from, to) of the text, or what is near of it. */
static struct span clause_around(const struct judge *judge, struct span text, size_t from,
				 size_t to)
{
	size_t start = from;
	struct span clause;

	while (start > 0 && from - start < CLAUSE_BYTES / 2 && text.ptr[start - 1] != '\n')
		start--;
	while (start < from && (text.ptr[start] & 0xC0) == 0x80)
		start++;
	clause = clause_at(judge, text, start);
	while (start + clause.len < to && clause.len > 0) {
		start = clause_next(text, clause);
		clause = clause_at(judge, text, start);
	}
	return clause;
}

/* Thieves or their mails are spoken of in front of a quotation: "typical phishing mails: '…', '…'". */
static bool thieves_in_front(const struct advice *advice, size_t open)
{
	for (size_t i = 0; i < advice->count; i++)
		if (advice->marks[i].kind == CUE_ADVICE_FRAUD && advice->marks[i].to <= open &&
		    !parted(advice, advice->marks[i].to, open))
			return true;
	return false;
}

/* Where what somebody is told to do begins: a wording may begin with the end of the telling ("asks you to buy"). */
static size_t behind_telling(const struct advice *advice, size_t from, size_t to)
{
	for (size_t i = 0; i < advice->count; i++) {
		const struct cue_match *mark = &advice->marks[i];

		if (mark->kind == CUE_ADVICE_TOLD && mark->from < from && mark->to > from &&
		    mark->to < to)
			return mark->to;
	}
	return from;
}

bool advice_tells(const struct judge *judge, struct span folded, size_t from, size_t to)
{
	struct span clause = clause_around(judge, folded, from, to);
	size_t start = (size_t)(clause.ptr - folded.ptr), open, close;
	struct advice advice;

	if (clause.len == 0 || from < start)
		return false;
	from -= start;
	to -= start;
	cues_read(judge->cues, clause);
	advice_read(judge, clause, &advice);
	if (advice_on_name(&advice, behind_telling(&advice, from, to), to) == ADVICE_AGAINST)
		return true;
	return clause_quotation(clause, from, to, &open, &close) &&
	       (thieves_in_front(&advice, open) ||
		on_quotation(&advice, open, close) == ADVICE_AGAINST);
}

bool advice_answers(const struct advice *advice)
{
	for (size_t i = 0; i < advice->count && advice->clause.len <= ANSWER_BYTES; i++)
		if (advice->marks[i].kind == CUE_ADVICE_REFUSE &&
		    advice->marks[i].from <= ANSWER_LEAD)
			return true;
	return false;
}
