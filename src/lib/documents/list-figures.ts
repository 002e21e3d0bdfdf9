/**
 * Every number of a portfolio with its place in plain words, its range, source
 * and grade: what the page of numbers shows and filters.
 */
import { figuresOf } from '../portfolio/figures-of.ts';
import type { Grade, Portfolio, Source } from '../portfolio/portfolio.ts';
import type { FigureCounts } from '../words/figure-counts.ts';
import { keyWords } from '../words/key-words.ts';
import { rangeInWords, writtenInWords } from '../words/figure-in-words.ts';

export interface Figure {
  /** Address in the file: "services.roads.roles.coordinator.posts". */
  path: string;
  /** The part of the model: "services". */
  part: string;
  /** Whose number it is, from the outside in: "ROADS", "Coordinator". */
  of: string[];
  /** What it says of them: "Posts". */
  what: string;
  written: string;
  /** In the units of `written`; null where the file gives one number and none is assumed. */
  range: string | null;
  /** True where the range is the default for a weak grade, not one the file gives. */
  defaultRange: boolean;
  /** True for what is decided, not known: posts, terms, opening hours, budgets. */
  isDecided: boolean;
  /** Id of the assumption that it takes its value from. */
  assumption: string | null;
  grade: Grade;
  source: Source | null;
}

export interface FigureFilter {
  grade?: string;
  part?: string;
  /** Words that must all occur in the place, the figure or its source. */
  text?: string;
}

/** Return every number once, in the order of the model's parts. */
export function listFigures(portfolio: Portfolio): Figure[] {
  const sources = new Map(portfolio.sources.map((source) => [source.id, source]));
  const names = namesByPath(portfolio);
  const byPath = new Map<string, Figure>();
  for (const quantity of figuresOf(portfolio)) {
    // A neutral default stands in no file: nobody wrote it.
    if (quantity.byDefault || !quantity.path || byPath.has(quantity.path)) continue;
    byPath.set(quantity.path, {
      path: quantity.path,
      ...describePath(quantity.path, names),
      written: writtenInWords(quantity),
      range: rangeInWords(quantity),
      defaultRange: quantity.defaultRange ?? false,
      isDecided: quantity.choice ?? false,
      assumption: quantity.assumption ?? null,
      grade: quantity.grade,
      source: (quantity.source && sources.get(quantity.source)) || null,
    });
  }
  return [...byPath.values()];
}

/** Return in plain words whose number a figure is and what it says of them, by its path. */
export function describeFigure(path: string, portfolio: Portfolio): Pick<Figure, 'of' | 'what'> {
  const { of, what } = describePath(path, namesByPath(portfolio));
  return { of, what };
}

/** Return how many figures are decided, how many are known, and how many of those weakly. */
export function countFigures(figures: readonly Figure[]): FigureCounts {
  const known = figures.filter(({ isDecided }) => !isDecided);
  return {
    decided: figures.length - known.length,
    known: known.length,
    weak: figures.filter(isWeak).length,
  };
}

/** Whether a figure is an assumption or judgement, and not decided. */
export function isWeak({ isDecided, grade }: Pick<Figure, 'isDecided' | 'grade'>): boolean {
  return !isDecided && (grade === 'assumption' || grade === 'experience');
}

/**
 * Return an assumption in plain words. A plain figure in place of a formula is one too, under its path:
 * it is called as in the list of numbers.
 */
export function assumptionName(id: string, portfolio: Portfolio): string {
  if (!id.includes('.')) return keyWords(id);
  const { of, what } = describeFigure(id, portfolio);
  return [...of, what].join(' › ');
}

/** Return the figures that a filter lets through; an empty filter lets all through. */
export function filterFigures(figures: Figure[], filter: FigureFilter): Figure[] {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return figures.filter((figure) => {
    if (filter.grade && figure.grade !== filter.grade) return false;
    if (filter.part && figure.part !== filter.part) return false;
    const { of, what, written, source, path } = figure;
    const text = [...of, what, written, source?.title, source?.by, path].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Return the plain name of each thing that has a place in the file. */
function namesByPath(portfolio: Portfolio): Map<string, string> {
  const names = new Map<string, string>();
  const add = (path: string, { name }: { name: string }) => names.set(path, name);
  for (const locality of portfolio.localities) add(`localities.${locality.id}`, locality);
  for (const need of portfolio.needs) add(`needs.${need.id}`, need);
  for (const group of portfolio.groups) add(`groups.${group.id}`, group);
  for (const contract of portfolio.contracts) add(`contracts.${contract.id}`, contract);
  for (const service of portfolio.services) {
    const path = `services.${service.id}`;
    add(path, service);
    for (const key of ['roles', 'places', 'points', 'partners'] as const) {
      for (const part of service[key]) add(`${path}.${key}.${part.id}`, part);
    }
    service.pathway.forEach((stage, index) => {
      add(`${path}.pathway.${index}`, stage);
      add(`${path}.pathway.${stage.id}`, stage);
    });
  }
  return names;
}

/** Keys that only say where their children stand. */
const silent = new Set([
  'roles',
  'places',
  'points',
  'partners',
  'pathway',
  'round',
  'needs',
  'live',
]);

/** Return in plain words where a path stands, by the names of what lies on the way. */
export function describePath(
  path: string,
  names: Map<string, string>,
): Pick<Figure, 'part' | 'of' | 'what'> {
  const keys = path.split('.');
  const said: string[] = [];
  let so = keys[0];
  for (const [before, key] of keys.slice(1).entries()) {
    so += `.${key}`;
    const name = names.get(so) ?? (byId.has(keys[before]) ? nameAnywhere(key, names) : undefined);
    if (name) said.push(name);
    else if (!silent.has(key)) said.push(keyWords(key, keys.slice(0, before + 1)));
  }
  const what = said.pop() ?? keyWords(keys[0]);
  return { part: keys[0], of: said, what };
}

/** Keys whose children are named by the ids of other things: a group called `people` names no figure. */
const byId = new Set(['live', 'needs', 'turn-to', 'meets', 'today', 'waiting-today']);

/** A share by locality, need or service is keyed by an id that is at home elsewhere. */
function nameAnywhere(key: string, names: Map<string, string>): string | undefined {
  for (const part of ['localities', 'needs', 'services', 'groups', 'contracts']) {
    const name = names.get(`${part}.${key}`);
    if (name) return name;
  }
  return undefined;
}
