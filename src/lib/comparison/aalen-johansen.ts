/**
 * Return the cumulative incidence of each cause by the end of each bin of time:
 * `incidence[cause][bin]`, from 0 to 1.
 *
 * Aalen and Johansen's estimator for competing causes: those who ended for one
 * cause are no longer at risk of the others, and those whose end is not seen
 * (censored) count for as long as they were watched. `counts` holds
 * [bin × (causes + 1) + cause] from `offset` on, the last cause of a bin being
 * the censored ones. Those censored in a bin are at risk throughout it, as is
 * usual when an end and a censoring fall on the same day. Weights other than
 * whole numbers are allowed. Where nobody is left the curves stay level; with
 * nobody at all they are 0.
 *
 * Source: Aalen & Johansen, Scandinavian Journal of Statistics 5 (1978).
 */
export function cumulativeIncidence(
  counts: Float64Array,
  offset: number,
  bins: number,
  causes: number,
): Float64Array[] {
  const width = causes + 1;
  const incidence = Array.from({ length: causes }, () => new Float64Array(bins));
  const atRisk = new Float64Array(bins);
  let left = 0;
  for (let bin = bins - 1; bin >= 0; bin--) {
    for (let cause = 0; cause < width; cause++) left += counts[offset + bin * width + cause];
    atRisk[bin] = left;
  }
  let going = 1;
  for (let bin = 0; bin < bins; bin++) {
    let ended = 0;
    for (let cause = 0; cause < causes; cause++) {
      const share = atRisk[bin] > 0 ? counts[offset + bin * width + cause] / atRisk[bin] : 0;
      const before = bin > 0 ? incidence[cause][bin - 1] : 0;
      incidence[cause][bin] = before + going * share;
      ended += share;
    }
    going *= 1 - ended;
  }
  return incidence;
}
