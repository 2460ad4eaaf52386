// Slow inputs against the real host. How long they take depends on the machine and is printed, not asserted (wanted: 50 ms of the
// processor's time for a mail of 64 KiB, 250 ms for 1 MiB); that slowness buys no silence is asserted: the dangerous link among them is told,
// or the mail is refused as a whole. Of the worst the instructions are counted, and those of whatever took longest here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';
import { Host, LIMIT, PROGRAM, frame } from '../protocol/host.mjs';
import { cueInputs, inputs, profiles, request } from './slow-inputs.mjs';

const SIZES = { '64 KiB': 64 * 1024, '1 MiB': LIMIT };

/** Processor time of the process so far, in milliseconds; NaN where the system does not tell. */
function processor(pid) {
  try { return Number(fs.readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6; } catch { return NaN; }
}

/** Words that wordings begin with, and none of them: where a mail before this one had used up what may be asked, it would be accused. */
const ORDINARY = { type: 'check', id: 0, text: 'Would you buy the gift wrap? Cards are on the table. Your password for the library was changed in May. Never tell anybody your PIN.' };

/** The inputs by name and how long each took, the longest first. */
async function timed(names, size) {
  const host = new Host();
  const times = [];
  await host.ask({ type: 'check', text: 'warm' });
  const ordinary = await host.ask(ORDINARY);
  for (const [id, name] of names.entries()) {
    const body = frame(request(id, name, size - 400));
    assert.ok(body.length <= size + 4, `${name}: ${body.length} bytes`);
    const from = processor(host.child.pid);
    await host.write(body);
    const reply = await host.reply();
    const ms = processor(host.child.pid) - from;
    times.push({ name, ms, level: reply.level ?? reply.code });
    assert.equal(reply.id, id, name);
    if (reply.type === 'error') assert.equal(reply.code, 'internal', name);
    else assert.deepEqual([reply.type, reply.level], ['verdict', 'danger'], name);
  }
  assert.deepEqual(await host.ask(ORDINARY), ordinary);
  assert.equal(ordinary.level, 'none');
  assert.equal(await host.end(), 0, host.stderr);
  return times.sort((a, b) => b.ms - a.ms);
}

function tell(t, times) {
  for (const { name, ms, level } of times.slice(0, 10)) t.diagnostic(`${ms.toFixed(1).padStart(8)} ms  ${level}  ${name}`);
}

for (const [label, size] of Object.entries(SIZES)) {
  test(`a dangerous link is told among slow input of ${label}`, async (t) => {
    const times = await timed(Object.keys(inputs), size);

    tell(t, times);
    for (const { name } of countable ? times.slice(0, 2) : []) count(t, name, label);
  });
}

test('a dangerous link is told among examples of each wording, cut off', async (t) => {
  const times = await timed(Object.keys(cueInputs), SIZES['64 KiB']);
  const worst = times.map(({ name }) => name);

  tell(t, times);
  if (!countable) return;
  for (const name of new Set([...worst.slice(0, 3), 'cue: gift cards, told by turns'])) count(t, name, '64 KiB');
  count(t, (await timed(worst.slice(0, 20), LIMIT))[0].name, '1 MiB');
});

test('after a profile of 1 MiB a mail is judged as before', async (t) => {
  for (const [name, make] of Object.entries(profiles)) {
    const host = new Host();
    await host.ask({ type: 'check', text: 'warm' });
    const from = processor(host.child.pid);
    assert.equal((await host.ask({ type: 'profile', ...make(LIMIT - 400) })).type, 'profile', name);
    t.diagnostic(`${(processor(host.child.pid) - from).toFixed(0).padStart(5)} ms  ${name}`);
    assert.equal((await host.ask(request(1, 'links: one letter from each brand', 64 * 1024))).level, 'danger', name);
    assert.equal(await host.end(), 0, host.stderr);
  }
});

/* The structural bounds, by a measure that no other program on the machine moves: before they were there, the first of these took
 * 4,500 million instructions, half a second, and the fourth 2,500. Patterns that a text needs are compiled among them. */
const COUNTED = ['links: many labels each', 'links: long labels in other letters', 'links: all brands with accents', 'links: all brands in Cyrillic', 'links: texts of U+FDFA', 'name: all aliases', 'addresses: long ones, a letter apart', 'addresses: recipients all but in a long one', 'name: Japanese names of all brands, joined', 'text: one cue literal without a blank', 'text: U+FDFA, which grows eighteenfold', 'text: literals of all cues, mixed and joined'];
const MOST = { '64 KiB': 700e6, '1 MiB': 3500e6 };
const countable = !/valgrind|sanitize/.test(PROGRAM) && spawnSync('valgrind', ['--version']).status === 0;

/** Instructions of a host that reads one line and ends. */
function instructions(line) {
  const run = spawnSync('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', PROGRAM, 'check', '--ndjson'], { input: `${line}\n`, env: { ...process.env, HONMONO_SANDBOX: 'off' }, maxBuffer: 1 << 26 });
  return Number(/Collected : (\d+)/.exec(String(run.stderr))?.[1]);
}

/** @param {string} name @param {string} label of SIZES */
function count(t, name, label) {
  const took = instructions(JSON.stringify(request(1, name, SIZES[label] - 400)));

  t.diagnostic(`${(took / 1e6).toFixed(0).padStart(5)} million  ${label}  ${name}`);
  assert.ok(took > 0 && took < MOST[label], `${name}: ${took}`);
}

test('the worst input of 64 KiB takes a bounded number of instructions', { skip: !countable }, (t) => {
  for (const name of COUNTED) count(t, name, '64 KiB');
});
