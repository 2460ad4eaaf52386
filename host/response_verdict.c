#include "response.h"

#include "build.h"
#include "harmless.h"
#include "limits.h"
#include "official.h"
#include "words.h"
#include "words_table.h"

/* What every part of a verdict needs. */
struct writer {
	struct build build;
	const struct catalogue *catalogue;
	struct arena *arena;
	enum language language;
};

static json_t *level_json(enum level level)
{
	static const char *const names[] = {
	    [LEVEL_NONE] = "none",
	    [LEVEL_NOTICE] = "notice",
	    [LEVEL_WARNING] = "warning",
	    [LEVEL_DANGER] = "danger",
	};

	return json_string(names[level]);
}

/* A string of the mail, or null when it is empty. */
static json_t *mail_text(struct writer *w, struct span text)
{
	return build_text_or_null(harmless(w->arena, text, LIMIT_EVIDENCE_POINTS));
}

static struct span name_in(const struct writer *w, const struct brand *brand)
{
	return harmless(w->arena, w->language == LANGUAGE_JA ? brand->name_ja : brand->name,
			LIMIT_EVIDENCE_POINTS);
}

static json_t *id_or_null(const struct writer *w, brand_ref brand)
{
	return brand == BRAND_NONE ? json_null()
				   : build_text(catalogue_brand(w->catalogue, brand).id);
}

/* ---- claims and sender ---- */

static json_t *claims_json(struct writer *w, const struct verdict *verdict)
{
	static const char *const places[] = {
	    [CLAIM_SENDER_NAME] = "sender-name",
	    [CLAIM_SUBJECT] = "subject",
	    [CLAIM_TEXT] = "text",
	    [CLAIM_LINK_TEXT] = "link-text",
	};
	json_t *claims = json_array();

	for (size_t i = 0; i < verdict->claim_count; i++) {
		const struct claim *claim = &verdict->claims[i];
		struct brand brand = catalogue_brand(w->catalogue, claim->brand);
		json_t *entry = json_object();

		build_set(&w->build, entry, "brand", build_text(brand.id));
		build_set(&w->build, entry, "name", build_text(name_in(w, &brand)));
		build_set(&w->build, entry, "where", json_string(places[claim->where]));
		build_set(&w->build, entry, "strength",
			  json_string(claim->strong ? "strong" : "weak"));
		build_append(&w->build, claims, entry);
	}
	return claims;
}

static json_t *sender_json(struct writer *w, const struct sender_view *sender)
{
	static const char *const states[] = {
	    [SENDER_UNKNOWN] = "unknown",
	    [SENDER_UNOFFICIAL_STATE] = "unofficial",
	    [SENDER_OFFICIAL_UNVERIFIED] = "official-unverified",
	    [SENDER_OFFICIAL_VERIFIED] = "official-verified",
	};
	json_t *object;

	if (!sender->present)
		return json_null();
	object = json_object();
	build_set(&w->build, object, "domain", mail_text(w, sender->domain));
	build_set(&w->build, object, "unicode", mail_text(w, sender->unicode));
	build_set(&w->build, object, "registrable_domain", mail_text(w, sender->registrable));
	build_set(&w->build, object, "state", json_string(states[sender->state]));
	build_set(&w->build, object, "official_for", id_or_null(w, sender->official_for));
	return object;
}

/* ---- links ---- */

static json_t *link_json(struct writer *w, size_t index, const struct message_link *link,
			 const struct link_view *view)
{
	json_t *object = json_object();

	build_set(&w->build, object, "index", json_integer((json_int_t)index));
	build_set(&w->build, object, "host", mail_text(w, view->hostname));
	if (view->failed)
		build_set(&w->build, object, "parse", json_string("failed"));
	build_set(&w->build, object, "unicode", mail_text(w, view->unicode));
	build_set(&w->build, object, "registrable_domain", mail_text(w, view->registrable));
	build_set(&w->build, object, "official_for", id_or_null(w, view->official_for));
	if (view->destination.len > 0 && !span_equal(view->destination, link->url)) {
		struct span shown =
		    harmless_bytes(w->arena, view->destination, LIMIT_DESTINATION_BYTES);

		build_set(&w->build, object, "destination", build_text(shown));
		build_set(&w->build, object, "destination_certain",
			  json_boolean(view->destination_certain));
	}
	build_set(&w->build, object, "level", level_json(view->level));
	build_set(&w->build, object, "guard", json_boolean(view->guard));
	return object;
}

