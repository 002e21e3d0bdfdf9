import { calendarDay } from './calendar-day.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Contract, Quantity } from './portfolio.ts';
import { knownAt, neutral, readFigure, readFigureOr } from './read-figure.ts';
import { readLength } from './read-length.ts';
import { checkShares } from './read-link.ts';
import { readLead } from './read-provider.ts';
import { named } from './resolve-roles.ts';
import { PRICE_BASES, REPORTS, RISKS, SHORTFALLS } from './commissioning.ts';
import { factAt, readChoiceFact, readChoicesFact } from './read-fact.ts';
import type { Slot } from './slot.ts';

/** What the rules say for contracts that say nothing themselves. */
export interface ContractRules {
  newPeopleStop: Quantity;
  hiringNeeds: Quantity;
}

export const STOP_TAIL = ['before an unconfirmed end'] as const;
export const HIRING_TAIL = ['of confirmed funding'] as const;

const ONLY_WITH_AN_END = [
  'first-ends',
  'decided',
  'renewed',
  'when-refused',
  'at-an-unrenewed-end',
] as const;

/** Return the contracts of the file, in its order. */
export function resolveContracts(slot: Slot, start: string, rules: ContractRules): Contract[] {
  return slot.entries('contracts', LIMITS.contracts).flatMap(({ id, slot: at }) => {
    const contract = at.mapping(KEYS.contract) ? resolveContract(id, at, start, rules) : null;
    return contract ? [contract] : [];
  });
}

function resolveContract(
  id: string,
  slot: Slot,
  start: string,
  rules: ContractRules,
): Contract | null {
  const name = slot.at('name').textOr(named(id));
  const funder = slot.need('funder', 'The contract').textOr('');
  const money = slot.need('pays', 'The contract');
  const pays = money.absent ? null : readFigure(money, 'money-rate', { choice: true });
  const uplift = readFigureOr(slot.at('uplift'), 'yearly-rise', 0, { choice: true });
  const term = slot.need('term', 'The contract');
  if (term.absent) return null;
  const recurrent = term.value === 'recurrent';
  const award = recurrent ? recurrentAward(slot) : readAward(slot, start);
  const stop = slot.at('new-people-stop');
  const needs = slot.at('hiring-needs');
  const newPeopleStop = stop.absent
    ? rules.newPeopleStop
    : readFigure(stop, 'time', { tail: STOP_TAIL });
  const hiringNeeds = needs.absent
    ? rules.hiringNeeds
    : readFigure(needs, 'time', { tail: HIRING_TAIL });
  const reportsOn = readChoicesFact(slot.at('reports-on'), REPORTS);
  const priceBasis = readChoiceFact(slot.at('price-basis'), PRICE_BASES);
  const risk = readChoiceFact(slot.at('risk'), RISKS);
  const lead = readLead(slot.at('lead'));
  const paid = slot.at('pays-overheads');
  const paysOverheads = paid.absent ? null : readFigure(paid, 'share', { choice: true });
  const short = slot.at('shortfall');
  const shortfall = short.absent ? 'carried' : short.choice(SHORTFALLS);
  if (!pays || !uplift || !award || !newPeopleStop || !hiringNeeds || !shortfall) return null;
  return {
    id,
    name,
    funder,
    pays,
    recurrent,
    ...award,
    newPeopleStop,
    hiringNeeds,
    uplift,
    reportsOn,
    priceBasis,
    seesThrough: factAt(slot.at('at-an-unrenewed-end'), award.seePeopleThrough > 0),
    ...(lead ? { lead } : {}),
    leadKnown: knownAt(slot.at('lead')),
    ...(paysOverheads ? { paysOverheads } : {}),
    risk,
    shortfall,
  };
}

type Award = Pick<
  Contract,
  'firstEnds' | 'termMonths' | 'decided' | 'renewed' | 'whenRefused' | 'seePeopleThrough'
>;

/** Funding without an end: nothing about ends can happen to it. */
function recurrentAward(slot: Slot): Award {
  for (const key of ONLY_WITH_AN_END) {
    if (!slot.at(key).absent) slot.at(key).fail('recurrent-has-no-end', { key });
  }
  const termMonths = { ...neutral(slot.at('term'), 'number', 0), written: 'recurrent' };
  return {
    firstEnds: 0,
    termMonths,
    decided: neutral(slot.at('decided'), 'time', 0),
    renewed: neutral(slot.at('renewed'), 'yearly-chance', 1),
    whenRefused: allLost(slot.at('when-refused')),
    seePeopleThrough: 0,
  };
}

