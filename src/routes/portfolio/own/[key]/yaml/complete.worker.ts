/** Works out what can be written at the cursor, off the page's own thread. */
import { completeYaml, type Schema } from '$lib/portfolio/complete-yaml.ts';
import portfolio from '../../../../../../static/schema/portfolio-1.json';
import scenario from '../../../../../../static/schema/scenario-1.json';
import type { CompletionJob } from './ask-completion.ts';

self.addEventListener('message', ({ data }: MessageEvent<CompletionJob>) => {
  const schema = (data.isScenario ? scenario : portfolio) as Schema;
  self.postMessage({ job: data.job, found: completeYaml(data.text, data.offset, schema) });
});
