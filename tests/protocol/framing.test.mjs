// Frames: lengths, limits, ends of input, slow ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { test } from 'node:test';
import { Host, LIMIT, PROGRAM, frame, head, withHost } from './host.mjs';

const HELLO = { id: 1, type: 'hello', protocol: 1 };

/** A check of exactly `size` bytes. */
function sized(size) {
  const empty = JSON.stringify({ id: 7, type: 'check', padding: '' });
  return JSON.stringify({ id: 7, type: 'check', padding: 'x'.repeat(size - empty.length) });
}

test('a zero-length frame is invalid-json, and the host goes on', () => withHost(async (host) => {
  const reply = await host.ask('');
  assert.deepEqual([reply.id, reply.type, reply.code], [null, 'error', 'invalid-json']);
  assert.equal((await host.ask(HELLO)).type, 'hello');
}));

test('a frame of one byte', () => withHost(async (host) => {
  assert.equal((await host.ask('{')).code, 'invalid-json');
  assert.equal((await host.ask('1')).code, 'invalid-request');
}));

test('exactly the limit is read, one byte below too', () => withHost(async (host) => {
  for (const size of [LIMIT - 1, LIMIT]) {
    const body = sized(size);
    assert.equal(Buffer.byteLength(body), size);
    const reply = await host.ask(body);
    assert.deepEqual([reply.id, reply.type], [7, 'verdict']);
  }
}));

test('one byte over the limit is refused with a null id, and the next frame is read', () => withHost(async (host) => {
  const reply = await host.ask(sized(LIMIT + 1));
  assert.deepEqual([reply.id, reply.type, reply.code], [null, 'error', 'message-too-large']);
  assert.equal((await host.ask(HELLO)).type, 'hello');
}));

test('64 MiB are drained, not stored', () => withHost(async (host) => {
  const part = Buffer.alloc(LIMIT, 0x20);
  await host.ask(HELLO);
  await host.write(head(64 * LIMIT));
  for (let i = 0; i < 64; i++) await host.write(part);
  assert.equal((await host.reply()).code, 'message-too-large');
  const peak = fs.existsSync(`/proc/${host.child.pid}/status`)
    ? Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${host.child.pid}/status`, 'utf8'))?.[1]) : 0;
  if (!/valgrind|sanitize/.test(PROGRAM)) assert.ok(peak < 48 * 1024, `peak memory ${peak} kB`);
  assert.equal((await host.ask(HELLO)).type, 'hello');
}));

test('two frames in one write, and frames after an error', () => withHost(async (host) => {
  await host.write(Buffer.concat([frame({ id: 1, type: 'check' }), frame('}'), frame({ id: 2, type: 'check' })]));
  assert.equal((await host.reply()).id, 1);
  assert.equal((await host.reply()).code, 'invalid-json');
  assert.equal((await host.reply()).id, 2);
}));

test('one byte a write', () => withHost(async (host) => {
  for (const byte of frame({ id: 3, type: 'check' })) {
    await host.write(Buffer.from([byte]));
    await new Promise((done) => setImmediate(done));
  }
  assert.equal((await host.reply()).id, 3);
}));

test('input that ends between frames: status 0, at once', async () => {
  for (const before of [Buffer.alloc(0), frame({ id: 1, type: 'check' })]) {
    const host = new Host();
    await host.write(before);
    if (before.length) await host.frame();
    const from = Date.now();
    assert.equal(await host.end(), 0);
    if (!/valgrind|sanitize/.test(PROGRAM)) assert.ok(Date.now() - from < 1000);
    assert.equal(host.stderr, '');
  }
});

test('input that ends inside a frame: a line on standard error, status 1, no reply', async () => {
  const whole = frame({ id: 1, type: 'check' });
  const ends = [whole.subarray(0, 1), whole.subarray(0, 2), whole.subarray(0, 3), whole.subarray(0, 4), whole.subarray(0, 5),
    whole.subarray(0, whole.length - 1), head(0xffffffff), Buffer.concat([head(LIMIT + 1), Buffer.alloc(LIMIT)])];
  for (const bytes of ends) {
    const host = new Host();
    await host.write(bytes);
    assert.equal(await host.end(), 1, `after ${bytes.length} bytes`);
    assert.equal(host.held.length, 0);
    assert.match(host.stderr, /^honmono: .*\n$/);
  }
});

test('requests before the end of input are all answered', async () => {
  const host = new Host();
  await host.write(Buffer.concat(Array.from({ length: 50 }, (_, i) => frame({ id: i, type: 'check' }))));
  assert.equal(await host.end(), 0);
  for (let i = 0; i < 50; i++) assert.equal((await host.reply()).id, i);
});

test('a reader that has gone is a clean end', async () => {
  const host = new Host();
  host.child.stdout.destroy();
  await host.write(Buffer.concat(Array.from({ length: 200 }, (_, i) => frame({ id: i, type: 'brands' }))));
  assert.equal(await host.closed, 0);
  assert.equal(host.stderr, '');
});

test('a slow reader gets every reply whole', () => withHost(async (host) => {
  host.child.stdout.pause();
  await host.write(Buffer.concat(Array.from({ length: 20 }, (_, i) => frame({ id: i, type: 'brands' }))));
  await new Promise((done) => setTimeout(done, 300));
  host.child.stdout.resume();
  for (let i = 0; i < 20; i++) assert.equal((await host.reply()).id, i);
}));

test('descriptor 3 is left alone', async () => {
  const child = spawn('/bin/sh', ['-c', `exec "$0" serve 3>"$1"`, PROGRAM, '/dev/full'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(frame({ id: 1, type: 'check' }));
  assert.equal((await once(child, 'close'))[0], 0);
});

// Not under valgrind, which needs the descriptors itself.
test('missing descriptors do no harm', { skip: /valgrind/.test(PROGRAM) }, async () => {
  for (const closing of ['2>&-', '>&- 2>&-', '<&-', '<&- >&- 2>&-']) {
    const bare = spawn('/bin/sh', ['-c', `"$0" serve ${closing}`, PROGRAM], { stdio: ['pipe', 'pipe', 'pipe'] });
    bare.stdin.on('error', () => {});
    bare.stdin.end(frame({ id: 1, type: 'check' }));
    assert.equal((await once(bare, 'close'))[0], 0, closing);
  }
});

test('input that does not block is waited for', async () => {
  const script = 'import fcntl,os,sys;f=fcntl.fcntl(0,fcntl.F_GETFL);fcntl.fcntl(0,fcntl.F_SETFL,f|os.O_NONBLOCK);os.execv(sys.argv[1],[sys.argv[1],"serve"])';
  const child = spawn('python3', ['-c', script, PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  const out = [];
  child.stdout.on('data', (data) => out.push(data));
  await new Promise((done) => setTimeout(done, 200));
  child.stdin.write(frame({ id: 5, type: 'check' }));
  await new Promise((done) => setTimeout(done, 200));
  child.stdin.end();
  assert.equal((await once(child, 'close'))[0], 0);
  assert.equal(JSON.parse(Buffer.concat(out).subarray(4).toString()).id, 5);
});
