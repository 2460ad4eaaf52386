#include "detect/list_mail.h"

#include "detect/recipients.h"
#include "text/fold.h"
#include "text/normalize.h"

/* The first label of hosts that lists are run at. */
static bool is_list_host(struct span domain)
{
	static const char *const LABELS[] = {"groups.",	  "list.",    "listes.", "lists.",
					     "listserv.", "mailman.", "ml.",	 "googlegroups."};

	for (size_t i = 0; i < sizeof(LABELS) / sizeof(LABELS[0]); i++)
		if (span_starts(domain, span_of(LABELS[i])))
			return true;
	return false;
}

/* The list's own name stands behind "via", and its host is one of lists. Lists of strangers do not write out the
 * address of whom they name. */
static bool names_its_list(struct arena *arena, const struct message *message,
			   const struct sender *sender, struct span list)
{
	struct span local = fold_squash(arena, fold_text(arena, sender->mailbox.local).text);

	return is_list_host(sender->mailbox.domain.ascii) && local.len &&
	       span_find(message->sender_name, '@') == SPAN_NONE &&
	       span_equal(local, fold_squash(arena, list));
}

bool list_mail(const struct judge *judge, struct arena *arena, const struct message *message,
	       const struct sender *sender, const struct name_reading *reading)
{
	struct span domain = sender->mailbox.domain.ascii;

	if (!reading->relayed || domain.len == 0 || sender->auth == SENDER_AUTH_DIFFERS ||
	    sender->owner != BRAND_NONE || sender->unlisted_for != BRAND_NONE)
		return false;
	return sender->trusted || recipients_share(judge, arena, message, domain) ||
	       names_its_list(arena, message, sender, reading->list);
}

static bool is_server(struct span local)
{
	return span_equal(local, SPAN("postmaster")) || span_equal(local, SPAN("mailer-daemon")) ||
	       span_starts(local, SPAN("microsoftexchange"));
}

bool list_mail_report(const struct judge *judge, struct arena *arena, const struct message *message,
		      const struct sender *sender, brand_ref brand)
{
	struct span domain = sender->mailbox.domain.ascii;
	struct domain_hit hits[DOMAIN_HITS];
	size_t count;

	if (domain.len == 0 || sender->auth == SENDER_AUTH_DIFFERS ||
	    !is_server(normalize_ascii_lower(arena, sender->mailbox.local)))
		return false;
	if (recipients_share(judge, arena, message, domain))
		return true;
	count = catalogue_match(judge->catalogue, domain, DOMAIN_USER_CONTENT, hits);
	for (size_t i = 0; i < count; i++)
		if (hits[i].brand == brand)
			return true;
	return false;
}

/* BRAND.zendesk.com: the customer's label is the brand's name. */
static bool is_named_place(const struct judge *judge, struct arena *arena, struct span domain,
			   brand_ref brand)
{
	struct domain_hit services[DOMAIN_HITS];
	struct alias_hit hits[ALIAS_HITS];
	struct span label;
	size_t count;

	if (catalogue_match(judge->catalogue, domain, DOMAIN_MAIL_SERVICE, services) == 0 ||
	    domain.len <= services[0].name.len + 1)
		return false;
	label = span_slice(domain, 0, domain.len - services[0].name.len - 1);
	count = catalogue_alias(judge->catalogue, fold_key(arena, label), hits);
	for (size_t i = 0; i < count; i++)
		if (hits[i].brand == brand)
			return span_equal(fold_squash(arena, label), hits[i].squash);
	return false;
}

bool list_mail_service(const struct judge *judge, struct arena *arena, const struct sender *sender,
		       brand_ref brand)
{
	struct span domain = sender->mailbox.domain.ascii;
	struct domain_hit hits[DOMAIN_HITS];
	size_t count;

	if (domain.len == 0 || sender->auth == SENDER_AUTH_DIFFERS ||
	    sender->official_for != BRAND_NONE || sender->unlisted_for != BRAND_NONE)
		return false;
	count = catalogue_match(judge->catalogue, domain, DOMAIN_RELAY, hits);
	for (size_t i = 0; i < count; i++)
		if (hits[i].brand == BRAND_NONE)
			return true;
	return is_named_place(judge, arena, domain, brand);
}

bool list_mail_rewritten(struct arena *arena, const struct sender *sender,
			 const struct name_reading *reading)
{
	struct span local;

	if (!reading->relayed || sender->auth != SENDER_AUTH_ALIGNS || sender->freemail ||
	    sender->owner != BRAND_NONE || sender->unlisted_for != BRAND_NONE)
		return false;
	local = fold_squash(arena, fold_text(arena, sender->mailbox.local).text);
	return local.len && span_equal(local, fold_squash(arena, reading->list));
}

bool list_mail_archive(struct span hostname)
{
	return span_equal(hostname, SPAN("groups.google.com"));
}
