#include "finding_names.h"

struct span finding_name(enum finding_code code)
{
	static const char *const names[FINDING_CODES] = {
	    [SENDER_UNOFFICIAL] = "sender-unofficial",
	    [SENDER_LOOKALIKE] = "sender-lookalike",
	    [SENDER_UNVERIFIED] = "sender-unverified",
	    [SENDER_ADDRESS_UNLISTED] = "sender-address-unlisted",
	    [SENDER_UNSOLICITED] = "sender-unsolicited",
	    [SENDER_NAME_DISGUISED] = "sender-name-disguised",
	    [SENDER_NAME_ADDRESS] = "sender-name-address",
	    [SENDER_CONTAINS_RECIPIENT] = "sender-contains-recipient",
	    [SENDER_FREEMAIL] = "sender-freemail",
	    [SENDER_MALFORMED] = "sender-malformed",
	    [SENDER_UNAUTHENTICATED] = "sender-unauthenticated",
	    [WEBMAIL_WARNED] = "webmail-warned",
	    [REPLY_TO_ELSEWHERE] = "reply-to-elsewhere",
	    [LINK_LOOKALIKE_IDN] = "link-lookalike-idn",
	    [LINK_LOOKALIKE_TYPO] = "link-lookalike-typo",
	    [LINK_BRAND_EMBEDDED] = "link-brand-embedded",
	    [LINK_COMBOSQUAT] = "link-combosquat",
	    [LINK_TLD_SWAP] = "link-tld-swap",
	    [LINK_UNOFFICIAL] = "link-unofficial",
	    [LINK_TEXT_MISMATCH] = "link-text-mismatch",
	    [LINK_USERINFO] = "link-userinfo",
	    [LINK_ADDRESS_LITERAL] = "link-address-literal",
	    [LINK_MIXED_SCRIPT] = "link-mixed-script",
	    [LINK_OBFUSCATED] = "link-obfuscated",
	    [LINK_SCRIPT] = "link-script",
	    [LINK_SHORTENER] = "link-shortener",
	    [LINK_REDIRECT] = "link-redirect",
	    [LINK_FREE_HOSTING] = "link-free-hosting",
	    [SECRET_REQUESTED] = "secret-requested",
	    [FRAUD_REQUESTED] = "fraud-requested",
	    [BRANDS_CONTRADICT] = "brands-contradict",
	    [TEXT_DISGUISED] = "text-disguised",
	    [KNOWN_WORDING] = "known-wording",
	    [UNUSED_SERVICE] = "unused-service",
	    [NOT_ALL_CHECKED] = "not-all-checked",
	};

	return span_of(names[code]);
}
