#include "detect/matcher.h"

#include "detect/likeness.h"

#include "text/name_memo.h"
#include "text/script.h"
#include "text/utf8.h"

/* Shorter labels of a plain list look like anything. */
#define LISTED_LETTERS 5

enum level level_below(enum level level)
{
	return level > LEVEL_NONE ? (enum level)(level - 1) : LEVEL_NONE;
}

static int strength(const struct match *match)
{
	return (int)match->found.level * 8 + (int)match->found.level_claimed * 2 +
	       match->same_suffix;
}

/* A plain list says of its entries neither whose they are nor what words they are made of, and among many there is
 * a neighbour to every name. */
static bool is_listed_only(const struct domain_hit *target)
{
	return target->brand == BRAND_NONE && target->roles & DOMAIN_PROTECTED &&
	       !(target->roles & DOMAIN_TRUSTED);
}

/* What tells of an imitation of such an entry: the same look, telling words beside it, or one slip in a long label
 * under the same suffix. Under other suffixes, and beside other words, strangers wear its label. */
static bool is_telling(const struct match *match)
{
	const struct lookalike *found = &match->found;
	struct span rule = span_of(found->rule);
	size_t length = utf8_length(found->target.label);

	if (span_equal(rule, SPAN("edit")) || span_equal(rule, SPAN("swap")))
		return match->same_suffix && length >= COINED_LETTERS;
	if (span_equal(rule, SPAN("skeleton-part")))
		return length >= COINED_LETTERS;
	return found->level > LEVEL_NOTICE &&
	       (length >= LISTED_LETTERS || found->code == LINK_BRAND_EMBEDDED);
}

/* Of a brand's labels in one name (rakuten-card, rakuten) the longer tells more. */
static bool is_longer(const struct match *match, const struct match *other)
{
	return match->found.target.brand == other->found.target.brand &&
	       match->found.code == other->found.code && strength(match) == strength(other) &&
	       match->found.target.label.len > other->found.target.label.len;
}

void matches_add(struct matches *matches, const struct match *match)
{
	struct match *weakest = NULL;

	if (is_listed_only(&match->found.target) && !is_telling(match))
		return;
	for (size_t i = 0; i < matches->count; i++) {
		struct match *m = &matches->at[i];

		if (m->found.target.brand == match->found.target.brand) {
			weakest = m;
			break;
		}
		if (!weakest || strength(m) < strength(weakest))
			weakest = m;
	}
	if (matches->count < LOOKALIKES &&
	    !(weakest && weakest->found.target.brand == match->found.target.brand))
		matches->at[matches->count++] = *match;
	else if (strength(match) > strength(weakest) || is_longer(match, weakest))
		*weakest = *match;
}

/* Whose name it is, is known: a brand's, a known neighbour's, or a service's for many (whose
 * tenants' names in front say nothing). A hoster's own suffix leaves its tenants to be looked at.
 */
static bool is_known(const struct catalogue *catalogue, const struct hostname *hostname)
{
	const unsigned owned = DOMAIN_WEB | DOMAIN_MAIL | DOMAIN_PROTECTED | DOMAIN_HONEST |
			       DOMAIN_FREEMAIL | DOMAIN_MAIL_SERVICE | DOMAIN_SHORTENER |
			       DOMAIN_REDIRECTOR | DOMAIN_HOSTING | DOMAIN_USER_CONTENT;
	const unsigned services = DOMAIN_MAIL_SERVICE | DOMAIN_SHORTENER | DOMAIN_REDIRECTOR;
	struct domain_hit hits[DOMAIN_HITS];
	struct span registrable = catalogue_registrable(catalogue, hostname->ascii);
	size_t count = catalogue_match(catalogue, hostname->ascii, owned, hits);

	for (size_t i = 0; i < count; i++)
		if (hits[i].name.len >= registrable.len || (hits[i].roles & services))
			return true;
	return false;
}

/* A brand lists only some names below this registrable domain: the others are its own too. */
static bool is_sibling(const struct suspect *suspect)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_by_skeleton(suspect->catalogue, suspect->skeletons[0], hits);

	for (size_t i = 0; i < count; i++)
		if ((hits[i].roles & (DOMAIN_WEB | DOMAIN_MAIL | DOMAIN_PROTECTED)) &&
		    span_equal(target_registrable(suspect, &hits[i]), suspect->registrable))
			return true;
	return false;
}

static void fill_diffs(const struct suspect *suspect, struct match *match)
{
	struct lookalike *found = &match->found;

	if (match->seen.len)
		found->diff_count =
		    likeness_diffs(suspect->arena, match->seen,
				   target_label(suspect, &found->target), found->diffs);
}

