/** The ten figures that matter most to a model's answer, as a page asks for them. */
import type { FigureThatMatters, TenFigures } from '../comparison/ten-figures.ts';
import { usesOf } from '../portfolio/figure-uses.ts';
import type { Portfolio, Quantity } from '../portfolio/portfolio.ts';
import { uncertainInputs } from '../portfolio/uncertain-inputs.ts';
import { change, directionOf } from '../words/changes.ts';
import { rangeInWords, writtenInWords } from '../words/figure-in-words.ts';
import { usualHolder } from '../words/holders.ts';
import { measureWords } from '../words/measure-words.ts';
import { stepOfChange } from '../words/precision.ts';
import { describeFigure } from './list-figures.ts';

/** One figure to be asked for. */
export interface WantedFigure {
  key: string;
  /** Whose number it is, from the outside in: "ROADS", "Coordinator". */
  of: string[];
  what: string;
  written: string;
  /** Null where its range cannot be said in the units it is written in. */
  range: string | null;
  defaultRange: boolean;
  grade: Quantity['grade'];
  why: string;
  /** Who usually holds it: as the model says, or as such figures are usually held. */
  holder: string;
  /** What moving it from its low to its high end does to the answer: "from 2 fewer to 9 fewer". */
  moves: string | null;
}

/** Return the figures of a kept list that the model still has, in the list's order. */
export function wantedFigures(portfolio: Portfolio, kept: TenFigures): WantedFigure[] {
  const inputs = new Map(uncertainInputs(portfolio).map((input) => [input.key, input]));
  const effects = new Set(
    portfolio.assumptions.flatMap(({ id, none }) =>
      none === undefined ? [] : [`assumptions.${id}`],
    ),
  );
  return kept.figures.flatMap((matters) => {
    const input = inputs.get(matters.key);
    if (!input) return [];
    const { figure } = input;
    return {
      key: matters.key,
      ...describeFigure(matters.key, portfolio),
      written: writtenInWords(figure),
      range: rangeInWords(figure),
      defaultRange: figure.defaultRange ?? false,
      grade: figure.grade,
      why: figure.why ?? '',
      holder:
        figure.holder ?? usualHolder(usesOf(portfolio, matters.key), effects.has(matters.key)),
      moves: movesInWords(matters, kept),
    };
  });
}

function movesInWords(
  { atLow, atHigh }: FigureThatMatters,
  { measure }: TenFigures,
): string | null {
  const [low, high] = [atLow.difference, atHigh.difference];
  if (low === null || high === null) return null;
  const direction = measureWords(measure.id).direction ?? directionOf(measure.unit);
  const step = stepOfChange(measure.unit, [low, high]);
  const [from, to] = [low, high].map((value) => change(value, measure.unit, direction, step));
  return `from ${from} to ${to}`;
}
