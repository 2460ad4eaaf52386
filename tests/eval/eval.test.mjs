// The evaluation itself: its counts against verdicts of the real host, and what it does with a host that fails.
//   HONMONO_HOST=build/honmono node --test tests/eval/eval.test.mjs
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { evaluate, readOptions } from './eval.mjs';
import { ATTACKS } from './attacks.mjs';
import { Client, hostProgram } from './client.mjs';
import { HONEST } from './honest.mjs';
import { CLASSES, permutationsOf } from './permutations.mjs';
import { judgeShapes, readBrands } from './shapes.mjs';

const host = hostProgram();
const program = fileURLToPath(new URL('eval.mjs', import.meta.url));

/** @param {import('node:test').TestContext} t @param {Record<string, string>} files @returns {string} a folder with these files */
function folder(t, files) {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-eval-'));
  t.after(() => fs.rmSync(made, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(made, name)), { recursive: true });
    fs.writeFileSync(path.join(made, name), text);
  }
  return made;
}

const FALSE_MAIL = 'From: MetaMask Support <help@example.net>\r\nTo: <a@example.org>\r\nSubject: hello\r\n\r\nhello\r\n';
const PLAIN_MAIL = 'From: Jane Roe <jane@example.net>\r\nTo: <a@example.org>\r\nSubject: lunch\r\n\r\nat noon?\r\n';
const MAIL_OBJECT = (/** @type {string} */ file, /** @type {string} */ name) => JSON.stringify({ file, group: file[0], sender: { name, address: 'x@example.net' } });

test('a folder of mails: levels, codes, misses', async (t) => {
  const place = folder(t, { 'a.eml': FALSE_MAIL, 'deep/b.EML': PLAIN_MAIL, 'readme.txt': FALSE_MAIL });
  const tally = await evaluate({ kind: 'mails', path: place, mark: 'phish' }, { host, auth: false, examples: 5 });
  assert.deepEqual([tally.answered, tally.at('danger'), tally.at('none'), tally.errors], [2, 1, 1, []]);
  assert.equal(tally.codes.get('sender-unofficial')?.get('danger'), 1);
  assert.match([...tally.examples.values()].flat().join('\n'), /b\.EML \| Jane Roe <jane@example.net> \| lunch/);
});

test('mail objects, with what could not be read passed over, by group', async (t) => {
  const lines = [MAIL_OBJECT('a1', 'MetaMask'), MAIL_OBJECT('b1', 'Jane'), '{"file":"c1","error":"unreadable"}', MAIL_OBJECT('a2', 'MetaMask\u2028Team')];
  const place = folder(t, { 'set.ndjson': `${lines.join('\n')}\n` });
  const tally = await evaluate({ kind: 'mails', path: path.join(place, 'set.ndjson'), mark: 'honest' }, { host, auth: false, examples: 1, by: 'group' });
  assert.deepEqual(Object.fromEntries([...tally.groups].map(([key, levels]) => [key, Object.fromEntries(levels)])), { a: { danger: 2 }, b: { none: 1 } });
  assert.equal(tally.examples.get('sender-unofficial danger')?.length, 1);
});

test('the program: URLs without a scheme, brand claims, the lines of --out', (t) => {
  const place = folder(t, { 'urls.txt': 'metarnask.io\nhttps://example.org/x\n', 'claims.csv': '\ufeffdate,URL,description\n2022/01/01 10:00:00,https://example.org/,MetaMask\n' });
  const out = path.join(place, 'out.ndjson');
  const text = execFileSync(process.execPath, [program, '--host', host, '--out', out, '--honest', '--urls', path.join(place, 'urls.txt'), '--by', 'year', '--brand-claim', path.join(place, 'claims.csv')], { encoding: 'utf8' });
  const lines = fs.readFileSync(out, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map((line) => [line.set, line.id, line.level]), [['urls.txt', 1, 'danger'], ['urls.txt', 2, 'none'], ['claims.csv', 1, 'danger']]);
  assert.deepEqual(lines[0].codes, ['link-lookalike-typo']);
  assert.match(text, /urls\.txt \(honest\) +2 +50\.00%/);
  assert.match(text, /2022 +1 +1 /);
});

