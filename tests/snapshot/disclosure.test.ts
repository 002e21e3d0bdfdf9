import { describe, expect, it } from 'vitest';
import { readModel } from '$lib/portfolio/read-model.ts';
import { disclose } from '$lib/snapshot/disclosure.ts';
import { smallModel } from './small-run.ts';

/** The small model with other words about its one role, and one more scenario. */
function modelWith(role: string, changes = '[]', posts = 'posts: 1') {
  const [main, ...others] = smallModel().files;
  const text = main.text
    .replace('        posts: 1\n', `        ${posts}\n`)
    .replace(/ {8}cost: .*\n/, role.replace(/^/gm, '        ') + '\n');
  const extra = { path: 'scenarios/extra.yaml', text: `title: Extra\nchanges: ${changes}\n` };
  const { value, findings } = readModel([{ ...main, text }, ...others, extra], 'small');
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

describe('a model with roles of under five posts', () => {
  it('is published with rounded pay and no mark, and otherwise as it is written', () => {
    const model = modelWith(
      'cost: 45250 GBP per year # as told\npay: { best: 31420 GBP per year, low: 30000 GBP per year, high: 33999 GBP per year }\nlived-experience: 100%',
    );
    const { value, findings } = disclose(model, ['as-it-is']);
    expect(findings).toEqual([]);
    expect(value?.edits).toEqual([
      { path: 'services.outreach.roles.outreach-worker.pay', what: 'pay rounded' },
      { path: 'services.outreach.roles.outreach-worker.cost', what: 'cost rounded' },
      {
        path: 'services.outreach.roles.outreach-worker.lived-experience',
        what: 'any lived-experience mark left out',
      },
    ]);
    const [before, after] = [model.files[0].text, value!.model.files[0].text];
    expect(after).toBe(
      before
        .replace('45250', '45000')
        .replace('31420', '31000')
        .replace('33999', '34000')
        .replace(/ *lived-experience: 100%\n/, ''),
    );
    const [role] = value!.model.portfolio.services[0].roles;
    expect(role.livedExperience.value).toBe(0);
    expect(role.pay!.value * 365.25).toBeCloseTo(31000, 6);
  });

  it('is told alike where there is no mark, so that nothing tells that there was one', () => {
    const { value } = disclose(smallModel(), ['as-it-is']);
    const path = 'services.outreach.roles.outreach-worker.lived-experience';
    expect(value?.edits).toEqual([{ path, what: 'any lived-experience mark left out' }]);
    expect(value?.model.files[0].text).toBe(smallModel().files[0].text);
  });

  it('is refused with a scenario whose results rest on a mark that is left out', () => {
    const factor = (to: number) =>
      `{ add: rules, as: { feeling-safe-with-lived-experience: ${to} } }`;
    const role = 'cost: 45000 GBP per year\nlived-experience: true';
    const { value, findings } = disclose(modelWith(role, `[${factor(0.8)}]`), [
      'as-it-is',
      'extra',
    ]);
    expect(value).toBeNull();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'small-role-acts', file: 'scenarios/extra.yaml' });
    const without = modelWith('cost: 45000 GBP per year', `[${factor(0.8)}]`);
    expect(disclose(without, ['extra']).value).not.toBeNull();
    expect(disclose(modelWith(role, `[${factor(1)}]`), ['extra']).value).not.toBeNull();
  });

  it('rounds a month’s pay to what makes a thousand pounds a year', () => {
    const { value } = disclose(modelWith('cost: 45000 GBP per year\npay: 2620 GBP per month'), []);
    expect(value?.model.files[0].text).toContain('pay: 2583.33 GBP per month');
  });

  it('holds only the scenarios that are published, and those that they build on', () => {
    const { value } = disclose(smallModel(), ['thirty-six-months']);
    expect(value?.model.files.map(({ path }) => path)).toEqual([
      'portfolio.yaml',
      'scenarios/thirty-six-months.yaml',
    ]);
  });

  it.each([
    ['{ set: services.outreach.roles.outreach-worker.lived-experience, to: 100% }', 'mark'],
    ['{ set: services.outreach.roles.outreach-worker.lived-experience, to: 0% }', 'mark'],
    ['{ set: services.outreach.roles.outreach-worker.pay, to: 31420 GBP per year }', 'exact pay'],
  ])('is refused with a scenario that says it after all: %s', (change, what) => {
    const model = modelWith('cost: 45000 GBP per year', `[${change}]`);
    const { value, findings } = disclose(model, ['as-it-is', 'extra']);
    expect(value).toBeNull();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'small-role-shown', file: 'scenarios/extra.yaml' });
    expect(findings[0].what).toContain(what);
    expect(disclose(model, ['as-it-is']).value).not.toBeNull();
  });
});

it.each([4, 4.9])('takes a role of %s posts for a small one', (posts) => {
  const role = 'cost: 45250 GBP per year\npay: 31420 GBP per year\nlived-experience: 100%';
  const { value } = disclose(modelWith(role, '[]', `posts: ${posts}`), ['as-it-is']);
  expect(value?.edits.map(({ what }) => what)).toEqual([
    'pay rounded',
    'cost rounded',
    'any lived-experience mark left out',
  ]);
  expect(value?.model.files[0].text).not.toMatch(/45250|31420|lived-experience: 100%/);
});

it('leaves a model with larger roles as it is', () => {
  const role = 'cost: 45250 GBP per year\npay: 31420 GBP per year\nlived-experience: 100%';
  const model = modelWith(role, '[]', 'posts: 5');
  const { value } = disclose(model, ['as-it-is']);
  expect(value?.edits).toEqual([]);
  expect(value?.model.files[0].text).toBe(model.files[0].text);
});
