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
          { fullName: 'divides', status: 'failed', failureMessages: ['\u001b[31mexpected 2'] },
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
    failures: ['a.test.ts: divides\n  expected 2', 'broken.test.ts'],
  });
});

test("counts the cases of Playwright's report in nested suites, and errors outside tests", () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, results: [{ errors: [{ message: `was ${status}` }] }] }],
  });
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
    failures: ['a.spec.ts: closes\n  was unexpected', 'the server did not start'],
  });
});

test('a test that passed only at the second try has failed', () => {
  const report = {
    suites: [{ specs: [{ title: 'x', file: 'a.spec.ts', tests: [{ status: 'flaky' }] }] }],
    errors: [],
  };
  expect(playwrightCounts(report)).toMatchObject({ passed: 0, failed: 1 });
});
