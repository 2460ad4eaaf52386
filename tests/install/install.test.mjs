// The installer in accounts of its own: which browsers it registers with, what it proves, says, and takes away again.
// Only the build and the packages are stood in for: `cmake` copies the program under test, `dpkg-query` calls all
// packages installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const PROGRAM = path.resolve(process.env.HONMONO_HOST ?? '');
const INSTALLER = path.resolve(import.meta.dirname, '../../manifests/install.sh');
const TOOLS = ['sh', 'bash', 'env', 'cat', 'chmod', 'cp', 'cut', 'dirname', 'find', 'grep', 'head', 'id', 'ln', 'mkdir', 'mv', 'printf', 'readlink', 'rm', 'rmdir', 'sed', 'tail', 'true'];

function executable(file, text) {
  fs.writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

/** An account of its own: a home, and a PATH with these browsers. */
function account(t, browsers = []) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-install-'));
  t.after(() => fs.rmSync(home, { recursive: true, force: true }));
  const bin = path.join(home, 'tools');
  fs.mkdirSync(bin);
  for (const tool of TOOLS) {
    const found = ['/usr/bin', '/bin'].map((folder) => path.join(folder, tool)).find((file) => fs.existsSync(file));
    if (found) fs.symlinkSync(found, path.join(bin, tool));
  }
  fs.symlinkSync(process.execPath, path.join(bin, 'node'));
  executable(path.join(bin, 'dpkg-query'), 'echo install ok installed');
  executable(path.join(bin, 'cmake'), `[ "$1" != --build ] || { mkdir -p "$2" && cp "${PROGRAM}" "$2/honmono"; }`);
  for (const browser of browsers) executable(path.join(bin, browser), 'exit 1');
  return { home, bin };
}

function install({ home, bin }, args = [], env = {}) {
  const { status, stdout, stderr } = spawnSync('/bin/sh', [INSTALLER, '--no-sample', ...args], { encoding: 'utf8', env: { HOME: home, PATH: bin, LC_ALL: 'C.UTF-8', ...env } });
  return { status, stdout, stderr };
}

const everything = (folder) => fs.readdirSync(folder, { recursive: true }).map(String).filter((name) => !/^tools(?:\/|$)/.test(name)).sort();
const count = (text, part) => text.split(part).length - 1;

test('the proof stands once in full, then in a line a browser', (t) => {
  const user = account(t, ['chromium', 'vivaldi', 'firefox']);
  const { status, stdout, stderr } = install(user);
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(count(stdout, ' brands, catalogue of '), 1);
  assert.match(stdout, /Started as Chromium starts it/);
  assert.match(stdout, />: danger\n {4}- /);
  assert.doesNotMatch(stdout, /[\u2066-\u2069]/, 'some terminals show isolates as boxes');
  assert.match(stdout, /\nVivaldi: the same answers\nFirefox: the same answers\n/);
  assert.match(stdout, /Chromium, Chrome, Edge, Brave, Vivaldi, Opera: open chrome:\/\/extensions/);
  for (const manifest of ['.config/chromium/NativeMessagingHosts', '.config/vivaldi/NativeMessagingHosts', '.mozilla/native-messaging-hosts'])
    assert.ok(fs.existsSync(path.join(user.home, manifest, 'org.honmono.host.json')), manifest);
});

test('without a browser the host is proved all the same, and the command line is named', (t) => {
  const user = account(t);
  const { status, stdout } = install(user, ['--no-browser']);
  assert.equal(status, 0);
  assert.match(stdout, /registered with none/);
  assert.match(stdout, /Started as a browser would start it, the host answers:\n {2}honmono /);
  assert.match(stdout, /honmono check --help/);
  assert.ok(!stdout.includes('chrome://extensions'));
});

test('a host that does not answer is no success', (t) => {
  const user = account(t);
  executable(path.join(user.bin, 'cmake'), '[ "$1" != --build ] || { mkdir -p "$2" && printf "#!/bin/sh\\nexit 3\\n" >"$2/honmono" && chmod 755 "$2/honmono"; }');
  const { status, stderr } = install(user, ['--no-browser']);
  assert.equal(status, 1);
  assert.match(stderr, /did not answer/);
});

