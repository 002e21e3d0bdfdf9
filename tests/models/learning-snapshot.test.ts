import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { resolve } from '$lib/portfolio/resolve.ts';
import { root } from '../docs/documents.ts';
import { readShipped } from './shipped-model.ts';

const folder = 'models/one-worker-one-contract';
const text = `${folder}/snapshot.yaml`;

/** The commands that publish this text, in its own head and in the guide. */
const commands = [text, 'src/content/publish.md'].flatMap((path) =>
  readFileSync(join(root, path), 'utf8')
    .split('\n')
    .filter((line) => line.includes(`publish ${folder} --text ${text}`)),
);

it('is published with what it says was compared: one year and three, and nothing else', () => {
  expect(readFileSync(join(root, text), 'utf8')).toMatch(/\*\*one year\*\*.+\*\*three\s+years\*\*/);
  expect(commands).toHaveLength(2);
  const { model } = readShipped('one-worker-one-contract');
  for (const command of commands) {
    const ids = /--scenarios (\S+)/.exec(command)?.[1].split(',') ?? [];
    const chosen = ids.map((id) => model.scenarios.find((one) => one.id === id)!);
    const months = chosen.map(
      ({ changes }) =>
        resolve(model.raw, { id: model.id, changes }).value!.contracts[0].termMonths.value,
    );
    expect(months, command).toEqual([12, 36]);
    const changed = chosen.flatMap(({ changes }) => changes);
    expect(changed, command).toEqual([{ set: expect.stringMatching(/\.term$/) as string, to: expect.anything() as unknown }]); // prettier-ignore
  }
});
