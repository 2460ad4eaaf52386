#!/usr/bin/env node
// Kills the host 200 times at random moments while the extension checks in a real Chromium: every message must end up
// checked or "not checked".     HONMONO_HOST=build/honmono node tests/soak/browser.mjs [KILLS [SEED]]
import { startChromium } from '../e2e/lib/chromium.mjs';
import { kills } from '../e2e/lib/kills.mjs';

const [count = 200, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
console.log(`${count} kills, seed ${seed}`);
const browser = await startChromium({ lifetime: 3_600_000 });
try {
  const page = await browser.openMail();
  const seen = await kills(browser, page, { count, seed, tell: console.log });
  console.log(`killed ${seen.killed} times in ${seen.mails} mails: ${seen.checked} checked, ${seen.unchecked} "not checked", ${seen.silent} without an answer; the slowest answer after ${seen.slowest} ms`);
  process.exitCode = seen.silent === 0 && seen.killed === count && seen.checked + seen.unchecked === seen.mails ? 0 : 1;
} finally {
  await browser.close();
}
