// Synchronisation between the reader's browsers, off unless asked for: it gives the lists to the browser maker's account.
// The store takes 512 items of 8 KB and few writes a minute, so that the lists go as one text, cut into pieces, in one write.
import { api } from './browser.js';
import { LISTS, addLists, alter, loadOwn, sound } from './settings.js';

const PIECE = 2500;
const PREFIX = 'lists.';
/** Of the store's 100 KB. */
const MOST_BYTES = 90_000;

/** @param {Record<typeof LISTS[number], unknown>} settings */
const textOf = (settings) => JSON.stringify(Object.fromEntries(LISTS.map((name) => [name, settings[name]])));

/** At most 2,500 characters a piece: below 8 KB also where each takes three bytes. @param {string} text @returns {Record<string, unknown> | null} null where it is too long */
export function packed(text) {
  if (new TextEncoder().encode(text).length > MOST_BYTES) return null;
  const pieces = text.match(new RegExp(`.{1,${PIECE}}`, 'gsu')) ?? [];
  return Object.fromEntries([...pieces.map((piece, at) => [PREFIX + at, piece]), [`${PREFIX}count`, pieces.length]]);
}

/** @param {Record<string, any>} items @returns {string | null} null where pieces are missing */
export function unpacked(items) {
  const count = items[`${PREFIX}count`];
  if (!Number.isInteger(count)) return null;
  const pieces = Array.from({ length: count }, (_, at) => items[PREFIX + at]);
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : null;
}

/** The lists that are there. @returns {Promise<Pick<Settings, 'trusted' | 'unused_services' | 'brands'> | null>} null where there are none, or only a part of them */
async function theirs() {
  try {
    const { trusted, unused_services, brands } = sound(JSON.parse(unpacked(await api.storage.sync.get(null)) ?? ''));
    return { trusted, unused_services, brands };
  } catch {
    return null;
  }
}

/** Gives the lists to the browser's store, where the reader wants that and they have changed. @returns {Promise<boolean>} false where they have no room there */
export async function push() {
  const own = await loadOwn();
  if (!own.sync) return true;
  const text = textOf(own);
  if (unpacked(await api.storage.sync.get(null)) === text) return true;
  const items = packed(text);
  if (!items) return false;
  await api.storage.sync.set(items);
  return true;
}

/** Takes the lists that another browser has given. */
export async function pull() {
  const lists = await theirs();
  if (lists) await alter((own) => (own.sync && textOf(lists) !== textOf(own) ? lists : {}));
}

/** Adds what is there already to what is here. */
export async function join() {
  const other = await theirs();
  if (other) await addLists(other);
  return push();
}

/** Takes everything back from the browser's store. */
export const withdraw = () => api.storage.sync.clear();
