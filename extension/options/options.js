// The options page. Each change is stored at once; the background and this page hear of it from the store. What an administrator
// has set is shown and cannot be changed here.
import { byId, openPage, readPage, storeState } from '../shared/page.js';
import { api } from '../shared/browser.js';
import { addLists, concernsSettings, distrust, exported, imported, loadOwn, save, trust } from '../shared/settings.js';
import { join, withdraw } from '../shared/sync.js';
import { showBrands, startBrands } from './brands.js';
import { entryItem } from './entries.js';
import { showUnused, startUnused } from './unused.js';

let page = await openPage();
let erasing = false;
const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id));

/** How long an export can be fetched by the browser. */
const EXPORT_MS = 60_000;
/** A store that was silent is asked again after this time. */
const AGAIN_MS = 1000;
let drawings = 0;
/** Shows what is stored. A drawing that another one has overtaken had read what was there before: it is dropped. */
async function redraw() {
  const drawing = ++drawings;
  const read = await readPage();
  if (drawing !== drawings) return;
  page = read;
  page.fill();
  const state = storeState(page);
  byId('store').textContent = state && page.t(state);
  byId('store').toggleAttribute('hidden', !state);
  byId('choices').toggleAttribute('inert', !page.own);
  if (page.own) show(page.own);
  else setTimeout(() => drawing === drawings && void redraw(), AGAIN_MS);
}

/** @param {Settings} own */
function show(own) {
  const { settings, t } = page;
  const fixed = settings.managed.trusted ?? [];
  byId('managed').toggleAttribute('hidden', !Object.keys(settings.managed).length);
  const items = settings.trusted.map((entry) => entryItem(t, entry, fixed.includes(entry) ? null : () => distrust(entry)));
  byId('trusted').replaceChildren(...(items.length ? items : [entryItem(t, t('optionsEmpty'), undefined)]));
  for (const name of /** @type {const} */ (['guard', 'marks'])) input(name).checked = settings[name];
  input('language').value = settings.language;
  for (const name of /** @type {const} */ (['guard', 'marks', 'language'])) {
    input(name).disabled = name in settings.managed;
    byId(`${name}-fixed`).toggleAttribute('hidden', !(name in settings.managed));
  }
  input('sync').checked = own.sync;
  byId('erase').textContent = t(erasing ? 'optionsEraseSure' : 'optionsErase');
  byId('stored').textContent = t('optionsStoredCount', String(own.trusted.length), String(own.unused_services.length), String(own.brands.length));
  showUnused(page);
  showBrands(page);
}

/** @param {string} key @param {...string} values */
const say = (key, ...values) => void (byId('storage-status').textContent = page.t(key, ...values));

byId('add').addEventListener('submit', async (event) => {
  event.preventDefault();
  const added = await trust(input('entry').value);
  byId('problem').textContent = added ? '' : page.t('optionsBadEntry');
  if (added) input('entry').value = '';
});

for (const name of /** @type {const} */ (['guard', 'marks'])) {
  input(name).addEventListener('change', () => save({ [name]: input(name).checked }));
}

byId('language').addEventListener('change', () => save({ language: /** @type {Settings['language']} */ (/** @type {HTMLSelectElement} */ (byId('language')).value) }));

byId('export').addEventListener('click', async () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([exported(await loadOwn())], { type: 'application/json' }));
  link.download = 'honmono.json';
  link.click();
  // The browser may ask first where it is to be kept.
  setTimeout(() => URL.revokeObjectURL(link.href), EXPORT_MS);
});

byId('import').addEventListener('click', () => input('file').click());
input('file').addEventListener('change', async () => {
  const file = input('file').files?.[0];
  if (!file) return;
  const read = imported(await file.text());
  input('file').value = '';
  if (!read) {
    say('importFailed');
    return;
  }
  const { lists, refused } = read;
  await addLists(lists);
  say('importDone', String(lists.trusted.length + lists.unused_services.length + lists.brands.length), String(refused));
});

input('sync').addEventListener('change', async () => {
  // The page may be drawn anew while this waits.
  const wanted = input('sync').checked;
  await save({ sync: wanted });
  if (!wanted) await withdraw();
  else if (!(await join().catch(() => false))) say('syncFull');
});

byId('erase').addEventListener('click', async () => {
  erasing = !erasing;
  byId('erase').textContent = page.t(erasing ? 'optionsEraseSure' : 'optionsErase');
  if (erasing) return;
  const { sync } = await loadOwn();
  await api.storage.local.clear();
  if (sync) await withdraw();
  say('erased');
});

// Whichever control it was: its change is not stored, and the page shows what is.
window.addEventListener('unhandledrejection', () => {
  say('notStored');
  void redraw().catch(() => {});
});
startUnused(redraw);
startBrands();
// Whoever changed it: a control of this page, another tab, the mail's banner or an administrator.
api.storage.onChanged.addListener((changes, area) => {
  if (concernsSettings(changes, area)) void redraw();
});
await redraw();
