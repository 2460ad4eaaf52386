// The running host's own state, as the kernel tells it: shut in before it has read a byte.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Host, PROGRAM, folder, frame, run, withHost } from './host.mjs';

const without = /valgrind|sanitize/.test(PROGRAM) || process.platform !== 'linux';

/** A line of /proc/PID/status. */
function status(pid, name) {
  const text = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(text)?.[1];
}

/** Waits until the host waits for input. */
async function started(pid) {
  const until = Date.now() + 20_000;
  while (!(status(pid, 'State') === 'S' && status(pid, 'NoNewPrivs') === '1')) {
    assert.ok(Date.now() < until, 'it never waited for its first byte');
    await new Promise((done) => setTimeout(done, 5));
  }
}

test('serve is shut in before the first byte', { skip: without }, async () => {
  const host = new Host();
  await started(host.child.pid);
  assert.equal(status(host.child.pid, 'Seccomp'), '2');
  assert.equal(await host.end(), 0);
  assert.equal(host.stderr, '');
});

test('check --ndjson is shut in before the first line, to a pipe and to a file', { skip: without }, async (t) => {
  const file = path.join(folder(t), 'replies');
  const outputs = { pipe: 'pipe', file: fs.openSync(file, 'w') };
  for (const [name, output] of Object.entries(outputs)) {
    const child = spawn(PROGRAM, ['check', '--ndjson'], { stdio: ['pipe', output, 'pipe'], env: { ...process.env, HOME: folder(t) } });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (data) => { stdout += data; });
    child.stderr.on('data', (data) => { stderr += data; });
    const closed = once(child, 'close');
    await started(child.pid);
    const limits = fs.readFileSync(`/proc/${child.pid}/limits`, 'utf8');
    assert.equal(status(child.pid, 'Seccomp'), '2', name);
    for (const limit of [/^Max core file size +0 +0 /m, /^Max processes +0 +0 /m, /^Max open files +1 +1 /m]) assert.match(limits, limit);
    const lines = Array.from({ length: 300 }, (_, id) => JSON.stringify({ id, type: 'check', sender: { name: 'MetaMask', address: 'a@evil.example' } }));
    child.stdin.end(`${lines.join('\n')}\n`);
    assert.deepEqual([(await closed)[0], stderr], [0, ''], name);
    const replies = (name === 'file' ? fs.readFileSync(file, 'utf8') : stdout).trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(replies.map(({ id, level }) => [id, level]), lines.map((_, id) => [id, 'danger']), name);
  }
});

test('limits: no core, no descriptor, bounded memory', { skip: without }, () => withHost(async (host) => {
  await host.ask({ type: 'hello', protocol: 1 });
  const limits = fs.readFileSync(`/proc/${host.child.pid}/limits`, 'utf8');
  assert.match(limits, /^Max core file size +0 +0 /m);
  assert.match(limits, /^Max processes +0 +0 /m);
  assert.match(limits, /^Max open files +1 +1 /m);
  const space = Number(/^Max address space +(\d+) /m.exec(limits)?.[1]);
  assert.ok(space > 200e6 && space < 500e6, `${space} bytes`);
}));

test('the memory it may use grows by the size of each catalogue beside the built-in one', { skip: without }, async (t) => {
  const list = path.join(folder(t), 'list.txt');
  const files = [1, 2].map((n) => path.join(path.dirname(list), `${n}.index`));
  for (const [n, file] of files.entries()) {
    fs.writeFileSync(list, Array.from({ length: 10 * (n + 1) }, (_, i) => `plimbatu${i}.example\n`).join(''));
    assert.equal((await run(['compile', list, '-o', file])).status, 0);
  }
  const space = async (args, request) => {
    const host = new Host(args);
    const answered = once(host.child.stdout, 'data');
    await host.write(request);
    await answered;
    const limits = fs.readFileSync(`/proc/${host.child.pid}/limits`, 'utf8');
    assert.equal(await host.end(), 0);
    return Number(/^Max address space +(\d+) /m.exec(limits)?.[1]);
  };
  const size = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const catalogues = files.flatMap((file) => ['--catalogue', file]);
  for (const [args, request] of [[['serve'], frame({ id: 1, type: 'check' })], [['check', '--ndjson'], '{"id":1,"type":"check"}\n']])
    assert.equal(await space([...args, ...catalogues], request) - await space(args, request), size, args.join(' '));
});

