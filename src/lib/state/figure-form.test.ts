import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Edit } from '../portfolio/edit-text.ts';
import type { EditedFile, PlacedValue } from '../portfolio/forms/edit-file.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import type { EditedModel } from './edited-model.ts';
import { FigureForm } from './figure-form.svelte.ts';
import { readerCalls } from './reader-calls.ts';

/** A model in memory, without anywhere to be kept. */
class Desk implements EditedModel {
  text = readFileSync('models/one-pathway/portfolio.yaml', 'utf8');
  steps: string[] = [];
  findings = [];

  get raw() {
    return readerCalls.plain(this.text);
  }

  async edit(make: (raw: PortfolioFile) => readonly Edit[], name: string) {
    return this.take(readerCalls.edit(this.text, make(this.raw!)), name).refused;
  }

  async put(placed: PlacedValue, name: string) {
    return this.take(readerCalls.put(this.text, placed), name);
  }

  async asked(path: string, unit: string) {
    return readerCalls.asked(this.raw!, path, unit);
  }

  private take<Made extends EditedFile>(made: Made, name: string): Made {
    if (made.text === null) return made;
    this.text = made.text;
    this.steps.push(name);
    return made;
  }
}

const posts = 'services.pathway.roles.keyworker.posts';
const leave = 'services.pathway.roles.keyworker.leave';

