#include "detect/secret.h"

#include "text/utf8.h"

#define MATCHES \
	64 /* of one kind in one clause; where they are more, the kind is taken to be everywhere */
#define CLAUSE_BYTES 512 /* longer clauses are read in pieces */
#define PIECE_LAP 128	 /* bytes that a piece has in common with the one before */
#define ADVICE_REACH \
	40 /* bytes behind "never" within which "share or enter" are still advised against */
#define WRAPPED_LINE 40 /* a line of so many bytes may go on in the next: plain text is wrapped */
#define NEAR_BYTES 200	/* around a clause: what the mail talks about there */
#define NAME_BYTES 32	/* of a secret's name on either side of a line break */

static unsigned kind_bit(enum cue_kind kind)
{
	return 1U << kind;
}

/* ---- clauses ---- */

/* A line whose last word asks for another. */
static bool unfinished(struct span line)
{
	static const char *const WORDS[] = {
	    " your", " the", " a",  " to", " us", " of", " our", " my", " this", " ihre", " votre",
	    " su",   " tu",  " la", " le", " de", "を",	 "は",	 "の",	"に",	 "、",	  "が"};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if (span_ends(line, span_of(WORDS[i])))
			return true;
	return false;
}

/* A secret's name goes across the line break at byte `at` ("recovery\nphrase"). */
static bool parts_name(const struct judge *judge, struct span text, size_t at)
{
	size_t from = at > NAME_BYTES ? at - NAME_BYTES : 0;
	struct cue_match match[4];

	while (from < at && (text.ptr[from] & 0xC0) == 0x80)
		from++;
	struct span around = utf8_prefix(span_slice(text, from, text.len), NAME_BYTES * 2);
	size_t count = cues_find(judge->cues, around, kind_bit(CUE_SECRET_PHRASE), match, 4);

	for (size_t i = 0; i < count; i++)
		if (match[i].from + from < at && match[i].to + from > at + 1)
			return true;
	return false;
}

/* Whether the clause that began at `from` ends behind the `point` at byte `at`. `line` is where the present
 * line began. */
static bool ends_clause(const struct judge *judge, struct span text, size_t at, size_t line,
			uint32_t point)
{
	char next = at + 1 < text.len ? text.ptr[at + 1] : '\n';

	switch (point) {
	case '\n':
		if (at - line >= WRAPPED_LINE && next >= 'a' && next <= 'z')
			return false;
		return !unfinished(span_slice(text, line, at)) && !parts_name(judge, text, at);
	case 0x3002: /* 。 */
	case 0xFF61:
	case '!':
	case '?':
	case ';':
		return true;
	case '.':
		return next == ' ' || next == '\n';
	default:
		return false;
	}
}

/* The clause that begins at `from`, or its first CLAUSE_BYTES. */
static struct span clause_at(const struct judge *judge, struct span text, size_t from)
{
	struct span rest = span_slice(text, from, text.len);
	size_t line = from;

	while (rest.len) {
		size_t at = text.len - rest.len;
		uint32_t point = utf8_next(&rest);
		size_t behind = text.len - rest.len;

		if (ends_clause(judge, text, at, line, point) || behind - from >= CLAUSE_BYTES)
			return span_slice(text, from, behind);
		if (point == '\n')
			line = behind;
	}
	return span_slice(text, from, text.len);
}

/* Where the next clause begins, or the next piece of a clause that was too long for one. */
static size_t next_start(struct span text, struct span clause)
{
	size_t end = (size_t)(clause.ptr - text.ptr) + clause.len;

	if (clause.len < CLAUSE_BYTES || end == text.len)
		return end;
	for (end -= PIECE_LAP; (text.ptr[end] & 0xC0) == 0x80;)
		end++;
	return end;
}

/* ---- what a clause asks for ---- */

/* The matches of one kind in a clause. */
struct found {
	struct cue_match at[MATCHES];
	size_t count;
	bool full; /* there may be more */
};

static void find(const struct judge *judge, struct span clause, enum cue_kind kind,
		 struct found *found)
{
	found->count = cues_find(judge->cues, clause, kind_bit(kind), found->at, MATCHES);
	found->full = found->count == MATCHES;
}

/* An instruction that advice against it reaches: "never share", 入力しないで. */
static bool taken_back(const struct cue_match *ask, const struct found *advice)
{
	for (size_t i = 0; i < advice->count; i++)
		if (ask->from < advice->at[i].to + ADVICE_REACH && ask->to > advice->at[i].from)
			return true;
	return false;
}

static bool has(const struct judge *judge, struct span text, enum cue_kind kind)
{
	struct cue_match match;

	return cues_find(judge->cues, text, kind_bit(kind), &match, 1) > 0;
}

/* "Enter it only on our page": a pronoun, or in Japanese no object of its own. */
static bool refers_back(const struct judge *judge, struct span clause)
{
	return has(judge, clause, CUE_REFERS_BACK) ||
	       (!utf8_is_ascii(clause) && !memmem(clause.ptr, clause.len, "を", strlen("を")));
}

struct clause_reading {
	bool phrase, code;	    /* names a secret */
	bool enter, tell;	    /* an instruction that stands */
	bool take_phrase;	    /* … with a recovery phrase as its object */
	bool enter_code, tell_code; /* … with a password or code */
	bool send_one_time; /* a code or PIN, not any password, is to be sent back in writing */
};

/* What stands in a clause that names a secret, or comes behind one that does. */
struct clause_words {
	struct found phrases, codes, advice, pronouns;
	bool ascii;
};

