/* What is said about subject, text and the mail as a whole. */
#include "words_table.h"

/* Neither a link nor an administrator need be there. */
#define SERVICE_EN \
	"Do not follow its instructions; open the service yourself or, at work, ask your administrator."
#define SERVICE_JA \
	"メールの指示には従わず、自分でサービスを開いて確認してください。職場のメールであれば、管理者に相談してください。"

const struct phrase words_mail[] = {
	WORDS_ROW(SECRET_REQUESTED, LEVEL_DANGER,
	    "[This email asks for a secret that no one should ever ask you for: “{phrase}”"
	    "|This email asks for a secret that no one should ever ask you for]",
	    "With your recovery phrase, private key, password or one-time code, anyone can take over your account or your money. "
	    "Do not type it in, send it or read it out.",
	    "[人に教えてはいけない情報を求めています（「{phrase}」）|人に教えてはいけない情報を求めています]",
	    "リカバリーフレーズ、秘密鍵、パスワード、認証コードを知られると、資産やアカウントを奪われるおそれがあります。"
	    "入力も返信もしないでください。"),
	WORDS_ROW(SECRET_REQUESTED, LEVEL_NONE,
	    "[This email asks you for a password, code or card number: “{phrase}”"
	    "|This email asks you for a password, code or card number]",
	    "The sender is not confirmed. Do not reply with it or enter it behind a link; "
	    "[sign in at {site} yourself|if you have an account there, sign in at the official site yourself].",
	    "[パスワード、認証コード、カード番号などを求めています（「{phrase}」）"
	    "|パスワード、認証コード、カード番号などを求めています]",
	    "不審な依頼です。返信したりリンク先で入力したりせず、"
	    "必要な手続きは公式サイト[（{site}）]からログインして行ってください。"),

	WORDS_ROW(BRANDS_CONTRADICT, LEVEL_NONE,
	    "[The email claims to be from {claim} but is signed as {other}"
	    "|The email claims to be from one organisation and is signed as another]",
	    "The two are not known to be related. Before you open a link or reply, "
	    "[check on {site}|check on the official site].",
	    "[{claim}を名乗っていますが、署名は{other}です|名乗っている組織と署名の組織が異なります]",
	    "両者の関係は確認できておらず、不審な点があります。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),

	WORDS_WHEN(FRAUD_REQUESTED, LEVEL_NONE, "gift-cards",
	    "[This email asks for gift cards and their codes: “{phrase}”|This email asks for gift cards and their codes]",
	    "Whoever has the code has the money. Nobody pays, thanks or helps that way: ask the person by phone, "
	    "at a number that you know, before you buy anything.",
	    "[ギフトカードの購入とコードの送信を求めています（「{phrase}」）|ギフトカードの購入とコードの送信を求めています]",
	    "コードを知られた時点で、お金は取り戻せません。購入する前に、以前から知っている電話番号などで本人に確認してください。"),
	WORDS_WHEN(FRAUD_REQUESTED, LEVEL_NONE, "chat-group",
	    "[This email asks you to open a chat group and send back its QR code: “{phrase}”"
	    "|This email asks you to open a chat group and send back its QR code]",
	    "Impostors pose as a superior this way and ask for money in the group. "
	    "Do not reply; ask the person by phone or in person.",
	    "[グループチャットの作成とQRコードの返信を求めています（「{phrase}」）"
	    "|グループチャットの作成とQRコードの返信を求めています]",
	    "経営者や上司になりすまし、グループの中で送金を指示する手口があります。返信せず、電話や対面で本人に確認してください。"),
	WORDS_ROW(FRAUD_REQUESTED, LEVEL_NONE,
	    "[This email gives a number to call against a charge: “{phrase}”|This email gives a number to call against a charge]",
	    "Invented bills name well-known companies and a number of the impostors' own. Do not call it; "
	    "look up the charge yourself[ at {site}].",
	    "[身に覚えのない請求について、電話をかけさせようとしています（「{phrase}」）"
	    "|身に覚えのない請求について、電話をかけさせようとしています]",
	    "有名な会社の名前を使った架空の請求で、電話の相手は無関係の第三者かもしれません。"
	    "電話をかけず、請求の有無は公式サイト[（{site}）]で確認してください。"),

	WORDS_WHEN(TEXT_DISGUISED, LEVEL_NONE, "look-alike letters",
	    "[Words of this email are spelled with look-alike letters: “{phrase}”"
	    "|Words of this email are spelled with look-alike letters]",
	    "[This “{phrase}” has letters of another alphabet in it that only look like the usual ones. "
	    "|Letters of another alphabet stand among the usual ones. ]"
	    "Senders do that to get past filters[; {brand} has no reason to]. Do not use the links or reply.",
	    "[形の似た別の文字で書かれた言葉があります（「{phrase}」）|形の似た別の文字で書かれた言葉があります]",
	    "[この「{phrase}」には、形が似ているだけの別の文字が混ざっています。|形が似ているだけの別の文字が混ざっています。]"
	    "迷惑メールの検出を逃れるための書き方です。リンクを開いたり返信したりしないでください。"),
	WORDS_ROW(TEXT_DISGUISED, LEVEL_NONE,
	    "Invisible characters stand within the words of this email",
	    "Senders do that to get past filters; it is not seen while reading. Do not use the links or reply.",
	    "言葉の途中に、目に見えない文字が入っています",
	    "迷惑メールの検出を逃れるための書き方で、読んでいるだけでは気づきません。リンクを開いたり返信したりしないでください。"),

	WORDS_WHEN(KNOWN_WORDING, LEVEL_WARNING, "own-address",
	    "[Known blackmail and phishing campaigns use this wording: “{phrase}”"
	    "|Known blackmail and phishing campaigns use this wording]",
	    "Your own address stands there as the sender. Anyone can write it there; it does not show that somebody is in "
	    "your mailbox. Do not pay and do not reply.",
	    "[脅迫やフィッシングでよく使われる文面です（「{phrase}」）|脅迫やフィッシングでよく使われる文面です]",
	    "送信元にあなた自身のアドレスが表示されていますが、表示上の送信元は偽装できます。メールボックスに侵入された証拠にはなりません。"
	    "支払いも返信もしないでください。"),
	WORDS_WHEN(KNOWN_WORDING, LEVEL_WARNING, "extortion",
	    "[Blackmail sent to many people uses this wording: “{phrase}”|Blackmail sent to many people uses this wording]",
	    "The claims are almost always invented, even where the email shows an old password of yours; change it wherever you "
	    "still use it. Do not pay and do not reply. Keep the email in case you want to report it to the police.",
	    "[多くの人に送られる脅迫メールの文面です（「{phrase}」）|多くの人に送られる脅迫メールの文面です]",
	    "内容はほとんどの場合、作り話です。支払いも返信もしないでください。過去に使ったパスワードが書かれている場合は、使い続けているサービスで変更してください。"
	    "不安なときは、警察やIPA（情報処理推進機構）の相談窓口に相談してください。"),
	WORDS_WHEN(KNOWN_WORDING, LEVEL_WARNING, "wordings",
	    "[Known phishing campaigns use this wording: “{phrase}”|Known phishing campaigns use this wording]",
	    "[The email contains more than one such wording, for instance also “{also}”. "
	    "|The email contains more than one such wording. ]" SERVICE_EN,
	    "[フィッシングでよく使われる文面です（「{phrase}」）|フィッシングでよく使われる文面です]",
	    "[このような文面が複数ある（「{also}」など）、不審なメールです。|このような文面が複数ある、不審なメールです。]" SERVICE_JA),
	WORDS_ROW(KNOWN_WORDING, LEVEL_WARNING,
	    "[Known phishing campaigns use this wording: “{phrase}”|Known phishing campaigns use this wording]",
	    "Together with the sender or the links it is a reason to be careful. " SERVICE_EN,
	    "[フィッシングでよく使われる文面です（「{phrase}」）|フィッシングでよく使われる文面です]",
	    "送信元やリンクとあわせて見ると不審です。" SERVICE_JA),
	WORDS_ROW(KNOWN_WORDING, LEVEL_NONE,
	    "[Both honest email and phishing use this wording: “{phrase}”"
	    "|Both honest email and phishing use this wording]",
	    "The wording alone says little.",
	    "[正規のメールにもフィッシングにも使われる文面です（「{phrase}」）"
	    "|正規のメールにもフィッシングにも使われる文面です]",
	    "これだけでは判断できません。"),

	WORDS_ROW(UNUSED_SERVICE, LEVEL_NONE,
	    "[The email names {brand}, which you listed as not used"
	    "|The email names a service that you listed as not used]",
	    "If you have no account there, a bill or notice from it is unlikely to be meant for you.",
	    "[「使っていないサービス」に登録されている{brand}の名前があります"
	    "|「使っていないサービス」に登録されている名前があります]",
	    "契約やアカウントがなければ、請求やお知らせは、あなた宛てではない可能性があります。"),

	WORDS_ROW(NOT_ALL_CHECKED, LEVEL_NONE,
	    "Part of this email was not checked",
	    "Some of it is not shown here, or it has more links or text than can be checked at once. Be careful with the parts that are not marked.",
	    "このメールの一部は確認していません",
	    "表示されていない部分があるか、リンクや本文が一度に確認できる量を超えています。印のない部分にも注意してください。"),

	{0},
};
