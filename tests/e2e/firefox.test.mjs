// The same extension folder in Firefox: banner, card and guard. Firefox's remote protocol does not enter closed shadow
// roots, so this looks at our elements' attributes, at pictures and at what happens.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startFirefox } from './lib/firefox.mjs';
import { linkHosts, linksOf, mailOf, placeOf } from './lib/mails.mjs';

const OUT = new URL('../out/', import.meta.url).pathname;
const LINK = '[role=main] .a3s a';
let firefox;
let page;
before(async () => {
  fs.mkdirSync(OUT, { recursive: true });
  firefox = await startFirefox();
  page = await firefox.openMail('xserver-held-mail');
});
after(() => firefox?.close());

test('a banner over the phishing mail', async () => {
  const banner = await page.waitForSelector('honmono-banner[data-level=danger]');
  const box = await banner.boundingBox();
  assert.ok(box && box.width > 300, JSON.stringify(box));
  assert.equal(firefox.host.verdicts().at(-1).level, 'danger');
  await page.screenshot({ path: `${OUT}firefox-banner.png` });
});

test('a card on hover, gone with Escape', async () => {
  await page.hover(LINK);
  await page.waitForSelector('honmono-card[data-state=card]');
  await sleep(200);
  await page.screenshot({ path: `${OUT}firefox-card.png` });
  await page.keyboard.press('Escape');
  await page.waitForFunction(`!document.querySelector('honmono-card')`);
});

for (const how of ['left', 'middle', 'ctrl', 'Enter']) {
  test(`${how} on a guarded link opens nothing`, async () => {
    const link = await page.$(LINK);
    if (how === 'Enter') { await link.focus(); await page.keyboard.press('Enter'); }
    if (how === 'ctrl') await page.keyboard.down('Control');
    if (how !== 'Enter') await link.click({ button: how === 'middle' ? 'middle' : 'left' });
    if (how === 'ctrl') await page.keyboard.up('Control');
    await page.waitForSelector('honmono-card[data-asking]');
    await sleep(500);
    assert.deepEqual(await firefox.elsewhere(), []);
    assert.deepEqual(firefox.server.askedOf(linkHosts(mailOf('xserver-held-mail'))), []);
    await page.keyboard.press('Escape');
    await page.waitForFunction(`!document.querySelector('honmono-card')`);
  });
}

test('with the keyboard, following on purpose opens the link', async () => {
  await page.bringToFront();
  await (await page.$(LINK)).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('honmono-card[data-asking]');
  await until(() => page.evaluate(`document.activeElement?.localName === 'honmono-card'`), 'the focus in the card');
  await sleep(300);
  const { href } = linksOf(mailOf('xserver-held-mail').messages[0])[0];
  // The focus is on the refusal, the first of the answers; the one before it is the last, which follows.
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.keyboard.press('Enter');
  await until(async () => (await firefox.elsewhere()).includes(href), `a tab with ${href}`);
});

test('an honest mail is left as it is', async () => {
  const honest = await firefox.openMail('newsletter-tracked');
  await until(() => firefox.host.checks().some((check) => check.subject === mailOf('newsletter-tracked').subject), 'its check');
  await sleep(600);
  const seen = await honest.evaluate(`[...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('honmono-')).map((each) => each.localName)`);
  assert.deepEqual(seen, []);
  assert.ok(await honest.evaluate(`(() => { const box = document.querySelector('[role=main] .adn'); return box.querySelector('.a3s').innerHTML === window.sample.bodies[box.getAttribute('data-message-id')]; })()`));
});

test('another mail on the same nodes', async () => {
  await page.bringToFront();
  await page.evaluate(`void (location.hash = '${placeOf('friend-metamask')}')`);
  await until(() => page.evaluate(`document.querySelector('[role=main] honmono-banner') === null`), 'the banner is gone');
});
