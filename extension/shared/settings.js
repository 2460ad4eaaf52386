// The reader's choices. They stay in storage.local: the browser maker's synchronisation would learn whom the reader
// trusts and where the money lies. Whatever is stored is made sound on reading, so that a damaged store cannot stop checks.
import { api } from './browser.js';

export const LIMITS = { trusted: 1000, unused: 1000, brands: 200, entry: 320 };

/** @type {Settings} */
const DEFAULTS = { trusted: [], unused_services: [], brands: [], guard: true, marks: true, language: 'auto' };

/** @param {unknown} value @param {number} most */
function strings(value, most) {
  if (!Array.isArray(value)) return [];
  const sound = value.filter((entry) => typeof entry === 'string' && entry && entry.length <= LIMITS.entry);
  return [...new Set(sound)].slice(0, most);
}

/** @param {Record<string, unknown>} stored @returns {Settings} */
export function sound(stored) {
  const brands = Array.isArray(stored.brands) ? stored.brands.filter((entry) => entry && typeof entry === 'object' && typeof entry.id === 'string') : [];
  return {
    trusted: strings(stored.trusted, LIMITS.trusted),
    unused_services: strings(stored.unused_services, LIMITS.unused),
    brands: brands.slice(0, LIMITS.brands),
    guard: stored.guard !== false,
    marks: stored.marks !== false,
    language: stored.language === 'en' || stored.language === 'ja' ? stored.language : 'auto',
  };
}

/** @returns {Promise<Settings>} */
export async function load() {
  try {
    return sound(await api.storage.local.get(Object.keys(DEFAULTS)));
  } catch {
    return { ...DEFAULTS };
  }
}

/** @param {Partial<Settings>} change */
export const save = (change) => api.storage.local.set(change);

/** An address, or a domain, in the form the host compares; null where it is neither. @param {unknown} text */
export function trustEntry(text) {
  const entry = String(text ?? '').trim().toLowerCase();
  if (entry.length > LIMITS.entry) return null;
  return /^(?:[^\s@<>",;]+@)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(entry) ? entry : null;
}

/** @param {string} text @returns {Promise<boolean>} false where the entry is none, or the store refuses */
export async function trust(text) {
  const entry = trustEntry(text);
  if (!entry) return false;
  const { trusted } = await load();
  await save({ trusted: [...new Set([...trusted, entry])].slice(-LIMITS.trusted) });
  return true;
}

/** @param {string} entry */
export async function distrust(entry) {
  const { trusted } = await load();
  await save({ trusted: trusted.filter((other) => other !== entry) });
}

/** What the host is told of them. @param {Settings} settings */
export const profileOf = ({ trusted, unused_services, brands }) => ({ trusted, unused_services, brands });
