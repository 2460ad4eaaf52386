// Gmail uses its nodes again, moves its views about and opens messages late; two tabs share one host; a tab may be
// older than the extension. A verdict is drawn on its own message or nowhere.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { states } from './lib/hostile.mjs';
import { mailOf } from './lib/mails.mjs';

const browsers = [];
async function started(settings) {
  const browser = await startChromium(settings);
  browsers.push(browser);
  return browser;
}
after(() => Promise.all(browsers.map((browser) => browser.close())));

test('a verdict that comes after its message has gone is drawn nowhere', async () => {
  const browser = await started();
  const page = await browser.openMail('colleague-chase');
  await browser.judged(mailOf('colleague-chase'));
  browser.host.fault(700);
  await page.show('xserver-sync-error');
  await until(() => browser.host.checks().some((check) => check.sender?.address === 'sync@doki-error.example'), 'its check is on the way');
  await page.show('friend-metamask');
  await browser.judged(mailOf('xserver-sync-error'));
  await browser.judged(mailOf('friend-metamask'));
  await sleep(300);
  assert.deepEqual((await page.surfaces()).map((each) => `${each.name} ${each.text}`), []);
  const { now, written } = await page.bodies();
  assert.equal(now, written);
  browser.host.fault('');
  await page.show('xserver-sync-error');
  await page.surface('honmono-banner', (each) => each.text.includes('doki-error.example'));
});

test('from a warned message to an honest one on the same nodes, and back', async () => {
  const browser = browsers[0];
  const page = await browser.openMail('xserver-xsever');
  await page.surface('honmono-banner');
  const node = await page.run(`(window.first = document.querySelector('[role=main] .adn'), true)`);
  assert.ok(node);
  await page.show('form-survey');
  await until(async () => (await page.surfaces()).length === 0, 'everything of the first message is gone');
  assert.equal(await page.run(`window.first === document.querySelector('[role=main] .adn')`), true, 'the page did use its node again');
  await page.show('xserver-storage');
  await page.surface('honmono-banner', (each) => each.text.includes('youryou.example'));
  await page.run(`void (location.hash = '#inbox')`);
  await until(async () => (await page.surfaces('honmono-card')).length === 0 && !(await page.run(`[...document.querySelectorAll('honmono-banner')].some((each) => each.checkVisibility())`)), 'nothing of ours over the list');
  await page.show('xserver-storage');
  await page.surface('honmono-banner', (each) => each.text.includes('youryou.example'));
});

test('a body that Gmail draws again is judged again, guard included', async () => {
  const browser = browsers[0];
  const page = await browser.openMail('friend-metamask');
  await until(async () => (await states(page)).some(({ state }) => state === 'checked'), 'it has been judged');
  await page.run(`(() => {
    const link = document.querySelector('[role=main] .a3s a');
    link.setAttribute('href', 'https://rnetamask.io/download');
    link.setAttribute('data-saferedirecturl', 'https://www.google.com/url?q=https://rnetamask.io/download');
  })()`);
  const banner = await page.surface('honmono-banner', (each) => each.text.includes('rnetamask.io'));
  assert.equal(banner.level, 'danger');
  const since = Date.now();
  await page.click(await page.linkPoint(0));
  await page.surface('honmono-card', (each) => each.actions.includes('follow'));
  await sleep(250);
  assert.deepEqual(browser.openedSince(since), []);
});

test('a collapsed message is judged when it is opened, and only there', async () => {
  const browser = browsers[0];
  const mail = mailOf('thread-with-intruder');
  const page = await browser.openMail(mail.id);
  await browser.judged(mail);
  await sleep(300);
  assert.deepEqual((await page.surfaces('honmono-banner')).length, 0, 'the opened message is honest');
  await page.run(`document.querySelector('[role=main] .kv .adf').click()`);
  const banner = await page.surface('honmono-banner', (each) => each.text.includes('toiawase-uketsuke.example'));
  assert.equal(banner.level, 'danger');
  assert.equal(await page.run(`document.querySelectorAll('[role=main] [role=listitem]')[2].querySelector('honmono-banner') !== null`), true, 'over the message that it is about');
  await page.run(`document.querySelector('[role=main] .adx').click()`);
  await sleep(300);
  assert.equal((await page.surfaces('honmono-banner')).length, 1);
});

test('a clipped message says that a part was not checked', async () => {
  const browser = browsers[0];
  const page = await browser.openMail('clipped-newsletter');
  await browser.judged(mailOf('clipped-newsletter'));
  assert.equal(browser.host.checks().find((check) => check.subject === mailOf('clipped-newsletter').subject).cut, true);
  await page.surface('honmono-strip', (each) => each.attributes['data-reason'] === 'partial');
  assert.deepEqual(await page.surfaces('honmono-banner'), [], 'nothing of it is suspicious');
});

