#include "detect/matcher.h"

#include "detect/suffix.h"

#include "text/fold.h"
#include "text/utf8.h"

/* What it costs to hold a candidate that reads alike against the name, and one that is near to it; and what a byte
 * of other letters than ASCII costs. */
#define HIT_UNITS 5
#define NEAR_UNITS 70
#define FOREIGN_UNITS 20

static size_t count_byte(struct span text, char byte)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == byte;
	return count;
}

/* Cuts one label (Unicode form) into its tokens. */
static size_t tokenize(const struct suspect *suspect, struct span label, bool registrable,
		       struct token *out, size_t max)
{
	size_t count = 0;
	bool first = true;

	while (label.len && count < max) {
		struct span part = span_slice(label, 0, span_find(label, '-'));

		label = span_slice(label, part.len + 1, label.len);
		if (!part.len)
			continue;
		out[count++] = (struct token){
		    .shown = part,
		    .skeleton = skeleton_of(suspect->arena, part),
		    .plain = utf8_is_ascii(part),
		    .after_dot = first,
		    .registrable = registrable,
		};
		catalogue_skeleton_soon(suspect->catalogue, out[count - 1].skeleton);
		first = false;
	}
	return count;
}

static void make_tokens(struct suspect *suspect)
{
	struct span rest = suspect->front;
	size_t max =
	    2 + count_byte(rest, '.') + count_byte(rest, '-') + count_byte(suspect->shown, '-');
	struct token *tokens = arena_array(suspect->arena, max, sizeof(*tokens));
	size_t count = 0;

	if (!tokens)
		return;
	while (rest.len) {
		struct span label = span_slice(rest, 0, span_find(rest, '.'));

		rest = span_slice(rest, label.len + 1, rest.len);
		count += tokenize(suspect, label, false, tokens + count, max - count);
	}
	count += tokenize(suspect, suspect->shown, true, tokens + count, max - count);
	suspect->tokens = tokens;
	suspect->token_count = count;
}

/* Cuts the Unicode form where the ASCII form was cut: both have the same number of labels. */
static void take_shown(struct suspect *suspect, struct span unicode)
{
	size_t before = count_byte(suspect->ascii, '.') - count_byte(suspect->registrable, '.');
	struct span rest = unicode;

	for (; before > 0; before--)
		rest = span_slice(rest, span_find(rest, '.') + 1, rest.len);
	suspect->shown = span_slice(rest, 0, span_find(rest, '.'));
	if (unicode.len > rest.len)
		suspect->front = span_slice(unicode, 0, unicode.len - rest.len - 1);
}

bool suspect_affords(const struct suspect *suspect, size_t units)
{
	return effort_take(suspect->effort, units);
}

bool suspect_make(struct suspect *suspect, const struct catalogue *catalogue, struct arena *arena,
		  const struct hostname *hostname, struct effort *effort)
{
	struct span ascii = hostname->ascii;
	struct span registrable = catalogue_registrable(catalogue, ascii);
	size_t dot = span_find(registrable, '.');

	if (dot == SPAN_NONE || count_byte(ascii, '.') != count_byte(hostname->unicode, '.'))
		return false;
	*suspect = (struct suspect){
	    .catalogue = catalogue,
	    .arena = arena,
	    .effort = effort,
	    .ascii = ascii,
	    .registrable = registrable,
	    .label = span_slice(registrable, 0, dot),
	    .suffix = span_slice(registrable, dot + 1, registrable.len),
	};
	if (!suffix_is_possible(suspect->suffix))
		return false;
	suspect->nears = arena_alloc(arena, sizeof(struct near_answer *));
	suspect->tenant = suspect->suffix.len > catalogue_suffix(catalogue, ascii, false);
	take_shown(suspect, hostname->unicode);
	suspect->plain = utf8_is_ascii(suspect->shown);
	suspect->skeleton_count = skeleton_all(arena, suspect->shown, suspect->skeletons);
	if (suspect_affords(suspect, ascii.len + (utf8_is_ascii(hostname->unicode)
						      ? 0
						      : hostname->unicode.len * FOREIGN_UNITS)))
		make_tokens(suspect);
	return !arena_failed(arena);
}

