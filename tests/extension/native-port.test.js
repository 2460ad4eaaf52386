// The client of the host as a state machine, over a port that the test holds in its hands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostError, NativePort, reasonOf } from '../../extension/background/native-port.js';

const HELLO = { type: 'hello', protocol: 1, host: { version: '1.0.0' }, catalogue: { version: 'c1' } };

/** @param {(message: any, port: any) => void} behave what the host does with each message */
function setup(behave, { timeout = 60, connect, opened, greeting = async () => ({ languages: ['ja', 'en'] }) } = {}) {
  const ports = [];
  let clock = 0;
  const client = new NativePort({
    timeout,
    now: () => clock,
    greeting,
    lastError: (ended) => ended.error ?? '',
    ...(opened ? { opened } : {}),
    connect: connect ?? ((name) => {
      const on = { message: [], disconnect: [] };
      const port = {
        name, sent: [], closed: false,
        onMessage: { addListener: (listener) => on.message.push(listener) },
        onDisconnect: { addListener: (listener) => on.disconnect.push(listener) },
        postMessage(message) { port.sent.push(message); queueMicrotask(() => behave(message, port)); },
        disconnect() { port.closed = true; },
        reply: (message) => on.message.forEach((listener) => listener(message)),
        die: (error) => on.disconnect.forEach((listener) => listener({ error })),
      };
      ports.push(port);
      return port;
    }),
  });
  return { client, ports, wait: (ms) => { clock += ms; } };
}

const answerAll = ({ id, type }, port) => port.reply(type === 'hello' ? { id, ...HELLO } : { id, type: 'verdict', of: id });
const reason = (expected) => (error) => error instanceof HostError && error.reason === expected;

test('hello goes first, once, with the languages; replies find their requests in any order', async () => {
  const later = [];
  const { client, ports } = setup((message, port) => (message.type === 'hello' ? port.reply({ id: message.id, ...HELLO }) : later.push(message)));
  const both = Promise.all([client.request({ type: 'check', a: 1 }), client.request({ type: 'check', a: 2 })]);
  while (later.length < 2) await new Promise(setImmediate);
  for (const { id, a } of later.reverse()) ports[0].reply({ id, type: 'verdict', a });
  assert.deepEqual((await both).map(({ a }) => a), [1, 2]);
  assert.deepEqual(ports[0].sent.map(({ type }) => type), ['hello', 'check', 'check']);
  assert.deepEqual([ports.length, ports[0].name, ports[0].sent[0].protocol, ports[0].sent[0].languages[0]], [1, 'org.honmono.host', 1, 'ja']);
  assert.equal(client.state, 'ready');
  client.close();
});

test('what opening asks for comes between hello and the first request, on every connection', async () => {
  const { client, ports } = setup(answerAll, { opened: (to) => to.send({ type: 'profile' }) });
  await client.request({ type: 'check' });
  ports[0].die('Native host has exited.');
  await client.request({ type: 'check' });
  for (const port of ports) assert.deepEqual(port.sent.map(({ type }) => type), ['hello', 'profile', 'check']);
  client.close();
});

test('no host: absent, by either browser\'s words, thrown or told', async () => {
  for (const words of ['Specified native messaging host not found.', 'No such native application org.honmono.host']) {
    const told = setup((_message, port) => port.die(words));
    await assert.rejects(told.client.request({ type: 'check' }), reason('absent'));
    assert.equal(told.client.state, 'absent');
    const thrown = setup(answerAll, { connect: () => { throw new Error(words); } });
    await assert.rejects(thrown.client.request({ type: 'check' }), reason('absent'));
  }
  assert.equal(reasonOf('Access to the specified native messaging host is forbidden.'), 'forbidden');
  assert.equal(reasonOf('Native host has exited.'), 'died');
});

test('another protocol: old, whether it says so or not', async () => {
  for (const reply of [{ type: 'error', code: 'unsupported-protocol', protocols: [2] }, { type: 'hello', protocol: 2 }, { type: 'error', code: 'unsupported-type' }]) {
    const { client, ports } = setup(({ id }, port) => port.reply({ id, ...reply }));
    await assert.rejects(client.request({ type: 'check' }), reason('old'));
    assert.equal(client.state, 'old');
    assert.equal(ports[0].closed, true);
    assert.equal(ports[0].sent.length, 1, 'no mail is given to it');
  }
});

