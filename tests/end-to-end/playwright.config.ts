import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The configuration is read again by every worker, which inherits what the first reading found.
process.env.BIDE_BROWSER ??= execFileSync(process.execPath, ['src/build/find-browser.js'], {
  cwd: root,
  encoding: 'utf8',
});
const { executablePath, env } = JSON.parse(process.env.BIDE_BROWSER);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: `${root}/test-results`,
  globalSetup: './start-server.ts',
  // A test that passes only at the second try is a fault to be mended.
  retries: 0,
  workers: 2,
  // Bounds for what hangs, wide enough for a slow machine: how fast a page is, is measured elsewhere.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
