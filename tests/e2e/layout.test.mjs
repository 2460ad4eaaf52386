// No link of a mail moves later than 100 ms after the message has appeared, however late the verdict is; a late banner
// covers no link.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep } from './lib/cdp.mjs';
import { startChromium } from './lib/chromium.mjs';
import { mailOf } from './lib/mails.mjs';

const SETTLED_MS = 100;
let browser;
let page;
before(async () => {
  browser = await startChromium();
  page = await browser.openMail();
  await page.watchLayout();
});
after(() => browser?.close());

async function settles(id) {
  await page.show(id);
  const banner = await page.surface('honmono-banner', (each) => each.text.includes(mailOf(id).messages[0].from.address.split('@')[1]));
  await sleep(500);
  const { frames, settled, span } = await page.movement(id);
  assert.ok(frames > 10 && span > 400, `only ${frames} frames in ${span} ms were seen`);
  assert.ok(settled <= SETTLED_MS, `links moved ${Math.round(settled)} ms after the message appeared`);
  return banner;
}

test('a host that has just been started', async () => { await settles('xserver-held-mail'); });
test('a host that is warm', async () => { await settles('xserver-xsever'); });

test('a host that answers after a second: the late banner moves and covers no link', async () => {
  browser.host.fault(1000);
  const banner = await settles('metamask-verify');
  browser.host.fault('');
  const box = await banner.box();
  for (const index of [0, 1]) {
    const link = await page.linkPoint(index);
    assert.ok(link.top >= box.bottom || link.bottom <= box.top, `link ${index} under the banner`);
  }
});

test('a late banner is whole: nothing of it lies where nobody can scroll', async () => {
  browser.host.fault(300);
  const banner = await settles('xserver-domain-name');
  browser.host.fault('');
  const box = await banner.box();
  const edge = await page.run(`document.querySelector('.aeF').getBoundingClientRect().top - document.querySelector('.aeF').scrollTop`);
  assert.ok(box.top >= edge, `the banner begins ${Math.round(edge - box.top)} px above the edge`);
  const sender = await page.run(`document.querySelector('[role=main] .gD').getBoundingClientRect().bottom`);
  assert.ok(box.top >= sender || banner.text.includes('kaigai-hosting.example'), 'it leaves the sender in sight, or names it');
});

test('an honest mail with a late verdict', async () => {
  browser.host.fault(1000);
  await page.show('receipt-books');
  await sleep(1600);
  browser.host.fault('');
  assert.ok((await page.movement('receipt-books')).settled <= SETTLED_MS);
});
