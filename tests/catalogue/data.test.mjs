// What no single file of the catalogue can show: that its files agree with each other. The shape of each file,
// the cues' examples and clashing names are checked by the compiler (host/catalogue/tool).
//   node --test tests/catalogue/data.test.mjs
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { documentedTable, evidenceTable } from './evidence.mjs';

const data = new URL('../../host/catalogue/data/', import.meta.url);

/** @param {string} folder */
const read = (folder) => readdirSync(new URL(folder, data)).filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, json: JSON.parse(readFileSync(new URL(folder + name, data), 'utf8')) }));

const brands = new Map(read('brands/').map(({ json }) => [json.id, json]));
const infrastructure = read('infrastructure/');

/** @param {string} name @param {string} suffix */
const within = (name, suffix) => name === suffix || name.endsWith('.' + suffix);
/** @param {any} brand @param {string} list @returns {string[]} */
const listed = (brand, list) => brand[list] ?? [];
/** @param {any} a @param {any} b */
const affiliated = (a, b) => listed(a, 'affiliates').includes(b.id) || listed(b, 'affiliates').includes(a.id);
/** @param {string} role */
const withRole = (role) => infrastructure.filter(({ json }) => json.role === role).flatMap(({ json }) =>
  json.domains.map((/** @type {any} */ entry) => (typeof entry === 'string' ? entry : entry.domain)));

/** Every pair of official domain and brand. */
const official = [...brands.values()].flatMap((brand) =>
  [...new Set([...listed(brand, 'web_domains'), ...listed(brand, 'mail_domains')])].map((domain) => ({ domain, brand })));

/** @param {(report: (line: string) => void) => void} look */
function nothing(look) {
  /** @type {string[]} */
  const found = [];
  look((line) => found.push(line));
  assert.deepEqual(found, []);
}

test('affiliates are brands of the catalogue', () => nothing((report) => {
  for (const brand of brands.values())
    for (const id of listed(brand, 'affiliates'))
      if (!brands.has(id)) report(`${brand.id}: ${id}`);
}));

test('an official domain belongs to one brand, or to affiliates', () => nothing((report) => {
  const owners = new Map();
  for (const { domain, brand } of official) {
    const others = owners.get(domain) ?? [];
    for (const other of others)
      if (!affiliated(brand, other)) report(`${domain}: ${other.id}, ${brand.id}`);
    owners.set(domain, [...others, brand]);
  }
}));

test('a coined name is a label of the brand itself, not only of another one', () => nothing((report) => {
  const labels = new Map([...brands.values()].map((brand) => [brand.id, new Set(listed(brand, 'web_domains').map((domain) => domain.split('.')[0]))]));
  for (const brand of brands.values()) {
    const own = (/** @type {string} */ name) => listed(brand, 'web_domains').some((domain) => domain.includes(name)) || listed(brand, 'aliases').some((alias) => alias.toLowerCase().replaceAll(' ', '') === name);
    for (const name of listed(brand, 'coined'))
      for (const [id, others] of labels) if (id !== brand.id && others.has(name) && !own(name)) report(`${brand.id}: ${name} is of ${id}`);
  }
}));

test('no brand has a site where anyone gets a mailbox, a page or a link', () => nothing((report) => {
  const anyone = new Set(['freemail', 'hosting', 'shortener'].flatMap(withRole));
  for (const brand of brands.values())
    for (const domain of listed(brand, 'web_domains'))
      if (anyone.has(domain)) report(`${brand.id}: ${domain}`);
}));

test('a domain where anyone writes is a sender only beside that brand\'s own user content', () => nothing((report) => {
  const anyone = new Set(withRole('freemail'));
  for (const brand of brands.values())
    for (const domain of listed(brand, 'mail_domains'))
      if (anyone.has(domain) && !listed(brand, 'user_content').includes(domain)) report(`${brand.id}: ${domain}`);
}));

test('exact addresses and relays are at the brand\'s own senders', () => nothing((report) => {
  for (const brand of brands.values()) {
    const own = [...listed(brand, 'mail_domains'), ...listed(brand, 'web_domains'), ...listed(brand, 'user_content')];
    for (const relay of listed(brand, 'relays')) {
      const domain = relay.slice(relay.indexOf('@') + 1);
      if (!own.some((name) => within(domain, name))) report(`${brand.id}: ${relay}`);
    }
  }
}));

test('an honest neighbour is within no official domain', () => nothing((report) => {
  for (const domain of withRole('honest'))
    for (const { domain: own, brand } of official)
      if (within(domain, own)) report(`${domain}: ${brand.id}`);
}));

test('only well-founded sender lists count as complete', () => nothing((report) => {
  for (const brand of brands.values())
    if ((brand.senders_complete && brand.source.confidence !== 'high') || (brand.source.evidence === 'knowledge' && brand.source.confidence !== 'medium')) report(brand.id);
}));

test('the document tells what the brands rest on (else: node tests/catalogue/evidence.mjs --write)', () => {
  assert.equal(documentedTable(), evidenceTable());
});
