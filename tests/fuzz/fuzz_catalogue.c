/* Sources of a catalogue: whatever is taken compiles, and what compiles opens. The first byte says
 * what the JSON behind it is: b a brand's file, p a profile's brand, else infrastructure, names,
 * words of hostnames or wordings. */
#include "fuzz.h"

#include "catalogue/cues.h"
#include "catalogue/source_json.h"
#include "text/hostname.h"

static void report(void *context, const struct source_problem *problem)
{
	(void)context;
	CHECK(memchr(problem->path, 0, sizeof(problem->path)));
	CHECK(memchr(problem->detail, 0, sizeof(problem->detail)));
}

static void add(struct source *source, char kind, const json_t *root)
{
	struct reader reader = {.source = source, .file = "x.json", .report = report};

	switch (kind) {
	case 'b':
		source_add_brand(source, root, "x.json", "", report, NULL);
		break;
	case 'p':
		source_add_brand(source, root, "", "brands[0]", report, NULL);
		break;
	case 'i':
		source_add_infrastructure(&reader, root);
		break;
	case 'n':
		source_add_names(&reader, root);
		break;
	case 'h':
		source_add_hostnames(&reader, root);
		break;
	case 'w':
		source_add_wording(&reader, root);
		break;
	default:
		break;
	}
}

static void check_compiled(const struct source *source)
{
	struct catalogue catalogue = {.count = 1};
	char problem[160] = "";
	struct index *index;
	struct cues *cues;
	void *bytes = NULL;
	size_t size;

	if (!source_compile(source, "2026-11-22", &bytes, &size, report, NULL))
		return;
	index = index_open(bytes, size, problem);
	CHECK(index);
	catalogue.indexes[0] = index;
	cues = cues_new(&catalogue, problem);
	CHECK(cues); /* a pattern that does not compile is not taken */
	cues_free(&cues);
	index_close(&index);
	free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool open;
	struct source *source;
	struct span text, part;

	open = open || hostname_open();
	CHECK(open);
	source = source_new();
	CHECK(source);
	text = fuzz_text(data, size);
	for (struct span rest = text; rest.len > 0;) {
		json_t *root;

		part = fuzz_part(&rest, '\n');
		if (part.len < 2)
			continue;
		root = json_loadb(part.ptr + 1, part.len - 1, JSON_REJECT_DUPLICATES, NULL);
		if (root)
			add(source, part.ptr[0], root);
		json_decref(root);
	}
	if (!source_failed(source))
		check_compiled(source);
	source_free(&source);
	fuzz_text_free(text);
	return 0;
}
