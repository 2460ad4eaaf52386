// "Not checked": a quiet chip at one message, and a strip at the foot of the page where the whole tab is not covered.
((honmono) => {
  'use strict';
  if (honmono.strip) return;
  const { make, surface, isolate, icon } = honmono.dom;

  const CHIP_CSS = `
:host { display: block !important; position: relative !important; height: 0 !important; z-index: 2 !important; }
.surface { position: absolute; inset-inline-end: 0; bottom: 0; display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; max-width: 100%; padding: 2px 8px; font-size: 12px; border: 1px dashed var(--line); border-radius: 6px; }
.button { min-height: 24px; padding: 0 6px; }
.why { display: none; flex-basis: 100%; }
.surface:is(:hover, :focus-within) .why { display: block; }
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

  honmono.strip = {
    message(reason, address, again) {
      const made = surface('honmono-strip', CHIP_CSS, { 'data-level': 'none', 'data-state': 'unchecked', 'data-reason': reason });
      const retry = make('button', { type: 'button', class: 'button', 'data-action': 'reload' }, honmono.t('checkAgain'));
      retry.addEventListener('click', again);
      made.root.append(make('div', { class: 'surface', role: 'status' }, icon('notice'), make('span', { class: 'brand' }, 'Honmono'), make('b', {}, honmono.t('notChecked')), retry,
        make('span', {}, honmono.t('factsOnly'), address ? ` ${honmono.t('factSender', isolate(address))}` : ''), make('span', { class: 'why soft' }, honmono.words.reason(reason))));
      return made;
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
      return made;
    },
  };
})(globalThis.honmono);
