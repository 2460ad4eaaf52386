// The extension's own pages beside an open mail: the popup tells of the tab, checks what somebody pastes, and what is
// chosen in the options shows in the mail at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { inExtensionWorld } from './lib/axe.mjs';
import { startChromium } from './lib/chromium.mjs';
import { linksOf, mailOf } from './lib/mails.mjs';

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
  await until(async () => await browser.inWorker(`chrome.tabs.query({ url: 'https://mail.google.com/*' }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`) === '1', 'the badge counts it');
});

test('the popup tells what was found in the tab that it belongs to', async () => {
  await mail.send('Page.bringToFront');
  const popup = await browser.openPopup();
  await until(async () => /kanri-center\.example/.test(await text(popup)), 'it names the sender');
  await until(async () => /1\.0/.test(await text(popup)), 'and the version of the program');
  await popup.screenshot('popup.png');
  await popup.close();
});

const fill = (id, value) => `(() => { const field = document.getElementById('${id}'); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('input', { bubbles: true })); })()`;

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
  for (const [pasted, answer] of [['a@amazon.co.jp', /Amazon/], ['PayPay <a@evil.example>', /PayPay/], ['hxxps://rnetamask[.]io/', /metamask\.io/]]) {
    await popup.run(`document.getElementById('answer').replaceChildren()`);
    assert.match(await paste(popup, pasted), answer);
  }
  const message = await paste(popup, '不在のため持ち帰りました。ご確認ください。http://sagawa-exp.co.jp.id9.example/x\nまたは https://www.xserver.ne.jp/');
  assert.match(message, /id9\.example.*sagawa-exp\.co\.jp.*xserver\.ne\.jp.*XSERVER \(a domain on our lists\)/s, 'each link of a message, with what was found of it');
  const long = await paste(popup, `${Array.from({ length: 30 }, (_, at) => `https://shop${at}.example/`).join(' ')} https://paypa1-login.com/verify`);
  assert.match(long, /^paypa1-login\.com[^]*paypal\.com[^]*shop0\.example[^]*shop29\.example/, 'behind thirty others a link is looked at, too, and the worst stands first');
  await popup.run(`(() => { const field = document.getElementById('subject'); field.value = 'https://paypa1.com/'; field.focus(); document.getElementById('answer').replaceChildren(); })()`);
  await popup.key('Enter');
  await until(() => popup.run(`/paypal\\.com/.test(document.getElementById('answer').innerText)`), 'Enter asks, and makes no new line');
  assert.equal(await popup.run(`document.getElementById('subject').value`), 'https://paypa1.com/');
  assert.deepEqual(browser.server.askedOf(['rnetamask.io', 'www.xserver.ne.jp', 'sagawa-exp.co.jp.id9.example', 'paypa1.com']), [], 'nobody else is asked');
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
  await browser.closeOpened(linksOf(mailOf('xserver-held-mail').messages[0])[0].href);
  await choose(options, `document.getElementById('guard').click()`);
  await until(() => mail.run(`!document.querySelector('[role=main] .a3s a').hasAttribute('href')`), 'and is held again');
  await options.close();
});

test('the options show what is stored, whoever stored it, and a ticked box keeps the focus', async () => {
  const options = await own('options/options.html');
  await until(() => options.run(`document.querySelector('#trusted li') !== null`), 'the options are up');
  await browser.inWorker(`chrome.storage.local.set({ guard: false, trusted: ['someone@elsewhere.example'] })`);
  await until(() => options.run(`!document.getElementById('guard').checked && document.getElementById('trusted').textContent.includes('someone@elsewhere.example')`), 'a change from elsewhere');
  await options.run(`document.getElementById('guard').click()`);
  await until(() => browser.inWorker(`chrome.storage.local.get('guard').then(({ guard }) => guard === true)`), 'the click counts');
  assert.equal(await options.run(`document.getElementById('guard').checked`), true);
  await options.run(fill('search', 'paypay'));
  await until(() => options.run(`document.querySelector('[data-brand=paypay]') !== null`), 'a service is found');
  await options.run(`document.querySelector('[data-brand=paypay]').focus()`);
  await options.key(' ');
  await until(() => browser.inWorker(`chrome.storage.local.get('unused_services').then(({ unused_services: list }) => list?.includes('paypay'))`), 'the tick is stored');
  await sleep(200);
  assert.equal(await options.run(`document.activeElement?.dataset.brand`), 'paypay');
  await options.key(' ');
  await until(() => browser.inWorker(`chrome.storage.local.get('unused_services').then(({ unused_services: list }) => list.length === 0)`), 'and taken back');
  await options.close();
  await browser.inWorker(`chrome.storage.local.remove('trusted')`);
  await browser.quiet();
});

