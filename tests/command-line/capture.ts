import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Captured {
  code: number;
  stdout: string;
  stderr: string;
}

export interface CaptureOptions {
  /** True: what is written goes to a terminal. */
  isTTY?: boolean;
  /** Press Ctrl-C when this text shows on standard error. */
  interruptAt?: string;
}

/** Run the command line in this process and return what it printed and how it ended. */
export async function bide(argv: string[], options: CaptureOptions = {}): Promise<Captured> {
  const { isTTY = false, interruptAt } = options;
  let interrupt: () => void = () => undefined;
  const captured = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY,
    // What a progress bar asks of a terminal.
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
    on: () => undefined,
    write(text: string) {
      captured[name] += text;
      if (interruptAt && name === 'stderr' && text.includes(interruptAt)) interrupt();
      return true;
    },
  });
  const surroundings: Surroundings = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cores: 2,
    onInterrupt(tell) {
      interrupt = tell;
      return () => undefined;
    },
  };
  const code = await main(argv, surroundings);
  return { code, ...captured };
}
