import { entry } from './entry.ts';

/** Findings about files that a person opens from their own machine. */
export const OPENING_FINDINGS = {
  'file-of-another-kind': entry<{ is: string }>({
    severity: 'error',
    what: ({ is }) => `This is ${is}, not a model.`,
    why: 'A model is a text file in YAML, or a folder or zip of such files.',
    mend: () => 'Open the file portfolio.yaml, its folder, or a zip that Bide made.',
  }),
  'file-in-json': entry<object>({
    severity: 'error',
    what: () => 'This is JSON, and a model is written in YAML.',
    why: 'The text would keep its shape as JSON, which is hard to read and to edit by hand.',
    mend: () => 'If it holds a model, save it with the ending .yaml: every JSON is YAML too.',
  }),
  'two-portfolios': entry<{ first: string; second: string }>({
    severity: 'error',
    what: ({ first, second }) => `There are two portfolios: ${first} and ${second}.`,
    why: 'A model has one, and nobody but you can say which is meant.',
    mend: () => 'Open the folder of one of them.',
  }),
  'scenario-twice': entry<{ first: string; second: string }>({
    severity: 'error',
    what: ({ first, second }) => `Two scenarios have the same name: ${first} and ${second}.`,
    why: 'A scenario is known by the name of its file, so one would hide the other.',
    mend: () => 'Give one of them another name.',
  }),
  'zip-not-readable': entry<object>({
    severity: 'error',
    what: () => 'The zip cannot be unpacked.',
    why: 'It may have been cut short on its way, or be locked with a password.',
    mend: () => 'Download it again, or unpack it and open the folder.',
  }),
  'zip-too-large': entry<{ limit: string }>({
    severity: 'error',
    what: ({ limit }) => `The zip holds more than ${limit}.`,
    why: 'A small zip can unpack to more than a computer holds, so this is refused before unpacking.',
    mend: () => 'Open the folder of the model alone.',
  }),
  'files-left-out': entry<{ names: string }>({
    severity: 'note',
    what: ({ names }) => `Not part of the model, and left out: ${names}.`,
    why: 'A model is portfolio.yaml and the YAML files in its folder scenarios.',
    mend: () => 'Nothing, unless one of them should be a scenario.',
  }),
  'scenarios-left-out': entry<{ names: string }>({
    severity: 'warning',
    what: ({ names }) => `What looks like a scenario was left out: ${names}.`,
    why: 'Scenarios are read only from the folder scenarios, in small letters, beside portfolio.yaml.',
    mend: () => 'Put each that is a scenario into that folder, and open or check the model again.',
  }),
  'file-cannot-be-read': entry<object>({
    severity: 'error',
    what: () => 'The browser could not read this file.',
    why: 'It may have been moved or removed since it was chosen.',
    mend: () => 'Choose it again.',
  }),
};
