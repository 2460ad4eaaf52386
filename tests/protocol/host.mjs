// The real host on real pipes: raw bytes in, frames out.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import fs from 'node:fs';

export const PROGRAM = process.env.HONMONO_HOST;
if (!PROGRAM) throw new Error('set HONMONO_HOST to the honmono program, for example build/honmono');

export const LIMIT = 1024 * 1024;
/** Long enough for a host under valgrind. */
const REPLY_MS = 120_000;

/** A length in the machine's byte order. */
export function head(length) {
  const bytes = Buffer.alloc(4);
  if (os.endianness() === 'LE') bytes.writeUInt32LE(length); else bytes.writeUInt32BE(length);
  return bytes;
}

/** A frame of an object, a text or bytes. */
export function frame(body) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
  return Buffer.concat([head(bytes.length), bytes]);
}

/** Builds with sanitizers and hosts under valgrind say that they run without a sandbox; nothing else may be said. */
const apart = (stderr) => stderr.replace(/^honmono: no sandbox: (the sanitizers|HONMONO_SANDBOX=off).*\n/m, '');

const readLength = (bytes) => (os.endianness() === 'LE' ? bytes.readUInt32LE(0) : bytes.readUInt32BE(0));

/** One running host; replies come in order. */
export class Host {
  constructor(args = ['serve'], options = {}) {
    this.child = spawn(PROGRAM, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
    this.held = Buffer.alloc(0);
    this.said = '';
    this.lastId = 0;
    this.arrived = () => {};
    this.child.stdout.on('data', (data) => { this.held = Buffer.concat([this.held, data]); this.arrived(); });
    this.child.stderr.on('data', (data) => { this.said += data; });
    this.child.stdin.on('error', () => {});
    this.closed = once(this.child, 'close').then(([code, signal]) => { this.over = true; this.arrived(); return code ?? signal; });
  }

  get stderr() { return apart(this.said); }

  /** Writes bytes and waits until the pipe has taken them. */
  async write(bytes) {
    if (!this.child.stdin.write(bytes)) await Promise.race([once(this.child.stdin, 'drain'), this.closed]);
  }

  /** The bytes of the next frame. */
  async frame() {
    const until = Date.now() + REPLY_MS;
    while (!(this.held.length >= 4 && this.held.length >= 4 + readLength(this.held))) {
      if (this.over) throw new Error(`the host ended: ${this.stderr}`);
      if (Date.now() > until) throw new Error('no reply in time');
      let timer;
      await new Promise((done) => { this.arrived = done; timer = setTimeout(done, 1000); });
      clearTimeout(timer);
    }
    const end = 4 + readLength(this.held);
    const body = this.held.subarray(4, end);
    this.held = this.held.subarray(end);
    return body;
  }

  async reply() { return JSON.parse((await this.frame()).toString('utf8')); }

  /** Sends an object with the next id, or a body as it is, and waits for its reply. */
  async ask(message) {
    if (typeof message === 'string' || Buffer.isBuffer(message)) {
      await this.write(frame(message));
      return this.reply();
    }
    this.lastId += 1;
    await this.write(frame({ id: this.lastId, ...message }));
    return this.reply();
  }

  check(members) { return this.ask({ type: 'check', ...members }); }

  /** Ends the input. @returns exit status */
  async end() {
    this.child.stdin.end();
    return this.closed;
  }
}

/** Runs `use` with a host and ends it; the host must then end with status 0 and nothing left over. */
export async function withHost(use, args) {
  const host = new Host(args);
  try {
    await use(host);
  } finally {
    host.child.stdin.end();
  }
  const status = await host.closed;
  if (status !== 0) throw new Error(`the host ended with ${status}: ${host.stderr}`);
  if (host.held.length) throw new Error(`${host.held.length} bytes nobody asked for`);
}

/** Runs the program to its end. */
export function run(args, { input = '', env = {}, program = PROGRAM } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } });
    const out = [];
    let stderr = '';
    child.stdout.on('data', (data) => out.push(data));
    child.stderr.on('data', (data) => { stderr += data; });
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status: status ?? signal, bytes: Buffer.concat(out), stdout: Buffer.concat(out).toString('utf8'), stderr: apart(stderr) }));
    child.stdin.end(input);
  });
}

/** A folder that is removed after the test. */
export function folder(t) {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-protocol-'));
  t.after(() => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}
