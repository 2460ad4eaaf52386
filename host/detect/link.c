#include "detect/link.h"

#include "detect/link_inner.h"
#include "detect/link_lookalike.h"
#include "detect/link_mismatch.h"
#include "detect/link_path.h"
#include "detect/redirect.h"
#include "detect/spelling.h"

/* Of the brands that one name claims, so many are held against each link; the sender is held against all. */
#define CLAIMS_TOLD 3

bool link_context_claims(const struct link_context *context, brand_ref brand)
{
	for (size_t i = 0; i < context->claimed_count; i++)
		if (context->claimed[i] == brand)
			return true;
	return false;
}

static const struct catalogue *catalogue_of(const struct link_context *context)
{
	return context->judge->catalogue;
}

static void check_userinfo(const struct link_case *c, struct span text, const struct url *url,
			   const struct place *place)
{
	struct span shown = spelling_userinfo(c->context->arena, text, url);

	if (shown.len)
		link_raise(c, LINK_USERINFO, LEVEL_DANGER, BRAND_NONE, place)
		    ->evidence[EVIDENCE_SHOWN] = shown;
}

/* A shortener, redirector or mail service shows pages of others, but nobody publishes there. */
static bool passes_on(const struct link_context *context, const struct place *place)
{
	const unsigned open = DOMAIN_USER_CONTENT | DOMAIN_HOSTING;
	const unsigned services = DOMAIN_SHORTENER | DOMAIN_REDIRECTOR | DOMAIN_MAIL_SERVICE;
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_match(catalogue_of(context), place->url.hostname.ascii,
				       open | services, hits);

	/* The longest name counts: sites.google.com is no redirector, google.com/url is one; and the path, where only
	 * a part of the site passes on: docs.google.com/url is one, docs.google.com/forms is a page. */
	for (size_t i = 0; i < count; i++)
		if ((hits[i].roles & (DOMAIN_SHORTENER | DOMAIN_MAIL_SERVICE)) ||
		    ((hits[i].roles & DOMAIN_REDIRECTOR) &&
		     redirect_unwrap(catalogue_of(context), context->arena, &place->url).known))
			return true;
	return false;
}

/* "Anyone can publish here": more than a fact where the mail speaks for a brand of another house.
 */
static void check_hosting(const struct link_case *c, const struct place *place)
{
	const struct link_context *context = c->context;
	bool foreign = context->claimed_count > 0 && !context->sender_official &&
		       !link_context_claims(context, place->publisher);

	if (!place->open || passes_on(context, place) || link_path_is_operators(context, place))
		return;
	struct finding *f = link_raise(c, LINK_FREE_HOSTING, foreign ? LEVEL_WARNING : LEVEL_NOTICE,
				       foreign ? context->claimed[0] : BRAND_NONE, place);

	if (foreign || !place->shared)
		return;
	f->other = place->publisher;
	f->evidence[EVIDENCE_BRAND] = catalogue_brand(catalogue_of(context), f->other).name;
	f->evidence[EVIDENCE_PROBLEM] = SPAN("shared");
}

/* A version number that a mail program made a link: 4.1.0.5 and no more, in text and link. */
static bool is_number_linked(const struct link_case *c, const struct place *place)
{
	struct span path = place->url.path;

	return span_equal(c->link->text, place->url.hostname.ascii) && path.len <= 1 &&
	       !place->url.query.len;
}

/* The reader's own computer: 127.0.0.0/8 and ::1 (RFC 6890). */
static bool is_loopback(const struct hostname *hostname)
{
	return hostname->private_address && (span_starts(hostname->ascii, SPAN("127.")) ||
					     span_equal(hostname->ascii, SPAN("[::1]")));
}

static void check_address(const struct link_case *c, const struct place *place)
{
	bool private = place->url.hostname.private_address;
	bool notice = private || is_number_linked(c, place);
	struct finding *f = link_raise(c, LINK_ADDRESS_LITERAL,
				       notice ? LEVEL_NOTICE : LEVEL_WARNING, BRAND_NONE, place);

	if (notice)
		f->evidence[EVIDENCE_PROBLEM] = is_loopback(&place->url.hostname) ? SPAN("loopback")
						: private			  ? SPAN("private")
							  : SPAN("own-text");
}

