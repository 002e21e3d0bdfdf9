/** How often a case is run: for totals, and with people followed, for those who look at them. */
export interface Replications {
  totals: number;
  people: number;
}

/**
 * Replications with which each case begins at full length: about as many as bring
 * four standard errors below 2% of the answer. It is run on from there until it is sharp.
 */
const full: Record<string, Replications> = {
  'beds-8': { totals: 1200, people: 0 },
  'clinic-week': { totals: 400, people: 0 },
  'contract-seen-through': { totals: 1800, people: 0 },
  'seen-through-leaving': { totals: 3600, people: 0 },
  'contract-transfer': { totals: 3600, people: 0 },
  'crowded-session': { totals: 2400, people: 0 },
  'familiarity-kept': { totals: 40, people: 0 },
  'familiarity-lost': { totals: 40, people: 0 },
  'far-away': { totals: 160, people: 0 },
  'lasting-differences': { totals: 60, people: 0 },
  'service-leaving': { totals: 180, people: 0 },
  'insecure-posts': { totals: 900, people: 0 },
  'partner-days': { totals: 200, people: 0 },
  'passing-on': { totals: 500, people: 0 },
  'renewal-three-yearly': { totals: 15000, people: 0 },
  'renewal-yearly': { totals: 21000, people: 0 },
  'weekly-session': { totals: 40, people: 0 },
  'cobham-8': { totals: 1300, people: 260 },
  'comes-back': { totals: 45, people: 0 },
  'contract-end': { totals: 70, people: 0 },
  'erlanga-50-garnett': { totals: 450, people: 80 },
  'erlanga-8-overload': { totals: 40, people: 20 },
  'erlangb-insensitive': { totals: 600, people: 0 },
  'erlanga-filling': { totals: 4000, people: 0 },
  'familiarity-leaving': { totals: 20, people: 30 },
  'finite-pool': { totals: 90, people: 0 },
  'immigration-death': { totals: 3200, people: 0 },
  'jackson-3': { totals: 1300, people: 30 },
  'length-bias': { totals: 50, people: 110 },
  'mg1-deterministic': { totals: 560, people: 20 },
  'mg1-erlang3': { totals: 480, people: 20 },
  'mginf-filling': { totals: 1250, people: 0 },
  'mginf-seasonal': { totals: 1100, people: 0 },
  'mginf-steady': { totals: 450, people: 0 },
  mm1: { totals: 80, people: 20 },
  'mmc-8': { totals: 1600, people: 80 },
  'mmck-8-12': { totals: 50, people: 0 },
  'mmn-constant-patience': { totals: 110, people: 20 },
  'mmn-lognormal-patience': { totals: 110, people: 20 },
  'pathway-leaving': { totals: 40, people: 0 },
  'poisson-counts': { totals: 3700, people: 0 },
  'relationship-min': { totals: 540, people: 40 },
  'time-limit': { totals: 40, people: 20 },
  'turnover-3x2': { totals: 420, people: 0 },
  'workforce-turnover': { totals: 40, people: 0 },
};

/** In every test run: more where a run costs next to nothing, fewer where it costs most. */
const everyTime: Record<string, number> = {
  // Nearly always full: few replications hardly ever see it otherwise.
  'erlanga-filling': 400,
  'contract-seen-through': 60,
  'seen-through-leaving': 60,
  'contract-transfer': 60,
  'far-away': 60,
  'insecure-posts': 40,
  'passing-on': 60,
  'renewal-three-yearly': 800,
  'renewal-yearly': 800,
  'weekly-session': 60,
  'erlanga-50-garnett': 10,
  'mginf-steady': 10,
  'mmc-8': 30,
  'comes-back': 40,
  'contract-end': 40,
  'familiarity-leaving': 30,
  'finite-pool': 60,
  'immigration-death': 300,
  'mginf-filling': 60,
  'mginf-seasonal': 150,
  'poisson-counts': 300,
  'turnover-3x2': 100,
  'workforce-turnover': 100,
};

export function replicationsOf(name: string, long: boolean): Replications {
  const count = everyTime[name] ?? 20;
  return (long ? full[name] : undefined) ?? { totals: count, people: count };
}

/** People followed in each replication. */
export const PEOPLE = 10_000;
