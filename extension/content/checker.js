// Asks the background, and always comes back with an answer: a worker that is asleep, an extension that has been
// replaced and a host that hangs all end as "not checked".
((honmono) => {
  'use strict';
  if (honmono.checker) return;

  const TIMEOUT_MS = 2900;

  /** Rejects where no reply comes in time. @param {object} message @returns {Promise<any>} */
  async function send(message) {
    if (!honmono.alive()) {
      honmono.orphan?.();
      throw new Error('orphan');
    }
    /** @type {number | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = window.setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS);
    });
    try {
      return await Promise.race([honmono.api.runtime.sendMessage(message), late]);
    } catch (error) {
      if (/context invalidated/i.test(String(error))) honmono.orphan?.();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param {CheckRequest} request @returns {Promise<Answer>} */
  async function check(request) {
    try {
      const answer = await send({ type: 'check', request });
      return answer?.state ? answer : { state: 'unchecked', reason: 'died' };
    } catch (error) {
      if (!honmono.alive?.()) return { state: 'unchecked', reason: 'orphan' };
      return { state: 'unchecked', reason: error instanceof Error && error.message === 'timeout' ? 'timeout' : 'died' };
    }
  }

  honmono.checker = { send, check };
})(globalThis.honmono);
