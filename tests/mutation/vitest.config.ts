import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { freshValidators } from '../../src/build/fresh-validators.ts';
import { mutants, type Mutant } from './mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const asked = process.env.MUTANT;
/** The same test on the source as it is, which must pass. */
const asItIs = process.env.MUTANT_AS_IT_IS === '1';

/** Put the mutant's words in the place of the rule's. A rule that reads otherwise by now is an error. */
function mutating({ id, file, from, to }: Mutant): Plugin {
  return {
    name: `mutant:${id}`,
    enforce: 'pre',
    transform(code, path) {
      if (path !== root + file) return null;
      if (code.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
      return { code: code.replace(from, () => to), map: null };
    },
  };
}

/** One project a mutant, with a source of its own in which one rule is broken; all of them, or MUTANT. */
export default defineConfig({
  root,
  test: {
    projects: mutants
      .filter(({ id }) => asked === undefined || asked === id)
      .map((mutant) => ({
        root,
        plugins: [freshValidators(), ...(asItIs ? [] : [mutating(mutant)])],
        resolve: { alias: { $lib: `${root}src/lib` } },
        test: {
          name: mutant.id,
          environment: 'node' as const,
          include: [mutant.noticed.by],
          setupFiles: [`${root}tests/mutation/only.ts`],
          env: { ONLY_TESTS: mutant.noticed.in },
        },
      })),
  },
});
