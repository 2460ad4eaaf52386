// In every world of a page `<input name="closest">` hides its form's own method, and `<img name="body">` the document's body.
// What a mail may name like this is read past such names, and it is the first file, so that no such name is there yet.
((honmono) => {
  'use strict';
  if (Object.hasOwn(honmono, 'plain')) return;

  /** @type {WeakMap<object, any>} */
  const shields = new WeakMap();

  /** The node as its prototype has it. It is for reading and calling; it is no node itself. @param {any} node */
  function shielded(node) {
    const known = shields.get(node);
    if (known) return known;
    const prototype = Object.getPrototypeOf(node);
    const shield = new Proxy({}, {
      get(_, name) {
        const value = name in prototype ? Reflect.get(prototype, name, node) : node[name];
        return typeof value === 'function' ? value.bind(node) : value;
      },
      set: (_, name, value) => (name in prototype ? Reflect.set(prototype, name, value, node) : Reflect.set(node, name, value)),
    });
    shields.set(node, shield);
    return shield;
  }

  honmono.plain = (node) => (node instanceof HTMLFormElement ? shielded(node) : node);
  honmono.document = shielded(document);
  // The page may have an element with this very name where we come into a tab that is open already.
})(Object.hasOwn(globalThis, 'honmono') ? globalThis.honmono : Object.defineProperty(globalThis, 'honmono', { value: /** @type {any} */ ({}), configurable: true, writable: true }).honmono);
