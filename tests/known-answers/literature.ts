/**
 * The literature's known answers, one entry a case, and where each is held
 * against this program. `literature.test.ts` sees to it that none is forgotten
 * and that `src/content/method/tests.md` says the same.
 */
export interface LiteratureCase {
  id: string;
  says: string;
  /** Folders under `models` that put it through the front door. */
  models?: string[];
  /** A test that holds it where a model is not what is asked for: its file, and words of its name. */
  test?: { file: string; says: string };
  /** Why the language cannot say it, and why that is right. */
  cannot?: string;
}

const statistics = 'src/lib/engine/statistics.test.ts';

export const literature: LiteratureCase[] = [
  { id: 'mmc-8-rho0.9', says: 'M/M/8, busy nine tenths', models: ['mmc-8', 'beds-8'] },
  { id: 'mm1-ciw-practice', says: 'M/M/1', models: ['mm1'] },
  { id: 'mmck-8-12', says: 'M/M/8 with room for four to wait', models: ['mmck-8-12'] },
  { id: 'mg1-deterministic', says: 'M/D/1', models: ['mg1-deterministic'] },
  { id: 'mg1-erlang3', says: 'M/G/1, Erlang lengths', models: ['mg1-erlang3'] },
  { id: 'mginf-steady', says: 'M/G/∞, three laws of length', models: ['mginf-steady'] },
  { id: 'mginf-transient-empty', says: 'M/G/∞ from empty', models: ['mginf-filling'] },
  {
    id: 'erlangb-insensitive',
    says: 'Erlang’s loss, four laws of length',
    models: ['erlangb-insensitive'],
  },
  {
    id: 'erlanga-8-overload',
    says: 'M/M/8+M, more than can be served',
    models: ['erlanga-8-overload'],
  },
  { id: 'erlanga-50-garnett', says: 'M/M/50+M', models: ['erlanga-50-garnett'] },
  { id: 'mmnD-patience', says: 'M/M/8+D, one patience', models: ['mmn-constant-patience'] },
  { id: 'jackson-3', says: 'Three services, with return flows', models: ['jackson-3'] },
  { id: 'cobham-8-2class', says: 'First in line, without breaking off', models: ['cobham-8'] },
  { id: 'workforce-turnover', says: 'Posts that empty and fill', models: ['workforce-turnover'] },
  { id: 'immigration-death', says: 'Coming and going', models: ['immigration-death'] },
  {
    id: 'littles-law',
    says: 'Little’s law, stay by stay',
    test: { file: 'tests/properties/little-holds.test.ts', says: 'holds for time together' },
  },
  {
    id: 'relationship-min-exponentials',
    says: 'Who leaves first, person or worker',
    models: ['relationship-min'],
  },
  {
    id: 'relationship-length-bias',
    says: 'Counted on a day or as they begin',
    models: ['length-bias'],
  },
  {
    id: 'contract-cutoff-fixed',
    says: 'Stays cut at a fixed day',
    models: ['time-limit', 'contract-end'],
  },
  { id: 'poisson-counts', says: 'How counts spread', models: ['poisson-counts'] },
  {
    id: 'ctmc-turnover-3x2',
    says: 'Caseloads, turnover and patience at once',
    models: ['turnover-3x2'],
  },
  {
    id: 'stats-t-quantiles',
    says: 'Student’s t',
    test: { file: statistics, says: 'at 0.975 with' },
  },
  {
    id: 'stats-quantile-ci-ranks',
    says: 'Ranks about a quantile',
    test: { file: statistics, says: 'known-answer case stats-quantile-ci-ranks' },
  },
  {
    id: 'stats-paired-t',
    says: 'Paired differences',
    test: { file: statistics, says: 'gives the mean difference and its half-width' },
  },
  {
    id: 'stats-nested-variance',
    says: 'Variance within and between',
    test: { file: statistics, says: 'splits the known-answer case stats-nested-variance' },
  },
  {
    id: 'rng-known-answers',
    says: 'A generator’s published words',
    test: { file: 'src/lib/engine/random.test.ts', says: 'give the published words' },
  },

  // Families beyond the list above.
  {
    id: 'general-patience',
    says: 'M/M/8+G, lognormal patience',
    models: ['mmn-lognormal-patience'],
  },
  { id: 'transient-erlang-a', says: 'M/M/48+M from empty', models: ['erlanga-filling'] },
  { id: 'machine-repair', says: 'A circle of ten, two to help', models: ['finite-pool'] },
  { id: 'seasonal-infinite-servers', says: 'M(t)/M/∞, by month', models: ['mginf-seasonal'] },
  {
    id: 'pathway-dropout',
    says: 'Leaving before a stage is done',
    models: ['pathway-leaving', 'familiarity-leaving', 'service-leaving', 'lasting-differences'],
  },
  { id: 'readmission', says: 'A geometric number of stays', models: ['comes-back'] },
  {
    id: 'thinning',
    says: 'Shares of a Poisson stream',
    models: ['passing-on', 'far-away', 'partner-days'],
  },
  {
    id: 'handover',
    says: 'What goes over with a worker, or does not',
    models: [
      'familiarity-kept',
      'familiarity-lost',
      'contract-transfer',
      'contract-seen-through',
      'seen-through-leaving',
    ],
  },
  {
    id: 'renewal',
    says: 'Awards until the first refusal',
    models: ['renewal-yearly', 'renewal-three-yearly'],
  },
  { id: 'periodic-hazard', says: 'Turnover that follows funding', models: ['insecure-posts'] },
  {
    id: 'appointments',
    says: 'Sessions: a uniform wait, Bailey’s queue, a week',
    models: ['weekly-session', 'crowded-session', 'clinic-week'],
  },
  { id: 'yearly-budget', says: 'Bought until the money is gone', models: ['placements-budget'] },
  {
    id: 'regular-arrivals',
    says: 'D/M/1',
    cannot:
      'Nobody comes to a service at equal intervals: people arrive by chance, and appointments are made after that.',
  },
  {
    id: 'batch-arrivals',
    says: 'Arrivals in groups',
    cannot:
      'Each person is one person with a worker of their own; a family is people who come one by one.',
  },
  {
    id: 'preemption',
    says: 'Priority that breaks off support',
    cannot: 'No worker is taken away from one person to be given to another who is more urgent.',
  },
];