test('only the standard descriptors and the private output stay open', { skip: without || process.getuid() !== 0 }, async () => {
  const child = spawn('/bin/sh', ['-c', 'exec "$0" serve 3>/dev/null 4</dev/null 8</dev/null', PROGRAM], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.write(frame({ id: 1, type: 'check' }));
  await once(child.stdout, 'data');
  const open = fs.readdirSync(`/proc/${child.pid}/fd`).map(Number).sort((a, b) => a - b);
  child.stdin.end();
  assert.equal((await once(child, 'close'))[0], 0);
  assert.deepEqual(open.slice(0, 3), [0, 1, 2]);
  assert.equal(open.length, 4, `${open}`);
  assert.ok(open[3] >= 10);
});

test('--sandbox tells what is in force, and that it is off when the environment says so', async () => {
  const shown = await run(['--sandbox']);
  assert.equal(shown.status, 0);
  assert.match(shown.stdout, without ? /^no sandbox: / : /^sandbox: resource limits, Landlock \(ABI \d+\), system call filter\n$/);
  const off = await run(['--sandbox'], { env: { HONMONO_SANDBOX: 'off' } });
  assert.match(off.stdout, /^no sandbox: /);
});

test('who runs without it is told so on standard error, once', { skip: process.platform !== 'linux' }, async () => {
  const outside = [['serve'], ['check', '--ndjson']];
  for (const args of outside) {
    const host = new Host(args, { env: { ...process.env, HONMONO_SANDBOX: 'off' } });
    await host.write(args[0] === 'serve' ? frame({ id: 1, type: 'check' }) : '{"id":1,"type":"check"}\n');
    assert.equal(await host.end(), 0);
    const why = /sanitize/.test(PROGRAM) ? 'the sanitizers of this build need what it forbids' : 'HONMONO_SANDBOX=off';
    assert.equal(host.said, `honmono: no sandbox: ${why}\n`, args.join(' '));
  }
});

/* Runs a program as on a kernel without one system call: a filter of its own answers ENOSYS to it. */
const LACKING = `
import ctypes, os, struct, sys
number = int(sys.argv[1])
code = ctypes.create_string_buffer(b''.join(struct.pack('HBBI', *each) for each in (
    (0x20, 0, 0, 0), (0x15, 0, 1, number), (0x06, 0, 0, 0x00050000 | 38), (0x06, 0, 0, 0x7fff0000))))
program = ctypes.create_string_buffer(struct.pack('H6xP', 4, ctypes.addressof(code)))
libc = ctypes.CDLL(None)
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, program, 0, 0) == 0
os.execv(sys.argv[2], sys.argv[2:])
`;
const LAYERS = [
  ['Landlock', 444, 'resource limits, no Landlock, system call filter'],
  ['filters', process.arch === 'x64' ? 317 : 277, /^resource limits, Landlock \(ABI \d+\), no system call filter$/],
];
for (const [layer, number, left] of LAYERS) {
  test(`a kernel without ${layer}: told, and the host goes on with the rest`, { skip: without }, async (t) => {
    const start = (...args) => {
      const child = spawn('python3', ['-c', LACKING, String(number), PROGRAM, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, HOME: folder(t), LC_ALL: 'C' } });
      const seen = { stdout: Buffer.alloc(0), stderr: '' };
      child.stdout.on('data', (data) => { seen.stdout = Buffer.concat([seen.stdout, data]); });
      child.stderr.on('data', (data) => { seen.stderr += data; });
      return { child, seen, closed: once(child, 'close') };
    };
    const served = start('serve');
    served.child.stdin.end(frame({ id: 1, type: 'check' }));
    assert.equal((await served.closed)[0], 0, served.seen.stderr);
    assert.equal(JSON.parse(served.seen.stdout.subarray(4).toString()).type, 'verdict');
    const told = /^honmono: part of the sandbox: (.+): this system lacks it\n$/.exec(served.seen.stderr)?.[1];
    assert.match(String(told), new RegExp(left), served.seen.stderr);
    const doctor = start('doctor');
    assert.equal((await doctor.closed)[0], 1);
    assert.equal(/^Isolation: part of the sandbox: (.+)$/m.exec(doctor.seen.stdout.toString())?.[1], told);
  });
}

test('the largest requests fit: texts that need the most memory, and a profile of 200 brands', () => withHost(async (host) => {
  const brands = Array.from({ length: 200 }, (_, i) => ({
    id: `b${i}`, name: `Brand ${i}`, aliases: [`ブランド${i}`], web_domains: [`brand${i}.example`], mail_domains: [`mail.brand${i}.example`],
  }));
  assert.equal((await host.ask({ type: 'profile', trusted: [], unused_services: [], brands })).type, 'profile');
  for (const text of ['あ'.repeat(340_000), 'a\u0301'.repeat(340_000), 'x'.repeat(1_000_000)])
    assert.equal((await host.check({ text })).type, 'verdict');
}));
