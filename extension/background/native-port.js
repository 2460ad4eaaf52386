// The client of the native program: one port, opened on demand. A request is a promise kept under its id until the
// reply, a time-out or the end of the port. hello comes before everything else, so that a program that speaks
// another protocol is found out before it sees a mail.
//
//   closed ── request ──► opening ── hello ──► ready ── idle ──► closed
//                            │                    │
//                            ▼                    ▼
//              absent | forbidden | old         died ── next request, after the pause ──► opening

import { isHello } from './messages.js';

export const HOST_NAME = 'org.honmono.host';
export const PROTOCOL = 1;

const TIMEOUT_MS = 2800;
const IDLE_MS = 120_000;
const PAUSES_MS = [0, 1000, 2000, 5000, 15_000, 60_000];

/** Failure of a request; `reason` is one of Reason, `code` the host's error code where it gave one. */
export class HostError extends Error {
  /** @param {Reason} reason @param {string} [detail] @param {string} [code] */
  constructor(reason, detail = '', code = '') {
    super(detail || reason);
    this.reason = reason;
    this.code = code;
  }
}

/** @param {string} message what the browser says of a port that ended @returns {Reason} */
export function reasonOf(message) {
  if (/not found|no such native application/i.test(message)) return 'absent';
  if (/forbidden|not allowed/i.test(message)) return 'forbidden';
  return 'died';
}

export class NativePort {
  /** @type {any} */ #port = null;
  /** @type {Map<number, {resolve(reply: any): void, reject(error: Error): void, timer: any}>} */ #waiting = new Map();
  /** @type {Promise<any> | null} */ #opening = null;
  #lastId = 0;
  #failures = 0;
  #closings = 0;
  #notBefore = 0;
  /** @type {any} */ #idle = null;
  /** @type {Reason} */ #failure = 'died';

  /** @type {'closed' | 'opening' | 'ready' | Reason} */ state = 'closed';
  /** The host's reply to hello, while the port is ready. @type {any} */ hello = null;

  /**
   * @param {{connect(name: string): any, lastError(port: any): string, greeting(): Promise<object>, opened?(port: NativePort): Promise<void>,
   *   now?(): number, timeout?: number}} options `greeting` gives the members of hello; `opened` runs between hello and the first request
   */
  constructor(options) {
    this.options = { now: () => Date.now(), timeout: TIMEOUT_MS, opened: async () => {}, ...options };
  }

  /** Sends one request when the host is ready. @param {object} body without id @returns {Promise<any>} rejects with HostError */
  async request(body) {
    await this.ready();
    return this.send(body);
  }

  /** Opens the port if need be. @returns {Promise<any>} the reply to hello */
  ready() {
    if (this.state === 'ready') return Promise.resolve(this.hello);
    if (this.#opening) return this.#opening;
    if (this.options.now() < this.#notBefore) return Promise.reject(new HostError(this.#failure));
    this.#opening = this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** The reader asks again: no pause. */
  retryNow() {
    this.#notBefore = 0;
    this.#failures = 0;
  }

  close() {
    this.#closings++;
    this.#end('closed', new HostError('died', 'closed'));
  }

  async #open() {
    this.state = 'opening';
    try {
      const greeting = await this.#greeting();
      this.#connect();
      const hello = await this.send({ type: 'hello', protocol: PROTOCOL, ...greeting });
      if (!isHello(hello) || hello.protocol !== PROTOCOL) throw new HostError('old');
      this.hello = hello;
      await this.options.opened(this);
    } catch (error) {
      throw this.#fail(openingReason(error), String(error));
    }
    this.state = 'ready';
    this.#failures = 0;
    return this.hello;
  }

  #connect() {
    let port;
    try {
      port = this.options.connect(HOST_NAME);
    } catch (error) {
      throw new HostError(reasonOf(String(error)), String(error));
    }
    this.#port = port;
    port.onMessage.addListener((/** @type {any} */ reply) => this.#port === port && this.#receive(reply));
    port.onDisconnect.addListener((/** @type {any} */ ended) => {
      const message = this.options.lastError(ended);
      if (this.#port === port) this.#fail(reasonOf(message), message);
    });
  }

  /** Closed while it was made, it is of settings that hold no more. @returns {Promise<object>} */
  async #greeting() {
    for (;;) {
      const closings = this.#closings;
      const greeting = await this.options.greeting();
      if (closings === this.#closings) return greeting;
      this.state = 'opening';
    }
  }

  /** Sends without waiting for hello: for hello itself and for `opened`. @param {object} body @returns {Promise<any>} */
  send(body) {
    const port = this.#port;
    if (!port) return Promise.reject(new HostError(this.#failure));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#expire(id), this.options.timeout);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#stayOpen();
      try {
        port.postMessage({ id, ...body });
      } catch (error) {
        this.#settle(id)?.reject(new HostError('died', String(error)));
      }
    });
  }

  /** @param {any} reply */
  #receive(reply) {
    // Replies come in order: an error without an id is about the oldest request.
    const id = reply?.id ?? (reply?.type === 'error' ? this.#waiting.keys().next().value : undefined);
    const entry = this.#settle(id);
    if (!entry) {
      console.warn('Honmono: a reply that nobody waits for');
      return;
    }
    if (reply.type !== 'error') entry.resolve(reply);
    else entry.reject(new HostError(reply.code === 'unsupported-protocol' || reply.code === 'unsupported-type' ? 'old' : 'refused', reply.detail, reply.code));
  }

  /** A reply that the browser could not read never arrives, and the port stays open. @param {number} id */
  #expire(id) {
    this.#settle(id)?.reject(new HostError('timeout'));
    // The host answers in order: one that hangs would hold up everything behind it.
    if (this.state === 'ready') this.#fail('timeout', 'no reply');
  }

  /** @param {number | undefined} id */
  #settle(id) {
    const entry = id === undefined ? undefined : this.#waiting.get(id);
    if (!entry || id === undefined) return undefined;
    clearTimeout(entry.timer);
    this.#waiting.delete(id);
    return entry;
  }

  /** @param {Reason} reason @param {string} detail @returns {HostError} */
  #fail(reason, detail) {
    const error = new HostError(reason, detail);
    if (!this.#port && this.state !== 'opening') return error;
    this.#failure = reason;
    this.#notBefore = this.options.now() + PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)];
    this.#failures++;
    this.#end(reason, error);
    return error;
  }

  /** @param {NativePort['state']} state @param {HostError} error */
  #end(state, error) {
    const port = this.#port;
    this.#port = null;
    this.hello = null;
    this.state = state;
    clearTimeout(this.#idle);
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(error);
    port?.disconnect();
  }

  /** An open port keeps the background awake: it is closed when nothing has been asked for a while. */
  #stayOpen() {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.state === 'ready' && this.close(), IDLE_MS);
  }
}

/** @param {unknown} error @returns {Reason} */
function openingReason(error) {
  if (!(error instanceof HostError)) return 'died';
  return error.reason === 'refused' ? 'old' : error.reason;
}
