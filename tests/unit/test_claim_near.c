/* Names in which no alias stands as it is spelt: one letter off, glued to a role word, one character for another. */
#include "house_fixture.h"

#include "detect/claim_near.h"

/* A name as claim.c has read it when it finds no alias. */
struct near {
	struct claims claims;
	struct name_reading reading;
	struct name_read read;
};

static void read_name(const char *name, struct near *near)
{
	struct fold fold = fold_text(fixture.arena, span_of(name));

	*near = (struct near){0};
	near->read = (struct name_read){
	    .judge = &fixture.judge,
	    .arena = fixture.arena,
	    .units = names_split(fixture.arena, fold.text),
	    .claims = &near->claims,
	    .reading = &near->reading,
	    .name = span_of(name),
	    .tricks = fold.tricks,
	};
	names_mark_roles(&fixture.catalogue, fixture.arena, &near->read.units);
}

struct near_case {
	const char *name;
	const char *claimed, *disguised, *near_miss; /* ids */
};

static void check(const struct near_case *c, const struct near *near, bool found)
{
	brand_ref claimed = near->claims.strong_count ? near->claims.strong[0] : BRAND_NONE;

	expect_house("claimed", c->name, claimed, c->claimed);
	expect_house("disguised", c->name, near->reading.disguised, c->disguised);
	expect_house("the near miss", c->name, near->reading.near_miss, c->near_miss);
	if (found != (c->claimed != NULL))
		fail_msg("%s: %d", c->name, found);
	assert_true(near->claims.count <= 1);
	if (c->claimed)
		assert_int_equal(near->claims.at[0].where, CLAIM_SENDER_NAME);
}

static void what_is_neither_alias_nor_role_word(void **state)
{
	struct near near;

	(void)state;
	read_name("The Blümen Support ハー", &near);
	expect_text("text", "Blümen", name_remaining(&near.read, false), "blümenハー");
	expect_text("key", "Blümen", name_remaining(&near.read, true), "blurnen八");
	read_name("The Support", &near);
	assert_int_equal(name_remaining(&near.read, false).len, 0);
	read_name("", &near);
	assert_int_equal(name_remaining(&near.read, true).len, 0);
}

static void one_letter_off(void **state)
{
	static const struct near_case CASES[] = {
	    /* a coined name: no accident */
	    {"Zavvelto", "zavelto", NULL, NULL},
	    {"Zavlto", "zavelto", NULL, NULL},
	    {"Zavetlo", "zavelto", NULL, NULL},
	    {"Murvemex", "murvenex", NULL, NULL}, /* m looks like two letters */
	    {"Rnurvemex", "murvenex", NULL, NULL},
	    {"Zavelto Support Teem", NULL, NULL, NULL},
	    {"Zavvelto Support", "zavelto", NULL, NULL},
	    /* letters that a reader takes for each other, or tricks beside it, hide it */
	    {"Zaveito", "zavelto", "zavelto", NULL},
	    {"Zavv\u200belto", "zavelto", "zavelto", NULL},
	    /* a name that is not coined has neighbours */
	    {"Karmesim", NULL, NULL, "karmesin"},
	    {"Quorbamk", NULL, NULL, "zavelto-karte"},
	    /* two letters off, other words, the name itself */
	    {"Zavvelt", NULL, NULL, NULL},
	    {"Hanako Zavvelto", NULL, NULL, NULL},
	    {"Zavelto", NULL, NULL, NULL},
	    {"Hanako", NULL, NULL, NULL},
	    {"", NULL, NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct near near;

		read_name(CASES[i].name, &near);
		claim_misspelt(&near.read);
		check(&CASES[i], &near, near.claims.strong_count > 0);
	}
}

static void glued_to_a_role_word(void **state)
{
	static const struct near_case CASES[] = {
	    {"ZaveltoSupport", "zavelto", NULL, NULL},
	    {"MyZavelto", "zavelto", NULL, NULL},
	    {"ZaveltoSupportTeam", "zavelto", NULL, NULL},
	    {"Zavelto\u200bSupport", "zavelto", "zavelto", NULL},
	    {"ザベルトサポーター", NULL, NULL, NULL},
	    /* no role word, no strong alias, too little of either */
	    {"ZaveltoBlumen", NULL, NULL, NULL},
	    {"OtterSupport", NULL, NULL, NULL},
	    {"BlumenSupport", NULL, NULL, NULL},
	    {"DHLSupport", NULL, NULL, NULL},
	    {"ZaveltoS", NULL, NULL, NULL},
	    {"Support", NULL, NULL, NULL},
	    {"", NULL, NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct near near;
		bool found;

		read_name(CASES[i].name, &near);
		found = claim_glued(&near.read);
		check(&CASES[i], &near, found);
	}
}

static void one_character_for_another(void **state)
{
	static const struct near_case CASES[] = {
	    {"クオルパンク", NULL, NULL, NULL},
	    {"ケオルバンク", "zavelto-karte", "zavelto-karte", NULL},
	    {"クオルバソク", "zavelto-karte", "zavelto-karte", NULL},
	    {"クオルバンケ", "zavelto-karte", "zavelto-karte", NULL},
	    /* two of them, the name itself, a short word, a weak name */
	    {"ケオルバソク", NULL, NULL, NULL},
	    {"クオルバンク", NULL, NULL, NULL},
	    {"ンニー", NULL, NULL, NULL},
	    {"リソドウ", NULL, NULL, NULL},
	    {"Zavelto", NULL, NULL, NULL},
	    {"", NULL, NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct near near;
		bool found;

		read_name(CASES[i].name, &near);
		found = claim_mistaken(&near.read);
		check(&CASES[i], &near, found);
	}
}

/* A name longer than any alias is given up at once, though its end would fit. */
static void long_names(void **state)
{
	char name[1001];
	struct near near;

	(void)state;
	memset(name, 'x', sizeof(name) - 1);
	strcpy(name + sizeof(name) - 1 - strlen("zaveltosupport"), "zaveltosupport");
	read_name(name, &near);
	assert_false(claim_glued(&near.read));
	assert_false(claim_mistaken(&near.read));
	claim_misspelt(&near.read);
	assert_int_equal(near.claims.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_neither_alias_nor_role_word),
	    cmocka_unit_test(one_letter_off),
	    cmocka_unit_test(glued_to_a_role_word),
	    cmocka_unit_test(one_character_for_another),
	    cmocka_unit_test(long_names),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
