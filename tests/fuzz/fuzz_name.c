/* Display names: read against the real catalogue, through folding, skeletons and look-ups. */
#include "fuzz.h"

#include "detect/claim.h"
#include "detect/judge.h"
#include "embedded/embedded.h"
#include "text/hostname.h"
#include "text/utf8.h"

static struct arena *arena;
static struct catalogue catalogue;
static struct profile profile;
static struct judge judge;

static void open_parts(void)
{
	char problem[160];

	CHECK(hostname_open());
	arena = arena_new(128U << 20);
	catalogue = (struct catalogue){.indexes = {embedded_open(problem)}, .count = 1};
	CHECK(arena && catalogue.indexes[0]);
	judge = (struct judge){&catalogue, cues_new(&catalogue, problem), &profile};
	CHECK(judge.cues);
}

static void check_claims(struct span name)
{
	struct claims claims = {0};
	struct name_reading reading = claims_read_name(&judge, arena, name, &claims);

	CHECK(claims.count <= CLAIMS && claims.strong_count <= claims.count);
	for (size_t i = 0; i < claims.count; i++)
		CHECK(catalogue_brand(&catalogue, claims.at[i].brand).id.len > 0);
	if (reading.disguised != BRAND_NONE)
		CHECK(catalogue_brand(&catalogue, reading.disguised).id.len > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = fuzz_text(data, size), rest = text, name;
	struct message message = {.has_sender = true};
	struct verdict verdict;

	if (!arena)
		open_parts();
	arena_reset(arena);
	if (utf8_check(text) == text.len) {
		name = fuzz_part(&rest, '\n');
		check_claims(name);
		message.sender_name = name;
		message.sender_address = rest;
		CHECK(judge_message(&judge, arena, &message, &verdict));
		CHECK(!arena_failed(arena));
	}
	fuzz_text_free(text);
	return 0;
}
