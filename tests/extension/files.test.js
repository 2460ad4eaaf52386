// Manifest, labels and files against each other.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import crypto from 'node:crypto';
import { EXTENSION, labels, manifest, readExtension } from './page.js';

const files = fs.readdirSync(EXTENSION, { recursive: true }).map(String);
const sources = files.filter((file) => /\.(?:js|html)$/.test(file));
const text = sources.map(readExtension).join('\n');

// Keys that are put together when they are used.
const COMPUTED = /^(?:reason_|evidence_|welcome_)/;

test('both languages have the same labels, each with a description, and the same places for values', () => {
  const [en, ja] = [labels('en'), labels('ja')];
  assert.deepEqual(Object.keys(en), Object.keys(ja));
  for (const [key, { message, description }] of Object.entries(en)) {
    assert.ok(message && ja[key].message && description && ja[key].description, key);
    assert.deepEqual((message.match(/\$\d/g) ?? []).sort(), (ja[key].message.match(/\$\d/g) ?? []).sort(), key);
  }
});

test('every label is used, and every label that is used is there', () => {
  const keys = Object.keys(labels('en'));
  for (const key of keys.filter((each) => !COMPUTED.test(each))) assert.ok(text.includes(`'${key}'`) || text.includes(`"${key}"`) || JSON.stringify(manifest).includes(`__MSG_${key}__`), `unused: ${key}`);
  for (const [, key] of text.matchAll(/\bt\('([A-Za-z_]+)'/g)) assert.ok(keys.includes(key), `missing: ${key}`);
  for (const [, key] of text.matchAll(/(?:data-i18n(?:-label)?="|row\(')([A-Za-z_]+)/g)) assert.ok(keys.includes(key), `missing: ${key}`);
  for (const reason of ['absent', 'forbidden', 'old', 'died', 'timeout', 'refused', 'changed', 'orphan']) assert.ok(keys.includes(`reason_${reason}`), reason);
});

test('no label promises safety or looks like a seal', () => {
  const forbidden = /本物|本当のメール|安全|安心|正規|問題ありません|[✓✔☑✅🛡🔒🆗]|\b(?:safe|secure|genuine|verified|trusted|OK)\b/iu;
  for (const language of ['en', 'ja']) {
    for (const [key, { message }] of Object.entries(labels(language))) assert.doesNotMatch(message, forbidden, `${language} ${key}`);
  }
  // "Fake" is said by the host where the evidence is one; our own labels never say it.
  for (const [key, { message }] of Object.entries(labels('ja'))) assert.doesNotMatch(message, /偽物|ニセ/, key);
  const colours = readExtension('ui/tokens.js').match(/#[0-9a-f]{3,8}\b/gi).map((colour) => colour.slice(1, 7)).map((hex) => (hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex));
  for (const hex of colours) {
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    assert.ok(!(green > red + 24 && green > blue + 24), `green: #${hex}`);
  }
});

test('the manifest asks for what the README names and nothing else', () => {
  assert.deepEqual(manifest.permissions.sort(), ['nativeMessaging', 'scripting', 'storage']);
  assert.deepEqual(manifest.host_permissions, ['https://mail.google.com/*']);
  assert.equal('web_accessible_resources' in manifest || 'externally_connectable' in manifest || 'optional_host_permissions' in manifest, false);
  assert.ok(manifest.content_scripts.every(({ matches, all_frames: frames }) => matches.join() === 'https://mail.google.com/*' && !frames));
  assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions.required, ['personalCommunications', 'websiteContent']);
});

test('the id in the README is the one that the key gives', () => {
  const digest = crypto.createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  assert.ok(readExtension('README.md').includes(id));
});

test('every file named in the manifest and in the pages exists, and every content script is named', () => {
  const named = [...manifest.content_scripts.flatMap(({ js }) => js), manifest.background.service_worker, ...Object.values(manifest.icons), manifest.action.default_popup, manifest.options_ui.page];
  for (const file of named) assert.ok(files.includes(file), file);
  const classic = files.filter((file) => /^(?:content|webmail|ui)\/.*\.js$/.test(file));
  assert.deepEqual(classic.sort(), manifest.content_scripts.flatMap(({ js }) => js).sort());
});

test('the policy of our own pages names each kind of file and takes nothing from text', () => {
  const policy = Object.fromEntries(manifest.content_security_policy.extension_pages.split(';').map((each) => each.trim().split(' ')).map(([name, ...values]) => [name, values.join(' ')]));
  const own = "'self'";
  const none = "'none'";
  assert.deepEqual(policy, { 'default-src': none, 'script-src': own, 'style-src': own, 'img-src': own, 'connect-src': own, 'object-src': none, 'base-uri': none, 'form-action': none,
    'frame-ancestors': none, 'require-trusted-types-for': "'script'", 'trusted-types': none });
  for (const file of sources.filter((each) => each.endsWith('.html'))) assert.doesNotMatch(readExtension(file), /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:|https?:[^"]*\.js/i, file);
});

test('no markup from text, no code from text, no network', () => {
  assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|XMLHttpRequest|WebSocket|sendBeacon|importScripts/);
  assert.doesNotMatch(text, /onMessageExternal|onConnectExternal|onUserScriptMessage|\bonConnect\b/, 'no ear for others');
  const fetches = sources.filter((file) => /\bfetch\(/.test(readExtension(file)));
  assert.deepEqual(fetches, ['shared/i18n.js'], 'its own labels only');
});
