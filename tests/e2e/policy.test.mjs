// What an administrator sets through the browsers' own ways, and what the reader lets the browser synchronise. Chromium
// reads policies in one place for the whole machine: without the right to write there its part is skipped, and says so.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { startFirefox } from './lib/firefox.mjs';
import { GECKO_ID, chromiumId } from './lib/host.mjs';

const FOLDER = '/etc/chromium/policies/managed';
const FILE = path.join(FOLDER, `honmono-test-${process.pid}.json`);
const VALUES = {
  trusted: ['partner.example', 'not an entry'.repeat(60)],
  unused_services: ['paypay'],
  brands: [{ id: 'aozora-works', name: 'Aozora Works', aliases: ['Aozora Works'], web_domains: ['aozora-works.example'], mail_domains: ['aozora-works.example'] }],
  guard: true,
  language: 'ja',
};
/** Debian's Chromium; another build may look elsewhere. */
const policyWritable = () => {
  try {
    fs.mkdirSync(FOLDER, { recursive: true });
    fs.writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [chromiumId()]: VALUES } } }));
    return true;
  } catch {
    return false;
  }
};
const withdrawPolicy = () => fs.rmSync(FILE, { force: true });
process.on('exit', withdrawPolicy);

/** What the options page shows of these values; the reader's own entry is there too. */
const SEEN = `(() => {
  const items = [...document.querySelectorAll('#trusted li')];
  const entry = (text) => items.find((item) => item.textContent.includes(text));
  const input = (id) => document.getElementById(id);
  return {
    notice: !input('managed').hidden && input('managed').textContent,
    partner: entry('partner.example')?.textContent, partnerButtons: entry('partner.example')?.querySelectorAll('button').length,
    ownButtons: entry('friend@own.example')?.querySelectorAll('button').length,
    guard: [input('guard').checked, input('guard').disabled, !input('guard-fixed').hidden], marks: [input('marks').disabled, !input('marks-fixed').hidden],
    language: [input('language').value, input('language').disabled], lang: document.documentElement.lang,
    brand: document.getElementById('brands').textContent, brandButtons: document.querySelectorAll('#brands button').length,
    unused: [document.querySelector('[data-brand=paypay]')?.checked, document.querySelector('[data-brand=paypay]')?.disabled],
  };
})()`;

function isFixed(seen) {
  assert.match(seen.notice, /管理者/);
  assert.match(seen.partner, /管理者/);
  assert.deepEqual([seen.partnerButtons, seen.ownButtons], [0, 1], "the administrator's entry has no button, the reader's has");
  assert.deepEqual(seen.guard, [true, true, true]);
  assert.deepEqual(seen.marks, [false, false], 'what is not set stays the reader\'s');
  assert.deepEqual([...seen.language, seen.lang], ['ja', true, 'ja'], 'the language goes before the reader\'s');
  assert.match(seen.brand, /Aozora Works.*aozora-works\.example/);
  assert.equal(seen.brandButtons, 0);
  assert.deepEqual(seen.unused, [true, true]);
}

test('Chromium: values of an administrator apply, are shown as such, and cannot be edited', async (t) => {
  if (!policyWritable()) return t.skip(`policies cannot be written into ${FOLDER}: run as root to try them`);
  const browser = await startChromium({ language: 'en' });
  try {
    await browser.inWorker(`chrome.storage.local.set({ trusted: ['friend@own.example'], guard: false })`);
    const managed = await until(async () => { const values = await browser.inWorker('chrome.storage.managed.get(null)'); return values.trusted && values; }, `the browser takes the policy from ${FOLDER}`);
    assert.deepEqual(managed.unused_services, ['paypay'], 'the schema lets it pass');
    const options = await browser.newPage(`chrome-extension://${browser.id}/options/options.html`);
    const seen = await until(async () => { const state = await options.run(SEEN).catch(() => null); return state?.unused[0] !== undefined && state?.unused[0] !== null && state.partner && state; }, 'the options are up');
    isFixed(seen);
    await options.run(`document.querySelector('[data-brand=paypay]').click(); document.getElementById('guard').click()`);
    assert.deepEqual(await browser.inWorker(`chrome.storage.local.get(['guard', 'unused_services'])`), { guard: false }, 'a click changes nothing');
    await options.screenshot('options-managed.png');
    const mail = await browser.openMail('xserver-held-mail');
    const banner = await mail.surface('honmono-banner');
    assert.match(banner.text, /公式の送信元/, 'drawn in the language that is set');
    await until(() => mail.run(`!document.querySelector('[role=main] .a3s a').hasAttribute('href')`), 'the guard is on, though the reader has switched it off');
    const profile = browser.host.entries().findLast(({ kind, message }) => kind === 'request' && message?.type === 'profile').message;
    assert.deepEqual([profile.trusted, profile.unused_services, profile.brands.map(({ id }) => id)], [['partner.example', 'friend@own.example'], ['paypay'], ['aozora-works']]);
  } finally {
    await browser.close();
    withdrawPolicy();
  }
});

