// The popup: what is known of this tab, a field for links and addresses from elsewhere (a text message, a chat), the
// switch for this site, and the state of the program.
import { api } from '../shared/browser.js';
import { ask, byId, element, openPage, storeState } from '../shared/page.js';
import { save } from '../shared/settings.js';
import { within } from '../shared/wait.js';
import { requestFor } from './request.js';

const LEVEL_KEYS = /** @type {Record<string, string>} */ ({ danger: 'levelDanger', warning: 'levelWarning', notice: 'levelNotice', none: 'levelNone' });
const MOST_NOTES = 3;
const OLD_DAYS = 90;
const LOOK_MS = 300;
const MOST_LOOKS = 10;
/** For a tab whose page is busy or frozen. */
const TAB_MS = 2000;

const opened = await openPage();
const { t, settings } = opened;

/** @returns {Promise<{report: TabReport | null, webmail: boolean}>} */
async function activeTab() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  // The address is told only for pages that we have access to.
  const webmail = Boolean(tab?.url?.startsWith('https://mail.google.com/'));
  if (tab?.id === undefined) return { report: null, webmail };
  try {
    return { report: await within(api.tabs.sendMessage(tab.id, { type: 'state' }), TAB_MS, null), webmail };
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

let looks = 0;
/** @returns {Promise<TabReport | null>} what the tab has said; the newest look is shown */
async function showState() {
  const look = ++looks;
  const { report, webmail } = await activeTab();
  if (look !== looks) return report;
  const [first, ...others] = sentences(report, webmail);
  byId('state').className = `card ${{ danger: 'bad', warning: 'odd' }[/** @type {string} */ (report?.level)] ?? ''}`;
  byId('state').replaceChildren(element('p', first, 'state'), ...others.map((line) => element('p', line, 'soft small')));
  if (storeState(opened)) byId('state').append(element('p', t(storeState(opened)), 'small'));
  byId('mails').replaceChildren(...(report?.mails ?? []).filter(({ findings }) => findings.length).map(mailPart));
  return report;
}

/** The tab hears of a change from the background: it is asked until it has. */
async function followChange() {
  for (let left = MOST_LOOKS; left > 0; left--) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    const report = await showState();
    if (!report || report.paused !== active.checked) return;
  }
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
  void followChange();
});

/** @param {Verdict} verdict @param {string | null | undefined} id @param {string} key */
const ownerOf = ({ brand_names: names }, id, key) => (id ? t(key, names?.[id] ?? id) : t('notOnLists'));

/** Whose place it is that was asked about, and what was found of it. @param {string | null | undefined} domain @param {Finding[]} findings @param {string} owner */
function placePart(domain, findings, owner) {
  const list = element('ul', '', 'plain');
  list.append(...findings.map(findingItem));
  return [element('p', domain ?? '', 'level'), findings.length ? list : element('p', owner)];
}

const LEVELS = Object.keys(LEVEL_KEYS);

/** The sender, or each place once, the worst first, and then what was found of the words. @param {Verdict} verdict */
function answerParts(verdict) {
  const { sender, findings } = verdict;
  const seen = new Set();
  const links = verdict.links.toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level))
    .filter(({ index, host }) => !seen.has(host ?? index) && seen.add(host ?? index));
  const ofLink = (/** @type {number} */ at) => findings.filter(({ target }) => target.kind === 'link' && target.index === at);
  const others = findings.filter(({ target }) => target.kind !== 'link');
  if (sender) return placePart(sender.registrable_domain, findings, ownerOf(verdict, sender.official_for, 'addressOf'));
  const parts = links.flatMap((link) => placePart(link.registrable_domain ?? link.host, ofLink(link.index), ownerOf(verdict, link.official_for, 'domainOf')));
  const rest = element('ul', '', 'plain');
  rest.append(...others.map(findingItem));
  return others.length ? [...parts, rest] : parts;
}

/** The answer stands where it can be seen, under a long list of warnings, too. @param {...Node} nodes */
function answerWith(...nodes) {
  const answer = byId('answer');
  answer.replaceChildren(...nodes);
  answer.scrollIntoView?.({ block: 'nearest' });
}

const field = /** @type {HTMLTextAreaElement} */ (byId('subject'));
field.addEventListener('keydown', (event) => {
  // Enter that ends the choice of a conversion (Japanese) is not meant for us.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  field.form?.requestSubmit();
});

byId('check').addEventListener('submit', async (event) => {
  event.preventDefault();
  const request = requestFor(field.value);
  if (!request) {
    answerWith(element('p', t('popupNotALink')));
    return;
  }
  answerWith(element('p', t('popupChecking')));
  const reply = await ask({ type: 'check', request });
  if (reply?.state === 'checked') answerWith(...answerParts(reply.verdict));
  else answerWith(element('p', t('labelled', t('notChecked'), t(`reason_${reply?.reason ?? 'died'}`))));
});

await Promise.all([showState(), showHost()]);
