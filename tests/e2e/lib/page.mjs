// One Chromium tab: what is in it, closed shadow roots included, and a person's hands on it.
import fs from 'node:fs';
import path from 'node:path';
import { sleep, until } from './cdp.mjs';
import { placeOf, readMails } from './mails.mjs';

const OUT = new URL('../../out/', import.meta.url).pathname;
const KEYS = {
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
};
const CTRL = 2;
const MOST_MOVES = 500;
const SHIFT = 8;

/** Of the thread that is open. */
const SUBJECT = "[...document.querySelectorAll('[role=main] h2.hP')].at(-1)?.textContent";

const attributesOf = (node) => {
  const list = node.attributes ?? [];
  return Object.fromEntries(Array.from({ length: list.length / 2 }, (_, index) => [list[2 * index], list[2 * index + 1]]));
};

/** Every node below, light and shadow, closed roots too. */
function* walk(node) {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(child);
}

const HIDDEN_TEXT = new Set(['STYLE', 'SCRIPT', 'TEMPLATE']);
const textOf = (node) => {
  if (node.nodeType === 3) return node.nodeValue;
  if (HIDDEN_TEXT.has(node.nodeName)) return '';
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join(' ');
};

/** A place that is the same twice: what is drawn or scrolled to may still be moving. @template T @param {() => Promise<T>} measure @returns {Promise<T>} */
async function steady(measure) {
  for (let last = await measure(), tries = 0; tries < MOST_MOVES; tries++) {
    await sleep(20);
    const now = await measure();
    if (JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
  throw new Error('what was to be pressed does not stand still');
}

/** One element of our own in the page. */
class Surface {
  constructor(page, node) {
    this.page = page;
    this.node = node;
    this.name = node.nodeName.toLowerCase();
    this.attributes = attributesOf(node);
    this.level = this.attributes['data-level'] ?? null;
    this.state = this.attributes['data-state'] ?? null;
    this.text = textOf(node).replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
    this.actions = [...walk(node)].map((each) => attributesOf(each)['data-action']).filter(Boolean);
    this.addresses = [...walk(node)].filter((each) => each.nodeName === 'A').map((each) => attributesOf(each).href);
  }

  /** The button that does `action`. */
  button(action) {
    const found = [...walk(this.node)].find((each) => attributesOf(each)['data-action'] === action);
    if (!found) throw new Error(`<${this.name}> has no ${action}; it has ${this.actions.join(', ') || 'no buttons'}: ${this.text}`);
    return found;
  }

  /** Presses a button; where the surface has been drawn anew since it was looked at, that of the new one. */
  async press(action) {
    const node = this.button(action);
    await this.page.clickNode(node).catch(async () => {
      const anew = await this.page.surface(this.name, (each) => each.actions.includes(action) && each.level === this.level);
      await this.page.clickNode(anew.button(action));
    });
  }

  /** The rectangle of what is painted inside: the root's largest element. */
  async box() {
    const inside = [...walk(this.node)].filter((each) => each.nodeType === 1 && !HIDDEN_TEXT.has(each.nodeName));
    const boxes = await Promise.all(inside.map((each) => this.page.boxOf(each).catch(() => null)));
    return boxes.filter((box) => box && box.width * box.height > 0).sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
  }
}

export class Page {
  static async attach(browser, targetId) {
    const { sessionId } = await browser.connection.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(browser, targetId, sessionId);
    await Promise.all(['Page.enable', 'DOM.enable', 'Runtime.enable'].map((method) => page.send(method)));
    await page.send('Page.bringToFront');
    return page;
  }

  constructor(browser, targetId, sessionId) {
    Object.assign(this, { browser, targetId, sessionId });
  }

  send(method, params) { return this.browser.connection.send(method, params, this.sessionId); }

  async goto(url) {
    let loaded = false;
    const listener = ({ sessionId, method }) => { loaded ||= sessionId === this.sessionId && method === 'Page.loadEventFired'; };
    this.browser.connection.listeners.add(listener);
    try {
      const result = await this.send('Page.navigate', { url });
      if (result.errorText) throw new Error(`${url}: ${result.errorText}`);
      await until(() => loaded, `${url} is loaded`, 60_000);
    } finally {
      this.browser.connection.listeners.delete(listener);
    }
  }

  /** Runs an expression in the page's own world. */
  async run(expression) {
    const reply = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: false });
    if (reply.exceptionDetails) throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text);
    return reply.result.value;
  }

  /** Goes to another mail in the same tab, as a click in the list would, and waits until the page shows it. */
  async show(id) {
    await this.run(`void (location.hash = '${placeOf(id)}')`);
    // Those that a test has made are no files.
    const subject = readMails().find((mail) => mail.id === id)?.subject;
    if (subject) await until(() => this.run(`${SUBJECT} === ${JSON.stringify(subject)}`), `${id} is open`);
  }

  async tree() { return (await this.send('DOM.getDocument', { depth: -1, pierce: true })).root; }

  /** Our elements in the page. @param {string} [name] such as honmono-banner @returns {Promise<Surface[]>} */
  async surfaces(name) {
    const found = [...walk(await this.tree())].filter((node) => (name ? node.nodeName.toLowerCase() === name : node.nodeName.startsWith('HONMONO-')));
    return found.map((node) => new Surface(this, node));
  }

  /** Waits for one of our elements. @param {(surface: Surface) => boolean} [fits] */
  async surface(name, fits = () => true, ms = undefined) {
    let last = [];
    try {
      return await until(async () => { last = await this.surfaces(name).catch(() => []); return last.find(fits); }, name, ms);
    } catch (error) {
      const seen = (await this.surfaces().catch(() => [])).map((each) => `${each.name} ${JSON.stringify(each.attributes)} ${each.text.slice(0, 200)}`);
      throw new Error(`${error.message}; in the page: ${seen.join(' | ') || 'nothing of ours'}`);
    }
  }

  async boxOf(node) {
    const { model } = await this.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [left, top, , , right, bottom] = model.border;
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  async clickNode(node, choice) {
    await this.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendNodeId });
    const box = await steady(() => this.boxOf(node));
    await this.click({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, choice);
  }

  /** Where a link of the opened mail is: the middle of its first line box. */
  async linkPoint(index) {
    return steady(() => this.run(`(() => {
      const link = [...document.querySelectorAll('[role=main] .a3s, [data-lost-role] .a3s')].filter((body) => body.checkVisibility()).at(-1).querySelectorAll('a')[${index}];
      link.scrollIntoView({ block: 'center' });
      const box = link.getClientRects()[0];
      return { x: box.left + Math.min(box.width / 2, 40), y: box.top + box.height / 2, left: box.left, top: box.top, right: box.right, bottom: box.bottom };
    })()`));
  }

  async move(point) { await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: point.x, y: point.y }); }

  /** @param {{x: number, y: number}} point @param {'left'|'middle'|'ctrl'|'shift'|'right'} [how] */
  async click(point, how = 'left') {
    const button = how === 'middle' || how === 'right' ? how : 'left';
    const event = { x: point.x, y: point.y, button, clickCount: 1, modifiers: { ctrl: CTRL, shift: SHIFT }[how] ?? 0 };
    await this.move(point);
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event });
  }

  async key(name, modifiers = 0) {
    const known = KEYS[name] ?? { code: `Key${name.toUpperCase()}`, windowsVirtualKeyCode: name.toUpperCase().charCodeAt(0), text: name };
    await this.send('Input.dispatchKeyEvent', { type: known.text ? 'keyDown' : 'rawKeyDown', key: name, modifiers, ...known });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key: name, modifiers, ...known });
  }

  /** Presses Tab, as a reader without a mouse does, until a link of the mail has the focus. */
  async tabToLink(index) {
    const focused = () => this.run(`(() => {
      const body = [...document.querySelectorAll('[role=main] .a3s')].filter((each) => each.checkVisibility()).at(-1);
      return document.activeElement === body.querySelectorAll('a')[${index}];
    })()`);
    await this.run(`(() => { const from = document.querySelector('.gb_search'); from.focus(); })()`);
    for (let presses = 0; presses < 80; presses++) {
      if (await focused()) return;
      await this.key('Tab');
    }
    throw new Error(`Tab never reached link ${index}`);
  }

  /** Where the opened mail's links are, frame by frame, from now on; `movement` reads it. */
  async watchLayout() {
    await this.run(`(() => {
      const seen = window.sample.layout = [];
      const look = () => {
        const body = [...document.querySelectorAll('[role=main] .a3s')].filter((each) => each.checkVisibility()).at(-1);
        if (body) {
          const links = [...body.querySelectorAll('a')].map((link) => { const box = link.getBoundingClientRect(); return [box.x, box.y, box.width, box.height].map(Math.round).join(','); });
          seen.push({ time: performance.now(), mail: ${SUBJECT}, links: links.join(' ') });
        }
        requestAnimationFrame(look);
      };
      look();
    })()`);
  }

  /**
   * Milliseconds after a mail's first frame until which a frame showed its links elsewhere than they are since. (That frame
   * and not the next, which a busy machine draws late.) @param {string} subject
   */
  async movement(subject) {
    const frames = (await this.run('window.sample.layout')).filter((frame) => frame.mail === subject && frame.links);
    if (!frames.length) return { frames: 0, settled: 0, span: 0 };
    const last = frames.findLastIndex((frame, index) => index > 0 && frame.links !== frames[index - 1].links);
    return { frames: frames.length, settled: last < 1 ? 0 : frames[last - 1].time - frames[0].time, span: frames.at(-1).time - frames[0].time };
  }

  /** The opened mail's body as it is, and as Gmail wrote it. */
  async bodies() {
    return this.run(`(() => {
      const body = [...document.querySelectorAll('[role=main] .a3s')].filter((each) => each.checkVisibility()).at(-1);
      const box = body.closest('[data-message-id]');
      return { now: body.innerHTML, written: window.sample.bodies[box.getAttribute('data-message-id')] };
    })()`);
  }

  /** What the page itself must still do: open a link, print, take a shortcut, answer. Ends with the reply box open. */
  async pageWorks(linkIndex = 0) {
    const before = await this.run('window.sample.opened.length');
    await this.click(await this.linkPoint(linkIndex));
    await until(() => this.run(`window.sample.opened.length > ${before}`), "the page's own click opens an honest link");
    await this.browser.closeOpened(await this.run('window.sample.opened.at(-1)'));
    await this.send('Page.bringToFront');
    await this.run(`document.querySelector('[role=main] .print').click()`);
    await until(() => this.run("window.sample.keys.at(-1) === 'print'"), "the page's own print");
    await this.key('x');
    await until(() => this.run("window.sample.keys.at(-1) === 'x'"), "the page's own shortcut");
    await this.key('r');
    await until(() => this.run("document.querySelector('[role=main] .adB [contenteditable=true]') !== null"), "the page's own reply");
  }

  /** The data-action of what has the keyboard's focus in one of our surfaces. @returns {Promise<string|null>} */
  async focusedAction() {
    const { nodes } = await this.send('Accessibility.getFullAXTree');
    const focused = nodes.filter((node) => !node.ignored && node.properties?.some((property) => property.name === 'focused' && property.value.value)).map((node) => node.backendDOMNodeId);
    const node = [...walk(await this.tree())].find((each) => focused.includes(each.backendNodeId) && attributesOf(each)['data-action']);
    return node ? attributesOf(node)['data-action'] : null;
  }

  async screenshot(name) {
    // A tab in the background draws no frame, and the picture would be waited for in vain.
    await this.send('Page.bringToFront');
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    const file = path.isAbsolute(name) ? name : path.join(OUT, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, Buffer.from(data, 'base64'));
    return file;
  }

  async close() { await this.browser.connection.send('Target.closeTarget', { targetId: this.targetId }); }
}
