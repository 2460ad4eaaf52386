// web-ext lint without errors, and without warnings but the one that Firefox gives for Chromium's service worker
// (one folder serves both browsers).
import { spawnSync } from 'node:child_process';

const KNOWN = new Set(['BACKGROUND_SERVICE_WORKER_IGNORED']);
const run = spawnSync('npx', ['--no-install', 'web-ext', 'lint', '--source-dir', 'extension', '--output', 'json'],
  { encoding: 'utf8' });
if (!run.stdout.trim().startsWith('{')) {
  console.log(run.stdout, run.stderr);
  process.exit(1);
}
const report = JSON.parse(run.stdout);
const bad = [...report.errors, ...report.warnings.filter((warning) => !KNOWN.has(warning.code))];
for (const entry of bad) {
  console.log(`${entry._type} ${entry.code}: ${entry.message} (${entry.file ?? ''}:${entry.line ?? ''})`);
}
process.exit(bad.length ? 1 : 0);
