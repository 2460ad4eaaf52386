// Preloaded into every file of tests (node --import): each test and each hook ends, by itself or by its time-out, and the
// one that did not is named. The runner's own --test-timeout speaks of the file as a whole. What still runs after the last
// test would keep the file from ending: it is named, too.
import module from 'node:module';

const TEST_MS = 300_000;
const HOOK_MS = 180_000;
const LEFT_MS = 20_000;

/** @param {Function} register test or it @returns {Function} the same with a time-out, where none is given */
const limited = (register) => Object.assign((...args) => {
  const [name] = args.filter((each) => typeof each === 'string');
  const [options] = args.filter((each) => typeof each === 'object');
  const [act] = args.filter((each) => typeof each === 'function');
  return register(name, { timeout: TEST_MS, ...options }, act);
}, register);

// The files of tests only, not the runner that starts them.
if (process.env.NODE_TEST_CONTEXT) {
  const runner = module.createRequire(import.meta.url)('node:test');
  for (const name of ['test', 'it']) runner[name] = limited(runner[name]);
  for (const name of ['before', 'after', 'beforeEach', 'afterEach']) {
    const register = runner[name];
    runner[name] = (act, options) => register(act, { timeout: HOOK_MS, ...options });
  }
  module.syncBuiltinESMExports();
  runner.after(() => {
    setTimeout(() => {
      console.error(`after the last test there is still: ${process.getActiveResourcesInfo().join(' ')}`);
      process.exit(1);
    }, LEFT_MS).unref();
  });
}
