interface Has {
  hasResults: boolean;
  hasPromises: boolean;
  hasThreads: boolean;
}

/** Return the sections of the page on which scenarios stand side by side, in their order. */
export function compareSections({ hasResults, hasPromises, hasThreads }: Has) {
  return [
    ...(hasResults
      ? [
          { id: 'short', name: 'In short' },
          { id: 'headlines', name: 'The main measures' },
          { id: 'order', name: 'In the order of what matters to you' },
          { id: 'words', name: 'All of it in words' },
          { id: 'range', name: 'How far apart, and how sure' },
          { id: 'waiting', name: 'Waiting over time' },
          ...(hasPromises ? [{ id: 'mat', name: 'MAT Standards 6, 8 and 9' }] : []),
          { id: 'endings', name: 'How relationships end' },
          ...(hasThreads ? [{ id: 'threads', name: 'Threads' }] : []),
          { id: 'money', name: 'Money' },
        ]
      : []),
    { id: 'cannot-show', name: 'What numbers cannot show' },
    { id: 'method', name: 'How this was worked out' },
  ];
}
