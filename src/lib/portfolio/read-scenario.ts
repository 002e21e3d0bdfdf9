import { hasErrors, type Checked } from '../diagnostics/finding.ts';
import { AS_IT_IS } from './as-it-is.ts';
import { newContext } from './context.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Change, Scenario } from './portfolio.ts';
import { Slot } from './slot.ts';

/**
 * Return the scenario that a file holds, with its own changes only: those of
 * the scenario it builds on are put before them when a model is read.
 */
export function readScenario(raw: unknown, id: string): Checked<Scenario> {
  const context = newContext();
  const top = new Slot(raw, '', context);
  if (!top.mapping(KEYS.scenario)) return { value: null, findings: context.findings };
  const title = top.need('title', 'The scenario').textOr('');
  const story = top.at('story').textOr('');
  const group = top.at('group').textOr('');
  const basedOn = top.at('based-on').textOr('');
  const changes = readChanges(top.at('changes'));
  if (id === AS_IT_IS && (changes.length > 0 || basedOn !== '')) {
    top.at('changes').fail('scenario-id-reserved', { id });
  }
  const scenario: Scenario = {
    id,
    title,
    story,
    changes,
    ...(group ? { group } : {}),
    ...(basedOn ? { basedOn } : {}),
  };
  const value = hasErrors(context.findings) ? null : scenario;
  return { value, findings: context.findings };
}

function readChanges(slot: Slot): Change[] {
  if (slot.absent) return [];
  return slot.items('changes', LIMITS.changes).flatMap((item) => {
    if (!item.mapping(KEYS.change)) return [];
    const keys = Object.keys(item.value as object)
      .sort()
      .join(' ');
    const known = keys === 'set to' || keys === 'remove' || keys === 'add as';
    if (!known) item.fail('change-not-clear', {});
    return known ? [item.value as Change] : [];
  });
}
