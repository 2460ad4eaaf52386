// A content filter of Postfix that only looks: the mail on standard input is judged and handed back to Postfix with a
// header X-Honmono in front (README.md). Arguments are sendmail's. It rejects nothing and loses nothing: what cannot be
// judged passes as "not-checked", and what Postfix does not take back is tried again later.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { readMail } from '../../tests/eval/eml.mjs';
import { requestOf } from '../../tests/eval/sets.mjs';

const HONMONO = process.env.HONMONO ?? '/usr/local/bin/honmono';
const SENDMAIL = process.env.HONMONO_SENDMAIL ?? '/usr/sbin/sendmail';
const JUDGING_MS = 10_000;
/** More than the host reads of each (PROTOCOL.md, "What is read"); it says itself what it leaves out. */
const MOST_CHARACTERS = 100_000;
const MOST_LINKS = 2001;
const MOST_ADDRESSES = 501;
const MOST_OF_A_FIELD = 20_000;
/** A longer request is not read. */
const REQUEST_BYTES = 1024 * 1024;
const EX_TEMPFAIL = 75;

/** @param {unknown} value in a request; lone surrogates would make it none */
const repaired = (value) => (typeof value === 'string' ? value.slice(0, MOST_CHARACTERS).toWellFormed() : value);

/** @param {Buffer} bytes @returns {string} one request as a line, with as many links as it has room for */
function requestLine(bytes) {
  const mail = readMail(bytes, MOST_CHARACTERS);
  const { name, address } = mail.sender;
  const short = {
    sender: { name: name.slice(0, MOST_OF_A_FIELD), address: address.slice(-MOST_OF_A_FIELD) },
    subject: mail.subject.slice(0, MOST_OF_A_FIELD),
    reply_to: mail.reply_to.slice(0, MOST_ADDRESSES),
    recipients: mail.recipients.slice(0, MOST_ADDRESSES),
  };
  for (let most = MOST_LINKS; ; most = Math.floor(most / 2)) {
    const links = mail.links.slice(0, most);
    const cut = most < MOST_LINKS && links.length < mail.links.length;
    const line = `${JSON.stringify({ id: 1, type: 'check', cut, ...requestOf({ file: '', ...mail, ...short, links }, false) }, (_, value) => repaired(value))}\n`;
    if (most === 0 || Buffer.byteLength(line) <= REQUEST_BYTES) return line;
  }
}

/** @param {Buffer} bytes @returns {string} the level, and the codes of what was found */
function judgement(bytes) {
  try {
    const { stdout } = spawnSync(HONMONO, ['check', '--ndjson'], { input: requestLine(bytes), encoding: 'utf8', timeout: JUDGING_MS, maxBuffer: 1 << 22 });
    const { type, level, findings } = JSON.parse(stdout);
    if (type === 'verdict') return [level, ...new Set(findings.map((/** @type {{code: string}} */ finding) => finding.code))].join(' ');
  } catch { /* said below */ }
  return 'not-checked';
}

/** @param {string} mail @returns {string} without a header of our name that the sender may have written */
function withoutOurs(mail) {
  const end = /\r?\n\r?\n/.exec(mail)?.index ?? mail.length;
  return mail.slice(0, end).replace(/^X-Honmono[ \t]*:.*(?:\r?\n[ \t].*)*(?:\r?\n|$)/gim, '') + mail.slice(end);
}

// Postfix returns a mail to its sender at a status that it does not know.
process.on('uncaughtException', () => process.exit(EX_TEMPFAIL));
const bytes = fs.readFileSync(0);
const mail = `X-Honmono: ${judgement(bytes)}\n${withoutOurs(bytes.toString('latin1'))}`;
const { status } = spawnSync(SENDMAIL, ['-G', '-i', ...process.argv.slice(2)], { input: Buffer.from(mail, 'latin1'), stdio: ['pipe', 'inherit', 'inherit'] });
process.exitCode = status ?? EX_TEMPFAIL;