test('what is open in the banner stays open when a setting is changed elsewhere', async () => {
  await mail.send('Page.bringToFront');
  const banner = await mail.surface('honmono-banner');
  await banner.press('details');
  await (await mail.surface('honmono-banner', (each) => each.actions.includes('trust'))).press('trust');
  await mail.surface('honmono-banner', (each) => each.actions.includes('trust-domain'));
  for (const key of 'kan') await mail.key(key);
  const [at, link] = [await (await mail.surface('honmono-banner')).box(), await mail.linkPoint(0)];
  await browser.inWorker(`chrome.storage.local.set({ language: 'ja' })`);
  const again = await mail.surface('honmono-banner', (each) => /危険/.test(each.text));
  assert.equal(again.state, 'details');
  await until(async () => (await mail.focusedAction()) === 'trust-domain', 'the focus is where it was');
  await mail.key('r');
  assert.equal(await inExtensionWorld(mail, `document.querySelector('honmono-banner').shadowRoot.querySelector('[data-action=trust-domain]').value`), 'kanr', 'with what has been typed, and the next letter');
  assert.deepEqual([(await again.box()).left, (await mail.linkPoint(0)).left], [at.left, link.left]);
  await browser.inWorker(`chrome.storage.local.set({ language: 'en' })`);
  await (await mail.surface('honmono-banner', (each) => /Danger/.test(each.text))).press('details');
  await mail.surface('honmono-banner', (each) => each.state === 'open');
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

test('services that are not used: a list of the catalogue to search, kept for the host', async () => {
  const options = await own('options/options.html');
  await until(() => options.run(`/\\d{3}/.test(document.getElementById('unused-status')?.textContent ?? '')`), 'the catalogue is there');
  await options.run(fill('search', 'paypay'));
  await until(() => options.run(`document.querySelector('[data-brand=paypay]') !== null`), 'it is found');
  await options.run(`document.querySelector('[data-brand=paypay]').click()`);
  await until(() => browser.host.entries().some(({ kind, message }) => kind === 'request' && message?.type === 'profile' && message.unused_services.includes('paypay')), 'the host is told');
  await options.run(`document.querySelector('[data-brand=paypay]').click()`);
  await until(() => browser.inWorker(`chrome.storage.local.get('unused_services').then(({ unused_services: list }) => list.length === 0)`), 'and taken back');
  await options.close();
});

test('an own brand goes to the host first: what it refuses is not stored, what it takes is used', async () => {
  const options = await own('options/options.html');
  await until(() => options.run(`document.querySelector('#trusted li') !== null`), 'the options are up');
  const add = async (name, domain) => {
    await options.run([fill('brand-name', name), fill('brand-aliases', name), fill('brand-web', domain), fill('brand-mail', domain)].join(';'));
    await options.run(`document.getElementById('brand').requestSubmit()`);
  };
  await add('Kaisha', 'gmail.com');
  await until(() => options.run(`document.querySelector('#brand-problems li') !== null`), 'the host says why not');
  assert.deepEqual(await browser.inWorker(`chrome.storage.local.get('brands').then(({ brands }) => brands ?? [])`), []);
  await options.screenshot('options-refused.png');
  await add('Aozora Works', 'aozora-works.example');
  await until(() => options.run(`document.getElementById('brands').textContent.includes('aozora-works.example')`), 'it is in the list');
  const popup = await own('popup/popup.html');
  await until(() => popup.run(`Boolean(document.getElementById('host')?.textContent)`), 'the popup is up');
  // The background hears of it when this page does, or a little later.
  await until(async () => /aozora-works\.example/.test(await paste(popup, 'https://aozora-works.example.helpdesk.example/')), 'the host knows it');
  await popup.close();
  await options.run(`document.querySelector('#brands button').click()`);
  await until(() => options.run(`document.getElementById('brands').textContent === ''`), 'and gone again');
  await options.close();
});

test('2,000 known senders: imported in one go, listed, and taken by the host', async () => {
  const options = await own('options/options.html');
  await until(() => options.run(`document.querySelector('#trusted li') !== null`), 'the options are up');
  const since = Date.now();
  await options.run(`(() => {
    const trusted = Array.from({ length: 2000 }, (_, at) => 'person.' + at + '@company-' + (at % 300) + '.example');
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify({ honmono: 1, trusted })], 'honmono.json'));
    const field = document.getElementById('file');
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
  })()`);
  await until(() => options.run(`document.querySelectorAll('#trusted li').length === 2000`), 'the list');
  await until(() => browser.host.entries().some(({ time, kind, message }) => time >= since && kind === 'reply' && message?.type === 'profile' && message.problems.length === 0), 'the host takes them all');
  await options.run(`document.getElementById('erase').click()`);
  assert.equal(await options.run(`document.querySelectorAll('#trusted li').length`), 2000, 'one press erases nothing');
  await options.run(`document.getElementById('erase').click()`);
  await until(async () => Object.keys(await browser.inWorker('chrome.storage.local.get(null)')).length === 0, 'nothing is stored');
  await options.close();
});

test('switched off in the popup, nothing is drawn; switched on, the warning is back', async () => {
  const popup = await own('popup/popup.html');
  await until(() => popup.run(`document.getElementById('active')?.checked`), 'the popup is up');
  await choose(popup, `document.getElementById('active').click()`);
  await until(async () => (await mail.surfaces()).length === 0, 'nothing of ours is left');
  assert.equal(await mail.run(`document.querySelector('[role=main] .a3s a').hasAttribute('href')`), true);
  await choose(popup, `document.getElementById('active').click()`);
  await mail.surface('honmono-banner');
  await popup.close();
});

test('an old catalogue is called old, a young one is not', async () => {
  const young = await own('popup/popup.html');
  await until(() => young.run(`/catalogue of \\d{4}-/.test(document.getElementById('host')?.textContent)`), 'the date of the catalogue');
  assert.doesNotMatch(await young.run(`document.getElementById('host').textContent`), /old/);
  await young.close();
  const later = await browser.newPage();
  await later.send('Page.addScriptToEvaluateOnNewDocument', { source: `{ const now = Date.now; Date.now = () => now() + 100 * 86_400_000; }` });
  await later.goto(`chrome-extension://${browser.id}/popup/popup.html`);
  await until(() => later.run(`/The catalogue is \\d{3,} days old; look for an update/.test(document.getElementById('host')?.textContent)`), 'a hundred days on, the popup says so');
  await later.close();
});

test('those who clicked already find steps and offices, in their language', async () => {
  for (const [language, expected] of [['ja', /フィッシング対策協議会/], ['en', /IdentityTheft/]]) {
    await browser.inWorker(`chrome.storage.local.set({ language: '${language}' })`);
    const page = await own('help/help.html');
    await until(async () => expected.test(await text(page)), `an office in ${language}`);
    assert.equal(await page.run(`[...document.querySelectorAll('a')].every((link) => link.protocol === 'https:')`), true);
    await page.screenshot(`help-${language}.png`);
    await page.close();
  }
});

test('setting up: the program, the access, and a verdict of the running host, drawn as in a mail', async () => {
  const page = await own('onboarding/onboarding.html');
  const sample = await page.surface('honmono-banner');
  assert.equal(sample.level, 'danger');
  assert.match(sample.text, /account-help\.example/);
  assert.ok(browser.host.checks().some(({ sender }) => sender?.address === 'notice@account-help.example'), 'the host was asked');
  assert.ok(sample.actions.includes('open-official'));
  await page.close();
});

test('setting up without the program: the step fails, says what to run, and sees by itself when it is there', async () => {
  const other = await startChromium({ missing: true });
  try {
    const page = await other.newPage(`chrome-extension://${other.id}/onboarding/onboarding.html`);
    await until(async () => /install\.sh/.test(await text(page)), 'the command');
    assert.match(await text(page), /not installed/);
    assert.equal((await page.surfaces('honmono-banner')).length, 0, 'no sample without the host');
    await page.screenshot('onboarding-missing.png');
    other.host.restore();
    await page.surface('honmono-banner', (each) => each.level === 'danger');
  } finally {
    await other.close();
  }
});

test('onboarding says what is covered and what is not', async () => {
  const page = await own('onboarding/onboarding.html');
  await until(async () => /phone/i.test(await text(page)), 'phones are not covered');
  await page.screenshot('onboarding.png');
  await page.close();
});
