/* What is said about senders and reply addresses. */
#include "words_table.h"

#define ACT_EN "Do not open links or reply. "
#define ACT_JA "リンクを開いたり返信したりしないでください。"
#define BULK_EN "Bulk email is sometimes made to look personal or internal this way."
#define BULK_JA \
	"一斉に送られたメールを、個人宛てや社内のメールに見せかけるために使われることがあります。"
#define SENT_EN \
	"[It was sent by {mailed_by} and signed by {signed_by}. |It was sent by {mailed_by}. " \
	"|It was signed by {signed_by}. ]"
#define SENT_JA \
	"[実際の送信は {mailed_by}、署名は {signed_by} です。|実際の送信は {mailed_by} です。" \
	"|署名は {signed_by} です。]"
#define NAME_SHOWS_EN \
	"[The name shows {shown}, but the email is from {address}" \
	"|The name shows {shown}, but the email is from {domain}" \
	"|The name shows {shown}, but the address is a different one" \
	"|The name shows an address that is not the sender's]"
#define NAME_SHOWS_JA \
	"[名前には {shown} とありますが、送信元は {address} です" \
	"|名前には {shown} とありますが、送信元は {domain} です" \
	"|名前には {shown} とありますが、送信元は別のアドレスです" \
	"|名前に、送信元とは別のアドレスが書かれています]"

