// The sentences around the findings. The findings themselves come with their text from the host; what is written
// here is only who is claimed, who really sent, and what would be right.
((honmono) => {
  'use strict';
  if (honmono.words) return;
  const { harmless, isolate, httpsUrl } = honmono.dom;

  const LEVEL_KEYS = { danger: 'levelDanger', warning: 'levelWarning', notice: 'levelNotice', none: 'levelNone' };
  const LOUD = ['danger', 'warning'];

  honmono.labels ??= {};

  /** @param {string} key @param {...string} values */
  honmono.t = (key, ...values) => {
    const label = honmono.labels[key];
    // Without the background there is the browser's own choice of language.
    if (label === undefined) return honmono.api?.i18n?.getMessage?.(key, values) || key;
    return label.replace(/\$(\d)/g, (_, place) => values[place - 1] ?? '');
  };

  /** @param {{answer: Answer | null}} state */
  const verdictOf = ({ answer }) => (answer?.state === 'checked' ? answer.verdict : null);
  /** @param {Verdict} verdict */
  const loud = (verdict) => verdict.findings.filter((finding) => LOUD.includes(finding.level));
  /** @param {Verdict} verdict */
  const strongClaim = (verdict) => verdict.claims.find((claim) => claim.strength === 'strong');

  /** @param {Verdict} verdict */
  const claimsFalsely = (verdict) => Boolean(strongClaim(verdict)) && verdict.sender?.state === 'unofficial';

  /** Whether the sender is none of the claimed brand's for certain: a list of senders may have gaps. @param {Verdict} verdict */
  const isProven = (verdict) => verdict.findings.some(({ target, level }) => target.kind === 'sender' && level === 'danger');

  /** Why a link is held that nothing is found of. @param {Verdict | null | undefined} verdict */
  const held = (verdict) => honmono.t(verdict && strongClaim(verdict) ? 'heldForMail' : 'heldForDanger');

  /** @param {MessageState} state @param {boolean} short for the banner of one line */
  function headline({ facts, answer }, short) {
    if (answer?.state !== 'checked') return '';
    const { verdict } = answer;
    const claim = strongClaim(verdict);
    // Where the domain is the brand's own and only this address is none of its senders, the domain alone would be misread.
    const unlisted = verdict.findings.some(({ code }) => code === 'sender-address-unlisted') ? facts.request.sender?.address : null;
    const domain = unlisted ?? verdict.sender?.unicode ?? verdict.sender?.domain ?? facts.request.sender?.address ?? '';
    if (claim && claimsFalsely(verdict)) return honmono.t(short ? 'claimsShort' : isProven(verdict) ? 'claimsButSentFrom' : 'claimsButUnlisted', isolate(claim.name), isolate(domain));
    if (claim && verdict.sender?.state === 'official-unverified') return honmono.t('claimsUnverified', isolate(claim.name), isolate(domain));
    return honmono.t(verdict.level === 'danger' ? 'sentFromDanger' : 'sentFromWarning', isolate(domain));
  }

  /** Clipped by the webmail, or with a frame in it: worth saying, but nothing is odd of that. Links left out are another matter. @param {MessageState} state */
  function isPartial({ facts, answer }) {
    if (answer?.state !== 'checked' || answer.verdict.level !== 'warning' || answer.verdict.truncated) return false;
    return (facts.request.links?.length ?? 0) < honmono.adapter.limits.links && loud(answer.verdict).every(({ code }) => code === 'not-all-checked');
  }

  /** The strongest reason, and the strongest of another kind, in the host's words. @param {Verdict} verdict */
  function reasons(verdict) {
    // The headline says these already.
    const said = claimsFalsely(verdict) ? ['sender-unofficial', 'sender-address-unlisted'] : [];
    const candidates = loud(verdict).filter(({ code }) => !said.includes(code));
    const [first] = candidates;
    const others = candidates.filter(({ code }) => code !== first?.code);
    const second = others.find(({ target }) => target.kind !== first.target.kind) ?? others[0];
    return [first, second].filter(Boolean).map((finding) => finding.title || finding.code);
  }

  /** Who really writes is told by findings about the sender; those about links and words name sites. @param {Verdict} verdict */
  function officialAnswer(verdict) {
    const findings = loud(verdict);
    const ofSender = findings.find(({ target, brand, official }) => ['sender', 'reply-to'].includes(target.kind) && brand && official?.length);
    const finding = ofSender ?? findings.find(({ brand }) => brand);
    const site = httpsUrl(finding?.brand?.site);
    const more = finding?.official_more ? honmono.t('andMore', String(finding.official_more)) : '';
    return {
      brand: finding?.brand?.name ?? '',
      senders: ofSender?.official ? ofSender.official.map(isolate).join(honmono.t('listComma')) + more : '',
      site,
      siteHost: site ? new URL(site).hostname.replace(/^www\./, '') : '',
      advisory: httpsUrl(findings.find(({ advisory }) => advisory)?.advisory),
    };
  }

  /** Addresses in a report must not become links again. @param {string | undefined} text */
  const defang = (text) => harmless(text).replace(/^http/i, 'hxxp').replaceAll('.', '[.]');

  /** The text that "Report" copies: what was found, nothing from the mail's body. @param {MessageState} state */
  function report({ facts, answer }) {
    if (answer?.state !== 'checked') return '';
    const { verdict } = answer;
    const { sender, subject } = facts.request;
    const line = (/** @type {string} */ label, /** @type {string} */ value) => honmono.t('labelled', honmono.t(label), value);
    const flagged = verdict.links.filter((link) => LOUD.includes(link.level));
    return [
      honmono.t('reportTitle', honmono.words.level(verdict.level)),
      line('reportSender', `${harmless(sender?.name)} <${defang(sender?.address)}>`),
      line('reportSubject', harmless(subject)),
      ...flagged.map((link) => line('reportLink', defang(link.destination ?? facts.request.links?.[link.index]?.url))),
      ...loud(verdict).map((finding) => `- ${finding.code}: ${harmless(finding.title).replace(/\\u206[89]/g, '')}`),
    ].join('\n');
  }

  honmono.words = {
    verdictOf,
    level: (level) => honmono.t(LEVEL_KEYS[level]),
    headline,
    held,
    isPartial,
    reasons,
    officialAnswer,
    report,
    reason: (reason) => honmono.t(`reason_${reason}`),
  };
})(globalThis.honmono);
