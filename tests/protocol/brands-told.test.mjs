// How brands are told to readers of each language: by the name that its market uses, and with the site that is theirs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withHost } from './host.mjs';

const FOLDER = new URL('../../host/catalogue/data/brands/', import.meta.url);
const brands = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

/** The finding about the sender `name` of nobody's address, with a link to `url`, for a reader of `language`. */
async function told(language, name, url = 'https://news.example/') {
  let verdict;
  await withHost(async (host) => {
    await host.ask({ type: 'hello', protocol: 1, languages: [language] });
    verdict = await host.ask({ type: 'check', sender: { name, address: 'info@news.example' }, links: [{ url, text: 'here' }] });
  });
  return { ...verdict, finding: verdict.findings.find(({ code }) => code === 'sender-unofficial') };
}

test('an English name is written in Latin letters, and neither name is a list', () => {
  for (const { id, name } of brands) {
    assert.match(name.en, /^[\p{Script=Latin}\d\s.,:;!&+*@'’·–-]+( \((?:Facebook|KDDI|Twitter|Dutch Railways)\))?$/u, id);
    assert.doesNotMatch(name.ja ?? '', / \/ |\(/, id);
  }
});

test('a claim in Japanese letters is told to readers of English by the brand\'s English name', async () => {
  const { finding } = await told('en', 'ドコモ');
  assert.equal(finding.title, 'The name says NTT Docomo, but the address is at ⁨news.example⁩');
  assert.equal(finding.evidence.alias, 'ドコモ');
  assert.match((await told('ja', 'ドコモ')).finding.title, /^ドコモを名乗っていますが、/);
  assert.match((await told('ja', 'NTT DOCOMO')).finding.title, /名乗っていますが、/);
  assert.match((await told('en', '楽天モバイル')).finding.title, /^The name says Rakuten, /);
});

test('"the" stands before a name that needs it, and opens a sentence as "The"', async () => {
  const { finding, claims } = await told('en', '国税庁');
  assert.match(finding.title, /^The name says the National Tax Agency, but /);
  assert.match(finding.detail, /^The National Tax Agency sends email from nta\.go\.jp\. /);
  assert.deepEqual([finding.brand.name, claims[0].name], ['the National Tax Agency', 'the National Tax Agency']);
  assert.equal((await told('ja', '国税庁')).finding.brand.name, '国税庁');
  await withHost(async (host) => {
    const names = [];
    for (let from = 0; from !== undefined;) {
      const page = await host.ask({ type: 'brands', from });
      names.push(...page.brands.map(({ name }) => name));
      from = page.next;
    }
    assert.ok(names.includes('National Tax Agency'));
    assert.deepEqual(names.filter((name) => name.startsWith('the ')), []);
  });
});

test('the official site is that of the reader\'s language, unless the mail is about the other one', async () => {
  for (const [language, name, site] of [['en', 'Amazon', 'amazon.com'], ['ja', 'Amazon', 'amazon.co.jp'], ['en', 'Amazon.co.jp', 'amazon.co.jp'], ['ja', 'Amazon.com', 'amazon.com']]) {
    const { finding } = await told(language, name);
    assert.deepEqual([finding.brand.site, finding.official[0]], [`https://www.${site}/`, site], `${language}, ${name}`);
    assert.match(finding.detail, new RegExp(`www\\.${site.replaceAll('.', '\\.')}`));
  }
  const { findings } = await told('en', 'Mail', 'https://amazon.co.jp.news.example/');
  assert.equal(findings.find(({ code }) => code === 'link-brand-embedded').brand.site, 'https://www.amazon.co.jp/');
});
