// Pipes that misbehave, around the real host: ends that stall, stop, signal, or are cut off.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { test } from 'node:test';
import { Host, LIMIT, PROGRAM, frame, head, withHost } from '../protocol/host.mjs';

const slow = /valgrind|sanitize/.test(PROGRAM);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const check = (id, text = '') => frame({ id, type: 'check', text });

/** Processor time of the process, in clock ticks. */
function ticks(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

test('a writer that stalls inside a frame is waited for, without a busy loop', { skip: slow }, () => withHost(async (host) => {
  const whole = check(7, 'x'.repeat(100_000));
  await host.ask({ type: 'hello', protocol: 1 });
  for (const at of [1, 3, 4, 5, 50_000]) {
    await host.write(whole.subarray(0, at));
    const before = ticks(host.child.pid);
    await pause(150);
    assert.ok(ticks(host.child.pid) - before <= 2, `${at} bytes`);
    await host.write(whole.subarray(at));
    assert.equal((await host.reply()).id, 7);
  }
}));

test('a reader that stops reading costs no processor time and ends with its pipe', { skip: slow }, async () => {
  const host = new Host();
  host.child.stdout.pause();
  for (let i = 0; i < 60; i++) host.child.stdin.write(frame({ id: i, type: 'brands' }));
  await pause(500);
  const before = ticks(host.child.pid);
  await pause(300);
  assert.ok(ticks(host.child.pid) - before <= 2);
  host.child.stdout.destroy();
  assert.equal(await host.closed, 0, host.stderr);
});

test('stopped and continued a hundred times within its frames', async () => {
  const host = new Host();
  const big = check(1, 'long text '.repeat(60_000));
  let over = false;
  const storm = (async () => {
    for (let i = 0; i < 100 && !over; i++) {
      host.child.kill('SIGSTOP');
      await pause(1);
      host.child.kill('SIGCONT');
      await pause(1);
    }
  })();
  for (let i = 0; i < 5; i++) assert.equal((await host.ask(big.subarray(4))).id, 1);
  over = true;
  await storm;
  host.child.kill('SIGCONT');
  assert.equal(await host.end(), 0);
});

test('lengths that promise 64 MiB and 4 GiB: what comes is dropped, the end is told', async () => {
  for (const length of [64 * LIMIT, 64 * LIMIT + 1, 0x7fffffff, 0x80000000, 0xffffffff]) {
    const host = new Host();
    await host.write(head(length));
    await host.write(Buffer.alloc(3 * LIMIT, 0x5b));
    assert.equal(await host.end(), 1, `${length}`);
    assert.match(host.stderr, /inside a message/);
    assert.equal(host.held.length, 0);
  }
});

test('killed at any moment it leaves only whole frames behind', { skip: slow }, async () => {
  for (let i = 0; i < 20; i++) {
    const host = new Host();
    host.child.stdin.write(Buffer.concat(Array.from({ length: 50 }, (_, n) => check(n, 'x'.repeat(500)))));
    await pause(i);
    host.child.kill('SIGKILL');
    assert.equal(await host.closed, 'SIGKILL');
    /* A frame shorter than a pipe's atomic write is there in whole or not at all. */
    while (host.held.length) JSON.parse((await host.frame()).toString('utf8'));
  }
});

const hasPython = spawnSync('python3', ['-c', '']).status === 0;

/* A pipe that does not wait for its reader, as servers hand it down: what is written too early gives EAGAIN. */
for (const verb of [['serve'], ['check', '--ndjson']]) {
  test(`${verb.join(' ')} waits for a reader of a pipe that does not wait`, { skip: slow || !hasPython }, async () => {
    const bare = (id) => JSON.stringify({ id, type: 'brands' });
    const asked = Array.from({ length: 100 }, (_, id) => (verb[0] === 'serve' ? frame(bare(id)) : `${bare(id)}\n`));
    const child = spawn('python3', ['-c', 'import os, sys; os.set_blocking(1, False); os.execv(sys.argv[1], sys.argv[1:])', PROGRAM, ...verb], { stdio: ['pipe', 'pipe', 'pipe'] });
    const out = [];
    let stderr = '';
    child.stdin.end(Buffer.concat(asked.map((one) => Buffer.from(one))));
    child.stderr.on('data', (data) => { stderr += data; });
    await pause(300); // nobody has read yet, and far more than a pipe holds is to come
    child.stdout.on('data', (data) => out.push(data));
    assert.deepEqual(await once(child, 'close'), [0, null], stderr);
    let bytes = Buffer.concat(out);
    assert.ok(bytes.length > LIMIT, `${bytes.length}`);
    for (let id = 0; id < 100; id++) {
      const [from, end] = verb[0] === 'serve' ? [4, 4 + bytes.readUInt32LE(0)] : [0, bytes.indexOf(0x0a) + 1];
      assert.equal(JSON.parse(bytes.subarray(from, end).toString('utf8')).id, id);
      bytes = bytes.subarray(end);
    }
    assert.equal(bytes.length, 0);
  });
}

const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

test('every second read and write is interrupted (EINTR)', { skip: slow || !hasStrace }, async () => {
  const child = spawn('strace', ['-f', '-o', '/dev/null', '-e', 'trace=read,writev', '-e', 'inject=read,writev:error=EINTR:when=40+2', PROGRAM, 'serve'],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, HONMONO_SANDBOX: 'off' } }); // strace gives the calls that it replaces a forbidden number
  const out = [];
  let stderr = '';
  child.stdout.on('data', (data) => out.push(data));
  child.stderr.on('data', (data) => { stderr += data; });
  child.stdin.end(Buffer.concat(Array.from({ length: 60 }, (_, i) => check(i, 'x'.repeat(3000)))));
  assert.deepEqual(await once(child, 'close'), [0, null], stderr);
  let bytes = Buffer.concat(out);
  for (let i = 0; i < 60; i++) {
    const end = 4 + bytes.readUInt32LE(0);
    assert.equal(JSON.parse(bytes.subarray(4, end).toString('utf8')).id, i);
    bytes = bytes.subarray(end);
  }
  assert.equal(bytes.length, 0);
});
