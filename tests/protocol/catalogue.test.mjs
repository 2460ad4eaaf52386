// honmono compile, and the catalogues beside the built-in one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Host, folder, run } from './host.mjs';

const LIST = `# of our own, by rank
quomvato.example
Zelbronix.COM  # upper case
plimbatu.co.jp
plimbata.co.jp

bücherquom.de
not a domain
http://url.example/
nodot
`;

/** Compiles `texts` (name → content) into one file and returns its path. */
async function compiled(t, texts, ...options) {
  const at = folder(t);
  const inputs = Object.entries(texts).map(([name, text]) => {
    fs.writeFileSync(path.join(at, name), text);
    return path.join(at, name);
  });
  const file = path.join(at, 'made.index');
  const result = await run(['compile', ...inputs, '-o', file, ...options]);
  return { ...result, file, at };
}

const env = (home) => ({ ...process.env, XDG_CONFIG_HOME: home });

async function levels(args, urls, options) {
  const host = new Host(args, options);
  const reply = await host.check({ links: urls.map((url) => ({ url })) });
  const status = await host.end();
  return { reply, status, stderr: host.stderr, levels: reply.links.map((link) => link.level) };
}

test('a domain list protects its domains and claims no name', async (t) => {
  const { status, stderr, file } = await compiled(t, { 'list.txt': LIST });
  assert.equal(status, 0);
  assert.match(stderr, /list\.txt: line 8: is no domain name/);
  assert.match(stderr, /list\.txt: line 9: is no domain name/);
  assert.match(stderr, /3 of 10 lines are no domain/);
  const host = new Host(['serve', '--catalogue', file]);
  const before = new Host();
  const hello = { type: 'hello', protocol: 1 };
  const [more, plain] = [await host.ask(hello), await before.ask(hello)];
  assert.equal(more.catalogue.domains, plain.catalogue.domains + 5);
  assert.equal(more.catalogue.brands, plain.catalogue.brands);
  const links = ['https://zelbronlx.com/', 'https://zelbronix.com/', 'https://plimbatu.co.jp/', 'https://plimbata.co.jp/',
    'https://www.xn--bcherquom-q9a.de/', 'https://zelbronix.com.evil.example/'].map((url) => ({ url }));
  const found = (await host.check({ links })).links.map((link) => link.level);
  assert.notEqual(found[0], 'none', 'a look-alike');
  assert.deepEqual(found.slice(1, 4), ['none', 'none', 'none'], 'the list knows both neighbours');
  assert.notEqual(found[5], 'none', 'embedded');
  assert.equal((await before.check({ links })).links[0].level, 'none', 'without the list');
  const named = await host.check({ sender: { name: 'Zelbronix Support', address: 'x@evil.example' } });
  assert.deepEqual(named.claims, []);
  assert.equal(await host.end(), 0);
  await before.end();
});

test('strangers near an entry of a domain list are not spoken of', async (t) => {
  const { file } = await compiled(t, { 'list.txt': LIST });
  const host = new Host(['serve', '--catalogue', file]);
  const cases = {
    'https://zelbronix.net/': 'none', // its label under another suffix
    'https://zelbronik.org/': 'none', // a letter off as well
    'https://my-zelbronix-garden.com/': 'none', // beside words that tell nothing
    'https://zelbronik.com/': 'warning', // a letter off under the same suffix
    'https://zelbronix-login.com/': 'warning',
    'https://xn--zelbronx-zhh.com/': 'danger', // zelbronіx with a Cyrillic letter
  };
  const links = Object.keys(cases).map((url) => ({ url }));
  const found = (await host.check({ links })).links;
  assert.deepEqual(Object.fromEntries(links.map(({ url }, i) => [url, found[i].level])), cases);
  assert.equal(await host.end(), 0);
});

