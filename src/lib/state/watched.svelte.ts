/** What the server last said of something that changes, and whether it can be heard. */
export class Watched<T> {
  now = $state.raw<T>() as T;
  isConnected = $state(true);
  #seq: number;

  constructor(first: T, seq: number) {
    this.now = first;
    this.#seq = seq;
  }

  /** Take what is said, unless something newer was said before. */
  take(next: T, seq: number): void {
    if (seq < this.#seq) return;
    this.#seq = seq;
    this.now = next;
  }

  /** Listen at an address until the returned function is called; `heard` is called on each new hearing. */
  listen(address: string, heard: () => void = () => undefined): () => void {
    let events: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      events = new EventSource(address);
      events.addEventListener('open', () => {
        this.isConnected = true;
        heard();
      });
      events.addEventListener('message', ({ data, lastEventId }) => {
        this.isConnected = true;
        this.take(JSON.parse(String(data)) as T, Number(lastEventId));
      });
      events.addEventListener('error', () => {
        this.isConnected = false;
        // Browsers come back by themselves, but not to a server that answered with something else.
        if (events.readyState === EventSource.CLOSED) timer = setTimeout(open, 2000);
      });
    };
    open();
    const again = () => {
      if (document.visibilityState !== 'visible' || events.readyState === EventSource.OPEN) return;
      // A phone that slept would wait for longer than its owner does.
      clearTimeout(timer);
      events.close();
      open();
    };
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
      clearTimeout(timer);
      events.close();
    };
  }
}
