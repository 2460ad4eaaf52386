// node tests/e2e/inbox/show.mjs [PORT]: serves the sample inbox on this machine, to be looked at in any browser. The
// extension works on https://mail.google.com only; `node tests/e2e/sample.mjs --show` brings both together.
import { startServer } from '../lib/server.mjs';

const server = await startServer({ port: Number(process.argv[2] ?? 0) });
console.log(`http://127.0.0.1:${server.port}/mail/u/0/     (?dark for a dark page, ?hl=ja for Japanese labels; Ctrl+C ends)`);
