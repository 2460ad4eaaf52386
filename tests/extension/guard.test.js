// The guard: every way of opening a link, before and after the verdict, and that all is put back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message, openPage, patient, thread, until, checked, englishLabels, verdict } from './page.js';

const HREF = 'https://evil.example/';
const FILES = ['content/plain.js', 'content/guard.js'];
const BODY = `<div class="a3s"><a href="${HREF}" data-saferedirecturl="https://www.google.com/url?q=x" title="https://metamask.io/">x</a><form action="https://form.example/"><button id="go">Send</button></form></div><a id="out" href="#other">outside</a>`;

function guarded(decision) {
  const page = openPage(BODY, { only: FILES });
  const link = page.document.querySelector('.a3s a');
  const asked = [];
  const reached = [];
  page.honmono.guard.decide = () => (typeof decision === 'function' ? decision() : decision);
  page.honmono.guard.ask = (element, gesture) => asked.push({ element, gesture });
  for (const type of ['click', 'auxclick', 'keydown', 'dragstart', 'contextmenu', 'submit']) {
    page.document.addEventListener(type, (event) => {
      reached.push(event);
      event.preventDefault();
    });
  }
  const fire = (type, init = {}, target = link) => {
    const Type = type === 'keydown' ? page.window.KeyboardEvent : page.window.MouseEvent;
    const event = new Type(type, { bubbles: true, cancelable: true, composed: true, ...init });
    target.dispatchEvent(event);
    return event;
  };
  return { page, link, asked, reached, fire };
}

const WAYS = [['click', {}], ['click', { ctrlKey: true }], ['click', { metaKey: true }], ['click', { shiftKey: true }], ['auxclick', { button: 1 }], ['keydown', { key: 'Enter' }], ['dragstart', {}], ['contextmenu', { button: 2 }]];

test('every way of opening a guarded link opens the card instead, and never reaches the page', () => {
  for (const [type, init] of WAYS) {
    const { asked, reached, fire, page } = guarded('ask');
    const event = fire(type, init);
    assert.equal(event.defaultPrevented, true, type);
    assert.equal(asked.length, 1, type);
    assert.equal(reached.length, 0, type);
    assert.equal(asked[0].gesture.ctrlKey, Boolean(init.ctrlKey));
    page.close();
  }
});

test('a form of a guarded mail asks as well', () => {
  const { asked, page } = guarded('ask');
  page.document.querySelector('form').requestSubmit();
  assert.equal(asked[0].element.localName, 'form');
});

test('what may open passes untouched, and so do other keys and buttons', () => {
  const { asked, reached, fire } = guarded('open');
  for (const [type, init] of WAYS) fire(type, init);
  assert.equal(reached.length, WAYS.length);
  const other = guarded('ask');
  other.fire('keydown', { key: 'a' });
  other.fire('auxclick', { button: 2 });
  assert.equal(other.reached.length, 2);
  assert.equal(asked.length + other.asked.length, 0);
});

test('before the document_idle scripts are there, a link of a mail waits and any other opens', () => {
  const page = openPage(BODY, { only: FILES });
  assert.equal(page.honmono.guard.decide(page.document.querySelector('.a3s a')), 'wait');
  assert.equal(page.honmono.guard.decide(page.document.querySelector('#out')), 'open');
});

test('without a verdict an action is held for 300 ms at most, then repeated as it was, once, and marked', () => {
  const { page, reached, fire } = guarded('wait');
  const marked = [];
  page.honmono.guard.unchecked = (element) => marked.push(element);
  const timers = [];
  page.window.setTimeout = (run, ms) => timers.push({ run, ms });
  fire('click', { ctrlKey: true });
  fire('click', { ctrlKey: true });
  assert.deepEqual(timers.map(({ ms }) => ms), [300]);
  assert.equal(reached.length, 0);
  timers[0].run();
  assert.equal(reached.length, 1);
  assert.equal(reached[0].ctrlKey, true);
  assert.equal(marked.length, 1);
});

