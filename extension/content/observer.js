// Tells when to look again. Gmail says nothing about its views: they are read from one MutationObserver, bundled
// to one look a frame, and a slow look while the page is visible in case a change kept out of its sight.
((honmono) => {
  'use strict';
  if (honmono.observer) return;

  const { document, slices } = honmono;
  const SAFETY_MS = 1500;
  /** Links in the page. */
  const LARGE = 500;
  const HIDDEN_MS = 250;
  const ATTRIBUTES = ['class', 'data-message-id', 'email', 'name', 'href', 'role', 'style', 'hidden'];

  /** @type {MutationObserver | null} */
  let observer = null;
  /** @type {(records: MutationRecord[]) => void} */
  let take = () => {};

  /** A large page is read after its frame: it has been laid out by then, and to read it forces nothing. */
  const isLarge = () => document.getElementsByTagName('a').length > LARGE;

  /** True for nodes that we have put into the page. @param {Node} node */
  const own = (node) => node instanceof Element && node.localName.startsWith('honmono-');

  /** @param {MutationRecord} record */
  function ours(record) {
    if (own(record.target)) return true;
    if (record.type !== 'childList') return false;
    return [...record.addedNodes, ...record.removedNodes].every(own);
  }

  /** Elements that others than we have changed, each once. @param {MutationRecord[]} records @returns {Set<Element>} */
  function changedBy(records) {
    const targets = new Set(records.filter((record) => !ours(record)).map(({ target }) => target));
    return new Set([...targets].map((target) => (target instanceof Element ? target : target.parentElement)).filter((element) => element !== null));
  }

  /** Changes of ours, which nobody needs to look at. @param {() => void} change */
  function quietly(change) {
    if (observer) take(observer.takeRecords());
    change();
    observer?.takeRecords();
  }

  /** @param {{scan(appeared: number, unasked: boolean): void, dirty(element: Element): void, signal: AbortSignal}} options */
  function start({ scan, dirty, signal }) {
    let since = 0;
    let fallback = 0;
    const look = (unasked = false) => {
      const appeared = since || performance.now();
      since = 0;
      if (!signal.aborted) scan(appeared, unasked);
    };
    const due = () => {
      clearTimeout(fallback);
      if (since) look();
    };
    const schedule = () => {
      if (since) return;
      since = performance.now();
      // A hidden tab draws no frames, and a tab may be hidden before the frame that it has asked for.
      fallback = setTimeout(due, HIDDEN_MS);
      if (!document.hidden) requestAnimationFrame(isLarge() ? () => void slices.pause().then(due) : due);
    };
    take = (records) => {
      const changed = changedBy(records);
      for (const element of changed) dirty(element);
      if (changed.size) schedule();
    };
    observer = new MutationObserver(take);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
    const timer = setInterval(() => {
      if (document.hidden) return;
      if (isLarge()) requestAnimationFrame(() => void slices.pause().then(() => look(true)));
      else look(true);
    }, SAFETY_MS);
    window.addEventListener('hashchange', schedule, { signal });
    document.addEventListener('visibilitychange', schedule, { signal });
    signal.addEventListener('abort', () => {
      observer?.disconnect();
      observer = null;
      clearInterval(timer);
    });
  }

  honmono.observer = { start, own, quietly };
})(globalThis.honmono);
