import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} skippedNames
 * @property {string[]} failures what failed, each with the file it is in and the reason given
 */

/** @type {Counts} */
export const none = Object.freeze({
  passed: 0,
  failed: 0,
  skipped: 0,
  skippedNames: [],
  failures: [],
});

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
    failures: [...a.failures, ...b.failures],
  };
}

/**
 * Count the cases in Vitest's JSON report. A file that could not be loaded has no cases, and
 * counts as one that failed.
 *
 * @param {{ testResults: Array<{ name: string, status: string,
 *   assertionResults: Array<{ fullName: string, status: string,
 *   failureMessages?: string[] }> }> }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  return report.testResults.reduce((total, { name, status, assertionResults }) => {
    const counts = countCases(
      assertionResults.map(({ fullName, status, failureMessages = [] }) => ({
        name: fullName,
        status,
        why: failureMessages,
      })),
      name,
    );
    const isBroken = status === 'failed' && counts.failed === 0;
    return add(total, isBroken ? add(counts, failure(name)) : counts);
  }, none);
}

/**
 * What fails as a whole, and has no cases that could be counted.
 *
 * @param {string} name
 * @returns {Counts}
 */
export function failure(name) {
  return { ...none, failed: 1, failures: [name] };
}

/**
 * Count the cases in Playwright's JSON report, with the errors outside any test.
 *
 * @param {{ suites: PlaywrightSuite[], errors: Array<{ message?: string }> }} report
 * @returns {Counts}
 *
 * @typedef {{ suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 * @typedef {{ title: string, file: string, tests: Array<{ status: string,
 *   results?: Array<{ errors: Array<{ message?: string }> }> }> }} PlaywrightSpec
 */
export function playwrightCounts(report) {
  const specs = report.suites.flatMap(specsIn);
  const counts = specs.map(({ title, file, tests }) =>
    countCases(
      tests.map(({ status, results = [] }) => ({
        name: title,
        status,
        why: results.flatMap(({ errors }) => errors.map(({ message = '' }) => message)),
      })),
      file,
    ),
  );
  const outside = report.errors.map(({ message = 'an error outside any test' }) =>
    failure(message),
  );
  return [...counts, ...outside].reduce(add, none);
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

/** How much of a reason is shown again at the end: enough to know where to look. */
const reasonLength = 1000;

/**
 * @param {Array<{ name: string, status: string, why: string[] }>} cases
 * @param {string} file the file they are in
 * @returns {Counts}
 */
function countCases(cases, file) {
  const counts = { ...none, skippedNames: namesOf(cases, notRun) };
  counts.passed = namesOf(cases, ['passed', 'expected']).length;
  counts.skipped = counts.skippedNames.length;
  counts.failures = cases
    .filter(({ status }) => ![...notRun, 'passed', 'expected'].includes(status))
    .map(({ name, why }) => [`${file}: ${name}`, ...why.map(shortened)].join('\n'));
  counts.failed = counts.failures.length;
  return counts;
}

/**
 * @param {Array<{ name: string, status: string }>} cases
 * @param {string[]} statuses
 */
function namesOf(cases, statuses) {
  return cases.filter(({ status }) => statuses.includes(status)).map(({ name }) => name);
}

/** @param {string} reason */
function shortened(reason) {
  return stripVTControlCharacters(reason).slice(0, reasonLength).replace(/^/gm, '  ');
}
