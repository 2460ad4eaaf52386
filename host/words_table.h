/*
 * The table behind words.h. A text is plain but for
 *
 *   {name}    a value (below)
 *   [a|b|…]   the first of the alternatives whose values are all there; nothing where none is.
 *             Brackets do not stand in one another.
 *
 * Values stand inside brackets only: a text must read well whatever the judge knows. They are
 *
 *   brand, site   the finding's brand and the hostname of its site
 *   claim         what the sender calls itself: the brand's name, or another name of it as claimed
 *   official      the addresses or domains that the brand writes from; nothing where none is known
 *   other         the second brand
 *   seen, genuine the first differing pieces, where there is one on each side
 *   missing       the piece that was left out of the real name
 *   fewer         the same, where another one like it is still there (gogle)
 *   added         the piece that was added to it
 *   extra         the same, where the real name has one like it already (gooogle)
 *   anything else a member of the evidence by its name in the protocol (evidence_name)
 */
#ifndef WORDS_TABLE_H
#define WORDS_TABLE_H

#include "detect/finding.h"
#include "language.h"

struct phrase {
	enum finding_code code;
	enum level level; /* LEVEL_NONE: any level */
	const char *when; /* evidence "rule" or "problem" is one of these words (commas between
			   * them); NULL: whatever they are */
	const char *title[LANGUAGES], *detail[LANGUAGES];
};

/* Rows by target: sender and reply-to, the sender's mailbox, links, their spelling, subject and text; of those that fit
 * the first counts. Each table ends with a row without a title. */
extern const struct phrase words_sender[], words_mailbox[], words_link[], words_spelling[],
    words_mail[];

/* The row for a finding; NULL for a code without words (a test sees to it that there is none). */
const struct phrase *words_row(const struct finding *finding);

/* A member's name in `evidence`: "claimed", "reply_to" … */
const char *evidence_name(enum evidence_key key);

/* Rows of the tables. English, then Japanese: title, detail. */
#define WORDS_ROW(code, level, title_en, detail_en, title_ja, detail_ja) \
	{ \
		code, level, NULL, {title_en, title_ja}, \
		{ \
			detail_en, detail_ja \
		} \
	}
#define WORDS_WHEN(code, level, when, title_en, detail_en, title_ja, detail_ja) \
	{ \
		code, level, when, {title_en, title_ja}, \
		{ \
			detail_en, detail_ja \
		} \
	}

/* What differs between a name and the one that it looks like. */
#define DIFFERENCE_EN \
	"[It is spelled differently: {apart}. " \
	"|It has {seen} where the real name has {genuine}. " \
	"|It has one {fewer} too few. " \
	"|The {missing} of the real name is missing. " \
	"|It has one {extra} too many. " \
	"|It has {added}, which the real name does not have. ]"
#define DIFFERENCE_JA \
	"[本来の名前とはつづりが違います（{apart}）。" \
	"|本来{genuine}の部分が{seen}になっています。" \
	"|{fewer}が1つ足りません。" \
	"|本来の名前にある{missing}が抜けています。" \
	"|{extra}が1つ多くなっています。" \
	"|本来の名前にはない{added}が加えられています。]"

/* A name that is told in ASCII, since it could be taken for another. */
#define READS_EN "[In its own letters it reads {unicode}. ]"
#define READS_JA "[本来の文字では {unicode} と書かれます。]"

/* Where the reader finds out. */
#define GO_EN "[To check, go to {site} yourself.|To check, go to the official site yourself.]"
#define GO_JA "公式サイト[（{site}）]から確認してください。"

#endif
