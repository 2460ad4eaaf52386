/*
 * What only the start reads of the program and its libraries: relocations, symbol tables, lists that
 * are copied. It would be a tenth of what is resident for as long as a browser runs.
 */
#ifndef START_PAGES_H
#define START_PAGES_H

/* Gives back the pages of program and libraries that nobody writes to, where the system is Linux. What is wanted
 * again comes from the system's file cache, sixteen pages in a microsecond. */
void start_pages_release(void);

#endif
