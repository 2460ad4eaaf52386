// The sentences around the findings claim no more than the findings do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishLabels, labels, openPage, verdict } from './page.js';

const { honmono } = openPage('');
honmono.labels = englishLabels();
const { words } = honmono;
const brand = { id: 'parcels', name: 'Parcels', site: 'https://www.parcels.example/' };
const sender = (level) => ({ code: 'sender-unofficial', level, target: { kind: 'sender' }, brand, evidence: {}, official: ['mail.parcels.example'], title: 'Not a known sender', detail: '' });
const link = { code: 'link-brand-embedded', level: 'danger', target: { kind: 'link', index: 0 }, brand, evidence: {}, official: ['parcels.example', 'parcels-group.example'], official_more: 3, title: 'Imitates', detail: '' };
const stateOf = (findings) => ({ facts: { request: { sender: { name: 'Parcels', address: 'a@evil.example' } } }, answer: { state: 'checked', verdict: verdict({ findings }) } });
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '');

test('a sender that is only on no list is not said to be false, however dangerous a link is', () => {
  assert.match(words.headline(stateOf([link, sender('warning')]), false), /not one of its known senders/);
  assert.match(words.headline(stateOf([link, sender('danger')]), false), /not an official sender/);
});

test('official senders are those that a finding about the sender names; sites are none', () => {
  const answer = words.officialAnswer(verdict({ findings: [link, sender('warning')] }));
  assert.deepEqual([plain(answer.senders), answer.siteHost], ['mail.parcels.example', 'parcels.example']);
  const without = words.officialAnswer(verdict({ findings: [link] }));
  assert.deepEqual([without.senders, without.siteHost, without.brand], ['', 'parcels.example', 'Parcels']);
});

test('lists and labels are joined as their language does', () => {
  const officials = verdict({ findings: [{ ...sender('danger'), official: ['a.example', 'b.example'], official_more: 3 }] });
  const facts = { request: { sender: { name: 'P', address: 'a@evil.example' }, subject: 'S', links: [] } };
  const state = { facts, answer: { state: 'checked', verdict: officials } };
  const said = () => [plain(words.officialAnswer(officials).senders), ...words.report(state).split('\n').slice(0, 2)];
  assert.deepEqual(said(), ['a.example, b.example, and 3 more', 'Suspicious email, found by Honmono (Danger)', 'Sender: P <a@evil[.]example>']);
  honmono.labels = Object.fromEntries(Object.entries(labels('ja')).map(([key, { message }]) => [key, message]));
  assert.deepEqual(said(), ['a.example、b.example、ほか3件', 'Honmono が検出した不審なメール（危険）', '送信元：P <a@evil[.]example>']);
  honmono.labels = englishLabels();
});
