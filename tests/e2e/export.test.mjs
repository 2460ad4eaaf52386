// What the reader takes along: the lists as a file, really written by the browser, and read back elsewhere.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';

const LISTS = {
  trusted: ['友人@例え.example', 'friend@own.example', 'partner.example'],
  unused_services: ['paypay'],
  brands: [{ id: 'my-aozora-works-example', name: 'あおぞら工房', aliases: ['Aozora Works'], web_domains: ['aozora-works.example'], mail_domains: [] }],
};
let browser;
let options;
let folder;
before(async () => {
  browser = await startChromium();
  folder = path.join(browser.work, 'downloads');
  await browser.connection.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
  await browser.inWorker(`chrome.storage.local.set(${JSON.stringify({ ...LISTS, guard: false })})`);
  options = await browser.newPage(`chrome-extension://${browser.id}/options/options.html`);
  // The last to come, and what stands below it moves then.
  await until(() => options.run(`document.querySelectorAll('#trusted li').length === 3 && document.querySelector('[data-brand=paypay]') !== null`), 'the options are up');
});
after(() => browser?.close());

test('the export is a file with the lists and nothing else', async () => {
  await options.clickNode((await options.send('DOM.querySelector', { nodeId: (await options.tree()).nodeId, selector: '#export' }).then(({ nodeId }) => options.send('DOM.describeNode', { nodeId }))).node);
  const file = path.join(folder, 'honmono.json');
  const written = await until(() => JSON.parse(fs.readFileSync(file, 'utf8')), 'the browser has written it');
  assert.deepEqual(written, { honmono: 1, ...LISTS });
  assert.deepEqual(fs.readdirSync(folder), ['honmono.json']);
});

test('erased and imported again from that file, the lists are as they were', async () => {
  await browser.inWorker('chrome.storage.local.clear()');
  const { root } = await options.send('DOM.getDocument');
  const { nodeId } = await options.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#file' });
  await options.send('DOM.setFileInputFiles', { nodeId, files: [path.join(folder, 'honmono.json')] });
  await until(() => options.run(`/5/.test(document.getElementById('storage-status').textContent)`), 'the page tells how many');
  const stored = await browser.inWorker('chrome.storage.local.get(null)');
  assert.deepEqual(stored, LISTS, 'a switch is no list: it is not in the file');
});

test('a file of something else is refused with a word', async () => {
  const other = path.join(folder, 'other.json');
  fs.writeFileSync(other, '{"trusted": ["evil.example"]}');
  const { root } = await options.send('DOM.getDocument');
  const { nodeId } = await options.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#file' });
  await options.send('DOM.setFileInputFiles', { nodeId, files: [other] });
  await until(() => options.run(`/not exported by Honmono/.test(document.getElementById('storage-status').textContent)`), 'the page says so');
  assert.deepEqual(await browser.inWorker('chrome.storage.local.get(null)'), LISTS);
});
