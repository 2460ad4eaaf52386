// Setting up, in three steps that look for themselves: the program answers, the webmail may be read, and a sample
// verdict that comes from the running program over the real port, drawn as in a mail.
import { api } from '../shared/browser.js';
import { ask, byId, openPage } from '../shared/page.js';
import { labelsFor } from '../shared/i18n.js';

const ORIGINS = { origins: ['https://mail.google.com/*'] };
const AGAIN_MS = 2000;
/** A mail that everybody has had. Its domain belongs to nobody. @type {CheckRequest} */
const SAMPLE = {
  sender: { name: 'Amazon Support', address: 'notice@account-help.example' },
  recipients: ['you@example.com'],
  subject: 'Your account has been suspended',
  text: 'Your account has been suspended. Verify your account now.',
  links: [{ url: 'https://amazon.co.jp.account-help.example/verify', text: 'https://www.amazon.co.jp/' }],
};

const { t, language } = await openPage();
const honmono = globalThis.honmono;
honmono.labels = await labelsFor(language);
let drawn = '';

/** @param {string} step @param {boolean} done */
const tell = (step, done) => byId(step).setAttribute('data-state', done ? 'done' : 'failed');

async function showHost() {
  const host = await ask({ type: 'host' });
  const ready = host?.state === 'ready';
  byId('host').textContent = ready ? t('hostReady', String(host.version), String(host.catalogue)) : t(`welcome_${['absent', 'forbidden', 'old'].includes(host?.state) ? host.state : 'died'}`);
  byId('install').toggleAttribute('hidden', ready);
  tell('step-host', ready);
  return ready;
}

async function showInstall() {
  const { os } = await api.runtime.getPlatformInfo();
  byId('how').textContent = t(os === 'linux' ? 'welcomeInstall' : 'welcomeOtherSystem');
  byId('command').toggleAttribute('hidden', os !== 'linux');
}

async function showAccess() {
  const granted = await api.permissions.contains(ORIGINS);
  byId('access').textContent = t(granted ? 'accessThere' : 'accessMissing');
  tell('step-access', granted);
}

/** @param {boolean} ready */
async function showSample(ready) {
  const answer = ready ? await ask({ type: 'check', request: SAMPLE }) : null;
  const verdict = answer?.state === 'checked' ? answer.verdict : null;
  byId('sample-text').textContent = t(verdict ? 'sampleText' : 'sampleMissing', SAMPLE.sender?.name ?? '', SAMPLE.sender?.address ?? '');
  tell('step-sample', Boolean(verdict));
  const now = JSON.stringify(verdict);
  if (now === drawn) return;
  drawn = now;
  byId('sample').replaceChildren();
  if (!verdict) return;
  const facts = { box: byId('step-sample'), body: byId('sample'), id: 'sample', senderNode: null, request: SAMPLE, links: [], key: '' };
  const state = /** @type {MessageState} */ (/** @type {unknown} */ ({ facts, answer, folded: false, view: honmono.banner.view() }));
  const actions = { report: () => honmono.words.report(state), trust: async () => false };
  byId('sample').append(honmono.banner.draw(state, actions, { late: false, first: true, alert: false }).host);
}

async function look() {
  const ready = await showHost();
  await Promise.all([showAccess(), showSample(ready)]);
  return ready;
}

/** Looks again by itself while the program is missing and the page can be seen. */
async function watch() {
  const ready = await look();
  if (!ready) setTimeout(() => (document.hidden ? document.addEventListener('visibilitychange', () => void watch(), { once: true }) : void watch()), AGAIN_MS);
}

byId('again').addEventListener('click', () => void look());
await showInstall();
await watch();
