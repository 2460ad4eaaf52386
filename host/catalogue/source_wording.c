/* Wording cues: each is compiled and tried on its examples while it is read. */
#include "catalogue/cue_pattern.h"
#include "catalogue/cues.h"
#include "catalogue/source_json.h"
#include "text/fold.h"

static const char *const kind_names[] = {
    "wording",	  "secret-phrase", "secret-code", "ask-enter",	 "ask-tell",	 "advice-not",
    "signature",  "about-account", "refers-back", "advice-told", "advice-fraud", "advice-refuse",
    "advice-own", "secret-aside",  "fraud",	  "points",	 "about-thing",	 NULL};
static const char *const strength_names[] = {"weak", "strong", NULL};
_Static_assert(sizeof(kind_names) / sizeof(kind_names[0]) == CUE_KINDS + 1,
	       "a name for each enum cue_kind");

#define PARTS_DEEP 4 /* parts within parts */

/* The text of a part of this name; empty after a report. */
static struct span part_text(struct reader *r, const json_t *parts, struct span name,
			     const char *path)
{
	char member[32];
	const json_t *part;

	(void)snprintf(member, sizeof(member), "%.*s", (int)name.len, name.ptr);
	part = json_object_get(parts, member);
	if (part)
		return reader_text_value(r, part, "parts", LONG_TEXT_BYTES);
	reader_problem(r, path, "no part has this name");
	return (struct span){0};
}

/* Writes a pattern with each {name} as the text of that part. Quantifiers are of digits, and \{ is a brace. */
static void write_pattern(struct reader *r, const json_t *parts, struct span pattern,
			  const char *path, int depth, struct builder *out)
{
	for (size_t at = 0; at < pattern.len;) {
		struct span rest = span_slice(pattern, at, pattern.len);
		size_t end = span_find(rest, '}');
		bool part = rest.len > 1 && rest.ptr[0] == '{' && rest.ptr[1] >= 'a' &&
			    rest.ptr[1] <= 'z' && end != SPAN_NONE;

		if (part && depth < PARTS_DEEP) {
			struct span text = part_text(r, parts, span_slice(rest, 1, end), path);

			write_pattern(r, parts, text, path, depth + 1, out);
			at += end + 1;
			continue;
		}
		if (part)
			reader_problem(r, path, "parts hold each other");
		size_t taken = part ? end + 1 : rest.ptr[0] == '\\' && rest.len > 1 ? 2 : 1;

		builder_add(out, span_slice(rest, 0, taken));
		at += taken;
	}
}

static struct span read_pattern(struct reader *r, const json_t *value, const json_t *parts,
				const char *path)
{
	struct span pattern = reader_text(r, value, path, "pattern", REQUIRED, LONG_TEXT_BYTES);
	struct builder out = {.arena = r->source->texts};

	if (!memmem(pattern.ptr ? pattern.ptr : "", pattern.len, "{", 1))
		return pattern;
	write_pattern(r, parts, pattern, path_member(path, "pattern").text, 0, &out);
	return builder_span(&out);
}

struct cue_reading {
	const struct source_cue *cue;
	const struct cue_pattern *pattern;
	struct cue_matcher *matcher;
	bool matches; /* what the text is an example of */
};

/* One example is tried as the program will try it. */
static void try_example(struct reader *r, const char *path, struct span example,
			const struct cue_reading *reading)
{
	enum pattern_result result = PATTERN_NONE;
	struct cue_text text = cue_text(fold_body(r->source->scratch, example));
	struct span literal = reading->cue->literal;
	size_t from, to;

	if (literal.len == 0 || memmem(text.text.ptr, text.text.len, literal.ptr, literal.len))
		result = cue_pattern_find(reading->pattern, reading->matcher, &text, PATTERN_FROM,
					  0, &from, &to);
	if (result == PATTERN_LIMIT)
		reader_problem(r, path, "the pattern needs too many steps for this text");
	else if ((result == PATTERN_FOUND) != reading->matches)
		reader_problem(r, path, "the pattern %s",
			       reading->matches ? "does not match it" : "matches it");
}

static void try_list(struct reader *r, const json_t *value, const char *path,
		     const struct cue_reading *reading)
{
	const char *member = reading->matches ? "matches" : "honest";
	const json_t *list = json_object_get(value, member);
	struct json_path at = path_member(path, member);

	if (json_array_size(list) == 0)
		reader_problem(r, at.text, "at least one text is expected");
	for (size_t i = 0; i < json_array_size(list); i++) {
		struct json_path place = path_element(at.text, i);
		struct span example =
		    reader_text_value(r, json_array_get(list, i), place.text, LONG_TEXT_BYTES);

		if (example.len)
			try_example(r, place.text, example, reading);
	}
}

static void try_examples(struct reader *r, const json_t *value, const char *path,
			 const struct source_cue *cue)
{
	char problem[PATTERN_PROBLEM];
	struct cue_pattern *pattern = cue_pattern_new(cue->pattern, problem);
	struct cue_matcher *matcher = cue_matcher_new();
	struct cue_reading reading = {cue, pattern, matcher, true};

	if (pattern && matcher) {
		try_list(r, value, path, &reading);
		reading.matches = false;
		try_list(r, value, path, &reading);
	} else {
		reader_problem(r, path_member(path, "pattern").text, "%s",
			       pattern ? "out of memory" : problem);
	}
	cue_pattern_free(&pattern);
	cue_matcher_free(&matcher);
}

static void read_cue(struct reader *r, const json_t *value, const json_t *parts, const char *path)
{
	static const char *const known[] = {"id",      "kind",	  "strength", "literal",
					    "pattern", "matches", "honest",   NULL};
	uint32_t number = (uint32_t)r->source->cues.count;
	struct source_cue cue = {0}, *slot;
	int kind, strength;

	if (!reader_object(r, value, path, known))
		return;
	cue.id = reader_text(r, value, path, "id", REQUIRED, TEXT_BYTES);
	kind = reader_choice(r, value, path, "kind", kind_names);
	strength = reader_choice(r, value, path, "strength", strength_names);
	cue.literal = reader_text(r, value, path, "literal", OPTIONAL, TEXT_BYTES);
	cue.pattern = read_pattern(r, value, parts, path);
	if (cue.literal.len && !span_equal(fold_body(r->source->scratch, cue.literal), cue.literal))
		reader_problem(r, path_member(path, "literal").text, "is not folded as texts are");
	if (check_id(r, path_member(path, "id").text, cue.id) &&
	    text_map_put(&r->source->cue_ids, cue.id, number) != number)
		reader_problem(r, path_member(path, "id").text, "another cue has this id");
	if (cue.pattern.len)
		try_examples(r, value, path, &cue);
	if (r->problems)
		return;
	cue.kind = (unsigned)kind;
	cue.strength = (unsigned)strength;
	slot = array_push(&r->source->cues, sizeof(*slot));
	if (slot)
		*slot = cue;
	else
		reader_problem(r, path, "out of memory");
}

bool source_add_wording(struct reader *r, const json_t *root)
{
	static const char *const known[] = {"cues", "parts", "source", NULL};
	const json_t *cues = json_object_get(root, "cues"), *value;
	size_t i;

	if (!reader_object(r, root, "", known))
		return false;
	if (!json_is_array(cues))
		reader_problem(r, "cues", "a list is expected");
	json_array_foreach((json_t *)cues, i, value)
	{
		read_cue(r, value, json_object_get(root, "parts"), path_element("cues", i).text);
		source_reset_scratch(r->source);
	}
	reader_source(r, root, "", REQUIRED);
	return r->problems == 0;
}