test('the host dies: everything in flight fails, the next request starts it again, then with growing pauses', async () => {
  const { client, ports, wait } = setup((message, port) => (message.type === 'hello' && ports.length < 3 ? port.reply({ id: message.id, ...HELLO }) : port.die('Native host has exited.')));
  const flight = Promise.allSettled([client.request({ type: 'check' }), client.request({ type: 'check' })]);
  assert.deepEqual((await flight).map(({ status, reason: error }) => [status, error.reason]), [['rejected', 'died'], ['rejected', 'died']]);
  await assert.rejects(client.request({ type: 'check' }), reason('died'));
  assert.equal(ports.length, 2, 'at once the first time');
  await assert.rejects(client.request({ type: 'check' }), reason('died'));
  assert.equal(ports.length, 3);
  await assert.rejects(client.request({ type: 'check' }), reason('died'));
  assert.equal(ports.length, 3, 'not during the pause');
  wait(60_000);
  await assert.rejects(client.request({ type: 'check' }), reason('died'));
  assert.equal(ports.length, 4);
  client.retryNow();
  await assert.rejects(client.request({ type: 'check' }), reason('died'));
  assert.equal(ports.length, 5, 'the reader need not wait');
});

test('no reply in time: the request fails and the port is closed, for the host answers in order', async () => {
  const { client, ports } = setup((message, port) => message.type === 'hello' && port.reply({ id: message.id, ...HELLO }));
  await assert.rejects(client.request({ type: 'check' }), reason('timeout'));
  assert.equal(ports[0].closed, true);
  const silent = setup(() => {});
  await assert.rejects(silent.client.request({ type: 'check' }), reason('timeout'));
});

test('an error without an id is about the oldest request; a reply that nobody waits for harms nothing', async () => {
  const { client } = setup((message, port) => {
    if (message.type === 'hello') port.reply({ id: message.id, ...HELLO });
    else {
      port.reply({ id: 999, type: 'verdict' });
      port.reply({ id: null, type: 'error', code: 'message-too-large', detail: 'd' });
    }
  });
  const warn = console.warn;
  console.warn = () => {};
  await assert.rejects(client.request({ type: 'check' }), (error) => error.reason === 'refused' && error.code === 'message-too-large');
  console.warn = warn;
  assert.equal(client.state, 'ready');
  client.close();
});

test('a reply from a port that has been given up is not heard', async () => {
  const asked = [];
  const { client, ports } = setup((each, port) => (each.type === 'hello' ? answerAll(each, port) : asked.push(each)));
  const first = client.request({ type: 'check' });
  while (asked.length < 1) await new Promise(setImmediate);
  client.close();
  await assert.rejects(first, reason('died'));
  const next = client.request({ type: 'check' });
  while (asked.length < 2) await new Promise(setImmediate);
  ports[0].reply({ id: asked[1].id, type: 'verdict', stale: true });
  ports[0].reply({ id: null, type: 'error', code: 'internal', detail: '' });
  ports[0].die('late');
  answerAll(asked[1], ports[1]);
  assert.deepEqual(await next, { id: asked[1].id, type: 'verdict', of: asked[1].id });
  assert.equal(client.state, 'ready');
  client.close();
});

test('closed before the greeting is there: that one is not sent, another one is', async () => {
  const greetings = [];
  const { client, ports } = setup(answerAll, { greeting: () => new Promise((done) => greetings.push(done)) });
  const asked = client.request({ type: 'check' });
  await new Promise(setImmediate);
  client.close();
  greetings[0]({ languages: ['en'] });
  await new Promise(setImmediate);
  assert.equal(ports.length, 0);
  greetings[1]({ languages: ['ja'] });
  await asked;
  assert.deepEqual([ports.map(({ sent }) => sent[0].languages), client.state], [[['ja']], 'ready']);
  client.close();
});

test('without a greeting nothing is opened, and the next request tries again', async () => {
  let fails = true;
  const { client, ports } = setup(answerAll, { greeting: async () => { if (fails) throw new Error('the store'); return {}; } });
  await assert.rejects(client.request({ type: 'check' }), reason('died'));
  assert.deepEqual([ports.length, client.state], [0, 'died']);
  fails = false;
  await client.request({ type: 'check' });
  assert.equal(client.state, 'ready');
  client.close();
});
