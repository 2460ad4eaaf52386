// Profile, cache and shapes in the background, with the browser's API and the host in the test's hands.
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import './locks.js';
import { readExtension, verdict } from './page.js';

let stored = {};
let connections = [];
let behave;

const host = (message, port) => port.reply({ id: message.id, ...behave(message) });
const defaults = ({ type, trusted, profile_id: profile }) => ({
  hello: { type: 'hello', protocol: 1, host: { version: '1.0.0' }, catalogue: { version: 'c1', brands: 1 } },
  profile: { type: 'profile', profile_id: `p-${(trusted ?? []).join()}`, problems: [] },
  brands: { type: 'brands', total: 1, brands: [{ id: 'metamask', name: 'MetaMask' }] },
  check: { ...verdict({ links: [], findings: [] }), profile },
})[type];

globalThis.chrome = {
  runtime: {
    id: 'test', getManifest: () => ({ version: '1.0.0' }), getURL: (path) => `chrome-extension://test/${path}`,
    connectNative() {
      const listeners = [];
      const port = { sent: [], onMessage: { addListener: (listener) => listeners.push(listener) }, onDisconnect: { addListener() {} }, disconnect() {},
        postMessage(message) { port.sent.push(message); queueMicrotask(() => host(message, port)); }, reply: (message) => listeners.forEach((listener) => listener(message)) };
      connections.push(port);
      return port;
    },
  },
  i18n: { getUILanguage: () => 'ja-JP' },
  storage: { local: { get: async () => structuredClone(stored), set: async (change) => { Object.assign(stored, structuredClone(change)); } } },
};
globalThis.fetch = async (url) => ({ json: async () => JSON.parse(readExtension(url.replace('chrome-extension://test/', ''))) });

const { brandList, check, hostState, port, settingsChanged } = await import('../../extension/background/judge.js');
const { VerdictCache, keyOf } = await import('../../extension/background/verdict-cache.js');
const { isCheckRequest, isTabReport, isVerdict } = await import('../../extension/background/messages.js');
const { badgeOf } = await import('../../extension/background/toolbar.js');
const settings = await import('../../extension/shared/settings.js');
const i18n = await import('../../extension/shared/i18n.js');
const { requestFor } = await import('../../extension/popup/request.js');

const REQUEST = { sender: { name: 'A', address: 'a@b.example' }, links: [] };
const checksSent = () => connections.flatMap(({ sent }) => sent).filter(({ type }) => type === 'check');

// An open port would keep the test running until it is closed for idleness.
after(() => port.close());

beforeEach(() => {
  settingsChanged();
  port.retryNow();
  stored = {};
  connections = [];
  behave = defaults;
});

test('the profile goes before the first check, and the check names it', async () => {
  stored = { trusted: ['friend@x.example'], unused_services: ['paypay'] };
  assert.equal((await check(REQUEST)).state, 'checked');
  const [hello, profile, asked] = connections[0].sent;
  assert.deepEqual([hello.type, hello.languages], ['hello', ['ja', 'en']]);
  assert.deepEqual([profile.trusted, profile.unused_services, profile.brands], [['friend@x.example'], ['paypay'], []]);
  assert.equal(asked.profile_id, 'p-friend@x.example');
});

test('an equal question is asked once; after a change of settings again, with the new profile', async () => {
  await check(REQUEST);
  await check(structuredClone(REQUEST));
  assert.equal(checksSent().length, 1);
  await check({ ...REQUEST, subject: 'other' });
  assert.equal(checksSent().length, 2);
  stored = { trusted: ['a@b.example'] };
  settingsChanged();
  await check(REQUEST);
  assert.equal(checksSent().at(-1).profile_id, 'p-a@b.example');
});

test('a program that was started again may have other lists: it is asked again, for the names of brands, too', async () => {
  const official = (name) => ({ type, id }) => ({ check: { ...verdict({ links: [], findings: [] }), sender: { domain: 'metamask.io', state: 'official-unverified', official_for: 'metamask' } },
    brands: { type: 'brands', total: 1, brands: [{ id: 'metamask', name }] } })[type] ?? defaults({ type, id });
  for (const name of ['MetaMask', 'MetaMask renamed']) {
    behave = official(name);
    assert.deepEqual((await check(REQUEST)).verdict.brand_names, { metamask: name });
    assert.deepEqual((await check(REQUEST)).verdict.brand_names, { metamask: name });
    port.close();
  }
  assert.equal(checksSent().length, 2);
});

test('the state of the host, asked for while settings change, is that of the host', async () => {
  let changed = false;
  behave = (message) => {
    if (message.type === 'profile' && !changed) {
      changed = true;
      settingsChanged();
    }
    return defaults(message);
  };
  assert.deepEqual([(await hostState()).state, changed], ['ready', true]);
});