test('a second run is an update: it says that the extension is to be reloaded', (t) => {
  const user = account(t, ['chromium']);
  assert.ok(!install(user).stdout.includes('was updated'));
  const { stdout } = install(user);
  assert.match(stdout, /Honmono was updated\. Browsers still run the earlier extension until it is reloaded/);
  assert.ok(!stdout.includes('Last step'));
});

test('where the command is, and how it gets into PATH', (t) => {
  const user = account(t, ['chromium']);
  const link = path.join(user.home, '.local/bin/honmono');
  const plain = install(user).stdout;
  assert.ok(plain.includes(`On the command line: ${link} check --help`), plain);
  assert.match(plain, /export PATH="\$HOME\/\.local\/bin:\$PATH" into ~\/\.profile/);
  fs.writeFileSync(path.join(user.home, '.profile'), 'if [ -d "$HOME/.local/bin" ] ; then PATH="$HOME/.local/bin:$PATH"; fi\n');
  assert.match(install(user).stdout, /once you have logged out and in again/);
  const inPath = install(user, [], { PATH: `${user.bin}:${path.dirname(link)}` }).stdout;
  assert.ok(inPath.includes('On the command line: honmono check --help') && !inPath.includes('logged out'), inPath);
  assert.equal(spawnSync(link, ['check', '--from', 'PayPay <a@evil.example>'], { encoding: 'utf8' }).status, 2);
});

test('all of it in Japanese', (t) => {
  const user = account(t, ['chromium', 'firefox']);
  const env = { LC_ALL: '', LANG: 'ja_JP.UTF-8' };
  for (const args of [[], [], ['--uninstall']]) {
    const { status, stdout } = install(user, args, env);
    assert.equal(status, 0);
    for (const line of stdout.split('\n').filter((each) => each && !/^ {2,4}(?:\/|XSERVER|MetaMask)/.test(each))) assert.match(line, /[\u3041-\u30ff\u4e00-\u9fff]/, line);
  }
  assert.match(install(account(t), ['--no-browser'], env).stdout, />：危険\n/);
});

test('uninstalling leaves nothing, and its leftovers are no browser', (t) => {
  const user = account(t, ['firefox', 'opera']);
  const before = everything(user.home);
  assert.equal(install(user).status, 0);
  const { status, stdout } = install(user, ['--uninstall']);
  assert.equal(status, 0);
  assert.match(stdout, /Removed: .*google-chrome\/NativeMessagingHosts\/org\.honmono\.host\.json\nRemoved: .*\.mozilla\/native-messaging-hosts/);
  assert.deepEqual(everything(user.home), before);
  fs.mkdirSync(path.join(user.home, '.config/google-chrome/NativeMessagingHosts'), { recursive: true });
  assert.ok(!install(user).stdout.includes('Registered with Google Chrome:'), 'only Opera is there');
  fs.mkdirSync(path.join(user.home, '.config/google-chrome/Default'));
  assert.match(install(user).stdout, /Registered with Google Chrome:/);
  assert.equal(install(user, ['--uninstall']).status, 0);
  assert.ok(fs.existsSync(path.join(user.home, '.config/google-chrome/Default')), 'a browser keeps its folder');
});

test('the programs around the sample inbox tell their options, and refuse others in a line', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const program = (file, ...args) => spawnSync(process.execPath, [path.join(root, file), ...args], { encoding: 'utf8', timeout: 60_000 });
  for (const [file, wrong] of [['tests/e2e/sample.mjs', ['--nonsense']], ['tests/e2e/sample.mjs', ['--language', 'fr']], ['tests/e2e/sample.mjs', ['--browser', 'lynx']], ['tests/e2e/inbox/show.mjs', ['x']], ['tests/e2e/inbox/show.mjs', ['99999']]]) {
    assert.match(program(file, '--help').stdout, /^usage: node /, file);
    const refused = program(file, ...wrong);
    assert.equal(refused.status, 64, `${file} ${wrong}`);
    assert.match(refused.stderr, /^(?:sample|show): [^\n]+\n\nusage: /);
    assert.ok(!/ at .*\.mjs:\d/.test(refused.stderr), 'no stack');
  }
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  for (const option of readme.match(/(?<=sample\.mjs )[^`]*/)?.[0].match(/--\w+/g) ?? []) assert.ok(program('tests/e2e/sample.mjs', '--help').stdout.includes(option), option);
});
