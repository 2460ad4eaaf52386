// Firefox with the same extension folder and the real host, driven through BiDi. Every name goes through a proxy of ours
// to the logging server; nothing leaves this machine.
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { PATIENCE_MS, sleep, until } from './cdp.mjs';
import { EXTENSION, GECKO_ID, hostProgram, registerHost } from './host.mjs';
import { placeOf } from './mails.mjs';
import { startServer } from './server.mjs';

const PROGRAMS = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
const LIFETIME_MS = 900_000;
/** What Firefox calls the extension in addresses; it would make one up otherwise. */
const UUID = '5f6b1c2e-0d3a-4c57-9b8e-1a2b3c4d5e6f';

export function findFirefox() {
  const program = [process.env.HONMONO_FIREFOX, ...PROGRAMS].find((candidate) => candidate && fs.existsSync(candidate));
  if (!program) throw new Error('no Firefox found; set HONMONO_FIREFOX');
  return program;
}

/** A proxy that leads every tunnel, and every plain request, to `port`. */
function startProxy(port) {
  const sockets = new Set();
  const proxy = http.createServer((request, response) => {
    const upstream = http.request({ host: '127.0.0.1', port, path: new URL(request.url).pathname, headers: request.headers }, (reply) => { response.writeHead(reply.statusCode, reply.headers); reply.pipe(response); });
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  });
  proxy.on('connection', (socket) => { sockets.add(socket); socket.on('close', () => sockets.delete(socket)); });
  proxy.on('connect', (request, socket, head) => {
    const upstream = net.connect(port, '127.0.0.1', () => { socket.write('HTTP/1.1 200 OK\r\n\r\n'); upstream.write(head); upstream.pipe(socket).pipe(upstream); });
    for (const end of [upstream, socket]) end.on('error', () => { upstream.destroy(); socket.destroy(); });
  });
  return new Promise((done) => { proxy.listen(0, '127.0.0.1', () => done({ port: proxy.address().port, close: () => { for (const socket of sockets) socket.destroy(); proxy.close(); } })); });
}

const preferences = (port, language, home) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
  'browser.download.folderList': 2, 'browser.download.dir': home, 'browser.download.useDownloadDir': true,
  'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': port, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': port,
  'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false, 'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false, 'browser.startup.homepage_override.mstone': 'ignore', 'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false, 'toolkit.telemetry.reportingpolicy.firstRun': false,
  ...(language ? { 'intl.accept_languages': language, 'intl.locale.requested': language } : {}),
});

function hostIn(home, { registered, program, relay }) {
  const folder = path.join(home, '.mozilla/native-messaging-hosts');
  if (!registered) return registerHost(folder, { allowed: { allowed_extensions: [GECKO_ID] }, program: program ?? hostProgram(), work: home, relay });
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(registered, path.join(folder, path.basename(registered)));
  return null;
}

/** @param {object} [settings] extension, relay, headless, registered, language: as for startChromium; files: what else is in the reader's home folder, by path */
export async function startFirefox(settings = {}) {
  const { extension = EXTENSION, relay = true, headless = true, language, files = {} } = settings;
  const { default: puppeteer } = await import('puppeteer-core').catch(() => { throw new Error('Firefox is driven through puppeteer-core: npm ci first'); });
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-firefox-'));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    fs.writeFileSync(path.join(home, name), text);
  }
  const server = await startServer();
  const proxy = await startProxy(server.port);
  const host = hostIn(home, { ...settings, relay });
  const parts = { server, proxy, host, home };
  try {
    parts.browser = await puppeteer.launch({
      browser: 'firefox', executablePath: findFirefox(), headless, acceptInsecureCerts: true, timeout: 90_000, protocolTimeout: 90_000, defaultViewport: { width: 1280, height: 900 },
      extraPrefsFirefox: preferences(proxy.port, language, home), args: ['--remote-allow-system-access'], env: { ...process.env, HOME: home },
    });
    parts.limit = setTimeout(() => parts.browser.process()?.kill('SIGKILL'), headless ? LIFETIME_MS : 2 ** 31 - 1);
    await parts.browser.installExtension(extension);
  } catch (error) {
    await new Firefox(parts).close();
    throw error;
  }
  return new Firefox(parts);
}

/** A page of the extension's own in Firefox. */
class OwnPage {
  constructor(send, context) { Object.assign(this, { send, context }); }

  /** Runs an expression in the page; what it gives goes through JSON. */
  async run(expression) {
    const reply = await this.send('script.evaluate', { expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`, target: { context: this.context }, awaitPromise: true, userActivation: true });
    if (reply.type !== 'success') throw new Error(reply.exceptionDetails?.text ?? JSON.stringify(reply).slice(0, 300));
    return JSON.parse(reply.result.value);
  }

  /** Presses keys where the focus is. @param {string} text */
  async type(text) {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.send('input.performActions', { context: this.context, actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async screenshot(file) {
    const { data } = await this.send('browsingContext.captureScreenshot', { context: this.context, origin: 'document' });
    fs.writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close() { await this.send('browsingContext.close', { context: this.context }); }
}

export class Firefox {
  constructor(parts) { Object.assign(this, parts); }

  /** @param {string} id @param {string} [query] @returns {Promise<import('puppeteer-core').Page>} */
  async openMail(id, query = '') {
    const page = await this.browser.newPage();
    await page.goto(`https://mail.google.com/mail/u/0/${query}${placeOf(id)}`, { timeout: 60_000 });
    page.setDefaultTimeout(2 * PATIENCE_MS);
    await page.waitForFunction('window.sample?.ready');
    return page;
  }

  /** A page of the extension's own. puppeteer does not see these; Firefox shows them to those with system access. @param {string} name */
  async openOwn(name) {
    const send = (method, values) => this.browser.connection.send(method, values).then((reply) => reply.result ?? reply);
    const { context } = await send('browsingContext.create', { type: 'tab' });
    await send('browsingContext.navigate', { context, url: `moz-extension://${UUID}/${name}`, wait: 'none' });
    const page = new OwnPage(send, context);
    await until(() => page.run(`location.protocol === 'moz-extension:' && document.readyState === 'complete'`).catch(() => false), `${name} is loaded`);
    return page;
  }

  /** Pages that show something else than the inbox. @returns {Promise<string[]>} */
  async elsewhere() { return (await this.browser.pages()).map((page) => page.url()).filter((url) => /^https?:/.test(url) && !url.startsWith('https://mail.google.com/')); }

  async close() {
    clearTimeout(this.limit);
    const process = this.browser?.process();
    await Promise.race([this.browser?.close().catch(() => {}), sleep(8000)]);
    if (process && process.exitCode === null) process.kill('SIGKILL');
    this.proxy.close();
    await this.server.close();
    await until(() => { try { fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 5 }); return true; } catch { return false; } }, 'the profile is gone', 5000).catch(() => {});
  }
}
