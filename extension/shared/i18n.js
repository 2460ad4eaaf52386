// Labels in the language of the reader's choice. The browser's own look-up knows only the browser's language.
import { api } from './browser.js';

/** @type {Map<string, Record<string, string>>} */
const tables = new Map();

/** @param {Settings['language']} choice @returns {'en' | 'ja'} */
export function languageFor(choice) {
  if (choice !== 'auto') return choice;
  return api.i18n.getUILanguage().toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** @param {Record<string, {message: string}>} messages */
export const flatten = (messages) => Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));

/** @param {'en' | 'ja'} language */
export async function labelsFor(language) {
  let table = tables.get(language);
  if (!table) {
    const reply = await fetch(api.runtime.getURL(`_locales/${language}/messages.json`));
    table = flatten(await reply.json());
    tables.set(language, table);
  }
  return table;
}

/** @param {Record<string, string>} labels */
export const translator = (labels) => (/** @type {string} */ key, /** @type {string[]} */ ...values) =>
  (labels[key] ?? key).replace(/\$(\d)/g, (_, place) => values[place - 1] ?? '');

/** Fills an extension page: data-i18n names the label of an element's text, data-i18n-label that of its accessible name. @param {Record<string, string>} labels @param {string} language */
export function fillPage(labels, language) {
  document.documentElement.lang = language;
  document.title = [labels[document.querySelector('h1')?.getAttribute('data-i18n') ?? ''], 'Honmono'].filter(Boolean).join(' – ');
  for (const element of document.querySelectorAll('[data-i18n]')) {
    element.textContent = labels[element.getAttribute('data-i18n') ?? ''] ?? '';
  }
  for (const element of document.querySelectorAll('[data-i18n-label]')) {
    element.setAttribute('aria-label', labels[element.getAttribute('data-i18n-label') ?? ''] ?? '');
  }
}
