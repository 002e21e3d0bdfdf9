import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { nodeWorker } from './src/build/node-worker.ts';

export default defineConfig({
  plugins: [nodeWorker(), sveltekit()],
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/end-to-end/**', 'node_modules/**'],
        },
      },
    ],
  },
});
