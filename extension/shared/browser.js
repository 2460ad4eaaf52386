// The only door to the browser's API for modules: promises in both browsers.
export const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);
