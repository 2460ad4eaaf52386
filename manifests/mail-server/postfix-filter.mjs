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
/** More than the host reads of a text and of links; it says itself what it leaves out. */
const MOST_CHARACTERS = 100_000;
const MOST_LINKS = 2001;
const EX_TEMPFAIL = 75;

/** @param {Buffer} bytes @returns {string} one request as a line; lone surrogates would make it none */
function requestLine(bytes) {
  const mail = readMail(bytes, MOST_CHARACTERS);
  const links = mail.links.slice(0, MOST_LINKS);
  const request = { id: 1, type: 'check', ...requestOf({ file: '', ...mail, links }, false) };
  return `${JSON.stringify(request, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))}\n`;
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
