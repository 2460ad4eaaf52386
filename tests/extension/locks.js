// Web Locks, which every browser has and Node.js only since 24: one holder of a name after the other.
/** @type {Map<string, Promise<unknown>>} */
const last = new Map();
const locks = {
  request(name, hold) {
    const turn = (last.get(name) ?? Promise.resolve()).then(() => hold({ name }));
    last.set(name, turn.catch(() => {}));
    return turn;
  },
};
if (!globalThis.navigator?.locks) Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
