// The options page: the list of known senders, two switches and the language. Each change is stored at once; the
// background hears of it from the store.
import { byId, element, openPage } from '../shared/page.js';
import { distrust, load, save, trust } from '../shared/settings.js';

let { settings, t } = await openPage();
const entry = /** @type {HTMLInputElement} */ (byId('entry'));

/** @param {string} trusted */
function trustedItem(trusted) {
  const item = element('li', '');
  const remove = element('button', t('optionsRemove', trusted));
  remove.addEventListener('click', async () => {
    await distrust(trusted);
    await redraw();
  });
  item.append(remove);
  return item;
}

async function redraw() {
  settings = await load();
  const items = settings.trusted.map(trustedItem);
  byId('trusted').replaceChildren(...(items.length ? items : [element('li', t('optionsEmpty'), 'soft')]));
}

byId('add').addEventListener('submit', async (event) => {
  event.preventDefault();
  const added = await trust(entry.value);
  byId('problem').textContent = added ? '' : t('optionsBadEntry');
  if (added) entry.value = '';
  await redraw();
});

for (const name of /** @type {const} */ (['guard', 'marks'])) {
  const box = /** @type {HTMLInputElement} */ (byId(name));
  box.checked = settings[name];
  box.addEventListener('change', () => save({ [name]: box.checked }));
}

const language = /** @type {HTMLSelectElement} */ (byId('language'));
language.value = settings.language;
language.addEventListener('change', async () => {
  await save({ language: /** @type {Settings['language']} */ (language.value) });
  ({ settings, t } = await openPage());
  await redraw();
});

await redraw();
