import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editText, type Edit } from '../portfolio/edit-text.ts';
import { parseYaml } from '../portfolio/parse.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import { FigureForm } from './figure-form.svelte.ts';

/** A model in memory, without anywhere to be kept. */
class Desk {
  text = readFileSync('models/one-pathway/portfolio.yaml', 'utf8');
  steps: string[] = [];
  findings = [];

  get raw(): PortfolioFile {
    return parseYaml(this.text, '').value as PortfolioFile;
  }

  edit(edits: readonly Edit[], name: string) {
    const { value, findings } = editText(this.text, edits);
    if (findings.length === 0) this.steps.push(name);
    this.text = value;
    return findings;
  }
}

const posts = 'services.pathway.roles.keyworker.posts';
const leave = 'services.pathway.roles.keyworker.leave';

describe('a figure in a form', () => {
  it('goes into the text where it can be read, and only there', () => {
    const desk = new Desk();
    const before = desk.text;
    const form = new FigureForm(desk, posts, 'Posts');
    form.type({ best: '3.5' });
    expect(form.commit()).toBe(true);
    expect(desk.text).toBe(before.replace('posts: 3\n', 'posts: 3.5\n'));
    expect(desk.steps).toEqual(['Posts: 3.5']);
  });

  it('stays as typed where it cannot be read, and the model stays as it was', () => {
    const desk = new Desk();
    const before = desk.text;
    const form = new FigureForm(desk, leave, 'Leave');
    expect(form.draft).toMatchObject({ best: '20', low: '10', high: '33', unit: '% per year' });
    for (const [change, part] of [
      [{ best: '' }, 'best'],
      [{ best: '-2' }, 'best'],
      [{ best: '12 weeks' }, 'best'],
      [{ best: '20', low: '30' }, 'range'],
      [{ low: '' }, 'range'],
    ] as const) {
      form.type(change);
      expect(form.commit(), JSON.stringify(change)).toBe(false);
      expect(form.wrong.map((one) => one.part)).toContain(part);
      expect(form.draft).toMatchObject(change);
    }
    expect(desk.text).toBe(before);
  });

  it('that nobody knows gets the assumed range and says why', () => {
    const desk = new Desk();
    const form = new FigureForm(desk, 'groups.people.arrive', 'New people');
    expect(form.dontKnow()).toBe(true);
    expect(valueAt(desk.raw, 'groups.people.arrive')).toEqual({
      best: '4 per month',
      source: 'not-known-yet',
    });
    expect(valueAt(desk.raw, 'sources.not-known-yet.kind')).toBe('assumption');
    const wide = new FigureForm(desk, leave, 'Leave');
    expect(wide.dontKnow()).toBe(true);
    expect(valueAt(desk.raw, leave)).toEqual({
      ...{ best: '20% per year', low: '10% per year', high: '33% per year' },
      source: 'not-known-yet',
    });
  });

  it('follows what is changed elsewhere', () => {
    const desk = new Desk();
    const form = new FigureForm(desk, posts, 'Posts');
    form.type({ best: 'three' });
    desk.edit([{ set: posts, to: 5 }], 'In the text');
    form.follow();
    expect(form.draft.best).toBe('5');
  });
});
