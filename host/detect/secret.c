#include "detect/secret.h"

#include "detect/advice.h"
#include "detect/clause.h"
#include "text/utf8.h"

#define MATCHES \
	64 /* of one kind in one clause; where they are more, the kind is taken to be everywhere */
#define NEAR_BYTES 200 /* around a clause: what the mail talks about there */

static unsigned kind_bit(enum cue_kind kind)
{
	return 1U << kind;
}

/* ---- what a clause asks for ---- */

/* The matches of one kind in a clause. */
struct found {
	struct cue_match at[MATCHES];
	size_t count;
	bool full; /* there may be more */
};

/* In the clause that was read last. */
static void find(const struct judge *judge, enum cue_kind kind, struct found *found)
{
	found->count = cues_match(judge->cues, kind_bit(kind), found->at, MATCHES);
	found->full = found->count == MATCHES;
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
	struct span clause;
	bool phrase, code; /* names a secret */
	bool enter, put_in,
	    tell;	  /* an instruction that stands; put_in: to enter the secret itself */
	bool take_phrase; /* … with a recovery phrase as its object */
	bool enter_code, tell_code; /* … with a password or code */
	bool tell_written;	    /* … to be told in writing */
	bool send_one_time; /* a code or PIN, not any password, is to be sent back in writing */
};

/* What stands in a clause that names a secret, or comes behind one that does. */
struct clause_words {
	struct found phrases, codes, pronouns, enter, tell;
	struct found
	    asides; /* strong: a secret that nobody asks for; weak: not what is to be looked up */
	struct advice advice;
	struct span next; /* what follows the clause */
	bool ascii;
};

/* "Enter", not "confirm", which may be said of a page. */
static bool puts_in(const struct cue_match *ask)
{
	return ask->kind == CUE_ASK_ENTER && ask->strength == CUE_STRONG;
}

/* The name is no object of such an instruction: it is what others ask for, or something about it is meant. */
static bool is_aside(const struct clause_words *words, const struct cue_match *ask,
		     const struct cue_match *noun)
{
	for (size_t i = 0; i < words->asides.count; i++) {
		const struct cue_match *aside = &words->asides.at[i];

		if (noun->from < aside->to && aside->from < noun->to &&
		    (aside->strength == CUE_STRONG || !puts_in(ask)))
			return true;
	}
	if (puts_in(ask))
		return false;
	return advice_on_name(&words->advice, noun->from, noun->to) >=
	       (ask->kind == CUE_ASK_ENTER ? ADVICE_TOLD : ADVICE_AGAINST);
}

/* Japanese puts the object first, English last: "send us the code", but not "a password … send the". A pronoun
 * stands for a name anywhere. */
static bool object_of(const struct clause_words *words, const struct cue_match *ask, bool pronoun,
		      const struct found *nouns, enum cue_strength least)
{
	for (size_t i = 0; i < nouns->count; i++)
		if (nouns->at[i].strength >= least &&
		    (!words->ascii || pronoun || nouns->at[i].to > ask->from) &&
		    !is_aside(words, ask, &nouns->at[i]))
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
	reading->tell_written |= tell && ask->strength == CUE_STRONG;
	reading->put_in |= puts_in(ask);
	reading->take_phrase |= object_of(words, ask, pronoun, &words->phrases, CUE_WEAK);
	*(tell ? &reading->tell_code : &reading->enter_code) |=
	    object_of(words, ask, pronoun, &words->codes, CUE_WEAK);
	reading->send_one_time |= tell && ask->strength == CUE_STRONG &&
				  object_of(words, ask, false, &words->codes, CUE_STRONG);
}

/* The clause behind says what to think of what was told: "Do not." */
static bool answered_next(const struct judge *judge, const struct clause_words *words)
{
	struct advice next;
	struct span clause = clause_at(judge, words->next, 0);

	cues_read(judge->cues, clause);
	advice_read(judge, clause, &next);
	return advice_answers(&next);
}

static void read_asks(const struct judge *judge, const struct clause_words *words,
		      const struct found *asks, struct clause_reading *reading)
{
	int answered = -1; /* not looked at */

	for (size_t i = 0; i < asks->count; i++) {
		enum advice_on on = advice_on(&words->advice, asks->at[i].from, asks->at[i].to);

		if (on == ADVICE_TOLD && answered < 0)
			answered = answered_next(judge, words);
		if (on == ADVICE_NONE || (on == ADVICE_TOLD && !answered))
			read_ask(words, &asks->at[i], reading);
	}
	/* No advice takes back what nobody has read. */
	if (asks->full) {
		reading->take_phrase |= words->phrases.count > 0;
		reading->enter_code |= words->codes.count > 0;
	}
}

