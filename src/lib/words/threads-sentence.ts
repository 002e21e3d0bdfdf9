/**
 * "For 2 of the first 5 people who begin support, the relationships drawn differ between these
 * scenarios. 3 more people are drawn because theirs differ." Those were looked for, so that they say
 * nothing of how often.
 */
export function threadsSentence(first: number, differing: number, more: number): string {
  if (first === 0) return 'Nobody who was followed begins support as it is now.';
  const people =
    first === 1 ? 'the first person who begins' : `the first ${first} people who begin`;
  const whom = differing > 0 && first > 1 ? `${differing} of ${people}` : people;
  const how = differing > 0 ? 'differ between these scenarios' : 'are the same in every scenario';
  const others =
    more === 0
      ? 'Of the others followed, they differ for nobody.'
      : more === 1
        ? '1 more person is drawn because theirs differ.'
        : `${more} more people are drawn because theirs differ.`;
  return `For ${whom} support, the relationships drawn ${how}. ${others}`;
}
