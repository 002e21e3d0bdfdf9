import { hasErrors, sortFindings, type Checked, type Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { AS_IT_IS } from './as-it-is.ts';
import { checkLeverEnds } from './check-lever-ends.ts';
import { checkScenario } from './check-scenario.ts';
import { LIMITS } from './limits.ts';
import { parseYaml, type Parsed } from './parse.ts';
import { placeFindings } from './place-findings.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import type { Change, Portfolio, Scenario } from './portfolio.ts';
import { readScenario } from './read-scenario.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { resolve } from './resolve.ts';
import { schemaFindings } from './schema-findings.ts';

/** A file of a model: its path as findings should name it, and its text. */
export interface ModelFile {
  path: string;
  text: string;
}

/** A portfolio and its scenarios, read and checked. */
export interface Model {
  id: string;
  /** The plain object that the portfolio's file holds; scenarios change copies of it. */
  raw: PortfolioFile;
  /** The model as it is. */
  portfolio: Portfolio;
  /** The model as it is first, then the others in the order of their files. */
  scenarios: Scenario[];
  /** By its id, why a scenario cannot stand beside how it is now. */
  refused: Record<string, Refusal>;
  /** By its id, what a scenario may mislead about and the model as it is does not. */
  warned: Record<string, Finding[]>;
  /** The files it was read from, the portfolio first. */
  files: ModelFile[];
}

/**
 * Return the model that some files make, each scenario checked by making its
 * changes. The portfolio is the file named `portfolio.yaml`, or the only file;
 * every other file is a scenario, whose id is its name. Never throws.
 */
export function readModel(files: readonly ModelFile[], id: string): Checked<Model> {
  const main = findPortfolio(files);
  if (!main || files.length > LIMITS.files) {
    return { value: null, findings: [noPortfolio(files)] };
  }
  const parsed = parseYaml(main.text, main.path);
  if (parsed.value === undefined) return { value: null, findings: limited(parsed.findings) };
  const raw = parsed.value as PortfolioFile;
  const baseline = resolve(raw, { id });
  const misfits = schemaFindings(raw, 'portfolio', baseline.findings);
  const findings = [
    ...parsed.findings,
    ...placeFindings([...baseline.findings, ...misfits], main.path, parsed.positions),
  ];
  if (baseline.value) {
    const found = checkLeverEnds(baseline.value.levers, raw, id);
    findings.push(...placeFindings(found, main.path, parsed.positions));
  }
  const drafts = files.filter((file) => file !== main).map(readDraft);
  for (const draft of drafts) findings.push(...draft.findings);
  const scenarios = joinBases(drafts, findings);
  const refused: Record<string, Refusal> = {};
  const warned: Record<string, Finding[]> = {};
  const used = new Set<string>();
  if (baseline.value) {
    for (const joined of scenarios) {
      const { draft, scenario, inherited } = joined;
      const ground = { raw, id, portfolio: baseline.value, baseline: baseline.findings };
      const { added, found, uses } = checkScenario(scenario, inherited, ground);
      for (const path of uses) used.add(path);
      findings.push(...placeFindings(found, draft.file.path, draft.parsed.positions));
      const refusal = scenario.id === AS_IT_IS ? null : refusalOf(scenario.changes, added);
      if (refusal) refused[scenario.id] = refusal;
      const warnings = added.filter(({ severity }) => severity === 'warning');
      if (!refusal && warnings.length > 0) warned[scenario.id] = warnings;
    }
  }
  if (baseline.value) {
    const ids = scenarios.map(({ scenario }) => scenario.id);
    findings.push(
      ...placeFindings(unknownScenarios(baseline.value, ids), main.path, parsed.positions),
    );
  }
  const kept = findings.filter(
    ({ code, path }) => code !== 'assumption-unused' || !used.has(path ?? ''),
  );
  if (!baseline.value || hasErrors(kept)) return { value: null, findings: limited(kept) };
  const listed = asItIsFirst(scenarios.map(({ scenario }) => scenario));
  const ordered = [main, ...files.filter((file) => file !== main)];
  const value = {
    ...{ id, raw, portfolio: baseline.value, scenarios: listed, refused, warned, files: ordered },
  };
  return { value, findings: limited(kept) };
}

function findPortfolio(files: readonly ModelFile[]): ModelFile | undefined {
  if (files.length === 1) return files[0];
  return files.find(({ path }) => /(?:^|[\\/])portfolio\.ya?ml$/.test(path));
}

function noPortfolio(files: readonly ModelFile[]): Finding {
  const path = files[0]?.path ?? '';
  const finding =
    files.length > LIMITS.files
      ? makeFinding('too-many-of', '', { of: 'files', limit: LIMITS.files })
      : makeFinding('model-without-portfolio', '', {});
  return { ...finding, file: path, line: 1, column: 1 };
}

interface Draft {
  file: ModelFile;
  id: string;
  parsed: Parsed;
  scenario: Scenario | null;
  findings: Finding[];
}

function readDraft(file: ModelFile): Draft {
  const parsed = parseYaml(file.text, file.path);
  const id = /([^\\/]*?)(?:\.ya?ml)?$/.exec(file.path)?.[1] ?? '';
  if (parsed.value === undefined) {
    return { file, id, parsed, scenario: null, findings: parsed.findings };
  }
  const { value, findings } = readScenario(parsed.value, id);
  const misfits = schemaFindings(parsed.value, 'scenario', findings);
  const placed = placeFindings([...findings, ...misfits], file.path, parsed.positions);
  return { file, id, parsed, scenario: value, findings: [...parsed.findings, ...placed] };
}

/** A scenario with all its changes, and how many of them come from those it builds on. */
interface Joined {
  draft: Draft;
  scenario: Scenario;
  inherited: number;
}

function joinBases(drafts: Draft[], findings: Finding[]): Joined[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  return drafts.flatMap((draft) => {
    const { scenario } = draft;
    if (!scenario) return [];
    const before = changesBefore(draft, byId, findings);
    const changes = [...before, ...scenario.changes];
    return [{ draft, scenario: { ...scenario, changes }, inherited: before.length }];
  });
}

/** Changes of the scenarios that a scenario builds on, the first of them first. */
function changesBefore(draft: Draft, byId: Map<string, Draft>, findings: Finding[]): Change[] {
  const seen = new Set([draft.id]);
  const changes: Change[] = [];
  let at: Draft = draft;
  while (at.scenario?.basedOn && at.scenario.basedOn !== AS_IT_IS) {
    const id = at.scenario.basedOn;
    const base = byId.get(id);
    const refuse = (finding: Finding) => {
      findings.push(...placeFindings([finding], at.file.path, at.parsed.positions));
      return [];
    };
    if (!base) {
      const details = { id: id.slice(0, 60), nearest: nearest(id, [...byId.keys()]) };
      return at === draft ? refuse(makeFinding('scenario-base-unknown', 'based-on', details)) : [];
    }
    if (seen.has(id)) return refuse(makeFinding('scenario-base-circular', 'based-on', { id }));
    seen.add(id);
    changes.unshift(...(base.scenario?.changes ?? []));
    at = base;
  }
  return changes;
}

/** Scenarios that something was said about, and that are not there. */
function unknownScenarios({ said }: Portfolio, ids: readonly string[]): Finding[] {
  const known = [...new Set([AS_IT_IS, ...ids])];
  return said.flatMap(({ scenarios }, i) =>
    scenarios.flatMap((id, j) => {
      if (known.includes(id)) return [];
      const details = {
        kind: 'scenario',
        id,
        nearest: nearest(id, known),
        known: known.join(', '),
      };
      return [makeFinding('reference-unknown', `said.${i}.scenarios.${j}`, details)];
    }),
  );
}

function asItIsFirst(scenarios: Scenario[]): Scenario[] {
  const own = scenarios.find(({ id }) => id === AS_IT_IS);
  const first = own ?? { id: AS_IT_IS, title: 'As it is', story: '', changes: [] };
  return [first, ...scenarios.filter(({ id }) => id !== AS_IT_IS)];
}

function limited(findings: readonly Finding[]): Finding[] {
  const sorted = sortFindings(findings);
  if (sorted.length <= LIMITS.findings) return sorted;
  const kept = sorted.slice(0, LIMITS.findings);
  const last = kept[kept.length - 1];
  const left = sorted.length - kept.length;
  const note = makeFinding('too-many-findings', last.path ?? '', { left });
  return [...kept, { ...note, file: last.file, line: last.line, column: last.column }];
}
