import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explain, explainInSteps } from '../../src/lib/comparison/explain.ts';
import {
  inputsOf,
  sizeOfExplanation,
  type ExplainPlan,
} from '../../src/lib/comparison/explain-plan.ts';
import type { RunArms } from '../../src/lib/comparison/explain-pair.ts';
import { normalQuantile } from '../../src/lib/engine/elementary.ts';
import { Draws } from '../../src/lib/engine/random.ts';
import { drawnQuantiles, valueAt } from '../../src/lib/experiment/draw-figures.ts';
import type { Arm } from '../../src/lib/experiment/run-request.ts';
import { readModel } from '../../src/lib/portfolio/read-model.ts';
import { uncertainInputs } from '../../src/lib/portfolio/uncertain-inputs.ts';
import { armOfRows, shares, waits } from './arm-of-rows.ts';

/**
 * A toy world in place of the simulation: the scenario's wait differs from the
 * baseline's by M + A x + B y, where x and y are the normal scores of two
 * inputs, plus a little luck. So every answer is known.
 */
const [M, A, B] = [-0.5, 2, 1];
const X = 'contracts.award.renewed';
const Y = 'groups.people.arrive';
const SEED = 3;

const path = new URL('../../models/one-worker-one-contract/portfolio.yaml', import.meta.url);
const file = { path: fileURLToPath(path), text: readFileSync(path, 'utf8') };
const model = readModel([file], 'one-worker-one-contract').value!;

function plan(more: Partial<ExplainPlan> = {}): ExplainPlan {
  const [baseline] = model.scenarios;
  const changes = [{ set: 'contracts.*.term', to: '36 months' }];
  const scenario = { id: 'longer', title: 'Longer', story: '', changes };
  return {
    ...{ model, baseline, scenario, seed: SEED, replications: 40 },
    ...{ draws: 1500, each: 2, most: 4, ...more },
  };
}

const luck = new Draws(8, 0);
const noise = (r: number, stream: number) => 0.2 * normalQuantile(luck.uniform(r, stream));

function quantile(arm: Arm, r: number, key: string): number {
  const { inputs } = arm;
  if (!inputs) return 0.5;
  if (inputs.kind === 'given') return inputs.quantiles[key] ?? 0.5;
  return drawnQuantiles(SEED, Math.floor(r / inputs.each))(key);
}

const asked: Arm[] = [];

/** `shift` moves the difference where a change names a key of it. */
function worldWith(shift: Record<string, number> = {}): RunArms {
  return (arms, replications) => {
    asked.push(...arms);
    const results = arms.map((arm) => {
      const said = JSON.stringify(arm.changes);
      const added = Object.entries(shift).find(([key]) => said.includes(key))?.[1] ?? 0;
      const isScenario = arm.id.startsWith('scenario');
      const rows = Array.from({ length: replications }, (_, r) => {
        const z = (key: string) => normalQuantile(quantile(arm, r, key));
        const apart = M + added + A * z(X) + B * z(Y) + noise(r, 1);
        const base = 10 + 5 * noise(r, 2);
        return [base + (isScenario ? apart : 0), 1, 4];
      });
      return { ...armOfRows(rows, { measures: [waits, shares] }), id: arm.id };
    });
    return Promise.resolve({ seed: SEED, replications, arms: results });
  };
}

const byKey = (key: string, found: Awaited<ReturnType<typeof explain>>) =>
  found.inputs.find((input) => input.key === key)!;

