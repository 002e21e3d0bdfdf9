/** The tables of the pages about promises, fairness, principles and assumptions, for other programs. */
import type { Cell, TidyTable } from '../charts/csv-file.ts';
import type { Fairness } from '../comparison/fairness.ts';
import type { MatByLocality, PromiseReached } from '../comparison/mat-by-locality.ts';
import type { PrincipleCompared } from '../comparison/principles-compared.ts';
import type { Difference, Estimate } from '../comparison/summary.ts';
import { designedInWords } from '../words/evidence-words.ts';
import { fairTitle } from '../words/fairness-words.ts';
import type { Names } from '../words/names.ts';
import type { PanelSaid } from '../words/panel-words.ts';
import { whatWouldPass } from '../words/principle-words.ts';
import { answerInWords } from '../words/promise-words.ts';
import type { AssumptionLog } from './assumption-log.ts';

const RANGED = ['value', 'low', 'high'];
const APART = ['difference', 'difference_low', 'difference_high'];

function ranged(estimate: Estimate | null): Cell[] {
  return estimate ? [estimate.mean, estimate.low, estimate.high] : [null, null, null];
}

function apart(difference: Difference | null): Cell[] {
  return difference ? [difference.difference, difference.low, difference.high] : [null, null, null];
}

/** One row for each promise, scenario and place; a place of "" is all of them together. */
export function promisesTable(
  { localities, scenarios, promises }: MatByLocality,
  names: Names,
  /** What panels said of each promise, by its id. */
  panels: Readonly<Record<string, readonly PanelSaid[]>>,
) {
  const measures = (of: PromiseReached) => [
    ...[...ranged(of.reached), ...apart(of.reachedApart)],
    ...[...ranged(of.days), ...apart(of.daysApart)],
  ];
  const rows = promises.flatMap((promise) =>
    promise.scenarios.flatMap((scenario, s) => {
      const about = [
        ...[promise.standard, promise.promise, promise.within, promise.target],
        ...[promise.targetWorking, promise.wordingWorking],
        ...[scenario.id, scenarios[s].title, designedInWords(scenario, names)],
        promise.said.map(answerInWords).join(' '),
        (panels[promise.id] ?? []).map(({ says, from }) => `${says} ${from}`).join(' '),
      ];
      return [
        [...about, '', ...measures(scenario.everywhere)],
        ...scenario.places.map((of, p) => [...about, localities[p].name, ...measures(of)]),
      ];
    }),
  );
  const of = (what: string) => [...RANGED, ...APART].map((column) => `${what}_${column}`);
  return {
    columns: [
      ...['standard', 'promise', 'within', 'target_share', 'target_is_working'],
      ...['wording_is_working', 'scenario', 'scenario_title', 'designed_in', 'people_said'],
      'panels_said',
      ...['locality', ...of('reached_per_100'), ...of('days_per_cent')],
    ],
    rows,
  } satisfies TidyTable;
}

/** One row for each measure and scenario: the most deprived fifth, elsewhere, gap and ratio. */
export function deprivationTable({ scenarios, measures }: Fairness, names: Names): TidyTable {
  const of = (what: string, columns = RANGED) => columns.map((column) => `${what}_${column}`);
  return {
    columns: [
      ...['measure', 'unit', 'scenario', 'scenario_title'],
      ...[...of('most_deprived'), ...of('elsewhere'), ...of('gap'), ...of('ratio')],
      ...[...of('gap', APART), ...of('ratio', APART), 'gap_beside_how_it_is'],
    ],
    rows: measures.flatMap((measure) =>
      measure.scenarios.flatMap(({ id, deprivation }, s): Cell[][] => {
        if (!deprivation) return [];
        const { most, others, gap, ratio, gapApart, ratioApart, change } = deprivation;
        return [
          [
            ...[fairTitle(measure, names), measure.unit, id, scenarios[s].title],
            ...[...ranged(most), ...ranged(others), ...ranged(gap), ...ranged(ratio)],
            ...[...apart(gapApart), ...apart(ratioApart), change],
          ],
        ];
      }),
    ),
  };
}

/** One row for each measure, scenario, and locality or group. */
export function fairnessTable(fairness: Fairness, names: Names): TidyTable {
  const kinds = ['localities', 'groups'] as const;
  return {
    columns: [
      ...['measure', 'unit', 'scenario', 'scenario_title', 'by', 'of', 'new_people_a_year'],
      ...[...RANGED, ...APART],
    ],
    rows: fairness.measures.flatMap((measure) =>
      measure.scenarios.flatMap((scenario, s) =>
        kinds.flatMap((kind) =>
          scenario[kind].flatMap(({ estimate, apart: from }, i): Cell[][] => {
            if (!estimate) return [];
            const { name, peopleAYear } = fairness[kind][i];
            return [
              [
                ...[fairTitle(measure, names), measure.unit],
                ...[scenario.id, fairness.scenarios[s].title],
                ...[kind === 'localities' ? 'locality' : 'group', name, peopleAYear],
                ...[...ranged(estimate), ...apart(from)],
              ],
            ];
          }),
        ),
      ),
    ),
  };
}

/** One row for each principle and scenario. */
export function principlesTable(
  principles: readonly PrincipleCompared[],
  scenarios: readonly { id: string; title: string }[],
): TidyTable {
  return {
    columns: [
      ...['principle', 'test', 'partly', 'scenario', 'scenario_title'],
      ...['verdict', 'if_assumptions_hold', 'what_would_make_it_pass'],
    ],
    rows: principles.flatMap(({ says, test, partly, scenarios: judged }) =>
      judged.map(({ id, verdict }, s) => [
        ...[says, test, partly ?? null, id, scenarios[s].title],
        ...[verdict.verdict, verdict.ifAssumptionsHold, whatWouldPass(verdict)],
      ]),
    ),
  };
}

export function assumptionsTable({ rows }: AssumptionLog): TidyTable {
  return {
    columns: [
      ...['assumption', 'id', 'value', 'range', 'range_is_default', 'can_be_switched_off'],
      ...['effect_on_the_answer', 'grade', 'source', 'why', 'noted_by', 'noted_on'],
    ],
    rows: rows.map((row) => [
      ...[row.name, row.id, row.written, row.range, row.isDefaultRange, row.isEffect],
      ...[row.effect, row.grade, row.source?.title ?? null, row.rationale],
      ...[row.notedBy || null, row.notedOn || null],
    ]),
  };
}

export function decisionsTable({ decisions }: AssumptionLog): TidyTable {
  return {
    columns: ['when', 'by', 'what', 'why'],
    rows: decisions.map(({ when, by, what, why }) => [when, by, what, why]),
  };
}

export function checksTable({ checks }: AssumptionLog): TidyTable {
  return {
    columns: ['when', 'by', 'what', 'found'],
    rows: checks.map(({ when, by, what, found }) => [when, by, what, found]),
  };
}