test('Firefox: the same through a managed-storage manifest', async () => {
  const manifest = { name: GECKO_ID, description: 'Honmono', type: 'storage', data: VALUES };
  const firefox = await startFirefox({ files: { [`.mozilla/managed-storage/${GECKO_ID}.json`]: JSON.stringify(manifest) } });
  try {
    const options = await firefox.openOwn('options/options.html');
    await options.run(`browser.storage.local.set({ trusted: ['friend@own.example'], guard: false })`);
    const seen = await until(async () => { const state = await options.run(SEEN).catch(() => null); return typeof state?.unused[0] === 'boolean' && state.partner && state.ownButtons !== undefined && state; }, 'the options are up');
    isFixed(seen);
    const profile = await until(() => firefox.host.entries().findLast(({ kind, message }) => kind === 'request' && message?.type === 'profile')?.message, 'the host has a profile');
    assert.ok(profile.trusted.includes('partner.example'));
  } finally {
    await firefox.close();
  }
});

let browser;
let options;
const stored = () => browser.inWorker('chrome.storage.sync.get(null)');
const local = (name) => browser.inWorker(`chrome.storage.local.get('${name}').then((values) => values.${name} ?? [])`);
const status = () => options.run(`document.getElementById('storage-status').textContent`);
after(() => browser?.close());

test('synchronisation is off until it is asked for: a change writes nothing for the browser\'s maker', async () => {
  // Not before: a policy of the tests above must not reach this browser.
  browser = await startChromium();
  options = await browser.newPage(`chrome-extension://${browser.id}/options/options.html`);
  await until(() => options.run(`document.querySelector('#trusted li') !== null`), 'the options are up');
  assert.equal(await options.run(`document.getElementById('sync').checked`), false);
  await options.run(`document.getElementById('entry').value = 'friend@example.com'; document.getElementById('add').requestSubmit()`);
  await until(async () => (await local('trusted')).length === 1, 'the entry is stored here');
  assert.deepEqual(await stored(), {});
  assert.match(await options.run('document.body.innerText'), /browser's maker/, 'what it means stands beside the switch');
});

test('switched on, 2,000 entries go in a few pieces that the browser takes', async () => {
  await browser.inWorker(`chrome.storage.local.set({ trusted: Array.from({ length: 2000 }, (_, at) => 'person.' + at + '@company-' + (at % 300) + '.example') })`);
  await options.run(`document.getElementById('sync').click()`);
  const items = await until(async () => { const all = await stored(); return all['lists.count'] && all; }, 'the lists are there');
  const sizes = Object.entries(items).map(([key, value]) => key.length + Buffer.byteLength(JSON.stringify(value)));
  assert.ok(sizes.length < 64 && Math.max(...sizes) <= 8192, `${sizes.length} items, the largest of ${Math.max(...sizes)} bytes`);
  const text = Array.from({ length: items['lists.count'] }, (_, at) => items[`lists.${at}`]).join('');
  assert.equal(JSON.parse(text).trusted.length, 2000);
  assert.equal(await status(), '');
});

test('what another browser has changed arrives here', async () => {
  const since = Date.now();
  await browser.inWorker(`chrome.storage.sync.set({ 'lists.0': JSON.stringify({ trusted: ['from@elsewhere.example'], unused_services: ['paypay'], brands: [] }), 'lists.count': 1 })`);
  await until(async () => (await local('trusted')).join() === 'from@elsewhere.example', 'the lists are taken over');
  assert.deepEqual(await local('unused_services'), ['paypay']);
  await until(() => options.run(`document.getElementById('trusted').textContent.includes('from@elsewhere.example')`), 'the options show them');
  const mail = await browser.openMail('friend-metamask');
  await until(() => browser.host.entries().some(({ time, kind, message }) => time >= since && kind === 'request' && message?.type === 'profile' && message.trusted.includes('from@elsewhere.example')), 'the host is told');
  await mail.close();
});

test('half of a change, or nonsense, changes nothing here', async () => {
  await browser.inWorker(`chrome.storage.sync.set({ 'lists.count': 3 })`);
  await browser.inWorker(`chrome.storage.sync.set({ 'lists.0': '{"trusted": [', 'lists.count': 1 })`);
  await browser.inWorker('new Promise((done) => setTimeout(done, 300))');
  assert.deepEqual(await local('trusted'), ['from@elsewhere.example']);
});

test('lists that are too long for it stay here, and the page says so', async () => {
  await options.run(`document.getElementById('sync').click()`);
  await until(async () => Object.keys(await stored()).length === 0, 'switched off, everything is taken back');
  const long = `Array.from({ length: 500 }, (_, at) => at + 'x'.repeat(250) + '@example.com')`;
  await browser.inWorker(`chrome.storage.local.set({ trusted: ${long} })`);
  await options.run(`document.getElementById('sync').click()`);
  await until(async () => /too long/.test(await status()), 'the page says so');
  assert.equal((await local('trusted')).length, 500);
  assert.deepEqual(await stored(), {}, 'and nothing is left half done');
});

test('erasing everything takes it back from the browser\'s maker too', async () => {
  await browser.inWorker(`chrome.storage.local.set({ trusted: ['friend@example.com'] })`);
  await until(async () => (await stored())['lists.count'] === 1, 'it is there');
  await options.run(`document.getElementById('erase').click()`);
  await options.run(`document.getElementById('erase').click()`);
  await until(async () => Object.keys(await stored()).length === 0, 'nothing is stored there');
  assert.deepEqual(await browser.inWorker('chrome.storage.local.get(null)'), {});
});
