/** The words of the project: one for each idea, on screen, in files and in the program. */
export interface GlossaryEntry {
  word: string;
  /** Key or section of a model file, where the idea has one. */
  key?: string;
  means: string;
}

/** In the order of the alphabet. */
export const glossary: GlossaryEntry[] = [
  {
    word: 'Accompany',
    key: 'accompany',
    means:
      'To stay with a person from the first day of a pathway to its end, beside other workers.',
  },
  {
    word: 'Assumption',
    key: 'assumptions',
    means: 'A figure that nobody has measured, with a name, a range and a reason.',
  },
  {
    word: 'Award',
    key: 'contracts',
    means:
      'Money for a service from one date to another, under a contract. Recurrent money is not an award: it has no end.',
  },
  {
    word: 'Baseline',
    means: 'What the others are compared with: the portfolio as it is, unless you choose another.',
  },
  {
    word: 'Caseload',
    key: 'caseload',
    means: 'How many people one full-time worker can support at once, in units of load.',
  },
  {
    word: 'Commissioning',
    means: 'Deciding which support to pay for, how much, where and for how long.',
  },
  {
    word: 'Commitment',
    means: 'Money that running awards promise, whether or not it can be spent.',
  },
  {
    word: 'Confirmed funding',
    key: 'confirmed-funding',
    means: 'Time to the end of the award, or of the next one once renewal is decided.',
  },
  {
    word: 'Contract',
    key: 'contracts',
    means: 'The money for a service: one award after another, or recurrent money.',
  },
  {
    word: 'Criterion',
    key: 'standards',
    means: 'A promise of the MAT Standards that can be counted.',
  },
  {
    word: 'Cut short',
    means:
      'A relationship that ended before its planned ending because the worker left, the funding ended or a time limit was reached.',
  },
  {
    word: 'Early',
    key: 'leave',
    means: 'Leaving support early: before its planned ending. No blame is meant.',
  },
  {
    word: 'Familiarity',
    key: 'familiarity',
    means:
      'How established a relationship is, from time together. It is an assumption of the model, not a measurement of trust.',
  },
  {
    word: 'Figure',
    means: 'A number of a model with its unit, and if given its range, source and reason.',
  },
  {
    word: 'Finding',
    means: 'Something that checking a model found, with its place and how to mend it.',
  },
  {
    word: 'Grade',
    key: 'kind',
    means: 'How well a figure is known, from “measured here” to “assumption”.',
  },
  {
    word: 'Group',
    key: 'groups',
    means: 'A kind of person who comes, with how many come and what they need.',
  },
  {
    word: 'Handover',
    key: 'handovers',
    means:
      'How a person passes from one worker or service to the next: accompanied (somebody goes along), warm (with an introduction), supported (with help to get there) or cold (by letter).',
  },
  { word: 'Headline', means: 'One of the few measures that were chosen before results were seen.' },
  { word: 'Horizon', key: 'horizon', means: 'The years that are compared, from the start.' },
  {
    word: 'Intake stop',
    key: 'new-people-stop',
    means: 'A time before an unconfirmed end in which nobody new starts.',
  },
  {
    word: 'Lever',
    key: 'levers',
    means: 'A setting that you can change on the page of a portfolio.',
  },
  { word: 'List', key: 'list', means: 'The people who wait for a service.' },
  {
    word: 'Load',
    key: 'load',
    means: 'How much of a caseload one person is; 1 unless a stage says otherwise.',
  },
  { word: 'Locality', key: 'localities', means: 'A part of the area, where people live.' },
  {
    word: 'MAT',
    key: 'gives-mat',
    means:
      'Medication-assisted treatment. The MAT Standards say what everyone on it should be offered; Bide looks at Standards 6, 8 and 9.',
  },
  {
    word: 'Measure',
    means: 'A number that comes out of runs, such as the mean wait.',
  },
  {
    word: 'Mechanism',
    key: 'mechanism',
    means: 'An assumed effect that can be switched off, such as insecurity.',
  },
  {
    word: 'Need',
    key: 'needs',
    means: 'Something a person may want help with, in their words.',
  },
  {
    word: 'Other life event',
    key: 'other-life-events',
    means: 'Moving away or dying; the two are never told apart, and support does not change them.',
  },
  {
    word: 'Partner',
    key: 'partners',
    means: 'Somebody from another organisation who is at a point on given days.',
  },
  {
    word: 'Pathway',
    key: 'pathway',
    means: 'The stages of support in a service, one after the other.',
  },
  {
    word: 'Patience',
    key: 'patience',
    means: 'How long somebody waits before they stop waiting. No blame is meant.',
  },
  {
    word: 'Place',
    key: 'places',
    means: 'Room for one person: on a caseload, in a bed, or in a placement that is bought.',
  },
  {
    word: 'Planned ending',
    key: 'finished',
    means: 'Support that ended because it was complete. A success, never a loss.',
  },
  {
    word: 'Point',
    key: 'points',
    means: 'Somewhere people can go, with its opening times.',
  },
  {
    word: 'Portfolio',
    key: 'portfolio.yaml',
    means: 'All the services, money and people that are looked at together.',
  },
  { word: 'Post', key: 'posts', means: 'A job that workers hold one after the other.' },
  {
    word: 'Recurrent',
    key: 'recurrent',
    means: 'Money without an end. No change of term touches it.',
  },
  {
    word: 'Relationship',
    means:
      'One person with one worker, from the day a place on the caseload is given to the day it ends.',
  },
  {
    word: 'Robust',
    means:
      'Of an answer: clear, and the same under every reading, horizon, effect, range and reason for leaving. It holds where less could be tried. Otherwise it depends, and on what is said.',
  },
  {
    word: 'Role',
    key: 'roles',
    means: 'A kind of job in a service, with posts, a caseload and a cost.',
  },
  {
    word: 'Run',
    means:
      'One imagined future, from the warm-up to past the horizon. Results come from many runs. On the command line: --replications.',
  },
  {
    word: 'Scenario',
    key: 'scenarios',
    means: 'The portfolio with some changes. “As it is” is the portfolio without changes.',
  },
  {
    word: 'See people through',
    key: 'see-people-through',
    means:
      'After a refused award, workers stay with the people they have, up to a limit, and nobody new starts.',
  },
  {
    word: 'Seed',
    means: 'A number that names a set of futures. The same seed gives the same futures.',
  },
  { word: 'Service', key: 'services', means: 'Something that is commissioned.' },
  {
    word: 'Set of figures',
    means:
      'One plausible value for every figure with a range, drawn together; many sets show how far an answer hangs on what nobody knows.',
  },
  { word: 'Stage', key: 'stage', means: 'A step of a pathway.' },
  { word: 'Stopped waiting', means: 'Left the list before support began.' },
  {
    word: 'Story told again',
    means: 'A person begins with another worker who knows nothing of them yet.',
  },
  {
    word: 'Switching value',
    means: 'The value of an unknown figure at which the better of two scenarios becomes the worse.',
  },
  { word: 'Term', key: 'term', means: 'How long an award lasts.' },
  {
    word: 'Time together',
    key: 'time-together',
    means: 'Days that a person and a worker have known each other.',
  },
  {
    word: 'Turn to',
    key: 'turn-to',
    means: 'To ask a service for support; the first step of a person who comes.',
  },
  {
    word: 'Warm-up',
    key: 'warm-up',
    means:
      'Years simulated before the start, so that lists and caseloads begin as full as they would be.',
  },
];
