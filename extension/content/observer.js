// Tells when to look again. Gmail says nothing about its views: they are read from one MutationObserver, bundled
// to one look a frame, and a slow look while the page is visible in case a change kept out of its sight.
((honmono) => {
  'use strict';
  if (honmono.observer) return;

  const SAFETY_MS = 1500;
  const HIDDEN_MS = 250;
  const ATTRIBUTES = ['class', 'data-message-id', 'email', 'name', 'href', 'role', 'style', 'hidden'];

  /** True for nodes that we have put into the page. @param {Node} node */
  const own = (node) => node instanceof Element && node.localName.startsWith('honmono-');

  /** @param {MutationRecord} record */
  function ours(record) {
    if (own(record.target)) return true;
    if (record.type !== 'childList') return false;
    return [...record.addedNodes, ...record.removedNodes].every(own);
  }

  /** @param {{scan(appeared: number, all: boolean): void, dirty(element: Element): void, signal: AbortSignal}} options */
  function start({ scan, dirty, signal }) {
    let since = 0;
    let fallback = 0;
    const look = (all = false) => {
      const appeared = since || performance.now();
      since = 0;
      if (!signal.aborted) scan(appeared, all);
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
      if (!document.hidden) requestAnimationFrame(due);
    };
    const observer = new MutationObserver((records) => {
      const foreign = records.filter((record) => !ours(record));
      for (const { target } of foreign) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element) dirty(element);
      }
      if (foreign.length) schedule();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
    const timer = setInterval(() => !document.hidden && look(true), SAFETY_MS);
    window.addEventListener('hashchange', schedule, { signal });
    document.addEventListener('visibilitychange', schedule, { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearInterval(timer);
    });
  }

  honmono.observer = { start, own };
})(globalThis.honmono);
