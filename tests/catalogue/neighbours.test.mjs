// Domains that read like a brand's (neighbours.json), put to the real host.
//   own:       the brand's, though they do not look it: as good as its other ones
//   users:     the brand's too, but what is there, or is written from there, is its users': never official
//   strangers: honest and somebody else's, with the owner's name: no imitation of anything
//   HONMONO_HOST=build/honmono node --test tests/catalogue/neighbours.test.mjs
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Client, hostProgram } from '../eval/client.mjs';

const folder = new URL('../../host/catalogue/data/brands/', import.meta.url);
const brands = new Map(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).map((brand) => [brand.id, { ...brand, site: brand.site.en ?? brand.site }]));
const { own, users, strangers } = JSON.parse(readFileSync(new URL('neighbours.json', import.meta.url), 'utf8'));
const client = new Client(hostProgram());
after(() => client.close());

/** The brand writes from there, in its own name or for its users; as links they are nobody's in particular. */
const SENDERS_ONLY = new Set(['govdelivery.com', 'express.medallia.com', 'gov.uk', 'sharepointonline.com']);
/** One address of it is the brand's, and the catalogue knows which. */
const ONE_ADDRESS = new Map([['metamask.discoursemail.com', 'notifications@metamask.discoursemail.com']]);
/** A partner's, whose address the brand does not name among its own: quiet, but not official. */
const PARTNERS = new Set(['cl-cards.com']);
const LOOKALIKES = /^(sender-lookalike|link-lookalike-idn|link-lookalike-typo|link-brand-embedded|link-combosquat|link-tld-swap)$/;

/** @param {any} verdict @returns {string} */
const listed = (verdict) => verdict.findings.map((/** @type {any} */ one) => `${one.code} ${one.level} ${one.brand?.id ?? ''}`).join(', ');
/** @param {any} verdict */
const loud = (verdict) => verdict.level === 'warning' || verdict.level === 'danger';
/** @param {string} id @returns {Set<string>} the brand and its affiliates, whichever of them says so */
const family = (id) => new Set([id, ...(brands.get(id)?.affiliates ?? []), ...[...brands.values()].filter((brand) => brand.affiliates?.includes(id)).map((brand) => brand.id)]);

/** @param {Record<string, any[]>} table @param {(brand: any, entry: any, report: (line: string) => void) => Promise<void>} look */
async function nothing(table, look) {
  /** @type {string[]} */
  const found = [];
  for (const [id, entries] of Object.entries(table)) {
    assert.ok(brands.has(id), `${id} is a brand`);
    for (const entry of entries) await look(brands.get(id), entry, (line) => found.push(`${id}: ${entry}: ${line}`));
  }
  assert.deepEqual(found, []);
}

test('a brand\'s further domains are quiet as links, and official', () => nothing(own, async (brand, domain, report) => {
  const verdict = await client.check({ links: [{ url: `https://${domain}/`, text: domain }, { url: `https://www.${domain}/a?b=c`, text: brand.name.en }] });
  if (verdict.findings.some((/** @type {any} */ one) => LOOKALIKES.test(one.code)) || loud(verdict)) report(listed(verdict));
  if (!SENDERS_ONLY.has(domain) && !PARTNERS.has(domain) && !family(brand.id).has(verdict.links[0].official_for)) report(`official for ${verdict.links[0].official_for}`);
}));

test('a brand\'s further domains are quiet as senders, without a name and under the brand\'s', () => nothing(own, async (brand, domain, report) => {
  const address = ONE_ADDRESS.get(domain) ?? `no-reply@${domain}`;
  const unnamed = await client.check({ sender: { name: '', address } });
  if (loud(unnamed) || unnamed.findings.some((/** @type {any} */ one) => LOOKALIKES.test(one.code))) report(listed(unnamed));
  if (PARTNERS.has(domain) || domain === 'gov.uk') return;
  const named = await client.check({ sender: { name: brand.name.en, address }, links: [{ url: SENDERS_ONLY.has(domain) ? brand.site : `https://${domain}/`, text: brand.name.en }] });
  if (loud(named)) report(listed(named));
}));

test('what a brand\'s users publish or write is not official, and no imitation either', () => nothing(users, async (brand, domain, report) => {
  const link = await client.check({ links: [{ url: `https://somebody.${domain}/page`, text: 'page' }] });
  if (loud(link)) report(listed(link));
  if (link.links[0].official_for !== null) report(`official for ${link.links[0].official_for}`);
  const plain = await client.check({ sender: { name: 'Jane Roe', address: `jane@${domain}` }, subject: 'Photographs' });
  if (loud(plain)) report(listed(plain));
  const posing = await client.check({ sender: { name: brand.name.en.split(' / ')[0], address: `help@${domain}` }, links: [{ url: `https://verify-7.example/`, text: 'OK' }] });
  if (!loud(posing)) report('a user who poses as the brand is not noticed');
}));

test('strangers are quiet: as links, as senders, under their own names', () => nothing(strangers, async (brand, [domain, owner], report) => {
  const link = await client.check({ links: [{ url: `https://${domain}/`, text: domain }, { url: `https://www.${domain}/about`, text: owner }] });
  if (loud(link)) report(`link: ${listed(link)}`);
  if (link.links[0].official_for === brand.id) report('official for the brand that it only reads like');
  for (const name of ['', owner, `${owner} Support`, `${owner} Newsletter`]) {
    const verdict = await client.check({
      sender: { name, address: `info@${domain}` }, reply_to: [`hello@${domain}`], subject: `News, and an offer with ${brand.name.en}`,
      links: [{ url: `https://news.${domain}/1`, text: owner }, { url: brand.site, text: brand.name.en }, { url: 'https://u7.ct.sendgrid.net/ls/click?upn=1', text: `https://www.${domain}/` }],
    });
    if (loud(verdict)) report(`${name}: ${listed(verdict)}`);
  }
}));
