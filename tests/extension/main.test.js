// What is drawn, on what, and when: stale verdicts, nodes used again, honest mails, orphans, a page that has changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked, englishLabels, labels, message, openPage, patient, sleep, thread, until, verdict } from './page.js';

const names = (page) => page.all('honmono-banner, honmono-mark, honmono-card, honmono-strip').map((node) => node.localName);

test('danger: banner beside the body\'s wrapper, marks at sender and link, and what they say', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  const banner = await until(() => page.all('honmono-banner')[0]);
  assert.ok(banner.nextElementSibling.matches('.ii.gt'));
  assert.equal(banner.dataset.level, 'danger');
  const text = page.text(banner).replace(/[\u2068\u2069]/g, '');
  for (const part of ['Danger', 'MetaMask', 'evil.example', 'is not an official sender', 'Leads elsewhere', 'support@metamask.io', 'metamask.io']) assert.ok(text.includes(part), part);
  assert.ok(!text.includes('Not an official sender'), 'the headline has said it');
  const root = page.root(banner);
  assert.equal(root.mode, 'closed');
  assert.deepEqual([...root.querySelectorAll('.buttons [data-action]')].map((node) => node.dataset.action), ['open-official', 'report', 'details', 'dismiss']);
  assert.equal(root.querySelector('[data-action=open-official]').href, 'https://metamask.io/');
  assert.equal(root.querySelector('section').getAttribute('role'), 'alert');
  const mark = page.all('honmono-mark').find((node) => node.dataset.state === 'sender');
  assert.ok(mark.previousElementSibling.matches('.go'));
  assert.equal(page.document.querySelector('.a3s a').getAttribute('aria-description').startsWith('Honmono: Danger.'), true);
  page.close();
});

test('an honest mail is left as it was, byte for byte', async () => {
  const page = openPage(thread(message({ body: '<p title="t">Hi <a href="https://ok.example/" title="x">ok</a></p>' })), { answers: { check: checked({ level: 'none', links: [{ index: 0, level: 'none', guard: false }] }) } });
  const before = page.document.body.innerHTML;
  await until(() => page.sent.some(({ type }) => type === 'report'));
  await sleep(50);
  assert.equal(page.document.body.innerHTML, before);
  page.close();
});

test('several warned messages of a thread: one alert', async () => {
  const page = openPage(thread(message({ id: '18f0000000000001' }), message({ id: '18f0000000000002' })), { answers: { check: checked() } });
  await until(() => page.all('honmono-banner').length === 2);
  const roles = page.all('honmono-banner').map((host) => page.root(host).querySelector('section').getAttribute('role'));
  assert.deepEqual(roles.sort(), ['alert', 'region']);
  page.close();
});

test('a verdict for what is no longer there is not drawn on what is', async () => {
  const answers = [];
  const page = openPage(thread(message()), { answers: { check: () => new Promise((done) => answers.push(done)) } });
  await until(() => answers.length === 1);
  // Gmail uses the same nodes for the next mail.
  const box = page.document.querySelector('.adn');
  box.setAttribute('data-message-id', '#msg-f:2');
  box.setAttribute('data-legacy-message-id', '18f0000000000009');
  page.document.querySelector('.a3s').innerHTML = '<a href="https://honest.example/">honest</a>';
  answers[0](checked());
  await until(() => answers.length === 2);
  await sleep(30);
  assert.deepEqual(names(page), []);
  assert.equal(page.document.querySelector('.a3s a').getAttribute('href'), 'https://honest.example/');
  answers[1](checked({ level: 'none', links: [{ index: 0, level: 'none', guard: false }] }));
  await sleep(30);
  assert.deepEqual(names(page), []);
  page.close();
});

test('the old banner leaves when the node shows another mail', async () => {
  const page = openPage(thread(message()), { answers: { check: ({ request }) => (request.sender.address.includes('evil') ? checked() : checked({ level: 'none', links: [{ index: 0, level: 'none', guard: false }] })) } });
  await until(() => page.all('honmono-banner').length);
  page.document.querySelector('.gD').setAttribute('email', 'friend@honest.example');
  page.document.querySelector('.adn').setAttribute('data-legacy-message-id', '18f0000000000009');
  await until(() => names(page).length === 0);
  assert.equal(page.document.querySelector('.a3s a').getAttribute('href'), 'https://evil.example/');
  page.close();
});

