declare global {
  /** Changes whenever the same run could give other numbers; see `src/build/results-version.js`. */
  const __RESULTS_VERSION__: string;
}

export {};
