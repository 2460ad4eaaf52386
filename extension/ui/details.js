// The panel behind "Details": every finding with its evidence, and "I know this sender" with a reason to stop first,
// because a mail can tell its reader to press it.
((honmono) => {
  'use strict';
  if (honmono.details) return;
  const { differences, make, isolate, httpsUrl, icon } = honmono.dom;

  /** Names of one host: what says the same as the one before it is left out. */
  const HOSTS = ['hostname', 'domain', 'unicode', 'punycode'];

  /** Who wrote is said once: each finding about the sender has it. */
  const WRITER = ['claimed', 'address'];
  const LINK_LENGTH = 160;

  /** @param {string} key @param {unknown} value */
  const row = (key, value) => [make('dt', { class: 'soft' }, honmono.t(key)), make('dd', {}, isolate(value))];

  /** A sender's name or address shows things, too. @param {string} name @param {Finding} finding */
  const labelOf = (name, { target }) => (name === 'shown' && target.kind !== 'link' ? 'shownThere' : `evidence_${name}`);

  /** What a reader is shown of the evidence: members with a label, each value once. @param {Finding} finding @param {Set<string>} told what earlier findings said */
  function evidenceList(finding, told) {
    const { evidence } = finding;
    const list = make('dl', { class: 'evidence' });
    const seen = new Set();
    const members = Object.entries(evidence ?? {}).filter(([name, value]) => `evidence_${name}` in honmono.labels && ['string', 'number'].includes(typeof value));
    members.sort(([one], [other]) => HOSTS.indexOf(one) - HOSTS.indexOf(other));
    for (const [name, value] of members) {
      if ((HOSTS.includes(name) && seen.has(value)) || (WRITER.includes(name) && told.has(name))) continue;
      seen.add(value);
      if (WRITER.includes(name)) told.add(name);
      list.append(...row(labelOf(name, finding), value));
    }
    const pairs = differences(evidence?.diff);
    if (pairs.length) list.append(make('dt', { class: 'soft' }, honmono.t('evidence_diff')), ...pairs.map((pair) => make('dd', {}, ...pair)));
    return list;
  }

  /** At which link: its text, unless the finding is about that. @param {Finding} finding @param {MessageState} state */
  function linkRow({ target, evidence }, { facts }) {
    const text = target.kind === 'link' && !evidence?.shown ? facts.request.links?.[target.index ?? -1]?.text : '';
    return text ? row('reportLink', text.slice(0, LINK_LENGTH)) : [];
  }

  /** @param {Finding} finding @param {MessageState} state @param {Set<string>} told */
  function findingItem(finding, state, told) {
    const title = make('p', {}, icon(finding.level), make('span', { class: 'level' }, honmono.words.level(finding.level)), ' ', make('b', {}, finding.title || finding.code));
    const item = make('li', { class: 'finding', 'data-code': finding.code, 'data-level': finding.level }, title);
    if (finding.detail) item.append(make('p', { class: 'soft' }, finding.detail));
    const evidence = evidenceList(finding, told);
    evidence.prepend(...linkRow(finding, state));
    item.append(evidence);
    return item;
  }

  /** What the claimed companies say themselves, each page once. @param {Finding[]} findings */
  function advisories(findings) {
    const pages = new Map(findings.map(({ advisory, brand }) => [httpsUrl(advisory), brand?.name ?? '']));
    pages.delete(null);
    return [...pages].map(([page, name]) => make('p', {}, make('a', { href: String(page), target: '_blank', rel: 'noopener noreferrer' }, honmono.t('advisoryOf', isolate(name)))));
  }

  /** @param {MessageState} state @param {BannerActions} actions */
  function trustPart(state, actions) {
    const verdict = honmono.words.verdictOf(state);
    const domain = (state.facts.request.sender?.address ?? '').split('@').pop() ?? '';
    const mustType = verdict?.level === 'danger' && verdict.claims.length > 0;
    const status = make('p', { role: 'status', class: 'soft' });
    const input = /** @type {HTMLInputElement} */ (make('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', 'data-action': 'trust-domain', 'aria-label': honmono.t('typeDomain') }));
    input.value = state.view.typed;
    input.addEventListener('input', () => void (state.view.typed = input.value));
    const confirm = make('button', { type: 'button', class: 'button', 'data-action': 'trust-confirm' }, honmono.t('trustConfirm'));
    const step = make('div', { class: 'step', ...(state.view.trust ? {} : { hidden: '' }) }, make('p', {}, honmono.t('trustWarning')));
    if (mustType) step.append(make('label', {}, honmono.t('typeDomain'), ' ', input));
    step.append(confirm);
    const open = make('button', { type: 'button', class: 'button quiet', 'data-action': 'trust' }, honmono.t('knowSender'));
    open.addEventListener('click', () => {
      state.view.trust = Boolean(step.hidden);
      step.toggleAttribute('hidden', !state.view.trust);
      if (mustType && state.view.trust) input.focus();
    });
    // The words are taken before the wait: afterwards this instance may be gone.
    const [added, failed] = [honmono.t('trustAdded'), honmono.t('trustFailed')];
    confirm.addEventListener('click', async () => {
      if (mustType && input.value.trim().toLowerCase() !== domain.toLowerCase()) {
        status.textContent = honmono.t('typedOther');
        return;
      }
      status.textContent = (await actions.trust()) ? added : failed;
    });
    return make('div', { class: 'trust' }, open, step, status);
  }

  honmono.details = {
    build(state, actions) {
      const verdict = honmono.words.verdictOf(state);
      const told = /** @type {Set<string>} */ (new Set());
      const list = make('ul', { class: 'findings' }, ...(verdict?.findings ?? []).map((finding) => findingItem(finding, state, told)));
      const notes = [verdict?.truncated ? honmono.t('notAllShown') : '', honmono.t('notLookedAt')].filter(Boolean);
      return make('div', { class: 'panel', role: 'group', 'aria-label': honmono.t('details') }, list, ...advisories(verdict?.findings ?? []), make('p', { class: 'soft' }, notes.join(' ')), trustPart(state, actions));
    },
  };
})(globalThis.honmono);
