// The banner over one message.
//
// No link of a mail may move under the reader's pointer. A verdict that comes with the message (a warm host answers
// in a few milliseconds) is drawn in the flow, above the body, before anybody could aim at a link. A late verdict (a
// cold host, a changed profile) must not push anything: the same banner then takes no height and is one line, over
// the row between the sender and the body; what it has no room for is in the details. It covers neither the sender
// nor a link. Everything that opens on demand hangs below it as a panel, again without height.
((honmono) => {
  'use strict';
  if (honmono.banner) return;
  const { make, surface, isolate, isDark, icon } = honmono.dom;

  const NARROW = 720;
  const APART = 2;

  const CSS = `
:host { display: block !important; position: relative !important; z-index: 3 !important; }
:host([data-place=over]) { height: 0 !important; }
.bar { border: 1px solid var(--accent); border-inline-start-width: 6px; border-radius: 8px; background: var(--tint); margin: 4px 0 8px; padding: 8px 12px; }
.head { display: flex; gap: 8px; align-items: baseline; min-width: 0; }
.head .icon { align-self: start; width: 20px; height: 20px; }
.headline { flex: 1; min-width: 0; font-size: 14px; font-weight: 600; }
.bar > :is(.why, .buttons, .hidden-marks) { padding-inline-start: 28px; }
.reasons { padding-inline-start: 1.3em; margin: 2px 0; }
.answer > p > span:not(:last-child)::after { content: " · "; }
.buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 8px; }
.drop { position: absolute; inset-inline: 0; top: calc(100% - 1px); z-index: 4; max-height: 60vh; overflow: auto; padding: 10px 12px; background: var(--ground); border: 1px solid var(--accent); border-radius: 0 0 8px 8px; box-shadow: 0 6px 16px #0004; }
.drop .why { padding-bottom: 10px; margin-bottom: 10px; border-bottom: 1px solid var(--rule); }
.drop .reasons { display: none; }
.full { font-weight: 600; }
.panel { display: grid; gap: 8px; justify-items: start; }
.panel > :is(ul, pre) { justify-self: stretch; }
.findings { list-style: none; display: grid; gap: 10px; }
.finding { padding-inline-start: 22px; }
.finding + .finding { padding-top: 10px; border-top: 1px solid var(--rule); }
.finding .icon { margin-inline: -22px 6px; }
.finding b { font-weight: 600; }
.evidence { display: grid; grid-template-columns: minmax(7em, max-content) 1fr; gap: 0 10px; margin-top: 2px; font-size: 12px; }
.trust { display: grid; gap: 6px; justify-items: start; }
.trust > .quiet { margin-inline-start: -12px; }
.step { display: grid; gap: 6px; justify-items: start; }
.step label { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; min-height: 28px; padding: 2px 8px; min-width: 16em; }
pre { font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; }
:host([data-place=over]) .bar { position: absolute; inset-inline: 0; bottom: calc(var(--honmono-shift, 0px) * -1); margin: 0; box-shadow: 0 1px 4px #0004; }
:host([data-place=over]) .drop { top: var(--honmono-shift, 0px); }
:host([data-size]) .bar { display: flex; align-items: center; gap: 2px 12px; padding: 1px 8px; }
:host([data-size]) .head { flex: 1; align-items: center; }
:host([data-size]) .head .icon { align-self: center; width: 16px; height: 16px; }
:host([data-size]) .bar > :is(.buttons, .hidden-marks) { padding: 0; }
:host([data-size]) .headline { font-size: 13px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
:host([data-size]) .bar > .why { display: none; }
:host([data-size]) .buttons { margin: 0; gap: 4px; }
:host([data-size]) .buttons .button { min-height: 24px; padding: 0 8px; font-size: 12px; }
:host([data-size]) .hidden-marks { font-size: 12px; max-width: 40%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
:host(:is([data-size=narrow], [data-size=tight]:is([data-state=details], [data-state=report]))) .bar { flex-wrap: wrap; }
:host(:is([data-size=narrow], [data-size=tight]:is([data-state=details], [data-state=report]))) :is(.head, .hidden-marks) { flex-basis: 100%; max-width: none; }
:host([data-size=tight][data-state=open]) :is([data-action=open-official], [data-action=report], .brand, .hidden-marks) { display: none; }
:host([data-size]) .head > .button { min-height: 24px; padding: 0 8px; }
:host([data-state=folded]) .bar { padding-block: 1px; }
:host([data-state=folded]) .head { align-items: center; }
:host([data-state=folded]) .head .icon { align-self: center; }
:host([data-state=folded]) :is(.why, .buttons, .drop) { display: none; }
:host([data-state=folded]) .headline { font-weight: 400; font-size: 13px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
:host(:not([data-state=folded])) [data-action=unfold] { display: none; }
`;

  /** @param {string} action @param {string} label @param {string} [kind] */
  const button = (action, label, kind = '') => make('button', { type: 'button', class: `button ${kind}`, 'data-action': action }, label);

  /** @param {Verdict} verdict */
  function answerLines(verdict) {
    const answer = honmono.words.officialAnswer(verdict);
    const lines = make('div', { class: 'answer' });
    if (answer.senders) lines.append(make('p', {}, honmono.t('officialSenders', isolate(answer.brand), answer.senders)));
    const second = make('p', {});
    // Where the senders are named by the site's own domain, once is enough.
    if (answer.siteHost && answer.senders !== isolate(answer.siteHost)) second.append(make('span', {}, honmono.t('officialSite', isolate(answer.brand), isolate(answer.siteHost))));
    if (answer.advisory) second.append(make('span', {}, make('a', { href: answer.advisory, target: '_blank', rel: 'noopener noreferrer' }, honmono.t('advisory'))));
    if (second.hasChildNodes()) lines.append(second);
    return { lines, site: answer.site };
  }

  /** @param {BannerActions} actions */
  function reportPanel(actions) {
    const text = actions.report();
    const status = make('p', { role: 'status', class: 'soft' });
    const copy = button('copy', honmono.t('copyReport'));
    const [copied, notCopied] = [honmono.t('copied'), honmono.t('notCopied')];
    copy.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text);
        status.textContent = copied;
      } catch {
        status.textContent = notCopied;
      }
    });
    return make('div', { class: 'panel' }, make('p', {}, honmono.t('reportExplained')), make('pre', { tabindex: '0' }, text), copy, status, make('p', { class: 'soft' }, honmono.t('reportWhere')));
  }

  /** One panel at a time hangs below the banner; what the short form leaves out comes first in the details. @param {Surface} made @param {MessageState} state @param {HTMLElement} drop */
  function panels({ host, root }, { view }, drop) {
    /** @param {BannerView['panel']} name '' closes @param {() => HTMLElement} [build] */
    return (name, build) => {
      for (const opener of root.querySelectorAll('[aria-expanded]')) opener.setAttribute('aria-expanded', String(opener.getAttribute('data-action') === name));
      const why = /** @type {HTMLElement} */ (root.querySelector('.why'));
      root.querySelector('.bar')?.insertBefore(why, root.querySelector('.buttons'));
      drop.replaceChildren();
      drop.toggleAttribute('hidden', !build);
      view.panel = name;
      if (name !== 'details') Object.assign(view, { trust: false, typed: '' });
      if (build) drop.append(...(host.dataset.size && name === 'details' ? [why] : []), build());
      host.setAttribute('data-state', name || 'open');
    };
  }

  /** @param {Surface} made @param {MessageState} state @param {BannerActions} actions @param {{site: string | null, drop: HTMLElement, fold: () => void}} parts */
  function buttonRow(made, state, actions, { site, drop, fold }) {
    const show = panels(made, state, drop);
    /** @type {Record<string, () => void>} */
    const openers = {
      report: () => show('report', () => reportPanel(actions)),
      details: () => show('details', () => honmono.details.build(state, actions)),
    };
    const row = make('div', { class: 'buttons' });
    if (site) row.append(make('a', { class: 'button first', 'data-action': 'open-official', href: site, target: '_blank', rel: 'noopener noreferrer' }, honmono.t('openOfficial')));
    for (const [name, open] of Object.entries(openers)) {
      const opener = button(name, honmono.t(name));
      opener.setAttribute('aria-expanded', 'false');
      opener.addEventListener('click', () => (state.view.panel === name ? show('') : open()));
      row.append(opener);
    }
    const dismiss = button('dismiss', honmono.t('dismiss'), 'quiet');
    dismiss.addEventListener('click', () => {
      show('');
      state.folded = true;
      fold();
    });
    row.append(dismiss);
    return { row, reopen: () => openers[state.view.panel]?.() };
  }

  /** @param {Surface} made @param {MessageState} state @param {Verdict} verdict */
  function headLine({ host }, state, verdict) {
    const headline = make('p', { class: 'headline' });
    const unfold = button('unfold', honmono.t('show'), 'quiet');
    // One line has room for the short sentence.
    const fold = () => {
      headline.textContent = honmono.words.headline(state, state.folded || Boolean(host.dataset.size));
      host.setAttribute('data-state', state.folded ? 'folded' : 'open');
    };
    unfold.addEventListener('click', () => {
      state.folded = false;
      fold();
    });
    fold();
    const line = make('div', { class: 'head' }, icon(verdict.level), make('span', { class: 'level' }, honmono.words.level(verdict.level)), headline, unfold, make('span', { class: 'brand' }, 'Honmono'));
    return { line, fold };
  }

  /** @param {MessageState} state @param {BannerActions} actions @param {{late: boolean, first: boolean, alert: boolean}} how @returns {Surface} */
  function draw(state, actions, { late, first, alert }) {
    const verdict = honmono.words.verdictOf(state);
    const level = verdict?.level ?? 'none';
    const made = surface('honmono-banner', CSS, { 'data-level': level, 'data-state': state.folded ? 'folded' : 'open', 'data-place': late ? 'over' : 'flow', ...(late || !first ? { 'data-size': 'compact' } : {}) });
    if (!verdict) return made;
    const { lines, site } = answerLines(verdict);
    const drop = make('div', { class: 'surface drop', hidden: '' });
    const items = honmono.words.reasons(verdict).map((reason) => make('li', {}, reason));
    const reasons = items.length ? [make('ul', { class: 'reasons' }, ...items)] : [];
    const full = made.host.dataset.size ? [make('p', { class: 'full' }, honmono.words.headline(state, false))] : [];
    const { line, fold } = headLine(made, state, verdict);
    const { row, reopen } = buttonRow(made, state, actions, { site, drop, fold });
    const bar = make('div', { class: 'surface bar' }, line, make('div', { class: 'why' }, ...full, ...reasons, lines), row);
    // One announcement for a thread: the first banner speaks, the others are regions to be found.
    const name = honmono.t('labelled', 'Honmono', [honmono.words.level(level), isolate(state.facts.request.sender?.address ?? '')].join(honmono.t('listComma')));
    made.root.append(make('section', { role: alert ? 'alert' : 'region', 'aria-label': name }, bar, drop));
    if (!state.folded) reopen();
    if (isDark(state.facts.body)) made.host.setAttribute('data-theme', 'dark');
    return made;
  }

  /**
   * A banner over the page ends at the body's top edge. Where there is too little room between the sender and the body,
   * it goes down as far as the first link allows; a narrow one that would still cover the sender keeps to one line until
   * it is opened.
   * @param {Surface} made @param {MessageFacts} facts
   */
  function fit({ host, root }, { senderNode, links }) {
    if (host.dataset.place !== 'over') return;
    const bar = /** @type {HTMLElement} */ (root.querySelector('.bar'));
    host.dataset.size = bar.getBoundingClientRect().width < NARROW ? 'narrow' : 'compact';
    const { top } = host.getBoundingClientRect();
    const tops = links.map((link) => honmono.plain(link).getBoundingClientRect()).filter((box) => box.height > 0 && box.bottom > top).map((box) => box.top);
    const sender = senderNode?.getBoundingClientRect();
    const wanted = () => (sender?.height ? bar.getBoundingClientRect().height - (top - sender.bottom - APART) : 0);
    const room = Math.min(...tops) - top - APART;
    if (host.dataset.size === 'narrow' && wanted() > room) host.dataset.size = 'tight';
    const shift = Math.max(0, Math.min(wanted(), room));
    host.style.setProperty('--honmono-shift', `${Math.round(shift)}px`);
  }

  /** Marks that the mail hides become a line here. @param {Surface} made @param {string[]} names */
  function hiddenMarks({ root }, names) {
    root.querySelector('.hidden-marks')?.remove();
    if (!names.length) return;
    root.querySelector('.head')?.after(make('p', { class: 'hidden-marks' }, honmono.t('hiddenMarks', names.map(isolate).join(honmono.t('listComma')))));
  }

  /** @returns {BannerView} */
  const view = () => ({ place: '', panel: '', trust: false, typed: '', focus: '', scroll: 0 });

  /** Before a banner is drawn anew: where the reader is in it. @param {MessageState} state */
  function keep({ banner, view: kept }) {
    if (!banner) return;
    kept.focus = banner.root.activeElement?.getAttribute('data-action') ?? '';
    kept.scroll = banner.root.querySelector('.drop')?.scrollTop ?? 0;
  }

  /** And back there, once it is in the page. @param {MessageState} state */
  function restore({ banner, view: kept }) {
    const drop = banner?.root.querySelector('.drop');
    if (drop && kept.scroll) drop.scrollTop = kept.scroll;
    if (kept.focus) /** @type {HTMLElement | null | undefined} */ (banner?.root.querySelector(`[data-action=${kept.focus}]`))?.focus({ preventScroll: true });
  }

  honmono.banner = { view, keep, restore, draw, fit, hiddenMarks };
})(globalThis.honmono);
