import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { LiveRun } from '$lib/state/live-run.svelte.ts';
import { Replay } from '$lib/state/replay.svelte.ts';
import { ScenarioDraft } from '$lib/state/scenario-draft.svelte.ts';
import type { Desk } from '../desk.ts';
import Outcome from './Outcome.svelte';

function textOf(state: LiveRun['state']): string {
  const isRunning = state === 'starting';
  const live = { state, isRunning, isSettled: false, summary: null, restarts: 0 } as LiveRun;
  const props = {
    ...{ desk: {} as Desk, draft: new ScenarioDraft(), live, replay: new Replay(), stored: null },
    ...{ view: [{ remove: 'services.van' }], asked: () => [], oncopy: async () => '' },
  };
  return render(Outcome, { props }).body;
}

it('promises a first result while one is being worked out, and none after a stop', () => {
  expect(textOf('starting')).toContain('The first result comes in a moment.');
  const stopped = textOf('stopped');
  expect(stopped).toContain('Stopped before there was a first result.');
  expect(stopped).not.toContain('in a moment');
});

it('says that its ranges are for this scenario alone, so that Compare may show wider ones', () => {
  expect(textOf('starting')).toContain('Its ranges are for this scenario alone.');
});
