/*
 * Links and senders as people write and paste them at a command line: made harmless (`hxxps://a[.]example`), without
 * a scheme (`a.example/x`), with a name before the address (`A <a@b.example>`), as a header of a mail's source (`From:
 * =?UTF-8?B?…?= <a@b.example>`, encoded_word.h). Only the options of `honmono check`
 * are read so: a mail's own links and sender are what they are.
 */
#ifndef PASTED_H
#define PASTED_H

#include "detect/message.h"
#include "text/arena.h"

/* Fills the link's url (and nothing else) with what is meant. False when `text` is no link: no scheme that leads
 * anywhere, and no hostname with a dot either. The span is `text` itself or in the arena. */
bool pasted_link(struct arena *arena, struct span text, struct message_link *link);

/* Splits `NAME <ADDRESS>` (quotes around the name are taken off, its encoded words decoded, `From:` left out); without a name before angle brackets *name is empty
 * and *address all of `text`, its brackets around @ and dots undone. */
void pasted_sender(struct arena *arena, struct span text, struct span *name, struct span *address);

/* The subject that is meant: encoded words decoded, `Subject:` left out. */
struct span pasted_subject(struct arena *arena, struct span text);

#endif
