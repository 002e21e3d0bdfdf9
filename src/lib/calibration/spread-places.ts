import type { Place } from './trials.ts';

/**
 * Return places spread evenly over ranges from −1 to 1, however many ranges
 * there are: multiples of the square roots of primes, without their whole part
 * (Kronecker's sequence). The same places every time.
 */
export function spreadPlaces(size: number, count: number): Place[] {
  const steps = firstPrimes(size).map((prime) => Math.sqrt(prime));
  return Array.from({ length: count }, (_, n) =>
    steps.map((step) => {
      const at = (n + 1) * step;
      return 2 * (at - Math.floor(at)) - 1;
    }),
  );
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}
