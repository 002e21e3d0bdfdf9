import { appStore } from '../store/app-store.ts';
import { wipeRemoved } from '../store/wipe-removed.ts';

/** How soon it is looked whether something was removed; the longest pause while others read the files. */
const PAUSE_MS = { first: 5000, most: 60_000 };

let timer: NodeJS.Timeout | null = null;

/** See to it that what is removed is soon out of the files as well: see `wipeRemoved`. */
export function startWiping(): void {
  if (!timer) lookIn(PAUSE_MS.first);
}

export function stopWiping(): void {
  if (timer) clearTimeout(timer);
  timer = null;
}

function lookIn(pauseMs: number): void {
  const look = async () => {
    const isDone = await wipeNow(pauseMs);
    if (timer === own) lookIn(isDone ? PAUSE_MS.first : Math.min(pauseMs * 2, PAUSE_MS.most));
  };
  const own = setTimeout(() => void look(), pauseMs).unref();
  timer = own;
}

async function wipeNow(pauseMs: number): Promise<boolean> {
  try {
    const isDone = await wipeRemoved(await appStore());
    // Said once: the next pause is not longer.
    if (!isDone && pauseMs < PAUSE_MS.most && pauseMs * 2 >= PAUSE_MS.most) {
      process.stderr.write(
        'What was taken back or removed in a workshop is still in the files of the database: ' +
          'somebody reads them, such as a copy that is being made. It is tried again.\n',
      );
    }
    return isDone;
  } catch (reason) {
    process.stderr.write(`What was removed cannot be wiped: ${String(reason)}\n`);
    return false;
  }
}
