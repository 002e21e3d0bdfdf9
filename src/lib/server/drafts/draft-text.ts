import type { DraftContent } from './draft-content.ts';
import type { DraftStatement } from './statements.ts';

/**
 * Return a draft in the form of `snapshot.yaml`, which is read and checked as any other. JSON is
 * YAML, and takes any text without being taken for something else.
 */
export function draftText(
  content: DraftContent,
  statements: { assurance: DraftStatement | null; approval: DraftStatement | null },
): { path: string; text: string } {
  const { assurance, approval } = statements;
  const said = (one: DraftStatement) => ({
    says: one.says,
    date: one.at.slice(0, 10),
    ...(one.limits ? { limits: one.limits } : {}),
  });
  const document = {
    'bide-snapshot': 1,
    ...{ slug: content.slug, title: content.title, question: content.question },
    summary: content.summary,
    ...(content.rankedFirst ? { 'ranked-first': content.rankedFirst } : {}),
    ...(content.narrative.trim() ? { narrative: content.narrative } : {}),
    'not-chosen': content.notChosen,
    dissent: content.dissent,
    'cannot-show': content.cannotShow,
    limits: content.limits,
    charts: content.charts,
    'review-by': content.reviewBy,
    roles: {
      ...{ commissioner: content.commissioner, analyst: content.analyst },
      ...(assurance ? { assurer: assurance.post } : {}),
      ...(approval ? { approver: approval.post } : {}),
    },
    ...(assurance ? { assurance: said(assurance) } : {}),
    ...(approval ? { approval: said(approval) } : {}),
    'checks-done': content.checksDone,
    checklist: content.checklist,
    ...(content.decision.trim() ? { decision: content.decision } : {}),
    'not-personal-data': content.notPersonalData,
  };
  return { path: 'the text', text: JSON.stringify(document, null, 2) };
}