static json_t *links_json(struct writer *w, const struct message *message,
			  const struct verdict *verdict)
{
	json_t *links = json_array();

	for (size_t i = 0; i < verdict->link_count; i++)
		build_append(&w->build, links,
			     link_json(w, i, &message->links[i], &verdict->links[i]));
	return links;
}

/* ---- findings ---- */

static const char *const codes[FINDING_CODES] = {
    [SENDER_UNOFFICIAL] = "sender-unofficial",
    [SENDER_LOOKALIKE] = "sender-lookalike",
    [SENDER_UNVERIFIED] = "sender-unverified",
    [SENDER_ADDRESS_UNLISTED] = "sender-address-unlisted",
    [SENDER_UNSOLICITED] = "sender-unsolicited",
    [SENDER_NAME_DISGUISED] = "sender-name-disguised",
    [SENDER_NAME_ADDRESS] = "sender-name-address",
    [SENDER_CONTAINS_RECIPIENT] = "sender-contains-recipient",
    [SENDER_FREEMAIL] = "sender-freemail",
    [SENDER_MALFORMED] = "sender-malformed",
    [SENDER_UNAUTHENTICATED] = "sender-unauthenticated",
    [WEBMAIL_WARNED] = "webmail-warned",
    [REPLY_TO_ELSEWHERE] = "reply-to-elsewhere",
    [LINK_LOOKALIKE_IDN] = "link-lookalike-idn",
    [LINK_LOOKALIKE_TYPO] = "link-lookalike-typo",
    [LINK_BRAND_EMBEDDED] = "link-brand-embedded",
    [LINK_COMBOSQUAT] = "link-combosquat",
    [LINK_TLD_SWAP] = "link-tld-swap",
    [LINK_UNOFFICIAL] = "link-unofficial",
    [LINK_TEXT_MISMATCH] = "link-text-mismatch",
    [LINK_USERINFO] = "link-userinfo",
    [LINK_ADDRESS_LITERAL] = "link-address-literal",
    [LINK_MIXED_SCRIPT] = "link-mixed-script",
    [LINK_OBFUSCATED] = "link-obfuscated",
    [LINK_SCRIPT] = "link-script",
    [LINK_SHORTENER] = "link-shortener",
    [LINK_REDIRECT] = "link-redirect",
    [LINK_FREE_HOSTING] = "link-free-hosting",
    [SECRET_REQUESTED] = "secret-requested",
    [BRANDS_CONTRADICT] = "brands-contradict",
    [KNOWN_WORDING] = "known-wording",
    [UNUSED_SERVICE] = "unused-service",
    [NOT_ALL_CHECKED] = "not-all-checked",
};

static json_t *target_json(struct writer *w, const struct finding *finding)
{
	static const char *const kinds[] = {
	    [TARGET_SENDER] = "sender",	  [TARGET_REPLY_TO] = "reply-to",
	    [TARGET_SUBJECT] = "subject", [TARGET_TEXT] = "text",
	    [TARGET_LINK] = "link",
	};
	json_t *target = json_object();

	build_set(&w->build, target, "kind", json_string(kinds[finding->target]));
	if (finding->target == TARGET_LINK)
		build_set(&w->build, target, "index", json_integer((json_int_t)finding->index));
	return target;
}

