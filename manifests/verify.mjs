// Starts the installed host exactly as each browser would (path and ids from the manifest, the browser's arguments,
// the program's own folder) and prints its verdict on the two sample mails: in full once, then a line a browser.
//   printf 'Chromium\tchromium\t/path/org.honmono.host.json\n' | node verify.mjs [--japanese]
//   node verify.mjs --program /path/honmono [--japanese]     without a browser: as Chromium would start it
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mailOf, requestOf } from '../tests/e2e/lib/mails.mjs';

const SAMPLES = ['xserver-held-mail', 'metamask-verify'];
const REPLY_MS = 10_000;
const { values: { japanese, program: bare } } = parseArgs({ options: { japanese: { type: 'boolean', default: false }, program: { type: 'string' } } });
/** The extension's words for levels. */
const LEVELS = japanese ? { danger: '危険', warning: '不審', notice: '参考', none: '気づいた点なし' } : { danger: 'danger', warning: 'suspicious', notice: 'note', none: 'nothing noticed' };

const say = (english, inJapanese) => console.log(japanese ? inJapanese : english);

/** How a browser of this kind starts the host that a manifest names. */
function callOf(kind, file) {
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { program: manifest.path, args: kind === 'firefox' ? [file, manifest.allowed_extensions[0]] : [manifest.allowed_origins[0]] };
}

/** How Chromium would start a host that is registered nowhere. */
function bareCall(program) {
  const [, id] = /^chromium (\S+)$/m.exec(execFileSync(program, ['--extension-ids'], { encoding: 'utf8' })) ?? [];
  return { program, args: [`chrome-extension://${id}/`] };
}

function frame(message) {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Sends all messages, resolves with their replies. */
function converse({ program, args }, messages) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: path.dirname(program), stdio: ['pipe', 'pipe', 'inherit'] });
    const replies = [];
    let held = Buffer.alloc(0);
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(japanese ? `${REPLY_MS / 1000}秒以内に応答がありません` : `no reply within ${REPLY_MS / 1000} s`));
    }, REPLY_MS);
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
      else reject(new Error(japanese ? `応答 ${replies.length}/${messages.length}件、終了コード ${status}` : `${replies.length} of ${messages.length} replies, exit status ${status}`));
    });
    child.stdin.end(Buffer.concat(messages.map(frame)));
  });
}

const requests = SAMPLES.map((id, index) => {
  const mail = mailOf(id);
  return { id: index + 1, type: 'check', ...requestOf(mail, mail.messages.at(-1)) };
});
const hello = { id: 0, type: 'hello', protocol: 1, client: { name: 'honmono-install', version: '1.0.0' }, languages: [japanese ? 'ja' : 'en'] };

/** They keep a name from the mail apart where text is laid out; some terminals show them as boxes. */
const ISOLATES = /[\u2066-\u2069]/g;

function printInFull(browser, [{ host, catalogue }, ...verdicts]) {
  if (browser) say(`Started as ${browser} starts it, the host answers:`, `${browser} と同じ方法で起動し、応答を確認しました。`);
  else say('Started as a browser would start it, the host answers:', 'ブラウザーと同じ方法で起動し、応答を確認しました。');
  say(`  ${host.name} ${host.version}, ${catalogue.brands} brands, catalogue of ${catalogue.version}`, `  ${host.name} ${host.version}、${catalogue.brands}ブランド、カタログ ${catalogue.version}`);
  verdicts.forEach((verdict, index) => {
    const { name, address } = requests[index].sender;
    say(`  ${name} <${address}>: ${LEVELS[verdict.level]}`, `  ${name} <${address}>：${LEVELS[verdict.level]}`);
    for (const finding of verdict.findings.slice(0, 3)) console.log(`    - ${finding.title.replace(ISOLATES, '')}`);
  });
}

/** The first answer, against which the others are held. */
let first;

/** True when both samples are dangerous, as they should be, and the answers are those that others got. */
async function verify(browser, call) {
  const replies = await converse(call, [hello, ...requests]);
  const same = first === undefined || JSON.stringify(replies) === first;
  if (first === undefined || !same) printInFull(browser, replies);
  else say(`${browser}: the same answers`, `${browser}：同じ応答を確認しました。`);
  first ??= JSON.stringify(replies);
  return same && replies.slice(1).every((verdict) => verdict.level === 'danger');
}

const calls = bare ? [['', () => bareCall(bare)]]
  : fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t')).map(([browser, kind, file]) => [browser, () => callOf(kind, file)]);
for (const [browser, call] of calls) {
  try {
    if (!(await verify(browser, call()))) process.exitCode = 1;
  } catch (error) {
    console.error(`${browser || bare}: ${error.message}`);
    process.exitCode = 1;
  }
}
