// The small sign at the sender and at a suspicious link. It takes no room, so that nothing in the mail moves when a
// verdict arrives: after a link in running text it is an inline box without width, height or a place to break the line,
// with the sign raised from its baseline; after a block the sign stands at its corner. Only where every child would
// become an item of its own (flex, grid) is it out of flow, and then does not scroll with a scroller that is not positioned.
((honmono) => {
  'use strict';
  if (honmono.mark) return;
  const { make, surface, icon, isDark } = honmono.dom;

  const CSS = `
:host { position: relative !important; z-index: 2 !important; display: inline !important; font-size: 0 !important; line-height: 0 !important; }
:host([data-place=corner]) { position: absolute !important; width: 0 !important; height: 0 !important; }
.mark { position: absolute; inset-inline-start: 1px; bottom: 1px; display: grid; place-items: center; pointer-events: none; font-size: 12px; line-height: 16px; }
.disc { display: grid; place-items: center; width: 15px; height: 15px; border-radius: 4px; border: 1px solid var(--accent); }
.disc .icon { width: 11px; height: 11px; }
:host(:is([data-place=corner], [data-place=block])) .mark { left: var(--honmono-x, 0); top: var(--honmono-y, 0); bottom: auto; }
:host([data-state=sender]) .mark { inset-inline-start: 4px; bottom: -5px; }
:host([data-state=sender]) .disc { width: auto; height: 18px; padding: 0 6px; grid-auto-flow: column; gap: 4px; font-size: 12px; white-space: nowrap; }
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

  /** @param {Element | null} element */
  const display = (element) => (element ? getComputedStyle(element).display : '');

  /** @param {Surface} made @param {Element} target */
  function place({ host, root }, target) {
    const apart = /flex|grid/.test(display(target.parentElement));
    if (host.dataset.state === 'link') host.dataset.place = apart ? 'corner' : display(target) === 'inline' ? 'inline' : 'block';
    target.after(host);
    if (host.parentElement && isDark(host.parentElement)) host.dataset.theme = 'dark';
    if (!['corner', 'block'].includes(host.dataset.place ?? '')) return;
    const [link, at] = [target.getBoundingClientRect(), host.getBoundingClientRect()];
    const size = /** @type {Element} */ (root.firstElementChild).getBoundingClientRect().width / 2;
    host.style.setProperty('--honmono-x', `${Math.round(link.right - at.left - size)}px`);
    host.style.setProperty('--honmono-y', `${Math.round(link.top - at.top - size)}px`);
  }

  honmono.mark = { draw, place, hidden };
})(globalThis.honmono);
