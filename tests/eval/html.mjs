// What a reader sees of an HTML body: its visible text, and its links with theirs. No layout: styles written at an element count, style sheets do not.

/** Named character references of U+00A0 to U+00FF, in order (HTML 4). */
const LATIN_1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil
sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH
Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil
egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;
const NAMED = new Map([
  ...LATIN_1.split(/\s+/).map((name, i) => /** @type {[string, string]} */ ([name, String.fromCharCode(0xa0 + i)])),
  ...Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”',
    bdquo: '„', lsaquo: '‹', rsaquo: '›', bull: '•', dagger: '†', permil: '‰', trade: '™', euro: '€', larr: '←', uarr: '↑', rarr: '→', darr: '↓',
    minus: '−', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f', check: '✓', star: '☆',
    OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', colon: ':', sol: '/', period: '.', commat: '@', num: '#', Tab: '\t', NewLine: '\n',
  }),
]);

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const BLOCK = new Set(['address', 'article', 'blockquote', 'br', 'center', 'dd', 'div', 'dl', 'dt', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header',
  'hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'th', 'tr', 'ul']);
const NEVER_SHOWN = new Set(['head', 'noscript', 'script', 'style', 'svg', 'template', 'title']);
/** Elements whose content is no markup. */
const RAW_TEXT = new Set(['script', 'style', 'title', 'textarea', 'xmp']);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all|(?:^|[;\s])opacity\s*:\s*0(?![.\d]*[1-9])/i;

/** @param {string} digits @param {number} radix */
function numbered(digits, radix) {
  const code = parseInt(digits, radix);
  if (code >= 0x80 && code < 0xa0) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}

/** Character references. @param {string} text @returns {string} */
export function decodeEntities(text) {
  return text.replace(/&(?:#[xX]([0-9A-Fa-f]+)|#(\d+)|([A-Za-z][A-Za-z0-9]*));?/g, (whole, hex, decimal, name) => {
    if (hex) return numbered(hex, 16);
    if (decimal) return numbered(decimal, 10);
    return NAMED.get(name) ?? whole;
  });
}

/** @param {string} source inside of a start tag, after its name @returns {Map<string, string>} the first of each name */
function attributesOf(source) {
  const attributes = new Map();
  for (const [, name, double, single, plain] of source.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g)) {
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? plain ?? ''));
  }
  return attributes;
}

/** A start or end tag, a comment (to its end or the text's), a declaration, or text. */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)(?:>|$)|(<|[^<]+)/g;

class Page {
  constructor() {
    /** @type {string[]} */
    this.out = [];
    /** @type {{url: string, text: string}[]} */
    this.links = [];
    /** @type {{name: string, hidden: boolean}[]} */
    this.open = [];
    this.hidden = 0;
    /** @type {{url: string, text: string}|undefined} */
    this.link = undefined;
  }

  /** @param {string} text */
  text(text) {
    if (this.hidden > 0) return;
    this.out.push(text);
    if (this.link) this.link.text += text;
  }

  /** @param {string} name @param {Map<string, string>} attributes */
  start(name, attributes) {
    if (BLOCK.has(name)) this.text('\n');
    if (name === 'a' || name === 'area') this.startLink(name, attributes.get('href'));
    if (VOID.has(name)) return;
    const hidden = NEVER_SHOWN.has(name) || attributes.has('hidden') || HIDDEN_STYLE.test(attributes.get('style') ?? '');
    this.open.push({ name, hidden });
    this.hidden += Number(hidden);
  }

  /** @param {string} name @param {string|undefined} href */
  startLink(name, href) {
    this.link = undefined; // an anchor inside an anchor ends it
    const url = href?.replace(/[\t\r\n]/g, '').trim();
    if (!url || url.startsWith('#')) return;
    const link = { url, text: '' };
    this.links.push(link);
    if (name === 'a') this.link = link;
  }

  /** @param {string} name */
  end(name) {
    if (name === 'a') this.link = undefined;
    if (BLOCK.has(name)) this.text('\n');
    const at = this.open.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    for (const { hidden } of this.open.splice(at)) this.hidden -= Number(hidden);
  }
}

/** @param {string} text */
const collapse = (text) => text.replace(/[ \t\r\f\u00a0]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim();

/**
 * @param {string} source an HTML document, however broken
 * @returns {{text: string, links: {url: string, text: string}[]}} line ends stand between blocks
 */
export function readHtml(source) {
  const page = new Page();
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    const [, slash, tag, rest, text] = token;
    if (text !== undefined) page.text(decodeEntities(text.replace(/[\r\n\t]/g, ' ')));
    if (!tag) continue;
    const name = tag.toLowerCase();
    if (slash) { page.end(name); continue; }
    page.start(name, attributesOf(rest));
    if (name === 'svg' && rest.endsWith('/')) page.end(name);
    if (RAW_TEXT.has(name)) {
      const close = source.slice(TOKEN.lastIndex).search(new RegExp(`</${name}`, 'i'));
      TOKEN.lastIndex = close < 0 ? source.length : TOKEN.lastIndex + close;
    }
  }
  return { text: collapse(page.out.join('')), links: page.links.map((link) => ({ url: link.url, text: link.text.replace(/\s+/g, ' ').trim() })) };
}
