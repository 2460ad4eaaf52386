// Every surface under axe-core, in both themes; what assistive technology is told; forced colours, reduced motion, text
// from right to left, 200 % zoom.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { axe, inExtensionWorld } from './lib/axe.mjs';
import { startChromium } from './lib/chromium.mjs';

const OUT = new URL('../out/', import.meta.url).pathname;
const WIDTH = 1280;
let browser;
before(async () => {
  fs.mkdirSync(OUT, { recursive: true });
  browser = await startChromium();
});
after(() => browser?.close());

async function clean(page, surface) {
  const { passes, violations } = await axe(page, surface);
  assert.ok(passes > 3, `axe looked at ${passes} things only`);
  assert.deepEqual(violations, []);
}

/** The card has come as a whole: its colours are its own. */
const still = (page) => until(() => inExtensionWorld(page, `document.querySelector('honmono-card').shadowRoot.querySelector('.surface').getAnimations().length === 0`), 'nothing moves');

for (const theme of ['light', 'dark']) {
  test(`banner, its panels, cards and marks, ${theme}`, async () => {
    const page = await browser.openMail('metamask-verify', theme === 'dark' ? '?dark' : '');
    await page.surface('honmono-banner');
    await clean(page, 'honmono-banner');
    await clean(page, 'honmono-mark');
    for (const panel of ['report', 'details']) {
      await (await page.surface('honmono-banner')).press(panel);
      await page.surface('honmono-banner', (each) => each.state === panel);
      await clean(page, 'honmono-banner');
    }
    await (await page.surface('honmono-banner')).press('trust');
    await clean(page, 'honmono-banner');
    await (await page.surface('honmono-banner')).press('dismiss');
    await clean(page, 'honmono-banner');
    await page.move(await page.linkPoint(0));
    await page.surface('honmono-card', (each) => each.state === 'card');
    await still(page);
    await clean(page, 'honmono-card');
    await page.click(await page.linkPoint(0));
    await page.surface('honmono-card', (each) => each.actions.includes('follow'));
    await still(page);
    await clean(page, 'honmono-card');
    await page.close();
  });

  test(`the extension's own pages, ${theme}`, async () => {
    for (const path of ['popup/popup.html', 'options/options.html', 'onboarding/onboarding.html', 'help/help.html']) {
      const page = await browser.newPage(`chrome-extension://${browser.id}/${path}`);
      await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
      await until(() => page.run(`(document.body?.innerText.length ?? 0) > 100`), `${path} is up`);
      await sleep(300);
      await clean(page);
      await page.screenshot(`${path.split('/')[0]}-en-${theme}.png`);
      await page.close();
    }
  });
}

test('"not checked" is clean too', async () => {
  // What is no verdict is not asked for again, which would draw the strip anew under the eyes of axe.
  browser.host.fault('{"level":"fine"}');
  const page = await browser.openMail('support-ticket');
  await page.surface('honmono-strip', (each) => each.state === 'unchecked');
  await clean(page, 'honmono-strip');
  browser.host.fault('');
  await page.close();
});

test('assistive technology hears the banner once, as an alert, and of the link at the link', async () => {
  const page = await browser.openMail('xserver-xsever');
  await page.surface('honmono-banner');
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const alerts = nodes.filter((node) => !node.ignored && node.role?.value === 'alert');
  assert.equal(alerts.length, 1);
  assert.match(alerts[0].name.value, /^Honmono: Danger, /);
  const lines = [];
  const tell = (node, depth) => {
    const shown = !node.ignored && node.role?.value !== 'InlineTextBox';
    if (shown) lines.push(`${'  '.repeat(depth)}${node.role.value}${node.name?.value ? ` "${node.name.value.replace(/[\u2066-\u2069]/g, '')}"` : ''}`);
    for (const child of node.childIds ?? []) if (byId.has(child)) tell(byId.get(child), depth + (shown ? 1 : 0));
  };
  tell(alerts[0], 0);
  fs.writeFileSync(`${OUT}accessibility-banner.txt`, `${lines.join('\n')}\n`);
  const dump = lines.join('\n');
  for (const part of [/StaticText "Danger"/, /link "Open the official site"/, /button "Report"/, /button "Details"/, /button "Dismiss"/]) assert.match(dump, part);
  const described = nodes.filter((node) => node.role?.value === 'link' && /^Honmono: /.test(node.description?.value ?? ''));
  assert.ok(described.length >= 1, 'a link with a description');
  await page.close();
});

