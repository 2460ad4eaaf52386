/*
 * Requests that are frauds in themselves, whoever is named: gift cards whose codes are to be sent, a chat group whose QR
 * code is to be sent back (the "president's" mail of 2025 and 2026 in Japan), a number to call against a charge that
 * never was. They come from free mail and broken accounts, mostly without any link.
 */
#ifndef DETECT_FRAUD_H
#define DETECT_FRAUD_H

#include "detect/combine.h"

/* Adds fraud-requested. A warning from whom the reader does not trust; a notice from the reader's own house, of which
 * shown authentication does not say that it is false, and in a forwarded mail. Nothing from official senders of brands.
 * A number to call counts only where a brand is named that the mail does not lead to, and the sender does not name
 * himself: firms give their numbers, too. */
void fraud_check(struct mail *mail);

#endif
