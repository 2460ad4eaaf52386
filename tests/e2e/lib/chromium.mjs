// Chromium with the real extension and the real host, in a profile of its own, with no way out of this machine.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Connection, sleep, until } from './cdp.mjs';
import { EXTENSION, chromiumId, hostProgram, registerHost } from './host.mjs';
import { placeOf } from './mails.mjs';
import { Page } from './page.mjs';
import { startServer } from './server.mjs';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];
/** A browser that its test has forgotten; far above what any file takes. */
const LIFETIME_MS = 900_000;

export function findChromium() {
  const program = [process.env.HONMONO_CHROMIUM, ...PROGRAMS].find((candidate) => candidate && fs.existsSync(candidate));
  if (!program) throw new Error('no Chromium found; set HONMONO_CHROMIUM');
  return program;
}

const say = (words) => process.stderr.write(`# ${words}\n`);

/** Chromium refuses its sandbox to root, and cannot make one everywhere; with it wherever it can be had. */
let sandbox = true;
function withoutSandbox(reason) {
  sandbox = false;
  say(`${reason}: Chromium is started with --no-sandbox, for this test only`);
}

const launchArguments = (profile, server, { headless, dark, size }) => [
  `--user-data-dir=${profile}`, '--remote-debugging-pipe', ...(headless ? ['--headless=new'] : []), ...(sandbox ? [] : ['--no-sandbox']),
  // Every name, any port: our server, which keeps a log. Nothing leaves this machine.
  `--host-resolver-rules=MAP * 127.0.0.1:${server.port}`,
  `--ignore-certificate-errors-spki-list=${server.certificate.spki}`,
  '--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--password-store=basic', '--use-mock-keychain', '--force-color-profile=srgb', '--hide-scrollbars', `--window-size=${size}`,
  ...(dark ? ['--force-dark-mode'] : []), 'about:blank',
];

/** The host as registered: for the tests in the profile, for the installed product as install.sh left it. */
function hostIn(profile, work, id, { program, relay, missing, registered }) {
  const folder = path.join(profile, 'NativeMessagingHosts');
  if (registered) {
    fs.mkdirSync(folder, { recursive: true });
    fs.copyFileSync(registered, path.join(folder, path.basename(registered)));
    return null;
  }
  const host = registerHost(folder, { allowed: { allowed_origins: [`chrome-extension://${id}/`] }, program: program ?? hostProgram(), work, relay });
  if (missing) fs.renameSync(host.manifest, `${host.manifest}.away`);
  return { ...host, restore: () => fs.renameSync(`${host.manifest}.away`, host.manifest) };
}

/** @param {() => string[]} args made anew for each attempt @returns {Promise<Connection>} a browser that has come up */
async function launch(args, environment) {
  if (sandbox && process.getuid() === 0) withoutSandbox('running as root');
  for (;;) {
    const connection = new Connection(findChromium(), args(), environment);
    if (await connection.works()) return connection;
    if (!sandbox || !/sandbox/i.test(connection.stderr)) throw new Error(`Chromium does not start:\n${connection.stderr}`);
    withoutSandbox('no usable sandbox here (package chromium-sandbox)');
  }
}

/**
 * @param {object} [settings] extension: folder; relay: pass frames through the noting relay (default); missing: no host manifest;
 *   load: load the extension at once (default); language: the reader's choice, en or ja; headless, dark, size; registered: a host manifest that exists already
 */