test('an answer that quotes the mail is the reader’s own text', async () => {
  const browser = browsers[0];
  const page = await browser.openMail('forwarded');
  await browser.judged(mailOf('forwarded'));
  await page.key('r');
  await until(() => page.run(`document.querySelector('[role=main] .adB .gmail_quote a') !== null`), 'the reply quotes the mail');
  const before = browser.host.checks().length;
  await sleep(600);
  assert.equal(browser.host.checks().length, before, 'nothing new was judged');
  assert.deepEqual(await page.surfaces(), []);
});

test('two tabs at once: each shows its own', async () => {
  const browser = browsers[0];
  const honest = await browser.openMail('bank-notice');
  browser.host.fault(400);
  const [warned, other] = await Promise.all([browser.openMail('xserver-mail-stop'), browser.openMail('metamask-team-ja')]);
  await warned.surface('honmono-banner', (each) => each.text.includes('teishi-tsuchi.example'));
  await other.surface('honmono-banner', (each) => each.text.includes('kakunin-mado.example'));
  browser.host.fault('');
  assert.equal((await warned.surfaces('honmono-banner')).length, 1);
  assert.deepEqual(await honest.surfaces(), []);
});

test('a tab that is left while its mail opens is checked in the background', async () => {
  const browser = browsers[0];
  const left = await browser.openMail('bank-notice');
  const other = await browser.openMail('receipt-books');
  await left.send('Page.bringToFront');
  await sleep(200);
  // One after the other without waiting: the frame in which the mail would be read never comes.
  await Promise.all([left.show('xserver-mail-stop'), other.send('Page.bringToFront')]);
  await left.surface('honmono-banner', (each) => each.text.includes('teishi-tsuchi.example'));
  assert.equal(await left.run('document.hidden'), true);
});

test('tabs that were open before the extension came are covered, or say that they are not', async (t) => {
  const browser = await started({ load: false });
  const pages = [await browser.openMail('xserver-held-mail'), await browser.openMail('metamask-verify')];
  await browser.install();
  const since = Date.now();
  await Promise.all(pages.map((page) => until(async () => (await page.surfaces()).some((each) => (each.name === 'honmono-banner' && each.level === 'danger') || (each.name === 'honmono-strip' && each.state === 'reload')), 'a banner or "reload this tab"')));
  t.diagnostic(`after ${Date.now() - since} ms (wanted: 5000)`);
});

test('an extension that is replaced leaves no dead guard behind: the tab is covered again, or says "reload"', async () => {
  const browser = await started();
  const warned = await browser.openMail('xserver-held-mail');
  const honest = await browser.openMail('receipt-books');
  await warned.surface('honmono-banner');
  await warned.run(`void (window.before = document.querySelector('honmono-banner'))`);
  await browser.inWorker('setTimeout(() => chrome.runtime.reload(), 50), 0');
  await sleep(1000);
  await honest.send('Page.bringToFront');
  await honest.pageWorks();
  await warned.send('Page.bringToFront');
  await until(() => warned.run(`document.querySelector('honmono-strip[data-state=reload]') !== null || ![null, window.before].includes(document.querySelector('honmono-banner'))`), 'another banner or "reload this tab"');
  const seen = await warned.surfaces('honmono-banner');
  if (seen.length) {
    assert.equal(seen.length, 1);
    const since = Date.now();
    await warned.click(await warned.linkPoint(0));
    await warned.surface('honmono-card', (each) => each.actions.includes('follow'));
    assert.deepEqual(browser.openedSince(since), []);
  }
});

test('access that is given later starts the tabs that are open', async () => {
  const browser = await started({ load: false });
  const mail = await browser.openMail('xserver-held-mail');
  await browser.install();
  const settings = await browser.newPage('chrome://extensions');
  const give = (access) => settings.run(`chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${browser.id}', hostAccess: '${access}' }).then(() => 0)`);
  await mail.surface('honmono-banner');
  await give('ON_CLICK');
  await mail.send('Page.reload');
  await until(() => mail.run(`document.readyState === 'complete' && Boolean(document.querySelector('.a3s'))`), 'the mail again');
  assert.deepEqual(await mail.surfaces(), []);
  await give('ON_ALL_SITES');
  await mail.surface('honmono-banner', (each) => each.level === 'danger');
});

test('damaged settings stop no check', async () => {
  const browser = browsers[0];
  for (const brands of ['x', [{ id: 'own', name: 'Own Company', web_domains: ['own.example'], aliases: 'text', words: [5] }]]) {
    await browser.inWorker(`chrome.storage.local.set(${JSON.stringify({ trusted: { a: 1 }, unused_services: 7, brands, guard: 'yes', language: 3 })})`);
    const page = await browser.openMail('xserver-ne-inc');
    await page.surface('honmono-banner', (each) => each.level === 'danger');
  }
});