describe('an explanation of a world with a linear response', () => {
  const found = explain(plan(), (measures) => measures[0], worldWith());

  it('finds the inputs that matter among all, by rank correlation over the draws', async () => {
    const { inputs, leastClearCorrelation: least } = await found;
    expect(inputs).toHaveLength(4);
    expect(inputs.slice(0, 2).map(({ key }) => key)).toEqual([X, Y]);
    const spread = Math.sqrt(A * A + B * B + 0.02);
    const spearman = (weight: number) => (6 / Math.PI) * Math.asin(weight / spread / 2);
    const [x, y] = inputs;
    // Four standard errors of a rank correlation over 1,500 draws.
    expect(Math.abs(x.rankCorrelation! - spearman(A))).toBeLessThan(0.06);
    expect(Math.abs(y.rankCorrelation! - spearman(B))).toBeLessThan(0.1);
    expect([x.isClear, y.isClear]).toEqual([true, true]);
    for (const idle of inputs.slice(2)) {
      expect(Math.abs(idle.rankCorrelation!)).toBeLessThan(least! * 1.5);
      expect(idle.isClear).toBe(false);
      expect(idle.worthKnowing).toBeNull();
    }
    // With the other input held, each is followed more closely than alone.
    expect(y.partialRankCorrelation!).toBeGreaterThan(y.rankCorrelation! + 0.2);
  });

  it('runs each at both ends, the others at their best, and takes the swing', async () => {
    const [x, y] = (await found).inputs;
    const z = 1.2815515655446004;
    expect(Math.abs(x.atLow.difference! - (M - A * z))).toBeLessThan(0.15);
    expect(Math.abs(x.atHigh.difference! - (M + A * z))).toBeLessThan(0.15);
    // The same futures at both ends: their luck cancels.
    expect(x.swing.difference).toBeCloseTo(2 * A * z, 6);
    expect(y.swing.difference).toBeCloseTo(2 * B * z, 6);
  });

  it('finds the value at which the preference changes, and says where there is none', async () => {
    const explanation = await found;
    const { figure } = uncertainInputs(model.portfolio).find(({ key }) => key === X)!;
    // Φ(1/4) = 0.5987: where 2 x = 0.5.
    const { value, from, to } = byKey(X, explanation).switching!;
    const near = [valueAt(figure, 0.5987 - 0.03), valueAt(figure, 0.5987 + 0.03)];
    expect(value).toBeGreaterThan(near[0]);
    expect(value).toBeLessThan(near[1]);
    expect(from).toBeLessThanOrEqual(value);
    expect(to).toBeGreaterThanOrEqual(value);
    expect(explanation.inputs[2].switching).toBeNull();
  });

  it('values what is unknown in the measure’s own unit', async () => {
    // Less wait is better: the gain is normal with mean 0.5. Unit normal loss from tables.
    const explanation = await found;
    expect(Math.abs(byKey(X, explanation).worthKnowing! - A * 0.2863)).toBeLessThan(0.08);
    expect(Math.abs(byKey(Y, explanation).worthKnowing! - B * 0.1978)).toBeLessThan(0.08);
    const all = Math.sqrt(5) * 0.2969;
    expect(Math.abs(explanation.worthOfAllFigures! - all)).toBeLessThan(0.1);
  });

  it('says that the answer depends on the inputs that turn it, and on figures together', async () => {
    const [verdict] = (await found).verdicts;
    expect(verdict).toMatchObject({ id: 'wait-mean', kind: 'depends', figuresDisagree: true });
    expect(verdict.turns).toEqual([
      { kind: 'input', key: X, end: 'high' },
      { kind: 'input', key: Y, end: 'high' },
    ]);
  });

  it('plans at least as many replications as it takes, and the same two scenarios', async () => {
    asked.length = 0;
    let run = 0;
    const world = worldWith();
    await explain(
      plan({ draws: 20 }),
      (measures) => measures[0],
      (arms, count, baseline) => {
        run += arms.length * count;
        return world(arms, count, baseline);
      },
    );
    expect(run).toBeLessThanOrEqual(sizeOfExplanation(plan({ draws: 20 })));
    expect(asked.filter(({ withoutEffects }) => withoutEffects === true)).toHaveLength(2);
  });
});

