// What the user tells: replaced, refused, unknown; what trust changes and what it does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withHost } from './host.mjs';

const COMPANY = { id: 'mycompany', name: 'My Company', aliases: ['My Company Ltd'], web_domains: ['mycompany.example'], mail_domains: ['mycompany.example'] };
const paths = (reply) => reply.problems.map((p) => p.path);
const codes = (reply) => reply.findings.map((f) => f.code);

test('a profile replaces the earlier one, and its id stands for its content', () => withHost(async (host) => {
  const first = await host.ask({ type: 'profile', trusted: ['example.com', 'boss@example.net'], unused_services: ['metamask'], brands: [COMPANY] });
  assert.deepEqual(first.problems, []);
  assert.match(first.profile_id, /^[0-9a-f]{16}$/);
  const same = await host.ask({ type: 'profile', brands: [COMPANY], unused_services: ['metamask', 'metamask'], trusted: ['boss@EXAMPLE.net', 'Example.com', 'example.com'] });
  assert.equal(same.profile_id, first.profile_id);
  const other = await host.ask({ type: 'profile', trusted: ['example.com'] });
  assert.notEqual(other.profile_id, first.profile_id);
  assert.equal((await host.check({ profile_id: other.profile_id })).type, 'verdict');
  const gone = await host.check({ profile_id: first.profile_id });
  assert.deepEqual([gone.id, gone.code], [host.lastId, 'profile-unknown']);
}));

test('a profile id before any profile is unknown', () => withHost(async (host) => {
  assert.equal((await host.check({ profile_id: '0000000000000000' })).code, 'profile-unknown');
  assert.equal((await host.check({ profile_id: '' })).code, 'profile-unknown');
  assert.equal((await host.check({})).type, 'verdict');
}));

test('a profile of the wrong shape is refused, and the earlier one stays', () => withHost(async (host) => {
  const kept = await host.ask({ type: 'profile', trusted: ['example.com'] });
  const wrong = [[{ trusted: 'x' }, 'trusted:'], [{ trusted: ['a.example', 1] }, 'trusted[1]:'], [{ unused_services: {} }, 'unused_services:'], [{ brands: {} }, 'brands:'],
    [{ brands: [COMPANY, 1] }, 'brands[1]:'], [{ brands: [{ ...COMPANY, name: 1 }] }, 'brands[0].name:'], [{ brands: [{ ...COMPANY, web_domains: 'x' }] }, 'brands[0].web_domains:'],
    [{ brands: [{ ...COMPANY, mail_domains: [1] }] }, 'brands[0].mail_domains[0]:']];
  for (const [members, path] of wrong) {
    const reply = await host.ask({ type: 'profile', ...members });
    assert.equal(reply.code, 'invalid-request');
    assert.ok(reply.detail.startsWith(path), reply.detail);
    assert.equal((await host.check({ profile_id: kept.profile_id })).type, 'verdict');
  }
}));

test('an empty profile is a profile', () => withHost(async (host) => {
  const reply = await host.ask({ type: 'profile' });
  assert.deepEqual(reply.problems, []);
  assert.equal((await host.check({ profile_id: reply.profile_id })).type, 'verdict');
}));

test('domains that are no one\'s own are listed as problems, and the sound rest is taken', () => withHost(async (host) => {
  const refused = ['co.jp', 'com', 'github.io', 'gmail.com', 'sendgrid.net', 'bit.ly', 'sub.example.com', '192.0.2.1', 'not a domain', '', 'http://example.com/', '.example.com', 'a@', '@example.com', 'localhost', `${'z'.repeat(64)}.example`,
    `${'z'.repeat(60)}.${'z'.repeat(60)}.jp`, `a@${'z'.repeat(64)}.example`];
  const reply = await host.ask({ type: 'profile', trusted: ['example.com', ...refused, 'friend@gmail.com', 'xn--r8jz45g.example', '例え.example'] });
  assert.deepEqual(paths(reply), refused.map((_, i) => `trusted[${i + 1}]`));
  for (const problem of reply.problems) assert.ok(problem.detail.length > 10, problem.path);
  const mail = { sender: { name: 'MetaMask', address: 'x@example.com' } };
  assert.equal((await host.check(mail)).findings.find((f) => f.code === 'sender-unofficial').level, 'notice');
}));

