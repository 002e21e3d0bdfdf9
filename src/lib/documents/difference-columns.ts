/**
 * What tables say of a difference beside its size and range, and of what is told over drawn figures:
 * one list of columns for the results of the command line and the tables of a snapshot.
 */
import type { Cell } from '../charts/csv-file.ts';
import type { Difference, OverFigures } from '../comparison/summary.ts';

/** A column of numbers; a cell of it is null where it cannot be told, or was not run. */
export interface NumberColumn<From> {
  name: string;
  says: string;
  of: (from: From, replications: number) => number | null | undefined;
}

type Over = { overFigures?: OverFigures | null };

/** What drawing figures tells, of figures and of differences. */
export const DRAWN_COLUMNS: readonly NumberColumn<Over>[] = [
  {
    name: 'figures_low',
    says: 'Lower end over plausible figures put in (eight in ten).',
    of: ({ overFigures }) => overFigures?.figures.low,
  },
  {
    name: 'figures_high',
    says: 'Upper end over plausible figures put in (eight in ten).',
    of: ({ overFigures }) => overFigures?.figures.high,
  },
  {
    name: 'one_future_low',
    says: 'Lower end for one future with its own plausible figures (eight in ten).',
    of: ({ overFigures }) => overFigures?.oneFuture.low,
  },
  {
    name: 'one_future_high',
    says: 'Upper end for one future with its own plausible figures (eight in ten).',
    of: ({ overFigures }) => overFigures?.oneFuture.high,
  },
  {
    name: 'share_from_figures',
    says: 'Share of the variance of one future that comes from the figures put in, 0 to 1.',
    of: ({ overFigures }) => overFigures?.shareFromFigures,
  },
];

/** What is told of a difference alone. */
export const DIFFERENCE_COLUMNS: readonly NumberColumn<Difference>[] = [
  {
    name: 'share_better',
    says: 'Share of runs in which the scenario does better, 0 to 1, of those in which both can be told.',
    of: ({ shareBetter }) => shareBetter,
  },
  {
    name: 'runs_told',
    says: 'How many runs those are.',
    of: ({ shareBetter, runsTold }, replications) =>
      shareBetter === null ? null : (runsTold ?? replications),
  },
  ...ranged(
    'without_effects',
    'The difference with every assumed effect switched off',
    ({ contractDatesAlone }) => contractDatesAlone,
  ),
  ...ranged(
    'assumed_effects',
    'What assumed effects add to that',
    ({ assumedEffects }) => assumedEffects,
  ),
  ...DRAWN_COLUMNS,
  {
    name: 'share_better_draws',
    says: 'Share of sets of plausible figures in which the scenario does better, 0 to 1.',
    of: ({ overFigures }) => overFigures?.shareBetter,
  },
  {
    name: 'share_better_one_future',
    says: 'Share of single futures, each with its own plausible figures, in which it does, 0 to 1.',
    of: ({ overFigures }) => overFigures?.shareFuturesBetter,
  },
  ...ranged(
    'other_renewal',
    'The difference with renewal read the other way',
    ({ otherRenewal }) => otherRenewal,
  ),
];

/** Return the cells of such columns, in their order. */
export function numberCells<From>(
  columns: readonly NumberColumn<From>[],
  from: From,
  replications: number,
): Cell[] {
  return columns.map(({ of }) => of(from, replications) ?? null);
}

type Part = { difference: number | null; low: number | null; high: number | null };

function ranged(
  name: string,
  what: string,
  part: (from: Difference) => Part | null | undefined,
): NumberColumn<Difference>[] {
  return [
    { name, says: `${what}.`, of: (from) => part(from)?.difference },
    { name: `${name}_low`, says: `Lower end of its range: ${lower(what)}.`, of: (from) => part(from)?.low }, // prettier-ignore
    { name: `${name}_high`, says: `Upper end of its range: ${lower(what)}.`, of: (from) => part(from)?.high }, // prettier-ignore
  ];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