/* Japanese puts the object first, English last: "send us the code", but not "a password … send the". */
static bool object_of(const struct clause_words *words, const struct cue_match *ask,
		      const struct found *nouns, enum cue_strength least)
{
	for (size_t i = 0; i < nouns->count; i++)
		if (nouns->at[i].strength >= least &&
		    (!words->ascii || nouns->at[i].to > ask->from))
			return true;
	return nouns->full;
}

/* "Have your phrase at hand and enter it": a pronoun right behind the instruction stands for a name in front. */
static bool takes_pronoun(const struct clause_words *words, const struct cue_match *ask)
{
	for (size_t i = 0; i < words->pronouns.count; i++)
		if (words->pronouns.at[i].from <= ask->to && words->pronouns.at[i].to > ask->to)
			return true;
	return false;
}

static void read_ask(const struct clause_words *words, const struct cue_match *ask,
		     struct clause_reading *reading)
{
	bool tell = ask->kind == CUE_ASK_TELL, pronoun = takes_pronoun(words, ask);

	*(tell ? &reading->tell : &reading->enter) = true;
	reading->take_phrase |=
	    object_of(words, ask, &words->phrases, CUE_WEAK) || (pronoun && words->phrases.count);
	*(tell ? &reading->tell_code : &reading->enter_code) |=
	    object_of(words, ask, &words->codes, CUE_WEAK) || (pronoun && words->codes.count);
	reading->send_one_time |=
	    tell && ask->strength == CUE_STRONG && object_of(words, ask, &words->codes, CUE_STRONG);
}

static void read_asks(const struct clause_words *words, const struct found *asks,
		      struct clause_reading *reading)
{
	for (size_t i = 0; i < asks->count; i++)
		if (!taken_back(&asks->at[i], &words->advice))
			read_ask(words, &asks->at[i], reading);
	/* No advice takes back what nobody has read. */
	if (asks->full) {
		reading->take_phrase |= words->phrases.count > 0;
		reading->enter_code |= words->codes.count > 0;
	}
}

static struct clause_reading read_clause(const struct judge *judge, struct span clause,
					 const struct clause_reading *before)
{
	struct clause_reading reading = {0};
	struct clause_words words;
	struct found asks;

	find(judge, clause, CUE_SECRET_PHRASE, &words.phrases);
	find(judge, clause, CUE_SECRET_CODE, &words.codes);
	reading.phrase = words.phrases.count > 0;
	reading.code = words.codes.count > 0;
	if (!reading.phrase && !reading.code && !before->phrase && !before->code)
		return reading;
	words.ascii = utf8_is_ascii(clause);
	find(judge, clause, CUE_ADVICE_NOT, &words.advice);
	find(judge, clause, CUE_REFERS_BACK, &words.pronouns);
	find(judge, clause, CUE_ASK_ENTER, &asks);
	read_asks(&words, &asks, &reading);
	find(judge, clause, CUE_ASK_TELL, &asks);
	read_asks(&words, &asks, &reading);
	return reading;
}

/* The clause's neighbourhood talks of an account. */
static bool near_account(const struct judge *judge, struct span text, struct span clause)
{
	size_t at = (size_t)(clause.ptr - text.ptr);
	size_t from = at > NEAR_BYTES ? at - NEAR_BYTES : 0, to = at + clause.len + NEAR_BYTES;

	while (from < at && (text.ptr[from] & 0xC0) == 0x80)
		from++;
	while (to < text.len && (text.ptr[to] & 0xC0) == 0x80)
		to--;
	return has(judge, span_slice(text, from, to), CUE_ABOUT_ACCOUNT);
}

/* What the clause asks for, with the secret's name of the clause before where it refers back. */
static enum secret clause_secret(const struct judge *judge, struct span text, struct span clause,
				 const struct clause_reading *now,
				 const struct clause_reading *before)
{
	bool back = !now->phrase && !now->code && (before->phrase || before->code) &&
		    (now->enter || now->tell) && refers_back(judge, clause);

	if (now->take_phrase || (back && before->phrase))
		return SECRET_PHRASE;
	if (now->send_one_time)
		return SECRET_TELL_CODE;
	if (now->tell_code || (back && before->code && now->tell))
		return near_account(judge, text, clause) ? SECRET_TELL_CODE : SECRET_TELL_PASSWORD;
	if (now->enter_code || (back && before->code && now->enter))
		return SECRET_ENTER_CODE;
	return SECRET_NONE;
}

static struct span trimmed(struct span clause)
{
	while (clause.len && (clause.ptr[0] == ' ' || clause.ptr[0] == '\n'))
		clause = span_slice(clause, 1, clause.len);
	while (clause.len &&
	       (clause.ptr[clause.len - 1] == ' ' || clause.ptr[clause.len - 1] == '\n'))
		clause.len--;
	return clause;
}

struct secret_reading secret_read(const struct judge *judge, struct span folded)
{
	struct secret_reading found = {0};
	struct clause_reading before = {0};
	size_t from = 0;

	while (from < folded.len && found.secret != SECRET_PHRASE) {
		struct span clause = clause_at(judge, folded, from);
		struct clause_reading now = read_clause(judge, clause, &before);
		enum secret secret = clause_secret(judge, folded, clause, &now, &before);

		from = next_start(folded, clause);
		if (clause.len < 2)
			continue;
		if (secret > found.secret)
			found = (struct secret_reading){secret, trimmed(clause)};
		before = now;
	}
	return found;
}
