// What does not come from where it should, or is not what it should be: messages from frames and other extensions, replies
// of other shapes, a store that is full, damaged or silent, and the extension's own pages under their policy.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { inExtensionWorld } from './lib/axe.mjs';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { ATTACK, PATIENCE_MS, messageWith, openMade, pageIsSound } from './lib/hostile.mjs';

const LINK = JSON.stringify(ATTACK.link);
let browser;
let page;
let made = 0;
before(async () => {
  browser = await startChromium({ lifetime: 200_000 });
  page = await browser.openMail();
});
after(() => browser?.close());

/** A mail that no verdict is remembered of. */
const openAttack = (on = page) => openMade(on, `message-${++made}`, messageWith(`${LINK}, '<p>number ${made}</p>'`));
const unchecked = (on = page) => on.surface('honmono-strip', (each) => each.state === 'unchecked', PATIENCE_MS + 1000);
const isWarned = (on = page) => on.surface('honmono-banner', (each) => each.level === 'danger', 8000);

test('a frame of the webmail itself is refused what its page is given', async () => {
  const tab = await browser.openMail();
  await tab.run(`(() => { const frame = document.createElement('iframe'); frame.src = '/mail/u/0/?frame'; document.body.append(frame); return new Promise((done) => { frame.onload = done; }); })()`);
  const ask = (frames) => browser.inWorker(`(async () => {
    const [tab] = (await chrome.tabs.query({ url: 'https://mail.google.com/*', active: true }));
    const run = async () => { const ask = (message) => Promise.race([chrome.runtime.sendMessage(message).catch((error) => String(error)), new Promise((done) => setTimeout(done, 1500, 'nothing'))]);
      return { top: window.top === window, start: await ask({ type: 'start' }), trust: await ask({ type: 'trust', entry: 'framed.example' }), check: await ask({ type: 'check', request: { links: [] } }) }; };
    return (await chrome.scripting.executeScript({ target: { tabId: tab.id, ${frames} }, func: run })).map(({ result }) => result);
  })()`);
  const all = await ask('allFrames: true');
  const [top, frame] = [all.find((each) => each.top), all.find((each) => !each.top)];
  assert.equal(top.start.language, 'en', 'the page itself is answered');
  for (const kind of ['start', 'trust', 'check']) assert.ok(frame[kind] === 'nothing' || /closed before a response|Receiving end|undefined/.test(String(frame[kind])) || frame[kind] === null, `${kind}: ${JSON.stringify(frame[kind])}`);
  assert.equal((await browser.inWorker(`chrome.storage.local.get('trusted')`)).trusted?.includes('framed.example'), true, 'what the page asked for is there…');
  await browser.inWorker(`chrome.storage.local.remove('trusted')`);
  await tab.close();
});

// A browser brings what other extensions send to listeners that nobody here has; that a message under another id, wherever it
// came in, is not heard is asserted in tests/extension/routes.test.js.
test('we have no ear for other extensions, and no page for them to read', async () => {
  const folder = path.join(browser.work, 'other');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Other', version: '1', background: { service_worker: 'worker.js' } }));
  fs.writeFileSync(path.join(folder, 'worker.js'), 'self.ready = true;');
  const { id } = await browser.connection.send('Extensions.loadUnpacked', { path: folder });
  const target = await until(async () => (await browser.connection.send('Target.getTargets')).targetInfos.find((info) => info.type === 'service_worker' && info.url.includes(id)), 'the other worker');
  const { sessionId } = await browser.connection.send('Target.attachToTarget', { targetId: target.targetId, flatten: true });
  const run = async (expression) => (await browser.connection.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId)).result.value;
  await until(() => run('self.ready === true'), 'it runs');
  const sent = await run(`Promise.all(['start', 'trust', 'brands', 'host'].map((type) => chrome.runtime.sendMessage('${browser.id}', { type, entry: 'other.example' }).then((reply) => JSON.stringify(reply), (error) => 'refused: ' + error.message)))`);
  for (const each of sent) assert.match(String(each), /^refused: /);
  const connected = await run(`new Promise((done) => { const port = chrome.runtime.connect('${browser.id}'); port.onDisconnect.addListener(() => done('ended: ' + chrome.runtime.lastError?.message)); port.onMessage.addListener(() => done('answered')); port.postMessage({ type: 'start' }); })`);
  assert.match(connected, /^ended: /);
  const page2 = await run(`fetch('chrome-extension://${browser.id}/options/options.html').then(() => 'read', () => 'refused')`);
  assert.equal(page2, 'refused');
  assert.equal(Boolean((await browser.inWorker(`chrome.storage.local.get('trusted')`)).trusted?.includes('other.example')), false);
  await browser.connection.send('Extensions.uninstall', { id }).catch(() => {});
});

