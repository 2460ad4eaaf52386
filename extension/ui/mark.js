// The small sign at the sender and at a suspicious link. It is positioned out of flow from its place in the text:
// it takes no room, so that nothing in the mail moves when a verdict arrives.
((honmono) => {
  'use strict';
  if (honmono.mark) return;
  const { make, surface, icon, isDark } = honmono.dom;

  const CSS = `
:host { position: absolute !important; z-index: 2 !important; display: inline !important; width: 0 !important; height: 0 !important; }
.mark { position: absolute; left: -4px; bottom: -6px; display: grid; place-items: center; width: 24px; height: 24px; pointer-events: none; }
.disc { display: grid; place-items: center; width: 18px; height: 18px; border-radius: 4px; border: 1px solid var(--accent); }
.disc .icon { width: 12px; height: 12px; }
:host([data-state=sender]) .mark { left: 4px; bottom: auto; top: -4px; grid-auto-flow: column; width: auto; gap: 4px; }
:host([data-state=sender]) .disc { width: auto; padding: 0 6px; grid-auto-flow: column; gap: 4px; font-size: 12px; white-space: nowrap; }
`;

  /** @param {'sender' | 'link'} kind @param {Level} level @param {string} label @returns {Surface} */
  function draw(kind, level, label) {
    const made = surface('honmono-mark', CSS, { 'data-level': level, 'data-state': kind });
    const disc = make('span', { class: 'surface disc' }, icon(level));
    if (kind === 'sender') disc.append(make('span', { class: 'level' }, label));
    made.root.append(make('span', { class: 'mark', role: 'img', 'aria-label': label }, disc));
    return made;
  }

  /**
   * A mail can hide a mark with styles of its own around the link. Such styles do not show in checkVisibility(),
   * so look for the usual ones, and where the mark is on screen, whether its place is ours to be seen.
   * @param {Surface} made @param {Element} body
   */
  function hidden({ host, root }, body) {
    for (let at = host.parentElement; at && at !== body.parentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      const clipped = style.overflow !== 'visible' && (at.clientHeight < 4 || at.clientWidth < 4);
      if (clipped || Number(style.opacity || 1) < 0.2 || style.visibility === 'hidden' || style.display === 'none') return true;
    }
    const box = /** @type {Element} */ (root.firstElementChild).getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (!box.width || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
    const top = document.elementFromPoint?.(x, y);
    return Boolean(top && body.contains(top) && !top.contains(host) && getComputedStyle(top).position !== 'static');
  }

  honmono.mark = {
    draw(kind, level, label) {
      const made = draw(kind, level, label);
      // The ground is known only where the mark stands.
      queueMicrotask(() => made.host.parentElement && isDark(made.host.parentElement) && made.host.setAttribute('data-theme', 'dark'));
      return made;
    },
    hidden,
  };
})(globalThis.honmono);
