// No list of domains is whole: an honest sender under a brand's own label elsewhere (docomo.com beside nttdocomo.com) is
// never told as danger, whichever brand it is. The same label with a word of access or below a suffix that costs nothing is.
//   HONMONO_HOST=build/honmono node --test tests/catalogue/family.test.mjs
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Client, hostProgram } from '../eval/client.mjs';

const folder = new URL('../../host/catalogue/data/brands/', import.meta.url);
const brands = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
const complete = brands.filter((brand) => brand.senders_complete && !brand.mail_addresses);
const client = new Client(hostProgram());
after(() => client.close());

/** The label of the brand's own site. @param {any} brand @returns {string} */
const label = (brand) => new URL(brand.site.en ?? brand.site).hostname.replace(/^www\./, '').split('.')[0];
/** @param {any} brand @param {string} domain @returns {Promise<any>} */
const judged = (brand, domain) => client.check({ sender: { name: brand.name.en, address: `news@${domain}` }, subject: 'News', text: 'Hello', links: [{ url: `https://www.${domain}/`, text: 'here' }] });

/** Their site's first label is no name of theirs (help.dropbox.com), or one letter. */
const APART = new Set(['dropbox', 'hmrc', 'mufg-bank', 'mufg-nicos', 'x-twitter', 'yucho']);

test('a brand\'s own label under another suffix, or with a harmless word, is no danger', async () => {
  const loud = [];
  for (const brand of complete.filter(({ id }) => !APART.has(id)))
    for (const suffix of ['.net', '.co.uk', '.com.au', '-japan.com']) {
      const verdict = await judged(brand, label(brand) + suffix);
      if (verdict.level === 'danger') loud.push(`${brand.id}: ${label(brand)}${suffix}: ${verdict.findings.filter((/** @type {any} */ one) => one.level === 'danger').map((/** @type {any} */ one) => one.code)}`);
    }
  assert.deepEqual(loud, []);
});

test('… but with a word of access it is', async () => {
  const quiet = [];
  for (const brand of complete.filter(({ id }) => !APART.has(id))) {
    const { level, claims } = await judged(brand, `${label(brand)}-secure-login.net`);
    if (level !== 'danger' && claims.some((/** @type {any} */ one) => one.brand === brand.id && one.strength === 'strong')) quiet.push(`${brand.id}: ${level}`);
  }
  assert.deepEqual(quiet, []);
});
