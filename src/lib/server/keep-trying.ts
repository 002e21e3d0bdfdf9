/** The first pause, and the longest. */
const PAUSE_MS = { first: 1000, most: 30_000 };

/**
 * Do a task as soon as it can be done: where it fails, again after a pause that grows. Each reason is
 * said once, however often it is the same. Returns what gives it up.
 */
export function keepTrying(task: () => Promise<void>, say: (reason: string) => void): () => void {
  let isOver = false;
  let timer: NodeJS.Timeout | null = null;
  let said = '';
  const attempt = async (pauseMs: number) => {
    try {
      await task();
    } catch (error) {
      if (isOver) return;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== said) say(reason);
      said = reason;
      timer = setTimeout(() => void attempt(Math.min(pauseMs * 2, PAUSE_MS.most)), pauseMs);
      // Whoever has nothing else to do may end.
      timer.unref();
    }
  };
  void attempt(PAUSE_MS.first);
  return () => {
    isOver = true;
    if (timer) clearTimeout(timer);
  };
}
