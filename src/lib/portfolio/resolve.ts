import { hasErrors, type Checked } from '../diagnostics/finding.ts';
import { readQuantity } from '../formula/read-quantity.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../formula/units.ts';
import { resolveAgreements } from './agreement.ts';
import { applyChanges } from './apply-changes.ts';
import { calendarDay, daysToMonthsOn } from './calendar-day.ts';
import { newContext, type Context } from './context.ts';
import { checkMeaning } from './check-meaning.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import { resolveLog } from './model-log.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import type { Change, Portfolio, Source } from './portfolio.ts';
import { SCENARIO_SOURCE } from './read-figure.ts';
import type { ReadPart, Readings } from './readings.ts';
import { resolveHandovers } from './read-link.ts';
import { resolveAssumptions } from './resolve-assumptions.ts';
import { resolveContracts } from './resolve-contracts.ts';
import { resolveGroups } from './resolve-groups.ts';
import { calibratedValues, resolveLeaving } from './resolve-leaving.ts';
import { resolveLocalities, resolveSources, resolveTravel } from './resolve-localities.ts';
import { resolveContractRules, resolveRules } from './resolve-rules.ts';
import { resolveServices } from './resolve-services.ts';
import { resolvePrinciples } from './resolve-principles.ts';
import { resolveLevers, resolveStandards } from './resolve-standards.ts';
import { resolveTargets } from './resolve-targets.ts';
import { Slot } from './slot.ts';
import { resolveSaid } from './said.ts';
import { resolveSurveys } from './survey.ts';

/** Days: what sums of parts of months may leave. */
const ROUNDING = 1e-6;

/** The newest version of the format that this code reads. */
export const FORMAT = 1;

export interface ResolveOptions {
  /** Id of the model: the name of its folder. */
  id: string;
  /** What a scenario changes; made before anything is read. */
  changes?: readonly Change[];
  /** Sets assumptions that have a value of no effect to it: all, or those of these mechanisms. */
  withoutEffects?: boolean | readonly string[];
  /** What was read before, and what is read now for the next time; it changes nothing else. */
  readings?: Readings;
}

/**
 * Return what a model means, from the plain object that its file holds.
 *
 * Units are read, defaults filled in, changes made, names turned into places in
 * lists. Findings carry paths, and the value is null when one of them is an
 * error. Takes any value whatever: what a stranger sent ends in findings, never
 * in an exception. Needs neither YAML nor the schema, so it runs in a worker.
 */
export function resolve(raw: PortfolioFile, options: ResolveOptions): Checked<Portfolio> {
  const changed = applyChanges(raw, options.changes ?? []);
  const context = newContext();
  context.findings.push(...changed.findings);
  for (const path of changed.paths) context.setByScenario.add(path);
  const top = new Slot(changed.value, '', context);
  const readable = !hasErrors(context.findings) && isFormat(top) && top.mapping(KEYS.portfolio);
  const portfolio = readable ? resolvePortfolio(top, context, options) : null;
  if (portfolio && !hasErrors(context.findings)) {
    context.findings.push(...checkMeaning(portfolio, changed.value, options.changes ?? []));
  }
  const value = hasErrors(context.findings) ? null : portfolio;
  return { value, findings: context.findings };
}

function isFormat(top: Slot): boolean {
  if (!top.isMapping) {
    top.wrongShape('a mapping that begins with “bide: 1”');
    return false;
  }
  const at = top.at('bide');
  if (at.value === FORMAT) return true;
  if (at.absent) top.fail('format-missing', { newest: FORMAT });
  else if (typeof at.value === 'number' && at.value > FORMAT) {
    at.fail('format-newer', { found: String(at.value), newest: FORMAT });
  } else at.fail('format-unknown', { found: String(at.value).slice(0, 20), newest: FORMAT });
  return false;
}

function resolvePortfolio(top: Slot, context: Context, options: ResolveOptions): Portfolio | null {
  const of = 'The portfolio';
  const prices = top.at('prices').textOr('');
  const title = top.need('title', of).textOr('');
  const time = resolveTime(top);
  const sources = resolveSources(top.at('sources'));
  if (options.changes?.length) sources.push(scenarioSource());
  for (const source of sources) context.sources.set(source.id, source);
  switchEffectsOff(top.at('assumptions'), context, options.withoutEffects);
  const leaving = top.at('rules').at('leaving');
  const instead = calibratedValues(leaving, top.at('assumptions'));
  const assumptions = resolveAssumptions(top.at('assumptions'), instead);
  const leavingRule = resolveLeaving(leaving, assumptions);
  const localities = resolveLocalities(top.need('localities', of));
  const { travel, travelEstimated } = resolveTravel(top.at('travel'), localities);
  const needs = resolveNeeds(top.at('needs'));
  const ids = {
    localities: localities.map(({ id }) => id),
    needs: needs.map(({ id }) => id),
    services: top.at('services').ids(),
    contracts: top.at('contracts').ids(),
    groups: top.at('groups').ids(),
    agreements: top.at('agreements').ids(),
    assumptions,
  };
  const readPart = partReader(top, context, ids, options.readings);
  const inGroups = top.need('groups', of);
  const groups = readPart(inGroups, () => resolveGroups(inGroups, ids));
  const services = resolveServices(top.need('services', of), ids, readPart);
  const rules = resolveRules(top.at('rules'), assumptions);
  const contractRules = resolveContractRules(top.at('rules'));
  const written = top.need('contracts', of);
  const start = time?.start ?? '';
  const contracts = contractRules ? resolveContracts(written, start, contractRules) : [];
  const handovers = resolveHandovers(top.at('handovers'));
  const standards = resolveStandards(top.at('standards'), ids.needs, ids.services);
  const targets = resolveTargets(top.at('targets'), {
    service: ids.services,
    stage: services.flatMap(({ id, pathway }) => pathway.map((stage) => `${id}.${stage.id}`)),
    locality: ids.localities,
    criterion: standards.map(({ id }) => id),
    contract: ids.contracts,
    assumption: assumptions.map(({ id }) => id),
  });
  const levers = resolveLevers(top.at('levers'));
  const agreements = resolveAgreements(top.at('agreements'));
  const surveys = resolveSurveys(top.at('surveys'), standards);
  const said = resolveSaid(top.at('said'), ids.services);
  const log = resolveLog(top.at('log'));
  const tests = top.at('principles');
  const principles = readPart(tests, () => resolvePrinciples(tests, assumptions));
  if (!time || !rules) return null;
  if (leavingRule) rules.leaving = leavingRule;
  return {
    format: FORMAT,
    id: options.id,
    title,
    question: top.at('question').textOr(''),
    notice: top.at('notice').textOr(''),
    ...time,
    prices: prices === 'none' ? '' : prices,
    sources,
    localities,
    travel,
    travelEstimated,
    needs,
    groups,
    services,
    contracts,
    handovers,
    assumptions: [...assumptions, ...context.inFormulas],
    rules,
    targets,
    standards,
    levers,
    agreements,
    surveys,
    said,
    log,
    principles,
  };
}

