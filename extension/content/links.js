// What is known of one link, and what the guard is to do with it.
((honmono) => {
  'use strict';
  if (honmono.links) return;
  const { guard, messages, plain, reader } = honmono;

  /** @type {Parameters<Honmono['links']['start']>[0]} */
  let context;

  /** @param {Element} element */
  const opens = (element) => !context.settings().guard || guard.isReleased(element);

  /** What was checked, if the link still is what was checked. @param {Element} element @returns {LinkFacts | null} */
  function factsOfSent(element) {
    const place = messages.placeOf(element);
    if (!place || !plain(element).isConnected) return null;
    const { state, index } = place;
    const sent = state.facts.request.links?.[index];
    const url = guard.url(element);
    if (!sent || sent.url !== url.slice(0, honmono.adapter.limits.urlLength)) return null;
    const verdict = honmono.words.verdictOf(state);
    const link = verdict?.links.find((entry) => entry.index === index) ?? null;
    const findings = (verdict?.findings ?? []).filter(({ target }) => target.kind === 'link' && target.index === index);
    // In a danger, a link that has no verdict (there were too many) may be the very one that matters.
    const held = link ? link.guard : verdict?.level === 'danger';
    return { element, url, text: sent.text ?? '', checked: Boolean(link), link, findings, verdict, guarded: held && !opens(element) };
  }

  /** @param {Element} element */
  const leads = (element) => (plain(element).matches('a, area') ? guard.attribute(element, 'href') !== null : plain(element).matches('form[action], [formaction]'));

  /** The message that a link is in, sent with it or one link too many. @param {Element} element */
  function stateOf(element) {
    const place = messages.placeOf(element);
    if (place) return place.state;
    const box = leads(element) ? context.adapter.boxOf(element) : null;
    return box && messages.of(box);
  }

  /** A link that was not sent, in a mail that is a danger. @param {Element} element @returns {LinkFacts | null} */
  function factsOfUnsent(element) {
    const state = stateOf(element);
    const verdict = state && honmono.words.verdictOf(state);
    if (verdict?.level !== 'danger') return null;
    return { element, url: guard.url(element), text: (plain(element).textContent ?? '').trim(), checked: false, link: null, findings: [], verdict, guarded: !opens(element) };
  }

  /** @param {Element} element */
  const factsOf = (element) => factsOfSent(element) ?? factsOfUnsent(element);

  /** @param {Element} element @returns {'open' | 'wait' | 'ask'} */
  function decide(element) {
    const { adapter } = context;
    const settings = context.settings();
    if (!settings.guard || !settings.active || !adapter.active()) return 'open';
    if (!factsOfSent(element)) {
      // Added or changed since the last look.
      const box = adapter.boxOf(element);
      if (!box) return 'open';
      reader.lookNow(box);
    }
    const state = stateOf(element);
    if (!state) return 'open';
    if (!state.answer) return 'wait';
    return factsOf(element)?.guarded ? 'ask' : 'open';
  }

  /** @param {Element} element @param {Gesture} gesture */
  function ask(element, gesture) {
    const facts = factsOf(element);
    if (facts) honmono.card.ask(facts, gesture);
  }

  /** @param {Element} element */
  function unchecked(element) {
    const state = stateOf(element);
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
