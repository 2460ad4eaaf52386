// Every redirector of the catalogue, and the wrappers of mail filters: put around a look-alike, in the shape that each has, they hide nothing
// from the real host. Nothing is opened.
//   HONMONO_HOST=build/honmono node --test tests/catalogue/redirectors.test.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Client, hostProgram } from '../eval/client.mjs';

/** @type {{ hostname: string, path?: string, parameters?: string[], shape: string, certain?: boolean }[]} */
const redirectors = JSON.parse(readFileSync(new URL('../../host/catalogue/data/infrastructure/redirectors.json', import.meta.url), 'utf8')).redirectors;
const client = new Client(hostProgram());
after(() => client.close());

const LOOKALIKE = 'https://paypa1.com/signin/a-b_c.html?next=%2Fhome&x=1';
const base64 = (/** @type {string} */ text) => Buffer.from(text).toString('base64');
const base64url = (/** @type {string} */ text) => Buffer.from(text).toString('base64url');
/** Proofpoint's second form: what is no letter, figure or dot becomes - and two hexadecimal figures, / becomes _. @param {string} text */
const proofpoint2 = (text) => encodeURIComponent(text).replaceAll('-', '%2D').replaceAll('_', '%5F').replaceAll('%2F', '_').replaceAll('%', '-');
const FIGURES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Its third: some characters stand as * in the URL and behind it in base64url; a run of them as ** and a figure for its length. @param {string} text */
const proofpoint3 = (text) => {
  const hidden = text.match(/[?=&%]/g) ?? [];
  return `__${text.replace(/[?=&%]+/g, (run) => (run.length > 1 ? `**${FIGURES[run.length - 2]}` : '*'))}__;${base64url(hidden.join(''))}!!Abc-_123!x$`;
};
/** The hostname in one label in front of .translate.goog. @param {string} url */
const translated = (url) => new URL(url).hostname.replaceAll('-', '--').replaceAll('.', '-');

/** @param {any} wrapper @param {string} target @param {string} name of the parameter @returns {string|undefined} */
function wrap(wrapper, target, name) {
  const front = `https://${wrapper.hostname}${wrapper.path ?? '/'}`;
  const query = (/** @type {string} */ value) => `${front}?filler=1&${encodeURIComponent(name)}=${encodeURIComponent(value)}&sa=D&ust=7`;
  switch (wrapper.shape) {
    case 'query': return query(target);
    case 'query-twice': return query(encodeURIComponent(target));
    case 'query-base64': return query(base64(target));
    case 'query-bing': return query(`a1${base64url(target)}`);
    case 'whole-query': return `${front}?${target}`;
    case 'path-rest': return `${front.replace(/\/$/, '')}/${target.replace('https://', '')}`;
    case 'path-encoded': return `${front.replace(/\/$/, '')}/${encodeURIComponent(target)}/1/0101018f-token/abc=`;
    case 'path-name': return `${front}${encodeURIComponent(target.replace('https://', ''))}/tok-EN/AQ/1`;
    case 'query-mandrill': return query(base64url(JSON.stringify({ s: 'x', v: 1, p: JSON.stringify({ u: 7, v: 1, url: target, id: 'abc' }).replaceAll('/', '\\/') })));
    case 'path-ru': return `${front}_ylt=Aw/RV=2/RE=17/RO=10/RU=${encodeURIComponent(target)}/RK=2/RS=abc-`;
    case 'proofpoint-v2': return `${front}?u=${proofpoint2(target)}&d=DwMFaQ&c=x`;
    case 'proofpoint-v3': return `${front}${proofpoint3(target)}`;
    case 'translate-host': return `https://${translated(target)}.translate.goog/signin/a-b_c.html?next=%2Fhome&x=1`;
    default: return undefined;
  }
}

/** Every way in which the redirectors can be put around a URL. @param {string} target */
const wrapped = (target) => redirectors.flatMap((wrapper) => (wrapper.parameters ?? ['u']).map((name) => ({ wrapper, url: wrap(wrapper, target, name) }))).filter((one) => one.url);

/** @param {string[]} urls @returns {Promise<any>} */
const judge = (urls) => client.check({ links: urls.map((url) => ({ url, text: 'Open' })) });
const bare = (/** @type {string|undefined} */ url) => (url ?? '').replace(/^https?:\/\//, '');

test('each redirector, in each of its parameters, shows the look-alike that it leads to', async () => {
  const all = wrapped(LOOKALIKE);
  assert.ok(all.length > 200 && new Set(all.map((one) => one.wrapper.shape)).size === 13, 'every shape but the opaque one is here');
  const found = [];
  for (const { wrapper, url } of all) {
    const { links, findings } = await judge([/** @type {string} */ (url)]);
    const danger = findings.some((/** @type {any} */ one) => one.code === 'link-lookalike-typo' && one.level === 'danger' && one.brand.id === 'paypal');
    if (!danger || bare(links[0].destination) !== bare(LOOKALIKE) || links[0].destination_certain !== Boolean(wrapper.certain) || !links[0].guard)
      found.push(`${url}: ${links[0].destination} ${links[0].destination_certain}: ${findings.map((/** @type {any} */ one) => `${one.code} ${one.level}`)}`);
  }
  assert.deepEqual(found, []);
});

test('a honest target behind each of them is no more than noticed', async () => {
  const found = [];
  for (const { url } of wrapped('https://www.kitchen-and-home.example/recipes/1?from=mail')) {
    const { level, findings } = await judge([/** @type {string} */ (url)]);
    if (level !== 'notice' && level !== 'none') found.push(`${url}: ${findings.map((/** @type {any} */ one) => `${one.code} ${one.level}`)}`);
  }
  assert.deepEqual(found, []);
});

test('one wrapper within another is opened, whichever they are', async () => {
  const outer = wrapped('https://www.google.com/url?q=INNER').filter((one, i, all) => all.findIndex((other) => other.wrapper.shape === one.wrapper.shape) === i && one.wrapper.shape !== 'translate-host');
  const found = [];
  for (const { wrapper } of outer) {
    for (const inner of wrapped(LOOKALIKE).filter((one) => one.wrapper.hostname.startsWith('www.google.co') || one.wrapper.shape !== 'query')) {
      const url = wrap(wrapper, /** @type {string} */ (inner.url), wrapper.parameters?.[0] ?? 'u');
      const { findings } = await judge([/** @type {string} */ (url)]);
      if (!findings.some((/** @type {any} */ one) => one.code === 'link-lookalike-typo' && one.level === 'danger')) found.push(url);
    }
  }
  assert.deepEqual(found, []);
});

test('what says nothing of its target is told as a redirector or shortener, and guessed at no further', async () => {
  const opaque = redirectors.filter((one) => one.shape === 'opaque');
  assert.ok(opaque.length > 20);
  for (const { hostname, path } of opaque) {
    const { links, findings, level } = await judge([`https://${hostname}${path ?? '/'}?x=Zm9v`]);
    assert.ok(level === 'none' || level === 'notice', `${hostname}: ${findings.map((/** @type {any} */ one) => `${one.code} ${one.level}`)}`);
    assert.equal(links[0].destination ?? '', '', hostname);
  }
});
