// A clock that jumps under a running host: nothing that it says depends on the time.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Host, PROGRAM } from '../protocol/host.mjs';
import { mail, numbers } from '../soak/mails.mjs';

const library = path.join(path.dirname(PROGRAM), 'tests/libjumping_clock.so');
const skip = process.platform !== 'linux' || !fs.existsSync(library);

/** The replies to a conversation. */
async function replies(env) {
  const host = new Host(['serve'], { env: { ...process.env, ...env } });
  const any = numbers(4711);
  const said = [await host.ask({ type: 'hello', protocol: 1, languages: ['ja'] }), await host.ask({ type: 'profile', trusted: ['example.com'] })];
  for (let i = 0; i < 200; i++) said.push(await host.check(mail(any)));
  assert.equal(await host.end(), 0, host.stderr);
  return { said, stderr: host.stderr };
}

test('a clock that jumps changes nothing', { skip }, async () => {
  const steady = await replies({});
  const jumping = await replies({ LD_PRELOAD: library });
  assert.match(jumping.stderr, /^the clock jumped \d+ times$/m);
  assert.deepEqual(jumping.said, steady.said);
});
