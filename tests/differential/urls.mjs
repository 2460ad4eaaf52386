// URLs as nobody would write them, by chance but the same at every run: what parsers are known to differ in, in all combinations.

const LABELS = ['a', 'example', 'EXAMPLE', 'www', 'xn--80ak6aa92e', 'xn--a', 'xn--', 'XN--MASKNA-XQDE', 'xn--bcher-kva', 'xn--ls8h', 'xn--zca', 'a_b', '-a', 'a-', 'a--b', 'ab--c', '0', '1', '01', '255', '256', '0x7f', '0xg', '0x', '08', '4294967295', '4294967296',
  'bücher', 'BÜCHER', 'faß', 'ΒΌΛΟΣ', 'ς', 'пример', 'ПРИМЕР', 'раураӏ', '例え', 'テスト', 'ﾃｽﾄ', '한국', '\u1112\u1161\u11ab', 'مثال', 'אבג', 'א1', '1א', 'नी\u200dसा', 'क\u094d\u200d\u0937', 'a\u200db', 'a\u200cb', '💩', '👩\u200d👧', 'ａｂｃ', '①', '⒈', '㏇', '℀', '™', 'K', 'ſ', 'ẞ', 'ﬃ', '½',
  'e\u0301', '\u0301e', 'a\u0323\u0301', '\u00ad', 'a\u00adb', '\u200b', '\u2060a', '\ufe0f', '\u180e', '\u3164', '\u{e0041}', '\u202ea', '\ufdfa', '\u0345', '\u1e9e', 'ǰ', '٣', '۳', '๑', '\u0640', '〇', 'ー', '\u30fb', '·', 'l·l', 'ʼn', '\u2260', '≮', '\u{10ffff}', '\ufffd', '\u0378',
  '%41', '%2e', '%e3%81%82', '%c3%a9', '%00', '%', '%zz', '%ff', '%ed%a0%80', '%25', '%20', '%EF%BC%8E', ' ', '\u3000', '<', '>', '^', '|', '`', '{', '}', '"', "'", '!', '$', '&', '(', ')', '*', '+', ',', ';', '=', '~', '\\', '\t', '\n', '\r', '\u0000', '\u0001', '\u007f', '\u0080', '\u00a0', 'x'.repeat(64), 'ü'.repeat(64)];
const DOTS = ['.', '.', '.', '.', '.', '。', '．', '｡', '..', '%2E', ''];
const WHOLES = ['', 'localhost', '127.0.0.1', '127.1', '0x7f.1', '0177.0.0.1', '017700000001', '0x7f000001', '2130706433', '1.2.3', '1.2.3.4.', '1.2.3.4.5', '1..2', '256.1.1.1', '1.2.3.256', '1.2.65536', '0x.0x.0', '1.2.3.08', '1.2.3.0x', 'a.1.2.3.4', 'a.0x', 'a.09', 'a.1a', '１２７.０.０.１', '0xff.',
  '[::1]', '[::]', '[1::8]', '[1:2:3:4:5:6:7:8]', '[1:2:3:4:5:6:7]', '[::1.2.3.4]', '[::ffff:127.0.0.1]', '[::1.2.3]', '[::01.2.3.4]', '[::1.2.3.256]', '[1::2::3]', '[:1]', '[1:]', '[0:0:1:0:0:0:1:0]', '[A:B::]', '[::12345]', '[::g]', '[::1%25eth0]', '[]', '[::1', '::1', '[::1]a', '[0:0:0:0:0:0:13.1.68.3]', 'a.', '.', '..', '.a', 'a..', 'com.', 'a%2eb', 'a%00b', 'xn--a.com', 'xn--.com', '\u00ad', '\u200d'];
const SCHEMES = ['https', 'https', 'https', 'http', 'HTTP', 'hTtPs', 'ftp', 'ws', 'wss', 'mailto', 'x-own', 'javascript', 'data'];
const SLASHES = ['//', '//', '//', '//', '///', '/', '', '\\\\', '/\\', '\\/', '////', '//\t', '/\n/'];
const USERS = ['', '', '', '', '', '', 'user@', 'user:pass@', '@', ':@', 'a@b@', 'example.com@', 'a%40b@', 'ü@', 'a:b:c@', '\t@', '/@', '\\@'];
const PORTS = ['', '', '', '', '', '', ':', ':80', ':443', ':8080', ':0', ':65535', ':65536', ':080', ':00000080', ':a', ':8a', ': 80', ':-1', ':８０', ':\t80'];
const TAILS = ['', '/', '/path', '?query', '#hash', '/a?b#c', '\\path', '/@b.example', '?@b.example', '#@b.example', '/ü', '/ ', '/%zz', ';a', '\t', '\n/'];
const EDGES = ['', '', '', '', '', '', '', ' ', '\t', '\n', '\u0000', '\u0001 ', '\u00a0', '\ufeff'];

/** @param {(below: number) => number} any a generator of numbers @returns {string} */
export function url(any) {
  const one = (/** @type {string[]} */ list) => list[any(list.length)];
  const name = () => Array.from({ length: 1 + any(3) }, () => (any(6) ? one(LABELS) : one(LABELS) + one(LABELS))).reduce((left, right) => left + one(DOTS) + right);
  const host = any(4) ? name() + (any(3) ? '.example' : '') : one(WHOLES);
  return `${one(EDGES)}${one(SCHEMES)}:${one(SLASHES)}${one(USERS)}${host}${one(PORTS)}${one(TAILS)}${one(EDGES)}`;
}
