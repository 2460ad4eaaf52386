// eth-phishing-detect on hostnames: peers.mjs FOLDER NAMES prints nanoseconds a name, loading apart, and its median and
// p99 of single names in microseconds.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, file] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(folder), 'package.json'));
const check = load('eth-phishing-detect');
const names = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
let found = 0;
for (const name of names.slice(0, 200)) found += check(name) ? 1 : 0;
const times = names.slice(0, 2000).map((name) => {
  const began = process.hrtime.bigint();
  found += check(name) ? 1 : 0;
  return Number(process.hrtime.bigint() - began);
});
times.sort((a, b) => a - b);
const mean = times.reduce((sum, each) => sum + each, 0) / times.length;
process.stdout.write(`${mean.toFixed(0)} ${times[times.length >> 1]} ${times[Math.floor(times.length * 0.99)]}\n`);
if (Number.isNaN(found)) process.exitCode = 1; // what is found is wanted by somebody, or nothing would need to be looked for
