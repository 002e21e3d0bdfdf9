/**
 * Elementary functions in plain arithmetic, so that results have the same bits
 * on every machine that follows IEEE 754. The platform's own differ: browsers
 * and Node disagree about the last bit of `exp`, versions of Node about `pow`.
 */
import { exp, log } from './fdlibm.ts';

export { exp, expm1, log, log1p } from './fdlibm.ts';

/**
 * Return x to the power y.
 *
 * Whole powers up to 32 in size are products, so squares of whole numbers are
 * exact and x may be negative. Others need x >= 0 and are exp(y log x), with a
 * relative error of at most about (1 + |y log x|) × 2^-52; NaN for x < 0.
 */
export function pow(x: number, y: number): number {
  const size = Math.abs(y);
  if (size <= 32 && Math.floor(y) === y) {
    let result = 1;
    let square = x;
    for (let left = size; left > 0; left = left >> 1) {
      if ((left & 1) === 1) result *= square;
      square *= square;
    }
    return y < 0 ? 1 / result : result;
  }
  return exp(y * log(x));
}

/**
 * Return the cosine of an angle in degrees, within 2 ulp.
 *
 * The angle is brought to at most 45 degrees without rounding, so multiples
 * of 90 come out exact. The polynomials are fdlibm's `k_cos` and `k_sin`.
 */
export function cosDegrees(degrees: number): number {
  let turn = Math.abs(degrees) % 360;
  if (turn > 180) turn = 360 - turn;
  const sign = turn > 90 ? -1 : 1;
  if (turn > 90) turn = 180 - turn;
  if (turn <= 45) return sign * cosine(turn * 0.017453292519943295);
  return sign * sine((90 - turn) * 0.017453292519943295);
}

function cosine(x: number): number {
  const z = x * x;
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (0.00002480158728947673 +
              z *
                (-2.7557314351390663e-7 +
                  z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  return 1 - (0.5 * z - z * r);
}

function sine(x: number): number {
  const z = x * x;
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x + x * z * (-0.16666666666666632 + z * r);
}

/**
 * Return the quantile of the standard normal distribution at probability p.
 *
 * Relative error below 1e-15 (algorithm AS 241, PPND16: Wichura, Applied
 * Statistics 37, 1988). -Infinity at 0, Infinity at 1, NaN outside.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r +
          45921.95393154987) *
          r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r +
        21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const size = r <= 5 ? normalTail(r - 1.6) : normalFarTail(r - 5);
  return q < 0 ? -size : size;
}

function normalTail(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function normalFarTail(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}

/**
 * Return the logarithm of the gamma function for x > 0.
 *
 * Error at most about 1e-14, absolute below 10 and relative above. Stirling's
 * series from 10 upwards (Abramowitz & Stegun 6.1.41), reached from below by
 * gamma(x + 1) = x gamma(x). Infinity at 0; NaN below.
 */
export function gammaLn(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === 1 || x === 2) return 0;
  if (x === Infinity) return x;
  let product = 1;
  let y = x;
  while (y < 10) {
    product *= y;
    y += 1;
  }
  const inverse = 1 / y;
  const z = inverse * inverse;
  const series =
    inverse *
    (0.08333333333333333 +
      z *
        (-0.002777777777777778 +
          z *
            (0.0007936507936507937 +
              z *
                (-0.0005952380952380953 +
                  z *
                    (0.0008417508417508417 +
                      z * (-0.0019175269175269176 + z * 0.00641025641025641))))));
  const stirling = (y - 0.5) * log(y) - y + 0.9189385332046728 + series;
  return product === 1 ? stirling : stirling - log(product);
}
