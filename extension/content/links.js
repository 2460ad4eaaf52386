// What is known of one link, and what the guard is to do with it.
((honmono) => {
  'use strict';
  if (honmono.links) return;
  const { guard, messages, plain, reader } = honmono;

  /** @type {Parameters<Honmono['links']['start']>[0]} */
  let context;

  /** What was checked, if the link still is what was checked. @param {Element} element @returns {LinkFacts | null} */
  function factsOf(element) {
    const place = messages.placeOf(element);
    if (!place || !plain(element).isConnected) return null;
    const { state, index } = place;
    const sent = state.facts.request.links?.[index];
    const url = guard.url(element);
    if (!sent || sent.url !== url.slice(0, honmono.adapter.limits.urlLength)) return null;
    const verdict = honmono.words.verdictOf(state);
    const link = verdict?.links.find((entry) => entry.index === index) ?? null;
    const findings = (verdict?.findings ?? []).filter(({ target }) => target.kind === 'link' && target.index === index);
    return { element, url, text: sent.text ?? '', checked: Boolean(link), link, findings, verdict, guarded: Boolean(link?.guard && context.settings().guard && !guard.isReleased(element)) };
  }

  /** @param {Element} element @returns {'open' | 'wait' | 'ask'} */
  function decide(element) {
    const { adapter } = context;
    const settings = context.settings();
    if (!settings.guard || !settings.active || !adapter.active()) return 'open';
    let facts = factsOf(element);
    if (!facts) {
      // Added or changed since the last look.
      const box = adapter.boxOf(element);
      if (!box) return 'open';
      reader.lookNow(box);
      facts = factsOf(element);
    }
    if (!facts) return 'open';
    if (!messages.placeOf(element)?.state.answer) return 'wait';
    return facts.guarded ? 'ask' : 'open';
  }

  /** @param {Element} element @param {Gesture} gesture */
  function ask(element, gesture) {
    const facts = factsOf(element);
    if (facts) honmono.card.ask(facts, gesture);
  }

  /** @param {Element} element */
  function unchecked(element) {
    const state = messages.placeOf(element)?.state;
    if (state && !state.answer) honmono.drawing.drawUnchecked(state, 'timeout');
  }

  honmono.links = {
    factsOf,
    /** From here on the guard asks us. */
    start(given) {
      context = given;
      Object.assign(guard, { decide, ask, unchecked });
    },
  };
})(globalThis.honmono);
