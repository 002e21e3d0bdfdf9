import type { Tried } from '../comparison/explanation.ts';
import { years } from './durations.ts';

/** The names that inputs go by, by their keys. */
export type InputNames = Readonly<Record<string, string>>;

/** "with renewal read per decision"; "over 5 years": under what else two scenarios were compared. */
export function triedInWords(tried: Tried, names: InputNames): string {
  switch (tried.kind) {
    case 'renewal':
      return `with renewal read ${tried.read}`;
    case 'horizon':
      return `over ${years(tried.days)}`;
    case 'structure':
      return `if people leave less because of ${structureInWords(tried.structure)}`;
    case 'without':
      return tried.mechanism === null
        ? 'with no effect assumed'
        : `without ${mechanismInWords(tried.mechanism)}`;
    case 'input':
      return `if “${names[tried.key] ?? tried.key}” is ${tried.end}`;
  }
}

/** "the effect of insecurity": a mechanism of assumed effects. */
export function mechanismInWords(mechanism: string): string {
  return `the effect of ${mechanism.replaceAll('-', ' ')}`;
}

/** What explains that people leave less as time goes by. */
function structureInWords(structure: string): string {
  switch (structure) {
    case 'familiarity':
      return 'familiarity with their worker';
    case 'time-in-service':
      return 'time in the service, whoever the worker';
    case 'lasting-differences':
      return 'lasting differences between people';
    default:
      return structure.replaceAll('-', ' ');
  }
}
