// What the background and the popup are told of a tab.
((honmono) => {
  'use strict';
  if (honmono.report) return;

  const LOUD = ['danger', 'warning'];

  const { isPartial, verdictOf } = honmono.words;
  /** @param {MessageState} state @returns {Reason[]} */
  const reasonOf = (state) => (state.answer?.state === 'unchecked' ? [state.answer.reason] : []);

  /** @param {MessageState} state */
  function mailOf(state) {
    const verdict = verdictOf(state);
    const { sender, subject } = state.facts.request;
    const calm = isPartial(state) ? /** @type {Level} */ ('notice') : null;
    const findings = (verdict?.findings ?? []).map(({ level, title, code, detail }) => ({ level: calm ?? level, title: title ?? code, detail: detail ?? '' }));
    return { sender: sender?.address ?? '', subject: subject ?? '', level: calm ?? verdict?.level ?? 'none', findings };
  }

  honmono.report = {
    of(states, { lost, broken, paused, whole }) {
      const partial = states.filter(isPartial);
      const warned = states.filter((state) => !isPartial(state)).map((state) => verdictOf(state)?.level ?? 'none').filter((level) => LOUD.includes(level));
      const reasons = states.flatMap(reasonOf);
      return {
        messages: states.length + lost,
        warned: warned.length,
        unchecked: reasons.length + partial.length + lost,
        level: warned.includes('danger') ? 'danger' : warned.length ? 'warning' : 'none',
        reason: reasons[0] ?? (lost ? 'changed' : partial.length ? 'partial' : null),
        broken,
        paused,
        mails: whole ? states.filter(verdictOf).map(mailOf) : [],
      };
    },
  };
})(globalThis.honmono);
