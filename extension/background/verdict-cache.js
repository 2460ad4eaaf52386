// Verdicts of this session, in memory only. A verdict is a pure function of the program as it was started, profile, language
// and request, and these are its key; the least recently used go first.

const MOST = 200;

export class VerdictCache {
  /** @type {Map<string, Verdict>} */ #entries = new Map();

  /** @param {string} key @returns {Verdict | undefined} */
  get(key) {
    const verdict = this.#entries.get(key);
    if (verdict) {
      this.#entries.delete(key);
      this.#entries.set(key, verdict);
    }
    return verdict;
  }

  /** @param {string} key @param {Verdict} verdict */
  set(key, verdict) {
    this.#entries.set(key, verdict);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST) break;
      this.#entries.delete(oldest);
    }
  }

  clear() {
    this.#entries.clear();
  }
}

/** @param {{connection: number, profile: string, language: string}} judge @param {object} request */
export async function keyOf(judge, request) {
  const bytes = new TextEncoder().encode(JSON.stringify([judge.connection, judge.profile, judge.language, request]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