test('what holds nothing makes no catalogue', async (t) => {
  for (const text of ['', '# only this\n', 'no domain here\nnor here\n']) {
    const { status, stderr, file } = await compiled(t, { 'list.txt': text });
    assert.equal(status, 1, text);
    assert.match(stderr, /list\.txt: holds no domain\n$/);
    assert.ok(!fs.existsSync(file));
  }
  const at = folder(t);
  fs.mkdirSync(path.join(at, 'in', 'brands'), { recursive: true });
  const made = await run(['compile', path.join(at, 'in'), '-o', path.join(at, 'x.index')]);
  assert.equal(made.status, 1);
  assert.match(made.stderr, /holds no brand, infrastructure or wording/);
  for (const date of ['2026-13-45', '2026-02-30', '2026-2-3', '2026-01-01x', 'today', ''])
    assert.equal((await compiled(t, { 'list.txt': LIST }, '--date', date)).status, 64, date);
  assert.equal((await compiled(t, { 'list.txt': LIST }, '--date', '2028-02-29')).status, 0);
});

test('a folder of brands makes brands', async (t) => {
  const at = folder(t);
  fs.mkdirSync(path.join(at, 'in', 'brands'), { recursive: true });
  const brand = { id: 'quomvato', name: { en: 'Quomvato' }, category: 'company', country: 'JP', site: 'https://quomvato.example/',
    aliases: ['クオムバト'], web_domains: ['quomvato.example'], mail_domains: ['quomvato.example'], senders_complete: true,
    source: { evidence: 'knowledge', confidence: 'high', date: '2026-11-01' } };
  fs.writeFileSync(path.join(at, 'in', 'brands', 'quomvato.json'), JSON.stringify(brand));
  const file = path.join(at, 'own.index');
  assert.deepEqual((await run(['compile', path.join(at, 'in'), '-o', file])).status, 0);
  const asked = ['--from-name', 'クオムバト', '--from', 'x@evil.example'];
  assert.equal((await run(['check', '--catalogue', file, ...asked])).status, 2);
  assert.equal((await run(['check', ...asked])).status, 0);
  assert.equal((await run(['check', '--catalogue', file, '--from-name', 'PayPay', '--from', 'x@evil.example'])).status, 2);
  fs.writeFileSync(path.join(at, 'in', 'brands', 'quomvato.json'), '{');
  const broken = await run(['compile', path.join(at, 'in'), '-o', file]);
  assert.equal(broken.status, 1);
  assert.match(broken.stderr, /quomvato\.json/);
  assert.equal((await run(['check', '--catalogue', file, ...asked])).status, 2, 'the earlier file stays');
});

test('equal input gives equal bytes, and the new file replaces the old one as a whole', async (t) => {
  const first = await compiled(t, { 'list.txt': LIST }, '--date', '2026-11-01');
  const second = await compiled(t, { 'list.txt': LIST }, '--date', '2026-11-01');
  assert.deepEqual(fs.readFileSync(first.file), fs.readFileSync(second.file));
  assert.equal(fs.statSync(first.file).mode & 0o777, 0o644);
  const host = new Host(['serve', '--catalogue', first.file]);
  await host.check({});
  fs.writeFileSync(path.join(first.at, 'list.txt'), 'else.example\n');
  assert.equal((await run(['compile', path.join(first.at, 'list.txt'), '-o', first.file])).status, 0);
  const still = await host.check({ links: [{ url: 'https://zelbronlx.com/' }] });
  assert.notEqual(still.links[0].level, 'none', 'what is mapped stays');
  await host.end();
  assert.deepEqual(fs.readdirSync(first.at).sort(), ['list.txt', 'made.index']);
});

