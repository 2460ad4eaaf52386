// The bill of materials names every library that the program is linked with.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '..', '..');

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
