// What the extension's own pages share.
import { api } from './browser.js';
import { loadAll } from './settings.js';
import { fillPage, labelsFor, languageFor, translator } from './i18n.js';
import { within } from './wait.js';

/** Longer than the background waits for the program in a row: hello, the profile, the question. */
const ASK_MS = 10_000;

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id}`);
  return element;
}

/** What a page shows: the choices, read once, and the words. `fill` puts the words into the page. */
export async function readPage() {
  const all = await loadAll();
  const language = languageFor(all.settings.language);
  const labels = await labelsFor(language);
  return { ...all, language, t: translator(labels), fill: () => fillPage(labels, language) };
}

/** Fills the page in the reader's language. */
export async function openPage() {
  const page = await readPage();
  page.fill();
  return page;
}

/** What is to be said of the store, as a label's key. @param {{own: Settings | null, damaged: boolean}} loaded */
export const storeState = ({ own, damaged }) => (!own ? 'storeSilent' : damaged ? 'storeDamaged' : '');

/** @param {object} message @returns {Promise<any>} null where the background gave no answer */
export const ask = (message) => within(api.runtime.sendMessage(message).catch(() => null), ASK_MS, null);

/** @param {string} tag @param {string} text @param {string} [className] */
export function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
