import type { FormulaTree } from '../formula/formula-tree.ts';
import { resolveFlexibility } from './flexibility.ts';
import { KEYS } from './file-keys.ts';
import type { Assumption, Rules } from './portfolio.ts';
import { readFigureOr } from './read-figure.ts';
import { readFormula, VARIABLES } from './read-formula.ts';
import { HIRING_TAIL, STOP_TAIL, type ContractRules } from './resolve-contracts.ts';
import type { Slot } from './slot.ts';

/**
 * Return the rules of the file. Those it leaves out are neutral: no
 * familiarity, a multiplier of one, everybody takes up what is offered.
 */
export function resolveRules(slot: Slot, assumptions: readonly Assumption[]): Rules | null {
  if (!slot.absent && !slot.mapping(KEYS.rules)) return null;
  const rule = (key: string, variables: (typeof VARIABLES)['leave'], neutral: number) => {
    const at = slot.at(key);
    if (at.absent) return { op: 'number', value: neutral } as FormulaTree;
    return readFormula(at, variables, 'number', assumptions);
  };
  const familiarity = rule('familiarity', VARIABLES.familiarity, 0);
  const tenureMultiplier = rule('tenure-multiplier', VARIABLES.tenureMultiplier, 1);
  const uptake = rule('uptake', VARIABLES.uptake, 1);
  const renewal = slot.at('renewal').absent
    ? 'per year'
    : slot.at('renewal').choice(['per year', 'per decision']);
  const inflation = readFigureOr(slot.at('inflation'), 'yearly-rise', 0);
  const peers = slot.at('feeling-safe-with-lived-experience');
  const withPeers = readFigureOr(peers, 'number', 1, { aboveZero: true });
  if (!familiarity || !tenureMultiplier || !uptake || !renewal || !inflation) return null;
  const agreed = slot.at('turning-up-with-agreement');
  const withAgreement = readFigureOr(agreed, 'number', 1, { aboveZero: true });
  const flexibility = resolveFlexibility(slot.at('flexibility'));
  if (!withPeers || !withAgreement || !flexibility) return null;
  return {
    familiarity,
    feelingSafeWithLivedExperience: withPeers,
    turningUpWithAgreement: withAgreement,
    tenureMultiplier,
    uptake,
    renewal,
    flexibility,
    inflation,
  };
}

/** Return what the rules say for every contract that says nothing itself. */
export function resolveContractRules(slot: Slot): ContractRules | null {
  const newPeopleStop = readFigureOr(slot.at('new-people-stop'), 'time', 0, { tail: STOP_TAIL });
  const hiringNeeds = readFigureOr(slot.at('hiring-needs'), 'time', 0, { tail: HIRING_TAIL });
  return newPeopleStop && hiringNeeds && { newPeopleStop, hiringNeeds };
}
