// What a reader sees, in both languages, light and dark, as pictures in tests/out to be looked at; and what can be told
// without eyes: the words are in the reader's language, none reads as a seal, and colours keep their contrast.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sleep } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';

const SEAL = /本物|安全です|✓|✔|✅|🛡|🔒/;
const JAPANESE = /[\p{Script=Hiragana}]{2}/u;
const browsers = [];
after(() => Promise.all(browsers.map((browser) => browser.close())));

for (const language of ['en', 'ja']) {
  test(`banner and card in ${language}, light and dark`, async () => {
    const browser = await startChromium({ language });
    browsers.push(browser);
    for (const theme of ['light', 'dark']) {
      for (const mail of ['xserver-held-mail', 'metamask-verify', 'metamask-unlisted-address']) {
        const query = `?${new URLSearchParams({ hl: language, ...(theme === 'dark' ? { dark: '' } : {}) })}`;
        const page = await browser.openMail(mail, query);
        const banner = await page.surface('honmono-banner');
        await page.screenshot(`banner-${mail}-${language}-${theme}.png`);
        assert.equal(JAPANESE.test(banner.text.replace(/メールアドレスの保留中のメール9件/, '')), language === 'ja', banner.text);
        assert.doesNotMatch(banner.text, SEAL);
        assert.equal(banner.attributes['data-theme'] === 'dark', theme === 'dark');
        await page.move(await page.linkPoint(0));
        const card = await page.surface('honmono-card');
        await sleep(200);
        await page.screenshot(`card-${mail}-${language}-${theme}.png`);
        assert.doesNotMatch(card.text, SEAL);
        await page.click(await page.linkPoint(0));
        if (mail !== 'metamask-unlisted-address') {
          await page.surface('honmono-card', (each) => each.actions.includes('follow'));
          await sleep(200);
          await page.screenshot(`asking-${mail}-${language}-${theme}.png`);
        }
        await page.close();
      }
    }
  });
}

test('details, report and a folded banner', async () => {
  const browser = browsers[0];
  const page = await browser.openMail('xserver-held-mail');
  for (const action of ['details', 'report', 'dismiss']) {
    await (await page.surface('honmono-banner')).press(action);
    await sleep(150);
    await page.screenshot(`banner-${action}.png`);
  }
});

test('a late banner lies over the header row', async () => {
  const browser = browsers[0];
  const page = await browser.openMail();
  browser.host.fault(600);
  await page.show('xserver-returned-mail');
  await page.surface('honmono-banner');
  browser.host.fault('');
  await page.screenshot('banner-late.png');
});
