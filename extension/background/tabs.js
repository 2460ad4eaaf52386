// Tabs of the webmail: those that were open before us get our scripts, all of them are told of changes.
import { api } from '../shared/browser.js';

export const WEBMAIL = ['https://mail.google.com/*'];

/** @param {object} message */
export async function tellTabs(message) {
  const tabs = await api.tabs.query({ url: WEBMAIL });
  // A tab without our script does not answer, and one that is frozen must not hold up the others.
  await Promise.all(tabs.map(({ id }) => id !== undefined && api.tabs.sendMessage(id, message).catch(() => {})));
}

/** @param {number} tabId */
async function isCovered(tabId) {
  try {
    return (await api.tabs.sendMessage(tabId, { type: 'ping' }))?.version === api.runtime.getManifest().version;
  } catch {
    return false;
  }
}

/** @param {number} tabId @param {string[]} files */
async function cover(tabId, files) {
  if (await isCovered(tabId)) return;
  try {
    await api.scripting.executeScript({ target: { tabId }, files });
  } catch (error) {
    // No access to this tab (site access "on click"): the popup says so.
    console.warn('Honmono: a tab could not be covered:', String(error));
  }
}

/** Chromium puts nothing into tabs that are open at install or update; Firefox does. Each tab by itself, as above. */
export async function coverOpenTabs() {
  const files = (api.runtime.getManifest().content_scripts ?? []).flatMap(({ js }) => js ?? []);
  const tabs = await api.tabs.query({ url: WEBMAIL, discarded: false });
  await Promise.all(tabs.map(({ id }) => id !== undefined && cover(id, files)));
}
