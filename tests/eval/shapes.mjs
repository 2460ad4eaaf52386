#!/usr/bin/env node
// Mails made from the catalogue's own brands: what impostors write in their names, and what honest people, shops and the brands
// themselves write. Nothing here was ever sent. See README.md.
import fs from 'node:fs';
import { ATTACKS } from './attacks.mjs';
import { Client } from './client.mjs';
import { HONEST } from './honest.mjs';
import { program } from './program.mjs';
import { flagged, percent, printTable } from './tally.mjs';

const USAGE = `usage: node tests/eval/shapes.mjs [--host PROGRAM] [--attacks RE] [--honest RE] [--examples N] [--out FILE]
  --attacks RE   only the attacks whose name matches; --honest RE likewise ('^$' for none)
  --examples N   show at most N missed or falsely flagged mails of each shape (0)
  --out FILE     one JSON object a mail: shape, brand, level, codes, the request
`;
const BRANDS = new URL('../../host/catalogue/data/brands/', import.meta.url);

/** @param {string[]} args */
function readOptions(args) {
  const options = { host: undefined, attacks: '', honest: '', examples: 0, out: undefined };
  for (let i = 0; i < args.length; i += 2) {
    const name = /** @type {keyof typeof options} */ (args[i].replace(/^--/, ''));
    if (!Object.hasOwn(options, name) || args[i + 1] === undefined) throw new Error(`${args[i]}?`);
    Object.assign(options, { [name]: name === 'examples' ? Number(args[i + 1]) : args[i + 1] });
  }
  return options;
}

/** @returns {any[]} the catalogue's brands, as they are written */
export const readBrands = () => fs.readdirSync(BRANDS).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(fs.readFileSync(new URL(name, BRANDS), 'utf8')))
  .map((brand) => ({ ...brand, site: brand.site.en ?? brand.site }));

/** @param {any} request @returns {string} in one line */
const shown = (request) => [request.sender && `${request.sender.name} <${request.sender.address}>`, request.subject, ...(request.links ?? []).map((/** @type {any} */ link) => `${link.text} -> ${link.url}`)].filter(Boolean).join(' | ');

/**
 * @param {Client} client @param {any[]} brands @param {Record<string, import('./attacks.mjs').Shape>} shapes @param {string} pattern
 * @returns {Promise<Map<string, any[]>>} by shape: what was asked, and what came of it
 */
export async function judgeShapes(client, brands, shapes, pattern = '') {
  const results = new Map();
  for (const [shape, make] of Object.entries(shapes)) {
    if (!new RegExp(pattern).test(shape)) continue;
    const judged = [];
    for (const brand of brands) {
      for (const request of make(brand)) {
        const verdict = await client.check(request);
        judged.push({ shape, brand: brand.id, request, level: verdict.level, codes: verdict.findings.map((/** @type {any} */ finding) => `${finding.code} ${finding.level}`) });
      }
    }
    results.set(shape, judged);
  }
  return results;
}

/** @param {string} title @param {Map<string, any[]>} results @param {boolean} attack @param {number} examples */
function print(title, results, attack, examples) {
  const share = (/** @type {any[]} */ judged, /** @type {string[]} */ levels) => percent(judged.filter((one) => levels.includes(one.level)).length, judged.length);
  const line = (/** @type {string} */ shape, /** @type {any[]} */ judged) => [shape, String(judged.length), share(judged, ['danger']), share(judged, ['danger', 'warning']), share(judged, ['danger', 'warning', 'notice'])];
  const rows = [...results].map(([shape, judged]) => line(shape, judged));
  printTable([[title, 'mails', 'danger', 'warning or above', 'notice or above'], ...rows, line('all', [...results.values()].flat())]);
  for (const [shape, judged] of examples ? results : []) {
    const odd = judged.filter((one) => flagged(one.level) !== attack);
    if (odd.length) console.log(`${shape}: ${odd.length}`);
    // Spread over the brands: the first letters of the alphabet are no sample.
    for (let i = 0; i < Math.min(examples, odd.length); i++) {
      const one = odd[Math.floor((i * odd.length) / Math.min(examples, odd.length))];
      console.log(`  ${one.brand}: ${shown(one.request)} => ${one.level} ${one.codes.join(', ')}`);
    }
  }
}

/** @param {ReturnType<typeof readOptions> & {host: string}} options @returns {Promise<number>} exit status */
async function main(options) {
  const client = new Client(options.host);
  const brands = readBrands();
  const attacks = await judgeShapes(client, brands, ATTACKS, options.attacks);
  const honest = await judgeShapes(client, brands, HONEST, options.honest);
  await client.close();
  print('attack', attacks, true, options.examples);
  print('honest', honest, false, options.examples);
  if (options.out) fs.writeFileSync(options.out, [...attacks.values(), ...honest.values()].flat().map((one) => `${JSON.stringify(one)}\n`).join(''));
  return 0;
}

await program(import.meta.url, { name: 'shapes', usage: USAGE, read: readOptions, work: main });
