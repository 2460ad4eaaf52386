/* hostnames.json: words and suffixes of hostnames. */
#include "catalogue/source_json.h"

/* Context: the kind. */
static bool check_hostname_word(struct reader *r, const char *path, struct span text, void *context)
{
	const unsigned tells = HOSTNAME_PLAIN | HOSTNAME_MILD | HOSTNAME_STRONG;
	struct source *source = r->source;
	unsigned kind = *(unsigned *)context;
	uint32_t number = (uint32_t)source->hostname_words.count, known;
	struct source_hostname_word *word;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
			reader_problem(r, path, "has other than lower-case letters and digits");
			return false;
		}
	}
	known = text_map_put(&source->hostname_keys, text, number);
	if (known != number) {
		word = ARRAY_AT(&source->hostname_words, struct source_hostname_word, known);
		if (kind & tells && word->kinds & tells & ~kind) {
			reader_problem(r, path, "tells another thing too");
			return false;
		}
		word->kinds |= kind;
		return true;
	}
	word = array_push(&source->hostname_words, sizeof(*word));
	if (word)
		*word = (struct source_hostname_word){text, kind};
	return word;
}

bool source_add_hostnames(struct reader *r, const json_t *root)
{
	static const struct {
		const char *member;
		unsigned kind;
	} lists[] = {
	    {"strong", HOSTNAME_STRONG},       {"mild", HOSTNAME_MILD},
	    {"plain", HOSTNAME_PLAIN},	       {"about", HOSTNAME_ABOUT},
	    {"serving", HOSTNAME_SERVING},     {"throwaway", HOSTNAME_THROWAWAY},
	    {"worldwide", HOSTNAME_WORLDWIDE},
	};
	static const char *const known[] = {"strong",	 "mild",      "plain",	"about", "serving",
					    "throwaway", "worldwide", "source", NULL};

	if (!reader_object(r, root, "", known))
		return false;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		unsigned kind = lists[i].kind;

		reader_list(r, root, "", lists[i].member, OPTIONAL, check_hostname_word, &kind);
		source_reset_scratch(r->source);
	}
	reader_source(r, root, "", REQUIRED);
	return r->problems == 0;
}
