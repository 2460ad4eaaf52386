// The Gmail adapter on the shapes that Gmail's page has had, built from what is known of each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message, openPage, thread } from './page.js';

const FILES = ['content/plain.js', 'content/guard.js', 'webmail/adapter.js', 'webmail/gmail.js'];

/** Reads every message of a page. */
function readAll(html, settings = {}) {
  const page = openPage(html, { only: FILES, ...settings });
  const found = Array.from(page.honmono.gmail.boxes(), ({ box, body }) => page.honmono.gmail.read(box, body));
  return { page, found, facts: found[0], request: found[0]?.request && JSON.parse(JSON.stringify(found[0].request)) };
}

test('2025: sender, recipients, subject, text and links', () => {
  const { request, facts } = readAll(thread(message({ body: '<p>Hello</p><a href="https://evil.example/x">meta<wbr>mask<span class="il">.io</span></a>' })));
  assert.deepEqual(request.sender, { name: 'MetaMask Support', address: 'help@evil.example' });
  assert.deepEqual(request.recipients, ['taro@example.jp']);
  assert.equal(request.subject, 'Your wallet');
  assert.match(request.text, /Hello/);
  assert.deepEqual(request.links, [{ url: 'https://evil.example/x', text: 'metamask.io' }]);
  assert.equal(request.cut, false);
  assert.equal('auth' in request, false);
  assert.equal(facts.id, '18f0000000000001');
});

const OLD = {
  '2016: no list items, aXjCH': `<div role="main"><div class="ha"><h2>Old</h2></div><div class="adn ads" data-message-id="#msg-f:9"><div class="gs"><table><tr><td class="gF"><span email="a@evil.example" name="A">A</span></td></tr></table>
     <span class="hb"><span class="g2" email="me@example.jp" name="我">我</span></span><div class="ii gt"><div class="a3s aXjCH m1"><a href="https://evil.example/">x</a></div></div></div></div></div>`,
  '2019: the sender directly in h3': `<div role="main"><h2 class="hP">S</h2><div role="list"><div class="h7" role="listitem"><div class="adn ads" data-message-id="#msg-f:9" data-legacy-message-id="9"><div class="gs"><h3 class="iw"><span class="gD" email="a@evil.example" name="A">A</span><span class="go">a</span></h3>
     <span class="hb"><span class="g2" email="me@example.jp" name="me">me</span></span><div class="ii gt"><div class="a3s aXjCH">t<a href="https://evil.example/">x</a></div></div></div></div></div></div></div>`,
  'split pane': `<div role="main"><div class="aia"><table class="Bs"><tr><td class="Bu">${message({ address: 'a@evil.example', to: 'me@example.jp' })}</td></tr></table></div></div>`,
  'no message ids': thread(message({ address: 'a@evil.example', to: 'me@example.jp' })).replaceAll(/data-(legacy-)?message-id="[^"]*"/g, ''),
  'no .a3s': thread(message({ address: 'a@evil.example', to: 'me@example.jp' })).replace('a3s', 'new'),
  'no .ii': thread(message({ address: 'a@evil.example', to: 'me@example.jp' })).replace('ii gt', 'new'),
  'no .gD': thread(message({ address: 'a@evil.example', to: 'me@example.jp' })).replace('class="gD"', ''),
  'no h3': thread(message({ address: 'a@evil.example', to: 'me@example.jp' })).replaceAll('h3', 'b'),
};
for (const [name, html] of Object.entries(OLD)) {
  test(`${name}: read, and the banner has a place outside the body`, () => {
    const { facts, request, page } = readAll(html);
    assert.equal(request.sender.address, 'a@evil.example');
    assert.deepEqual(request.recipients, ['me@example.jp']);
    assert.equal(request.links[0].url, 'https://evil.example/');
    const { parent, before } = page.honmono.gmail.bannerPlace(facts);
    assert.equal(before.parentElement, parent);
    assert.ok(!facts.body.contains(parent) && parent !== facts.body && facts.box.contains(parent));
    assert.equal(page.honmono.gmail.boxOf(facts.links[0]), facts.box);
  });
}

test('no sender that can be read: the message is found, and reported as unreadable', () => {
  const { found } = readAll(thread(message()).replaceAll(' email=', ' data-x='));
  assert.deepEqual(found, [null]);
});

test('a collapsed message has no body and is not read', () => {
  const collapsed = '<div role="listitem" class="kv"><div class="adf ads" data-message-id="#msg-f:3"><table><tr><td class="gH"><span class="gD" role="gridcell" email="b@x.example" name="B">B</span></td><td><div class="iA g6">snippet</div></td></tr></table></div></div>';
  const { found } = readAll(thread(collapsed, message()));
  assert.equal(found.length, 1);
  assert.equal(found[0].request.sender.address, 'help@evil.example');
});

