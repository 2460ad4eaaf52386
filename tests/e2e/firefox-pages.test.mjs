// The extension's own pages in Firefox, and what a mail can hold besides links: axe on every page, options that are stored
// and heard of in the mail, the export as a file, a paste into the popup, forms, areas and touch.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startFirefox } from './lib/firefox.mjs';
import { linkHosts, mailOf } from './lib/mails.mjs';

const OUT = new URL('../out/', import.meta.url).pathname;
const AXE = fs.readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OPENING_MS = 500;
let firefox;
let mail;
before(async () => {
  fs.mkdirSync(OUT, { recursive: true });
  firefox = await startFirefox();
  mail = await firefox.openMail('many-ways');
  await mail.waitForSelector('honmono-banner[data-level=danger]');
});
after(() => firefox?.close());

const text = (page) => page.run('document.body.innerText');
const opened = async () => [await firefox.elsewhere(), firefox.server.askedOf(linkHosts(mailOf('many-ways')))];

for (const name of ['popup/popup.html', 'options/options.html', 'onboarding/onboarding.html', 'help/help.html']) {
  test(`${name}: up, and nothing for axe to say`, async () => {
    const page = await firefox.openOwn(name);
    await until(async () => (await text(page)).length > 100, 'it has its words');
    await sleep(300);
    await page.send('script.evaluate', { expression: `${AXE}; void 0`, target: { context: page.context }, awaitPromise: false });
    const report = await page.run(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations', 'passes'] })
      .then(({ passes, violations }) => ({ passes: passes.length, violations: violations.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.target.flat().join(' '))) }))`);
    assert.ok(report.passes > 8, `${report.passes} rules`);
    assert.deepEqual(report.violations, []);
    await page.screenshot(`${OUT}firefox-${path.basename(name, '.html')}.png`);
    await page.close();
  });
}

test('setting up: the program answers, and draws a verdict of the running host', async () => {
  const page = await firefox.openOwn('onboarding/onboarding.html');
  await until(() => page.run(`document.querySelector('#sample honmono-banner')?.dataset.level === 'danger'`), 'the sample');
  assert.deepEqual(await page.run(`[...document.querySelectorAll('.step')].map((step) => step.dataset.state)`), ['done', 'done', 'done']);
  assert.ok(firefox.host.checks().some(({ sender }) => sender?.address === 'notice@account-help.example'));
  await page.close();
});

test('the popup judges what is pasted', async () => {
  const popup = await firefox.openOwn('popup/popup.html');
  await until(() => popup.run(`/1\\.0/.test(document.getElementById('host').textContent)`), 'the program is there');
  await popup.run(`(() => { document.getElementById('subject').value = 'https://rnetamask.io/restore'; document.getElementById('check').requestSubmit(); })()`);
  await until(() => popup.run(`/metamask\\.io/.test(document.getElementById('answer').innerText)`), 'the answer');
  assert.deepEqual(firefox.server.askedOf(['rnetamask.io']), []);
  await popup.close();
});

test('an option that is changed is heard of in the open mail, and the export is a file', async () => {
  const options = await firefox.openOwn('options/options.html');
  await until(() => options.run(`document.querySelector('#trusted li') !== null`), 'the options are up');
  await options.run(`document.getElementById('entry').focus()`);
  await options.type('friend@own.example\uE007');
  await until(() => options.run(`document.getElementById('trusted').textContent.includes('friend@own.example')`), 'an address that was typed');
  await options.run(`(() => { const list = document.getElementById('language'); list.value = 'ja'; list.dispatchEvent(new Event('change', { bubbles: true })); })()`);
  await until(() => mail.evaluate(`/^Honmono：[一-龠]/.test(document.querySelector('[role=main] .a3s [aria-description]')?.getAttribute('aria-description'))`), 'the mail speaks Japanese');
  await options.run(`document.getElementById('export').click()`);
  const file = path.join(firefox.home, 'honmono.json');
  const exported = await until(() => JSON.parse(fs.readFileSync(file, 'utf8')), 'the whole file');
  assert.deepEqual(exported, { honmono: 1, trusted: ['friend@own.example'], unused_services: [], brands: [] });
  await options.run(`browser.storage.local.set({ language: 'en' })`);
  await until(() => mail.evaluate(`/^Honmono: [A-Z]/.test(document.querySelector('[role=main] .a3s [aria-description]')?.getAttribute('aria-description'))`), 'and English again');
  await options.close();
});

test('a form and its button open nothing by themselves', async () => {
  await mail.bringToFront();
  const submit = await mail.$('[role=main] .a3s form :is(button, input[type=submit])');
  assert.ok(submit, 'the mail has a form');
  await submit.click();
  await mail.waitForSelector('honmono-card[data-asking]');
  await sleep(OPENING_MS);
  assert.deepEqual(await opened(), [[], []]);
  await mail.keyboard.press('Escape');
  await mail.waitForFunction(`!document.querySelector('honmono-card')`);
});

test('touch: a long press shows the card, a tap asks, and nothing opens', async () => {
  const at = await mail.evaluate(`(() => { const link = document.querySelector('[role=main] .a3s a'); link.scrollIntoView({ block: 'center' }); const box = link.getClientRects()[0]; return { x: box.left + 10, y: box.top + box.height / 2 }; })()`);
  const touch = await mail.touchscreen.touchStart(at.x, at.y);
  await mail.waitForSelector('honmono-card[data-state=card]:not([data-asking])');
  await touch.end();
  await mail.keyboard.press('Escape');
  await mail.waitForFunction(`!document.querySelector('honmono-card')`);
  await mail.touchscreen.tap(at.x, at.y);
  await mail.waitForSelector('honmono-card[data-asking]');
  await sleep(OPENING_MS);
  assert.deepEqual(await opened(), [[], []]);
});
