// Honest mail looks as if we were not there: no banner, no mark, no guard, and the mail's own markup untouched.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { linkHosts, linksOf, readMails } from './lib/mails.mjs';

/** Time to draw, after a verdict has come back. */
const DRAWING_MS = 250;
const honest = readMails().filter((mail) => mail.kind === 'honest');

let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail();
});
after(() => browser?.close());

test('there are enough of them', () => assert.ok(honest.length >= 20, `${honest.length}`));

for (const mail of honest) {
  test(`${mail.id}: nothing is drawn and nothing is changed`, async () => {
    await page.show(mail.id);
    await browser.judged(mail);
    await sleep(DRAWING_MS);
    const seen = await page.surfaces();
    assert.deepEqual(seen.map((each) => `${each.name} ${each.level} ${each.text}`), []);
    const { now, written } = await page.bodies();
    assert.equal(now, written);
  });
}

test('their links open at the first click, through the page’s own listener', async () => {
  await page.show('newsletter-tracked');
  const since = Date.now();
  const mail = honest.find((each) => each.id === 'newsletter-tracked');
  await page.click(await page.linkPoint(1));
  await until(() => browser.openedSince(since).includes(linksOf(mail.messages[0])[1].href), 'the link is open');
  assert.equal(await page.run('window.sample.opened.length'), 1);
  await page.send('Page.bringToFront');
});

test('checking them asked nothing of the hosts of their links', () => {
  const visited = new Set(linkHosts(honest.find((each) => each.id === 'newsletter-tracked')));
  const hosts = honest.flatMap((mail) => [...linkHosts(mail)]).filter((host) => host !== 'mail.google.com' && !visited.has(host));
  assert.deepEqual(browser.server.askedOf(hosts).filter((entry) => entry.path !== null), []);
});

test('the page itself reported no error', async () => assert.deepEqual(await page.run('window.sample.problems'), []));
