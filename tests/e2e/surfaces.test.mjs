// Every surface in both languages, light and dark, as pictures in tests/out/surfaces to be looked at: panels of the banner,
// the one-line chip, "not checked" at a message and for the whole tab, popup, options, onboarding and help. What can be told
// without eyes is told here: the reader's language and nothing else, no words of a seal, nothing cut off at the side.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { states } from './lib/hostile.mjs';
import { mailOf } from './lib/mails.mjs';

const SEAL = /本物|安全です|✓|✔|✅|🛡|🔒/;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;
const AWAY = { x: 900, y: 30 };
const PAGES = { options: 'options/options.html', onboarding: 'onboarding/onboarding.html', help: 'help/help.html' };
const THEMES = ['light', 'dark'];
const browsers = [];
after(() => Promise.all(browsers.map((browser) => browser.close())));

/** @param {string} text @param {string} language @param {string} where */
function readsRight(text, language, where) {
  assert.equal(JAPANESE.test(text), language === 'ja', `${where} in ${language}: ${text}`);
  assert.doesNotMatch(text, SEAL, where);
}

const query = (language, theme) => `?${new URLSearchParams({ hl: language, ...(theme === 'dark' ? { dark: '' } : {}) })}`;
/** What is ours of a text: without the mail's own words, which are quoted. */
const own = (text, mail) => [mail.subject, ...mail.messages.map(({ from }) => from.name)].reduce((rest, each) => rest.replaceAll(each, ''), text.replace(/“[^”]*”/g, ''));

async function inMails(browser, language, theme) {
  const named = (name) => `surfaces/${name}-${language}-${theme}.png`;
  const page = await browser.openMail('metamask-verify', query(language, theme));
  for (const panel of ['details', 'report']) {
    await (await page.surface('honmono-banner')).press(panel);
    const { text } = await page.surface('honmono-banner', (each) => each.state === panel);
    readsRight(own(text, mailOf('metamask-verify')), language, panel);
    await page.screenshot(named(`banner-${panel}`));
  }
  await (await page.surface('honmono-banner')).press('details');
  await (await page.surface('honmono-banner', (each) => each.actions.includes('trust'))).press('trust');
  await page.screenshot(named('banner-trust'));
  await (await page.surface('honmono-banner')).press('dismiss');
  await page.screenshot(named('banner-folded'));
  await page.show('newsletter-tracked');
  // The pointer comes when the mail has been read.
  await until(async () => (await states(page)).every(({ state }) => state === 'checked'), 'it has been judged');
  await page.move(AWAY);
  await page.move(await page.linkPoint(1));
  const chip = await page.surface('honmono-card', (each) => each.state === 'chip');
  readsRight(chip.text, language, 'chip');
  await sleep(150);
  await page.screenshot(named('chip'));
  await page.move(AWAY);
  browser.host.fault('drop');
  await page.show('support-ticket');
  const unchecked = () => page.surface('honmono-strip', (each) => each.state === 'unchecked');
  readsRight(own((await unchecked()).text, mailOf('support-ticket')), language, 'not checked');
  // It is asked again, and drawn again, until the program answers.
  const box = await until(async () => (await unchecked()).box(), 'it can be seen');
  await page.move({ x: box.left + 6, y: box.top + 6 });
  await page.screenshot(named('strip-message'));
  browser.host.fault('');
  await page.close();
}

async function changedPage(browser, language, theme) {
  const page = await browser.openMail('metamask-verify', `${query(language, theme)}&drop=${encodeURIComponent('.gD,[email],.go')}`);
  const strip = await page.surface('honmono-strip', (each) => each.state === 'broken');
  readsRight(strip.text, language, 'the strip of the tab');
  await page.screenshot(`surfaces/strip-tab-${language}-${theme}.png`);
  await page.close();
}

/** A page of the extension as a whole, however long it is. */
async function wholePicture(page, name, width) {
  const height = Math.ceil(await page.run('document.documentElement.getBoundingClientRect().height'));
  await page.send('Emulation.setDeviceMetricsOverride', { width, height: Math.min(height, 4000), deviceScaleFactor: 1, mobile: false });
  await sleep(100);
  await page.screenshot(name);
}

async function ownPages(browser, language, theme) {
  for (const [name, path] of Object.entries(PAGES)) {
    const page = await browser.newPage(`chrome-extension://${browser.id}/${path}`);
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
    await until(() => page.run(`(document.body?.innerText.length ?? 0) > 100`), `${path} is up`);
    if (name === 'onboarding') await page.surface('honmono-banner');
    if (name === 'options') await until(() => page.run(`/\\d{3}/.test(document.getElementById('unused-status').textContent)`), 'the catalogue');
    const text = await page.run(`document.body.innerText.replaceAll('日本語', '')`);
    readsRight(text, language, path);
    assert.equal(await page.run(`document.documentElement.lang`), language);
    assert.ok(await page.run(`document.documentElement.scrollWidth <= innerWidth`), `${path} scrolls sideways`);
    await wholePicture(page, `surfaces/${name}-${language}-${theme}.png`, 900);
    await page.close();
  }
}

async function popup(browser, language, theme) {
  const mail = await browser.openMail('xserver-held-mail', query(language, theme));
  await mail.surface('honmono-banner');
  await mail.send('Page.bringToFront');
  const page = await browser.openPopup();
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
  await until(() => page.run(`/kanri-center\\.example/.test(document.body?.innerText ?? '')`), 'it names the sender');
  readsRight(own(await page.run('document.body.innerText'), mailOf('xserver-held-mail')), language, 'the popup');
  await page.screenshot(`surfaces/popup-${language}-${theme}.png`);
  await page.close();
  await until(() => !browser.targets.has(page.targetId), 'the popup is closed');
  await mail.close();
}

for (const language of ['en', 'ja']) {
  test(`every surface in ${language}, light and dark`, async () => {
    fs.mkdirSync(new URL('../out/surfaces/', import.meta.url), { recursive: true });
    const browser = await startChromium({ language });
    browsers.push(browser);
    for (const theme of THEMES) {
      await inMails(browser, language, theme);
      await changedPage(browser, language, theme);
      await ownPages(browser, language, theme);
      await popup(browser, language, theme);
    }
  });
}