test('a host that dies or answers wrongly costs errors, never a "none"', async (t) => {
  const scripts = {
    dies: 'process.exit(3)',
    wrong: 'process.stdin.once("data", () => { const b = Buffer.from(\'{"id":99,"type":"verdict","level":"none","findings":[]}\'); const h = Buffer.alloc(4); h.writeUInt32LE(b.length); process.stdout.write(Buffer.concat([h, b])); });',
    huge: 'process.stdin.once("data", () => process.stdout.write(Buffer.from([255, 255, 255, 127])));',
  };
  const place = folder(t, { 'set.ndjson': `${MAIL_OBJECT('a', 'x')}\n${MAIL_OBJECT('b', 'y')}\n`, ...Object.fromEntries(Object.entries(scripts).map(([name, code]) => [`${name}.mjs`, `#!${process.execPath}\n${code}\n`])) });
  for (const name of Object.keys(scripts)) {
    const fake = path.join(place, `${name}.mjs`);
    fs.chmodSync(fake, 0o755);
    const tally = await evaluate({ kind: 'mails', path: path.join(place, 'set.ndjson'), mark: undefined }, { host: fake, auth: false, examples: 0 });
    assert.deepEqual([tally.answered, tally.errors.length], [0, 2], name);
  }
  const run = spawnSync(process.execPath, [program, '--host', path.join(place, 'dies.mjs'), path.join(place, 'set.ndjson')]);
  assert.equal(run.status, 1);
});

test('options that make no sense are refused', () => {
  for (const args of [[], ['--phish'], ['--examples', 'x', 'a'], ['--nothing', 'a'], ['a', '--out']]) assert.throws(() => readOptions(args), Error, args.join(' '));
  assert.deepEqual(readOptions(['--honest', 'a', '--urls', 'b']).sets, [{ kind: 'mails', path: 'a', mark: 'honest' }, { kind: 'urls', path: 'b', mark: undefined }]);
});

test('permutations are the same at every run, differ from the original and stay within their class', () => {
  for (const kind of Object.keys(CLASSES)) {
    const names = permutationsOf(kind, 'metamask', 'io', 5);
    assert.deepEqual(names, permutationsOf(kind, 'metamask', 'io', 5), kind);
    assert.ok(!names.includes('metamask.io') && new Set(names).size === names.length, kind);
    assert.ok(names.length > 0 || kind === 'all Cyrillic', kind);
  }
  assert.deepEqual(permutationsOf('swapped letters', 'paypal', 'com', 9).sort(), ['apypal.com', 'papyal.com', 'payapl.com', 'paypla.com', 'pyapal.com']);
  assert.ok(permutationsOf('ASCII twin', 'metamask', 'io', 99).includes('rnetamask.io'));
  assert.ok(permutationsOf('Unicode twin', 'metamask', 'io', 99).every((name) => name.startsWith('xn--')));
});

/** @param {Map<string, any[]>} results @param {(level: string) => boolean} odd @returns {string[]} */
const oddOnes = (results, odd) => [...results.values()].flat().filter((one) => odd(one.level)).map((one) => `${one.shape}: ${one.brand}: ${JSON.stringify(one.request)}: ${one.level} ${one.codes}`);

test('shapes: every one makes mails; impostors under a brand\'s own name are flagged, the brand itself and its customers are not', async () => {
  const client = new Client(host);
  const brands = readBrands().filter((brand) => ['paypal', 'mercari', 'metamask', 'deutsche-bahn', 'orange'].includes(brand.id));
  const attacks = await judgeShapes(client, brands, ATTACKS);
  const honest = await judgeShapes(client, brands, HONEST);
  const every = await judgeShapes(client, readBrands(), ATTACKS, '^name: (as it is|full width|mathematical|zero width)$');
  const own = await judgeShapes(client, readBrands(), HONEST, 'newsletter|shop that sells|list of links');
  await client.close();
  for (const [shape, judged] of [...attacks, ...honest]) assert.ok(judged.length > 0, `${shape} makes no mail`);
  assert.deepEqual(oddOnes(honest, (level) => level === 'warning' || level === 'danger'), []);
  assert.deepEqual(oddOnes(every, (level) => level === 'none' || level === 'notice'), []);
  assert.deepEqual(oddOnes(own, (level) => level === 'warning' || level === 'danger'), []);
});
