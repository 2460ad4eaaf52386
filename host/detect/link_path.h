/* An official name in the path of a stranger's URL (link-brand-embedded, rule "path"). */
#ifndef DETECT_LINK_PATH_H
#define DETECT_LINK_PATH_H

#include "detect/link_case.h"

/* https://stranger.example/paypay.ne.jp/login: who skims the address reads the name. Sites that write about others
 * (reviews, archives, previews) have such paths too, so that it is a fact to show, and a warning only where the mail
 * claims that brand from an address that is not its own. */
void link_path_check(const struct link_case *c, const struct place *place);

#endif