struct span without_byte(struct arena *arena, struct span text, char byte)
{
	struct builder left = {.arena = arena};

	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != byte)
			builder_byte(&left, text.ptr[i]);
	return builder_span(&left);
}

struct span target_registrable(const struct suspect *suspect, const struct domain_hit *target)
{
	return target->registrable ? target->name
				   : catalogue_registrable(suspect->catalogue, target->name);
}

struct span target_suffix(const struct suspect *suspect, const struct domain_hit *target)
{
	struct span registrable = target_registrable(suspect, target);

	return span_slice(registrable, target->label.len + 1, registrable.len);
}

struct span target_label(const struct suspect *suspect, const struct domain_hit *target)
{
	if (!span_starts(target->label, SPAN("xn--")))
		return target->label;
	return hostname_parse(suspect->arena, target->label).unicode;
}

size_t target_length(const struct suspect *suspect, const struct domain_hit *target)
{
	return utf8_length(target_label(suspect, target));
}

bool target_is_abroad(const struct suspect *suspect, const struct domain_hit *target)
{
	struct span country = hostname_last_labels(suspect->suffix, 1);
	const struct catalogue *catalogue = suspect->catalogue;
	size_t count = target->brand == BRAND_NONE
			   ? 0
			   : catalogue_list_length(catalogue, target->brand, BRAND_WEB_DOMAINS);

	if (!suffix_is_national(suspect->catalogue, suspect->suffix) ||
	    suffix_is_throwaway(suspect->catalogue, suspect->suffix) ||
	    span_equal(hostname_last_labels(target->name, 1), country))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct span domain =
		    catalogue_list_at(catalogue, target->brand, BRAND_WEB_DOMAINS, i);

		if (span_equal(hostname_last_labels(domain, 1), country))
			return false;
	}
	return true;
}

bool target_is_weak_name(const struct suspect *suspect, const struct domain_hit *target)
{
	struct alias_hit aliases[ALIAS_HITS];
	size_t count =
	    catalogue_alias(suspect->catalogue, fold_key(suspect->arena, target->label), aliases);

	for (size_t i = 0; i < count; i++)
		if (aliases[i].weak)
			return true;
	return false;
}

bool target_is_shared(const struct domain_hit *target)
{
	return !(target->roles & (DOMAIN_WEB | DOMAIN_MAIL | DOMAIN_TRUSTED | DOMAIN_PROTECTED));
}

/* What brands have as `label` under a suffix. Candidates mostly have one label: it is looked up once. */
struct listed {
	struct span label; /* empty: nothing yet */
	struct domain_hit hits[DOMAIN_HITS];
	size_t count;
};

static void look_up(const struct suspect *suspect, struct span label, struct span suffix,
		    struct listed *listed)
{
	struct builder name = {.arena = suspect->arena};

	if (span_equal(listed->label, label))
		return;
	builder_add(&name, label);
	builder_byte(&name, '.');
	builder_add(&name, suffix);
	listed->label = label;
	listed->count =
	    catalogue_brand_domain(suspect->catalogue, builder_span(&name), listed->hits);
}

/* The same brand's domain with the same label under `suffix`, if it has one: the look-up by label knows
 * few of a house that spans countries, and papyal.de imitates paypal.de. */
static void take_suffix(const struct suspect *suspect, struct span suffix, struct domain_hit *hit,
			struct listed *listed)
{
	if (hit->brand == BRAND_NONE || span_equal(target_suffix(suspect, hit), suffix))
		return;
	look_up(suspect, hit->label, suffix, listed);
	for (size_t i = 0; i < listed->count; i++) {
		if (listed->hits[i].brand != hit->brand ||
		    !(listed->hits[i].roles & (DOMAIN_WEB | DOMAIN_MAIL)))
			continue;
		*hit = listed->hits[i];
		return;
	}
}

/* Keeps the candidates that are not the suspect itself. */
static size_t others_only(const struct suspect *suspect, struct domain_hit *hits, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (!span_equal(target_registrable(suspect, &hits[i]), suspect->registrable))
			hits[kept++] = hits[i];
	return kept;
}

