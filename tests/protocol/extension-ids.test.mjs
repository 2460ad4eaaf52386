// The host serves the extension of this very tree: one table of ids, and the manifest agrees with it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { test } from 'node:test';

const manifest = JSON.parse(fs.readFileSync(new URL('../../extension/manifest.json', import.meta.url), 'utf8'));

/** Chromium's id of a public key: the first 16 bytes of its SHA-256, in letters a to p. */
function chromiumId(key) {
  const digest = crypto.createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}

test('the ids that the host prints are those of the extension', () => {
  const printed = execFileSync(process.env.HONMONO_HOST, ['--extension-ids'], { encoding: 'utf8' });
  assert.equal(printed, `chromium ${chromiumId(manifest.key)}\ngecko ${manifest.browser_specific_settings.gecko.id}\n`);
});
