/** Plain words for the keys of the model language, for lists of its numbers. */
const words: Record<string, string> = {
  people: 'People',
  'most-deprived': 'Live in the most deprived fifth',
  travel: 'Travel time',
  minutes: 'Travel time',
  arrive: 'New people',
  pool: 'Pool of people',
  'each-arrives': 'How often each comes',
  'changes-by': 'Change in new people',
  'feeling-safe-takes': 'How long feeling safe takes',
  patience: 'How long people wait before they stop',
  travels: 'Travel',
  'half-would-not-go-beyond': 'Journey that half would not go beyond',
  'turn-to': 'Turn first to',
  'other-life-events': 'Moving away or dying',
  'comes-back': 'Coming back',
  after: 'After how long',
  share: 'Share',
  posts: 'Posts',
  caseload: 'Caseload of a full-time post',
  cost: 'Cost of a filled post',
  leave: 'Workers who leave',
  notice: 'Notice',
  replaced: 'Time to replace a worker',
  'handover-warm': 'Handed over in person when a worker leaves',
  'travel-load': 'Load from travel',
  beds: 'Beds',
  price: 'Price',
  budget: 'Budget',
  contacts: 'Contacts',
  'lost-days': 'Sessions lost',
  'people-a-session': 'People at a session',
  'people-a-day': 'People a day',
  appointments: 'Appointments of a post',
  limit: 'Time limit on support',
  'fixed-cost': 'Fixed cost',
  lasts: 'How long it lasts',
  mean: 'Mean',
  median: 'Half take less than',
  exactly: 'Exactly',
  spread: 'Spread',
  'ninety-percent-under': 'Nine in ten take less than',
  shape: 'Shape',
  mix: 'Mix',
  meets: 'Offers',
  for: 'Share who receive it',
  then: 'Next',
  refers: 'Referred to',
  'a-contact-leads-to': 'A contact leads to',
  'ends-early': 'Ends early',
  refund: 'Refund',
  targets: 'What the model should give back',
  value: 'Seen',
  pays: 'Money',
  term: 'Length of an award',
  decided: 'Renewal decided',
  renewed: 'Chance that funding is renewed',
  'when-refused': 'If not renewed',
  're-tendered': 'Put out to tender again',
  'staff-who-transfer': 'Staff who transfer',
  'money-moved': 'Money moved elsewhere',
  'money-lost': 'Money lost',
  'at-an-unrenewed-end': 'At an end without renewal',
  'see-people-through': 'See people through, at most',
  uplift: 'Rise each year',
  'new-people-stop': 'No new people before an unconfirmed end',
  'hiring-needs': 'Confirmed funding needed to fill a post',
  handovers: 'Handovers',
  accompanied: 'Accompanied',
  warm: 'In person',
  supported: 'Supported',
  cold: 'By letter',
  arrives: 'Turn up',
  keeps: 'Familiarity kept',
  inflation: 'Rise of pay and prices',
  within: 'Promised within',
  target: 'Target',
  best: 'Best',
};

/** Keys that mean another thing in one place: `above` is how far up the key that tells it stands. */
const inPlaces = [
  { key: 'leave', above: 2, under: 'pathway', words: 'People who leave support early' },
  { key: 'keeps', above: 1, under: 'lead', words: 'Share of the money that the lead keeps' },
  { key: 'within', above: 2, under: 'travel', words: 'Inside one locality' },
];

/**
 * Return a key in plain words; one without its own reads as it stands, hyphens apart. `above` are the
 * keys on the way to it, the outermost first.
 */
export function keyWords(key: string, above: readonly string[] = []): string {
  const here = inPlaces.find((one) => one.key === key && above.at(-one.above) === one.under);
  if (here) return here.words;
  const known = Object.hasOwn(words, key) ? words[key] : undefined;
  if (known) return known;
  if (/^\d+$/.test(key)) return `Number ${Number(key) + 1}`;
  const plain = key
    .replaceAll('-', ' ')
    .replace(/\b(adp|mat|nhs)\b/g, (name) => name.toUpperCase());
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