test('profile-unknown: the profile is sent again and the check repeated', async () => {
  let refuse = true;
  behave = (message) => {
    if (message.type === 'check' && refuse) {
      refuse = false;
      return { type: 'error', code: 'profile-unknown', detail: '' };
    }
    return defaults(message);
  };
  assert.equal((await check(REQUEST)).state, 'checked');
  assert.deepEqual(connections[0].sent.map(({ type }) => type), ['hello', 'profile', 'check', 'profile', 'check']);
});

test('lists that the host refuses leave no mail unchecked: it judges without them', async () => {
  stored = { trusted: ['friend@x.example'] };
  behave = (message) => (message.type === 'profile' && message.trusted ? { type: 'error', code: 'invalid-request', detail: 'trusted: no' } : defaults(message));
  assert.equal((await check(REQUEST)).state, 'checked');
  assert.deepEqual(connections[0].sent.map(({ type, trusted }) => [type, trusted?.length]), [['hello', undefined], ['profile', 1], ['profile', undefined], ['check', undefined]]);
  settingsChanged();
  behave = (message) => (message.type === 'profile' ? { type: 'error', code: 'unsupported-type', detail: 'no' } : defaults(message));
  assert.deepEqual(await check(REQUEST), { state: 'unchecked', reason: 'old' });
});

test('a change while a check is in flight: the old verdict is not given out', async () => {
  let changed = false;
  behave = (message) => {
    if (message.type === 'check' && !changed) {
      changed = true;
      stored = { trusted: ['a@b.example'] };
      settingsChanged();
    }
    return defaults(message);
  };
  const answer = await check(REQUEST);
  assert.equal(answer.state, 'checked');
  assert.equal(answer.verdict.profile, 'p-a@b.example');
});

test('a change while the port is opening, or under the list of brands: asked again', async () => {
  for (const [kind, ask, right] of [['hello', () => check(REQUEST), ({ state }) => state === 'checked'], ['profile', () => check(REQUEST), ({ state }) => state === 'checked'], ['brands', brandList, ([first]) => first.id === 'metamask']]) {
    let changed = false;
    settingsChanged();
    behave = (message) => {
      if (message.type === kind && !changed) {
        changed = true;
        settingsChanged();
      }
      return defaults(message);
    };
    assert.ok(right(await ask()), kind);
    assert.ok(changed, kind);
  }
});

test('another language chosen while the port is opening is the one that the host speaks', async () => {
  stored = { language: 'en' };
  const asked = check(REQUEST);
  stored = { language: 'ja' };
  settingsChanged();
  assert.equal((await asked).state, 'checked');
  assert.deepEqual(connections.map(({ sent }) => sent[0].languages), [['ja', 'en']]);
});

test('a reply that is no verdict, or an error: not checked', async () => {
  behave = (message) => (message.type === 'check' ? { type: 'verdict', level: 'fine' } : defaults(message));
  assert.deepEqual(await check(REQUEST), { state: 'unchecked', reason: 'refused' });
  behave = (message) => (message.type === 'check' ? { type: 'error', code: 'internal', detail: '' } : defaults(message));
  assert.deepEqual(await check(REQUEST), { state: 'unchecked', reason: 'refused' });
});

test('the brand of a sender gets its name', async () => {
  behave = (message) => (message.type === 'check' ? { ...verdict({ links: [], findings: [] }), sender: { domain: 'metamask.io', state: 'official-unverified', official_for: 'metamask' } } : defaults(message));
  const { verdict: named } = await check({ sender: { name: '', address: 'a@metamask.io' } });
  assert.deepEqual(named.brand_names, { metamask: 'MetaMask' });
});

test('brands of links get their names', async () => {
  behave = (message) => (message.type === 'check' ? verdict({ links: [{ index: 0, level: 'none', guard: false, official_for: 'metamask' }], findings: [] }) : defaults(message));
  const { verdict: named } = await check({ links: [{ url: 'https://metamask.io/' }] });
  assert.deepEqual(named.brand_names, { metamask: 'MetaMask' });
});

test('the state of the host for our pages', async () => {
  assert.deepEqual(await hostState(), { state: 'ready', version: '1.0.0', catalogue: 'c1', brands: 1 });
});

