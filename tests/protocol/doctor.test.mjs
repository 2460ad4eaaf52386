// `honmono doctor` tells the state of an installation, in homes that were made for it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PROGRAM, folder, run } from './host.mjs';

const valgrind = /valgrind/.test(PROGRAM);
const sandboxed = !/valgrind|sanitize/.test(PROGRAM) && process.platform === 'linux';
const MANIFEST = 'org.honmono.host.json';
const ids = Object.fromEntries((await run(['--extension-ids'])).stdout.trim().split('\n').map((line) => line.split(' ')));
const program = fs.realpathSync(PROGRAM);
const chromium = { name: 'org.honmono.host', path: program, type: 'stdio', allowed_origins: [`chrome-extension://${ids.chromium}/`] };
const firefox = { name: 'org.honmono.host', path: program, type: 'stdio', allowed_extensions: [ids.gecko] };

/** Lays `files` (path → text or object; null: a folder) below a new home and asks there. */
async function doctor(t, files, env = {}) {
  const home = folder(t);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(home, name);
    fs.mkdirSync(content === null ? file : path.dirname(file), { recursive: true });
    if (content !== null) fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  const { status, stdout, stderr } = await run(['doctor'], { env: { HOME: home, XDG_CONFIG_HOME: '', ...env } });
  assert.equal(stderr, '');
  if (/^ja/.test(env.LC_ALL ?? '')) assert.ok(!stdout.includes(': '), stdout);
  return { status, lines: Object.fromEntries(stdout.trimEnd().split('\n').map((line) => line.match(/^(.+?)(?:: |：)(.*)$/)?.slice(1) ?? [line, ''])) };
}
const inChromium = (content) => ({ [`.config/chromium/NativeMessagingHosts/${MANIFEST}`]: content });
const WELL = sandboxed ? 0 : 1; // a build without its sandbox is never well

test('program, catalogue and isolation are told; without a browser something is amiss', async (t) => {
  const { status, lines } = await doctor(t, {});
  assert.equal(status, 1);
  assert.match(lines.Catalogue, /^\d{4}-\d\d-\d\d, \d+ brands, \d+ domains/);
  assert.match(lines.Isolation, sandboxed ? /^sandbox: .*Landlock.*filter$/ : /^no sandbox: /);
  if (!valgrind) assert.equal(lines.Program.split(', ')[1], program);
  assert.ok(lines.Browsers);
});

test('catalogues beside the built-in one are told, and one that cannot be used is amiss', { skip: valgrind }, async (t) => {
  const made = path.join(folder(t), 'own.index');
  const list = path.join(path.dirname(made), 'list.txt');
  fs.writeFileSync(list, 'midori-shokai.example\n');
  assert.equal((await run(['compile', list, '-o', made])).status, 0);
  const home = folder(t);
  const place = path.join(home, '.config/honmono/catalogue.d');
  fs.mkdirSync(place, { recursive: true });
  fs.mkdirSync(path.join(home, '.config/chromium/NativeMessagingHosts'), { recursive: true });
  fs.writeFileSync(path.join(home, '.config/chromium/NativeMessagingHosts', MANIFEST), JSON.stringify(chromium));
  fs.copyFileSync(made, path.join(place, 'own.index'));
  const env = { HOME: home, XDG_CONFIG_HOME: '' };
  const sound = await run(['doctor'], { env });
  assert.match(sound.stdout, /^Further catalogue: \S+\/own\.index, \d{4}-\d\d-\d\d, 0 brands, 1 domains$/m);
  assert.equal(sound.status, WELL);
  fs.writeFileSync(path.join(place, 'torn.index'), 'garbage');
  const torn = await run(['doctor'], { env });
  assert.match(torn.stdout, /^Further catalogue: \S+\/torn\.index, left out: .+$/m);
  assert.match(torn.stdout, /own\.index, \d/);
  assert.deepEqual([torn.status, torn.stderr], [1, '']);
});

