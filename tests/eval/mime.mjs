// What a mail's header fields and bodies are made of: character sets, encoded words (RFC 2047), parameters (RFC 2231),
// transfer encodings (RFC 2045) and mailboxes (RFC 5322). A mail is held as a string of one character a byte ("binary").

/** Names in use that TextDecoder does not know. */
const CHARSET_NAMES = new Map([
  ['cp932', 'shift_jis'], ['cp936', 'gbk'], ['cp949', 'euc-kr'], ['cp950', 'big5'], ['cp1252', 'windows-1252'],
  ['iso-2022-jp-1', 'iso-2022-jp'], ['iso-2022-jp-2', 'iso-2022-jp'], ['iso-2022-jp-ms', 'iso-2022-jp'], ['cp50220', 'iso-2022-jp'], ['cp50221', 'iso-2022-jp'],
]);
/** A claim of plain ASCII says nothing about bytes that are not. */
const ASCII_NAMES = new Set(['', 'us-ascii', 'ascii', 'ansi_x3.4-1968', 'default', 'unknown-8bit', 'x-unknown']);

/** @param {Buffer} bytes @param {string} charset @param {boolean} fatal @returns {string|undefined} */
function decodeAs(bytes, charset, fatal) {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return undefined; // a name that nobody knows, or bytes that are none of it
  }
}

/** Never fails: what is said, else UTF-8, else what mail programs guess. @param {Buffer} bytes @param {string} [charset] @returns {string} */
export function decodeBytes(bytes, charset = '') {
  const given = charset.toLowerCase().replace(/^['"]|['"]$/g, '');
  const said = ASCII_NAMES.has(given) ? undefined : CHARSET_NAMES.get(given) ?? given;
  const guesses = [said, 'utf-8'];
  if (bytes.includes('\x1b$')) guesses.splice(said ? 1 : 0, 0, 'iso-2022-jp');
  for (const guess of guesses) {
    const text = guess && decodeAs(bytes, guess, true);
    if (text !== undefined && text !== '') return text;
  }
  return (said && decodeAs(bytes, said, false)) || decodeAs(bytes, 'windows-1252', false) || '';
}

/** @param {string} binary */
const bytesOf = (binary) => Buffer.from(binary, 'latin1');

/** @param {string} text binary; =XX and soft line ends @returns {Buffer} */
export function decodeQuotedPrintable(text) {
  return bytesOf(text.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
}

/** @param {string} text @returns {Buffer} */
const decodeBase64 = (text) => Buffer.from(text.replace(/[^A-Za-z0-9+/]/g, ''), 'base64');

/** @param {string} body binary @param {string} encoding Content-Transfer-Encoding @returns {Buffer} */
export function decodeBody(body, encoding) {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return decodeBase64(body);
  if (name === 'quoted-printable') return decodeQuotedPrintable(body);
  return bytesOf(body);
}

/** @param {string} form B or Q @param {string} text binary @returns {Buffer} */
const decodeWord = (form, text) => (form.toLowerCase() === 'b' ? decodeBase64(text) : decodeQuotedPrintable(text.replaceAll('_', ' ')));

/**
 * Encoded words, and bytes beyond ASCII as they stand. Words of one charset that follow each other are put together before
 * they are decoded: senders fold inside a letter.
 * @param {string} raw binary, unfolded @returns {string}
 */
export function decodeHeader(raw) {
  let out = '';
  let end = 0;
  /** @type {{charset: string, bytes: Buffer[]}|undefined} */
  let open;
  const flush = () => { if (open) out += decodeBytes(Buffer.concat(open.bytes), open.charset); open = undefined; };
  for (const match of raw.matchAll(/=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?]*)\?=/g)) {
    const between = raw.slice(end, match.index);
    const charset = match[1].toLowerCase();
    if (!open || between.trim() || open.charset !== charset) {
      const follows = open && !between.trim();
      flush();
      if (!follows) out += decodeBytes(bytesOf(between));
      open = { charset, bytes: [] };
    }
    open.bytes.push(decodeWord(match[2], match[3]));
    end = match.index + match[0].length;
  }
  flush();
  return (out + decodeBytes(bytesOf(raw.slice(end)))).replaceAll('\0', '');
}

/** @param {string} block binary @returns {{name: string, value: string}[]} fields in order, unfolded, names in lower case */
export function parseFields(block) {
  const unfolded = block.replace(/\r?\n(?=[ \t])/g, '');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }] : [];
  });
}

/** @param {string} value `%41` with `charset''` in front */
function decodeExtended(value) {
  const [, charset = '', text = value] = /^([^']*)'[^']*'(.*)$/.exec(value) ?? [];
  return decodeBytes(bytesOf(text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))), charset);
}

/** A field such as Content-Type. @param {string} field @returns {{value: string, parameters: Map<string, string>}} names in lower case */
export function parseParameters(field) {
  const parameters = new Map();
  const value = /^[^;]*/.exec(field)?.[0].trim().toLowerCase() ?? '';
  for (const [, rawName, quoted, plain] of field.matchAll(/;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g)) {
    const [, name, extended] = /^(.*?)(?:\*\d+)?(\*?)$/.exec(rawName.toLowerCase()) ?? [];
    const text = quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1');
    parameters.set(name, (parameters.get(name) ?? '') + (extended ? decodeExtended(text) : text));
  }
  return { value, parameters };
}

/** @param {string} list @returns {string[]} its members, parted at commas outside quotes, comments and angle brackets */
function splitList(list) {
  const members = [''];
  let quote = false;
  let depth = 0;
  for (let i = 0; i < list.length; i++) {
    const c = list[i];
    if (c === '\\') { members[members.length - 1] += c + (list[++i] ?? ''); continue; }
    if (c === '"' && depth === 0) quote = !quote;
    if (!quote && (c === '(' || c === '<')) depth += 1;
    if (!quote && (c === ')' || c === '>') && depth > 0) depth -= 1;
    if (!quote && depth === 0 && c === ',') members.push(''); else members[members.length - 1] += c;
  }
  return members.map((member) => member.trim()).filter(Boolean);
}

/** @param {string} phrase binary, perhaps quoted, perhaps with encoded words inside the quotes */
function displayName(phrase) {
  const unquote = (/** @type {string} */ text) => text.replace(/^"([\s\S]*)"$/, '$1');
  return unquote(decodeHeader(unquote(phrase.trim()).replace(/\\(.)/g, '$1')).trim()).replace(/\s+/g, ' ').trim();
}

/** @param {string} member binary @returns {{name: string, address: string}} */
function parseMailbox(member) {
  const angle = /^([\s\S]*)<([^<>]*)>[^<>]*$/.exec(member);
  if (angle) return { name: displayName(angle[1]), address: decodeHeader(angle[2]).trim() };
  const comment = /^([^()\s]+@[^()\s]+)\s*\(([\s\S]*)\)$/.exec(member);
  if (comment) return { name: displayName(comment[2]), address: decodeHeader(comment[1]) };
  return member.includes('@') ? { name: '', address: decodeHeader(member).trim() } : { name: displayName(member), address: '' };
}

/** @param {string} field value of From, To, Cc or Reply-To, binary @returns {{name: string, address: string}[]} */
export function parseMailboxes(field) {
  // A group's name and its semicolon are no part of its members.
  return splitList(field.replace(/(^|,)[^,"<@:]*:(?!\S*@)/g, '$1').replace(/;\s*$/, '')).map(parseMailbox);
}
