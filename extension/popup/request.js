// From what somebody typed or pasted to a request: an address, or anything that a browser would open.

/** @param {string} text @returns {CheckRequest | null} */
export function requestFor(text) {
  const subject = text.trim().toWellFormed();
  if (!subject || /\s/.test(subject.replace(/^mailto:/i, ''))) return null;
  const address = subject.replace(/^mailto:/i, '');
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
