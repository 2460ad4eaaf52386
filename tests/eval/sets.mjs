// Where the cases come from: files of mail objects, folders of .eml files, lists of URLs, CSV files of brand and URL.
import fs from 'node:fs';
import path from 'node:path';
import { readMail } from './eml.mjs';

/** An address that is nobody's official sender. */
const FOREIGN = 'info@example.net';

/** @typedef {{file: string, sender?: {name: string, address: string}, reply_to?: string[], recipients?: string[], subject?: string,
 *   text?: string, links?: {url: string, text: string}[], auth?: {raw?: string}, [key: string]: unknown}} Mail */

/** @param {string} file @returns {string[]} its lines that are not blank */
const lines = (file) => fs.readFileSync(file, 'utf8').split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean);

/** One JSON mail object a line; lines that say why a mail could not be read are passed over. @param {string} file */
function* mailObjects(file) {
  for (const line of lines(file)) {
    const mail = JSON.parse(line);
    if (!('error' in mail)) yield mail;
  }
}

/** @param {string} folder @returns {string[]} every .eml file below, in a fixed order */
function emlFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return emlFiles(full);
    return entry.name.toLowerCase().endsWith('.eml') ? [full] : [];
  });
}

/** @param {string} place a folder, or one .eml file */
function* emlMails(place) {
  for (const file of fs.statSync(place).isDirectory() ? emlFiles(place) : [place])
    yield { file: path.relative(path.dirname(place), file), ...readMail(fs.readFileSync(file)) };
}

/** @param {string} file a URL or a domain a line */
function* urls(file) {
  for (const line of lines(file)) {
    const url = /^[a-z][a-z0-9+.-]*:/i.test(line) ? line : `https://${line}/`;
    yield { file: line, links: [{ url, text: '' }] };
  }
}

/** RFC 4180. @param {string} text @returns {string[][]} */
export function parseCsv(text) {
  /** @type {string[][]} */
  const rows = [];
  let row = [];
  // A field (quoted, or up to the next separator) and what ends it.
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))[^,\r\n]*?(,|\r\n|\r|\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/** Rows of date, URL and brand name: a mail that bears the name, from a foreign address. @param {string} file */
function* brandClaims(file) {
  for (const [date, url, description] of parseCsv(fs.readFileSync(file, 'utf8').replace(/^\ufeff/, ''))) {
    if (description === undefined || date === 'date') continue;
    const name = description.trim();
    yield { file: url, brand: name, year: date.slice(0, 4), sender: { name, address: FOREIGN }, links: [{ url: url.trim(), text: '' }] };
  }
}

/**
 * @param {{kind: 'mails'|'urls'|'brand-claim', path: string}} set
 * @returns {Iterable<Mail>}
 */
export function casesOf(set) {
  if (set.kind === 'urls') return urls(set.path);
  if (set.kind === 'brand-claim') return brandClaims(set.path);
  if (fs.statSync(set.path).isDirectory() || /\.eml$/i.test(set.path)) return emlMails(set.path);
  return mailObjects(set.path);
}

/**
 * What a reader who opens the mail's headers would see of its authentication.
 * @param {string} raw value of the Authentication-Results header fields (RFC 8601)
 * @returns {object|undefined} nothing where no aligned (DMARC) result is shown
 */
export function shownAuth(raw) {
  const results = raw.toLowerCase();
  const dmarc = /\bdmarc=(\w+)/.exec(results)?.[1];
  if (!dmarc) return undefined;
  const result = dmarc === 'pass' ? 'pass' : dmarc === 'none' || dmarc === 'bestguesspass' ? 'none' : 'fail';
  const mailedBy = results.includes('spf=pass') ? /smtp\.mailfrom=(?:[^\s;@]*@)?([a-z0-9.-]+)/.exec(results)?.[1] : undefined;
  const signedBy = [...results.matchAll(/dkim=pass[^;]*?header\.[di]=@?([a-z0-9.-]+)/g)].map((match) => match[1]);
  return { result, mailed_by: mailedBy ?? null, signed_by: [...new Set(signedBy)].sort() };
}

/** @param {Mail} mail @param {boolean} withAuth @returns {object} a `check` request without id and type */
export function requestOf(mail, withAuth) {
  const auth = withAuth ? shownAuth(mail.auth?.raw ?? '') : undefined;
  return {
    ...(auth && { auth }),
    sender: { name: mail.sender?.name ?? '', address: mail.sender?.address ?? '' },
    reply_to: mail.reply_to ?? [],
    recipients: mail.recipients ?? [],
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    links: (mail.links ?? []).map(({ url, text }) => ({ url: url ?? '', text: text ?? '' })),
  };
}