test('unknown services are listed', () => withHost(async (host) => {
  assert.deepEqual(paths(await host.ask({ type: 'profile', unused_services: ['metamask', 'no-such-brand', ''] })), ['unused_services[1]', 'unused_services[2]']);
  assert.deepEqual(paths(await host.ask({ type: 'profile', unused_services: ['mycompany'], brands: [COMPANY] })), []);
}));

test('an unused service that a mail names is a notice', () => withHost(async (host) => {
  const mail = { sender: { name: 'Taro', address: 'taro@example.jp' }, subject: 'Your MetaMask wallet' };
  assert.ok(!codes(await host.check(mail)).includes('unused-service'));
  await host.ask({ type: 'profile', unused_services: ['metamask'] });
  const reply = await host.check(mail);
  assert.equal(reply.findings.find((f) => f.code === 'unused-service').level, 'notice');
}));

test('brands: what clashes with the catalogue is refused', () => withHost(async (host) => {
  const brands = [
    { ...COMPANY, id: 'metamask' },
    { ...COMPANY, id: 'own-one', name: 'MetaMask' },
    { ...COMPANY, id: 'own-two', name: 'ABC' },
    { ...COMPANY, id: 'Own Three' },
    { ...COMPANY, id: 'own-four', aliases: ['Meta Mask', 'XYZ', 'My Firm'], web_domains: ['gmail.com', 'own-four.example'], mail_domains: ['co.jp', 'mail.own-four.example'] },
    { ...COMPANY, id: 'own-five', web_domains: ['bit.ly'] },
    { id: 'own-six' },
  ];
  const reply = await host.ask({ type: 'profile', brands });
  assert.deepEqual(paths(reply), ['brands[0].id', 'brands[1].name', 'brands[2].name', 'brands[3].id', 'brands[4].aliases[0]', 'brands[4].aliases[1]',
    'brands[4].web_domains[0]', 'brands[4].mail_domains[0]', 'brands[5].web_domains[0]', 'brands[5].web_domains', 'brands[6].name']);
  const claimed = await host.check({ sender: { name: 'My Firm', address: 'x@evil.example' } });
  assert.equal(claimed.claims[0].brand, 'own-four');
}));

test('a brand of the user is judged like one of the catalogue, and makes nothing official for another', () => withHost(async (host) => {
  await host.ask({ type: 'profile', brands: [{ ...COMPANY, web_domains: ['mycompany.example'], mail_domains: ['mycompany.example'] }] });
  const forged = await host.check({ sender: { name: 'My Company Ltd', address: 'x@evil.example' } });
  assert.equal(forged.level, 'danger');
  const finding = forged.findings.find((f) => f.code === 'sender-unofficial');
  assert.deepEqual([finding.brand.id, finding.brand.name, finding.brand.site, finding.official], ['mycompany', 'My Company', 'https://mycompany.example/', ['mycompany.example']]);
  const honest = await host.check({ sender: { name: 'My Company', address: 'info@mail.mycompany.example' }, links: [{ url: 'https://www.mycompany.example/' }] });
  assert.ok(['none', 'notice'].includes(honest.level), JSON.stringify(honest.findings));
  assert.equal(honest.links[0].official_for, 'mycompany');
  const abused = await host.check({ sender: { name: 'MetaMask', address: 'x@mycompany.example' } });
  assert.equal(abused.findings.find((f) => f.code === 'sender-unofficial').level, 'danger');
}));

test('a profile with two brands of one id keeps the first', () => withHost(async (host) => {
  const reply = await host.ask({ type: 'profile', brands: [COMPANY, { ...COMPANY, name: 'Other Company', aliases: [], web_domains: ['other.example'] }] });
  assert.ok(paths(reply).includes('brands[1].id'), JSON.stringify(reply.problems));
  assert.equal((await host.check({ links: [{ url: 'https://mycompany.example/' }] })).links[0].official_for, 'mycompany');
}));