/* Strongest first; equally strong ones stay in the order of their matchers. */
static void sort_matches(struct matches *matches)
{
	for (size_t i = 1; i < matches->count; i++) {
		struct match match = matches->at[i];
		size_t at = i;

		for (; at > 0 && strength(&match) > strength(&matches->at[at - 1]); at--)
			matches->at[at] = matches->at[at - 1];
		matches->at[at] = match;
	}
}

static void find(const struct suspect *suspect, const struct claimed_brand *claimed,
		 size_t claimed_count, struct matches *matches)
{
	static matcher *const matchers[] = {
	    homograph_match,  typosquat_match,	 target_embedding_match,
	    combosquat_match, alias_label_match, tld_swap_match,
	};

	for (size_t i = 0; i < sizeof(matchers) / sizeof(*matchers); i++)
		if (i == 0 || suspect_affords(suspect, 1))
			matchers[i](suspect, matches);
	claimed_match(suspect, claimed, claimed_count, matches);
}

/* The DNS carries no longer name, so that no link with one leads anywhere; a sender's address may
 * still show it. */
#define LONGEST_NAME 253
#define LONGEST_END 126

/* The labels at the front and at the end of a name that is too long, at LONGEST_END bytes each; of a
 * longer label as much as fits. What imitates stands at one of the two ends. */
static struct hostname ends_of(struct arena *arena, struct hostname hostname)
{
	struct builder b = {.arena = arena};
	struct span front = span_slice(hostname.ascii, 0, LONGEST_END);
	struct span back =
	    span_slice(hostname.ascii, hostname.ascii.len - LONGEST_END, hostname.ascii.len);
	size_t dot = span_find_last(front, '.');

	builder_add(&b, dot == SPAN_NONE ? front : span_slice(front, 0, dot));
	builder_byte(&b, '.');
	dot = span_find(back, '.');
	builder_add(&b, dot == SPAN_NONE ? back : span_slice(back, dot + 1, back.len));
	hostname.ascii = hostname.unicode = builder_span(&b);
	return hostname;
}

static size_t find_in_short(const struct catalogue *catalogue, struct arena *arena,
			    const struct hostname *hostname, const struct claimed_brand *claimed,
			    size_t claimed_count, struct effort *effort,
			    struct lookalike out[static LOOKALIKES])
{
	struct matches matches = {0};
	struct suspect suspect;

	if (hostname->kind != HOSTNAME_NAME || is_known(catalogue, hostname) ||
	    !suspect_make(&suspect, catalogue, arena, hostname, effort) || is_sibling(&suspect))
		return 0;
	find(&suspect, claimed, claimed_count, &matches);
	sort_matches(&matches);
	for (size_t i = 0; i < matches.count; i++) {
		fill_diffs(&suspect, &matches.at[i]);
		out[i] = matches.at[i].found;
	}
	return matches.count;
}

/* What shows a match: pieces of two labels each. Set aside while the arena is emptied. */
#define KEPT_BYTES ((size_t)LOOKALIKES * 2 * 256)

struct kept {
	char bytes[KEPT_BYTES];
	size_t used;
};

static struct span keep(struct kept *kept, struct span text)
{
	char *copy = kept->bytes + kept->used;

	if (text.len == 0 || text.len > sizeof(kept->bytes) - kept->used)
		return (struct span){0};
	memcpy(copy, text.ptr, text.len);
	kept->used += text.len;
	return (struct span){copy, text.len};
}

static void each_diff(struct lookalike *found, size_t count, struct kept *kept, struct arena *arena)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t n = 0; n < found[i].diff_count; n++) {
			struct evidence_diff *diff = &found[i].diffs[n];

			diff->seen = kept ? keep(kept, diff->seen) : arena_copy(arena, diff->seen);
			diff->genuine =
			    kept ? keep(kept, diff->genuine) : arena_copy(arena, diff->genuine);
		}
	}
}

/* Reading one name takes much memory and leaves little: two thousand links must fit an arena. */
static size_t find_and_release(const struct catalogue *catalogue, struct arena *arena,
			       const struct hostname *hostname, const struct claimed_brand *claimed,
			       size_t claimed_count, struct effort *effort,
			       struct lookalike out[static LOOKALIKES])
{
	struct kept kept = {.used = 0};
	struct arena_mark mark = arena_mark(arena);
	size_t count =
	    find_in_short(catalogue, arena, hostname, claimed, claimed_count, effort, out);

	each_diff(out, count, &kept, NULL);
	arena_release(arena, mark);
	each_diff(out, count, NULL, arena);
	return count;
}

/* A fact about the name's likeness (enum name_fact) is known, and finding it out again would be afforded: that is paid for all the
 * same, so that a mail's verdict does not depend on what was judged before it. */
