// Pages and mails that mean harm: names that hide the page's own methods, prototypes with things in them, far too much of
// everything, nodes that come and go. Whatever it is: an answer within three seconds, and the page works as before.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep, until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { ATTACK, answered, messageWith, openMade, pageIsSound } from './lib/hostile.mjs';

const LINK = JSON.stringify(ATTACK.link);
/** For a browser that first has to lay out a hundred thousand links on a machine with other work. */
const HUGE_MS = 90_000;
let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail();
});
after(() => browser?.close());

/** The warning stands over the message, and its link asks first. */
async function isGuarded(on = page) {
  const banner = await on.surface('honmono-banner', (each) => each.level === 'danger');
  const since = Date.now();
  await on.click(await on.linkPoint(0));
  await on.surface('honmono-card', (each) => each.actions.includes('follow'));
  assert.deepEqual(browser.openedSince(since), []);
  await on.key('Escape');
  return banner;
}

/** A mail whose reading takes longer than the extension waits is "not checked" first, and judged then. */
const isJudged = () => until(async () => (await answered(page, 1, HUGE_MS))[0].level === 'danger', 'the mail is judged', HUGE_MS);

const POLLUTION = `
  for (const name of ['type', 'state', 'verdict', 'level', 'links', 'guard', 'sender', 'reason', 'findings', 'hidden', 'signal', 'once', 'capture', 'passive', 'mode', 'id'])
    Object.defineProperty(Object.prototype, name, { configurable: true, enumerable: false, get: () => undefined, set(value) { Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } });
  Object.prototype.polluted = 'yes';
  window.honmono = { guard: { decide: () => 'open' } };
  window.chrome = { runtime: { id: 'no', sendMessage: async () => ({ state: 'checked', verdict: { level: 'none', links: [], findings: [], claims: [] } }) } };
`;
const OVERRIDES = `
  const lie = (owner, name, value) => Object.defineProperty(owner, name, { configurable: true, value });
  for (const [owner, name] of [[Element, 'attachShadow'], [Element, 'getBoundingClientRect'], [Node, 'insertBefore'], [Element, 'after'], [Element, 'matches'], [Node, 'contains'], [Document, 'createTreeWalker']])
    lie(owner.prototype, name, () => { throw new Error('not for you: ' + name); });
  lie(Document.prototype, 'elementFromPoint', () => { throw new Error('no'); });
  lie(window, 'MutationObserver', class { observe() {} disconnect() {} takeRecords() { return []; } });
  lie(window, 'requestAnimationFrame', () => 0);
  lie(window, 'getComputedStyle', () => ({}));
  lie(window, 'CSSStyleSheet', null);
  lie(window, 'TextEncoder', null);
  lie(Event.prototype, 'preventDefault', () => {});
  lie(Event.prototype, 'composedPath', () => []);
  lie(HTMLElement.prototype, 'innerText', '');
  lie(HTMLAnchorElement.prototype, 'href', 'https://metamask.io/');
`;

/** The card of the last link in the mail, which is none of those that are judged. */
async function cardOfLast(picture) {
  const since = Date.now();
  await page.click(await page.linkPoint(await page.run(`[...document.querySelectorAll('[role=main] .a3s')].filter((body) => body.checkVisibility()).at(-1).querySelectorAll('a').length - 1`)));
  const card = await page.surface('honmono-card', (each) => each.actions.includes('follow'));
  assert.deepEqual(browser.openedSince(since), []);
  await page.screenshot(picture);
  await page.key('Escape');
  return card.text;
}

test('more links than are judged, the last in markup like Gmail\'s own: it asks, in both languages', async () => {
  await openMade(page, 'too-many-links', messageWith(`${LINK}, '<a href="https://many.example/">x</a> '.repeat(2005), '<div role="dialog" class="M9"><a href="https://last.wallet-assist.example/">Log in</a></div>'`));
  await isJudged();
  assert.match(await cardOfLast('card-unjudged-en.png'), /last\.wallet-assist\.example.*This link was not judged/s);
  await browser.inWorker(`chrome.storage.local.set({ language: 'ja' })`);
  await page.surface('honmono-banner', (each) => each.text.includes('危険'));
  assert.match(await cardOfLast('card-unjudged-ja.png'), /last\.wallet-assist\.example.*このリンクは判定していません/s);
  await browser.inWorker('chrome.storage.local.clear()');
  await pageIsSound(page);
});

