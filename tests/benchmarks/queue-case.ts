/** A queue whose answer is known, that everybody is asked to run; all means in one unit of time. */
export interface QueueCase {
  title: string;
  arrive: number;
  servers: number;
  /** Mean patience; Infinity where nobody stops waiting. */
  patience: number;
  /** Model of the same queue, among the known answers. */
  model: string;
  /** Mean wait of those who were served, as theory has it. */
  wait: number;
}

/** Service takes 1 on average in both. */
export const queueCases: Record<string, QueueCase> = {
  W1: {
    title: 'M/M/8, busy nine tenths',
    arrive: 7.2,
    servers: 8,
    patience: Infinity,
    model: 'mmc-8',
    wait: 0.876916237683,
  },
  W2: {
    title: 'M/M/8+M, a fifth more than can be served',
    arrive: 9.6,
    servers: 8,
    patience: 2,
    model: 'erlanga-8-overload',
    wait: 0.414824185985,
  },
};

/** What running a queue came to. */
export interface Measured {
  /** Customers, events or pops: what `seconds` is divided by. */
  count: number;
  seconds: number;
  /** Mean wait of those served, to see that it was the same queue. */
  wait?: number;
  [more: string]: number | string | undefined;
}
