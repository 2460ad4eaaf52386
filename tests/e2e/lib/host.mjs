// The native host as the browser finds it: the manifest in a temporary profile, and what went through it.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const HOST_NAME = 'org.honmono.host';
export const GECKO_ID = 'honmono@honmono.org';
export const EXTENSION = process.env.HONMONO_EXTENSION ?? new URL('../../../extension/', import.meta.url).pathname.replace(/\/$/, '');
const RELAY = new URL('relay.mjs', import.meta.url).pathname;

/** The program under test. @returns {string} */
export function hostProgram() {
  const program = process.env.HONMONO_HOST;
  if (!program) throw new Error('set HONMONO_HOST to the honmono program, for example build/honmono');
  fs.accessSync(program, fs.constants.X_OK);
  return fs.realpathSync(program);
}

/** Chromium derives the id from the manifest's key. @returns {string} */
export function chromiumId(extension = EXTENSION) {
  const { key } = JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
  const hash = crypto.createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...hash.slice(0, 32)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/**
 * Registers a host in `folder` (a browser's NativeMessagingHosts folder).
 * @param {string} folder
 * @param {{allowed: object, program: string, work: string, relay?: boolean}} settings `relay`: go through relay.mjs
 */
export function registerHost(folder, { allowed, program, work, relay = true }) {
  fs.mkdirSync(folder, { recursive: true });
  const log = path.join(work, 'frames.ndjson');
  const delayFile = path.join(work, 'delay');
  fs.writeFileSync(log, '');
  fs.writeFileSync(delayFile, '');
  let start = program;
  if (relay) {
    const settings = path.join(work, 'relay.json');
    start = path.join(work, 'host');
    fs.writeFileSync(settings, JSON.stringify({ host: program, log, delayFile }));
    fs.writeFileSync(start, `#!/bin/sh\nexec '${process.execPath}' '${RELAY}' '${settings}' "$@"\n`, { mode: 0o755 });
  }
  const manifest = path.join(folder, `${HOST_NAME}.json`);
  fs.writeFileSync(manifest, JSON.stringify({ name: HOST_NAME, description: 'Honmono', path: start, type: 'stdio', ...allowed }));
  // The last line may still be being written.
  const entries = () => fs.readFileSync(log, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line));
  return {
    manifest,
    entries,
    /** Verdicts that reached the browser. */
    verdicts: () => entries().filter((entry) => entry.kind === 'reply' && entry.message?.type === 'verdict').map((entry) => entry.message),
    checks: () => entries().filter((entry) => entry.kind === 'request' && entry.message?.type === 'check').map((entry) => entry.message),
    /** Milliseconds, "drop" or "garble" for coming verdicts; '' for none. */
    fault: (value) => fs.writeFileSync(delayFile, String(value)),
    /** The real host's process, the newest one. @returns {number|undefined} */
    pid: () => entries().findLast((entry) => entry.kind === 'start')?.pid,
  };
}
