import { entry } from './entry.ts';

/** Findings about scenarios and their changes. */
export const SCENARIO_FINDINGS = {
  'change-path-unknown': entry<{ path: string; missing: string; nearest: string | null }>({
    severity: 'error',
    what: ({ path, missing, nearest }) =>
      `“${path}” is not in the model: “${missing}” is not there.${nearest ? ` Did you mean “${nearest}”?` : ''}`,
    why: 'The change would do nothing, and two scenarios would look the same.',
    mend: () => 'Check the path, from the top of the file down.',
  }),
  'change-matches-nothing': entry<{ path: string }>({
    severity: 'warning',
    what: ({ path }) => `“${path}” matches nothing that can be changed.`,
    why: 'The scenario is the same as without this change.',
    mend: () => 'Check what “*” should stand for; it leaves recurrent funding alone.',
  }),
  'change-path-broken': entry<{ path: string }>({
    severity: 'error',
    what: ({ path }) => `“${path}” is not a path.`,
    why: 'A path is made of keys with points between them.',
    mend: () => 'Write a path such as contracts.c4c-award.term.',
  }),
  'change-not-clear': entry<object>({
    severity: 'error',
    what: () => 'The change does not say what it does.',
    why: 'A change sets a figure, removes an entry or adds one.',
    mend: () => 'Write { set: …, to: … }, { remove: … } or { add: …, as: … }.',
  }),
  'change-adds-existing': entry<{ path: string }>({
    severity: 'error',
    what: ({ path }) => `“${path}” is in the model already.`,
    why: 'Adding it would wipe out what is there.',
    mend: () => 'Use “set”, or choose another id.',
  }),
  'change-of-everything': entry<{ path: string }>({
    severity: 'error',
    what: ({ path }) => `“${path}” cannot be changed by a scenario.`,
    why: 'Scenarios are compared over the same time, with the same sources and format.',
    mend: () => 'Change it in the portfolio itself.',
  }),
  'link-removed': entry<{ from: string; service: string; now: string }>({
    severity: 'note',
    what: ({ from, service, now }) => `${from} led to ${service}, which is removed; ${now}.`,
    why: 'People who went there must go somewhere.',
    mend: () => 'Set the link to another service, if that is meant.',
  }),
  'scenario-id-reserved': entry<{ id: string }>({
    severity: 'error',
    what: ({ id }) => `The scenario “${id}” is the model as it is and cannot change it.`,
    why: 'Everything is compared with it.',
    mend: () => 'Give the scenario another file name, or take its changes away.',
  }),
  'change-before-start': entry<{ path: string }>({
    severity: 'warning',
    what: ({ path }) => `“${path}” says who is there when the warm-up begins.`,
    why: 'The warm-up is that of the model as it is, for every scenario: this change makes no difference.',
    mend: ({ path }) => `Take it out, or change “${path}” in the model.`,
  }),
  'change-of-running-end': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `${name}: the award that runs at the start keeps its end.`,
    why: 'It is promised already, in every scenario: this change makes no difference.',
    mend: () => 'Take it out, or change when the award ends in the model.',
  }),
  'scenario-base-unknown': entry<{ id: string; nearest: string | null }>({
    severity: 'error',
    what: ({ id, nearest }) =>
      `There is no scenario “${id}” to build on.${nearest ? ` Did you mean “${nearest}”?` : ''}`,
    why: 'Its changes come first.',
    mend: () => 'Name another scenario, or write its changes here.',
  }),
  'scenario-base-circular': entry<{ id: string }>({
    severity: 'error',
    what: ({ id }) => `The scenario “${id}” builds on itself.`,
    why: 'Its changes would never end.',
    mend: () => 'Let one of them stand alone.',
  }),
  'model-without-portfolio': entry<object>({
    severity: 'error',
    what: () => 'There is no portfolio.yaml among the files.',
    why: 'A model is one portfolio and its scenarios.',
    mend: () => 'Add portfolio.yaml, or open the single file that holds the portfolio.',
  }),
};
