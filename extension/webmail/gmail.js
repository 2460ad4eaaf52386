// Gmail. Two shapes of its page are often served side by side for months, so each thing has a list of selectors:
// attributes first, then classes. Labels and tooltips are translated and are never looked at.
((honmono) => {
  'use strict';
  if (honmono.gmail) return;
  const { limits, wellFormed, bounded, hash } = honmono.adapter;
  const { document, guard, plain } = honmono;

  const SELECTORS = {
    message: ['[data-message-id]', '[data-legacy-message-id]', 'div.adn', '[role=listitem].h7'],
    collapsed: ['.adf', '.kv', '.ky', '.kQ', '.kx'],
    expanded: ['.adn', '.h7'],
    around: ['.gs', '[role=listitem]'],
    body: ['.a3s', '.ii.gt > div', '.ii.gt', '.ii', '.adP'],
    wrapper: ['.ii.gt', '.ii'],
    sender: ['h3.iw [email]', '.gD[email]', 'td.gF [email]', '[email][data-hovercard-id]', '[email]'],
    senderEnd: ['.go'],
    recipient: ['.g2[email]', '.hb [email]'],
    subject: ['h2.hP', 'h2[data-thread-perm-id]', 'h2[data-legacy-thread-id]', '.ha h2', '[role=main] h2'],
    clipped: ['.iX a'],
    notMail: ['.M9', '.AD', '[contenteditable]:not([contenteditable=false])', '[role=dialog]'],
    attachments: ['.hq', '.aQH'],
    link: ['a', 'area', 'form[action]', '[formaction]'],
  };
  /** Above this many characters a body is not rendered as a whole: that alone could take seconds. */
  const LONG_BODY = 400_000;
  const PIECE = 200;
  const NO_UI_VIEWS = ['pt', 'om', 'lg', 'att', 'snatt'];

  /** @param {keyof typeof SELECTORS} name */
  const any = (name) => SELECTORS[name].join(',');

  /** The first match, the alternatives tried in order. @param {Element | Document} root @param {keyof typeof SELECTORS} name
   * @param {(element: Element) => boolean} [accept] */
  function first(root, name, accept = () => true) {
    for (const selector of SELECTORS[name]) {
      for (const element of root.querySelectorAll(selector)) if (accept(element)) return element;
    }
    return null;
  }

  /** @param {Element} element */
  const onScreen = (element) => plain(element).checkVisibility?.() ?? true;
  const notMail = `${any('notMail')},${any('attachments')}`;

  /** What Gmail has put around a mail's body tells; the mail's own markup within says nothing. @param {Element} element */
  const inMail = (element) => !plain(plain(bodyAround(element))?.parentElement ?? element).closest(notMail);

  /** @param {Element} body */
  function boxAround(body) {
    for (const selector of [...SELECTORS.message, ...SELECTORS.around]) {
      const box = plain(plain(body).parentElement)?.closest(selector);
      if (box) return box;
    }
    return null;
  }

  /** Markup of a mail that looks like a mail around it is still that mail's. @param {Element} element @param {string} selector */
  function outermost(element, selector) {
    let found = plain(element).closest(selector);
    for (let next = found; next; next = plain(plain(next).parentElement)?.closest(selector) ?? null) found = next;
    return found;
  }

  /** The body that an element is in, or is. @param {Element} element */
  const bodyAround = (element) => outermost(element, '.a3s, .ii');

  /** @param {Element} box */
  function bodyOf(box) {
    return first(box, 'body', (element) => inMail(element));
  }

  /** @param {Element} box */
  function isExpanded(box) {
    const item = box.closest('[role=listitem]') ?? box;
    if (box.matches(any('collapsed')) || item.matches(any('collapsed'))) return false;
    return box.matches(any('expanded')) || item.matches(any('expanded')) || !box.querySelector(any('collapsed'));
  }

  function boxes() {
    /** @type {Map<Element, Element | null>} */
    const found = new Map();
    for (const body of document.querySelectorAll('.a3s')) {
      const box = outermost(body, '.a3s') === body && inMail(body) ? boxAround(body) : null;
      if (box && !found.has(box)) found.set(box, body);
    }
    for (const selector of SELECTORS.message) {
      for (const box of document.querySelectorAll(selector)) {
        const known = [...found.keys()].some((other) => other.contains(box) || plain(box).contains(other));
        if (!known && !plain(box).closest('.a3s') && inMail(box) && isMessageLike(box)) found.set(box, bodyOf(box));
      }
    }
    return [...found].filter(([box]) => onScreen(box) && isExpanded(box)).map(([box, body]) => ({ box, body }));
  }

  /** Rows of the list carry message ids too; a message on screen names a person or holds a body. @param {Element} box */
  const isMessageLike = (box) => !box.closest('tr.zA') && Boolean(box.querySelector('[email]') ?? bodyOf(box));

  /** The nearest part of the page that holds the header: the box, or what is around it. @param {Element} box */
  function headerRoot(box) {
    if (box.querySelector('[email]')) return box;
    for (const selector of SELECTORS.around) {
      const outer = box.parentElement?.closest(selector);
      if (outer?.querySelector('[email]')) return outer;
    }
    return box;
  }

  /** @param {Element} box @param {Element} body */
  function senderOf(box, body) {
    const isRecipient = (/** @type {Element} */ element) => element.matches(any('recipient')) || Boolean(element.closest('.hb'));
    return first(headerRoot(box), 'sender', (element) => !body.contains(element) && !isRecipient(element) && inMail(element));
  }

  /** @param {string | null | undefined} text @param {number} length */
  const field = (text, length = limits.field) => wellFormed((text ?? '').trimStart().slice(0, 8 * length).replace(/\s+/gu, ' ').trim().slice(0, length));

  /** @param {Element} element */
  function textOf(element) {
    const link = plain(element);
    const label = link.textContent?.trim() || link.getAttribute('value') || link.getAttribute('alt') || link.querySelector('[alt]')?.getAttribute('alt');
    const button = link.localName === 'form' ? link.querySelector('button, [type=submit], [type=image]') : null;
    return field(button ? button.textContent || button.getAttribute('value') : label, limits.linkText);
  }

  /** @param {Element} link */
  function linkFacts(link) {
    const full = guard.url(link);
    const written = guard.attribute(link, 'href') ?? plain(link).getAttribute('formaction') ?? plain(link).getAttribute('action') ?? full;
    const url = wellFormed(full.slice(0, limits.urlLength));
    const raw = wellFormed(written.slice(0, limits.urlLength));
    return { fact: { url, ...(raw === url ? {} : { raw }), text: textOf(link) }, cut: full.length > limits.urlLength };
  }

  /** The links of a body in reading order; where there are too many, the visible ones first. @param {Element} body */
  function* linksIn(body) {
    const found = plain(body).querySelectorAll(any('link'));
    const many = found.length > limits.links;
    const shown = /** @type {Element[]} */ ([]);
    const others = /** @type {Element[]} */ ([]);
    for (let at = 0; at < found.length && shown.length <= limits.links; at++) {
      if (at % PIECE === PIECE - 1) yield;
      const link = found[at];
      if (guard.attribute(link, 'href') === null && plain(link).matches('a, area')) continue;
      (many && !onScreen(link) ? others : shown).push(link);
    }
    return [...shown, ...others];
  }

  /** @param {Element} body */
  function* readLinks(body) {
    const links = [];
    const facts = [];
    let cut = false;
    let bytes = 0;
    for (const link of yield* linksIn(body)) {
      if (links.length % PIECE === PIECE - 1) yield;
      const { fact, cut: shortened } = linkFacts(link);
      bytes += 2 * (fact.url.length + (fact.raw?.length ?? 0)) + 3 * fact.text.length;
      if (links.length >= limits.links || bytes > limits.linkBytes) return { links, facts, cut: true };
      cut ||= shortened;
      links.push(link);
      facts.push(fact);
    }
    return { links, facts, cut };
  }

  const subjectOf = () => field(first(document, 'subject', onScreen)?.textContent);

  /** One may have "Re:" or the like before it, in any language. @param {string} one @param {string} other */
  const isSameSubject = (one, other) => one !== '' && other !== '' && (one === other || [': ', '：'].some((mark) => one.endsWith(mark + other) || other.endsWith(mark + one)));

  const BARE_DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u;

  /**
   * "mailed-by" and "signed-by" exist only while the reader has the details open, under translated labels. They are the
   * two rows whose value is a bare domain, in this order, below the row of the subject where there is one. A subject may
   * be such a domain itself: where its row is not known, or there are fewer or more such rows, we are not sure and say
   * nothing.
   * Nothing in the page says how the result of the check was, and no attribute tells Gmail's own warning bar.
   * @param {Element} box @param {Element} body
   */
  function readAuth(box, body) {
    const subject = subjectOf();
    const misleads = BARE_DOMAIN.test(subject.split(/[:：]\s*/u).pop() ?? '');
    if (subject === '') return undefined;
    for (const table of headerRoot(box).querySelectorAll('table')) {
      if (table.contains(body) || body.contains(table) || table.querySelector('table')) continue;
      const rows = [...table.querySelectorAll('tr')].filter((row) => row.children.length === 2 && !row.querySelector('[email]'));
      const values = rows.map((row) => field(row.children[1].textContent));
      const below = values.findIndex((value) => isSameSubject(value, subject)) + 1;
      const domains = [...values.keys()].filter((at) => BARE_DOMAIN.test(values[at]));
      if (misleads && !below) continue;
      if (domains.length === 2 && domains[0] >= below) return { mailed_by: values[domains[0]], signed_by: [values[domains[1]]] };
    }
    return undefined;
  }

  /** The text as the reader sees it. @param {Element} element */
  function* readText(element) {
    const body = /** @type {HTMLElement} */ (plain(element));
    if ((body.textContent ?? '').length <= LONG_BODY) return bounded(body.innerText ?? body.textContent ?? '', limits.textBytes);
    // The head and the tail of what can be seen, as `bounded` would leave them.
    const head = yield* gather(element, Math.floor(limits.textBytes * 0.75), false);
    if (head.whole) return bounded(head.text, limits.textBytes);
    const tail = yield* gather(element, Math.floor(limits.textBytes / 12), true);
    return { text: bounded(`${head.text}\n${tail.text}`, limits.textBytes).text, cut: true };
  }

  /** Visible text from one end of a body, up to `most` characters. @param {Element} body @param {number} most @param {boolean} backwards */
  function* gather(body, most, backwards) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const pieces = /** @type {string[]} */ ([]);
    let [length, count] = [0, 0];
    for (let node = backwards ? walker.lastChild() : walker.nextNode(); node; node = backwards ? walker.previousNode() : walker.nextNode()) {
      if (++count % PIECE === 0) yield;
      const parent = node.parentElement;
      if (!parent || !onScreen(parent)) continue;
      const room = most - length;
      const { data } = /** @type {Text} */ (node);
      const text = backwards ? data.slice(-room) : data.slice(0, room);
      length += text.length;
      pieces.push(getComputedStyle(parent).display === 'inline' ? text : backwards ? `${text}\n` : `\n${text}`);
      if (length >= most) return { text: (backwards ? pieces.reverse() : pieces).join(''), whole: false };
    }
    return { text: (backwards ? pieces.reverse() : pieces).join(''), whole: true };
  }

  /** @param {Element} box @param {Element} body @param {Element} sender @returns {Generator<undefined, {request: CheckRequest, links: Element[]}>} */
  function* requestOf(box, body, sender) {
    const header = headerRoot(box);
    const people = [...header.querySelectorAll(any('recipient'))].filter((element) => element !== sender && !body.contains(element));
    const recipients = new Set(people.map((element) => field(element.getAttribute('email'))).filter(Boolean));
    const text = yield* readText(body);
    yield;
    const { links, facts, cut } = yield* readLinks(body);
    const partial = Boolean(first(box, 'clipped')) || Boolean(plain(body).querySelector('iframe'));
    const auth = readAuth(box, body);
    const request = {
      sender: { name: field(sender.getAttribute('name') ?? sender.textContent), address: field(sender.getAttribute('email')) },
      recipients: [...recipients].slice(0, limits.recipients),
      subject: subjectOf(),
      text: text.text,
      cut: cut || text.cut || partial,
      ...(auth ? { auth } : {}),
      links: facts,
    };
    return { request, links };
  }

  /** @type {Adapter['reading']} */
  function* reading(box, body) {
    const sender = body && senderOf(box, body);
    if (!body || !sender?.getAttribute('email')) return null;
    const { request, links } = yield* requestOf(box, body, sender);
    const id = box.getAttribute('data-legacy-message-id') ?? box.getAttribute('data-message-id') ?? '';
    // A mark of ours is positioned: it adds a line break to the text that innerText gives, and must not make it another text.
    const key = hash(JSON.stringify([id, { ...request, text: request.text?.replace(/\s+/gu, '') }]));
    return { box, body, id, senderNode: sender, request, links, key };
  }

  /** @type {Adapter['read']} */
  function read(box, body) {
    const steps = reading(box, body);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  /** Beside the wrapper of the body, never inside it: Gmail renders `.a3s` again and keeps its parent. @param {MessageFacts} facts */
  function bannerPlace({ box, body }) {
    for (const selector of SELECTORS.wrapper) {
      const wrapper = body.closest(selector);
      if (wrapper && wrapper !== box && box.contains(wrapper) && wrapper.parentElement) return { parent: wrapper.parentElement, before: wrapper };
    }
    return body.parentElement && body !== box ? { parent: body.parentElement, before: body } : null;
  }

  /** After the name and the address that Gmail shows, outside both: they open its own contact card. @param {MessageFacts} facts */
  function senderPlace({ senderNode }) {
    const next = senderNode?.nextElementSibling;
    const wrapped = senderNode?.parentElement?.nextElementSibling;
    if (next?.matches(any('senderEnd'))) return next;
    return wrapped?.matches(any('senderEnd')) ? wrapped : senderNode;
  }

  honmono.gmail = {
    name: 'Gmail',
    hostname: 'mail.google.com',
    active: () => window.top === window && !NO_UI_VIEWS.includes(new URLSearchParams(location.search).get('view') ?? ''),
    boxes,
    bodyOf,
    reading,
    read,
    boxOf(node) {
      const body = bodyAround(node);
      return body && body !== node && inMail(node) ? boxAround(body) : null;
    },
    bannerPlace,
    senderPlace,
    // Gmail's address ends in the thread's id while one is open, in every shape of its page so far.
    showsThread: () => /#.*\/[A-Za-z0-9]{16,}$/.test(location.hash) || new URLSearchParams(location.search).get('view') === 'btop'
      || Boolean(document.querySelector(SELECTORS.subject.slice(0, 3).join(','))),
  };
  honmono.adapter.register(honmono.gmail);
})(globalThis.honmono);