const struct phrase words_sender[] = {
	WORDS_WHEN(SENDER_UNOFFICIAL, LEVEL_DANGER, "resembles",
	    "[The name resembles {brand}, but the address is at {domain}"
	    "|The name resembles {brand}, but the address is not an official one"
	    "|The sender's name resembles a well-known one that the address does not belong to]",
	    "[{brand} sends email from {official}. ]" ACT_EN GO_EN,
	    "[名前は{brand}に似ていますが、送信元 {domain} は公式の送信元ではありません"
	    "|名前は{brand}に似ていますが、公式の送信元ではありません"
	    "|名前はよく知られた名前に似ていますが、公式の送信元ではありません]",
	    "[{brand}の公式の送信元は {official}です。]リンクを開いたり返信したりせず、" GO_JA),
	WORDS_WHEN(SENDER_UNOFFICIAL, LEVEL_NONE, "resembles",
	    "[The name resembles {brand}, but {domain} is not one of its known senders"
	    "|The name resembles {brand}, but the address is not one of its known senders"
	    "|The sender's name resembles a well-known one that the address may not belong to]",
	    "It may be somebody's own name. Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[名前は{brand}に似ていますが、送信元 {domain} は確認済みの送信元ではありません"
	    "|名前は{brand}に似ていますが、確認済みの送信元ではありません"
	    "|名前はよく知られた名前に似ていますが、確認済みの送信元ではありません]",
	    "偶然似た名前の可能性もあります。リンクを開いたり返信したりする前に、"
	    "公式サイト[（{site}）]で確認してください。"),
	WORDS_WHEN(SENDER_UNOFFICIAL, LEVEL_NOTICE, "no-address",
	    "[The name says {brand}; the sender's address is not known here"
	    "|The sender's address is not known here]",
	    "A name alone proves nothing. Look at the address before you open a link or reply.",
	    "[表示名は{brand}ですが、送信元アドレスが分かりません"
	    "|送信元アドレスが分かりません]",
	    "名前だけでは、誰が送ったかは分かりません。リンクを開いたり返信したりする前に、"
	    "送信元アドレスを確認してください。"),
	WORDS_ROW(SENDER_UNOFFICIAL, LEVEL_DANGER,
	    "[The name says {claim}, but the address is at {domain}"
	    "|The name says {claim}, but the address is not an official one"
	    "|The sender's name and address do not belong together]",
	    "[{brand} sends email from {official}. ]" ACT_EN GO_EN,
	    "[{claim}を名乗っていますが、送信元 {domain} は公式の送信元ではありません"
	    "|{claim}を名乗っていますが、公式の送信元ではありません"
	    "|名乗っている相手と送信元が一致しません]",
	    "[{brand}の公式の送信元は {official}です。]リンクを開いたり返信したりせず、" GO_JA),
	WORDS_WHEN(SENDER_UNOFFICIAL, LEVEL_WARNING, "spoken-for",
	    "[The email speaks for {brand}, but {domain} is not one of its known senders"
	    "|The email speaks for {brand}, but it is not from one of its known senders"
	    "|The email speaks for an organisation that it may not come from]",
	    "None of its links leads [to {brand}"
	    "|there] either. Do not use them; [if you have an account there, go to {site} yourself"
	    "|if you have an account there, go to the official site yourself].",
	    "[{brand}からのお知らせのように書かれていますが、"
	    "送信元 {domain} は確認済みの送信元ではありません"
	    "|{brand}からのお知らせのように書かれていますが、確認済みの送信元ではありません"
	    "|別の組織からのお知らせのように書かれた、不審なメールです]",
	    "公式サイトへのリンクもありません。リンクを使わず、" GO_JA),
	WORDS_ROW(SENDER_UNOFFICIAL, LEVEL_WARNING,
	    "[The name says {claim}, but {domain} is not one of its known senders"
	    "|The name says {claim}, but the address is not one of its known senders"
	    "|The sender's name and address may not belong together]",
	    "The list of known senders may be incomplete. Before you open a link or reply, [check "
	    "on {site}"
	    "|check on the official site].",
	    "[{claim}を名乗っていますが、送信元 {domain} は確認済みの送信元ではありません"
	    "|{claim}を名乗っていますが、確認済みの送信元ではありません"
	    "|名乗っている相手と送信元が一致しない、不審なメールです]",
	    "確認済みの一覧に載っていないだけの可能性もあります。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(SENDER_UNOFFICIAL, LEVEL_NONE,
	    "[The name says {claim}, but {domain} is not one of its known senders"
	    "|The address is not a known sender of the organisation in the name]",
	    "The list of known senders may be incomplete.",
	    "[表示名は{claim}ですが、{domain} は確認済みの送信元ではありません"
	    "|名前にある組織の、確認済みの送信元ではありません]",
	    "確認済みの一覧に載っていないだけの可能性もあります。"),
	WORDS_WHEN(SENDER_LOOKALIKE, LEVEL_DANGER, "token,subdomain",
	    "[The sender's domain {domain} uses the name of {brand} but is not one of its known "
	    "domains"
	    "|The sender's domain {domain} uses the name of {imitates}"
	    "|The sender's domain uses a well-known name]",
	    READS_EN "Anyone can put a well-known name into a domain. " ACT_EN GO_EN,
	    "[送信元のドメイン {domain} は{brand}の名前を使っていますが、"
	    "確認済みのドメインではありません"
	    "|送信元のドメイン {domain} は {imitates} の名前を使った別のドメインです"
	    "|送信元のドメインに、よく知られた名前が使われています]",
	    READS_JA
	    "有名な名前を含むドメインは、誰でも用意できます。リンクを開いたり返信したりせず、" GO_JA),
	WORDS_WHEN(SENDER_LOOKALIKE, LEVEL_WARNING, "token,subdomain",
	    "[The sender's domain {domain} contains the name of {brand} but is not one of its "
	    "known domains"
	    "|The sender's domain {domain} contains the name of {imitates}"
	    "|The sender's domain contains a well-known name]",
	    READS_EN "Anyone can put a well-known name into a domain. "
	    "Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[送信元のドメイン {domain} は{brand}の名前を含みますが、"
	    "確認済みのドメインではありません"
	    "|送信元のドメイン {domain} は {imitates} の名前を含む別のドメインです"
	    "|送信元のドメインに、よく知られた名前が含まれています]",
	    READS_JA "有名な名前を含むドメインは誰でも用意できるため、不審な点があります。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_WHEN(SENDER_LOOKALIKE, LEVEL_NONE, "token,subdomain",
	    "[The sender's domain {domain} contains the name of {brand} but is not one of its "
	    "known domains"
	    "|The sender's domain {domain} contains the name of {imitates}"
	    "|The sender's domain contains a well-known name]",
	    READS_EN "It may belong to someone else.",
	    "[送信元のドメイン {domain} は{brand}の名前を含みますが、"
	    "確認済みのドメインではありません"
	    "|送信元のドメイン {domain} は {imitates} の名前を含みます"
	    "|送信元のドメインに、よく知られた名前が含まれています]",
	    READS_JA "別の人や組織のものかもしれません。"),
	WORDS_WHEN(SENDER_LOOKALIKE, LEVEL_DANGER, "embedding",
	    "[The sender's domain {domain} imitates {imitates} but does not belong to it"
	    "|The sender's domain imitates a well-known domain but does not belong to it]",
	    "The end of a domain shows who owns it, not its beginning. " ACT_EN GO_EN,
	    "[送信元のドメイン {domain} は、{imitates} に見せかけた偽のドメインです"
	    "|送信元は、よく知られたドメインに見せかけた偽のドメインです]",
	    "ドメインの持ち主は、先頭ではなく末尾の部分で決まります。"
	    "リンクを開いたり返信したりせず、" GO_JA),
	WORDS_WHEN(SENDER_LOOKALIKE, LEVEL_NONE, "embedding",
	    "[The sender's domain {domain} reads like {imitates}"
	    "|The sender's domain reads like a well-known domain]",
	    "The end of a domain shows who owns it, not its beginning. "
	    "Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[送信元のドメイン {domain} は {imitates} のように読めます"
	    "|送信元のドメインは、よく知られたドメインのように読めます]",
	    "ドメインの持ち主は、先頭ではなく末尾の部分で決まります。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_WHEN(SENDER_LOOKALIKE, LEVEL_NONE, "suffix",
	    "[The sender's domain is {domain}, not {imitates}"
	    "|The sender's domain is a well-known name with a different ending]",
	    "The name is the same, the ending is not, so it may belong to someone else. "
	    "Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[送信元のドメインは {imitates} ではなく {domain} です"
	    "|送信元は、よく知られた名前と末尾だけが異なるドメインです]",
	    "名前は同じでも末尾が異なるため、別の人や組織のものかもしれません。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(SENDER_LOOKALIKE, LEVEL_DANGER,
	    "[The sender's domain {domain} only looks like {imitates}"
	    "|The sender's domain only looks like a well-known one]",
	    READS_EN DIFFERENCE_EN "[It is not a domain of {brand}. "
	    "|It is a different domain. ]" ACT_EN GO_EN,
	    "[送信元のドメイン {domain} は、{imitates} に似せた偽のドメインです"
	    "|送信元は、よく知られたドメインに似せた偽のドメインです]",
	    READS_JA DIFFERENCE_JA "[{brand}のドメインではありません。"
	    "|別のドメインです。]リンクを開いたり返信したりせず、" GO_JA),
	WORDS_ROW(SENDER_LOOKALIKE, LEVEL_WARNING,
	    "[The sender's domain {domain} looks a lot like {imitates}"
	    "|The sender's domain looks a lot like a well-known one]",
	    READS_EN DIFFERENCE_EN
	    "They are two different domains. Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[送信元のドメイン {domain} は、{imitates} とよく似た不審なドメインです"
	    "|送信元は、よく知られたドメインとよく似た不審なドメインです]",
	    READS_JA DIFFERENCE_JA "別のドメインです。リンクを開いたり返信したりする前に、"
	    "公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(SENDER_LOOKALIKE, LEVEL_NONE,
	    "[The sender's domain {domain} resembles {imitates}"
	    "|The sender's domain resembles a well-known one]",
	    "They are two different domains. The resemblance may be a coincidence.",
	    "[送信元のドメイン {domain} は {imitates} と似ています"
	    "|送信元のドメインは、よく知られたドメインと似ています]",
	    "別のドメインです。偶然似ているだけの可能性もあります。"),
	WORDS_WHEN(SENDER_UNVERIFIED, LEVEL_WARNING, "no-link",
	    "[This email may not come from {brand}"
	    "|This email may not come from the address it shows]",
	    "[{address} is on the official list"
	    "|The address is on the official list], but a sender's address can be forged, and the "
	    "email tells you to follow a link[ (“{phrase}”)] that it does not have. "
	    "[Go to {site} yourself"
	    "|Go to the official site yourself] instead.",
	    "[{brand}から届いたメールかどうか確認できません"
	    "|表示どおりの送信元から届いたメールかどうか確認できません]",
	    "[送信元 {address} は公式の一覧にありますが"
	    "|送信元は公式の一覧にありますが]、表示上の送信元は偽装できます。"
	    "リンク先での手続きを求めています[（「{phrase}」）]が、メールにリンクがありません。"
	    GO_JA),
	WORDS_ROW(SENDER_UNVERIFIED, LEVEL_WARNING,
	    "[This email may not come from {brand}"
	    "|This email may not come from the address it shows]",
	    "[{address} is on the official list"
	    "|The address is on the official list], but a sender's address can be forged, and the "
	    "content or a link of this email is unusual for it. [Go to {site} yourself"
	    "|Go to the official site yourself] instead of using the links.",
	    "[{brand}から届いたメールかどうか確認できません"
	    "|表示どおりの送信元から届いたメールかどうか確認できません]",
	    "[送信元 {address} は公式の一覧にありますが"
	    "|送信元は公式の一覧にありますが]、表示上の送信元は偽装できます。"
	    "内容またはリンク先に不審な点があります。リンクを使わず、" GO_JA),
	WORDS_ROW(SENDER_UNVERIFIED, LEVEL_NONE,
	    "[It is not known whether this email comes from {brand}"
	    "|It is not known whether this email comes from the address it shows]",
	    "[{address} is on the official list"
	    "|The address is on the official list], but whether the email really came from it "
	    "cannot be told here. If it asks you to do something, [go to {site} yourself"
	    "|go to the official site yourself].",
	    "[{brand}から届いたメールかどうか確認できません"
	    "|表示どおりの送信元から届いたメールかどうか確認できません]",
	    "[送信元 {address} は公式の一覧にありますが"
	    "|送信元は公式の一覧にありますが]、実際にそこから送られたかどうかは、"
	    "ここでは分かりません。手続きを求められている場合は、" GO_JA),
	WORDS_ROW(SENDER_ADDRESS_UNLISTED, LEVEL_NONE,
	    "[{address} is not an address that {brand} is known to send from"
	    "|This is not an address that {brand} is known to send from"
	    "|This is not a known address of the organisation]",
	    "[{brand} has published the addresses it sends from: {official}. "
	    "|The organisation has published the addresses it sends from, and this is not one of "
	    "them. ]A matching domain proves nothing, because it can be forged. "
	    "Before you act, [check on {site}"
	    "|check on the official site].",
	    "[{address} は、{brand}が公表している送信元アドレスではありません"
	    "|{brand}が公表している送信元アドレスではありません"
	    "|公表されている送信元アドレスではありません]",
	    "[{brand}が公表している送信元は {official}です。"
	    "]ドメインが同じでも、表示上の送信元は偽装できます。"
	    "対応する前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(SENDER_UNSOLICITED, LEVEL_NONE,
	    "[{brand} sends email only in reply to a request"
	    "|This sender sends email only in reply to a request]",
	    "If you did not contact [{brand}"
	    "|the organisation], ignore this email. A sender's address can be forged.",
	    "[{brand}がメールを送るのは、利用者からの連絡に答えるときだけです"
	    "|この送信元がメールを送るのは、利用者からの連絡に答えるときだけです]",
	    "問い合わせなどの心当たりがなければ、このメールは無視してください。"
	    "表示上の送信元は偽装できます。"),
	WORDS_WHEN(SENDER_NAME_DISGUISED, LEVEL_NONE, "letters set apart",
	    "[The sender's name spells {brand} with its letters set apart"
	    "|The sender's name is spelt with its letters set apart]",
	    "[“{claimed}”"
	    "|The name] has blanks or signs between its letters, a way to get past filters. "
	    "[The address is not a known sender of {brand}. ]" ACT_EN GO_EN,
	    "[送信元の名前は、文字の間を空けて{brand}と書かれています"
	    "|送信元の名前は、文字の間を空けて書かれています]",
	    "[名前「{claimed}」では"
	    "|名前では]、迷惑メール対策を逃れるため、文字の間に空白や記号が入れられています。"
	    "[{brand}の確認済みの送信元ではありません。]リンクを開いたり返信したりせず、" GO_JA),
	WORDS_ROW(SENDER_NAME_DISGUISED, LEVEL_NONE,
	    "[The sender's name spells {brand} with disguised characters"
	    "|The sender's name contains disguised characters]",
	    "[“{claimed}”"
	    "|The name] contains look-alike, invisible or otherwise altered characters, a way to "
	    "get past filters. [The address is not a known sender of {brand}. ]" ACT_EN GO_EN,
	    "[送信元の名前が、細工した文字で{brand}に見せかけられています"
	    "|送信元の名前に、細工した文字が使われています]",
	    "[名前「{claimed}」には"
	    "|名前には]、似た形の文字や見えない文字などが使われています。"
	    "[{brand}の確認済みの送信元ではありません。]リンクを開いたり返信したりせず、" GO_JA),
	WORDS_ROW(SENDER_NAME_ADDRESS, LEVEL_DANGER,
	    NAME_SHOWS_EN,
	    "A sender can type anything as a name, even an address. "
	    "What counts is the address the email comes from. "
	    "Do not open links or reply[; to check, go to {site} yourself].",
	    NAME_SHOWS_JA,
	    "名前には、誰でも好きなアドレスを書けます。偽の名乗りの可能性が高いため、"
	    "リンクを開いたり返信したりしないでください。"
	    "[確認は公式サイト（{site}）で行ってください。]"),
	WORDS_ROW(SENDER_NAME_ADDRESS, LEVEL_NONE,
	    NAME_SHOWS_EN,
	    "A sender can type anything as a name, even an address. "
	    "What counts is the address the email comes from. "
	    "Before you open a link or reply, [check on {site}"
	    "|make sure you know who wrote this].",
	    NAME_SHOWS_JA,
	    "名前には誰でも好きなアドレスを書けるため、不審な点があります。"
	    "リンクを開いたり返信したりする前に、[公式サイト（{site}）で"
	    "|相手を]確認してください。"),
	WORDS_WHEN(SENDER_CONTAINS_RECIPIENT, LEVEL_NONE, "address-in-name",
	    "[The sender's name contains your address {recipient}"
	    "|The sender's name contains your address]",
	    "[The email is from {domain}, not from you. ]" BULK_EN,
	    "[送信元の名前に、あなたのアドレス {recipient} が含まれています"
	    "|送信元の名前に、あなたのアドレスが含まれています]",
	    "[実際の送信元は {domain} です。]" BULK_JA),
	WORDS_WHEN(SENDER_CONTAINS_RECIPIENT, LEVEL_NONE, "domain-in-name",
	    "[The sender's name contains your domain {shown}"
	    "|The sender's name contains your domain]",
	    "[The email is from {domain}, not from your organisation. ]" BULK_EN,
	    "[送信元の名前に、あなたのアドレスのドメイン {shown} が含まれています"
	    "|送信元の名前に、あなたのアドレスのドメインが含まれています]",
	    "[実際の送信元は {domain} です。]" BULK_JA),
	WORDS_WHEN(SENDER_CONTAINS_RECIPIENT, LEVEL_NONE, "local-part-in-name",
	    "[The sender's name contains “{shown}” from your address"
	    "|The sender's name contains a part of your address]",
	    "[The email is from {domain}. ]" BULK_EN,
	    "[送信元の名前に、あなたのアドレスの「{shown}」の部分が含まれています"
	    "|送信元の名前に、あなたのアドレスの一部が含まれています]",
	    "[実際の送信元は {domain} です。]" BULK_JA),
	WORDS_WHEN(SENDER_CONTAINS_RECIPIENT, LEVEL_NONE, "address-in-address",
	    "[The sender's address contains your address {recipient}"
	    "|The sender's address contains your address]",
	    "[The email is from {domain}, not from you. ]" BULK_EN,
	    "[送信元のアドレスに、あなたのアドレス {recipient} が含まれています"
	    "|送信元のアドレスに、あなたのアドレスが含まれています]",
	    "[実際の送信元は {domain} です。]" BULK_JA),
	WORDS_WHEN(SENDER_CONTAINS_RECIPIENT, LEVEL_NONE, "domain-in-address",
	    "[The sender's address contains your domain {shown}"
	    "|The sender's address contains your domain]",
	    "[The email is from {domain}, not from your organisation. ]" BULK_EN,
	    "[送信元のアドレスに、あなたのアドレスのドメイン {shown} が含まれています"
	    "|送信元のアドレスに、あなたのアドレスのドメインが含まれています]",
	    "[実際の送信元は {domain} です。]" BULK_JA),
	WORDS_ROW(SENDER_CONTAINS_RECIPIENT, LEVEL_NONE,
	    "[The sender's address contains “{shown}” from your address"
	    "|The sender's address contains a part of your address]",
	    "[The email is from {domain}. ]" BULK_EN,
	    "[送信元のアドレスに、あなたのアドレスの「{shown}」の部分が含まれています"
	    "|送信元のアドレスに、あなたのアドレスの一部が含まれています]",
	    "[実際の送信元は {domain} です。]" BULK_JA),
	WORDS_WHEN(SENDER_UNAUTHENTICATED, LEVEL_WARNING, "none",
	    "[The email claims to be from {domain}, but that is not confirmed"
	    "|The sender of this email is not confirmed]",
	    "No authentication is shown, so the sender's address may be forged. "
	    "Before you act, [check on {site}"
	    "|check with the sender in another way].",
	    "[送信元 {domain} からのメールであることを確認できません"
	    "|表示どおりの送信元であることを確認できません]",
	    "送信元を確認できる認証がなく、なりすましの可能性があります。"
	    "対応する前に、[公式サイト（{site}）で"
	    "|別の方法で相手に]確認してください。"),
	WORDS_WHEN(SENDER_UNAUTHENTICATED, LEVEL_NONE, "none",
	    "[Nothing shown confirms that this email is from {domain}"
	    "|Nothing shown confirms the sender of this email]",
	    "The sender's mail server does not use authentication, or the message lost it on its "
	    "way.",
	    "[送信元 {domain} を確認できる認証がありません"
	    "|送信元を確認できる認証がありません]",
	    "送信側が認証に対応していないか、転送の途中で失われたことが考えられます。"),
	WORDS_ROW(SENDER_UNAUTHENTICATED, LEVEL_WARNING,
	    "[The email claims to be from {domain}, but that is not confirmed"
	    "|The sender of this email is not confirmed]",
	    SENT_EN
	    "The authentication shown does not match the sender's address, which may be forged. "
	    "Before you act, [check on {site}"
	    "|check with the sender in another way].",
	    "[送信元 {domain} からのメールであることを確認できません"
	    "|表示どおりの送信元であることを確認できません]",
	    SENT_JA "表示されている認証の結果が送信元と一致せず、なりすましの可能性があります。"
	    "対応する前に、[公式サイト（{site}）で"
	    "|別の方法で相手に]確認してください。"),
	WORDS_ROW(SENDER_UNAUTHENTICATED, LEVEL_NONE,
	    "[The authentication shown does not confirm {domain}"
	    "|The authentication shown does not confirm the sender]",
	    SENT_EN "Mailing lists and forwarding can be the reason.",
	    "[表示されている認証では、送信元 {domain} を確認できません"
	    "|表示されている認証では、送信元を確認できません]",
	    SENT_JA "メーリングリストや転送が理由のこともあります。"),
	WORDS_ROW(WEBMAIL_WARNED, LEVEL_NONE,
	    "Your mail service shows a warning for this email",
	    "Read that warning before you open links or attachments, or reply.",
	    "お使いのメールサービスが、このメールに警告を表示しています",
	    "リンクや添付ファイルを開いたり返信したりする前に、その警告を確認してください。"),
	WORDS_ROW(REPLY_TO_ELSEWHERE, LEVEL_NOTICE,
	    "[A reply would go to {reply_to}, not to the sender"
	    "|A reply would not go to the sender]",
	    "[The email shows {address} as its sender. ]Look at the address before you answer.",
	    "[返信すると、送信元ではなく {reply_to} に届きます"
	    "|返信は送信元とは別のアドレスに届きます]",
	    "[表示されている送信元は {address} です。]返信する前に宛先を確認してください。"),
	WORDS_ROW(REPLY_TO_ELSEWHERE, LEVEL_NONE,
	    "[A reply would go to {reply_to}, not to the sender"
	    "|A reply would not go to the sender]",
	    "[The email shows {address} as its sender. ][Instead of replying, contact {brand} "
	    "through {site}."
	    "|Before you answer, make sure you know who would receive it.]",
	    "[返信すると、送信元ではなく {reply_to} に届きます"
	    "|返信は送信元とは別のアドレスに届きます]",
	    "[表示されている送信元は {address} です。]返信先が異なるのは不審な点です。"
	    "[返信せず、公式サイト（{site}）から{brand}に問い合わせてください。"
	    "|返信する前に、相手が誰なのか確認してください。]"),
	{0},
};
