// One mail as a file (RFC 5322, MIME) -> what the extension would read of it in a webmail.
import { decodeBody, decodeBytes, decodeHeader, parseFields, parseMailboxes, parseParameters } from './mime.mjs';
import { readHtml } from './html.mjs';

const DEPTH = 20;
const TEXT_CHARACTERS = 20_000;
/** A bare URL in running text; CJK brackets and punctuation end it. */
const BARE = /\b(?:https?:\/\/|www\.)[^\s<>"\u3000-\u3002\uff08\uff09\u300c-\u3011]+/gi;

/** @param {string} binary @returns {{fields: {name: string, value: string}[], body: string}} */
function splitPart(binary) {
  const gap = /^\r?\n|\r?\n\r?\n/.exec(binary);
  if (!gap) return { fields: parseFields(binary), body: '' };
  return { fields: parseFields(binary.slice(0, gap.index)), body: binary.slice(gap.index + gap[0].length) };
}

/** @param {{name: string, value: string}[]} fields @param {string} name @returns {string[]} */
const valuesOf = (fields, name) => fields.filter((field) => field.name === name).map((field) => field.value);

/** @param {string} body @param {string} boundary @returns {string[]} the parts between its delimiter lines (RFC 2046 section 5.1.1) */
function splitMultipart(body, boundary) {
  const delimiter = new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g');
  const parts = [];
  let start = -1;
  for (const match of body.matchAll(delimiter)) {
    if (start >= 0) parts.push(body.slice(start, match.index));
    start = match.index + match[0].length;
    if (match[1]) return parts.map((part) => part.replace(/^\r?\n/, ''));
  }
  if (start >= 0) parts.push(body.slice(start)); // cut off before its last line
  return parts.map((part) => part.replace(/^\r?\n/, ''));
}

/** @param {string} text @returns {'html'|'plain'} programs that send a page as plain text are read as meant */
const looksLike = (text) => (/^\s*<(?:!doctype html|html)/i.test(text) ? 'html' : 'plain');

/**
 * The bodies that are shown, in order. Of alternatives the last that can be shown (RFC 2046 section 5.1.4); attachments,
 * attached messages among them, are not shown.
 * @param {string} binary @param {number} [depth] @returns {{kind: 'html'|'plain', text: string}[]}
 */
function shownBodies(binary, depth = 0) {
  const { fields, body } = splitPart(binary);
  const type = parseParameters(valuesOf(fields, 'content-type')[0] ?? 'text/plain');
  const boundary = type.parameters.get('boundary');
  if (type.value.startsWith('multipart/') && boundary && depth < DEPTH) {
    const parts = splitMultipart(body, boundary).map((part) => shownBodies(part, depth + 1));
    return type.value === 'multipart/alternative' ? parts.findLast((shown) => shown.length > 0) ?? [] : parts.flat();
  }
  const attached = /^attachment/i.test(valuesOf(fields, 'content-disposition')[0] ?? '');
  // A field without a type, or with one that is none, counts as plain text (RFC 2045 section 5.2).
  const text = !type.value.includes('/') || type.value === 'text/plain' || type.value === 'text/html';
  if (attached || !text) return [];
  const decoded = decodeBytes(decodeBody(body, valuesOf(fields, 'content-transfer-encoding')[0] ?? ''), type.parameters.get('charset')).replaceAll('\0', '');
  return [{ kind: type.value === 'text/html' ? 'html' : looksLike(decoded), text: decoded }];
}

/** @param {string} text @returns {string[]} */
function bareUrls(text) {
  return [...text.matchAll(BARE)].map(([url]) => url.replace(/[.,;:!?'")\]}>*_]+$/, '')).filter((url) => url.length > 10);
}

/** @param {{kind: 'html'|'plain', text: string}[]} bodies @param {number} characters @returns {{text: string, links: {url: string, text: string}[]}} */
function readBodies(bodies, characters) {
  const read = bodies.map((body) => (body.kind === 'html' ? readHtml(body.text) : { text: body.text, links: [] }));
  const links = read.flatMap((body) => body.links);
  const known = new Set(links.map((link) => link.url));
  for (const { text, links: own } of read) {
    for (const url of bareUrls(text)) {
      if (known.has(url) || own.some((link) => link.text.includes(url))) continue;
      known.add(url);
      links.push({ url, text: url });
    }
  }
  return { text: read.map((body) => body.text).join('\n').slice(0, characters), links };
}

/** @param {string[]} values */
const addressesIn = (values) => [...new Set(values.flatMap(parseMailboxes).map((mailbox) => mailbox.address).filter((address) => address.includes('@')))];

/**
 * @param {Buffer} bytes a mail, with or without an mbox line in front
 * @param {number} [characters] of the text that are passed on
 * @returns {Omit<import('./sets.mjs').Mail, 'file'>}
 */
export function readMail(bytes, characters = TEXT_CHARACTERS) {
  const binary = bytes.toString('latin1').replace(/^(?:\ufeff|ï»¿)/, '').replace(/^\s*>?From [^\n]*\n/, '');
  const { fields } = splitPart(binary);
  const from = parseMailboxes(valuesOf(fields, 'from')[0] ?? '');
  const senders = from.filter((mailbox) => mailbox.address);
  return {
    // Several senders are passed on as they are written: the host says what is wrong with that.
    sender: { name: (senders[0] ?? from[0])?.name ?? '', address: senders.map((mailbox) => mailbox.address).join(', ') },
    reply_to: addressesIn(valuesOf(fields, 'reply-to')),
    recipients: addressesIn([...valuesOf(fields, 'to'), ...valuesOf(fields, 'cc')]),
    subject: decodeHeader(valuesOf(fields, 'subject')[0] ?? '').replace(/\s+/g, ' ').trim(),
    ...readBodies(shownBodies(binary), characters),
    auth: { raw: valuesOf(fields, 'authentication-results').join(' || ') },
  };
}
