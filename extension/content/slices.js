// Long work in short turns, so that the page never waits for us: whoever has much to do asks between two pieces
// whether it is time to let the page go on.
((honmono) => {
  'use strict';
  if (honmono.slices) return;

  const TURN_MS = 10;
  let began = 0;

  /** Resolves in another task. A hidden page's timers are slowed down; this is none. @returns {Promise<void>} */
  function pause() {
    const { scheduler } = /** @type {any} */ (globalThis);
    if (typeof scheduler?.yield === 'function') return scheduler.yield();
    return new Promise((resolve) => {
      if (typeof MessageChannel !== 'function') {
        setTimeout(resolve, 0);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  }

  honmono.slices = {
    begin: () => void (began = performance.now()),
    spent: () => performance.now() - began >= TURN_MS,
    async pause() {
      await pause();
      began = performance.now();
    },
  };
})(globalThis.honmono);
