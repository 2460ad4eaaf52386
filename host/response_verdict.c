#include "response.h"

#include "brand_name.h"
#include "finding_names.h"
#include "harmless.h"
#include "json_out.h"
#include "limits.h"
#include "official.h"
#include "response_fit.h"
#include "words.h"
#include "words_table.h"

/* A constant span. */
#define TEXT(literal)                        \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

/* What every part of a verdict needs. */
struct writer {
	struct json_out out;
	const struct catalogue *catalogue;
	struct arena *arena;
	enum language language;
	const struct message *message;
	const struct verdict *verdict;
	struct response_sizes sizes;
	size_t bytes; /* that the whole may have */
};

static void text_member(struct writer *w, struct span name, struct span text)
{
	json_out_name(&w->out, name);
	json_out_text(&w->out, text);
}

static void bool_member(struct writer *w, struct span name, bool value)
{
	json_out_name(&w->out, name);
	json_out_bool(&w->out, value);
}

static void number_member(struct writer *w, struct span name, size_t number)
{
	json_out_name(&w->out, name);
	json_out_number(&w->out, (int64_t)number);
}

static void level_member(struct writer *w, enum level level)
{
	static const struct span names[] = {
	    [LEVEL_NONE] = TEXT("none"),
	    [LEVEL_NOTICE] = TEXT("notice"),
	    [LEVEL_WARNING] = TEXT("warning"),
	    [LEVEL_DANGER] = TEXT("danger"),
	};

	text_member(w, SPAN("level"), names[level]);
}

/* A string of the mail, or null when it is empty. */
static void mail_member(struct writer *w, struct span name, struct span text)
{
	json_out_name(&w->out, name);
	json_out_text_or_null(&w->out, harmless(w->arena, text, LIMIT_EVIDENCE_POINTS));
}

static struct span name_in(const struct writer *w, const struct brand *brand)
{
	return harmless(w->arena, brand_name_in_sentence(w->arena, brand, w->language),
			LIMIT_EVIDENCE_POINTS);
}

static void official_for_member(struct writer *w, brand_ref brand)
{
	json_out_name(&w->out, SPAN("official_for"));
	if (brand == BRAND_NONE)
		json_out_null(&w->out);
	else
		json_out_text(&w->out, catalogue_brand(w->catalogue, brand).id);
}

/* ---- claims and sender ---- */

static void write_claims(struct writer *w)
{
	static const struct span places[] = {
	    [CLAIM_SENDER_NAME] = TEXT("sender-name"),
	    [CLAIM_SUBJECT] = TEXT("subject"),
	    [CLAIM_TEXT] = TEXT("text"),
	    [CLAIM_LINK_TEXT] = TEXT("link-text"),
	};

	json_out_name(&w->out, SPAN("claims"));
	json_out_open(&w->out, '[');
	for (size_t i = 0; i < w->verdict->claim_count; i++) {
		const struct claim *claim = &w->verdict->claims[i];
		struct brand brand = catalogue_brand(w->catalogue, claim->brand);

		json_out_open(&w->out, '{');
		text_member(w, SPAN("brand"), brand.id);
		text_member(w, SPAN("name"), name_in(w, &brand));
		text_member(w, SPAN("where"), places[claim->where]);
		text_member(w, SPAN("strength"), claim->strong ? SPAN("strong") : SPAN("weak"));
		json_out_close(&w->out, '}');
	}
	json_out_close(&w->out, ']');
}

static void write_sender(struct writer *w)
{
	static const struct span states[] = {
	    [SENDER_UNKNOWN] = TEXT("unknown"),
	    [SENDER_UNOFFICIAL_STATE] = TEXT("unofficial"),
	    [SENDER_OFFICIAL_UNVERIFIED] = TEXT("official-unverified"),
	    [SENDER_OFFICIAL_VERIFIED] = TEXT("official-verified"),
	};
	const struct sender_view *sender = &w->verdict->sender;

	json_out_name(&w->out, SPAN("sender"));
	if (!sender->present) {
		json_out_null(&w->out);
		return;
	}
	json_out_open(&w->out, '{');
	mail_member(w, SPAN("domain"), sender->domain);
	mail_member(w, SPAN("unicode"), sender->unicode);
	mail_member(w, SPAN("registrable_domain"), sender->registrable);
	text_member(w, SPAN("state"), states[sender->state]);
	official_for_member(w, sender->official_for);
	json_out_close(&w->out, '}');
}

/* ---- links ---- */

static void write_destination(struct writer *w, const struct message_link *link,
			      const struct link_view *view)
{
	if (view->destination.len == 0 || span_equal(view->destination, link->url))
		return;
	text_member(w, SPAN("destination"),
		    harmless_bytes(w->arena, view->destination, LIMIT_DESTINATION_BYTES));
	bool_member(w, SPAN("destination_certain"), view->destination_certain);
}

