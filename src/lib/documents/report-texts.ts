/** The sentences around the items of a report: the same on a page, in a file and as text. */
import { countOf } from '../words/numbers.ts';
import {
  fullness,
  howFull,
  type StressItem,
  type StressReport,
  type ToFill,
} from './stress-report.ts';

/** What the report is, and how much of it is there. */
export function aboutReport(report: StressReport): string[] {
  const counts = fullness(report);
  const all = counts.filled + counts['in part'] + counts.empty;
  return [
    `By the checklist ${report.checklist} (Strengthening the Reporting of Empirical Simulation Studies, for discrete-event simulation: Monks and others, 2019).`,
    `Of its ${countOf(all, 'item', 'items')}, ${counts.filled} are filled from the model, the run and the guide, ${counts['in part']} in part, and ${counts.empty} are left to people. What is missing is named and never made up.`,
    `Model ${report.model.id} (${report.model.hash.slice(0, 16)}), engine ${report.engine}.`,
  ];
}

/** "1.1 Purpose of the model". */
export function itemHeading({ id, title }: StressItem): string {
  return `${id} ${title}`;
}

/** Who can say what is missing. */
export function whoFills({ by }: ToFill): string {
  return by === 'you' ? 'Only you can fill this' : 'Only a run can fill this';
}

/** How much of an item is there, for a list of items. */
export function fullInWords(item: StressItem): string {
  switch (howFull(item)) {
    case 'filled':
      return 'filled';
    case 'in part':
      return 'filled in part';
    case 'empty':
      return item.toFill.some(({ by }) => by === 'you') ? 'yours to fill' : 'filled by a run';
  }
}
