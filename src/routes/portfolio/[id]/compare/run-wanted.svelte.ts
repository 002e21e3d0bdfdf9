import { untrack } from 'svelte';
import type { LiveRun } from '$lib/state/live-run.svelte.ts';
import type { SideBySide } from './side-by-side.svelte.ts';

/** Let a run follow what this browser has to work out; called while a component is set up. */
export function runWanted(side: SideBySide, liveOf: () => LiveRun | null): void {
  /** Tells when others are to be run: weights and words in the address change nothing of it. */
  const toRun = $derived(JSON.stringify(side.ran));

  $effect(() => {
    void toRun;
    const run = liveOf();
    if (!run) return;
    // What runs write to their own state must not bring this about again.
    untrack(() => {
      if (side.ran.length === 0) run.clear();
      else void run.start(side.ran);
    });
  });

  // A scenario that cannot be run is told apart, so that the others go on.
  $effect(() => {
    const run = liveOf();
    if (run?.state !== 'failed' || run.findings.length === 0) return;
    untrack(() => side.tellBroken(run));
  });
}
