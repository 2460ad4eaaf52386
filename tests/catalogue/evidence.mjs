// node tests/catalogue/evidence.mjs [--write]
// How well founded the catalogue is: its brands by evidence, as the table of host/catalogue/README.md; --write puts it there.
import fs from 'node:fs';

const FOLDER = new URL('../../host/catalogue/data/brands/', import.meta.url);
export const README = new URL('../../host/catalogue/README.md', import.meta.url);
const PLACE = /(?<=<!-- evidence\.mjs -->\n)[^]*?(?=<!-- end -->)/;

/** @returns {string} the table, of what the files say now */
export function evidenceTable() {
  const brands = fs.readdirSync(FOLDER).map((name) => JSON.parse(fs.readFileSync(new URL(name, FOLDER), 'utf8')));
  /** @param {Record<string, any>[]} some @param {string} title */
  const row = (some, title) => `| ${title} | ${some.length} | ${some.filter((brand) => brand.senders_complete).length} | ${some.filter((brand) => brand.advisory).length} |`;
  return [
    '| evidence | brands | of these with `senders_complete` | with a page on false mail |', '| --- | ---: | ---: | ---: |',
    ...['page', 'dataset', 'knowledge'].map((evidence) => row(brands.filter(({ source }) => source.evidence === evidence), `\`${evidence}\``)),
    row(brands, 'all'), '',
  ].join('\n');
}

/** @returns {string} the table as the document has it */
export const documentedTable = () => PLACE.exec(fs.readFileSync(README, 'utf8'))?.[0] ?? '';

if (import.meta.filename === process.argv[1]) {
  if (process.argv[2] === '--write') fs.writeFileSync(README, fs.readFileSync(README, 'utf8').replace(PLACE, () => evidenceTable()));
  process.stdout.write(evidenceTable());
}
