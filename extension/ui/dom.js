// What every surface of ours is built from. Text goes into the page as text only; each surface is a custom-named
// element with a closed shadow root, so that the page's styles stay out and the mail cannot read or imitate the inside.
((honmono) => {
  'use strict';
  if (honmono.dom) return;
  const { document, plain } = honmono;

  const SVG = 'http://www.w3.org/2000/svg';
  const SHAPES = {
    danger: 'M8 1 15 8 8 15 1 8Z M8 4.5v4.2 M8 11v.6',
    warning: 'M8 1.5 15 14.5H1Z M8 6v4 M8 12v.6',
    notice: 'M8 1a7 7 0 1 0 .01 0Z M8 7v4.5 M8 4.2v.6',
  };
  /** @type {Map<string, CSSStyleSheet>} */
  const sheets = new Map();

  /** @param {string} css */
  function sheetOf(css) {
    let sheet = sheets.get(css);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    return sheet;
  }

  /** @param {string} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /** @param {string} name @param {string} css @param {Record<string, string>} attributes @returns {Surface} */
  function surface(name, css, attributes) {
    const host = make(name, attributes);
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [sheetOf(honmono.tokens.css + css)];
    // The webmail's one-letter shortcuts and click handlers are not meant for what happens in here.
    for (const type of ['click', 'auxclick', 'mousedown', 'mouseup', 'keydown', 'keypress', 'keyup', 'input']) {
      host.addEventListener(type, (event) => event.stopPropagation());
    }
    return { host, root };
  }

  /** Control, bidirectional, invisible and tag characters as visible escapes. @param {unknown} text */
  function harmless(text) {
    return honmono.adapter.wellFormed(String(text ?? '')).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{E0000}-\u{E0FFF}]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
    });
  }

  /** A harmless string that cannot turn the direction of what is around it. @param {unknown} text */
  const isolate = (text) => `\u2068${harmless(text)}\u2069`;

  /** Only such addresses become links of ours. @param {unknown} text */
  function httpsUrl(text) {
    try {
      const url = new URL(String(text));
      return url.protocol === 'https:' && !url.username ? url.href : null;
    } catch {
      return null;
    }
  }

  /** The page can be dark around a light mail and the other way round: look at what is painted. @param {Element} element */
  function isDark(element) {
    for (let at = /** @type {Element | null} */ (element); at; at = plain(at).parentElement) {
      const [red, green, blue, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
      if (alpha > 0.5 && blue !== undefined) return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
    }
    return false;
  }

  /** Diamond, triangle and circle: the level is never told by colour alone. @param {string} level */
  function icon(level) {
    const svg = document.createElementNS(SVG, 'svg');
    const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6', 'aria-hidden': 'true', class: 'icon' };
    for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', SHAPES[/** @type {keyof typeof SHAPES} */ (level)] ?? SHAPES.notice);
    path.setAttribute('stroke-linejoin', 'round');
    svg.append(path);
    return svg;
  }

  /** A piece of a name; letters beyond ASCII with their numbers, for they may look the same as the right ones. @param {unknown} piece */
  function spelled(piece) {
    const text = harmless(piece) || '∅';
    const foreign = [...text].filter((character) => character > '\x7f');
    const numbers = foreign.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    return make('span', {}, make('mark', {}, isolate(text)), numbers.length && text !== '∅' ? make('span', { class: 'soft point' }, ` (${numbers.join(' ')})`) : '');
  }

  /** Pairs such as ["rn", "m"]: what stands there, and what it should be. @param {unknown} diff @returns {Node[][]} */
  function differences(diff) {
    const pairs = Array.isArray(diff) ? diff.filter((pair) => Array.isArray(pair) && pair.length === 2) : [];
    return pairs.map(([shown, right]) => [spelled(shown), document.createTextNode(` ${honmono.t('insteadOf')} `), spelled(right)]);
  }

  honmono.dom = { differences, spelled, make, surface, harmless, isolate, httpsUrl, isDark, icon };
})(globalThis.honmono);
