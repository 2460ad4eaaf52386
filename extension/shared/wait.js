// Every wait ends: a store, a worker or a page that never answers must not hold up a mail.

/** @template T @param {PromiseLike<T>} promise @param {number} ms @param {T} otherwise @returns {Promise<T>} */
export function within(promise, ms, otherwise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), ms);
    promise.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
