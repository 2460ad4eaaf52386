// Draws what is known of one message into the page, keeps it there while the webmail renders, and takes it away.
((honmono) => {
  'use strict';
  if (honmono.drawing) return;
  const { guard, signal, words } = honmono;

  // Within this time after a message has appeared nobody has aimed at a link yet: see ui/banner.js. The frame that
  // shows the banner must still come before 100 ms.
  const IN_FLOW_MS = 80;
  const LOUD = ['danger', 'warning'];

  // A link without its address would lose the look of one; the mail's own styles stay stronger than this.
  const HELD_LINK = ':where(a[role=link]:not([href])) { color: LinkText; text-decoration: underline; cursor: pointer; }';

  /** Links that we have described. @type {WeakSet<Element>} */
  const described = new WeakSet();
  /** The message of this thread that has been announced. */
  let announced = { thread: '', id: '' };
  /** @type {DrawingContext} */
  let context;

  /** @param {MessageState} state */
  const verdictOf = (state) => (state.answer?.state === 'checked' ? state.answer.verdict : null);

  /** Takes away what was drawn and puts the links back. @param {MessageState} state */
  function clear(state) {
    clearTimeout(state.retryTimer);
    for (const element of state.flagged) {
      guard.restore(element);
      if (described.delete(element)) element.removeAttribute('aria-description');
    }
    state.flagged = [];
    for (const { surface } of state.marks) surface.host.remove();
    state.marks = [];
    state.banner?.host.remove();
    state.strip?.host.remove();
    state.banner = state.strip = null;
  }

  /** @param {MessageState} state */
  function draw(state) {
    if (state.answer?.state === 'unchecked') drawUnchecked(state, state.answer.reason);
    const verdict = verdictOf(state);
    if (!verdict) return;
    drawLinks(state, verdict);
    drawMarks(state, verdict);
    if (LOUD.includes(verdict.level)) drawBanner(state);
  }

  /** @param {MessageState} state */
  function drawBanner(state) {
    const place = context.adapter.bannerPlace(state.facts);
    if (!place) return;
    const thread = location.hash;
    const alert = announced.thread !== thread;
    if (alert) announced = { thread, id: state.facts.id };
    const late = performance.now() - state.appeared > IN_FLOW_MS;
    state.banner = honmono.banner.draw(state, actionsFor(state), { late, alert, first: announced.id === state.facts.id });
    place.parent.insertBefore(state.banner.host, place.before);
    honmono.banner.fit(state.banner, state.facts);
    setTimeout(() => tellHidden(state), 0);
  }

  /** @param {MessageState} state */
  function tellHidden(state) {
    if (!state.banner || signal.aborted) return;
    const names = state.marks
      .filter(({ surface, placed }) => placed && surface.host.dataset.state === 'link' && honmono.mark.hidden(surface, state.facts.body))
      .map(({ target }) => context.factsOf(target)?.link?.unicode ?? guard.url(target));
    honmono.banner.hiddenMarks(state.banner, [...new Set(names)]);
  }

  /** @param {MessageState} state @param {Verdict} verdict */
  function drawLinks(state, verdict) {
    for (const link of verdict.links) {
      const element = state.facts.links[link.index];
      if (!element) continue;
      const flagged = LOUD.includes(link.level);
      if (!flagged && !(link.guard && context.settings().guard)) continue;
      state.flagged.push(element);
      describe(element, link, verdict);
      if (link.guard && context.settings().guard && !guard.isReleased(element)) guard.protect(element);
    }
  }

  /** For screen readers, which see neither mark nor card; a mail's own description is left alone. @param {Element} element @param {LinkVerdict} link @param {Verdict} verdict */
  function describe(element, link, verdict) {
    if (element.hasAttribute('aria-description')) return;
    const finding = verdict.findings.find(({ target }) => target.kind === 'link' && target.index === link.index);
    const level = LOUD.includes(link.level) ? link.level : verdict.level;
    described.add(element);
    element.setAttribute('aria-description', `Honmono: ${words.level(level)}. ${finding?.title ?? honmono.t('heldForMail')}`);
  }

  /** @param {MessageState} state @param {Verdict} verdict */
  function drawMarks(state, verdict) {
    const senderLevel = verdict.findings.find(({ target, level }) => ['sender', 'reply-to'].includes(target.kind) && LOUD.includes(level))?.level;
    const place = senderLevel && context.adapter.senderPlace(state.facts);
    if (senderLevel && place) addMark(state, 'sender', senderLevel, place);
    if (!context.settings().marks) return;
    for (const link of verdict.links) {
      const element = state.facts.links[link.index];
      if (element && element.localName === 'a' && LOUD.includes(link.level)) addMark(state, 'link', link.level, element);
    }
  }

  /** @param {MessageState} state @param {'sender' | 'link'} kind @param {Level} level @param {Element} target */
  function addMark(state, kind, level, target) {
    const surface = honmono.mark.draw(kind, level, words.level(level));
    honmono.mark.place(surface, target);
    state.marks.push({ surface, target, placed: surface.host.isConnected });
  }

  /** The quiet chip at a message. @param {MessageState} state @param {Reason} reason */
  function drawUnchecked(state, reason) {
    const place = context.adapter.bannerPlace(state.facts);
    if (!place || state.strip || reason === 'orphan') return;
    state.strip = honmono.strip.message(reason, state.facts.request.sender?.address ?? '', () => void context.again(state));
    place.parent.insertBefore(state.strip.host, place.before);
  }

  /** Puts back what the webmail has rendered away, and takes an address away again that it has set anew. @param {MessageState} state */
  function maintain(state) {
    const verdict = verdictOf(state);
    const drawn = state.banner ?? state.strip;
    const place = context.adapter.bannerPlace(state.facts);
    if (drawn && place && drawn.host.nextElementSibling !== place.before) {
      if (state.banner && performance.now() - state.appeared > IN_FLOW_MS) state.banner.host.dataset.place = 'over';
      place.parent.insertBefore(drawn.host, place.before);
      if (state.banner) honmono.banner.fit(state.banner, state.facts);
    }
    for (const { surface, target } of state.marks) if (!surface.host.isConnected && target.isConnected) honmono.mark.place(surface, target);
    for (const link of verdict?.links ?? []) {
      const element = state.facts.links[link.index];
      if (element && link.guard && context.settings().guard && !guard.isReleased(element)) guard.protect(element);
    }
  }

  /** @param {MessageState} state @returns {BannerActions} */
  function actionsFor(state) {
    return {
      report: () => words.report(state),
      async trust() {
        const reply = await honmono.checker.send({ type: 'trust', entry: state.facts.request.sender?.address ?? '' }).catch(() => null);
        return Boolean(reply?.ok);
      },
    };
  }

  honmono.drawing = {
    start(given) {
      context = given;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(HELD_LINK);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      signal.addEventListener('abort', () => {
        document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((other) => other !== sheet);
      });
    },
    clear,
    draw,
    drawUnchecked,
    maintain,
  };
})(globalThis.honmono);
