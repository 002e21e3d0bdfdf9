/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} skippedNames
 */

/** @type {Counts} */
export const none = Object.freeze({ passed: 0, failed: 0, skipped: 0, skippedNames: [] });

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    skippedNames: [...a.skippedNames, ...b.skippedNames],
  };
}

/**
 * Count the cases in Vitest's JSON report. A file that could not be loaded has no cases, and
 * counts as one that failed.
 *
 * @param {{ testResults: Array<{ name: string, status: string,
 *   assertionResults: Array<{ fullName: string, status: string }> }> }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  return report.testResults.reduce((total, { status, assertionResults }) => {
    const counts = countCases(
      assertionResults.map(({ fullName, status }) => ({ name: fullName, status })),
    );
    const isBroken = status === 'failed' && counts.failed === 0;
    return add(total, isBroken ? { ...counts, failed: 1 } : counts);
  }, none);
}

/**
 * Count the cases in Playwright's JSON report, with the errors outside any test.
 *
 * @param {{ suites: PlaywrightSuite[], errors: unknown[] }} report
 * @returns {Counts}
 *
 * @typedef {{ suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 * @typedef {{ title: string, tests: Array<{ status: string }> }} PlaywrightSpec
 */
export function playwrightCounts(report) {
  const specs = report.suites.flatMap(specsIn);
  const cases = specs.flatMap(({ title, tests }) =>
    tests.map(({ status }) => ({ name: title, status })),
  );
  return add(countCases(cases), { ...none, failed: report.errors.length });
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSpec[]}
 */
function specsIn({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
}

/** What the two runners call a case that was not run. */
const notRun = ['skipped', 'pending', 'todo', 'disabled'];

/**
 * @param {Array<{ name: string, status: string }>} cases
 * @returns {Counts}
 */
function countCases(cases) {
  const skippedNames = cases
    .filter(({ status }) => notRun.includes(status))
    .map(({ name }) => name);
  const passed = cases.filter(({ status }) => ['passed', 'expected'].includes(status)).length;
  const skipped = skippedNames.length;
  return { passed, skipped, failed: cases.length - passed - skipped, skippedNames };
}
