/** Id of the scenario that changes nothing. */
export const AS_IT_IS = 'as-it-is';
