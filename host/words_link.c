/* What is said about links. English, then Japanese: title, detail. */
#include "words_table.h"

#define ROW(code, level, title_en, detail_en, title_ja, detail_ja) \
	{code, level, {title_en, title_ja}, {detail_en, detail_ja}}

const struct phrase words_link[] = {
	ROW(LINK_LOOKALIKE_IDN, LEVEL_NONE,
	    "[This link reads like {imitates} but leads to {punycode}"
	    "|This link reads like {imitates} but leads to {domain}"
	    "|This link only reads like a well-known domain]",
	    "Letters in it are replaced by look-alikes of other alphabets or with marks[, "
	    "such as “{seen}” for “{genuine}”]. [It does not belong to {brand}. ]Do not open it.",
	    "[{imitates} に見せかけた偽のリンクです。実際の行き先は {punycode} です"
	    "|{imitates} に見せかけた偽のリンクです。実際の行き先は {domain} です"
	    "|よく知られたドメインに見せかけた偽のリンクです]",
	    "似た形の別の文字が使われています[(「{genuine}」の代わりに「{seen}」など)]。"
	    "[{brand}のサイトではありません。]開かないでください。"),

	ROW(LINK_LOOKALIKE_TYPO, LEVEL_DANGER,
	    "[This link leads to {domain}, which only looks like {imitates}"
	    "|This link leads to a domain that only looks like a well-known one]",
	    "[It has “{seen}” where the real name has “{genuine}”. ]"
	    "[It does not belong to {brand}. ]Do not open it.",
	    "[リンク先の {domain} は、{imitates} に似せた偽のドメインです"
	    "|リンク先は、よく知られたドメインに似せた偽のドメインです]",
	    "[正しくは「{genuine}」の部分が「{seen}」になっています。]"
	    "[{brand}のサイトではありません。]開かないでください。"),
	ROW(LINK_LOOKALIKE_TYPO, LEVEL_WARNING,
	    "[This link leads to {domain}, which is close to {imitates}"
	    "|This link leads to a domain close to a well-known one]",
	    "[It has “{seen}” where the other has “{genuine}”. ]They are two different domains. "
	    "[If you expect {brand}|If you expect the other one], type the address yourself instead.",
	    "[リンク先の {domain} は、{imitates} とよく似た不審なドメインです"
	    "|リンク先は、よく知られたドメインとよく似た不審なドメインです]",
	    "[「{genuine}」の部分が「{seen}」になっています。]別のドメインです。"
	    "[{brand}のサイトを開きたい場合は|開きたいサイトがある場合は]、リンクを使わず、アドレスを自分で入力してください。"),
	ROW(LINK_LOOKALIKE_TYPO, LEVEL_NONE,
	    "[{domain} is close to {imitates}|The link's domain is close to a well-known one]",
	    "The likeness may be chance; they are two different domains.",
	    "[{domain} は {imitates} と似ています|リンク先は、よく知られたドメインと似ています]",
	    "偶然似ているだけの可能性もありますが、別のドメインです。"),

	ROW(LINK_BRAND_EMBEDDED, LEVEL_NONE,
	    "[This link begins like {imitates} but leads to {domain}"
	    "|This link begins with a well-known name but leads elsewhere]",
	    "Who owns a host name is told by its end[: this one belongs to {domain}][, not to {brand}]. "
	    "Do not open it.",
	    "[{imitates} に見せかけた偽のリンクです。実際の行き先は {domain} です"
	    "|よく知られた名前に見せかけた偽のリンクです]",
	    "ホスト名の持ち主は末尾の部分で決まります。[{brand}のサイトではありません。]開かないでください。"),

	ROW(LINK_COMBOSQUAT, LEVEL_DANGER,
	    "[This link leads to {domain}, which uses the name {brand} but is not a known domain of it"
	    "|This link leads to {domain}, which borrows the name of {imitates}"
	    "|This link leads to a domain that borrows a well-known name]",
	    "Anyone can register a well-known name with words added. "
	    "Do not open it; [go to {site} yourself|go to the official site yourself].",
	    "[リンク先の {domain} は、{brand}の名前を使った、公式ではないドメインです"
	    "|リンク先の {domain} は、{imitates} の名前を使った別のドメインです"
	    "|リンク先は、よく知られた名前を使った別のドメインです]",
	    "有名な名前に言葉を足したドメインは、誰でも登録できます。リンクを開かず、"
	    "公式サイト[({site})]から確認してください。"),
	ROW(LINK_COMBOSQUAT, LEVEL_NOTICE,
	    "[{domain} holds the name {brand} but is not a known domain of it"
	    "|{domain} holds the name of {imitates}|The link's domain holds a well-known name]",
	    "It may belong to someone else.",
	    "[{domain} は{brand}の名前を含みますが、確認済みのドメインではありません"
	    "|{domain} は {imitates} の名前を含みます|リンク先は、よく知られた名前を含みます]",
	    "持ち主が別の可能性があります。"),
	ROW(LINK_COMBOSQUAT, LEVEL_NONE,
	    "[This link leads to {domain}, which holds the name {brand} but is not a known domain of it"
	    "|This link leads to {domain}, which holds the name of {imitates}"
	    "|This link leads to a domain that holds a well-known name]",
	    "Anyone can register a well-known name with words added. "
	    "[If you expect {brand}, go to {site} yourself.|Check before you open it.]",
	    "[リンク先の {domain} は、{brand}の名前を含みますが、確認済みのドメインではありません"
	    "|リンク先の {domain} は、{imitates} の名前を含む別のドメインです"
	    "|リンク先は、よく知られた名前を含む別のドメインです]",
	    "有名な名前に言葉を足したドメインは誰でも登録できるため、不審な点があります。"
	    "開く前に、公式サイト[({site})]で確認してください。"),

	ROW(LINK_TLD_SWAP, LEVEL_WARNING,
	    "[This link leads to {domain}, not to {imitates}"
	    "|This link leads to a well-known name with another ending]",
	    "The name is the same, the ending is not, and someone else may own it. "
	    "[If you expect {brand}, go to {site} yourself.|Check before you open it.]",
	    "[リンク先は {imitates} ではなく {domain} です|リンク先は、よく知られた名前と末尾だけが異なるドメインです]",
	    "名前は同じでも末尾が異なり、持ち主が別の可能性がある不審なリンクです。"
	    "公式サイト[({site})]から確認してください。"),
	ROW(LINK_TLD_SWAP, LEVEL_NONE,
	    "[{domain} has the same name as {imitates}, with another ending"
	    "|The link's domain is a well-known name with another ending]",
	    "It may belong to someone else.",
	    "[{domain} は、{imitates} と末尾だけが異なります|リンク先は、よく知られた名前と末尾だけが異なります]",
	    "持ち主が別の可能性があります。"),

	ROW(LINK_UNOFFICIAL, LEVEL_NOTICE,
	    "[{domain} is not a known domain of {brand}, which the mail claims to be from"
	    "|This link does not lead to whom the mail claims to be from]",
	    "Look at the address bar before you type anything there.",
	    "[{brand}を名乗るメールですが、{domain} は確認済みのドメインではありません"
	    "|リンク先は、メールが名乗る相手のサイトではありません]",
	    "開いた場合は、何かを入力する前にアドレスバーを確認してください。"),
	ROW(LINK_UNOFFICIAL, LEVEL_NONE,
	    "[The mail claims to be from {brand}, but this link leads to {domain}"
	    "|The mail claims to be from {brand}, but this link leads elsewhere"
	    "|This link does not lead to whom the mail claims to be from]",
	    "[{domain} is not a known domain of {brand}. ]"
	    "[Go to {site} yourself instead.|Go to the official site yourself instead.]",
	    "[{brand}を名乗るメールですが、リンク先は {domain} です"
	    "|{brand}を名乗るメールですが、リンク先は公式サイトではありません"
	    "|リンク先は、メールが名乗る相手のサイトではありません]",
	    "[{domain} は{brand}の確認済みのドメインではありません。]不審なリンクです。開かずに、"
	    "公式サイト[({site})]から確認してください。"),

	ROW(LINK_TEXT_MISMATCH, LEVEL_DANGER,
	    "[This link shows {shown} but leads to {destination}"
	    "|This link shows {shown} but leads to {hostname}"
	    "|This link shows another address than it leads to]",
	    "[It does not lead to {brand}. ]Do not open it.",
	    "[リンクの表示は {shown} ですが、実際の行き先は {destination} です"
	    "|リンクの表示は {shown} ですが、実際の行き先は {hostname} です"
	    "|リンクの表示と実際の行き先が異なります]",
	    "[{brand}のサイトには行きません。]表示は見せかけの可能性が高いため、開かないでください。"),
	ROW(LINK_TEXT_MISMATCH, LEVEL_NOTICE,
	    "[This link shows {shown} and leads to {destination}"
	    "|This link shows {shown} and leads to {hostname}"
	    "|This link shows another address than it leads to]",
	    "The shown address is only text; what counts is where the link leads.",
	    "[リンクの表示は {shown}、行き先は {destination} です"
	    "|リンクの表示は {shown}、行き先は {hostname} です"
	    "|リンクの表示と行き先が異なります]",
	    "表示は文字にすぎません。実際の行き先を確認してください。"),
	ROW(LINK_TEXT_MISMATCH, LEVEL_NONE,
	    "[This link shows {shown} but leads to {destination}"
	    "|This link shows {shown} but leads to {hostname}"
	    "|This link shows another address than it leads to]",
	    "The shown address is only text. Open it only if you know [{destination}|{hostname}|where it leads].",
	    "[リンクの表示は {shown} ですが、実際の行き先は {destination} です"
	    "|リンクの表示は {shown} ですが、実際の行き先は {hostname} です"
	    "|リンクの表示と実際の行き先が異なります]",
	    "表示と行き先が異なる不審なリンクです。行き先に心当たりがある場合だけ開いてください。"),

	ROW(LINK_USERINFO, LEVEL_NONE,
	    "[This link begins with {shown} but leads to {hostname}"
	    "|This link begins with a domain but leads to {hostname}"
	    "|This link begins with a domain that it does not lead to]",
	    "What stands in front of the @ is only a user name, here made to look like a site. Do not open it.",
	    "[リンクは {shown} で始まりますが、実際の行き先は {hostname} です"
	    "|リンクはドメイン名で始まりますが、実際の行き先は {hostname} です"
	    "|リンクの先頭のドメインは、実際の行き先ではありません]",
	    "@ より前はユーザー名にすぎず、サイト名に見せかけた表示です。開かないでください。"),

	ROW(LINK_ADDRESS_LITERAL, LEVEL_NOTICE,
	    "[This link leads to {hostname}, an address of a private network"
	    "|This link leads to an address of a private network]",
	    "It is a device near you, such as a router, or nothing at all.",
	    "[リンク先の {hostname} は、プライベートネットワークのアドレスです"
	    "|リンク先は、プライベートネットワークのアドレスです]",
	    "ルーターなど身近な機器を指すか、どこにもつながりません。"),
	ROW(LINK_ADDRESS_LITERAL, LEVEL_NONE,
	    "[This link leads to the bare number {hostname}, not to a name"
	    "|This link leads to a bare number, not to a name]",
	    "A number does not tell whose site it is, and honest mail seldom links to one. "
	    "Open it only if you know it.",
	    "[リンク先はドメイン名ではなく、IPアドレス {hostname} です|リンク先はドメイン名ではなく、IPアドレスです]",
	    "誰のサイトか分からない不審なリンクです。心当たりがある場合だけ開いてください。"),

	ROW(LINK_MIXED_SCRIPT, LEVEL_NONE,
	    "[The name of this link's host is made of unusual letters: {punycode}"
	    "|The name of this link's host is made of unusual letters: {hostname}"
	    "|The name of this link's host is made of unusual letters]",
	    "It mixes alphabets or holds characters that cannot be told apart or seen. "
	    "Check before you open it.",
	    "[リンク先の名前に不審な文字の組み合わせがあります({punycode})"
	    "|リンク先の名前に不審な文字の組み合わせがあります({hostname})"
	    "|リンク先の名前に不審な文字の組み合わせがあります]",
	    "異なる種類の文字が混ざっているか、見分けにくい文字や見えない文字が含まれています。"
	    "開く前に確認してください。"),

	ROW(LINK_OBFUSCATED, LEVEL_NONE,
	    "[This link is written so that {hostname} is hard to read in it"
	    "|This link is written so that its host is hard to read]",
	    "Encoded or misplaced characters stand where the host name belongs. "
	    "Open it only if you know where it leads.",
	    "[行き先({hostname})が読み取りにくい、不審な書き方のリンクです"
	    "|行き先が読み取りにくい、不審な書き方のリンクです]",
	    "ホスト名の部分に、符号化された文字や余分な記号が使われています。"
	    "行き先に心当たりがある場合だけ開いてください。"),

	ROW(LINK_SCRIPT, LEVEL_NONE,
	    "This link leads to no site: it carries a script or a page of its own",
	    "An honest mail has no such links. Do not open it.",
	    "サイトへのリンクではなく、プログラムやページそのものが埋め込まれています",
	    "通常のメールにこのようなリンクはありません。開かないでください。"),

	ROW(LINK_SHORTENER, LEVEL_NONE,
	    "[{domain} shortens links: where this one leads cannot be seen"
	    "|This link is shortened: where it leads cannot be seen]",
	    "Look at the address bar after you open it, before you type anything.",
	    "[短縮リンク({domain})のため、行き先は開くまで分かりません"
	    "|短縮リンクのため、行き先は開くまで分かりません]",
	    "開いた場合は、何かを入力する前にアドレスバーを確認してください。"),

	ROW(LINK_REDIRECT, LEVEL_NONE,
	    "[This link leads on to {destination}|This link leads on to another site]",
	    "[It goes through {domain}. |It goes through a forwarding service. ]"
	    "What counts is where it ends.",
	    "[このリンクは {destination} に転送されます|このリンクは別のサイトに転送されます]",
	    "[{domain} を経由します。|転送サービスを経由します。]最終的な行き先を確認してください。"),

	ROW(LINK_FREE_HOSTING, LEVEL_WARNING,
	    "[The mail claims to be from {brand}, but this link leads to {hostname}, where anyone can publish"
	    "|This link leads to {hostname}, where anyone can publish"
	    "|This link leads to a place where anyone can publish]",
	    "[Do not enter anything there; go to {site} yourself.|Do not enter passwords or card numbers there.]",
	    "[{brand}を名乗るメールですが、リンク先の {hostname} は誰でも公開できる場所です"
	    "|リンク先の {hostname} は誰でも公開できる場所です"
	    "|リンク先は誰でも公開できる場所です]",
	    "不審なリンクです。何も入力せず、公式サイト[({site})]から確認してください。"),
	ROW(LINK_FREE_HOSTING, LEVEL_NONE,
	    "[Anyone can publish at {hostname}|This link leads to a place where anyone can publish]",
	    "The address does not tell who made the page.",
	    "[{hostname} は誰でも公開できる場所です|リンク先は誰でも公開できる場所です]",
	    "アドレスからは、ページを作った人が分かりません。"),

	{0},
};
