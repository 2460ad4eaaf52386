// What the extension's own pages share.
import { api } from './browser.js';
import { loadAll } from './settings.js';
import { fillPage, labelsFor, languageFor, translator } from './i18n.js';

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id}`);
  return element;
}

/** Fills the page in the reader's language. */
export async function openPage() {
  const loaded = await loadAll();
  const language = languageFor(loaded.settings.language);
  const labels = await labelsFor(language);
  fillPage(labels, language);
  return { ...loaded, language, t: translator(labels) };
}

/** What is to be said of the store, as a label's key. @param {{own: Settings | null, damaged: boolean}} loaded */
export const storeState = ({ own, damaged }) => (!own ? 'storeSilent' : damaged ? 'storeDamaged' : '');

/** @param {object} message @returns {Promise<any>} null where the background gave no answer */
export const ask = (message) => api.runtime.sendMessage(message).catch(() => null);

/** @param {string} tag @param {string} text @param {string} [className] */
export function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
