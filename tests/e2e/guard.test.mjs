// Every way to open a link of a phishing mail asks first: nothing leaves for the link's host. The second, deliberate
// action then opens it as Gmail would have.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { guardedLinks, linkHosts, linksOf, mailOf, readMails } from './lib/mails.mjs';

/** Long enough for a tab that a gesture opened to have asked the server. */
const OPENING_MS = 250;
const GESTURES = ['left', 'middle', 'ctrl', 'shift', 'Enter', 'Ctrl+Enter'];
const CTRL = 2;

let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail();
});
after(() => browser?.close());

async function open(mail) {
  await page.show(mail.id);
  await page.surface('honmono-banner', (each) => each.text.includes(mail.messages.at(-1).from.address.split('@')[1]));
}

async function gesture(how, index) {
  if (!how.endsWith('Enter')) return page.click(await page.linkPoint(index), how);
  await page.tabToLink(index);
  return page.key('Enter', how === 'Enter' ? 0 : CTRL);
}

for (const mail of readMails().filter((each) => each.kind === 'phishing' && guardedLinks(each).length)) {
  test(`${mail.id}: no gesture opens a guarded link`, async () => {
    await open(mail);
    for (const index of guardedLinks(mail)) {
      for (const how of GESTURES) {
        const since = Date.now();
        await gesture(how, index);
        const card = await page.surface('honmono-card', (each) => each.actions.includes('follow')).catch((error) => { throw new Error(`${how} on link ${index}: ${error.message}`); });
        await sleep(OPENING_MS);
        assert.deepEqual(browser.openedSince(since), [], `${how} on link ${index} opened something`);
        assert.ok(card.text.length > 20);
        await page.key('Escape');
        await until(async () => !(await page.surfaces('honmono-card')).some((each) => each.actions.includes('follow')), 'Escape closes the card');
      }
    }
    assert.deepEqual(browser.server.askedOf(linkHosts(mail)), [], 'requests to the hosts of its links');
    assert.equal(await page.run('window.sample.opened.length'), 0, "the page's own listener opened nothing");
  });
}

test('a guarded link keeps no address for menus, drags and assistive technology', async () => {
  await open(mailOf('xserver-held-mail'));
  await page.click(await page.linkPoint(0), 'right');
  await sleep(OPENING_MS);
  const links = await page.run(`[...document.querySelector('[role=main] .a3s').querySelectorAll('a')].map((link) => [link.hasAttribute('href'), link.hasAttribute('data-saferedirecturl'), link.getAttribute('role'), link.tabIndex])`);
  assert.deepEqual(links, [[false, false, 'link', 0], [false, false, 'link', 0]]);
  await page.key('Escape');
});

test('a link that only says the official name has lost its false tooltip', async () => {
  await open(mailOf('metamask-verify'));
  assert.equal(await page.run(`document.querySelector('[role=main] .a3s a').getAttribute('title')`), null);
});

for (const [how, id] of [['left', 'xserver-held-mail'], ['middle', 'xserver-xsever'], ['ctrl', 'xserver-ne-inc'], ['Enter', 'xserver-e-xserver']]) {
  test(`${id}: after ${how}, following on purpose opens the link`, async () => {
    const mail = mailOf(id);
    await open(mail);
    await gesture(how, 0);
    const card = await page.surface('honmono-card', (each) => each.actions.includes('follow'));
    const since = Date.now();
    await card.press('follow');
    const { href } = linksOf(mail.messages[0])[0];
    await until(() => browser.openedSince(since).includes(href), `a tab with ${href}; opened: ${browser.openedSince(since)}`);
    // A tab has its address before it has asked for it.
    const asked = await until(() => {
      const all = browser.server.log.filter((entry) => entry.time >= since);
      return all.some((entry) => entry.host === new URL(href).hostname && entry.method === 'GET') && all;
    }, 'its host is asked');
    if (how === 'left') assert.ok(asked.some((entry) => entry.host === 'www.google.com' && entry.path?.startsWith('/url?')), "through Gmail's own check");
    await browser.closeOpened(href);
    await page.send('Page.bringToFront');
  });
}

test('with the keyboard alone: Enter asks, Tab reaches the card, Enter follows', async () => {
  const mail = mailOf('metamask-team-ja');
  await open(mail);
  await gesture('Enter', 0);
  await page.surface('honmono-card', (each) => each.actions.includes('follow'));
  const { href } = linksOf(mail.messages[0])[0];
  const since = Date.now();
  await until(async () => (await page.focusedAction()) === 'close', 'the refusal has the focus');
  for (const next of ['open-official', 'follow']) {
    await page.key('Tab');
    await until(async () => (await page.focusedAction()) === next, `Tab reaches ${next}`);
  }
  await page.key('Enter');
  await until(() => browser.openedSince(since).includes(href), `a tab with ${href}`);
  await browser.closeOpened(href);
  await page.send('Page.bringToFront');
});