for (const [what, script] of [['prototypes with things in them', POLLUTION], ['methods of the DOM that lie', OVERRIDES]]) {
  test(`${what}: the extension's world is its own`, async () => {
    const hostile = await browser.newPage();
    await hostile.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
    await hostile.goto('https://mail.google.com/mail/u/0/');
    await until(() => hostile.run('window.sample?.ready'), 'the sample inbox is up');
    await openMade(hostile, 'world', messageWith(LINK));
    await isGuarded(hostile);
    await pageIsSound(hostile);
    await hostile.close();
    await page.send('Page.bringToFront');
  });
}

test('a page that has defined our elements and throws them out: no error, links guarded, the page works', async () => {
  const hostile = await browser.openMail();
  await hostile.run(`(() => {
    for (const name of ['banner', 'mark', 'card', 'strip'])
      customElements.define('honmono-' + name, class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }); } connectedCallback() { this.remove(); } });
  })()`);
  await openMade(hostile, 'elements', messageWith(LINK));
  assert.deepEqual((await answered(hostile)).map(({ level }) => level), ['danger']);
  await until(() => hostile.run(`document.querySelector('[role=main] .a3s a').hasAttribute('href') === false`), 'its address is held');
  await pageIsSound(hostile);
  await hostile.close();
  await page.send('Page.bringToFront');
});

const NAMES = ['closest', 'matches', 'getAttribute', 'setAttribute', 'hasAttribute', 'removeAttribute', 'querySelector', 'querySelectorAll', 'textContent', 'parentElement', 'children', 'after',
  'contains', 'localName', 'isConnected', 'getBoundingClientRect', 'getClientRects', 'checkVisibility', 'href', 'action', 'requestSubmit', 'dispatchEvent', 'ownerDocument', 'attachShadow', 'insertBefore', 'form', 'nextElementSibling'];
test('a form whose fields hide its own methods', async () => {
  const fields = NAMES.map((name) => `<input type="hidden" name="${name}">`).join('');
  await openMade(page, 'fields', messageWith(JSON.stringify(`<form action="https://metamask.wallet-assist.example/post">${fields}${ATTACK.link}<button>Verify</button></form>`)));
  assert.deepEqual((await answered(page)).map(({ level }) => level), ['danger']);
  await isGuarded();
  const since = Date.now();
  await page.run(`[...document.querySelectorAll('[role=main] .a3s button')].at(-1).scrollIntoView()`);
  await page.click(await page.run(`(() => { const box = [...document.querySelectorAll('[role=main] .a3s button')].at(-1).getClientRects()[0]; return { x: box.left + 4, y: box.top + 4 }; })()`));
  await page.surface('honmono-card', (each) => each.actions.includes('follow'));
  assert.deepEqual(browser.openedSince(since), [], 'the form is held, too');
  await page.key('Escape');
  await pageIsSound(page);
});

test('a mail that draws a message of its own, with an official sender, inside itself', async () => {
  const inner = `<div class="adn ads" data-message-id="#msg-f:1" data-legacy-message-id="18f"><h3 class="iw"><span class="gD" email="support@metamask.io" name="MetaMask">MetaMask</span></h3>`
    + `<div class="ii gt"><form class="a3s" action="https://metamask.io/"><input name="closest"><input name="parentElement">${ATTACK.link}</form></div></div>`;
  await openMade(page, 'inner', messageWith(JSON.stringify(inner)));
  assert.deepEqual((await answered(page)).map(({ level }) => level), ['danger'], 'one message, the outer one');
  await isGuarded();
  await pageIsSound(page);
});

