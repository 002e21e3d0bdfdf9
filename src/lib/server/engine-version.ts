import { version } from '../../../package.json';

/**
 * Which engine a result comes from: the version of this package, and a mark
 * that changes whenever the same run could give other numbers.
 */
export const engineVersion = `${version}+${__RESULTS_VERSION__}`;
