// The messages on screen and what is known of each: asked for once for each content, again where no answer came, and
// forgotten together with the box they stood in.
((honmono) => {
  'use strict';
  if (honmono.messages) return;
  const { guard, reader, signal, slices } = honmono;
  const { clear, draw, maintain } = honmono.drawing;

  /** Without an answer for this long, a message is "not checked". */
  const ANSWER_MS = 2800;
  // A message that changes again within CALM_MS is restless; after this many changes in a row it must come to rest first.
  const CALM_MS = 500;
  const MOST_CHANGES = 8;
  const RETRIES_MS = [2000, 10_000, 60_000];
  const TRANSIENT = ['died', 'timeout'];

  /** @type {Map<Element, MessageState>} */
  const states = new Map();
  /** @type {WeakMap<Element, {state: MessageState, index: number}>} */
  const linkPlaces = new WeakMap();
  /** @type {Parameters<Honmono['messages']['start']>[0]} */
  let context;
  let asks = 0;
  const began = performance.now();
  let started = began;

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
    // What stood there before the first look has been waiting for that look, too.
    if (!before && appeared <= started) state.since = Math.max(began, appeared);
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

  /** @param {MessageState} state */
  function index(state) {
    state.facts.links.forEach((element, at) => linkPlaces.set(element, { state, index: at }));
  }

  /** No answer in time, for whatever reason: this is said. An answer that still comes is drawn. @param {MessageState} state */
  function overdue(state) {
    if (states.get(state.facts.box) !== state || state.answer) return;
    settle(state, { state: 'unchecked', reason: 'timeout' });
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

  /** Reads the message once more before drawing: a change may not have been seen yet. @param {MessageState} state */
  async function rendersAnew(state) {
    const { box } = state.facts;
    if (reader.isClean(box)) return false;
    const pause = reader.wait(box, true);
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
    slices.begin();
    if (!reader.isClean(box) && !signal.aborted) await reader.look(box, context.adapter.bodyOf(box), state.appeared);
    return states.get(box) !== state;
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
    context.settled();
  }

  /** @param {MessageState} state @param {Reason} reason */
  function retryLater(state, reason) {
    const wait = RETRIES_MS[state.retries];
    if (!TRANSIENT.includes(reason) || wait === undefined) return;
    state.retries++;
    state.retryTimer = window.setTimeout(() => void again(state), wait);
  }

  /** @param {MessageState} state */
  async function again(state) {
    const now = states.get(state.facts.box);
    if (now?.facts.id !== state.facts.id) return;
    await honmono.checker.send({ type: 'retry' }).catch(() => {});
    if (!signal.aborted && states.get(now.facts.box) === now) await check(now);
  }

  honmono.messages = {
    start(given) {
      context = given;
      started = performance.now();
    },
    all: () => [...states.values()],
    has: (box) => states.has(box),
    of: (box) => states.get(box) ?? null,
    take,
    again,
    recheck() {
      for (const state of states.values()) void check(state);
    },
    drop(box) {
      const state = states.get(box);
      if (state) clear(state);
      states.delete(box);
    },
    placeOf(element) {
      const place = linkPlaces.get(element) ?? null;
      return place && states.get(place.state.facts.box) === place.state ? place : null;
    },
  };
})(globalThis.honmono);