test('a domain, address or name of too many brands is left out for the last of them, and the rest counts', () => withHost(async (host) => {
  const own = (count, members) => Array.from({ length: count }, (_, i) => ({ id: `own-${i}`, name: `Company Number ${'abcdefghijklmnopqrstuvwxyz'[i]}`, web_domains: [`company-${i}.example`], ...members(i) }));
  const kin = (i) => Array.from({ length: 9 }, (_, n) => `own-${n}`).filter((id) => id !== `own-${i}`);
  const cases = [
    [own(17, (i) => ({ web_domains: ['shared.example', `company-${i}.example`] })), ['brands[16].web_domains[0]']],
    [own(17, (i) => ({ web_domains: ['shared.example', `company-${i}.example`], mail_domains: ['shared.example'] })), ['brands[16].web_domains[0]', 'brands[16].mail_domains[0]']],
    [own(17, () => ({ web_domains: ['shared.example'] })), ['brands[16].web_domains[0]']],
    [own(5, () => ({ mail_addresses: ['info@shared.example'] })), ['brands[4].mail_addresses[0]']],
    [own(9, () => ({ weak_aliases: ['Shared Firm'] })), ['brands[8].weak_aliases[0]']],
    [own(9, (i) => ({ aliases: ['Shared Firm'], affiliates: kin(i) })), ['brands[8].aliases[0]']],
    [own(1, () => ({ aliases: ['Rohm', 'R\u043ehm', 'Roh\u043c', 'R\u043eh\u043c', 'R\u03bfhm', 'R0hm', 'R0h\u043c', 'Rohrn', 'R\u043ehrn', 'R0hrn'] })), ['brands[0].aliases[8]', 'brands[0].aliases[9]']],
  ];
  for (const [brands, problems] of cases) {
    const reply = await host.ask({ type: 'profile', trusted: ['example.com'], brands });
    assert.equal(reply.type, 'profile', JSON.stringify(reply));
    assert.deepEqual(paths(reply), problems, JSON.stringify(reply.problems));
    for (const { detail } of reply.problems) assert.match(detail, /^(is listed for too many brands|reads like too many other names)$/);
    const trusted = await host.check({ sender: { name: 'MetaMask', address: 'x@example.com' }, links: [{ url: 'https://company-0.example/' }, { url: 'https://company-3.example/' }] });
    assert.equal(trusted.findings.find((f) => f.code === 'sender-unofficial').level, 'notice');
    if (brands.length > 3 && brands[0].web_domains.length + brands[0].web_domains[0].length > 1 + 'shared.example'.length)
      assert.deepEqual(trusted.links.map((l) => l.official_for), ['own-0', 'own-3']);
  }
}));

test('a list of more than 2,000 texts is refused as a whole, and is the only thing to blame', () => withHost(async (host) => {
  const texts = (count, suffix = '') => Array.from({ length: count }, (_, i) => `d${i}${suffix}`);
  const trusted = ['example.com'];
  for (const member of ['aliases', 'weak_aliases', 'mail_domains', 'mail_addresses', 'affiliates', 'coined', 'words']) {
    const reply = await host.ask({ type: 'profile', trusted, brands: [{ ...COMPANY, [member]: texts(2001, '.example') }] });
    assert.deepEqual(reply.problems, [{ path: `brands[0].${member}`, detail: 'has more than 2000 texts' }]);
    assert.equal((await host.check({ links: [{ url: 'https://mycompany.example/' }] })).links[0].official_for, 'mycompany');
  }
  const gone = await host.ask({ type: 'profile', trusted, brands: [{ ...COMPANY, site: 'https://d0.example/', web_domains: texts(2001, '.example') }] });
  assert.deepEqual(gone.problems, [{ path: 'brands[0].web_domains', detail: 'has more than 2000 texts' }]);
  const mail = { sender: { name: 'MetaMask', address: 'x@example.com' } };
  assert.equal((await host.check(mail)).findings.find((f) => f.code === 'sender-unofficial').level, 'notice');
  const full = await host.ask({ type: 'profile', brands: [{ ...COMPANY, web_domains: texts(2000, '.example'), mail_domains: texts(2000, '.example') }] });
  assert.deepEqual(full.problems, []);
  assert.equal((await host.check({ links: [{ url: 'https://d1999.example/' }] })).links[0].official_for, 'mycompany');
}));

test('senders of a list that was refused are not complete', () => withHost(async (host) => {
  const mail_domains = Array.from({ length: 2001 }, (_, i) => `d${i}.example`);
  const judged = async (members) => {
    await host.ask({ type: 'profile', brands: [{ ...COMPANY, mail_addresses: ['info@mycompany.example'], ...members }] });
    return (await host.check({ sender: { name: 'My Company', address: 'news@d2000.example' } })).level;
  };
  assert.equal(await judged({}), 'danger');
  assert.equal(await judged({ mail_domains }), 'warning');
}));

