import type { Plugin } from 'vite';
import { compileValidators } from './compile-validators.js';

/** Compile the JSON Schemas before anything imports them: in development, tests and builds alike. */
export const freshValidators = (): Plugin => ({
  name: 'bide:fresh-validators',
  async config() {
    await compileValidators();
  },
});
