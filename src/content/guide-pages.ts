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
        says: 'From a fresh copy to your own figures, step by step.',
      },
      {
        id: 'how-it-works',
        name: 'How it works',
        says: 'What is simulated, what never is, and the three kinds of doubt.',
      },
      {
        id: 'reading',
        name: 'How to read the pages',
        says: 'Each table and picture, and the sentence that goes with it.',
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
      { id: 'cookies', name: 'Cookies', says: 'There are none.' },
    ],
  },
];
