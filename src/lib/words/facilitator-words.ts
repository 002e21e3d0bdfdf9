/** What a facilitator brings, says and does: the guide that is printed before a workshop. */
import type { RoundKind } from '../workshop/plan.ts';

export const KIT: readonly string[] = [
  'This laptop with its charger, and an extension lead',
  'A projector with its cable, and a wall or a screen',
  'The network of the hall, tried with one phone; else a phone that shares its own, or a small router',
  'These papers, one for each person, and pens that write thick',
  'A number for each table, and the cards that are printed apart, cut, if you want them on tables',
  'One or two spare phones or tablets for people who have none',
  'The people named under “Help” below, in the room or by the phone',
  'Vouchers or cash for people’s time and travel, kept apart from this program',
];

/** What is said aloud, in short sentences. */
export const SCRIPTS = {
  welcome: [
    'Thank you for coming. You know things that nobody else here knows.',
    'You can use your phone or a paper. You need no name and no account.',
    'You can skip any question. You can take a break. You can stop. Nobody sees who does.',
    'If something here is hard, speak to the people who help today. You do not have to say why.',
  ],
  rounds: {
    matters: [
      'What matters most to you? Choose three things, the most important first.',
      'There is no right answer. We look at all of them together.',
    ],
    now: [
      'Here are some promises. How often is each one true for you?',
      'If it is not about you, say so. If you do not know, say so.',
    ],
    design: [
      'If you could change this, what would you do? There is only so much money.',
      'Change as much or as little as you want. Nobody wins, and no design comes first.',
    ],
    see: [
      'Here are the designs, and what the model says of each. The model can be wrong.',
      'Do you believe it? Say so if you do not. That is written down too.',
    ],
    decide: [
      'Here are some statements. Do you agree?',
      'You can say why. Please name nobody. If few of you think something, it is written down too.',
    ],
  } satisfies Record<RoundKind, string[]>,
  /** In place of the first, where tokens are spent. */
  tokens: [
    'What matters most to you? You have some tokens. Give more to what matters more.',
    'You do not have to spend them all. There is no right answer.',
  ],
  show: [
    'Here is what people said. It may surprise you. Nobody has to explain an answer.',
    'Does this look right to you? What is missing?',
  ],
  end: [
    'Thank you. What stays are totals, and words that you said we may use.',
    'You will hear what was done with it, what was not, and why.',
  ],
};

/** What to do when something does not work. */
export const IF_IT_FAILS: readonly string[] = [
  'Phones cannot reach the laptop: see on your page that they are let in, and that they are on the same network. Else hand out the papers, read the questions aloud, and enter the papers later.',
  'The projector fails: read aloud what your own page shows once a round is shown.',
  'The laptop stops: start it again. Every answer that a phone called “Sent” is there; the others come by themselves.',
  'Somebody is upset: “Take a break” for everybody costs nothing. Give the round more minutes, or go on another day.',
  'Everybody answered alike: your page tells you. Ask the room before you show it.',
];
