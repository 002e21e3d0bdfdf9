import { KEYS } from './file-keys.ts';
import type { FigureFile } from './portfolio-file.ts';
import type { Quantity } from './quantity.ts';
import { readFigureOr } from './read-figure.ts';
import type { Slot } from './slot.ts';

/** Ways of being flexible, as people who were supported by Connect4Change named them. */
export const FLEXIBILITIES = [
  'meeting-place',
  'drop-in',
  'texting',
  'moved-appointments',
  'more-contact',
] as const;

export type Flexibility = (typeof FLEXIBILITIES)[number];

/** What a way of being flexible does; each factor is 1 where it does nothing. */
export interface FlexibilityEffect {
  /** On the share who take up support in spite of the journey. */
  uptake: Quantity;
  /** On the share who turn up when they are passed on to the service. */
  turningUp: Quantity;
  /** On the rate of leaving support early. */
  leaving: Quantity;
}

export type FlexibilityRules = Record<Flexibility, FlexibilityEffect>;

export interface FlexibilityEffectFile {
  uptake?: FigureFile;
  'turning-up'?: FigureFile;
  leaving?: FigureFile;
  source?: string;
}

export type FlexibilityRulesFile = { [way in Flexibility]?: FlexibilityEffectFile };

/** Return what each way of being flexible does; those left out do nothing. */
export function resolveFlexibility(slot: Slot): FlexibilityRules | null {
  const known = slot.absent || slot.mapping(KEYS.flexibility);
  const rules = {} as FlexibilityRules;
  for (const way of FLEXIBILITIES) {
    const at = slot.at(way);
    if (!at.absent && !at.mapping(KEYS['flexibility-effect'])) return null;
    const factor = (key: string) => readFigureOr(at.at(key), 'number', 1);
    const [uptake, turningUp, leaving] = [
      factor('uptake'),
      factor('turning-up'),
      factor('leaving'),
    ];
    if (!uptake || !turningUp || !leaving) return null;
    rules[way] = { uptake, turningUp, leaving };
  }
  return known ? rules : null;
}

/** Return the ways in which a service is flexible, each once. */
export function readFlexibility(slot: Slot): Flexibility[] {
  if (slot.absent) return [];
  const items = slot.items('ways of being flexible', FLEXIBILITIES.length);
  return [...new Set(items.flatMap((item) => item.choice(FLEXIBILITIES) ?? []))];
}
