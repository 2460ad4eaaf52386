/* What is said about senders and reply addresses. English, then Japanese: title, detail. */
#include "words_table.h"

#define ROW(code, level, title_en, detail_en, title_ja, detail_ja) \
	{code, level, {title_en, title_ja}, {detail_en, detail_ja}}

const struct phrase words_sender[] = {
	ROW(SENDER_UNOFFICIAL, LEVEL_DANGER,
	    "[The name says {brand}, but the address belongs to {domain}"
	    "|The name says {brand}, but the address is not its own"
	    "|The name and the address do not belong together]",
	    "[{brand} writes from {official}. ]Do not open links or reply. "
	    "[Go to {site} yourself|Go to the official site yourself] if you want to check.",
	    "[{brand}を名乗っていますが、送信元 {domain} は公式の送信元ではありません"
	    "|{brand}を名乗っていますが、公式の送信元ではありません"
	    "|差出人名と送信元が一致しません]",
	    "[{brand}の公式の送信元は {official} です。]リンクを開いたり返信したりせず、"
	    "公式サイト[({site})]から確認してください。"),
	ROW(SENDER_UNOFFICIAL, LEVEL_NOTICE,
	    "[{domain} is not a known sender of {brand}, which the name says"
	    "|The address is not a known sender of whom the name says]",
	    "The list of known senders may be incomplete.",
	    "[差出人名は{brand}ですが、{domain} は確認済みの送信元ではありません"
	    "|差出人名の相手の、確認済みの送信元ではありません]",
	    "確認済みの一覧に載っていないだけの可能性もあります。"),
	ROW(SENDER_UNOFFICIAL, LEVEL_NONE,
	    "[The name says {brand}, but {domain} is not a known sender of it"
	    "|The name says {brand}, but the address is not a known sender of it"
	    "|The name and the address may not belong together]",
	    "The list of known senders may be incomplete, so look twice: before you open a link or reply, "
	    "[check on {site}|check on the official site].",
	    "[{brand}を名乗っていますが、送信元 {domain} は確認済みの送信元ではありません"
	    "|{brand}を名乗っていますが、確認済みの送信元ではありません"
	    "|差出人名と送信元が一致しない、不審なメールです]",
	    "確認済みの一覧に載っていないだけの可能性もあります。リンクを開いたり返信したりする前に、"
	    "公式サイト[({site})]で確認してください。"),

	ROW(SENDER_LOOKALIKE, LEVEL_DANGER,
	    "[The sender's domain {domain} only looks like {imitates}"
	    "|The sender's domain only looks like a well-known one]",
	    "[It has “{seen}” where the real name has “{genuine}”. ]"
	    "[It is not a domain of {brand}. |It is a different domain. ]Do not open links or reply.",
	    "[送信元のドメイン {domain} は、{imitates} に似せた偽のドメインです"
	    "|送信元は、よく知られたドメインに似せた偽のドメインです]",
	    "[公式の「{genuine}」にあたる部分が「{seen}」になっています。]"
	    "[{brand}のドメインではありません。|別のドメインです。]リンクを開いたり返信したりしないでください。"),
	ROW(SENDER_LOOKALIKE, LEVEL_NOTICE,
	    "[The sender's domain {domain} resembles {imitates}"
	    "|The sender's domain resembles a well-known one]",
	    "The likeness may be chance; they are two different domains.",
	    "[送信元のドメイン {domain} は {imitates} と似ています"
	    "|送信元のドメインは、よく知られたドメインと似ています]",
	    "偶然似ているだけの可能性もありますが、別のドメインです。"),
	ROW(SENDER_LOOKALIKE, LEVEL_NONE,
	    "[The sender's domain {domain} resembles {imitates}"
	    "|The sender's domain resembles a well-known one]",
	    "The likeness may be chance, but they are two different domains. "
	    "[If you took this for mail from {brand}|If you took it for the other], "
	    "check before you open links or reply.",
	    "[送信元のドメイン {domain} は、{imitates} とよく似ています"
	    "|送信元のドメインは、よく知られたドメインとよく似ています]",
	    "偶然似ているだけの可能性もありますが、別のドメインです。[{brand}からのメールだと思った場合は、]"
	    "リンクを開いたり返信したりする前に確認してください。"),

	ROW(SENDER_UNVERIFIED, LEVEL_WARNING,
	    "[It is not known whether this mail comes from {brand}"
	    "|It is not known whether this mail comes from the address it shows]",
	    "[{address} is on the official list|The address is on the official list], but an address can be "
	    "forged, and what the mail asks for or where it leads is unusual for it. "
	    "[Go to {site} yourself|Go to the official site yourself] instead of using the links.",
	    "[{brand}から届いたメールかどうか確認できません|表示された送信元から届いたメールかどうか確認できません]",
	    "[送信元 {address} は公式の一覧にありますが|送信元は公式の一覧にありますが]、送信元の表示は、なりすましが可能です。"
	    "内容またはリンク先に不審な点があります。リンクを使わず、公式サイト[({site})]から確認してください。"),
	ROW(SENDER_UNVERIFIED, LEVEL_NONE,
	    "[It is not known whether this mail comes from {brand}"
	    "|It is not known whether this mail comes from the address it shows]",
	    "[{address} is on the official list|The address is on the official list]; whether the mail really "
	    "came from it is not known here. If it asks you to act, "
	    "[go to {site} yourself|go to the official site yourself].",
	    "[{brand}から届いたメールかどうか確認できません|表示された送信元から届いたメールかどうか確認できません]",
	    "[送信元 {address} は公式の一覧にありますが|送信元は公式の一覧にありますが]、"
	    "実際にそこから送られたかどうかは、ここでは分かりません。手続きを求められている場合は、"
	    "公式サイト[({site})]から確認してください。"),

	ROW(SENDER_ADDRESS_UNLISTED, LEVEL_NONE,
	    "[{address} is not an address that {brand} writes from"
	    "|This is not an address that {brand} writes from"
	    "|This is not an address that the owner of the domain writes from]",
	    "[{brand} publishes the exact addresses it uses: {official}. "
	    "|The exact addresses in use are published, and this is none of them. ]"
	    "The domain alone proves nothing, because it can be forged. "
	    "[Check on {site}|Check on the official site] before you act.",
	    "[{address} は、{brand}が公表している送信元アドレスではありません"
	    "|{brand}が公表している送信元アドレスではありません"
	    "|公表されている送信元アドレスではありません]",
	    "[{brand}が使うアドレスは {official} だけです。]ドメインの表示は、なりすましが可能です。"
	    "対応する前に、公式サイト[({site})]で確認してください。"),

	ROW(SENDER_UNSOLICITED, LEVEL_NONE,
	    "[{brand} writes only in answer to you|This sender writes only in answer to you]",
	    "If you asked [{brand}|it] for nothing, ignore this mail. "
	    "A sender's address can be forged.",
	    "[{brand}がメールを送るのは、利用者からの連絡に答えるときだけです"
	    "|この送信元がメールを送るのは、利用者からの連絡に答えるときだけです]",
	    "問い合わせなどの心当たりがなければ、このメールは無視してください。送信元の表示は、なりすましが可能です。"),

	ROW(SENDER_NAME_DISGUISED, LEVEL_NONE,
	    "[The sender's name spells {brand} with disguised characters"
	    "|The sender's name is spelled with disguised characters]",
	    "[“{claimed}”|The name] holds look-alike, invisible or otherwise altered characters, as used to "
	    "get past filters. [It does not come from an official sender of {brand}. ]"
	    "Do not open links or reply.",
	    "[差出人名が、細工した文字で{brand}に見せかけられています|差出人名に細工した文字が使われています]",
	    "[差出人名「{claimed}」には|差出人名には]、似た形の文字、見えない文字などが使われています。"
	    "[{brand}の公式の送信元ではありません。]リンクを開いたり返信したりしないでください。"),

	ROW(SENDER_NAME_ADDRESS, LEVEL_DANGER,
	    "[The name shows {shown}, but the mail is from {address}"
	    "|The name shows {shown}, but the mail is from {domain}"
	    "|The name shows {shown}, but the address is another"
	    "|The name shows an address that is not the sender's]",
	    "Anyone can put any address into the name. "
	    "[{shown} has nothing to do with the address behind it. ]Do not open links or reply.",
	    "[差出人名に {shown} とありますが、実際の送信元は {address} です"
	    "|差出人名に {shown} とありますが、実際の送信元は {domain} です"
	    "|差出人名に {shown} とありますが、実際の送信元は別のアドレスです"
	    "|差出人名に、送信元とは別のアドレスが書かれています]",
	    "差出人名には誰でも好きなアドレスを書けます。偽の名乗りの可能性が高いため、"
	    "リンクを開いたり返信したりしないでください。"),
	ROW(SENDER_NAME_ADDRESS, LEVEL_NONE,
	    "[The name shows {shown}, but the mail is from {address}"
	    "|The name shows {shown}, but the mail is from {domain}"
	    "|The name shows {shown}, but the address is another"
	    "|The name shows an address that is not the sender's]",
	    "Anyone can put any address into the name; what counts is the address behind it. "
	    "Check whom you are dealing with before you open links or reply.",
	    "[差出人名に {shown} とありますが、送信元は {address} です"
	    "|差出人名に {shown} とありますが、送信元は {domain} です"
	    "|差出人名に {shown} とありますが、送信元は別のアドレスです"
	    "|差出人名に、送信元とは別のアドレスが書かれています]",
	    "差出人名には誰でも好きなアドレスを書けるため、不審な点があります。"
	    "リンクを開いたり返信したりする前に、相手を確認してください。"),

	ROW(SENDER_CONTAINS_RECIPIENT, LEVEL_NONE,
	    "[The sender carries your own address {recipient}|The sender carries your own address]",
	    "[It stands in the name or address, but the mail is from {domain}"
	    "|It stands in the sender's name or address, but the mail is from elsewhere]. "
	    "Mails sent out in bulk are sometimes made to look personal or internal this way.",
	    "[送信者の名前やアドレスに、あなたのアドレス {recipient} が含まれています"
	    "|送信者の名前やアドレスに、あなたのアドレスが含まれています]",
	    "[実際の送信元は {domain} です。|実際の送信元は別の組織です。]"
	    "一斉に送られたメールを、個人宛てや社内のメールに見せかけるために使われることがあります。"),

	ROW(SENDER_FREEMAIL, LEVEL_NONE,
	    "[The name says {brand}, but {domain} gives addresses to anyone"
	    "|The name says {brand}, but the address is a free one"
	    "|The name of an organisation stands over a free mail address]",
	    "An official notice is unlikely to come from there. "
	    "[Check on {site}|Check on the official site] before you open links or reply.",
	    "[{brand}を名乗っていますが、送信元は誰でも使えるフリーメール({domain})です"
	    "|{brand}を名乗っていますが、送信元は誰でも使えるフリーメールです"
	    "|組織を名乗っていますが、送信元は誰でも使えるフリーメールです]",
	    "公式のお知らせがフリーメールから届くことは、通常ありません。リンクを開いたり返信したりする前に、"
	    "公式サイト[({site})]で確認してください。"),

	ROW(SENDER_MALFORMED, LEVEL_NONE,
	    "The sender's address is not written as a plain address",
	    "[It reads {address}. ]Ordinary mail programs do not write it so, and it can hide who really "
	    "writes. Check with the sender in another way before you act.",
	    "送信元アドレスの書き方が不審です",
	    "[{address} と書かれています。]通常のメールソフトはこのような書き方をしません。"
	    "本当の送信元が隠れている可能性があるため、対応する前に別の方法で相手に確認してください。"),

	ROW(SENDER_UNAUTHENTICATED, LEVEL_WARNING,
	    "[The mail claims to be from {domain}, but that is not confirmed"
	    "|The mail's sender is not confirmed]",
	    "[It was sent by {mailed_by} and signed by {signed_by}. |It was sent by {mailed_by}. "
	    "|It was signed by {signed_by}. ]The shown authentication does not match the sender's address, "
	    "which may be forged. Check with the sender in another way before you act.",
	    "[送信元 {domain} からのメールであることを確認できません|表示どおりの送信元であることを確認できません]",
	    "[実際の送信は {mailed_by}、署名は {signed_by} です。|実際の送信は {mailed_by} です。"
	    "|署名は {signed_by} です。]送信元の認証が一致せず、なりすましの可能性があります。"
	    "対応する前に、別の方法で相手に確認してください。"),
	ROW(SENDER_UNAUTHENTICATED, LEVEL_NONE,
	    "[The shown authentication does not confirm {domain}"
	    "|The shown authentication does not confirm the sender]",
	    "[It was sent by {mailed_by} and signed by {signed_by}. |It was sent by {mailed_by}. "
	    "|It was signed by {signed_by}. ]Mailing lists and forwarding can be the reason.",
	    "[表示されている認証では、送信元 {domain} を確認できません"
	    "|表示されている認証では、送信元を確認できません]",
	    "[実際の送信は {mailed_by}、署名は {signed_by} です。|実際の送信は {mailed_by} です。"
	    "|署名は {signed_by} です。]メーリングリストや転送が理由のこともあります。"),

	ROW(WEBMAIL_WARNED, LEVEL_NONE,
	    "Your webmail itself warns of this mail",
	    "Read its notice before you open links or attachments, or reply.",
	    "お使いのメールサービスが、このメールに警告を表示しています",
	    "リンクや添付ファイルを開いたり返信したりする前に、その警告を確認してください。"),

	ROW(REPLY_TO_ELSEWHERE, LEVEL_NOTICE,
	    "[A reply would go to {reply_to}, not to the sender|A reply would not go to the sender]",
	    "[The mail shows {address} as its sender. ]Look at the address before you answer.",
	    "[返信すると、送信元ではなく {reply_to} に届きます|返信は送信元とは別のアドレスに届きます]",
	    "[表示されている送信元は {address} です。]返信する前に宛先を確認してください。"),
	ROW(REPLY_TO_ELSEWHERE, LEVEL_NONE,
	    "[A reply would go to {reply_to}, not to the sender|A reply would not go to the sender]",
	    "[The mail shows {address} as its sender. ]"
	    "Before you answer, make sure that you know who reads it there.",
	    "[返信すると、送信元ではなく {reply_to} に届きます|返信は送信元とは別のアドレスに届きます]",
	    "[表示されている送信元は {address} です。]返信先が異なるのは不審な点です。"
	    "返信する前に、相手が誰なのか確認してください。"),

	{0},
};
