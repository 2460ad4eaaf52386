// axe-core on what a reader meets. Our surfaces are closed shadow roots: the extension's own world may look into them,
// so that axe runs there, on the real thing.
import fs from 'node:fs';

const SOURCE = new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OPEN_ROOTS = `Object.defineProperty(Element.prototype, 'shadowRoot', { configurable: true, get() { return this instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(this) : null; } }); void 0;`;

/** The extension's own world in a page. @returns {Promise<number>} context id */
async function extensionWorld(page) {
  const contexts = [];
  const listener = ({ method, params, sessionId }) => {
    if (method === 'Runtime.executionContextCreated' && sessionId === page.sessionId) contexts.push(params.context);
  };
  page.browser.connection.listeners.add(listener);
  await page.send('Runtime.disable');
  await page.send('Runtime.enable');
  page.browser.connection.listeners.delete(listener);
  const world = contexts.find((context) => context.origin.startsWith('chrome-extension://') && context.auxData?.type === 'isolated');
  if (!world) throw new Error('the extension has no world in this page');
  return world.id;
}

async function evaluate(page, expression, contextId) {
  const reply = await page.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
  if (reply.exceptionDetails) throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text);
  return reply.result.value;
}

/** Runs an expression in the extension's world, closed roots open. */
export async function inExtensionWorld(page, expression) {
  return evaluate(page, `(() => { ${OPEN_ROOTS} return (${expression}); })()`, await extensionWorld(page));
}

/**
 * Violations on our surfaces in a mail's page, or on a whole page of the extension's own.
 * @param {import('./page.mjs').Page} page @param {string} [surface] such as honmono-banner
 * @returns {Promise<{passes: number, violations: string[]}>}
 */
export async function axe(page, surface) {
  const contextId = surface ? await extensionWorld(page) : undefined;
  const source = fs.readFileSync(SOURCE, 'utf8');
  if (surface) await evaluate(page, OPEN_ROOTS, contextId);
  await evaluate(page, `${source}; void 0`, contextId);
  const context = surface ? JSON.stringify({ include: [[surface]] }) : 'document';
  const rules = surface ? { region: { enabled: false } } : {};
  const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, rules, resultTypes: ['violations', 'passes'] });
  return evaluate(page, `axe.run(${context}, ${options}).then(({ passes, violations }) => ({ passes: passes.reduce((sum, each) => sum + each.nodes.length, 0),
    violations: violations.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.target.flat().join(' ') + ' ' + node.failureSummary.replace(/\\s+/g, ' '))) }))`, contextId);
}
