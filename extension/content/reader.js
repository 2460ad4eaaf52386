// Reads messages: each once until something in it changes, a long one in turns, and what changes all the time not all
// the time. What it has read, or could not read, it hands on.
((honmono) => {
  'use strict';
  if (honmono.reader) return;
  const { slices, signal } = honmono;

  // A message whose reading took c milliseconds is read again after 4 c at the earliest, without need after 50 c.
  const PACE = 4;
  const PACE_UNASKED = 50;
  /** What takes no longer than this need not wait. */
  const FREE_MS = 8;

  /** Boxes that nothing has touched since they were read. @type {WeakSet<Element>} */
  let clean = new WeakSet();
  /** When a box was last read, and how long that took. @type {WeakMap<Element, {ended: number, cost: number}>} */
  const paces = new WeakMap();
  /** @type {Parameters<Honmono['reader']['start']>[0]} */
  let context;
  let scanning = false;
  /** A look that was asked for during another. @type {{appeared: number, how: HowToLook} | null} */
  let wanted = null;
  let notBefore = 0;
  let nextScan = 0;
  let nextAt = 0;

  /** Milliseconds until a box may be read again. @param {Element} box @param {boolean} asked */
  function wait(box, asked) {
    const pace = paces.get(box);
    return pace && !(asked && pace.cost < FREE_MS) ? Math.max(0, pace.ended + pace.cost * (asked ? PACE : PACE_UNASKED) - performance.now()) : 0;
  }

  /** @param {Element} box @param {MessageFacts | null} facts @param {number} appeared @param {number} cost */
  function finish(box, facts, appeared, cost) {
    paces.set(box, { ended: performance.now(), cost });
    if (!facts) clean.delete(box);
    if (facts) context.read(facts, appeared);
    else context.unreadable(box);
  }

  /** The messages on screen. In a page so large that finding them takes long, they are not looked for all the time. */
  function boxes() {
    const began = performance.now();
    const found = context.adapter.boxes();
    const cost = performance.now() - began;
    notBefore = cost < FREE_MS ? 0 : performance.now() + PACE * cost;
    return found;
  }

  /** Looks at the page: now, or as soon as it may be looked at again. @type {Honmono['reader']['scan']} */
  async function scan(appeared, how) {
    const pause = notBefore - performance.now();
    if (scanning) wanted = { appeared: wanted?.appeared ?? appeared, how: wanted && how === 'unasked' ? wanted.how : how };
    else if (how !== 'all' && pause > 0) scanLater(pause, appeared);
    if (scanning || (how !== 'all' && pause > 0)) return;
    scanning = true;
    try {
      await context.look(appeared, how);
    } catch (error) {
      console.warn('Honmono: the page could not be read:', String(error));
    }
    scanning = false;
    const next = wanted;
    wanted = null;
    if (next && !signal.aborted) void scan(next.appeared, next.how);
  }

  /** @param {number} pause milliseconds @param {number} [appeared] */
  function scanLater(pause, appeared) {
    const at = performance.now() + pause;
    if (nextAt && nextAt <= at) return;
    clearTimeout(nextScan);
    nextAt = at;
    nextScan = window.setTimeout(() => {
      nextAt = 0;
      if (!signal.aborted) void scan(appeared ?? performance.now(), 'changed');
    }, pause);
  }

  /** @param {unknown} error */
  const complain = (error) => console.warn('Honmono: a message could not be read:', String(error));

  /** Reads one message in turns. @param {Element} box @param {Element | null} body @param {number} appeared */
  async function look(box, body, appeared) {
    clean.add(box);
    let cost = 0;
    let began = performance.now();
    try {
      const steps = context.adapter.reading(box, body);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) {
          if (box.isConnected) finish(box, step.value, appeared, cost + performance.now() - began);
          return;
        }
        if (!slices.spent()) continue;
        cost += performance.now() - began;
        await slices.pause();
        if (signal.aborted) return;
        began = performance.now();
      }
    } catch (error) {
      complain(error);
      finish(box, null, appeared, cost + performance.now() - began);
    }
  }

  /** Reads one message at once, for whoever cannot wait: a click. @param {Element} box */
  function lookNow(box) {
    clean.add(box);
    const began = performance.now();
    let facts = null;
    try {
      facts = context.adapter.read(box, context.adapter.bodyOf(box));
    } catch (error) {
      complain(error);
    }
    finish(box, facts, began, performance.now() - began);
  }

  honmono.reader = {
    start: (given) => void (context = given),
    boxes,
    scan,
    scanLater,
    look,
    lookNow,
    wait,
    isClean: (box) => clean.has(box),
    /** Something in or at this element has changed; without an element, anything may have. */
    dirty(element) {
      if (!element || element === honmono.document.body) clean = new WeakSet();
      else for (let at = /** @type {Element | null} */ (element); at; at = honmono.plain(at).parentElement) clean.delete(at);
    },
  };
})(globalThis.honmono);