test('a damaged catalogue that is asked for by name stops the start with its reason', async (t) => {
  const { file, at } = await compiled(t, { 'list.txt': LIST });
  const sound = fs.readFileSync(file);
  const damaged = path.join(at, 'damaged.index');
  const cases = [
    [Buffer.alloc(0), /is empty/],
    [sound.subarray(0, 100), /too few/],
    [sound.subarray(0, sound.length - 8), /bytes/],
    [Buffer.concat([Buffer.from('H'), sound.subarray(1)]), /magic/],
    [Buffer.concat([sound.subarray(0, 12), Buffer.from([99]), sound.subarray(13)]), /version 99/],
    [Buffer.from('{"not":"an index"}'.repeat(100)), /magic/],
  ];
  for (const [bytes, reason] of cases) {
    fs.writeFileSync(damaged, bytes);
    for (const args of [['serve', '--catalogue', damaged], ['check', '--catalogue', damaged, '--link', 'https://a.example/']]) {
      const result = await run(args);
      assert.equal(result.status, 64, args[0]);
      assert.match(result.stderr, reason);
      assert.match(result.stderr, /^honmono: [^\n]+\n$/);
      assert.equal(result.stdout, '');
    }
  }
  for (const [name, reason] of [[at, /regular file/], [path.join(at, 'none'), /No such file/], ['/dev/null', /regular file/]])
    assert.match((await run(['serve', '--catalogue', name])).stderr, reason);
});

test('a file that others may write to is refused', async (t) => {
  const { file } = await compiled(t, { 'list.txt': LIST });
  for (const mode of [0o666, 0o664, 0o646]) {
    fs.chmodSync(file, mode);
    const result = await run(['serve', '--catalogue', file]);
    assert.equal(result.status, 64);
    assert.match(result.stderr, /written to by others/);
  }
  fs.chmodSync(file, 0o600);
  assert.equal((await run(['serve', '--catalogue', file])).status, 0);
});

test("a stranger's file is refused", { skip: process.getuid() !== 0 && 'only root can give files away' }, async (t) => {
  const { file } = await compiled(t, { 'list.txt': LIST });
  fs.chownSync(file, 65534, 65534);
  assert.match((await run(['serve', '--catalogue', file])).stderr, /neither to root nor to this user/);
});

test('installed catalogues are used, and damaged ones leave the rest in force', async (t) => {
  const { file, at } = await compiled(t, { 'list.txt': LIST });
  const installed = path.join(at, 'config', 'honmono', 'catalogue.d');
  fs.mkdirSync(installed, { recursive: true });
  fs.copyFileSync(file, path.join(installed, 'b.index'));
  fs.writeFileSync(path.join(installed, 'a.index'), 'damaged');
  fs.writeFileSync(path.join(installed, 'notes.txt'), 'no catalogue');
  const options = { env: env(path.join(at, 'config')) };
  const { levels: found, stderr, status } = await levels(['serve'], ['https://zelbronlx.com/'], options);
  assert.notEqual(found[0], 'none');
  assert.equal(status, 0);
  assert.match(stderr, /^honmono: the catalogue a\.index is left out: [^\n]+\n$/);
  const none = await levels(['serve'], ['https://zelbronlx.com/'], { env: env(path.join(at, 'nowhere')) });
  assert.deepEqual([none.levels[0], none.stderr], ['none', '']);
});

test('at most six catalogues', async (t) => {
  const { file } = await compiled(t, { 'list.txt': LIST });
  const many = (count) => ['serve', ...Array.from({ length: count }, () => ['--catalogue', file]).flat()];
  assert.equal((await run(many(6))).status, 0);
  assert.match((await run(many(7))).stderr, /more than 6 catalogues/);
});

test('lists as they come: CRLF, a byte order mark, ranks, Unicode, repetitions, no newline at the end', async (t) => {
  const plain = await compiled(t, { 'list.txt': 'zelbronix.com\nxn--bcher-kva.example\nquomvato.jp\n' }, '--date', '2026-11-01');
  const forms = ['\ufeffzelbronix.com\r\nbücher.example\r\nquomvato.jp\r\n', '1,zelbronix.com\n2,BÜCHER.example\n30000,quomvato.jp',
    'zelbronix.com.\n\tbücher.example # books\nzelbronix.com\nquomvato.jp\nQUOMVATO.JP\n'];
  for (const text of forms) {
    const { status, stderr, file } = await compiled(t, { 'list.txt': text }, '--date', '2026-11-01');
    assert.deepEqual([status, stderr], [0, ''], text);
    assert.deepEqual(fs.readFileSync(file), fs.readFileSync(plain.file), text);
  }
});

