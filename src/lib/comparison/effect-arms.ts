import type { Arm } from '../experiment/run-request.ts';

const OFF = ' without assumed effects';

/** Return the id of the arm that runs a scenario with every assumed effect switched off. */
export function armWithoutEffects(scenario: string): string {
  return scenario + OFF;
}

/**
 * Return the arms of a comparison: each scenario, then each again with every
 * assumed effect switched off, which shows what is left without them.
 */
export function armsOfComparison(scenarios: readonly Pick<Arm, 'id' | 'changes'>[]): Arm[] {
  return [
    ...scenarios.map(({ id, changes }) => ({ id, changes })),
    ...scenarios.map(({ id, changes }) => ({
      id: armWithoutEffects(id),
      changes,
      withoutEffects: true,
    })),
  ];
}
