// What the catalogue says of each brand, put to the real host: its own mail and sites are quiet, nobody else's mail in its name is.
//   HONMONO_HOST=build/honmono node --test tests/catalogue/honest_pairs.test.mjs
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Client, hostProgram } from '../eval/client.mjs';

const folder = new URL('../../host/catalogue/data/brands/', import.meta.url);
const brands = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
const client = new Client(hostProgram());
after(() => client.close());

/** Nobody's official sender. */
const FOREIGN = 'info@example.net';
const LOOKALIKES = new Set(['sender-lookalike', 'link-lookalike-idn', 'link-lookalike-typo', 'link-brand-embedded', 'link-combosquat', 'link-tld-swap', 'link-mixed-script']);

/** The names under which a brand writes. @param {any} brand @returns {string[]} */
const namesOf = (brand) => [...new Set([brand.name.en, brand.name.ja, ...brand.aliases].filter(Boolean))];

/** Names are compared without case, width, blanks and punctuation. @param {string} name */
const plain = (name) => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** @param {string} name @param {string} suffix */
const within = (name, suffix) => name === suffix || name.endsWith(`.${suffix}`);

/** Where the brand publishes addresses, only these are its senders; where others write too, none is sure. @param {any} brand @returns {string[]} */
function sendersOf(brand) {
  if (brand.mail_addresses?.length) return brand.mail_addresses;
  const shared = [...(brand.user_content ?? []), ...(brand.relays ?? [])];
  return (brand.mail_domains ?? []).filter((/** @type {string} */ domain) => !shared.some((other) => within(domain, other))).map((/** @type {string} */ domain) => `info@${domain}`);
}

/** @param {any} verdict @param {any} finding */
function describe(verdict, finding) {
  const link = finding.target.kind === 'link' ? ` at ${verdict.links[finding.target.index].host}` : '';
  return `${finding.code} ${finding.level}${link} for ${finding.brand?.id ?? 'no brand'} ${JSON.stringify(finding.evidence)}`;
}

/** @param {any} verdict @returns {string[]} what an honest mail must not raise */
const alarms = (verdict) => verdict.findings
  .filter((/** @type {any} */ finding) => finding.level !== 'notice' || LOOKALIKES.has(finding.code))
  .map((/** @type {any} */ finding) => describe(verdict, finding));

/** @param {(report: (line: string) => void) => Promise<void>} look */
async function nothing(look) {
  /** @type {string[]} */
  const found = [];
  await look((line) => found.push(line));
  assert.deepEqual(found, []);
}

test('a brand under each of its names, from each of its senders, with its own links, is quiet', () => nothing(async (report) => {
  for (const brand of brands) {
    const links = brand.web_domains.map((/** @type {string} */ domain) => ({ url: `https://www.${domain}/`, text: brand.name.en }));
    for (const name of namesOf(brand)) {
      for (const address of sendersOf(brand)) {
        const verdict = await client.check({ sender: { name, address }, links: address === sendersOf(brand)[0] ? links : [] });
        for (const alarm of alarms(verdict)) report(`${brand.id}: ${name} <${address}>: ${alarm}`);
      }
    }
  }
}));

test('a brand through whose addresses users write, too, is quiet with its own links and those of its users\' pages', () => nothing(async (report) => {
  for (const brand of brands) {
    const known = sendersOf(brand);
    const written = [...(brand.relays ?? []), ...(brand.mail_addresses?.length ? [] : brand.mail_domains ?? [])].map((/** @type {string} */ sender) => (sender.includes('@') ? sender : `info@${sender}`));
    const senders = new Set(written.filter((address) => !known.includes(address)));
    const links = [...brand.web_domains, ...(brand.user_content ?? [])].map((/** @type {string} */ domain) => ({ url: `https://${domain}/`, text: 'Open' }));
    for (const address of senders.size ? senders : known.slice(0, 1)) {
      const domain = address.slice(address.indexOf('@') + 1);
      const verdict = await client.check({ sender: { name: brand.name.en, address }, auth: { result: 'pass', mailed_by: domain, signed_by: [domain] }, links });
      // translate.goog is a place of Google's, and leads to anybody's.
      const own = verdict.findings.filter((/** @type {any} */ { target }) => target.kind !== 'link' || !verdict.links[target.index].destination);
      for (const alarm of alarms({ ...verdict, findings: own })) report(`${brand.id}: ${brand.name.en} <${address}>: ${alarm}`);
    }
  }
}));

test('an official domain resembles no other brand, as a sender or as a link', () => nothing(async (report) => {
  for (const brand of brands) {
    const links = brand.web_domains.map((/** @type {string} */ domain) => ({ url: `https://${domain}/`, text: `https://${domain}/` }));
    for (const address of [...(brand.mail_addresses ?? []), ...(brand.mail_domains ?? []).map((/** @type {string} */ domain) => `info@${domain}`)]) {
      const verdict = await client.check({ sender: { name: '', address } });
      for (const finding of verdict.findings) if (finding.code === 'sender-lookalike') report(`${brand.id}: ${address}: ${describe(verdict, finding)}`);
    }
    const verdict = await client.check({ links });
    for (const alarm of alarms(verdict)) report(`${brand.id}: ${alarm}`);
    for (const link of verdict.links) if (link.official_for === null) report(`${brand.id}: ${link.host} is official for nobody`);
  }
}));

test('a brand\'s name over a foreign address is not official', () => nothing(async (report) => {
  for (const brand of brands) {
    const weak = new Set((brand.weak_aliases ?? []).map(plain));
    for (const name of namesOf(brand).filter((one) => !weak.has(plain(one)))) {
      const verdict = await client.check({ sender: { name, address: FOREIGN } });
      const level = verdict.findings.find((/** @type {any} */ finding) => finding.code === 'sender-unofficial' && finding.brand?.id === brand.id)?.level;
      const wanted = brand.senders_complete ? 'danger' : 'warning';
      if (level !== wanted) report(`${brand.id}: ${name}: sender-unofficial ${level}, not ${wanted}: ${verdict.findings.map((/** @type {any} */ finding) => `${finding.code} ${finding.level} ${finding.brand?.id}`)}`);
    }
  }
}));

/** How brands and impostors introduce themselves. */
const FORMS = ['N Support', 'N Security Team', 'N, Inc.', 'N | Billing', '【N】', 'N事務局', 'Nからのお知らせ', 'N®'];

test('role words beside the name change nothing, for official and foreign senders', () => nothing(async (report) => {
  for (const brand of brands) {
    const weak = new Set((brand.weak_aliases ?? []).map(plain));
    for (const name of new Set([brand.name.en, brand.name.ja ?? brand.name.en])) {
      for (const form of FORMS.map((one) => one.replace('N', () => name))) {
        for (const address of sendersOf(brand).slice(0, 1)) {
          const verdict = await client.check({ sender: { name: form, address } });
          for (const alarm of alarms(verdict)) report(`${brand.id}: ${form} <${address}>: ${alarm}`);
        }
        if (weak.has(plain(name))) continue;
        const { findings } = await client.check({ sender: { name: form, address: FOREIGN } });
        if (!findings.some((/** @type {any} */ finding) => finding.code === 'sender-unofficial' && finding.brand?.id === brand.id)) report(`${brand.id}: ${form} is not noticed`);
      }
    }
  }
}));
