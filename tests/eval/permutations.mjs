// Names that somebody would register to be taken for another, by class. Each class gives every variant of a label, in a fixed order.

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** What looks alike in one font or another. */
const ASCII_TWINS = [['o', '0'], ['0', 'o'], ['l', '1'], ['1', 'l'], ['l', 'i'], ['i', 'l'], ['i', '1'], ['m', 'rn'], ['rn', 'm'], ['w', 'vv'], ['vv', 'w'],
  ['d', 'cl'], ['cl', 'd'], ['g', 'q'], ['q', 'g'], ['nn', 'm']];
const DIGITS = [['a', '4'], ['b', '8'], ['e', '3'], ['g', '9'], ['s', '5'], ['t', '7'], ['z', '2']];
const UNICODE_TWINS = new Map(Object.entries({
  a: 'аạàɑ', b: 'ƅḅ', c: 'сçϲ', d: 'ԁđ', e: 'еéẹę', g: 'ɡġ', h: 'һḥ', i: 'іíı', j: 'ј', k: 'кḳ', l: 'ӏłḷ', m: 'ṃ', n: 'ñṇո', o: 'оοöø', p: 'рṗ', q: 'ԛ',
  r: 'гṛ', s: 'ѕşṣ', t: 'тţṭ', u: 'υüụ', v: 'ѵν', w: 'ԝẉ', x: 'хẋ', y: 'уýỵ', z: 'ẓż',
}));
const CYRILLIC = new Map(Object.entries({ a: 'а', b: 'Ь', c: 'с', d: 'ԁ', e: 'е', g: 'ԍ', h: 'һ', i: 'і', j: 'ј', k: 'к', l: 'ӏ', m: 'м', n: 'п', o: 'о', p: 'р', q: 'ԛ',
  r: 'г', s: 'ѕ', t: 'т', u: 'ц', v: 'ѵ', w: 'ԝ', x: 'х', y: 'у' }));
const WORDS = ['login', 'secure', 'support', 'account', 'verify', 'update', 'online', 'help', 'service', 'mail', 'info', 'official', 'card', 'pay', 'app', 'id', 'jp',
  'security', 'signin', 'member'];
const SUFFIXES = ['com', 'net', 'org', 'info', 'biz', 'top', 'xyz', 'shop', 'online', 'site', 'cc', 'cn', 'icu', 'vip', 'club', 'live', 'co', 'jp', 'co.jp', 'ne.jp', 'us', 'ru'];

/** @param {string} label @param {(i: number) => string[]} variants */
const each = (label, variants) => [...label].flatMap((_, i) => variants(i));
/** @param {string} label @param {number} from @param {number} to @param {string} by */
const splice = (label, from, to, by) => label.slice(0, from) + by + label.slice(to);
/** @param {string} label @param {string[][]} pairs */
const replaced = (label, pairs) => each(label, (i) => pairs.filter(([from]) => label.startsWith(from, i)).map(([from, to]) => splice(label, i, i + from.length, to)));

/** @param {string} key @returns {string[]} the keys around it */
function neighbours(key) {
  const row = ROWS.findIndex((keys) => keys.includes(key));
  if (row < 0) return [];
  const column = ROWS[row].indexOf(key);
  // Each row stands half a key to the right of the one above.
  return [[row, column - 1], [row, column + 1], [row - 1, column], [row - 1, column + 1], [row + 1, column - 1], [row + 1, column]]
    .map(([r, c]) => ROWS[r]?.[c]).filter(Boolean);
}

/** @param {string} label */
const bitFlips = (label) => each(label, (i) => [1, 2, 4, 8, 16, 64].map((bit) => String.fromCharCode(label.charCodeAt(i) ^ bit).toLowerCase())
  .filter((c) => /[a-z0-9-]/.test(c)).map((c) => splice(label, i, i + 1, c)));

