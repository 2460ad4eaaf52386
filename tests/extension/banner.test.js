// The banner by itself: what stands in it while it is open, and what while it is folded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked, englishLabels, openPage } from './page.js';

const page = openPage('');
const { honmono } = page;
honmono.labels = englishLabels();

const stateOf = (folded) => ({
  facts: { body: page.document.body, request: { sender: { name: 'MetaMask Support', address: 'help@evil.example' } } },
  answer: checked(), folded, view: honmono.banner.view(),
});
const draw = (state) => honmono.banner.draw(state, { report: () => '', trust: async () => false }, { late: false, first: true, alert: false });
const headline = ({ root }) => root.querySelector('.headline').textContent.replace(/[\u2068\u2069]/g, '');
const press = ({ root }, action) => root.querySelector(`[data-action=${action}]`).click();

const LONG = /^Claims to be from MetaMask, but was sent from evil\.example, which is not an official sender\. Do not/;
const SHORT = 'Claims to be from MetaMask, but was sent from evil.example';

test('a folded banner says what has room in one line, an open one all of it', () => {
  const state = stateOf(false);
  const banner = draw(state);
  assert.match(headline(banner), LONG);
  press(banner, 'dismiss');
  assert.deepEqual([headline(banner), banner.host.dataset.state, state.folded], [SHORT, 'folded', true]);
  press(banner, 'unfold');
  assert.match(headline(banner), LONG);
  assert.deepEqual([banner.host.dataset.state, state.folded], ['open', false]);
});

test('one that is drawn anew while it is folded stays so', () => {
  const banner = draw(stateOf(true));
  assert.deepEqual([headline(banner), banner.host.dataset.state], [SHORT, 'folded']);
});
