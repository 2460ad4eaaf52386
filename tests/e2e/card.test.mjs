// The card at a link: on hover and on keyboard focus, beside the link and not over it, gone with Escape.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { mailOf } from './lib/mails.mjs';

/** A place in the page's own header, far from any link of a mail. */
const AWAY = { x: 1000, y: 30 };

let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail();
});
after(() => browser?.close());

const shown = (fits = () => true) => page.surface('honmono-card', (each) => each.text !== '' && fits(each));
const gone = () => until(async () => (await Promise.all((await page.surfaces('honmono-card')).map((card) => card.box()))).every((box) => box === null), 'no card');
const overlap = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

async function open(id) {
  await page.show(id);
  await page.surface('honmono-banner', (each) => each.text.includes(mailOf(id).messages.at(-1).from.address.split('@')[1]));
}

test('hover over a flagged link shows where it really leads, beside the link', async () => {
  await open('metamask-verify');
  const point = await page.linkPoint(0);
  await page.move(point);
  const card = await shown();
  assert.equal(card.level, 'danger');
  assert.match(card.text, /xn--metamsk-6fg\.io/, 'the true name in ASCII');
  assert.match(card.text, /metamask\.io/, 'what it looks like');
  const box = await card.box();
  assert.equal(overlap(box, point), 0, `card ${JSON.stringify(box)} over link ${JSON.stringify(point)}`);
  const [width, height] = await page.run('[innerWidth, innerHeight]');
  assert.ok(box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height, 'inside the window');
});

test('the pointer can go onto the card, and the card stays', async () => {
  const box = await (await shown()).box();
  const point = await page.linkPoint(0);
  const target = { x: Math.min(Math.max(point.x, box.left + 10), box.right - 10), y: (box.top + box.bottom) / 2 };
  // On its way without a stop: a pointer that rests between the two has left.
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((step) => page.move({ x: point.x + ((target.x - point.x) * step) / 8, y: point.y + ((target.y - point.y) * step) / 8 })));
  await sleep(700);
  assert.ok(await (await shown()).box());
});

test('Escape closes the card and leaves the page alone', async () => {
  await page.key('Escape');
  await gone();
  await page.move(AWAY);
});

test('leaving the link closes the card', async () => {
  await page.move(await page.linkPoint(0));
  await shown();
  await page.move(AWAY);
  await gone();
});

test('keyboard focus shows the card too, and Escape keeps the focus on the link', async () => {
  await page.tabToLink(1);
  const card = await shown((each) => each.text.includes('wallet-assist.example'));
  assert.equal(card.level, 'danger');
  await page.key('Escape');
  await gone();
  assert.equal(await page.run(`document.activeElement === document.querySelector('[role=main] .a3s').querySelectorAll('a')[1]`), true);
});

test('the card that asks shows both of its answers, however much there is to say', async () => {
  await page.click(await page.linkPoint(0));
  const card = await page.surface('honmono-card', (each) => each.actions.includes('follow'));
  const height = await page.run('innerHeight');
  const [box, ...answers] = await Promise.all([card.box(), ...['close', 'open-official', 'follow'].map((action) => page.boxOf(card.button(action)))]);
  for (const answer of answers) assert.ok(answer.bottom <= Math.min(box.bottom, height), `an answer ends at ${answer.bottom}, the card at ${box.bottom}, the window at ${height}`);
  await card.press('close');
  await gone();
});

test('the card that asks leads to the official site instead', async () => {
  const since = Date.now();
  await page.click(await page.linkPoint(0));
  await (await page.surface('honmono-card', (each) => each.actions.includes('follow'))).press('open-official');
  await until(() => browser.openedSince(since).length > 0, 'a tab opens');
  assert.deepEqual([...new Set(browser.openedSince(since))], ['https://metamask.io/']);
  await page.send('Page.bringToFront');
  await gone();
});

test('a flagged link says so to assistive technology', async () => {
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  const link = nodes.find((node) => node.role?.value === 'link' && node.name?.value.includes('metamask.io/verify'));
  assert.ok(link?.description?.value.length > 10, `description: ${link?.description?.value}`);
});

test('a harmless link gets one line with its domain, after a moment, and no verdict', async () => {
  await page.move(AWAY);
  const mail = mailOf('newsletter-tracked');
  await page.show(mail.id);
  await browser.judged(mail);
  await page.move(await page.linkPoint(1));
  const chip = await shown((each) => each.text.includes('kumo-dayori.example'));
  assert.ok(chip.level === 'none' || chip.level === 'notice', chip.level);
  assert.ok((await chip.box()).height < 60, 'one line');
  assert.doesNotMatch(chip.text, /\bOK\b|safe|安全|本物|✓|✔/i);
  await page.move(AWAY);
  await gone();
  const { now, written } = await page.bodies();
  assert.equal(now, written, 'hovering has left nothing in the mail');
});