const SHAPES = {
  'a level that there is not': { level: 'fine' },
  'links beyond those that were asked about': { links: [{ index: 7, level: 'none', guard: false }] },
  'findings without a target': { findings: [{ code: 'x', level: 'danger' }] },
  'a finding about a link that there is not': { findings: [{ code: 'x', level: 'danger', target: { kind: 'link', index: 99 } }] },
  'texts that are objects': { findings: [{ code: 'x', level: 'danger', target: { kind: 'sender' }, title: { toString: 'x' } }] },
  'a brand without a name': { findings: [{ code: 'x', level: 'danger', target: { kind: 'sender' }, brand: { id: 'metamask' } }] },
  'a sender that is a list': { sender: [1] },
  'another type': { type: 'hello' },
};
test('replies of other shapes: refused, said so, and nothing of them drawn', async () => {
  for (const [what, change] of Object.entries(SHAPES)) {
    browser.host.fault(JSON.stringify(change));
    await openAttack();
    const strip = await unchecked().catch((error) => { throw new Error(`${what}: ${error.message}`); });
    assert.equal(strip.attributes['data-reason'], 'refused', what);
    assert.equal((await page.surfaces('honmono-banner')).length, 0, what);
  }
  browser.host.fault('');
  await pageIsSound(page);
  await openAttack();
  await isWarned();
});

test('texts of a reply are text: markup and scripts in them stay letters', async () => {
  const nasty = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\u202etxt';
  browser.host.fault(JSON.stringify({ findings: [{ code: nasty, level: 'danger', target: { kind: 'sender' }, title: nasty, detail: nasty, brand: { id: nasty, name: nasty, site: `javascript:${nasty}` }, official: [nasty], advisory: 'javascript:alert(1)', evidence: { shown: nasty, diff: [[nasty, nasty]] } }] }));
  await openAttack();
  const banner = await isWarned();
  await banner.press('details');
  const open = await page.surface('honmono-banner', (each) => each.actions.includes('trust'));
  browser.host.fault('');
  assert.ok(open.text.includes('<img src=x'), 'shown as letters');
  assert.deepEqual(open.addresses.filter((each) => !/^https:/.test(each)), []);
  assert.equal(await page.run('window.pwned'), undefined);
  assert.equal(await inExtensionWorld(page, 'globalThis.pwned === undefined'), true);
  await pageIsSound(page);
});

test('a store with other things in it: mails are checked, and both pages say it', async () => {
  await browser.inWorker(`chrome.storage.local.set({ trusted: { length: 'x' }, unused_services: 'paypay', brands: [null, 7, { id: 1 }], guard: [], marks: 'no', language: {}, active: 'yes' })`);
  await openAttack();
  await isWarned();
  const options = await browser.newPage(`chrome-extension://${browser.id}/options/options.html`);
  await until(async () => /cannot be read and is left out/.test(await options.run(`document.querySelector('#store')?.textContent ?? ''`)), 'the options page says it');
  await options.close();
  const popup = await browser.newPage(`chrome-extension://${browser.id}/popup/popup.html`);
  await until(async () => /cannot be read and is left out/.test(await popup.run(`document.querySelector('#state')?.textContent ?? ''`)), 'the popup says it');
  await popup.close();
  await browser.inWorker('chrome.storage.local.clear()');
  await page.send('Page.bringToFront');
  await pageIsSound(page);
});

test('a store that is full: what cannot be stored is said, where it was asked for', async () => {
  // The browser's own limit is 10 MB.
  const filled = await browser.inWorker(`(async () => { for (let size = 4_000_000, at = 0; size > 3; at++) { try { await chrome.storage.local.set({ ['junk' + at]: 'x'.repeat(size) }); } catch { size = Math.floor(size / 2); } } return chrome.storage.local.getBytesInUse(); })()`);
  assert.ok(filled > 10_000_000, `${filled} bytes`);
  await openAttack();
  // Each write was a change of the store, after which everything is asked and drawn again: wait for the last of them.
  let asked = -1;
  await until(async () => {
    const before = asked;
    asked = browser.host.checks().length;
    if (asked !== before) await sleep(800);
    return asked === before;
  }, 'nothing is asked any more', 20_000);
  await (await isWarned()).press('details');
  await (await page.surface('honmono-banner', (each) => each.actions.includes('trust'))).press('trust');
  await until(async () => (await page.focusedAction()) === 'trust-domain', 'the field has the focus');
  await page.send('Input.insertText', { text: 'wallet-assist.example' });
  await (await page.surface('honmono-banner', (each) => each.actions.includes('trust-confirm'))).press('trust-confirm');
  await page.surface('honmono-banner', (each) => /could not be added/i.test(each.text));
  const options = await browser.newPage(`chrome-extension://${browser.id}/options/options.html`);
  await until(() => options.run(`Boolean(document.querySelector('#stored')?.textContent)`), 'the options are up');
  await options.run(`(() => { document.querySelector('#entry').value = 'friend@full.example'; document.querySelector('#add').requestSubmit(); })()`);
  await until(async () => /store is full or damaged/.test(await options.run(`document.querySelector('#storage-status').textContent`)), 'the options page says it');
  await options.close();
  await browser.inWorker('chrome.storage.local.clear()');
  await page.send('Page.bringToFront');
  await pageIsSound(page);
});

