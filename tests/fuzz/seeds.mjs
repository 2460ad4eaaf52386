// Writes the structured seeds of the fuzz targets into tests/fuzz/corpus/ (run.sh leaves its finds elsewhere).
//   node tests/fuzz/seeds.mjs BUILD [--check]     BUILD: a build folder, whose catalogue_compile makes the index's seed
// With --check nothing is written: exit status 1 where a seed is not what would be. An index of an older format, say, is
// refused at its first bytes, and its target would run for hours and reach nothing.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const [build, option] = process.argv.slice(2);
if (!build || (option && option !== '--check')) throw new Error('usage: node tests/fuzz/seeds.mjs BUILD [--check]');

/* What fuzzing found is named by its SHA-1 and stays. */
const FOUND = /^[0-9a-f]{40}$/;

function write(folder, seeds) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(folder)) if (!FOUND.test(name)) fs.rmSync(path.join(folder, name));
  for (const [name, bytes] of Object.entries(seeds)) fs.writeFileSync(path.join(folder, name), bytes);
}

function compare(folder, seeds) {
  const there = new Set(fs.readdirSync(folder).filter((name) => !FOUND.test(name)));
  for (const name of new Set([...there, ...Object.keys(seeds)])) {
    if (there.has(name) && name in seeds && fs.readFileSync(path.join(folder, name)).equals(Buffer.from(seeds[name]))) continue;
    console.error(`${path.join(folder, name)} is not what seeds.mjs writes`);
    process.exitCode = 1;
  }
}

const put = (target, seeds) => (option ? compare : write)(path.join(here, 'corpus', target), seeds);

/** One seed for each line, named by its number. */
const lines = (list) => Object.fromEntries(list.map((text, i) => [`seed-${String(i).padStart(2, '0')}`, text]));

function frame(length, body) {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(length);
  return Buffer.concat([head, Buffer.from(body)]);
}

