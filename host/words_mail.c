/* What is said about subject, text and the mail as a whole. English, then Japanese: title, detail. */
#include "words_table.h"

#define ROW(code, level, title_en, detail_en, title_ja, detail_ja) \
	{code, level, {title_en, title_ja}, {detail_en, detail_ja}}

const struct phrase words_mail[] = {
	ROW(SECRET_REQUESTED, LEVEL_DANGER,
	    "[This mail asks for a secret that nobody may ask for: “{phrase}”"
	    "|This mail asks for a secret that nobody may ask for]",
	    "Whoever has your recovery phrase, private key, password or one-time code can act as you. "
	    "Do not enter, send or tell it.",
	    "[人に教えてはいけない情報を求めています(「{phrase}」)|人に教えてはいけない情報を求めています]",
	    "リカバリーフレーズ、秘密鍵、パスワード、認証コードを知られると、資産やアカウントを奪われます。"
	    "入力も返信もしないでください。"),
	ROW(SECRET_REQUESTED, LEVEL_NONE,
	    "[This mail asks you to enter a password or code behind a link: “{phrase}”"
	    "|This mail asks you to enter a password or code behind a link]",
	    "The sender is not confirmed. [Sign in at {site} yourself|Sign in at the official site yourself] "
	    "instead of using the link.",
	    "[リンク先でパスワードや認証コードの入力を求めています(「{phrase}」)"
	    "|リンク先でパスワードや認証コードの入力を求めています]",
	    "送信元を確認できない不審な依頼です。リンクを使わず、公式サイト[({site})]からログインしてください。"),

	ROW(BRANDS_CONTRADICT, LEVEL_NONE,
	    "[The mail claims to be from {brand} but signs as {other}"
	    "|The mail claims to be from one organisation and signs as another]",
	    "The two are not known to belong together. Check before you open links or reply.",
	    "[{brand}を名乗っていますが、署名は{other}です|名乗っている組織と署名の組織が異なります]",
	    "両者の関係は確認できておらず、不審な点があります。リンクを開いたり返信したりする前に確認してください。"),

	ROW(KNOWN_WORDING, LEVEL_WARNING,
	    "[Known phishing campaigns use this wording: “{phrase}”|Known phishing campaigns use this wording]",
	    "Together with the sender or the links it is reason for care. Do not use the links; "
	    "open the service yourself, or ask your administrator.",
	    "[フィッシングでよく使われる文面です(「{phrase}」)|フィッシングでよく使われる文面です]",
	    "送信元やリンクとあわせて見ると不審です。リンクを使わず、自分でサービスを開くか、管理者に確認してください。"),
	ROW(KNOWN_WORDING, LEVEL_NONE,
	    "[Honest and false mails both use this wording: “{phrase}”"
	    "|Honest and false mails both use this wording]",
	    "By itself it says little.",
	    "[正規のメールにもフィッシングにも使われる文面です(「{phrase}」)"
	    "|正規のメールにもフィッシングにも使われる文面です]",
	    "これだけでは判断できません。"),

	ROW(UNUSED_SERVICE, LEVEL_NONE,
	    "[The mail names {brand}, which you listed as not used"
	    "|The mail names a service that you listed as not used]",
	    "A bill or notice from a service without an account is not meant for you.",
	    "[使っていないサービスとして登録された{brand}の名前があります"
	    "|使っていないサービスとして登録された名前があります]",
	    "契約のないサービスからの請求やお知らせには、対応する必要がありません。"),

	ROW(NOT_ALL_CHECKED, LEVEL_NONE,
	    "Part of this mail was not checked",
	    "It has more links or text than are judged at once. Take care with what is not marked.",
	    "このメールの一部は確認していません",
	    "一度に確認できる量を超えるリンクまたは本文があります。印のない部分にも注意してください。"),

	{0},
};