test('the cache\'s key has every part that a verdict depends on; the cache forgets the oldest', async () => {
  const judge = { connection: 1, profile: 'p', language: 'ja' };
  const keys = await Promise.all([judge, { ...judge, connection: 2 }, { ...judge, profile: 'q' }, { ...judge, language: 'en' }].map((each) => keyOf(each, REQUEST)));
  keys.push(await keyOf(judge, { ...REQUEST, subject: 's' }));
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(await keyOf(judge, structuredClone(REQUEST)), keys[0]);
  const cache = new VerdictCache();
  for (let each = 0; each < 200; each++) cache.set(`k${each}`, verdict());
  cache.get('k0');
  cache.set('new', verdict());
  assert.ok(cache.get('k0') && cache.get('new'));
  assert.equal(cache.get('k1'), undefined);
});

test('messages and verdicts are looked at', () => {
  assert.ok(isCheckRequest(REQUEST));
  assert.ok(isCheckRequest({ links: [{ url: 'x' }] }));
  for (const bad of [null, [], { ...REQUEST, type: 'hello' }, { id: 1 }, { sender: {} }, { sender: { address: 1 } }, { links: [{}] }, { links: Array(2001).fill({ url: '' }) }, { text: 1 }, { recipients: [1] }]) assert.ok(!isCheckRequest(bad), JSON.stringify(bad)?.slice(0, 60));
  const request = { links: [{ url: 'x' }] };
  assert.ok(isVerdict(verdict(), request));
  for (const change of [{ level: 'fine' }, { links: [{ index: 1, level: 'none', guard: false }] }, { links: [{ index: 0, level: 'none' }] }, { findings: [{ code: 'x', level: 'danger' }] }, { claims: null }, { type: 'brands' },
    { links: Array(2).fill({ index: 0, level: 'none', guard: false }) }]) assert.ok(!isVerdict({ ...verdict(), ...change }, request), JSON.stringify(change));
  assert.ok(!isTabReport({ messages: -1 }));
});

test('a damaged store gives sound settings, and only addresses and domains are trusted', async () => {
  const damaged = settings.sound({ trusted: 'x', unused_services: [1, '', 'ok', 'ok'], brands: [null, 5, { id: 'x' }, { id: 'mine', name: 'Mine' }], guard: 'no', marks: false, language: 'fr' });
  assert.deepEqual(damaged, { trusted: [], unused_services: ['ok'], brands: [{ id: 'mine', name: 'Mine' }], guard: true, marks: false, active: true, sync: false, managed: {}, language: 'auto' });
  for (const good of ['Boss@Example.net', 'example.com', 'a@xn--fiq.example', 'ドメイン.jp']) assert.equal(settings.trustEntry(good), good.toLowerCase());
  for (const bad of ['', 'com', 'a b@x.example', '@x.example', 'x@', 'https://x.example', 'a@b@c.example', null, `${'x'.repeat(400)}.example`]) assert.equal(settings.trustEntry(bad), null, String(bad));
  assert.equal(await settings.trust('a@b.example'), true);
  assert.equal(await settings.trust('nonsense'), false);
  await settings.trust('a@b.example');
  assert.deepEqual(stored.trusted, ['a@b.example']);
  await settings.distrust('a@b.example');
  assert.deepEqual(stored.trusted, []);
});

test('every wait ends: for the background, and for a tab that is frozen', async (t) => {
  const { within } = await import('../../extension/shared/wait.js');
  assert.equal(await within(new Promise(() => {}), 1, 'late'), 'late');
  assert.equal(await within(Promise.resolve('in time'), 60_000, 'late'), 'in time');
  await assert.rejects(within(Promise.reject(new Error('its own')), 60_000, 'late'), /its own/);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { ask } = await import('../../extension/shared/page.js');
  globalThis.chrome.runtime.sendMessage = () => new Promise(() => {});
  const asked = ask({ type: 'host' });
  t.mock.timers.tick(10_000);
  assert.equal(await asked, null);
});

test('a tab that never answers keeps no other from being covered', async () => {
  const { coverOpenTabs } = await import('../../extension/background/tabs.js');
  const covered = [];
  globalThis.chrome.tabs = { query: async () => [{ id: 1 }, { id: 2 }, { id: 3 }],
    sendMessage: async (id) => {
      if (id === 1) await new Promise(() => {});
      if (id === 3) throw new Error('nobody there');
      return { version: '1.0.0' };
    } };
  globalThis.chrome.scripting = { executeScript: async ({ target }) => { covered.push(target.tabId); } };
  void coverOpenTabs();
  await new Promise((done) => { setImmediate(done); });
  assert.deepEqual(covered, [3]);
});

test('the language follows the choice, then the browser', async () => {
  assert.deepEqual(['auto', 'en', 'ja'].map(i18n.languageFor), ['ja', 'en', 'ja']);
  assert.equal((await i18n.labelsFor('ja')).levelDanger, '危険');
});