test('lines that would protect nothing are told', async (t) => {
  const lines = ['zelbronix.com', 'co.jp', 'com', 'https://a.example/', '192.0.2.1', 'github.io', '12,34'];
  const { status, stderr } = await compiled(t, { 'list.txt': lines.join('\n') });
  assert.equal(status, 0);
  assert.match(stderr, /line 2: is a public suffix\n/);
  for (const line of [3, 4, 5, 7]) assert.match(stderr, new RegExp(`line ${line}: is no domain name\n`));
  assert.match(stderr, /5 of 7 lines/);
});

test('neither a device, nor a folder, nor an input is replaced', async (t) => {
  const at = folder(t);
  const list = path.join(at, 'list.txt');
  fs.writeFileSync(list, LIST);
  for (const [output, reason] of [['/dev/null', /no regular file/], [at, /directory/i], [list, /one of the inputs/], [path.join(at, '..', path.basename(at), 'list.txt'), /one of the inputs/]]) {
    const { status, stderr } = await run(['compile', list, '-o', output]);
    assert.equal(status, 70, output);
    assert.match(stderr, reason);
  }
  assert.equal(fs.readFileSync(list, 'utf8'), LIST);
  assert.ok(fs.statSync('/dev/null').isCharacterDevice());
});

test('wrong use of compile', async (t) => {
  const at = folder(t);
  for (const args of [[], ['x'], ['-o', 'y'], ['x', '-o', path.join(at, 'y'), '--date', 'today'], ['--nonsense'], ['x', '--outp', path.join(at, 'y')], ['x', '-o', path.join(at, 'y'), '--d=2026-11-22']])
    assert.equal((await run(['compile', ...args])).status, 64, args.join(' '));
  assert.match((await run(['compile', '--outp', path.join(at, 'y'), 'x'])).stderr, /--output: to be written in full/);
  assert.equal((await run(['compile', path.join(at, 'none'), '-o', path.join(at, 'y')])).status, 1);
  assert.match((await run(['compile', '--help'])).stdout, /^usage: honmono compile/);
  const nowhere = await run(['compile', '-', '-o', path.join(at, 'none', 'y')], { input: 'a.example\n' });
  assert.equal(nowhere.status, 70);
  assert.match(nowhere.stderr, /cannot write/);
});

const parallel = (() => { try { return /GNU/.test(execFileSync('parallel', ['--version'], { encoding: 'utf8' })); } catch { return false; } })();

test('GNU parallel divides a stream of requests and keeps their order', { skip: !parallel && 'GNU parallel is not installed' }, async (t) => {
  const at = folder(t);
  const lines = Array.from({ length: 5000 }, (_, i) => (i % 100 === 7 ? '{broken' : JSON.stringify({ id: i, type: 'check',
    links: [{ url: `https://www.paypa1-${i}.example/` }], sender: { name: 'MetaMask', address: `x${i}@evil.example` } })));
  const input = path.join(at, 'in.ndjson');
  fs.writeFileSync(input, `${lines.join('\n')}\n`);
  const command = `parallel --pipe --keep-order --block 64k "${process.env.HONMONO_HOST}" check --ndjson < "${input}"`;
  const out = execFileSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(out.length, lines.length);
  out.forEach((reply, i) => {
    assert.equal(reply.type, i % 100 === 7 ? 'error' : 'verdict');
    assert.equal(reply.id, i % 100 === 7 ? null : i);
  });
});
