import { describe, expect, it } from 'vitest';
import { cosDegrees, exp, expm1, gammaLn, log, log1p, normalQuantile, pow } from './elementary.ts';

/** Return how many units in the last place of `truth` lie between it and `value`. */
function ulps(value: number, truth: number): number {
  if (value === truth) return 0;
  const size = Math.max(Math.abs(truth), 2 ** -1022);
  let unit = 2 ** -1074;
  while (unit * 2 ** 53 <= size) unit *= 2;
  return Math.abs(value - truth) / unit;
}

/** Call `check` with n numbers from low to high, evenly spread in size and both near and far. */
function sweep(low: number, high: number, n: number, check: (x: number) => void): void {
  for (let i = 0; i <= n; i++) {
    const x = low + ((high - low) * i) / n;
    check(x);
    check(x * 10 ** -(i % 310));
  }
}

// Expected values below were computed with mpmath 1.3 at 200 bits and rounded to doubles.
describe('exp, log, expm1 and log1p', () => {
  it.each([
    [-745.1, 5e-324],
    [-708.5, 2.006132305331306e-308],
    [-100.25, 2.897198083210148e-44],
    [-1, 0.36787944117144233],
    [-0.35, 0.7046880897187134],
    [1e-5, 1.00001000005],
    [0.34657359, 1.4142135619771539],
    [0.5, 1.6487212707001282],
    [1, 2.718281828459045],
    [10.1, 24343.00942440838],
    [700.3, 1.3690700720098904e304],
    [709.7, 1.6549840276802644e308],
  ])('exp(%d) is within 1 ulp of %d', (x, truth) => {
    expect(ulps(exp(x), truth)).toBeLessThanOrEqual(1);
  });

  it.each([
    [5e-324, -744.4400719213812],
    [1e-310, -713.8013788281542],
    [1e-10, -23.025850929940457],
    [0.7071, -0.346583180371942],
    [0.9999999, -1.0000000494736474e-7],
    [1.0000001, 9.999999505838704e-8],
    [1.4142, 0.3465640001880033],
    [2, 0.6931471805599453],
    [12345.678, 9.421061321291832],
    [1e100, 230.25850929940458],
    [1.7e308, 709.7268368932282],
  ])('log(%d) is within 1 ulp of %d', (x, truth) => {
    expect(ulps(log(x), truth)).toBeLessThanOrEqual(1);
  });

  it.each([
    [-50, -1],
    [-1.1, -0.6671289163019205],
    [-0.25, -0.22119921692859512],
    [-1e-9, -9.999999995e-10],
    [1e-9, 1.0000000005000001e-9],
    [0.4, 0.49182469764127035],
    [0.7, 1.0137527074704764],
    [19.9, 438995621.7355058],
    [60, 1.1420073898156842e26],
    [700.1, 1.120899771073261e304],
  ])('expm1(%d) is within 1 ulp of %d', (x, truth) => {
    expect(ulps(expm1(x), truth)).toBeLessThanOrEqual(1);
  });

  it.each([
    [-0.9999999999, -23.02585084720009],
    [-0.3, -0.35667494393873234],
    [-0.2, -0.22314355131420976],
    [-1e-9, -1.0000000005000001e-9],
    [1e-12, 9.999999999995e-13],
    [0.4, 0.33647223662121295],
    [0.42, 0.35065687161316933],
    [2.9, 1.3609765531356006],
    [1e17, 39.14394658089878],
    [1e300, 690.7755278982137],
  ])('log1p(%d) is within 1 ulp of %d', (x, truth) => {
    expect(ulps(log1p(x), truth)).toBeLessThanOrEqual(1);
  });

  it("stay within 2 ulp of the platform's over their whole range", () => {
    const worst = { exp: 0, log: 0, expm1: 0, log1p: 0 };
    sweep(-745, 709.7, 40000, (x) => {
      worst.exp = Math.max(worst.exp, ulps(exp(x), Math.exp(x)));
      worst.expm1 = Math.max(worst.expm1, ulps(expm1(x), Math.expm1(x)));
    });
    sweep(1e-9, 4, 40000, (x) => {
      worst.log = Math.max(worst.log, ulps(log(x), Math.log(x)));
      worst.log = Math.max(worst.log, ulps(log(1 / x), Math.log(1 / x)));
      worst.log1p = Math.max(worst.log1p, ulps(log1p(x), Math.log1p(x)));
      worst.log1p = Math.max(worst.log1p, ulps(log1p(-x / 4.01), Math.log1p(-x / 4.01)));
    });
    for (const [name, error] of Object.entries(worst)) {
      expect(error, name).toBeLessThanOrEqual(2);
    }
  });

  it('take special values as IEEE 754 has them', () => {
    for (const f of [exp, log, expm1, log1p]) expect(f(NaN)).toBeNaN();
    expect([exp(Infinity), exp(-Infinity), exp(0), exp(-0)]).toEqual([Infinity, 0, 1, 1]);
    expect([exp(709.79), exp(-745.2), exp(1e300), exp(-1e300)]).toEqual([Infinity, 0, Infinity, 0]);
    expect([log(0), log(-0), log(1), log(Infinity)]).toEqual([-Infinity, -Infinity, 0, Infinity]);
    expect([log(-5e-324), log(-Infinity)]).toEqual([NaN, NaN]);
    expect([expm1(Infinity), expm1(-Infinity), expm1(710)]).toEqual([Infinity, -1, Infinity]);
    expect([expm1(0), expm1(-0), expm1(5e-324)]).toEqual([0, -0, 5e-324]);
    expect([log1p(-1), log1p(Infinity), log1p(-1.1)]).toEqual([-Infinity, Infinity, NaN]);
    expect([log1p(0), log1p(-0), log1p(5e-324)]).toEqual([0, -0, 5e-324]);
  });

  it('never fall where they should rise', () => {
    let [before, smallestRise] = [0, Infinity];
    for (let x = -2; x < 2; x += 1 / 4096) {
      const after = exp(x);
      smallestRise = Math.min(smallestRise, after - before);
      before = after;
    }
    expect(smallestRise).toBeGreaterThan(0);
  });
});