/* All names of a secret in the clause are what others ask for. */
static bool others_ask(const struct judge *judge, struct span clause)
{
	struct cue_match names[MATCHES];
	struct advice advice;
	size_t count;

	cues_read(judge->cues, clause);
	count = cues_match(judge->cues, kind_bit(CUE_SECRET_PHRASE) | kind_bit(CUE_SECRET_CODE),
			   names, MATCHES);
	advice_read(judge, clause, &advice);
	for (size_t i = 0; i < count; i++)
		if (advice_on_name(&advice, names[i].from, names[i].to) != ADVICE_AGAINST)
			return false;
	return true;
}

static struct clause_reading read_clause(const struct judge *judge, struct span text,
					 struct span clause, const struct clause_reading *before)
{
	struct clause_reading reading = {.clause = clause};
	struct clause_words words;

	cues_read(judge->cues, clause);
	find(judge, CUE_SECRET_PHRASE, &words.phrases);
	find(judge, CUE_SECRET_CODE, &words.codes);
	reading.phrase = words.phrases.count > 0;
	reading.code = words.codes.count > 0;
	if (!reading.phrase && !reading.code && !before->phrase && !before->code)
		return reading;
	find(judge, CUE_ASK_ENTER, &words.enter);
	find(judge, CUE_ASK_TELL, &words.tell);
	if (words.enter.count == 0 && words.tell.count == 0)
		return reading;
	words.ascii = utf8_is_ascii(clause);
	words.next = span_slice(text, clause_next(text, clause), text.len);
	find(judge, CUE_REFERS_BACK, &words.pronouns);
	find(judge, CUE_SECRET_ASIDE, &words.asides);
	advice_read(judge, clause, &words.advice);
	read_asks(judge, &words, &words.enter, &reading);
	read_asks(judge, &words, &words.tell, &reading);
	return reading;
}

/* The clause's neighbourhood talks of such a thing. */
static bool is_near(const struct judge *judge, struct span text, struct span clause,
		    enum cue_kind kind)
{
	size_t at = (size_t)(clause.ptr - text.ptr);
	size_t from = at > NEAR_BYTES ? at - NEAR_BYTES : 0, to = at + clause.len + NEAR_BYTES;

	while (from < at && (text.ptr[from] & 0xC0) == 0x80)
		from++;
	while (to < text.len && (text.ptr[to] & 0xC0) == 0x80)
		to--;
	return has(judge, span_slice(text, from, to), kind);
}

/* What the clause asks for, with the secret's name of the clause before where it refers back. */
static enum secret clause_secret(const struct judge *judge, struct span text, struct span clause,
				 const struct clause_reading *now,
				 const struct clause_reading *before)
{
	bool back = !now->phrase && !now->code && (before->phrase || before->code) &&
		    (now->put_in || now->enter || now->tell) && refers_back(judge, clause) &&
		    (now->put_in || !others_ask(judge, before->clause));

	if (now->take_phrase || (back && before->phrase))
		return SECRET_PHRASE;
	if (now->send_one_time)
		return SECRET_TELL_CODE;
	if (now->tell_code || (back && before->code && now->tell))
		return is_near(judge, text, clause, CUE_ABOUT_ACCOUNT) ? SECRET_TELL_CODE
								       : SECRET_TELL_PASSWORD;
	if (now->enter_code || (back && before->code && now->enter))
		return SECRET_ENTER_CODE;
	return SECRET_NONE;
}

struct secret_reading secret_read(const struct judge *judge, struct span folded)
{
	struct secret_reading found = {0};
	struct clause_reading before = {0};
	size_t from = 0;

	while (from < folded.len && found.secret != SECRET_PHRASE) {
		struct span clause = clause_at(judge, folded, from);
		struct clause_reading now = read_clause(judge, folded, clause, &before);
		enum secret secret = clause_secret(judge, folded, clause, &now, &before);

		from = clause_next(folded, clause);
		if (clause.len < 2)
			continue;
		if (secret > found.secret)
			found = (struct secret_reading){
			    secret, span_trimmed(clause),
			    secret == SECRET_TELL_PASSWORD && now.tell_written &&
				!is_near(judge, folded, clause, CUE_ABOUT_THING)};
		before = now;
	}
	return found;
}
