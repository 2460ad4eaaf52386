// From what somebody typed or pasted to a request: an address (with a name or without), or anything that a browser
// would open, also as reports write it so that nobody opens it by mistake (hxxps://a[.]example). `honmono check` reads
// its options alike (host/pasted.c).

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

/** @param {string} text @returns {CheckRequest | null} */
export function requestFor(text) {
  const pasted = text.trim().toWellFormed();
  const sender = namedSender(pasted);
  if (sender) return sender;
  const subject = undone(pasted);
  const address = subject.replace(/^mailto:/i, '');
  if (!subject || /\s/.test(address)) return null;
  if (/^[^/:?#]+@[^/:?#@]+$/.test(address)) return { sender: { name: '', address } };
  const raw = /^[a-z][a-z0-9+.-]*:/i.test(subject) && !/^[^/]*:\d+(?:\/|$)/.test(subject) ? subject : `https://${subject}`;
  try {
    const { href, hostname, protocol } = new URL(raw);
    if (/^https?:$/.test(protocol) && !hostname.includes('.') && !hostname.includes(':')) return null;
    return { links: [{ url: href, ...(raw === href ? {} : { raw }) }] };
  } catch {
    return null;
  }
}
