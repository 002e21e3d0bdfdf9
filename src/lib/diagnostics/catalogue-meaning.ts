import { entry } from './entry.ts';

/** Findings about what a model means: it can be read, but cannot be right or may mislead. */
export const MEANING_FINDINGS = {
  'reference-unknown': entry<{
    kind: string;
    id: string;
    nearest: string | null;
    known: string;
  }>({
    severity: 'error',
    what: ({ kind, id, nearest }) =>
      `There is no ${kind} “${id}”.${nearest ? ` Did you mean “${nearest}”?` : ''}`,
    why: 'What is said here would apply to nothing.',
    mend: ({ known }) => (known ? `Use one of: ${known}.` : 'Add it to the file first.'),
  }),
  'shares-not-all': entry<{ sum: string; of: string }>({
    severity: 'error',
    what: ({ sum, of }) => `${of} add to ${sum}, not to 100%.`,
    why: 'Everybody must go somewhere, and nobody twice.',
    mend: () => 'Change the shares so that they add to 100%.',
  }),
  'shares-above-all': entry<{ sum: string; of: string }>({
    severity: 'error',
    what: ({ sum, of }) => `${of} add to ${sum}, more than everybody.`,
    why: 'Nobody can be counted twice here.',
    mend: () => 'Change the shares so that they add to at most 100%.',
  }),
  'date-before-start': entry<{ date: string; start: string }>({
    severity: 'error',
    what: ({ date, start }) => `${date} lies before the start, ${start}.`,
    why: 'The award running at the start must end on or after that day.',
    mend: () => 'Give the date on which the award that runs at the start will end.',
  }),
  'decided-after-end': entry<{ decided: string; term: string }>({
    severity: 'error',
    what: ({ decided, term }) =>
      `Renewal is decided “${decided}”, but an award lasts only ${term}.`,
    why: 'Nobody can decide on an award before it begins.',
    mend: () => 'Decide later, or make the award longer.',
  }),
  'horizon-short': entry<{ horizon: string; longest: string }>({
    severity: 'warning',
    what: ({ horizon, longest }) =>
      `The horizon of ${horizon} is less than twice the longest award, ${longest}.`,
    why: 'A five-year award never ends inside five years, so its end would go unseen.',
    mend: () => 'Lengthen the horizon to at least twice the longest award compared.',
  }),
  'ends-not-spread': entry<{ count: number }>({
    severity: 'warning',
    what: ({ count }) => `All ${count} awards first end on the same day.`,
    why: 'Terms compared from one common date show the luck of that date as well.',
    mend: () => 'Spread the dates on which awards first end.',
  }),
  'no-way-out': entry<{ services: string }>({
    severity: 'error',
    what: ({ services }) => `Whoever enters ${services} can never finish or leave.`,
    why: 'People would go round for ever, and caseloads never reach a steady state.',
    mend: () => 'Let some share finish, or let people leave early.',
  }),
  'stage-unreached': entry<{ stage: string }>({
    severity: 'warning',
    what: ({ stage }) => `Nobody comes to the stage “${stage}”.`,
    why: 'Everybody goes elsewhere, or stays, before it.',
    mend: () => 'Take “then” away from the stage before, or take this stage away.',
  }),
  'partner-when-closed': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `${name} is there on a day when it is closed.`,
    why: 'Nobody who comes could meet them.',
    mend: () => 'Check the days against the opening times of the point.',
  }),
  'assumption-unused': entry<{ id: string }>({
    severity: 'note',
    what: ({ id }) => `Nothing uses the assumption “${id}”.`,
    why: 'Changing it changes nothing.',
    mend: () => 'Use it in a formula or as a figure, or take it away.',
  }),
  'effect-without-none': entry<{ id: string }>({
    severity: 'warning',
    what: ({ id }) => `“${id}” belongs to a mechanism but does not say what no effect is.`,
    why: 'It cannot be switched off, so nobody can tell how much of the answer it makes.',
    mend: () => 'Add “none”: the value that means no effect.',
  }),
  'effect-always-there': entry<{ id: string }>({
    severity: 'warning',
    what: ({ id }) => `The range of “${id}” leaves out the value that means no effect.`,
    why: 'A range that leaves it out has decided beforehand that there is an effect.',
    mend: () => 'Widen the range so that it reaches the value of “none”.',
  }),
  'target-measure-or-outside': entry<object>({
    severity: 'error',
    what: () => 'The target needs either “measure” or “outside-the-model”.',
    why: 'Either the model says what was seen, or it is said why it cannot.',
    mend: () => 'Name the measure that should come out so, or say why none can.',
  }),
  'target-held-out-fitted': entry<object>({
    severity: 'error',
    what: () => 'The target is held out, and yet something is fitted to it.',
    why: 'What a model was fitted to says nothing in its favour.',
    mend: () => 'Take away “held-out” or “fitted-with”.',
  }),
  'target-without-range': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” is a target without a range.`,
    why: 'How near is near enough depends on how surely it was seen.',
    mend: () => 'Give “low” and “high”: one in ten chance each that the truth lies beyond.',
  }),
  'target-measure-unknown': entry<{
    measure: string;
    of: string;
    nearest: string | null;
    by: string;
  }>({
    severity: 'warning',
    what: ({ measure, of }) => `There is no measure “${measure}” of ${of}.`,
    why: 'Nothing can be fitted to the target, or compared with it.',
    mend: ({ nearest, by }) =>
      by !== ''
        ? `Change “of”: the measure is told of ${by}.`
        : nearest !== null
          ? `Did you mean “${nearest}”?`
          : 'Use one of the measures that the guide lists.',
  }),
  'target-of-another-kind': entry<{ written: string; measure: string; unit: string }>({
    severity: 'warning',
    what: ({ written, measure, unit }) =>
      `“${written}” is of another kind than “${measure}”, which counts ${unit}.`,
    why: 'Nothing can be fitted to the target, or compared with it.',
    mend: () => 'Write what was seen in the kind of the measure, or name another measure.',
  }),
  'familiarity-without-rule': entry<object>({
    severity: 'warning',
    what: () => 'The formula uses familiarity, but no rule says how it grows.',
    why: 'It is zero all the time, so the formula does less than it seems to.',
    mend: () => 'Add “familiarity” to the rules, as a formula of time-together.',
  }),
  'criterion-not-offered': entry<{ id: string }>({
    severity: 'note',
    what: ({ id }) => `No service offers what the criterion “${id}” promises.`,
    why: 'Nobody can get it, which may be just what the model should show.',
    mend: () => 'Add an offer under “meets” where one is made.',
  }),
  'costs-above-award': entry<{ name: string; cost: string; pays: string }>({
    severity: 'warning',
    what: ({ name, cost, pays }) => `${name} pays ${pays} for what costs ${cost}.`,
    why: 'Somebody pays the rest, and the comparison of money would not know it.',
    mend: () => 'Check the posts, costs and budgets it pays for, or what it pays.',
  }),
  'too-short': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” is shorter than five minutes.`,
    why: 'People could go round without any time passing, and a run would never end.',
    mend: () => 'Write how long it really takes.',
  }),
  'service-unreached': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `Nobody can reach ${name}.`,
    why: 'It costs money and supports nobody, which is seldom what was meant.',
    mend: () => 'Let a group turn to it, or another service refer to it.',
  }),
  'role-unused': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `No stage, offer or accompaniment uses ${name}.`,
    why: 'The posts cost money and support nobody.',
    mend: () => 'Name the role in a stage, in an offer or under “accompany”.',
  }),
  'gives-mat-idle': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `${name} gives MAT, but has no pathway: nobody is on MAT there.`,
    why: 'A single contact starts no MAT that goes on. It counts neither as a start nor for what the MAT Standards promise.',
    mend: () =>
      'Give the service a stage for the time that people are on MAT, or take “gives-mat” away.',
  }),
  'travel-load-idle': entry<{ name: string; goes: boolean }>({
    severity: 'warning',
    what: ({ name, goes }) =>
      goes
        ? `Travel adds no load for ${name}: nothing says where they set out from.`
        : `Travel adds no load for ${name}: they do not go to people.`,
    why: 'The figure changes nothing.',
    mend: ({ goes }) =>
      goes
        ? 'Give the service a point under “points”, or take the figure away.'
        : 'Set “goes-to-people: true” if they do, or take the figure away.',
  }),
  'lost-days-idle': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `${name} has days lost, but nothing that happens on days.`,
    why: 'Sessions, appointments and visits of partners are what a lost day takes. Here it changes nothing.',
    mend: () => 'Let people enter at a session, or take the figure away.',
  }),
  'contract-unused': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `${name} pays for nothing.`,
    why: 'Its money would be counted and never spent.',
    mend: () => 'Name it under “paid-by”, or take it away.',
  }),
  'partner-unused': entry<{ name: string }>({
    severity: 'note',
    what: ({ name }) => `No offer of the pathway is made by ${name}.`,
    why: 'People meet them only when they come to a session.',
    mend: () => 'Name the partner under “meets … by”, if support leads to them.',
  }),
  'group-turns-to-nobody': entry<{ name: string }>({
    severity: 'warning',
    what: ({ name }) => `${name} turn to no service.`,
    why: 'They arrive and are counted, and nothing can reach them.',
    mend: () => 'Say under “turn-to” where they turn first.',
  }),
  'pathway-missing': entry<{ kind: string }>({
    severity: 'error',
    atKey: true,
    what: ({ kind }) => `A service of kind ${kind} needs a pathway.`,
    why: 'Support goes through stages; without one nobody could begin.',
    mend: () => 'Add “pathway” with at least one stage.',
  }),
  'points-missing': entry<object>({
    severity: 'error',
    atKey: true,
    what: () => 'People enter at a session, but there is no point with opening times.',
    why: 'Nobody could ever come.',
    mend: () => 'Add “points” or “round”, or write “people-enter-at-a-session: false”.',
  }),
  'list-missing': entry<{ name: string }>({
    severity: 'warning',
    atKey: true,
    what: ({ name }) => `${name} has people on its list today, but no list.`,
    why: 'Its first stage needs no worker and no place, and there is no session to wait for: whoever comes begins at once, and so do these people.',
    mend: () => 'Count them under “today” of the first stage, or say what people wait for.',
  }),
  'list-over-limit': entry<{ name: string; people: number; limit: number }>({
    severity: 'warning',
    atKey: true,
    what: ({ name, people, limit }) =>
      `More people are on the list of ${name} today (${people}) than may wait (${limit}).`,
    why: 'They keep their place, and whoever comes is turned away until fewer wait.',
    mend: () => 'Correct “waiting-today”, or “at-most” of the list.',
  }),
  'handover-undescribed': entry<{ kind: string }>({
    severity: 'error',
    what: ({ kind }) => `Handovers of the kind “${kind}” are used but not described.`,
    why: 'How many arrive and how much familiarity they keep is what tells the kinds apart.',
    mend: ({ kind }) => `Add “${kind}: { arrives: …, keeps: … }” under “handovers”.`,
  }),
  'handover-missing': entry<object>({
    severity: 'error',
    atKey: true,
    what: () => 'The link does not say how people are handed over.',
    why: 'Many are lost between services, and how many depends on it.',
    mend: () => 'Add “handover”: accompanied, warm, supported or cold.',
  }),
  'places-clash': entry<{ stage: string; places: string }>({
    severity: 'error',
    what: ({ stage, places }) => `The stage “${stage}” would hold two kinds of place: ${places}.`,
    why: 'A person can be in one place at a time.',
    mend: () => 'Let one be given back before the other is taken.',
  }),
  'places-unclear': entry<{ id: string }>({
    severity: 'error',
    atKey: true,
    what: ({ id }) => `“${id}” is neither beds nor places bought.`,
    why: 'Beds and a yearly budget limit places in different ways.',
    mend: () => 'Give “beds”, or both “price” and “budget”.',
  }),
  'travel-unknown': entry<{ a: string; b: string }>({
    severity: 'error',
    what: ({ a, b }) => `The travel time between ${a} and ${b} is not known.`,
    why: 'It can be estimated only where both localities have coordinates.',
    mend: () => 'Give both “at: [latitude, longitude]”, or the minutes under “travel”.',
  }),
  'coordinates-outside': entry<object>({
    severity: 'error',
    what: () => 'These are not a latitude and a longitude in degrees.',
    why: 'Travel times are estimated from them.',
    mend: () => 'Write [latitude, longitude], such as [55.46, -4.63].',
  }),
  'recurrent-has-no-end': entry<{ key: string }>({
    severity: 'warning',
    atKey: true,
    what: ({ key }) => `“${key}” has no effect: recurrent funding has no end.`,
    why: 'A reader may think that it counts.',
    mend: () => 'Take it away, or give the contract a term.',
  }),
  'too-much-work': entry<{ of: string; limit: string }>({
    severity: 'error',
    what: ({ of, limit }) => `${of} are more than ${limit}.`,
    why: 'A run would take longer than anybody waits for.',
    mend: () => 'Check the figures and their units.',
  }),
  'lever-sets-nothing': entry<{ path: string }>({
    severity: 'error',
    what: ({ path }) => `The lever sets “${path}”, which is not in this model.`,
    why: 'Moving it would change nothing.',
    mend: () => 'Check the path, from the top of the file down.',
  }),
  'lever-breaks-model': entry<{ id: string; what: string }>({
    severity: 'error',
    what: ({ id, what }) => `The lever “${id}” sets what cannot be read: ${what}`,
    why: 'Moving it on the screen would end in an error.',
    mend: () => 'Give the lever a unit, or choices that are written as in the file.',
  }),
  'lever-out-of-order': entry<object>({
    severity: 'error',
    what: () => 'The lever does not run from a lower to a higher figure in steps above zero.',
    why: 'A slider needs both ends and a step.',
    mend: () => 'Write from, to and step, or choices.',
  }),
  'arrive-and-pool': entry<object>({
    severity: 'error',
    what: () => 'The group has both “arrive” and “pool”.',
    why: 'New people keep arriving, or the same people come again: the counts differ.',
    mend: () => 'Keep one of the two.',
  }),
  'family-of-itself': entry<object>({
    severity: 'error',
    what: () => 'A group cannot be family of itself.',
    why: 'Families count when an adult and a family member are both supported.',
    mend: () => 'Name the group whose family members these are.',
  }),
};
