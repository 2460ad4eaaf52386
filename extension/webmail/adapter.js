// The contract between a webmail and the rest (see Adapter in globals.d.ts), the registry, and what every
// adapter needs: limits of one request, well-formed strings, a hash to tell whether something has changed.
((honmono) => {
  'use strict';
  if (honmono.adapter) return;

  // The host reads 1 MiB; these leave room for JSON escapes and for the names of members.
  const limits = {
    links: 2000,
    linkBytes: 400_000,
    urlLength: 8192,
    linkText: 1000,
    textBytes: 200_000,
    field: 2000,
    recipients: 50,
  };

  /** @type {Adapter[]} */
  const adapters = [];
  const encoder = new TextEncoder();

  /** A lone surrogate would make the host refuse the whole request. @param {string} text */
  function wellFormed(text) {
    const string = /** @type {any} */ (text);
    if (string.toWellFormed) return string.toWellFormed();
    return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (unit) => (unit.length === 2 ? unit : '\uFFFD'));
  }

  /** The head and the tail of a text, within `budget` bytes of UTF-8. @param {string} text @param {number} budget */
  function bounded(text, budget) {
    const sound = wellFormed(text);
    if (sound.length * 3 <= budget || encoder.encode(sound).length <= budget) return { text: sound, cut: false };
    const room = new Uint8Array(Math.floor(budget * 0.75));
    const head = sound.slice(0, encoder.encodeInto(sound, room).read);
    const tail = sound.slice(-Math.floor(budget / 12));
    return { text: wellFormed(`${head}\n${tail}`), cut: true };
  }

  /** 53-bit FNV-like hash: tells changed from unchanged, nothing more. @param {string} text */
  function hash(text) {
    let low = 0x811c9dc5;
    let high = 0x1b873593;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b);
    }
    return (low >>> 0).toString(36) + (high >>> 0).toString(36);
  }

  honmono.adapter = {
    register: (adapter) => void adapters.push(adapter),
    choose: (hostname) => adapters.find((adapter) => adapter.hostname === hostname) ?? null,
    limits,
    wellFormed,
    bounded,
    hash,
  };
})(globalThis.honmono);
