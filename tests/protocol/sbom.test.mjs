// The bill of materials names every library that the program is linked with; what development takes from npm is pinned.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '..', '..');

test('npm packages are for development only, in exact versions, each with its checksum', () => {
  const [manifest, lock] = ['package.json', 'package-lock.json'].map((name) => JSON.parse(fs.readFileSync(path.join(root, name), 'utf8')));
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) assert.equal(manifest[kind], undefined, kind);
  const { '': self, ...packages } = lock.packages;
  assert.deepEqual(self.devDependencies, manifest.devDependencies);
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(packages[`node_modules/${name}`].version, version, name);
  }
  for (const [name, { version, integrity, dev, link }] of Object.entries(packages)) {
    assert.equal(dev, true, name);
    assert.equal(link, undefined, name);
    assert.match(version, /^\d+\.\d+\.\d+/, name);
    assert.match(integrity, /^sha512-/, name);
  }
});

test('the bill of materials is CycloneDX and lacks no linked library', { skip: process.platform !== 'linux' || /valgrind|sanitize/.test(process.env.HONMONO_HOST) }, () => {
  const bom = JSON.parse(execFileSync('node', [path.join(root, 'manifests', 'sbom.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 }));
  assert.deepEqual([bom.bomFormat, bom.specVersion, bom.version], ['CycloneDX', '1.5', 1]);
  const needed = [...execFileSync('readelf', ['-d', process.env.HONMONO_HOST], { encoding: 'utf8' }).matchAll(/NEEDED.*\[(\S+?)\.so/g)].map((match) => match[1]);
  const required = bom.components.filter((component) => component.scope === 'required').map((component) => component.name);
  for (const library of needed.filter((name) => !/^(libc|ld-linux.*)$/.test(name)))
    assert.ok(required.some((name) => name === library || `lib${name}` === library), library);
  assert.ok(required.includes('public-suffix-list'));
  const refs = bom.components.map((component) => component['bom-ref']);
  assert.equal(new Set(refs).size, refs.length);
  for (const reference of bom.dependencies[0].dependsOn) assert.ok(refs.includes(reference), reference);
  for (const component of bom.components) assert.match(component.version, /^\d/, component.name);
});
