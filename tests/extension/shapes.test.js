// Each member of a verdict in turn is something else: the verdict is refused, or it is drawn without an error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBrandPage, isHello, isOurs, isProfileReply, isVerdict } from '../../extension/background/messages.js';
import { message, openPage, thread, until, verdict } from './page.js';

const WRONG = [null, undefined, -1, 0.5, '', 'x', [], [null], ['x'], { length: 3 }, [[['x']]]];
const REQUEST = { sender: { address: 'help@evil.example' }, links: [{ url: 'https://evil.example/' }] };

/** Every place in a value, as a list of steps. */
function* places(value, way = []) {
  if (way.length) yield way;
  if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) yield* places(value[key], [...way, key]);
}

function changed(value, way, wrong) {
  const copy = structuredClone(value);
  const last = way.slice(0, -1).reduce((at, key) => at[key], copy);
  last[way.at(-1)] = wrong;
  return copy;
}

const WHOLE = verdict({ links: [{ index: 0, level: 'danger', guard: true, destination: 'https://evil.example/x', destination_certain: true, official_for: null }] });
WHOLE.findings[0].evidence = { shown: 'metamask.io', diff: [['rn', 'm']], claimed: 'MetaMask' };
WHOLE.findings[0].official_more = 3;

test('the whole verdict is taken', () => assert.ok(isVerdict(WHOLE, REQUEST)));

test('whatever is taken can be drawn, opened and reported', async (context) => {
  const taken = [...places(WHOLE)].flatMap((way) => WRONG.map((wrong) => changed(WHOLE, way, wrong))).filter((each) => isVerdict(each, REQUEST));
  assert.ok(taken.length > 50 && taken.length < 700, `${taken.length} of these are taken`);
  let answer;
  const page = openPage(thread(message()), { answers: { check: () => ({ state: 'checked', verdict: answer }) } });
  context.after(() => page.close());
  const warned = [];
  page.window.console.warn = (...words) => warned.push(words.join(' '));
  for (answer of taken) {
    const checks = page.sent.length;
    void page.tell({ type: 'refresh' });
    await until(() => page.sent.slice(checks).some(({ type }) => type === 'check'));
    await until(() => page.honmono.main.states().every(({ state }) => state === 'checked'));
    const words = JSON.stringify(answer).slice(0, 300);
    const facts = page.honmono.gmail.read(page.document.querySelector('.adn'), page.document.querySelector('.a3s'));
    const state = { facts, answer: { state: 'checked', verdict: answer }, folded: false, view: page.honmono.banner.view() };
    assert.doesNotThrow(() => page.honmono.details.build(state, { report: () => '', trust: async () => false }), words);
    assert.doesNotThrow(() => page.honmono.words.report(state), words);
    const link = { element: facts.links[0], url: 'https://evil.example/', text: '', checked: true, link: answer.links[0] ?? null, findings: answer.findings, verdict: answer, guarded: true };
    assert.doesNotThrow(() => [page.honmono.cardContent.card(link, true), page.honmono.cardContent.chip(link)], words);
  }
  await until(() => page.all('honmono-banner').length <= 1);
  assert.deepEqual(warned, []);
  assert.deepEqual(page.problems, []);
});

test('other replies are looked at, too', () => {
  const hello = { type: 'hello', protocol: 1, host: { version: '1' }, catalogue: { version: 'c', brands: 3 } };
  assert.ok(isHello(hello));
  for (const change of [{ type: 'x' }, { host: null }, { host: { version: 1 } }, { catalogue: [] }, { catalogue: { version: 'c', brands: -1 } }]) assert.ok(!isHello({ ...hello, ...change }), JSON.stringify(change));
  const profile = { type: 'profile', profile_id: 'p', problems: [{ path: 'a', detail: 'b' }] };
  assert.ok(isProfileReply(profile));
  for (const change of [{ profile_id: 1 }, { problems: {} }, { problems: [1] }, { problems: [{ path: 1, detail: '' }] }]) assert.ok(!isProfileReply({ ...profile, ...change }), JSON.stringify(change));
  const brands = { type: 'brands', brands: [{ id: 'a', name: 'A' }], next: 5 };
  assert.ok(isBrandPage(brands, 0) && isBrandPage({ ...brands, next: undefined }, 0));
  for (const change of [{ brands: {} }, { brands: [{ id: 1, name: 'A' }] }, { next: 0 }, { next: '5' }]) assert.ok(!isBrandPage({ ...brands, ...change }, 0), JSON.stringify(change));
});

test('only our own pages and the webmail\'s own page are heard', () => {
  const own = 'chrome-extension://test/';
  const tab = { id: 1 };
  for (const sender of [{ url: `${own}popup/popup.html` }, { url: `${own}options/options.html`, tab, frameId: 0 }, { url: 'https://mail.google.com/mail/u/0/', tab, frameId: 0 }]) assert.ok(isOurs(sender, own), JSON.stringify(sender));
  for (const sender of [{}, { url: 'https://mail.google.com/mail/u/0/', tab, frameId: 3 }, { url: 'https://mail.google.com.evil.example/', tab, frameId: 0 }, { url: 'https://evil.example/', tab, frameId: 0 }, { url: 'https://mail.google.com/' }, { tab, frameId: 0 }])
    assert.ok(!isOurs(sender, own), JSON.stringify(sender));
});
