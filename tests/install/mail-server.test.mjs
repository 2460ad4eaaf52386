// The host behind mail servers: the filter of Postfix with a stand-in for its sendmail, the rule of rspamd in a real
// rspamd where one is installed, and the lines of the README as they stand there.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const PROGRAM = path.resolve(process.env.HONMONO_HOST ?? '');
const ROOT = path.resolve(import.meta.dirname, '../..');
const FILTER = path.join(ROOT, 'manifests/mail-server/postfix-filter.mjs');
const PHISH = ['From: XSERVER SUPPORT <info@xserver-ne-jp.example>', 'To: taro@example.jp', 'Subject: notice', 'Content-Type: text/html; charset=iso-8859-1', '',
  '<a href="https://xsever.ne.jp/login">www.xserver.ne.jp</a> caf\xe9', '.', ''].join('\r\n');

function folder(t) {
  const at = fs.mkdtempSync(path.join(os.tmpdir(), 'honmono-mail-server-'));
  t.after(() => fs.rmSync(at, { recursive: true, force: true }));
  return at;
}

/** The filter as Postfix calls it, and what its sendmail was given. */
function filtered(t, mail, { honmono = PROGRAM, sendmail = 'cat >"$0.mail"; printf "%s\\n" "$@" >"$0.args"' } = {}) {
  const program = path.join(folder(t), 'sendmail');
  fs.writeFileSync(program, `#!/bin/sh\n${sendmail}\n`, { mode: 0o755 });
  const { status } = spawnSync(process.execPath, [FILTER, '-f', '', '--', 'a@b.example', 'c@d.example'], { input: Buffer.from(mail, 'latin1'), env: { ...process.env, HONMONO: honmono, HONMONO_SENDMAIL: program } });
  const read = (/** @type {string} */ part) => (fs.existsSync(`${program}.${part}`) ? fs.readFileSync(`${program}.${part}`, 'latin1') : undefined);
  return { status, args: read('args'), mail: read('mail') };
}

test('the filter of Postfix puts its header in front and hands every other byte back', (t) => {
  const found = filtered(t, PHISH);
  assert.deepEqual([found.status, found.args], [0, '-G\n-i\n-f\n\n--\na@b.example\nc@d.example\n']);
  const [header, ...rest] = (found.mail ?? '').split('\n');
  assert.match(header, /^X-Honmono: danger (?:[a-z-]+ )*sender-unofficial(?: [a-z-]+)*$/);
  assert.equal(rest.join('\n'), PHISH);
  for (const honest of ['From: Taro <taro@example.org>\nSubject: lunch\n\nShall we?\n.\n', 'From: a@b.example\n', '', '\n\n', '\0\xff\n\n\0'])
    assert.equal(filtered(t, honest).mail, `X-Honmono: none\n${honest}`, JSON.stringify(honest));
});

test('a header of our name that the sender wrote is taken out; in the text it may stand', (t) => {
  const forged = 'X-Honmono: none\nFrom: Taro <taro@example.org>\nx-HONMONO :\n all\n\tis well\nX-Honmonos: kept\n\nX-Honmono: none\n';
  assert.equal(filtered(t, forged).mail, 'X-Honmono: none\nFrom: Taro <taro@example.org>\nX-Honmonos: kept\n\nX-Honmono: none\n');
});

test('a mail that cannot be judged passes, and says so; one that Postfix does not take back is tried again', (t) => {
  for (const honmono of ['/nonexistent', '/bin/false', '/bin/echo']) assert.equal(filtered(t, PHISH, { honmono }).mail, `X-Honmono: not-checked\n${PHISH}`, honmono);
  assert.equal(filtered(t, PHISH, { sendmail: 'exit 75' }).status, 75);
  assert.equal(filtered(t, PHISH, { sendmail: 'kill -9 $$' }).status, 75);
  assert.equal(spawnSync(process.execPath, [FILTER, '--', 'a@b.example'], { input: PHISH, env: { HONMONO: PROGRAM, HONMONO_SENDMAIL: '/nonexistent' } }).status, 75);
});

