#include "detect/claim.h"

#include "detect/claim_near.h"
#include "detect/name_looks.h"
#include "detect/name_products.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"

#define HIRAGANA_POINTS 4
#define POST_UNITS 3	  /* お客様 + サービス + センター */
#define DISGUISE_POINTS 5 /* shorter words of other scripts look like short names by accident */

/* An accent alone is no disguise: Nestle and Nestlé are the same name. */
static struct span without_accents(struct arena *arena, struct span text)
{
	struct span rest = normalize_nfd(arena, text);
	struct builder out = {.arena = arena};

	while (rest.len) {
		uint32_t point = utf8_next(&rest);

		if (!(unicode_properties(point) & UNICODE_NONSPACING_MARK))
			builder_point(&out, point);
	}
	return builder_span(&out);
}

/* True when the units are spelt with other characters than any alias of theirs. */
static bool spelt_differently(const struct catalogue *catalogue, struct arena *arena,
			      const struct name_units *units, const struct name_hit *hit)
{
	struct span key = names_key(units, hit->from, hit->to);
	struct span seen = fold_squash(arena, names_text(units, hit->from, hit->to));
	struct alias_hit hits[ALIAS_HITS];
	size_t count = catalogue_alias(catalogue, key, hits);

	for (size_t i = 0; i < count; i++)
		if (span_equal(without_accents(arena, seen),
			       without_accents(arena, hits[i].squash)))
			return false;
	return count > 0 && utf8_length(key) >= DISGUISE_POINTS;
}

/* The units in front of "via", "on behalf of", 経由; *behind is the first one after it, where the carrier's name
 * begins (über is no Uber). */
static size_t carrier_start(const struct catalogue *catalogue, struct arena *arena,
			    const struct name_units *units, size_t *behind)
{
	for (size_t i = 1; i < units->count; i++) {
		for (size_t to = i + 3 < units->count ? i + 3 : units->count; to > i; to--) {
			struct span words = fold_squash(arena, names_text(units, i, to));

			*behind = to;
			if (catalogue_role_word(catalogue, words) == ROLE_RELAY)
				return i;
		}
	}
	return *behind = units->count;
}

/* True when nothing but aliases and role words is left. */
static bool only_names_and_roles(const struct name_units *units)
{
	for (size_t i = 0; i < units->count; i++)
		if (!units->at[i].named && !units->at[i].role)
			return false;
	return true;
}

/* Whether the name's tricks touch the alias: letters set apart elsewhere ("S.p.A.", "U.S.A.") hide nothing of
 * an alias that stands there in plain letters. */
static bool tricked(const struct name_read *read, const struct name_hit *hit)
{
	struct span alias = names_text(&read->units, hit->from, hit->to);
	struct span plain = normalize_nfkc_fold(read->arena, read->name);

	return read->mistakable ||
	       (read->tricks && (read->tricks != FOLD_SPACED ||
				 !memmem(plain.ptr, plain.len, alias.ptr, alias.len)));
}

static void claim_hit(struct name_read *read, const struct name_hit *hit, bool strong)
{
	const struct catalogue *catalogue = read->judge->catalogue;
	struct alias_hit hits[ALIAS_HITS];
	size_t count =
	    catalogue_alias(catalogue, names_key(&read->units, hit->from, hit->to), hits);

	for (size_t i = 0; i < count; i++)
		if (!hits[i].weak)
			claims_add(read->claims, hits[i].brand, CLAIM_SENDER_NAME, strong);
	bool other = spelt_differently(catalogue, read->arena, &read->units, hit);

	if (other || (strong && tricked(read, hit))) {
		read->reading->disguised = hit->alias.brand;
		read->reading->spaced = !other && !read->mistakable && read->tricks == FOLD_SPACED;
	}
}

/* Initials are not a first name: TIM is a telephone company, Tim a person. */
static bool other_case(struct span name, struct span alias)
{
	bool upper = false, lower = false;

	for (size_t i = 0; i < alias.len; i++) {
		upper |= alias.ptr[i] >= 'A' && alias.ptr[i] <= 'Z';
		lower |= alias.ptr[i] >= 'a' && alias.ptr[i] <= 'z';
	}
	return upper != lower && utf8_is_ascii(name) &&
	       !memmem(name.ptr, name.len, alias.ptr, alias.len);
}

/* Words of a post stand in the name: a company's, hardly a person's. */
static bool has_post(const struct name_read *read)
{
	const struct name_units *units = &read->units;

	for (size_t from = 0; from < units->count; from++) {
		for (size_t to = from;
		     to < units->count && to < from + POST_UNITS && units->at[to].role; to++) {
			enum role_word role = catalogue_role_word(
			    read->judge->catalogue,
			    fold_squash(read->arena, names_text(units, from, to + 1)));

			if (role == ROLE_SUPPORT || role == ROLE_ADMIN)
				return true;
		}
	}
	return false;
}

static void read_whole_weak(struct name_read *read, struct span name)
{
	const struct catalogue *catalogue = read->judge->catalogue;
	struct alias_hit hits[ALIAS_HITS];
	/* First with what passes for a role word: マリオット is no オット of マリ. */
	size_t count =
	    catalogue_alias(catalogue, names_key(&read->units, 0, read->units.count), hits);

	bool post = count == 0 && has_post(read);

	if (count == 0)
		count = catalogue_alias(catalogue, name_remaining(read, true), hits);
	for (size_t i = 0; i < count; i++) {
		if (!hits[i].weak || other_case(name, hits[i].shown))
			continue;
		claims_add(read->claims, hits[i].brand, CLAIM_SENDER_NAME, false);
		if (read->reading->weak_whole == BRAND_NONE)
			read->reading->weak_whole = hits[i].brand;
		read->reading->weak_post = post;
	}
}

