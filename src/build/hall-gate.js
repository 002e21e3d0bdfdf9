/**
 * What answers to the network of a hall: joining a workshop, and signing in. Everything else is for
 * whoever is signed in, or sits at the laptop itself.
 */

/** Pages that join a workshop or sign in, and the files that they are made of. */
const OPEN = /^\/(join|sign-in|_app)(\/|\?|$)|^\/favicon\.svg$/;

/** This machine's own addresses for itself, as Node writes them. */
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Return whether a request may be answered; where only the app can tell, a promise of it.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {true | Promise<boolean>}
 */
export function mayAnswerInHall(request) {
  if (LOOPBACK.includes(request.socket.remoteAddress ?? '')) return true;
  if (OPEN.test(request.url ?? '')) return true;
  /** @type {{ headers: object, address: string, answer?: Promise<boolean> }} */
  const question = {
    headers: request.headers,
    address: request.socket.remoteAddress ?? '',
  };
  // The app's own event. Until it has begun it knows nobody.
  process.emit(/** @type {any} */ ('bide:known'), /** @type {any} */ (question));
  return (question.answer ?? Promise.resolve(false)).catch(() => false);
}
