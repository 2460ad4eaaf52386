// The page about the program: is it there, and if not, what to do.
import { api } from '../shared/browser.js';
import { ask, byId, openPage } from '../shared/page.js';

const ORIGINS = { origins: ['https://mail.google.com/*'] };
const { t } = await openPage();

async function showHost() {
  byId('host').textContent = t('popupChecking');
  const host = await ask({ type: 'host' });
  const ready = host?.state === 'ready';
  const lines = [ready ? t('hostReady', String(host.version), String(host.catalogue)) : t(`reason_${host?.state ?? 'died'}`)];
  if (!(await api.permissions.contains(ORIGINS))) lines.push(t('popupNotCovered'));
  byId('host').textContent = lines.join(' ');
  byId('install').toggleAttribute('hidden', ready);
}

byId('again').addEventListener('click', () => void showHost());
await showHost();
