// Chrome DevTools Protocol over --remote-debugging-pipe: JSON messages ended by NUL on descriptors 3 (in) and 4 (out).
import { spawn } from 'node:child_process';

export const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** For what comes at once on a machine at rest: waiting costs nothing where it does, and a slow machine is no fault of ours. */
export const PATIENCE_MS = 30_000;
/** No command of a browser takes so long: one that does has lost its reply. */
const COMMAND_MS = 90_000;

/**
 * Calls `look` until it gives something true; one that throws (a page that is on its way to another) is called again, too.
 * @returns what it gave, or throws with `what` after `ms`
 */
export async function until(look, what, ms = PATIENCE_MS) {
  const end = Date.now() + ms;
  for (;;) {
    let problem = '';
    try {
      const seen = await look();
      if (seen) return seen;
    } catch (error) {
      if (/the browser is gone/.test(error.message)) throw error;
      problem = `; ${error.message}`;
    }
    if (Date.now() > end) throw new Error(`not seen within ${ms} ms: ${what}${problem}`);
    await sleep(25);
  }
}

/** One browser process and its pipe. */
export class Connection {
  constructor(program, args, environment) {
    this.process = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env: environment, detached: true });
    this.waiting = new Map();
    this.listeners = new Set();
    this.lastId = 0;
    this.stderr = '';
    this.process.stderr.on('data', (data) => { this.stderr = (this.stderr + data).slice(-4000); });
    this.process.stdio[3].on('error', () => {});
    this.exited = new Promise((done) => { this.process.once('exit', () => { this.fail(); done(); }); });
    this.process.once('error', (error) => { this.stderr += String(error); this.fail(); });
    this.read();
  }

  read() {
    let held = [];
    this.process.stdio[4].on('data', (data) => {
      let rest = data;
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.take(JSON.parse(Buffer.concat([...held, rest.subarray(0, end)]).toString('utf8')));
        held = [];
        rest = rest.subarray(end + 1);
      }
      if (rest.length) held.push(rest);
    });
  }

  take(message) {
    const waiter = message.id && this.waiting.get(message.id);
    if (!waiter) { for (const listener of [...this.listeners]) listener(message); return; }
    this.waiting.delete(message.id);
    clearTimeout(waiter.timer);
    if (message.error) waiter.reject(new Error(`${waiter.method}: ${message.error.message}`));
    else waiter.resolve(message.result);
  }

  fail() {
    this.dead = true;
    for (const { timer, reject } of this.waiting.values()) {
      clearTimeout(timer);
      reject(new Error(`the browser is gone\n${this.stderr}`));
    }
    this.waiting.clear();
  }

  send(method, params = {}, sessionId = undefined) {
    if (this.dead) return Promise.reject(new Error(`the browser is gone\n${this.stderr}`));
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      const id = this.lastId;
      const timer = setTimeout(() => { this.waiting.delete(id); reject(new Error(`${method}: no reply within ${COMMAND_MS} ms`)); }, COMMAND_MS);
      this.waiting.set(id, { resolve, reject, method, timer });
      this.process.stdio[3].write(`${JSON.stringify({ id: this.lastId, method, params, sessionId })}\0`);
    });
  }

  /** Whether the browser has come up. @returns {Promise<boolean>} */
  works() { return this.send('Browser.getVersion').then(() => true, () => false); }

  async close() {
    await Promise.race([this.send('Browser.close').catch(() => {}), sleep(2000)]);
    await Promise.race([this.exited, sleep(3000)]);
    try { process.kill(-this.process.pid, 'SIGKILL'); } catch { /* gone already */ }
  }
}
