// The popup: what is known of this tab, a field for links and addresses from elsewhere (a text message, a chat), the
// switch for this site, and the state of the program.
import { api } from '../shared/browser.js';
import { ask, byId, element, openPage, storeState } from '../shared/page.js';
import { save } from '../shared/settings.js';
import { requestFor } from './request.js';

const LEVEL_KEYS = /** @type {Record<string, string>} */ ({ danger: 'levelDanger', warning: 'levelWarning', notice: 'levelNotice', none: 'levelNone' });
const MOST_NOTES = 3;
const OLD_DAYS = 90;

const opened = await openPage();
const { t, settings } = opened;

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
  if (report.paused) return [t('popupPaused')];
  if (report.broken) return [t('pageChanged')];
  if (!report.messages) return [t('popupNoMail')];
  const lines = [];
  if (report.warned) lines.push(t('popupWarned', String(report.warned)));
  if (report.unchecked) lines.push(t('popupUnchecked', String(report.unchecked)), t(`reason_${report.reason ?? 'died'}`));
  if (!lines.length) lines.push(t('popupNothing'));
  return [...lines, t('notLookedAt')];
}

/** @param {{level: string, title?: string, detail?: string}} finding */
function findingItem({ level, title = '', detail = '' }) {
  const item = element('li', '');
  item.append(element('span', t(LEVEL_KEYS[level] ?? 'levelNotice'), `level ${level}`), ` ${title}`);
  if (detail) item.append(element('p', detail, 'soft small'));
  return item;
}

/** One mail: who sent it, and what was found. @param {TabReport['mails'][number]} mail */
function mailPart({ sender, level, findings }) {
  const part = element('section', '', `card ${{ danger: 'bad', warning: 'odd' }[/** @type {string} */ (level)] ?? ''}`);
  part.append(element('h2', sender, 'small'));
  const list = element('ul', '', 'plain');
  list.append(...findings.slice(0, MOST_NOTES).map(({ level: each, title }) => findingItem({ level: each, title })));
  if (findings.length > MOST_NOTES) list.append(element('li', t('moreInDetails', String(findings.length - MOST_NOTES)), 'soft'));
  part.append(list);
  return part;
}

async function showState() {
  const { report, webmail } = await activeTab();
  const [first, ...others] = sentences(report, webmail);
  byId('state').className = `card ${{ danger: 'bad', warning: 'odd' }[/** @type {string} */ (report?.level)] ?? ''}`;
  byId('state').replaceChildren(element('p', first, 'state'), ...others.map((line) => element('p', line, 'soft small')));
  if (storeState(opened)) byId('state').append(element('p', t(storeState(opened)), 'small'));
  byId('mails').replaceChildren(...(report?.mails ?? []).filter(({ findings }) => findings.length).map(mailPart));
}

async function showHost() {
  const host = await ask({ type: 'host' });
  if (host?.state !== 'ready') {
    byId('host').textContent = t(`reason_${host?.state ?? 'died'}`);
    return;
  }
  const days = Math.floor((Date.now() - Date.parse(host.catalogue)) / 86_400_000);
  byId('host').textContent = t('hostLine', String(host.version), String(host.catalogue)) + (days > OLD_DAYS ? ` ${t('catalogueOld', String(days))}` : '');
}

const active = /** @type {HTMLInputElement} */ (byId('active'));
active.checked = settings.active;
active.disabled = 'active' in settings.managed;
byId('active-fixed').toggleAttribute('hidden', !active.disabled);
active.addEventListener('change', async () => {
  try {
    await save({ active: active.checked });
  } catch {
    active.checked = !active.checked;
    byId('state').append(element('p', t('notStored'), 'small'));
    return;
  }
  // The tab hears of it from the background.
  setTimeout(() => void showState(), 300);
});

/** Whose the pasted link's domain or address is. @param {Verdict} verdict */
function ownerOf({ links: [link], sender, brand_names: names }) {
  const id = link ? link.official_for : sender?.official_for;
  return id ? t(link ? 'domainOf' : 'addressOf', names?.[id] ?? id) : t('notOnLists');
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
  const [link] = verdict.links;
  const domain = link?.registrable_domain ?? verdict.sender?.registrable_domain;
  const list = element('ul', '', 'plain');
  list.append(...verdict.findings.map(findingItem));
  answer.replaceChildren(element('p', domain ?? '', 'level'), list, ...(verdict.findings.length ? [] : [element('p', ownerOf(verdict))]));
});

await Promise.all([showState(), showHost()]);
