// Slow inputs against the real host. How long they take depends on the machine and is printed, not asserted; that slowness buys
// no silence is asserted: the dangerous link among them is told, or the mail is refused as a whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Host, LIMIT, frame } from '../protocol/host.mjs';
import { inputs, request } from './slow-inputs.mjs';

const SIZES = { '64 KiB': 64 * 1024, '1 MiB': LIMIT };

for (const [label, size] of Object.entries(SIZES)) {
  test(`a dangerous link is told among slow input of ${label}`, async (t) => {
    const host = new Host();
    const times = [];
    let id = 0;
    for (const name of Object.keys(inputs)) {
      const body = frame(request((id += 1), name, size - 400));
      assert.ok(body.length <= size + 4, `${name}: ${body.length} bytes`);
      const from = process.hrtime.bigint();
      await host.write(body);
      const reply = await host.reply();
      const ms = Number(process.hrtime.bigint() - from) / 1e6;
      times.push({ name, ms, level: reply.level ?? reply.code });
      assert.equal(reply.id, id, name);
      if (reply.type === 'error') assert.equal(reply.code, 'internal', name);
      else assert.deepEqual([reply.type, reply.level], ['verdict', 'danger'], name);
    }
    assert.equal(await host.end(), 0, host.stderr);
    times.sort((a, b) => b.ms - a.ms);
    for (const { name, ms, level } of times.slice(0, 10)) t.diagnostic(`${ms.toFixed(1).padStart(8)} ms  ${level}  ${name}`);
  });
}