static bool recall(const struct catalogue *catalogue, const struct hostname *hostname,
		   unsigned fact, struct effort *effort)
{
	const struct name_facts *facts = name_memo_at(catalogue->memo, hostname->ascii);

	return facts && facts->known & fact && !effort->spent &&
	       facts->likeness_units <= effort->left &&
	       span_equal(hostname->ascii, hostname->unicode) &&
	       effort_take(effort, facts->likeness_units);
}

/* A name of other than ASCII letters is not remembered: its two forms would have to be. */
static void remember(const struct catalogue *catalogue, const struct hostname *hostname,
		     unsigned learnt, size_t units)
{
	struct name_facts *facts = name_memo_at(catalogue->memo, hostname->ascii);

	if (!facts || units > UINT16_MAX || !span_equal(hostname->ascii, hostname->unicode))
		return;
	facts->likeness_units = (uint16_t)units;
	facts->known |= (uint8_t)learnt;
}

static size_t find_in_any(const struct catalogue *catalogue, struct arena *arena,
			  const struct hostname *hostname, const struct claimed_brand *claimed,
			  size_t claimed_count, struct effort *effort,
			  struct lookalike out[static LOOKALIKES])
{
	struct hostname ends;

	if (hostname->kind == HOSTNAME_NAME && hostname->ascii.len > LONGEST_NAME) {
		ends = ends_of(arena, *hostname);
		hostname = &ends;
	}
	return find_and_release(catalogue, arena, hostname, claimed, claimed_count, effort, out);
}

/* Moves those of a level to the front; returns their number. */
static size_t of_a_level(struct lookalike *found, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (found[i].level > LEVEL_NONE)
			found[kept++] = found[i];
	return kept;
}

/* Without a claimed brand; what has no level is left out unless `all`. */
static size_t find_remembered(const struct catalogue *catalogue, struct arena *arena,
			      const struct hostname *hostname, bool all, struct effort *effort,
			      struct lookalike out[static LOOKALIKES])
{
	struct effort endless = {.left = SIZE_MAX};
	size_t before, found, count;

	if (!effort)
		effort = &endless;
	if (recall(catalogue, hostname, all ? NAME_UNLIKE : NAME_QUIET, effort))
		return 0;
	before = effort->left;
	found = find_in_any(catalogue, arena, hostname, NULL, 0, effort, out);
	count = all ? found : of_a_level(out, found);
	if (count == 0 && !effort->spent && !arena_failed(arena))
		remember(catalogue, hostname, found ? NAME_QUIET : NAME_QUIET | NAME_UNLIKE,
			 before - effort->left);
	return count;
}

size_t lookalike_find_claimed(const struct catalogue *catalogue, struct arena *arena,
			      const struct hostname *hostname, const struct claimed_brand *claimed,
			      size_t claimed_count, struct effort *effort,
			      struct lookalike out[static LOOKALIKES])
{
	return claimed_count
		   ? find_in_any(catalogue, arena, hostname, claimed, claimed_count, effort, out)
		   : find_remembered(catalogue, arena, hostname, true, effort, out);
}

size_t lookalike_find_unclaimed(const struct catalogue *catalogue, struct arena *arena,
				const struct hostname *hostname, struct effort *effort,
				struct lookalike out[static LOOKALIKES])
{
	return find_remembered(catalogue, arena, hostname, false, effort, out);
}

size_t lookalike_find(const struct catalogue *catalogue, struct arena *arena,
		      const struct hostname *hostname, struct lookalike out[static LOOKALIKES])
{
	return lookalike_find_claimed(catalogue, arena, hostname, NULL, 0, NULL, out);
}

static bool has_script_problem(struct span unicode)
{
	size_t dot = span_find_last(unicode, '.');
	struct span tld = dot == SPAN_NONE ? unicode : span_slice(unicode, dot + 1, unicode.len);

	for (struct span rest = unicode; rest.len;) {
		size_t end = span_find(rest, '.');
		struct span label = end == SPAN_NONE ? rest : span_slice(rest, 0, end);

		if (script_problems(label, tld))
			return true;
		rest = end == SPAN_NONE ? (struct span){0} : span_slice(rest, end + 1, rest.len);
	}
	return false;
}

struct span lookalike_shown_first(const struct hostname *hostname)
{
	return span_equal(hostname->ascii, hostname->unicode) || hostname->kind != HOSTNAME_NAME ||
		       has_script_problem(hostname->unicode)
		   ? hostname->ascii
		   : hostname->unicode;
}

struct span lookalike_shown(const struct catalogue *catalogue, struct arena *arena,
			    const struct hostname *hostname, struct effort *effort)
{
	struct lookalike found[LOOKALIKES];
	struct span shown = lookalike_shown_first(hostname);

	return shown.ptr != hostname->ascii.ptr &&
		       lookalike_find_unclaimed(catalogue, arena, hostname, effort, found) > 0
		   ? hostname->ascii
		   : shown;
}