/* The brand behind "via", where nothing but a name and role words stands there. */
static brand_ref carrier_brand(const struct judge *judge, struct arena *arena,
			       struct name_units *units, size_t from)
{
	struct name_units tail = *units;
	struct name_hit hit, first = {0};
	size_t at = 0;

	if (from >= units->count)
		return BRAND_NONE;
	tail.at += from;
	tail.count -= from;
	while (names_next(judge->catalogue, &tail, &at, &hit))
		if (first.alias.brand == BRAND_NONE)
			first = hit;
	names_mark_roles(judge->catalogue, arena, &tail);
	return only_names_and_roles(&tail) ? first.alias.brand : BRAND_NONE;
}

/* The names in front of "via", and who carries the mail; how many there are. */
static size_t find_names(struct name_read *read, struct span plain, struct name_hit hits[CLAIMS])
{
	const struct catalogue *catalogue = read->judge->catalogue;
	size_t count = 0, from = 0, behind, carrier;

	read->units = names_split(read->arena, plain);
	carrier = carrier_start(catalogue, read->arena, &read->units, &behind);
	read->relayed = carrier < read->units.count;
	read->list = names_text(&read->units, behind, read->units.count);
	read->carrier = carrier_brand(read->judge, read->arena, &read->units, behind);
	read->units.count = carrier;
	while (count < CLAIMS && names_next(catalogue, &read->units, &from, &hits[count]))
		count++;
	return count;
}

/* The same where symbols, capitals and halves may stand for letters. */
static size_t find_names_in_looks(struct name_read *read, struct span folded,
				  struct name_hit hits[CLAIMS])
{
	struct span written = name_looks_capitals(read->arena, read->name);
	const struct span looks[] = {
	    name_looks_symbols(read->arena, folded),
	    written.len ? fold_text(read->arena, written).text : written,
	    name_looks_halves(read->arena, folded),
	};
	size_t count = 0;

	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]) && count == 0; i++) {
		struct name_read again = *read;

		count = looks[i].len ? find_names(&again, looks[i], hits) : 0;
		if (count)
			*read = again;
	}
	read->mistakable |= count > 0;
	return count;
}

static size_t named_points(const struct name_units *units)
{
	size_t points = 0;

	for (size_t i = 0; i < units->count; i++)
		if (units->at[i].named)
			points += units->at[i].points;
	return points;
}

/* The names of `text`, another spelling of the same words, where more of it is names; `count` are known. */
static size_t find_more_names(struct name_read *read, struct span text,
			      struct name_hit hits[CLAIMS], size_t count)
{
	struct name_hit more[CLAIMS];
	struct name_read again = *read;
	size_t found = text.len ? find_names(&again, text, more) : 0;

	if (found == 0 || named_points(&again.units) <= named_points(&read->units))
		return count;
	*read = again;
	memcpy(hits, more, sizeof(more[0]) * found);
	return found;
}

/* Shorter words in hiragana are given names (やまと). */
static struct span in_katakana(struct arena *arena, struct span folded)
{
	return utf8_length(folded) < HIRAGANA_POINTS ? (struct span){0}
						     : name_looks_hiragana(arena, folded);
}

struct name_reading claims_read_name(const struct judge *judge, struct arena *arena,
				     struct span name, struct claims *claims)
{
	struct fold fold = fold_text(arena, name);
	struct name_reading reading = {.folded = fold.text};
	struct span front = utf8_prefix(name, FOLD_TEXT_POINTS); /* what was folded */
	struct name_read read = {.judge = judge,
				 .arena = arena,
				 .claims = claims,
				 .reading = &reading,
				 .name = front,
				 .tricks = fold.tricks};
	struct span plain = name_looks_plain(arena, fold.text, &read.mistakable);
	struct name_hit hits[CLAIMS];
	size_t count = find_names(&read, plain, hits), before;

	reading.cut = fold.cut;
	if (count == 0)
		count = find_names_in_looks(&read, plain, hits);
	count = find_more_names(&read, name_looks_old(arena, plain), hits, count);
	before = count ? named_points(&read.units) : 0;
	count = find_more_names(&read, name_looks_small(arena, plain), hits, count);
	read.mistakable |= count && named_points(&read.units) > before;
	if (count == 0)
		count = find_more_names(&read, in_katakana(arena, plain), hits, count);
	reading.relayed = read.relayed;
	reading.list = read.list;
	claims->carrier = read.carrier;
	reading.admin = names_mark_roles(judge->catalogue, arena, &read.units) && count == 0;
	reading.post = count == 0 && only_names_and_roles(&read.units);
	name_products_mark(judge->catalogue, arena, &read.units, front, hits, count);
	for (size_t i = 0; i < count; i++)
		claim_hit(&read, &hits[i], only_names_and_roles(&read.units));
	if (count == 0 && read.units.count > 0) {
		read_whole_weak(&read, front);
		if (reading.weak_whole == BRAND_NONE && !claim_mistaken(&read) &&
		    !claim_glued(&read))
			claim_misspelt(&read);
	}
	return reading;
}

void claims_read_text(const struct judge *judge, struct arena *arena, struct span folded,
		      enum claim_where where, struct claims *claims)
{
	struct arena_mark mark = arena_mark(arena);
	struct name_units units = names_split(arena, folded);
	struct name_hit hit;
	size_t from = 0;

	while (names_next(judge->catalogue, &units, &from, &hit))
		claims_add(claims, hit.alias.brand, where, false);
	arena_release(arena, mark); /* ten times the text */
}
