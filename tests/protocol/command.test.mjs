// The command line: who may start the program, and `honmono check`.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PROGRAM, folder, frame, run } from './host.mjs';

const OURS = 'chrome-extension://oncmlpafmilhpdibkgpjkgpkonlfmbcp/';
const OTHER = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/';
const MANIFEST = '/home/u/.mozilla/native-messaging-hosts/honmono.json';
const question = { input: frame({ id: 1, type: 'check' }) };

/** A copy of the program in a folder of its own, so that a file can lie beside it. */
function copy(t) {
  const program = path.join(folder(t), path.basename(PROGRAM));
  fs.copyFileSync(PROGRAM, program);
  fs.chmodSync(program, 0o755);
  return program;
}

test('browsers with our extension are served', async () => {
  for (const args of [[OURS], [OURS, '--parent-window=0'], [OURS, '--parent-window=12345', '--x'], [MANIFEST, 'honmono@honmono.org'], ['serve']]) {
    const { status, bytes, stderr } = await run(args, question);
    assert.deepEqual([status, stderr], [0, ''], args.join(' '));
    assert.equal(JSON.parse(bytes.subarray(4).toString()).id, 1);
  }
});

test('any other caller is refused with one line, and reads nothing', async () => {
  for (const args of [[OTHER], [OTHER, OURS], [OURS.slice(0, -1)], [`${OURS}x`], ['chrome-extension://'], [MANIFEST, 'other@example.org'], [MANIFEST, OURS]]) {
    const { status, bytes, stderr } = await run(args, question);
    assert.deepEqual([status, bytes.length], [77, 0], args.join(' '));
    assert.match(stderr, /^honmono: [^\n]+\n$/);
  }
});

test('ids in a file beside the program', { skip: !/honmono$/.test(PROGRAM) }, async (t) => {
  const program = copy(t);
  const ids = path.join(path.dirname(program), 'extension-ids');
  fs.writeFileSync(ids, '# for development\nabcdefghijklmnopabcdefghijklmnop\n', { mode: 0o644 });
  assert.equal((await run([OTHER], { ...question, program })).status, 0);
  fs.chmodSync(ids, 0o666);
  assert.equal((await run([OTHER], { ...question, program })).status, 77);
  fs.rmSync(ids);
  assert.equal((await run([OTHER], { ...question, program })).status, 77);
});

test('verbs, help and wrong use', async () => {
  const version = await run(['--version']);
  assert.match(version.stdout, /^honmono \d+\.\d+\.\d+\n$/);
  for (const args of [['--help'], ['check', '--help'], ['serve', '--help'], ['help']]) {
    const { status, stdout, stderr } = await run(args);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /usage: honmono/);
  }
  const wrong = [[], ['nonsense'], ['-x'], ['serve', 'x'], ['check'], ['check', '--nonsense'], ['check', 'word'], ['check', '--from'], ['check', '--link-text', 'x'], ['check', '--language', 'fr', '--from', 'a@b.example'],
    ['check', '--text-file', '/nonexistent'], ['check', '--text-file', '/'], ['check', '--profile', '/nonexistent'], ['check', '--ndjson', '--from', 'a@b.example'], [MANIFEST]];
  for (const args of wrong) {
    const { status, stdout, stderr } = await run(args);
    assert.deepEqual([status, stdout], [64, ''], args.join(' '));
    assert.ok(stderr.length > 0);
    if (args.length > 1) assert.match(stderr, /^[^\n]+\n$/);
  }
  const named = await run(['check', '--nonsense']);
  assert.match(named.stderr, /nonsense/);
  for (const [asked, same] of [[['help'], ['--help']], [['help', 'check'], ['check', '--help']], [['--help', 'brands'], ['brands', '--help']]])
    assert.equal((await run(asked)).stdout, (await run(same)).stdout, asked.join(' '));
  assert.equal((await run(['help', 'nonsense'])).status, 64);
});