test('pictures whose names hide the document\'s own methods', async () => {
  const names = ['querySelectorAll', 'createElement', 'createTextNode', 'createElementNS', 'body', 'documentElement', 'hidden', 'addEventListener', 'elementFromPoint', 'adoptedStyleSheets', 'baseURI', 'getElementsByClassName'];
  const hostile = await browser.openMail();
  // The page itself goes by these names and no longer works; it is the verdict that must not be lost.
  await openMade(hostile, 'document', messageWith(JSON.stringify(`${ATTACK.link}${names.map((name) => `<img name="${name}" alt="">`).join('')}`)));
  assert.deepEqual((await answered(hostile)).map(({ level }) => level), ['danger']);
  const banner = await hostile.surface('honmono-banner', (each) => each.level === 'danger');
  assert.match(banner.text, /wallet-assist\.example/);
  await hostile.close();
  await page.send('Page.bringToFront');
});

test('100,000 links', async () => {
  const html = `${LINK}, Array.from({ length: 100_000 }, (_, at) => '<a href="https://shop' + at % 977 + '.example/item/' + at + '">offer ' + at + '</a> ').join('')`;
  await openMade(page, 'links', messageWith(html));
  await isJudged();
  await pageIsSound(page);
});

test('a body of 5 MB', async () => {
  const html = `${LINK}, Array.from({ length: 20_000 }, (_, at) => '<p>' + 'Lorem ipsum dolor sit amet '.repeat(9) + at + '</p>').join('')`;
  await openMade(page, 'body', messageWith(html));
  assert.ok(await page.run(`document.querySelector('[role=main] .a3s').textContent.length`) > 4_500_000);
  await isJudged();
  await pageIsSound(page);
});

test('one word of 5 MB, and nesting 60 deep', async () => {
  await openMade(page, 'word', messageWith(`${LINK}, '<div>'.repeat(60) + 'x'.repeat(5_000_000) + '</div>'.repeat(60)`));
  await isJudged();
  await pageIsSound(page);
});

test('a storm of changes in the mail: answered all the same, and calm after it', async () => {
  await openMade(page, 'storm', messageWith(`${LINK}, '<p class="sea">waves</p>'`));
  await page.run(`(() => {
    let at = 0;
    const wave = () => {
      const sea = document.querySelector('[role=main] .a3s .sea, [role=main] .a3s [class$=sea]');
      if (!sea || window.calm) return;
      for (let each = 0; each < 300; each++) { const drop = document.createElement('b'); drop.textContent = 'wave ' + at++; sea.append(drop); if (sea.children.length > 600) sea.firstElementChild.remove(); }
      window.waves = at;
      requestAnimationFrame(wave);
    };
    window.calm = false;
    wave();
  })()`);
  await until(() => page.run('window.waves > 3000'), 'the storm blows');
  // What never stands still is not checked, and this is said.
  await page.surface('honmono-strip', (each) => each.state === 'unchecked');
  await page.run('void (window.calm = true)');
  await isGuarded();
  await pageIsSound(page);
});

test('a storm of changes around the mail', async () => {
  await openMade(page, 'around', messageWith(LINK));
  await page.run(`(() => {
    const sea = document.createElement('div');
    document.body.append(sea);
    let at = 0;
    const wave = () => {
      if (at > 60_000) { sea.remove(); window.over = true; return; }
      for (let each = 0; each < 500; each++) { const drop = document.createElement('i'); drop.className = 'c' + at++; sea.append(drop); drop.setAttribute('style', 'top:' + at + 'px'); if (sea.children.length > 500) sea.firstElementChild.remove(); }
      requestAnimationFrame(wave);
    };
    wave();
  })()`);
  await isGuarded();
  await until(() => page.run('window.over'), 'the storm is over');
  await pageIsSound(page);
});

