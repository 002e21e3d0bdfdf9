import type { ReadModel } from './reader-calls.ts';

/** What a page that edits a model says of it: far less than the model, which takes long to be sent. */
export interface ModelInShort {
  title: string;
  question: string;
  notice: string;
  services: number;
  contracts: number;
  /** How it is now first. */
  scenarios: { id: string; title: string }[];
}

export function modelInShort({ portfolio, scenarios }: ReadModel): ModelInShort {
  const { title, question, notice, services, contracts } = portfolio;
  return {
    ...{ title, question, notice },
    services: services.length,
    contracts: contracts.length,
    scenarios: scenarios.map(({ id, title }) => ({ id, title })),
  };
}
