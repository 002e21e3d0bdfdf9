import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '$lib/portfolio/agreement.ts';
import { FLEXIBILITIES } from '$lib/portfolio/flexibility.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import type { PortfolioFile } from '$lib/portfolio/portfolio-file.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { differences, programOf, simulate } from '../properties/simulate.ts';
import { readShipped, shipped } from './shipped-model.ts';

/**
 * What a file may say of how support is given, at the value that means no
 * effect: saying it must leave the bits of every result as they were.
 */
const NEUTRAL: { name: string; changes: (file: PortfolioFile) => Change[] }[] = [
  {
    name: 'lived experience beside everybody, and nobody feels safe sooner for it',
    changes: (file) => [
      ...rolesOf(file).map((path) => ({ set: `${path}.lived-experience`, to: true })),
      rule(file, 'feeling-safe-with-lived-experience', 1),
    ],
  },
  {
    name: 'every service is flexible in every way, and it changes nothing',
    changes: (file) => [
      ...servicesOf(file).map((path) => ({ set: `${path}.flexibility`, to: [...FLEXIBILITIES] })),
      rule(file, 'flexibility', flexibility({ uptake: 1, 'turning-up': 1, leaving: 1 })),
    ],
  },
  {
    name: 'everything is agreed between organisations, and nobody turns up more for it',
    changes: (file) => [...agreed(file), rule(file, 'turning-up-with-agreement', 1)],
  },
  {
    name: 'overheads that nobody pays and a lead who keeps a share, both carried',
    changes: (file) => [...overheads(file, '15%'), ...shortfall(file, 'carried', '10%')],
  },
  {
    name: 'full cost recovery and a lead who keeps nothing, and posts would be cut',
    changes: (file) => [...overheads(file, '0%'), ...shortfall(file, 'fewer posts', '0%')],
  },
];

/** The same at a value that means something: it must be noticed. */
const NOTICED: { name: string; changes: (file: PortfolioFile) => Change[] }[] = [
  {
    name: 'lived experience beside everybody, and everybody feels safe in half the time',
    changes: (file) => [
      ...rolesOf(file).map((path) => ({ set: `${path}.lived-experience`, to: true })),
      rule(file, 'feeling-safe-with-lived-experience', 0.5),
    ],
  },
  {
    name: 'everything is agreed between organisations, and fewer turn up for it',
    changes: (file) => [...agreed(file), rule(file, 'turning-up-with-agreement', 0.8)],
  },
  {
    name: 'overheads come out of posts',
    changes: (file) => [...overheads(file, '15%'), ...shortfall(file, 'fewer posts', '0%')],
  },
  {
    name: 'what a lead keeps comes out of posts',
    changes: (file) => [...overheads(file, '0%'), ...shortfall(file, 'fewer posts', '10%')],
  },
  ...['uptake', 'turning-up', 'leaving'].map((effect) => ({
    name: `every service is flexible in every way, and ${effect} changes by it`,
    changes: (file: PortfolioFile) => [
      ...servicesOf(file).map((path) => ({ set: `${path}.flexibility`, to: [...FLEXIBILITIES] })),
      rule(file, 'flexibility', flexibility({ [effect]: 0.95 })),
    ],
  })),
];

/** A rule, also in a file that has none. */
function rule({ rules }: PortfolioFile, key: string, to: unknown): Change {
  return rules ? { set: `rules.${key}`, to } : { set: 'rules', to: { [key]: to } };
}

/** An agreement that answers every question, behind every link. */
function agreed({ services }: PortfolioFile): Change[] {
  const links = Object.entries(services).flatMap(([id, { pathway = [] }]) =>
    pathway.flatMap(({ refers = [], then = [] }, stage) => [
      ...refers.map((_link, i) => `services.${id}.pathway.${stage}.refers.${i}`),
      ...then.map((_link, i) => `services.${id}.pathway.${stage}.then.${i}`),
    ]),
  );
  return [
    { set: 'agreements', to: { all: { says: 'Everything', answers: [...QUESTIONS] } } },
    ...links.map((path) => ({ set: `${path}.agreement`, to: 'all' })),
  ];
}

function overheads(file: PortfolioFile, share: string): Change[] {
  return servicesOf(file).map((path) => ({
    set: `${path}.provider`,
    to: { ...(file.services[path.split('.')[1]].provider ?? {}), overheads: share },
  }));
}

function shortfall({ contracts }: PortfolioFile, how: string, keeps: string): Change[] {
  return Object.keys(contracts).flatMap((id) => [
    { set: `contracts.${id}.pays-overheads`, to: '0%' },
    { set: `contracts.${id}.lead`, to: { name: 'A lead', keeps } },
    { set: `contracts.${id}.shortfall`, to: how },
  ]);
}

function flexibility(effects: object): object {
  return Object.fromEntries(FLEXIBILITIES.map((way) => [way, effects]));
}

function servicesOf({ services }: PortfolioFile): string[] {
  return Object.keys(services).map((id) => `services.${id}`);
}

function rolesOf({ services }: PortfolioFile): string[] {
  return Object.entries(services).flatMap(([id, { roles }]) =>
    Object.keys(roles ?? {}).map((role) => `services.${id}.roles.${role}`),
  );
}

/** Bits that differ when a file says more, from the first day of the warm-up on. */
function differing(model: Model, changes: Change[]): string[] {
  const said = programOf(model, changes, { baseline: changes });
  return differences(simulate(programOf(model)), simulate(said));
}

describe.each(shipped)('%s', { timeout: 300_000 }, (id) => {
  const { model } = readShipped(id);

  it.each(NEUTRAL.map((one) => [one.name, one] as const))('%s', (_name, { changes }) => {
    expect(differing(model, changes(model.raw))).toEqual([]);
  });
});

describe('the same with an effect', { timeout: 300_000 }, () => {
  const { model } = readShipped('south-ayrshire');

  it.each(NOTICED.map((one) => [one.name, one] as const))('%s', (_name, { changes }) => {
    expect(differing(model, changes(model.raw))).not.toEqual([]);
  });
});
