// Gmail's classes and attributes change without notice. Each anchor that the extension's table knows is taken out of the
// page in turn: the outcome is a banner or a visible "not checked", never silence.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { until } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { EXTENSION } from './lib/host.mjs';
import { placeOf } from './lib/mails.mjs';

const MAIL = 'metamask-verify';
/** The extension's own look at itself takes ten seconds before it says that Gmail has changed; the rest is for slow machines. */
const NOTICE_MS = 45_000;
/** Entries of the table that name what a mail or a form is made of, not what Gmail made. */
const NOT_GMAIL = ['link', 'notMail'];

function anchors() {
  const source = fs.readFileSync(path.join(EXTENSION, 'webmail/gmail.js'), 'utf8');
  const table = /const SELECTORS = (\{[\s\S]*?\n {2}\});/.exec(source);
  assert.ok(table, 'the selector table of webmail/gmail.js');
  const selectors = [...table[1].matchAll(/^ *(\w+): \[(.*)\],$/gm)].filter(([, name]) => !NOT_GMAIL.includes(name))
    .flatMap(([, , list]) => [...list.matchAll(/'([^']*)'/g)].map(([, selector]) => selector));
  return [...new Set(selectors.flatMap((selector) => selector.match(/\.[\w-]+|\[[\w-]+(?:=[\w-]+)?\]|\bh[1-6]\b/g) ?? []))];
}

let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.newPage();
});
after(() => browser?.close());

async function outcome(dropped) {
  const query = `?${new URLSearchParams({ drop: dropped.join(',') })}`;
  await page.goto(`https://mail.google.com/mail/u/0/${query}${placeOf(MAIL)}`);
  const seen = await until(async () => {
    const each = (await page.surfaces()).find(({ name, level, text }) => (name === 'honmono-banner' && level === 'danger') || (name === 'honmono-strip' && text.length > 10));
    return await each?.box() && each;
  }, `a banner or "not checked" that can be seen, without ${dropped.join(' ')}`, NOTICE_MS);
  return `${seen.name} ${seen.state}`;
}

test('the page without a change shows a banner', async () => assert.match(await outcome([]), /^honmono-banner/));

for (const anchor of anchors()) {
  test(`without ${anchor}`, async (t) => t.diagnostic(await outcome([anchor])));
}

test('the table has anchors', () => assert.ok(anchors().length > 15, anchors().join(' ')));

for (const several of [['.gD', '[email]'], ['.a3s', '.ii'], ['.adn', '[data-message-id]', '[data-legacy-message-id]'], ['[role=main]', '[role=list]', '[role=listitem]', '.h7']]) {
  test(`without ${several.join(' ')} together`, async (t) => t.diagnostic(await outcome(several)));
}

test('without anything that it knows, it says that Gmail has changed', async () => assert.match(await outcome(anchors()), /^honmono-strip (broken|unchecked)/));
