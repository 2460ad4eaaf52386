/* The parts of script_problems(). */
#ifndef TEXT_SCRIPT_CHECK_H
#define TEXT_SCRIPT_CHECK_H

#include "text/span.h"

#include <stdint.h>

/* A point of a label between its neighbours; 0 where there is none. */
struct script_place {
	uint32_t before, point, after;
};

/* Takes the next point off *rest; false at the end. Zero-initialise `place`. */
bool script_next_place(struct span *rest, struct script_place *place);

/* Han, kana, bopomofo, hangul or what belongs to them. */
bool script_is_cjk(uint32_t point);

/* All characters of one of the label's scripts look Latin, and neither the top-level domain nor the
 * label being an ordinary word excuses that. */
bool script_whole_confusable(struct span label, struct span tld);

/* The character at this place is drawn like a slash, a hyphen or nothing there, or its mark does not
 * belong; `single` says that the label has one script. */
bool script_dangerous_place(struct script_place place, struct span tld, bool single);

/* The label as a whole: kana of the other kind, a stroke between Latin letters. */
bool script_dangerous_label(struct span label);

#endif
