// The host is killed at random moments while mails are checked: every message ends up checked or "not checked". The same
// 200 times is tests/soak/browser.mjs.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startChromium } from './lib/chromium.mjs';
import { pageIsSound } from './lib/hostile.mjs';
import { kills } from './lib/kills.mjs';

const KILLS = 15;
let browser;
after(() => browser?.close());

test(`${KILLS} kills at random moments: no message without an answer`, async () => {
  browser = await startChromium();
  const page = await browser.openMail();
  const seen = await kills(browser, page, { count: KILLS, seed: 4 });
  assert.equal(seen.killed, KILLS);
  assert.equal(seen.checked + seen.unchecked, seen.mails, JSON.stringify(seen));
  assert.equal(seen.silent, 0, JSON.stringify(seen));
  await pageIsSound(page);
});
