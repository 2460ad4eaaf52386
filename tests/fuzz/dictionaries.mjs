// Writes tests/fuzz/dictionaries/*.dict: the words that each target's input is made of.
import fs from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;

/** A token as libFuzzer and AFL++ write it. */
const quoted = (token) => `"${[...Buffer.from(token)].map((b) => (b < 0x20 || b > 0x7e || b === 0x22 || b === 0x5c ? `\\x${b.toString(16).padStart(2, '0')}` : String.fromCharCode(b))).join('')}"`;

const url = ['https://', 'http://', '//', 'javascript:', 'data:', 'mailto:', '@', ':443', '%2F', '%3A', '%25', '%00', '?url=', '&q=', '?u=', '#', '\\', '\t', '..', 'google.com/url', 'l.facebook.com/l.php',
  'safelinks.protection.outlook.com', 'urldefense.com/v3/__', '__;', '!!', 'urldefense.proofpoint.com/v2/url?u=', 'translate.goog', '/RU=', 'a1aHR0cHM6Ly', 'amazon.co.jp', 'paypal.com', 'hxxps:', 'ttp:', '[.]', '[dot]', '[://]', ':8080/'];
const hostname = ['xn--', '.', '。', '．', '[', ']', '::', '0x', '255', '%41', '\u00ad', '\u200b', '\u200d', 'ß', 'ς', 'ẞ', 'a\u0308', 'github.io', 'co.jp', 'kobe.jp', 'а', 'א', '٠', '💩', '\ufe0f', 'ㅤ', '\u0300'];
const mailbox = ['@', '<', '>', '"', '\\', '(', ')', ',', ';', ':', '[', ']', 'IPv6:', 'undisclosed-recipients:;', '=?UTF-8?B?', '=?utf-8?q?', '?=', '?= =?', '=?ISO-2022-JP?B?', '\x1b$B', 'GyRC', '=?Shift_JIS?Q?', '=?EUC-JP?Q?', '=?GB18030?B?', '=?big5?B?', '=?euc-kr?B?', '=?iso-8859-1*en?q?', '=00', '=E4', 'From: ', 'Subject: ', '[@]', '(at)', '.', '..', '\u200b', 'docomo.ne.jp', 'a@b.example'];
const name = ['Amazon', 'PayPal', 'Apple', 'Google', 'Microsoft', 'Netflix', 'LINE', 'JCB', '三井住友', 'ヤマト運輸', 'サポート', 'カスタマー', 'お知らせ', 'Support', 'Team', 'via', '経由', 'Administrator', '\n', 'а', 'о', 'rn', 'vv', '0', '1', 'l', 'I', '\u0337', '\u202e', '\u00ad', '\u200b', '\u3099', 'Ａ', '𝗔', 'ﾊﾟ', '®', '@', '.com'];
const json = ['{', '}', '[', ']', ':', ',', '"id":', '"type":', '"check"', '"hello"', '"profile"', '"brands"', '"protocol":1', '"languages":', '"sender":', '"name":', '"address":', '"reply_to":', '"recipients":', '"subject":', '"text":', '"cut":true', '"auth":',
  '"result":"pass"', '"mailed_by":', '"signed_by":', '"via":', '"warned":true', '"links":', '"url":', '"raw":', '"profile_id":', '"trusted":', '"unused_services":', '"from":', 'null', 'true', '\\u202e', '\\ud800', '\\u0000', '1e400', '9007199254740991', '-0', '\n'];
const catalogue = ['"name":{"en":', '"ja":', '"category":"shop"', '"country":"int"', '"site":', '"advisory":', '"aliases":', '"weak_aliases":', '"web_domains":', '"mail_domains":', '"mail_addresses":', '"user_content":', '"relays":', '"affiliates":', '"coined":', '"words":',
  '"senders_complete":true', '"only_on_request":true', '"source":{"evidence":"page","confidence":"high","date":"2026-11-22"}', '"redirectors":', '"hostname":', '"parameters":', '"shape":', '"query"', '"path-rest"', '"certain":true', '"role":', '"domains":', '"honest"', '"hosting"', '"freemail"',
  '"cues":', '"kind":"wording"', '"strength":"strong"', '"literal":', '"pattern":', '"matches":', '"honest":', '(?:', '(a+)+', '[^x]{1,9}', '\\\\b', '\nb{', '\ni{', '\nw{'];
const words = ['password', 'verify', 'account', 'suspended', 'card number', 'secret recovery phrase', 'recovery phrase', 'do not', 'enter', 'confirm', '24 hours', '©', '本人確認', 'パスワード', '暗証番号', 'アカウント', '停止', '入力', 'しないで', '至急', '重要', '請求', 'held mails', '\n', '\t', '\x1f', '\x1e', 'gift card', 'ギフトカード', 'QRコード', 'LINEグループ', 'never', 'we will never ask', 'on behalf of', 'wrote:', '> '];

for (const [target, tokens] of Object.entries({
  url: [...url, ...hostname], hostname, mailbox: [...mailbox, ...hostname], name, request: [...json, ...url], catalogue: [...json.slice(0, 6), ...catalogue], index: ['honmono\n', 'metamask.io', 'metamask', '\x01\x02\x03\x04', '2026-11-22'],
  frame: ['\x00\x00\x00\x00', '\x01\x00\x00\x00', '\x2c\x01\x00\x00', '\x2d\x01\x00\x00', '\xff'], mail: [...words, ...name, ...url, ...mailbox.slice(0, 12), ...hostname],
})) fs.writeFileSync(path.join(here, 'dictionaries', `${target}.dict`), `${[...new Set(tokens)].map(quoted).join('\n')}\n`);