test('names that are too long, or become so, are refused', () => withHost(async (host) => {
  const aliases = ['三'.repeat(120), 'x'.repeat(481), 'ﷺ'.repeat(50), 'ﷺ'.repeat(6), 'ﷺ', '㍿山田商店'];
  const reply = await host.ask({ type: 'profile', brands: [{ ...COMPANY, aliases }] });
  assert.deepEqual(reply.problems, [1, 2, 3].map((i) => ({ path: `brands[0].aliases[${i}]`, detail: 'is too long for a name' })));
}));

test('5,000 aliases of all brands are taken, what is over is told', () => withHost(async (host) => {
  const brand = (n, count) => ({ ...COMPANY, id: `own-${n}`, name: `Company ${'abcdefgh'[n]}`, web_domains: [`company-${n}.example`], aliases: Array.from({ length: count }, (_, i) => `Zaibatsu ${n} ${i} Quux`) });
  const brands = [brand(0, 2000), brand(1, 1000), { ...brand(2, 1500), weak_aliases: brand(3, 500).aliases }];
  assert.deepEqual((await host.ask({ type: 'profile', brands })).problems, []);
  const says = async (name) => (await host.check({ sender: { name, address: 'a@other.example' } })).claims.map((claim) => claim.brand);
  assert.deepEqual(await says('Zaibatsu 2 1499 Quux'), ['own-2']);
  const over = await host.ask({ type: 'profile', brands: [brands[0], brand(1, 2000), brand(2, 1500), brand(4, 1)] });
  const detail = 'is left out like all after it: 5000 aliases are the limit';
  assert.deepEqual(over.problems, [{ path: 'brands[2].aliases[1000]', detail }, { path: 'brands[3].aliases[0]', detail }]);
  assert.deepEqual([await says('Zaibatsu 2 999 Quux'), await says('Zaibatsu 2 1000 Quux'), await says('Company e')], [['own-2'], [], ['own-4']]);
}));

test('a trusted domain counts among the holders of a domain', () => withHost(async (host) => {
  const brands = Array.from({ length: 16 }, (_, i) => ({ id: `own-${i}`, name: `Company Number ${'abcdefghijklmnopqrstuvwxyz'[i]}`, web_domains: ['shared.example', `company-${i}.example`] }));
  assert.deepEqual(paths(await host.ask({ type: 'profile', brands })), []);
  assert.deepEqual(paths(await host.ask({ type: 'profile', trusted: ['shared.example'], brands })), ['brands[15].web_domains[0]']);
}));

test('200 brands are taken, what is over is listed', () => withHost(async (host) => {
  const brands = Array.from({ length: 203 }, (_, i) => ({ id: `own-${i}`, name: `Company Number ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${'abcdefghij'[Math.floor(i / 26)]}`, web_domains: [`company-${i}.example`] }));
  const reply = await host.ask({ type: 'profile', brands });
  assert.deepEqual(paths(reply), ['brands[200]']);
  const links = (await host.check({ links: [{ url: 'https://company-199.example/' }, { url: 'https://company-200.example/' }] })).links;
  assert.deepEqual(links.map((l) => l.official_for), ['own-199', null]);
}));

test('the catalogue\'s own list stays the catalogue\'s', () => withHost(async (host) => {
  const before = (await host.ask({ type: 'brands' })).total;
  await host.ask({ type: 'profile', brands: [COMPANY] });
  assert.equal((await host.ask({ type: 'brands' })).total, before);
}));

test('a lookalike of a trusted domain is a finding of its own', () => withHost(async (host) => {
  await host.ask({ type: 'profile', trusted: ['yamadashoten.example'] });
  const reply = await host.check({ links: [{ url: 'https://yarnadashoten.example/' }] });
  const finding = reply.findings.find((f) => f.code.startsWith('link-lookalike'));
  assert.deepEqual([finding.brand, finding.evidence.imitates, finding.official], [null, 'yamadashoten.example', []]);
  assert.match(finding.title, /yamadashoten\.example/);
}));

test('many trusted entries', () => withHost(async (host) => {
  const trusted = Array.from({ length: 5000 }, (_, i) => (i % 2 ? `person${i}@example.org` : `domain-${i}.example`));
  const reply = await host.ask({ type: 'profile', trusted });
  assert.deepEqual(reply.problems, []);
  assert.equal((await host.check({ profile_id: reply.profile_id })).type, 'verdict');
}));