const urls = [
  'https://www.example.com/path?x=1&u=https%3A%2F%2Fother.example%2F#top', '//host.example/x', 'http:\\\\back.example\\slash', 'HtTpS:///three.example',
  'https://user:pass@real.example@evil.example:8443/', 'http://0x7f.1/', 'http://[::ffff:192.0.2.1]:80/', 'http://2130706433/', 'https://ｅｘａｍｐｌｅ。ｃｏｍ/',
  'https://xn--80ak6aa92e.com/', 'https://bücher.example/', 'https://ex%61mple.com/%2e%2e/', 'ht\ttps://ta\nb.example', 'mailto:a@b.example?subject=x', 'javascript:alert(1)',
  'data:text/html;base64,PGI+', 'https://www.google.com/url?q=https://a.example/&sa=D', 'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=x',
  'https://urldefense.com/v3/__https://a.example/*x__;Iw!!abc!def$', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_&d=x',
  'https://a-example.translate.goog/x?_x_tr_sl=en', 'https://www.bing.com/ck/a?u=a1aHR0cHM6Ly9hLmV4YW1wbGUv', 'https://r.search.yahoo.com/_ylt=x/RU=https%3a%2f%2fa.example%2f/RK=2',
  'https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fa.example', '#top', 'www.example.com', 'https:example.com', 'ftp://a.example/', 'https://a.example:99999/',
  'hxxps://a[.]example/x', 'hXXp[://]a[dot]b(.)example:8080/x', 'ttps://a.example', 'h**p://a{.}example/', ' a.example:8080/x\n', 'a[at]b[.]example', '[2001:db8::1]', 'https[:]//203.0.113.9/',
  'https://href.li/?https%3A%2F%2Fa.example%2Fx', 'https://href.li/?https://b.example/',
];
const hostnames = [
  'example.com', 'EXAMPLE.com.', 'a.b.co.jp', 'xn--80ak6aa92e.com', 'xn--a', 'xn--', 'bücher.example', '日本語。ＪＰ', 'faß.de', 'a\u00ad\u200bb.example', '0x7f.0.0.1', '1.2.3', '192.168.0.1.',
  '[::1]', '[1:2:3:4:5:6:7.8.9.10]', 'a_b.example', 'a..b', '.', 'ex%41mple.com', '%E3%81%82.jp', '💩.la', 'r3---sn.example', '-a-.example', 'أ.example', '\u200d.example', 'github.io', 'x.github.io',
  `${'a'.repeat(64)}.example`, `${'a.'.repeat(130)}com`, 'ẞ.example', 'с\u0430ss.example', 'a.b.kobe.jp', 'city.kobe.jp',
];
const mailboxes = [
  'a@b.example', 'A.B..c.@docomo.ne.jp', '"a b\\"c"@b.example', 'Name <a@b.example>', '"Last, First" <a@b.example>', 'a@b.example, c@d.example', 'group: a@b.example, c@d.example;', '<@r.example,@s.example:a@b.example>',
  'a(comment)@b.example', '(c(n)) a @ b.example', 'a@[192.0.2.1]', 'a@[IPv6:2001:db8::1]', '用户@例子.example', 'a@xn--fsqu00a.example', 'a@B.EXAMPLE.', '', '@', 'a@', '@b', 'a"b@c', 'mailto:a@b.example', 'a@b@c.example', 'a\u200b@b.example',
  'From: =?UTF-8?B?UGF5UGF5?= <a[@]b[.]example>', '"=?utf-8?q?Pay=50ay?= \\"x\\"" <a@b.example>', 'Subject: =?UTF-8?B?5LiJ5A==?=\r\n =?UTF-8?B?upU=?= x', '=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '=?Shift_JIS?B?k/qWew==?= =?EUC-JP?Q?=C6=FC=CB=DC?=',
  '=?iso-8859-1*en?q?Andr=E9_?= =?iso-8859-1?q?P.?=', '=?GB18030?B?yNWxvg==?= =?big5?B?pOmluw==?= =?euc-kr?B?7Nyv?= =?koi8-r?Q?=C1?= =?windows-1251?Q?=E0?=', '=?utf-8?q?a?= =?utf-8?q?=00?= =?utf-8?q?b?=', '=?utf-8?q?=E4=?= =?utf-8?b?5?=', '=?x-none?B?YQ==?=',
];
const names = [
  'Amazon', 'Ａｍａｚｏｎ カスタマーサービス\ninfo@amaz0n.example', 'PayPaI Support\nx@mail.example', 'Аpple ID', 'A m a z o n', 'аmаzоn', '三井住友カード', 'ヤマト運輸 お知らせ', 'LINE', 'JCB', 'Taro via PayPal\ntaro@paypal.com', 'support@apple.com\nx@y.example',
  'M\u0337i\u0337c\u0337r\u0337o\u0337soft', '\u202eelgooG', 'G𝗈𝗈𝗀𝗅𝖾', 'rnicrosoft', 'Mail Administrator\na@b.example', 'ﾈｯﾄﾌﾘｯｸｽ', 'Net\u00adflix', 'え\u3099tc meisai', 'Bank of America®', '👍 Amazon 👍', 'amazon.co.jp', '🇦🇲🇦🇿🇴🇳', '🇯🇵 Amazon', 'क्\u200dष पेटीएम', 'ن\u200cم', '❤\ufe0f\u200d🔥 LINE', 'ㄅAmazon',
];
const brand = (id, more = {}) => ({
  id, name: { en: 'MetaMask' }, category: 'shop', country: 'int', site: 'https://metamask.io/', aliases: ['メタマスク', 'Meta Mask'], web_domains: ['metamask.io'], mail_domains: ['mail.metamask.io'],
  mail_addresses: ['support@metamask.io'], coined: ['metamask'], affiliates: ['paypay'], user_content: ['pages.metamask.io'], senders_complete: true,
  source: { evidence: 'page', confidence: 'high', date: '2026-11-22' }, ...more,
});
const source = { evidence: 'page', confidence: 'high', date: '2026-11-22' };
const redirectors = { redirectors: [{ hostname: 'go.example', path: '/x', parameters: ['u', 'url'], shape: 'query', certain: true }], source };
const honest = { role: 'honest', domains: ['d1.example', 'd2.example'], source };
const roles = { support: ['support', 'お知らせ'], source };
const words = { strong: ['login'], plain: ['shop', 'cc'], throwaway: ['cc', 'top'], source };
const wording = { cues: [{ id: 'held', kind: 'wording', strength: 'strong', literal: 'held', pattern: '[0-9]{1,3} held mails', matches: ['5 held mails'], honest: ['we held a meeting'] }], source };

const requests = [
  { id: 1, type: 'hello', protocol: 1, client: { name: 'x', version: '1' }, languages: ['ja', 'en'] },
  { id: 2, type: 'profile', trusted: ['friend.example', 'a@b.example'], unused_services: ['amazon'], brands: [{ id: 'ours', name: 'Ours', aliases: ['我々'], web_domains: ['ours.example'], mail_domains: ['m.ours.example'], mail_addresses: ['desk@post.example'], affiliates: ['amazon'], coined: ['ours'] }] },
  { id: 3, type: 'brands', from: 0 },
  { id: 4, type: 'check', sender: { name: 'Amazon', address: 'a@amaz0n.example' }, reply_to: ['x@y.example'], recipients: ['me@me.example'], subject: '重要', text: '本人確認をお願いします', cut: true,
    auth: { result: 'fail', mailed_by: 'x.example', signed_by: ['y.example'], via: null, warned: true }, links: [{ url: 'https://www.google.com/url?q=https://pаypal.com', raw: 'x', text: 'paypal.com' }], profile_id: '0123456789abcdef' },
];
const trusting = [{ id: 1, type: 'profile', trusted: ['friend.example', 'boss@work.example', 'amaz0n.example'] },
  { id: 2, type: 'check', sender: { name: 'Amazon', address: 'boss@work.example' }, links: [{ url: 'https://friend.example/', text: 'https://www.amazon.co.jp/' }, { url: 'https://amazon-login.friend.example/', text: '' }, { url: 'https://www.amaz0n.example/', text: 'Amazon' }] }];
