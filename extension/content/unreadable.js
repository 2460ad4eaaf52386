// What cannot be read: a message, or the page as a whole, because the webmail has changed. Said after a while, since a
// page that is being drawn looks the same.
((honmono) => {
  'use strict';
  if (honmono.unreadable) return;
  const { document, messages, reader } = honmono;

  const UNREADABLE_MS = 2000;
  const SELF_CHECK_MS = 10_000;

  /** Boxes that could not be read, and since when. @type {Map<Element, {since: number, strip: Surface | null}>} */
  const boxes = new Map();
  /** Since when no thread has been open without a message that could be read. */
  let soundSince = performance.now();
  let broken = false;
  /** @type {Surface | null} */
  let pageStrip = null;

  /** @param {{since: number}} entry */
  const isLost = ({ since }) => performance.now() - since > UNREADABLE_MS;
  const count = () => [...boxes.values()].filter(isLost).length;

  /** @param {Element} box */
  function add(box) {
    const known = boxes.get(box);
    const entry = known ?? { since: performance.now(), strip: null };
    boxes.set(box, entry);
    if (!known) setTimeout(() => void reader.scan(performance.now(), 'changed'), UNREADABLE_MS + 1);
    if (entry.strip?.host.isConnected || !isLost(entry)) return;
    entry.strip = honmono.strip.message('changed', '', box, () => void reader.scan(performance.now(), 'all'));
    // Before the box and not in it: its children may stand side by side.
    box.before(entry.strip.host);
  }

  /** @param {Element} box */
  function remove(box) {
    boxes.get(box)?.strip?.host.remove();
    boxes.delete(box);
  }

  /** A thread is open and not one message of it can be read. @param {Adapter} adapter */
  function selfCheck(adapter) {
    const none = !messages.all().length;
    if (!none || !adapter.showsThread()) soundSince = performance.now();
    const now = none && (count() > 0 || performance.now() - soundSince > SELF_CHECK_MS);
    if (now === broken) return;
    broken = now;
    pageStrip?.host.remove();
    pageStrip = null;
    if (!broken) return;
    console.warn('Honmono: this page has not the shape that is known; nothing is checked.');
    pageStrip = honmono.strip.page('broken', () => {});
    document.body.append(pageStrip.host);
  }

  honmono.unreadable = {
    add,
    remove,
    has: (box) => boxes.has(box),
    keep(seen) {
      for (const box of [...boxes.keys()]) if (!seen.has(box)) remove(box);
    },
    selfCheck,
    count,
    isPageBroken: () => broken,
    clear() {
      for (const box of [...boxes.keys()]) remove(box);
      pageStrip?.host.remove();
    },
  };
})(globalThis.honmono);
