// Lists of thousands of entries: files, synchronisation in few pieces and one write, and what an administrator sets.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import './locks.js';

const ITEM_BYTES = 8192;
const ITEMS = 512;
let areas;
let writes;
const area = (name) => ({
  async get(keys) { return structuredClone(keys === null ? areas[name] : Object.fromEntries(Object.entries(areas[name]).filter(([key]) => keys.includes(key)))); },
  async set(change) {
    writes.push(name);
    // The limits of the real store.
    if (name === 'sync') for (const [key, value] of Object.entries(change)) assert.ok(Buffer.byteLength(key + JSON.stringify(value)) <= ITEM_BYTES, key);
    Object.assign(areas[name], structuredClone(change));
    assert.ok(Object.keys(areas.sync).length <= ITEMS);
  },
  async clear() { areas[name] = {}; },
});
globalThis.chrome = { storage: { local: area('local'), sync: area('sync'), managed: area('managed') } };
const settings = await import('../../extension/shared/settings.js');
const sync = await import('../../extension/shared/sync.js');

const many = Array.from({ length: 2000 }, (_, at) => `person.${at}@company-${at % 300}.example`);
beforeEach(() => {
  areas = { local: {}, sync: {}, managed: {} };
  writes = [];
});

test('2,000 entries go out to a file and come back the same, in one write', async () => {
  await settings.save({ trusted: many, unused_services: ['paypay'], brands: [{ id: 'my-x', name: 'X' }] });
  const file = settings.exported(await settings.load());
  const read = settings.imported(file);
  assert.deepEqual(read, { lists: { trusted: many, unused_services: ['paypay'], brands: [{ id: 'my-x', name: 'X' }] }, refused: 0 });
});

test('a file with other things in it gives what is sound, and says how much is not', () => {
  const read = settings.imported(JSON.stringify({ honmono: 1, trusted: ['Boss@Example.net', 'no address', 5, 'x.example'], brands: 'x', guard: false }));
  assert.deepEqual(read, { lists: { trusted: ['boss@example.net', 'x.example'], unused_services: [], brands: [] }, refused: 2 });
  for (const bad of ['', '[]', 'null', '{"trusted":[]}', '{"honmono":2}']) assert.equal(settings.imported(bad), null, bad);
});

test('nothing goes to the browser maker unless asked for', async () => {
  await settings.save({ trusted: many });
  assert.equal(await sync.push(), true);
  assert.deepEqual(areas.sync, {});
});

test('2,000 entries are synchronised in one write, and another browser has them', async () => {
  await settings.save({ trusted: many, sync: true });
  writes = [];
  assert.equal(await sync.push(), true);
  assert.deepEqual(writes, ['sync']);
  await sync.push();
  assert.deepEqual(writes, ['sync'], 'what is there already is not written again');
  areas.local = { sync: true };
  await sync.pull();
  assert.deepEqual((await settings.loadOwn()).trusted, many);
  await sync.withdraw();
  assert.deepEqual(areas.sync, {});
});

test('too much for the store stays here; pieces that are missing are not taken for a list', async () => {
  await settings.save({ trusted: Array.from({ length: 5000 }, (_, at) => `person-with-a-long-name.${at}@a-long-company-name.example`), sync: true });
  assert.equal(await sync.push(), false);
  assert.deepEqual(areas.sync, {});
  areas.sync = { 'lists.count': 2, 'lists.0': '{"trusted":[]' };
  await sync.pull();
  assert.equal((await settings.loadOwn()).trusted.length, 5000);
});

test('joining adds what is there to what is here', async () => {
  areas.sync = sync.packed(JSON.stringify({ trusted: ['a.example'], unused_services: ['x'], brands: [] }));
  await settings.save({ trusted: ['b.example'], sync: true });
  await sync.join();
  assert.deepEqual((await settings.loadOwn()).trusted, ['b.example', 'a.example']);
  assert.match(sync.unpacked(areas.sync), /b\.example.*a\.example/);
});

