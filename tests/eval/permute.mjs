#!/usr/bin/env node
// How many names made from official domains are noticed, as bare links that nothing else speaks against. See README.md.
import fs from 'node:fs';
import { Client } from './client.mjs';
import { CLASSES, permutationsOf } from './permutations.mjs';
import { program } from './program.mjs';
import { percent, printTable } from './tally.mjs';

const USAGE = `usage: node tests/eval/permute.mjs [--host PROGRAM] [--each N] [--misses N] [--out FILE]
  --each N     at most N names of each class for each official domain (4)
  --misses N   show at most N names of each class that nothing was noticed at (0)
  --out FILE   one JSON object a name: class, official, brand, name, level, code
Exit status: 0 when at least 85 % of all names are at warning or above and 95 % at notice or above, else 1.
`;
const TARGETS = { warning: 85, notice: 95 };
/** Shorter labels resemble too many honest names. */
const LETTERS = 5;
/** Names of one mail. They share one effort (detect/effort.h), so that a mail of hundreds of odd names would be cut short. */
const BATCH = 20;

/** @param {string[]} args */
function readOptions(args) {
  const options = { host: undefined, each: 4, misses: 0, out: undefined };
  for (let i = 0; i < args.length; i += 2) {
    const name = /** @type {keyof typeof options} */ (args[i].replace(/^--/, ''));
    if (!Object.hasOwn(options, name) || args[i + 1] === undefined) throw new Error(`${args[i]}?`);
    Object.assign(options, { [name]: typeof options[name] === 'number' ? Number(args[i + 1]) : args[i + 1] });
  }
  return options;
}

/** @param {Client} client @param {string[]} names @returns {Promise<any[]>} a link of a verdict each, with the code of its highest finding */
async function judge(client, names) {
  const links = [];
  for (let from = 0; from < names.length; from += BATCH) {
    const batch = names.slice(from, from + BATCH);
    const verdict = await client.check({ links: batch.map((name) => ({ url: `https://${name}/` })) });
    if (verdict.truncated || verdict.links.length !== batch.length) throw new Error('a reply was cut: make the batch smaller');
    for (const link of verdict.links) {
      const finding = verdict.findings.find((/** @type {any} */ one) => one.target.kind === 'link' && one.target.index === link.index);
      links.push({ ...link, code: finding?.code ?? '' });
    }
  }
  return links;
}

/**
 * The registrable domains of all brands' sites, where others can register a name beside them: not under a suffix
 * that only one brand uses (.google, sites of one hoster).
 * @param {Client} client
 */
async function targets(client) {
  const brands = await client.brands();
  const domains = [...new Set(brands.flatMap((brand) => brand.web_domains))].sort();
  const found = new Map();
  for (const link of await judge(client, domains)) {
    const [label, ...suffix] = (link.registrable_domain ?? '').split('.');
    if (/^[a-z0-9-]+$/.test(label) && !label.startsWith('xn--') && label.replace(/[^a-z]/g, '').length >= LETTERS && suffix.length)
      found.set(link.registrable_domain, { label, suffix: suffix.join('.'), brand: link.official_for });
  }
  const all = [...found.values()];
  const brandsUnder = (/** @type {string} */ suffix) => new Set(all.filter((one) => one.suffix === suffix).map((one) => one.brand)).size;
  const open = new Set([...new Set(all.map((one) => one.suffix))].filter((suffix) => suffix.length === 2 || brandsUnder(suffix) > 1));
  return all.filter((one) => open.has(one.suffix));
}

/** @param {string} kind @param {any[]} judged */
function row(kind, judged) {
  const share = (/** @type {string[]} */ levels) => percent(judged.filter((one) => levels.includes(one.level)).length, judged.length);
  return [kind, String(judged.length), share(['danger']), share(['danger', 'warning']), share(['danger', 'warning', 'notice']), share(['none'])];
}

/** @param {ReturnType<typeof readOptions> & {host: string}} options @returns {Promise<number>} exit status */
async function main(options) {
  const client = new Client(options.host);
  const official = await targets(client);
  const rows = [];
  const all = [];
  for (const kind of Object.keys(CLASSES)) {
    const made = official.flatMap((target) => permutationsOf(kind, target.label, target.suffix, options.each).map((name) => ({ kind, target, name })));
    const links = await judge(client, made.map((one) => one.name));
    // What is a brand's own after all is no imitation.
    const judged = made.map((one, i) => ({ ...one, ...links[i] })).filter((one) => one.official_for === null);
    rows.push(row(kind, judged));
    all.push(...judged);
  }
  await client.close();
  console.log(`${official.length} official domains with labels of ${LETTERS} letters or more`);
  const total = row('all', all);
  printTable([['class', 'names', 'danger', 'warning or above', 'notice or above', 'none'], ...rows, total]);
  if (options.out) fs.writeFileSync(options.out, all.map((one) => JSON.stringify({ class: one.kind, official: `${one.target.label}.${one.target.suffix}`, brand: one.target.brand, name: one.name, level: one.level, code: one.code })).join('\n') + '\n');
  for (const kind of options.misses ? Object.keys(CLASSES) : []) {
    const missed = all.filter((one) => one.kind === kind && one.level === 'none');
    if (missed.length) console.log(`${kind}: ${missed.slice(0, options.misses).map((one) => one.unicode ?? one.name).join(' ')}`);
  }
  const met = parseFloat(total[3]) >= TARGETS.warning && parseFloat(total[4]) >= TARGETS.notice;
  console.log(`wanted: ${TARGETS.warning} % at warning or above, ${TARGETS.notice} % at notice or above: ${met ? 'met' : 'not met'}`);
  return met ? 0 : 1;
}

await program(import.meta.url, { name: 'permute', usage: USAGE, read: readOptions, work: main });
