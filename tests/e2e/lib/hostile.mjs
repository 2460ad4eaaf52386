// For tests of pages and mails that mean harm: mails made in the page, what the extension thinks of them, and whether
// the page is as it was.
import assert from 'node:assert/strict';
import { inExtensionWorld } from './axe.mjs';
import { PATIENCE_MS, until } from './cdp.mjs';
import { mailOf } from './mails.mjs';

export { PATIENCE_MS };

/** An attack that is known to be warned of: the tests put other things around it. */
export const ATTACK = {
  from: { name: 'MetaMask Support', address: 'support@wallet-assist.example' },
  link: '<p>Your wallet will be suspended. <a href="https://metamask.wallet-assist.example/verify">Verify your wallet</a></p>',
};

/** Expression of one message; `html` is an expression, too, so that 5 MB are made where they are needed. */
export const messageWith = (html, from = ATTACK.from) =>
  `{ from: ${JSON.stringify(from)}, to: [{ name: 'Taro', address: 'taro.yamada@aozora.example' }], date: '2026-11-20T09:00:00+09:00', html: [${html}] }`;

/** Puts a mail into the inbox of a page and opens it. @param {import('./page.mjs').Page} page @param {string} id @param {...string} messages expressions */
export async function openMade(page, id, ...messages) {
  page.earlier = (await states(page)).map((state) => state.id);
  await page.run(`void window.sample.receive({ id: ${JSON.stringify(id)}, kind: 'special', subject: ${JSON.stringify(`Made: ${id}`)}, messages: [${messages.join(',')}] })`);
  await page.show(id);
  await until(() => page.run(`document.querySelector('[role=main] h2.hP')?.textContent === ${JSON.stringify(`Made: ${id}`)}`), `${id} is open`);
}

/** What the extension knows of the messages on screen. @returns {Promise<{id: string, state: string, level: string}[]>} */
export const states = (page) => inExtensionWorld(page, 'globalThis.honmono.main.states()');

/** Waits until every message of the mail that has just been opened is checked or said not to be. @param {number} [count] messages on screen */
export async function answered(page, count = 1, ms = PATIENCE_MS) {
  let last = [];
  await until(async () => {
    last = await states(page);
    return last.length === count && last.every(({ id, state }) => state !== 'pending' && !page.earlier?.includes(id));
  }, `${count} answers`, ms).catch((error) => { throw new Error(`${error.message}: ${JSON.stringify(last)}`); });
  return last;
}

/** After whatever has happened: print, shortcuts, click and reply are the page's own, and nothing of ours is left over. */
export async function pageIsSound(page) {
  page.earlier = [];
  // Where the pointer was left, a link of this mail may come to lie, and get its chip.
  await page.move({ x: 1, y: 1 });
  await page.show('newsletter-tracked');
  await until(() => page.run(`document.querySelector('[role=main] h2.hP')?.textContent === ${JSON.stringify(mailOf('newsletter-tracked').subject)}`), 'an honest mail is open');
  await answered(page, 1);
  await until(async () => (await page.surfaces()).length === 0, 'nothing of ours at an honest mail')
    .catch(async (error) => { throw new Error(`${error.message}: ${JSON.stringify((await page.surfaces()).map(({ name, text }) => [name, text]))}`); });
  const { now, written } = await page.bodies();
  assert.equal(now, written, "the honest mail's own markup");
  await page.pageWorks(1);
}