test('a verdict ends the wait at once, either way', () => {
  for (const then of ['open', 'ask']) {
    let now = 'wait';
    const { page, reached, asked, fire } = guarded(() => now);
    fire('auxclick', { button: 1 });
    now = then;
    page.honmono.guard.settle();
    assert.equal(reached.length, then === 'open' ? 1 : 0);
    assert.equal(asked.length, then === 'ask' ? 1 : 0);
    if (then === 'open') assert.deepEqual([reached[0].type, reached[0].button], ['auxclick', 1]);
    page.close();
  }
});

test('a protected link has nothing to open in it, and gets back exactly what it had', () => {
  const { page, link } = guarded('ask');
  const before = link.outerHTML;
  page.honmono.guard.protect(link);
  for (const name of ['href', 'data-saferedirecturl', 'title']) assert.equal(link.hasAttribute(name), false, name);
  assert.deepEqual([link.getAttribute('role'), link.getAttribute('tabindex')], ['link', '0']);
  assert.equal(page.honmono.guard.url(link), HREF);
  page.honmono.guard.restore(link);
  const order = (html) => html.match(/[a-z-]+="[^"]*"/g).sort().join();
  assert.equal(order(link.outerHTML), order(before));
});

test('an address that the page sets anew is taken again, and a newer one is not overwritten', () => {
  const { page, link } = guarded('ask');
  page.honmono.guard.protect(link);
  link.setAttribute('href', 'https://new.example/');
  page.honmono.guard.protect(link);
  assert.equal(link.hasAttribute('href'), false);
  assert.equal(page.honmono.guard.url(link), 'https://new.example/');
  link.setAttribute('href', 'https://newer.example/');
  page.honmono.guard.restore(link);
  assert.equal(link.getAttribute('href'), 'https://newer.example/');
});

test('follow restores the link and runs its own click with the first action\'s modifiers', () => {
  const { page, link, reached } = guarded('ask');
  page.honmono.guard.protect(link);
  let seen = '';
  link.addEventListener('click', () => { seen = link.getAttribute('href'); });
  page.honmono.guard.follow(link, { type: 'click', button: 0, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, keyboard: false });
  assert.equal(seen, HREF);
  assert.equal(reached.length, 1);
  assert.equal(reached[0].ctrlKey, true);
  assert.equal(link.getAttribute('data-saferedirecturl'), 'https://www.google.com/url?q=x');
});

test('an orphan swallows nothing: the link is whole again before the browser looks at it', () => {
  const { page, link, reached, fire } = guarded('ask');
  page.honmono.guard.protect(link);
  page.window.chrome.runtime.id = undefined;
  const event = fire('click');
  assert.equal(link.getAttribute('href'), HREF);
  assert.equal(reached.length, 1);
  assert.equal(event.defaultPrevented, true, 'by the page only');
  assert.equal(Object.keys(page.window.honmono).length, 0);
  fire('click');
  assert.equal(reached.length, 2);
});

test('whole page: the card asks, "do not open" leaves the guard, "open anyway" follows the link\'s own click', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  const link = page.document.querySelector('.a3s a');
  let opened = 0;
  link.addEventListener('click', (event) => { event.preventDefault(); opened += link.getAttribute('href') === HREF ? 1 : 100; });
  await until(() => page.all('honmono-banner').length);
  assert.equal(link.hasAttribute('href'), false);
  link.click();
  assert.equal(opened, 0);
  const [card] = page.all('honmono-card');
  assert.equal(card.dataset.state, 'card');
  page.press(card, 'close');
  assert.equal(page.all('honmono-card').length, 0);
  link.click();
  assert.equal(opened, 0);
  page.press(page.all('honmono-card')[0], 'follow');
  assert.equal(opened, 1);
  assert.deepEqual(page.problems, []);
  page.close();
});

test('whole page: Escape closes the card that asks and the focus is on the link', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  const link = page.document.querySelector('.a3s a');
  await until(() => page.all('honmono-banner').length);
  link.dispatchEvent(new page.window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, composed: true }));
  assert.equal(page.all('honmono-card').length, 1);
  page.document.body.dispatchEvent(new page.window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  assert.equal(page.all('honmono-card').length, 0);
  assert.equal(page.document.activeElement, link);
  page.close();
});

