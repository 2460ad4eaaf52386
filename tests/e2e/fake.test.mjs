// A mail that draws our banner and marks, hides real ones with styles, and lies over the page: it can neither pass for
// us, nor keep ours from being seen, nor read them, and its own links are checked all the same.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inExtensionWorld } from './lib/axe.mjs';
import { until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';

let browser;
let page;
let banner;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail();
  // Whatever stands in the page when it starts, it takes for what an earlier instance has left, and removes.
  await until(() => inExtensionWorld(page, 'Object.keys(globalThis.honmono?.labels ?? {}).length > 0').catch(() => false), 'it has started');
  await page.show('fake-marks');
  banner = await page.surface('honmono-banner', (each) => each.level === 'danger' && each.text.includes('kakunin-zumi.example'));
});
after(() => browser?.close());

test('the real banner stands outside the body, where it can be seen and pressed', async () => {
  const at = await page.run(`(() => { const real = document.querySelector('honmono-banner[data-level=danger]'); return { inBody: Boolean(real.closest('.a3s')), next: real.nextElementSibling.className }; })()`);
  assert.equal(at.inBody, false);
  assert.match(at.next, /\bii\b/);
  const style = await inExtensionWorld(page, `(() => { const style = getComputedStyle(document.querySelector('honmono-banner[data-level=danger]')); return [style.display, style.visibility, style.opacity]; })()`);
  assert.deepEqual(style, ['block', 'visible', '1'], 'the mail\'s styles do not reach it');
  await banner.press('details');
  await page.surface('honmono-banner', (each) => each.state === 'details');
  await page.screenshot('fake-marks.png');
  await banner.press('details');
});

test('neither the page nor the mail can look into it', async () => {
  assert.equal(await page.run(`document.querySelector('honmono-banner[data-level=danger]').shadowRoot`), null);
  const leaked = await page.run(`document.querySelector('honmono-banner[data-level=danger]').outerHTML`);
  assert.doesNotMatch(leaked, /kakunin|XSERVER/, 'nothing of what it says stands in the page');
});

test('the false one says nothing in our name: no root, no level word, no buttons of ours', async () => {
  const fakes = (await page.surfaces('honmono-banner')).filter((each) => each.level !== 'danger');
  for (const fake of fakes) assert.deepEqual(fake.actions, []);
});

test('links inside the false banner and beside the false mark are held', async () => {
  const links = await page.run(`[...document.querySelectorAll('[role=main] .a3s a')].filter((link) => link.closest('.a3s').checkVisibility()).map((link) => link.hasAttribute('href'))`);
  assert.deepEqual(links, [false, false]);
  for (const selector of ['.a3s honmono-banner a', '.a3s p a']) {
    const since = Date.now();
    // The mail's styles hide it from the pointer; the keyboard and scripts of the page still reach it.
    await page.run(`[...document.querySelectorAll('[role=main] ${selector}')].at(-1).click()`);
    await page.surface('honmono-card', (each) => each.actions.includes('follow'));
    assert.deepEqual(browser.openedSince(since), []);
    await page.key('Escape');
    await until(async () => (await page.surfaces('honmono-card')).length === 0, 'Escape closes it');
  }
});
