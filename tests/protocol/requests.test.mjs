// What is asked and how it is answered: every type, every error, ids, JSON at its edges.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withHost } from './host.mjs';

const error = (reply) => [reply.id, reply.type, reply.code];

test('hello says who answers and with what', () => withHost(async (host) => {
  const reply = await host.ask({ type: 'hello', protocol: 1, client: { name: 'test', version: '1' }, languages: ['ja', 'en'] });
  assert.equal(reply.protocol, 1);
  assert.equal(reply.host.name, 'honmono');
  assert.match(reply.host.version, /^\d+\.\d+\.\d+$/);
  assert.match(reply.catalogue.version, /^\d{4}-\d\d-\d\d$/);
  assert.ok(reply.catalogue.brands > 0 && reply.catalogue.domains >= reply.catalogue.brands);
  assert.equal(reply.unicode, '15.0.0');
  assert.match(reply.psl, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual(reply.limits, { message_bytes: 1048576, links: 2000 });
  assert.equal(reply.language, 'ja');
}));

test('hello chooses the language of the words', () => withHost(async (host) => {
  const mail = { type: 'check', sender: { name: 'MetaMask', address: 'a@b.example' } };
  const title = async () => (await host.ask(mail)).findings.find((f) => f.code === 'sender-unofficial').title;
  assert.match(await title(), /name says MetaMask/);
  for (const [languages, chosen, words] of [[['ja-JP', 'en'], 'ja', /名乗っています/], [['fr', 'de'], 'en', /name says/], [['fr', 'ja'], 'ja', /名乗っています/], [[], 'en', /name says/]]) {
    assert.equal((await host.ask({ type: 'hello', protocol: 1, languages })).language, chosen);
    assert.match(await title(), words);
  }
}));

test('… and of a brand\'s page on false mail, where it has one for each', () => withHost(async (host) => {
  const page = async (languages) => {
    await host.ask({ type: 'hello', protocol: 1, languages });
    const verdict = await host.ask({ type: 'check', sender: { name: 'American Express', address: 'a@b.example' } });
    const brands = [];
    for (let from = 0; from !== undefined;) {
      const reply = await host.ask({ type: 'brands', from });
      brands.push(...reply.brands);
      from = reply.next;
    }
    assert.equal(brands.find(({ id }) => id === 'amex').advisory, verdict.findings[0].advisory);
    return verdict.findings[0].advisory;
  };
  assert.match(await page(['en']), /^https:\/\/www\.americanexpress\.com\/us\//);
  assert.match(await page(['ja']), /^https:\/\/www\.americanexpress\.com\/ja-jp\//);
}));

test('an unsupported protocol is told which there are, and the connection stays usable', () => withHost(async (host) => {
  for (const protocol of [undefined, 2, 0, '1', null, 1.5]) {
    const reply = await host.ask({ type: 'hello', protocol });
    assert.equal(reply.code, 'unsupported-protocol');
    assert.deepEqual(reply.protocols, [1]);
  }
  assert.equal((await host.check({})).type, 'verdict');
}));

test('ids come back unchanged; any other is invalid-request with id null', () => withHost(async (host) => {
  for (const id of [0, 1, 9007199254740991, 1]) assert.equal((await host.ask({ id, type: 'check' })).id, id);
  for (const id of ['-1', '9007199254740992', '9223372036854775808', '123456789012345678901234567890', '1.0', '1e3', '"1"', 'null', 'true', '[1]', '{}']) {
    assert.deepEqual(error(await host.ask(`{"id":${id},"type":"check"}`)), [null, 'error', 'invalid-request'], id);
  }
  const missing = await host.ask('{"type":"check"}');
  assert.deepEqual(error(missing), [null, 'error', 'invalid-request']);
  assert.match(missing.detail, /^id/);
}));

test('unknown types are unsupported, a missing or odd type is invalid', () => withHost(async (host) => {
  for (const type of ['Check', '', 'quit', 'check ', '__proto__']) assert.deepEqual(error(await host.ask({ id: 9, type })), [9, 'error', 'unsupported-type']);
  for (const type of [undefined, null, 1, {}, []]) assert.deepEqual(error(await host.ask({ id: 9, type })), [9, 'error', 'invalid-request']);
}));

test('what is not one JSON text', () => withHost(async (host) => {
  const texts = ['{', '{"id":1', '{"id":1,"type":"check"', '{"id":1}{"id":2}', '{"id":1,}', "{'id':1}", 'undefined', '\u00ef\u00bb\u00bf{}', '[1,]', '01', '{"id":1,"type":"check","x":NaN}'];
  for (const text of texts) assert.deepEqual(error(await host.ask(text)), [null, 'error', 'invalid-json'], text);
  const bytes = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe3, 0x81], [0x00], [0x0a]];
  for (const odd of bytes) {
    const body = Buffer.concat([Buffer.from('{"id":1,"type":"check","text":"'), Buffer.from(odd), Buffer.from('"}')]);
    assert.equal((await host.ask(body)).code, 'invalid-json', String(odd));
  }
  assert.equal((await host.ask('{"id":1,"type":"check","text":"\\ud800"}')).code, 'invalid-json');
  assert.equal((await host.ask('{"id":1,"type":"check","text":"\\udc00\\ud800"}')).code, 'invalid-json');
  assert.equal((await host.ask(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"id":1,"type":"check"}')]))).code, 'invalid-json');
}));

test('duplicate members and NUL in a name are invalid-json, NUL in a value is data', () => withHost(async (host) => {
  assert.equal((await host.ask('{"id":1,"id":2,"type":"check"}')).code, 'invalid-json');
  assert.equal((await host.ask('{"id":1,"type":"check","x":{"a":1,"\\u0061":2}}')).code, 'invalid-json');
  assert.equal((await host.ask('{"id":1,"type":"check","a\\u0000b":1}')).code, 'invalid-json');
  assert.equal((await host.ask('{"id":1,"type":"check","subject":"a\\u0000b"}')).type, 'verdict');
}));

test('JSON that is no object is invalid-request', () => withHost(async (host) => {
  for (const text of ['null', '42', 'true', '"check"', '[]', '[{"id":1,"type":"check"}]']) assert.deepEqual(error(await host.ask(text)), [null, 'error', 'invalid-request'], text);
}));

test('depth 64 is read, 65 and a million are not', () => withHost(async (host) => {
  const nested = (depth) => `{"id":1,"type":"check","x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
  assert.equal((await host.ask(nested(64))).type, 'verdict');
  for (const depth of [65, 2049, 500_000]) assert.equal((await host.ask(nested(depth))).code, 'invalid-json', String(depth));
  assert.equal((await host.ask(`{"id":1,"type":"check","text":"${'['.repeat(1000)}"}`)).type, 'verdict');
}));

test('a message of very many values is refused before it costs memory', () => withHost(async (host) => {
  for (const item of ['{}', '[]', '0', '""']) {
    const reply = await host.ask(`{"id":1,"type":"check","x":[${Array(200_000).fill(item).join(',')}]}`);
    assert.equal(reply.code, 'invalid-request', item);
  }
  assert.equal((await host.ask(`{"id":1,"type":"check","x":${'9'.repeat(900_000)}}`)).code, 'invalid-request');
}));

test('unknown members are ignored', () => withHost(async (host) => {
  const reply = await host.check({ unknown: { a: [1, 2, { b: null }] }, sender: { name: 'Taro', address: 'taro@example.jp', age: 3 }, links: [{ url: 'https://example.jp/', rel: 'x' }] });
  assert.equal(reply.type, 'verdict');
  assert.equal(reply.links.length, 1);
}));

test('a wrong member is named', () => withHost(async (host) => {
  const cases = [[{ sender: 'x' }, 'sender:'], [{ sender: { name: 1 } }, 'sender.name:'], [{ text: null }, 'text:'], [{ cut: 1 }, 'cut:'],
    [{ links: [{ url: 'a' }, {}, {}, { url: 5 }] }, 'links[3].url:'], [{ recipients: ['a', 2] }, 'recipients[1]:'], [{ auth: { result: 'maybe' } }, 'auth.result:'],
    [{ auth: { signed_by: 'x' } }, 'auth.signed_by:'], [{ profile_id: 3 }, 'profile_id:'], [{ reply_to: 'x@y.example' }, 'reply_to:']];
  for (const [members, path] of cases) {
    const reply = await host.check(members);
    assert.equal(reply.code, 'invalid-request');
    assert.ok(reply.detail.startsWith(path), `${reply.detail} should begin with ${path}`);
    assert.equal(reply.id, host.lastId);
  }
}));

test('details and standard error hold nothing of the mail', () => withHost(async (host) => {
  const secret = 'correct-horse-battery';
  for (const body of [`{"id":1,"type":"${secret}"}`, `{"id":1,"type":"check","${secret}":1,"${secret}":2}`, `{"id":1,"type":"check","auth":{"result":"${secret}"}}`, `{"id":1 ${secret}`]) {
    assert.ok(!JSON.stringify(await host.ask(body)).includes(secret));
  }
  assert.ok(!host.stderr.includes(secret));
}));

test('checks work before any hello, also of links or a sender alone', () => withHost(async (host) => {
  const empty = await host.check({});
  assert.deepEqual([empty.level, empty.claims, empty.sender, empty.links, empty.findings], ['none', [], null, [], []]);
  const links = await host.check({ links: [{ url: 'https://metamask.io/' }, { url: 'mailto:a@b.example' }, { url: '#top' }] });
  assert.deepEqual(links.links.map((l) => [l.index, l.host, l.level, l.guard]), [[0, 'metamask.io', 'none', false], [1, null, 'none', false], [2, null, 'none', false]]);
  assert.equal(links.links[0].official_for, 'metamask');
  const sender = await host.check({ sender: { address: 'taro@example.jp' } });
  assert.equal(sender.sender.state, 'unknown');
}));

test('brands come in pages', () => withHost(async (host) => {
  const seen = [];
  let from = 0;
  let total;
  for (let pages = 0; from !== undefined && pages < 100; pages++) {
    const reply = await host.ask(pages ? { type: 'brands', from } : { type: 'brands' });
    assert.equal(reply.type, 'brands');
    total ??= reply.total;
    assert.equal(reply.total, total);
    assert.ok(reply.brands.length > 0);
    seen.push(...reply.brands);
    if (reply.next !== undefined) assert.equal(reply.next, from + reply.brands.length);
    from = reply.next;
  }
  assert.equal(seen.length, total);
  assert.equal(new Set(seen.map((b) => b.id)).size, total);
  const metamask = seen.find((b) => b.id === 'metamask');
  assert.ok(metamask.web_domains.includes('metamask.io'));
  assert.ok(metamask.mail_addresses.includes('support@metamask.io'));
  for (const brand of seen) assert.match(brand.site, /^https:\/\//);
  const beyond = await host.ask({ type: 'brands', from: 9007199254740991 });
  assert.deepEqual([beyond.brands, beyond.next, beyond.total], [[], undefined, total]);
  assert.equal((await host.ask({ type: 'brands', from: -1 })).code, 'invalid-request');
  assert.equal((await host.ask({ type: 'brands', from: '0' })).code, 'invalid-request');
}));