/* … each under `suffix` where its brand is there. */
static size_t others_under(const struct suspect *suspect, struct span suffix,
			   struct domain_hit *hits, size_t count)
{
	struct listed listed;

	count = others_only(suspect, hits, count);
	listed.label = (struct span){0};
	listed.count = 0;
	for (size_t i = 0; i < count && suffix.len; i++)
		take_suffix(suspect, suffix, &hits[i], &listed);
	return count;
}

size_t suspect_equal_under(const struct suspect *suspect, struct span skeleton, struct span suffix,
			   struct domain_hit out[static DOMAIN_HITS])
{
	size_t count = skeleton.len ? catalogue_by_skeleton(suspect->catalogue, skeleton, out) : 0;

	suspect_affords(suspect, count * HIT_UNITS);
	return others_under(suspect, suffix, out, count);
}

size_t suspect_equal_brands(const struct suspect *suspect, struct span skeleton,
			    struct domain_hit out[static DOMAIN_HITS])
{
	size_t count =
	    skeleton.len ? catalogue_brands_by_skeleton(suspect->catalogue, skeleton, out) : 0;

	suspect_affords(suspect, count * HIT_UNITS);
	return others_under(suspect, suspect->suffix, out, count);
}

/* The labels near a skeleton. Five matchers ask this, the dearest of all look-ups, of the same tokens. */
struct near_answer {
	struct near_answer *next;
	struct span skeleton;
	bool listed; /* those of plain lists are among them */
	size_t count;
	struct domain_hit hits[];
};

static const struct near_answer *near_asked_before(const struct suspect *suspect,
						   struct span skeleton, bool listed)
{
	const struct near_answer *answer = suspect->nears ? *suspect->nears : NULL;

	while (answer && !(span_equal(answer->skeleton, skeleton) && (answer->listed || !listed)))
		answer = answer->next;
	return answer;
}

static void keep_near(const struct suspect *suspect, struct span skeleton, bool listed,
		      const struct domain_hit *hits, size_t count)
{
	struct near_answer *answer =
	    suspect->nears ? arena_room(suspect->arena, sizeof(*answer) + count * sizeof(*hits))
			   : NULL;

	if (!answer)
		return;
	*answer = (struct near_answer){*suspect->nears, skeleton, listed, count};
	memcpy(answer->hits, hits, count * sizeof(*hits));
	*suspect->nears = answer;
}

static size_t find_near(const struct suspect *suspect, struct span skeleton, bool listed,
			struct domain_hit out[static DOMAIN_HITS])
{
	const struct near_answer *known = near_asked_before(suspect, skeleton, listed);
	size_t count;

	if (known) {
		memcpy(out, known->hits, known->count * sizeof(*out));
		return known->count;
	}
	count = listed ? catalogue_near_skeleton(suspect->catalogue, skeleton, out)
		       : catalogue_near_brands(suspect->catalogue, skeleton, out);
	keep_near(suspect, skeleton, listed, out, count);
	return count;
}

size_t suspect_near_under(const struct suspect *suspect, struct span skeleton, struct span suffix,
			  struct domain_hit out[static DOMAIN_HITS])
{
	size_t count = skeleton.len ? find_near(suspect, skeleton, true, out) : 0;

	suspect_affords(suspect, count * NEAR_UNITS);
	return others_under(suspect, suffix, out, count);
}

size_t suspect_near_brands(const struct suspect *suspect, struct span skeleton,
			   struct domain_hit out[static DOMAIN_HITS])
{
	size_t count = skeleton.len ? find_near(suspect, skeleton, false, out) : 0;

	suspect_affords(suspect, count * NEAR_UNITS);
	return others_under(suspect, suspect->suffix, out, count);
}

size_t suspect_equal(const struct suspect *suspect, struct span skeleton,
		     struct domain_hit out[static DOMAIN_HITS])
{
	return suspect_equal_under(suspect, skeleton, suspect->suffix, out);
}

size_t suspect_near(const struct suspect *suspect, struct span skeleton,
		    struct domain_hit out[static DOMAIN_HITS])
{
	return suspect_near_under(suspect, skeleton, suspect->suffix, out);
}
