// A page in jsdom with the extension's content scripts in it, in the manifest's order. What jsdom lacks and the scripts
// need (constructed style sheets, a way into closed shadow roots, the browser's API) is supplied here and nowhere else.
import fs from 'node:fs';
import { after, afterEach, beforeEach } from 'node:test';
import { JSDOM, VirtualConsole } from 'jsdom';

export const EXTENSION = new URL('../../extension/', import.meta.url);
export const readExtension = (path) => fs.readFileSync(new URL(path, EXTENSION), 'utf8');
export const manifest = JSON.parse(readExtension('manifest.json'));
export const labels = (language) => JSON.parse(readExtension(`_locales/${language}/messages.json`));

/** As the background hands them to a page. */
export const englishLabels = () => Object.fromEntries(Object.entries(labels('en')).map(([key, { message }]) => [key, message]));

const THREAD = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQXKvTestTestTestTestTest';

/** @param {Record<string, unknown>} [answers] by type of message; functions are called */
function fakeApi(answers, sent, listeners) {
  const table = englishLabels();
  const defaults = { start: { labels: table, language: 'en', guard: true, marks: true }, report: { ok: true }, retry: { ok: true } };
  const runtime = {
    id: 'test',
    getManifest: () => manifest,
    async sendMessage(message) {
      if (!runtime.id) throw new Error('Extension context invalidated.');
      sent.push(message);
      const answer = { ...defaults, ...answers }[message.type];
      return typeof answer === 'function' ? answer(message) : answer;
    },
    onMessage: { addListener: (listener) => listeners.push(listener), removeListener() {} },
  };
  return { runtime };
}

/** A page that is left open looks at itself for ever, and would keep its file from ending. @type {Set<Window>} */
const ofFile = new Set();
/** @type {Set<Window>} */
const ofTest = new Set();
let windows = ofFile;
function closeAll() {
  for (const window of windows) {
    windows.delete(window);
    window.honmono?.stop?.();
    window.close();
  }
  windows = ofFile;
}
beforeEach(() => { windows = ofTest; });
afterEach(closeAll);
after(closeAll);

/**
 * @param {string} html the page's body
 * @param {{answers?: Record<string, unknown>, url?: string, only?: string[], before?: (window: any) => void}} [settings] `only`: these files instead of all
 */