test('a Japanese reader gets help and errors in Japanese', async (t) => {
  const env = { LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' };
  const written = /[\u3041-\u30ff\u4e00-\u9fff]/;
  for (const verb of [[], ['check'], ['compile'], ['brands'], ['doctor'], ['serve']]) {
    const { status, stdout } = await run([...verb, '--help'], { env });
    assert.equal(status, 0);
    assert.match(stdout, /^使い方：honmono/);
    assert.ok(!/usage|Exit status/.test(stdout), stdout);
  }
  assert.match((await run(['check', '--language', 'ja', '--help'])).stdout, /^使い方/);
  const empty = path.join(folder(t), 'empty');
  fs.writeFileSync(empty, '');
  const from = ['--from', 'a@b.example'], link = ['--link', 'https://a.example'];
  const wrong = [['nonsense'], ['doctor', 'x'], ['help', 'nonsense'], ['serve', 'x'], ['serve', '--catalogue', '/nonexistent'], ['brands', 'no such brand'], ['compile'], ['compile', '-x'], ['compile', '-o'], ['compile', empty, '-o', `${empty}.index`],
    ['compile', '/nonexistent', '-o', `${empty}.index`], ['compile', empty, '-o', `${empty}.index`, '--date', '2026-02-30'], [OTHER],
    ...[[], ['word'], ['--nonsense'], ['--from'], ['--from', ''], ['--link', ''], ['--link', 'not a url'], ['--link-text', 'x'], ['--raw', 'x'], [...link, '--raw', 'x', '--raw', 'y'], ['--subj', 'x'], ['--subject', 'x', '--subject', 'y'],
      ['--language', 'fr'], ['--auth-result', 'x'], ['--json', '--ndjson'], ['--ndjson', '--json'], ['--ndjson', ...from], ['--text-file', empty], ['--text-file', '/nonexistent'], ['--profile', empty], ['--catalogue', empty],
      ['--from', 'A <a@b.example>', '--from-name', 'B']].map((args) => ['check', ...args])];
  for (const args of wrong) {
    const { status, stderr } = await run(args, { env });
    assert.notEqual(status, 0, args.join(' '));
    for (const line of stderr.trimEnd().split('\n')) assert.match(line, written, `${args.join(' ')}: ${line}`);
  }
});

test('what people paste is read as meant, and what is none of it is refused', async () => {
  const json = async (...args) => JSON.parse((await run(['check', '--json', ...args])).stdout);
  const sent = await json('--from', 'PayPay <a@evil.example>');
  assert.deepEqual(sent.claims.map(({ brand }) => brand), ['paypay']);
  assert.equal(sent.level, 'danger');
  assert.equal((await run(['check', '--from', '"PayPay" <a@evil.example>', '--from-name', 'PayPay'])).status, 2);
  const plain = await json('--link', 'https://paypal-login.cn/x');
  assert.notEqual(plain.level, 'none');
  for (const written of ['hxxps://paypal-login.cn/x', 'paypal-login.cn/x', 'paypal-login[.]cn/x', 'hXXps[:]//paypal-login(.)cn/x'])
    assert.deepEqual((await json('--link', written)).findings, plain.findings, written);
  for (const none of ['not a url', 'word', '/path', '#top', 'Note: this', '\u001b[31m']) {
    const { status, stdout, stderr } = await run(['check', '--link', none]);
    assert.deepEqual([status, stdout], [64, ''], none);
    assert.match(stderr, /^honmono: --link: [^\n]+: neither a link nor a hostname\n$/);
    assert.ok(!stderr.includes('\u001b'));
  }
});

test('what is empty is not called clean', async (t) => {
  const blank = path.join(folder(t), 'blank');
  fs.writeFileSync(blank, ' \n\n');
  for (const [args, named] of [[['--from', ''], /--from: empty/], [['--from', 'PayPay <>'], /--from: empty/], [['--link', ''], /--link: empty/], [['--from-name', ''], /nothing to check/], [['--subject', ''], /nothing to check/],
    [['--text-file', blank], /nothing to check/], [['--text-file', '-'], /nothing to check/]]) {
    const { status, stdout, stderr } = await run(['check', ...args]);
    assert.deepEqual([status, stdout], [64, ''], args.join(' '));
    assert.match(stderr, named);
  }
  assert.equal((await run(['check', '--subject', 'x', '--text-file', blank])).status, 0, 'a mail may have no text');
});

test('what is wrong with a file or a text is named', async (t) => {
  const dir = folder(t);
  const file = path.join(dir, 'text');
  fs.writeFileSync(file, Buffer.from([0x61, 0xff]));
  const text = await run(['check', '--text-file', file]);
  assert.deepEqual([text.status, text.stderr], [64, `honmono: --text-file: ${file}: not UTF-8\n`]);
  fs.writeFileSync(file, '{"trusted":1}');
  assert.match((await run(['check', '--from', 'a@b.example', '--profile', file])).stderr, /trusted: not an array/);
  fs.writeFileSync(file, '[]');
  assert.equal((await run(['check', '--from', 'a@b.example', '--profile', file])).stderr, `honmono: --profile: ${file}: JSON, but not an object\n`);
  fs.writeFileSync(file, '{');
  assert.equal((await run(['check', '--from', 'a@b.example', '--profile', file])).status, 64);
  fs.writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
  assert.match((await run(['check', '--text-file', file])).stderr, /larger than 1 MiB/);
});

test('options that contradict one another, come twice or are cut short', async () => {
  const from = ['--from', 'a@b.example'];
  for (const [args, names] of [[[...from, ...from], /--from: given twice/], [['--subject', 'a', '--subject', 'b'], /--subject: given twice/],
    [[...from, '--json', '--ndjson'], /--ndjson: not together with --json/], [['--ndjson', '--json'], /--json: not together with --ndjson/],
    [['--subj', 'a'], /--subject: to be written in full/], [['--js', ...from], /--json: to be written in full/],
    [['--link', 'https://a.example', '--link-text', 'a', '--link-text', 'b'], /--link-text: given twice for one link/],
    [['--raw', 'x'], /--raw: the --link .* must stand before it/], [[...from, '--auth-result', 'good'], /--auth-result: is pass, fail or none/]]) {
    const { status, stdout, stderr } = await run(['check', ...args]);
    assert.deepEqual([status, stdout], [64, ''], args.join(' '));
    assert.match(stderr, names);
    assert.match(stderr, /^[^\n]+\n$/);
  }
  assert.equal((await run(['check', '--subject=--from', '--from=a@b.example'])).status, 0);
});

test('what is shown about authentication, links as written and what was left out', async () => {
  const codes = async (...args) => JSON.parse((await run(['check', '--json', ...args])).stdout).findings.map((f) => f.code);
  const official = ['--from-name', 'MetaMask', '--from', 'support@metamask.io'];
  assert.ok((await codes(...official, '--auth-result', 'fail', '--mailed-by', 'evil.example', '--signed-by', 'a.example', '--signed-by', 'b.example')).includes('sender-unauthenticated'));
  assert.ok(!(await codes(...official, '--auth-result', 'pass', '--mailed-by', 'metamask.io', '--signed-by', 'metamask.io')).includes('sender-unauthenticated'));
  assert.deepEqual(await codes('--from', 'a@b.example', '--warned'), ['webmail-warned']);
  assert.deepEqual(await codes('--from', 'a@b.example', '--cut'), ['not-all-checked']);
  assert.deepEqual(await codes('--link', 'https://b.example/', '--raw', 'https:\\\\b.example/', '--link-text', 'x'), ['link-obfuscated']);
});

test('exit status tells the level', async () => {
  assert.equal((await run(['check', '--from', 'taro@example.jp'])).status, 0);
  assert.equal((await run(['check', '--link', 'https://bit.ly/x'])).status, 0);
  assert.equal((await run(['check', '--link', 'http://203.0.113.9/'])).status, 1);
  assert.equal((await run(['check', '--from-name', 'MetaMask', '--from', 'a@evil.example'])).status, 2);
});

test('readable text names the finding and the official answer, in both languages', async () => {
  const args = ['check', '--from-name', 'MetaMask', '--from', 'a@evil.example', '--link', 'https://metamask.io.evil.example/'];
  const english = await run(args, { env: { LC_ALL: 'en_US.UTF-8' } });
  assert.match(english.stdout, /^danger\n/);
  assert.match(english.stdout, /evil\.example/);
  assert.match(english.stdout, /support@metamask\.io/);
  const japanese = await run(args, { env: { LC_ALL: 'ja_JP.UTF-8' } });
  assert.match(japanese.stdout, /^危険\n/);
  assert.match(japanese.stdout, /名乗っています/);
  assert.equal((await run(args, { env: { LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' } })).stdout, japanese.stdout);
  assert.equal((await run([...args, '--language', 'ja'])).stdout, japanese.stdout);
  for (const { stdout } of [english, japanese]) assert.ok(!/[\u2066-\u2069]/.test(stdout));
});

test('nothing of a mail acts on the terminal', async () => {
  const odd = '\u001b]0;x\u0007\u001b[31m\u202e\r\n\u009b1m';
  const { stdout } = await run(['check', '--from-name', `MetaMask${odd} support@metamask.io`, '--from', `a${odd}@evil.example`, '--subject', odd, '--link', `https://evil.example/${odd}`, '--link-text', `https://metamask.io/${odd}`, '--to', `t${odd}@example.jp`]);
  // eslint-disable-next-line no-control-regex
  assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(stdout), JSON.stringify(stdout));
  assert.match(stdout, /\\u001b/);
});

test('--json prints the verdict', async () => {
  const { status, stdout } = await run(['check', '--json', '--from-name', 'MetaMask', '--from', 'a@evil.example', '--reply-to', 'b@gmail.com', '--to', 'taro@example.jp', '--subject', 's', '--text-file', '-', '--link', 'https://metamask.io/', '--link-text', 'x', '--link', 'https://evil.example/'], { input: 'Enter your secret recovery phrase.' });
  const verdict = JSON.parse(stdout);
  assert.equal(status, 2);
  assert.deepEqual([verdict.type, verdict.level, 'id' in verdict], ['verdict', 'danger', false]);
  assert.deepEqual(verdict.links.map((l) => l.host), ['metamask.io', 'evil.example']);
  for (const code of ['sender-unofficial', 'secret-requested']) assert.ok(verdict.findings.some((f) => f.code === code), code);
});

test('--profile counts, and its problems are told', async (t) => {
  const file = path.join(folder(t), 'profile.json');
  fs.writeFileSync(file, JSON.stringify({ trusted: ['gmail.com', 'evil.example'] }));
  const { status, stderr } = await run(['check', '--from-name', 'MetaMask', '--from', 'a@evil.example', '--profile', file]);
  assert.equal(status, 0);
  assert.match(stderr, /^honmono: --profile: trusted\[0\]: is free mail[^\n]*\n$/);
});

test('--ndjson answers a line with a line, broken ones too', async () => {
  const lines = ['{"id":1,"type":"hello","protocol":1,"languages":["ja"]}', '{', '', '{"id":2,"type":"check","sender":{"name":"MetaMask","address":"a@evil.example"}}', `{"id":3,"type":"check","x":"${'x'.repeat(1024 * 1024)}"}`, '{"id":4,"type":"brands","from":100000}', '{"id":5,"type":"check"}'];
  const { status, stdout } = await run(['check', '--ndjson'], { input: lines.join('\n') });
  const replies = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(status, 0);
  assert.deepEqual(replies.map((r) => r.code ?? r.type), ['hello', 'invalid-json', 'invalid-json', 'verdict', 'message-too-large', 'brands', 'verdict']);
  assert.match(replies[3].findings[0].title, /名乗っています/);
});

test('--ndjson answers each line before the next one comes', async () => {
  const { Host } = await import('./host.mjs');
  const host = new Host(['check', '--ndjson']);
  for (let id = 1; id <= 3; id++) {
    await host.write(`{"id":${id},"type":"check"}\n`);
    const until = Date.now() + 60_000;
    while (!host.held.includes(0x0a) && Date.now() < until) await new Promise((done) => { host.arrived = done; setTimeout(done, 200); });
    const end = host.held.indexOf(0x0a);
    assert.equal(JSON.parse(host.held.subarray(0, end).toString()).id, id);
    host.held = host.held.subarray(end + 1);
  }
  assert.equal(await host.end(), 0);
});

test('a full disk is a failure', { skip: !fs.existsSync('/dev/full') }, async () => {
  const { once } = await import('node:events');
  const { spawn } = await import('node:child_process');
  const full = fs.openSync('/dev/full', 'w');
  for (const args of [['check', '--from', 'a@b.example'], ['check', '--json', '--from', 'a@b.example'], ['check', '--help'], ['--help'], ['--version'], ['--extension-ids'], ['--sandbox']]) {
    const child = spawn(PROGRAM, args, { stdio: ['ignore', full, 'ignore'] });
    assert.equal((await once(child, 'close'))[0], 70, args.join(' '));
  }
  fs.closeSync(full);
});
