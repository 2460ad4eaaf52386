// "Services I do not use": the catalogue's brands, from the program, to search and to tick.
import { ask, byId, element } from '../shared/page.js';
import { alter } from '../shared/settings.js';

const MOST_SHOWN = 60;
/** @type {{id: string, name: string}[]} */
let brands = [];
/** @type {Awaited<ReturnType<typeof import('../shared/page.js').readPage>> | null} */
let page = null;
/** What is in the list since the last word was typed: an entry that is unticked does not vanish under the finger. @type {Set<string>} */
let listed = new Set();

const search = () => /** @type {HTMLInputElement} */ (byId('search')).value.trim().toLowerCase();

/** @param {{id: string, name: string}} brand @param {Settings} settings */
function brandItem({ id, name }, settings) {
  const item = element('li', '');
  const label = element('label', '', 'check');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = settings.unused_services.includes(id);
  box.disabled = settings.managed.unused_services?.includes(id) ?? false;
  box.dataset.brand = id;
  box.addEventListener('change', () => {
    // The box may be drawn anew before its turn comes.
    const wanted = box.checked;
    return alter(({ unused_services: own }) => ({ unused_services: [...own.filter((other) => other !== id), ...(wanted ? [id] : [])] }));
  });
  label.append(box, element('span', name), ...(box.disabled && page ? [element('span', page.t('optionsFixed'), 'soft small')] : []));
  item.append(label);
  return item;
}

/** Those that are ticked, or what the search finds. @param {NonNullable<typeof page>} given */
export function showUnused(given) {
  page = given;
  const { settings, t } = given;
  const words = search();
  const chosen = new Set(settings.unused_services);
  const found = brands.filter(({ id, name }) => listed.has(id) || (words ? name.toLowerCase().includes(words) || id.includes(words) : chosen.has(id))).slice(0, MOST_SHOWN);
  // The same entries stay the same elements: one of them may have the keyboard's focus.
  if (found.length === listed.size && found.every(({ id }) => listed.has(id))) {
    for (const box of byId('unused').querySelectorAll('input')) box.checked = chosen.has(String(box.dataset.brand));
  } else {
    byId('unused').replaceChildren(...found.map((brand) => brandItem(brand, settings)));
  }
  listed = new Set(found.map(({ id }) => id));
  byId('unused').toggleAttribute('hidden', !found.length);
  byId('unused-status').textContent = brands.length ? t('optionsUnusedCount', String(chosen.size), String(brands.length)) : t('optionsNoProgram');
}

/** @param {() => Promise<void>} redraw */
export function startUnused(redraw) {
  byId('search').addEventListener('input', () => {
    listed = new Set();
    if (page) showUnused(page);
  });
  void ask({ type: 'brands' }).then(async (list) => {
    if (!Array.isArray(list)) return;
    brands = list.sort((one, other) => one.name.localeCompare(other.name));
    await redraw();
  });
}
