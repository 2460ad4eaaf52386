// The mails of mails/ and those of the sample inbox, judged by the real host. One file a mail; its name says the point.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { guardedLinks, linksOf, readMails, requestOf } from '../e2e/lib/mails.mjs';
import { Judge, problems } from './judge.mjs';

const FOLDER = new URL('mails/', import.meta.url);
let judge;

before(async () => {
  judge = new Judge();
  await judge.ask({ type: 'hello', protocol: 1, client: { name: 'golden', version: '1' }, languages: ['en'] });
});
after(async () => assert.equal(await judge.close(), 0, 'the host ends with status 0'));

for (const name of fs.readdirSync(FOLDER).filter((each) => each.endsWith('.json')).sort()) {
  const golden = JSON.parse(fs.readFileSync(new URL(name, FOLDER), 'utf8'));
  test(`${name}: ${golden.name}`, async () => assert.deepEqual(problems(golden, await judge.verdict(golden)), []));
}

for (const [title, file] of [['ordinary honest mail is never more than noticed', 'honest.json'], ['impostors, and who is taken for one', 'impostors.json'], ['frauds without a brand in the sender\'s name, and who is taken for them', 'unnamed.json'],
  ['links, and names that are taken for others', 'links.json'], ['requests for passwords by whom nothing speaks for, and what only looks like them', 'secrets.json']]) {
  test(title, async (t) => {
    for (const golden of JSON.parse(fs.readFileSync(new URL(file, import.meta.url), 'utf8')))
      await t.test(golden.name, async () => assert.deepEqual(problems(golden, await judge.verdict(golden)), []));
  });
}

function goldenOf(mail) {
  const { expect } = mail;
  const guarded = guardedLinks(mail);
  const message = mail.messages.at(-1);
  return {
    request: requestOf(mail, message),
    ...(mail.kind === 'phishing' ? { level: expect.level } : { max_level: expect.level }),
    has: expect.codes,
    links: linksOf(message).map((_, index) => ({ index, guard: guarded.includes(index) })),
  };
}

for (const mail of readMails()) {
  test(`inbox/${mail.id}: ${mail.subject}`, async () => {
    const golden = goldenOf(mail);
    assert.deepEqual(problems(golden, await judge.verdict(golden)), []);
  });
}

test('no sentence shows a look-alike as if it were the official name: its ASCII form stands beside it', async () => {
  const disguised = 'metamаsk.io';
  const verdict = await judge.verdict({ request: {
    sender: { name: 'MetaMask Support', address: 'support@wallet-assist.example' }, text: 'Please verify your wallet.',
    links: [{ url: `https://${disguised}/verify`, text: 'https://metamask.io/verify' }],
  } });
  const sentences = verdict.findings.flatMap((finding) => [finding.title, finding.detail]);
  assert.deepEqual(sentences.filter((sentence) => sentence.includes(disguised) && !sentence.includes('xn--metamsk-6fg.io')), []);
});

test('the same request gives the same verdict, whatever was asked between', async () => {
  const [phishing, honest] = ['phishing', 'honest'].map((kind) => goldenOf(readMails().find((mail) => mail.kind === kind)));
  const first = await judge.verdict(phishing);
  await judge.verdict(honest);
  const second = await judge.verdict(phishing);
  assert.deepEqual({ ...second, id: 0 }, { ...first, id: 0 });
});

test('a page below the domain that a provider shares with its customers is not told to be anyone\'s', async () => {
  const verdict = await judge.verdict({ request: {
    links: ['https://member.biglobe.ne.jp/', 'https://taro.github.io/'].map((url) => ({ url, text: '' })),
  } });
  const problems = verdict.findings.filter(({ code }) => code === 'link-free-hosting')
    .map(({ level, evidence }) => [level, evidence.problem, evidence.brand]);
  assert.deepEqual(problems, [['notice', 'shared', 'BIGLOBE'], ['notice', undefined, undefined]]);
});
