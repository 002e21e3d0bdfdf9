/**
 * The door from a laptop that serves itself alone to the network of a hall: a second listener, on
 * that network's address, to which only joining a workshop answers (hall-gate.js). The app opens and
 * closes it with an event of its own, where whoever asks may.
 */
import { mayAnswerInHall } from './hall-gate.js';
import { hallAddresses } from './hall-addresses.js';
import { hostCheck } from './host-check.js';
import { appServer } from './server.js';

/**
 * @typedef {{ at: string | null, addresses: string[], problem: string }} HallState
 *   Where phones reach it, null while it is closed; and where they could.
 * @typedef {{ wanted: 'look' | 'open' | 'close', address?: string, answer?: Promise<HallState> }} HallQuestion
 */

/**
 * Answer what the app asks of the door; return a function that closes it for good.
 *
 * @param {{ handler: Parameters<typeof appServer>[0]['handler'], port: number }} options
 */
export function hallDoor({ handler, port }) {
  /** @type {ReturnType<typeof appServer> | null} */
  let open = null;
  // One thing after the other, however often a button is pressed.
  let turn = Promise.resolve();

  process.on(
    /** @type {any} */ ('bide:hall'),
    /** @param {HallQuestion} question */ (question) => {
      question.answer = new Promise((resolve) => {
        turn = turn.then(async () => resolve(await act(question)));
      });
    },
  );

  /**
   * @param {HallQuestion} question
   * @returns {Promise<HallState>}
   */
  async function act({ wanted, address }) {
    const addresses = hallAddresses();
    let problem = '';
    if (wanted === 'close') await close();
    if (wanted === 'open' && !open) problem = await openAt(address ?? addresses[0], addresses);
    return { at: process.env.BIDE_HALL_ADDRESS ?? null, addresses, problem };
  }

  /**
   * @param {string | undefined} address
   * @param {string[]} addresses
   */
  async function openAt(address, addresses) {
    if (address === undefined || !addresses.includes(address)) return 'no such network';
    const made = appServer({
      ...{ handler, protocol: 'http', mayAnswer: mayAnswerInHall },
      isOurHost: hostCheck({ extra: [address] }),
    });
    try {
      await new Promise((resolve, reject) => {
        made.server.once('error', reject).listen(port, address, () => resolve(undefined));
      });
    } catch (error) {
      return /** @type {NodeJS.ErrnoException} */ (error).code ?? String(error);
    }
    open = made;
    // The app reads it where it says how people join.
    process.env.BIDE_HALL_ADDRESS = `http://${address}:${port}`;
    return '';
  }

  async function close() {
    const closing = open;
    open = null;
    delete process.env.BIDE_HALL_ADDRESS;
    await closing?.stop();
  }

  return close;
}
