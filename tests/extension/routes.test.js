// The background's door: who may ask for what. The browser's API is in the test's hands, the host answers nothing.
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import './locks.js';
import { readExtension } from './page.js';

let stored = {};
const listeners = {};
const event = (name) => ({ addListener: (listener) => { listeners[name] = listener; } });
const connected = [];
const badges = [];
const noteBadge = async (badge) => { badges.push(badge); };

globalThis.chrome = {
  runtime: {
    id: 'test', getManifest: () => ({ version: '1.0.0' }), getURL: (path) => `chrome-extension://test/${path}`,
    onMessage: event('message'), onInstalled: event('installed'),
    connectNative() {
      const port = { onMessage: event('hostMessage'), onDisconnect: event('hostGone'), postMessage: (message) => connected.push(message), disconnect() {} };
      return port;
    },
  },
  action: { setBadgeText: noteBadge, setBadgeBackgroundColor: async () => {}, setBadgeTextColor: async () => {} },
  commands: { onCommand: event('command') },
  permissions: { onAdded: event('permission') },
  i18n: { getUILanguage: () => 'en-US' },
  storage: {
    onChanged: event('storage'),
    local: { get: async () => structuredClone(stored), set: async (change) => { Object.assign(stored, structuredClone(change)); } },
  },
};
globalThis.fetch = async (url) => ({ json: async () => JSON.parse(readExtension(url.replace('chrome-extension://test/', ''))) });

await import('../../extension/background/main.js');
const { port } = await import('../../extension/background/judge.js');
after(() => port.close());
beforeEach(() => {
  stored = { trusted: ['a@b.example'] };
  connected.length = badges.length = 0;
});

const OWN = { id: 'test', url: 'chrome-extension://test/options/options.html' };
const MAIL = { id: 'test', url: 'https://mail.google.com/mail/u/0/', tab: { id: 7 }, frameId: 0 };
const turn = () => new Promise((done) => { setImmediate(done); });

/** What a sender gets: whether the background answers at all, and with what once it does. */
function ask(message, sender) {
  let reply;
  const answered = listeners.message(message, sender, (value) => { reply = { value }; });
  return { heard: answered === true, reply: () => reply?.value, done: () => reply !== undefined };
}

/** Every message that there is an answer to, from the pages of which kind. */
const EVERYWHERE = [{ type: 'start' }, { type: 'check', request: { links: [] } }, { type: 'retry' }, { type: 'report', report: {} }, { type: 'trust', entry: 'c@d.example' }, { type: 'host' }];
const OWN_PAGES = [{ type: 'distrust', entry: 'a@b.example' }, { type: 'brands' }, { type: 'problems', profile: { trusted: [], unused_services: [], brands: [] } }];

test('what only our own pages may ask, a content script is not heard with', async () => {
  for (const message of OWN_PAGES) {
    assert.equal(ask(message, MAIL).heard, false, message.type);
    await turn();
  }
  assert.deepEqual([stored.trusted, connected], [['a@b.example'], []], 'and nothing came of it');
  for (const message of OWN_PAGES) assert.equal(ask(message, OWN).heard, true, message.type);
  port.close();
  await turn();
  assert.deepEqual(stored.trusted, []);
});

test('content scripts and our own pages are heard with everything else', async () => {
  for (const sender of [MAIL, OWN, { ...OWN, tab: { id: 8 }, frameId: 0 }]) for (const message of EVERYWHERE) assert.equal(ask(message, sender).heard, true, message.type);
  port.close();
  await turn();
});

test('nobody else is heard at all: other extensions, frames, pages', async () => {
  const strangers = [{ ...MAIL, id: 'other' }, { ...OWN, id: 'other' }, { ...MAIL, id: undefined }, { ...MAIL, frameId: 2 }, { ...MAIL, url: 'https://evil.example/' },
    { id: 'test', url: 'https://mail.google.com/' }, { ...OWN, url: 'chrome-extension://test.evil/options/options.html' }];
  for (const sender of strangers) for (const message of [...EVERYWHERE, ...OWN_PAGES]) assert.equal(ask(message, sender).heard, false, `${message.type} ${JSON.stringify(sender)}`);
  await turn();
  assert.deepEqual([stored.trusted, connected], [['a@b.example'], []]);
});

test('what is no message of ours is not heard either', () => {
  for (const message of [null, undefined, 'start', {}, { type: 1 }, { type: 'toString' }, { type: '__proto__' }, { type: 'constructor' }, { type: 'refresh' }])
    for (const sender of [MAIL, OWN]) assert.equal(ask(message, sender).heard, false, JSON.stringify(message));
});

test('a request or a report of another shape is answered, and goes no further', async () => {
  const asked = ask({ type: 'check', request: { links: [{}] } }, MAIL);
  ask({ type: 'report', report: { messages: 'x' } }, MAIL);
  await turn();
  assert.deepEqual(asked.reply(), { state: 'unchecked', reason: 'refused' });
  assert.deepEqual([connected, badges], [[], []]);
  ask({ type: 'report', report: { messages: 1, warned: 1, unchecked: 0, level: 'danger', broken: false } }, MAIL);
  await turn();
  assert.deepEqual(badges, [{ tabId: 7, text: '1' }]);
});

test('whoever asks is answered within ten seconds, also where what answers hangs', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const set = globalThis.chrome.storage.local.set;
  globalThis.chrome.storage.local.set = () => new Promise(() => {});
  t.after(() => { globalThis.chrome.storage.local.set = set; });
  const asked = ask({ type: 'trust', entry: 'x@y.example' }, MAIL);
  await turn();
  assert.equal(asked.done(), false);
  t.mock.timers.tick(9999);
  await turn();
  assert.equal(asked.done(), false);
  t.mock.timers.tick(1);
  await turn();
  assert.deepEqual([asked.done(), asked.reply()], [true, null]);
});

test('what fails is answered, too', async () => {
  const { get } = globalThis.chrome.storage.local;
  globalThis.chrome.storage.local.get = async () => { throw new Error('damaged'); };
  const asked = ask({ type: 'trust', entry: 'x@y.example' }, MAIL);
  await turn();
  globalThis.chrome.storage.local.get = get;
  assert.deepEqual([asked.done(), asked.reply()], [true, null]);
});
