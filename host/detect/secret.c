#include "detect/wording.h"

#include "text/utf8.h"

#define MATCHES 128
#define ADVICE_REACH 40 /* bytes behind "never" within which "share or enter" are still advised against */

struct clause {
	struct span text;
	bool sentence_start;
};

static bool ends_clause(uint32_t point, struct span rest)
{
	switch (point) {
	case '\n':
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

	while (rest->len && !ends_clause(utf8_next(rest), *rest))
		;
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

struct clause_reading {
	bool phrase, code;  /* names a secret */
	bool enter, tell;   /* an instruction that stands */
};

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
		if (matches[i].kind == CUE_ASK_ENTER && !taken_back(&matches[i], matches, count))
			reading.enter = true;
		if (matches[i].kind == CUE_ASK_TELL && !taken_back(&matches[i], matches, count))
			reading.tell = true;
	}
	return reading;
}

struct secret_reading wording_secrets(const struct judge *judge, struct span folded)
{
	struct secret_reading found = {0};
	struct clause_reading before = {0};
	struct span rest = folded;

	while (rest.len) {
		struct span clause = next_clause(&rest);
		struct clause_reading now = read_clause(judge, clause);
		enum secret secret = SECRET_NONE;

		if (clause.len < 2)
			continue;
		if (!now.phrase && !now.code && refers_back(clause)) {
			now.phrase = before.phrase;
			now.code = before.code;
		}
		if (now.phrase && (now.enter || now.tell))
			secret = SECRET_PHRASE;
		else if (now.code && now.tell)
			secret = SECRET_TELL_CODE;
		else if (now.code && now.enter)
			secret = SECRET_ENTER_CODE;
		if (secret > found.secret)
			found = (struct secret_reading){secret, clause};
		before = now;
	}
	return found;
}
