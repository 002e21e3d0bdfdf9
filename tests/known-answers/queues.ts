/**
 * What queueing theory says of one shared list whose people stop waiting, by
 * numerical integration: it shares no code with what it judges.
 */
import { integral, moment, type Survival } from './survival.ts';

export interface PatienceQueue {
  stoppedWaiting: number;
  waited: number;
  /** Mean wait of all who came, however it ended, and of those who started; days. */
  waitOfEveryone: number;
  waitOfStarted: number;
}

/**
 * The steady state of M/M/n+G: Poisson arrivals at `arrive` a day, `servers`
 * with exponential service of mean `lasts` days, any law of patience (Baccelli
 * and Hebuterne 1981; the form is that of Zeltyn and Mandelbaum 2005, table 1).
 */
export function patienceQueue(
  arrive: number,
  servers: number,
  lasts: number,
  patience: Survival,
): PatienceQueue {
  // Patience saturates, so that the weight falls by far more than e^200 within this.
  const far = 40 * lasts;
  const sure = (x: number) => moment(patience, x);
  const weight = (x: number) => Math.exp(arrive * sure(x) - (servers / lasts) * x);
  const { breaks } = patience;
  const j = integral(weight, 0, far, breaks);
  let term = 1;
  let epsilon = 0;
  for (let k = servers - 1; k >= 0; k--) {
    epsilon += term;
    term *= k / (arrive * lasts);
  }
  const whole = epsilon + arrive * j;
  const stoppedWaiting = (1 + (arrive - servers / lasts) * j) / whole;
  const started = integral((x) => x * patience.over(x) * weight(x), 0, far, breaks);
  return {
    stoppedWaiting,
    waited: (arrive * j) / whole,
    waitOfEveryone: (arrive * integral((x) => sure(x) * weight(x), 0, far, breaks)) / whole,
    waitOfStarted: (arrive * started) / whole / (1 - stoppedWaiting),
  };
}

/** Mean numbers over one month. */
export interface MonthMeans {
  waiting: number;
  inService: number;
}

/**
 * M/M/n+M from empty: means over each of the months that begin on `monthStarts`
 * (all rates a day). The forward equations are integrated by the classic
 * fourth-order Runge-Kutta method, in steps far below every rate.
 */
export function fillingErlangA(
  arrive: number,
  servers: number,
  leave: number,
  stop: number,
  monthStarts: readonly number[],
): MonthMeans[] {
  const states = 4 * servers;
  const out = (n: number) => Math.min(n, servers) * leave + Math.max(0, n - servers) * stop;
  const flow = (p: Float64Array) =>
    p.map(
      (here, n) =>
        (n > 0 ? p[n - 1] * arrive : 0) +
        (n + 1 < states ? p[n + 1] * out(n + 1) : 0) -
        here * ((n + 1 < states ? arrive : 0) + out(n)),
    );
  const moved = (p: Float64Array, d: Float64Array, by: number) => p.map((x, n) => x + by * d[n]);
  const mean = (p: Float64Array, of: (n: number) => number) =>
    p.reduce((sum, x, n) => sum + x * of(n), 0);
  const waiting = (n: number) => Math.max(0, n - servers);
  const inService = (n: number) => Math.min(n, servers);
  let p = new Float64Array(states);
  p[0] = 1;
  return monthStarts.slice(1).map((to, m) => {
    const days = to - monthStarts[m];
    const steps = Math.ceil(days * 8);
    const h = days / steps;
    const sums = { waiting: 0, inService: 0 };
    const add = (share: number) => {
      sums.waiting += (share / steps) * mean(p, waiting);
      sums.inService += (share / steps) * mean(p, inService);
    };
    for (let i = 0; i < steps; i++) {
      add(0.5);
      const a = flow(p);
      const b = flow(moved(p, a, h / 2));
      const c = flow(moved(p, b, h / 2));
      const d = flow(moved(p, c, h));
      p = p.map((x, n) => x + (h / 6) * (a[n] + 2 * b[n] + 2 * c[n] + d[n]));
      add(0.5);
    }
    return sums;
  });
}
