import { criterionEvidence, type CriterionEvidence } from '$lib/comparison/criterion-evidence.ts';
import { judgePrinciples } from '$lib/comparison/judge-principles.ts';
import type { PrincipleVerdict, Verdict } from '$lib/comparison/principle-verdict.ts';
import type { Grade } from '$lib/portfolio/portfolio.ts';
import { countFigures, listFigures } from '$lib/documents/list-figures.ts';
import { daysAfterMonths } from '$lib/words/dates.ts';
import { defaultChoice, underHeadings } from './choose.ts';
import { modelOf } from './model-of.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

/** Findings shown in full; a model of assumptions has hundreds of notes alike. */
const mostFindings = 20;

const grades: Grade[] = [
  'measured',
  'published',
  'published-elsewhere',
  'experience',
  'assumption',
];

export const load: PageServerLoad = async ({ params }) => {
  const { model, findings, hash } = await modelOf(params.id);
  const { portfolio, scenarios } = model;
  const chosen = defaultChoice(scenarios);

  const figures = listFigures(portfolio);
  const counts = countFigures(figures);
  const serious = findings.filter(({ severity }) => severity !== 'note');
  // By the calendar: a year with a leap day in it has 366 days.
  const year = daysAfterMonths(portfolio.start, 0, 12);
  const shown = [...serious, ...findings.filter((finding) => !serious.includes(finding))];
  return {
    hash,
    portfolio,
    headings: underHeadings(scenarios),
    chosen,
    arrivalsPerMonth:
      portfolio.groups.reduce((sum, { arrive }) => sum + arrive.value, 0) * (365.25 / 12),
    poundsPerYear: portfolio.contracts.reduce((sum, { pays }) => sum + pays.value, 0) * 365.25,
    endInFirstYear: portfolio.contracts.filter(
      ({ recurrent, firstEnds }) => !recurrent && firstEnds <= year,
    ).length,
    assumedShare: counts.known === 0 ? 0 : counts.weak / counts.known,
    figures: figures.length,
    counts,
    grades: grades.flatMap((grade) => {
      const count = figures.filter((figure) => figure.grade === grade).length;
      return count > 0 ? [{ grade, count }] : [];
    }),
    assumptions: portfolio.assumptions.length,
    decisions: portfolio.log.decisions.length,
    checks: portfolio.log.checks.length,
    principles: verdictsOf(judgePrinciples(portfolio, null)),
    promises: promisesOf(criterionEvidence(portfolio, null)),
    findings: shown.slice(0, mostFindings),
    moreFindings: Math.max(0, shown.length - mostFindings),
  };
};

const VERDICTS: Verdict[] = ['met', 'partly met', 'not met', 'cannot tell'];

/** How many principles read what, those that none reads left out. */
function verdictsOf(judged: readonly PrincipleVerdict[]): { verdict: Verdict; count: number }[] {
  return VERDICTS.map((verdict) => ({
    verdict,
    count: judged.filter((one) => one.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
}

/** How many promises there are, are designed in somewhere, and were asked about. */
function promisesOf(evidence: readonly CriterionEvidence[]) {
  return {
    all: evidence.length,
    designedIn: evidence.filter(({ designedIn }) => designedIn.length > 0).length,
    asked: evidence.filter(({ said }) => said.length > 0).length,
  };
}
