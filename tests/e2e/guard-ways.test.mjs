// The ways of opening that are no click on a link: forms, buttons with an address of their own, areas of images, drags,
// menus, touch. A guarded one asks first; the deliberate action then does what the mail's own element would have done.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { linkHosts, mailOf } from './lib/mails.mjs';

const OPENING_MS = 300;
const PRESS_MS = 800;
const DOMAIN = 'nyuryoku-form.example';
let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail('many-ways');
  await page.surface('honmono-banner', (each) => each.text.includes(DOMAIN));
});
after(() => browser?.close());

/** The middle of an element of the opened mail. */
const pointOf = (selector) => page.run(`(() => {
  const element = [...document.querySelectorAll('[role=main] .a3s')].filter((each) => each.checkVisibility()).at(-1).querySelector('${selector}');
  element.scrollIntoView({ block: 'center' });
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
})()`);
const asking = () => page.surface('honmono-card', (each) => each.actions.includes('follow')).catch(async (error) => { await page.screenshot('guard-ways-failed.png'); throw new Error(`${error.message} at ${await page.run('location.href')}`); });
async function dismissed() {
  await page.key('Escape');
  await until(async () => !(await page.surfaces('honmono-card')).some((each) => each.actions.includes('follow')), 'the card is gone');
}
const asked = () => browser.server.log.filter((entry) => entry.host?.endsWith(DOMAIN) && entry.path);

const WAYS = {
  'the button of a form': async () => page.click(await pointOf('form button')),
  'Enter in a field of a form': async () => { await page.run(`[...document.querySelectorAll('[role=main] .a3s input')].at(-1).focus()`); await page.key('Enter'); },
  'a button with an address of its own': async () => page.click(await pointOf('[formaction]')),
  'an area of an image': async () => page.click(await pointOf('img')),
  'an area, with the middle button': async () => page.click(await pointOf('img'), 'middle'),
  'the context menu of a link': async () => page.click(await pointOf('a'), 'right'),
};
for (const [name, act] of Object.entries(WAYS)) {
  test(`${name}: asks, and nothing is opened`, async () => {
    const since = Date.now();
    await act();
    const card = await asking();
    assert.match(card.text, new RegExp(DOMAIN.replace('.', '\\.')));
    await sleep(OPENING_MS);
    assert.deepEqual(browser.openedSince(since), []);
    await dismissed();
    assert.deepEqual(asked(), []);
  });
}

test('following a form on purpose sends it where the mail says', async () => {
  await page.click(await pointOf('form button'));
  await (await asking()).press('follow');
  await until(() => asked().some(({ host, method, path }) => host === `take.${DOMAIN}` && method === 'POST' && path === '/login'), 'the form is sent');
  await page.send('Page.bringToFront');
});

test('following an area on purpose opens it', async () => {
  await page.click(await pointOf('img'));
  const since = Date.now();
  await (await asking()).press('follow');
  await until(() => browser.openedSince(since).some((url) => url.startsWith(`https://map.${DOMAIN}`)), 'a tab with the area\'s address');
  await page.send('Page.bringToFront');
});

test('touch: a tap asks, a long press shows the card without opening', async () => {
  const mail = mailOf('xserver-held-mail');
  await page.show(mail.id);
  await page.surface('honmono-banner', (each) => each.text.includes('kanri-center.example'));
  await page.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const since = Date.now();
  const at = await page.linkPoint(0);
  const touch = (type, points) => page.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x: at.x, y: at.y }]);
  await sleep(PRESS_MS);
  const card = await page.surface('honmono-card', (each) => each.text.includes('kanri-center.example'));
  assert.equal(card.state, 'card');
  await touch('touchEnd', []);
  await page.key('Escape');
  await until(async () => (await page.surfaces('honmono-card')).length === 0, 'closed');
  await touch('touchStart', [{ x: at.x, y: at.y }]);
  await touch('touchEnd', []);
  await asking();
  await sleep(OPENING_MS);
  assert.deepEqual(browser.openedSince(since), []);
  assert.deepEqual(browser.server.askedOf(linkHosts(mail)), []);
  await page.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await dismissed();
});

/** @param {{x: number, y: number}} from @param {boolean} wanted whether a drag is to be waited for */
async function drag(from, wanted) {
  const dragged = [];
  const listener = (message) => message.method === 'Input.dragIntercepted' && message.sessionId === page.sessionId && dragged.push(message.params.data);
  browser.connection.listeners.add(listener);
  await page.send('Input.setInterceptDrags', { enabled: true });
  const event = { button: 'left', buttons: 1, clickCount: 1 };
  await page.move(from);
  await page.send('Input.dispatchMouseEvent', { type: 'mousePressed', x: from.x, y: from.y, ...event });
  for (let step = 1; step <= 6; step++) await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: from.x + step * 12, y: from.y + step * 6, ...event });
  if (wanted) await until(() => dragged.length > 0, 'a drag');
  else await sleep(200);
  await page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x: from.x + 72, y: from.y + 36, ...event });
  await page.send('Input.setInterceptDrags', { enabled: false });
  browser.connection.listeners.delete(listener);
  return JSON.stringify(dragged);
}

test('a guarded link cannot be dragged to another tab; an honest one can', async () => {
  await page.show('many-ways');
  await page.surface('honmono-banner', (each) => each.text.includes(DOMAIN));
  assert.doesNotMatch(await drag(await pointOf('a'), false), new RegExp(DOMAIN));
  await dismissed();
  await page.show('newsletter-tracked');
  await browser.judged(mailOf('newsletter-tracked'));
  assert.match(await drag(await pointOf('a'), true), /https?:/, 'the test sees a drag where there is one');
});
