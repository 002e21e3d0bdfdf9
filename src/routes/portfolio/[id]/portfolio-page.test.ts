import { render } from 'svelte/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { showModel } from '$lib/server/models.ts';
import { load } from './+page.server.ts';
import MoneyTable from './MoneyTable.svelte';
import PeopleTable from './PeopleTable.svelte';
import ServiceCard from './ServiceCard.svelte';

let portfolio: Portfolio;

beforeAll(async () => {
  portfolio = (await showModel('south-ayrshire'))!.model!.portfolio;
});

const card = (id: string) => {
  const index = portfolio.services.findIndex((service) => service.id === id);
  return render(ServiceCard, { props: { portfolio, index } }).body;
};

it('says decided amounts as they were decided, to the pound', () => {
  expect(card('roads')).toMatch(/bought at £13,500 each, up to £202,500\s+a year/);
  expect(card('core-treatment')).toContain('£1,282,913 a year from NHS Ayrshire and Arran');
});

it('says what a group turns to adds to only where some turn to nobody', () => {
  const rows = render(PeopleTable, { props: { portfolio } }).body.split('<tr>');
  const row = (id: string) => {
    const { name } = portfolio.groups.find((group) => group.id === id)!;
    return rows.find((one) => one.includes(`>${name}</th>`));
  };
  expect(row('let-down')).toContain('adds to 90%; the rest turn to nobody');
  expect(row('opioid')).toContain('90%');
  expect(row('opioid')).not.toContain('turn to nobody');
  expect(rows[0]).not.toContain('adds to');
});

describe('when lines of funding end', () => {
  it('counts those whose last day is within a year of the start by the calendar', async () => {
    // 30 June, 30 September and 31 December 2027, and 31 March 2028: 366 days from 1 April 2027.
    const event = { params: { id: 'south-ayrshire' } } as Parameters<typeof load>[0];
    expect(await load(event)).toMatchObject({ endInFirstYear: 4 });
  });

  it('says the last day with money, as the file and the timeline do', () => {
    const table = render(MoneyTable, { props: { portfolio } }).body;
    expect(table).toContain('30 September 2027');
    expect(table).not.toContain('1 October 2027');
    expect(card('connect4change')).toContain('first ends 30 September 2027, then 12 months');
  });
});

it('says the year of the prices only where the model names one', () => {
  const hint = (prices: string) =>
    render(MoneyTable, { props: { portfolio: { ...portfolio, prices } } }).body;
  expect(hint('2025-26')).toContain('In prices of 2025-26. Together £2,437,602 a year;');
  expect(hint('')).toContain('Together £2,437,602 a year;');
  expect(hint('')).not.toContain('prices');
});
