// "Not checked": a quiet chip at one message, and a strip at the foot of the page where the whole tab is not covered.
((honmono) => {
  'use strict';
  if (honmono.strip) return;
  const { make, surface, isolate, isDark, icon } = honmono.dom;

  const CHIP_CSS = `
:host { display: block !important; position: relative !important; height: 0 !important; z-index: 2 !important; }
.surface { position: absolute; inset-inline-end: 0; bottom: 0; display: flex; gap: 4px 8px; align-items: center; max-width: 100%; padding: 1px 2px 1px 8px; font-size: 12px; border: 1px dashed var(--line); border-radius: 6px; }
b, .button { white-space: nowrap; }
.button { flex: none; min-height: 24px; padding: 0 8px; }
:host([data-reason=changed]) .surface:not(:hover, :focus-within) .facts { display: none; }
.facts { min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.surface:is(:hover, :focus-within) .facts { white-space: normal; }
`;
  const PAGE_CSS = `
:host { position: fixed !important; inset-inline: 0 !important; bottom: 0 !important; z-index: 2147483000 !important; display: block !important; }
.surface { display: flex; gap: 8px; align-items: center; justify-content: center; padding: 6px 12px; border-top: 2px solid var(--line); }
`;

  /** @param {HTMLElement} host */
  function closer(host) {
    const close = make('button', { type: 'button', class: 'button quiet', 'data-action': 'close' }, honmono.t('close'));
    close.addEventListener('click', () => host.remove());
    return close;
  }

  /** @param {Surface} made @param {Element} near */
  function themed(made, near) {
    if (isDark(near)) made.host.setAttribute('data-theme', 'dark');
    return made;
  }

  honmono.strip = {
    message(reason, address, near, again) {
      const made = surface('honmono-strip', CHIP_CSS, { 'data-level': 'none', 'data-state': 'unchecked', 'data-reason': reason });
      const partial = reason === 'partial';
      const retry = make('button', { type: 'button', class: 'button', 'data-action': 'reload' }, honmono.t('checkAgain'));
      retry.addEventListener('click', again);
      made.root.append(make('div', { class: 'surface', role: 'status' }, icon('notice'), make('span', { class: 'brand' }, 'Honmono'), make('b', {}, honmono.t(partial ? 'partlyChecked' : 'notChecked')),
        make('span', { class: 'facts' }, address && !partial ? `${honmono.t('factsOnly')} ${honmono.t('factSender', isolate(address))} ` : '', make('span', { class: 'soft' }, honmono.words.reason(reason))), ...(partial ? [] : [retry])));
      return themed(made, near);
    },
    page(state, act) {
      const made = surface('honmono-strip', PAGE_CSS, { 'data-level': 'none', 'data-state': state });
      const bar = make('div', { class: 'surface', role: 'status' }, icon('notice'), make('span', { class: 'brand' }, 'Honmono'), make('span', {}, honmono.t(state === 'broken' ? 'pageChanged' : 'reloadTab')));
      if (state === 'reload') {
        const reload = make('button', { type: 'button', class: 'button', 'data-action': 'reload' }, honmono.t('reload'));
        reload.addEventListener('click', act);
        bar.append(reload);
      }
      bar.append(closer(made.host));
      made.root.append(bar);
      return themed(made, document.body);
    },
  };
})(globalThis.honmono);
