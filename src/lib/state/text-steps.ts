/**
 * Steps of editing a model's texts: what each file lost and got where. Small enough to be kept with
 * the model, so that undo goes on after the page was left.
 */
import { filesOfTexts, type ModelTexts } from '../portfolio/model-texts.ts';

/** The name under which the portfolio's text stands among the files of a model. */
export const PORTFOLIO = 'portfolio.yaml';

/** What changed in one file. `gone` is null where the file is new, `come` where it was removed. */
export interface TextChange {
  file: string;
  /** Where in the text, in UTF-16 units. */
  at: number;
  gone: string | null;
  come: string | null;
}

export interface TextStep {
  /** What was done, for the undo button: "Caseload of outreach workers: 15". */
  name: string;
  changes: TextChange[];
}

/** Return the text of a file of a model; null where there is no such file. */
export function textOf(texts: ModelTexts, file: string): string | null {
  if (file === PORTFOLIO) return texts.portfolio;
  const name = file.replace(/^scenarios\//, '');
  return Object.hasOwn(texts.scenarios, name) ? texts.scenarios[name] : null;
}

/** Return texts with one file written, added, or (null) removed; the portfolio is never removed. */
export function withText(texts: ModelTexts, file: string, text: string | null): ModelTexts {
  if (file === PORTFOLIO) return { ...texts, portfolio: text ?? '' };
  const name = file.replace(/^scenarios\//, '');
  const scenarios = Object.fromEntries(
    Object.entries(texts.scenarios).filter(([other]) => text !== null || other !== name),
  );
  return { ...texts, scenarios: text === null ? scenarios : { ...scenarios, [name]: text } };
}

/** Return the step from one state of the texts to another; null where nothing differs. */
export function stepBetween(before: ModelTexts, after: ModelTexts, name: string): TextStep | null {
  const files = new Set([...filesOfTexts(before), ...filesOfTexts(after)].map(({ path }) => path));
  const changes = [...files].flatMap((file) => {
    const change = changeBetween(file, textOf(before, file), textOf(after, file));
    return change ? [change] : [];
  });
  return changes.length === 0 ? null : { name, changes };
}

function changeBetween(file: string, before: string | null, after: string | null) {
  if (before === after) return null;
  if (before === null || after === null) return { file, at: 0, gone: before, come: after };
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    file,
    at: head,
    gone: before.slice(head, before.length - tail),
    come: after.slice(head, after.length - tail),
  };
}

/** Return the texts as they were before a step; null where they are not what the step left. */
export function undone(texts: ModelTexts, step: TextStep): ModelTexts | null {
  const changes = step.changes.map(({ gone, come, ...rest }) => ({
    ...rest,
    gone: come,
    come: gone,
  }));
  return redone(texts, { ...step, changes });
}

/** Return the texts with a step made again; null where they are not what it began with. */
export function redone(texts: ModelTexts, step: TextStep): ModelTexts | null {
  let result = texts;
  for (const { file, at, gone, come } of step.changes) {
    const text = textOf(result, file);
    if (gone === null ? text !== null : text?.slice(at, at + gone.length) !== gone) return null;
    const whole = text ?? '';
    const put =
      come === null ? null : whole.slice(0, at) + come + whole.slice(at + (gone ?? '').length);
    result = withText(result, file, put);
  }
  return result;
}
