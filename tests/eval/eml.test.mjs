// The mail reader on mails as they come: every expectation is what a webmail shows.
//   node --test tests/eval/eml.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMail } from './eml.mjs';
import { readHtml } from './html.mjs';
import { parseMailboxes } from './mime.mjs';
import { parseCsv, requestOf, shownAuth } from './sets.mjs';

/** @param {(string|Buffer)[]} lines @param {string} [end] */
const mail = (lines, end = '\r\n') => readMail(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from(end)])));
/** ISO-2022-JP of 「重要」 and of 「お知らせ」. */
const JIS_IMPORTANT = '\x1b$B=EMW\x1b(B';
const JIS_NOTICE = '\x1b$B$*CN$i$;\x1b(B';

test('encoded words of one letter cut in two are put together', () => {
  const bytes = Buffer.from('楽天カード');
  const words = [bytes.subarray(0, 7), bytes.subarray(7)].map((part) => `=?UTF-8?B?${part.toString('base64')}?=`);
  assert.equal(mail([`Subject: ${words[0]}`, ` ${words[1]} news`, '', '']).subject, '楽天カード news');
});

test('words of other charsets and forms, and blanks between them', () => {
  assert.equal(mail([`Subject: =?ISO-2022-JP?B?${Buffer.from(JIS_IMPORTANT).toString('base64')}?= =?utf-8?Q?=E3=80=90a_b=E3=80=91?= x`]).subject, '重要【a b】 x');
  assert.equal(mail(['Subject: =?iso-8859-1*de?q?Gr=FC=DFe?= =?no-such-set?q?abc?=']).subject, 'Grüßeabc');
});

test('header bytes without any charset', () => {
  assert.equal(mail([Buffer.from('Subject: お知らせ')]).subject, 'お知らせ');
  assert.equal(mail([Buffer.from('Subject: caf\xe9', 'latin1')]).subject, 'café');
  assert.equal(mail([`Subject: ${JIS_NOTICE}`]).subject, 'お知らせ');
});

test('senders in every spelling', () => {
  const from = (/** @type {string} */ value) => mail([`From: ${value}`, '', '']).sender;
  assert.deepEqual(from('"Doe, John (x)" <john@example.com>'), { name: 'Doe, John (x)', address: 'john@example.com' });
  assert.deepEqual(from('"=?UTF-8?B?44Oh44K/44Oe44K544Kv?=" <a@example.com>'), { name: 'メタマスク', address: 'a@example.com' });
  assert.deepEqual(from('"Quo\\"ted" <a@example.com>'), { name: 'Quo"ted', address: 'a@example.com' });
  assert.deepEqual(from('a@example.com (Name)'), { name: 'Name', address: 'a@example.com' });
  assert.deepEqual(from('a@example.com'), { name: '', address: 'a@example.com' });
  assert.deepEqual(from('"x@y.example" <a@example.com>'), { name: 'x@y.example', address: 'a@example.com' });
  assert.deepEqual(from('A <a@example.com>, B <b@example.com>'), { name: 'A', address: 'a@example.com, b@example.com' });
  assert.deepEqual(from('Nobody'), { name: 'Nobody', address: '' });
});

test('groups and lists of recipients', () => {
  assert.deepEqual(parseMailboxes('undisclosed-recipients:;').filter((one) => one.address), []);
  assert.deepEqual(mail(['To: Team: a@example.com, "B, C" <b@example.com>;', 'Cc: a@example.com', '', '']).recipients, ['a@example.com', 'b@example.com']);
});

test('of alternatives the page is shown, of a mixture every inline text', () => {
  const read = mail(['Content-Type: multipart/mixed; boundary="=_a(b)"', '', 'preamble', '--=_a(b)', 'Content-Type: multipart/alternative; boundary=in', '',
    '--in', '', 'plain https://plain.example/', '--in', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '',
    '<p>=E3=83=9A=E3=83=BC=', '=E3=82=B8 <a href=3D"https://a.example/">A</a>', '--in--', '--=_a(b)', 'Content-Type: text/plain', '', 'footer',
    '--=_a(b)', 'Content-Type: text/plain', 'Content-Disposition: attachment; filename=x.txt', '', 'attached', '--=_a(b)', 'Content-Type: message/rfc822', '',
    'Subject: inner', '', 'inner body', '--=_a(b)--', 'epilogue']);
  assert.equal(read.text, 'ページ A\nfooter');
  assert.deepEqual(read.links, [{ url: 'https://a.example/', text: 'A' }]);
});

