/** A place of an input in its range, and the difference found there. */
export interface Evaluated {
  quantile: number;
  difference: number;
}

/** Where a difference changes its sign: between two neighbours, at about `quantile`. */
export interface Switch {
  quantile: number;
  from: Evaluated;
  to: Evaluated;
}

/**
 * Return where a difference changes its sign between two places, by `steps`
 * further evaluations: regula falsi, the kept end halved (Dowell & Jarratt's
 * Illinois method, BIT 11, 1971), then the straight line between the last two.
 *
 * `from` and `to` have differences of opposite signs. Differences of the other
 * sign throughout give the same place. Null where a difference on the way cannot be told.
 */
export async function findSwitch(
  evaluate: (quantile: number) => Promise<number | null>,
  from: Evaluated,
  to: Evaluated,
  steps: number,
): Promise<Switch | null> {
  let [a, b] = [from, to];
  let [weightA, weightB] = [a.difference, b.difference];
  let kept = '';
  for (let step = 0; step < steps && a.difference !== 0 && b.difference !== 0; step++) {
    const quantile = crossing(a.quantile, weightA, b.quantile, weightB);
    const difference = await evaluate(quantile);
    if (difference === null) return null;
    const next = { quantile, difference };
    // A difference of 0 has no sign: it closes the search from the far side, whatever the sign.
    if (next.difference !== 0 && next.difference > 0 === a.difference > 0) {
      [a, weightA] = [next, next.difference];
      if (kept === 'b') weightB /= 2;
      else weightB = b.difference;
      kept = 'b';
    } else {
      [b, weightB] = [next, next.difference];
      if (kept === 'a') weightA /= 2;
      else weightA = a.difference;
      kept = 'a';
    }
  }
  const quantile = crossing(a.quantile, a.difference, b.quantile, b.difference);
  return a.quantile <= b.quantile ? { quantile, from: a, to: b } : { quantile, from: b, to: a };
}

function crossing(a: number, atA: number, b: number, atB: number): number {
  return atA === atB ? (a + b) / 2 : a + ((b - a) * atA) / (atA - atB);
}
