import type { Machine } from '$lib/documents/stress-report.ts';

/** What the command line reads and writes, so that a test can stand in for a terminal. */
export interface Surroundings {
  stdout: Output;
  stderr: Output;
  /** Call back when the person presses Ctrl-C; returns what stops listening. */
  onInterrupt: (tell: () => void) => () => void;
  /** How many threads may run by default. */
  cores: number;
  /** The computer, for reports of a run; absent: it is not told. */
  machine?: Pick<Machine, 'runtime' | 'system'>;
}

export interface Output {
  write: (text: string) => unknown;
  /** True for a terminal, false or absent for a file or a pipe. */
  isTTY?: boolean;
}