test('a store that answers late: the options page says so, takes nothing in, and then shows what is stored', async () => {
  await browser.inWorker(`chrome.storage.local.set({ trusted: ['friend@late.example'] })`);
  const options = await browser.newPage();
  await options.send('Page.addScriptToEvaluateOnNewDocument', { source: `if (globalThis.chrome?.storage) { const get = chrome.storage.local.get.bind(chrome.storage.local); chrome.storage.local.get = (keys) => (globalThis.answers ? get(keys) : new Promise(() => {})); }` });
  await options.goto(`chrome-extension://${browser.id}/options/options.html`);
  const seen = (id) => options.run(`document.querySelector('#${id}')?.innerText ?? ''`);
  await until(async () => /gives no answer/.test(await seen('store')), 'it says so');
  assert.equal(await options.run(`document.querySelector('#choices').inert`), true);
  await options.run('void (globalThis.answers = true)');
  await until(async () => /friend@late\.example/.test(await seen('trusted')), 'what is stored');
  assert.equal(await options.run(`document.querySelector('#choices').inert || document.querySelector('#store').checkVisibility()`), false);
  await options.close();
  await browser.inWorker('chrome.storage.local.clear()');
});

test('a store that never answers: mails are checked with what is known', async () => {
  await browser.inWorker(`void (chrome.storage.local.get = chrome.storage.managed.get = () => new Promise(() => {}))`);
  const tab = await browser.openMail();
  await openAttack(tab);
  await isWarned(tab);
  await pageIsSound(tab);
  await tab.close();
  await browser.stopWorker();
  await page.send('Page.bringToFront');
});

test('a background that answers nothing: "not checked", in words, and the page works', async () => {
  const tab = await browser.openMail();
  await inExtensionWorld(tab, `void (chrome.runtime.sendMessage = () => new Promise(() => {}))`);
  await openAttack(tab);
  const strip = await unchecked(tab);
  assert.match(strip.text, /Not checked/);
  await tab.pageWorks();
  await tab.close();
});

test('the extension\'s own pages run nothing but their own files', async () => {
  const popup = await browser.newPage(`chrome-extension://${browser.id}/popup/popup.html`);
  await until(() => popup.run('document.readyState === "complete"'), 'the popup is up');
  const { result } = await popup.send('Runtime.evaluate', { returnByValue: true, awaitPromise: true, allowUnsafeEvalBlockedByCSP: false, expression: `(async () => {
    const refused = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const attempt = (act) => { try { act(); } catch { refused.push('threw'); } };
    attempt(() => { const script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.head.append(script); });
    attempt(() => { const made = document.createElement('div'); made.setAttribute('onclick', 'window.ran = 1'); document.body.append(made); made.click(); });
    attempt(() => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 1">'); });
    attempt(() => { const frame = document.createElement('iframe'); frame.src = 'https://evil.example/'; document.body.append(frame); });
    attempt(() => { new Image().src = 'https://evil.example/pixel'; });
    attempt(() => { globalThis['ev' + 'al']('window.ran = 1'); });
    await fetch('https://evil.example/').catch(() => refused.push('fetch'));
    await new Promise((done) => setTimeout(done, 200));
    return { ran: window.ran ?? null, refused };
  })()` });
  assert.equal(result.value.ran, null);
  for (const directive of ['require-trusted-types-for', 'frame-src', 'img-src', 'connect-src']) assert.ok(result.value.refused.includes(directive), `${directive}: ${result.value.refused.join(' ')}`);
  assert.deepEqual(browser.server.askedOf(['evil.example']).filter((entry) => entry.path !== null), [], 'no request, whatever the browser prepares');
  await popup.close();
});
