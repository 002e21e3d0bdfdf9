import { entry } from './entry.ts';

/** Findings about how services are commissioned: principles, agreements, providers. */
export const COMMISSIONING_FINDINGS = {
  'principle-key-without-use': entry<{ key: string }>({
    severity: 'error',
    atKey: true,
    what: ({ key }) => `“${key}” says nothing in this principle.`,
    why: 'With “for-each”, shares say how many must pass; without, a second test says what is partly met.',
    mend: () => 'Write enough and partly-enough beside for-each, and partly without it.',
  }),
  'principle-out-of-order': entry<object>({
    severity: 'error',
    what: () => 'The share for partly met is above the share for met.',
    why: 'A principle would be met before it is partly met.',
    mend: () => 'Let partly-enough be at most enough.',
  }),
  'agreement-unused': entry<{ name: string }>({
    severity: 'note',
    atKey: true,
    what: ({ name }) => `No link names the agreement “${name}”.`,
    why: 'It says nothing about how people pass between services.',
    mend: () => 'Name it under “agreement” of the links that it stands behind.',
  }),
  'links-without-agreement': entry<{ from: string; to: string }>({
    severity: 'note',
    what: ({ from, to }) => `No agreement stands behind the links from ${from} to ${to}.`,
    why: 'They lead to other organisations, and who shares what with whom is not written down.',
    mend: () => 'Name the agreement between the organisations, or agree on one.',
  }),
  'offer-by-nobody-there': entry<{ role: string; stage: string }>({
    severity: 'warning',
    what: ({ role, stage }) =>
      `“${role}” makes an offer in “${stage}”, and is never beside anybody there.`,
    why: 'Only a worker who is beside the person can give what they offer, so nobody would receive it.',
    mend: () => 'Name the role under “with” of the stage, or under “accompany” of the service.',
  }),
  'looks-like-a-person': entry<{ written: string }>({
    severity: 'warning',
    what: ({ written }) => `“${written}” looks like somebody’s own name or address.`,
    why: 'A model may be published and copied, and what is once out cannot be taken back.',
    mend: () => 'Write a role: commissioner, analyst, chair of the panel.',
  }),
  'when-not-readable': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” says no year, month or day.`,
    why: 'What people said is shown with its date, so that a reader can tell how old it is.',
    mend: () => 'Write a year, a month or a day in quotes: "2026", "2026-11", "2026-11-22".',
  }),
  'principle-share-above-all': entry<{ name: string; written: string }>({
    severity: 'warning',
    what: ({ name, written }) => `“${name}” is a share, and is compared with ${written}.`,
    why: 'A share is never above 1, so the test would always give the same answer.',
    mend: () => 'Write a share, such as 80%.',
  }),
};