test('changes that are asked for at once are all there afterwards, one that fails holds up no other', async () => {
  const refused = settings.alter(() => { throw new Error('no'); });
  await Promise.all([settings.trust('a.example'), settings.trust('b.example'), settings.addLists({ trusted: ['c.example'], unused_services: ['x'], brands: [] }), settings.distrust('a.example'), assert.rejects(refused)]);
  const { own, damaged } = await settings.loadAll();
  assert.deepEqual([own.trusted, own.unused_services, damaged], [['b.example', 'c.example'], ['x'], false]);
});

test('changes from two pages at once are all there afterwards', async () => {
  const page = await import('../../extension/shared/settings.js?another page');
  await Promise.all([...Array(20).keys()].map((at) => (at % 2 ? page : settings).trust(`x${at}.example`)));
  assert.equal((await settings.loadOwn()).trusted.length, 20);
});

test('a store that gives no answer is told from one that is empty, and from one that is damaged', async () => {
  const { get } = globalThis.chrome.storage.local;
  globalThis.chrome.storage.local.get = async () => { throw new Error('no'); };
  const all = await settings.loadAll();
  globalThis.chrome.storage.local.get = get;
  assert.deepEqual([all.own, all.damaged, all.settings.guard], [null, false, true]);
  globalThis.chrome.storage.local.get = () => new Promise(() => {});
  assert.deepEqual((await Promise.race([settings.loadAll(), new Promise((done) => { setTimeout(done, 20_000, { own: 'waits' }).unref(); })])).own, null);
  globalThis.chrome.storage.local.get = get;
  areas.local = { trusted: ['a.example', 5] };
  assert.equal((await settings.loadAll()).damaged, true);
});

test('a brand whose members are of other types keeps those that are sound', async () => {
  const brand = { id: 'own', name: 'Own', aliases: ['Own Company'], web_domains: ['own.example'], mail_domains: ['own.example'], senders_complete: false };
  areas.local = { brands: [brand] };
  assert.deepEqual([(await settings.loadOwn()).brands, (await settings.loadAll()).damaged], [[brand], false]);
  const others = { aliases: 'text', weak_aliases: [5], mail_domains: null, site: 7, senders_complete: 'yes', __proto__: null, more: { deep: [] } };
  areas.local = { brands: [{ ...brand, ...others }, { id: 'x', name: null }, null, 'text', [1]] };
  const { own, damaged } = await settings.loadAll();
  assert.deepEqual([own.brands, damaged], [[{ id: 'own', name: 'Own', web_domains: ['own.example'] }], true]);
});

test('the host is told no more than it takes in one message', async () => {
  const long = (at) => `${'あ'.repeat(300)}${at}.example`;
  const lists = { trusted: Array.from({ length: 5000 }, (_, at) => long(at)), unused_services: ['netflix'], brands: [{ id: 'own', name: 'Own', web_domains: ['own.example'] }] };
  const told = settings.profileOf(lists);
  assert.ok(new TextEncoder().encode(JSON.stringify({ id: 1, type: 'profile', ...told })).length < 1024 * 1024);
  assert.deepEqual([told.brands, told.unused_services, told.trusted], [lists.brands, lists.unused_services, lists.trusted.slice(0, told.trusted.length)]);
  assert.ok(told.trusted.length > 1000);
  areas.local = lists;
  assert.equal((await settings.loadAll()).damaged, true);
  areas.local = { ...lists, trusted: lists.trusted.slice(0, 1000) };
  assert.equal((await settings.loadAll()).damaged, false);
});

test('an administrator\'s values come first and are not the reader\'s to lose', async () => {
  areas.managed = { trusted: ['partner.example'], guard: true, language: 'ja', brands: [{ id: 'corp', name: 'Corp' }] };
  await settings.save({ trusted: ['me.example'], guard: false, language: 'en' });
  const applied = await settings.load();
  assert.deepEqual([applied.trusted, applied.guard, applied.language, applied.brands.length], [['partner.example', 'me.example'], true, 'ja', 1]);
  await settings.distrust('partner.example');
  await settings.trust('other.example');
  assert.deepEqual((await settings.loadOwn()).trusted, ['me.example', 'other.example']);
  assert.deepEqual((await settings.load()).trusted, ['partner.example', 'me.example', 'other.example']);
});
