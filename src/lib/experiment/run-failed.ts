import type { Finding } from '../diagnostics/finding.ts';

/** A run that could not be done; `findings` say why when the model is at fault. */
export class RunFailed extends Error {
  override name = 'RunFailed';

  constructor(
    message: string,
    readonly findings: Finding[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
