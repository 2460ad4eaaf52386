// The banner over one message.
//
// No link of a mail may move under the reader's pointer. A verdict that comes with the message (a warm host answers
// in a few milliseconds) is drawn in the flow, above the body, before the first frame that anybody could aim at. A
// late verdict (a cold host, a changed profile) must not push anything: the same banner then takes no height and
// covers the header row upwards from the body's top edge, so that it hides neither a link nor the text of the mail,
// and names the sender that it covers. Everything that opens on demand hangs below it as a panel, again without height.
((honmono) => {
  'use strict';
  if (honmono.banner) return;
  const { make, surface, isolate, isDark, icon } = honmono.dom;

  const ROOM_LEFT = 6;
  const LEAST_ROOM = 72;

  const CSS = `
:host { display: block !important; position: relative !important; z-index: 3 !important; }
:host([data-place=over]) { height: 0 !important; }
.bar { border: 1px solid var(--accent); border-inline-start-width: 6px; border-radius: 8px; background: var(--tint); margin: 4px 0 8px; padding: 8px 12px; }
:host([data-place=over]) .bar { position: absolute; inset-inline: 0; bottom: 0; margin: 0 0 2px; padding-block: 6px; display: flex; flex-direction: column; max-height: var(--honmono-room, none); box-shadow: 0 1px 6px #0005; }
.head { display: flex; gap: 8px; align-items: baseline; }
.head .icon { align-self: center; width: 20px; height: 20px; }
.headline { flex: 1; font-size: 14px; font-weight: 600; }
:host([data-place=over]) .why { min-height: 20px; overflow: auto; }
:host([data-place=over]) .reasons li { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.reasons { padding-inline-start: 46px; }
.answer { padding-inline-start: 28px; }
.answer > * { display: inline; }
.answer > :not(:last-child)::after { content: " · "; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 6px; }
:host([data-place=over]) .buttons { margin-top: 4px; }
.drop { position: absolute; inset-inline: 0; top: calc(100% - 8px); z-index: 4; max-height: 60vh; overflow: auto; padding: 10px 12px; background: var(--ground); border: 1px solid var(--accent); border-radius: 0 0 8px 8px; box-shadow: 0 6px 16px #0004; }
:host([data-place=over]) .drop { top: 0; }
.findings { list-style: none; display: grid; gap: 10px; margin-bottom: 8px; }
.evidence { display: grid; grid-template-columns: max-content 1fr; gap: 0 10px; font-size: 12px; }
.step { display: grid; gap: 6px; justify-items: start; padding: 6px 0; }
input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: 2px 6px; min-width: 16em; }
pre { font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; border: 1px solid var(--line); border-radius: 4px; padding: 8px; margin: 6px 0; }
:host([data-state=folded]) .bar { padding-block: 2px; }
:host([data-state=folded]) :is(.why, .buttons, .drop) { display: none; }
:host([data-state=folded]) .headline { font-weight: 400; font-size: 13px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
:host(:not([data-state=folded])) [data-action=undo] { display: none; }
`;

  /** @param {string} action @param {string} label @param {string} [kind] */
  const button = (action, label, kind = '') => make('button', { type: 'button', class: `button ${kind}`, 'data-action': action }, label);

  /** @param {Verdict} verdict */
  function answerLines(verdict) {
    const answer = honmono.words.officialAnswer(verdict);
    const lines = make('div', { class: 'answer' });
    if (answer.senders) lines.append(make('p', {}, honmono.t('officialSenders', isolate(answer.brand), answer.senders)));
    if (answer.siteHost) lines.append(make('p', {}, honmono.t('officialSite', isolate(answer.brand), isolate(answer.siteHost))));
    if (answer.advisory) lines.append(make('a', { href: answer.advisory, target: '_blank', rel: 'noopener noreferrer' }, honmono.t('advisory')));
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

  /** One panel at a time hangs below the banner. @param {Surface} made @param {HTMLElement} drop */
  function panels({ host }, drop) {
    let open = '';
    /** @param {string} name @param {HTMLElement} opener @param {() => HTMLElement} build */
    return (name, opener, build) => {
      const close = open === name;
      for (const other of opener.parentElement?.querySelectorAll('[aria-expanded]') ?? []) other.setAttribute('aria-expanded', 'false');
      drop.replaceChildren();
      open = close ? '' : name;
      drop.toggleAttribute('hidden', close);
      opener.setAttribute('aria-expanded', String(!close));
      if (!close) drop.append(build());
      host.setAttribute('data-state', open || 'open');
    };
  }

  /** @param {Surface} made @param {MessageState} state @param {BannerActions} actions @param {string | null} site @param {HTMLElement} drop */
  function buttonRow(made, state, actions, site, drop) {
    const toggle = panels(made, drop);
    const row = make('div', { class: 'buttons' });
    if (site) row.append(make('a', { class: 'button first', 'data-action': 'open-official', href: site, target: '_blank', rel: 'noopener noreferrer' }, honmono.t('openOfficial')));
    const report = button('report', honmono.t('report'));
    const details = button('details', honmono.t('details'));
    for (const opener of [report, details]) opener.setAttribute('aria-expanded', 'false');
    const dismiss = button('dismiss', honmono.t('dismiss'), 'quiet');
    report.addEventListener('click', () => toggle('report', report, () => reportPanel(actions)));
    details.addEventListener('click', () => toggle('details', details, () => honmono.details.build(state, actions)));
    dismiss.addEventListener('click', () => {
      state.folded = true;
      drop.setAttribute('hidden', '');
      made.host.setAttribute('data-state', 'folded');
    });
    row.append(report, details, dismiss);
    return row;
  }

  /** @param {MessageState} state @param {BannerActions} actions @param {boolean} late @returns {Surface} */
  function draw(state, actions, late) {
    const verdict = state.answer?.state === 'checked' ? state.answer.verdict : null;
    const level = verdict?.level ?? 'none';
    const place = late ? 'over' : 'flow';
    const made = surface('honmono-banner', CSS, { 'data-level': level, 'data-state': state.folded ? 'folded' : 'open', 'data-place': place });
    if (!verdict) return made;
    const { lines, site } = answerLines(verdict);
    const drop = make('div', { class: 'surface drop', hidden: '' });
    const undo = button('undo', honmono.t('undo'), 'quiet');
    undo.addEventListener('click', () => {
      state.folded = false;
      made.host.setAttribute('data-state', 'open');
    });
    const head = make('div', { class: 'head' }, icon(level), make('span', { class: 'level' }, honmono.words.level(level)),
      make('p', { class: 'headline' }, honmono.words.headline(state)), undo, make('span', { class: 'brand' }, 'Honmono'));
    const reasons = make('ul', { class: 'reasons' }, ...honmono.words.reasons(verdict).map((reason) => make('li', {}, reason)));
    // One announcement for a thread: the first banner speaks, the others are regions to be found.
    const role = state.announced ? 'alert' : 'region';
    const bar = make('div', { class: 'surface bar' }, head, make('div', { class: 'why' }, reasons, lines), buttonRow(made, state, actions, site, drop));
    made.root.append(make('section', { role, 'aria-label': `Honmono: ${honmono.words.level(level)}` }, bar, drop));
    if (isDark(state.facts.body)) made.host.setAttribute('data-theme', 'dark');
    return made;
  }

  /** A banner that covers upwards ends where the page can still be scrolled to; what has no room scrolls inside it. @param {Surface} made */
  function fit({ host }) {
    if (host.dataset.place !== 'over') return;
    let edge = -window.scrollY;
    for (let at = host.parentElement; at; at = at.parentElement) {
      if (!/auto|scroll|hidden/.test(getComputedStyle(at).overflowY) || at === document.body || at === document.documentElement) continue;
      edge = at.getBoundingClientRect().top - at.scrollTop;
      break;
    }
    const room = host.getBoundingClientRect().top - edge - ROOM_LEFT;
    host.style.setProperty('--honmono-room', `${Math.max(room, LEAST_ROOM)}px`);
  }

  /** Marks that the mail hides become a line here. @param {Surface} made @param {string[]} names */
  function hiddenMarks({ root }, names) {
    root.querySelector('.hidden-marks')?.remove();
    if (!names.length) return;
    root.querySelector('.reasons')?.append(make('li', { class: 'hidden-marks' }, honmono.t('hiddenMarks', names.map(isolate).join(', '))));
  }

  honmono.banner = { draw, fit, hiddenMarks };
})(globalThis.honmono);
