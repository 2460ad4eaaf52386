// The guard: the only file at document_start, because a listener added later comes after the page's own.
//
// It stands between every way of opening a link (click, middle click, Enter, drag, context menu, form) and the
// page, and asks `decide` what to do: 'open' lets the event pass untouched, 'ask' opens the card instead, and
// 'wait' holds the action for at most HOLD_MS until a verdict is there. The document_idle scripts replace
// `decide`, `ask` and `unchecked`; until then a link inside a mail waits and everything else opens.
//
// Events do not reach the browser's own menus, drags and assistive technology, so a guarded link also loses its
// address for the time being; what was taken away is kept in `held` and put back at the deliberate action.
((honmono) => {
  'use strict';
  if (honmono.guard) return;
  const { document, plain } = honmono;

  const HOLD_MS = 300;
  const MAIL_BODY = '.a3s';
  const TAKEN = ['href', 'data-saferedirecturl', 'title'];
  const GIVEN = { role: 'link', tabindex: '0' };

  /** @type {WeakMap<Element, {url: string, taken: Record<string, string>, before: Record<string, string | null>}>} */
  const held = new WeakMap();
  /** @type {Set<Element>} */
  const guarded = new Set();
  /** Links that the reader chose to open; they stay open for this view of the mail. @type {WeakSet<Element>} */
  const released = new WeakSet();
  /** @type {Map<Element, {gesture: Gesture, timer: number}>} */
  const waiting = new Map();
  /** @type {Element | null} The link whose repeated event must pass. */
  let passing = null;

  const life = new AbortController();
  honmono.signal = life.signal;
  // An element of the page may be called `browser`, too.
  honmono.api = [/** @type {any} */ (globalThis).browser, globalThis.chrome].find((each) => typeof each?.runtime?.sendMessage === 'function') ?? globalThis.chrome;

  honmono.alive = () => {
    try {
      return Boolean(honmono.api.runtime?.id);
    } catch {
      return false;
    }
  };

  honmono.stop = () => {
    life.abort();
    honmono.guard.stop();
    for (const name of Object.keys(honmono)) Reflect.deleteProperty(honmono, name);
  };
  honmono.orphan = honmono.stop;

  /** @param {Element} node */
  const isForm = (node) => node instanceof HTMLFormElement;
  /** @param {Element} node */
  const isLink = (node) => held.has(node) || (!isForm(node) && (node.localName === 'a' || node.localName === 'area') && node.hasAttribute('href'));

  /** The link or form that an event would open. @param {Event} event @returns {Element | null} */
  function targetOf(event) {
    if (event.type === 'submit') {
      const submitter = /** @type {SubmitEvent} */ (event).submitter;
      if (submitter?.hasAttribute('formaction')) return submitter;
      return event.target instanceof Element ? event.target : null;
    }
    for (const node of event.composedPath()) {
      if (node instanceof Element && isLink(node)) return isForm(node) || node.hasAttribute('formaction') ? null : node;
    }
    return null;
  }

  /** @param {any} event @returns {Gesture} */
  function gestureOf(event) {
    return {
      type: event.type,
      button: event.button ?? 0,
      ctrlKey: Boolean(event.ctrlKey),
      metaKey: Boolean(event.metaKey),
      shiftKey: Boolean(event.shiftKey),
      altKey: Boolean(event.altKey),
      keyboard: event.type === 'keydown' || (event.type === 'click' && event.detail === 0),
      submitter: event.submitter ?? null,
    };
  }

  /** @param {Event} event */
  function onAction(event) {
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    if (event.type === 'auxclick' && /** @type {MouseEvent} */ (event).button !== 1) return;
    const element = targetOf(event);
    if (!element || element === passing) return;
    // An orphan restores its links in time: the browser looks for the address only after this listener.
    if (!honmono.alive()) {
      honmono.orphan();
      return;
    }
    const decision = released.has(element) ? 'open' : honmono.guard.decide(element);
    if (decision === 'open') return;
    const repeatable = event.type !== 'contextmenu' && event.type !== 'dragstart';
    if (decision === 'wait' && !repeatable) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (decision === 'ask') honmono.guard.ask(element, gestureOf(event));
    else hold(element, gestureOf(event));
  }

  /** @param {Element} element @param {Gesture} gesture */
  function hold(element, gesture) {
    if (waiting.has(element)) return;
    const timer = window.setTimeout(() => {
      waiting.delete(element);
      honmono.guard?.unchecked(element);
      repeat(element, gesture);
    }, HOLD_MS);
    waiting.set(element, { gesture, timer });
  }

  function settle() {
    for (const [element, { gesture, timer }] of [...waiting]) {
      const decision = honmono.guard.decide(element);
      if (decision === 'wait') continue;
      clearTimeout(timer);
      waiting.delete(element);
      if (decision === 'ask') honmono.guard.ask(element, gesture);
      else repeat(element, gesture);
    }
  }

  /** Lets the link's own action run, with the page's listeners, as the reader began it. @param {Element} element @param {Gesture} gesture */
  function repeat(element, gesture) {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = gesture;
    passing = element;
    try {
      if (element instanceof HTMLFormElement) {
        plain(element).requestSubmit(gesture.submitter instanceof HTMLElement ? gesture.submitter : null);
      } else if (element instanceof HTMLElement && !(button || ctrlKey || metaKey || shiftKey || altKey)) {
        element.click();
      } else {
        const init = { bubbles: true, cancelable: true, composed: true, view: window, button, ctrlKey, metaKey, shiftKey, altKey };
        element.dispatchEvent(new MouseEvent(button === 1 ? 'auxclick' : 'click', init));
      }
    } finally {
      passing = null;
    }
  }

  /** @param {Element} element */
  function urlOf(element) {
    const node = plain(element);
    const kept = held.get(element);
    if (kept && !node.hasAttribute('href')) return kept.url;
    const resolved = /** @type {any} */ (node).href;
    if (typeof resolved === 'string') return resolved;
    const written = node.getAttribute('href') ?? node.getAttribute('formaction') ?? node.getAttribute('action') ?? '';
    try {
      return new URL(written, document.baseURI).href;
    } catch {
      return written;
    }
  }

  /** @param {Element} element */
  function protect(element) {
    const anchor = !isForm(element) && (element.localName === 'a' || element.localName === 'area');
    if (held.has(element) && !(anchor && element.hasAttribute('href'))) return;
    if (held.has(element)) restore(element);
    /** @type {Record<string, string>} */
    const taken = {};
    /** @type {Record<string, string | null>} */
    const before = {};
    const url = urlOf(element);
    if (anchor) {
      for (const name of TAKEN) {
        const value = element.getAttribute(name);
        if (value === null) continue;
        taken[name] = value;
        element.removeAttribute(name);
      }
      for (const [name, value] of Object.entries(GIVEN)) {
        before[name] = element.getAttribute(name);
        element.setAttribute(name, value);
      }
    }
    held.set(element, { url, taken, before });
    guarded.add(element);
  }

  /** Puts back what `protect` took, except where the page has set something new since. @param {Element} element */
  function restore(element) {
    const kept = held.get(element);
    if (!kept) return;
    held.delete(element);
    guarded.delete(element);
    for (const [name, value] of Object.entries(kept.taken)) {
      if (!element.hasAttribute(name)) element.setAttribute(name, value);
    }
    for (const [name, value] of Object.entries(kept.before)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }

  honmono.guard = {
    decide: (element) => (plain(element).closest(MAIL_BODY) ? 'wait' : 'open'),
    ask: () => {},
    unchecked: () => {},
    settle,
    protect,
    restore,
    follow(element, gesture) {
      restore(element);
      released.add(element);
      repeat(element, gesture);
    },
    isHeld: (element) => held.has(element),
    isReleased: (element) => released.has(element),
    attribute: (element, name) => plain(element).getAttribute(name) ?? held.get(element)?.taken[name] ?? null,
    url: urlOf,
    stop() {
      for (const element of [...guarded]) restore(element);
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };

  // A mail that is there before the other scripts are: since when says whether its banner may still take room.
  if (document.readyState === 'loading') {
    const mails = document.getElementsByClassName(MAIL_BODY.slice(1));
    const look = () => {
      if (mails.length) honmono.firstMail = performance.now();
      else if (document.readyState !== 'complete' && !life.signal.aborted) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  // A fresh instance tells an orphan of an earlier one to leave, quietly; the orphan makes sure that it is one.
  document.dispatchEvent(new CustomEvent('honmono-takeover'));
  document.addEventListener('honmono-takeover', () => {
    if (!honmono.alive()) honmono.stop();
  }, { signal: life.signal });

  for (const type of ['click', 'auxclick', 'keydown', 'dragstart', 'submit', 'contextmenu']) {
    window.addEventListener(type, onAction, { capture: true, signal: life.signal });
  }
})(globalThis.honmono);
