// Puts the parts together: reads the messages on screen, has them checked, draws the answer, and takes everything
// away again when a message goes. It judges nothing.
((honmono) => {
  'use strict';
  if (honmono.main) return;
  const { document, guard, api, plain, reader, signal, slices } = honmono;
  const { clear, draw, drawUnchecked, maintain } = honmono.drawing;

  const UNREADABLE_MS = 2000;
  const ANSWER_MS = 2800;
  const CALM_MS = 500;
  const MOST_CHANGES = 8;
  const SELF_CHECK_MS = 10_000;
  const TAKEOVER_MS = 5000;
  const RETRIES_MS = [2000, 10_000, 60_000];
  const TRANSIENT = ['died', 'timeout'];

  /** @type {Adapter | null} */
  const adapter = honmono.adapter.choose(location.hostname);
  /** @type {Map<Element, MessageState>} */
  const states = new Map();
  /** @type {WeakMap<Element, {state: MessageState, index: number}>} */
  const linkPlaces = new WeakMap();
  /** Boxes that could not be read, and since when. @type {Map<Element, {since: number, strip: Surface | null}>} */
  const unreadable = new Map();
  let settings = { guard: true, marks: true, active: true };
  let settingsAsked = 0;
  let settingsTaken = 0;
  let asks = 0;
  /** Since when no thread has been open without a message that could be read. */
  let soundSince = performance.now();
  let broken = false;
  let reported = '';
  /** @type {Surface | null} */
  let pageStrip = null;
  let firstScan = true;

  /** @param {MessageState} state */
  const verdictOf = (state) => (state.answer?.state === 'checked' ? state.answer.verdict : null);

  // --- one message -----------------------------------------------------------------------------------------

  /** @param {MessageFacts} facts @param {number} appeared @returns {MessageState} */
  function newState(facts, appeared) {
    return {
      facts, appeared, answer: null, banner: null, strip: null, marks: [], flagged: [],
      folded: false, view: honmono.banner.view(), asked: 0, retries: 0, retryTimer: 0, since: performance.now(), overdue: 0, taken: performance.now(), changes: 0,
    };
  }

  /** @param {MessageFacts} facts @param {number} appeared */
  function take(facts, appeared) {
    const before = states.get(facts.box);
    if (before?.facts.key === facts.key && before.facts.body === facts.body) {
      before.facts = facts;
      index(before);
      maintain(before);
      return;
    }
    const same = before?.facts.id === facts.id ? before : null;
    const state = newState(facts, same?.appeared ?? appeared);
    if (same) inherit(state, same);
    // The same node with another content: the old verdict must not stand there for a moment.
    if (before) clear(before);
    if (same) Object.assign(state, { folded: same.folded, view: { ...same.view, place: '' } });
    states.set(facts.box, state);
    index(state);
    state.overdue = window.setTimeout(() => overdue(state), Math.max(0, state.since + ANSWER_MS - performance.now()));
    if (state.changes > MOST_CHANGES) state.retryTimer = window.setTimeout(() => void check(state), CALM_MS);
    else void check(state);
  }

  /**
   * The same message with another content. One that never stands still is checked no more until it does, and waits for
   * its answer as long as it has been restless. @param {MessageState} state @param {MessageState} before
   */
  function inherit(state, before) {
    const restless = state.taken - before.taken < CALM_MS;
    state.changes = restless ? before.changes + 1 : 0;
    if (restless || !before.answer) state.since = before.since;
    if (restless && before.answer?.state === 'unchecked') [state.answer, state.strip, before.strip] = [before.answer, before.strip, null];
  }

  /** No answer in time, for whatever reason: this is said. An answer that still comes is drawn. @param {MessageState} state */
  function overdue(state) {
    if (states.get(state.facts.box) !== state || state.answer) return;
    settle(state, { state: 'unchecked', reason: 'timeout' });
  }

  /** @param {MessageState} state */
  function index(state) {
    state.facts.links.forEach((element, at) => linkPlaces.set(element, { state, index: at }));
  }

  /** @param {MessageState} state */
  async function check(state) {
    const { key, box } = state.facts;
    const ask = ++asks;
    state.asked = ask;
    const answer = await honmono.checker.check(state.facts.request);
    if (signal.aborted) return;
    // Gone, replaced or asked again since: this verdict is about something else.
    const current = () => states.get(box) === state && state.asked === ask && state.facts.key === key && box.isConnected;
    if (!current() || (await rendersAnew(state)) || !current()) return;
    settle(state, answer);
    if (answer.state === 'checked') state.retries = 0;
    else retryLater(state, answer.reason);
  }

  /** @param {MessageState} state @param {Answer} answer */
  function settle(state, answer) {
    clear(state);
    state.answer = answer;
    try {
      draw(state);
    } catch (error) {
      // The guard and the toolbar still know.
      console.warn('Honmono: an answer could not be drawn:', String(error));
    }
    guard.settle();
    report();
  }

  /** @param {MessageState} state @param {Reason} reason */
  function retryLater(state, reason) {
    const wait = RETRIES_MS[state.retries];
    if (!TRANSIENT.includes(reason) || wait === undefined) return;
    state.retries++;
    state.retryTimer = window.setTimeout(() => void again(state), wait);
  }

  /** Reads the message once more before drawing: a change may not have been seen yet. @param {MessageState} state */
  async function rendersAnew(state) {
    const { box } = state.facts;
    if (reader.isClean(box)) return false;
    const pause = reader.wait(box, true);
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
    slices.begin();
    if (!reader.isClean(box) && !signal.aborted) await reader.look(box, adapter?.bodyOf(box) ?? null, state.appeared);
    return states.get(box) !== state;
  }

  /** @param {MessageState} state */
  async function again(state) {
    const now = states.get(state.facts.box);
    if (now?.facts.id !== state.facts.id) return;
    await honmono.checker.send({ type: 'retry' }).catch(() => {});
    if (!signal.aborted && states.get(now.facts.box) === now) await check(now);
  }

  // --- the page --------------------------------------------------------------------------------------------

  /** @param {number} appeared @param {HowToLook} how */
  async function look(appeared, how) {
    if (!adapter || signal.aborted) return;
    if (!honmono.alive()) {
      honmono.orphan();
      return;
    }
    if (!adapter.active()) return;
    if (!settings.active) {
      forget(new Set());
      report();
      return;
    }
    slices.begin();
    // What stood there before the first look has been on screen since then, or for an unknown time.
    const since = firstScan ? honmono.firstMail ?? -Infinity : appeared;
    firstScan = false;
    const boxes = reader.boxes();
    forget(new Set(boxes.map(({ box }) => box)));
    for (const { box, body } of boxes) {
      if (isDue(box, how)) await reader.look(box, body, since);
      if (slices.spent()) await slices.pause();
      if (signal.aborted) return;
    }
    selfCheck();
    honmono.card.refresh();
    report();
  }

  /** @param {Element} box @param {HowToLook} how */
  function isDue(box, how) {
    if (how === 'all') return true;
    const changed = !reader.isClean(box) || !(states.has(box) || unreadable.has(box));
    const pause = reader.wait(box, changed);
    if (!changed) return how === 'unasked' && !pause;
    if (pause) reader.scanLater(pause);
    return !pause;
  }

  /** @param {Element} box */
  function readable(box) {
    unreadable.get(box)?.strip?.host.remove();
    unreadable.delete(box);
  }

  /** @param {Element} box */
  function cannotRead(box) {
    const state = states.get(box);
    if (state) clear(state);
    states.delete(box);
    const known = unreadable.get(box);
    const entry = known ?? { since: performance.now(), strip: null };
    unreadable.set(box, entry);
    if (!known) setTimeout(() => void reader.scan(performance.now(), 'changed'), UNREADABLE_MS + 1);
    if (entry.strip?.host.isConnected || !isLost(entry)) return;
    entry.strip = honmono.strip.message('changed', '', box, () => void reader.scan(performance.now(), 'all'));
    // Before the box and not in it: its children may stand side by side.
    box.before(entry.strip.host);
  }

  /** @param {Set<Element>} seen */
  function forget(seen) {
    for (const [box, state] of states) {
      if (seen.has(box)) continue;
      clear(state);
      states.delete(box);
      reader.dirty(box);
    }
    for (const box of [...unreadable.keys()]) if (!seen.has(box)) readable(box);
  }

  /** @param {{since: number}} entry */
  const isLost = ({ since }) => performance.now() - since > UNREADABLE_MS;
  const lostCount = () => [...unreadable.values()].filter(isLost).length;

  /** A thread is open and not one message of it can be read: the webmail has changed. */
  function selfCheck() {
    if (states.size || !adapter?.showsThread()) soundSince = performance.now();
    const now = !states.size && (lostCount() > 0 || performance.now() - soundSince > SELF_CHECK_MS);
    if (now === broken) return;
    broken = now;
    pageStrip?.host.remove();
    pageStrip = null;
    if (!broken) return;
    console.warn('Honmono: this page has not the shape that is known; nothing is checked.');
    pageStrip = honmono.strip.page('broken', () => {});
    document.body.append(pageStrip.host);
  }

  /** @param {boolean} [whole] with the mails themselves */
  const tabReport = (whole = true) => honmono.report.of([...states.values()], { lost: lostCount(), broken, paused: !settings.active, whole });

  function report() {
    const summary = tabReport(false);
    const text = JSON.stringify(summary);
    if (text === reported) return;
    reported = text;
    honmono.checker.send({ type: 'report', report: summary }).catch(() => {});
  }

  // --- links -----------------------------------------------------------------------------------------------

  /** What was checked, if the link still is what was checked. @param {Element} element @returns {LinkFacts | null} */
  function factsOf(element) {
    const place = linkPlaces.get(element);
    const state = place && states.get(place.state.facts.box);
    if (!place || !state || state !== place.state || !plain(element).isConnected) return null;
    const sent = state.facts.request.links?.[place.index];
    const url = guard.url(element);
    if (!sent || sent.url !== url.slice(0, honmono.adapter.limits.urlLength)) return null;
    const verdict = verdictOf(state);
    const link = verdict?.links.find((entry) => entry.index === place.index) ?? null;
    const findings = (verdict?.findings ?? []).filter(({ target }) => target.kind === 'link' && target.index === place.index);
    return { element, url, text: sent.text ?? '', checked: Boolean(link), link, findings, verdict, guarded: Boolean(link?.guard && settings.guard && !guard.isReleased(element)) };
  }

  /** @param {Element} element @returns {'open' | 'wait' | 'ask'} */
  function decide(element) {
    if (!settings.guard || !settings.active || !adapter?.active()) return 'open';
    const box = adapter.boxOf(element);
    if (!box && !linkPlaces.has(element)) return 'open';
    let facts = factsOf(element);
    if (!facts) {
      // Added or changed since the last look.
      if (box) reader.lookNow(box);
      facts = factsOf(element);
    }
    const state = linkPlaces.get(element)?.state;
    if (!facts || !state) return 'open';
    if (!state.answer) return 'wait';
    return facts.guarded ? 'ask' : 'open';
  }

  guard.decide = decide;
  guard.ask = (element, gesture) => {
    const facts = factsOf(element);
    if (facts) honmono.card.ask(facts, gesture);
  };
  guard.unchecked = (element) => {
    const state = linkPlaces.get(element)?.state;
    if (state && !state.answer) drawUnchecked(state, 'timeout');
  };

  // --- life ------------------------------------------------------------------------------------------------

  /** The extension was replaced or removed: leave the page as it was, and say so unless a new instance takes over. */
  function orphan() {
    const { host } = honmono.strip.page('reload', () => location.reload());
    honmono.stop();
    let taken = false;
    document.addEventListener('honmono-takeover', () => void (taken = true), { once: true });
    setTimeout(() => {
      if (taken || document.querySelector('honmono-strip[data-state=reload]')) return;
      document.body.append(host);
    }, TAKEOVER_MS);
  }

  /** The keyboard's way from warning to warning: to the banner after the one that has the focus. */
  function nextWarning() {
    const banners = [...states.values()].flatMap(({ banner }) => banner ?? [])
      .sort((one, other) => (one.host.compareDocumentPosition(other.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const { host, root } = banners[(banners.findIndex((each) => each.root.activeElement) + 1) % banners.length] ?? {};
    host?.scrollIntoView?.({ block: 'nearest' });
    const action = host?.dataset.state === 'folded' ? 'unfold' : 'details';
    /** @type {HTMLElement | null | undefined} */ (root?.querySelector(`[data-action=${action}]`))?.focus();
  }

  /** @param {any} message @param {any} sender @param {(reply: any) => void} reply */
  function onMessage(message, sender, reply) {
    if (sender.id !== api.runtime.id || sender.tab) return;
    if (message?.type === 'state') reply(tabReport());
    else if (message?.type === 'refresh') void refresh();
    else if (message?.type === 'next-warning') nextWarning();
    else if (message?.type === 'ping') reply({ version: api.runtime.getManifest().version });
  }

  /** Settings, profile or language have changed: everything is asked again. */
  async function refresh() {
    await loadSettings();
    if (signal.aborted) return;
    honmono.card.close();
    reader.dirty();
    if (settings.active) for (const state of states.values()) void check(state);
    void reader.scan(performance.now(), 'all');
  }

  async function loadSettings() {
    const asked = ++settingsAsked;
    const reply = await honmono.checker.send({ type: 'start' }).catch(() => null);
    // Replies overtake each other; the newest question has the newest answer.
    if (!reply?.labels || signal.aborted || asked < settingsTaken) return;
    settingsTaken = asked;
    honmono.labels = reply.labels;
    honmono.language = reply.language;
    settings = { guard: reply.guard !== false, marks: reply.marks !== false, active: reply.active !== false };
  }

  async function start() {
    api.runtime.onMessage.addListener(onMessage);
    signal.addEventListener('abort', () => {
      for (const state of states.values()) clear(state);
      states.clear();
      for (const box of [...unreadable.keys()]) readable(box);
      pageStrip?.host.remove();
      try {
        api.runtime.onMessage.removeListener(onMessage);
      } catch {
        // The extension is gone, and its listener with it.
      }
    });
    await loadSettings();
    if (signal.aborted || !adapter) return;
    // Whatever an earlier instance could not take with it.
    for (const left of document.querySelectorAll('honmono-banner, honmono-mark, honmono-card, honmono-strip')) left.remove();
    honmono.drawing.start({ adapter, settings: () => settings, factsOf, again });
    honmono.card.start((element) => factsOf(element), signal);
    reader.start({ adapter, read(facts, appeared) { readable(facts.box); take(facts, appeared); }, unreadable: cannotRead, look });
    honmono.observer.start({ scan: (appeared, unasked) => void reader.scan(appeared, unasked ? 'unasked' : 'changed'), dirty: reader.dirty, signal });
    document.addEventListener('visibilitychange', () => void retryUnchecked(), { signal });
    window.addEventListener('focus', () => void retryUnchecked(), { signal });
    void reader.scan(performance.now(), 'all');
  }

  /** The reader has come back, perhaps from installing the program. */
  async function retryUnchecked() {
    if (document.hidden) return;
    for (const state of [...states.values()]) {
      if (state.answer?.state === 'unchecked' && !signal.aborted) await again(state);
    }
  }

  honmono.orphan = orphan;
  honmono.main = {
    states: () => [...states.values()].map((state) => ({ id: state.facts.id, state: state.answer?.state ?? 'pending', level: verdictOf(state)?.level ?? 'none' })),
  };
  if (adapter?.active()) void start();
})(globalThis.honmono);