test('a thread of several warned messages is announced once', async () => {
  const page = await browser.openMail('thread-two-warnings');
  await until(async () => (await page.surfaces('honmono-banner')).length === 2, 'both banners');
  await clean(page, 'honmono-banner');
  const heights = await Promise.all((await page.surfaces('honmono-banner')).map(async (each) => (await each.box()).height));
  assert.ok(heights[1] < 40, `the second is one line: ${heights}`);
  await page.screenshot('thread.png');
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  assert.equal(nodes.filter((node) => !node.ignored && node.role?.value === 'alert').length, 1);
  await page.close();
});

test('forced colours keep borders, icons and the level word; reduced motion keeps still', async () => {
  const page = await browser.openMail('xserver-held-mail');
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-reduced-motion', value: 'reduce' }] });
  await page.surface('honmono-banner');
  const look = await inExtensionWorld(page, `(() => {
    const root = document.querySelector('honmono-banner').shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    return { border: style('.bar').borderTopStyle, width: style('.bar').borderTopWidth, icon: style('.icon').color, ground: style('.bar').backgroundColor, first: style('.button').borderTopStyle };
  })()`);
  assert.equal(look.border, 'solid');
  assert.equal(look.width, '1px');
  assert.equal(look.first, 'solid');
  assert.notEqual(look.icon, look.ground);
  await page.move(await page.linkPoint(0));
  await page.surface('honmono-card', (each) => each.state === 'card');
  assert.equal(await inExtensionWorld(page, `document.querySelector('honmono-card').shadowRoot.querySelector('.surface').getAnimations().length`), 0);
  await page.screenshot('forced-colours.png');
  await page.close();
});

test('a mail from right to left: banner and mark stand where they belong', async () => {
  const page = await browser.openMail('right-to-left');
  const banner = await page.surface('honmono-banner');
  const box = await banner.box();
  assert.ok(box.left >= 0 && box.right <= WIDTH, JSON.stringify(box));
  const [mark] = (await page.surfaces('honmono-mark')).filter((each) => each.state === 'link');
  const sign = await mark.box();
  const link = await page.run(`(() => { const box = [...document.querySelectorAll('[role=main] .a3s a')].at(-1).getBoundingClientRect(); return { left: box.left, top: box.top, bottom: box.bottom }; })()`);
  assert.ok(sign.right <= link.left + 2 && sign.right > link.left - 24, `mark ${JSON.stringify(sign)} at the end of the link, which is its left: ${link.left}`);
  assert.ok(sign.top >= link.top - 8 && sign.bottom <= link.bottom + 2, 'on its line');
  await page.screenshot('right-to-left.png');
  await page.close();
});

test('at 200 % zoom everything can be read and reached', async () => {
  const page = await browser.openMail('metamask-verify');
  await page.surface('honmono-banner');
  await page.send('Emulation.setDeviceMetricsOverride', { width: WIDTH / 2, height: 450, deviceScaleFactor: 2, mobile: false });
  await until(() => page.run(`innerWidth === ${WIDTH / 2}`), 'the window is small');
  const banner = await page.surface('honmono-banner');
  for (const action of ['open-official', 'report', 'details', 'dismiss']) {
    const box = await page.boxOf(banner.button(action));
    assert.ok(box.width >= 24 && box.height >= 24, `${action} is ${box.width} × ${box.height}`);
    assert.ok(box.left >= 0 && box.right <= WIDTH / 2, `${action} ends at ${box.right}`);
  }
  await page.click(await page.linkPoint(0));
  const card = await page.surface('honmono-card', (each) => each.actions.includes('follow'));
  for (const action of ['close', 'follow']) {
    const box = await page.boxOf(card.button(action));
    assert.ok(box.right <= WIDTH / 2 && box.bottom <= 450 && box.top >= 0, `${action}: ${JSON.stringify(box)}`);
  }
  await page.screenshot('zoom-200.png');
  await page.close();
  for (const path of ['options/options.html', 'onboarding/onboarding.html', 'help/help.html']) {
    const own = await browser.newPage(`chrome-extension://${browser.id}/${path}`);
    await own.send('Emulation.setDeviceMetricsOverride', { width: 320, height: 450, deviceScaleFactor: 2, mobile: false });
    await until(() => own.run('innerWidth === 320 && document.body.innerText.length > 100'), `${path} is up`);
    assert.ok(await own.run('document.documentElement.scrollWidth <= innerWidth'), `${path} scrolls sideways`);
    await own.close();
  }
});
