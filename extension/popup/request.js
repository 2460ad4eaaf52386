// From what somebody typed or pasted to a request: an address (with a name or without), or anything that a browser
// would open, also as reports write it so that nobody opens it by mistake (hxxps://a[.]example). `honmono check` reads
// its options alike (host/pasted.c). A whole text message is read, too: its links, and its words.

const HARMLESS_MARKS = /[[({](?:\.|dot)[\])}]|\[:\]|\[:\/\/\]|\[\/\]|[[(](?:@|at)[\])]/gi;
const HARMLESS_SCHEME = /^(?:h(?:xx|\*\*|tx)p|ttp)(s?):/i;

/** What is meant by one harmless mark. @param {string} mark */
function meant(mark) {
  const inside = mark.slice(1, -1).toLowerCase();
  return { dot: '.', at: '@' }[inside] ?? inside;
}

/** @param {string} text */
const undone = (text) => text.replace(HARMLESS_MARKS, meant).replace(HARMLESS_SCHEME, 'http$1:');

/** `Name <address>`, as mail programs copy a sender. @param {string} text @returns {CheckRequest | null} */
function namedSender(text) {
  const [, name = '', address = ''] = /^(.*)<([^<>\s]+)>$/su.exec(text) ?? [];
  if (!/^[^/:?#]+@[^/:?#@]+$/.test(undone(address))) return null;
  const bare = name.trim();
  const quoted = /^"(.*)"$/su.exec(bare)?.[1];
  return { sender: { name: quoted?.replace(/\\(.)/gsu, '$1') ?? bare, address: undone(address) } };
}

/** What stands in a sentence and in no link; a full stop of Japanese is a dot where a name goes on behind it. */
const IN_LINK = '(?:[^\\s<>"“”「」『』（）【】〈〉《》、。！？]|。(?=[a-z0-9]))+';
const LINKS = new RegExp(`(?:h(?:xx|\\*\\*|tx|tt)p|ttp)s?://${IN_LINK}`, 'giu');
const BARE_LINKS = new RegExp(`(?<![\\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}(?![\\w@.-])(?:[/?#]${IN_LINK})?`, 'giu');
/** As many as the host looks at. */
const MOST_LINKS = 2000;

/**
 * Words around a link: a blank or what no link holds, or, where no scheme comes first, a Japanese full stop that is none
 * of a host's dots, or a scheme behind letters that none has.
 * @param {string} text
 */
const isMessage = (text) => /[\s、「」『』（）【】！？]/u.test(text)
  || (!/^[a-z*]+:/i.test(text) && /。(?:\P{ASCII}|$)|^[^:/?#]*\P{ASCII}[^/?#]*(?:https?|hxxps?):\/\//iu.test(text));

/** A message as it was copied. @param {string} text @returns {CheckRequest | null} */
function messageWithLinks(text) {
  const readable = text.replace(HARMLESS_MARKS, meant);
  const whole = readable.match(LINKS) ?? readable.match(BARE_LINKS) ?? [];
  const links = [...new Set(whole.map((link) => link.replace(/[.,;:!?'\])}]+$/, '')))].flatMap((link) => linkFor(link.replace(HARMLESS_SCHEME, 'http$1:')) ?? []);
  return links.length ? { text, links: links.slice(0, MOST_LINKS), ...(links.length > MOST_LINKS ? { cut: true } : {}) } : null;
}

/** @param {string} text @returns {CheckRequest | null} */
export function requestFor(text) {
  const pasted = text.trim().toWellFormed();
  const sender = namedSender(pasted);
  if (sender) return sender;
  const subject = undone(pasted);
  const address = subject.replace(/^mailto:/i, '');
  if (!subject) return null;
  if (isMessage(address)) return messageWithLinks(pasted);
  if (/^[^/:?#]+@[^/:?#@]+$/.test(address)) return { sender: { name: '', address } };
  const link = linkFor(subject);
  return link && { links: [link] };
}

/** @param {string} subject without what keeps it from being opened @returns {{url: string, raw?: string} | null} */
function linkFor(subject) {
  const raw = /^[a-z][a-z0-9+.-]*:/i.test(subject) && !/^[^/]*:\d+(?:\/|$)/.test(subject) ? subject : `https://${subject}`;
  try {
    const { href, hostname, protocol } = new URL(raw);
    if (/^https?:$/.test(protocol) && !/[.:]./.test(hostname)) return null;
    return { url: href, ...(raw === href ? {} : { raw }) };
  } catch {
    return null;
  }
}
