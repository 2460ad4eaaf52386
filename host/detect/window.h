/*
 * How much of a mail is read. Real mails have 9 kB of text at the 99th percentile; what is far
 * longer is read at its head and its tail, and the mail is then not all checked (not-all-checked):
 * padding makes no mail slow, and none clean.
 */
#ifndef DETECT_WINDOW_H
#define DETECT_WINDOW_H

#include "detect/message.h"
#include "text/arena.h"

/* Bytes as they come, of UTF-8. */
#define WINDOW_TEXT_HEAD (64 * 1024)
#define WINDOW_TEXT_TAIL (32 * 1024)
#define WINDOW_SUBJECT_HEAD (8 * 1024)
#define WINDOW_SUBJECT_TAIL (4 * 1024)
#define WINDOW_LINK_HEAD (2 * 1024) /* of one link's text */
#define WINDOW_LINK_TAIL (1 * 1024)
#define WINDOW_LINKS (128 * 1024)      /* of all links' texts */
#define WINDOW_LINKS_GROWN (16 * 1024) /* … and by how much they may grow as they are folded */

/* How many are read of the lists of addresses, and how many bytes of each: the last, for the domain is there. RFC 5321,
 * section 4.5.3.1.3, has 256. */
#define WINDOW_ADDRESS 1000
#define WINDOW_RECIPIENTS 500
#define WINDOW_REPLY_TO 100
#define WINDOW_SIGNERS 100

/* Bytes after folding, which makes some letters eighteen. */
#define WINDOW_FOLDED_HEAD (64 * 1024)
#define WINDOW_FOLDED_TAIL (32 * 1024)
#define WINDOW_GROWN_TAIL \
	(4 * 1024) /* before folding, of a text that has become longer than both */

/* fold_body() of the text, or of its first `head` and last `tail` bytes with a line break between them;
 * *cut is then set, else left alone. Only whole code points are kept. */
struct span window_fold(struct arena *arena, struct span text, size_t head, size_t tail, bool *cut);

#endif
