// One line of a list: what is in it, and a button that takes it away, or that an administrator has set it.
import { element } from '../shared/page.js';

/** @param {(key: string, ...values: string[]) => string} t @param {string} text @param {(() => Promise<void>) | null | undefined} remove null: set by an administrator; undefined: no entry */
export function entryItem(t, text, remove) {
  const item = element('li', '');
  item.append(element('span', text, remove === undefined ? 'soft' : ''));
  if (remove === null) item.append(element('span', t('optionsFixed'), 'soft small'));
  if (!remove) return item;
  const button = element('button', t('optionsRemove'), 'quiet');
  button.setAttribute('aria-label', t('optionsRemoveEntry', text));
  button.addEventListener('click', () => void remove());
  item.append(button);
  return item;
}