test('what the page renders away comes back, and collapsing takes it away for good', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  const banner = await until(() => page.all('honmono-banner')[0]);
  banner.remove();
  page.document.querySelector('.gs').append(page.document.createElement('i'));
  await until(() => page.all('honmono-banner').length === 1);
  page.document.querySelector('[role=listitem]').className = 'kv';
  await until(() => names(page).length === 0);
  page.close();
});

test('a late verdict takes no height, one in time may', async () => {
  const slow = openPage(thread(), { answers: { check: async () => { await sleep(150); return checked(); } } });
  await sleep(60);
  slow.document.querySelector('[role=list]').innerHTML = message();
  assert.equal((await until(() => slow.all('honmono-banner')[0])).dataset.place, 'over');
  slow.close();
  // A clock that stands still: the machine's other work must not make this one late.
  const fast = openPage(thread(), { answers: { check: checked() }, before: (window) => Object.defineProperty(window.performance, 'now', { value: () => 1000 }) });
  await sleep(60);
  fast.document.querySelector('[role=list]').innerHTML = message();
  assert.equal((await until(() => fast.all('honmono-banner')[0])).dataset.place, 'flow');
  fast.close();
});

test('settings that change while the details are open leave them open, with what was typed, and the banner where it stands', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  const banner = await until(() => page.all('honmono-banner')[0]);
  const { place } = banner.dataset;
  page.press(banner, 'details');
  page.press(banner, 'trust');
  const root = page.root(banner);
  root.querySelector('[data-action=trust-domain]').value = 'evil.ex';
  root.querySelector('[data-action=trust-domain]').dispatchEvent(new page.window.Event('input'));
  void page.tell({ type: 'refresh' });
  const again = await until(() => page.all('honmono-banner').find((each) => each !== banner));
  assert.deepEqual([again.dataset.state, again.dataset.place], ['details', place]);
  const step = page.root(again).querySelector('.step');
  assert.equal(step.hidden, false);
  assert.equal(step.querySelector('input').value, 'evil.ex');
  page.press(again, 'details');
  assert.equal(again.dataset.state, 'open');
  page.press(again, 'report');
  page.press(again, 'dismiss');
  void page.tell({ type: 'refresh' });
  const folded = await until(() => page.all('honmono-banner').find((each) => each !== again));
  assert.equal(folded.dataset.state, 'folded');
  page.press(folded, 'unfold');
  assert.equal(folded.dataset.state, 'open', 'what was closed by dismissing is closed');
  page.close();
});

test('the shortcut goes from warning to warning, round, and to the button of a folded one', async () => {
  const page = openPage(thread(message(), message({ id: '18f0000000000002', address: 'help@other.example' })), { answers: { check: checked() } });
  await until(() => page.all('honmono-banner').length === 2);
  const [first, second] = page.all('honmono-banner');
  page.press(second, 'dismiss');
  const focused = () => [first, second].map((host) => page.root(host).activeElement?.getAttribute('data-action') ?? '');
  const steps = [];
  for (let presses = 0; presses < 3; presses++) {
    void page.tell({ type: 'next-warning' });
    steps.push(focused().join('|'));
  }
  assert.deepEqual(steps, ['details|', '|unfold', 'details|']);
  page.close();
});

test('the shortcut does nothing where nothing is warned of', async () => {
  const page = openPage(thread(message()), { answers: { check: checked({ level: 'none', links: [{ index: 0, level: 'none', guard: false }] }) } });
  await until(() => page.honmono.main.states().length === 1 && page.honmono.main.states().every(({ state }) => state === 'checked'));
  void page.tell({ type: 'next-warning' });
  assert.deepEqual(page.problems, []);
  page.close();
});

test('dismiss folds to one line and keeps marks and guard; the button brings it back', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  const banner = await until(() => page.all('honmono-banner')[0]);
  page.press(banner, 'dismiss');
  assert.equal(banner.dataset.state, 'folded');
  assert.equal(page.all('honmono-mark').length, 2);
  assert.equal(page.document.querySelector('.a3s a').hasAttribute('href'), false);
  page.press(banner, 'unfold');
  assert.equal(banner.dataset.state, 'open');
  page.close();
});

