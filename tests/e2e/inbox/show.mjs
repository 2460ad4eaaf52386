// Serves the sample inbox on this machine, to be looked at in any browser. The extension works on
// https://mail.google.com only; `node tests/e2e/sample.mjs --show` brings both together.
import { startServer } from '../lib/server.mjs';

const USAGE = `usage: node tests/e2e/inbox/show.mjs [PORT]
Serves the sample inbox on this machine until Ctrl+C; without PORT at any that is free.
`;
const [argument = '0', ...more] = process.argv.slice(2);

if (argument === '--help' || argument === '-h') {
  process.stdout.write(USAGE);
  process.exit(0);
}
if (more.length || !/^\d{1,5}$/.test(argument) || Number(argument) > 65535) {
  console.error(`show: ${more.length ? 'more than one argument' : `${argument}: not a port`}\n\n${USAGE}`);
  process.exit(64);
}
try {
  const server = await startServer({ port: Number(argument) });
  console.log(`http://127.0.0.1:${server.port}/mail/u/0/     (?dark for a dark page, ?hl=ja for Japanese labels; Ctrl+C ends)`);
} catch (error) {
  console.error(`show: ${/** @type {Error} */ (error).message}`);
  process.exit(1);
}
