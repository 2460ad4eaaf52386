// Asks the background, and always comes back with an answer: a worker that is asleep, an extension that has been
// replaced and a host that hangs all end as "not checked".
((honmono) => {
  'use strict';
  if (honmono.checker) return;

  const TIMEOUT_MS = 3000;

  /** @param {object} message @returns {Promise<any>} */
  async function send(message) {
    if (!honmono.alive()) {
      honmono.orphan?.();
      throw new Error('orphan');
    }
    try {
      return await honmono.api.runtime.sendMessage(message);
    } catch (error) {
      if (/context invalidated/i.test(String(error))) honmono.orphan?.();
      throw error;
    }
  }

  /** @param {CheckRequest} request @returns {Promise<Answer>} */
  async function check(request) {
    /** @type {number | undefined} */
    let timer;
    /** @type {Promise<Answer>} */
    const late = new Promise((resolve) => {
      timer = window.setTimeout(() => resolve({ state: 'unchecked', reason: 'timeout' }), TIMEOUT_MS);
    });
    try {
      const answer = await Promise.race([send({ type: 'check', request }), late]);
      return answer?.state ? answer : { state: 'unchecked', reason: 'died' };
    } catch {
      return { state: 'unchecked', reason: honmono.alive?.() ? 'died' : 'orphan' };
    } finally {
      clearTimeout(timer);
    }
  }

  honmono.checker = { send, check };
})(globalThis.honmono);
