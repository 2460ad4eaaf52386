// Mails made to be slow. Each is built to a size in bytes and holds one link that is dangerous whatever stands around it.
import fs from 'node:fs';
import path from 'node:path';

const DANGER = { url: 'https://xn--80ak6aa92e.com/login', text: 'Apple ID' };

/** `unit` as often as it fits into `size` bytes of JSON. */
const fill = (unit, size) => unit.repeat(Math.max(1, Math.floor(size / (Buffer.byteLength(JSON.stringify(unit)) - 2))));

const text = (unit) => (size) => ({ text: fill(unit, size) });
const url = (make) => (size) => ({ links: [{ url: make(size), text: 'x' }] });
/** As many different links as fit, 2,000 at most: further ones are not judged. */
function links(make) {
  return (size) => {
    const list = [];
    let left = size;
    for (let i = 0; i < 1990 && left > 0; i++) {
      const link = make(i, size);
      left -= Buffer.byteLength(JSON.stringify(link)) + 1;
      if (left > 0) list.push(link);
    }
    return { links: list };
  };
}
const sender = (make) => (size) => ({ sender: { name: make(size), address: 'a@mail.example' } });

/** A wrapper in a wrapper …: each level doubles its percent signs. */
function nested(depth, wrap) {
  let inner = 'https://paypa1.example/';
  for (let i = 0; i < depth; i++) inner = wrap(inner);
  return inner;
}
const google = (inner) => `https://www.google.com/url?q=${encodeURIComponent(inner)}`;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = (i) => letters[i % 26] + letters[Math.floor(i / 26) % 26] + letters[Math.floor(i / 676) % 26];

/* What the catalogue's wordings are looked for with: a text of these asks PCRE2 at every word. */
const WORDINGS = path.join(import.meta.dirname, '../../host/catalogue/data/wording');
const cues = fs.readdirSync(WORDINGS).sort().flatMap((file) => JSON.parse(fs.readFileSync(path.join(WORDINGS, file), 'utf8')).cues);
const literals = [...new Set(cues.flatMap((cue) => cue.literal ?? []))];
const examples = cues.flatMap((cue) => cue.matches);
/** Examples without what they end in: matches that fail late. */
const nearly = examples.map((example) => [...example].slice(0, -3).join(''));
/** By turns from both ends, so that no two of one cue stand together. */
const mixed = (list) => list.map((_, i) => list[i % 2 ? list.length - 1 - (i >> 1) : i >> 1]);
/** Different words, up to the size. */
const vary = (size, make) => Array.from({ length: Math.ceil(size / 6) }, (_, i) => make(i)).join(' ').slice(0, Math.floor(size));

/* All names and domains that the catalogue knows, and domains that differ from them in one letter. */
const BRANDS = path.join(import.meta.dirname, '../../host/catalogue/data/brands');
const brands = fs.readdirSync(BRANDS).sort().map((file) => JSON.parse(fs.readFileSync(path.join(BRANDS, file), 'utf8')));
const names = brands.flatMap((brand) => [brand.name.en, brand.name.ja, ...(brand.aliases ?? [])]).filter((name) => name);
const kanji = names.filter((name) => /[\u3040-\u9fff]/u.test(name));
const domains = brands.flatMap((brand) => brand.web_domains ?? []);
const at = (list, i) => list[i % list.length];
const label = (i) => at(domains, i).split('.')[0];
/** @param {number} i @param {string} [letter] in place of one; '' drops it */
function slip(i, letter = letters[i % 26]) {
  const place = i % label(i).length;
  return at(domains, i).slice(0, place) + letter + at(domains, i).slice(place + 1);
}
const several = (i, count, make) => Array.from({ length: count }, (_, n) => make(i * (2 * n + 1)));
/** As much of the list as fits, from the front again where it is too short. */
function listed(list, size, join) {
  const sizes = list.map((one) => Buffer.byteLength(JSON.stringify(one + join)) - 2);
  const out = [];
  for (let i = 0, left = size; left >= sizes[i % list.length]; i++) {
    out.push(list[i % list.length]);
    left -= sizes[i % list.length];
  }
  return out.join(join);
}
const other = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', i: 'і' };
const accented = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };
const lettersOf = (i, table) => `${label(i).replace(/[aeiocpu]/g, (letter) => table[letter] ?? letter)}.com`;
const WRAPPERS = [google, (inner) => `https://l.facebook.com/l.php?u=${encodeURIComponent(inner)}`, (inner) => `https://urldefense.com/v3/__${inner}__;!!a!b$`,
  (inner) => `https://urldefense.proofpoint.com/v2/url?u=${inner.replaceAll('%', '-25').replaceAll(':', '-3A').replaceAll('/', '_')}`,
  (inner) => `https://www.bing.com/ck/a?u=a1${Buffer.from(inner).toString('base64url')}`, (inner) => `https://r.search.yahoo.com/_ylt=x/RU=${encodeURIComponent(inner)}/RK=2`];
