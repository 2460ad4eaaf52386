// The list of all texts that a reader can meet from the extension, in both languages, with when they are shown:
// extension/TEXTS.md, to be reviewed in one place. HONMONO_WRITE_TEXTS=1 writes it anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { EXTENSION, labels } from './page.js';

const FILE = new URL('TEXTS.md', EXTENSION);
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');

function listing() {
  const [en, ja] = [labels('en'), labels('ja')];
  const rows = Object.keys(en).map((key) => `| \`${key}\` | ${cell(en[key].description)} | ${cell(en[key].message)} | ${cell(ja[key].message)} |`);
  return ['# Texts of the extension', '', 'Made by `HONMONO_WRITE_TEXTS=1 node --test tests/extension/texts.test.js` from `_locales`. Titles and details of findings come from the',
    'host (`host/words_*.c`). `$1` and so on are filled in when a text is shown.', '', '| name | when it is shown | English | Japanese |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

test('TEXTS.md is what the labels say', () => {
  if (process.env.HONMONO_WRITE_TEXTS) fs.writeFileSync(FILE, listing());
  assert.equal(fs.readFileSync(FILE, 'utf8'), listing());
});

test('wording: spaces, marks and forms that both languages keep to', () => {
  for (const [key, { message }] of Object.entries(labels('ja'))) {
    assert.doesNotMatch(message, /[ぁ-んァ-ヶ一-龠][,.!?](?:\s|$)/u, `${key}: Japanese marks after Japanese`);
    assert.doesNotMatch(message, /(?:だ|である|でない|しろ|せよ)。/u, `${key}: です・ます`);
  }
  for (const [key, { message }] of Object.entries(labels('en'))) {
    assert.doesNotMatch(message, / {2}| [,.;:!?](?:\s|$)/, key);
    assert.doesNotMatch(message, /\bplease\b|!/i, `${key}: calm`);
  }
});
