import js from '@eslint/js';
import globals from 'globals';

// Sinks that turn text into markup or code: nothing of ours needs one.
const MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'write', 'writeln', 'createContextualFragment', 'parseFromString'];

const rules = {
  eqeqeq: 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  'no-var': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 40, IIFEs: false }],
  'no-restricted-properties': ['error', ...MARKUP.map((property) => ({ property }))],
};

export default [
  { ignores: ['node_modules/', 'build*/'] },
  js.configs.recommended,
  { rules, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['extension/{background,shared,popup,options,onboarding}/**/*.js'],
    languageOptions: { sourceType: 'module', globals: { ...globals.browser, chrome: 'readonly' } },
  },
  {
    // Classic scripts, one after the other on one namespace: see extension/README.md.
    files: ['extension/{content,webmail,ui}/**/*.js'],
    languageOptions: { sourceType: 'script', globals: globals.browser },
  },
  {
    files: ['**/*.config.js', '{tests,manifests,host}/**/*.{js,mjs}'],
    languageOptions: { sourceType: 'module', globals: globals.node },
    rules: { 'max-lines-per-function': 'off', 'no-restricted-properties': 'off', 'no-new-func': 'off', 'preserve-caught-error': 'off' },
  },
  {
    // The sample inbox imitates a page that is not ours: scripts that share their top-level names, and markup from text.
    files: ['tests/e2e/inbox/**/*.js'],
    languageOptions: { sourceType: 'script', globals: globals.browser },
    rules: { 'no-undef': 'off', 'no-unused-vars': ['error', { vars: 'local' }] },
  },
];
