/* The limits of PROTOCOL.md, in one place. */
#ifndef LIMITS_H
#define LIMITS_H

#define PROTOCOL_VERSION 1

#define LIMIT_MESSAGE_BYTES (1024 * 1024) /* of a request; also what browsers take as a reply */
#define LIMIT_LINKS 2000		  /* judged in one check; further ones are counted */
#define LIMIT_DEPTH 64			  /* nesting of a request, its own object being 1 */
#define LIMIT_VALUES 50000	  /* JSON values in a request: jansson needs up to 240 bytes each */
#define LIMIT_ID 9007199254740991 /* 2^53-1, the last integer that JavaScript counts exactly */
#define LIMIT_EVIDENCE_POINTS 256 /* code points of a string in `evidence` */
#define LIMIT_DESTINATION_BYTES 2048
#define LIMIT_OFFICIAL 5 /* entries of `official`; the rest is a number */
#define LIMIT_PROFILE_BRANDS 200
#define LIMIT_PROFILE_NAMES 5000 /* aliases of all of them, weak ones among them */
#define LIMIT_PROBLEMS 500	 /* problems of a profile that are listed */
/* Of one request beside its JSON. Resident in all, of which the program is 5 MB: a mail of a megabyte or of 2,000
 * links 25 MB at most; a profile of 45,000 trusted domains 55 MB, of 40,000 names and domains of brands up to 140. */
#define LIMIT_ARENA_BYTES (160u * 1024 * 1024)

#endif
