import type { Contract, Portfolio } from '../portfolio/portfolio.ts';
import { dateInWords, daysAfterMonths } from '../words/dates.ts';
import { countOf } from '../words/numbers.ts';

/** One award, in days from the model's start; `to` is the first day without money. */
export interface Award {
  from: number;
  to: number;
  /** Day on which it is decided what comes after. */
  decided: number;
}

export interface ContractRow {
  id: string;
  name: string;
  /** A few words under the name: "12 months each". */
  says?: string;
  /** Recurrent funding: no end within sight, and no awards. */
  recurrent: boolean;
  awards: Award[];
}

/**
 * The awards of every contract over the horizon, as if each were renewed:
 * where the cliff edges are, not what becomes of them. The running award is
 * drawn from the model's start; those after it last whole calendar months.
 * Under a scenario an award that runs keeps the end it has in the baseline.
 */
export function contractRows(
  portfolio: Pick<Portfolio, 'contracts' | 'start' | 'horizonDays'>,
  baseline: Pick<Portfolio, 'contracts'> = portfolio,
): ContractRow[] {
  return portfolio.contracts.map((written) => {
    const running = baseline.contracts.find(({ id, recurrent }) => id === written.id && !recurrent);
    const contract = { ...written, firstEnds: (running ?? written).firstEnds };
    return {
      id: contract.id,
      name: contract.name,
      says: contract.recurrent ? 'recurrent: no end' : inWords(contract, portfolio.start),
      recurrent: contract.recurrent,
      awards: contract.recurrent ? [] : awardsOf(contract, portfolio),
    };
  });
}

function awardsOf(
  { firstEnds, termMonths, decided }: Contract,
  { start, horizonDays }: Pick<Portfolio, 'start' | 'horizonDays'>,
): Award[] {
  const months = Math.max(1, Math.round(termMonths.value));
  const awards: Award[] = [];
  let from = 0;
  for (let number = 0; from < horizonDays; number += 1) {
    const to = daysAfterMonths(start, firstEnds, number * months);
    if (to > from) awards.push({ from, to, decided: Math.max(from, to - decided.value) });
    from = Math.max(from, to);
  }
  return awards;
}

function inWords({ termMonths, firstEnds }: Contract, start: string): string {
  const term = countOf(termMonths.value, 'month', 'months');
  return `${term} each; now to ${dateInWords(start, firstEnds - 1)}`;
}
