// The host's reading of URLs against whatwg-url, the reference implementation of the URL Standard in JavaScript, on generated URLs.
// Every difference must be one of the classes below, each with its reason. HONMONO_URLS: how many (30,000); HONMONO_SEED: which.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import whatwg from 'whatwg-url';
import { withHost } from '../protocol/host.mjs';
import { numbers } from '../soak/mails.mjs';
import { url } from './urls.mjs';

const COUNT = Number(process.env.HONMONO_URLS ?? 30_000);
const AT_ONCE = 100; // a mail reads only so many names in other letters
const SPECIAL = new Set(['http', 'https', 'ftp', 'ws', 'wss']);

/** What a browser skips before it reads, as the standard has it. */
const trimmed = (text) => text.replace(/^[\0- ]+|[\0- ]+$/g, '').replace(/[\t\n\r]/g, '');

/** What the standard says: the hostname without the dot at its end, which names the same host; null where there is none that the host looks at;
 * undefined where it is no URL. Without a scheme a URL leads on from the page. */
function standard(text) {
  const plain = trimmed(text);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1].toLowerCase();
  if (scheme && !SPECIAL.has(scheme)) return null;
  const parsed = whatwg.parseURL(text, scheme ? {} : { baseURL: whatwg.parseURL('https://page.invalid/') });
  if (!parsed) return undefined;
  const host = whatwg.serializeHost(parsed.host);
  if (!scheme && host === 'page.invalid') return null;
  return host.length > 1 && host.endsWith('.') ? host.slice(0, -1) : host;
}

/** Ours: as above. */
const ours = (link) => (link.parse === 'failed' ? undefined : link.host);

const JOINER = /[\u200c\u200d]/;

/** The classes of difference: [text, ours, the standard's] → true where that is why. */
const CLASSES = {
  // Since June 2026 the standard leaves names of nothing but ASCII as they are; whatwg-url 14 still refuses an xn-- label that does not decode.
  'an ASCII name with an xn-- label that is none': (text, got, wanted) => wanted === undefined && /(?:^|\.)xn--/.test(got ?? '') && /^[\0-\x7f\u00a0\ufeff]*$/.test(authority(text)),
  // An xn-- label that libidn2 does not decode (a symbol beside other characters, a character newer than it) is kept in a name of ASCII, but makes
  // another name one that no browser reads. No registry sells such labels.
  'an odd xn-- label beside other letters': (text, got) => got === undefined && /xn--/i.test(authority(text)) && /[^\0-\x7f]/.test(authority(text)),
  // libidn2 checks joiners, and refuses symbols; a label that has both is refused (link-obfuscated), which no registry sells.
  'a joiner beside a symbol': (text, got) => got === undefined && JOINER.test(authority(text)),
};

/** The part of a URL that may hold a hostname, decoded. */
function authority(text) {
  const part = trimmed(text).replace(/^[a-z][a-z0-9+.-]*:/i, '').replace(/^[\\/]+/, '').split(/[\\/?#]/)[0];
  return part.slice(part.lastIndexOf('@') + 1).replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
}

test('hostnames are read as the URL Standard says', (t) => withHost(async (host) => {
  const any = numbers(Number(process.env.HONMONO_SEED ?? 1));
  const counts = {};
  let equal = 0;
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    const urls = Array.from({ length: AT_ONCE }, () => url(any).toWellFormed());
    const { links } = await host.check({ links: urls.map((one) => ({ url: one, text: '' })) });
    assert.equal(links.length, urls.length);
    for (const [i, one] of urls.entries()) {
      const [got, wanted] = [ours(links[i]), standard(one)];
      if (got === wanted) { equal += 1; continue; }
      const why = Object.entries(CLASSES).find(([, fits]) => fits(one, got, wanted))?.[0];
      assert.ok(why, `${JSON.stringify(one)}: ${got}, the standard says ${wanted}`);
      counts[why] = (counts[why] ?? 0) + 1;
    }
  }
  t.diagnostic(`${equal} equal; ${Object.entries(counts).map(([why, count]) => `${count} ${why}`).join('; ')}`);
}));