describe('a figure in a form', () => {
  it('goes into the text where it can be read, and only there', async () => {
    const desk = new Desk();
    const before = desk.text;
    const form = new FigureForm(desk, posts, 'Posts');
    form.type({ best: '3.5' });
    expect(await form.commit()).toBe(true);
    expect(desk.text).toBe(before.replace('posts: 3\n', 'posts: 3.5\n'));
    expect(desk.steps).toEqual(['Posts: 3.5']);
  });

  it('stays as typed where it cannot be read, and the model stays as it was', async () => {
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
      expect(await form.commit(), JSON.stringify(change)).toBe(false);
      expect(form.wrong.map((one) => one.part)).toContain(part);
      expect(form.draft).toMatchObject(change);
    }
    expect(desk.text).toBe(before);
  });

  it('that nobody knows gets the assumed range and says why', async () => {
    const desk = new Desk();
    const form = new FigureForm(desk, 'groups.people.arrive', 'New people');
    expect(await form.dontKnow()).toBe(true);
    expect(valueAt(desk.raw, 'groups.people.arrive')).toEqual({
      best: '4 per month',
      source: 'not-known-yet',
    });
    expect(valueAt(desk.raw, 'sources.not-known-yet.kind')).toBe('assumption');
    const wide = new FigureForm(desk, leave, 'Leave');
    expect(await wide.dontKnow()).toBe(true);
    expect(valueAt(desk.raw, leave)).toEqual({
      ...{ best: '20% per year', low: '10% per year', high: '33% per year' },
      source: 'not-known-yet',
    });
  });

  it('that nobody knows keeps what is wider, whatever its unit', async () => {
    const desk = new Desk();
    const path = 'services.pathway.pathway.0.lasts.mean';
    const mean = { best: '4 weeks', low: '1 week', high: '3 months' };
    await desk.edit(() => [{ set: path, to: mean }], 'In the text');
    const form = new FigureForm(desk, path, 'Mean');
    expect(await form.dontKnow()).toBe(true);
    expect(valueAt(desk.raw, path)).toEqual({ ...mean, source: 'not-known-yet' });
  });

  it('that is decided is not made certain by nobody knowing it', async () => {
    const desk = new Desk();
    const path = 'contracts.money.pays';
    const pays = {
      best: '45000 GBP per year',
      low: '40000 GBP per year',
      high: '50000 GBP per year',
    };
    await desk.edit(() => [{ set: path, to: pays }], 'In the text');
    const form = new FigureForm(desk, path, 'Pays');
    expect(await form.dontKnow()).toBe(false);
    expect(form.asked.isDecided).toBe(true);
    expect(valueAt(desk.raw, path)).toEqual(pays);
  });

  it('follows what is changed elsewhere', async () => {
    const desk = new Desk();
    const form = new FigureForm(desk, posts, 'Posts');
    await desk.edit(() => [{ set: posts, to: 5 }], 'In the text');
    form.follow();
    expect(form.draft.best).toBe('5');
    expect(form.isHeld).toBe(false);
  });

  it('keeps what is typed where something else of it is changed elsewhere', async () => {
    const desk = new Desk();
    const form = new FigureForm(desk, leave, 'Leave');
    form.type({ best: '11' });
    const { raw } = desk;
    await desk.edit(
      () => [{ set: leave, to: { ...(valueAt(raw, leave) as object), why: 'Counted' } }],
      'In another tab',
    );
    form.follow();
    expect(form.draft).toMatchObject({ best: '11', why: 'Counted' });
    expect([form.theirs, form.isHeld]).toEqual([null, true]);
    expect(await form.commit()).toBe(true);
    expect(valueAt(desk.raw, leave)).toMatchObject({ best: '11% per year', why: 'Counted' });
    expect(form.isHeld).toBe(false);
  });

  it('shows both where the same is changed elsewhere, and puts in what is chosen', async () => {
    for (const [choose, best] of [
      ['keepMine', 6],
      ['keepTheirs', 5],
    ] as const) {
      const desk = new Desk();
      const form = new FigureForm(desk, posts, 'Posts');
      form.type({ best: '15 or so' });
      expect(await form.commit()).toBe(false);
      await desk.edit(() => [{ set: posts, to: 5 }], 'In another tab');
      form.follow();
      expect(form.draft.best).toBe('15 or so');
      expect(form.theirs).toEqual({ best: '5' });
      expect(form.isStuck).toBe(true);
      form.type({ best: '6' });
      // Not until the person has chosen.
      expect(await form.commit()).toBe(false);
      expect(valueAt(desk.raw, posts)).toBe(5);
      expect(await form[choose]()).toBe(true);
      expect(valueAt(desk.raw, posts)).toBe(best);
      expect([form.isHeld, form.wrong]).toEqual([false, []]);
    }
  });

  it('never puts a typed number with a unit that came from elsewhere', async () => {
    const desk = new Desk();
    const path = 'groups.people.arrive';
    const form = new FigureForm(desk, path, 'New people');
    form.type({ best: '3' });
    await desk.edit(() => [{ set: path, to: '50 per year' }], 'In another tab');
    form.follow();
    expect(form.draft).toMatchObject({ best: '3', unit: 'per month' });
    expect(form.theirs).toMatchObject({ best: '50', unit: 'per year' });
  });

  it('keeps what is typed while what was typed before is on its way', async () => {
    const desk = new Desk();
    const form = new FigureForm(desk, posts, 'Posts');
    form.type({ best: '4' });
    const first = form.commit();
    form.type({ best: '4.' });
    form.follow();
    expect(form.draft.best).toBe('4.');
    expect(await first).toBe(true);
    form.follow();
    expect(form.draft.best).toBe('4.');
    form.type({ best: '4.5' });
    expect(await form.commit()).toBe(true);
    expect(desk.steps).toEqual(['Posts: 4', 'Posts: 4.5']);
  });

  it('holds what is typed until its field is left, or it is put in before', async () => {
    const desk = new Desk();
    const form = new FigureForm(desk, leave, 'Leave');
    form.type({ why: 'Counted' });
    expect([form.isHeld, form.isStuck, desk.steps]).toEqual([true, false, []]);
    const put = form.putHeld();
    // It is on its way: what waits for that knows by itself.
    expect(form.isHeld).toBe(false);
    expect(await put).toBe(true);
    expect(valueAt(desk.raw, leave)).toMatchObject({ why: 'Counted' });
    form.type({ best: 'abc' });
    expect(await form.putHeld()).toBe(false);
    expect([form.isHeld, form.isStuck]).toEqual([true, true]);
    await desk.edit(() => [{ remove: 'services.pathway.roles.keyworker.leave' }], 'Take out');
    expect(form.isHeld).toBe(false);
  });

  it('goes back to what it was though the way there is not yet done', async () => {
    const desk = new Desk();
    const before = desk.text;
    const form = new FigureForm(desk, posts, 'Posts');
    form.type({ best: '4' });
    const first = form.commit();
    form.type({ best: '3' });
    await Promise.all([first, form.commit()]);
    expect(desk.text).toBe(before);
  });

  it('says what its place takes, once that is looked up', async () => {
    const form = new FigureForm(new Desk(), leave, 'Leave');
    expect(form.asked.units).toEqual(['% per year']);
    await vi.waitFor(() => expect(form.asked.units).toContain('% within a year'), {
      timeout: 30_000,
    });
    expect(form.asked.example).not.toBe('');
  });
});
