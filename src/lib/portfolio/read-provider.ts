import { SECTORS, SIZES, type ContractFacts, type Provider } from './commissioning.ts';
import { KEYS } from './file-keys.ts';
import { knownAt, readFigure } from './read-figure.ts';
import type { Slot } from './slot.ts';

/** Return who does the work of a service; what the file does not say is "". */
export function readProvider(slot: Slot): Provider {
  if (!slot.absent) slot.mapping(KEYS.provider);
  return providerIn(slot);
}

/** Return who holds a contract for others, or null where nobody does. */
export function readLead(slot: Slot): ContractFacts['lead'] | null {
  if (slot.absent || !slot.mapping(KEYS.lead)) return null;
  const share = slot.need('keeps', 'The lead');
  const keeps = share.absent ? null : readFigure(share, 'share');
  return keeps && { ...providerIn(slot), keeps };
}

function providerIn(slot: Slot): Provider {
  const [sector, size, overheads] = [slot.at('sector'), slot.at('size'), slot.at('overheads')];
  const share = overheads.absent ? null : readFigure(overheads, 'share');
  return {
    name: slot.at('name').textOr(''),
    sector: sector.absent ? '' : (sector.choice(SECTORS) ?? ''),
    size: size.absent ? '' : (size.choice(SIZES) ?? ''),
    known: { name: knownAt(slot.at('name')), sector: knownAt(sector), size: knownAt(size) },
    ...(share ? { overheads: share } : {}),
  };
}
