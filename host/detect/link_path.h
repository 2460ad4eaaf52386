/* An official name in the path of a stranger's URL (link-brand-embedded, rule "path"). */
#ifndef DETECT_LINK_PATH_H
#define DETECT_LINK_PATH_H

#include "detect/link_case.h"

/* https://stranger.example/paypay.ne.jp/login: who skims the address reads the name. Sites that write about others
 * (reviews, archives, previews) have such paths too, so that it is a fact to show, and a warning only where the mail
 * claims that brand from an address that is not its own. */
void link_path_check(const struct link_case *c, const struct place *place);

/* A place where anyone publishes has pages of its operator's own: www.canva.com/settings is one, www.canva.com/design/… a
 * customer's. True for paths that no such service gives to a customer (/login, /settings), at the listed name itself or at
 * www. there; never at a customer's own name below it. */
bool link_path_is_operators(const struct link_context *context, const struct place *place);

#endif
