// What the card says of one link: nothing that is true of another place than the one it shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishLabels, openPage, verdict } from './page.js';

const page = openPage('');
page.honmono.labels = englishLabels();
const { cardContent } = page.honmono;

const REDIRECTED = { index: 0, host: 'www.google.com', unicode: 'www.google.com', registrable_domain: 'google.com', official_for: 'google', destination: 'https://evil.example/x', destination_certain: true, level: 'none', guard: false };

/** @param {object} link @param {object} [more] of the facts */
const factsOf = (link, more = {}) => ({ element: page.document.body, url: 'https://www.google.com/url?q=x', text: 'news', checked: true, link, findings: [], verdict: { ...verdict({ level: 'none' }), brand_names: { google: 'Google' } }, guarded: false, ...more });
const textOf = (nodes) => nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join(' ').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

test("behind a redirector, its owner is not named as the destination's", () => {
  for (const show of [cardContent.chip, (facts) => cardContent.card(facts, false), (facts) => cardContent.card(facts, true)]) {
    const text = textOf(show(factsOf(REDIRECTED)));
    assert.match(text, /evil\.example/);
    assert.match(text, /[Tt]hrough ?www\.google\.com/);
    assert.doesNotMatch(text, /Google \(a domain|Owner|Not on our lists/);
  }
  assert.match(textOf(cardContent.chip(factsOf({ ...REDIRECTED, destination_certain: false }))), /may lead elsewhere/);
});

test('a redirector that stays in its own domain keeps its owner, and so does a link without one', () => {
  for (const link of [{ ...REDIRECTED, destination: 'https://docs.google.com/d' }, { ...REDIRECTED, destination: undefined }]) {
    assert.match(textOf(cardContent.chip(factsOf(link))), /Google \(a domain on our lists\)$/);
  }
  assert.doesNotMatch(textOf(cardContent.chip(factsOf({ ...REDIRECTED, destination: 'https://notgoogle.com/' }))), /on our lists/);
});

test("a place in the mail's own page gets no chip", () => {
  const here = { ...REDIRECTED, host: 'mail.google.com', destination: undefined };
  assert.equal(cardContent.chip(factsOf(here, { url: `${page.window.location.href.replace(/#.*/, '')}#m_-1_top` })), null);
  for (const url of ['https://mail.google.com/mail/u/0/', 'https://mail.google.com/other#top', 'http://mail.google.com/mail/u/0/#top']) assert.ok(cardContent.chip(factsOf(here, { url })), url);
});

test('a card that asks leads to the official site, where that is known', () => {
  const link = { index: 0, host: 'evil.example', unicode: 'evil.example', registrable_domain: 'evil.example', official_for: null, level: 'danger', guard: true };
  const siteOf = (more, asking = true) => cardContent.card(factsOf(link, { url: 'https://evil.example/', guarded: true, ...more }), asking).at(-1).querySelector('[data-action=open-official]')?.href;
  const finding = { code: 'link-lookalike-typo', level: 'danger', target: { kind: 'link', index: 0 }, brand: { id: 'b', name: 'B', site: 'https://b.example/' }, evidence: {}, title: 'T', detail: '' };
  assert.equal(siteOf({ findings: [finding] }), 'https://b.example/', "the link's own brand first");
  assert.equal(siteOf({ verdict: verdict({}) }), 'https://metamask.io/', 'then that of the mail');
  assert.equal(siteOf({ verdict: verdict({ findings: [], claims: [] }) }), undefined);
  assert.equal(siteOf({ findings: [{ ...finding, brand: { ...finding.brand, site: 'javascript:alert(1)' } }], verdict: null }), undefined);
  assert.equal(siteOf({ findings: [finding] }, false), undefined, 'hovering, there is nothing to press');
});

test('a link that is held for the mail says why, and has no empty row', () => {
  const link = { index: 1, host: null, unicode: null, registrable_domain: null, official_for: null, level: 'none', guard: true };
  const held = (settings) => factsOf(link, { url: 'mailto:help@brand.example', guarded: true, verdict: verdict(settings) });
  for (const asking of [false, true]) {
    const nodes = cardContent.card(held({}), asking);
    assert.match(textOf(nodes), /claims to be from somebody whose site this link does not lead to/);
    for (const dd of nodes.flatMap((node) => [...node.querySelectorAll('dd')])) assert.notEqual(dd.textContent, '');
    assert.equal(nodes.some((node) => node.localName === 'ul' && !node.children.length), false, 'no empty list');
    assert.match(textOf(cardContent.card(held({ claims: [] }), asking)), /signs of deception, so this link does not open at once/);
  }
  const own = { code: 'link-unofficial', level: 'warning', target: { kind: 'link', index: 1 }, brand: null, evidence: {}, title: 'Leads elsewhere', detail: '' };
  assert.doesNotMatch(textOf(cardContent.card({ ...held({}), findings: [own] }, false)), /does not lead to/, 'its own finding is enough while hovering');
});
