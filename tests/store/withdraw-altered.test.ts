import { expect, test } from 'vitest';
import type { Shelf } from '../../src/lib/server/publishing/shelf.ts';
import { withdraw } from '../../src/lib/server/publishing/withdraw.ts';
import type { Logged } from '../../src/lib/server/store/snapshots.ts';
import { listedAltered } from '../../src/lib/snapshot/listed.ts';
import type { Tombstone } from '../../src/lib/snapshot/snapshot.ts';

const [first, second] = ['a', 'b'].map((digit) => digit.repeat(64));
const slug = 'longer-awards';

/** Withdraw an altered second version, of which the log says this; return its tombstone. */
async function withdrawn(logged: Logged | null, said: { corrects?: string; revises?: string }) {
  const date = '2027-03-09';
  const altered = listedAltered({ slug, hash: second, number: 2, date, previous: first });
  const left: Tombstone[] = [];
  const shelf = {
    list: async () => [{ slug, versions: [altered] }],
    logged: async () => logged,
    withdraw: async ({ document }) => left.push(document) > 0,
  } satisfies Partial<Shelf> as unknown as Shelf;
  await withdraw(shelf, { hash: second, because: 'It was altered.', date, ...said }, 'x', null);
  return left[0].corrected;
}

test('what an altered version had put right is said by the log, or by the person, or it stays', async () => {
  const because = 'It was altered.';
  const old = { why: 'A sum was wrong.' };
  const logged = { ...old, kind: 'correction', previous: first } as const;
  expect(await withdrawn(logged, {})).toEqual({ version: first, ...old });
  expect(await withdrawn({ ...logged, kind: 'revision' }, {})).toBeUndefined();
  expect(await withdrawn({ why: '', kind: 'first', previous: null }, {})).toBeUndefined();
  // Logs of before say why it was published, and not what it was.
  for (const [log, why] of [
    [old, old.why],
    [null, because],
  ] as const) {
    expect(await withdrawn(log, { corrects: first })).toEqual({ version: first, why });
    expect(await withdrawn(log, { revises: first.slice(0, 12) })).toBeUndefined();
    for (const said of [{}, { corrects: second }, { corrects: first, revises: first }]) {
      await expect(withdrawn(log, said)).rejects.toThrow('Say so: --corrects aaa');
    }
  }
});
