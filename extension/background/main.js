// Listeners first, all in the first turn: the browser wakes this script for them. No logic here, only routes.
import { api } from '../shared/browser.js';
import { LISTS, concernsSettings, distrust, load, trust } from '../shared/settings.js';
import { within } from '../shared/wait.js';
import { pull, push } from '../shared/sync.js';
import { labelsFor, languageFor } from '../shared/i18n.js';
import { brandList, check, hostState, port, problemsOf, settingsChanged } from './judge.js';
import { isCheckRequest, isOurs, isTabReport } from './messages.js';
import { showBadge } from './toolbar.js';
import { coverOpenTabs, tellTabs } from './tabs.js';

const LONGEST_MS = 10_000;

/** @typedef {{ message: any, sender: chrome.runtime.MessageSender }} Call */

/** @type {Record<string, (call: Call) => Promise<any>>} */
const routes = {
  async start() {
    const { guard, marks, active, language: choice } = await load();
    const language = languageFor(choice);
    return { labels: await labelsFor(language), language, guard, marks, active };
  },
  async check({ message }) {
    return isCheckRequest(message.request) ? check(message.request) : { state: 'unchecked', reason: 'refused' };
  },
  async retry() {
    port.retryNow();
    return { ok: true };
  },
  async report({ message, sender }) {
    if (sender.tab?.id !== undefined && isTabReport(message.report)) await showBadge(sender.tab.id, message.report);
    return { ok: true };
  },
  async trust({ message }) {
    return { ok: typeof message.entry === 'string' && (await trust(message.entry)) };
  },
  async host({ sender }) {
    if (!sender.tab || isOwnPage(sender)) port.retryNow();
    return hostState();
  },
};

/** Only for our own pages, never for a content script. @type {typeof routes} */
const pageRoutes = {
  async distrust({ message }) {
    await distrust(String(message.entry));
    return { ok: true };
  },
  async brands() {
    return brandList();
  },
  /** What the host would say of a profile before it is stored. */
  async problems({ message }) {
    return problemsOf(message.profile);
  },
};

/** @param {chrome.runtime.MessageSender} sender */
const isOwnPage = (sender) => Boolean(sender.url?.startsWith(api.runtime.getURL('')));

api.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== api.runtime.id || !isOurs(sender, api.runtime.getURL('')) || typeof message?.type !== 'string') return undefined;
  const route = Object.hasOwn(routes, message.type) ? routes[message.type] : isOwnPage(sender) && Object.hasOwn(pageRoutes, message.type) ? pageRoutes[message.type] : null;
  if (!route) return undefined;
  within(route({ message, sender }), LONGEST_MS, null).then(reply, () => reply(null));
  return true;
});

api.commands.onCommand.addListener((command, tab) => {
  // A tab without our script has no warnings.
  if (tab?.id !== undefined) void api.tabs.sendMessage(tab.id, { type: command }).catch(() => {});
});

api.runtime.onInstalled.addListener(({ reason }) => {
  void coverOpenTabs();
  if (reason === 'install') void api.tabs.create({ url: api.runtime.getURL('onboarding/onboarding.html') });
});

// Access that the reader has given only now, in the browser's own settings.
api.permissions.onAdded.addListener(() => void coverOpenTabs());

api.storage.onChanged.addListener((changes, area) => {
  if (area === 'sync') void pull().catch(() => {});
  if (!concernsSettings(changes, area)) return;
  if (LISTS.some((name) => name in changes)) void push().catch(() => {});
  settingsChanged();
  void tellTabs({ type: 'refresh' });
});
