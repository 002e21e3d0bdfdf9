import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../src/build/find-browser.js';
import type { SliceResult } from '../../src/lib/experiment/merge.ts';
import { armPreparer } from '../../src/lib/experiment/prepare.ts';
import type { FromWorker, ToWorker } from '../../src/lib/experiment/protocol.ts';
import { runUnit } from '../../src/lib/experiment/unit.ts';
import { readModel } from '../../src/lib/portfolio/read-model.ts';

const id = 'one-worker-one-contract';
const path = new URL(`../../models/${id}/portfolio.yaml`, import.meta.url);
const worker = new URL('../../src/lib/experiment/browser.worker.ts', import.meta.url);
const { value } = readModel([{ path: `${id}.yaml`, text: readFileSync(path, 'utf8') }], id);
const request = { model: { id, raw: value!.raw }, baseline: [], seed: 1 };
const arm = { id: 'longer', changes: [{ set: 'contracts.*.term', to: '36 months' }] };
const slice = { from: 10, count: 5 };

const arrays = ['totals', 'series', 'endings', 'warmUp'] as const;

let browser: Browser;
let code: string;

beforeAll(async () => {
  const { executablePath, env } = await findBrowser();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as never,
    args,
  });
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(worker), output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  code = built.output[0].code;
}, 120_000);

afterAll(() => browser.close());

it("gives the same bits in a browser's worker as here", async () => {
  const page = await browser.newPage();
  await page.route('http://bide.test/**', (route) =>
    route.request().url().endsWith('worker.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<title>Bits</title>' }),
  );
  await page.goto('http://bide.test/');
  const messages: ToWorker[] = [
    { kind: 'prepare', job: 1, request },
    { kind: 'run', job: 1, task: 2, key: 'longer', arm, slice, follow: 0, wantsPlan: true },
  ];
  const there = await page.evaluate(runThere, { messages, arrays });
  const here = runUnit(armPreparer()(request, arm), 1, slice);
  expect(there.kinds).toEqual(['ready', ...Array<string>(5).fill('progress'), 'unit-done']);
  for (const name of arrays) {
    expect(here[name].length).toBeGreaterThan(0);
    const bytes = Buffer.from(here[name].buffer, here[name].byteOffset, here[name].byteLength);
    expect(Buffer.from(there.bytes[name]).equals(bytes), name).toBe(true);
  }
});

interface There {
  messages: ToWorker[];
  arrays: readonly ('totals' | 'series' | 'endings' | 'warmUp')[];
}

/** Runs in the page: start the worker, send it the messages, and return what it came to. */
function runThere({ messages, arrays }: There) {
  const worker = new Worker('/worker.js', { type: 'module' });
  const kinds: string[] = [];
  return new Promise<{ kinds: string[]; bytes: Record<string, number[]> }>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      kinds.push(data.kind);
      if (data.kind === 'failed') reject(new Error(data.message));
      if (data.kind !== 'unit-done') return;
      const result: SliceResult = data.result;
      const bytesOf = (array: Float64Array) => [...new Uint8Array(array.buffer)];
      const bytes = Object.fromEntries(arrays.map((name) => [name, bytesOf(result[name])]));
      resolve({ kinds, bytes });
    };
    for (const message of messages) worker.postMessage(message);
  });
}
