// Shows the installed product at work: a browser with a profile of its own, the extension, the host that is registered
// for this user, and the sample inbox. Node's built-ins are enough for Chromium.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sleep, until } from './cdp.mjs';
import { findChromium, startChromium } from './chromium.mjs';
import { HOST_NAME } from './host.mjs';
import { mailOf, placeOf } from './mails.mjs';

const MAIL = 'xserver-held-mail';
/** Opened before: the host has started then, and its answer about the sample is there before the banner would be late. */
const BEFORE = 'xserver-sync-error';
const ATTEMPTS = 5;
const WIDE = '1280,960';

const config = () => process.env.XDG_CONFIG_HOME || path.join(os.homedir(), '.config');

/** Where browsers look for a host, the reader's own places first. */
const PLACES = {
  chromium: () => [
    ...['chromium', 'google-chrome', 'microsoft-edge', 'BraveSoftware/Brave-Browser', 'vivaldi'].map((name) => path.join(config(), name, 'NativeMessagingHosts')),
    '/etc/chromium/native-messaging-hosts', '/etc/opt/chrome/native-messaging-hosts',
  ],
  firefox: () => [path.join(os.homedir(), '.mozilla/native-messaging-hosts'), '/usr/lib/mozilla/native-messaging-hosts'],
};

/** The manifest of the host as installed. @param {'chromium'|'firefox'} browser @returns {string} */
export function registeredHost(browser) {
  const manifests = PLACES[browser]().map((folder) => path.join(folder, `${HOST_NAME}.json`));
  const found = manifests.find((manifest) => fs.existsSync(manifest));
  if (!found) throw new Error(`no ${HOST_NAME}.json is registered for ${browser}; looked in:\n  ${manifests.join('\n  ')}`);
  return found;
}

/** @returns {'chromium'|'firefox'} a browser that is here */
export function availableBrowser() {
  try { findChromium(); return 'chromium'; } catch { return 'firefox'; }
}

/** The inbox's looks. @param {{language?: string, dark?: boolean}} settings */
function queryOf({ language, dark }) {
  const query = [language && `hl=${language}`, dark && 'dark'].filter(Boolean).join('&');
  return query && `?${query}`;
}

/** The domain of a sample's sender. @param {string} id */
const senderOf = (id) => mailOf(id).messages[0].from.address.split('@')[1];

/** Opens the sample behind another mail until its banner stands in the flow of the page. */
async function openWarm(open, bannerOf) {
  for (let attempt = 1; ; attempt++) {
    await open(BEFORE);
    await bannerOf(senderOf(BEFORE));
    await open(MAIL);
    if (await bannerOf(senderOf(MAIL)) === 'flow' || attempt === ATTEMPTS) return;
  }
}

async function picture(page, out) {
  const place = () => page.run('document.querySelector("honmono-banner")?.dataset.place');
  await openWarm((id) => page.run(`void (location.hash = ${JSON.stringify(placeOf(id))})`), async (domain) => {
    await page.surface('honmono-banner', (each) => each.text.includes(domain));
    return place();
  });
  await page.move(await page.linkPoint(0));
  await page.surface('honmono-card', (each) => each.state === 'card');
  await sleep(300);
  return page.screenshot(path.resolve(out));
}

async function inChromium({ manifest, out, show, language, extension, dark }) {
  const browser = await startChromium({
    ...(manifest ? { registered: manifest } : { relay: false }), ...(extension ? { extension } : {}),
    headless: !show, size: WIDE, language, lifetime: show ? 2 ** 31 - 1 : undefined,
  });
  try {
    const page = await browser.openMail(BEFORE, queryOf({ language, dark }));
    const file = await picture(page, out);
    if (show) await browser.connection.exited;
    return file;
  } finally {
    await browser.close();
  }
}

async function inFirefox({ manifest, out, show, language, extension, dark }) {
  const { startFirefox } = await import('./firefox.mjs');
  const browser = await startFirefox({ ...(manifest ? { registered: manifest } : { relay: false }), ...(extension ? { extension } : {}), headless: !show, language });
  try {
    const page = await browser.openMail(BEFORE, queryOf({ language, dark }));
    await openWarm((id) => page.evaluate(`void (location.hash = ${JSON.stringify(placeOf(id))})`), async (domain) => {
      // Its text cannot be read from outside: the message's own sender tells which mail the banner is above.
      const shown = await page.waitForFunction(`[...document.querySelectorAll('[role=main] [email]')].some((each) => each.getAttribute('email').endsWith(${JSON.stringify(domain)}))
        && document.querySelector('honmono-banner[data-level=danger]')?.dataset.place`);
      return shown.jsonValue();
    });
    await page.hover('[role=main] .a3s a');
    await page.waitForSelector('honmono-card[data-state=card]');
    await sleep(300);
    fs.mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
    await page.screenshot({ path: path.resolve(out) });
    if (show) await until(() => !browser.browser.connected, 'the window is closed', 2 ** 31 - 1);
    return path.resolve(out);
  } finally {
    await browser.close();
  }
}

/**
 * Renders the sample inbox with the extension and the registered host (or HONMONO_HOST) into a picture.
 * @param {{browser?: 'chromium'|'firefox', out: string, show?: boolean, language?: string, extension?: string, dark?: boolean}} settings
 * @returns {Promise<string>} the picture's file
 */
export function renderSample({ browser = availableBrowser(), out, show = false, language, extension, dark }) {
  const manifest = process.env.HONMONO_HOST ? null : registeredHost(browser);
  return (browser === 'firefox' ? inFirefox : inChromium)({ manifest, out, show, language, extension, dark });
}
