#include "detect/link_case.h"

/* What trust in a link's domain lowers (protocol.md, profile). */
static bool trust_excuses(enum finding_code code)
{
	return code == LINK_UNOFFICIAL || code == LINK_COMBOSQUAT || code == LINK_TLD_SWAP ||
	       code == LINK_TEXT_MISMATCH || code == LINK_FREE_HOSTING;
}

struct finding *link_raise(const struct link_case *c, enum finding_code code, enum level level,
			   brand_ref brand, const struct place *place)
{
	struct finding *f;

	if (place && place->trusted && trust_excuses(code) && level > LEVEL_NOTICE)
		level = LEVEL_NOTICE;
	f = findings_add(c->findings, code, level, TARGET_LINK, c->index, brand);
	if (!place)
		return f;
	f->evidence[EVIDENCE_HOSTNAME] = place->shown;
	if (!span_equal(place->url.hostname.unicode, place->url.hostname.ascii)) {
		f->evidence[EVIDENCE_PUNYCODE] = place->url.hostname.ascii;
		if (span_equal(place->shown, place->url.hostname.ascii))
			f->evidence[EVIDENCE_UNICODE] = place->url.hostname.unicode;
	}
	f->evidence[EVIDENCE_DOMAIN] = place_registrable_shown(place);
	if (place->destination)
		f->evidence[EVIDENCE_DESTINATION] = place->shown;
	return f;
}

void link_raise_problem(const struct link_case *c, enum finding_code code, enum level level,
			const char *problem, const struct place *place)
{
	if (problem)
		link_raise(c, code, level, BRAND_NONE, place)->evidence[EVIDENCE_PROBLEM] =
		    span_of(problem);
}
