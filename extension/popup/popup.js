// The popup: what is known of this tab, and a field for links and addresses from elsewhere (a text message, a chat).
import { api } from '../shared/browser.js';
import { ask, byId, element, openPage } from '../shared/page.js';
import { requestFor } from './request.js';

const LEVEL_KEYS = /** @type {Record<string, string>} */ ({ danger: 'levelDanger', warning: 'levelWarning', notice: 'levelNotice', none: 'levelNone' });

const { t } = await openPage();

/** @returns {Promise<{report: TabReport | null, webmail: boolean}>} */
async function activeTab() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  // The address is told only for pages that we have access to.
  const webmail = Boolean(tab?.url?.startsWith('https://mail.google.com/'));
  if (tab?.id === undefined) return { report: null, webmail };
  try {
    return { report: await api.tabs.sendMessage(tab.id, { type: 'state' }), webmail };
  } catch {
    return { report: null, webmail };
  }
}

/** @param {TabReport | null} report @param {boolean} webmail @returns {string[]} */
function sentences(report, webmail) {
  if (!report) return [t(webmail ? 'popupNotCovered' : 'popupElsewhere')];
  if (report.broken) return [t('pageChanged')];
  if (!report.messages) return [t('popupNoMail')];
  const lines = [];
  if (report.warned) lines.push(t('popupWarned', String(report.warned)));
  if (report.unchecked) lines.push(t('popupUnchecked', String(report.unchecked)), t(`reason_${report.reason ?? 'died'}`));
  if (!lines.length) lines.push(t('popupNothing'));
  return [...lines, t('notLookedAt')];
}

/** @param {{level: string, title?: string, detail?: string, sender?: string}} finding */
function findingItem({ level, title = '', detail = '', sender = '' }) {
  const item = element('li', '');
  item.append(element('span', t(LEVEL_KEYS[level] ?? 'levelNotice'), level), ` ${title}`);
  if (detail) item.append(element('p', detail, 'soft'));
  if (sender) item.append(element('p', sender, 'soft'));
  return item;
}

async function showState() {
  const { report, webmail } = await activeTab();
  byId('state').replaceChildren(...sentences(report, webmail).map((line) => element('p', line)));
  byId('findings').replaceChildren(...(report?.findings ?? []).map(findingItem));
}

async function showHost() {
  const host = await ask({ type: 'host' });
  byId('host').textContent = host?.state === 'ready' ? t('hostLine', String(host.version), String(host.catalogue)) : t(`reason_${host?.state ?? 'died'}`);
}

byId('check').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = byId('answer');
  const request = requestFor(/** @type {HTMLInputElement} */ (byId('subject')).value);
  if (!request) {
    answer.replaceChildren(element('p', t('popupNotALink')));
    return;
  }
  answer.replaceChildren(element('p', t('popupChecking')));
  const reply = await ask({ type: 'check', request });
  if (reply?.state !== 'checked') {
    answer.replaceChildren(element('p', `${t('notChecked')}: ${t(`reason_${reply?.reason ?? 'died'}`)}`));
    return;
  }
  const { verdict } = reply;
  const link = verdict.links[0];
  const domain = link?.registrable_domain ?? verdict.sender?.registrable_domain;
  const official = link?.official_for ? t('domainOf', verdict.brand_names?.[link.official_for] ?? link.official_for) : t('notOnLists');
  const list = element('ul', '');
  list.append(...verdict.findings.map(findingItem));
  answer.replaceChildren(element('p', domain ?? ''), list, ...(verdict.findings.length ? [] : [element('p', official)]));
});

await Promise.all([showState(), showHost()]);
