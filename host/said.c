#include "said.h"

#include <string.h>

#define SEE_HELP "（honmono check --help を参照してください）"

static const struct {
	const char *english, *japanese;
} rows[] = {
    /* of all verbs */
    {"%s: no such verb (honmono --help)",
     "%s: そのようなコマンドはありません（honmono --help を参照してください）"},
    {"cannot write standard output", "標準出力に書き込めません"},
    {"cannot read standard input or write standard output",
     "標準入力の読み取りまたは標準出力への書き込みができません"},
    {"out of memory", "メモリーが足りません"},
    {"cannot start: %s", "起動できません：%s"},
    {"cannot open the catalogue: %s", "カタログを開けません：%s"},
    {"the extension that started this program is not one it serves",
     "このプログラムを起動した拡張機能には対応していません"},
    {"%s is ignored: it must be a file of root or of you that nobody else can write",
     "%s を無視します：root またはあなたが所有し、ほかの誰も書き込めないファイルに限ります"},
    {"%.*s: takes a value (honmono %s --help)",
     "%.*s: 値が必要です（honmono %s --help を参照してください）"},
    {"%.*s: not an option (honmono %s --help)",
     "%.*s: そのようなオプションはありません（honmono %s --help を参照してください）"},
    {"%.*s: belongs to no option (honmono %s --help)",
     "%.*s: どのオプションの値でもありません（honmono %s --help を参照してください）"},
    {"--%s: to be written in full", "--%s: 省略せずに書いてください"},

    /* check */
    {"--%s: %s: not JSON (line %d)", "--%s: %s: JSON ではありません（%d行目）"},
    {"--%s: cannot read %s: %s", "--%s: %s を読み取れません：%s"},
    {"nothing to check (honmono check --help)", "確認するものがありません" SEE_HELP},
    {"larger than 1 MiB", "1 MiB を超えています"},
    {"not UTF-8", "UTF-8 ではありません"},
    {"JSON, but not an object", "JSON ですが、オブジェクトではありません"},
    {"more than 2000 links", "リンクは2000件までです"},
    {"given twice for one link", "1つのリンクに二重に指定されています"},
    {"the --link that it is the text of must stand before it",
     "対応する --link の後ろに指定してください"},
    {"the --link that it is the attribute of must stand before it",
     "対応する --link の後ろに指定してください"},
    {"is pass, fail or none", "pass、fail、none のいずれかです"},
    {"is en or ja", "en または ja です"},
    {"not together with --ndjson", "--ndjson と同時には使えません"},
    {"not together with --json", "--json と同時には使えません"},
    {"given twice", "二重に指定されています"},
    {"takes what is to be checked from standard input", "確認する内容は標準入力から読み取ります"},
    {"empty", "空です"},
    {"has a name already, which --from-name contradicts",
     "すでに名前が含まれており、--from-name と食い違います"},
    {"--%s: %.*s: neither a link nor a hostname", "--%s: %.*s: リンクでもホスト名でもありません"},

    /* compile */
    {"cannot read %s: %s", "%s を読み取れません：%s"},
    {"cannot write %s: %s", "%s に書き込めません：%s"},
    {"is one of the inputs", "入力の1つです"},
    {"%s: %zu of %zu lines are no domain and were left out",
     "%s: ドメインではない %zu行（全 %zu行）を除きました"},
    {"%s: holds no domain", "%s: ドメインがありません"},
    {"holds no brand, infrastructure or wording",
     "ブランド・メール配信基盤・文言のファイルがありません"},
    {"compile needs one input or more, and -o FILE (honmono compile --help)",
     "入力と -o ファイル を指定してください（honmono compile --help を参照してください）"},
    {"--date: %s: not a day, YYYY-MM-DD", "--date: %s: 日付（YYYY-MM-DD）ではありません"},
    {"the catalogue just made does not open: %s", "作成したカタログを開けません：%s"},
    {"%zu domains read", "ドメイン %zu件を読み取りました"},
    {"compiling", "カタログを作成しています"},
    {"%s, %zu bytes", "%s、%zu バイト"},
    {"is no domain name", "ドメイン名ではありません"},
    {"is a public suffix", "公開サフィックスです"},
    {"is longer than any domain", "ドメイン名としては長すぎます"},
    {"is not UTF-8", "UTF-8 ではありません"},

    /* brands, serve */
    {"brands: no brand has the id or name %s",
     "brands: %s という識別名や名前のブランドはありません"},
    {"serve takes --catalogue FILE only (honmono serve --help)",
     "serve で使えるのは --catalogue ファイル だけです（honmono serve --help を参照してください）"},

    /* catalogues beside the built-in one */
    {"the catalogue %s is left out: %s", "カタログ %s は使いません：%s"},
    {"is no regular file", "通常のファイルではありません"},
    {"belongs neither to root nor to this user", "root にもこのユーザーにも属していません"},
    {"may be written to by others", "ほかの人が書き込めます"},
    {"is empty, or larger than a catalogue can be", "空か、カタログとして大きすぎます"},
    {"the path is too long", "パスが長すぎます"},

    /* the system's */
    {"No such file or directory", "ファイルまたはフォルダーがありません"},
    {"Permission denied", "アクセス権がありません"},
    {"Is a directory", "フォルダーです"},
    {"Not a directory", "フォルダーではありません"},
    {"No space left on device", "空き容量がありません"},
    {"Read-only file system", "読み取り専用のファイルシステムです"},

    /* doctor */
    {"doctor takes no argument (honmono doctor --help)",
     "doctor に引数はありません（honmono doctor --help を参照してください）"},
    {"Program: honmono %s, %s\n", "プログラム：honmono %s、%s\n"},
    {"Catalogue: %.*s, %zu brands, %zu domains, public suffixes of %s\n",
     "カタログ：%.*s、ブランド %zu件、ドメイン %zu件、公開サフィックス一覧 %s\n"},
    {"Further catalogue: %s, left out: %s\n", "追加のカタログ：%s、使いません：%s\n"},
    {"Further catalogue: %s, %.*s, %zu brands, %zu domains\n",
     "追加のカタログ：%s、%.*s、ブランド %zu件、ドメイン %zu件\n"},
    {"Isolation: %s\n", "隔離：%s\n"},
    {"%s: %s, %s\n", "%s：%s、%s\n"},
    {"%s: %s\n", "%s：%s\n"},
    {"Browsers: none was found", "ブラウザー：見つかりません"},
    {"registered", "登録済み"},
    {"not registered (run manifests/install.sh)",
     "未登録（manifests/install.sh を実行してください）"},
    {"registered, but the manifest is damaged (run manifests/install.sh)",
     "登録ファイルが壊れています（manifests/install.sh を実行してください）"},
    {"registered, but the program is not there (run manifests/install.sh)",
     "登録先のプログラムがありません（manifests/install.sh を実行してください）"},
    {"registered with another copy of the program", "別の場所のプログラムが登録されています"},
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

const char *said_in(enum language language, const char *english)
{
	for (size_t i = 0; language == LANGUAGE_JA && i < ROWS; i++)
		if (strcmp(rows[i].english, english) == 0)
			return rows[i].japanese;
	return english;
}

const char *said(const char *english)
{
	return said_in(language_of_environment(), english);
}

bool said_row(size_t at, const char **english, const char **japanese)
{
	if (at >= ROWS)
		return false;
	*english = rows[at].english;
	*japanese = rows[at].japanese;
	return true;
}
