// Renders the sample inbox with the extension and the host registered for this user (or HONMONO_HOST) into a picture.
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { renderSample } from './lib/sample.mjs';

const USAGE = `usage: node tests/e2e/sample.mjs [OPTION...]
Opens a mail of the sample inbox with the extension and the host registered for this user (or HONMONO_HOST), and makes a
picture of it with the card at a link. The pictures of README.md:
  node tests/e2e/sample.mjs --language en --out .github/pictures/banner-en-light.png
  node tests/e2e/sample.mjs --language ja --dark --out .github/pictures/banner-ja-dark.png

  --out FILE                    the picture (else honmono-sample.png among the temporary files)
  --language en|ja              of inbox and extension (else the browser's)
  --dark                        a dark inbox
  --browser chromium|firefox    else the one that is here
  --extension FOLDER            another copy of the extension
  --show                        in a window, until that is closed
`;

/** @param {string} problem @returns {never} */
function refuse(problem) {
  console.error(`sample: ${problem}\n\n${USAGE}`);
  process.exit(64);
}

function options() {
  try {
    return parseArgs({ options: {
      browser: { type: 'string' }, out: { type: 'string', default: path.join(os.tmpdir(), 'honmono-sample.png') }, dark: { type: 'boolean', default: false },
      show: { type: 'boolean', default: false }, language: { type: 'string' }, extension: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false },
    } }).values;
  } catch (error) {
    return refuse(/** @type {Error} */ (error).message);
  }
}

const { help, ...values } = options();
if (help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
if (values.browser !== undefined && values.browser !== 'chromium' && values.browser !== 'firefox') refuse(`--browser ${values.browser}: is chromium or firefox`);
if (values.language !== undefined && !['en', 'ja'].includes(values.language)) refuse(`--language ${values.language}: is en or ja`);

try {
  console.log(await renderSample(/** @type {Parameters<typeof renderSample>[0]} */ (values)));
  process.exit(0);
} catch (error) {
  console.error(`sample: ${/** @type {Error} */ (error).message}`);
  process.exit(1);
}
