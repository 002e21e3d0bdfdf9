import { expect, test } from 'vitest';
import { parseYaml } from './parse.ts';
import type { Change } from './portfolio.ts';
import { readScenario } from './read-scenario.ts';
import { scenarioFileName, scenarioText } from './scenario-text.ts';

const changes: Change[] = [
  { set: 'contracts.*.term', to: '36 months' },
  { set: 'services.team.roles.worker.posts', to: { best: 4.5, low: 4, high: 5 } },
  { remove: 'services.outreach-vehicle' },
  { add: 'services.new', as: { name: 'New: “so” #1 – ünïcode', opens: ['mon', 'no', 'true'] } },
];

test.each([
  ['a scenario', { title: 'Longer awards', story: 'What if they last: longer?', changes }],
  ['one without changes', { title: 'As now', story: '', changes: [] }],
  [
    'a title that other readers would take for something else',
    { title: 'yes', story: '', changes },
  ],
  ['a title of two lines', { title: 'One\nTwo\u0085\u2028 # three', story: '', changes }],
])('%s is read again as it was', (_, scenario) => {
  const parsed = parseYaml(scenarioText(scenario), 'scenarios/x.yaml');
  expect(parsed.findings).toEqual([]);
  const { value, findings } = readScenario(parsed.value, 'x');
  expect(findings).toEqual([]);
  expect(value).toEqual({ id: 'x', ...scenario });
});

test.each([
  ['Longer awards, 5 years', 'longer-awards-5-years.yaml'],
  ['Àiteachan tèarainte', 'aiteachan-tearainte.yaml'],
  ['As it is', 'my-scenario.yaml'],
  ['…', 'my-scenario.yaml'],
  ['../../etc/passwd', 'etc-passwd.yaml'],
])('the file of “%s” is %s', (title, name) => expect(scenarioFileName(title)).toBe(name));