const turns = (depth, i = 0) => { let level = i; return nested(depth, (inner) => at(WRAPPERS, level++)(inner)); };
const manyOf = (size, each, make) => Array.from({ length: Math.min(40_000, Math.floor(size / each)) }, (_, i) => make(i));

/** name → size in bytes → the members of a check */
export const inputs = {
  'text: ASCII letters without a blank': text('a'),
  'text: English words': text('please verify your account and password now '),
  'text: kana without a blank': text('あ'),
  'text: kanji of brand names': text('三井住友'),
  'text: one alias over and over': text('Amazon '),
  'text: beginnings of long aliases': text('Bank of the United State '),
  'text: combining marks on one letter': (size) => ({ text: `a${fill('\u0301', size)}` }),
  'text: letters with one mark each': text('e\u0323\u0301'),
  'text: marks in the wrong order': text('\u0301\u0323'),
  'text: U+FDFA, which grows eighteenfold': text('\ufdfa'),
  'text: mathematical letters': text('𝐚𝑏'),
  'text: hangul parts': text('\u1112\u1161\u11ab'),
  'text: soft hyphens': text('a\u00ad'),
  'text: direction marks': text('\u202e\u202c'),
  'text: line breaks': text('\n'),
  'text: digits and blanks for patterns': text('5 held 5 held '),
  'text: cue literals without their patterns': text('password pin card number recovery phrase '),
  'text: Japanese cue literals': text('パスワード暗証番号入力しない'),
  'text: instructions and secrets by turns': text('enter confirm password do not tell code '),
  'text: literals of all cues': text(`${literals.join(' ')} `),
  'text: literals of all cues, mixed and joined': text(mixed(literals).join('')),
  'text: examples of all cues': text(`${examples.join('\n')}\n`),
  'text: examples of all cues in one line': text(`${mixed(examples).join(' ').replaceAll(/[.。\n!?]/gu, ' ')} `),
  'text: examples that end too early': text(`${nearly.join(' ')} `),
  'text: one cue with far too much behind': text(`${'account '.repeat(5)}is being looked at `),
  'text: questions for secrets': text('enter your 12 word recovery phrase and password at once\n'),
  'text: advice and secrets': text('never share your password, pin or recovery phrase\n'),
  'text: Japanese instructions': text('暗証番号とパスワードを入力してください'),
  'text: signatures': text('© 2026 '),
  'text: signatures of brands': text('© 2026 Amazon PayPal\n'),
  'text: different words': (size) => ({ text: vary(size, (i) => `${word(i)}${word(i * 31)}`) }),
  'text: near many aliases': (size) => ({ text: vary(size, (i) => ['payapl', 'amazn', 'micorsoft', 'rakutn'][i % 4] + word(i)) }),
  'text: domains': text('amaz0n.example '),
  'text: URLs': text('https://paypa1.example/ '),
  'text: at signs': text('@'),
  'text: escapes in the JSON': text('\u0001'),
  'text: one cue literal without a blank': text('wallet'),
  'text: one cue literal, a letter of its end': text('walletd'),
  'text: Japanese cue literal': text('荷物'),
  'text: names of all brands': (size) => ({ text: listed(names, size, ' ') }),
  'text: names of all brands, a line each': (size) => ({ text: listed(names, size, '\n') }),
  'text: Japanese names of all brands, joined': (size) => ({ text: listed(kanji, size, 'の') }),
  'text: signatures of all brands': (size) => ({ text: listed(names.map((name) => `© 2026 ${name}`), size, '\n') }),
  'text: domains one letter from all brands': (size) => ({ text: listed(domains.map((_, i) => slip(i)), size, ' ') }),
  'text: addresses one letter from all brands': (size) => ({ text: listed(domains.map((_, i) => `support@${slip(i)}`), size, ' ') }),
  'text: scripts by turns': text('aаα日あאअ'),
  'text: words of two scripts': text('pаypаl аmаzоn gооgle '),
  'text: thirty marks on each letter': text(`a${'\u0301\u0323'.repeat(15)}`),
  'text: cue literals with soft hyphens': text('pass\u00adword acc\u200dount ver\u00adify '),
  'text: encoded words': text('=?utf-8?q?a?= '),
  'subject: literals of all cues': (size) => ({ subject: fill(`${literals.join(' ')} `, size) }),
  'subject: examples that end too early': (size) => ({ subject: fill(`${nearly.join(' ')} `, size) }),
  'subject and text: literals of all cues': (size) => ({ subject: fill(`${literals.join(' ')} `, size / 2), text: fill(`${mixed(literals).join(' ')} `, size / 2) }),
  'subject: English words': (size) => ({ subject: fill('your account is suspended ', size) }),
  'subject: Japanese names of all brands': (size) => ({ subject: listed(kanji, size, '') }),
  'subject: U+FDFA': (size) => ({ subject: fill('ﷺ', size) }),
  'url: wrappers of every kind by turns': url((size) => turns(size > 100_000 ? 13 : 11).slice(0, 65_000)),
  'url: 200,000 characters of path': url((size) => `https://a.example/${fill('x', Math.min(size, 200_000))}`),
  'url: 65,000 characters of query': url((size) => `https://a.example/?${fill('u=https://b.example/&', Math.min(size, 65_000))}`),
  'url: 10,000 labels': url((size) => `https://${fill('a.', Math.min(size, 20_000))}example/`),
  'url: 10,000 labels in punycode': url((size) => `https://${fill('xn--80a.', Math.min(size, 60_000))}example/`),
  'url: one label of 60,000 letters': url((size) => `https://${fill('p', Math.min(size, 60_000))}.example/`),
  'url: one label of 20,000 kanji': url((size) => `https://${fill('日', Math.min(size, 60_000))}.example/`),
  'url: hyphens between brands': url((size) => `https://${fill('paypal-amazon-', Math.min(size, 60_000))}x.example/`),
  'url: percent signs': url((size) => `https://a.example/?u=${fill('%25', Math.min(size, 60_000))}`),
  'url: at signs': url((size) => `https://${fill('a@', Math.min(size, 60_000))}b.example/`),
  'url: nested wrappers': url((size) => nested(size > 100_000 ? 12 : 9, google).slice(0, 65_000)),
  'url: combining marks in the host': url((size) => `https://a${fill('\u0301', Math.min(size, 60_000))}.example/`),
  'links: short, each another host': links((i) => ({ url: `https://${word(i)}${i}.example/`, text: '' })),
  'links: short, one host': links((i) => ({ url: `https://a.example/${i}`, text: '' })),
  'links: look-alikes of brands': links((i) => ({ url: `https://paypa1-${word(i)}.amaz0n-${word(i + 7)}.example/`, text: `www.paypal.com ${i}` })),
  'links: near every brand': links((i) => ({ url: `https://mikr${word(i)}soft${word(i)}.example/`, text: '' })),
  'links: many labels each': links((i) => ({ url: `https://${'paypal.'.repeat(30)}${word(i)}${i}.example/`, text: '' })),
  'links: punycode each': links((i) => ({ url: `https://xn--${word(i)}-${word(i * 7)}a${i}.example/`, text: '' })),
  'links: Cyrillic each': links((i) => ({ url: `https://раура${String.fromCharCode(0x430 + (i % 32))}${word(i)}${i}.example/`, text: '' })),
  'links: letters that pairs stand for': links((i) => ({ url: `//${'dclmnnii'.repeat(7)}${word(i)}.com` })),
  'links: a hundred and twenty labels': links((i) => ({ url: `//${'a.'.repeat(120)}${word(i)}.com` })),
  'links: hyphens and dots': links((i) => ({ url: `//${'a-b.'.repeat(50)}${word(i)}.com` })),
  'links: official names in front': links((i) => ({ url: `//${'amazon.co.jp.'.repeat(15)}${word(i)}.com` })),
  'links: official names glued': links((i) => ({ url: `//${'amazoncojp.paypalcom.'.repeat(9)}${word(i)}.com` })),
  'links: one slip of many brands': links((i) => ({ url: `//amazom.gooogle.appel.paypall.microsft.netflx.facebok.rakutn.${word(i)}.com` })),
  'links: brands among telling words': links((i) => ({ url: `//secureloginpaypalverifyaccount${word(i)}.paypalsecure-login-account.paypal.com-${word(i)}.com` })),
  'links: many labels in other letters': links((i) => ({ url: `//${'а.б.в.г.д.е.ж.'.repeat(3)}${word(i)}.com` })),
  'links: long labels in other letters': links((i) => ({ url: `//${'раураӏ'.repeat(3)}${word(i)}.com`, text: `www.${'аοо'.repeat(3)}${word(i)}.net` })),
  'links: Arabic each': links((i) => ({ url: `//${'مصرا'.repeat(3)}${String.fromCharCode(0x627 + (i % 20))}${word(i)}.com` })),
  'links: Devanagari each': links((i) => ({ url: `//${'क्षि'.repeat(4)}${word(i)}.com` })),
  'links: shortest in other letters': links((i) => ({ url: `//${String.fromCharCode(0x430 + (i % 32), 0x430 + (Math.floor(i / 32) % 32))}a.jp` })),
  'links: three spellings each': links((i) => ({ url: `//а${word(i)}.jp`, raw: `//б${word(i)}.jp`, text: `в${word(i)}.jp` })),
  'links: parameters in other letters': links((i, size) => ({ url: `//a.b/?a=http://${'а.'.repeat(size / 20_000)}${word(i)}.c&b=http://${'б.'.repeat(size / 20_000)}${word(i)}.c` })),
  'links: texts in other letters': links((i, size) => ({ url: `//а${word(i)}.jp`, text: `${'а.'.repeat(size / 10_000)}jp` })),
  'links: texts of marks': links((i, size) => ({ url: `//${word(i)}.jp`, text: `a.b${'\u0301'.repeat(size / 4500)}` })),
  'links: texts of U+FDFA': links((i, size) => ({ url: `//${word(i)}.jp`, text: 'ﷺ'.repeat(size / 7000) })),
  'links: seven brands claimed': (size) => ({ ...links((i) => ({ url: `//${word(i)}.jp` }))(size), sender: { name: 'Amazon PayPal Apple Google Microsoft Netflix Rakuten', address: 'a@b.example' } }),
  'links: two slips of the claimed brand': (size) => ({ ...links((i) => ({ url: `//amaozm.amzaon.amaznoo.aamzoon.amzoan.ammzoon.${word(i)}.com` }))(size), sender: { name: 'Amazon', address: 'a@b.example' } }),
  'links: wrappers each': links((i) => ({ url: nested(4, google).replace('paypa1', `paypa1${i}`), text: '' })),
  'links: several parameters each': links((i) => ({ url: `https://a${i}.example/?u=https://b${i}.example/&v=https://c${i}.example/&w=https://d${i}.example/`, text: '' })),
  'links: long texts': links((i, size) => ({ url: `https://a${i}.example/`, text: `https://www.amazon.co.jp/ ${fill('あ', size / 2100)}` })),
  'links: texts of cues': links((i, size) => ({ url: `https://a${i}.example/`, text: fill(`${mixed(literals).slice(i % 90).join(' ')} `, Math.max(3000, size / 40)) })),
  'links: texts of different brands': links((i) => ({ url: `https://a${i}.example/`, text: `${word(i)} Amazon ${word(i * 7)} PayPal` })),
  'links: texts of addresses': links((i) => ({ url: `//${word(i)}.jp`, text: `www.amazon-${word(i)}.co.jp` })),
  'links: ordinary, each another host': links((i) => ({ url: `https://www.${word(i)}-${word(i * 31)}ing.com/`, text: '' })),
  'links: ordinary, a brand claimed': (size) => ({ ...links((i) => ({ url: `//www.${word(i)}${word(i * 31)}.com` }))(size), sender: { name: 'Amazon', address: 'a@b.example' } }),
  'links: ordinary, cheap ones in front': links((i) => ({ url: i % 2 ? `//a.jp/${word(i)}` : `//amazom.gooogle.appel.paypall.microsft.netflx.facebok.rakutn.${word(i)}.com` })),
  'links: texts of ASCII': links((i, size) => ({ url: `https://a${i}.example/`, text: fill('Amazon PayPal Apple ', size / 2100) })),
  'links: one letter from each brand': links((i) => ({ url: `//${slip(i)}` })),
  'links: one letter dropped from each brand': links((i) => ({ url: `//${slip(i, '')}`, text: slip(i * 7) })),
  'links: three labels of slips': links((i) => ({ url: `//${several(i, 3, (n) => slip(n).split('.')[0]).join('.')}.com` })),
  'links: slips glued': links((i) => ({ url: `//${several(i, 5, (n) => slip(n, '').split('.')[0]).join('').slice(0, 60)}.com` })),
  'links: slips with hyphens': links((i) => ({ url: `//${several(i, 4, (n) => slip(n).split('.')[0]).join('-').slice(0, 60)}.com` })),
  'links: domains of all brands in front': links((i) => ({ url: `//${several(i, 5, (n) => at(domains, n)).join('.')}.${word(i)}.top` })),
  'links: slips in parameters': links((i) => ({ url: `//${word(i)}.top/?${several(i, 5, (n) => `u${n}=https://${slip(n)}`).join('&')}` })),
  'links: all brands with accents': links((i) => ({ url: `//${lettersOf(i, accented)}` })),
  'links: all brands with accents, a brand claimed': (size) => ({ ...links((i) => ({ url: `//${lettersOf(i, accented)}` }))(size), sender: { name: 'Amazon PayPal Apple Google Microsoft Netflix Rakuten', address: 'a@b.example' } }),
  'links: all brands in Cyrillic': links((i) => ({ url: `//${lettersOf(i, other)}`, text: lettersOf(i * 7, other) })),
  'links: kanji names of brands': links((i) => ({ url: `//${at(kanji, i).replace(/[^\u3040-\u9fff]/gu, '')}${word(i)}.jp` })),
  'links: slips, seven brands claimed': (size) => ({ ...links((i) => ({ url: `//${slip(i)}` }))(size), sender: { name: 'Amazon PayPal Apple Google Microsoft Netflix Rakuten', address: 'a@b.example' } }),
  'links: wrappers of every kind by turns': links((i) => ({ url: turns(3, i).replace('paypa1', `paypa1${i}`) })),
  'links: 500 characters each': links((i) => ({ url: `//${word(i)}${i}.top/?q=${'%e3%81%82'.repeat(52)}` })),
  'links: hosts of percent signs': links((i) => ({ url: `//${'%61'.repeat(60)}${word(i)}.top` })),
  'links: names of brands as texts': links((i) => ({ url: `//${word(i)}.top`, raw: `//${slip(i)}`, text: `${at(names, i)} ${slip(i * 3)}` })),
  'name: ASCII letters': sender((size) => fill('a', size)),
  'name: letters apart': sender((size) => fill('A m a z o n ', size)),
  'name: near aliases': sender((size) => fill('Amazn Payapl Micorsoft ', size)),
  'name: different words': (size) => ({ sender: { name: vary(size, (i) => `${word(i)}${word(i * 31)}`), address: 'a@mail.example' } }),
  'name: all aliases': sender((size) => fill('Amazon PayPal Apple Google Microsoft Netflix Rakuten 三井住友カード イオン 楽天 ', size)),
  'name: cues': sender((size) => fill(`${literals.join(' ')} `, size)),
  'name: role words': sender((size) => fill('support team ', size)),
  'name: confusables': sender((size) => fill('Аmаzоn', size)),
  'name: squares of several letters': sender((size) => fill('㌀㍿㌗', size)),
  'name: U+FDFA': sender((size) => fill('ﷺ', size)),
  'name: marks': sender((size) => `A${fill('\u0337', size)}`),
  'name: thirty marks on each letter': sender((size) => fill(`A${'\u0337'.repeat(30)}`, size)),
  'name: names of all brands': sender((size) => listed(names, size, ' ')),
  'name: Japanese names of all brands, joined': sender((size) => listed(kanji, size, '')),
  'name: domains one letter from all brands': sender((size) => listed(domains.map((_, i) => slip(i)), size, ' ')),
  'name: scripts by turns': sender((size) => fill('aаα日あאअ', size)),
  'name: encoded words': sender((size) => fill('=?utf-8?q?a?= ', size)),
  'name: quotes and brackets': sender((size) => fill('"<(', size)),
  'address: comments': (size) => ({ sender: { name: 'x', address: `${fill('(', size / 2)}a@b.example${fill(')', size / 2)}` } }),
  'address: at signs': (size) => ({ sender: { name: 'x', address: fill('a@', size) } }),
  'address: several': (size) => ({ sender: { name: 'x', address: fill('a@b.example,', size) } }),
  'reply-to: many': (size) => ({ reply_to: Array.from({ length: Math.min(40_000, Math.floor(size / 24)) }, (_, i) => `a${i}@b${i}.example`) }),
  'recipients: many': (size) => ({ recipients: Array.from({ length: Math.min(40_000, Math.floor(size / 24)) }, (_, i) => `a${i}@b${i}.example`), sender: { name: fill('a1 ', 2000), address: 'a@b.example' } }),
  'recipients: names like the sender': (size) => ({ recipients: Array.from({ length: Math.min(40_000, Math.floor(size / 40)) }, (_, i) => `amazon.${word(i)}${i}@paypal-${word(i)}.example`), sender: { name: fill('amazon paypal ', 2000), address: 'amazon@paypal-support.example' } }),
  'addresses: long ones, a letter apart': (size) => ({ sender: { name: 'a', address: `${fill('aaab', size / 2 - 200)}@b.example` }, reply_to: [`${fill('aaac', size / 2 - 200)}@gmail.com`] }),
  'addresses: recipients all but in a long one': (size) => ({ sender: { name: 'a', address: `${fill('a', size - 64 * manyOf(size / 2, 64, () => '').length)}@b.example` }, recipients: manyOf(size / 2, 64, (i) => `aaaaaaaab@aaaab${i}.aaaaaaaa.aaaa`) }),
  'reply-to: near brands': (size) => ({ reply_to: Array.from({ length: Math.min(40_000, Math.floor(size / 40)) }, (_, i) => `a@amazom.gooogle.appel.${word(i)}.com`) }),
  'reply-to: comments and quotes': (size) => ({ reply_to: manyOf(size, 40, (i) => `(c(n)) "a b" <a${i}@b.example>`) }),
  'reply-to: one letter from all brands': (size) => ({ reply_to: manyOf(size, 40, (i) => `a@${slip(i)}`) }),
  'recipients: all named in the text': (size) => ({ recipients: manyOf(size, 60, (i) => `${word(i)}${i}@me.example`), text: manyOf(size, 60, (i) => `${word(i)}${i}@me.example`).join(' '), sender: { name: 'me.example', address: 'me.example@x.example' } }),
  'signers: one letter from all brands': (size) => ({ auth: { result: 'fail', signed_by: manyOf(size, 40, (i) => slip(i)) } }),
  'several: names, wordings and slips at once': (size) => ({ sender: { name: listed(names, size / 9, ' '), address: 'a@b.example' }, subject: listed(examples, size / 9, ' '), text: listed(names.map((name, i) => `${name} ${at(examples, i)}`), size / 3, ' '),
    ...links((i) => ({ url: `//${slip(i)}`, text: at(names, i) }))(size / 3) }),
  'signers: many': (size) => ({ auth: { signed_by: Array.from({ length: Math.min(40_000, Math.floor(size / 20)) }, (_, i) => `b${i}.example`) } }),
  'json: values': (size) => ({ x: Array.from({ length: Math.min(49_000, Math.floor(size / 3)) }, () => 1) }),
  'json: objects': (size) => ({ x: Array.from({ length: Math.min(40_000, Math.floor(size / 3)) }, () => ({})) }),
  'json: many names in one object': (size) => ({ x: Object.fromEntries(Array.from({ length: Math.min(49_000, Math.floor(size / 12)) }, (_, i) => [`k${i}`, 1])) }),
};

/** name → size in bytes → the members of a profile: the user's own choices, not a stranger's words, and read once. */
const fitting = (size, make) => { const list = []; for (let i = 0, left = size; i < 48_000; i++) { left -= Buffer.byteLength(JSON.stringify(make(i))) + 1; if (left < 0) break; list.push(make(i)); } return list; };
const ownBrands = (size, member, make) => { const all = fitting(size - 4000, make); return Array.from({ length: Math.ceil(all.length / 2000) }, (_, i) => ({ id: `own-${i}`, name: `Company Number ${i}`, web_domains: [`company-${i}.example`], [member]: all.slice(i * 2000, i * 2000 + 2000) })); };
export const profiles = {
  'profile: one brand of 40,000 domains': (size) => ({ brands: [{ id: 'own', name: 'My Company', web_domains: fitting(size - 100, (i) => `d${i}.example`) }] }),
  'profile: one brand of 48,000 words': (size) => ({ brands: [{ id: 'own', name: 'My Company', web_domains: ['own.example'], words: fitting(size - 200, (i) => `d${i}`) }] }),
  'profile: lists as long as they may be': (size) => ({ brands: ownBrands(size, 'mail_domains', (i) => `d${i}.example`) }),
  'profile: aliases of fifty U+FDFA': (size) => ({ brands: ownBrands(size, 'aliases', (i) => `${'ﷺ'.repeat(50)}${i}`) }),
  'profile: aliases of six U+FDFA': (size) => ({ brands: ownBrands(size, 'aliases', (i) => `${'ﷺ'.repeat(6)}${i}`) }),
  'profile: trusted domains': (size) => ({ trusted: fitting(size, (i) => `d${i}.example`) }),
  'profile: trusted domains in other letters': (size) => ({ trusted: fitting(size, (i) => `раура${word(i)}.com`) }),
  'profile: what is no domain': (size) => ({ trusted: fitting(size, (i) => `ﷺ${i}.example`) }),
  'profile: aliases of 200 brands': (size) => ({ brands: Array.from({ length: 200 }, (_, brand) => ({ id: `b${brand}`, name: `Brand ${brand}`, web_domains: [`b${brand}.example`], aliases: fitting(size / 230 - 150, (i) => `ブランド${brand}の${word(i)}`) })) }),
};

/* Each wording's own examples over and over, cut off where a match may be waiting for what never comes. */
const CUTS = [0.3, 0.5, 0.6, 0.75, 0.9];
const cut = (example, part) => [...example].slice(0, Math.ceil([...example].length * part)).join('');
const ofCues = cues.flatMap((cue) => cue.matches.flatMap((example, n) => CUTS.map((part, i) =>
  [`cue: ${cue.id}, example ${n + 1} up to ${part}`, text(cut(example, part) + ((n + i) % 2 ? ' ' : ''))])));
/* … and one made by hand. */
export const cueInputs = Object.fromEntries([...ofCues, ['cue: gift cards, told by turns', text('asks you to you to buy please buy gift cards buy gift cards ')]]);

/** A whole request of about `size` bytes. */
export function request(id, name, size) {
  const members = (inputs[name] ?? cueInputs[name])(size);
  return { id, type: 'check', ...members, links: [DANGER, ...(members.links ?? [])] };
}
