#include "detect/wording.h"

#include "text/utf8.h"

#define MATCHES 128
#define ADVICE_REACH 40 /* bytes behind "never" within which "share or enter" are still advised against */
#define WRAPPED_LINE 40 /* a line of so many bytes may go on in the next: plain text is wrapped */

static bool lower_letter(struct span rest)
{
	return rest.len && rest.ptr[0] >= 'a' && rest.ptr[0] <= 'z';
}

/* `line`: bytes since the last line break. */
static bool ends_clause(uint32_t point, struct span rest, size_t line)
{
	switch (point) {
	case '\n':
		return line < WRAPPED_LINE || !lower_letter(rest);
	case 0x3002: /* 。 */
	case 0xFF61:
	case '!':
	case '?':
	case ';':
		return true;
	case '.':
		return rest.len == 0 || rest.ptr[0] == ' ' || rest.ptr[0] == '\n';
	default:
		return false;
	}
}

static struct span next_clause(struct span *rest)
{
	struct span text = *rest;
	const char *line = rest->ptr;

	while (rest->len) {
		uint32_t point = utf8_next(rest);

		if (ends_clause(point, *rest, (size_t)(rest->ptr - line)))
			break;
		if (point == '\n')
			line = rest->ptr;
	}
	text.len -= rest->len;
	return text;
}

static unsigned kind_bit(enum cue_kind kind)
{
	return 1U << kind;
}

/* An instruction that advice against it reaches: "never share", 入力しないで. */
static bool taken_back(const struct cue_match *ask, const struct cue_match *matches, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (matches[i].kind != CUE_ADVICE_NOT)
			continue;
		if (ask->from < matches[i].to + ADVICE_REACH && ask->to > matches[i].from)
			return true;
	}
	return false;
}

/* "Enter it only on our page": a pronoun, or in Japanese no object of its own. */
static bool refers_back(struct span clause)
{
	static const char *const WORDS[] = {" it ", " it,", " them ", " this ", " these ", "それ", "これ", "こちら"};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if (memmem(clause.ptr, clause.len, WORDS[i], strlen(WORDS[i])))
			return true;
	return !utf8_is_ascii(clause) && !memmem(clause.ptr, clause.len, "を", strlen("を"));
}

/* Japanese puts the object first, English last: "send us the code", but not "a password … send the". */
static bool object_of(struct span clause, const struct cue_match *ask, const struct cue_match *noun)
{
	return !utf8_is_ascii(clause) || noun->to > ask->from;
}

struct clause_reading {
	bool phrase, code;                 /* names a secret */
	bool enter, tell;                  /* an instruction that stands */
	bool enter_phrase, enter_code, tell_phrase, tell_code; /* … with that secret as its object */
};

static void read_instruction(struct span clause, const struct cue_match *ask, const struct cue_match *matches,
			     size_t count, struct clause_reading *reading)
{
	bool tell = ask->kind == CUE_ASK_TELL;

	*(tell ? &reading->tell : &reading->enter) = true;
	for (size_t i = 0; i < count; i++) {
		if (!object_of(clause, ask, &matches[i]))
			continue;
		if (matches[i].kind == CUE_SECRET_PHRASE)
			*(tell ? &reading->tell_phrase : &reading->enter_phrase) = true;
		if (matches[i].kind == CUE_SECRET_CODE)
			*(tell ? &reading->tell_code : &reading->enter_code) = true;
	}
}

static struct clause_reading read_clause(const struct judge *judge, struct span clause)
{
	struct cue_match matches[MATCHES];
	struct clause_reading reading = {0};
	size_t count = cues_find(judge->cues, clause,
				 kind_bit(CUE_SECRET_PHRASE) | kind_bit(CUE_SECRET_CODE) | kind_bit(CUE_ASK_ENTER) |
				     kind_bit(CUE_ASK_TELL) | kind_bit(CUE_ADVICE_NOT),
				 matches, MATCHES);

	for (size_t i = 0; i < count; i++) {
		reading.phrase |= matches[i].kind == CUE_SECRET_PHRASE;
		reading.code |= matches[i].kind == CUE_SECRET_CODE;
		if ((matches[i].kind == CUE_ASK_ENTER || matches[i].kind == CUE_ASK_TELL) &&
		    !taken_back(&matches[i], matches, count))
			read_instruction(clause, &matches[i], matches, count, &reading);
	}
	return reading;
}

/* What the clause asks for, with the secret's name of the clause before where it refers back. */
static enum secret clause_secret(struct span clause, const struct clause_reading *now,
				 const struct clause_reading *before)
{
	bool back = !now->phrase && !now->code && refers_back(clause);

	if (now->enter_phrase || now->tell_phrase || (back && before->phrase && (now->enter || now->tell)))
		return SECRET_PHRASE;
	if (now->tell_code || (back && before->code && now->tell))
		return SECRET_TELL_CODE;
	if (now->enter_code || (back && before->code && now->enter))
		return SECRET_ENTER_CODE;
	return SECRET_NONE;
}

static struct span trimmed(struct span clause)
{
	while (clause.len && (clause.ptr[0] == ' ' || clause.ptr[0] == '\n'))
		clause = span_slice(clause, 1, clause.len);
	while (clause.len && (clause.ptr[clause.len - 1] == ' ' || clause.ptr[clause.len - 1] == '\n'))
		clause.len--;
	return clause;
}

/* Most mails name no secret: nothing else needs reading. */
static bool names_secret(const struct judge *judge, struct span folded)
{
	struct cue_match match;

	return cues_find(judge->cues, folded, kind_bit(CUE_SECRET_PHRASE) | kind_bit(CUE_SECRET_CODE),
			 &match, 1) > 0;
}

struct secret_reading wording_secrets(const struct judge *judge, struct span folded)
{
	struct secret_reading found = {0};
	struct clause_reading before = {0};
	struct span rest = folded;

	if (!names_secret(judge, folded))
		return found;
	while (rest.len) {
		struct span clause = next_clause(&rest);
		struct clause_reading now = read_clause(judge, clause);
		enum secret secret = clause_secret(clause, &now, &before);

		if (clause.len < 2)
			continue;
		if (secret > found.secret)
			found = (struct secret_reading){secret, trimmed(clause)};
		before = now;
	}
	return found;
}