/** How the largest parts are read: anew, or as before where nothing that they rest on is another. */
function partReader(
  top: Slot,
  context: Context,
  ids: object,
  readings: Readings | undefined,
): ReadPart {
  if (!readings) return (_slot, read) => read();
  const { sources, effectsOff, leavingFactor, setByScenario } = context;
  const set = [...setByScenario].filter((path) => path.startsWith('assumptions'));
  const written = top.at('assumptions').value;
  const rule = top.at('rules').at('leaving').value;
  const known = [[...sources.values()], [...effectsOff], leavingFactor, set];
  return readings.on([ids, written, rule, ...known]);
}

function scenarioSource(): Source {
  return { id: SCENARIO_SOURCE, title: 'Set by this scenario', grade: 'assumption' };
}

function resolveNeeds(slot: Slot) {
  if (slot.absent) return [];
  const needs = slot.entries('needs', LIMITS.needs);
  return needs.map(({ id, slot: at }) => ({ id, name: at.text('the name of the need') ?? id }));
}

function switchEffectsOff(
  slot: Slot,
  context: Context,
  which: ResolveOptions['withoutEffects'],
): void {
  if (!which || !slot.isMapping) return;
  for (const id of slot.ids()) {
    const mechanism = slot.at(id).at('mechanism').value;
    const chosen = which === true || which.some((name) => name === mechanism);
    if (chosen && !slot.at(id).at('none').absent) context.effectsOff.add(id);
  }
}

type Time = Pick<Portfolio, 'start' | 'startDay' | 'horizonDays' | 'warmUp'>;

function resolveTime(top: Slot): Time | null {
  const first = top.need('start', 'The portfolio');
  const start = first.absent ? null : first.text('a date in quotes, such as "2027-04-01"');
  const startDay = start === null ? null : calendarDay(start);
  if (start !== null && startDay === null) {
    first.fail('date-not-readable', { written: start.slice(0, 40) });
  }
  const horizon = readSpan(top.need('horizon', 'The portfolio'));
  const warmUp = readWarmUp(top.at('warm-up'));
  if (start === null || startDay === null || horizon === null || !warmUp) return null;
  return { start, startDay, horizonDays: horizonFrom(start, horizon), warmUp };
}

/**
 * Years of 365.25 days can run some hours into the day after, and with it into another financial year:
 * a horizon of whole months ends no later than the calendar's months do.
 */
function horizonFrom(start: string, days: number): number {
  const months = Math.round(days / DAYS_A_MONTH);
  if (Math.abs(days - months * DAYS_A_MONTH) > ROUNDING) return days;
  return Math.min(days, daysToMonthsOn(start, months));
}

/** A time of at most the longest horizon. */
function readSpan(slot: Slot): number | null {
  if (slot.absent) return null;
  const text = slot.text('a length of time, such as 10 years');
  if (text === null) return null;
  const read = readQuantity(text, 'time', slot.path);
  slot.context.findings.push(...read.findings);
  if (!read.value) return null;
  if (read.value.value <= 0) return slot.fail('figure-zero', { written: text });
  if (read.value.value > LIMITS.horizonYears * DAYS_A_YEAR) {
    return slot.fail('figure-too-large', { written: text, limit: `${LIMITS.horizonYears} years` });
  }
  return read.value.value;
}

function readWarmUp(slot: Slot): Portfolio['warmUp'] | null {
  const steady = { kind: 'until steady', atMostDays: 12 * DAYS_A_YEAR } as const;
  if (slot.absent || slot.value === 'until steady') return steady;
  if (slot.value === 'none') return { kind: 'none' };
  if (!slot.isMapping) {
    const days = readSpan(slot);
    return days === null ? null : { kind: 'years', days };
  }
  if (!slot.mapping(['until-steady'])) return null;
  const until = slot.need('until-steady', 'The warm-up');
  if (until.absent || !until.mapping(['at-most'])) return null;
  const days = readSpan(until.need('at-most', 'The warm-up'));
  return days === null ? null : { kind: 'until steady', atMostDays: days };
}
