// The real host, asked one request after the other over native-messaging frames (protocol.md, "Transport").
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';

const LITTLE_ENDIAN = os.endianness() === 'LE';
const REPLY_MS = 20_000;
/** No browser takes a longer reply. */
const REPLY_BYTES = 1024 * 1024;

/** @param {Buffer} bytes */
const readLength = (bytes) => (LITTLE_ENDIAN ? bytes.readUInt32LE(0) : bytes.readUInt32BE(0));

/** @param {object} message @returns {Buffer} */
export function frame(message) {
  const body = Buffer.from(JSON.stringify(message).toWellFormed(), 'utf8');
  const head = Buffer.alloc(4);
  if (LITTLE_ENDIAN) head.writeUInt32LE(body.length); else head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** @param {string|undefined} given `--host` or HONMONO_HOST @returns {string} */
export function hostProgram(given = process.env.HONMONO_HOST) {
  if (!given) throw new Error('name the host: --host PROGRAM or HONMONO_HOST, for example build/honmono');
  fs.accessSync(given, fs.constants.X_OK);
  return given;
}

/** A host that is started again after a failure, so that one bad case costs one answer. */
export class Client {
  /** @param {string} program @param {string[]} [args] */
  constructor(program, args = ['serve']) {
    this.program = program;
    this.args = args;
    this.starts = 0;
    this.lastId = 0;
  }

  start() {
    this.starts += 1;
    this.child = spawn(this.program, this.args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.held = Buffer.alloc(0);
    this.over = '';
    this.wake = () => {};
    const child = this.child;
    child.stdout.on('data', (data) => { if (child === this.child) { this.held = this.held.length ? Buffer.concat([this.held, data]) : data; this.wake(); } });
    child.stdin.on('error', () => {});
    child.on('error', (error) => { if (child === this.child) { this.over = error.message; this.wake(); } });
    this.closed = once(child, 'close').then(([code, signal]) => { if (child === this.child) { this.over = `ended with ${code ?? signal}`; this.wake(); } return code ?? signal; }, () => -1);
  }

  /** @returns {Promise<Buffer>} the body of the next frame */
  async next() {
    const until = Date.now() + REPLY_MS;
    for (;;) {
      const bytes = this.held.length < 4 ? -1 : readLength(this.held);
      if (bytes > REPLY_BYTES) throw new Error(`a reply of ${bytes} bytes`);
      if (bytes >= 0 && this.held.length >= 4 + bytes) {
        const body = this.held.subarray(4, 4 + bytes);
        this.held = this.held.subarray(4 + bytes);
        return body;
      }
      if (this.over) throw new Error(`the host ${this.over}`);
      if (Date.now() >= until) throw new Error(`no reply within ${REPLY_MS} ms`);
      await this.event(until - Date.now());
    }
  }

  /** @param {number} milliseconds waits for the host to say or do something */
  event(milliseconds) {
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      this.wake = () => { clearTimeout(timer); done(undefined); };
    });
  }

  /**
   * @param {object} message without id
   * @returns {Promise<any>} the reply to exactly this message
   */
  async ask(message) {
    if (!this.child) this.start();
    this.lastId += 1;
    const id = this.lastId;
    try {
      this.child.stdin.write(frame({ id, ...message }));
      const reply = JSON.parse((await this.next()).toString('utf8'));
      if (reply?.id !== id) throw new Error(`reply ${JSON.stringify(reply).slice(0, 120)} does not answer request ${id}`);
      return reply;
    } catch (error) {
      this.child.kill('SIGKILL');
      await this.closed;
      this.child = undefined;
      throw error;
    }
  }

  /** @param {object} members of a check @returns {Promise<any>} its verdict */
  async check(members) {
    const reply = await this.ask({ type: 'check', ...members });
    if (reply.type !== 'verdict') throw new Error(`${reply.code ?? reply.type}: ${reply.detail ?? ''}`);
    return reply;
  }

  /** Every brand of the catalogue. @returns {Promise<any[]>} */
  async brands() {
    const all = [];
    for (let from = 0; from !== undefined;) {
      const page = await this.ask({ type: 'brands', from });
      if (!Array.isArray(page.brands)) throw new Error(`brands: ${JSON.stringify(page).slice(0, 200)}`);
      all.push(...page.brands);
      from = page.next;
    }
    return all;
  }

  /** Ends the input. @returns {Promise<number|string|undefined>} the exit status */
  async close() {
    if (!this.child) return undefined;
    this.child.stdin.end();
    const status = await this.closed;
    this.child = undefined;
    return status;
  }
}
