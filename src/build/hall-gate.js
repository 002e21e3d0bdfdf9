/**
 * What answers to the network of a hall: joining a workshop, and signing in. Everything else is for
 * whoever is signed in, or sits at the laptop itself.
 */

/** Pages that join a workshop or sign in, and the files that they are made of. */
const OPEN = /^\/(join|sign-in|_app)(\/|$)|^\/favicon\.svg$/;

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
  if (OPEN.test(pathOf(request.url ?? ''))) return true;
  /** @type {{ headers: object, address: string, answer?: Promise<boolean> }} */
  const question = {
    headers: request.headers,
    address: request.socket.remoteAddress ?? '',
  };
  // The app's own event. Until it has begun it knows nobody.
  process.emit(/** @type {any} */ ('bide:known'), /** @type {any} */ (question));
  return (question.answer ?? Promise.resolve(false)).catch(() => false);
}

/**
 * The page that an address leads to, as the framework finds it: what goes a step up is taken up.
 * Empty where another reader could find another page, by a slash or a dot that is written in code.
 *
 * @param {string} url
 */
function pathOf(url) {
  if (!url.startsWith('/') || !URL.canParse(`http://hall${url}`)) return '';
  // Put together as the framework does: by itself `//host/x` would be the page x of that host.
  const { pathname } = new URL(`http://hall${url}`);
  return /%2[ef]|%5c|\/\//i.test(pathname) ? '' : pathname;
}
