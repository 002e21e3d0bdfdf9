import type { FrontierOf, FrontierPoint } from '../comparison/frontier.ts';
import { listOf } from './numbers.ts';

/** What the picture of money against an outcome says: which scenarios no other clearly matches. */
export function frontierSentence(points: readonly FrontierPoint[], of: FrontierOf): string {
  const names = (some: readonly FrontierPoint[]) => listOf(some.map(({ title }) => `“${title}”`));
  const clear = points.filter(({ standing }) => standing === 'clear');
  const behind = points.filter(({ standing }) => standing === 'behind');
  const outcome = of === 'kept' ? 'more relationships not cut short' : 'less unmet need';
  const [first] = clear;
  const start =
    // That nothing cheaper does as well is no news of what costs least.
    clear.length === 1 && first.costsLeast && points.length > behind.length + 1
      ? `${names(clear)} clearly costs least. Given their ranges, it cannot be told which of the others does most for its money.`
      : clear.length === 0
        ? `Given their ranges, it cannot be told of any of these that no other does as well on both money and ${of === 'kept' ? 'relationships' : 'unmet need'}.`
        : clear.length === points.length
          ? `Each of these has its price: whoever wants ${outcome} clearly pays more.`
          : `Clearly no other does as well for the same money or less as ${names(clear)}.`;
  if (behind.length === 0) return start;
  return `${start} Clearly behind another, for the same money or more: ${names(behind)}.`;
}
