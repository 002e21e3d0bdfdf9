/**
 * Which scenarios stand side by side, where each comes from, which cannot be compared, and in which
 * order they stand.
 */
import type { Summary } from '$lib/comparison/summary.ts';
import { weightedOrder } from '$lib/comparison/weighted-order.ts';
import { refusalOf, type Refusal } from '$lib/portfolio/refusal.ts';
import type { Stored } from '$lib/server/result-store.ts';
import type { LiveRun, RunScenario } from '$lib/state/live-run.svelte.ts';
import type { MadeScenario } from '$lib/state/scenario-address.ts';
import { shownSummary, withDrafts } from '$lib/state/shown-summary.ts';
import { mostChosen, readChoice } from '../choose.ts';
import type { Desk } from '../desk.ts';
import { readWeights, weighedGroups } from './weights.ts';

export interface Asked {
  desk: Desk;
  /** What the address says. */
  search: URLSearchParams;
  /** What a server knows of the prepared scenarios. */
  served: Stored<Summary> | null;
  /** What this browser works out. */
  live: LiveRun | null;
}

export class SideBySide {
  /** Scenarios that somebody made. */
  made = $state.raw<MadeScenario[]>([]);
  /** By its changes: why a scenario that was tried cannot be run. */
  #broken = $state.raw<Record<string, Refusal>>({});
  readonly #asked: () => Asked;

  constructor(asked: () => Asked) {
    this.#asked = asked;
  }

  readonly weights = $derived.by(() => readWeights(this.#asked().search));

  /** Prepared scenarios. Where somebody made others, those that nobody chose make room for them. */
  readonly choice = $derived.by(() => {
    const { desk, search } = this.#asked();
    return readChoice(search.getAll('scenarios'), desk.scenarios, {
      usual: desk.usual.slice(0, Math.max(0, mostChosen - this.made.length)),
      mayBeNone: search.has('s'),
    });
  });

  /** How many more scenarios may stand here. */
  readonly room = $derived.by(() => mostChosen - this.choice.ids.length - this.made.length);

  /** Those that somebody made, each with an id and a title. */
  readonly madeNamed = $derived.by<RunScenario[]>(() =>
    this.made.map(({ title, changes }, index) => ({
      id: `made-${index + 1}`,
      title: title || (this.made.length === 1 ? 'Your scenario' : `Your scenario ${index + 1}`),
      changes,
    })),
  );

  /** Every scenario that is asked for, in its place. */
  readonly wanted = $derived.by<RunScenario[]>(() => {
    const { scenarios } = this.#asked().desk;
    const prepared = this.choice.ids.flatMap((id) => scenarios.find((of) => of.id === id) ?? []);
    return [...prepared, ...this.madeNamed.slice(0, Math.max(0, mostChosen - prepared.length))];
  });

  /** What cannot stand beside the others, and why. */
  readonly refused = $derived.by(() => {
    const { desk, live } = this.#asked();
    return this.wanted.flatMap(({ id, title, changes }) => {
      const why =
        this.#brokenOf(changes) ?? desk.refused[id] ?? refusalOf(changes, live?.warnings[id] ?? []);
      return why ? [{ id, title, ...why }] : [];
    });
  });

  /** What this browser works out; the rest comes from the server. */
  readonly ran = $derived.by(() => {
    const { desk } = this.#asked();
    return this.wanted.filter(
      ({ id, changes }) =>
        (desk.isOwn || isMade(id)) &&
        !desk.refused[id] &&
        !this.#brokenOf(changes) &&
        refusalOf(changes, []) === null,
    );
  });

  /** What a page shows of what the server knows: made once, however often others are worked out. */
  readonly #served = $derived.by(() => {
    const { desk, served } = this.#asked();
    return served && shownSummary(served.result, [desk.baseline.id, ...this.choice.ids]);
  });

  /** What is known of all that can be compared; null where nothing is. */
  readonly #joined = $derived.by(() => {
    const { live } = this.#asked();
    const served = this.#served;
    const found = live?.summary ?? null;
    const ids = found?.scenarios.map(({ id }) => id) ?? [];
    const ran = this.ran.map(({ id }) => id);
    const joined = served && found ? withDrafts(served, found, ran) : served;
    const all = joined ?? (found && shownSummary(found, ids));
    if (!all) return null;
    const stands = (id: string) => !this.refused.some((one) => one.id === id);
    return {
      ...all,
      scenarios: all.scenarios
        .filter(({ id }) => stands(id))
        .map((of) => ({
          ...of,
          title: this.wanted.find(({ id }) => id === of.id)?.title ?? of.title,
        })),
      comparisons: all.comparisons.filter(({ scenario }) => stands(scenario)),
    };
  });

  /** Scores by the reader's weights, the highest first; empty where none are given. */
  readonly scores = $derived.by(() => {
    const { weights } = this;
    const joined = this.#joined;
    return joined && weights ? weightedOrder(joined, weighedGroups(joined, weights)) : [];
  });

  /** The same in the order in which it is shown: how it is now first. */
  readonly shown = $derived.by<Summary | null>(() => {
    const joined = this.#joined;
    if (!joined || this.scores.length === 0) return joined;
    const place = (id: string) => this.scores.findIndex(({ scenario }) => scenario === id);
    const [now, ...others] = joined.scenarios;
    return { ...joined, scenarios: [now, ...others.sort((a, b) => place(a.id) - place(b.id))] };
  });

  /** What scenarios that can be compared may mislead about and how it is now does not. */
  warnedAmong(scenarios: readonly Pick<RunScenario, 'id' | 'title'>[]) {
    const { desk, live } = this.#asked();
    return scenarios.flatMap(({ id, title }) => {
      const findings = desk.warned[id] ?? live?.warnings[id] ?? [];
      if (findings.length === 0 || this.refused.some((one) => one.id === id)) return [];
      return [{ title, findings }];
    });
  }

  /** Only of results as sharp as they get is anything called clear. */
  isSettled(id: string): boolean {
    const { served, live } = this.#asked();
    return served && !isMade(id) ? served.isFull : live?.isSettled === true;
  }

  readonly isUnsettled = $derived.by(
    () => this.shown?.scenarios.some(({ id }) => !this.isSettled(id)) ?? true,
  );

  /** A run failed: tell the scenario that cannot be run apart, so that the others go on. */
  tellBroken({ problem, findings }: Pick<LiveRun, 'problem' | 'findings'>): void {
    const at = this.ran.find(({ id }) => problem.startsWith(`${id} `));
    const error = findings.find(({ severity }) => severity === 'error');
    if (!at || !error) return;
    const refusal = { why: `It cannot be run. ${error.what} ${error.why}`, mend: error.mend };
    this.#broken = { ...this.#broken, [JSON.stringify(at.changes)]: refusal };
  }

  #brokenOf(changes: RunScenario['changes']): Refusal | undefined {
    return this.#broken[JSON.stringify(changes)];
  }
}

function isMade(id: string): boolean {
  return id.startsWith('made-');
}