describe('an explanation of what does not hang on figures', () => {
  const quiet = (shift: Record<string, number> = {}): RunArms => {
    const world = worldWith(shift);
    return (arms, count) => world(arms.map(({ inputs: _, ...arm }) => arm), count); // prettier-ignore
  };

  it('holds, and is worth no further finding out, where nothing tried changes it', async () => {
    const found = await explain(plan({ draws: 30 }), (measures) => measures[0], quiet());
    // Not robust: the model describes no reason why people leave less as time goes by.
    expect(found.verdicts[0]).toMatchObject({
      ...{ kind: 'holds', turns: [], fades: [], untold: [] },
      notDescribed: ['familiarity', 'time-in-service', 'lasting-differences'],
    });
    expect(found.worthOfAllFigures).toBeCloseTo(0, 12);
    expect(found.inputs.every(({ isClear }) => !isClear)).toBe(true);
    // The other measure is the same in both.
    expect(found.verdicts[1].kind).toBe('same');
  });

  it('depends on the reading of renewal and on the horizon where those change it', async () => {
    const shift = { renewal: 1, '60 months': 0.5 };
    const found = await explain(plan({ draws: 30 }), (measures) => measures[0], quiet(shift));
    const [verdict] = found.verdicts;
    expect(verdict.kind).toBe('depends');
    expect(verdict.turns).toEqual([{ kind: 'renewal', read: 'per decision' }]);
    expect(verdict.fades).toEqual([{ kind: 'horizon', days: 1826.25 }]);
  });

  it('tries every other structure of leaving that the model describes, warm-up and all', async () => {
    const text = `${file.text}
rules:
  leaving:
    falls-with: time-in-service
    time-in-service: { factor: 0.9 }
    lasting-differences: { spread: 0.5 }
`;
    const other = readModel([{ ...file, text }], 'one-worker-one-contract').value!;
    const warmedUnder: unknown[] = [];
    const world = quiet({ 'lasting-differences': 1 });
    const [baseline] = other.scenarios;
    const found = await explain(
      plan({ draws: 0, model: other, baseline }),
      (measures) => measures[0],
      (arms, count, under) => {
        if (under) warmedUnder.push(under);
        return world(arms, count, under);
      },
    );
    const change = { set: 'rules.leaving.falls-with', to: 'lasting-differences' };
    expect(warmedUnder).toEqual([[change]]);
    expect(found.verdicts[0]).toMatchObject({
      kind: 'depends',
      turns: [{ kind: 'structure', structure: 'lasting-differences' }],
    });
  });

  it('is robust only where the model describes every structure of leaving', async () => {
    const leaving = (extra: string) => {
      const text = `${file.text}
rules:
  leaving:
    falls-with: time-in-service
    time-in-service: { factor: 0.9 }
    lasting-differences: { spread: 0.5 }
${extra}`;
      return readModel([{ ...file, text }], 'one-worker-one-contract').value!;
    };
    const kindOf = async (other: ReturnType<typeof leaving>) => {
      const its = plan({ draws: 30, model: other, baseline: other.scenarios[0] });
      return (await explain(its, (measures) => measures[0], quiet())).verdicts[0].kind;
    };
    expect(await kindOf(leaving('    familiarity: { factor: 0.8 }\n'))).toBe('robust');
    expect(await kindOf(leaving(''))).toBe('holds');
  });

  it('asks more of a new difference the more ways of looking there are', async () => {
    const nearly: RunArms = (arms, count) =>
      Promise.resolve({
        seed: SEED,
        replications: count,
        arms: arms.map((arm) => {
          const isScenario = arm.id.startsWith('scenario');
          // Under the other horizon t is about 2.5: clear by itself, not among a dozen.
          const add = isScenario && JSON.stringify(arm.changes).includes('60 months') ? 0.08 : 0;
          const rows = Array.from({ length: count }, (_, r) => [
            10 + add + (isScenario ? (r % 2 === 0 ? 0.2 : -0.2) : 0),
            ...[1, 4],
          ]);
          return { ...armOfRows(rows, { measures: [waits, shares] }), id: arm.id };
        }),
      });
    const found = await explain(plan({ draws: 30 }), (measures) => measures[0], nearly);
    const horizon = found.trials.find(
      ({ tried }) => tried.kind === 'horizon' && tried.days === 1826.25,
    )!;
    expect(horizon.differences[0].low).toBeGreaterThan(0);
    expect(horizon.differences[0].standing).toBe('may be luck');
    expect(found.verdicts[0].kind).toBe('not clear');
  });

  /** A world without luck: the difference hangs on the place of one input alone. */
  const sure =
    (apart: (at: number) => number): RunArms =>
    (arms, replications) =>
      Promise.resolve({
        ...{ seed: SEED, replications },
        arms: arms.map((arm) => {
          const add = arm.id.startsWith('scenario') ? apart(quantile(arm, 0, X)) : 0;
          const rows = Array.from({ length: replications }, () => [10 + add, 1, 4]);
          return { ...armOfRows(rows, { measures: [waits, shares] }), id: arm.id };
        }),
      });
  const switchIn = async (apart: (at: number) => number) => {
    const found = await explain(plan({ draws: 30, most: 15 }), (all) => all[0], sure(apart));
    return byKey(X, found).switching;
  };

  it('finds the same switching value for a difference of either sign', async () => {
    const turns = await switchIn((at) => 4 * at - 3);
    expect(turns).not.toBeNull();
    expect(await switchIn((at) => 3 - 4 * at)).toEqual(turns);
    // No difference left at the end is no preference, not the other one.
    expect(await switchIn((at) => (at === 0.9 ? 0 : 1))).toBeNull();
    expect(await switchIn((at) => (at === 0.9 ? 0 : -1))).toBeNull();
  });

  it('looks for no switching value where there is no clear difference', async () => {
    expect(await switchIn((at) => at - 0.5)).toBeUndefined();
  });

  it('draws nothing where nothing is asked or uncertain, and runs no input', async () => {
    const found = await explain(plan({ draws: 0 }), (measures) => measures[0], quiet());
    expect(found).toMatchObject({ overFigures: null, inputs: [], worthOfAllFigures: null });
    expect(found.drawn.draws).toBe(0);
  });
});

