// What the programs of this folder begin with: options are read, the host is found, wrong use ends with 64.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hostProgram } from './client.mjs';

/**
 * Does `work` where the module at `url` is the program that was started; nothing where a test imports it.
 * @template {{host?: string}} Options
 * @param {string} url the module's import.meta.url
 * @param {{name: string, usage: string, read: (args: string[]) => Options, work: (options: Options & {host: string}) => Promise<number>}} parts
 *   `read` throws where the arguments are wrong; `work` gives the exit status
 */
export async function program(url, { name, usage, read, work }) {
  if (!process.argv[1] || fs.realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  let options;
  try {
    const given = read(process.argv.slice(2));
    options = { ...given, host: hostProgram(given.host) };
  } catch (error) {
    process.stderr.write(`${name}: ${/** @type {Error} */ (error).message}\n${usage}`);
    process.exitCode = 64;
    return;
  }
  process.exitCode = await work(options);
}
