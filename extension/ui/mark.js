// The small sign at the sender and at a suspicious link. It takes no room, so that nothing in the mail moves when a
// verdict arrives: after a link in running text it is an inline box without width, height or a place to break the line,
// with the sign raised from its baseline; after a block the sign stands at its corner. Only where every child would
// become an item of its own (flex, grid) is it out of flow, and then does not scroll with a scroller that is not positioned.
((honmono) => {
  'use strict';
  if (honmono.mark) return;
  const { document, plain } = honmono;
  const { make, surface, icon, isDark } = honmono.dom;

  const CSS = `
:host { position: relative !important; z-index: 2 !important; display: inline !important; font-size: 0 !important; line-height: 0 !important; }
:host([data-place=corner]) { position: absolute !important; width: 0 !important; height: 0 !important; }
.mark { position: absolute; inset-inline-start: 1px; bottom: 6px; display: grid; place-items: center; pointer-events: none; font-size: 12px; line-height: 16px; }
.disc { display: grid; place-items: center; width: 14px; height: 14px; border-radius: 4px; border: 1px solid var(--accent); }
.disc .icon { width: 10px; height: 10px; }
:host(:is([data-place=corner], [data-place=block])) .mark { left: var(--honmono-x, 0); top: var(--honmono-y, 0); bottom: auto; }
:host([data-state=sender]) .mark { inset-inline-start: 4px; bottom: -5px; }
:host([data-state=sender]) .icon { width: 11px; height: 11px; }
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
    for (let at = host.parentElement; at && at !== body.parentElement; at = plain(at).parentElement) {
      const style = getComputedStyle(at);
      const clipped = style.overflow !== 'visible' && (plain(at).clientHeight < 4 || plain(at).clientWidth < 4);
      if (clipped || Number(style.opacity || 1) < 0.2 || style.visibility === 'hidden' || style.display === 'none') return true;
    }
    const box = /** @type {Element} */ (root.firstElementChild).getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (!box.width || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
    const top = document.elementFromPoint?.(x, y);
    return Boolean(top && body.contains(top) && !plain(top).contains(host) && getComputedStyle(top).position !== 'static');
  }

  /** @param {Element | null} element */
  const display = (element) => (element ? getComputedStyle(element).display : '');

  /** How a mark is to stand at its target. @param {Element} target */
  function looks(target) {
    const apart = /flex|grid/.test(display(target.parentElement));
    const dark = Boolean(target.parentElement && isDark(target.parentElement));
    return { place: apart ? 'corner' : display(target) === 'inline' ? 'inline' : 'block', dark };
  }

  /** Where a mark that stands at a corner must go. @param {Surface} made @param {Element} target */
  function corner({ host, root }, target) {
    const [link, at] = [target.getBoundingClientRect(), host.getBoundingClientRect()];
    const size = /** @type {Element} */ (root.firstElementChild).getBoundingClientRect().width / 2;
    return [Math.round(link.right - at.left - size), Math.round(link.top - at.top - size)];
  }

  /**
   * Puts marks beside their targets. What is asked of the page comes before what is changed in it, or the page would be
   * laid out anew for each mark.
   * @param {{surface: Surface, target: Element}[]} marks
   */
  function place(marks) {
    const wanted = marks.map((mark) => ({ ...mark, ...looks(mark.target) }));
    for (const { surface: { host }, target, place: at, dark } of wanted) {
      if (host.dataset.state === 'link') host.dataset.place = at;
      if (dark) host.dataset.theme = 'dark';
      target.after(host);
    }
    const cornered = wanted.filter(({ surface: { host } }) => ['corner', 'block'].includes(host.dataset.place ?? ''));
    const corners = cornered.map(({ surface: made, target }) => corner(made, target));
    cornered.forEach(({ surface: { host } }, index) => {
      host.style.setProperty('--honmono-x', `${corners[index][0]}px`);
      host.style.setProperty('--honmono-y', `${corners[index][1]}px`);
    });
  }

  honmono.mark = { draw, place, hidden };
})(globalThis.honmono);
