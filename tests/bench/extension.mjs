#!/usr/bin/env node
// What the extension costs in a real Chromium, with the real host: from a message in the page to its drawn banner, the main
// thread's time a message, and the tasks while a thread of 100 messages with 2,000 links is opened. The page's own
// share is measured in a browser without the extension, in the same run.
//   HONMONO_HOST=build-release/honmono node tests/bench/extension.mjs [MESSAGES]
import { until } from '../e2e/lib/cdp.mjs';
import { startChromium } from '../e2e/lib/chromium.mjs';

const MESSAGES = Number(process.argv[2] ?? 200);
const THREADS = 5;
const LONG_MS = 50;

/** Runs in the page: a mail, opened, and when what was there. */
const IN_PAGE = `(() => {
  const person = { name: 'MetaMask Support', address: 'support@wallet-assist.example' };
  const words = ['Your wallet will be suspended unless you verify it.', 'We have noticed a sign-in from another device.', 'ご本人確認をお願いいたします。', 'Thank you for being with us since 2019.', 'This mail was sent to you because of your settings.'];
  const link = (at, n) => '<a href="https://metamask.wallet-assist.example/verify/' + at + '/' + n + '">Verify your wallet ' + n + '</a>';
  const message = (at, links) => ({ from: person, to: [{ name: 'Taro', address: 'taro.yamada@aozora.example' }], date: '2026-11-20T09:00:00+09:00',
    html: Array.from({ length: links }, (_, n) => '<p>' + words[(at + n) % words.length] + ' ' + link(at, n) + '</p>') });
  const place = (id) => '#inbox/FMfcgz' + [...id].map((each) => each.charCodeAt(0).toString(16)).join('');
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame((time) => done(time))));
  window.bench = {
    /** Opens a mail of messages; resolves when all of them have a banner (or at once, two frames later, without the extension). */
    open(id, messages, links, banners) {
      window.sample.receive({ id, kind: 'special', subject: 'Bench ' + id, messages: Array.from({ length: messages }, (_, n) => message(Number(id.slice(1)) * 1000 + n, links)) });
      const old = new Set(document.querySelectorAll('honmono-banner'));
      return new Promise((done) => {
        let filled = 0;
        const observer = new MutationObserver(async () => {
          const view = document.querySelector('[role=main]');
          if (view?.querySelector('h2.hP')?.textContent !== 'Bench ' + id) return;
          filled ||= performance.now();
          if (banners && [...view.querySelectorAll('honmono-banner')].filter((each) => !old.has(each)).length < messages) return;
          observer.disconnect();
          const drawn = performance.now();
          await frames();
          done({ filled, waited: drawn - filled, shown: performance.now() - filled });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['role'] });
        location.hash = place(id);
      });
    },
  };
})()`;

const at = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
const line = (what, value, note = '') => console.log(`${what.padEnd(58)} ${value.padStart(12)}  ${note}`);
const ms = (value) => `${value.toFixed(1)} ms`;

