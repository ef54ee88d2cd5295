// The lint rules of the house: TypeScript strict and type-aware, Astro files, no default `any`.
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const message =
  'Words of the content may look like tags: parse the HTML (src/markdown/html-tree.ts) or decide before it is written.';

/** Text that looks for tags: `/<style/`, `new RegExp('<a ')`, `html.includes('<script')`. */
const tagSearches = [
  { selector: String.raw`Literal[regex.pattern=/(^|[^?k])<(\\\/|\/|!|\(|\[a-z|[a-z])/i]`, message },
  {
    selector: String.raw`NewExpression[callee.name="RegExp"] > Literal[value=/(^|[^?])<[a-z\/!]/i]`,
    message,
  },
  {
    selector: String.raw`CallExpression[callee.property.name=/^(indexOf|lastIndexOf|includes|split|replace|replaceAll|match|matchAll|search)$/] > Literal.arguments:first-child[value=/^<[a-z\/!]/i]`,
    message,
  },
];

export default defineConfig(
  globalIgnores([
    'node_modules/',
    'dist/',
    'dist-*-of-*/',
    '.astro/',
    '.*.next/',
    '.*.last/',
    '.*.spare/',
    'test-results/',
  ]),
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**'],
    rules: { 'no-restricted-syntax': ['error', ...tagSearches] },
  },
);