describe('pow', () => {
  it('gives whole powers as products, exact for whole numbers, also of negatives', () => {
    expect([pow(3, 2), pow(-2, 3), pow(10, 15), pow(2, -2), pow(7, 0), pow(0, 2)]).toEqual([
      9, -8, 1e15, 0.25, 1, 0,
    ]);
  });

  it('keeps to the error it states for other powers', () => {
    for (const x of [1e-8, 0.03, 0.9, 1, 1.2, 30, 1e6]) {
      for (const y of [-33.3, -2.5, -0.1, 1 / 3, 0.5, 7.7, 40]) {
        const truth = Math.pow(x, y);
        const bound = (1 + Math.abs(y * Math.log(x))) * 2 ** -52;
        expect(Math.abs(pow(x, y) / truth - 1)).toBeLessThanOrEqual(bound + 2 ** -52);
      }
    }
    expect([pow(0, 0.5), pow(0, -0.5)]).toEqual([0, Infinity]);
    expect([pow(-1, 0.5), pow(NaN, 0.5), pow(2, NaN)]).toEqual([NaN, NaN, NaN]);
  });
});

describe('cosDegrees', () => {
  it.each([
    [0.5, 0.9999619230641713],
    [30, 0.8660254037844386],
    [45, 0.7071067811865476],
    [55.4589, 0.5669972618530751],
    [89.999, 1.7453292519140536e-5],
    [120, -0.5],
    [200, -0.9396926207859084],
    [-4.629, 0.9967381584556599],
    [12345.678, -0.27023077894252734],
  ])('of %d is within 2 ulp of %d', (degrees, truth) => {
    expect(ulps(cosDegrees(degrees), truth)).toBeLessThanOrEqual(2);
  });

  it('is exact at whole quarter turns', () => {
    expect([0, 90, 180, 270, 360, -90, 450].map(cosDegrees).map(Math.abs)).toEqual([
      1, 0, 1, 0, 1, 0, 0,
    ]);
    expect([cosDegrees(180), cosDegrees(Infinity), cosDegrees(NaN)]).toEqual([-1, NaN, NaN]);
  });
});

describe('normalQuantile', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-20, -9.262340089798407],
    [1.3e-12, -6.997806948072454],
    [1e-10, -6.361340902404057],
    [0.001, -3.0902323061678136],
    [0.075, -1.439531470938456],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080408],
    [0.5000001, 2.506628273311648e-7],
    [0.9, 1.2815515655446006],
    [0.975, 1.9599639845400538],
  ])('at %d is %d to 1e-15', (p, truth) => {
    expect(Math.abs(normalQuantile(p) / truth - 1)).toBeLessThan(1e-15);
  });

  it('has its ends at infinity and its middle at 0', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN)]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe('gammaLn', () => {
  it.each([
    [1e-10, 23.025850929882736],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [0.99, 0.005854806764709781],
    [1.0001, -5.771334222047127e-5],
    [1.999, -0.0004224618006921073],
    [2.5, 0.2846828704729192],
    [3, 0.6931471805599453],
    [9.999, 12.799575780077413],
    [10, 12.801827480081469],
    [100, 359.1342053695754],
    [1e5, 1051287.7089736569],
    [1e15, 3.3538776394910668e16],
  ])('of %d is %d to 1e-14', (x, truth) => {
    expect(Math.abs(gammaLn(x) - truth)).toBeLessThan(1e-14 * Math.max(1, Math.abs(truth)));
  });

  it('is 0 at 1 and 2, infinite at 0 and nothing below', () => {
    expect([gammaLn(1), gammaLn(2), gammaLn(0), gammaLn(Infinity), gammaLn(-0.5)]).toEqual([
      0,
      0,
      Infinity,
      Infinity,
      NaN,
    ]);
  });
});
