import { withoutTurning } from '../portfolio/turning-marks.ts';

/**
 * PostgreSQL keeps no text with a NUL in it, and no text needs one: it comes along where something is
 * pasted from some papers, or is sent by whoever tries what happens.
 */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

/**
 * Return a form with its texts so, and without marks that turn a line; files are read as what they
 * say they are, and judged there.
 */
export function plainForm(form: FormData): FormData {
  const rest = new FormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') rest.append(name, withoutTurning(withoutNul(value)));
    else rest.append(name, value);
  }
  return rest;
}
