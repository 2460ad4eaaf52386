#include "detect/combo_words.h"

/* clang-format off: word lists, each in the order of the alphabet */
#define WORD(literal)                        \
	{                                    \
		literal, sizeof(literal) - 1 \
	}
static const struct span strong_words[] = {
    WORD("accesso"),	    WORD("account"),	  WORD("accounts"),	 WORD("acount"),
    WORD("activate"),	    WORD("activation"),	  WORD("airdrop"),	 WORD("alert"),
    WORD("alerts"),	    WORD("anmelden"),	  WORD("anmeldung"),	 WORD("assistenza"),
    WORD("atualizacao"),    WORD("auth"),	  WORD("authenticate"),	 WORD("authentication"),
    WORD("authorize"),	    WORD("bestaetigen"),  WORD("bestaetigung"),	 WORD("billing"),
    WORD("compte"),	    WORD("confirm"),	  WORD("confirmation"),	 WORD("connexion"),
    WORD("conta"),	    WORD("cuenta"),	  WORD("ebanking"),	 WORD("facture"),
    WORD("fatura"),	    WORD("haitatsu"),	  WORD("henkin"),	 WORD("henkou"),
    WORD("identification"), WORD("identity"),	  WORD("iniciar"),	 WORD("inloggen"),
    WORD("kakunin"),	    WORD("keikoku"),	  WORD("konto"),	 WORD("kyc"),
    WORD("lock"),	    WORD("locked"),	  WORD("login"),	 WORD("logins"),
    WORD("logon"),	    WORD("meisai"),	  WORD("netbank"),	 WORD("ninsho"),
    WORD("ninshou"),	    WORD("otp"),	  WORD("password"),	 WORD("payment"),
    WORD("payments"),	    WORD("protection"),	  WORD("reactivate"),	 WORD("reactivation"),
    WORD("rechnung"),	    WORD("recover"),	  WORD("recovery"),	 WORD("refund"),
    WORD("refunds"),	    WORD("rekening"),	  WORD("remboursement"), WORD("resolve"),
    WORD("restore"),	    WORD("revalidate"),	  WORD("reverify"),	 WORD("saihaisou"),
    WORD("saihaitatsu"),    WORD("secure"),	  WORD("secured"),	 WORD("securite"),
    WORD("security"),	    WORD("seguranca"),	  WORD("seguridad"),	 WORD("seikyu"),
    WORD("shiharai"),	    WORD("sicherheit"),	  WORD("sicurezza"),	 WORD("signin"),
    WORD("signon"),	    WORD("soporte"),	  WORD("sso"),		 WORD("suporte"),
    WORD("support"),	    WORD("supports"),	  WORD("suspend"),	 WORD("suspended"),
    WORD("suspension"),	    WORD("tetsuzuki"),	  WORD("toroku"),	 WORD("touroku"),
    WORD("tsuchi"),	    WORD("tsuuchi"),	  WORD("unlock"),	 WORD("update"),
    WORD("updates"),	    WORD("validate"),	  WORD("validation"),	 WORD("veiligheid"),
    WORD("verifica"),	    WORD("verificacion"), WORD("verificar"),	 WORD("verification"),
    WORD("verified"),	    WORD("verifizieren"), WORD("verifizierung"), WORD("verify"),
    WORD("wallet"),	    WORD("wallets"),	  WORD("webmail"),	 WORD("webscr"),
};
static const struct span mild_words[] = {
    WORD("acceso"),	  WORD("access"),	 WORD("acesso"),	 WORD("assistance"),
    WORD("atendimento"),  WORD("bank"),		 WORD("banking"),	 WORD("bezorging"),
    WORD("billpay"),	  WORD("cancel"),	 WORD("card"),		 WORD("cardmember"),
    WORD("cards"),	  WORD("cardservice"),	 WORD("center"),	 WORD("check"),
    WORD("claim"),	  WORD("claims"),	 WORD("client"),	 WORD("cliente"),
    WORD("clientes"),	  WORD("clienti"),	 WORD("clients"),	 WORD("colis"),
    WORD("connect"),	  WORD("conto"),	 WORD("customer"),	 WORD("customers"),
    WORD("dapp"),	  WORD("delivery"),	 WORD("device"),	 WORD("dispute"),
    WORD("entrega"),	  WORD("envio"),	 WORD("espace"),	 WORD("gift"),
    WORD("help"),	  WORD("helpdesk"),	 WORD("helpline"),	 WORD("hotline"),
    WORD("id"),		  WORD("info"),		 WORD("inform"),	 WORD("invoice"),
    WORD("kaiin"),	  WORD("klant"),	 WORD("klantenservice"), WORD("kunden"),
    WORD("kundendienst"), WORD("kundenservice"), WORD("lieferung"),	 WORD("limited"),
    WORD("livraison"),	  WORD("madoguchi"),	 WORD("mail"),		 WORD("member"),
    WORD("members"),	  WORD("message"),	 WORD("mobile"),	 WORD("my"),
    WORD("mypage"),	  WORD("net"),		 WORD("notice"),	 WORD("notification"),
    WORD("notify"),	  WORD("online"),	 WORD("oshirase"),	 WORD("pacco"),
    WORD("pagamento"),	  WORD("pago"),		 WORD("paket"),		 WORD("pakket"),
    WORD("parcel"),	  WORD("pay"),		 WORD("portal"),	 WORD("post"),
    WORD("prize"),	  WORD("profile"),	 WORD("protect"),	 WORD("rebate"),
    WORD("renew"),	  WORD("renewal"),	 WORD("reset"),		 WORD("reward"),
    WORD("rewards"),	  WORD("safe"),		 WORD("safety"),	 WORD("sendung"),
    WORD("server"),	  WORD("service"),	 WORD("services"),	 WORD("session"),
    WORD("sign"),	  WORD("smart"),	 WORD("suivi"),		 WORD("survey"),
    WORD("team"),	  WORD("toiawase"),	 WORD("token"),		 WORD("track"),
    WORD("tracking"),	  WORD("upgrade"),	 WORD("user"),		 WORD("users"),
    WORD("vault"),	  WORD("warning"),	 WORD("winner"),
};
static const struct span plain_words[] = {
    WORD("ac"),	      WORD("app"),     WORD("apps"),   WORD("best"),	 WORD("blog"),
    WORD("bonus"),    WORD("buy"),     WORD("cash"),   WORD("cc"),	 WORD("cloud"),
    WORD("club"),     WORD("cn"),      WORD("co"),     WORD("com"),	 WORD("deal"),
    WORD("deals"),    WORD("desktop"), WORD("dev"),    WORD("download"), WORD("en"),
    WORD("eu"),	      WORD("event"),   WORD("events"), WORD("ex"),	 WORD("fan"),
    WORD("fans"),     WORD("forum"),   WORD("fr"),     WORD("free"),	 WORD("get"),
    WORD("global"),   WORD("go"),      WORD("group"),  WORD("guide"),	 WORD("home"),
    WORD("hq"),	      WORD("hub"),     WORD("inc"),    WORD("int"),	 WORD("io"),
    WORD("japan"),    WORD("jp"),      WORD("kk"),     WORD("live"),	 WORD("ltd"),
    WORD("magazine"), WORD("main"),    WORD("market"), WORD("me"),	 WORD("ne"),
    WORD("new"),      WORD("news"),    WORD("now"),    WORD("offer"),	 WORD("offers"),
    WORD("official"), WORD("one"),     WORD("or"),     WORD("org"),	 WORD("page"),
    WORD("plus"),     WORD("pro"),     WORD("promo"),  WORD("reviews"),	 WORD("sale"),
    WORD("shop"),     WORD("site"),    WORD("store"),  WORD("studio"),	 WORD("tech"),
    WORD("the"),      WORD("tips"),    WORD("top"),    WORD("tv"),	 WORD("uk"),
    WORD("us"),	      WORD("usa"),     WORD("vip"),    WORD("web"),	 WORD("wiki"),
    WORD("www"),      WORD("xyz"),
};
/* clang-format on */

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