async function busy(page) {
  const { metrics } = await page.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Tasks of the page's main thread in processor milliseconds while `act` runs, and whether scripts of an extension ran in them. */
async function traced(browser, page, act) {
  const events = [];
  const { connection } = browser;
  let finish;
  const finished = new Promise((done) => { finish = done; });
  const listener = ({ method, params }) => {
    if (method === 'Tracing.dataCollected') events.push(...params.value);
    else if (method === 'Tracing.tracingComplete') finish();
  };
  connection.listeners.add(listener);
  await connection.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] }, transferMode: 'ReportEvents' });
  const result = await act();
  await connection.send('Tracing.end');
  await finished;
  connection.listeners.delete(listener);
  const ours = events.filter(({ args }) => String(args?.data?.url ?? args?.data?.functionName ?? '').startsWith('chrome-extension://'));
  const marks = events.filter(({ name }) => name === 'FireAnimationFrame' || name === 'FunctionCall');
  const thread = (ours[0] ?? marks.sort((a, b) => b.ts - a.ts)[0]);
  const tasks = events.filter(({ ph, name, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && pid === thread?.pid && tid === thread?.tid);
  const has = (task, inner) => inner.ts >= task.ts && inner.ts <= task.ts + task.dur;
  const calls = ours.filter(({ ph, name }) => ph === 'X' && name === 'FunctionCall');
  const outer = calls.filter((call) => !calls.some((other) => other !== call && other.ts <= call.ts && other.ts + other.dur >= call.ts + call.dur));
  const share = (task) => outer.filter((call) => has(task, call)).reduce((sum, { tdur, dur }) => sum + (tdur ?? dur), 0) / 1000;
  return { result, tasks: tasks.map((task) => ({ cpu: (task.tdur ?? task.dur) / 1000, share: share(task), ours: ours.some((inner) => has(task, inner)) })) };
}

async function measure(load) {
  const browser = await startChromium({ load, relay: false, lifetime: 600_000 });
  try {
    const page = await browser.openMail();
    await page.send('Performance.enable');
    await page.run(IN_PAGE);
    const open = (id, messages, links) => page.run(`window.bench.open('${id}', ${messages}, ${links}, ${load})`);
    for (let warm = 0; warm < 10; warm++) await open(`w${warm}`, 1, 3);
    const before = await busy(page);
    const times = [];
    for (let each = 0; each < MESSAGES; each++) times.push(await open(`m${each}`, 1, 3));
    const each = (await busy(page) - before) / MESSAGES;
    const threads = [];
    for (let thread = 0; thread < THREADS; thread++) {
      const { result, tasks } = await traced(browser, page, async () => {
        const opened = await open(`t${thread}`, 100, 20);
        if (load) await until(() => page.run(`document.querySelectorAll('[role=main] .a3s a:not([href])').length === 2000`), 'every link is held', 20_000);
        await page.run('new Promise((done) => setTimeout(done, 500))');
        return opened;
      });
      threads.push({ waited: result.waited, tasks });
      await page.show('');
    }
    return { times, each, threads };
  } finally {
    await browser.close();
  }
}

const bare = await measure(false);
const ours = await measure(true);
const waits = ours.times.map(({ waited }) => waited).sort((a, b) => a - b);
const shown = ours.times.map(({ shown: time }) => time).sort((a, b) => a - b);
const cpu = (run, ofOurs) => run.threads.flatMap(({ tasks }) => tasks).filter((task) => task.ours === ofOurs).map((task) => task.cpu).sort((a, b) => b - a);
line(`message in the page to its banner, p50 of ${MESSAGES}`, ms(at(waits, 0.5)), `on screen two frames later: ${ms(at(shown, 0.5))}`);
line(`message in the page to its banner, p99 of ${MESSAGES}`, ms(at(waits, 0.99)), `on screen two frames later: ${ms(at(shown, 0.99))}`);
line('main thread a message, with the extension', ms(ours.each), `without: ${ms(bare.each)}; the difference is ours: ${ms(ours.each - bare.each)}`);
line('100 messages, 2,000 links: the last banner after', ms(at(ours.threads.map(({ waited }) => waited).sort((a, b) => a - b), 0.5)), `median of ${THREADS} threads`);
const [mine, rest] = [cpu(ours, true), cpu(ours, false)];
const shares = ours.threads.flatMap(({ tasks }) => tasks).map(({ share }) => share).sort((a, b) => b - a);
line(`tasks in which ours took over ${LONG_MS} ms of processor`, String(shares.filter((each) => each > LONG_MS).length), `of ${mine.length} in ${THREADS} threads; the most ${shares.slice(0, 4).map(ms).join(', ')}`);
line('the same tasks as a whole, the longest', ms(mine[0] ?? 0), 'the page\'s own opening and layout of the thread are among them');
line('other tasks, the longest with the extension', ms(rest[0] ?? 0), `without: ${ms(cpu(bare, false)[0] ?? 0)}`);
