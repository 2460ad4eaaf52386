#include "text/script_check.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

/*
 * For each script the letters that pass for Latin letters or digits in the type of an address bar,
 * and the top-level domains of the countries that write it. A label in which the script has only
 * such letters may be a Latin name in disguise; elsewhere a reader expects the script.
 */
static const struct {
	unsigned script;
	const char *letters;
	const char *tlds; /* set apart by blanks */
} sets[] = {
    {SCRIPT_ARMENIAN, "ազէլհյոսւօցք", "am"},
    {SCRIPT_CYRILLIC, "аысԁеԍһіюкјӏорԗԛѕтԝхуъьҽпгѵѡүғ",
     "bg by kg kz me mk mn pyc rs ru su tj ua uz"},
    {SCRIPT_ETHIOPIC, "ሀሠሰስበቡቢተቱነኑአከኩዐዕዘዪየፐፕጠ", "er et"},
    {SCRIPT_GEORGIAN, "იოყძხჽჿ", "ge"},
    {SCRIPT_GREEK, "αικνρυωηοτ", "gr cy"},
    {SCRIPT_HEBREW, "דוחטיןסװײ", "il"},
    {SCRIPT_MYANMAR, "ဂငထပဝသ၀၂", "mm"},
    {SCRIPT_THAI, "ทนบปผพรหอเแ๐", "th"},
    {SCRIPT_BENGALI, "০১৪৭ঠ", ""},
    {SCRIPT_DEVANAGARI, "०२३ऽठड", ""},
    {SCRIPT_GUJARATI, "૦૨૩ઠટડ", ""},
    {SCRIPT_GURMUKHI, "੦੧੨੩੪ਠ", ""},
    {SCRIPT_KANNADA, "೦೧೨ಂಠಌ", ""},
    {SCRIPT_MALAYALAM, "൦൧ഠടറര", ""},
    {SCRIPT_ORIYA, "୦୧୨୩ଠଟ", ""},
    {SCRIPT_TAMIL, "௦டப௧", ""},
    {SCRIPT_TELUGU, "౦౧౨ంఠ౸", ""},
};

/* Everyday Russian words that happen to have only such letters. */
static const char *const words[] = {
    "актер",	"аптека", "арест",  "арка",	 "астро",    "аура",  "гора",	"горы",
    "гость",	"как",	  "карта",  "картотека", "коса",     "кот",   "круг",	"курорт",
    "курс",	"курсы",  "опера",  "оператор",	 "отпуск",   "пакет", "парк",	"паспорт",
    "покраска", "порт",	  "пост",   "постер",	 "посты",    "пух",   "пхукет", "реактор",
    "реестр",	"ректор", "ресурс", "рок",	 "рост",     "рука",  "сахар",	"сахарок",
    "секрет",	"секс",	  "сектор", "сеть",	 "скорость", "сок",   "спектр", "спорт",
    "старт",	"страх",  "суп",    "сыр",	 "театр",    "торг",  "торт",	"торты",
    "трактор",	"трасса", "тур",    "туры",	 "укроп",    "успех", "утро",	"хор",
    "хутор",
};

static bool holds(struct span text, uint32_t point)
{
	while (text.len > 0)
		if (utf8_next(&text) == point)
			return true;
	return false;
}

static bool holds_script(struct span text, unsigned script)
{
	while (text.len > 0)
		if (unicode_script(utf8_next(&text)) == script)
			return true;
	return false;
}

/* True when `list`, words set apart by single blanks, has `word`. */
static bool lists(struct span list, struct span word)
{
	while (list.len > 0) {
		size_t blank = span_find(list, ' ');

		if (span_equal(span_slice(list, 0, blank), word))
			return true;
		list = blank == SPAN_NONE ? (struct span){NULL, 0}
					  : span_slice(list, blank + 1, list.len);
	}
	return false;
}

static bool only_lookalikes(struct span label, unsigned script, struct span letters)
{
	bool any = false;

	while (label.len > 0) {
		uint32_t point = utf8_next(&label);

		if (unicode_script(point) != script)
			continue;
		if (!holds(letters, point))
			return false;
		any = true;
	}
	return any;
}

static bool is_word(struct span label)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (span_equal(label, span_of(words[i])))
			return true;
	return false;
}

bool script_whole_confusable(struct span label, struct span tld)
{
	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++) {
		if (!only_lookalikes(label, sets[i].script, span_of(sets[i].letters)))
			continue;
		if (!lists(span_of(sets[i].tlds), tld) && !holds_script(tld, sets[i].script) &&
		    !is_word(label))
			return true;
	}
	return false;
}
