// Replies: below the browsers' limit whatever is asked, and harmless whatever a mail holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMIT, withHost, frame } from './host.mjs';

/** Characters that may never come back raw. */
// eslint-disable-next-line no-control-regex
const ACTING = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** Every string of a reply with the path to it. */
function* strings(value, path = '') {
  if (typeof value === 'string') yield [path, value];
  else if (value && typeof value === 'object') for (const [name, item] of Object.entries(value)) yield* strings(item, `${path}.${name}`);
}

async function raw(host, message) {
  await host.write(frame({ id: 1, type: 'check', ...message }));
  const body = await host.frame();
  return { size: body.length, reply: JSON.parse(body.toString('utf8')) };
}

test('control, bidirectional and tag characters come back as visible escapes', () => withHost(async (host) => {
  const odd = '\u202e\u0007\u001b[31m\n\r\t\u0085\u200f\u061c\u2066\u2028\u2029\u{e0041}\u{e007f}\ufeff\u200b\u0000';
  for (const languages of [['en'], ['ja']]) {
    await host.ask({ type: 'hello', protocol: 1, languages });
    const { reply } = await raw(host, {
      sender: { name: `MetaMask${odd} support@metamask.io${odd}`, address: `x${odd}@evil.example${odd}` },
      reply_to: [`y${odd}@gmail.com`],
      recipients: [`taro${odd}@example.jp`],
      subject: `MetaMask${odd}`,
      text: `Your mailbox is full${odd}. Enter your secret recovery phrase${odd} here.`,
      auth: { result: 'fail', mailed_by: `m${odd}.example`, signed_by: [`s${odd}.example`], via: null, warned: true },
      links: [{ url: `https://metamask.io.evil.example/${odd}`, text: `https://metamask.io/${odd}` }, { url: `https://metamask.io${odd}@evil.example/` },
        { url: `https://www.google.com/url?q=https://evil.example/${encodeURIComponent('\u202e\u0007')}` }, { url: `javascript:alert(1)//${odd}` }],
    });
    assert.equal(reply.type, 'verdict');
    assert.ok(reply.findings.length > 3);
    for (const [path, text] of strings(reply)) assert.ok(!ACTING.test(text.replaceAll(/[\u2068\u2069]/g, '')), `${path}: ${JSON.stringify(text)}`);
    for (const finding of reply.findings) for (const [path, text] of strings(finding.evidence)) assert.ok(!/[\u2068\u2069]/.test(text), path);
    assert.ok(reply.findings.some((f) => JSON.stringify(f.evidence).includes('\\\\u202e')));
  }
}));

test('isolates in the words are paired and never nested', () => withHost(async (host) => {
  const { reply } = await raw(host, {
    sender: { name: '\u2069\u2068MetaMask\u2068', address: '\u2069@evil.example' }, recipients: ['taro@example.jp'],
    links: [{ url: 'https://evil.example/', text: 'https://metamask.io/\u2069' }],
  });
  for (const finding of reply.findings) {
    for (const words of [finding.title, finding.detail]) {
      let open = false;
      for (const character of words) {
        if (character === '\u2068') { assert.ok(!open, words); open = true; }
        if (character === '\u2069') { assert.ok(open, words); open = false; }
      }
      assert.ok(!open, words);
    }
  }
  assert.ok(reply.findings.some((f) => /\u2068[^\u2069]*evil\.example[^\u2069]*\u2069/.test(f.title)));
}));

test('evidence is cut at 256 code points, and never inside a character or an escape', () => withHost(async (host) => {
  for (const unit of ['x', '\u{1f600}', '名', '\u202e']) {
    const { reply } = await raw(host, { sender: { name: `MetaMask <${unit.repeat(3000)}> support@metamask.io`, address: `${unit.repeat(900)}a@evil.example` }, recipients: ['a@b.example'], text: `password ${unit.repeat(3000)}` });
    for (const finding of reply.findings) {
      for (const [path, text] of strings(finding.evidence)) {
        assert.ok([...text].length <= 256, `${path}: ${[...text].length}`);
        assert.ok(text.isWellFormed?.() ?? true);
        assert.ok(!/\\u[0-9a-f]{0,3}…$/.test(text), path);
      }
      assert.ok([...finding.title].length < 400);
    }
  }
}));

test('2,000 long links, texts and a level that outlives every cut', () => withHost(async (host) => {
  const links = Array.from({ length: 2000 }, (_, i) => ({ url: `https://metamask.io.evil-${i}.example/${'p'.repeat(200)}`, text: `https://metamask.io/${'t'.repeat(150)}` }));
  const { size, reply } = await raw(host, { sender: { name: 'MetaMask', address: 'x@evil.example' }, links });
  assert.ok(size <= LIMIT, `${size} bytes`);
  assert.deepEqual([reply.level, reply.truncated, reply.unchecked_from], ['danger', true, undefined]);
  assert.equal(reply.links.length, 2000);
  for (const [index, link] of reply.links.entries()) assert.deepEqual([link.index, link.level, link.guard], [index, 'danger', true]);
  assert.ok(reply.findings.length > 100);
  const order = ['danger', 'warning', 'notice'];
  assert.deepEqual(reply.findings.map((f) => order.indexOf(f.level)), reply.findings.map((f) => order.indexOf(f.level)).sort());
  assert.ok(reply.findings.some((f) => f.target.kind === 'sender'));
}));