test('the badge: a count, "!", "–" or nothing', () => {
  const report = { messages: 1, warned: 0, unchecked: 0, level: 'none', reason: null, broken: false, paused: false, mails: [] };
  assert.deepEqual([{}, { warned: 2 }, { unchecked: 1 }, { unchecked: 1, warned: 1 }, { broken: true, warned: 1 }].map((change) => badgeOf({ ...report, ...change }).text), ['', '2', '–', '1', '!']);
});

test('the popup\'s field takes addresses and what a browser would open', () => {
  assert.deepEqual(requestFor(' a@b.example '), { sender: { name: '', address: 'a@b.example' } });
  assert.deepEqual(requestFor('mailto:a@b.example'), { sender: { name: '', address: 'a@b.example' } });
  assert.deepEqual(requestFor('paypa1.com/x'), { links: [{ url: 'https://paypa1.com/x' }] });
  assert.deepEqual(requestFor('https://metamask.io@evil.example/'), { links: [{ url: 'https://metamask.io@evil.example/' }] });
  assert.deepEqual(requestFor('https://metаmask.io/'), { links: [{ url: 'https://xn--metmask-4mf.io/'.replace('xn--metmask-4mf', new URL('https://metаmask.io/').hostname.split('.')[0]), raw: 'https://metаmask.io/' }] });
  assert.deepEqual(requestFor('evil.example:8080/x'), { links: [{ url: 'https://evil.example:8080/x' }] });
  for (const [pasted, name, address = 'a@b.example'] of [['PayPay <a@b.example>', 'PayPay'], ['"Pay \\"Pay\\"" <a@b.example>', 'Pay "Pay"'], ['三井住友銀行<a@b.example>', '三井住友銀行'], ['<a@b.example>', ''], ['a[at]b[.]example', ''], ['PayPay <a@b(dot)example>', 'PayPay']])
    assert.deepEqual(requestFor(pasted), { sender: { name, address } }, pasted);
  for (const pasted of ['hxxps://evil.example/x', 'evil[.]example/x', 'hXXps[:]//evil(.)example/x', 'ttps://evil{dot}example/x'])
    assert.deepEqual(requestFor(pasted), { links: [{ url: 'https://evil.example/x' }] }, pasted);
  assert.deepEqual(requestFor('evil.example/?u=https://x.example/'), { links: [{ url: 'https://evil.example/?u=https://x.example/' }] }, 'one link that holds another');
  assert.deepEqual(requestFor('https://www.google.com/url?q=https://x.example/'), { links: [{ url: 'https://www.google.com/url?q=https://x.example/' }] });
  for (const bad of ['', 'hello', 'two words', 'http://', 'PayPay <a>', '<>', 'A <b> c@d.example']) assert.equal(requestFor(bad), null, bad);
});

test('the popup\'s field takes a whole message: its links, and its words', () => {
  const urlsOf = (text) => {
    const request = requestFor(text);
    assert.equal(request?.sender, undefined, text);
    assert.equal(request?.text, text.trim(), text);
    return request.links.map(({ url }) => url);
  };
  // No blank before the link, as text messages are written.
  assert.deepEqual(urlsOf('お荷物を持ち帰りました。ご確認ください。http://sagawa-exp.co.jp.id9.example/x'), ['http://sagawa-exp.co.jp.id9.example/x']);
  assert.deepEqual(urlsOf('【重要】確認：https://a.example/x。よろしくお願いします'), ['https://a.example/x']);
  assert.deepEqual(urlsOf('Pay now:\nhttps://a.example/x?y=1.\nor hxxps://b[.]example/ (see c.example)'), ['https://a.example/x?y=1', 'https://b.example/']);
  assert.deepEqual(urlsOf('Your parcel waits at usps.com-track.example/x, reply Y'), ['https://usps.com-track.example/x']);
  assert.deepEqual(urlsOf('twice https://a.example/ https://a.example/'), ['https://a.example/']);
  assert.deepEqual(urlsOf('see https://a。example/ now'), ['https://a.example/'], 'a dot of another kind is one for browsers');
  const many = (count) => requestFor(Array.from({ length: count }, (_, at) => `https://a${at}.example/`).join(' '));
  assert.deepEqual([many(2000).links.length, many(2000).cut], [2000, undefined]);
  assert.deepEqual([many(2001).links.length, many(2001).cut], [2000, true], 'what is left out is told');
  for (const none of ['call 090-1234-5678 now', 'e.g. this, v1.2.3', 'mail me: a@b.example', 'ご確認ください。', '届きました。ご確認ください']) assert.equal(requestFor(none)?.links?.length ?? 0, 0, none);
});
