// What Gmail does while its page is still being parsed: it takes every click at the window, before anyone else,
// and opens a mail's link itself, by data-saferedirecturl. An extension that guards links must come even earlier.
'use strict';

/** What happened in the page, for the tests to read. */
window.sample = { opened: [], keys: [], bodies: {}, problems: [] };

(() => {
  const bodyLink = (event) => {
    const target = event.target instanceof Element ? event.target : null;
    return target?.closest('.a3s a, [data-body] a') ?? null;
  };

  const open = (event) => {
    const link = bodyLink(event);
    const url = link?.getAttribute('data-saferedirecturl');
    if (!url || (event.type === 'auxclick' && event.button !== 1)) return;
    event.preventDefault();
    window.sample.opened.push(link.href);
    window.open(url, '_blank', 'noopener');
  };

  window.addEventListener('click', open, true);
  window.addEventListener('auxclick', open, true);
  window.addEventListener('error', (event) => window.sample.problems.push(String(event.message)));
})();
