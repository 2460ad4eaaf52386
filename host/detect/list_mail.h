/*
 * Mail that a list or a group address passed on. Such services write themselves into the From line, as senders whose
 * domain forbids anything else are not forwarded otherwise: 'Amazon.co.jp' via Accounting <accounting@own.example>.
 * The name in front of "via" is then no claim of who sent the mail to the reader. Nor is the program's name over a
 * mail server's report of what it could not deliver: Microsoft Outlook <postmaster@own.example>.
 */
#ifndef DETECT_LIST_MAIL_H
#define DETECT_LIST_MAIL_H

#include "detect/claims.h"
#include "detect/sender.h"

/* True where the display name has the form "X via Y" (`reading`), and the address is one of the recipients' own domain
 * (of no free mail), one that the user trusts, or a list's that Y names at a host of lists (dev-list@lists.example).
 * Anybody can write such a name and such a To line: what the mail links to is for combine.h to weigh. Never where
 * shown authentication speaks against the address, nor for a brand's own. */
bool list_mail(const struct judge *judge, struct arena *arena, const struct message *message,
	       const struct sender *sender, const struct name_reading *reading);

/* True where the display name has the form "X via Y", Y is the mailbox (cloud-team@own.example),
 * and shown authentication speaks for it: how groups rewrite senders for readers elsewhere. Anybody's domain can do so: only
 * where all links lead to X is that no more than worth a note. */
bool list_mail_rewritten(struct arena *arena, const struct sender *sender,
			 const struct name_reading *reading);

/* True where a mail server reports (postmaster, mailer-daemon: RFC 2142, RFC 5321; Exchange's own mailbox): the one of
 * the recipients' domain, or of a mailbox service of `brand`, which the name claims. */
bool list_mail_report(const struct judge *judge, struct arena *arena, const struct message *message,
		      const struct sender *sender, brand_ref brand);

/* True where the address is of a service that writes in the names of its customers (shareholders' votes, surveys,
 * receipts: role relay of the infrastructure), or of a customer's place at a mail service that is called like `brand`
 * (support@spotify.zendesk.com). */
bool list_mail_service(const struct judge *judge, struct arena *arena, const struct sender *sender,
		       brand_ref brand);

/* `hostname` is where lists are kept for everybody, so that their mail links to it (groups.google.com). */
bool list_mail_archive(struct span hostname);

#endif
