import { encode } from 'uqr';

/** Modules of white around the code, as its standard asks for. */
const QUIET = 4;

/** Return a QR code as one path, in modules; each row is drawn in runs of black. */
export function qrLayout(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const runs = data.flatMap((row, y) =>
    row.flatMap((isBlack, x) => {
      if (!isBlack || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end < 0 ? size : end) - x}v1H${x}z`];
    }),
  );
  return { size, path: runs.join('') };
}
