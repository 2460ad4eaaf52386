// A host that lives long, and many at once. See run.sh for what is asked and what must hold.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { casesOf, requestOf } from '../eval/sets.mjs';
import { mail, numbers } from './mails.mjs';

const FIRST_ID = 1_000_000_000; // as many digits as every further one
const AHEAD = 64; // requests on their way
const GENERATED = 2000;
const LARGEST = 1024 * 1024;

const { values: options } = parseArgs({ options: {
  mails: { type: 'string', multiple: true, default: [] }, checks: { type: 'string', default: '1000000' }, hosts: { type: 'string', default: '50' }, each: { type: 'string', default: '2000' }, growth: { type: 'string', default: '4096' },
} });
const program = process.env.HONMONO_HOST;
if (!program || os.endianness() !== 'LE') throw new Error('set HONMONO_HOST to the honmono program (and use a little-endian machine)');

/** @param {string} text @returns {Buffer} */
function frame(text) {
  const body = Buffer.from(text.toWellFormed(), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Every request with the place for its id at the same byte; too long ones are left out. @returns {Buffer[]} */
function requests() {
  const any = numbers(20261122);
  const made = options.mails.length
    ? options.mails.flatMap((path) => [...casesOf({ kind: 'mails', path })].map((one) => requestOf(one, true)))
    : Array.from({ length: GENERATED }, () => mail(any));
  return made.map((members) => frame(JSON.stringify({ id: FIRST_ID, type: 'check', ...members }))).filter((bytes) => bytes.length <= LARGEST + 4);
}
const ID_AT = 4 + '{"id":'.length;

/** Only root sees the descriptors of a process that is shut in. @param {number} pid */
function descriptorsOf(pid) {
  try { return String(fs.readdirSync(`/proc/${pid}/fd`).length); } catch { return 'for root to see'; }
}

/** What the kernel says of a process: resident memory in KiB, open descriptors. @param {number} pid */
function facts(pid) {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return { resident: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]), descriptors: descriptorsOf(pid) };
}

/** One host that is asked `total` of the requests, turn by turn. Every reply must come in order, once, and be the same as the
 * first to this request; `watch` is called now and then. */
async function converse(/** @type {Buffer[]} */ asked, /** @type {number} */ total, /** @type {(pid: number, done: number) => void} */ watch) {
  const child = spawn(/** @type {string} */ (program), ['serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {(string|undefined)[]} */
  const firsts = new Array(asked.length);
  let held = Buffer.alloc(0);
  let sent = 0;
  let done = 0;
  const pump = () => {
    const batch = [];
    for (; sent < total && sent - done < AHEAD; sent += 1) {
      const copy = Buffer.from(asked[sent % asked.length]);
      copy.write(String(FIRST_ID + sent), ID_AT, 'latin1');
      batch.push(copy);
    }
    if (batch.length) child.stdin.write(Buffer.concat(batch));
    else if (done === total) child.stdin.end();
  };
  const take = (/** @type {Buffer} */ reply) => {
    const head = `{"id":${FIRST_ID + done},"type":"verdict"`;
    if (reply.toString('latin1', 0, head.length) !== head) throw new Error(`reply ${done}: ${reply.toString('utf8', 0, 120)}`);
    const digest = createHash('md5').update(reply.subarray(head.length)).digest('base64');
    const first = (firsts[done % asked.length] ??= digest);
    if (first !== digest) throw new Error(`reply ${done} is another one than the first to the same request`);
    done += 1;
    if (done % 1000 === 0 || done === total) watch(/** @type {number} */ (child.pid), done);
  };
  child.stdin.on('error', () => {});
  child.stdout.on('data', (data) => {
    held = held.length ? Buffer.concat([held, data]) : data;
    for (; held.length >= 4 && held.length >= 4 + held.readUInt32LE(0); held = held.subarray(4 + held.readUInt32LE(0))) take(held.subarray(4, 4 + held.readUInt32LE(0)));
    pump();
  });
  pump();
  const [status, signal] = await once(child, 'close');
  if (status !== 0 || done !== total || held.length) throw new Error(`ended with ${status ?? signal} after ${done} of ${total} replies, ${held.length} bytes over`);
  return firsts;
}

/** One host for long: what it holds after a tenth of the checks, every mail among them, is what it holds at the end. */
async function long(/** @type {Buffer[]} */ asked, /** @type {number} */ total) {
  const started = Date.now();
  const first = Math.min(total, Math.max(total / 10, asked.length));
  /** @type {{done: number, resident: number, descriptors: string}[]} */
  const seen = [];
  await converse(asked, total, (pid, done) => {
    if (done >= first) seen.push({ done, ...facts(pid) });
    if (done % 100_000 === 0) console.log(`${done} checks, ${Math.round((Date.now() - started) / 1000)} s, ${seen.at(-1)?.resident} KiB`);
  });
  const settled = seen[0];
  const most = Math.max(...seen.map(({ resident }) => resident));
  const descriptors = new Set(seen.map((fact) => fact.descriptors));
  console.log(`one host: ${total} checks of ${asked.length} mails in ${Math.round((Date.now() - started) / 1000)} s, each answered once, in order and always alike; `
    + `${settled.resident} KiB after ${settled.done}, ${most} KiB at most after that, descriptors: ${[...descriptors].join(', ')}`);
  if (most - settled.resident > Number(options.growth)) throw new Error(`it grew by ${most - settled.resident} KiB`);
  if (descriptors.size !== 1) throw new Error('its descriptors are not always as many');
}

/** Many at once, each by itself: all say the same. */
async function many(/** @type {Buffer[]} */ asked, /** @type {number} */ hosts, /** @type {number} */ each) {
  const started = Date.now();
  /** @type {Map<number, number>} */
  const resident = new Map();
  const firsts = await Promise.all(Array.from({ length: hosts }, () => converse(asked, each, (pid) => resident.set(pid, facts(pid).resident))));
  for (const other of firsts) if (other.some((digest, i) => digest !== firsts[0][i])) throw new Error('two hosts say different things');
  const sizes = [...resident.values()];
  console.log(`${hosts} hosts at once: ${hosts * each} checks in ${Math.round((Date.now() - started) / 1000)} s, all alike; ${Math.min(...sizes)} to ${Math.max(...sizes)} KiB each`);
}

const asked = requests();
if (asked.length === 0) throw new Error('no mail to ask about');
await long(asked, Number(options.checks));
await many(asked, Number(options.hosts), Number(options.each));
