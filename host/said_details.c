#include "said_details.h"

#include "said.h"

#include <string.h>

#define OPEN_PARTS 4
/* A reason in a reason: "the text is empty". */
#define DEPTH 2

static const struct {
	const char *english, *japanese;
} rows[] = {
    /* an index that is no sound one (catalogue/index_check.c) */
    {"no 8-byte aligned bytes", "データが8バイト境界にありません"},
    {"* bytes are too few for an index", "*バイトしかなく、カタログとしては小さすぎます"},
    {"not an index: it does not begin with the magic",
     "compile で作成したカタログではありません（先頭の印がありません）"},
    {"written in another byte order", "バイト順の異なるコンピューターで作成されています"},
    {"format version *, this program reads *",
     "形式のバージョンは * ですが、このプログラムが読み取れるのは * です"},
    {"says to have * bytes and has *", "大きさは*バイトのはずですが、*バイトあります"},
    {"says to have aliases of * letters", "*文字の別名があることになっています"},
    {"does not say whether it is made of plain lists: *",
     "ドメイン一覧だけから作られたかどうかの値が正しくありません：*"},
    {"section *: no room for a table", "セクション *: 表が収まりません"},
    {"section *: * buckets are no power of two",
     "セクション *: バケットの数 * が2のべき乗ではありません"},
    {"section *: no filter, or numbers of * bits",
     "セクション *: フィルターがないか、数値が*ビットです"},
    {"section *: a table of another size", "セクション *: 表の大きさが一致しません"},
    {"section *: bytes *+* lie elsewhere", "セクション *: 位置 *、長さ * がファイルの範囲外です"},
    {"section *: no whole number of records", "セクション *: レコードの途中で終わっています"},
    {"section *: * bytes are no power of two",
     "セクション *: バイト数 * が2のべき乗ではありません"},
    {"section *, record *: a text lies elsewhere",
     "セクション *、レコード *: 文字列の位置が範囲外です"},
    {"section *, record *: a number out of range", "セクション *、レコード *: 数値が範囲外です"},
    {"brand *: its lists overlap", "ブランド *: 一覧が重なっています"},
    {"brand *: its lists lie elsewhere", "ブランド *: 一覧の位置が範囲外です"},
    {"domain *: a number out of range", "ドメイン *: 数値が範囲外です"},
    {"its strings are not UTF-8", "文字列が UTF-8 ではありません"},
    {"section *: its buckets do not cover its entries",
     "セクション *: バケットに入っていない項目があります"},
    {"section *: bucket * ends before it starts",
     "セクション *: バケット * の終わりが始まりより前です"},
    {"section *: bucket * is too full", "セクション *: バケット * の項目が多すぎます"},
    {"section *: entry * names no record", "セクション *: 項目 * の指すレコードがありません"},
    {"out of memory, or more than an index holds",
     "メモリーが足りないか、カタログに収まる量を超えています"},
    {"more than * catalogues", "カタログは*個までです"},
    {"the sandbox could not be entered: *: *", "サンドボックスに入れませんでした：*: *"},

    /* what the program shuts itself in with (sandbox_linux.c, sandbox_none.c) */
    {"sandbox: resource limits, *, *", "サンドボックスあり（リソース制限、*、*）"},
    {"part of the sandbox: resource limits, *, *",
     "サンドボックスの一部だけあり（リソース制限、*、*）"},
    {"Landlock (ABI *)", "Landlock ABI *"},
    {"no Landlock", "Landlock なし"},
    {"system call filter", "システムコールフィルター"},
    {"no system call filter", "システムコールフィルターなし"},
    {"no sandbox: *=off", "サンドボックスなし（環境変数 *=off による）"},
    {"no sandbox: the sanitizers of this build need what it forbids",
     "サンドボックスなし（このビルドのサニタイザーと両立しないため）"},
    {"no sandbox: there is none for this system yet",
     "サンドボックスなし（このシステムには未対応です）"},

    /* JSON that jansson cannot read, and where */
    {"line *, column *", "*行目、*文字目"},
    {"line *", "*行目"},
    {"unable to open *: *", "* を開けません：*"},
    {"unable to read *: *", "* を読み取れません：*"},
    {"duplicate object key near *", "同じ名前のメンバーが二重にあります（* の付近）"},
    {"string or '}' expected near *", "文字列または } が必要です（* の付近）"},
    {"'[' or '{' expected near *", "[ または { が必要です（* の付近）"},
    {"end of file expected near *", "ここで終わるはずです（* の付近）"},
    {"* expected near *", "* が必要です（* の付近）"},
    {"invalid token near *", "JSON として読み取れません（* の付近）"},
    {"unexpected token near *", "ここに置けない記号です（* の付近）"},
    {"unexpected token", "ここに置けない記号です"},
    {"premature end of input near *", "途中で終わっています（* の付近）"},
    {"premature end of input", "途中で終わっています"},
    {"unexpected newline near *", "文字列の途中で改行されています（* の付近）"},
    {"unexpected newline", "文字列の途中で改行されています"},
    {"unable to decode byte *", "UTF-8 ではありません（バイト *）"},
    {"control character * near *", "制御文字 * があります（* の付近）"},
    {"control character *", "制御文字 * があります"},
    {"invalid escape near *", "\\ による表記が正しくありません（* の付近）"},
    {"invalid Unicode escape near *", "\\u による表記が正しくありません（* の付近）"},
    {"invalid Unicode *", "\\u による表記 * が正しくありません"},
    {"\\u0000 is not allowed *", "\\u0000 は使えません（*）"},
    {"NUL byte in object key not supported *", "メンバーの名前に NUL は使えません（*）"},
    {"too big integer near *", "整数が大きすぎます（* の付近）"},
    {"too big negative integer near *", "負の整数が小さすぎます（* の付近）"},
    {"real number overflow near *", "小数が大きすぎます（* の付近）"},
    {"maximum parsing depth reached near *", "入れ子が深すぎます（* の付近）"},

    /* sources of a catalogue, brands of a profile (catalogue/source*.c) */
    {"an object is expected", "オブジェクトが必要です"},
    {"a list is expected", "配列が必要です"},
    {"a list of texts is expected", "文字列の配列が必要です"},
    {"has more than * texts", "文字列が*件を超えています"},
    {"a text is expected", "文字列が必要です"},
    {"at least one text is expected", "文字列が1つ以上必要です"},
    {"true or false is expected", "true または false が必要です"},
    {"unknown member", "このメンバーは使えません"},
    {"* is none of its values", "* はここで使える値ではありません"},
    {"the text *", "文字列：*"},
    {"is empty", "空です"},
    {"is too long", "長すぎます"},
    {"begins or ends with a blank", "先頭か末尾に空白があります"},
    {"has a control or invisible character", "制御文字または見えない文字が含まれています"},
    {"has no letters", "文字がありません"},
    {"has no letters or too many", "文字がないか、多すぎます"},
    {"another brand has this id", "この識別名は別のブランドが使っています"},
    {"another cue has this id", "この識別名は別の文言が使っています"},
    {"no part has this name", "その名前の部品（parts）がありません"},
    {"parts hold each other", "部品（parts）が互いを含んでいます"},
    {"is no id: lower-case letters, digits and hyphens",
     "識別名として使えません（小文字の英字、数字、ハイフンだけが使えます）"},
    {"is no plain lower-case address", "小文字だけで書かれたメールアドレスではありません"},
    {"is the brand itself", "ブランド自身です"},
    {"is among * too", "* にもあります"},
    {"* is among user_content too", "* は user_content にもあります"},
    {"is an alias of * too, which is no affiliate",
     "* の別名でもあり、affiliates に挙げられていません"},
    {"is a label of none of its domains", "このブランドのどのドメインにもないラベルです"},
    {"has no sound domain", "使えるドメインがありません"},
    {"* is neither ISO 3166 (JP) nor int",
     "* は ISO 3166 の国コード（JP など）でも int でもありません"},
    {"* is on none of its domains", "* はこのブランドのどのドメインにもありません"},
    {"* but no sender is listed", "*送信元が1つも挙げられていません"},
    {"is listed for too many brands", "登録しているブランドが多すぎます"},
    {"reads like too many other names", "同じように読める名前が多すぎます"},
    {"is there twice", "二重にあります"},
    {"* is to be listed without www.", "* は www. を付けずに書いてください"},
    {"* is a public suffix", "* は公開サフィックスです"},
    {"* is missing", "*必要ですが、ありません"},
    {"is missing", "必要ですが、ありません"},
    {"is no YYYY-MM-DD", "日付（YYYY-MM-DD）ではありません"},
    {"is no plain * URL", "普通の * の URL ではありません"},
    {"does not begin with a slash", "スラッシュで始まっていません"},
    {"none, or more than *", "1つもないか、* を超えています"},
    {"has another role too", "別の役割の語にもあります"},
    {"has other than lower-case letters and digits", "小文字の英字と数字以外の文字があります"},
    {"tells another thing too", "別の種類の語にもあります"},
    {"is not folded as texts are", "本文と同じように正規化されていません"},
    {"the pattern needs too many steps for this text",
     "この文に対してパターンの照合に手数がかかりすぎます"},
    {"the pattern does not match it", "パターンが一致しません"},
    {"the pattern matches it", "パターンが一致してしまいます"},
    {"at byte *: *", "*バイト目：*"},
    {"is not the file's name", "ファイル名と一致しません"},
    {"is no .json file", ".json ファイルではありません"},
    {"has no place in a catalogue", "カタログのファイルではありません"},
    {"a domain has more entries than a look-up gives", "1つのドメインに対する登録が多すぎます"},
    {"an alias has more brands than a look-up gives", "1つの別名に対するブランドが多すぎます"},
    {"an address has more brands than a look-up gives",
     "1つのアドレスに対するブランドが多すぎます"},

    /* domains (catalogue/source.c) */
    {"is too long for a domain", "ドメインとしては長すぎます"},
    {"has an empty label", "空のラベルがあります"},
    {"has a label of more than 63 bytes", "63バイトを超えるラベルがあります"},
    {"is no domain but a URL, an address or has a port",
     "ドメインではなく、URL かアドレスか、ポート番号の付いたものです"},
    {"is not in lower case", "小文字で書かれていません"},
    {"has other characters than ASCII letters, digits, hyphens and dots",
     "ASCII の英数字、ハイフン、ドット以外の文字があります"},
    {"has too many labels", "ラベルが多すぎます"},
    {"has no dot", "ドットがありません"},
    {"is no domain name", "ドメイン名ではありません"},

    /* a profile's own rules (profile_rules.c, profile.c) */
    {"is a mobile carrier's: every subscriber can have an address there",
     "携帯電話会社のメールアドレスで、契約者なら誰でも取得できます"},
    {"is an internet provider's: every subscriber can have an address there",
     "プロバイダーのメールアドレスで、契約者なら誰でも取得できます"},
    {"is free mail: anyone can have an address there",
     "誰でもアドレスを取得できるフリーメールです"},
    {"is an e-mail service that sends for many organisations",
     "多くの組織に代わって送信するメール配信サービスです"},
    {"is a hosting service: anyone can publish there", "誰でも公開できるホスティングです"},
    {"is a place where anyone can publish", "誰でも公開できる場所です"},
    {"is a URL shortener: its links lead anywhere", "行き先の分からない短縮 URL です"},
    {"is a redirector: its links lead anywhere", "行き先の分からない転送サービスです"},
    {"is not a domain", "ドメインではありません"},
    {"is a public suffix: domains below it belong to many",
     "公開サフィックスです。その下のドメインの持ち主はさまざまです"},
    {"looks like a domain of a brand in the catalogue",
     "カタログにあるブランドのドメインと紛らわしい名前です"},
    {"is not a registrable domain: leave out what stands before it",
     "登録単位のドメインではありません。前の部分を省いてください"},
    {"is not a plain mail address", "普通のメールアドレスではありません"},
    {"has fewer than 4 letters", "4文字未満です"},
    {"is too long for a name", "名前としては長すぎます"},
    {"is a name of a brand in the catalogue", "カタログにあるブランドの名前です"},
    {"is not of lower-case letters, digits and hyphens",
     "小文字の英字、数字、ハイフン以外の文字があります"},
    {"is a brand of the catalogue", "カタログにあるブランドです"},
    {"is left out like all after it: 200 brands are the limit",
     "これより後は使いません。ブランドは200件までです"},
    {"*: not a string", "*: 文字列ではありません"},
    {"not an object", "オブジェクトではありません"},
    {"*: not an object", "*: オブジェクトではありません"},
    {"*: not an array", "*: 配列ではありません"},
    {"*: neither true nor false", "*: true でも false でもありません"},
    {"*: not an integer from 0 to 2^53-1", "*: 0 から 2^53-1 までの整数ではありません"},
    {"the profile could not be compiled", "プロファイルを取り込めませんでした"},
    {"is not the id of a brand", "ブランドの識別名ではありません"},
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

/* Fits `text` to `row`, whose open parts it fills; the shortest fits first, but for the last one. */
static bool fits(const char *row, struct span text, struct span parts[OPEN_PARTS])
{
	size_t part = 0;

	for (;;) {
		size_t literal = strcspn(row, "*");
		struct span rest;

		if (text.len < literal || (literal && memcmp(text.ptr, row, literal) != 0))
			return false;
		rest = span_slice(text, literal, text.len);
		row += literal;
		if (!*row)
			return rest.len == 0;
		if (part == OPEN_PARTS)
			return false;
		literal = strcspn(++row, "*");
		if (literal == 0) {
			parts[part] = rest;
			return true;
		}
		const char *at = rest.len ? memmem(rest.ptr, rest.len, row, literal) : NULL;

		/* The last literal ends the text. */
		if (at && !row[literal])
			at = rest.ptr + rest.len - literal;
		if (!at)
			return false;
		parts[part] = span_slice(rest, 0, (size_t)(at - rest.ptr));
		text = span_slice(rest, parts[part++].len, rest.len);
	}
}

struct text {
	char *bytes;
	size_t used;
};

static void append(struct text *out, struct span piece)
{
	size_t room = SAID_DETAIL_BYTES - 1 - out->used;

	if (piece.len > room) {
		piece.len = room;
		while (piece.len && (piece.ptr[piece.len] & 0xC0) == 0x80)
			piece.len--;
	}
	if (piece.len)
		memcpy(out->bytes + out->used, piece.ptr, piece.len);
	out->used += piece.len;
	out->bytes[out->used] = '\0';
}

static bool append_japanese(struct text *out, struct span english, int depth);

static void append_part(struct text *out, struct span part, int depth)
{
	/* What is quoted is the file's. */
	bool quoted = span_starts(part, SPAN("'")) || span_starts(part, SPAN("\""));

	if (quoted || depth == DEPTH || !append_japanese(out, part, depth + 1))
		append(out, part);
}

/* A row of the plain table. */
static bool append_plain(struct text *out, struct span english)
{
	const char *plain, *japanese;

	for (size_t i = 0; said_row(i, &plain, &japanese); i++) {
		if (strchr(plain, '%') || !span_equal(english, span_of(plain)))
			continue;
		append(out, span_of(japanese));
		return true;
	}
	return false;
}

static bool append_japanese(struct text *out, struct span english, int depth)
{
	struct span parts[OPEN_PARTS];

	if (append_plain(out, english))
		return true;
	for (size_t i = 0; i < ROWS; i++) {
		const char *japanese = rows[i].japanese;

		if (!fits(rows[i].english, english, parts))
			continue;
		for (size_t part = 0; *japanese; part++) {
			size_t literal = strcspn(japanese, "*");

			append(out, (struct span){japanese, literal});
			japanese += literal;
			if (!*japanese)
				break;
			append_part(out, parts[part], depth);
			japanese++;
		}
		return true;
	}
	return false;
}

const char *said_detail_in(enum language language, const char *english,
			   char out[static SAID_DETAIL_BYTES])
{
	struct text text = {.bytes = out};

	return language == LANGUAGE_JA && append_japanese(&text, span_of(english), 0) ? out
										      : english;
}

const char *said_detail(const char *english, char out[static SAID_DETAIL_BYTES])
{
	return said_detail_in(language_of_environment(), english, out);
}

bool said_detail_row(size_t at, const char **english, const char **japanese)
{
	if (at >= ROWS)
		return false;
	*english = rows[at].english;
	*japanese = rows[at].japanese;
	return true;
}