function allLost(slot: Slot): Contract['whenRefused'] {
  const reTendered = slot.at('re-tendered');
  return {
    reTendered: neutral(reTendered, 'share', 0),
    gap: { law: 'constant', exactly: neutral(reTendered.at('after'), 'time', 0) },
    staffWhoTransfer: neutral(reTendered.at('staff-who-transfer'), 'share', 0),
    moneyMoved: neutral(slot.at('money-moved'), 'share', 0),
    moneyLost: neutral(slot.at('money-lost'), 'share', 1),
  };
}

function readAward(slot: Slot, start: string): Award | null {
  const of = 'A contract that ends';
  const term = slot.at('term');
  const termMonths = readFigure(term, 'calendar-months', { choice: true, aboveZero: true });
  const ends = slot.need('first-ends', of);
  const firstEnds = ends.absent ? null : readFirstEnd(ends, start);
  const decision = slot.need('decided', of);
  const decided = decision.absent
    ? null
    : readFigure(decision, 'time', { choice: true, tail: ['before it ends'] });
  const chance = slot.need('renewed', of);
  const renewed = chance.absent ? null : readFigure(chance, 'yearly-chance');
  const certain = renewed !== null && renewed.value === 1;
  const refused = slot.at('when-refused');
  if (refused.absent && !certain) slot.need('when-refused', of);
  const whenRefused = refused.absent ? allLost(refused) : readRefused(refused);
  const seePeopleThrough = readUnrenewedEnd(slot.at('at-an-unrenewed-end'));
  if (!termMonths || firstEnds === null || !decided || !renewed || !whenRefused) return null;
  if (decided.value > termMonths.value * 31) {
    const details = { decided: decided.written, term: termMonths.written };
    return decision.fail('decided-after-end', details);
  }
  return { firstEnds, termMonths, decided, renewed, whenRefused, seePeopleThrough };
}

/** Days from the start until the last day of the running award is over. */
function readFirstEnd(slot: Slot, start: string): number | null {
  const date = slot.text('a date, such as "2027-09-30"');
  if (date === null) return null;
  const day = calendarDay(date);
  if (day === null) return slot.fail('date-not-readable', { written: date.slice(0, 40) });
  const first = calendarDay(start);
  if (first === null) return null;
  if (day < first) return slot.fail('date-before-start', { date, start });
  return day + 1 - first;
}

function readRefused(slot: Slot): Contract['whenRefused'] | null {
  if (!slot.mapping(KEYS.refused)) return null;
  const refused = allLost(slot);
  const tender = slot.at('re-tendered');
  const moneyLost = readShareOf(slot.at('money-lost'));
  const moneyMoved = readShareOf(slot.at('money-moved'));
  const again = tender.absent ? null : readReTendered(tender);
  if (!moneyLost || !moneyMoved || (!tender.absent && !again)) return null;
  const read = { ...refused, ...again, moneyLost, moneyMoved };
  checkShares(
    slot,
    [read.reTendered, moneyLost, moneyMoved],
    'The shares of what happens when funding is refused',
    true,
  );
  return read;
}

/** `{ share: 15% }`, or the share alone. */
function readShareOf(slot: Slot): Quantity | null {
  if (slot.absent) return neutral(slot, 'share', 0);
  if (!slot.isMapping || slot.at('share').absent) return readFigure(slot, 'share');
  return slot.mapping(['share', 'source']) ? readFigure(slot.at('share'), 'share') : null;
}

function readReTendered(slot: Slot) {
  if (!slot.mapping(KEYS['re-tendered'])) return null;
  const shareSlot = slot.need('share', 'Re-tendering');
  const share = shareSlot.absent ? null : readFigure(shareSlot, 'share');
  const after = slot.need('after', 'Re-tendering');
  const gap = after.absent ? null : readLength(after);
  const staffSlot = slot.need('staff-who-transfer', 'Re-tendering');
  const staff = staffSlot.absent ? null : readFigure(staffSlot, 'share');
  return share && gap && staff && { reTendered: share, gap, staffWhoTransfer: staff };
}

function readUnrenewedEnd(slot: Slot): number {
  if (slot.absent || slot.value === 'stop') return 0;
  if (!slot.isMapping) {
    slot.choice(['stop', '{ see-people-through: 12 months }']);
    return 0;
  }
  if (!slot.mapping(['see-people-through'])) return 0;
  const limit = slot.need('see-people-through', 'The end');
  return limit.absent ? 0 : (readFigure(limit, 'time', { choice: true })?.value ?? 0);
}