test('a mail with more links and text than a request holds is judged by what is read of it', (t) => {
  const links = Array.from({ length: 4000 }, (_, i) => `<a href="https://site-${i}.example/${'x'.repeat(200)}">${'y'.repeat(100)}</a>`).join('\n');
  const { mail } = filtered(t, `${PHISH}${links}${'<p>word</p>'.repeat(50_000)}`);
  assert.match((mail ?? '').split('\n')[0], /^X-Honmono: danger .*not-all-checked/);
  for (const huge of [PHISH.replace('notice', 'notice '.repeat(400_000)), PHISH.replace('XSERVER', `XSERVER ${'"'.repeat(2_000_000)}`), `${PHISH}${`<a href="https://site.example/${'\0x'.repeat(5_000)}">y</a>\n`.repeat(400)}`, PHISH.replace('taro', `${'a@b.example, '.repeat(200_000)}taro`)])
    assert.match((filtered(t, huge).mail ?? '').slice(0, 300).split('\n')[0], /^X-Honmono: danger /, huge.slice(0, 100));
});

test('what the README tells Postfix and Spark to run is there, and does what it says', () => {
  const readme = fs.readFileSync(path.join(ROOT, 'manifests/mail-server/README.md'), 'utf8');
  const argv = readme.match(/argv=\/usr\/bin\/node \/usr\/local\/lib\/honmono\/(\S+) -f \$\{sender\} -- \$\{recipient\}/);
  assert.equal(path.join(ROOT, argv?.[1] ?? ''), FILTER);
  // Spark cuts the command at blanks and starts it without a shell, once a partition; a status that is not 0 ends the job.
  const [name, ...args] = (readme.match(/\.pipe\("([^"]+)"\)/)?.[1] ?? '').split(' ');
  assert.equal(name, 'honmono');
  const request = (/** @type {number} */ id) => JSON.stringify({ id, type: 'check', sender: { name: 'MetaMask', address: 'a@evil.example' } });
  for (const partition of [[], [1], [2, 3, 4]]) {
    const { status, stdout } = spawnSync(PROGRAM, args, { input: partition.map((id) => `${request(id)}\n`).join(''), encoding: 'utf8' });
    assert.equal(status, 0);
    const replies = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
    assert.deepEqual(replies.map(({ id, level }) => [id, level]), partition.map((id) => [id, 'danger']));
  }
});

const rspamd = (() => { try { return /Rspamd/i.test(execFileSync('rspamd', ['--version'], { encoding: 'utf8' })); } catch { return false; } })();
/** Stands for the module that asks DNS: the result that a mail names. */
const DMARC = `local id = rspamd_config:register_symbol{name = "DMARC_CHECK", type = "callback", callback = function(task)
  local result = task:get_header("X-Dmarc")
  if result then task:insert_result("DMARC_POLICY_" .. result, 1.0) end
end}
for _, result in ipairs{"ALLOW", "REJECT"} do rspamd_config:register_symbol{name = "DMARC_POLICY_" .. result, type = "virtual", parent = id} end
`;
const SETTINGS = (/** @type {string} */ at) => `options { filters = ""; tempdir = "${at}"; pidfile = "${at}/pid"; dns { nameserver = ["127.0.0.1:9"]; } }
logging { type = "file"; filename = "${at}/log"; level = "error"; }
worker "normal" { bind_socket = "${at}/socket mode=0600"; count = 1; }
worker "controller" { count = 0; }
lua = "${at}/rules.lua";
`;

/** What socat does: a program a connection. */
async function listening(t, program) {
  const server = net.createServer((socket) => {
    const child = spawn(program, ['check', '--ndjson'], { stdio: ['pipe', 'pipe', 'ignore'] });
    for (const part of [socket, child, child.stdin]) part.on('error', () => socket.destroy());
    socket.pipe(child.stdin);
    child.stdout.pipe(socket);
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  return /** @type {net.AddressInfo} */ (server.address()).port;
}

/** @returns {Promise<any>} rspamd's symbols for a mail */
function scanned(socketPath, mail) {
  return new Promise((done, failed) => {
    const request = http.request({ socketPath, path: '/checkv2', method: 'POST', headers: { Rcpt: 'taro@example.jp' } }, (reply) => {
      let text = '';
      reply.setEncoding('latin1').on('data', (data) => { text += data; }).on('end', () => { try { done(JSON.parse(text).symbols); } catch (error) { failed(error); } });
    });
    request.on('error', failed).end(Buffer.from(mail, 'latin1'));
  });
}

/** A real rspamd with these rules. @returns {Promise<((mail: string) => Promise<any>) | undefined>} nothing where it does not start */
async function rspamdWith(t, rules) {
  const at = folder(t);
  fs.writeFileSync(path.join(at, 'rules.lua'), rules);
  fs.writeFileSync(path.join(at, 'rspamd.conf'), SETTINGS(at));
  const child = spawn('rspamd', ['-f', '-i', '-c', path.join(at, 'rspamd.conf')], { stdio: 'ignore' });
  const ended = once(child, 'close');
  t.after(async () => { child.kill(); await ended; });
  const scan = (/** @type {string} */ mail) => scanned(path.join(at, 'socket'), mail);
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    try { await scan('From: a@b.example\n\n'); return scan; } catch { await new Promise((done) => setTimeout(done, 200)); }
  }
  return undefined;
}

/** rspamd with our rule, which asks this program; the test is skipped where this rspamd does not start without it either. */
async function rspamdAsking(t, program) {
  const rule = fs.readFileSync(path.join(ROOT, 'manifests/mail-server/rspamd.lua'), 'utf8');
  assert.equal(rule.split(' 11346,').length, 2);
  const scan = await rspamdWith(t, DMARC + rule.replace(' 11346,', ` ${await listening(t, program)},`));
  if (!scan) {
    assert.equal(await rspamdWith(t, DMARC), undefined, 'rspamd starts without the rule only');
    t.skip('rspamd does not start here');
  }
  return scan;
}

test('the rule of rspamd turns verdicts into symbols', { skip: !rspamd && 'rspamd is not installed' }, async (t) => {
  const scan = await rspamdAsking(t, PROGRAM);
  if (!scan) return;
  const ours = async (/** @type {string} */ mail) => Object.entries(await scan(mail)).filter(([name]) => name.startsWith('HONMONO')).map(([name, { options }]) => [name, options?.includes('sender-unofficial') ?? false]);
  assert.deepEqual(await ours(PHISH), [['HONMONO_DANGER', true]]);
  assert.deepEqual(await ours('From: Taro <taro@example.org>\nTo: hanako@example.jp\nSubject: lunch\n\nShall we?\n'), []);
  const long = PHISH.replace('iso-8859-1', 'utf-8').replace('caf\xe9', 'x\xe3\x81\x82'.repeat(400_000)) + Array.from({ length: 600 }, (_, i) => `<a href="https://site-${i}.example/${'x'.repeat(1500)}">y</a>\n`).join('');
  assert.deepEqual(await ours(long), [['HONMONO_DANGER', true]]);
  const official = 'From: XSERVER <support@xserver.ne.jp>\nTo: taro@example.jp\nSubject: notice\n\nHello.\n';
  assert.deepEqual(await ours(`X-Dmarc: ALLOW\n${official}`), []);
  assert.ok('HONMONO_WARNING' in (await scan(`X-Dmarc: REJECT\n${official}`)));
  // Bytes that are no UTF-8 in every part do not end the judging.
  assert.deepEqual(await ours(PHISH.replace('SUPPORT', 'SUPPORT\xe3').replace('notice', '\xe3\x81').replace('iso-8859-1', 'utf-8').replace('www.', '\xff')), [['HONMONO_DANGER', true]]);
});

test('the rule of rspamd says where there was no verdict', { skip: !rspamd && 'rspamd is not installed' }, async (t) => {
  const scan = await rspamdAsking(t, '/bin/false');
  if (scan) assert.ok('HONMONO_FAILED' in (await scan(PHISH)));
});