export function openPage(html, { answers = {}, url = THREAD, only, before } = {}) {
  const problems = [];
  const virtualConsole = new VirtualConsole();
  // A link that opens is a navigation, which jsdom cannot do and reports: the tests count it.
  const navigations = [];
  virtualConsole.on('jsdomError', (error) => (/navigation/i.test(error.message) ? navigations : problems).push(error));
  const dom = new JSDOM(`<!doctype html><body>${html}</body>`, { url, runScripts: 'outside-only', pretendToBeVisual: true, virtualConsole });
  const { window } = dom;
  windows.add(window);
  const sent = [];
  const listeners = [];
  const roots = new WeakMap();
  const attach = window.Element.prototype.attachShadow;
  window.Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  window.CSSStyleSheet = class { replaceSync(css) { this.css = css; } };
  window.document.adoptedStyleSheets = [];
  window.TextEncoder = TextEncoder;
  window.chrome = fakeApi(answers, sent, listeners);
  before?.(window);
  const files = only ?? manifest.content_scripts.flatMap(({ js }) => js);
  for (const file of files) window.eval(`${readExtension(file)}\n//# sourceURL=${file}`);
  return {
    dom, window, document: window.document, honmono: window.honmono, sent, navigations, problems,
    tell: (message, sender = { id: 'test' }) => new Promise((reply) => listeners.forEach((listener) => listener(message, sender, reply))),
    root: (host) => roots.get(host),
    all: (name) => [...window.document.querySelectorAll(name)],
    text: (host) => roots.get(host).textContent,
    press(host, action) {
      const button = roots.get(host).querySelector(`[data-action="${action}"]`);
      button.dispatchEvent(new window.MouseEvent('click', { bubbles: true, composed: true }));
    },
    close() {
      window.honmono.stop?.();
      window.close();
    },
  };
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** @template T @param {() => T} look @returns {Promise<T>} */
export async function until(look, ms = 20_000) {
  for (const end = Date.now() + ms; ; await sleep(5)) {
    const value = look();
    if (value) return value;
    if (Date.now() > end) throw new Error(`never: ${look}`);
  }
}

/** For `before`: an action on hold waits for its verdict as long as a busy machine may take. @param {any} window */
export function patient(window) {
  const set = window.setTimeout;
  window.setTimeout = (action, ms, ...values) => set(action, ms === 300 ? 20_000 : ms, ...values);
}

/**
 * A clock that only the test moves on: `before: clock.install`, then `await clock.advance(ms)`. Whatever is due meanwhile
 * runs in its order, with all that follows from it at once, however busy the machine is.
 */
export function stoppedClock() {
  let now = 1000;
  let last = 0;
  /** @type {Map<number, {due: number, every: number, run: () => void}>} */
  const timers = new Map();
  const add = (run, ms = 0, every = 0) => {
    timers.set(++last, { due: now + Math.max(0, ms), every, run });
    return last;
  };
  const remove = (id) => void timers.delete(id);
  const settled = () => new Promise((done) => { setImmediate(done); });
  const nextBefore = (end) => [...timers].filter(([, { due }]) => due <= end).sort(([, one], [, other]) => one.due - other.due)[0];
  return {
    install(window) {
      Object.defineProperty(window.performance, 'now', { value: () => now });
      window.setTimeout = (run, ms, ...values) => add(() => run(...values), ms);
      window.setInterval = (run, ms, ...values) => add(() => run(...values), ms, ms);
      window.requestAnimationFrame = (run) => add(() => run(now), 16);
      window.clearTimeout = window.clearInterval = window.cancelAnimationFrame = remove;
    },
    async advance(ms) {
      const end = now + ms;
      await settled();
      for (let next = nextBefore(end); next; next = nextBefore(end)) {
        const [id, timer] = next;
        now = Math.max(now, timer.due);
        if (timer.every) timer.due += timer.every;
        else timers.delete(id);
        timer.run();
        await settled();
      }
      now = end;
    },
  };
}

/** A mail in the shape that Gmail has had since 2025. */
export function message({ id = '18f0000000000001', name = 'MetaMask Support', address = 'help@evil.example', body = '<a href="https://evil.example/">metamask.io</a>', to = 'taro@example.jp', extra = '' } = {}) {
  return `<div role="listitem" class="h7"><div class="adn ads" data-message-id="#msg-f:1${id}" data-legacy-message-id="${id}"><div class="gs">
    <div class="gE iv gt"><table class="cf gJ"><tbody><tr><td class="gF gK"><h3 class="iw gFxsud"><span class="qu" translate="no" role="gridcell">
      <span class="gD" email="${address}" name="${name}" data-hovercard-id="${address}"><span>${name}</span></span></span>
      <span class="go">&lt;${address}&gt;</span></h3></td></tr>
      <tr><td><span class="hb">to <span class="g2" email="${to}" name="me">me</span></span></td></tr></tbody></table>${extra}</div>
    <div><div class="ii gt"><div class="a3s aiL msg7 ">${body}</div></div></div></div></div></div>`;
}

export const thread = (...messages) => `<div class="nH"><div role="main"><h2 class="hP">Your wallet</h2><div role="list">${messages.join('')}</div></div></div>`;

/** A verdict as the host would give it. */
export function verdict({ level = 'danger', links = [{ index: 0, level: 'danger', guard: true }], findings, claims, sender } = {}) {
  const brand = { id: 'metamask', name: 'MetaMask', site: 'https://metamask.io/' };
  return {
    type: 'verdict', level,
    claims: claims ?? (level === 'none' ? [] : [{ brand: 'metamask', name: 'MetaMask', where: 'sender-name', strength: 'strong' }]),
    sender: sender ?? { domain: 'evil.example', unicode: 'evil.example', registrable_domain: 'evil.example', state: level === 'none' ? 'unknown' : 'unofficial' },
    links: links.map((link) => ({ host: 'evil.example', unicode: 'evil.example', registrable_domain: 'evil.example', official_for: null, ...link })),
    findings: findings ?? (level === 'none' ? [] : [{ code: 'sender-unofficial', level, target: { kind: 'sender' }, brand, evidence: { claimed: 'MetaMask Support' }, official: ['support@metamask.io'], advisory: 'https://support.metamask.io/a', title: 'Not an official sender', detail: 'Why.' },
      { code: 'link-unofficial', level: 'warning', target: { kind: 'link', index: 0 }, brand, evidence: {}, title: 'Leads elsewhere', detail: '' }]),
  };
}

export const checked = (settings) => ({ state: 'checked', verdict: verdict(settings) });