describe('the inputs that an explanation tries', () => {
  const refused = 'contracts.award.when-refused.re-tendered.share';
  const keysWith = (changes: ExplainPlan['scenario']['changes']) => {
    const its = plan();
    return inputsOf({ ...its, scenario: { ...its.scenario, changes } }).map(({ key }) => key);
  };

  it('are those that can be at both ends: not a share that is all of its whole', () => {
    const all = uncertainInputs(model.portfolio).map(({ key }) => key);
    expect(all).toContain(refused);
    expect(keysWith([])).toEqual(all.filter((key) => key !== refused));
  });

  it('are tried only where both scenarios can have them', () => {
    const split = [
      { set: refused, to: { best: '90%', low: '80%', high: '95%' } },
      { set: 'contracts.award.when-refused.money-lost', to: '10%' },
    ];
    expect(keysWith(split)).not.toContain(refused);
    const its = plan({ baseline: { ...plan().baseline, changes: split } });
    const both = { ...its, scenario: { ...its.scenario, changes: split } };
    expect(inputsOf(both).map(({ key }) => key)).toContain(refused);
  });
});

describe('an explanation in steps, of every headline', () => {
  const steps = [
    { replications: 5, draws: 40, most: 2 },
    { replications: 40, draws: 1500, most: 4 },
  ];
  const { replications, draws, most, ...ground } = plan();
  const seen: [number, boolean][] = [];
  const told: [number, number, number][] = [];
  const found = explainInSteps(
    ground,
    steps,
    async (arms, count, baseline, onLeft) => {
      onLeft(1);
      return worldWith()(arms, count, baseline);
    },
    {
      step: (explained, isLast) => seen.push([explained.replications, isLast]),
      progress: (...all) => told.push(all),
    },
  );

  it('says what is known after each step, and ends with the last', async () => {
    const last = await found;
    expect(seen).toEqual([
      [5, false],
      [40, true],
    ]);
    expect([replications, draws, most]).toEqual([40, 1500, 4]);
    expect(last.replications).toBe(40);
    expect(last.drawn).toMatchObject({ draws: 1500, each: 2 });
    expect(last.measures).toHaveLength(last.verdicts.length);
  });

  it('finds for a headline what an explanation of it alone finds', async () => {
    const { measures } = await found;
    const alone = await explain(plan(), (all) => all[0], worldWith());
    const own = measures.find(({ measure }) => measure.id === 'wait-mean')!;
    expect(own.inputs.slice(0, 2).map(({ key }) => key)).toEqual([X, Y]);
    const [x] = own.inputs;
    expect(Math.abs(x.swing.difference! - alone.inputs[0].swing.difference!)).toBeLessThan(1e-6);
  });

  it('never says that more is done than there is, nor goes back within a step', async () => {
    await found;
    for (const [i, [done, total, step]] of told.entries()) {
      expect(done).toBeLessThanOrEqual(total);
      const before = told[i - 1];
      if (before?.[2] === step) expect(done).toBeGreaterThanOrEqual(before[0] - 1);
    }
    expect(told.at(-1)![2]).toBe(1);
  });
});
