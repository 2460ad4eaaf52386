#include "catalogue/source_json.h"

#include "text/unicode.h"
#include "text/url.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

struct json_path path_member(const char *base, const char *member)
{
	struct json_path path;

	snprintf(path.text, sizeof(path.text), "%s%s%s", base, *base ? "." : "", member);
	return path;
}

struct json_path path_element(const char *base, size_t n)
{
	struct json_path path;

	snprintf(path.text, sizeof(path.text), "%.100s[%zu]", base, n);
	return path;
}

void reader_problem(struct reader *reader, const char *path, const char *format, ...)
{
	struct source_problem problem = {0};
	va_list args;

	snprintf(problem.file, sizeof(problem.file), "%s", reader->file);
	snprintf(problem.path, sizeof(problem.path), "%s", path);
	va_start(args, format);
	vsnprintf(problem.detail, sizeof(problem.detail), format, args);
	va_end(args);
	reader->problems++;
	reader->report(reader->context, &problem);
}

bool reader_object(struct reader *reader, const json_t *value, const char *path,
		   const char *const known[])
{
	const char *member;
	json_t *ignored;

	if (!json_is_object(value)) {
		reader_problem(reader, path, "an object is expected");
		return false;
	}
	json_object_foreach((json_t *)value, member, ignored)
	{
		size_t i = 0;

		while (known[i] && strcmp(known[i], member) != 0)
			i++;
		if (!known[i])
			reader_problem(reader, path_member(path, member).text, "unknown member");
	}
	return true;
}

