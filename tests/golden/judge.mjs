// Asks the real host, by frames, as a browser would, and compares its verdict with what a case expects.
//
// A case: {name, profile?, request, level?, max_level?, has?: [expectation], lacks?: [expectation], links?: [{index, …}], sender?: {…}}.
// An expectation is a code, or {code, level?, target?, index?, brand?, official_has?}: all of it must fit one finding.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const LEVELS = ['none', 'notice', 'warning', 'danger'];
const REPLY_MS = 10_000;

/** One running host; requests are answered in order. */
export class Judge {
  constructor(program = process.env.HONMONO_HOST) {
    if (!program) throw new Error('set HONMONO_HOST to the honmono program, for example build/honmono');
    fs.accessSync(program, fs.constants.X_OK);
    this.process = spawn(program, ['serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.held = Buffer.alloc(0);
    this.waiting = [];
    this.lastId = 0;
    this.process.stdout.on('data', (data) => this.take(data));
    this.process.stdin.on('error', () => {});
    this.ended = new Promise((done) => { this.process.once('close', (code, signal) => { this.end(code ?? signal); done(code ?? signal); }); });
  }

  take(data) {
    this.held = Buffer.concat([this.held, data]);
    while (this.held.length >= 4 && this.held.length >= 4 + this.held.readUInt32LE(0)) {
      const end = 4 + this.held.readUInt32LE(0);
      this.waiting.shift()?.resolve(JSON.parse(this.held.subarray(4, end).toString('utf8')));
      this.held = this.held.subarray(end);
    }
  }

  end(status) { for (const waiter of this.waiting.splice(0)) waiter.reject(new Error(`the host ended with ${status}`)); }

  async ask(message) {
    this.lastId += 1;
    const id = this.lastId;
    const body = Buffer.from(JSON.stringify({ ...message, id }), 'utf8');
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    let limit;
    const reply = await new Promise((resolve, reject) => {
      limit = setTimeout(() => reject(new Error(`no reply within ${REPLY_MS} ms`)), REPLY_MS);
      this.waiting.push({ resolve, reject });
      this.process.stdin.write(Buffer.concat([head, body]));
    }).finally(() => clearTimeout(limit));
    if (reply.id !== id) throw new Error(`reply ${JSON.stringify(reply)} does not answer request ${id}`);
    return reply;
  }

  /** A case's profile, then its request. @returns the verdict */
  async verdict(golden) {
    await this.ask({ trusted: [], unused_services: [], brands: [], ...golden.profile, type: 'profile' });
    return this.ask({ ...golden.request, type: 'check' });
  }

  /** @returns {Promise<number|string>} exit status */
  async close() {
    this.process.stdin.end();
    return this.ended;
  }
}

const fits = (finding, want) => {
  const brand = finding.brand?.id ?? null;
  return finding.code === want.code
    && (want.level === undefined || want.level === finding.level)
    && (want.target === undefined || want.target === finding.target?.kind)
    && (want.index === undefined || want.index === finding.target?.index)
    && (want.brand === undefined || want.brand === brand)
    && (want.official_has ?? []).every((official) => (finding.official ?? []).includes(official));
};

const expectation = (want) => (typeof want === 'string' ? { code: want } : want);

function* memberProblems(what, got, want) {
  for (const [member, value] of Object.entries(want)) {
    if (JSON.stringify(got?.[member]) !== JSON.stringify(value)) yield `${what}: ${member} is ${JSON.stringify(got?.[member])}, not ${JSON.stringify(value)}`;
  }
}

/** What a verdict lacks of a case. @returns {string[]} empty when all holds */
export function problems(golden, verdict) {
  if (verdict.type !== 'verdict') return [`no verdict: ${JSON.stringify(verdict)}`];
  const findings = verdict.findings ?? [];
  const any = (want) => findings.some((finding) => fits(finding, expectation(want)));
  const found = [];
  if (golden.level !== undefined && verdict.level !== golden.level) found.push(`level ${verdict.level}, not ${golden.level}`);
  if (golden.max_level !== undefined && LEVELS.indexOf(verdict.level) > LEVELS.indexOf(golden.max_level)) found.push(`level ${verdict.level}, over ${golden.max_level}`);
  for (const want of golden.has ?? []) if (!any(want)) found.push(`missing ${JSON.stringify(want)}`);
  for (const want of golden.lacks ?? []) if (any(want)) found.push(`unwanted ${JSON.stringify(want)}`);
  for (const want of golden.links ?? []) found.push(...memberProblems(`link ${want.index}`, verdict.links?.find((link) => link.index === want.index), want));
  found.push(...memberProblems('sender', verdict.sender, golden.sender ?? {}));
  for (const finding of findings) if (!finding.title || !finding.detail) found.push(`finding ${finding.code} without title or detail`);
  if (found.length) found.push(`findings: ${findings.map((finding) => `${finding.code}=${finding.level}@${finding.target?.kind}${finding.target?.index ?? ''}`).join(' ') || 'none'}`);
  return found;
}