test('the details name the link of a finding, and who wrote only once', async () => {
  const sender = { level: 'danger', target: { kind: 'sender' }, brand: null, detail: '' };
  const who = { claimed: 'MetaMask Support', address: 'help@evil.example', domain: 'evil.example' };
  const ofLink = (index, evidence) => ({ code: `link-${index}`, level: 'warning', target: { kind: 'link', index }, brand: null, evidence, title: `Link ${index}`, detail: '' });
  const findings = [{ ...sender, code: 'sender-unofficial', title: 'One', evidence: who }, { ...sender, code: 'sender-lookalike', title: 'Two', evidence: { ...who, imitates: 'metamask.io', shown: 'metamask' } },
    ofLink(0, { hostname: 'bit.ly' }), ofLink(1, { hostname: 'evil.example', shown: 'metamask.io' })];
  const links = [0, 1].map((index) => ({ index, level: 'warning', guard: false }));
  const page = openPage(thread(message({ body: '<a href="https://bit.ly/x">short way</a> <a href="https://evil.example/">metamask.io</a>' })), { answers: { check: checked({ findings, links }) } });
  const banner = await until(() => page.all('honmono-banner')[0]);
  page.press(banner, 'details');
  const rows = [...page.root(banner).querySelectorAll('.finding')].map((item) => [...item.querySelectorAll('dt')].map((label) => [label.textContent, label.nextSibling.textContent.replace(/[\u2068\u2069]/g, '')]));
  assert.deepEqual(rows.slice(2), [[['Link', 'short way'], ['Host name', 'bit.ly']], [['Link text', 'metamask.io'], ['Host name', 'evil.example']]]);
  assert.deepEqual(rows.slice(0, 2).map((row) => row.map(([label]) => label)), [['Name shown', 'Sender address', 'Domain'], ['Imitates', 'Shown', 'Domain']]);
  page.close();
});

test('"I know this sender" stands inside the details only, and under a danger asks for the domain', async () => {
  const page = openPage(thread(message()), { answers: { check: checked(), trust: { ok: true } } });
  const banner = await until(() => page.all('honmono-banner')[0]);
  const root = page.root(banner);
  assert.equal(root.querySelector('[data-action=trust]'), null);
  page.press(banner, 'details');
  assert.match(root.textContent, /Claims.*MetaMask Support/s);
  page.press(banner, 'trust');
  page.press(banner, 'trust-confirm');
  assert.equal(page.sent.some(({ type }) => type === 'trust'), false);
  root.querySelector('input').value = 'Evil.example ';
  page.press(banner, 'trust-confirm');
  await until(() => page.sent.some(({ type, entry }) => type === 'trust' && entry === 'help@evil.example'));
  page.close();
});

test('a change of settings asks again and draws the new answer', async () => {
  let level = 'danger';
  const page = openPage(thread(message()), { answers: { check: () => (level === 'danger' ? checked() : checked({ level: 'none', links: [{ index: 0, level: 'none', guard: false }] })) } });
  await until(() => page.all('honmono-banner').length);
  level = 'none';
  void page.tell({ type: 'refresh' });
  await until(() => names(page).length === 0);
  assert.equal(page.document.querySelector('.a3s a').getAttribute('href'), 'https://evil.example/');
  page.close();
});

test('settings whose reply is overtaken by a newer one do not come back', async () => {
  const replies = [];
  const page = openPage(thread(message()), { answers: { check: checked(), start: () => new Promise((done) => replies.push(done)) } });
  const start = (language) => ({ labels: Object.fromEntries(Object.entries(labels(language)).map(([key, { message: text }]) => [key, text])), language, guard: true, marks: true });
  await until(() => replies.length === 1);
  replies[0](start('en'));
  await until(() => page.all('honmono-banner').length);
  for (let changes = 0; changes < 2; changes++) void page.tell({ type: 'refresh' });
  await until(() => replies.length === 3);
  replies[2](start('ja'));
  await until(() => page.all('honmono-banner').some((host) => page.text(host).includes('危険')));
  replies[1](start('en'));
  await sleep(50);
  assert.equal(page.honmono.language, 'ja');
  page.close();
});

