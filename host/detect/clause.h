/* A text clause by clause: what an instruction, its object and the advice about it stand in together. */
#ifndef DETECT_CLAUSE_H
#define DETECT_CLAUSE_H

#include "detect/judge.h"

#define CLAUSE_BYTES 512 /* longer clauses are read in pieces */

/* The clause that begins at byte `from` of a folded text, or its first CLAUSE_BYTES: up to the end of a sentence
 * that is not within quotation marks, or of a line, unless that is wrapped, asks for another word or parts the
 * name of a secret. Not empty where `from` is within the text. */
struct span clause_at(const struct judge *judge, struct span text, size_t from);

/* Where the next clause begins, or the next piece (which overlaps) of a clause that was too long for one. */
size_t clause_next(struct span text, struct span clause);

/* The quotation around the bytes [from, to) of a clause, marks included, within *open and *close; false where
 * there is none. One that does not end in the clause is none. */
bool clause_quotation(struct span clause, size_t from, size_t to, size_t *open, size_t *close);

#endif
