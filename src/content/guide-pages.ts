/** The pages of the guide, in the order of its menu. */
export interface GuidePage {
  /** The end of its address: /guide/<id>. */
  id: string;
  name: string;
  /** What a reader finds there, in a sentence. */
  says: string;
}

export const guidePages: { heading: string; pages: GuidePage[] }[] = [
  {
    heading: 'Begin',
    pages: [
      {
        id: 'start',
        name: 'Start',
        says: 'From a fresh copy to figures of your own, step by step.',
      },
      {
        id: 'how-it-works',
        name: 'How it works',
        says: 'What is simulated, what never is, and the three kinds of doubt.',
      },
      {
        id: 'reading',
        name: 'How to read the pages',
        says: 'Each table, what “clear” means, and how well a number is known.',
      },
      {
        id: 'charts',
        name: 'How to read each picture',
        says: 'Every kind of picture, with an example and what it does not say.',
      },
    ],
  },
  {
    heading: 'Do',
    pages: [
      {
        id: 'own-figures',
        name: 'Bring your own figures',
        says: 'Your own services, money and people, and the ten figures to ask for.',
      },
      {
        id: 'compare-scenarios',
        name: 'Compare scenarios',
        says: 'From a question to a conclusion that you can defend.',
      },
      {
        id: 'for-boards',
        name: 'Read the answer in ten minutes',
        says: 'For members of a board, before the meeting.',
      },
      {
        id: 'take-away',
        name: 'Take results away',
        says: 'On paper, as pictures, as numbers, as an address.',
      },
      {
        id: 'publish',
        name: 'Publish a snapshot',
        says: 'Freeze a comparison for a board, sign it, check it, correct it.',
      },
      {
        id: 'workshops',
        name: 'Hold a workshop',
        says: 'A panel on phones or paper, without names, and a record that stays.',
      },
      {
        id: 'keep-safe',
        name: 'Keep it safe',
        says: 'Backups, PostgreSQL, and long runs on more machines.',
      },
      {
        id: 'command-line',
        name: 'Work on the command line',
        says: 'Check, run and compare without a browser.',
      },
    ],
  },
  {
    heading: 'Look up',
    pages: [
      {
        id: 'method',
        name: 'Method',
        says: 'Every rule of the simulation and every measure, as they are computed.',
      },
      {
        id: 'format',
        name: 'Model format',
        says: 'How a model file is written, with every key.',
      },
      {
        id: 'glossary',
        name: 'Glossary',
        says: 'One word for each idea, the same on every page and in every file.',
      },
    ],
  },
  {
    heading: 'Judge',
    pages: [
      {
        id: 'limits',
        name: 'Limits',
        says: 'What Bide cannot tell you, in plain words.',
      },
      {
        id: 'decisions',
        name: 'Decisions',
        says: 'Choices made in building it, when, and why.',
      },
      {
        id: 'accessibility',
        name: 'Accessibility',
        says: 'Who can use these pages, and what does not work yet.',
      },
      {
        id: 'cookies',
        name: 'Cookies',
        says: 'There are none, and what your browser keeps instead.',
      },
    ],
  },
];
