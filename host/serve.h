/* The loop of native messaging: one frame in, one frame out. */
#ifndef SERVE_H
#define SERVE_H

struct session;

/* Answers frames from `in` on `out` until the input ends or nobody reads any more. Returns the exit
 * status: 0 at a clean end, 1 when the input ended inside a frame or reading, writing or memory
 * failed. */
int serve(struct session *session, int in, int out);

#endif
