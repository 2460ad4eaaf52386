// Opens mails and kills the host with SIGKILL at a random moment of each check.
import { sleep, until } from './cdp.mjs';
import { ATTACK, messageWith, openMade, states } from './hostile.mjs';

/** Longer than any wait of the extension's: what is silent until then stays silent. */
const SILENCE_MS = 30_000;
/** A check takes a few milliseconds; later moments meet an idle host. */
const LATEST_MS = 60;

/** mulberry32: the same moments for the same seed. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const alive = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };

/** A running host: a mail more, where the last one was killed while nothing was asked. */
async function running(browser, page, name) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const pid = browser.host.pid();
    if (pid && alive(pid)) return pid;
    await openMade(page, `${name}-wake-${attempt}`, messageWith(`'<p>${name} ${attempt}</p>'`, { name: 'Hanako', address: 'hanako@aozora.example' }));
    await until(() => browser.host.pid() !== pid, 'another host', 1000).catch(() => {});
  }
  throw new Error('no host runs again');
}

/**
 * @param {import('./chromium.mjs').Chromium} browser @param {import('./page.mjs').Page} page @param {{count: number, seed: number, tell?: (line: string) => void}} how
 * @returns {Promise<{mails: number, killed: number, checked: number, unchecked: number, silent: number, slowest: number}>} `slowest`: most milliseconds until an answer
 */
export async function kills(browser, page, { count, seed, tell = () => {} }) {
  const random = randomFrom(seed);
  const seen = { mails: 0, killed: 0, checked: 0, unchecked: 0, silent: 0, slowest: 0 };
  // A host that has gone by itself at the moment of its kill does not count.
  for (let at = 0; seen.killed < count && at < 2 * count; at++) {
    const html = `${JSON.stringify(ATTACK.link)}, '<p>kill ${seed}-${at}</p>'`;
    const pid = await running(browser, page, `kill-${seed}-${at}`);
    seen.mails++;
    const began = Date.now();
    const wait = sleep(random() * LATEST_MS).then(() => {
      try { process.kill(pid, 'SIGKILL'); seen.killed++; } catch { /* it has died already */ }
    });
    await Promise.all([openMade(page, `kill-${seed}-${at}`, messageWith(html)), wait]);
    const ended = await until(async () => {
      const [state, ...others] = await states(page);
      return state && !others.length && !page.earlier.includes(state.id) && state.state !== 'pending' ? state.state : null;
    }, 'an answer', SILENCE_MS).catch(() => 'silent');
    seen[ended]++;
    seen.slowest = Math.max(seen.slowest, Date.now() - began);
    if (at % 20 === 19) tell(JSON.stringify({ at: at + 1, ...seen }));
  }
  return seen;
}
