// Draws what is known of one message into the page, keeps it there while the webmail renders, and takes it away.
((honmono) => {
  'use strict';
  if (honmono.drawing) return;
  const { document, guard, observer, plain, signal, slices, words } = honmono;
  const { verdictOf } = words;

  // Within this time after a message has appeared nobody has aimed at a link yet: see ui/banner.js. The frame that
  // shows the banner must still come before 100 ms.
  const IN_FLOW_MS = 80;
  const LOUD = ['danger', 'warning'];
  /** Links drawn at a time. */
  const PIECE = 50;
  /** In a page where looking for one mark takes long, not all of them are looked for. */
  const MOST_LOOKING_MS = 200;

  // A link without its address would lose the look of one; the mail's own styles stay stronger than this.
  const HELD_LINK = ':where(a[role=link]:not([href])) { color: LinkText; text-decoration: underline; cursor: pointer; }';

  /** Links that we have described. @type {WeakSet<Element>} */
  const described = new WeakSet();
  /** The message of this thread that has been announced. */
  let announced = { thread: '', id: '' };
  /** @type {DrawingContext} */
  let context;

  /** Takes away what was drawn and puts the links back. @param {MessageState} state */
  function clear(state) {
    clearTimeout(state.retryTimer);
    honmono.banner.keep(state);
    clearTimeout(state.overdue);
    observer.quietly(() => {
      for (const element of state.flagged) {
        guard.restore(element);
        if (described.delete(element)) plain(element).removeAttribute('aria-description');
      }
      for (const { surface } of state.marks) surface.host.remove();
      state.banner?.host.remove();
      state.strip?.host.remove();
    });
    state.flagged = [];
    state.marks = [];
    state.banner = state.strip = null;
  }

  /** @param {MessageState} state */
  function draw(state) {
    const verdict = verdictOf(state);
    if (!verdict) state.view.place = '';
    if (state.answer?.state === 'unchecked') drawUnchecked(state, state.answer.reason);
    if (!verdict) return;
    drawSenderMark(state, verdict);
    const partial = words.isPartial(state);
    if (partial) drawUnchecked(state, 'partial');
    if (LOUD.includes(verdict.level) && !partial) drawBanner(state);
    else state.view.place = '';
    void drawLinks(state, verdict).catch((error) => console.warn('Honmono: links could not be drawn:', String(error)));
  }

  /** @param {MessageState} state */
  function drawBanner(state) {
    const place = context.adapter.bannerPlace(state.facts);
    if (!place) return;
    const thread = location.hash;
    const alert = announced.thread !== thread;
    if (alert) announced = { thread, id: state.facts.id };
    const { view } = state;
    // One that is drawn anew stays where it stood: the mail has its room already, or has none to give.
    const late = view.place ? view.place === 'over' : performance.now() - state.appeared > IN_FLOW_MS;
    view.place = late ? 'over' : 'flow';
    state.banner = honmono.banner.draw(state, actionsFor(state), { late, alert, first: announced.id === state.facts.id });
    place.parent.insertBefore(state.banner.host, place.before);
    honmono.banner.fit(state.banner, state.facts);
    honmono.banner.restore(state);
  }

  /** Marks that cannot be seen are told of in the banner. @param {MessageState} state */
  async function tellHidden(state) {
    const names = new Set();
    let spent = 0;
    slices.begin();
    for (const { surface, target, placed } of state.marks) {
      if (!placed || surface.host.dataset.state !== 'link') continue;
      const began = performance.now();
      if (honmono.mark.hidden(surface, state.facts.body)) names.add(context.factsOf(target)?.link?.unicode ?? guard.url(target));
      spent += performance.now() - began;
      if (spent > MOST_LOOKING_MS) break;
      if (slices.spent()) await slices.pause();
      if (!state.banner || signal.aborted) return;
    }
    if (state.banner && !signal.aborted) honmono.banner.hiddenMarks(state.banner, [...names]);
  }

  /** The links, a piece at a time: there can be two thousand. @param {MessageState} state @param {Verdict} verdict */
  async function drawLinks(state, verdict) {
    const findings = findingsByLink(verdict);
    slices.begin();
    for (let from = 0; from < verdict.links.length; from += PIECE) {
      const piece = verdict.links.slice(from, from + PIECE);
      observer.quietly(() => {
        for (const link of piece) drawLink(state, link, findings.get(link.index), verdict);
        if (context.settings().marks) markLinks(state, piece);
      });
      if (slices.spent()) await slices.pause();
      if (signal.aborted || verdictOf(state) !== verdict) return;
    }
    setTimeout(() => void tellHidden(state), 0);
  }

  /** The strongest finding of each link. @param {Verdict} verdict */
  function findingsByLink(verdict) {
    const found = /** @type {Map<number | undefined, Finding>} */ (new Map());
    for (const finding of verdict.findings) {
      const { kind, index } = finding.target;
      if (kind === 'link' && !found.has(index)) found.set(index, finding);
    }
    return found;
  }

  /** @param {MessageState} state @param {LinkVerdict} link @param {Finding | undefined} finding @param {Verdict} verdict */
  function drawLink(state, link, finding, verdict) {
    const element = state.facts.links[link.index];
    const guarded = link.guard && context.settings().guard;
    if (!element || (!LOUD.includes(link.level) && !guarded)) return;
    state.flagged.push(element);
    describe(element, LOUD.includes(link.level) ? link.level : verdict.level, finding?.title ?? words.held(verdict));
    if (guarded && !guard.isReleased(element)) guard.protect(element);
  }

  /** For screen readers, which see neither mark nor card; a mail's own description is left alone. @param {Element} element @param {Level} level @param {string} why */
  function describe(element, level, why) {
    if (plain(element).hasAttribute('aria-description')) return;
    described.add(element);
    plain(element).setAttribute('aria-description', honmono.t('linkDescribed', words.level(level), why));
  }

  /** @param {MessageState} state @param {Verdict} verdict */
  function drawSenderMark(state, verdict) {
    const level = verdict.findings.find((finding) => ['sender', 'reply-to'].includes(finding.target.kind) && LOUD.includes(finding.level))?.level;
    const target = level && context.adapter.senderPlace(state.facts);
    if (level && target) addMarks(state, [{ surface: honmono.mark.draw('sender', level, words.level(level)), target }]);
  }

  /** @param {MessageState} state @param {LinkVerdict[]} links */
  function markLinks(state, links) {
    addMarks(state, links.flatMap(({ index, level }) => {
      const target = state.facts.links[index];
      const marked = target && LOUD.includes(level) && plain(target).localName === 'a' && target.isConnected;
      return marked ? [{ surface: honmono.mark.draw('link', level, words.level(level)), target }] : [];
    }));
  }

  /** @param {MessageState} state @param {{surface: Surface, target: Element}[]} marks */
  function addMarks(state, marks) {
    honmono.mark.place(marks);
    state.marks.push(...marks.map((mark) => ({ ...mark, placed: mark.surface.host.isConnected })));
  }

  /** The quiet chip at a message. @param {MessageState} state @param {StripReason} reason */
  function drawUnchecked(state, reason) {
    const place = context.adapter.bannerPlace(state.facts);
    if (!place || state.strip || reason === 'orphan') return;
    state.strip = honmono.strip.message(reason, state.facts.request.sender?.address ?? '', place.parent, () => void context.again(state));
    place.parent.insertBefore(state.strip.host, place.before);
  }

  /** Puts back what the webmail has rendered away, and takes an address away again that it has set anew. @param {MessageState} state */
  function maintain(state) {
    const verdict = verdictOf(state);
    const drawn = state.banner ?? state.strip;
    const place = context.adapter.bannerPlace(state.facts);
    if (drawn && place && drawn.host.nextElementSibling !== place.before) {
      if (state.banner && performance.now() - state.appeared > IN_FLOW_MS) state.banner.host.dataset.place = state.view.place = 'over';
      place.parent.insertBefore(drawn.host, place.before);
      if (state.banner) honmono.banner.fit(state.banner, state.facts);
    }
    const lost = state.marks.filter(({ surface, target }) => !surface.host.isConnected && target.isConnected);
    if (lost.length) honmono.mark.place(lost);
    if (!context.settings().guard) return;
    observer.quietly(() => {
      for (const link of verdict?.links ?? []) {
        const element = link.guard && state.facts.links[link.index];
        if (element && !guard.isReleased(element)) guard.protect(element);
      }
    });
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
