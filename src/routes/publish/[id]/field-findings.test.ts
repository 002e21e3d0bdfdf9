import { describe, expect, it } from 'vitest';
import { emptyDraft, type DraftContent } from '$lib/server/drafts/draft-content.ts';
import { draftText } from '$lib/server/drafts/draft-text.ts';
import { scanForPersonalData } from '$lib/snapshot/personal-data.ts';
import { readSnapshotText } from '$lib/snapshot/read-snapshot-text.ts';
import { SNAPSHOT_KEYS } from '$lib/snapshot/snapshot-keys.ts';
import { fieldFindings, fieldOf } from './field-findings.ts';

function saidOf(change: Partial<DraftContent>) {
  const content = { ...emptyDraft('m', ['a', 'b'], 'Longer awards'), ...change };
  const text = draftText(content, { assurance: null, approval: null });
  const findings = [...readSnapshotText(text).findings, ...scanForPersonalData([text])];
  return fieldFindings(findings, text);
}

describe('findings of a draft', () => {
  it('say which field of the form is empty', () => {
    const said = saidOf({});
    expect(said).toContainEqual({
      ...{ field: { label: 'Its address', id: 'slug' }, file: '', isError: true },
      says: 'Nothing is written here yet.',
    });
    const labels = said.map(({ field }) => field?.label);
    expect(labels).toContain('Commissioner: job');
    expect(labels).toContain('Analyst: organisation');
  });

  it('name the row of a list', () => {
    const dissent = [
      { says: 'A', from: 'B' },
      { says: 'C', from: '' },
    ];
    expect(saidOf({ dissent }).map(({ field }) => field)).toContainEqual({
      label: 'Who disagrees: Who 2',
      id: 'dissent-from-1',
    });
  });

  it('find personal data in its field, and say where to put what is none', () => {
    const said = saidOf({ question: 'Ask Mrs Example?' });
    const personal = said.find(({ says }) => says.includes('Mrs Example'));
    expect(personal?.field?.id).toBe('question');
    expect(personal?.says).toContain('What looks like personal data, and is none');
  });

  it('say what to do about marks that turn a line, left by an older version', () => {
    expect(saidOf({ title: 'Longer \u202e awards' })).toEqual([
      {
        ...{ field: { label: 'Title', id: 'title' }, file: '', isError: true },
        says: 'It holds marks that nobody sees. Save the draft again: they are left out then.',
      },
    ]);
  });

  it('lead to where panels are, for what one of them said', () => {
    const text = draftText(
      { ...emptyDraft('m', ['a', 'b'], 'Longer awards'), narrative: 'Said Mrs Example' },
      { assurance: null, approval: null },
    );
    const [found] = fieldFindings(scanForPersonalData([text]), text, () => true);
    expect(found).toMatchObject({ field: { id: 'panels' }, isError: true });
    expect(found.says).toMatch(/Mrs Example.*Hold it back on the page of the workshop/);
  });

  it('have no word of the format in them', () => {
    const change = { slug: 'A b', reviewBy: 'soon', notChosen: [{ option: '', why: 'Why' }] };
    const text = saidOf(change)
      .map(({ field, says }) => `${field?.label} ${says}`)
      .join('\n');
    expect(text).toContain('as in 2028-04-01');
    expect(text).not.toMatch(/slug|review-by|not-chosen|\bkey\b|in quotes/);
  });

  it('know a field for every key', () => {
    for (const key of SNAPSHOT_KEYS.snapshot) {
      if (key !== 'bide-snapshot') expect(fieldOf(key).label, key).toMatch(/^[A-Z]/);
    }
  });
});
