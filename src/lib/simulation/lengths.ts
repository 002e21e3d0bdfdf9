/** Lengths of stays, waits and vacancies, by inversion: one uniform, one length. */
import { gammaQuantile, lognormalQuantile } from '../engine/distributions.ts';
import { exp, log, normalQuantile } from '../engine/elementary.ts';
import { gammaShare } from '../engine/special-functions.ts';
import type { Length } from '../portfolio/portfolio.ts';

const EXPONENTIAL = 0;
const CONSTANT = 1;
const LOGNORMAL = 2;
const GAMMA = 3;
const MIXTURE = 4;
const OPEN_ENDED = 5;

const LAWS: Record<Length['law'], number> = {
  exponential: EXPONENTIAL,
  constant: CONSTANT,
  lognormal: LOGNORMAL,
  gamma: GAMMA,
  mixture: MIXTURE,
  'open-ended': OPEN_ENDED,
};

/**
 * The lengths of a portfolio, numbered as they are added.
 *
 * `sample(i, u)` is the u-quantile of length i in days, nondecreasing in u, so
 * that a longer mean never makes anybody's own stay shorter. A mixture takes
 * its part from the first digits of u and the length within it from the rest.
 */
export class LengthTable {
  private readonly law: number[] = [];
  private readonly a: number[] = [];
  private readonly b: number[] = [];
  private readonly parts: { share: number; mean: number }[][] = [];
  private readonly means: number[] = [];

  add(length: Length): number {
    this.law.push(LAWS[length.law]);
    this.a.push(
      length.law === 'exponential'
        ? length.mean.value
        : length.law === 'constant'
          ? length.exactly.value
          : length.law === 'lognormal'
            ? length.mu
            : length.law === 'gamma'
              ? length.shape
              : 0,
    );
    this.b.push(
      length.law === 'lognormal'
        ? length.sigma
        : length.law === 'gamma'
          ? length.mean.value / length.shape
          : 0,
    );
    this.parts.push(length.law === 'mixture' ? length.parts : []);
    this.means.push(meanOf(length));
    return this.law.length - 1;
  }

  /** The length in days where it takes no chance, else -1. */
  fixed(index: number): number {
    const law = this.law[index];
    return law === CONSTANT ? this.a[index] : law === OPEN_ENDED ? Infinity : -1;
  }

  /** The mean length in days. */
  mean(index: number): number {
    return this.means[index];
  }

  sample(index: number, u: number): number {
    switch (this.law[index]) {
      case EXPONENTIAL:
        return -this.a[index] * log(1 - u);
      case CONSTANT:
        return this.a[index];
      case LOGNORMAL:
        return lognormalQuantile(u, this.a[index], this.b[index]);
      case GAMMA:
        return gammaQuantile(u, this.a[index], this.b[index]);
      case MIXTURE:
        return mixed(this.parts[index], u);
      default:
        return Infinity;
    }
  }

  /**
   * The u-quantile of length i among those that are longer than `beyond` days, by the share of
   * lengths that are. Where no length is that long, it is over by then: `beyond`.
   */
  sampleBeyond(index: number, beyond: number, u: number): number {
    const a = this.a[index];
    const b = this.b[index];
    switch (this.law[index]) {
      case EXPONENTIAL:
        return beyond - a * log(1 - u);
      case LOGNORMAL: {
        const longer = shareAbove((log(beyond) - a) / b) * (1 - u);
        return longer > 0 ? Math.max(beyond, exp(a - b * normalQuantile(longer))) : beyond;
      }
      case GAMMA: {
        const shorter = 1 - gammaShare(a, beyond / b, true) * (1 - u);
        return shorter < 1 ? Math.max(beyond, gammaQuantile(shorter, a, b)) : beyond;
      }
      case MIXTURE:
        return beyond + mixed(partsBeyond(this.parts[index], beyond), u);
      default:
        return Math.max(beyond, this.sample(index, u));
    }
  }
}

/** The share of the standard normal distribution above z. */
function shareAbove(z: number): number {
  const further = gammaShare(0.5, (z * z) / 2, true) / 2;
  return z > 0 ? further : 1 - further;
}

/** The parts of a mixture among lengths beyond some days: those that last make up more of it. */
function partsBeyond(
  parts: { share: number; mean: number }[],
  beyond: number,
): { share: number; mean: number }[] {
  // Against the longest part, so that far out something is left of one of them.
  const longest = Math.max(...parts.map(({ mean }) => mean));
  const left = parts.map(({ share, mean }) => share * exp(beyond / longest - beyond / mean));
  const all = left.reduce((sum, share) => sum + share, 0);
  return parts.map(({ mean }, i) => ({ share: left[i] / all, mean }));
}

function meanOf(length: Length): number {
  if (length.law === 'open-ended') return Infinity;
  return length.law === 'constant' ? length.exactly.value : length.mean.value;
}

function mixed(parts: { share: number; mean: number }[], u: number): number {
  let below = 0;
  for (let i = 0; i < parts.length; i++) {
    const { share, mean } = parts[i];
    if (u < below + share || i === parts.length - 1) {
      const within = (u - below) / share;
      return -mean * log(within >= 1 ? 1e-16 : 1 - within);
    }
    below += share;
  }
  return 0;
}
