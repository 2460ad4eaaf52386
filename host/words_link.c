/* What is said about links and where they lead. */
#include "words_table.h"

#define NO_OPEN_EN "Do not open it."
#define NO_OPEN_JA "開かないでください。"
#define ANYONE_EN "Anyone can put a well-known name into a domain. "
#define MISMATCH_EN(verb) \
	"[This link shows {shown} ({shown_punycode}) " verb " {destination}" \
	"|This link shows {shown} ({shown_punycode}) " verb " {hostname}" \
	"|This link shows {shown} " verb " {destination}" \
	"|This link shows {shown} " verb " {hostname}" \
	"|This link shows one address and leads to another]"
#define MISMATCH_JA \
	"[リンクの表示は {shown}（{shown_punycode}）ですが、実際の行き先は {destination} です" \
	"|リンクの表示は {shown}（{shown_punycode}）ですが、実際の行き先は {hostname} です" \
	"|リンクの表示は {shown} ですが、実際の行き先は {destination} です" \
	"|リンクの表示は {shown} ですが、実際の行き先は {hostname} です" \
	"|リンクの表示と実際の行き先が異なります]"

const struct phrase words_link[] = {
	WORDS_ROW(LINK_LOOKALIKE_IDN, LEVEL_DANGER,
	    "[This link reads like {imitates} but leads to {punycode}"
	    "|This link reads like {imitates} but leads to {domain}"
	    "|This link only reads like a well-known domain]",
	    "Some of its letters are look-alikes of the real ones. " DIFFERENCE_EN
	    "[It does not belong to {brand}. ]" NO_OPEN_EN,
	    "[{imitates} に見せかけた偽のリンクです。実際の行き先は {punycode} です"
	    "|{imitates} に見せかけた偽のリンクです。実際の行き先は {domain} です"
	    "|よく知られたドメインに見せかけた偽のリンクです]",
	    "形の似た別の文字が使われています。" DIFFERENCE_JA "[{brand}のサイトではありません。]"
	    NO_OPEN_JA),
	WORDS_ROW(LINK_LOOKALIKE_IDN, LEVEL_WARNING,
	    "[This link reads a lot like {imitates} but leads to {punycode}"
	    "|This link reads a lot like {imitates} but leads to {domain}"
	    "|This link reads a lot like a well-known domain]",
	    DIFFERENCE_EN
	    "They are two different domains. [If you want {brand}, go to {site} yourself."
	    "|Type the address you want yourself instead.]",
	    "[リンク先は {imitates} とよく似た不審なドメイン {punycode} です"
	    "|リンク先は {imitates} とよく似た不審なドメイン {domain} です"
	    "|リンク先は、よく知られたドメインとよく似た不審なドメインです]",
	    DIFFERENCE_JA "別のドメインです。リンクを使わず、" GO_JA),
	WORDS_ROW(LINK_LOOKALIKE_IDN, LEVEL_NONE,
	    "[{punycode} reads somewhat like {imitates}"
	    "|{domain} reads somewhat like {imitates}"
	    "|The link's domain reads somewhat like a well-known one]",
	    "They are two different domains. The resemblance may be a coincidence.",
	    "[{punycode} は {imitates} と見た目が似ています"
	    "|{domain} は {imitates} と似ています"
	    "|リンク先は、よく知られたドメインと似ています]",
	    "別のドメインです。偶然似ているだけの可能性もあります。"),
	WORDS_ROW(LINK_LOOKALIKE_TYPO, LEVEL_DANGER,
	    "[This link leads to {domain}, which only looks like {imitates}"
	    "|This link leads to a domain that only looks like a well-known one]",
	    DIFFERENCE_EN "[It does not belong to {brand}. ]" NO_OPEN_EN,
	    "[リンク先の {domain} は、{imitates} に似せた偽のドメインです"
	    "|リンク先は、よく知られたドメインに似せた偽のドメインです]",
	    DIFFERENCE_JA "[{brand}のサイトではありません。]" NO_OPEN_JA),
	WORDS_ROW(LINK_LOOKALIKE_TYPO, LEVEL_WARNING,
	    "[This link leads to {domain}, which looks a lot like {imitates}"
	    "|This link leads to a domain that looks a lot like a well-known one]",
	    DIFFERENCE_EN
	    "They are two different domains. [If you want {brand}, go to {site} yourself."
	    "|Type the address you want yourself instead.]",
	    "[リンク先の {domain} は、{imitates} とよく似た不審なドメインです"
	    "|リンク先は、よく知られたドメインとよく似た不審なドメインです]",
	    DIFFERENCE_JA "別のドメインです。リンクを使わず、" GO_JA),
	WORDS_ROW(LINK_LOOKALIKE_TYPO, LEVEL_NONE,
	    "[{domain} resembles {imitates}"
	    "|The link's domain resembles a well-known one]",
	    "They are two different domains. The resemblance may be a coincidence.",
	    "[{domain} は {imitates} と似ています"
	    "|リンク先は、よく知られたドメインと似ています]",
	    "別のドメインです。偶然似ているだけの可能性もあります。"),
	WORDS_WHEN(LINK_BRAND_EMBEDDED, LEVEL_NONE, "path",
	    "[This link shows {imitates} in its path but leads to {domain}"
	    "|This link shows a well-known domain in its path but leads elsewhere]",
	    "What stands behind the first slash can be any text. "
	    "[If you want {brand}, go to {site} yourself."
	    "|Check where it leads before you open it.]",
	    "[リンクの途中に {imitates} とありますが、行き先は {domain} です"
	    "|リンクの途中によく知られた名前がありますが、行き先は別のドメインです]",
	    "最初のスラッシュより後ろには、どんな文字でも書けます。"
	    "開く前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(LINK_BRAND_EMBEDDED, LEVEL_DANGER,
	    "[This link imitates {imitates} but leads to {domain}"
	    "|This link imitates a well-known domain but leads elsewhere]",
	    "The end of a host name shows who owns it, not its beginning. "
	    "[It does not belong to {brand}. ]" NO_OPEN_EN,
	    "[{imitates} に見せかけた偽のリンクです。実際の行き先は {domain} です"
	    "|よく知られた名前に見せかけた偽のリンクです]",
	    "ホスト名の持ち主は、先頭ではなく末尾の部分で決まります。"
	    "[{brand}のサイトではありません。]" NO_OPEN_JA),
	WORDS_ROW(LINK_BRAND_EMBEDDED, LEVEL_WARNING,
	    "[This link reads like {imitates} but leads to {domain}"
	    "|This link reads like a well-known domain but leads elsewhere]",
	    "The end of a host name shows who owns it, not its beginning. "
	    "[If you want {brand}, go to {site} yourself."
	    "|Check where it leads before you open it.]",
	    "[リンクは {imitates} のように読めますが、行き先は {domain} です"
	    "|リンクはよく知られた名前のように読めますが、行き先は別のドメインです]",
	    "ホスト名の持ち主は末尾の部分で決まるため、不審なリンクです。"
	    "開く前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(LINK_BRAND_EMBEDDED, LEVEL_NONE,
	    "[{hostname} reads like {imitates} but belongs to {domain}"
	    "|The link's host name reads like a well-known domain]",
	    "The end of a host name shows who owns it, not its beginning.",
	    "[{hostname} は {imitates} のように読めますが、実際の持ち主は {domain} です"
	    "|リンク先のホスト名は、よく知られた名前のように読めます]",
	    "ホスト名の持ち主は、先頭ではなく末尾の部分で決まります。"),
	WORDS_WHEN(LINK_COMBOSQUAT, LEVEL_NONE, "tenant",
	    "[{hostname} is a page named like {imitates} at a service where anyone can choose such "
	    "a name"
	    "|This link leads to a page that was given a well-known name at a service for anyone]",
	    "The name does not show whose page it is.[ If you want {brand}, go to {site} yourself.]",
	    "[{hostname} は、誰でも好きな名前を付けられるサービス上にあり、"
	    "{imitates} と同じ名前が付いています"
	    "|リンク先は、誰でも好きな名前を付けられるサービス上にあり、"
	    "よく知られた名前が付いています]",
	    "名前からは、誰のページかは分かりません。[{brand}のサイトは {site} です。]"),
	WORDS_WHEN(LINK_COMBOSQUAT, LEVEL_DANGER, "subdomain",
	    "[This link leads to {hostname}: it uses the name {brand} but belongs to {domain}"
	    "|This link leads to {hostname}: it uses the name of {imitates} but belongs to {domain}"
	    "|This link leads to a host that borrows a well-known name]",
	    "Anyone can put a well-known name in front of a domain of their own. "
	    "Do not open it; [go to {site} yourself"
	    "|go to the official site yourself].",
	    "[リンク先の {hostname} は{brand}の名前を使っていますが、実際の持ち主は {domain} です"
	    "|リンク先の {hostname} は {imitates} の名前を使っていますが、"
	    "実際の持ち主は {domain} です"
	    "|リンク先のホスト名に、よく知られた名前が使われています]",
	    "ドメインの持ち主は、先頭に好きな名前を付けられます。リンクを開かず、" GO_JA),
	WORDS_WHEN(LINK_COMBOSQUAT, LEVEL_NOTICE, "subdomain",
	    "[{hostname} contains the name {brand} but belongs to {domain}"
	    "|{hostname} contains the name of {imitates} but belongs to {domain}"
	    "|The link's host name contains a well-known name]",
	    "The name in front says nothing about who owns the site.",
	    "[{hostname} は{brand}の名前を含みますが、実際の持ち主は {domain} です"
	    "|{hostname} は {imitates} の名前を含みますが、実際の持ち主は {domain} です"
	    "|リンク先のホスト名に、よく知られた名前が含まれています]",
	    "先頭の名前からは、サイトの持ち主は分かりません。"),
	WORDS_WHEN(LINK_COMBOSQUAT, LEVEL_NONE, "subdomain",
	    "[This link leads to {hostname}: it contains the name {brand} but belongs to {domain}"
	    "|This link leads to {hostname}: it contains the name of {imitates} but belongs to "
	    "{domain}"
	    "|This link leads to a host that contains a well-known name]",
	    "Anyone can put a well-known name in front of a domain of their own. "
	    "[If you want {brand}, go to {site} yourself."
	    "|Check where it leads before you open it.]",
	    "[リンク先の {hostname} は{brand}の名前を含みますが、実際の持ち主は {domain} です"
	    "|リンク先の {hostname} は {imitates} の名前を含みますが、実際の持ち主は {domain} です"
	    "|リンク先のホスト名に、よく知られた名前が含まれています]",
	    "ドメインの持ち主は先頭に好きな名前を付けられるため、不審な点があります。"
	    "開く前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_WHEN(LINK_COMBOSQUAT, LEVEL_DANGER, "token-edit",
	    "[This link leads to {hostname}, which contains a misspelling of {imitates}"
	    "|This link leads to a host that contains a misspelled well-known name]",
	    "[It is not a known domain of {brand}. ]Do not open it; [go to {site} yourself"
	    "|go to the official site yourself].",
	    "[リンク先の {hostname} には、{imitates} とよく似たつづりの名前が使われています"
	    "|リンク先に、よく知られた名前とよく似たつづりの名前が使われています]",
	    "[{brand}の確認済みのドメインではありません。]リンクを開かず、" GO_JA),
	WORDS_WHEN(LINK_COMBOSQUAT, LEVEL_NOTICE, "token-edit",
	    "[{hostname} contains a name close to {imitates}"
	    "|The link's host name contains a name close to a well-known one]",
	    "The resemblance may be a coincidence.",
	    "[{hostname} には、{imitates} とつづりの似た名前が含まれています"
	    "|リンク先に、よく知られた名前とつづりの似た名前が含まれています]",
	    "偶然似ているだけの可能性もあります。"),
	WORDS_WHEN(LINK_COMBOSQUAT, LEVEL_NONE, "token-edit",
	    "[This link leads to {hostname}, which contains a name close to {imitates}"
	    "|This link leads to a host that contains a name close to a well-known one]",
	    "[It is not a known domain of {brand}. ][If you want {brand}, go to {site} yourself."
	    "|Check where it leads before you open it.]",
	    "[リンク先の {hostname} には、{imitates} とよく似たつづりの名前が含まれています"
	    "|リンク先に、よく知られた名前とよく似たつづりの名前が含まれています]",
	    "[{brand}の確認済みのドメインではなく、]不審な点があります。"
	    "開く前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(LINK_COMBOSQUAT, LEVEL_DANGER,
	    "[This link leads to {domain}, which uses the name {brand} but is not one of its known "
	    "domains"
	    "|This link leads to {domain}, which uses the name of {imitates}"
	    "|This link leads to a domain that uses a well-known name]",
	    READS_EN ANYONE_EN "Do not open it; [go to {site} yourself"
	    "|go to the official site yourself].",
	    "[リンク先の {domain} は{brand}の名前を使っていますが、確認済みのドメインではありません"
	    "|リンク先の {domain} は、{imitates} の名前を使った別のドメインです"
	    "|リンク先は、よく知られた名前を使った別のドメインです]",
	    READS_JA "有名な名前を含むドメインは、誰でも用意できます。リンクを開かず、" GO_JA),
	WORDS_ROW(LINK_COMBOSQUAT, LEVEL_NOTICE,
	    "[{domain} contains the name {brand} but is not one of its known domains"
	    "|{domain} contains the name of {imitates}"
	    "|The link's domain contains a well-known name]",
	    READS_EN "It may belong to someone else.",
	    "[{domain} は{brand}の名前を含みますが、確認済みのドメインではありません"
	    "|{domain} は {imitates} の名前を含みます"
	    "|リンク先のドメインに、よく知られた名前が含まれています]",
	    READS_JA "別の人や組織のものかもしれません。"),
	WORDS_ROW(LINK_COMBOSQUAT, LEVEL_NONE,
	    "[This link leads to {domain}, which contains the name {brand} but is not one of its "
	    "known domains"
	    "|This link leads to {domain}, which contains the name of {imitates}"
	    "|This link leads to a domain that contains a well-known name]",
	    READS_EN ANYONE_EN "[If you want {brand}, go to {site} yourself."
	    "|Check where it leads before you open it.]",
	    "[リンク先の {domain} は{brand}の名前を含みますが、確認済みのドメインではありません"
	    "|リンク先の {domain} は、{imitates} の名前を含む別のドメインです"
	    "|リンク先は、よく知られた名前を含む別のドメインです]",
	    READS_JA "有名な名前を含むドメインは誰でも用意できるため、不審な点があります。"
	    "開く前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(LINK_TLD_SWAP, LEVEL_WARNING,
	    "[This link leads to {domain}, not to {imitates}"
	    "|This link leads to a well-known name with a different ending]",
	    "The name is the same, the ending is not, so it may belong to someone else. "
	    "[If you want {brand}, go to {site} yourself."
	    "|Check where it leads before you open it.]",
	    "[リンク先は {imitates} ではなく {domain} です"
	    "|リンク先は、よく知られた名前と末尾だけが異なるドメインです]",
	    "名前は同じでも末尾が異なる不審なリンクで、別の人や組織のものかもしれません。" GO_JA),
	WORDS_ROW(LINK_TLD_SWAP, LEVEL_NONE,
	    "[{domain} has the same name as {imitates} with a different ending"
	    "|The link's domain is a well-known name with a different ending]",
	    "It may belong to someone else.",
	    "[{domain} は、{imitates} と末尾だけが異なります"
	    "|リンク先は、よく知られた名前と末尾だけが異なります]",
	    "別の人や組織のものかもしれません。"),
	WORDS_WHEN(LINK_UNOFFICIAL, LEVEL_NOTICE, "uncertain-destination",
	    "[The email claims to be from {claim}, but this link goes through {hostname}"
	    "|This link does not go directly to the site that the email claims to be from]",
	    "[It mentions {destination} but may lead elsewhere. "
	    "]Look at the address bar before you type anything there.",
	    "[{claim}を名乗るメールですが、リンクは {hostname} を経由します"
	    "|リンクは、メールが名乗る相手のサイトに直接はつながりません]",
	    "[{destination} と書かれていますが、別のサイトにつながることもあります。"
	    "]開いた場合は、何かを入力する前にアドレスバーを確認してください。"),
	WORDS_WHEN(LINK_UNOFFICIAL, LEVEL_NONE, "uncertain-destination",
	    "[The email claims to be from {claim}, but this link goes through {hostname}"
	    "|This link does not go directly to the site that the email claims to be from]",
	    "[It mentions {destination} but may lead elsewhere. ][Go to {site} yourself instead."
	    "|Go to the official site yourself instead.]",
	    "[{claim}を名乗るメールですが、リンクは {hostname} を経由します"
	    "|リンクは、メールが名乗る相手のサイトに直接はつながりません]",
	    "[{destination} と書かれていますが、別のサイトにつながることもあります。"
	    "]不審なリンクです。開かずに、" GO_JA),
	WORDS_ROW(LINK_UNOFFICIAL, LEVEL_NOTICE,
	    "[The email claims to be from {claim}; {domain} is not one of its known domains"
	    "|This link does not lead to the site that the email claims to be from]",
	    "Look at the address bar before you type anything there.",
	    "[{claim}を名乗るメールですが、{domain} は確認済みのドメインではありません"
	    "|リンク先は、メールが名乗る相手のサイトではありません]",
	    "開いた場合は、何かを入力する前にアドレスバーを確認してください。"),
	WORDS_ROW(LINK_UNOFFICIAL, LEVEL_NONE,
	    "[The email claims to be from {claim}, but this link leads to {domain}"
	    "|The email claims to be from {claim}, but this link leads to {hostname}"
	    "|The email claims to be from {claim}, but this link leads elsewhere"
	    "|This link does not lead to the site that the email claims to be from]",
	    "[{domain} is not a known domain of {brand}. ][Go to {site} yourself instead."
	    "|Go to the official site yourself instead.]",
	    "[{claim}を名乗るメールですが、リンク先は {domain} です"
	    "|{claim}を名乗るメールですが、リンク先は {hostname} です"
	    "|{claim}を名乗るメールですが、リンク先は公式サイトではありません"
	    "|リンク先は、メールが名乗る相手のサイトではありません]",
	    "[{domain} は{brand}の確認済みのドメインではありません。]不審なリンクです。開かずに、"
	    GO_JA),
	WORDS_WHEN(LINK_TEXT_MISMATCH, LEVEL_WARNING, "sign-in",
	    MISMATCH_EN("but leads to"),
	    "What is shown is a sign-in page[ of {brand}], but the link goes through a click "
	    "counter that hides where it leads. [To sign in, go to {site} yourself."
	    "|To sign in, go to the official site yourself.]",
	    MISMATCH_JA,
	    "[{brand}の]ログインページのアドレスが表示されていますが、"
	    "クリックを数える別のサービスを経由するため、実際の行き先が分からない不審なリンクです。"
	    "リンクを使わず、" GO_JA),
	WORDS_WHEN(LINK_TEXT_MISMATCH, LEVEL_NOTICE, "own-link",
	    MISMATCH_EN("and leads to"),
	    "That is an address of the sender's own, as newsletters use it to count clicks. "
	    "It does not show where the link ends up. If you open it, look at the address bar "
	    "before you type anything.",
	    MISMATCH_JA,
	    "これは送信元自身のアドレスで、"
	    "メールマガジンなどがクリック数を数えるために使うものです。"
	    "最終的な行き先はここからは分かりません。開いた場合は、"
	    "何かを入力する前にアドレスバーを確認してください。"),
	WORDS_ROW(LINK_TEXT_MISMATCH, LEVEL_DANGER,
	    MISMATCH_EN("but leads to"),
	    "[It does not lead to {brand}. ]Do not open it[; go to {site} yourself].",
	    MISMATCH_JA,
	    "[{brand}のサイトにはつながりません。]表示は見せかけの可能性が高いため、[開かずに、"
	    "公式サイト（{site}）から確認してください。"
	    "|開かないでください。]"),
	WORDS_WHEN(LINK_TEXT_MISMATCH, LEVEL_NOTICE, "own-name",
	    MISMATCH_EN("and leads to"),
	    "What is shown is the sender's own site. Newsletters count clicks at other addresses "
	    "in between; what counts is where the link leads.",
	    MISMATCH_JA,
	    "表示されているのは送信元自身のサイトです。メール配信サービスがクリック数を数えるため、"
	    "別のアドレスを経由することがあります。実際の行き先を確認してください。"),
	WORDS_ROW(LINK_TEXT_MISMATCH, LEVEL_NOTICE,
	    MISMATCH_EN("and leads to"),
	    "The address shown is only text. What counts is where the link leads.",
	    MISMATCH_JA,
	    "表示は文字にすぎません。実際の行き先を確認してください。"),
	WORDS_ROW(LINK_TEXT_MISMATCH, LEVEL_NONE,
	    MISMATCH_EN("but leads to"),
	    "The address shown is only text. Open the link only if you know [{destination}"
	    "|{hostname}"
	    "|where it leads].",
	    MISMATCH_JA,
	    "表示と行き先が異なる不審なリンクです。行き先に心当たりがある場合だけ開いてください。"),
	WORDS_ROW(LINK_USERINFO, LEVEL_NONE,
	    "[This link begins with {shown} but leads to {hostname}"
	    "|This link begins with a domain but leads to {hostname}"
	    "|This link begins with a domain that it does not lead to]",
	    "The part before the @ is only a user name, made to look like a site. " NO_OPEN_EN,
	    "[リンクは {shown} で始まりますが、実際の行き先は {hostname} です"
	    "|リンクはドメイン名で始まりますが、実際の行き先は {hostname} です"
	    "|リンクの先頭のドメインは、実際の行き先ではありません]",
	    "@ より前はユーザー名にすぎず、サイト名に見せかけた表示です。" NO_OPEN_JA),
	WORDS_WHEN(LINK_ADDRESS_LITERAL, LEVEL_NONE, "loopback",
	    "[This link leads to {hostname}, your own computer"
	    "|This link leads to your own computer]",
	    "Such an address never leaves the computer on which it is opened. "
	    "Unless you run a program there, it leads nowhere.",
	    "[リンク先の {hostname} は、お使いのコンピューター自身を指すアドレスです"
	    "|リンク先は、お使いのコンピューター自身を指すアドレスです]",
	    "開いたコンピューターの外にはつながりません。そこで動いているプログラムがなければ、"
	    "何も表示されません。"),
	WORDS_WHEN(LINK_ADDRESS_LITERAL, LEVEL_NONE, "private",
	    "[This link leads to {hostname}, an address in a private network"
	    "|This link leads to an address in a private network]",
	    "Such an address belongs to a device in your own network, such as a router, or to "
	    "nothing.",
	    "[リンク先の {hostname} は、プライベートネットワークのアドレスです"
	    "|リンク先は、プライベートネットワークのアドレスです]",
	    "ルーターなど身近な機器を指すか、どこにもつながりません。"),
	WORDS_ROW(LINK_ADDRESS_LITERAL, LEVEL_NOTICE,
	    "[This link leads to {hostname}, an IP address instead of a name"
	    "|This link leads to an IP address instead of a name]",
	    "Mail programs can turn a number such as a version into a link. "
	    "An IP address does not tell you whose site it is.",
	    "[リンク先は IPアドレス {hostname} です"
	    "|リンク先は IPアドレスです]",
	    "バージョン番号などの数字が、メールソフトによって自動的にリンクになることがあります。"
	    "IPアドレスからは、誰のサイトか分かりません。"),
	WORDS_ROW(LINK_ADDRESS_LITERAL, LEVEL_NONE,
	    "[This link leads to {hostname}, an IP address instead of a name"
	    "|This link leads to an IP address instead of a name]",
	    "An IP address does not tell you whose site it is, and honest email rarely links to "
	    "one. Open it only if you know it.",
	    "[リンク先はドメイン名ではなく、IPアドレス {hostname} です"
	    "|リンク先はドメイン名ではなく、IPアドレスです]",
	    "誰のサイトか分からない不審なリンクです。心当たりがある場合だけ開いてください。"),
	WORDS_ROW(LINK_SHORTENER, LEVEL_NONE,
	    "[{hostname} shortens links: where this one leads is not visible"
	    "|This is a short link: where it leads is not visible]",
	    "If you open it, look at the address bar before you type anything.",
	    "[短縮リンク（{hostname}）のため、行き先は開くまで分かりません"
	    "|短縮リンクのため、行き先は開くまで分かりません]",
	    "開いた場合は、何かを入力する前にアドレスバーを確認してください。"),
	WORDS_ROW(LINK_REDIRECT, LEVEL_NONE,
	    "[This link leads on to {destination}"
	    "|This link leads on to another site]",
	    "[It goes through {domain}. "
	    "|It goes through a forwarding service. ]What counts is where it ends.",
	    "[このリンクは {destination} に転送されます"
	    "|このリンクは別のサイトに転送されます]",
	    "[{domain} を経由します。"
	    "|転送サービスを経由します。]最終的な行き先を確認してください。"),
	WORDS_WHEN(LINK_FREE_HOSTING, LEVEL_NOTICE, "shared",
	    "[{hostname} may belong to a customer of {other}, not to {other} itself"
	    "|This may be a customer's page, not the owner's]",
	    "People other than its owner can have addresses or pages below this domain. "
	    "The address does not show who made the page.",
	    "[{hostname} は、{other}以外のページである可能性もあります"
	    "|ドメインの持ち主以外のページである可能性もあります]",
	    "利用者がアドレスやページを持てるドメインのため、"
	    "アドレスからはページの作成者が分かりません。"),
	WORDS_ROW(LINK_FREE_HOSTING, LEVEL_WARNING,
	    "[The email claims to be from {claim}, but this link leads to {hostname}, where anyone "
	    "can publish"
	    "|This link leads to {hostname}, where anyone can publish"
	    "|This link leads to a service where anyone can publish]",
	    "[Do not enter anything there; go to {site} yourself."
	    "|Do not enter passwords or card numbers there.]",
	    "[{claim}を名乗るメールですが、リンク先の {hostname} "
	    "は誰でもページを公開できるサービスです"
	    "|リンク先の {hostname} は誰でもページを公開できるサービスです"
	    "|リンク先は誰でもページを公開できるサービスです]",
	    "不審なリンクです。何も入力せず、" GO_JA),
	WORDS_ROW(LINK_FREE_HOSTING, LEVEL_NONE,
	    "[Anyone can publish at {hostname}"
	    "|This link leads to a service where anyone can publish]",
	    "The address does not show who made the page.",
	    "[{hostname} は誰でもページを公開できるサービスです"
	    "|リンク先は誰でもページを公開できるサービスです]",
	    "アドレスからは、ページの作者は分かりません。"),
	{0},
};