test('rows of the list are no messages', () => {
  const { found } = readAll('<div role="main"><table><tr class="zA zE" data-legacy-message-id="5"><td class="yX"><span class="zF" email="a@x.example" name="A">A</span></td></tr></table></div>');
  assert.equal(found.length, 0);
});

test('several messages of a thread are told apart', () => {
  const { found } = readAll(thread(message({ id: '18f0000000000001', address: 'a@one.example' }), message({ id: '18f0000000000002', address: 'b@two.example' })));
  assert.deepEqual(found.map(({ request }) => request.sender.address), ['a@one.example', 'b@two.example']);
  assert.notEqual(found[0].key, found[1].key);
});

test('an inline reply, a compose window and attachment cards are no mail', () => {
  const html = thread(message().replace('</div></div></div></div>', `</div></div>
    <div class="hq gt"><div class="aQH"><span class="aZo"><a class="aQy" href="https://mail.google.com/attachment">f</a></span></div></div>
    <div class="ip adB"><div class="M9"><div class="Am" contenteditable="true"><div class="a3s"><a href="https://quoted.example/">q</a></div></div></div></div></div></div>`))
    + '<div class="nH Hd" role="dialog"><div class="AD"><span email="x@y.example"></span><div class="a3s"><a href="https://draft.example/">d</a></div></div></div>';
  const { found, page } = readAll(html);
  assert.equal(found.length, 1);
  assert.equal(found[0].request.links.length, 1);
  const quoted = page.document.querySelector('[href="https://quoted.example/"]');
  assert.equal(page.honmono.gmail.boxOf(quoted), null);
  assert.equal(page.honmono.gmail.boxOf(page.document.querySelector('.aQy')), null);
});

test('areas, forms and the attribute as it was written', () => {
  const { request } = readAll(thread(message({ body: `<map name="m"><area href="https://area.example/" alt="Map"></map><img usemap="#m">
    <form action="//form.example/go"><input name="p"><button formaction="https://button.example/">Send</button></form>
    <a href="https://wWw.pаypal.example/">pay</a><a href="https:\\\\\\\\evil.example\\\\x">y</a><a name="anchor">no link</a><a href="mailto:a@b.example">m</a>` })));
  assert.deepEqual(request.links, [
    { url: 'https://area.example/', text: 'Map' },
    { url: 'https://form.example/go', raw: '//form.example/go', text: 'Send' },
    { url: 'https://button.example/', text: 'Send' },
    { url: 'https://www.xn--pypal-4ve.example/', raw: 'https://wWw.pаypal.example/', text: 'pay' },
    { url: 'https://evil.example//x', raw: 'https:\\\\\\\\evil.example\\\\x', text: 'y' },
    { url: 'mailto:a@b.example', text: 'm' },
  ]);
});

test('lone surrogates are replaced, also without toWellFormed', () => {
  for (const missing of [false, true]) {
    const page = openPage(thread(message()), { only: FILES, before: (window) => missing && Reflect.deleteProperty(window.String.prototype, 'toWellFormed') });
    assert.equal(page.honmono.adapter.wellFormed('a\uD800b\uDC00c\u{1F600}'), 'a\uFFFDb\uFFFDc\u{1F600}');
    page.close();
  }
});

test('long texts keep head and tail, too many links are cut, and both say so', () => {
  const long = readAll(thread(message({ body: `HEAD${'あ'.repeat(120_000)}TAIL` }))).request;
  assert.equal(long.cut, true);
  assert.ok(Buffer.byteLength(long.text) <= 200_000);
  assert.ok(long.text.startsWith('HEAD') && long.text.endsWith('TAIL'));
  const many = readAll(thread(message({ body: '<a href="https://x.example/">x</a>'.repeat(2001) }))).request;
  assert.equal(many.links.length, 2000);
  assert.equal(many.cut, true);
  const wide = readAll(thread(message({ body: `<a href="data:text/html,${'x'.repeat(900_000)}">x</a>` }))).request;
  assert.equal(wide.cut, true);
  assert.ok(JSON.stringify(wide).length < 1_000_000);
});

test('a clipped message and a frame inside the body are not all of the mail', () => {
  const clipped = thread(message()).replace('</div></div></div></div>', '</div></div><div class="iX">… <a href="?view=lg">View entire message</a></div></div></div>');
  assert.equal(readAll(clipped).request.cut, true);
  assert.equal(readAll(thread(message({ body: 'x<iframe></iframe>' }))).request.cut, true);
});

