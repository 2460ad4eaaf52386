/* What is said about a sender's mailbox: whose it is, and how it is written. */
#include "words_table.h"

const struct phrase words_mailbox[] = {
	WORDS_WHEN(SENDER_FREEMAIL, LEVEL_NONE, "carrier",
	    "[The name says {claim}, but {domain} is where a mobile carrier's subscribers have "
	    "their mailboxes"
	    "|The name says {claim}, but the address is a mobile carrier's mailbox"
	    "|The name is an organisation's, but the address is a mobile carrier's mailbox]",
	    "Official notices rarely come from a subscriber's mailbox. "
	    "Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[{claim}を名乗っていますが、送信元は携帯電話会社のメールアドレス（{domain}）です"
	    "|{claim}を名乗っていますが、送信元は携帯電話会社のメールアドレスです"
	    "|組織を名乗っていますが、送信元は携帯電話会社のメールアドレスです]",
	    "公式のお知らせが携帯電話の契約者のアドレスから届くことは、ほとんどありません。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_WHEN(SENDER_FREEMAIL, LEVEL_NONE, "provider",
	    "[The name says {claim}, but {domain} is where an internet provider's subscribers have "
	    "their mailboxes"
	    "|The name says {claim}, but the address is an internet provider's mailbox"
	    "|The name is an organisation's, but the address is an internet provider's mailbox]",
	    "Official notices rarely come from a subscriber's mailbox. "
	    "Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[{claim}を名乗っていますが、送信元はプロバイダーの契約者用アドレス（{domain}）です"
	    "|{claim}を名乗っていますが、送信元はプロバイダーの契約者用アドレスです"
	    "|組織を名乗っていますが、送信元はプロバイダーの契約者用アドレスです]",
	    "公式のお知らせがプロバイダーの契約者のアドレスから届くことは、ほとんどありません。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_ROW(SENDER_FREEMAIL, LEVEL_NONE,
	    "[The name says {claim}, but anyone can get an address at {domain}"
	    "|The name says {claim}, but the address is from a free email service"
	    "|The name is an organisation's, but the address is from a free email service]",
	    "Official notices rarely come from free email addresses. "
	    "Before you open a link or reply, [check on {site}"
	    "|check on the official site].",
	    "[{claim}を名乗っていますが、送信元は誰でも使えるフリーメール（{domain}）です"
	    "|{claim}を名乗っていますが、送信元は誰でも使えるフリーメールです"
	    "|組織を名乗っていますが、送信元は誰でも使えるフリーメールです]",
	    "公式のお知らせがフリーメールから届くことは、ほとんどありません。"
	    "リンクを開いたり返信したりする前に、公式サイト[（{site}）]で確認してください。"),
	WORDS_WHEN(SENDER_MALFORMED, LEVEL_NONE, "several addresses,group",
	    "The sender field holds more than one address or a group",
	    "[The field says {address}. ]That can hide who really wrote the email. "
	    "Before you act, check with the sender in another way.",
	    "送信元の欄に、複数のアドレスまたはグループが書かれています",
	    "[{address} と書かれています。]本当の送信元を隠している可能性がある、不審な書き方です。"
	    "対応する前に、別の方法で相手に確認してください。"),
	WORDS_WHEN(SENDER_MALFORMED, LEVEL_NONE, "no address,unreadable domain",
	    "The sender's address cannot be read as an email address",
	    "[The field says {address}. ]A reply could not reach the sender there. "
	    "Before you act, check with the sender in another way.",
	    "送信元アドレスをメールアドレスとして読み取れません",
	    "[{address} と書かれています。]不審な書き方のため、"
	    "対応する前に別の方法で相手に確認してください。"),
	WORDS_WHEN(SENDER_MALFORMED, LEVEL_NONE, "several @",
	    "The sender's address has more than one @",
	    "[The field says {address}. ]What counts is the part after the last @[, {domain}]; "
	    "what stands before it can be made to look like another address. "
	    "Before you act, check with the sender in another way.",
	    "送信元アドレスに @ が2つ以上あります",
	    "[{address} と書かれています。]送信元を表すのは最後の @ より後[（{domain}）]だけで、"
	    "その前は別のアドレスに見せかけることができます。"
	    "対応する前に、別の方法で相手に確認してください。"),
	WORDS_ROW(SENDER_MALFORMED, LEVEL_NONE,
	    "The sender's address is written in an unusual way",
	    "[The field says {address}. ]Ordinary email programs do not write addresses like this, "
	    "and it can hide who really wrote the email. Before you act, check with the sender in "
	    "another way.",
	    "送信元アドレスの書き方が不審です",
	    "[{address} と書かれています。]通常のメールソフトはこのような書き方をしません。"
	    "本当の送信元が隠れている可能性があるため、"
	    "対応する前に別の方法で相手に確認してください。"),
	{0},
};
