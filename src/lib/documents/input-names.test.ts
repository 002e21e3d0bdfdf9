import { describe, expect, it } from 'vitest';
import { showModel } from '../server/models.ts';
import { inputNamesOf } from './input-names.ts';

const named = async (model: string) => inputNamesOf((await showModel(model))!.model!.portfolio);

describe('the names of inputs', () => {
  it('leave out a name that the next one says again', async () => {
    const names = await named('one-worker-one-contract');
    expect(names['services.outreach.roles.outreach-worker.leave']).toBe(
      'Outreach worker, Workers who leave',
    );
  });

  it.each(['one-worker-one-contract', 'south-ayrshire'])(
    'are of one figure each: %s',
    async (id) => {
      const names = Object.values(await named(id));
      expect(new Set(names).size).toBe(names.length);
    },
  );
});
