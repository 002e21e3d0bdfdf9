import type { HandoverKind } from '../portfolio/portfolio.ts';
import { countOf, wholeNumber } from './numbers.ts';

/**
 * "Of 31 ways from one service to another, 12 are walked together or begin with
 * an introduction." `handovers` are those of the links between services.
 */
export function flowSentence(handovers: readonly HandoverKind[]): string {
  if (handovers.length === 0) return 'No service passes people on to another.';
  const together = handovers.filter((kind) => kind === 'accompanied' || kind === 'warm').length;
  if (handovers.length === 1) {
    return together === 1
      ? 'The one way from a service to another begins with an introduction.'
      : 'The one way from a service to another begins without an introduction.';
  }
  const said =
    together === 0
      ? 'none begins'
      : `${wholeNumber(together)} ${together === 1 ? 'begins' : 'begin'}`;
  return `Of ${countOf(handovers.length, 'way', 'ways')} from one service to another, ${said} with an introduction or with somebody going along.`;
}
