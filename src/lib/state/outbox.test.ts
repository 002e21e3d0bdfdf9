import { describe, expect, test } from 'vitest';
import { Outbox, type Sending, type Waiting } from './outbox.svelte.ts';

/** A browser with a network that can be cut, and a clock that is moved by hand. */
class Phone {
  kept = new Map<string, string>();
  reached: Waiting<string>[] = [];
  answer: Sending | 'lost' = { kind: 'sent' };
  timers: { ms: number; call: () => void }[] = [];
  #keys = 0;

  open(): Outbox<string> {
    return new Outbox<string>('room', {
      storage: {
        getItem: (name) => this.kept.get(name) ?? null,
        setItem: (name, text) => void this.kept.set(name, text),
        removeItem: (name) => void this.kept.delete(name),
      },
      send: async (waiting) => {
        if (this.answer !== 'lost' && this.answer.kind === 'later') return this.answer;
        this.reached.push(waiting);
        return this.answer === 'lost' ? { kind: 'later' } : this.answer;
      },
      wait: (ms, call) => {
        const timer = { ms, call };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((one) => one !== timer));
      },
      newKey: () => `k${++this.#keys}`,
    });
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('an outbox', () => {
  test('is wiped as soon as what it has is acknowledged', async () => {
    const phone = new Phone();
    const outbox = phone.open();
    outbox.put('yes');
    expect(phone.kept.get('room')).toContain('yes');
    await settled();
    expect(phone.reached.map(({ what }) => what)).toEqual(['yes']);
    expect(phone.kept.size).toBe(0);
    expect([outbox.waiting, outbox.sent]).toEqual([[], 1]);
  });

  test('keeps what was said without a network, in order, over a reload of the page', async () => {
    const phone = new Phone();
    phone.answer = { kind: 'later' };
    const before = phone.open();
    before.put('one');
    before.put('two');
    await settled();
    expect(before.waiting.map(({ what }) => what)).toEqual(['one', 'two']);
    before.stop();
    phone.answer = { kind: 'sent' };
    const after = phone.open();
    await after.flush();
    expect(phone.reached).toEqual([
      { key: 'k1', what: 'one' },
      { key: 'k2', what: 'two' },
    ]);
    expect(phone.kept.size).toBe(0);
  });

  test('sends with the same key what was stored and not acknowledged', async () => {
    const phone = new Phone();
    phone.answer = 'lost';
    const outbox = phone.open();
    outbox.put('once');
    await settled();
    phone.answer = { kind: 'sent' };
    await outbox.flush();
    expect(phone.reached.map(({ key }) => key)).toEqual(['k1', 'k1']);
  });

  test('waits longer after each try, up to a bound, and at once where it is told', async () => {
    const phone = new Phone();
    phone.answer = { kind: 'later' };
    const outbox = phone.open();
    outbox.put('yes');
    const waits: number[] = [];
    for (let time = 0; time < 7; time++) {
      await settled();
      const [timer] = phone.timers.splice(0);
      waits.push(timer.ms);
      timer.call();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  test('goes on after what is not taken, and says why', async () => {
    const phone = new Phone();
    phone.answer = { kind: 'refused', why: 'shown already' };
    const outbox = phone.open();
    outbox.put('late');
    await settled();
    expect([outbox.refused, outbox.waiting]).toEqual([['shown already'], []]);
    expect(phone.kept.size).toBe(0);
  });

  test('says so where the browser keeps nothing, and sends all the same', async () => {
    const full = () => {
      throw new Error('QuotaExceededError');
    };
    const sent: string[] = [];
    const outbox = new Outbox<string>('room', {
      storage: { getItem: full, setItem: full, removeItem: () => undefined },
      send: async ({ what }) => {
        sent.push(what);
        return { kind: 'sent' };
      },
      wait: () => () => undefined,
      newKey: () => 'k',
    });
    outbox.put('yes');
    expect(outbox.isKept).toBe(false);
    await settled();
    expect(sent).toEqual(['yes']);
  });

  test('what is wiped before it was sent is never sent', async () => {
    const phone = new Phone();
    phone.answer = { kind: 'later' };
    const outbox = phone.open();
    outbox.put('no');
    await settled();
    outbox.wipe();
    phone.answer = { kind: 'sent' };
    await outbox.flush();
    expect([phone.reached, phone.kept.size]).toEqual([[], 0]);
  });
});
