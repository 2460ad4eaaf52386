// node tests/e2e/sample.mjs [--browser chromium|firefox] [--out picture.png] [--show] [--language en|ja] [--extension FOLDER]
// Renders the sample inbox with the extension and the host registered for this user (or HONMONO_HOST) into a picture;
// --show opens it in a window as well, until that is closed.
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { renderSample } from './lib/sample.mjs';

const { values } = parseArgs({ options: {
  browser: { type: 'string' }, out: { type: 'string', default: path.join(os.tmpdir(), 'honmono-sample.png') },
  show: { type: 'boolean', default: false }, language: { type: 'string' }, extension: { type: 'string' },
} });

try {
  console.log(await renderSample(values));
  process.exit(0);
} catch (error) {
  console.error(`sample: ${error.message}`);
  process.exit(1);
}