static const struct {
	const struct span *words;
	size_t count;
	enum tell tell;
} lists[] = {
    {strong_words, COUNT(strong_words), TELL_STRONG},
    {mild_words, COUNT(mild_words), TELL_MILD},
    {plain_words, COUNT(plain_words), TELL_PLAIN},
};

/* A word with its last letter is told from most by that: cheap, as every name is held against every word. */
static bool stands_beside(struct span word, struct span text)
{
	size_t last = word.len - 1;

	if (word.len >= text.len)
		return false;
	return (word.ptr[0] == text.ptr[0] && memcmp(word.ptr, text.ptr, word.len) == 0) ||
	       (word.ptr[last] == text.ptr[text.len - 1] &&
		memcmp(word.ptr, text.ptr + text.len - word.len, word.len) == 0);
}

bool combo_word_beside(struct span text, struct combo_place *place, struct span *word,
		       enum tell *tell)
{
	for (; place->list < COUNT(lists); place->list++, place->word = 0) {
		for (; place->word < lists[place->list].count; place->word++) {
			*word = lists[place->list].words[place->word];
			if (!stands_beside(*word, text))
				continue;
			*tell = lists[place->list].tell;
			place->word++;
			return true;
		}
	}
	return false;
}

/* Is it in the list, which is in the order of the alphabet? */
static bool is_listed(const struct span *words, size_t count, struct span word)
{
	size_t from = 0, to = count;

	while (from < to) {
		size_t middle = (from + to) / 2;
		struct span listed = words[middle];
		size_t least = word.len < listed.len ? word.len : listed.len;
		int order = memcmp(word.ptr, listed.ptr, least);

		if (order == 0 && word.len == listed.len)
			return true;
		if (order < 0 || (order == 0 && word.len < listed.len))
			to = middle;
		else
			from = middle + 1;
	}
	return false;
}

enum tell combo_word_tell(struct span word)
{
	for (size_t i = 0; word.len && i < COUNT(lists); i++)
		if (is_listed(lists[i].words, lists[i].count, word))
			return lists[i].tell;
	return TELL_NOTHING;
}

bool combo_word_is_about(struct span word)
{
	static const char *const about[] = {
	    "blog", "fan", "fans", "forum", "guide", "magazine", "news", "reviews", "tips", "wiki",
	};

	for (size_t i = 0; i < COUNT(about); i++)
		if (span_equal(word, span_of(about[i])))
			return true;
	return false;
}
