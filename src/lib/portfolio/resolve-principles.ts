import { readWords } from '../formula/written-quantity.ts';
import type { Principle, PrincipleScope } from './commissioning.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Assumption } from './portfolio.ts';
import { namesOfScope } from './principle-names.ts';
import { readFormula } from './read-formula.ts';
import { listed } from './resolve-standards.ts';
import type { Slot } from './slot.ts';

const SCOPES = ['award', 'service', 'post'] as const;

/** Return the principles of ethical commissioning, with their tests read. */
export function resolvePrinciples(slot: Slot, assumptions: readonly Assumption[]): Principle[] {
  if (slot.absent) return [];
  return listed(slot, 'principles', LIMITS.principles, KEYS.principle, new Set()).flatMap(
    ({ id, slot: at }) => resolvePrinciple(id, at, assumptions) ?? [],
  );
}

function resolvePrinciple(
  id: string,
  slot: Slot,
  assumptions: readonly Assumption[],
): Principle | null {
  const says = slot.need('says', 'The principle').textOr('');
  const each = slot.at('for-each');
  const scope = each.absent ? 'portfolio' : each.choice(SCOPES);
  if (scope === null) return null;
  refuseOthers(slot, scope);
  const written = slot.need('test', 'The principle');
  const test = written.absent ? null : readTest(written, scope, assumptions);
  const less = slot.at('partly');
  const partly = less.absent || scope !== 'portfolio' ? null : readTest(less, scope, assumptions);
  const enough = readShare(slot.at('enough'), 1);
  const partlyEnough = readShare(slot.at('partly-enough'), enough);
  if (partlyEnough > enough) slot.at('partly-enough').fail('principle-out-of-order', {});
  if (!test) return null;
  return {
    id,
    says,
    scope,
    test,
    written: written.textOr(''),
    ...(partly ? { partly, partlyWritten: less.textOr('') } : {}),
    enough,
    partlyEnough,
  };
}

/** Shares belong to tests of each thing, a second test to those of the whole. */
function refuseOthers(slot: Slot, scope: PrincipleScope): void {
  const others = scope === 'portfolio' ? ['enough', 'partly-enough'] : ['partly'];
  for (const key of others) {
    if (!slot.at(key).absent) slot.at(key).fail('principle-key-without-use', { key });
  }
}

function readTest(slot: Slot, scope: PrincipleScope, assumptions: readonly Assumption[]) {
  const names = namesOfScope(scope);
  const others = assumptions.filter(({ id }) => !names.has(id));
  return readFormula(slot, names, 'yes-or-no', others);
}

function readShare(slot: Slot, otherwise: number): number {
  if (slot.absent) return otherwise;
  const text = slot.text('a share, such as 80%');
  const words = text === null ? null : readWords(text);
  if (words?.kind === 'share' && words.value > 0 && words.value <= 1) return words.value;
  if (text !== null) {
    const expected = 'a share above 0%, such as 80%';
    slot.fail('figure-not-readable', { written: text.slice(0, 60), expected });
  }
  return otherwise;
}
