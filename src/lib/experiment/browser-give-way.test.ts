import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveWayToActs, listenWhoNeedsTheWay } from './browser-give-way.ts';

/** A page whose frames come when the test says so. */
class Page extends EventTarget {
  readonly frames: (() => void)[] = [];
  requestAnimationFrame(frame: () => void): number {
    return this.frames.push(frame);
  }
  setTimeout(later: () => void): number {
    later();
    return 0;
  }
  act(kind: string): void {
    this.dispatchEvent(new Event(kind));
  }
  paint(): void {
    for (const frame of this.frames.splice(0)) frame();
  }
}

const leave: (() => void)[] = [];

// So that a machine that stands still for a while does not end the worker's patience.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  for (const one of leave.splice(0)) one();
  vi.useRealTimers();
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function pageAndWorker() {
  const page = new Page();
  const isFree = listenWhoNeedsTheWay();
  const beside = new BroadcastChannel('bide: give way');
  const stop = giveWayToActs(page as unknown as Window);
  leave.push(() => beside.close());
  const heard = async (act: () => void) => {
    await new Promise<void>((resolve) => {
      beside.onmessage = () => resolve();
      act();
    });
    // The worker's own channel has it in the same turn.
    await nextTurn();
  };
  /** Whether a worker that rests now may go on. */
  const goesOn = async () => {
    let does = false;
    void isFree().then(() => (does = true));
    await nextTurn();
    return does;
  };
  return { page, stop, heard, goesOn };
}

test('a worker stands still from an act to its paint', async () => {
  const { page, stop, heard, goesOn } = pageAndWorker();
  expect(await goesOn()).toBe(true);
  await heard(() => page.act('keydown'));
  expect(await goesOn()).toBe(false);
  page.act('keyup');
  expect(page.frames).toHaveLength(1);
  await heard(() => page.paint());
  expect(await goesOn()).toBe(true);
  await heard(() => page.act('click'));
  expect(await goesOn()).toBe(false);
  stop();
});

test('a page that never paints, or is left, keeps no worker', async () => {
  const { page, stop, heard, goesOn } = pageAndWorker();
  await heard(() => page.act('pointerdown'));
  vi.advanceTimersByTime(150);
  expect(await goesOn()).toBe(false);
  vi.advanceTimersByTime(50);
  expect(await goesOn()).toBe(true);

  await heard(() => page.paint());
  await heard(() => page.act('input'));
  expect(await goesOn()).toBe(false);
  await heard(stop);
  expect(await goesOn()).toBe(true);
  page.paint();
});
