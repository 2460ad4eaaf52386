// Starts each registered host exactly as its browser would (path and ids from the manifest, the browser's
// arguments, the program's own folder) and prints its verdict on the two sample mails.
//   printf 'chromium\t/path/org.honmono.host.json\n' | node verify.mjs [--japanese]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { mailOf, requestOf } from '../tests/e2e/lib/mails.mjs';

const SAMPLES = ['xserver-held-mail', 'metamask-verify'];
const REPLY_MS = 10_000;
const japanese = process.argv.includes('--japanese');

/** The arguments with which a browser of this kind starts a host. */
function browserArguments(kind, file, manifest) {
  return kind === 'firefox' ? [file, manifest.allowed_extensions[0]] : [manifest.allowed_origins[0]];
}

function frame(message) {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Sends all messages, resolves with their replies. */
function converse(program, args, messages) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: path.dirname(program), stdio: ['pipe', 'pipe', 'inherit'] });
    const replies = [];
    let held = Buffer.alloc(0);
    const timer = setTimeout(() => { child.kill('SIGKILL'); reject(new Error(`no reply within ${REPLY_MS / 1000} s`)); }, REPLY_MS);
    child.stdout.on('data', (data) => {
      held = Buffer.concat([held, data]);
      while (held.length >= 4 && held.length >= 4 + held.readUInt32LE(0)) {
        const end = 4 + held.readUInt32LE(0);
        replies.push(JSON.parse(held.subarray(4, end).toString()));
        held = held.subarray(end);
      }
    });
    child.once('error', reject);
    child.stdin.on('error', () => {});
    child.once('close', (status) => {
      clearTimeout(timer);
      if (status === 0 && replies.length === messages.length) resolve(replies);
      else reject(new Error(`${replies.length} of ${messages.length} replies, exit status ${status}`));
    });
    child.stdin.end(Buffer.concat(messages.map(frame)));
  });
}

/** Prints what the host says of the samples; true when both are dangerous, as they should be. */
async function verify(kind, file) {
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  const languages = [japanese ? 'ja' : 'en'];
  const requests = SAMPLES.map((id, index) => {
    const mail = mailOf(id);
    return { id: index + 1, type: 'check', ...requestOf(mail, mail.messages.at(-1)) };
  });
  const [hello, ...verdicts] = await converse(manifest.path, browserArguments(kind, file, manifest),
    [{ id: 0, type: 'hello', protocol: 1, client: { name: 'honmono-install', version: '1.0.0' }, languages }, ...requests]);

  console.log(`${file}\n  ${hello.host.name} ${hello.host.version}, ${hello.catalogue.brands} brands, ${hello.catalogue.version}`);
  verdicts.forEach((verdict, index) => {
    console.log(`  ${requests[index].sender.name} <${requests[index].sender.address}>: ${verdict.level}`);
    for (const finding of verdict.findings.slice(0, 3)) console.log(`    - ${finding.title}`);
  });
  return verdicts.every((verdict) => verdict.level === 'danger');
}

const registered = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'));
for (const [kind, file] of registered) {
  try {
    if (!(await verify(kind, file))) process.exitCode = 1;
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    process.exitCode = 1;
  }
}