/* What can be said of a place without knowing what the link's text shows. */
static void check_place(const struct link_case *c, const struct place *place)
{
	const struct hostname *hostname = &place->url.hostname;

	if (hostname->kind == HOSTNAME_IPV4 || hostname->kind == HOSTNAME_IPV6)
		check_address(c, place);
	link_raise_problem(c, LINK_MIXED_SCRIPT, LEVEL_WARNING, spelling_scripts(hostname), place);
	link_lookalike_check(c, place);
	check_hosting(c, place);
	if (place_has_role(c->context, place, DOMAIN_SHORTENER))
		link_raise(c, LINK_SHORTENER, LEVEL_NOTICE, BRAND_NONE, place);
}

/* Disguises of spelling, read from the attribute as written where there is one. */
static void check_spelling(const struct link_case *c, const struct url *url,
			   const struct place *place)
{
	struct span text = c->link->raw.len ? c->link->raw : c->link->url;
	bool same = span_equal(text, c->link->url);
	struct url written;

	if (!same && !effort_take(c->context->idna, effort_idna(text)))
		return;
	written = same ? *url : url_parse(c->context->arena, text);
	check_userinfo(c, c->link->url, url, place);
	check_userinfo(c, text, &written, place);
	if (written.kind != URL_SPECIAL)
		return;
	link_raise_problem(c, LINK_OBFUSCATED, LEVEL_WARNING, spelling_oddity(text, &written),
			   place);
	if (url->kind == URL_SPECIAL && !span_equal(url->hostname.ascii, written.hostname.ascii))
		link_raise_problem(c, LINK_OBFUSCATED, LEVEL_WARNING, "two-hostnames", place);
}

/* Opens known wrappers from places[0] on; judges each place that they lead to. Returns the number
 * of places; *hidden: the last one leads on to where its URL does not say. */
static size_t follow(const struct link_case *c, struct place places[REDIRECT_DEPTH + 1],
		     bool *hidden)
{
	const struct link_context *context = c->context;
	bool certain = true;
	size_t count = 1;

	for (;;) {
		const struct place *from = &places[count - 1];
		struct redirect redirect =
		    redirect_unwrap(catalogue_of(context), context->arena, &from->url);
		struct url url;

		if (!redirect.known)
			break;
		*hidden = !redirect.target.len || count > REDIRECT_DEPTH ||
			  !effort_take(context->idna, effort_idna(redirect.target));
		if (count > REDIRECT_DEPTH)
			link_raise_problem(c, LINK_OBFUSCATED, LEVEL_WARNING, "many-redirects",
					   from);
		if (*hidden)
			break;
		url = url_parse(context->arena, redirect.target);
		link_raise_problem(c, LINK_SCRIPT, LEVEL_DANGER,
				   spelling_script(context->arena, &url), from);
		if (url.kind != URL_SPECIAL)
			break;
		certain = certain && redirect.certain;
		places[count] = place_of(context, &url);
		places[count].destination = true;
		check_userinfo(c, redirect.target, &url, &places[count]);
		check_place(c, &places[count++]);
		c->view->destination = redirect.target;
		c->view->destination_certain = certain;
	}
	return count;
}

static void check_unofficial(const struct link_case *c, const struct place *first,
			     const struct place *last)
{
	const struct link_context *context = c->context;
	bool reached = !last->destination || c->view->destination_certain;

	/* A brand that relays sends its own mail through the click counter of a mail service, too. */
	if (context->sender_official || (context->sender_relays && last->tracker))
		return;
	/* Where anyone publishes below the brand's own domain, check_hosting() says so; the domain is the brand's. */
	for (size_t i = 0; reached && i < context->claimed_count; i++)
		if (place_belongs(context, last, context->claimed[i]) ||
		    last->publisher == context->claimed[i])
			return;
	for (size_t i = 0; i < context->claimed_count && i < CLAIMS_TOLD; i++) {
		struct finding *f = link_raise(c, LINK_UNOFFICIAL, LEVEL_WARNING,
					       context->claimed[i], reached ? last : first);

		if (reached)
			continue;
		f->evidence[EVIDENCE_DESTINATION] = last->shown;
		f->evidence[EVIDENCE_PROBLEM] = SPAN("uncertain-destination");
	}
}

/* A short domain of a brand's own leads to that brand, although its URLs do not say where (amzn.to). */
static bool own_short_links(const struct link_context *context, const struct place *place)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_domain(catalogue_of(context), place->url.hostname.ascii, hits);

	for (size_t i = 0; i < count; i++)
		if (hits[i].brand != BRAND_NONE && (hits[i].roles & DOMAIN_WEB))
			return true;
	return false;
}

