#include "detect/link_mismatch.h"

#include "detect/link_text.h"
#include "detect/redirect.h"

/* The shown name is a brand's and the place is not that house's, or the user trusts it and the
 * place is another. *brand: whose it is. */
static bool is_promise_broken(const struct link_context *context, const struct place *shown,
			      const struct place *last, brand_ref *brand)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count;

	*brand = shown->official;
	if (shown->official == BRAND_NONE)
		return shown->trusted && !last->trusted;
	count = catalogue_match(context->judge->catalogue, shown->url.hostname.ascii,
				DOMAIN_WEB | DOMAIN_MAIL, hits);
	for (size_t i = 0; i < count; i++)
		if (hits[i].brand != BRAND_NONE && place_belongs(context, last, hits[i].brand))
			return false;
	return true;
}

/* The text is a wrapper's URL, as it stands where a mail filter rewrote a plain text. */
static bool shows_wrapper(const struct link_context *context, const struct shown_host *text,
			  const struct place *first)
{
	struct url url = url_parse(context->arena, text->seen);

	return span_equal(url.hostname.ascii, first->url.hostname.ascii) &&
	       redirect_unwrap(context->judge->catalogue, context->arena, &url).known;
}

/* The text is the link as written, odd ends included (http://www.dcc-): it shows nothing else. */
static bool shows_itself(const struct message_link *link)
{
	return link->text.len &&
	       (span_equal(link->text, link->url) || span_equal(link->text, link->raw));
}

/* What a newsletter shows whose service counts the clicks at a domain of its own: the sender's own site, no brand's. */
static bool is_own_name(const struct link_context *context, const struct place *shown)
{
	return context->claimed_count == 0 && shown->registrable.len &&
	       span_equal(shown->registrable, context->sender_registrable);
}

/* A name dropped in passing, over an authenticated sender's own address: as newsletters count clicks. Whether it leads
 * to the brand is not seen. */
static bool is_own_link(const struct link_context *context, const struct shown_host *text,
			const struct place *last)
{
	return !text->explicit && context->claimed_count == 0 && context->sender_authenticated &&
	       !last->open && last->registrable.len &&
	       span_equal(last->registrable, context->sender_registrable);
}

/* Where a brand's users sign in, over the click counter of a mail service that anyone may use. News show titles there. */
static bool is_sign_in_over_tracker(const struct link_context *context,
				    const struct shown_host *text, const struct place *shown)
{
	return text->explicit && shown->official != BRAND_NONE && !context->sender_official &&
	       !context->sender_relays &&
	       !span_equal(shown->registrable, context->sender_registrable) &&
	       link_text_signs_in(context->arena, text->seen);
}

static void raise(const struct link_case *c, enum level level, brand_ref brand,
		  const struct place *shown, const struct place *last, struct span problem)
{
	struct finding *f = link_raise(c, LINK_TEXT_MISMATCH, level, brand, last);

	f->evidence[EVIDENCE_PROBLEM] = problem;
	f->evidence[EVIDENCE_SHOWN] = shown->url.hostname.unicode;
	if (!span_equal(shown->shown, shown->url.hostname.unicode))
		f->evidence[EVIDENCE_SHOWN_PUNYCODE] = shown->shown;
}

void link_mismatch_check(const struct link_case *c, const struct place *first,
			 const struct place *last, bool hidden)
{
	const struct link_context *context = c->context;
	struct shown_host text = link_text_host(context->arena, c->link->text, context->idna);
	struct url url = {.kind = URL_SPECIAL, .hostname = text.hostname};
	struct place shown;
	brand_ref brand;

	if (!text.shown || shows_itself(c->link))
		return;
	shown = place_of(context, &url);
	if (last->tracker) {
		if (is_sign_in_over_tracker(context, &text, &shown))
			raise(c, LEVEL_WARNING, shown.official, &shown, last, SPAN("sign-in"));
		return;
	}
	if ((!hidden && span_equal(shown.registrable, last->registrable)) ||
	    span_equal(shown.url.hostname.ascii, last->url.hostname.ascii) ||
	    shows_wrapper(context, &text, first))
		return;
	/* A brand's own mail leads through the brand's own domains. */
	if (context->sender_official && last->official != BRAND_NONE)
		return;
	if (is_promise_broken(context, &shown, last, &brand)) {
		bool own = is_own_link(context, &text, last);

		raise(c, own ? LEVEL_NOTICE : LEVEL_DANGER, brand, &shown, last,
		      own ? SPAN("own-link") : (struct span){0});
	} else if (shown.official == BRAND_NONE && text.explicit) {
		bool own = !last->trusted && is_own_name(context, &shown);

		raise(c, own ? LEVEL_NOTICE : LEVEL_WARNING, BRAND_NONE, &shown, last,
		      own ? SPAN("own-name") : (struct span){0});
	}
}
