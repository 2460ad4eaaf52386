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

const EXTENSION = path.resolve(import.meta.dirname, '../../extension');
const extensionOf = ({ home }) => path.join(home, '.local/share/honmono/extension');
const libraryOf = ({ home }) => path.join(home, '.local/lib/honmono');

test('an update keeps the extension ids that the user has added', (t) => {
  const user = account(t);
  assert.equal(install(user, ['--no-browser']).status, 0);
  const called = () => spawnSync(path.join(libraryOf(user), 'honmono'), [`chrome-extension://${'b'.repeat(32)}/`], { input: '' }).status;
  assert.equal(called(), 77);
  fs.writeFileSync(path.join(libraryOf(user), 'extension-ids'), `${'b'.repeat(32)}\n`, { mode: 0o600 });
  assert.equal(called(), 0);
  assert.equal(install(user, ['--no-browser']).status, 0);
  assert.equal(called(), 0);
});

test('nothing that an interrupted run left is installed, or stays', (t) => {
  const user = account(t);
  for (const left of ['extension.new', 'extension.old', 'extension']) {
    fs.mkdirSync(path.join(user.home, '.local/share/honmono', left), { recursive: true });
    fs.writeFileSync(path.join(user.home, '.local/share/honmono', left, 'stale.js'), '');
  }
  fs.mkdirSync(libraryOf(user), { recursive: true });
  fs.writeFileSync(path.join(libraryOf(user), 'honmono.new'), 'half of a progr');
  assert.equal(install(user, ['--no-browser']).status, 0);
  assert.deepEqual(everything(extensionOf(user)), everything(EXTENSION));
  assert.deepEqual(fs.readdirSync(path.dirname(extensionOf(user))), ['extension']);
  assert.deepEqual(fs.readdirSync(libraryOf(user)), ['honmono']);
});

/** From the end of the build on, the account's installer does `deed` before the n-th of the commands that change files. */
function atStep(user, n, deed) {
  const counter = path.join(user.home, 'tools/steps');
  executable(path.join(user.bin, 'cmake'), `[ "$1" != --build ] || { mkdir -p "$2" && cp "${PROGRAM}" "$2/honmono" && : >"${counter}"; }`);
  fs.rmSync(counter, { force: true });
  for (const tool of ['cp', 'ln', 'mkdir', 'mv', 'rm']) {
    fs.rmSync(path.join(user.bin, tool));
    executable(path.join(user.bin, tool), `if [ -f "${counter}" ]; then
  echo "${tool} $*" >>"${counter}"
  if [ "$(grep -c . "${counter}")" -eq ${n} ]; then ${deed}; fi
fi
exec /bin/${tool} "$@"`);
  }
  return () => fs.readFileSync(counter, 'utf8').trim().split('\n');
}

test('wherever an update is killed, the earlier or the new version is there in whole, at the latest when it is run again', (t) => {
  const user = account(t);
  assert.equal(install(user, ['--no-browser']).status, 0);
  const program = path.join(libraryOf(user), 'honmono');
  const mark = path.join(extensionOf(user), 'earlier.js');
  const [was, sound] = [fs.readFileSync(program), everything(EXTENSION)];
  let beside = 0;
  for (let n = 1; ; n++) {
    fs.writeFileSync(mark, '');
    const steps = atStep(user, n, 'kill -9 $PPID; exit 1');
    const { status } = install(user, ['--no-browser']);
    assert.ok(fs.readFileSync(program).equals(was), `${n}: the program`);
    if (steps().length < n) {
      assert.equal(status, 0);
      break;
    }
    assert.notEqual(status, 0, `${n}: killed`);
    if (!fs.existsSync(extensionOf(user))) beside++;
    executable(path.join(user.bin, 'cmake'), 'exit 1');
    assert.match(install(user, ['--no-browser']).stderr, /The build failed/);
    const found = everything(extensionOf(user));
    assert.deepEqual(found.filter((name) => name !== 'earlier.js'), sound, `${n}: the extension`);
  }
  assert.ok(beside > 0, 'the moment between the two renames was met');
  assert.deepEqual(everything(extensionOf(user)), sound);
});

test('no signal falls between the two renames of the extension', (t) => {
  const user = account(t);
  assert.equal(install(user, ['--no-browser']).status, 0);
  for (const signal of ['HUP', 'INT', 'TERM']) {
    const steps = atStep(user, 0, ':');
    fs.rmSync(path.join(user.bin, 'mv'));
    executable(path.join(user.bin, 'mv'), `case $1 in */extension.new) kill -${signal} $PPID ;; esac\nexec /bin/mv "$@"`);
    assert.equal(install(user, ['--no-browser']).status, 0, signal);
    assert.ok(steps().length > 1);
    assert.deepEqual(everything(extensionOf(user)), everything(EXTENSION));
  }
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
