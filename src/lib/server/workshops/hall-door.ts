/** Whether phones of a hall are let in to this laptop; src/build/hall-door.js does it. */

export interface HallState {
  /** Where phones reach it; null while they are not let in. */
  at: string | null;
  /** Addresses of this machine that phones could use. */
  addresses: string[];
  /** Why it was not opened; empty where it was, or nobody asked. */
  problem: string;
}

/** This machine's own addresses for itself, as Node writes them. */
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Whether somebody may open and close the door: the owner, at the laptop itself. */
export function mayOpenHall({ person, caller }: Pick<App.Locals, 'person' | 'caller'>): boolean {
  return person !== null && person.roles.includes('owner') && LOOPBACK.includes(caller.address);
}

/** Ask for the door, or to have it opened or closed; null where this server has none. */
export async function askHall(
  wanted: 'look' | 'open' | 'close',
  address?: string,
): Promise<HallState | null> {
  const question: { wanted: string; address?: string; answer?: Promise<HallState> } = {
    ...{ wanted, address },
  };
  process.emit('bide:hall' as never, question as never);
  return question.answer ?? null;
}
