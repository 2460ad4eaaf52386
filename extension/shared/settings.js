// The reader's choices. They stay in storage.local: the browser maker's synchronisation would learn whom the reader
// trusts and where the money lies. Whatever is stored is made sound on reading, so that a damaged store cannot stop checks.
import { api } from './browser.js';
import { within } from './wait.js';

export const LIMITS = { trusted: 5000, unused: 2000, brands: 200, entry: 320 };
const STORE_MS = 800;
/** The members that a list export, a synchronisation and the host's profile hold. */
export const LISTS = /** @type {const} */ (['trusted', 'unused_services', 'brands']);

/** @type {Settings} */
const DEFAULTS = { trusted: [], unused_services: [], brands: [], guard: true, marks: true, active: true, sync: false, language: 'auto', managed: {} };

/** @param {unknown} value @param {number} most */
function strings(value, most) {
  if (!Array.isArray(value)) return [];
  const sound = value.filter((entry) => typeof entry === 'string' && entry && entry.length <= LIMITS.entry);
  return [...new Set(sound)].slice(0, most);
}

const isText = (/** @type {unknown} */ value) => typeof value === 'string';
const isSwitch = (/** @type {unknown} */ value) => typeof value === 'boolean';
const isTexts = (/** @type {unknown} */ value) => Array.isArray(value) && value.every(isText);

/** The members of a brand. One of another type has the host refuse the whole profile. @type {Record<string, (value: unknown) => boolean>} */
const BRAND = {
  id: isText, name: isText, site: isText, advisory: isText, category: isText, country: isText, senders_complete: isSwitch, only_on_request: isSwitch,
  aliases: isTexts, weak_aliases: isTexts, web_domains: isTexts, mail_domains: isTexts, mail_addresses: isTexts, affiliates: isTexts, coined: isTexts, words: isTexts,
};

/** @param {unknown} stored @returns {Settings['brands']} */
function soundBrands(stored) {
  const entries = Array.isArray(stored) ? stored.filter((entry) => isText(entry?.id) && isText(entry.name)) : [];
  const known = entries.map((entry) => Object.entries(entry).filter(([name, value]) => Object.hasOwn(BRAND, name) && BRAND[name](value)));
  return /** @type {Settings['brands']} */ (known.slice(0, LIMITS.brands).map((members) => Object.fromEntries(members)));
}

/** @param {Record<string, unknown>} stored @returns {Settings} */
export function sound(stored) {
  return {
    trusted: strings(stored.trusted, LIMITS.trusted),
    unused_services: strings(stored.unused_services, LIMITS.unused),
    brands: soundBrands(stored.brands),
    guard: stored.guard !== false,
    marks: stored.marks !== false,
    active: stored.active !== false,
    sync: stored.sync === true,
    managed: {},
    language: stored.language === 'en' || stored.language === 'ja' ? stored.language : 'auto',
  };
}

/** What an administrator has set: lists are added to the reader's, switches and language go before theirs. @returns {Promise<Settings['managed']>} */
async function loadManaged() {
  try {
    const values = await within(api.storage.managed.get(null), STORE_MS, {});
    const known = sound(values);
    const named = Object.keys(values).filter((key) => key in known && key !== 'managed' && key !== 'sync');
    return Object.fromEntries(named.map((key) => [key, known[/** @type {keyof Settings} */ (key)]]));
  } catch {
    // No policy, or a browser without such a store.
    return {};
  }
}

/** What is stored, as it is. Rejects where the store gives no answer: an empty one would be written over what is there. @returns {Promise<Record<string, unknown>>} */
async function stored() {
  const values = await within(api.storage.local.get(Object.keys(DEFAULTS)), STORE_MS, /** @type {any} */ (null));
  if (!values) throw new Error('the store does not answer');
  return values;
}

/** The reader's own choices, without an administrator's. Rejects where they cannot be read. @returns {Promise<Settings>} */
export const loadOwn = async () => sound(await stored());

/** @param {Record<string, unknown>} values @param {Settings} kept */
const isDamaged = (values, kept) => LISTS.some((name) => values[name] !== undefined && JSON.stringify(values[name]) !== JSON.stringify(kept[name]));