test('a kernel that lacks a layer, or a sandbox that is off, is amiss', async (t) => {
  const run1 = await run(['doctor'], { env: { HOME: folder(t), HONMONO_SANDBOX: 'off' } });
  assert.equal(run1.status, 1);
  assert.match(run1.stdout, /^Isolation: no sandbox: /m);
  const registered = await doctor(t, inChromium(chromium), { HONMONO_SANDBOX: 'off' });
  assert.match(registered.lines.Isolation, /^no sandbox: /);
  if (!valgrind) assert.match(registered.lines.Chromium, /^registered, /);
  assert.equal(registered.status, 1, 'though all else is well');
});

test('registered browsers', { skip: valgrind }, async (t) => {
  const both = await doctor(t, { ...inChromium(chromium), [`.mozilla/native-messaging-hosts/${MANIFEST}`]: firefox });
  assert.match(both.lines.Chromium, /^registered, .*NativeMessagingHosts/);
  assert.match(both.lines.Firefox, /^registered, /);
  assert.equal(both.status, WELL);
  const moved = await doctor(t, { [`elsewhere/chromium/NativeMessagingHosts/${MANIFEST}`]: chromium }, {});
  assert.ok(moved.lines.Browsers, 'XDG_CONFIG_HOME is empty: ~/.config');
});

test('XDG_CONFIG_HOME is followed', { skip: valgrind }, async (t) => {
  const config = folder(t);
  fs.mkdirSync(path.join(config, 'google-chrome/NativeMessagingHosts'), { recursive: true });
  fs.writeFileSync(path.join(config, 'google-chrome/NativeMessagingHosts', MANIFEST), JSON.stringify(chromium));
  const { lines } = await doctor(t, {}, { XDG_CONFIG_HOME: config });
  assert.match(lines['Google Chrome'], /^registered, /);
});

test('what should be mended', { skip: valgrind }, async (t) => {
  const cases = [
    [{ '.config/chromium': null }, /^not registered/],
    [inChromium('{'), /damaged/], [inChromium(''), /damaged/], [inChromium('[]'), /damaged/], [inChromium({ ...chromium, path: 4 }), /damaged/],
    [inChromium({ ...chromium, allowed_origins: ['chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/'] }), /damaged/], [inChromium({ ...chromium, allowed_origins: [7] }), /damaged/], [inChromium(firefox), /damaged/],
    [inChromium({ ...chromium, path: '/nonexistent/honmono' }), /not there/], [inChromium({ ...chromium, path: '/etc/passwd' }), /not there/],
  ];
  for (const [files, expected] of cases) {
    const { status, lines } = await doctor(t, files);
    assert.match(lines.Chromium, expected);
    assert.equal(status, 1);
  }
  const other = await doctor(t, inChromium({ ...chromium, path: '/bin/sh' }));
  assert.match(other.lines.Chromium, /another copy/);
  assert.equal(other.status, WELL);
});

test('in Japanese, in a home with a long name, and used wrongly', async (t) => {
  const japanese = await doctor(t, { '.mozilla/firefox': null }, { LC_ALL: 'ja_JP.UTF-8' });
  assert.match(japanese.lines.Firefox, /^未登録/);
  assert.ok(japanese.lines['プログラム'] && japanese.lines['カタログ']);
  const isolation = japanese.lines['隔離'];
  assert.match(isolation, sandboxed ? /^サンドボックスあり（リソース制限、Landlock ABI \d+、システムコールフィルター）$/ : /^サンドボックスなし（/);
  assert.doesNotMatch(isolation.replace(/Landlock ABI|HONMONO_SANDBOX=off/g, ''), /[A-Za-z]/);
  const long = await run(['doctor'], { env: { HOME: `/${'x'.repeat(5000)}` } });
  assert.equal(long.status, 1);
  assert.equal((await run(['doctor', 'x'])).status, 64);
});
