// `honmono brands` lists what the protocol's `brands` gives, one brand a line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';

const run = (...args) => spawnSync(process.env.HONMONO_HOST, ['brands', ...args], { encoding: 'utf8' });
const FOLDER = new URL('../../host/catalogue/data/brands/', import.meta.url);

test('every brand of the catalogue is listed once, with seven columns', () => {
  const { status, stdout } = run();
  const lines = stdout.replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
  assert.equal(status, 0);
  assert.ok(lines.every((columns) => columns.length === 7));
  assert.deepEqual(lines.map(([id]) => id).sort(), fs.readdirSync(FOLDER).map((name) => name.replace(/\.json$/, '')).sort());
});

test('some brands, and an id that none has', () => {
  const known = run('metamask');
  assert.equal(known.status, 0);
  const [id, , japanese, , , senders] = known.stdout.trimEnd().split('\t');
  assert.deepEqual([id, japanese], ['metamask', 'MetaMask']);
  assert.ok(senders.split(' ').includes('support@metamask.io'));
  for (const name of ['MetaMask', 'METAMASK', 'ＭｅｔａＭａｓｋ']) assert.equal(run(name).stdout, known.stdout, name);
  const ids = (...names) => run(...names).stdout.trimEnd().split('\n').map((line) => line.split('\t')[0]);
  assert.deepEqual(ids('三井住友銀行'), ['smbc-bank']);
  assert.ok(['amazon', 'paypay', 'paypay-card'].every((id) => ids('amazon', 'aypay').includes(id)), 'a part of names');
  assert.equal(run('').status, 64);
  const unknown = run('no-such-brand');
  assert.equal(unknown.status, 64);
  assert.match(unknown.stderr, /no-such-brand/);
});
