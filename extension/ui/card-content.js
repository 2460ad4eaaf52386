// What the card says of one link: where it really leads, whose place that is, what it imitates and what would be
// right. Harmless links get one line; "not on our lists" is the best that we ever say of them.
((honmono) => {
  'use strict';
  if (honmono.cardContent) return;
  const { differences, make, harmless, isolate, httpsUrl, icon, spelled } = honmono.dom;

  const REST_LENGTH = 160;
  const MOST_FINDINGS = 3;
  const LOUD = ['danger', 'warning'];

  /** The hostname with the part that somebody had to register set apart. @param {string} hostname @param {string | undefined} registrable */
  function hostnameParts(hostname, registrable) {
    const domain = registrable && hostname.endsWith(registrable) ? registrable : hostname;
    return [harmless(hostname.slice(0, hostname.length - domain.length)), make('span', { class: 'domain' }, harmless(domain))];
  }

  /** @param {string} text @returns {URL | null} */
  function parse(text) {
    try {
      return new URL(text);
    } catch {
      return null;
    }
  }

  /** Path and query, shortened: they may say anything. @param {URL | null} url */
  function rest(url) {
    if (!url) return '';
    const text = harmless(url.pathname + url.search + url.hash);
    return text.length > REST_LENGTH ? `${text.slice(0, REST_LENGTH)}…` : text === '/' ? '' : text;
  }

  /** The page where the link ends, as far as known without asking anybody. @param {LinkFacts} facts */
  const endOf = ({ link, url }) => parse(link?.destination ?? url);

  /** The redirector before the page where the link ends, if it is of another domain. @param {LinkFacts} facts */
  function redirectorOf(facts) {
    const [start, end] = [parse(facts.url)?.hostname, endOf(facts)?.hostname];
    const own = facts.link?.registrable_domain;
    if (!facts.link?.destination || !start || start === end) return '';
    return own && (end === own || end?.endsWith(`.${own}`)) ? '' : start;
  }

  /** Whose the shown place is. What the host says is about where the link begins, so that behind a redirector it is not known. @param {LinkFacts} facts */
  function whose(facts) {
    const { link, verdict } = facts;
    if (!link || typeof link.host !== 'string' || redirectorOf(facts)) return '';
    const id = link.official_for;
    return id ? honmono.t('domainOf', isolate(verdict?.brand_names?.[id] ?? id)) : honmono.t('notOnLists');
  }

  /** A place in the page that shows the mail, as a table of contents has them. @param {URL | null} url */
  const isHere = (url) => Boolean(url?.hash) && url?.origin === location.origin && url.pathname === location.pathname && url.search === location.search;

  /** @param {LinkFacts} facts @param {string} redirector */
  const through = ({ link }, redirector) => `${honmono.t('leadsThrough', isolate(redirector))}${link?.destination_certain ? '' : ` ${honmono.t('perhaps')}`}`;

  /** @param {LinkFacts} facts @returns {(Node | string)[] | null} */
  function chip(facts) {
    const url = endOf(facts);
    if (!url?.hostname || !/^https?:$/.test(url.protocol)) return facts.checked && facts.link?.level === 'none' ? null : [harmless(facts.url.slice(0, REST_LENGTH))];
    if (isHere(url)) return null;
    const registrable = facts.link?.destination ? undefined : facts.link?.registrable_domain;
    const line = make('p', { class: 'line' }, ...hostnameParts(url.hostname, registrable));
    if (!facts.checked) {
      const label = url.hostname.includes('xn--') ? honmono.t('factsPunycode') : honmono.t('factsOnly');
      line.append(' ', make('span', { class: 'soft' }, label));
      return [line];
    }
    const redirector = redirectorOf(facts);
    const notice = facts.findings[0]?.title ?? (redirector ? through(facts, redirector) : whose(facts));
    if (notice) line.append(' ', make('span', { class: 'soft' }, notice));
    return [line];
  }

  /** @param {string} key @param {...(Node | string)} value */
  const row = (key, ...value) => [make('dt', { class: 'soft' }, honmono.t(key)), make('dd', {}, ...value)];

  /** @param {LinkFacts} facts */
  function factRows(facts) {
    const { link, url, text } = facts;
    const end = endOf(facts);
    const start = parse(url);
    const list = make('dl', { class: 'facts' });
    if (end?.hostname) {
      const registrable = link?.destination ? undefined : link?.registrable_domain;
      list.append(...row('leadsTo', make('span', { class: 'address' }, ...hostnameParts(end.hostname, registrable), make('span', { class: 'soft' }, rest(end)))));
    } else {
      list.append(...row('leadsTo', harmless(url.slice(0, REST_LENGTH))));
    }
    if (link?.unicode && link.unicode !== link.host) list.append(...row('readsAs', make('span', { class: 'domain' }, ...spelledOut(link.unicode))));
    if (link?.destination && start?.hostname && start.hostname !== end?.hostname) {
      list.append(...row('goesThrough', isolate(start.hostname), link.destination_certain ? '' : ` ${honmono.t('perhaps')}`));
    }
    if (text) list.append(...row('textShown', isolate(text.slice(0, REST_LENGTH))));
    const owner = whose(facts);
    if (owner) list.append(...row('whose', owner));
    const right = rightAnswer(facts.findings);
    if (right) list.append(...row('wouldBeRight', make('span', { class: 'domain' }, isolate(right))));
    return list;
  }

  /** @param {Finding[]} findings */
  function rightAnswer(findings) {
    const imitated = findings.find(({ evidence }) => typeof evidence?.imitates === 'string')?.evidence?.imitates;
    if (imitated) return String(imitated);
    const site = httpsUrl(findings.find(({ brand }) => brand?.site)?.brand?.site);
    return site ? new URL(site).hostname : '';
  }

  /** A name whose letters beyond ASCII are set apart, with their numbers. @param {string} name */
  const spelledOut = (name) => name.split(/(\P{ASCII}+)/u).filter(Boolean).map((piece) => (piece < '\x80' ? piece : spelled(piece)));

  /** The short card of a hover has no room for more than the title. @param {Finding} finding @param {boolean} full */
  function findingLine(finding, full) {
    const line = make('li', { 'data-level': finding.level }, icon(finding.level), make('b', {}, finding.title || finding.code));
    // The detail tells the differing letters in a sentence.
    if (full && finding.detail) line.append(make('p', { class: 'soft' }, finding.detail));
    else line.append(...differences(finding.evidence?.diff).map((pair) => make('p', {}, ...pair)));
    return line;
  }

  /** The link's own level; the mail's, where a link is held for the mail's sake. @param {LinkFacts} facts @returns {Level} */
  function levelOf(facts) {
    const level = facts.link?.level ?? 'none';
    return facts.guarded && !LOUD.includes(level) ? facts.verdict?.level ?? level : level;
  }

  /** @param {LinkFacts} facts @param {boolean} full */
  function findingList({ findings }, full) {
    const list = make('ul', { class: 'list' }, ...findings.slice(0, MOST_FINDINGS).map((finding) => findingLine(finding, full)));
    const more = findings.length - MOST_FINDINGS;
    if (more > 0) list.append(make('li', { class: 'soft' }, honmono.t('moreInDetails', String(more))));
    return list;
  }

  /** Who has clicked wants to get somewhere: where the mail pretends to lead, if that is known. @param {LinkFacts} facts */
  function officialButton({ findings, verdict }) {
    const own = httpsUrl(findings.find(({ brand }) => brand?.site)?.brand?.site);
    const site = own ?? (verdict && honmono.words.officialAnswer(verdict).site);
    return site ? [make('a', { class: 'button', 'data-action': 'open-official', href: site, target: '_blank', rel: 'noopener noreferrer' }, honmono.t('openOfficial'))] : [];
  }

  /** @param {LinkFacts} facts @param {boolean} asking */
  function card(facts, asking) {
    const level = levelOf(facts);
    const heading = asking ? honmono.t('linkHeld') : honmono.t('linkFlagged');
    const head = make('h2', { class: 'head' }, icon(level), make('span', { class: 'level' }, honmono.words.level(level)), make('span', {}, heading), make('span', { class: 'brand' }, 'Honmono'));
    const nodes = [head, factRows(facts)];
    if (facts.findings.length) nodes.push(findingList(facts, asking));
    // Held, and nothing of its own says why.
    const enough = asking ? ['danger'] : LOUD;
    if (facts.guarded && !facts.findings.some((finding) => enough.includes(finding.level))) nodes.push(make('p', {}, facts.link ? honmono.words.held(facts.verdict) : honmono.t('heldUnjudged')));
    if (!asking) {
      if (facts.guarded) nodes.push(make('p', { class: 'soft' }, honmono.t('clickAsks')));
      return nodes;
    }
    nodes.push(make('div', { class: 'buttons' },
      make('button', { type: 'button', class: 'button first', 'data-action': 'close' }, honmono.t('doNotOpen')),
      ...officialButton(facts),
      make('button', { type: 'button', class: 'button', 'data-action': 'follow' }, honmono.t('openAnyway'))));
    return nodes;
  }

  honmono.cardContent = { chip, card, level: levelOf };
})(globalThis.honmono);