/** @param {Settings} own @param {Settings['managed']} managed @returns {Settings} */
const combined = (own, managed) => ({
  ...own, ...managed, managed,
  trusted: [...new Set([...(managed.trusted ?? []), ...own.trusted])],
  unused_services: [...new Set([...(managed.unused_services ?? []), ...own.unused_services])],
  brands: [...(managed.brands ?? []), ...own.brands].slice(0, LIMITS.brands),
});

/**
 * What applies, the reader's own part of it (null where the store gives no answer: the rest are defaults), and whether
 * something that is stored cannot be read and is left out.
 * @returns {Promise<{settings: Settings, own: Settings | null, damaged: boolean}>}
 */
export async function loadAll() {
  const [values, managed] = await Promise.all([stored().catch(() => null), loadManaged()]);
  const own = values && sound(values);
  const settings = combined(own ?? DEFAULTS, managed);
  return { settings, own, damaged: Boolean(values && own && isDamaged(values, own)) || isTooMuch(settings) };
}

/** What applies. */
export const load = async () => (await loadAll()).settings;

/** Whether a change of a store is one of these choices. @param {Record<string, unknown>} changes @param {string} area */
export const concernsSettings = (changes, area) => area === 'managed' || (area === 'local' && Object.keys(changes).some((key) => key in DEFAULTS));

/** @param {Partial<Settings>} change */
export const save = (change) => api.storage.local.set(change);

/**
 * Changes what depends on what is stored, one change after the other in all pages and the background: none starts from
 * what another is about to replace. @param {(own: Settings) => Partial<Settings>} change @returns {Promise<void>}
 */
export const alter = (change) => new Promise((resolve, reject) => {
  navigator.locks.request('honmono.settings', () => {
    const turn = loadOwn().then((own) => save(change(own)));
    turn.then(resolve, reject);
    return within(turn.catch(() => {}), STORE_MS, undefined);
  }).catch(reject);
});

/** Adds lists to the reader's own, in one write. @param {Pick<Settings, 'trusted' | 'unused_services' | 'brands'>} lists */
export const addLists = (lists) => alter((own) => {
  const known = new Set(own.brands.map(({ id }) => id));
  return {
    trusted: [...new Set([...own.trusted, ...lists.trusted])],
    unused_services: [...new Set([...own.unused_services, ...lists.unused_services])],
    brands: [...own.brands, ...lists.brands.filter(({ id }) => !known.has(id))],
  };
});

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
  await alter(({ trusted }) => ({ trusted: [...new Set([...trusted, entry])].slice(-LIMITS.trusted) }));
  return true;
}

/** @param {string} entry */
export const distrust = (entry) => alter(({ trusted }) => ({ trusted: trusted.filter((other) => other !== entry) }));

/** The lists as a file to keep. @param {Settings} settings */
export const exported = ({ trusted, unused_services, brands }) => JSON.stringify({ honmono: 1, trusted, unused_services, brands }, null, 2);

/**
 * Reads such a file; entries that are none are left out and counted.
 * @param {string} text @returns {{lists: Pick<Settings, 'trusted' | 'unused_services' | 'brands'>, refused: number} | null} null where it is no such file
 */
export function imported(text) {
  try {
    const file = JSON.parse(text);
    if (file?.honmono !== 1) return null;
    const { trusted, unused_services, brands } = sound(file);
    const entries = trusted.map(trustEntry);
    const good = /** @type {string[]} */ (entries.filter(Boolean));
    return { lists: { trusted: [...new Set(good)], unused_services, brands }, refused: (Array.isArray(file.trusted) ? file.trusted.length : 0) - good.length };
  } catch {
    return null;
  }
}

/** Of the 1 MiB that the host takes in one message. */
const MOST_BYTES = 1_000_000;

/** What the host is told of them, as much as it takes. @param {Pick<Settings, 'trusted' | 'unused_services' | 'brands'>} settings */
export function profileOf({ trusted, unused_services, brands }) {
  const encoder = new TextEncoder();
  let left = MOST_BYTES;
  /** @template T @param {T[]} list @returns {T[]} */
  const fitting = (list) => list.filter((entry) => (left -= encoder.encode(JSON.stringify(entry)).length + 1) >= 0);
  return { brands: fitting(brands), unused_services: fitting(unused_services), trusted: fitting(trusted) };
}

/** @param {Settings} settings */
function isTooMuch(settings) {
  const told = profileOf(settings);
  return LISTS.some((name) => told[name].length < settings[name].length);
}
