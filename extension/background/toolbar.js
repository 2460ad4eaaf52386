// The badge of a tab: how many mails on screen are warned of, "!" where the page has changed, "–" where not checked.
import { api } from '../shared/browser.js';

const COLOURS = { danger: '#b3261e', warning: '#8a5300', grey: '#5c5f66' };

/** @param {TabReport} report */
export function badgeOf(report) {
  if (report.broken) return { text: '!', colour: COLOURS.grey };
  if (report.warned) return { text: String(report.warned), colour: report.level === 'danger' ? COLOURS.danger : COLOURS.warning };
  return { text: report.unchecked ? '–' : '', colour: COLOURS.grey };
}

/** @param {number} tabId @param {TabReport} report */
export async function showBadge(tabId, report) {
  const { text, colour } = badgeOf(report);
  // The tab may be closed by now.
  await Promise.all([
    api.action.setBadgeText({ tabId, text }),
    api.action.setBadgeBackgroundColor({ tabId, color: colour }),
    api.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]).catch(() => {});
}
