/**
 * exp, log, expm1 and log1p by the method and with the constants of fdlibm
 * (Sun Microsystems, 1993). Where fdlibm edits a double's exponent, a table of
 * powers of two multiplies it instead, which is exact and faster here.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = 1.4426950408889634;

/** 2^-1074 to 2^1023; the exponent e stands at e + 1074. */
const POWERS_OF_TWO = powersOfTwo();
const POWER_OFFSET = 1074;

/** Scratch for reading the words of a double; holds nothing between calls. */
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);

DOUBLE[0] = 1;
if (WORDS[1] !== 0x3ff00000) throw new Error('The engine needs a little-endian machine.');

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(1074 + 1024);
  powers[1074] = 1;
  for (let i = 1075; i < powers.length; i++) powers[i] = powers[i - 1] * 2;
  for (let i = 1073; i >= 0; i--) powers[i] = powers[i + 1] / 2;
  return powers;
}

/** Return y × 2^k for y between 1/2 and 2, rounded once when the result is subnormal. */
function scale(y: number, k: number): number {
  if (k > 1023) return y * 2 * POWERS_OF_TWO[k - 1 + POWER_OFFSET];
  if (k >= -1021) return y * POWERS_OF_TWO[k + POWER_OFFSET];
  return y * POWERS_OF_TWO[k + 1000 + POWER_OFFSET] * POWERS_OF_TWO[POWER_OFFSET - 1000];
}

/**
 * Return e to the power x, within 1 ulp.
 *
 * Overflows to Infinity above 709.78 and underflows to 0 below -745.13.
 */
export function exp(x: number): number {
  if (!(x > -745.1332191019411 && x <= 709.782712893384)) {
    return x !== x ? x : x > 0 ? Infinity : 0;
  }
  const size = Math.abs(x);
  let k = 0;
  let high = x;
  let low = 0;
  let reduced = x;
  if (size > 0.34657359027997264) {
    if (size < 1.0397207708399179) k = x > 0 ? 1 : -1;
    else k = (INVERSE_LN2 * x + (x > 0 ? 0.5 : -0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    reduced = high - low;
  } else if (size < 3.725290298461914e-9) {
    return 1 + x;
  }
  const t = reduced * reduced;
  const c =
    reduced -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t *
              (0.00006613756321437934 +
                t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((reduced * c) / (c - 2) - reduced);
  return scale(1 - (low - (reduced * c) / (2 - c) - high), k);
}

/**
 * Return the natural logarithm, within 1 ulp.
 *
 * -Infinity at 0, NaN below. fdlibm ends in one of two ways, by the leading
 * digits; here the way that is good everywhere is always taken, as in FreeBSD,
 * because guessing wrong which comes next would cost as much as the rest.
 */
export function log(x: number): number {
  let k = 0;
  let y = x;
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) {
    if (x === 0) return -Infinity;
    if (!(x > 0)) return NaN;
    if (x === Infinity) return x;
    y = x * 18014398509481984;
    k = -54;
  }
  DOUBLE[0] = y;
  const high = WORDS[1];
  const exponent = (high >> 20) - 1023;
  const carry = (((high & 0x000fffff) + 0x95f64) & 0x100000) >> 20;
  const f = y * POWERS_OF_TWO[POWER_OFFSET - exponent - carry] - 1;
  k += exponent + carry;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = odd + even;
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

/**
 * Return e^x - 1 without losing digits near 0, within 1 ulp.
 */
export function expm1(x: number): number {
  const size = Math.abs(x);
  if (!(size < 38.816242)) {
    if (x !== x || x === Infinity) return x;
    if (x < 0) return -1;
    if (x > 709.782712893384) return Infinity;
  }
  let k = 0;
  let reduced = x;
  let lost = 0;
  if (size > 0.34657359027997264) {
    if (size < 1.0397207708399179) k = x > 0 ? 1 : -1;
    else k = (INVERSE_LN2 * x + (x > 0 ? 0.5 : -0.5)) | 0;
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    reduced = high - low;
    lost = high - reduced - low;
  } else if (size < 5.551115123125783e-17) {
    return x;
  }
  const half = 0.5 * reduced;
  const square = reduced * half;
  const r =
    1 +
    square *
      (-0.03333333333333313 +
        square *
          (0.0015873015872548146 +
            square *
              (-0.0000793650757867488 +
                square * (0.000004008217827329362 + square * -2.0109921818362437e-7))));
  const t = 3 - r * half;
  let e = square * ((r - t) / (6 - reduced * t));
  if (k === 0) return reduced - (reduced * e - square);
  e = reduced * (e - lost) - lost - square;
  if (k === -1) return 0.5 * (reduced - e) - 0.5;
  if (k === 1) return reduced < -0.25 ? -2 * (e - (reduced + 0.5)) : 1 + 2 * (reduced - e);
  if (k <= -2 || k > 56) return scale(1 - (e - reduced), k) - 1;
  const small = POWERS_OF_TWO[POWER_OFFSET - k];
  const y = k < 20 ? 1 - small - (e - reduced) : reduced - (e + small) + 1;
  return y * POWERS_OF_TWO[POWER_OFFSET + k];
}

/**
 * Return log(1 + x) without losing digits near 0, within 1 ulp.
 *
 * -Infinity at -1, NaN below.
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x === Infinity ? x : NaN;
  let k = 0;
  let f = x;
  let lost = 0;
  let tiny = false;
  if (x > -0.29289321881345254 && x < 0.41421356237309515) {
    const size = Math.abs(x);
    if (size < 1.862645149230957e-9) {
      return size < 5.551115123125783e-17 ? x : x - x * x * 0.5;
    }
  } else {
    let u = x;
    if (x < 9007199254740992) u = 1 + x;
    DOUBLE[0] = u;
    let high = WORDS[1];
    k = (high >> 20) - 1023;
    if (x < 9007199254740992) lost = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    high &= 0x000fffff;
    if (high < 0x6a09e) {
      tiny = high === 0;
    } else {
      k += 1;
      tiny = (0x00100000 - high) >> 2 === 0;
    }
    f = u * POWERS_OF_TWO[POWER_OFFSET - k] - 1;
  }
  const half = 0.5 * f * f;
  if (tiny) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (lost + k * LN2_LOW);
    const r = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - (k * LN2_LOW + lost) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z *
                    (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))));
  if (k === 0) return f - (half - s * (half + r));
  return k * LN2_HIGH - (half - (s * (half + r) + (k * LN2_LOW + lost)) - f);
}
