import { encode } from 'uqr';

/** A code for cameras as one path of dark squares, with the light border that it needs. */
export interface QrSquares {
  /** Squares along each side. */
  size: number;
  path: string;
}

/** Return a text as a code for cameras. */
export function qrSquares(text: string): QrSquares {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