test('a multipart cut off before its end is read as far as it goes', () => {
  assert.equal(mail(['Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'one', '--x', '', 'two'], '\n').text.trim(), 'one\ntwo');
});

test('bodies in other charsets, named or not', () => {
  const body = (/** @type {string} */ type, /** @type {Buffer} */ bytes, encoding = '8bit') =>
    mail([`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', bytes]).text.trim();
  assert.equal(body('text/plain; charset=iso-2022-jp', Buffer.from(JIS_NOTICE)), 'お知らせ');
  assert.equal(body('text/plain', Buffer.from(JIS_NOTICE)), 'お知らせ');
  assert.equal(body('text/plain; charset="Shift_JIS"', Buffer.from([0x82, 0xa8, 0x92, 0x6d, 0x82, 0xe7, 0x82, 0xb9])), 'お知らせ');
  assert.equal(body('text/plain; charset=cp932', Buffer.from([0x87, 0x40])), '①');
  assert.equal(body('text/plain; charset=us-ascii', Buffer.from('日本')), '日本');
  assert.equal(body('text/plain; charset=euc-jp', Buffer.from('xvzL3A=='), 'base64'), '日本');
  assert.equal(body("text/plain; charset*=us-ascii'en'utf-8", Buffer.from('é')), 'é');
  assert.equal(body('text/plain; charset=utf-8', Buffer.from([0x61, 0xff, 0x62])), 'a\ufffdb');
});

test('bare URLs end at CJK brackets and closing punctuation, and count once', () => {
  const { links } = mail(['', 'ログインはhttps://example.com/a?b=1、または（https://example.com/c）。', 'See https://example.com/a?b=1.']);
  assert.deepEqual(links.map((link) => link.url), ['https://example.com/a?b=1', 'https://example.com/c']);
});

test('of a page only what is visible counts', () => {
  const { text, links } = readHtml(`<!DOCTYPE html><html><head><title>no</title><style>a{}</style></head><body hidden="">x</body>
    <p>One&nbsp;&amp;&#32;two &#x65e5;&copy;</p><!-- <a href="https://comment.example/">c</a> --><div style="display: none">secret <b>more</div>
    <a href='https://a.example/?x=1&amp;y=2'>Click <img alt="p"> here</a><a name="top">t</a><a href="#top">up</a>
    <script>document.write('<a href="https://script.example/">s</a>')</script><area href=https://area.example/ ><span style="font-size:0px">0</span><i style="font-size:0.9em">s</i>`);
  assert.equal(text.replaceAll('\n', ' '), 'One & two 日© Click heretup s');
  assert.deepEqual(links, [{ url: 'https://a.example/?x=1&y=2', text: 'Click here' }, { url: 'https://area.example/', text: '' }]);
});

test('broken pages do not swallow what follows', () => {
  assert.deepEqual(readHtml('a < b <a href="https://x.example/>x</a> <b>c').links.length <= 1, true);
  assert.equal(readHtml('<p>1</div></p><a href=https://a.example>one<a href="https://b.example">two</a>three').links.map((link) => link.text).join(), 'one,two');
  assert.equal(readHtml('1<style>never closed').text, '1');
  assert.equal(readHtml('<!--[if mso]><p>mso</p><![endif]--><![if !mso]>all<![endif]>').text, 'all');
});

test('an mbox line in front and a body without header fields', () => {
  assert.equal(mail(['From a@example.com Sat Nov 21 00:00:00 2026', 'Subject: s', '', 'b'], '\n').subject, 's');
  assert.equal(mail(['', 'only text'], '\n').text.trim(), 'only text');
});

test('shown authentication is the aligned result, with what passed', () => {
  const raw = 'mx.example; dkim=pass header.i=@a.example header.s=x; dkim=fail header.d=b.example; spf=pass smtp.mailfrom=bounce@c.example; dmarc=pass (p=REJECT)';
  assert.deepEqual(shownAuth(raw), { result: 'pass', mailed_by: 'c.example', signed_by: ['a.example'] });
  assert.deepEqual(shownAuth('mx; spf=softfail smtp.mailfrom=x@c.example; dmarc=bestguesspass'), { result: 'none', mailed_by: null, signed_by: [] });
  assert.equal(shownAuth('mx; spf=pass smtp.mailfrom=x@c.example'), undefined);
  assert.equal('auth' in requestOf({ file: 'f', auth: { raw } }, false), false);
});

test('CSV fields with quotes, commas and line ends', () => {
  assert.deepEqual(parseCsv('a,"b ""q"", c",\r\n"x\ny",z\n\nlast,1'), [['a', 'b "q", c', ''], ['x\ny', 'z'], ['last', '1']]);
});
