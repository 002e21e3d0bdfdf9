import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
  globalIgnores(['build/', '.svelte-kit/', 'test-results/', 'src/lib/portfolio/generated/']),
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // TypeScript knows better which names exist.
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'smart'],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: {
      parserOptions: { parser: ts.parser, svelteConfig },
    },
    // Svelte's own rule knows that a rune's `let` changes.
    rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' },
  },
  // With types a component takes a second, for all of the program is read again: `npm run lint` and
  // the long tests have them.
  process.env.BIDE_LINT_FAST
    ? {
        files: ['**/*.svelte'],
        extends: [ts.configs.disableTypeChecked],
        languageOptions: { parserOptions: { projectService: false } },
      }
    : {},
  {
    // Plain JavaScript runs before anything is built: no type information, and it speaks to a terminal.
    files: ['**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['src/build/**', 'src/cli/**', 'tests/benchmarks/**'],
    rules: { 'no-console': 'off' },
  },
);
