// The card at a link: opens on hover, keyboard focus and long press, and when the guard asks. One card at a time,
// in the top layer, so that nothing of the page can cover it. It can be hovered, stays until dismissed, and
// leaves with Escape without moving the focus (WCAG 1.4.13).
((honmono) => {
  'use strict';
  if (honmono.card) return;
  const { document, plain } = honmono;
  const { surface, make, isDark } = honmono.dom;

  const CHIP_DELAY_MS = 350;
  const FLAGGED_DELAY_MS = 60;
  const LEAVE_MS = 250;
  const PRESS_MS = 500;
  const GAP = 6;
  const EDGE = 8;
  const LOUD = ['danger', 'warning'];

  const CSS = `
:host { position: fixed !important; top: var(--honmono-top, 0) !important; left: var(--honmono-left, 0) !important; margin: 0 !important; z-index: 2147483001 !important; display: block !important; overflow: visible !important; border: 0 !important; padding: 0 !important; background: none !important; max-width: none !important; }
.surface { width: max-content; max-width: min(440px, calc(100vw - 16px)); max-height: 60vh; overflow: auto; border: 1px solid var(--accent); border-radius: 8px; padding: 8px 12px; box-shadow: 0 4px 14px #0004; }
:host([data-state=chip]) .surface { padding: 2px 8px; border-color: var(--line); border-radius: 6px; font-size: 12px; }
.line { max-width: 60ch; }
.head { display: flex; gap: 6px; align-items: center; font-size: 14px; font-weight: 600; margin-bottom: 6px; }
.head > .brand { flex: 1; text-align: end; padding-inline-start: 12px; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; }
.facts .domain { font-size: 15px; }
.address > .soft { font-size: 12px; }
.list { list-style: none; display: grid; gap: 8px; margin: 8px 0; padding-top: 8px; border-top: 1px solid var(--rule); }
.list > li:has(> .icon) { padding-inline-start: 22px; }
.list > li > .icon { margin-inline: -22px 6px; }
.list b { font-weight: 600; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; position: sticky; bottom: -8px; padding: 8px 0 4px; background: var(--ground); }
`;

  /** @type {(element: Element) => LinkFacts | null} */
  let lookup = () => null;
  /** @type {{surface: Surface, element: Element, asking: boolean, gesture: Gesture | null} | null} */
  let open = null;
  /** @type {Element | null} */
  let wanted = null;
  /** The link that a dismissed card gave the focus back to: that focus asks for no new card. @type {Element | null} */
  let returned = null;
  let coming = 0;
  let leaving = 0;

  function stay() {
    clearTimeout(leaving);
    leaving = 0;
  }

  /** What lies between two links does not put it off again. */
  function leaveSoon() {
    leaving ||= window.setTimeout(hide, LEAVE_MS);
  }

  /** The card goes; another one may be on its way. */
  function hide() {
    stay();
    open?.surface.host.remove();
    open = null;
  }

  function close() {
    clearTimeout(coming);
    wanted = null;
    hide();
  }

  /** Below the link, or above it where there is more room; never over it. @param {Surface} made @param {Element} element */
  function place({ host, root }, element) {
    const box = /** @type {HTMLElement} */ (root.firstElementChild);
    const rects = plain(element).getClientRects();
    const first = rects[0] ?? plain(element).getBoundingClientRect();
    const last = rects[rects.length - 1] ?? first;
    box.style.maxHeight = '';
    const { width, height } = box.getBoundingClientRect();
    const roomBelow = innerHeight - last.bottom - GAP - EDGE;
    const roomAbove = first.top - GAP - EDGE;
    const below = height <= roomBelow || roomBelow >= roomAbove;
    const shown = Math.max(40, Math.min(height, below ? roomBelow : roomAbove));
    if (shown < height) box.style.maxHeight = `${shown}px`;
    // What must be scrolled can be reached with the keyboard.
    if (box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
    const left = Math.max(EDGE, Math.min(last.left, innerWidth - width - EDGE));
    host.style.setProperty('--honmono-top', `${below ? last.bottom + GAP : first.top - GAP - shown}px`);
    host.style.setProperty('--honmono-left', `${left}px`);
  }

  /** @param {LinkFacts} facts @param {Gesture | null} gesture */
  function show(facts, gesture) {
    const flagged = gesture || LOUD.includes(facts.link?.level ?? 'none') || facts.guarded;
    const content = flagged ? honmono.cardContent.card(facts, Boolean(gesture)) : honmono.cardContent.chip(facts);
    if (!content?.length) return;
    // From link to link the card is there at once, without a look of coming anew.
    const before = open;
    close();
    const level = honmono.cardContent.level(facts);
    const made = surface('honmono-card', CSS, { 'data-level': level, 'data-state': flagged ? 'card' : 'chip', ...(gesture ? { 'data-asking': '' } : {}) });
    const box = make('div', { class: before ? 'surface' : 'surface fade', role: gesture ? 'dialog' : 'tooltip' }, ...content);
    if (gesture) box.setAttribute('aria-label', honmono.t('labelled', 'Honmono', honmono.words.level(level)));
    made.root.append(box);
    if (isDark(facts.element)) made.host.setAttribute('data-theme', 'dark');
    document.body.append(made.host);
    try {
      made.host.setAttribute('popover', 'manual');
      made.host.showPopover();
    } catch {
      made.host.removeAttribute('popover');
    }
    open = { surface: made, element: facts.element, asking: Boolean(gesture), gesture };
    place(made, facts.element);
    listen(made, facts);
  }

  /** @param {Surface} made @param {LinkFacts} facts */
  function listen({ host, root }, facts) {
    host.addEventListener('pointerenter', stay);
    host.addEventListener('pointerleave', () => open && !open.asking && leaveSoon());
    if (!open?.asking) return;
    const stop = /** @type {HTMLElement | null} */ (root.querySelector('[data-action=close]'));
    const follow = /** @type {HTMLElement | null} */ (root.querySelector('[data-action=follow]'));
    stop?.addEventListener('click', () => leave());
    // The card goes once the site is on its way.
    root.querySelector('[data-action=open-official]')?.addEventListener('click', () => setTimeout(leave));
    follow?.addEventListener('click', (event) => {
      const first = open?.gesture;
      close();
      if (first) honmono.guard.follow(facts.element, merged(first, event));
    });
    // Focus goes to the refusal: a second press of Enter must not open the link.
    stop?.focus({ preventScroll: true });
  }

  /** The first action's way of opening (new tab, window), or that of the second where it has one of its own. @param {Gesture} first @param {MouseEvent} event */
  function merged(first, event) {
    const own = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const { ctrlKey, metaKey, shiftKey, altKey } = own ? event : first;
    return { ...first, button: own ? 0 : first.button === 1 ? 1 : 0, ctrlKey, metaKey, shiftKey, altKey };
  }

  /** Closes a card that asked, and gives the focus back to the link. */
  function leave() {
    const element = open?.element;
    close();
    if (!(element instanceof HTMLElement) || !plain(element).isConnected) return;
    returned = element;
    plain(element).focus({ preventScroll: true });
  }

  /** @param {EventTarget | null} target */
  function linkAt(target) {
    if (!(target instanceof Element)) return null;
    const button = /** @type {HTMLButtonElement | null} */ (plain(target).closest('button, [type=submit], [type=image]'));
    const element = plain(target).closest('a, area, [formaction]') ?? button?.form;
    return element ? lookup(element) : null;
  }

  /** @param {Element} element @param {LinkFacts} facts */
  function want(element, facts) {
    if (open?.asking) return;
    if (open?.element === element) {
      clearTimeout(coming);
      wanted = null;
      stay();
      return;
    }
    if (wanted === element) return;
    wanted = element;
    clearTimeout(coming);
    // The next card takes the place of this one at once, or this one goes as if there were no next.
    if (open) leaveSoon();
    const loud = facts.guarded || LOUD.includes(facts.link?.level ?? 'none');
    coming = window.setTimeout(() => {
      const now = wanted === element && plain(element).isConnected ? lookup(element) : null;
      if (now) show(now, null);
    }, loud ? FLAGGED_DELAY_MS : CHIP_DELAY_MS);
  }

  function unwant() {
    wanted = null;
    clearTimeout(coming);
    if (open && !open.asking) leaveSoon();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (open.asking) leave();
      else close();
    } else if (event.key === 'Tab' && open.asking) {
      cycle(event, open.surface.root);
    }
  }

  /** The card that asks stands at the end of the page; Tab stays between its answers. @param {KeyboardEvent} event @param {ShadowRoot} root */
  function cycle(event, root) {
    const buttons = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('button, a')]);
    const at = buttons.indexOf(/** @type {HTMLElement} */ (root.activeElement));
    const next = buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length];
    event.preventDefault();
    next?.focus();
  }

  /** @param {AbortSignal} signal */
  function listenToTouch(signal) {
    let press = 0;
    document.addEventListener('pointerdown', (event) => {
      const facts = event.pointerType === 'touch' ? linkAt(event.target) : null;
      if (facts) press = window.setTimeout(() => !signal.aborted && show(facts, null), PRESS_MS);
    }, { capture: true, passive: true, signal });
    for (const type of ['pointerup', 'pointercancel', 'scroll']) {
      document.addEventListener(type, () => clearTimeout(press), { capture: true, passive: true, signal });
    }
  }

  /** @param {(element: Element) => LinkFacts | null} find @param {AbortSignal} signal */
  function start(find, signal) {
    lookup = find;
    document.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'touch') return;
      const facts = linkAt(event.target);
      if (facts) want(facts.element, facts);
      else if (event.target !== open?.surface.host) unwant();
    }, { passive: true, signal });
    document.addEventListener('focusin', (event) => {
      const facts = linkAt(event.target);
      const again = facts?.element === returned;
      returned = null;
      if (facts && !again && plain(facts.element).matches(':focus-visible')) want(facts.element, facts);
    }, { signal });
    document.addEventListener('focusout', (event) => linkAt(event.target) && unwant(), { signal });
    document.addEventListener('pointerdown', (event) => {
      if (open && event.target !== open.surface.host && !plain(open.element).contains(/** @type {Node} */ (event.target))) close();
    }, { capture: true, passive: true, signal });
    window.addEventListener('keydown', onKey, { capture: true, signal });
    const follow = () => open && (plain(open.element).isConnected ? place(open.surface, open.element) : close());
    document.addEventListener('scroll', follow, { capture: true, passive: true, signal });
    window.addEventListener('resize', follow, { passive: true, signal });
    listenToTouch(signal);
    signal.addEventListener('abort', close);
  }

  honmono.card = {
    start,
    ask: (facts, gesture) => show(facts, gesture),
    close,
    refresh() {
      if (open && !plain(open.element).isConnected) close();
    },
  };
})(globalThis.honmono);
