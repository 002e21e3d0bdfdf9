/**
 * Workers stand still while a page answers somebody: where there are no more cores than workers, a
 * key would otherwise wait for its paint until they let the page have a turn.
 *
 * Pages and workers of one browser hear each other by a channel, whoever started whom.
 */
const CHANNEL = 'bide: give way';

/** What somebody does that a page has to answer. */
const ACTS = ['keydown', 'keyup', 'pointerdown', 'pointerup', 'click', 'input'];

/** A page that is hidden, or closed in the middle of an answer, keeps nobody waiting for longer. */
const MOST_MS = 200;

/**
 * Ask every worker to stand still from each act of a person until what it did is painted. Return how
 * to leave off.
 */
export function giveWayToActs(page: Window): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  let isAsked = false;
  let isLeft = false;
  const free = () => {
    if (isLeft) return;
    isAsked = false;
    channel.postMessage('free');
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    channel.postMessage('needed');
    // A frame is asked for before it is painted; what is put off from there comes after.
    page.requestAnimationFrame(() => page.setTimeout(free));
  };
  const options = { capture: true, passive: true };
  for (const act of ACTS) page.addEventListener(act, ask, options);
  return () => {
    for (const act of ACTS) page.removeEventListener(act, ask, options);
    free();
    isLeft = true;
    channel.close();
  };
}

/** Return what resolves once no page needs the cores: a worker waits for it between its rests. */
export function listenWhoNeedsTheWay(): () => Promise<void> {
  let free = Promise.resolve();
  let go: (() => void) | null = null;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<'needed' | 'free'>) => {
    go?.();
    if (data === 'free') return;
    free = new Promise((resolve) => {
      const timer = setTimeout(resolve, MOST_MS);
      go = () => {
        clearTimeout(timer);
        go = null;
        resolve();
      };
    });
  };
  return () => free;
}
