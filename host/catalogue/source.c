#include "catalogue/source_private.h"

#include "text/hostname.h"

#include <stdlib.h>

/* Above what a list of a million domains takes, below what would trouble the machine. */
#define SOURCE_BYTES ((size_t)1 << 30)
#define SCRATCH_BYTES ((size_t)1 << 24)

struct source *source_new(void)
{
	struct source *source = calloc(1, sizeof(*source));

	if (!source)
		return NULL;
	source->texts = arena_new(SOURCE_BYTES);
	source->scratch = arena_new(SCRATCH_BYTES);
	if (!source->texts || !source->scratch)
		source_free(&source);
	return source;
}

void source_free(struct source **source)
{
	struct source *s = *source;

	if (!s)
		return;
	array_free(&s->brands);
	array_free(&s->aliases);
	array_free(&s->domains);
	array_free(&s->redirectors);
	array_free(&s->words);
	array_free(&s->hostname_words);
	array_free(&s->cues);
	text_map_free(&s->brand_ids);
	text_map_free(&s->alias_keys);
	text_map_free(&s->domain_names);
	text_map_free(&s->word_keys);
	text_map_free(&s->hostname_keys);
	text_map_free(&s->cue_ids);
	text_map_free(&s->domain_brands);
	text_map_free(&s->address_brands);
	arena_free(&s->texts);
	arena_free(&s->scratch);
	free(s);
	*source = NULL;
}

bool source_failed(const struct source *source)
{
	return source->broken || arena_failed(source->texts) || arena_failed(source->scratch);
}

void source_reset_scratch(struct source *source)
{
	source->broken = source_failed(source);
	arena_reset(source->scratch);
}

const char *source_newest_date(const struct source *source)
{
	return source->newest;
}

bool list_has(const struct source_list *list, struct span text)
{
	for (size_t i = 0; i < list->count; i++)
		if (span_equal(list->items[i], text))
			return true;
	return false;
}

bool list_covers(const struct source_list *list, struct span name)
{
	for (size_t i = 0; i < list->count; i++)
		if (hostname_within(name, list->items[i]))
			return true;
	return false;
}

/* Labels of 1 to 63 letters, digits, hyphens and underscores, at least two of them. */
static const char *shape_problem(struct span text)
{
	size_t label = 0, labels = 1;

	if (text.len > DOMAIN_BYTES)
		return "is too long for a domain";
	for (size_t i = 0; i < text.len; i++) {
		char byte = text.ptr[i];

		if (byte == '.' && label == 0)
			return "has an empty label";
		labels += byte == '.';
		label = byte == '.' ? 0 : label + 1;
		if (label > 63)
			return "has a label of more than 63 bytes";
		if (byte == '/' || byte == ':' || byte == '@')
			return "is no domain but a URL, an address or has a port";
		if (byte >= 'A' && byte <= 'Z')
			return "is not in lower case";
		if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9') && byte != '-' &&
		    byte != '.' && byte != '_')
			return "has other characters than ASCII letters, digits, hyphens and dots";
	}
	if (label == 0)
		return "has an empty label";
	if (labels > DOMAIN_LABELS)
		return "has too many labels";
	return labels < 2 ? "has no dot" : NULL;
}

const char *domain_problem(struct source *source, struct span text)
{
	const char *problem = shape_problem(text);
	struct hostname hostname;

	if (problem)
		return problem;
	hostname = hostname_parse(source->scratch, text);
	if (hostname.kind != HOSTNAME_NAME || hostname.undecodable ||
	    !span_equal(hostname.ascii, text))
		return "is no domain name";
	return NULL;
}

bool source_add_domain(struct source *source, struct span domain, unsigned roles)
{
	struct source_domain *entry;
	uint32_t known = text_map_get(&source->domain_names, domain);
	bool sound;

	if (known != TEXT_MAP_NONE) {
		ARRAY_AT(&source->domains, struct source_domain, known)->roles |= roles;
		return true;
	}
	sound = !domain_problem(source, domain) && !arena_failed(source->scratch);
	source_reset_scratch(source);
	domain = sound ? arena_copy(source->texts, domain) : (struct span){0};
	entry = domain.len ? array_push(&source->domains, sizeof(*entry)) : NULL;
	if (!entry)
		return false;
	*entry = (struct source_domain){.name = domain, .roles = roles};
	return text_map_put(&source->domain_names, domain, (uint32_t)(source->domains.count - 1)) !=
	       TEXT_MAP_NONE;
}