test('whole page: a link added after the check is checked again before a click counts', async () => {
  let checks = 0;
  const page = openPage(thread(message()), { before: patient, answers: { check: ({ request }) => { checks++; return { state: 'checked', verdict: verdict({ links: request.links.map((_, index) => ({ index, level: 'danger', guard: true })) }) }; } } });
  await until(() => page.all('honmono-banner').length);
  const late = page.document.createElement('a');
  late.href = 'https://late.example/';
  page.document.querySelector('.a3s').append(late);
  let opened = 0;
  late.addEventListener('click', (event) => { event.preventDefault(); opened++; });
  late.click();
  await until(() => page.all('honmono-card').length);
  assert.equal(opened, 0);
  assert.equal(checks, 2);
  page.close();
});

const LINK = '<a href="https://x.example/">x</a>';
/** A click on the last link of a mail that holds `body`. */
async function clickLast(body, check, { settled = true, settings = {} } = {}) {
  const page = openPage(thread(message({ body })), { before: patient, answers: { check, ...settings } });
  await until(() => page.honmono.main.states().some(({ state }) => state === (settled ? 'checked' : 'pending')));
  const link = [...page.document.querySelectorAll('.a3s a')].at(-1);
  let opened = 0;
  link.addEventListener('click', (event) => { event.preventDefault(); opened++; });
  link.click();
  return { page, link, opened: () => opened };
}
const ofFirst = (level) => () => checked({ level, links: [{ index: 0, level, guard: level === 'danger' }] });
const UNJUDGED = {
  'one that stands behind the last that is sent': LINK.repeat(2001),
  'one behind too long addresses': `${`<a href="data:,${'x'.repeat(9000)}">x</a>`.repeat(60)}${LINK}`,
  'one that the host has not come to': LINK.repeat(2),
};
for (const [what, body] of Object.entries(UNJUDGED)) {
  test(`whole page: a link of a danger that was not judged asks: ${what}`, async () => {
    const { page, link, opened } = await clickLast(body, ofFirst('danger'));
    assert.equal(opened(), 0);
    const [card] = page.all('honmono-card');
    assert.deepEqual([card.dataset.level, card.hasAttribute('data-asking')], ['danger', true]);
    assert.match(page.text(card), /x\.example.*was not judged, and the email shows clear signs of deception/s);
    page.press(card, 'follow');
    assert.equal(opened(), 1);
    link.click();
    assert.equal(opened(), 2, 'whoever has opened it may do so again');
  });
}

test('whole page: such a link waits for the verdict, and opens where that is no danger or the guard is off', async () => {
  const [, body] = Object.entries(UNJUDGED)[0];
  /** @type {(answer: any) => void} */
  let answer = () => {};
  const waiting = await clickLast(body, () => new Promise((done) => { answer = done; }), { settled: false });
  assert.equal(waiting.opened(), 0);
  answer(ofFirst('danger')());
  await until(() => waiting.page.all('honmono-card').length);
  assert.equal(waiting.opened(), 0);
  for (const level of ['warning', 'none']) assert.equal((await clickLast(body, ofFirst(level))).opened(), 1, level);
  const start = { labels: englishLabels(), language: 'en', guard: false, marks: true };
  assert.equal((await clickLast(body, ofFirst('danger'), { settings: { start } })).opened(), 1, 'off');
});

test('whole page: with the host missing the guard is off', async () => {
  const page = openPage(thread(message()), { answers: { check: { state: 'unchecked', reason: 'absent' } } });
  const link = page.document.querySelector('.a3s a');
  let opened = 0;
  link.addEventListener('click', (event) => { event.preventDefault(); opened++; });
  await until(() => page.all('honmono-strip').length);
  link.click();
  assert.equal(opened, 1);
  assert.match(page.text(page.all('honmono-strip')[0]), /Not checked.*help@evil\.example.*install/s);
  page.close();
});