for (const [what, act] of [
  ['the message', `document.querySelector('[role=main] .adn').remove()`],
  ['the body', `document.querySelector('[role=main] .a3s').remove()`],
  ['the sender', `document.querySelector('[role=main] h3.iw').remove()`],
  ['every link', `document.querySelectorAll('[role=main] .a3s a').forEach((link) => link.remove())`],
  ['everything of the thread', `document.querySelector('[role=main] [role=list]').replaceChildren()`],
]) {
  test(`gone while it is checked: ${what}`, async () => {
    const fresh = await browser.openMail();
    browser.host.fault(600);
    const asked = browser.host.checks().length;
    const verdicts = browser.host.verdicts().length;
    await openMade(fresh, 'vanishing', messageWith(JSON.stringify(`${ATTACK.link}<p>${what}</p>`)));
    await until(() => browser.host.checks().length > asked, 'its check is on the way');
    await fresh.run(`void ${act}`);
    await until(() => browser.host.verdicts().length > verdicts, 'the verdict has come');
    browser.host.fault('');
    await sleep(300);
    const left = (await fresh.surfaces()).filter((each) => each.name !== 'honmono-strip').map((each) => each.name);
    const alone = ['every link', 'the body'].includes(what) ? ['honmono-banner', 'honmono-mark'] : [];
    assert.deepEqual([...new Set(left)].filter((name) => !alone.includes(name)), [], 'nothing of ours where the message no longer is');
    await fresh.goto('https://mail.google.com/mail/u/0/');
    await until(() => fresh.run('window.sample?.ready'), 'the sample inbox is up');
    await openMade(fresh, 'next', messageWith(LINK));
    await isGuarded(fresh);
    await pageIsSound(fresh);
    await fresh.close();
    await page.send('Page.bringToFront');
  });
}

test('two messages with the same ids: each has its own verdict', async () => {
  const honest = { name: 'Hanako', address: 'hanako@aozora.example' };
  await openMade(page, 'twins', messageWith(`'<p>See you at ten. <a href="https://aozora.example/map">map</a></p>'`, honest), messageWith(LINK));
  await page.run(`(() => {
    const [first, second] = document.querySelectorAll('[role=main] .adn');
    for (const name of ['data-message-id', 'data-legacy-message-id']) second.setAttribute(name, first.getAttribute(name));
  })()`);
  await page.surface('honmono-banner', (each) => each.level === 'danger');
  await until(async () => (await answered(page, 2)).map(({ level }) => level).sort().join() === 'danger,none', 'one of each');
  assert.equal(await page.run(`document.querySelectorAll('[role=main] [role=listitem]')[1].querySelector('honmono-banner') !== null`), true);
  assert.equal((await page.surfaces('honmono-banner')).length, 1);
  await pageIsSound(page);
});

test('frames in the mail: what they show was not checked, and is said so', async () => {
  await openMade(page, 'frames', messageWith(`${LINK}, '<iframe srcdoc="<a href=https://hidden.wallet-assist.example/>metamask.io</a>"></iframe><iframe src="about:blank" name="honmono"></iframe>'`));
  await isGuarded();
  const check = browser.host.checks().findLast((each) => each.subject === 'Made: frames');
  assert.equal(check.cut, true);
  assert.ok(browser.host.verdicts().at(-1).findings.some(({ code }) => code === 'not-all-checked'));
  await pageIsSound(page);
});

test('events that a script makes open nothing and end nothing', async () => {
  await openMade(page, 'events', messageWith(LINK));
  await page.surface('honmono-banner', (each) => each.level === 'danger');
  const since = Date.now();
  await page.run(`(() => {
    for (let each = 0; each < 50; each++) {
      document.dispatchEvent(new CustomEvent('honmono-takeover'));
      document.querySelector('[role=main] .a3s a').click();
      window.dispatchEvent(new Event('hashchange'));
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      window.dispatchEvent(new Event('focus'));
    }
  })()`);
  await sleep(400);
  assert.deepEqual(browser.openedSince(since), []);
  assert.equal((await page.surfaces('honmono-banner')).length, 1);
  await page.key('Escape');
  await isGuarded();
  await pageIsSound(page);
});

test('the page itself reported no error of ours', async () => {
  assert.deepEqual((await page.run('window.sample.problems')).filter((each) => /honmono|chrome-extension/i.test(each)), []);
});
