// Has mails judged: greets the host, gives it the profile, asks it, and keeps what it said.
import { api } from '../shared/browser.js';
import { load, profileOf } from '../shared/settings.js';
import { languageFor } from '../shared/i18n.js';
import { NativePort, HostError } from './native-port.js';
import { VerdictCache, keyOf } from './verdict-cache.js';
import { isBrandPage, isProfileReply, isVerdict } from './messages.js';

const ATTEMPTS = 3;

const cache = new VerdictCache();
/** Counts the connections: with each the host may have other lists, whose version and numbers need not tell. */
let connection = 0;
/** Counts the changes of the reader's choices; a verdict from before a change is asked for again. */
let generation = 0;
let profileId = '';
let language = 'en';
/** @type {Promise<Map<string, string>> | null} */
let brandNames = null;

export const port = new NativePort({
  connect: (name) => api.runtime.connectNative(name),
  lastError: (ended) => ended?.error?.message ?? api.runtime.lastError?.message ?? '',
  async greeting() {
    language = languageFor((await load()).language);
    const other = language === 'ja' ? 'en' : 'ja';
    return { client: { name: 'honmono-extension', version: api.runtime.getManifest().version }, languages: [language, other] };
  },
  opened: greeted,
});

/** Lists that the host cannot take must not leave every mail unchecked; the options page says what is wrong with them. @param {NativePort} to @param {unknown} error */
function withoutProfile(to, error) {
  if (!(error instanceof HostError) || error.reason !== 'refused') throw error;
  console.warn('Honmono: the host refuses the lists:', error.message);
  return to.send({ type: 'profile' });
}

/** @param {NativePort} to */
async function sendProfile(to) {
  const reply = await to.send({ type: 'profile', ...profileOf(await load()) }).catch((error) => withoutProfile(to, error));
  if (!isProfileReply(reply)) throw new HostError('refused', 'not a reply to a profile');
  profileId = reply.profile_id;
}

/** @param {NativePort} to */
async function greeted(to) {
  connection++;
  brandNames = null;
  await sendProfile(to);
}

/** The reader's choices have changed: the next check goes with the new ones. */
export function settingsChanged() {
  generation++;
  cache.clear();
  brandNames = null;
  port.close();
}

/**
 * What the host says under one set of choices: when they change meanwhile, which closes the port, it is asked again.
 * @template T @param {() => Promise<T>} ask @returns {Promise<T>}
 */
async function settled(ask) {
  for (let attempt = 1; ; attempt++) {
    const before = generation;
    try {
      const answer = await ask();
      if (before === generation) return answer;
    } catch (error) {
      const unknown = error instanceof HostError && error.code === 'profile-unknown';
      if (attempt >= ATTEMPTS || (before === generation && !unknown)) throw error;
      if (unknown) await sendProfile(port);
    }
    if (attempt >= ATTEMPTS) throw new HostError('timeout', 'settings keep changing');
  }
}

/** @param {CheckRequest} request @returns {Promise<Verdict>} */
async function judge(request) {
  await port.ready();
  const key = await keyOf({ connection, profile: profileId, language }, request);
  const known = cache.get(key);
  if (known) return known;
  const verdict = await port.request({ type: 'check', profile_id: profileId, ...request });
  if (!isVerdict(verdict, request)) throw new HostError('refused', 'not a verdict');
  await nameBrands(verdict);
  cache.set(key, verdict);
  return verdict;
}

/** @param {CheckRequest} request @returns {Promise<Answer>} */
export async function check(request) {
  try {
    return { state: 'checked', verdict: await settled(() => judge(request)) };
  } catch (error) {
    return { state: 'unchecked', reason: error instanceof HostError ? error.reason : 'died' };
  }
}

/** The host names brands by id; people know them by name. @param {Verdict} verdict */
async function nameBrands(verdict) {
  const ids = [verdict.sender?.official_for, ...verdict.links.map((link) => link.official_for)].filter((id) => typeof id === 'string');
  if (!ids.length) return;
  brandNames ??= readBrandNames();
  try {
    const names = await brandNames;
    verdict.brand_names = Object.fromEntries(ids.map((id) => [id, names.get(String(id)) ?? String(id)]));
  } catch {
    brandNames = null;
  }
}

async function readBrandNames() {
  return new Map((await brandList()).map(({ id, name }) => [id, name]));
}

/** The catalogue's brands. @returns {Promise<{id: string, name: string}[]>} */
export const brandList = () => settled(brandPages);

/** @returns {Promise<{id: string, name: string}[]>} */
async function brandPages() {
  const list = [];
  for (let from = /** @type {number | undefined} */ (0), pages = 0; from !== undefined && pages < 20; pages++) {
    const page = await port.request({ type: 'brands', from });
    if (!isBrandPage(page, from)) throw new HostError('refused', 'not a list of brands');
    list.push(...page.brands.map(({ id, name }) => ({ id, name })));
    from = page.next;
  }
  return list;
}

/** Lets the host look at a profile, and gives it the present one again. @param {Parameters<typeof profileOf>[0]} profile @returns {Promise<{path: string, detail: string}[]>} */
export async function problemsOf(profile) {
  try {
    const reply = await port.request({ type: 'profile', ...profileOf(profile) });
    if (!isProfileReply(reply)) throw new HostError('refused', 'not a reply to a profile');
    return reply.problems ?? [];
  } catch (error) {
    return [{ path: '', detail: error instanceof Error ? error.message : '' }];
  } finally {
    if (port.state === 'ready') await sendProfile(port);
  }
}

/** For the popup and the onboarding page. */
export async function hostState() {
  try {
    const hello = await settled(() => port.ready());
    return { state: 'ready', version: hello.host.version, catalogue: hello.catalogue.version, brands: hello.catalogue.brands };
  } catch (error) {
    return { state: error instanceof HostError ? error.reason : 'died' };
  }
}