test('long destinations are cut at 2,048 bytes, and left out where they equal the link', () => withHost(async (host) => {
  const target = `https://evil.example/${'あ'.repeat(3000)}`;
  const { reply } = await raw(host, { links: [{ url: `https://www.google.com/url?q=${encodeURIComponent(target)}` }, { url: 'https://evil.example/' }] });
  assert.ok(Buffer.byteLength(reply.links[0].destination) <= 2048);
  assert.ok(reply.links[0].destination.startsWith('https://evil.example/'));
  assert.equal(typeof reply.links[0].destination_certain, 'boolean');
  assert.ok(!('destination' in reply.links[1]));
}));

test('2,000 redirects with long destinations stay below the limit', () => withHost(async (host) => {
  const links = Array.from({ length: 2000 }, (_, i) => ({ url: `https://www.google.com/url?q=https://evil-${i}.example/${'p'.repeat(430)}` }));
  const { size, reply } = await raw(host, { links });
  assert.ok(size <= LIMIT, `${size} bytes`);
  assert.equal(reply.truncated, true);
  assert.equal(reply.links.length, 2000);
  assert.deepEqual(Object.keys(reply.links[1999]).sort(), ['guard', 'index', 'level']);
  assert.ok(reply.links[0].host);
}));

test('links beyond the limit are no error', () => withHost(async (host) => {
  for (const count of [2000, 2001, 5000]) {
    const { reply } = await raw(host, { links: Array.from({ length: count }, (_, i) => ({ url: `https://a.example/${i}`, raw: `https://a.example/${i}`, text: 'x' })) });
    assert.equal(reply.type, 'verdict');
    assert.equal(reply.links.length, 2000);
    assert.deepEqual([reply.truncated, reply.unchecked_from], count > 2000 ? [true, 2000] : [undefined, undefined]);
    assert.equal(reply.findings.some((f) => f.code === 'not-all-checked'), count > 2000);
  }
}));

test('a text of a megabyte and names of 100 kB', () => withHost(async (host) => {
  for (const filling of ['x', 'パスワード ', '{}[]"', 'secret recovery phrase ']) {
    const text = filling.repeat(Math.floor(900_000 / Buffer.byteLength(JSON.stringify(filling).slice(1, -1))));
    const { size, reply } = await raw(host, { text });
    assert.equal(reply.type, 'verdict', filling);
    assert.ok(size <= LIMIT);
  }
  // A character that normalises to eighteen: too much is an answer too, and the host stays.
  const folding = await raw(host, { text: '\ufdfa'.repeat(300_000) });
  assert.ok(['verdict', 'error'].includes(folding.reply.type));
  if (folding.reply.type === 'error') assert.equal(folding.reply.code, 'internal');
  const long = await raw(host, { sender: { name: 'MetaMask '.repeat(12_000), address: `${'a'.repeat(100_000)}@evil.example` }, subject: 'あ'.repeat(100_000) });
  assert.equal(long.reply.type, 'verdict');
  assert.ok(long.size <= LIMIT);
}));

test('every finding has its members and its words in the language asked for', () => withHost(async (host) => {
  const mail = {
    sender: { name: 'XSERVER SUPPORT', address: 'taro.example.jp@evil.example' }, reply_to: ['x@gmail.com'], recipients: ['taro@example.jp'],
    subject: '重要: 保留中のメール', text: 'パスワードを入力してください。 Copyright NTT DOCOMO', cut: true,
    links: [{ url: 'https://xserver-ne-jp.evil.example/' }, { url: 'https://bit.ly/x' }, { url: 'http://192.0.2.1/' }, { url: 'javascript:alert(1)' }],
  };
  for (const language of ['en', 'ja']) {
    await host.ask({ type: 'hello', protocol: 1, languages: [language] });
    const { reply } = await raw(host, mail);
    assert.ok(reply.findings.length >= 6);
    for (const finding of reply.findings) {
      assert.match(finding.level, /^(danger|warning|notice)$/);
      assert.ok(finding.title && finding.detail && finding.evidence && Array.isArray(finding.official));
      assert.ok('brand' in finding);
      assert.ok(!/[{}[\]|]/.test(finding.title + finding.detail), finding.title);
      assert.equal(/[\u3040-\u30ff\u4e00-\u9fff]/.test(finding.detail), language === 'ja', finding.detail);
      assert.equal(finding.target.kind === 'link', 'index' in finding.target);
    }
  }
}));
