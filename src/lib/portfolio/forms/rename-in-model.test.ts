import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ModelTexts } from '../model-texts.ts';
import { readOwnModel } from '../read-own-model.ts';
import { renameInModel, type NewName } from './rename-in-model.ts';
import type { SchemaNode } from './schema-node.ts';

const schema = JSON.parse(readFileSync('static/schema/portfolio-1.json', 'utf8')) as SchemaNode;

function textsOf(folder: string): ModelTexts {
  const names = readdirSync(`${folder}/scenarios`);
  return {
    portfolio: readFileSync(`${folder}/portfolio.yaml`, 'utf8'),
    scenarios: Object.fromEntries(
      names.map((name) => [name, readFileSync(`${folder}/scenarios/${name}`, 'utf8')]),
    ),
  };
}

const town = textsOf('tests/samples/clean-small');
/** At full size: its services are named by links, contracts, scenarios and what people said. */
const ayrshire = textsOf('models/south-ayrshire');

const errorsOf = (texts: ModelTexts) =>
  readOwnModel(texts)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ file, path, what }) => `${file} ${path}: ${what}`);

function renamed(texts: ModelTexts, name: NewName): ModelTexts {
  const made = renameInModel(texts, schema, name);
  expect(made).toMatchObject({ refused: [], here: [], isTaken: false });
  return made.texts!;
}

const errors = errorsOf(town);

/** The lines of all files that differ. */
function changedLines(before: ModelTexts, after: ModelTexts): string[] {
  const linesOf = ({ portfolio, scenarios }: ModelTexts) =>
    [portfolio, ...Object.values(scenarios)].join('\n').split('\n');
  const [a, b] = [linesOf(before), linesOf(after)];
  expect(b.length).toBe(a.length);
  return a.filter((line, i) => line !== b[i]);
}

/** Also in scenarios: how many of their files name it. */
const things: [path: string, to: string, of: ModelTexts, number][] = [
  ['services.outreach', 'street-work', town, 1],
  ['services.van', 'bus', town, 1],
  ['services.outreach.roles.worker', 'outreach-worker', town, 1],
  ['sources.assumed', 'guessed', town, 1],
  ['services.connect4change', 'change-together', ayrshire, 1],
  ['services.outreach-vehicle', 'bus', ayrshire, 1],
];

describe('another id', { timeout: 240_000 }, () => {
  it.each(things)('%s becomes %s', (path, to, texts, atLeast) => {
    const from = path.split('.').at(-1)!;
    const after = renamed(texts, { path, to });
    expect(errorsOf(after)).toEqual(errorsOf(texts));
    for (const line of changedLines(texts, after)) expect(line).toContain(from);
    const files = Object.keys(texts.scenarios).filter(
      (file) => texts.scenarios[file] !== after.scenarios[file],
    );
    expect(files.length).toBeGreaterThanOrEqual(atLeast);
    const back = `${path.slice(0, path.lastIndexOf('.'))}.${to}`;
    expect(renamed(after, { path: back, to: from })).toEqual(texts);
  });

  it('of a group goes into today’s caseloads and lists', () => {
    const portfolio = town.portfolio
      .replace('    pilot: true\n', '    pilot: true\n    waiting-today: { liberated: 4 }\n')
      .replace(/( +)- stage: .*\n/, (line, space) => `${line}${space}  today: { liberated: 5 }\n`);
    const texts = { ...town, portfolio };
    const after = renamed(texts, { path: 'groups.liberated', to: 'leaving' });
    expect(after.portfolio).toContain('    waiting-today: { leaving: 4 }\n');
    expect(after.portfolio).toContain('  today: { leaving: 5 }\n');
    expect(errorsOf(after)).toEqual(errors);
  });

  it('is refused where another has it, and where the file cannot be read', () => {
    expect(renameInModel(town, schema, { path: 'services.van', to: 'core' })).toMatchObject({
      texts: null,
      isTaken: true,
    });
    const broken = { ...town, portfolio: 'services: [' };
    const made = renameInModel(broken, schema, { path: 'services.van', to: 'bus' });
    expect(made.texts).toBeNull();
    expect(made.refused.length).toBeGreaterThan(0);
  });

  it('leaves a path with a star to the others that it means', () => {
    const scenario = [
      'title: Posts',
      'changes:',
      '  - { set: services.*.roles.worker.posts, to: 2 } # for all',
      '',
    ].join('\n');
    const texts = { ...town, scenarios: { 'posts.yaml': scenario } };
    const before = readOwnModel(texts);
    const services = before.value?.portfolio.services.filter(({ roles }) =>
      roles.some(({ id }) => id === 'worker'),
    );
    const after = renamed(texts, { path: 'services.outreach.roles.worker', to: 'helper' });
    expect(errorsOf(after)).toEqual([]);
    const text = after.scenarios['posts.yaml'];
    expect(text).toContain('services.outreach.roles.helper.posts');
    if ((services?.length ?? 0) > 1) expect(text).toContain('services.*.roles.worker.posts');
    expect(text).toContain('# for all');
  });
});

describe('another title of a stage', () => {
  it('goes into the paths of scenarios, and back again gives the same bytes', () => {
    const raw = renameInModel(town, schema, { path: 'services.van', to: 'bus' }).raw!;
    const pathway = raw.services.outreach.pathway!;
    const index = pathway.findIndex(({ stage }) => stage.toLowerCase() === 'support');
    const path = `services.outreach.pathway.${index}.stage`;
    const after = renamed(town, { path, title: 'Being with people' });
    expect(errorsOf(after)).toEqual(errors);
    const all = Object.values(after.scenarios).join('\n');
    expect(all).toContain('services.outreach.pathway.being-with-people.then.0.share');
    expect(all).not.toContain('pathway.support.');
    expect(renamed(after, { path, title: pathway[index].stage })).toEqual(town);
  });

  it('is refused where it cannot be read', () => {
    const { here, texts } = renameInModel(town, schema, {
      path: 'services.outreach.pathway.0.stage',
      title: '',
    });
    expect(texts).toBeNull();
    expect(here.length).toBeGreaterThan(0);
  });
});
