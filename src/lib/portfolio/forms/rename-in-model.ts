import type { Finding } from '../../diagnostics/finding.ts';
import { editText, type Edit } from '../edit-text.ts';
import type { ModelTexts } from '../model-texts.ts';
import { parseYaml } from '../parse.ts';
import { plainFile } from '../plain-file.ts';
import type { PortfolioFile } from '../portfolio-file.ts';
import { stageId } from '../stage-id.ts';
import { renameEdits, stageRenameEdits } from './change-structure.ts';
import { checkValue, type PlaceFindings } from './check-figure.ts';
import { valueAt } from './references.ts';
import { renamesInScenarios, type Renaming } from './rename-in-scenarios.ts';
import type { SchemaNode } from './schema-node.ts';

/** What gets another id, `services.outreach`; or a stage another title, `services.outreach.pathway.0.stage`. */
export type NewName = { path: string; to: string } | { path: string; title: string };

/** What came of a new name. */
export interface RenamedModel extends PlaceFindings {
  /** The texts with it wherever it is named; null where they stay as they were. */
  texts: ModelTexts | null;
  /** What the portfolio says then. */
  raw: PortfolioFile | null;
  /** Why it cannot be written; empty where it was. */
  refused: Finding[];
  /** True where another entry has the id already: nothing was renamed. */
  isTaken: boolean;
}

/**
 * Return a model's texts with another id for a thing, or another title for a stage, wherever the
 * portfolio and its scenarios name it: everything or nothing, and all other bytes as they were.
 */
export function renameInModel(texts: ModelTexts, schema: SchemaNode, name: NewName): RenamedModel {
  const nothing = { texts: null, raw: null, refused: [], here: [], elsewhere: [], isTaken: false };
  const raw = plainFile(texts.portfolio);
  if (!raw) return { ...nothing, refused: parseYaml(texts.portfolio, '').findings };
  const { path } = name;
  const found =
    'title' in name ? checkValue(raw, path, name.title, 'model') : { here: [], elsewhere: [] };
  if (found.here.length > 0) return { ...nothing, ...found };
  const holder = valueAt(raw, path.slice(0, path.lastIndexOf('.')));
  if ('to' in name && Object.hasOwn((holder ?? {}) as object, name.to)) {
    return { ...nothing, isTaken: true };
  }
  const { edits, renaming } =
    'to' in name ? ofThing(raw, schema, name) : ofStage(raw, schema, name);
  const scenarios = Object.fromEntries(
    Object.entries(texts.scenarios).map(([file, text]) => [file, parseYaml(text, '').value]),
  );
  const inScenarios = renaming ? renamesInScenarios(raw, schema, renaming, scenarios) : {};
  const portfolio = editText(texts.portfolio, edits);
  const edited = Object.entries(inScenarios).map(
    ([file, own]) => [file, editText(texts.scenarios[file], own)] as const,
  );
  const refused = [
    ...portfolio.findings,
    ...edited.flatMap(([file, { findings }]) =>
      findings.map((finding) => ({ ...finding, file: `scenarios/${file}` })),
    ),
  ];
  if (refused.length > 0) return { ...nothing, ...found, refused };
  return {
    ...{ ...nothing, ...found },
    texts: {
      portfolio: portfolio.value,
      scenarios: {
        ...texts.scenarios,
        ...Object.fromEntries(edited.map(([file, { value }]) => [file, value])),
      },
    },
    raw: plainFile(portfolio.value),
  };
}

interface Renames {
  edits: Edit[];
  /** Null where nothing names it otherwise. */
  renaming: Renaming | null;
}

function ofThing(
  raw: PortfolioFile,
  schema: SchemaNode,
  { path, to }: { path: string; to: string },
): Renames {
  const from = path.slice(path.lastIndexOf('.') + 1);
  return { edits: renameEdits(raw, schema, path, to), renaming: { path, from, to } };
}

function ofStage(
  raw: PortfolioFile,
  schema: SchemaNode,
  { path, title }: { path: string; title: string },
): Renames {
  const set: Edit = { set: path, to: title };
  const [, service] = path.split('.');
  const before = valueAt(raw, path);
  const [from, to] = [typeof before === 'string' ? stageId(before) : '', stageId(title)];
  if (from === to || from === '' || to === '') return { edits: [set], renaming: null };
  return {
    edits: [...stageRenameEdits(raw, schema, { service, from, to }), set],
    renaming: { path: `services.${service}.pathway`, from, to, isStage: true },
  };
}