/* Why a text is not what it should be, or NULL. */
static const char *text_problem(struct span text, size_t max)
{
	const unsigned unseen = UNICODE_CONTROL | UNICODE_INVISIBLE | UNICODE_BIDI_CONTROL;
	struct span rest = text;

	if (text.len == 0)
		return "is empty";
	if (text.len > max)
		return "is too long";
	if (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ')
		return "begins or ends with a blank";
	while (rest.len) {
		uint32_t point = utf8_next(&rest);

		/* Zero-width joiners belong to emoji and Indic names, but no brand here needs one.
		 */
		if ((unicode_properties(point) & unseen) && !(point == '\n' && max > TEXT_BYTES))
			return "has a control or invisible character";
	}
	return NULL;
}

struct span reader_text_value(struct reader *reader, const json_t *value, const char *path,
			      size_t max)
{
	struct span text;
	const char *problem;

	if (!json_is_string(value)) {
		reader_problem(reader, path, "a text is expected");
		return (struct span){0};
	}
	text = (struct span){json_string_value(value), json_string_length(value)};
	problem = text_problem(text, max);
	if (problem) {
		reader_problem(reader, path, "the text %s", problem);
		return (struct span){0};
	}
	return arena_copy(reader->source->texts, text);
}

struct span reader_text(struct reader *reader, const json_t *object, const char *path,
			const char *member, enum presence presence, size_t max)
{
	const json_t *value = json_object_get(object, member);

	if (!value) {
		if (presence == REQUIRED)
			reader_problem(reader, path_member(path, member).text, "is missing");
		return (struct span){0};
	}
	return reader_text_value(reader, value, path_member(path, member).text, max);
}

bool reader_flag(struct reader *reader, const json_t *object, const char *path, const char *member)
{
	const json_t *value = json_object_get(object, member);

	if (value && !json_is_boolean(value))
		reader_problem(reader, path_member(path, member).text, "true or false is expected");
	return json_is_true(value);
}

int reader_choice(struct reader *reader, const json_t *object, const char *path, const char *member,
		  const char *const choices[])
{
	struct span text = reader_text(reader, object, path, member, REQUIRED, TEXT_BYTES);

	if (text.len == 0)
		return -1;
	for (int i = 0; choices[i]; i++)
		if (span_equal(text, span_of(choices[i])))
			return i;
	reader_problem(reader, path_member(path, member).text, "\"%.*s\" is none of its values",
		       (int)(text.len > 60 ? 60 : text.len), text.ptr);
	return -1;
}

/* Are the items of a list to be read at all? */
static bool is_list(struct reader *reader, const json_t *value, const char *path,
		    enum presence presence)
{
	if (!json_is_array(value))
		reader_problem(reader, path, "a list of texts is expected");
	else if (json_array_size(value) > LIST_ITEMS)
		reader_problem(reader, path, "has more than %d texts", LIST_ITEMS);
	else if (presence == REQUIRED && json_array_size(value) == 0)
		reader_problem(reader, path, "at least one text is expected");
	else
		return true;
	return false;
}

struct source_list reader_list(struct reader *reader, const json_t *object, const char *path,
			       const char *member, enum presence presence, item_check *check,
			       void *context)
{
	const json_t *value = json_object_get(object, member);
	struct json_path at = path_member(path, member);
	size_t count = json_array_size(value), kept = 0;
	struct text_map seen = {0};
	struct span *items;

	if (!value) {
		if (presence == REQUIRED)
			reader_problem(reader, at.text, "is missing");
		return (struct source_list){0};
	}
	if (!is_list(reader, value, at.text, presence))
		return (struct source_list){0};
	items = arena_array(reader->source->texts, count + 1, sizeof(*items));
	for (size_t i = 0; items && i < count; i++) {
		struct json_path item = path_element(at.text, i);

		items[kept] =
		    reader_text_value(reader, json_array_get(value, i), item.text, TEXT_BYTES);
		if (items[kept].len == 0)
			continue;
		if (text_map_get(&seen, items[kept]) != TEXT_MAP_NONE)
			reader_problem(reader, item.text, "is there twice");
		else if (!check || check(reader, item.text, items[kept], context))
			reader->source->broken |=
			    text_map_put(&seen, items[kept++], 0) == TEXT_MAP_NONE;
	}
	text_map_free(&seen);
	return (struct source_list){items, kept};
}

static bool is_date(struct span text)
{
	static const char shape[] = "dddd-dd-dd";

	if (text.len != sizeof(shape) - 1)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (shape[i] == '-' ? text.ptr[i] != '-' : text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
	return true;
}

void reader_source(struct reader *reader, const json_t *object, const char *path,
		   enum presence presence)
{
	static const char *const known[] = {"evidence", "confidence", "date", "note", NULL};
	static const char *const evidence[] = {"page", "dataset", "knowledge", NULL};
	static const char *const confidence[] = {"high", "medium", NULL};
	const json_t *source = json_object_get(object, "source");
	struct json_path at = path_member(path, "source");
	struct span date;

	if (!source && presence == OPTIONAL)
		return;
	if (!source)
		reader_problem(reader, at.text, "is missing");
	else if (reader_object(reader, source, at.text, known)) {
		reader_choice(reader, source, at.text, "evidence", evidence);
		reader_choice(reader, source, at.text, "confidence", confidence);
		reader_text(reader, source, at.text, "note", OPTIONAL, LONG_TEXT_BYTES);
		date = reader_text(reader, source, at.text, "date", REQUIRED, TEXT_BYTES);
		if (date.len && !is_date(date))
			reader_problem(reader, path_member(at.text, "date").text,
				       "is no YYYY-MM-DD");
		else if (date.len && memcmp(date.ptr, reader->source->newest, date.len) > 0)
			memcpy(reader->source->newest, date.ptr, date.len);
	}
}

struct span reader_url(struct reader *reader, struct span text, bool secure, const char *path)
{
	struct url url = url_parse(reader->source->scratch, text);
	bool scheme = span_equal(url.scheme, SPAN("https")) ||
		      (!secure && span_equal(url.scheme, SPAN("http")));

	if (url.kind != URL_SPECIAL || !scheme || url.has_userinfo || url.port != -1 ||
	    url.oddities || url.hostname.kind != HOSTNAME_NAME ||
	    span_find(text, ' ') != SPAN_NONE) {
		reader_problem(reader, path, "is no plain %s URL", secure ? "https" : "web");
		return (struct span){0};
	}
	return url.hostname.ascii;
}

bool check_domain_item(struct reader *reader, const char *path, struct span text, void *context)
{
	const char *problem = domain_problem(reader->source, text);

	(void)context;
	if (problem)
		reader_problem(reader, path, "\"%.*s\" %s", (int)(text.len > 60 ? 60 : text.len),
			       text.ptr, problem);
	return !problem;
}

bool check_id(struct reader *reader, const char *path, struct span id)
{
	bool sound = id.len > 0 && id.len <= 64 && id.ptr[0] != '-';

	for (size_t i = 0; i < id.len && sound; i++)
		sound = (id.ptr[i] >= 'a' && id.ptr[i] <= 'z') ||
			(id.ptr[i] >= '0' && id.ptr[i] <= '9') || id.ptr[i] == '-';
	if (id.len && !sound)
		reader_problem(reader, path, "is no id: lower-case letters, digits and hyphens");
	return sound;
}
