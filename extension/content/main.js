// Puts the parts together: looks at the page, has its messages read and checked, and lives with the extension: settings,
// messages of the background, the end. It judges nothing.
((honmono) => {
  'use strict';
  if (honmono.main) return;
  const { document, guard, api, links, messages, reader, signal, slices, unreadable } = honmono;

  const TAKEOVER_MS = 5000;
  /** Until then the first look waits for the reader's settings; a worker that sleeps is awake by then. */
  const SETTINGS_MS = 1000;

  /** @type {Adapter | null} */
  const adapter = honmono.adapter.choose(location.hostname);
  let settings = { guard: true, marks: true, active: true };
  let settingsAsked = 0;
  let settingsTaken = 0;
  let reported = '';
  let firstScan = true;
  let started = false;

  // --- the page --------------------------------------------------------------------------------------------

  /** @param {number} appeared @param {HowToLook} how */
  async function look(appeared, how) {
    if (!adapter || signal.aborted) return;
    if (!honmono.alive()) {
      honmono.orphan();
      return;
    }
    if (!adapter.active()) return;
    if (!settings.active) {
      forget(new Set());
      report();
      return;
    }
    slices.begin();
    // What stood there before the first look has been on screen since then, or for an unknown time.
    const since = firstScan ? honmono.firstMail ?? -Infinity : appeared;
    firstScan = false;
    const boxes = reader.boxes();
    forget(new Set(boxes.map(({ box }) => box)));
    for (const { box, body } of boxes) {
      if (isDue(box, how)) await reader.look(box, body, since);
      if (slices.spent()) await slices.pause();
      if (signal.aborted) return;
    }
    unreadable.selfCheck(adapter);
    honmono.card.refresh();
    report();
  }

  /** @param {Element} box @param {HowToLook} how */
  function isDue(box, how) {
    if (how === 'all') return true;
    const changed = !reader.isClean(box) || !(messages.has(box) || unreadable.has(box));
    const pause = reader.wait(box, changed);
    if (!changed) return how === 'unasked' && !pause;
    if (pause) reader.scanLater(pause);
    return !pause;
  }

  /** @param {MessageFacts} facts @param {number} appeared */
  function read(facts, appeared) {
    unreadable.remove(facts.box);
    messages.take(facts, appeared);
  }

  /** @param {Element} box */
  function cannotRead(box) {
    messages.drop(box);
    unreadable.add(box);
  }

  /** @param {Set<Element>} seen */
  function forget(seen) {
    for (const { facts } of messages.all()) {
      if (seen.has(facts.box)) continue;
      messages.drop(facts.box);
      reader.dirty(facts.box);
    }
    unreadable.keep(seen);
  }

  /** @param {boolean} [whole] with the mails themselves */
  const tabReport = (whole = true) => honmono.report.of(messages.all(), { lost: unreadable.count(), broken: unreadable.isPageBroken(), paused: !settings.active, whole });

  function report() {
    const summary = tabReport(false);
    const text = JSON.stringify(summary);
    if (text === reported) return;
    reported = text;
    honmono.checker.send({ type: 'report', report: summary }).catch(() => {});
  }

  // --- life ------------------------------------------------------------------------------------------------

  /** The extension was replaced or removed: leave the page as it was, and say so unless a new instance takes over. */
  function orphan() {
    const { host } = honmono.strip.page('reload', () => location.reload());
    honmono.stop();
    let taken = false;
    document.addEventListener('honmono-takeover', () => void (taken = true), { once: true });
    setTimeout(() => {
      if (taken || document.querySelector('honmono-strip[data-state=reload]')) return;
      document.body.append(host);
    }, TAKEOVER_MS);
  }

  /** The keyboard's way from warning to warning: to the banner after the one that has the focus. */
  function nextWarning() {
    const banners = messages.all().flatMap(({ banner }) => banner ?? [])
      .sort((one, other) => (one.host.compareDocumentPosition(other.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const { host, root } = banners[(banners.findIndex((each) => each.root.activeElement) + 1) % banners.length] ?? {};
    host?.scrollIntoView?.({ block: 'nearest' });
    const action = host?.dataset.state === 'folded' ? 'unfold' : 'details';
    /** @type {HTMLElement | null | undefined} */ (root?.querySelector(`[data-action=${action}]`))?.focus();
  }

  /** @param {any} message @param {any} sender @param {(reply: any) => void} reply */
  function onMessage(message, sender, reply) {
    if (sender.id !== api.runtime.id || sender.tab) return;
    if (message?.type === 'state') reply(tabReport());
    else if (message?.type === 'refresh') void refresh();
    else if (message?.type === 'next-warning') nextWarning();
    else if (message?.type === 'ping') reply({ version: api.runtime.getManifest().version });
  }

  /** Settings, profile or language have changed: everything is asked again. */
  async function refresh() {
    await loadSettings();
    if (!signal.aborted) lookAnew();
  }

  function lookAnew() {
    // Before the first look there is nothing to look at anew, and it comes with the newest settings.
    if (!started) return;
    honmono.card.close();
    reader.dirty();
    if (settings.active) messages.recheck();
    void reader.scan(performance.now(), 'all');
  }

  /** @returns {Promise<boolean>} whether there are new ones */
  async function loadSettings() {
    const asked = ++settingsAsked;
    const reply = await honmono.checker.send({ type: 'start' }).catch(() => null);
    // Replies overtake each other; the newest question has the newest answer.
    if (!reply?.labels || signal.aborted || asked < settingsTaken) return false;
    settingsTaken = asked;
    honmono.labels = reply.labels;
    honmono.language = reply.language;
    settings = { guard: reply.guard !== false, marks: reply.marks !== false, active: reply.active !== false };
    return true;
  }

  /** Waits for the settings for a moment; those that come later are taken when they come. */
  async function firstSettings() {
    let late = false;
    const loading = loadSettings().then((taken) => void (taken && late && !signal.aborted && lookAnew()));
    await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, SETTINGS_MS))]);
    late = true;
  }

  async function start() {
    api.runtime.onMessage.addListener(onMessage);
    signal.addEventListener('abort', () => {
      for (const { facts } of messages.all()) messages.drop(facts.box);
      unreadable.clear();
      try {
        api.runtime.onMessage.removeListener(onMessage);
      } catch {
        // The extension is gone, and its listener with it.
      }
    });
    await firstSettings();
    if (signal.aborted || !adapter) return;
    // Whatever an earlier instance could not take with it.
    for (const left of document.querySelectorAll('honmono-banner, honmono-mark, honmono-card, honmono-strip')) left.remove();
    honmono.drawing.start({ adapter, settings: () => settings, factsOf: links.factsOf, again: messages.again });
    honmono.card.start(links.factsOf, signal);
    messages.start({ adapter, settled: report });
    reader.start({ adapter, read, unreadable: cannotRead, look });
    links.start({ adapter, settings: () => settings });
    honmono.observer.start({ scan: (appeared, unasked) => void reader.scan(appeared, unasked ? 'unasked' : 'changed'), dirty: reader.dirty, signal });
    document.addEventListener('visibilitychange', () => void retryUnchecked(), { signal });
    window.addEventListener('focus', () => void retryUnchecked(), { signal });
    started = true;
    void reader.scan(performance.now(), 'all');
  }

  /** The reader has come back, perhaps from installing the program. */
  async function retryUnchecked() {
    if (document.hidden) return;
    for (const state of messages.all()) {
      if (state.answer?.state === 'unchecked' && !signal.aborted) await messages.again(state);
    }
  }

  honmono.orphan = orphan;
  honmono.main = {
    states: () => messages.all().map((state) => ({ id: state.facts.id, state: state.answer?.state ?? 'pending', level: honmono.words.verdictOf(state)?.level ?? 'none' })),
  };
  if (adapter?.active()) void start();
  else guard.decide = () => 'open';
})(globalThis.honmono);
