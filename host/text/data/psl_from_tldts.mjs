// Writes public_suffix_list.dat from an unpacked npm package tldts (see README.md):
//     node psl_from_tldts.mjs PACKAGE_FOLDER YYYY-MM-DD > public_suffix_list.dat
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { domainToASCII } from 'node:url';
import { join, resolve } from 'node:path';

const ICANN = 1;
const PRIVATE = 2;

/** All rules below `node` of the package's trie, as [rule, flags]. */
function* rulesBelow(trie, offsets, node, suffix) {
  for (let edge = trie.edgeStart[node]; edge < trie.edgeStart[node + 1]; edge += 1) {
    const label = trie.labelText.slice(offsets[edge], offsets[edge] + trie.edgeLength[edge]);
    const rule = suffix ? `${label}.${suffix}` : label;
    const child = trie.edgeChild[edge];
    if (trie.nodeFlags[child]) yield [rule, trie.nodeFlags[child]];
    yield* rulesBelow(trie, offsets, child, rule);
  }
}

/** The rule with its labels as xn--, as the host asks for them (a label of digits is no address). */
function toAscii(rule) {
  const convert = (label) => (/^[\x21-\x7e]+$/.test(label) ? label : domainToASCII(label));
  return rule.split('.').map(convert).join('.');
}

/** The rules of one section. The package adds x to each *.x, which the list means anyway. */
function section(rules, flag) {
  const chosen = new Set(rules.filter(([, flags]) => flags & flag).map(([rule]) => rule));
  return [...chosen].filter((rule) => !chosen.has(`*.${rule}`)).sort((a, b) => {
    const [left, right] = [a, b].map((rule) => rule.replace('!', '').split('.').reverse().join(' '));
    return left < right ? -1 : 1;
  });
}

const [folder, date] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const trie = createRequire(import.meta.url)(resolve(folder, 'dist/cjs/src/data/trie.js'));
const offsets = [];
trie.edgeLength.reduce((at, length, edge) => {
  offsets[edge] = at;
  return at + length;
}, 0);
const rules = [
  ...rulesBelow(trie, offsets, trie.rulesRoot, ''),
].map(([rule, flags]) => [toAscii(rule), flags]);
for (const [rule, flags] of rulesBelow(trie, offsets, trie.exceptionsRoot, '')) {
  rules.push([`!${toAscii(rule)}`, flags]);
}

process.stdout.write(`// This Source Code Form is subject to the terms of the Mozilla Public
// License, v. 2.0. If a copy of the MPL was not distributed with this
// file, You can obtain one at https://mozilla.org/MPL/2.0/.

// The rules of the Public Suffix List (https://publicsuffix.org/), sorted and in ASCII form, without
// its comments; read from the npm package tldts ${version}. See README.md.
// VERSION: ${date}

// ===BEGIN ICANN DOMAINS===
${section(rules, ICANN).join('\n')}
// ===END ICANN DOMAINS===

// ===BEGIN PRIVATE DOMAINS===
${section(rules, PRIVATE).join('\n')}
// ===END PRIVATE DOMAINS===
`);
