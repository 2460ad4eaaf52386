// "My own brands": the reader's company, bank or club, which the catalogue does not know. The program says whether an
// entry is sound before it is stored.
import { ask, byId, element } from '../shared/page.js';
import { alter } from '../shared/settings.js';
import { entryItem } from './entries.js';

/** @type {Awaited<ReturnType<typeof import('../shared/page.js').readPage>> | null} */
let page = null;

const value = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id)).value.trim();
/** Parts between commas of either script, or spaces for domains. @param {string} id @param {RegExp} between */
const parts = (id, between) => value(id).split(between).map((part) => part.trim()).filter(Boolean);

/** An id that the program accepts: from the first domain, which is ASCII already or becomes so in a URL. @param {string[]} domains */
function idFor(domains) {
  const hostname = URL.canParse(`https://${domains[0]}`) ? new URL(`https://${domains[0]}`).hostname : 'brand';
  return `my-${hostname.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** @param {NonNullable<typeof page>} given */
export function showBrands(given) {
  page = given;
  const { settings, t } = given;
  const fixed = new Set((settings.managed.brands ?? []).map(({ id }) => id));
  byId('brands').replaceChildren(...settings.brands.map((brand) => {
    const domains = [.../** @type {string[]} */ (brand.web_domains ?? []), .../** @type {string[]} */ (brand.mail_domains ?? [])];
    return entryItem(t, t('brandEntry', brand.name, [...new Set(domains)].join(t('listComma'))), fixed.has(brand.id) ? null : () => alter(({ brands }) => ({ brands: brands.filter(({ id }) => id !== brand.id) })));
  }));
  byId('brands').toggleAttribute('hidden', !settings.brands.length);
}

/** @param {string[]} lines */
const tell = (lines) => byId('brand-problems').replaceChildren(...lines.map((line) => element('li', line, 'danger')));

export function startBrands() {
  byId('brand').addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!page) return;
    const [web, mail] = [parts('brand-web', /[\s,、，]+/u), parts('brand-mail', /[\s,、，]+/u)];
    if (!web.length && !mail.length) {
      tell([page.t('brandNeedsDomain')]);
      return;
    }
    const brand = { id: idFor([...web, ...mail]), name: value('brand-name'), aliases: parts('brand-aliases', /[,、，]/u), web_domains: web, mail_domains: mail };
    const problems = await ask({ type: 'problems', profile: { trusted: [], unused_services: [], brands: [brand] } });
    if (!Array.isArray(problems) || problems.length) {
      tell(Array.isArray(problems) ? problems.map(({ detail }) => String(detail)) : [page.t('optionsNoProgram')]);
      return;
    }
    tell([]);
    /** @type {HTMLFormElement} */ (byId('brand')).reset();
    await alter(({ brands }) => ({ brands: [...brands.filter(({ id }) => id !== brand.id), brand] }));
  });
}