test('a difference between letters that look the same is told by their numbers', async () => {
  const finding = { code: 'link-lookalike-idn', level: 'danger', target: { kind: 'link', index: 0 }, brand: null, evidence: { imitates: 'metamask.io', diff: [['а', 'a'], ['rn', 'm'], ['', '-']] }, title: 'Looks like it' };
  const page = openPage(thread(message()), { answers: { check: checked({ findings: [finding] }) } });
  const banner = await until(() => page.all('honmono-banner')[0]);
  page.press(banner, 'details');
  const shown = page.text(banner).replace(/[\u2068\u2069]/g, '');
  for (const part of ['а (U+0430) instead of a', 'rn instead of m', '∅ instead of -']) assert.ok(shown.includes(part), part);
  page.close();
});

const CLIPPED = { code: 'not-all-checked', level: 'warning', target: { kind: 'text' }, brand: null, evidence: {}, title: 'Part of this email was not checked', detail: '' };
const clipped = (findings = [CLIPPED], more = {}) => ({ state: 'checked', verdict: { ...checked({ level: 'warning', claims: [], sender: { state: 'unknown', domain: 'shop.example' }, links: [{ index: 0, level: 'none', guard: false }], findings }).verdict, ...more } });

test('an honest mail that Gmail has clipped is no suspicious one: a quiet line, no banner, no count of warnings', async () => {
  const page = openPage(thread(message()), { answers: { check: clipped() } });
  const strip = await until(() => page.all('honmono-strip')[0]);
  assert.equal(strip.dataset.reason, 'partial');
  assert.match(page.text(strip), /Not all checked.*Only a part of this email/);
  assert.equal(page.root(strip).querySelector('button'), null, 'asking again would change nothing');
  assert.deepEqual(names(page), ['honmono-strip']);
  const report = await page.tell({ type: 'state' });
  assert.deepEqual([report.warned, report.unchecked, report.level, report.reason], [0, 1, 'none', 'partial']);
  assert.deepEqual([report.mails[0].level, report.mails[0].findings[0].level], ['notice', 'notice']);
  page.close();
});

test('a banner all the same where something is odd, or links were left out', async () => {
  const odd = { ...CLIPPED, code: 'known-wording', title: 'Known wording' };
  for (const answer of [clipped([CLIPPED, odd]), clipped([CLIPPED], { truncated: true })]) {
    const page = openPage(thread(message()), { answers: { check: answer } });
    await until(() => page.all('honmono-banner').length);
    assert.equal(page.all('honmono-strip').length, 0);
    page.close();
  }
  const links = Array.from({ length: 2001 }, (_, at) => `<a href="https://shop.example/${at}">x</a>`).join('');
  const page = openPage(thread(message({ body: links })), { answers: { check: clipped() } });
  await until(() => page.all('honmono-banner').length, 10_000);
  page.close();
});

test('the popup hears the state of the tab', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  await until(() => page.all('honmono-banner').length);
  const state = await page.tell({ type: 'state' });
  assert.deepEqual([state.messages, state.warned, state.unchecked, state.level, state.broken, state.mails[0].findings.length], [1, 1, 0, 'danger', false, 2]);
  page.close();
});

test('the page listens to the background alone: not to tabs, other extensions or nobody', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  await until(() => page.all('honmono-banner').length);
  const asked = page.sent.length;
  for (const sender of [{ id: 'other' }, {}, { id: 'test', tab: { id: 3 } }]) {
    for (const type of ['state', 'ping', 'refresh', 'next-warning']) {
      const reply = await Promise.race([page.tell({ type }, sender), sleep(0).then(() => 'nothing')]);
      assert.equal(reply, 'nothing', `${type} ${JSON.stringify(sender)}`);
    }
  }
  assert.equal(page.sent.length, asked, 'nothing was asked anew');
  assert.equal(page.root(page.all('honmono-banner')[0]).activeElement, null, 'and nothing focused');
  assert.deepEqual(Object.keys(await page.tell({ type: 'ping' })), ['version']);
  page.close();
});