const mail = (name, address, subject, links, text, more = ['', '', '']) => [name, address, ...more, subject, ...links, '', text].join('\n');
const mails = [
  mail('Ａｍａｚｏｎ', 'info@amaz0n.example', '【重要】アカウント停止', ['https://amazon.co.jp.signin.example/\thttps://www.amazon.co.jp/', 'https://rnicrosoft.example/'], 'お客様のアカウントを停止しました。24時間以内に本人確認をお願いします。', ['r@mail.example', 'me@me.example', 'mail.example']),
  mail('PayPal Service', 'service@paypal.com', 'Your account is limited', ['https://www.paypal.com/x\tLog in', 'http://192.0.2.1/paypal\tPayPal'], 'Verify your password and card number now. Enter your secret recovery phrase.', ['', 'me@me.example', 'evil.example']),
  mail('Taro', 'taro@friend.example', 'lunch', ['https://forms.example/x'], 'See you at noon.\n© 2026 Amazon'),
  `${mail('PayPal', 'a@b.example', 'long', ['https://paypa1.example/\tx'], 'Enter your password now. 本人確認をお願いします。a\u0301ﷺ ')}${'\x1f'.repeat(12)}`,
  `${mail('', 'a@b.example', 'many', ['https://paypa1.example/\tpaypal.com', 'https://xn--80ak6aa92e.com/\tapple.com'], '')}${'\x1e'.repeat(10)}`,
  mail('', '', '', ['https://xn--80ak6aa92e.com/\tapple.com', 'javascript:x\tGo', '//x.example\t\u202ehttps://a.example', 'https://a.example/?url=https%3A%2F%2Fb.example'], ''),
];

put('frame', { whole: Buffer.concat([frame(2, '{}'), frame(0, ''), frame(300, 'x'.repeat(300))]), large: Buffer.concat([frame(301, 'y'.repeat(301)), frame(1, '1')]), cut: frame(9, 'abc'), head: Buffer.from([1, 0]), huge: frame(0xffffffff, 'zz') });
put('url', lines(urls));
put('hostname', lines(hostnames));
put('mailbox', lines(mailboxes));
put('name', lines(names));
put('request', lines([...requests.map((r) => JSON.stringify(r)), requests.map((r) => JSON.stringify(r)).join('\n'), trusting.map((r) => JSON.stringify(r)).join('\n'), '[]', '{"id":1,"id":2}', '{"id":1,"type":"check","text":"\\ud800"}', '{"id":1,"type":"check","text":"\\u0000\\u202e"}']));
put('mail', lines(mails));
put('catalogue', lines([`b${JSON.stringify(brand('metamask'))}`, `p${JSON.stringify({ id: 'ours', name: 'Ours', web_domains: ['ours.example'] })}`, `i${JSON.stringify(redirectors)}`, `i${JSON.stringify(honest)}`, `n${JSON.stringify(roles)}`, `h${JSON.stringify(words)}`, `w${JSON.stringify(wording)}`,
  [`b${JSON.stringify(brand('metamask'))}`, `b${JSON.stringify(brand('paypay', { web_domains: ['paypay.ne.jp'], site: 'https://paypay.ne.jp/', aliases: ['ペイペイ'], name: { en: 'PayPay' }, words: [], user_content: [], affiliates: [] }))}`, `i${JSON.stringify(redirectors)}`, `w${JSON.stringify(wording)}`].join('\n')]));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-seeds-'));
for (const [name, content] of Object.entries({
  'brands/metamask.json': brand('metamask'), 'brands/paypay.json': brand('paypay', { name: { en: 'PayPay' }, aliases: ['ペイペイ'], site: 'https://paypay.ne.jp/', web_domains: ['paypay.ne.jp'], mail_domains: [], mail_addresses: [], coined: [], affiliates: [], user_content: [], words: [], senders_complete: false }),
  'infrastructure/redirectors.json': redirectors, 'infrastructure/honest.json': honest, 'names.json': roles, 'hostnames.json': words, 'wording/held.json': wording,
})) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), JSON.stringify(content));
}
const index = path.join(folder, 'small.index');
execFileSync(path.join(build, 'catalogue_compile'), [folder, index], { stdio: 'inherit' });
put('index', { small: fs.readFileSync(index) });
fs.rmSync(folder, { recursive: true });
