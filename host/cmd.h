/* The verbs of the command line, one file each. Each gets the arguments from its own name on and
 * returns the exit status. */
#ifndef CMD_H
#define CMD_H

/* Exit statuses beside 0; from 64 on after sysexits.h. */
#define EXIT_AMISS 1	 /* doctor: something should be mended */
#define EXIT_USAGE 64	 /* wrong use: an option, a file, a text */
#define EXIT_SOFTWARE 70 /* a failure of our own */
#define EXIT_REFUSED 77	 /* started by an extension that we do not know */

int cmd_serve(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_compile(int argc, char **argv);
int cmd_brands(int argc, char **argv);
int cmd_doctor(int argc, char **argv);

#endif
