// The host dies, hangs, is missing, or talks nonsense: the reader sees "not checked" within three seconds, the page works
// as it does without us, and the next good answer is shown as if nothing had been.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { pageIsSound } from './lib/hostile.mjs';

const browsers = [];
async function started(settings) {
  const browser = await startChromium(settings);
  browsers.push(browser);
  return browser;
}
after(() => Promise.all(browsers.map((browser) => browser.close())));

/** Waits for "not checked". Wanted are three seconds: what says it is asserted by the page's own clock in tests/extension/main.test.js,
 * and told here, since the machine has other work. @param {import('node:test').TestContext} [t] */
async function unchecked(page, t) {
  const since = Date.now();
  const strip = await page.surface('honmono-strip', (each) => each.state === 'unchecked');
  t?.diagnostic(`"not checked" stood there ${Date.now() - since} ms after it was first looked for`);
  return strip;
}

async function noOrphans(page) {
  const outside = await page.run(`[...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('honmono-') && each.closest('[hidden]')).length`);
  assert.equal(outside, 0, 'nothing of ours is left in views that are off the screen');
}

test('killed while it judges: "not checked", the page works, the next message brings it back', async (t) => {
  const browser = await started();
  const page = await browser.openMail('xserver-held-mail');
  await page.surface('honmono-banner', (each) => each.level === 'danger');
  const first = browser.host.pid();
  browser.host.fault(60_000);
  await page.show('receipt-books');
  await until(() => browser.host.checks().some((check) => check.sender.address.startsWith('receipts@')), 'its check is on the way');
  process.kill(first, 'SIGKILL');
  const strip = await unchecked(page, t);
  assert.equal(strip.attributes['data-reason'] !== undefined, true);
  await page.pageWorks();
  browser.host.fault('');
  await page.show('xserver-xsever');
  await page.surface('honmono-banner', (each) => each.text.includes('mailbox-hoan.example'));
  assert.notEqual(browser.host.pid(), first, 'another process');
  await noOrphans(page);
});

test('killed while nothing is asked: nobody notices', async () => {
  const [browser] = browsers;
  const page = await browser.openMail('xserver-ne-inc');
  await page.surface('honmono-banner');
  process.kill(browser.host.pid(), 'SIGKILL');
  await sleep(300);
  await page.show('xserver-storage');
  await page.surface('honmono-banner', (each) => each.text.includes('youryou.example'));
});

for (const [fault, what] of [['drop', 'a reply that never comes'], ['garble', 'a reply that is no JSON']]) {
  test(`${what}: "not checked", and then checked again`, async (t) => {
    const [browser] = browsers;
    const page = await browser.openMail('receipt-books');
    await page.run('void 0');
    browser.host.fault(fault);
    await page.show(fault === 'drop' ? 'password-reset' : 'support-ticket');
    await unchecked(page, t);
    await page.pageWorks();
    browser.host.fault('');
    await page.show('metamask-verify');
    await page.surface('honmono-banner', (each) => each.text.includes('wallet-assist.example'));
    await noOrphans(page);
  });
}

test('a verdict that is late lets an early click through after a moment, and the guard comes with the verdict', async () => {
  const [browser] = browsers;
  const page = await browser.openMail();
  // As late as the extension waits.
  browser.host.fault(2600);
  await page.show('xserver-mail-stop');
  const since = Date.now();
  await page.click(await page.linkPoint(0));
  await until(() => browser.openedSince(since).length > 0, 'the held click goes on');
  await page.send('Page.bringToFront');
  await page.surface('honmono-banner', (each) => each.text.includes('teishi-tsuchi.example'));
  browser.host.fault('');
  await pageIsSound(page);
});

test('the background is stopped, as Chromium does with an idle one: the next mail is checked', async () => {
  const [browser] = browsers;
  const page = await browser.openMail('colleague-chase');
  await sleep(300);
  await browser.stopWorker();
  await sleep(300);
  await page.show('xserver-returned-mail');
  await page.surface('honmono-banner', (each) => each.text.includes('server-hoshu.example'));
  await pageIsSound(page);
});

test('no host on this computer: "not checked", facts only, a way to mend it, and no guard', async () => {
  const browser = await started({ missing: true });
  const page = await browser.openMail('metamask-verify');
  const strip = await unchecked(page);
  assert.match(strip.text, /support@wallet-assist\.example/, 'the full address is shown as a fact');
  assert.equal((await page.surfaces('honmono-banner')).length, 0);
  assert.ok(strip.actions.includes('reload'), `a way to try again: ${strip.actions.join(' ')}`);
  await page.pageWorks();
  await noOrphans(page);
  const popup = await browser.newPage(`chrome-extension://${browser.id}/popup/popup.html`);
  await until(async () => /install/i.test(await popup.run(`document.body?.innerText ?? ''`)), 'the popup says how to install the program');
  await popup.screenshot('popup-missing-host.png');
  await popup.close();
  // A tab that is seen again is asked about again by itself: only after that has ended is it the button that asks.
  await page.send('Page.bringToFront');
  await until(async () => {
    await page.run(`void (window.shown = document.querySelector('honmono-strip'))`);
    await sleep(1500);
    return page.run(`window.shown !== null && window.shown === document.querySelector('honmono-strip')`);
  }, 'the strip stays');
  browser.host.restore();
  await (await unchecked(page)).press('reload');
  await page.surface('honmono-banner', (each) => each.level === 'danger');
});

test('a host that has become unusable', async (t) => {
  const browser = await started();
  fs.chmodSync(JSON.parse(fs.readFileSync(browser.host.manifest, 'utf8')).path, 0o644);
  const page = await browser.openMail('xserver-sync-error');
  await unchecked(page, t);
  await page.pageWorks();
  await noOrphans(page);
});
