// Both documents' mails, opened in the inbox: the banner names the brand, the true sender, the official answer and the
// brand's own advisory, and nothing is asked of a link's host meanwhile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './lib/cdp.mjs';
import { inExtensionWorld } from './lib/axe.mjs';
import { startChromium } from './lib/chromium.mjs';
import { linkHosts, mailOf, readMails } from './lib/mails.mjs';

let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail();
});
after(() => browser?.close());

for (const mail of readMails().filter((each) => each.kind === 'phishing' && each.expect.level !== 'none')) {
  test(`${mail.id}: a ${mail.expect.level} banner with the official answer`, async () => {
    const { expect } = mail;
    await page.show(mail.id);
    const domain = mail.messages.at(-1).from.address.split('@')[1];
    await browser.judged(mail);
    const banner = await page.surface('honmono-banner', (each) => each.text.includes(domain));
    assert.equal(banner.level, expect.level);
    assert.match(banner.text.toLowerCase(), new RegExp(expect.name.toLowerCase()), 'names the brand');
    assert.ok(banner.actions.includes('open-official') && banner.actions.includes('report') && banner.actions.includes('details') && banner.actions.includes('dismiss'), banner.actions.join(' '));
    assert.equal(banner.actions.find((action) => action !== 'unfold'), 'open-official', 'the first button leads to the official site');
    assert.ok(banner.addresses.some((address) => address?.includes(expect.advisory)), `the advisory among ${banner.addresses.join(' ')}`);
    if (expect.official) assert.ok(banner.text.includes(expect.official), `the official sender in: ${banner.text}`);
    const box = await banner.box();
    assert.ok(box && box.width > 300 && box.height >= (banner.attributes['data-place'] === 'over' ? 24 : 60) && box.left >= 0 && box.right <= 1280, JSON.stringify(box));
    assert.equal((await page.surfaces('honmono-banner')).length, 1, 'one banner');
  });
}

test('no request went to any link of these mails, and no tab was opened', async () => {
  const hosts = new Set(readMails().filter((mail) => mail.kind === 'phishing').flatMap((mail) => [...linkHosts(mail)]));
  assert.ok(hosts.size > 10);
  assert.deepEqual(browser.server.askedOf(hosts), []);
  assert.deepEqual(browser.openedSince(0), []);
});

test('a banner folds to one line, comes back, and the details name each finding', async () => {
  const mail = mailOf('xserver-held-mail');
  await page.show(mail.id);
  const banner = await page.surface('honmono-banner', (each) => each.text.includes('kanri-center.example'));
  const open = await banner.box();
  await banner.press('dismiss');
  const folded = await page.surface('honmono-banner', (each) => each.state === 'folded');
  assert.ok((await folded.box()).height < open.height, 'lower than before');
  assert.ok((await page.surfaces('honmono-mark')).length > 0, 'marks stay');
  await folded.press('unfold');
  const again = await page.surface('honmono-banner', (each) => each.state === 'open');
  await again.press('details');
  const detailed = await page.surface('honmono-banner', (each) => each.state === 'details');
  assert.ok(detailed.text.length > again.text.length + 200, 'the details add to it');
  await detailed.press('report');
  const report = await page.surface('honmono-banner', (each) => each.state === 'report');
  assert.match(report.text, /kanri-center\.example/);
  await report.press('report');
  await page.surface('honmono-banner', (each) => each.state === 'open');
});

test('the official button opens the official site', async () => {
  const since = Date.now();
  const banner = await page.surface('honmono-banner');
  await banner.press('open-official');
  await until(() => browser.openedSince(since).some((url) => new URL(url).hostname.endsWith('xserver.ne.jp')), 'the official site');
  await page.send('Page.bringToFront');
});

test('marks stand at the sender and at each guarded link', async () => {
  await page.surface('honmono-mark', (mark) => mark.state === 'sender' && mark.level === 'danger');
  await until(async () => (await page.surfaces('honmono-mark')).filter((mark) => mark.state === 'link').length === 2, 'at both links');
});

test('a link whose mark the mail has made invisible is told of in the banner', async () => {
  await page.show('xserver-hidden-link');
  await page.surface('honmono-banner', (each) => /koushin-madoguchi\.example/.test(each.text) && /hides|hidden/i.test(each.text));
  const line = await inExtensionWorld(page, `(() => { const box = document.querySelector('honmono-banner').shadowRoot.querySelector('.hidden-marks').getBoundingClientRect(); return box.width * box.height; })()`);
  assert.ok(line > 0, 'the line can be seen');
  await page.screenshot('hidden-marks.png');
});
