/**
 * A report of a model, and of a run where there is one, by STRESS-DES 1.1: the twenty items that
 * make a discrete-event simulation study repeatable (Monks and others, Journal of Simulation 2019).
 *
 * Everything in it comes from the model, the run and the guide. What they do not hold is named, with
 * what belongs there: nothing is made up in its place.
 */
import type { MethodInShort } from '../../content/method-in-short.ts';
import type { Summary } from '../comparison/summary.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import type { ReportBlock } from './report-block.ts';
import { componentItem } from './stress-components.ts';
import { experimentItems } from './stress-experiment.ts';
import { implementationItems } from './stress-implementation.ts';
import { inputItems } from './stress-inputs.ts';
import { logicItems } from './stress-logic.ts';
import { objectiveItems } from './stress-objectives.ts';

/** What a report is made from. */
export interface Reported {
  model: Model;
  /** SHA-256 of what the model's file says. */
  hash: string;
  engine: string;
  method: MethodInShort;
  /** The scenarios it is about, the one that others are compared with first. */
  scenarios: Scenario[];
  /** Results of running them; null where none were asked for. */
  summary: Summary | null;
  /** What made it; null where that is nobody's business or not known. */
  machine: Machine | null;
}

export interface Machine {
  /** "Node.js 24.1.0". */
  runtime: string;
  /** Processor, memory, operating system, one a line. */
  system: string[];
  /** How long the run took, in words; null where nothing was run. */
  took: string | null;
}

/** What neither the model nor the run holds, and what belongs there. */
export interface ToFill {
  /** A run may still come; the rest is known to people alone. */
  by: 'you' | 'a run';
  hint: string;
}

export interface StressItem {
  /** "2.5". */
  id: string;
  title: string;
  /** What the model and the run say; empty where they say nothing. */
  blocks: ReportBlock[];
  toFill: ToFill[];
}

export interface StressSection {
  title: string;
  items: StressItem[];
}

export interface StressReport {
  checklist: 'STRESS-DES 1.1';
  title: string;
  notice: string;
  model: { id: string; hash: string };
  engine: string;
  scenarios: { id: string; title: string }[];
  sections: StressSection[];
}

/** Return the report, every item of the checklist in its order. */
export function stressReport(reported: Reported): StressReport {
  const { model, hash, engine, scenarios } = reported;
  const { title, notice } = model.portfolio;
  return {
    checklist: 'STRESS-DES 1.1',
    title,
    notice,
    model: { id: model.id, hash },
    engine,
    scenarios: scenarios.map(({ id, title }) => ({ id, title })),
    sections: [
      { title: 'Objectives', items: objectiveItems(reported) },
      { title: 'Logic', items: [...logicItems(reported), componentItem(model)] },
      { title: 'Data', items: inputItems(reported) },
      { title: 'Experimentation', items: experimentItems(reported) },
      ...implementationItems(reported),
    ],
  };
}

/** "Filled", "Filled in part" or "To be filled": how much of an item the report holds. */
export function howFull({ blocks, toFill }: StressItem): 'filled' | 'in part' | 'empty' {
  if (blocks.length === 0) return 'empty';
  return toFill.length === 0 ? 'filled' : 'in part';
}

/** How many of the items are filled, filled in part and left to people. */
export function fullness({ sections }: StressReport): Record<ReturnType<typeof howFull>, number> {
  const counts = { filled: 0, 'in part': 0, empty: 0 };
  for (const { items } of sections) for (const item of items) counts[howFull(item)] += 1;
  return counts;
}
