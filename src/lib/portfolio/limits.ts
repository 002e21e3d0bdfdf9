/** How large a model may be: beyond these, reading it is refused with a finding. */
export const LIMITS = {
  /** Characters of one file. */
  characters: 2_000_000,
  /** Levels of mappings and lists inside each other. */
  depth: 24,
  /** Scalars, lists and mappings of one file, aliases unfolded. */
  entries: 12_000,
  /** Words and signs of one file; about five make an entry. */
  tokens: 75_000,
  aliases: 100,
  findings: 500,
  idCharacters: 60,
  textCharacters: 10_000,
  horizonYears: 40,
  /** Full-time posts of the whole model. */
  posts: 5_000,
  /** Beds of the whole model. */
  beds: 5_000,
  /** People who arrive in a year, all groups together, and people in pools. */
  peopleAYear: 250_000,
  /** Workers of one post who leave in a day. */
  leavesADay: 1,
  /** Mean length of a stage, in days: five minutes. */
  shortestStageDays: 5 / 1440,
  sources: 500,
  localities: 100,
  needs: 50,
  groups: 50,
  services: 100,
  contracts: 200,
  assumptions: 300,
  /** Spread of lasting differences between people, whose mean is one. */
  spreadOfDifferences: 5,
  rolesOfService: 50,
  /** People who can be in one stage, or on one list, today, for a group. */
  peopleToday: 100_000,
  stagesOfService: 40,
  /** Stages of all services together. */
  stages: 250,
  pointsOfService: 50,
  levers: 200,
  targets: 100,
  criteria: 31,
  principles: 100,
  agreements: 200,
  surveys: 50,
  surveyAnswers: 100,
  said: 200,
  /** Decisions, and checks, of a model's log. */
  logEntries: 300,
  scenarios: 100,
  changes: 500,
  /** Files of one model. */
  files: 101,
  /** Shares may miss 100% by this much, so that thirds can be written. */
  shareSlack: 0.001,
} as const;
