/**
 * How established a relationship is after some days together, as a table that
 * can be read backwards: 400 points, closer together near the beginning.
 *
 * Between points the value is taken on a straight line. For the default rule
 * the error is below 0.0003 of full familiarity.
 */
const POINTS = 400;
const LONGEST = 20 * 365.25;

export class FamiliarityTable {
  private readonly values = new Float64Array(POINTS + 1);

  /** `rule` gives 0 to 1 and must not fall with time. */
  constructor(rule: (days: number) => number) {
    let most = 0;
    for (let i = 0; i <= POINTS; i++) {
      most = Math.max(most, Math.min(1, Math.max(0, rule(daysAt(i)))));
      this.values[i] = most;
    }
  }

  at(days: number): number {
    const place = Math.sqrt(Math.min(1, Math.max(0, days) / LONGEST)) * POINTS;
    const i = Math.min(POINTS - 1, Math.floor(place));
    const from = daysAt(i);
    const share = Math.min(1, (Math.min(days, LONGEST) - from) / (daysAt(i + 1) - from));
    return this.values[i] + share * (this.values[i + 1] - this.values[i]);
  }

  /** Days together that give the share `keeps` of the familiarity that `days` gave. */
  daysKept(days: number, keeps: number): number {
    const wanted = keeps * this.at(days);
    if (wanted <= this.values[0]) return 0;
    let low = 0;
    let high = POINTS;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.values[middle] < wanted) low = middle;
      else high = middle;
    }
    const rise = this.values[high] - this.values[low];
    const share = rise > 0 ? (wanted - this.values[low]) / rise : 0;
    return Math.min(days, daysAt(low) + share * (daysAt(high) - daysAt(low)));
  }
}

function daysAt(i: number): number {
  const share = i / POINTS;
  return share * share * LONGEST;
}
