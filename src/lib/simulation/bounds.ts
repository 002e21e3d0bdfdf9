/** Most relationships that one episode can hold at once. */
export const HOLDS = 6;
/** Most services that one person can be in, or wait for, at once. */
export const EPISODES_AT_ONCE = 10;
