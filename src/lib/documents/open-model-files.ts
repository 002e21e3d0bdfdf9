/** From the files that a person chose or dropped to the texts of a model, or why they make none. */
import { hasErrors, type Checked, type Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { leftOutFindings, type FileBeside } from '../portfolio/left-out.ts';
import { LIMITS } from '../portfolio/limits.ts';
import type { ModelTexts } from '../portfolio/model-texts.ts';
import { kindOf } from './file-kind.ts';
import { unpack } from './model-zip.ts';

/** A file as it was chosen: its path inside the folder, or its name; and all its bytes. */
export interface ChosenFile {
  path: string;
  bytes: Uint8Array;
}

export interface OpenedModel {
  /** What the model may be called: the name of its folder, zip or file. */
  name: string;
  texts: ModelTexts;
}

/**
 * Return the model that some files make: one YAML file, several, a folder, or a zip of them.
 *
 * Texts come back byte for byte, the mark of UTF-8 included; whether they make sense is for
 * `readOwnModel` to say, so that half a model can be opened and mended. Findings name the file.
 */
export function openModelFiles(files: readonly ChosenFile[]): Checked<OpenedModel> {
  const zip = files.length === 1 && kindOf(files[0]) === 'zip' ? files[0] : null;
  if (!zip) return modelOf(files, '');
  const { value, findings } = unpack(zip.bytes);
  if (!value) return { value: null, findings: inFile(findings, zip.path) };
  return modelOf(value, nameOf(zip.path));
}

function modelOf(all: readonly ChosenFile[], zipName: string): Checked<OpenedModel> {
  const files = all.filter(({ path }) => !isHidden(path));
  const findings: Finding[] = [];
  const yaml = files.filter(({ path }) => isYaml(path));
  const others = files.filter((file) => !yaml.includes(file));
  if (yaml.length === 0) return { value: null, findings: whyNone(files) };
  const portfolio = findPortfolio(yaml, findings);
  if (!portfolio) return { value: null, findings };
  const folder = portfolio.path.slice(0, portfolio.path.lastIndexOf('/') + 1);
  const rest = yaml.filter((file) => file !== portfolio);
  const scenarios = rest.filter(({ path }) => isScenario(path, folder));
  if (scenarios.length > LIMITS.scenarios) {
    const details = { of: 'scenarios', limit: LIMITS.scenarios };
    findings.push(...inFile([makeFinding('too-many-of', '', details)], portfolio.path));
  }
  const left = [...others, ...rest.filter((file) => !scenarios.includes(file))];
  findings.push(...leftOutFindings(left.map(beside)));
  const text = decode(portfolio, findings);
  const byName: Record<string, string> = {};
  const from = new Map<string, string>();
  for (const file of scenarios) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const first = from.get(name);
    if (first !== undefined) {
      const twice = makeFinding('scenario-twice', '', { first, second: file.path });
      findings.push(...inFile([twice], file.path));
    }
    from.set(name, file.path);
    byName[name] = decode(file, findings) ?? '';
  }
  if (text === null || hasErrors(findings)) return { value: null, findings };
  const own = folder.split('/').filter(Boolean).at(-1) ?? '';
  const name = own || zipName || nameOf(portfolio.path);
  return { value: { name, texts: { portfolio: text, scenarios: byName } }, findings };
}

const PORTFOLIO = /(?:^|\/)portfolio\.ya?ml$/i;

/** The file named portfolio.yaml, or else the only one. */
function findPortfolio(yaml: readonly ChosenFile[], findings: Finding[]): ChosenFile | null {
  const called = yaml.filter(({ path }) => PORTFOLIO.test(path));
  const folders = new Set(called.map(({ path }) => path.replace(PORTFOLIO, '')));
  // A scenario may be called so, too: in the folder of scenarios of one that is there, it is one.
  const named = called.filter(({ path }) => {
    const around = /^(?:(.*)\/)?scenarios\/[^/]*$/.exec(path);
    return !around || !folders.has(around[1] ?? '');
  });
  if (named.length > 1) {
    const [first, second] = named.map(({ path }) => path);
    findings.push(...inFile([makeFinding('two-portfolios', '', { first, second })], second));
    return null;
  }
  if (named.length === 1) return named[0];
  if (yaml.length === 1) return yaml[0];
  findings.push(...inFile([makeFinding('model-without-portfolio', '', {})], yaml[0].path));
  return null;
}

/** Of files chosen one by one the paths say nothing of folders: all but the portfolio are scenarios. */
function isScenario(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  const below = path.slice(folder.length).split('/');
  return below.length === 1 ? folder === '' : below.length === 2 && below[0] === 'scenarios';
}

function beside({ path, bytes }: ChosenFile): FileBeside {
  const isText = isYaml(path) && bytes.length <= LIMITS.characters * 4;
  return { path, text: isText ? new TextDecoder().decode(bytes) : null };
}

/** Why files without any YAML among them make no model: what the first of them is. */
function whyNone(files: readonly ChosenFile[]): Finding[] {
  const [first] = files;
  if (!first) return [makeFinding('model-without-portfolio', '', {})];
  if (files.length > 1) return inFile([makeFinding('model-without-portfolio', '', {})], first.path);
  return inFile([whyNot(first)], first.path);
}

function whyNot(file: ChosenFile): Finding {
  const kind = kindOf(file);
  if (file.bytes.length === 0) return makeFinding('file-empty', '', {});
  if (kind === 'JSON') return makeFinding('file-in-json', '', {});
  return makeFinding('file-of-another-kind', '', { is: kind === 'zip' ? 'a zip file' : kind });
}

function decode(file: ChosenFile, findings: Finding[]): string | null {
  const fail = (finding: Finding) => (findings.push(...inFile([finding], file.path)), null);
  if (file.bytes.length > LIMITS.characters * 4) {
    return fail(makeFinding('file-too-large', '', { limit: `${LIMITS.characters / 1e6} MB` }));
  }
  const kind = kindOf(file);
  // An ending says little: a picture can be called portfolio.yaml.
  if (kind !== 'text' && file.bytes.length > 0) return fail(whyNot(file));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return fail(makeFinding('file-not-text', '', { found: 'bytes that are no UTF-8' }));
  }
}

function inFile(findings: readonly Finding[], file: string): Finding[] {
  return findings.map((finding) => ({ ...finding, file: finding.file || file }));
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** What systems leave in folders and zips beside what people put there. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|zip)$/i, '');
}