for (const [what, attribute] of [['a dialog', 'role="dialog"'], ['a text to edit', 'contenteditable'], ['attachments', 'class="hq"'], ['an answer', 'class="AD"'], ['a compose window', 'class="M9"']]) {
  test(`a mail whose own markup looks like ${what} is read with the links in it`, () => {
    const { request, facts, page } = readAll(thread(message({ body: `<p>t</p><div ${attribute}><a id="in" href="https://evil.example/x">x</a></div>` })));
    assert.deepEqual(request.links, [{ url: 'https://evil.example/x', text: 'x' }]);
    assert.equal(page.honmono.gmail.boxOf(page.document.querySelector('#in')), facts.box);
  });
}

const details = (...rows) => `<div class="ajA"><div class="ajB"><table class="ajC"><tbody>${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</tbody></table></div></div>`;
/** What is taken from the details of a mail, whose thread has the heading `heading`. */
const authOf = (heading, ...rows) => readAll(thread(message({ extra: details(...rows) })).replace('Your wallet', heading)).request.auth;
const FROM = ['差出人:', 'MetaMask Support &lt;help@evil.example&gt;'];
const DATE = ['日付:', '2026/11/20 9:30'];

test('authentication only where the details show exactly its two rows, in any language', () => {
  const common = [FROM, DATE, ['件名:', 'Hello.']];
  const auth = { mailed_by: 'mail.evil.example', signed_by: ['evil.example'] };
  const both = [['送信元:', 'mail.evil.example'], ['署名元:', 'evil.example']];
  for (const heading of ['Hello.', 'Re: Hello.', 'Fwd: Re: Hello.']) assert.deepEqual(authOf(heading, ...common, ...both), auth, heading);
  assert.deepEqual(authOf('Hello.', FROM, DATE, ['件名:', 'Re: Hello.'], ['メーリングリスト:', '&lt;list.evil.example&gt; のフィルタ'], ...both, ['セキュリティ:', '標準的な暗号化（TLS）']), auth);
  assert.deepEqual(authOf('Hello.', FROM, DATE, ...both), auth, 'details without the subject');
  for (const rows of [[...common, both[0]], common, [...common, ...both, ['?', 'third.example']]]) assert.equal(authOf('Hello.', ...rows), undefined);
});

test('a subject that is a domain is not taken for the server that sent the mail', () => {
  const subject = ['件名:', 'xserver.ne.jp'];
  const mailedBy = ['送信元:', 'evil.example'];
  for (const heading of ['xserver.ne.jp', 'Re: xserver.ne.jp']) {
    assert.equal(authOf(heading, FROM, DATE, subject, mailedBy), undefined, heading);
    assert.equal(authOf(heading, FROM, DATE, subject, mailedBy, ['署名元:', 'evil.example']), undefined, heading);
    assert.equal(authOf(heading, FROM, DATE, ['送信元:', 'mail.evil.example'], mailedBy), undefined, `${heading}, in no row`);
  }
  assert.equal(authOf('xserver.ne.jp', FROM, DATE, ['件名:', 'Re: xserver.ne.jp'], mailedBy), undefined);
  assert.equal(authOf('Hello.', ['from:', 'xserver.ne.jp'], DATE, ['subject:', 'Hello.'], mailedBy), undefined, 'nor a name that is a domain');
  assert.equal(authOf('', FROM, DATE, ['subject:', ''], subject, mailedBy), undefined, 'without a subject nothing is known');
});

test('the views for printing and for the source get nothing, other frames neither', () => {
  const active = (search) => openPage('', { only: FILES, url: `https://mail.google.com/mail/u/0/${search}` }).honmono.gmail.active();
  assert.equal(active('?ui=2&view=pt&search=all&th=1'), false);
  assert.equal(active('?ui=2&view=om&th=1'), false);
  assert.equal(active('?view=lg&permmsgid=msg-f:1'), false);
  assert.equal(active('?ui=2&view=btop&th=1'), true);
  assert.equal(active('#inbox'), true);
});

test('reading changes nothing, and a guarded link is read as it was written', () => {
  const { page, facts } = readAll(thread(message()));
  const before = page.document.body.innerHTML;
  page.honmono.guard.protect(facts.links[0]);
  const again = page.honmono.gmail.read(facts.box, facts.body);
  assert.equal(again.key, facts.key);
  page.honmono.guard.restore(facts.links[0]);
  assert.equal(page.document.body.innerHTML, before);
});