export async function startChromium(settings = {}) {
  const { extension = EXTENSION, relay = true, load = true, headless = true, dark = false, size = '1280,900' } = settings;
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-e2e-'));
  const profile = path.join(work, 'profile');
  const id = chromiumId(extension);
  const host = hostIn(profile, work, id, { ...settings, relay });
  const server = await startServer();
  const connection = await launch(launchArguments.bind(null, profile, server, { headless, dark, size }), { ...process.env, HOME: work }).catch(async (error) => {
    await server.close();
    fs.rmSync(work, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  });
  // The browser never outlives its test, whatever happens.
  const limit = setTimeout(() => { try { process.kill(-connection.process.pid, 'SIGKILL'); } catch { /* gone already */ } }, settings.lifetime ?? LIFETIME_MS);
  const browser = new Chromium({ connection, server, host, work, id, extension, limit });
  try {
    await browser.prepare(load, settings.language);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

export class Chromium {
  constructor(parts) {
    Object.assign(this, parts);
    this.targets = new Map();
    this.opened = [];
  }

  async prepare(load, language) {
    this.connection.listeners.add((message) => this.track(message));
    await this.connection.send('Target.setDiscoverTargets', { discover: true });
    if (load) {
      await this.install();
      await this.closeWelcome();
    }
    if (!load) return;
    // The worker may be there before its script has run.
    await until(() => this.inWorker(`typeof chrome === 'object' && Boolean(chrome.storage)`), 'the extension is running');
    if (language) await this.inWorker(`chrome.storage.local.set(${JSON.stringify({ language })})`);
  }

  /** Keeps a history of every page that was ever opened and every address it showed. */
  track({ method, params }) {
    if (method === 'Target.targetDestroyed') this.targets.delete(params.targetId);
    if (method !== 'Target.targetCreated' && method !== 'Target.targetInfoChanged') return;
    const info = params.targetInfo;
    // A new title or picture of a page is no new address.
    if (this.targets.get(info.targetId)?.url === info.url) return void this.targets.set(info.targetId, info);
    if (info.type === 'page' && info.url && !info.url.startsWith('about:')) this.opened.push({ time: Date.now(), targetId: info.targetId, url: info.url });
    this.targets.set(info.targetId, info);
  }

  /** The page that opens once after installation would cover the mail. */
  async closeWelcome() {
    const open = () => [...this.targets.values()].find((target) => target.url.endsWith('/onboarding/onboarding.html'));
    const { targetId } = await until(open, 'the page that opens after installation');
    await this.connection.send('Target.closeTarget', { targetId });
  }

  async install() {
    const loaded = await this.connection.send('Extensions.loadUnpacked', { path: this.extension });
    if (loaded.id !== this.id) throw new Error(`the extension came up as ${loaded.id}, not ${this.id}`);
  }

  /** A new tab, attached. One that went to its address by itself would be looked at while it is still on the way. @param {string} [url] @returns {Promise<Page>} */
  async newPage(url) {
    const { targetId } = await this.connection.send('Target.createTarget', { url: 'about:blank' });
    const page = await Page.attach(this, targetId);
    if (url) await page.goto(url);
    return page;
  }

  /** A tab that shows a sample mail (or the list). @param {string} [id] @param {string} [query] */
  async openMail(id = '', query = '') {
    const page = await this.newPage();
    await page.goto(`https://mail.google.com/mail/u/0/${query}${placeOf(id)}`);
    await until(() => page.run('window.sample?.ready'), 'the sample inbox is up');
    if (id) await until(() => page.run('document.querySelector(".a98.iY:not([hidden]) [role=listitem], [data-lost-role], .adn, .lost-adn") !== null'), `mail ${id} is open`);
    return page;
  }

  /** The extension's service worker, attached. @returns {Promise<string>} session id */
  async worker() {
    const target = await until(async () => (await this.connection.send('Target.getTargets')).targetInfos
      .find((info) => info.type === 'service_worker' && info.url.includes(this.id)), 'the service worker');
    return (await this.connection.send('Target.attachToTarget', { targetId: target.targetId, flatten: true })).sessionId;
  }

  async stopWorker() {
    const target = (await this.connection.send('Target.getTargets')).targetInfos.find((info) => info.type === 'service_worker' && info.url.includes(this.id));
    if (target) await this.connection.send('Target.closeTarget', { targetId: target.targetId });
  }

  /** Runs an expression in the service worker. */
  async inWorker(expression) {
    const sessionId = await this.worker();
    const reply = await this.connection.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
    await this.connection.send('Target.detachFromTarget', { sessionId });
    if (reply.exceptionDetails) throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text);
    return reply.result.value;
  }

  /** Waits until the verdict over a mail has come back to the browser. @param {object} mail @param {number} [count] how many times */
  async judged(mail, count = 1) {
    const { address } = mail.messages.at(-1).from;
    await until(() => {
      const entries = this.host.entries();
      const ids = entries.filter((entry) => entry.kind === 'request' && entry.message?.type === 'check' && entry.message.sender?.address === address && entry.message.subject === mail.subject).map((entry) => entry.message.id);
      return entries.filter((entry) => entry.kind === 'reply' && entry.message?.type === 'verdict' && ids.includes(entry.message.id)).length >= count;
    }, `a verdict over ${mail.id}`);
  }

  /** The popup over the tab in front, attached. @returns {Promise<Page>} */
  async openPopup() {
    // Refused while the window is not yet the one in front.
    await until(() => this.inWorker('chrome.action.openPopup().then(() => true)'), 'the popup may open');
    const { targetId } = await until(() => [...this.targets.values()].find((target) => target.url.endsWith('/popup/popup.html')), 'the popup');
    return Page.attach(this, targetId);
  }

  /** Waits for the tab that a link has opened, redirections done, and closes it. @param {string} address what the link leads to in the end */
  async closeOpened(address) {
    // The browser may have made https of http.
    const bare = (/** @type {string} */ url) => url.replace(/^https?:/, '');
    const { targetId } = await until(() => [...this.targets.values()].find(({ type, url }) => type === 'page' && bare(url) === bare(new URL(address).href)), `a tab with ${address}`);
    await this.connection.send('Target.closeTarget', { targetId });
    await until(() => !this.targets.has(targetId), 'the tab is closed');
  }

  /** Waits until nothing has been asked of the host for a while and every question has its answer. */
  async quiet(ms = 1000) {
    await until(async () => {
      const before = this.host.entries();
      await sleep(ms);
      const now = this.host.entries();
      // One that was closed for changed settings owes no answer any more.
      const newest = now.slice(now.findLastIndex(({ kind }) => kind === 'start'));
      const answered = new Set(newest.filter(({ kind }) => kind === 'reply').map(({ message }) => message?.id));
      return now.length === before.length && newest.every(({ kind, message }) => kind !== 'request' || answered.has(message?.id));
    }, 'the host is at rest');
  }

  /** Addresses that any tab has shown since `time`, our own pages left out. */
  openedSince(time) {
    return this.opened.filter((entry) => entry.time >= time && !entry.url.startsWith('https://mail.google.com/') && !entry.url.startsWith('chrome-extension://')).map((entry) => entry.url);
  }

  async close() {
    clearTimeout(this.limit);
    await this.connection.close();
    await this.server.close();
    // Processes that are still ending may write into the profile while it is removed.
    await until(() => { fs.rmSync(this.work, { recursive: true, force: true }); return true; }, 'the profile is gone').catch(({ message }) => say(message));
  }
}
