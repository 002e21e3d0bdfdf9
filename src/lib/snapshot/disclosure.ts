/**
 * What a published model does not say of small teams: roles of fewer than five posts publish pay
 * rounded to £1,000 and no mark of lived experience. The text is edited first and the results are
 * run from it, so that nobody can work the rest out backwards; what would then be false of the
 * partnership is left out of them (see `possible-portfolios.ts`), or keeps it from being published.
 */
import type { Checked, Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { editText, type Edit } from '../portfolio/edit-text.ts';
import type { RoleFile } from '../portfolio/portfolio-file.ts';
import type { Portfolio, Role } from '../portfolio/portfolio.ts';
import { readModel, type Model, type ModelFile } from '../portfolio/read-model.ts';
import { resolve } from '../portfolio/resolve.ts';
import { MARK_UNSAID, ROUNDED_BY, type DisclosureEdit } from './snapshot.ts';

/** Roles of fewer posts are small. */
export const SMALL = 5;

/** A model as it may be published: its files, and what was made less exact in them. */
export interface Disclosed {
  model: Model;
  edits: DisclosureEdit[];
}

/**
 * Return a model as it may be published with some of its scenarios; null, with
 * findings, where a scenario says what its small teams may not, where its
 * results rest on that, or where the text cannot be edited. The files keep their paths, and everything else of
 * their text.
 */
export function disclose(model: Model, scenarios: readonly string[]): Checked<Disclosed> {
  const [main, ...others] = model.files;
  const published = others.filter(({ path }) => isPublished(path, model, scenarios));
  const planned = smallRoles(model.portfolio).flatMap(({ path, service, role }) =>
    editsOf(model.raw.services[service].roles?.[role], path),
  );
  const edited = editText(
    main.text,
    planned.flatMap(({ edit }) => edit ?? []),
  );
  const files = [{ path: main.path, text: edited.value }, ...published];
  const findings = edited.findings.map((finding) => ({ ...finding, file: main.path }));
  if (findings.length > 0) return { value: null, findings };
  const read = readModel(files, model.id);
  if (!read.value) return { value: null, findings: read.findings };
  const shown = [...stillShown(read.value, scenarios), ...stillActing(model, scenarios)];
  if (shown.length > 0) return { value: null, findings: placed(shown, read.value) };
  return { value: { model: read.value, edits: planned.map(({ told }) => told) }, findings: [] };
}

/** A scenario that one of those chosen builds on is needed too. */
function isPublished(path: string, { scenarios }: Model, chosen: readonly string[]): boolean {
  const needed = new Set<string>();
  const need = (id: string | undefined) => {
    if (id === undefined || needed.has(id)) return;
    needed.add(id);
    need(scenarios.find((one) => one.id === id)?.basedOn);
  };
  chosen.forEach(need);
  return needed.has(idOf(path));
}

function idOf(path: string): string {
  return /([^\\/]*?)(?:\.ya?ml)?$/.exec(path)?.[1] ?? '';
}

interface SmallRole {
  path: string;
  service: string;
  role: string;
  name: string;
  of: Role;
}

function smallRoles({ services }: Portfolio): SmallRole[] {
  return services.flatMap((service) =>
    service.roles
      .filter(({ posts }) => posts.value < SMALL)
      .map((of) => ({
        path: `services.${service.id}.roles.${of.id}`,
        service: service.id,
        role: of.id,
        name: `${service.name}, ${of.name}`,
        of,
      })),
  );
}

/** An edit of the text, and what is told of it; null where there was nothing to edit. */
interface Planned {
  edit: Edit | null;
  told: DisclosureEdit;
}

function editsOf(file: RoleFile | undefined, path: string): Planned[] {
  if (!file) return [];
  const edits: Planned[] = [];
  for (const key of ['pay', 'cost'] as const) {
    const at = `${path}.${key}`;
    const rounded = roundedFigure(file[key]);
    if (rounded === undefined) continue;
    edits.push({ edit: { set: at, to: rounded }, told: { path: at, what: `${key} rounded` } });
  }
  // Told of every small role: told only where there was a mark, it would say that there was one.
  const at = `${path}.lived-experience`;
  const isThere = file['lived-experience'] !== undefined;
  edits.push({ edit: isThere ? { remove: at } : null, told: { path: at, what: MARK_UNSAID } });
  return edits;
}

/** Return a figure with its amounts rounded; undefined where rounding changes nothing. */
function roundedFigure(figure: RoleFile['pay']): RoleFile['pay'] {
  if (figure === undefined) return undefined;
  if (typeof figure !== 'object') return roundedAmount(figure);
  const rounded = { ...figure };
  let isOther = false;
  for (const key of ['best', 'low', 'high'] as const) {
    const amount = figure[key];
    const other = amount === undefined ? undefined : roundedAmount(amount);
    if (other === undefined) continue;
    rounded[key] = other;
    isOther = true;
  }
  return isOther ? rounded : undefined;
}

/** "38450 GBP per year" as "38000 GBP per year"; undefined for what is round, or no amount. */
function roundedAmount(written: string | number): string | undefined {
  const found = /^\s*£?(\d[\d,]*(?:\.\d+)?)(.*)$/.exec(String(written));
  if (!found) return undefined;
  const amount = Number(found[1].replaceAll(',', ''));
  // A month's or a day's pay is rounded to what makes a thousand pounds a year.
  const step = / per (month|week|day|hour)/.exec(found[2]);
  const size = step ? ROUNDED_BY / PER_YEAR[step[1] as keyof typeof PER_YEAR] : ROUNDED_BY;
  const rounded = Math.round(amount / size) * size;
  if (rounded === amount) return undefined;
  return `${Number(rounded.toFixed(2))}${found[2]}`;
}

const PER_YEAR = { month: 12, week: 52, day: 365, hour: 8760 };

/** Say where a small role still shows what it may not, under any scenario that is published. */
function stillShown(model: Model, chosen: readonly string[]): Finding[] {
  const small = new Map(smallRoles(model.portfolio).map((one) => [one.path, one]));
  const asItIs = smallRoles(model.portfolio).flatMap((one) =>
    whatShows(one.of).map((what) => makeFinding('small-role-kept', one.path, { what })),
  );
  const byScenario = model.scenarios
    .filter(({ id, changes }) => chosen.includes(id) && changes.length > 0)
    .flatMap(({ id, title, changes }) => {
      const { value } = resolve(model.raw, { id: model.id, changes });
      return smallRoles(value ?? model.portfolio)
        .filter(({ path, of }) => {
          const before = small.get(path)?.of;
          return !before || says(before) !== says(of);
        })
        .flatMap((one) =>
          whatShows(one.of).map((what) => ({
            ...makeFinding('small-role-shown', '', { scenario: title, role: one.name, what }),
            file: fileOf(model, id),
          })),
        );
    });
  return [...asItIs, ...byScenario];
}

/** Say which scenarios rest on marks that are not published: another model would be run. */
function stillActing(model: Model, chosen: readonly string[]): Finding[] {
  const small = new Map(smallRoles(model.portfolio).map(({ path, name }) => [path, name]));
  return model.scenarios
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ id, title, changes }) => {
      const portfolio = resolve(model.raw, { id: model.id, changes }).value ?? model.portfolio;
      if (portfolio.rules.feelingSafeWithLivedExperience.value === 1) return [];
      const marked = portfolio.services.flatMap((service) =>
        service.roles
          .filter(({ livedExperience }) => livedExperience.value > 0)
          .flatMap((role) => small.get(`services.${service.id}.roles.${role.id}`) ?? []),
      );
      if (marked.length === 0) return [];
      const finding = makeFinding('small-role-acts', '', { scenario: title, role: marked[0] });
      return [{ ...finding, file: fileOf(model, id) }];
    });
}

function fileOf({ files }: Model, scenario: string): string {
  return files.find(({ path }) => idOf(path) === scenario)?.path ?? '';
}

function says({ pay, livedExperience }: Role): string {
  return JSON.stringify([pay?.written, livedExperience.written]);
}

/** What of a small role shows that may not. */
function whatShows({ pay, livedExperience }: Role): string[] {
  const isExact = pay !== undefined && !isRound(pay.value * 365.25);
  // “None” says something too, where everybody else's mark is left out.
  const isMarked = !livedExperience.byDefault;
  return [
    ...(isExact ? ['the exact pay'] : []),
    ...(isMarked ? ['the mark of lived experience'] : []),
  ];
}

/** Round to the pound that units leave over. */
function isRound(pounds: number): boolean {
  return Math.abs(pounds - Math.round(pounds / ROUNDED_BY) * ROUNDED_BY) < 10;
}

function placed(findings: Finding[], { files }: Model): Finding[] {
  const [main]: ModelFile[] = files;
  return findings.map((finding) => ({
    ...finding,
    file: finding.file || main.path,
    line: finding.line || 1,
    column: finding.column || 1,
  }));
}