static void write_link(struct writer *w, size_t index, bool whole)
{
	const struct link_view *view = &w->verdict->links[index];

	json_out_open(&w->out, '{');
	number_member(w, SPAN("index"), index);
	if (whole) {
		mail_member(w, SPAN("host"), view->hostname);
		if (view->failed)
			text_member(w, SPAN("parse"), SPAN("failed"));
		mail_member(w, SPAN("unicode"), view->unicode);
		mail_member(w, SPAN("registrable_domain"), view->registrable);
		official_for_member(w, view->official_for);
		write_destination(w, &w->message->links[index], view);
	}
	level_member(w, view->level);
	bool_member(w, SPAN("guard"), view->guard);
	json_out_close(&w->out, '}');
}

/* ---- findings ---- */

static void write_target(struct writer *w, const struct finding *finding)
{
	static const struct span kinds[] = {
	    [TARGET_SENDER] = TEXT("sender"),	[TARGET_REPLY_TO] = TEXT("reply-to"),
	    [TARGET_SUBJECT] = TEXT("subject"), [TARGET_TEXT] = TEXT("text"),
	    [TARGET_LINK] = TEXT("link"),
	};

	json_out_name(&w->out, SPAN("target"));
	json_out_open(&w->out, '{');
	text_member(w, SPAN("kind"), kinds[finding->target]);
	if (finding->target == TARGET_LINK)
		number_member(w, SPAN("index"), finding->index);
	json_out_close(&w->out, '}');
}

static void write_diff(struct writer *w, const struct finding *finding)
{
	json_out_name(&w->out, SPAN("diff"));
	json_out_open(&w->out, '[');
	for (size_t i = 0; i < finding->diff_count; i++) {
		json_out_open(&w->out, '[');
		json_out_text(&w->out,
			      harmless(w->arena, finding->diffs[i].seen, LIMIT_EVIDENCE_POINTS));
		json_out_text(&w->out,
			      harmless(w->arena, finding->diffs[i].genuine, LIMIT_EVIDENCE_POINTS));
		json_out_close(&w->out, ']');
	}
	json_out_close(&w->out, ']');
}

/* A second brand is told by its name in the reader's language. */
static struct span evidence_text(const struct writer *w, const struct finding *finding,
				 enum evidence_key key)
{
	if (key != EVIDENCE_BRAND || finding->other == BRAND_NONE)
		return finding->evidence[key];
	struct brand brand = catalogue_brand(w->catalogue, finding->other);

	return brand_name(&brand, w->language);
}

static void write_evidence(struct writer *w, const struct finding *finding)
{
	json_out_name(&w->out, SPAN("evidence"));
	json_out_open(&w->out, '{');
	for (int key = 0; key < EVIDENCE_KEYS; key++)
		if (finding->evidence[key].len > 0)
			mail_member(w, span_of(evidence_name((enum evidence_key)key)),
				    evidence_text(w, finding, (enum evidence_key)key));
	if (finding->diff_count > 0)
		write_diff(w, finding);
	json_out_close(&w->out, '}');
}

static void write_brand(struct writer *w, const struct finding *finding, const struct brand *brand)
{
	json_out_name(&w->out, SPAN("brand"));
	if (finding->brand == BRAND_NONE) {
		json_out_null(&w->out);
		return;
	}
	json_out_open(&w->out, '{');
	text_member(w, SPAN("id"), brand->id);
	text_member(w, SPAN("name"), name_in(w, brand));
	text_member(w, SPAN("site"), official_page(brand, w->language, finding));
	json_out_close(&w->out, '}');
}

static void write_official(struct writer *w, const struct finding *finding)
{
	struct span official[LIMIT_OFFICIAL];
	size_t more, count = official_of(w->catalogue, finding, w->language, official,
					 LIMIT_OFFICIAL, &more);

	json_out_name(&w->out, SPAN("official"));
	json_out_open(&w->out, '[');
	for (size_t i = 0; i < count; i++)
		json_out_text(&w->out, official[i]);
	json_out_close(&w->out, ']');
	if (more > 0)
		number_member(w, SPAN("official_more"), more);
}

