/** Which scenarios a draft compares: all are compared with the first. */
export interface Chosen<T> {
  /** As the model lists them, whatever the order in which a form sent them. */
  scenarios: T[];
  /** What the model does not have. */
  unknown: string[];
}

/** Return the scenarios of a model that were chosen by their ids. */
export function chosenScenarios<T extends { id: string }>(
  ids: readonly string[],
  scenarios: readonly T[],
): Chosen<T> {
  return {
    scenarios: scenarios.filter(({ id }) => ids.includes(id)),
    unknown: ids.filter((id) => !scenarios.some((one) => one.id === id)),
  };
}
