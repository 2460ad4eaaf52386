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

void link_mismatch_check(const struct link_case *c, const struct place *first,
			 const struct place *last, bool hidden)
{
	const struct link_context *context = c->context;
	struct shown_host text = link_text_host(context->arena, c->link->text, context->idna);
	struct url url = {.kind = URL_SPECIAL, .hostname = text.hostname};
	struct place shown;
	brand_ref brand;
	bool broken, own;

	if (!text.shown || last->tracker || shows_itself(c->link))
		return;
	shown = place_of(context, &url);
	if ((!hidden && span_equal(shown.registrable, last->registrable)) ||
	    span_equal(shown.url.hostname.ascii, last->url.hostname.ascii) ||
	    shows_wrapper(context, &text, first))
		return;
	/* A brand's own mail leads through the brand's own domains. */
	if (context->sender_official && last->official != BRAND_NONE)
		return;
	broken = is_promise_broken(context, &shown, last, &brand);
	if (!broken && (shown.official != BRAND_NONE || !text.explicit))
		return;
	own = !broken && !last->trusted && is_own_name(context, &shown);
	struct finding *f = link_raise(c, LINK_TEXT_MISMATCH,
				       broken ? LEVEL_DANGER
				       : own  ? LEVEL_NOTICE
					      : LEVEL_WARNING,
				       broken ? brand : BRAND_NONE, last);

	if (own)
		f->evidence[EVIDENCE_PROBLEM] = SPAN("own-name");

	f->evidence[EVIDENCE_SHOWN] = shown.url.hostname.unicode;
	if (!span_equal(shown.shown, shown.url.hostname.unicode))
		f->evidence[EVIDENCE_SHOWN_PUNYCODE] = shown.shown;
}