static void write_finding(struct writer *w, const struct finding *finding)
{
	struct words words = words_of(w->catalogue, w->arena, w->language, WORDS_FOR_PAGE, finding);
	struct brand brand = {0};

	if (finding->brand != BRAND_NONE)
		brand = catalogue_brand(w->catalogue, finding->brand);
	json_out_open(&w->out, '{');
	text_member(w, SPAN("code"), finding_name(finding->code));
	level_member(w, finding->level);
	write_target(w, finding);
	write_brand(w, finding, &brand);
	write_evidence(w, finding);
	write_official(w, finding);
	struct span advisory = w->language == LANGUAGE_JA ? brand.advisory_ja : brand.advisory;

	if (advisory.len > 0)
		text_member(w, SPAN("advisory"), advisory);
	text_member(w, SPAN("title"), words.title);
	text_member(w, SPAN("detail"), words.detail);
	json_out_close(&w->out, '}');
}

/* ---- all of it ---- */

static void write_links(struct writer *w, const struct response_cut *cut)
{
	json_out_name(&w->out, SPAN("links"));
	json_out_open(&w->out, '[');
	for (size_t i = 0; i < w->verdict->link_count; i++) {
		size_t before = w->out.text.len;

		write_link(w, i, i < cut->whole_links);
		w->sizes.links[i] = w->out.text.len - before - (i > 0);
	}
	json_out_close(&w->out, ']');
}

/* Findings that a cut takes away whatever else goes are not written at all: there may be 60,000. */
static bool fits_no_more(const struct writer *w, size_t start)
{
	return w->out.text.len > w->bytes && w->out.text.len - start > RESPONSE_KEPT_FINDINGS + 2;
}

static void write_findings(struct writer *w, const struct response_cut *cut)
{
	size_t start = w->out.text.len;

	json_out_name(&w->out, SPAN("findings"));
	json_out_open(&w->out, '[');
	w->sizes.finding_count = 0;
	for (size_t i = 0; i < cut->findings && !fits_no_more(w, start); i++) {
		size_t before = w->out.text.len;

		write_finding(w, &w->verdict->findings[i]);
		w->sizes.findings[i] = w->out.text.len - before - (i > 0);
		w->sizes.finding_count++;
	}
	json_out_close(&w->out, ']');
}

/* Writes what `cut` leaves, and how long each part came out. */
static void write_all(struct writer *w, const int64_t *id, const struct response_cut *cut)
{
	bool unjudged = w->verdict->links_unjudged > 0;

	w->out = (struct json_out){.text = {.arena = w->arena}};
	json_out_open(&w->out, '{');
	if (id) {
		json_out_name(&w->out, SPAN("id"));
		json_out_number(&w->out, *id);
	}
	text_member(w, SPAN("type"), SPAN("verdict"));
	level_member(w, w->verdict->level);
	if (unjudged) {
		bool_member(w, SPAN("truncated"), true);
		number_member(w, SPAN("unchecked_from"), w->verdict->link_count);
	}
	write_claims(w);
	write_sender(w);
	write_links(w, cut);
	write_findings(w, cut);
	if (cut->truncated && !unjudged)
		bool_member(w, SPAN("truncated"), true);
	json_out_close(&w->out, '}');
	w->sizes.whole = w->out.text.len;
}

/* How long each link is when it is reduced. */
static void measure_reduced(struct writer *w)
{
	for (size_t i = 0; i < w->verdict->link_count; i++) {
		w->out = (struct json_out){.text = {.arena = w->arena}};
		write_link(w, i, false);
		w->sizes.reduced[i] = w->out.text.len;
	}
}

struct span response_verdict(const int64_t *id, const struct catalogue *catalogue,
			     struct arena *arena, enum language language,
			     const struct message *message, const struct verdict *verdict,
			     size_t bytes)
{
	struct writer w = {.catalogue = catalogue,
			   .arena = arena,
			   .language = language,
			   .message = message,
			   .bytes = bytes,
			   .verdict = verdict};
	struct response_cut cut = {false, verdict->finding_count, verdict->link_count};

	w.sizes = (struct response_sizes){
	    .links = arena_array(arena, verdict->link_count, sizeof(size_t)),
	    .findings = arena_array(arena, verdict->finding_count, sizeof(size_t)),
	    .link_count = verdict->link_count,
	    .mark = verdict->links_unjudged > 0 ? 0 : strlen(",\"truncated\":true"),
	};
	if (!w.sizes.links || !w.sizes.findings)
		return (struct span){NULL, 0};
	write_all(&w, id, &cut);
	if (w.sizes.whole <= bytes)
		return builder_span(&w.out.text);
	w.sizes.reduced = arena_array(arena, verdict->link_count, sizeof(size_t));
	if (!w.sizes.reduced)
		return (struct span){NULL, 0};
	measure_reduced(&w);
	if (!response_fit(&w.sizes, bytes, &cut))
		return (struct span){NULL, 0};
	write_all(&w, id, &cut);
	return builder_span(&w.out.text);
}
