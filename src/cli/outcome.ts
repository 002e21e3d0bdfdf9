/** What a command ends with: 0 fine, 1 the model must be mended, 2 misuse, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** The command was asked for something that cannot be: the message tells the person what. */
export class Misuse extends Error {
  override name = 'Misuse';
}

/** The person pressed Ctrl-C. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}
