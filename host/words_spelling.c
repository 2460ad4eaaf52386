/* What is said about how links are written. */
#include "words_table.h"

#define HIDDEN_EN "[The link leads to {hostname}. ]Open it only if you expect that."
#define HIDDEN_JA "[行き先は {hostname} です。]行き先に心当たりがある場合だけ開いてください。"
#define LETTERS_EN                                                              \
	"[The host name of this link is written in unusual letters: {punycode}" \
	"|The host name of this link is written in unusual letters: {hostname}" \
	"|The host name of this link is written in unusual letters]"
#define LETTERS_JA                                                           \
	"[リンク先のホスト名（{punycode}）に、不審な文字が使われています" \
	"|リンク先のホスト名（{hostname}）に、不審な文字が使われています" \
	"|リンク先のホスト名に、不審な文字が使われています]"
#define LETTERS(when, en, ja)                                        \
	WORDS_WHEN(LINK_MIXED_SCRIPT, LEVEL_NONE, when,              \
	    LETTERS_EN, en " Check where it leads before you open it.", \
	    LETTERS_JA, ja "開く前に行き先を確認してください。")
#define HIDES(when, title_en, en, title_ja, ja) \
	WORDS_WHEN(LINK_OBFUSCATED, LEVEL_NONE, when, title_en, en HIDDEN_EN, title_ja, ja HIDDEN_JA)
#define NO_SITE_EN "Honest email has no such links. Do not open it."
#define NO_SITE_JA "通常のメールにこのようなリンクはありません。開かないでください。"

const struct phrase words_spelling[] = {
	LETTERS("invisible",
	    "It contains characters that cannot be seen.", "目に見えない文字が含まれています。"),
	LETTERS("mixed-scripts",
	    "It mixes letters of different alphabets.", "異なる種類の文字が混ざっています。"),
	LETTERS("whole-script",
	    "All its letters can be mistaken for those of another alphabet.",
	    "別の種類の文字と見分けにくい文字だけで書かれています。"),
	LETTERS("digits",
	    "It mixes digits of different scripts.", "異なる種類の数字が混ざっています。"),
	LETTERS("strokes",
	    "It contains characters that can be mistaken for other letters or signs.",
	    "別の文字や記号と見間違えやすい文字が含まれています。"),
	LETTERS("undecodable",
	    "Its encoded form cannot be decoded.", "符号化された名前を元の文字に戻せません。"),
	WORDS_ROW(LINK_MIXED_SCRIPT, LEVEL_NONE, LETTERS_EN,
	    "It contains characters that are not used in ordinary names. "
	    "Check where it leads before you open it.",
	    LETTERS_JA,
	    "通常の名前には使われない文字が含まれています。開く前に行き先を確認してください。"),

	HIDES("backslash",
	    "This link is written with back slashes, which can hide where it leads",
	    "Browsers read a back slash as a slash; other programs may not. ",
	    "行き先が読み取りにくい、バックスラッシュ（\\）を使った不審なリンクです",
	    "ブラウザーは \\ を / と同じに扱います。"),
	HIDES("control-character",
	    "This link contains tabs or line breaks, which can hide where it leads",
	    "Browsers leave such characters out. ",
	    "行き先が読み取りにくい、タブや改行を含む不審なリンクです",
	    "ブラウザーはこれらの文字を取り除いて開きます。"),
	HIDES("percent-encoding",
	    "The host name of this link is encoded, which can hide where it leads",
	    "Percent signs and numbers stand for its letters. ",
	    "行き先が読み取りにくい、ホスト名を符号化した不審なリンクです",
	    "ホスト名の文字が、% と数字で書かれています。"),
	HIDES("invisible-character",
	    "The host name of this link contains characters that cannot be seen",
	    "Browsers leave such characters out. ",
	    "ホスト名に目に見えない文字を含む、不審なリンクです",
	    "ブラウザーはこれらの文字を取り除いて開きます。"),
	HIDES("full-width",
	    "The host name of this link contains unusual forms of letters or dots",
	    "Browsers read them as ordinary ones; filters may not. ",
	    "ホスト名に全角などの文字や点を使った、不審なリンクです",
	    "ブラウザーは通常の文字と同じに扱います。"),
	HIDES("several-at",
	    "This link contains several @ signs, which can hide where it leads",
	    "Only what follows the last one counts. ",
	    "行き先が読み取りにくい、@ を複数含む不審なリンクです",
	    "行き先は最後の @ より後の部分です。"),
	HIDES("port",
	    "This link contains an unusual port number",
	    "The number after the colon does not belong to the name of the site. ",
	    "ポート番号の書き方が不審なリンクです",
	    "コロンの後の数字はサイトの名前の一部ではありません。"),
	WORDS_WHEN(LINK_OBFUSCATED, LEVEL_NONE, "two-hostnames",
	    "The written form of this link names a different site than it opens",
	    HIDDEN_EN,
	    "リンクに書かれたホスト名と、実際に開くホスト名が異なります",
	    "[実際に開くのは {hostname} です。]不審なリンクです。行き先に心当たりがある場合だけ開いてください。"),
	WORDS_WHEN(LINK_OBFUSCATED, LEVEL_NONE, "many-redirects",
	    "This link goes through many forwarding services",
	    "Where it ends cannot be told. Open it only if you expect it.",
	    "多くの転送サービスを経由する、不審なリンクです",
	    "最終的な行き先は分かりません。心当たりがある場合だけ開いてください。"),
	WORDS_WHEN(LINK_OBFUSCATED, LEVEL_NONE, "unreadable",
	    "This link is not a valid address",
	    "Browsers refuse to open it; other programs may read it in their own way. Do not copy it.",
	    "リンクの書き方が正しくなく、行き先を読み取れません",
	    "ブラウザーでは開けない不審なリンクです。コピーして開こうとしないでください。"),
	WORDS_ROW(LINK_OBFUSCATED, LEVEL_NONE,
	    "[This link is written in a way that hides {hostname}"
	    "|This link is written in a way that hides where it leads]",
	    "Honest email has no reason to do that. Open it only if you expect it.",
	    "[行き先（{hostname}）が読み取りにくい、不審な書き方のリンクです"
	    "|行き先が読み取りにくい、不審な書き方のリンクです]",
	    "行き先に心当たりがある場合だけ開いてください。"),

	WORDS_WHEN(LINK_SCRIPT, LEVEL_NONE, "javascript,vbscript",
	    "This link runs a program instead of opening a site",
	    NO_SITE_EN,
	    "サイトを開くのではなく、プログラムを実行するリンクです",
	    NO_SITE_JA),
	WORDS_WHEN(LINK_SCRIPT, LEVEL_NONE, "data,blob",
	    "This link carries a whole page inside itself instead of leading to a site",
	    "Such a page has no address that shows who made it. Do not open it.",
	    "サイトへのリンクではなく、ページそのものが埋め込まれています",
	    "誰が作ったページなのか、アドレスから確認できません。開かないでください。"),
	WORDS_WHEN(LINK_SCRIPT, LEVEL_NONE, "file",
	    "This link opens a file on your computer or in a network instead of a site",
	    NO_SITE_EN,
	    "サイトではなく、パソコンやネットワーク上のファイルを開くリンクです",
	    NO_SITE_JA),
	WORDS_ROW(LINK_SCRIPT, LEVEL_NONE,
	    "This link does not lead to a site: it carries a program or a page of its own",
	    NO_SITE_EN,
	    "サイトへのリンクではなく、プログラムやページそのものが埋め込まれています",
	    NO_SITE_JA),

	{0},
};