test('an orphan takes everything with it and restores the links; a reload strip follows unless somebody takes over', async () => {
  for (const takeover of [true, false]) {
    const page = openPage(thread(message()), { answers: { check: checked() } });
    await until(() => page.all('honmono-banner').length);
    page.window.chrome.runtime.id = undefined;
    page.document.querySelector('.a3s').append('x');
    await until(() => names(page).length === 0);
    assert.equal(page.document.querySelector('.a3s a').getAttribute('href'), 'https://evil.example/');
    assert.equal(page.document.querySelector('.a3s a').hasAttribute('aria-description'), false);
    if (takeover) {
      page.document.dispatchEvent(new page.window.CustomEvent('honmono-takeover'));
      page.window.close();
      continue;
    }
    const strip = await until(() => page.all('honmono-strip')[0]);
    assert.equal(strip.dataset.state, 'reload');
    page.window.close();
  }
});

test('a message that cannot be read: not checked, one line in the console, no exception', async () => {
  const lines = [];
  const page = openPage(thread(message()).replaceAll(' email=', ' data-x='), { before: (window) => { window.console.warn = (line) => lines.push(line); } });
  await until(() => page.all('honmono-strip').length === 2);
  assert.deepEqual(page.all('honmono-strip').map((node) => node.dataset.state).sort(), ['broken', 'unchecked']);
  assert.equal((await page.tell({ type: 'state' })).broken, true);
  assert.equal(lines.length, 1);
  assert.deepEqual(page.problems, []);
  page.close();
});

test('the scripts twice in one page are there once', async () => {
  const page = openPage(thread(message()), { answers: { check: checked() } });
  const { readExtension, manifest } = await import('./page.js');
  for (const file of manifest.content_scripts.flatMap(({ js }) => js)) page.window.eval(readExtension(file));
  await until(() => page.all('honmono-banner').length);
  await sleep(50);
  assert.equal(page.all('honmono-banner').length, 1);
  page.close();
});

test('nothing of the mail stands in an attribute of ours', async () => {
  const page = openPage(thread(message({ name: 'MetaMask <b>Support' })), { answers: { check: checked() } });
  await until(() => page.all('honmono-banner').length);
  for (const host of page.all('honmono-banner, honmono-mark')) {
    for (const { name, value } of host.attributes) assert.match(`${name}=${value}`, /^data-(level|state|place|theme|size)=[a-z]+$|^style=(?:--honmono-(?:shift|x|y): -?\d+px; ?)+$/);
  }
  page.close();
});

test('a report holds sender, subject, suspicious links and findings, with addresses that are no links', () => {
  const page = openPage('', { answers: {} });
  page.honmono.labels = { ...englishLabels(), reportTitle: 'R ($1)', reportSender: 'Sender', reportSubject: 'Subject', reportLink: 'Link', levelDanger: 'Danger' };
  const facts = { request: { sender: { name: 'Me\u202eta', address: 'a@evil.example' }, subject: 'S', text: 'private words', links: [{ url: 'https://evil.example/x' }, { url: 'https://ok.example/' }] } };
  const answer = { state: 'checked', verdict: verdict({ links: [{ index: 0, level: 'danger', guard: true }, { index: 1, level: 'none', guard: false }] }) };
  const report = page.honmono.words.report({ facts, answer });
  assert.match(report, /^R \(Danger\)\nSender: Me\\u202eta <a@evil\[\.\]example>\nSubject: S\nLink: hxxps:\/\/evil\[\.\]example\/x\n- sender-unofficial: /);
  assert.doesNotMatch(report, /private words|ok\[/);
  page.close();
});

test('a link that is clicked before the settings have come is held, and asks once there is a verdict', async () => {
  /** @type {(reply: any) => void} */
  let started = () => {};
  const reply = { labels: englishLabels(), language: 'en', guard: true, marks: true };
  const page = openPage(thread(message()), { before: patient, answers: { start: () => new Promise((done) => { started = () => done(reply); }), check: checked() } });
  const event = new page.window.MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  page.document.querySelector('.a3s a').dispatchEvent(event);
  assert.equal(event.defaultPrevented, true);
  started();
  await until(() => page.all('honmono-card').length === 1);
  assert.equal(page.navigations.length, 0);
});

test('in a view without messages of ours a link of a mail opens at once', () => {
  const page = openPage(thread(message()), { url: 'https://mail.google.com/mail/u/0/?view=pt&th=18f0000000000001' });
  const event = new page.window.MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  page.document.querySelector('.a3s a').dispatchEvent(event);
  assert.equal(event.defaultPrevented, false);
});
