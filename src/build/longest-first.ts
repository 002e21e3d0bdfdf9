import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take the longest by far, the longest first. */
const longest = [
  'tests/known-answers/known-answers.test.ts',
  'tests/mutation/mutation.test.ts',
  'tests/known-answers/perturbed.test.ts',
];

/**
 * Begins with the longest test files, so that no core waits at the end for another. By itself Vitest
 * begins with the largest, and these are small.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    const first = longest.flatMap((name) =>
      rest.filter(({ moduleId }) => moduleId.endsWith(`/${name}`)),
    );
    return [...first, ...rest.filter((file) => !first.includes(file))];
  }
}
