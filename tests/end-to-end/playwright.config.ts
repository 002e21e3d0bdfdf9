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
  projects: [
    // It uses up how often one address may sign in, and those who need that come a minute later.
    { name: 'hostile', testMatch: '**/hostile.spec.ts' },
    { name: 'journeys', testIgnore: ['**/hostile.spec.ts', '**/sweep.spec.ts'] },
    // Its many short tests fill both workers to the end.
    { name: 'sweep', testMatch: '**/sweep.spec.ts' },
  ],
  outputDir: `${root}/test-results`,
  globalSetup: './start-server.ts',
  // A test that passes only at the second try is a fault to be mended.
  retries: 0,
  workers: 2,
  // Bounds for what hangs, wide enough for a slow machine: how fast a page is, is measured elsewhere.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    // What never comes ends here, with its own name, not with the whole test.
    actionTimeout: 45_000,
    navigationTimeout: 45_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        // There is none, and playing one on the processor takes a seventh of a page's time.
        '--disable-gpu',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
