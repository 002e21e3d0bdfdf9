import type { Finding } from '$lib/diagnostics/finding.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** What is wrong with a model, where that is why a page cannot be shown. */
      findings?: Finding[];
    }
  }

  /** Changes whenever the same run could give other numbers; see `src/build/results-version.js`. */
  const __RESULTS_VERSION__: string;
}

export {};
