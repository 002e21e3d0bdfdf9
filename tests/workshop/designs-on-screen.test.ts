import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Difference } from '$lib/comparison/summary.ts';
import Designs from '$lib/ui/workshop/Designs.svelte';
import { designStep } from '$lib/words/change-words.ts';
import type { DesignAnswer } from '$lib/workshop/design-answer.ts';
import type { ShownDesigns } from '$lib/workshop/views.ts';

type Answer = Extract<DesignAnswer, { kind: 'answer' }>;

const KEPT = { id: 'kept-a-worker-a-year', by: null, unit: 'per 100' } as const;

/** What the model says of a design of which 7.5 of 100 keep a worker now. */
function answer(design: number, low: number, high: number): Answer {
  const difference = { ...KEPT, difference: design - 7.5, low, high, better: 'higher' };
  return {
    ...{ kind: 'answer', runs: 40, cost: 38_000, costRange: { low: 37_000, high: 39_000 } },
    figures: [
      {
        ...{ ...KEPT, title: 'Kept a worker', now: 7.5, design },
        difference: difference as Difference,
      },
    ],
  };
}

const ANSWERS = {
  A: answer(9, 0.9, 2.1),
  B: answer(8, -0.4, 1.4),
  C: { kind: 'does not fit', why: ['No.'] } as DesignAnswer,
};

const shown = {
  kind: 'designs',
  levers: [],
  designs: Object.keys(ANSWERS).map((letter) => ({ letter, settings: {} })),
} as unknown as ShownDesigns;

it('says how it is now once and the same under every design, and each difference with its range', () => {
  const { body } = render(Designs, { props: { shown, answers: ANSWERS } });
  const text = body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(text).toMatch(
    /Kept a worker: 9\.0 of 100 \(now 7\.5 of 100\)\. 1\.5 more \(between 0\.9 and 2\.1 more\)\./,
  );
  expect(text).toMatch(
    /Kept a worker: 8\.0 of 100 \(now 7\.5 of 100\)\. No clear difference \(between 0\.4 fewer and 1\.4 more\)\./,
  );
});

it('says the same of one design after the other', () => {
  const [step] = designStep(ANSWERS.B, Object.values(ANSWERS));
  expect(step).toMatchObject({
    now: '7.5 of 100',
    then: '8.0 of 100',
    difference: 'No clear difference (between 0.4 fewer and 1.4 more).',
  });
});

it('says a cost as a phone does: above what there is only where luck does not make it so', () => {
  const said = (budget: number) => {
    const { body } = render(Designs, { props: { shown, answers: ANSWERS, budget } });
    return body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };
  expect(said(40_000)).toContain('It costs about £38,000 a year. Kept a worker');
  expect(said(37_500)).toContain('That may be more than there is, or not.');
  expect(said(30_000)).toContain('That is £8,000 more than there is.');
});
