import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { judgePrinciples } from '$lib/comparison/judge-principles.ts';
import type { PrincipleVerdict } from '$lib/comparison/principle-verdict.ts';
import type { Estimate } from '$lib/comparison/summary.ts';
import type { PortfolioFile } from '$lib/portfolio/portfolio-file.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { root } from '../docs/documents.ts';

const text = readFileSync(join(root, 'tests/samples/clean-minimal/input.yaml'), 'utf8');

export type Written = Record<string, unknown>;

interface More {
  first?: Written;
  second?: Written;
  /** A third award, which pays for nothing. */
  third?: Written;
  service?: Written;
  assumptions?: Written;
  rules?: Written;
}

/** Two awards, 75% and 25% of the money, each paying for a service. */
function file(principles: Written[], more: More): PortfolioFile {
  const raw = parse(text) as {
    services: Record<string, Written>;
    contracts: Record<string, Written>;
    sources: Written;
    assumptions: Written;
  };
  const { award } = raw.contracts;
  const { outreach } = raw.services;
  const known = { ...award, source: 'records', pays: '300000 GBP per year' };
  raw.contracts = {
    award: { ...known, term: '36 months', ...more.first },
    small: { ...known, pays: '100000 GBP per year', term: '12 months', ...more.second },
    ...(more.third ? { third: { ...known, ...more.third } } : {}),
  };
  const provider = { name: 'Ours', sector: 'third', size: 'local' };
  raw.services = {
    outreach: { ...outreach, provider },
    other: { ...outreach, provider, 'paid-by': 'small', ...more.service },
  };
  Object.assign(raw.assumptions, more.assumptions);
  raw.sources.guess = { title: 'A guess', kind: 'assumption' };
  const rules = more.rules ? { rules: more.rules } : {};
  return { ...raw, ...rules, principles } as unknown as PortfolioFile;
}

/** What is found of one principle. */
export function judge(
  principle: Written,
  more: More & { changes?: Change[]; measures?: Estimate[] | null } = {},
): PrincipleVerdict {
  const raw = file([{ id: 'one', says: 'One', ...principle }], more);
  const { value, findings } = resolve(raw, { id: 'a', changes: more.changes ?? [] });
  if (!value) throw new Error(findings.map(({ what }) => what).join('\n'));
  return judgePrinciples(value, more.measures ?? null)[0];
}

/** A figure of money, with its range. */
export function poundsAYear(best: number, low?: number, high?: number): Written {
  const said = (amount: number) => `${amount} GBP per year`;
  const range = low === undefined || high === undefined ? {} : { low: said(low), high: said(high) };
  return { best: said(best), ...range };
}

export const longAwards = { 'for-each': 'award', test: 'term >= 36 months' };
