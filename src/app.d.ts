import type { Finding } from '$lib/diagnostics/finding.ts';
import type { Caller } from '$lib/server/accounts/sign-in-request.ts';
import type { Person } from '$lib/server/accounts/roles.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** What is wrong with a model, where that is why a page cannot be shown. */
      findings?: Finding[];
    }

    interface Locals {
      /** Whoever is signed in. */
      person: Person | null;
      /** Where the request came from. */
      caller: Caller;
    }
  }

  /** Changes whenever the same run could give other numbers; see `src/build/results-version.js`. */
  const __RESULTS_VERSION__: string;
}

export {};
