/** What a snapshot says of what it does not say: small teams, and what is left out for them. */
import type { Portfolio } from '../portfolio/portfolio.ts';
import { isMarkUnsaid } from '../snapshot/possible-portfolios.ts';
import { ROUNDED_BY, type Snapshot, type SnapshotVerdict } from '../snapshot/snapshot.ts';
import { money } from '../words/money.ts';
import { countOf } from '../words/numbers.ts';
import { verdictInWords } from '../words/principle-words.ts';
import type { PaperBlock } from './paper.ts';

const LEFT_OUT = 'cannot tell: left out for small teams';

/** "Cannot tell (as assumed: not met)", or that it is left out. */
export function publishedVerdict(verdict: SnapshotVerdict): string {
  return verdict.leftOut ? `C${LEFT_OUT.slice(1)}` : verdictInWords(verdict);
}

/** The cells of a table for a verdict, and for what it would be if every assumption held. */
export function verdictCells({ verdict, ifAssumptionsHold, leftOut }: SnapshotVerdict): string[] {
  return leftOut ? [LEFT_OUT, LEFT_OUT] : [verdict, ifAssumptionsHold];
}

/** Below principles: why some are left out. */
export function leftOutBlocks({ results: { principles } }: Snapshot): PaperBlock[] {
  const isAny = principles.some(({ verdicts }) => verdicts.some(({ leftOut }) => leftOut));
  return isAny
    ? [
        {
          kind: 'text',
          text: 'What is left out for small teams turns on pay, cost or lived experience in roles of fewer than five posts, which are rounded or not said here. Who has the model itself can tell.',
        },
      ]
    : [];
}

/** Beside the main measures: how far rounded costs may put sums of money out. */
export function roundedMoneyBlocks({ inputs }: Snapshot, portfolio: Portfolio): PaperBlock[] {
  if (!isMarkUnsaid(inputs.edits)) return [];
  const rounded = new Set(
    inputs.edits.flatMap(({ path, what }) => (what === 'cost rounded' ? [path] : [])),
  );
  const posts = portfolio.services
    .flatMap(({ id, roles }) => roles.map((role) => ({ ...role, path: `${id}.roles.${role.id}` })))
    .filter(({ path }) => rounded.has(`services.${path}.cost`))
    .reduce((sum, role) => sum + role.posts.value, 0);
  if (posts === 0) return [];
  const isCut = portfolio.contracts.some(({ shortfall }) => shortfall !== 'carried');
  return [
    {
      kind: 'text',
      text: `For small teams, costs are rounded to ${money(ROUNDED_BY)} a year before anything is run. Sums of money may be up to about ${money((posts * ROUNDED_BY) / 2)} a year out for that, beside what the ranges say.${isCut ? ' Where an award takes what it lacks from posts, the posts that it buys follow the rounded costs too.' : ''}`,
    },
  ];
}

/** Beside the assumptions: what was made less exact, and what that leaves out. */
export function smallTeamBlocks({ inputs, run }: Snapshot, { rules }: Portfolio): PaperBlock[] {
  const { edits } = inputs;
  if (edits.length === 0) return [];
  if (!isMarkUnsaid(edits)) return [asOnceSaid(edits)];
  const { low, high } = rules.feelingSafeWithLivedExperience;
  const isDoubted = run.draws > 0 && low !== undefined && high !== undefined;
  const says = [
    'So that nobody in a small team can be told apart, the model was made less exact before anything was run: in roles of fewer than five posts pay and cost are rounded to £1,000, and nothing says whether somebody there has lived experience.',
    'What turns on that is left out: the share of posts held with lived experience, and the verdicts that say so.',
    ...(isDoubted
      ? [
          'How much sooner people feel safe beside somebody with lived experience does nothing in those roles here, so the ranges over plausible figures do not hold that doubt.',
        ]
      : []),
  ];
  return [{ kind: 'text', text: says.join(' ') }];
}

/** Records from before verdicts were left out name what was edited, and no more. */
function asOnceSaid(edits: Snapshot['inputs']['edits']): PaperBlock {
  const kinds = [...new Set(edits.map(({ what }) => what))];
  return {
    kind: 'text',
    text: `So that nobody in a small team can be told apart, the model was made less exact before anything was run: roles of fewer than five posts have ${kinds.join(', ')}, in ${countOf(edits.length, 'place', 'places')}. Measures and verdicts that read these hold for the model as it is published, not for the partnership.`,
  };
}
