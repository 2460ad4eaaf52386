// Stands between a browser and the real host, and passes every byte on: late, if asked, and noting each frame that goes by.
// The judge stays the real one. Usage: relay.mjs SETTINGS.json [the browser's own arguments]
// Settings: {host, args?, log, delayFile}; the delay file holds milliseconds for replies to `check`, read for each reply,
// a word: "drop" (the reply is lost), "garble" (the reply is no JSON), or a JSON object whose members replace the verdict's.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const settings = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const note = (entry) => fs.appendFileSync(settings.log, `${JSON.stringify({ time: Date.now(), ...entry })}\n`);
const host = spawn(settings.host, [...(settings.args ?? []), ...process.argv.slice(3)], { stdio: ['pipe', 'pipe', 'inherit'] });
note({ kind: 'start', pid: host.pid, relay: process.pid });

/** Cuts a byte stream into frames. */
function frames(stream, take) {
  let held = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4 && held.length >= 4 + held.readUInt32LE(0)) {
      const end = 4 + held.readUInt32LE(0);
      take(held.subarray(0, end));
      held = held.subarray(end);
    }
  });
}

const parsed = (frame) => { try { return JSON.parse(frame.subarray(4).toString('utf8')); } catch { return null; } };
const fault = () => { try { return fs.readFileSync(settings.delayFile, 'utf8').trim(); } catch { return ''; } };

frames(process.stdin, (frame) => {
  note({ kind: 'request', message: parsed(frame) });
  host.stdin.write(frame);
});

function framed(text) {
  const body = Buffer.from(text);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

frames(host.stdout, (frame) => {
  const message = parsed(frame);
  const fate = message?.type === 'verdict' ? fault() : '';
  // Noted first: who sees what the browser does with it finds it in the log, however slow the disk is.
  const pass = (bytes) => { note({ kind: 'reply', message }); process.stdout.write(bytes); };
  if (fate === 'drop') return;
  if (fate === 'garble') pass(framed('{"id":'));
  else if (fate.startsWith('{')) pass(framed(JSON.stringify({ ...message, ...JSON.parse(fate) })));
  else if (Number(fate) > 0) setTimeout(() => pass(Buffer.from(frame)), Number(fate));
  else pass(frame);
});

process.stdin.on('end', () => host.stdin.end());
host.stdin.on('error', () => {});
host.on('exit', (code) => { note({ kind: 'exit', code }); process.exit(code ?? 1); });
