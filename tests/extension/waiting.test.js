// How long is waited for settings and answers, by a clock that only the test moves on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked, englishLabels, labels, message, openPage, stoppedClock, thread } from './page.js';

const never = () => new Promise(() => {});
const strips = (page) => page.all('honmono-strip').map(({ dataset }) => [dataset.state, dataset.reason]);

test('a host, or a background, that does not answer is "not checked" within 3 s', async () => {
  for (const answers of [{ check: never }, { start: never, check: never, report: never, retry: never }]) {
    const clock = stoppedClock();
    const page = openPage(thread(message()), { answers, before: clock.install });
    await clock.advance(2999);
    assert.deepEqual(strips(page), [['unchecked', 'timeout']], Object.keys(answers).join());
    page.close();
  }
});

test('a check that never comes back is "not checked" by the clock of the mail alone', async () => {
  const clock = stoppedClock();
  const page = openPage(thread(message()), { before: clock.install });
  page.honmono.checker.check = never;
  await clock.advance(2999);
  assert.deepEqual(strips(page), [['unchecked', 'timeout']]);
  page.close();
});

test('a mail that comes later has its own three seconds', async () => {
  const clock = stoppedClock();
  const page = openPage(thread(), { answers: { check: never }, before: clock.install });
  await clock.advance(60_000);
  page.document.querySelector('[role=list]').innerHTML = message();
  await clock.advance(2500);
  assert.deepEqual(strips(page), []);
  await clock.advance(499);
  assert.deepEqual(strips(page), [['unchecked', 'timeout']]);
  page.close();
});

test('whatever the background is asked ends in three seconds', async () => {
  const clock = stoppedClock();
  const page = openPage(thread(), { answers: { trust: never, check: never }, before: clock.install });
  const { checker } = page.honmono;
  const ends = [];
  void checker.send({ type: 'trust' }).catch(({ message: reason }) => ends.push(reason));
  void checker.check({ links: [] }).then((answer) => ends.push(answer));
  await clock.advance(2999);
  assert.deepEqual(JSON.parse(JSON.stringify(ends)), ['timeout', { state: 'unchecked', reason: 'timeout' }]);
  page.close();
});

test('the first look waits a moment for the settings, and takes what comes later when it comes', async () => {
  const japanese = Object.fromEntries(Object.entries(labels('ja')).map(([key, { message: text }]) => [key, text]));
  for (const [ms, settings, checks, warned] of [[900, { active: false }, 0, []], [2000, { active: false }, 1, []], [900, {}, 1, ['危険']], [2000, {}, 2, ['危険']]]) {
    const clock = stoppedClock();
    /** @type {(reply: any) => void} */
    let start = () => {};
    const page = openPage(thread(message()), { answers: { start: () => new Promise((done) => { start = done; }), check: checked() }, before: clock.install });
    await clock.advance(ms);
    start({ labels: japanese, language: 'ja', guard: true, marks: true, ...settings });
    await clock.advance(200);
    const what = `${ms} ms, ${JSON.stringify(settings)}`;
    assert.equal(page.sent.filter(({ type }) => type === 'check').length, checks, what);
    assert.deepEqual(page.all('honmono-banner').map((host) => page.root(host).querySelector('.level').textContent), warned, what);
    page.close();
  }
});

test('asked twice, the newer question has the answer, whichever comes first', async () => {
  const clock = stoppedClock();
  const answers = [];
  const page = openPage(thread(message()), { answers: { check: () => new Promise((done) => answers.push(done)) }, before: clock.install });
  await clock.advance(100);
  void page.tell({ type: 'refresh' });
  await clock.advance(100);
  assert.equal(answers.length, 2);
  answers[1](checked({ level: 'none', links: [{ index: 0, level: 'none', guard: false }] }));
  await clock.advance(100);
  answers[0](checked());
  await clock.advance(100);
  assert.deepEqual([...page.honmono.main.states()].map(({ state, level }) => [state, level]), [['checked', 'none']]);
  assert.equal(page.all('honmono-banner').length, 0);
  page.close();
});

test('a change deep in a mail is read at the next frame, not at the next slow look', async () => {
  const clock = stoppedClock();
  const page = openPage(thread(message({ body: '<table><tbody><tr><td><p><a href="https://evil.example/">x</a></p></td></tr></tbody></table>' })), { answers: { check: checked() }, before: clock.install });
  await clock.advance(500);
  const urls = () => page.sent.filter(({ type }) => type === 'check').map(({ request }) => request.links.map(({ url }) => url).join());
  assert.deepEqual(urls(), ['https://evil.example/']);
  const held = page.document.querySelector('.a3s a');
  held.setAttribute('href', 'https://other.example/');
  await clock.advance(300);
  assert.deepEqual(urls(), ['https://evil.example/', 'https://other.example/']);
  page.close();
});

test('settings that change before the first look are those of the first look', async () => {
  const clock = stoppedClock();
  const starts = [];
  const page = openPage(thread(message()), { answers: { start: () => new Promise((done) => starts.push(done)), check: checked() }, before: clock.install });
  const warnings = [];
  page.window.console.warn = (...words) => warnings.push(words.join(' '));
  void page.tell({ type: 'refresh' });
  await clock.advance(100);
  const labels = englishLabels();
  starts[1]({ labels, language: 'en', guard: false, marks: false });
  await clock.advance(100);
  starts[0]({ labels, language: 'en', guard: true, marks: true });
  await clock.advance(100);
  assert.deepEqual(page.all('honmono-mark').map(({ dataset }) => dataset.state), ['sender'], 'no marks at links');
  assert.deepEqual([page.sent.filter(({ type }) => type === 'check').length, warnings, page.problems], [1, [], []]);
  page.close();
});
