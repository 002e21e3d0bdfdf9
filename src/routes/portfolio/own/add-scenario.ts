import type { Change } from '$lib/portfolio/portfolio.ts';
import { scenarioFileName, scenarioText } from '$lib/portfolio/scenario-text.ts';
import type { OwnDraft } from '$lib/state/own-draft.svelte.ts';

/** A scenario as somebody made it. */
export interface NewScenario {
  title: string;
  story: string;
  changes: readonly Change[];
}

/** Put a scenario among those of an own model. Returns the name of its file, or why it cannot be done. */
export function addScenario(
  draft: Pick<OwnDraft, 'texts' | 'write'>,
  { title: written, story, changes }: NewScenario,
): { name: string } | { problem: string } {
  const title = written.trim();
  if (title === '') return { problem: 'Give the scenario a title first.' };
  const name = scenarioFileName(title);
  if (name in draft.texts.scenarios) {
    return { problem: 'There is a scenario of that name already.' };
  }
  draft.write(
    `scenarios/${name}`,
    scenarioText({ title, story, changes }),
    `Add the scenario ${title}`,
  );
  return { name };
}
