#!/usr/bin/env node
// Measures the real host on real mails and links: see README.md.
import fs from 'node:fs';
import path from 'node:path';
import { Client } from './client.mjs';
import { program } from './program.mjs';
import { casesOf, requestOf } from './sets.mjs';
import { LEVELS, Tally, printDetails, printSummary } from './tally.mjs';

const USAGE = `usage: node tests/eval/eval.mjs [options] SET…
SET is one of
  PATH               mail objects, one JSON object a line (.ndjson); a folder of .eml files; one .eml file
  --urls FILE        URLs or domains, one a line
  --brand-claim CSV  rows of date, URL, brand name: judged as a mail in that name from a foreign address
and may be marked, so that what is wrong with it is shown:
  --phish SET        every case below warning is a miss
  --honest SET       every case at warning or above is a false alarm
options
  --host PROGRAM     the host (else HONMONO_HOST)
  --auth             pass on the authentication results that the mails carry
  --by KEY           break down by a member of the mail objects (source, group; brand or year for --brand-claim)
  --examples N       show at most N cases of each kind of miss or false alarm (5)
  --out FILE         one JSON object a case: set, id, file, level, codes, milliseconds
Exit status: 0, or 1 when any case got no verdict.
`;

/** @typedef {{kind: 'mails'|'urls'|'brand-claim', path: string, mark: 'phish'|'honest'|undefined}} EvalSet */

/** @param {string[]} args */
export function readOptions(args) {
  /** @type {{host?: string, auth: boolean, by?: string, examples: number, out?: string, sets: EvalSet[]}} */
  const options = { auth: false, examples: 5, sets: [] };
  /** @type {EvalSet['mark']} */
  let mark;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    const value = () => { if (i + 1 >= args.length) throw new Error(`${arg} needs a value`); return args[++i]; };
    const add = (/** @type {EvalSet['kind']} */ kind, /** @type {string} */ file) => { options.sets.push({ kind, path: file, mark }); mark = undefined; };
    if (arg === '--phish' || arg === '--honest') mark = arg === '--phish' ? 'phish' : 'honest';
    else if (arg === '--urls' || arg === '--brand-claim') add(arg === '--urls' ? 'urls' : 'brand-claim', value());
    else if (arg === '--auth') options.auth = true;
    else if (arg === '--host') options.host = value();
    else if (arg === '--by') options.by = value();
    else if (arg === '--out') options.out = value();
    else if (arg === '--examples') options.examples = Number(value());
    else if (arg.startsWith('--')) throw new Error(`unknown option ${arg}`);
    else add('mails', arg);
  }
  if (!options.sets.length || mark) throw new Error('name a set');
  if (!Number.isInteger(options.examples) || options.examples < 0) throw new Error('--examples needs a number');
  return options;
}

/** @param {any} verdict @throws where a level is none of protocol.md's, or the mail's is lower than a finding's */
function checkVerdict(verdict) {
  const findings = verdict.findings;
  if (!LEVELS.includes(verdict.level) || !Array.isArray(findings)) throw new Error(`bad verdict ${JSON.stringify(verdict).slice(0, 120)}`);
  const odd = findings.find((finding) => finding.level === 'none' || !LEVELS.includes(finding.level));
  if (odd) throw new Error(`${odd.code} at level ${odd.level}`);
  if (findings.some((finding) => LEVELS.indexOf(finding.level) < LEVELS.indexOf(verdict.level))) throw new Error(`level ${verdict.level} below a finding's`);
}

/**
 * @param {EvalSet} set @param {{host: string, auth: boolean, by?: string, examples: number}} options
 * @param {(line: object) => void} write one case's result @returns {Promise<Tally>}
 */
export async function evaluate(set, options, write = () => {}) {
  const tally = new Tally(path.basename(set.path), set.mark, options.examples, options.by);
  const client = new Client(options.host);
  const begin = performance.now();
  let id = 0;
  for (const mail of casesOf(set)) {
    id += 1;
    const sent = performance.now();
    try {
      const verdict = await client.check(requestOf(mail, options.auth));
      const milliseconds = performance.now() - sent;
      checkVerdict(verdict);
      tally.add(mail, verdict, milliseconds);
      const codes = [...new Set(verdict.findings.map((/** @type {any} */ finding) => finding.code))].sort();
      write({ set: tally.name, id, file: mail.file, level: verdict.level, codes, ms: Number(milliseconds.toFixed(3)) });
    } catch (error) {
      tally.fail(mail, /** @type {Error} */ (error));
      write({ set: tally.name, id, file: mail.file, error: /** @type {Error} */ (error).message });
    }
  }
  tally.seconds = (performance.now() - begin) / 1000;
  const status = await client.close();
  if (status !== 0 && status !== undefined) tally.errors.push(`at the end of input the host ended with ${status}`);
  return tally;
}

/** @param {ReturnType<typeof readOptions> & {host: string}} options @returns {Promise<number>} exit status */
async function main(options) {
  const out = options.out ? fs.openSync(options.out, 'w') : undefined;
  const write = (/** @type {object} */ line) => { if (out !== undefined) fs.writeSync(out, `${JSON.stringify(line)}\n`); };
  const tallies = [];
  for (const set of options.sets) tallies.push(await evaluate(set, options, write));
  if (out !== undefined) fs.closeSync(out);
  printSummary(tallies);
  tallies.forEach(printDetails);
  return tallies.some((tally) => tally.errors.length || !tally.answered) ? 1 : 0;
}

await program(import.meta.url, { name: 'eval', usage: USAGE, read: readOptions, work: main });