static json_t *diff_json(struct writer *w, const struct finding *finding)
{
	json_t *diff = json_array();

	for (size_t i = 0; i < finding->diff_count; i++) {
		json_t *pair = json_array();

		build_append(
		    &w->build, pair,
		    build_text(harmless(w->arena, finding->diffs[i].seen, LIMIT_EVIDENCE_POINTS)));
		build_append(&w->build, pair,
			     build_text(harmless(w->arena, finding->diffs[i].genuine,
						 LIMIT_EVIDENCE_POINTS)));
		build_append(&w->build, diff, pair);
	}
	return diff;
}

static json_t *evidence_json(struct writer *w, const struct finding *finding)
{
	json_t *evidence = json_object();

	for (int key = 0; key < EVIDENCE_KEYS; key++)
		if (finding->evidence[key].len > 0)
			build_set(&w->build, evidence, evidence_name((enum evidence_key)key),
				  mail_text(w, finding->evidence[key]));
	if (finding->diff_count > 0)
		build_set(&w->build, evidence, "diff", diff_json(w, finding));
	return evidence;
}

static void set_brand(struct writer *w, json_t *object, const struct finding *finding)
{
	struct span official[LIMIT_OFFICIAL];
	size_t more, count = official_of(w->catalogue, finding, official, LIMIT_OFFICIAL, &more);
	struct brand brand = {0};
	json_t *list = json_array(), *entry = json_null();

	if (finding->brand != BRAND_NONE) {
		brand = catalogue_brand(w->catalogue, finding->brand);
		entry = json_object();
		build_set(&w->build, entry, "id", build_text(brand.id));
		build_set(&w->build, entry, "name", build_text(name_in(w, &brand)));
		build_set(&w->build, entry, "site", build_text(brand.site));
	}
	for (size_t i = 0; i < count; i++)
		build_append(&w->build, list, build_text(official[i]));
	build_set(&w->build, object, "brand", entry);
	build_set(&w->build, object, "evidence", evidence_json(w, finding));
	build_set(&w->build, object, "official", list);
	if (more > 0)
		build_set(&w->build, object, "official_more", json_integer((json_int_t)more));
	if (brand.advisory.len > 0)
		build_set(&w->build, object, "advisory", build_text(brand.advisory));
}

static json_t *finding_json(struct writer *w, const struct finding *finding)
{
	struct words words = words_of(w->catalogue, w->arena, w->language, WORDS_FOR_PAGE, finding);
	json_t *object = json_object();

	build_set(&w->build, object, "code", json_string(codes[finding->code]));
	build_set(&w->build, object, "level", level_json(finding->level));
	build_set(&w->build, object, "target", target_json(w, finding));
	set_brand(w, object, finding);
	build_set(&w->build, object, "title", build_text(words.title));
	build_set(&w->build, object, "detail", build_text(words.detail));
	return object;
}

static json_t *findings_json(struct writer *w, const struct verdict *verdict)
{
	json_t *findings = json_array();

	for (size_t i = 0; i < verdict->finding_count; i++)
		build_append(&w->build, findings, finding_json(w, &verdict->findings[i]));
	return findings;
}

json_t *response_verdict(const int64_t *id, const struct catalogue *catalogue, struct arena *arena,
			 enum language language, const struct message *message,
			 const struct verdict *verdict)
{
	struct writer w = {.catalogue = catalogue, .arena = arena, .language = language};
	json_t *reply = json_object();

	if (id)
		build_set(&w.build, reply, "id", json_integer(*id));
	build_set(&w.build, reply, "type", json_string("verdict"));
	build_set(&w.build, reply, "level", level_json(verdict->level));
	if (verdict->links_unjudged > 0) {
		build_set(&w.build, reply, "truncated", json_true());
		build_set(&w.build, reply, "unchecked_from",
			  json_integer((json_int_t)verdict->link_count));
	}
	build_set(&w.build, reply, "claims", claims_json(&w, verdict));
	build_set(&w.build, reply, "sender", sender_json(&w, &verdict->sender));
	build_set(&w.build, reply, "links", links_json(&w, message, verdict));
	build_set(&w.build, reply, "findings", findings_json(&w, verdict));
	if (arena_failed(arena))
		w.build.failed = true;
	return build_end(&w.build, reply);
}
