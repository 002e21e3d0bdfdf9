/** Reads and checks a model off the page's own thread, so that typing never waits for it. */
import type { ModelTexts } from '../portfolio/model-texts.ts';
import { readOwnModel } from '../portfolio/read-own-model.ts';

self.addEventListener('message', ({ data }: MessageEvent<{ job: number; texts: ModelTexts }>) => {
  self.postMessage({ job: data.job, checked: readOwnModel(data.texts) });
});
