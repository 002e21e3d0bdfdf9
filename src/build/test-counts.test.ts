import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './test-counts.js';

test("counts the cases of Vitest's report, and a file that could not be loaded", () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed' },
          { fullName: 'divides', status: 'failed' },
          { fullName: 'needs PostgreSQL', status: 'pending' },
        ],
      },
      { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(vitestCounts(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    skippedNames: ['needs PostgreSQL'],
  });
});

test("counts the cases of Playwright's report in nested suites, and errors outside tests", () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const report = {
    suites: [
      {
        specs: [spec('opens', 'expected')],
        suites: [{ specs: [spec('closes', 'unexpected'), spec('prints', 'skipped')] }],
      },
    ],
    errors: [{ message: 'the server did not start' }],
  };
  expect(playwrightCounts(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    skippedNames: ['prints'],
  });
});

test('a test that passed only at the second try has failed', () => {
  const report = {
    suites: [{ specs: [{ title: 'x', tests: [{ status: 'flaky' }] }] }],
    errors: [],
  };
  expect(playwrightCounts(report)).toMatchObject({ passed: 0, failed: 1 });
});
