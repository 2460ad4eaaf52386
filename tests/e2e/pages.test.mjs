// The extension's own pages beside an open mail: the popup tells of the tab, checks what somebody pastes, and what is
// chosen in the options shows in the mail at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { Page } from './lib/page.mjs';

let browser;
let mail;
before(async () => {
  browser = await startChromium();
  mail = await browser.openMail('xserver-held-mail');
  await mail.surface('honmono-banner');
});
after(() => browser?.close());

const own = (path) => browser.newPage(`chrome-extension://${browser.id}/${path}`);
const text = (page) => page.run(`document.body?.innerText ?? ''`);

test('the badge shows that there is a warning in this tab', async () => {
  const badge = await browser.inWorker(`chrome.tabs.query({ url: 'https://mail.google.com/*' }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`);
  assert.notEqual(badge, '');
});

test('the popup tells what was found in the tab that it belongs to', async () => {
  await mail.send('Page.bringToFront');
  await browser.inWorker('chrome.action.openPopup()');
  const { targetId } = await until(() => [...browser.targets.values()].find((target) => target.url.endsWith('/popup/popup.html')), 'the popup');
  const popup = await Page.attach(browser, targetId);
  await until(async () => /kanri-center\.example/.test(await text(popup)), 'it names the sender');
  assert.match(await text(popup), /1\.0/, 'and the version of the program');
  await popup.screenshot('popup.png');
  await browser.connection.send('Target.closeTarget', { targetId });
});

async function paste(page, value) {
  await page.run(`(() => { document.getElementById('subject').value = ${JSON.stringify(value)}; document.getElementById('check').requestSubmit(); })()`);
  return until(async () => { const answer = await page.run(`document.getElementById('answer').innerText`); return answer.includes('.') && answer; }, `an answer about ${value}`);
}

test('a link or an address from elsewhere can be pasted', async () => {
  const popup = await own('popup/popup.html');
  await until(() => popup.run(`Boolean(document.getElementById('host')?.textContent)`), 'the popup is up');
  assert.match(await paste(popup, 'https://rnetamask.io/restore'), /metamask\.io/);
  await popup.run(`document.getElementById('answer').replaceChildren()`);
  assert.match(await paste(popup, 'https://www.xserver.ne.jp/'), /xserver/i);
  assert.deepEqual(browser.server.askedOf(['rnetamask.io', 'www.xserver.ne.jp']), [], 'nobody else is asked');
  await popup.screenshot('popup-pasted.png');
  await popup.close();
});

async function choose(page, script) {
  await page.send('Page.bringToFront');
  await page.run(script);
  await sleep(200);
  await mail.send('Page.bringToFront');
}

test('the language that is chosen in the options shows in the open mail', async () => {
  const options = await own('options/options.html');
  await until(() => options.run(`document.querySelector('#trusted li') !== null`), 'the options are up');
  const change = (language) => `(() => { const list = document.getElementById('language'); list.value = '${language}'; list.dispatchEvent(new Event('change', { bubbles: true })); })()`;
  await choose(options, change('ja'));
  await mail.surface('honmono-banner', (each) => /[ぁ-ん]{2}/.test(each.text) && /危険/.test(each.text));
  await options.screenshot('options-ja.png');
  await choose(options, change('en'));
  await mail.surface('honmono-banner', (each) => /Danger/.test(each.text));
  await options.close();
});

test('without the guard, a link opens at the first click', async () => {
  const options = await own('options/options.html');
  await until(() => options.run(`document.querySelector('#trusted li') !== null && document.getElementById('guard').checked`), 'the guard is on');
  await choose(options, `document.getElementById('guard').click()`);
  await until(() => mail.run(`document.querySelector('[role=main] .a3s a').hasAttribute('href')`), 'the link has its address back');
  const since = Date.now();
  await mail.click(await mail.linkPoint(0));
  await until(() => browser.openedSince(since).length > 0, 'it opens');
  await choose(options, `document.getElementById('guard').click()`);
  await until(() => mail.run(`!document.querySelector('[role=main] .a3s a').hasAttribute('href')`), 'and is held again');
  await options.close();
});

test('trusting a sender in the details asks for its domain, and a danger stays what it is', async () => {
  await mail.send('Page.bringToFront');
  const banner = await mail.surface('honmono-banner');
  await banner.press('details');
  await (await mail.surface('honmono-banner', (each) => each.actions.includes('trust'))).press('trust');
  await (await mail.surface('honmono-banner', (each) => each.actions.includes('trust-confirm'))).press('trust-confirm');
  await sleep(300);
  assert.deepEqual(await browser.inWorker(`chrome.storage.local.get('trusted').then(({ trusted }) => trusted ?? [])`), [], 'a press alone trusts nobody');
});

test('onboarding says what is covered and what is not', async () => {
  const page = await own('onboarding/onboarding.html');
  await until(async () => /phone/i.test(await text(page)), 'phones are not covered');
  await page.screenshot('onboarding.png');
  await page.close();
});
