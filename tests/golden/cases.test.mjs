// Further cases from a folder of the reader's own: HONMONO_CASES=FOLDER, every *.json in it an array of cases (judge.mjs
// says what a case is). A fresh host for each file.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Judge, problems } from './judge.mjs';

const folder = process.env.HONMONO_CASES;
const files = folder ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];

test('further cases', { skip: folder ? false : 'HONMONO_CASES names no folder' }, () => assert.ok(files.length > 0, `no *.json in ${folder}`));

for (const name of files) {
  describe(name, () => {
    const cases = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    test('all of its cases', async (t) => {
      const judge = new Judge();
      await judge.ask({ type: 'hello', protocol: 1, languages: ['en'] });
      for (const each of cases) await t.test(each.name, async () => assert.deepEqual(problems(each, await judge.verdict(each)), []));
      assert.equal(await judge.close(), 0, 'the host ends with status 0');
    });
  });
}
