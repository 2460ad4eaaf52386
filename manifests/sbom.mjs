// Prints the software bill of materials as CycloneDX 1.5 JSON: what the host is linked with on this machine, the data that is
// built into it, and the packages of development (scope "excluded": none of them reaches a user).
//   node manifests/sbom.mjs > honmono.cdx.json
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const read = (name) => fs.readFileSync(path.join(root, name), 'utf8');

/** The program's own version, as CMake has it. */
const version = /project\(honmono VERSION (\S+)/.exec(read('CMakeLists.txt'))[1];

/** Licences of the linked libraries, by pkg-config module as CMakeLists.txt asks for them. */
const LICENCES = { jansson: 'MIT', 'libpcre2-8': 'BSD-3-Clause', libidn2: 'LGPL-3.0-or-later OR GPL-2.0-or-later', libpsl: 'MIT' };

function libraries() {
  const modules = [...read('CMakeLists.txt').matchAll(/pkg_check_modules\(\w+ REQUIRED IMPORTED_TARGET (\S+)\)/g)].map((match) => match[1]);
  return modules.map((name) => {
    if (!LICENCES[name]) throw new Error(`${name}: its licence is not in sbom.mjs`);
    const found = execFileSync('pkg-config', ['--modversion', name], { encoding: 'utf8' }).trim();
    return { type: 'library', 'bom-ref': `pkg:generic/${name}@${found}`, name, version: found, purl: `pkg:generic/${name}@${found}`, scope: 'required', licenses: [{ expression: LICENCES[name] }] };
  });
}

/** libunistring has no pkg-config file: its version is in its header. */
function unistring() {
  const source = '#include <unistring/version.h>\nLIBUNISTRING = _LIBUNISTRING_VERSION\n';
  const text = execFileSync('cc', ['-E', '-P', '-'], { input: source, encoding: 'utf8' });
  const number = Number(/LIBUNISTRING = (\w+)/.exec(text)[1]);
  const found = `${number >> 16}.${(number >> 8) & 255}${number & 255 ? `.${number & 255}` : ''}`;
  return { type: 'library', 'bom-ref': `pkg:generic/libunistring@${found}`, name: 'libunistring', version: found, purl: `pkg:generic/libunistring@${found}`, scope: 'required', licenses: [{ expression: 'LGPL-3.0-or-later OR GPL-2.0-or-later' }] };
}

function data() {
  const list = /#define LIST_DATE "([^"]+)"/.exec(read('host/text/hostname_suffix.c'))[1];
  return [{ type: 'data', 'bom-ref': `public-suffix-list@${list}`, name: 'public-suffix-list', version: list, scope: 'required', licenses: [{ expression: 'MPL-2.0' }] }];
}

function packages() {
  const locked = JSON.parse(read('package-lock.json')).packages;
  return Object.entries(locked).filter(([place]) => place).map(([place, entry]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const purl = `pkg:npm/${name.replace('@', '%40')}@${entry.version}`;
    return {
      type: 'library', 'bom-ref': `${purl}#${place}`, name, version: entry.version, purl, scope: 'excluded',
      ...(typeof entry.license === 'string' && { licenses: [{ license: { name: entry.license } }] }),
      ...(entry.integrity && { hashes: [{ alg: 'SHA-512', content: Buffer.from(entry.integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }] }),
    };
  });
}

const linked = [...libraries(), unistring(), ...data()];
process.stdout.write(`${JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': 'honmono', name: 'honmono', version, licenses: [{ expression: 'MIT' }] } },
  components: [...linked, ...packages()],
  dependencies: [{ ref: 'honmono', dependsOn: linked.map((component) => component['bom-ref']) }],
}, null, 2)}\n`);