/** @type {Record<string, (label: string, suffix: string) => string[]>} hostnames; may repeat themselves or the original */
export const CLASSES = {
  'omission': (label, suffix) => each(label, (i) => [`${splice(label, i, i + 1, '')}.${suffix}`]),
  'insertion': (label, suffix) => each(label, (i) => LETTERS.map((letter) => `${splice(label, i, i, letter)}.${suffix}`)),
  'doubled letter': (label, suffix) => each(label, (i) => [`${splice(label, i, i, label[i])}.${suffix}`]),
  'swapped letters': (label, suffix) => each(label, (i) => (i ? [`${splice(label, i - 1, i + 1, label[i] + label[i - 1])}.${suffix}`] : [])),
  'neighbour key': (label, suffix) => each(label, (i) => neighbours(label[i]).map((key) => `${splice(label, i, i + 1, key)}.${suffix}`)),
  'other vowel': (label, suffix) => each(label, (i) => ('aeiou'.includes(label[i]) ? [...'aeiou'].map((vowel) => `${splice(label, i, i + 1, vowel)}.${suffix}`) : [])),
  'bit flip': (label, suffix) => bitFlips(label).map((name) => `${name}.${suffix}`),
  'hyphen': (label, suffix) => each(label, (i) => (i ? [`${splice(label, i, i, '-')}.${suffix}`] : [])),
  'dot': (label, suffix) => each(label, (i) => (i ? [`${splice(label, i, i, '.')}.${suffix}`] : [])),
  'lost dot': (label, suffix) => [`www${label}.${suffix}`, ...(suffix.includes('.') ? [`${label}${suffix}`] : [])],
  'ASCII twin': (label, suffix) => replaced(label, ASCII_TWINS).map((name) => `${name}.${suffix}`),
  'digit for letter': (label, suffix) => replaced(label, DIGITS).map((name) => `${name}.${suffix}`),
  'Unicode twin': (label, suffix) => each(label, (i) => [...(UNICODE_TWINS.get(label[i]) ?? '')].map((twin) => `${splice(label, i, i + 1, twin)}.${suffix}`)),
  'all Cyrillic': (label, suffix) => ([...label].every((c) => CYRILLIC.has(c)) ? [`${[...label].map((c) => CYRILLIC.get(c)).join('')}.${suffix}`] : []),
  'added word': (label, suffix) => WORDS.flatMap((word) => [`${label}-${word}.${suffix}`, `${word}-${label}.${suffix}`, `${label}${word}.${suffix}`, `${word}${label}.${suffix}`]),
  'added word, other suffix': (label) => WORDS.flatMap((word) => [`${label}-${word}.top`, `${word}-${label}.xyz`, `${label}${word}.com`, `${word}${label}.shop`]),
  'other suffix': (label, suffix) => SUFFIXES.filter((other) => other !== suffix).map((other) => `${label}.${other}`),
  'in front of another': (label, suffix) => ['example.com', 'login-check.top', 'xn--r8jz45g.example'].flatMap((domain) => [`${label}.${suffix}.${domain}`, `www.${label}-${suffix.replaceAll('.', '-')}.${domain}`]),
};

/** @param {string} text @returns {number} FNV-1a */
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/** @param {string} name @returns {string|undefined} as a browser writes it; none where it takes no such name */
function asBrowser(name) {
  try {
    return new URL(`https://${name}/`).hostname;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} kind one of CLASSES @param {string} label @param {string} suffix @param {number} count
 * @returns {string[]} at most `count` different hostnames of this class, the same at every run
 */
export function permutationsOf(kind, label, suffix, count) {
  const all = [...new Set(CLASSES[kind](label, suffix))].filter((name) => name !== `${label}.${suffix}`);
  const start = hash(`${kind} ${label}.${suffix}`);
  const names = new Set();
  const taken = Math.min(count, all.length);
  for (let i = 0; i < taken; i++) {
    const name = asBrowser(all[(start + Math.floor((i * all.length) / taken)) % all.length]);
    if (name && name !== `${label}.${suffix}`) names.add(name);
  }
  return [...names];
}
