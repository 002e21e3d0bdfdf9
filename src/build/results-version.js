import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The rooms that can change a result. */
const rooms = [
  'diagnostics',
  'engine',
  'formula',
  'portfolio',
  'simulation',
  'measures',
  'experiment',
  'comparison',
];

/** What starts workers and hands them work: no number of a result passes through it. */
const pools = /^src\/lib\/experiment\/(browser|server|node)[-.]/;

/**
 * What builds put in place of `__RESULTS_VERSION__`: one word that is the same in the app, in its
 * workers and on the command line, and changes whenever the same run could give other numbers.
 */
export const resultsVersion = {
  __RESULTS_VERSION__: JSON.stringify(
    fingerprint(
      root,
      rooms.map((room) => `src/lib/${room}`),
      pools,
    ),
  ),
};
