/*
 * Advice: is an instruction in a clause the writer's own, or one that he forbids, denies or tells of others?
 * "Nobody from us will ask you to enter …", "Never enter …", "Thieves tell you to enter …",
 * 「…を入力してくださいと求めるメールは詐欺です」.
 *
 * Decided by what governs the instruction in its own clause, never by what stands somewhere near: whoever
 * sprinkles a demand with advice ("Never share it. Enter it below", "Beware of thieves, enter …") does not hide
 * it. What governs stands in front of the verb in English, German, French and Spanish, and behind it in Japanese.
 * The catalogue's cues mark
 *   not     a prohibition or denial ("never enter", しないで). Strong: it reaches an instruction as far as nothing parts
 *           them; weak: only what it covers itself, and telling ("nobody … asks you to").
 *   told    telling, asking, making somebody do ("asks you to", と求める). An instruction below it is excused when the telling
 *           itself is denied, done by those whom `fraud` marks, or answered by `refuse`. Strong: one that is excused
 *           as it is, since it tells of a third person ("told me to").
 *   fraud   who does so (scammers, e-mails to beware of, 偽サイト)
 *   refuse  what to do or think about it (close it, it is a scam, 応じないで)
 *   own     the writer speaks for himself. Strong: takes back the marks that it covers ("to stop the scammers", "we
 *           ask you", 詐欺防止のため); both end the reach of what stands before ("but", "please", "so enter").
 * A quotation counts as one word: what governs it stands outside.
 */
#ifndef DETECT_ADVICE_H
#define DETECT_ADVICE_H

#include "detect/judge.h"

#define ADVICE_MARKS 128 /* in one clause; the others do not count */

struct advice {
	struct span clause;
	struct cue_match marks[ADVICE_MARKS];
	size_t count;
};

/* The marks of a clause that cues_read() has just been called with. */
void advice_read(const struct judge *judge, struct span clause, struct advice *advice);

enum advice_on {
	ADVICE_NONE, /* the writer's own instruction */
	ADVICE_TOLD, /* somebody's, and nothing in the clause says what to think of it */
	ADVICE_AGAINST,
};

/* What the advice says on an instruction, the bytes [from, to) of the clause. */
enum advice_on advice_on(const struct advice *advice, size_t from, size_t to);

/* The same on a name of a secret: told where it is what somebody is said to ask for ("e-mails asking for your
 * password"). */
enum advice_on advice_on_name(const struct advice *advice, size_t from, size_t to);

/* Whether a statement, the bytes [from, to) of a folded text, is what somebody else is told to say, in a way
 * that an instruction would be excused by ("phishing mails say that your account is closed"). */
bool advice_tells(const struct judge *judge, struct span folded, size_t from, size_t to);

/* Whether the clause is a short answer to the one before: "Do not.", "This is a scam.", 応じないでください。 */
bool advice_answers(const struct advice *advice);

#endif