/* Whose link it is for sure: wrapper and destination must agree, and neither may hide or guess. */
static void describe_end(const struct link_case *c, const struct place *first,
			 const struct place *last, bool hidden)
{
	const struct link_context *context = c->context;
	struct link_view *view = c->view;

	view->end = hidden ? (struct span){0} : last->url.hostname.ascii;
	if (!hidden && (!last->destination || view->destination_certain) &&
	    last->official != BRAND_NONE && place_belongs(context, first, last->official))
		view->leads_to = last->official;
}

static void check_special(const struct link_case *c, const struct url *url)
{
	struct place places[REDIRECT_DEPTH + 1] = {place_of(c->context, url)};
	struct link_view *view = c->view;
	const struct place *last;
	bool hidden = false, gateway;
	size_t count;

	view->hostname = url->hostname.ascii;
	view->unicode = url->hostname.unicode;
	view->registrable = places[0].registrable;
	view->official_for = places[0].official;
	check_spelling(c, url, &places[0]);
	check_place(c, &places[0]);
	link_capitals_check(c, &places[0]);
	count = follow(c, places, &hidden);
	last = &places[count - 1];
	/* A mail gateway's wrapper, put around what the text shows: where it leads is unknown, not wrong. */
	gateway = hidden && count <= REDIRECT_DEPTH &&
		  !place_has_role(c->context, last, DOMAIN_SHORTENER);
	hidden = (hidden || place_has_role(c->context, last, DOMAIN_SHORTENER)) &&
		 !own_short_links(c->context, last);
	if (count > 1 && !c->context->sender_official)
		link_raise(c, LINK_REDIRECT, LEVEL_NOTICE, BRAND_NONE, &places[0])
		    ->evidence[EVIDENCE_DESTINATION] = last->shown;
	if (last->official == BRAND_NONE) {
		link_parameters_check(c, last);
		link_path_check(c, last);
	}
	check_unofficial(c, &places[0], last);
	describe_end(c, &places[0], last, hidden);
	if (!gateway || last->tracker)
		link_mismatch_check(c, &places[0], last, hidden);
}

/* Where an app's link leads without the app, and whether an address that is written to imitates somebody's. */
static void check_inner(const struct link_case *c, const struct url *url)
{
	const struct link_context *context = c->context;
	struct span inner[LINK_INNER];
	size_t count = link_inner_intent(context->arena, url, inner);
	bool intent = count > 0;

	if (!intent)
		count = link_inner_mailto(context->arena, url, inner);
	for (size_t i = 0; i < count; i++) {
		struct span target =
		    intent ? inner[i] : arena_join(context->arena, SPAN("https://"), inner[i]);
		struct place places[REDIRECT_DEPTH + 1];
		struct url named;
		bool hidden = false;

		if (!effort_take(context->idna, effort_idna(target)))
			return;
		named = url_parse(context->arena, target);
		if (named.kind != URL_SPECIAL) {
			link_raise_problem(c, LINK_SCRIPT, LEVEL_DANGER,
					   spelling_script(context->arena, &named), NULL);
			continue;
		}
		places[0] = place_of(context, &named);
		if (!intent) {
			link_lookalike_check(c, &places[0]);
			continue;
		}
		places[0].destination = true;
		c->view->destination = target;
		check_userinfo(c, target, &named, &places[0]);
		check_place(c, &places[0]);
		check_unofficial(c, &places[0], &places[follow(c, places, &hidden) - 1]);
	}
}

bool link_is_affordable(const struct link_context *context, const struct message_link *link)
{
	return effort_take(context->idna, effort_idna(link->url));
}

void link_check(const struct link_context *context, size_t index, const struct message_link *link,
		struct link_view *view, struct findings *findings)
{
	struct link_case c = {context, index, link, view, findings};
	struct url url = url_parse(context->arena, link->url);

	size_t first = findings->count;

	*view = (struct link_view){0};
	switch (url.kind) {
	case URL_RELATIVE:
		view->relative = true;
		break;
	case URL_FAILED:
		view->failed = true;
		link_raise_problem(&c, LINK_OBFUSCATED, LEVEL_WARNING, "unreadable", NULL);
		check_spelling(&c, &url, NULL);
		break;
	case URL_OTHER:
		link_raise_problem(&c, LINK_SCRIPT, LEVEL_DANGER,
				   spelling_script(context->arena, &url), NULL);
		check_inner(&c, &url);
		break;
	case URL_SPECIAL:
		check_special(&c, &url);
		break;
	}
	for (size_t i = first; i < findings->count; i++)
		if (findings->at[i].level > view->level)
			view->level = findings->at[i].level;
}
