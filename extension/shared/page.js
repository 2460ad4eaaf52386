// What the extension's own pages share.
import { api } from './browser.js';
import { load } from './settings.js';
import { fillPage, labelsFor, languageFor, translator } from './i18n.js';

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id}`);
  return element;
}

/** Fills the page in the reader's language. */
export async function openPage() {
  const settings = await load();
  const language = languageFor(settings.language);
  const labels = await labelsFor(language);
  fillPage(labels, language);
  return { settings, language, t: translator(labels) };
}

/** @param {object} message @returns {Promise<any>} null where the background gave no answer */
export const ask = (message) => api.runtime.sendMessage(message).catch(() => null);

/** @param {string} tag @param {string} text @param {string} [className] */
export function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
