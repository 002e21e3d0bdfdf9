import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import compression from 'compression';

/** The header in which the app is told how it was reached; whatever a visitor sends is replaced. */
export const protocolHeader = 'x-bide-protocol';

/** Workers do not take the page's policy: they obey the header their own file came with. */
const policyForFiles = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** For what is not a page of the app, which sends a policy of its own. */
const policyOtherwise = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** How long requests under way may take to finish when the server is told to stop. */
const graceMs = 1000;

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {(request: Request, response: Response, next: () => void) => void} Handler
 */

/**
 * Return an HTTP server around the built app, and a function that stops it.
 *
 * What is added to the app: answers only to its own names, headers for files that workers and
 * browsers trust, the protocol visitors used (the adapter assumes https, and would refuse every
 * form sent over plain http), and an end in bounded time even while pages listen for changes.
 * `mayAnswer` shuts out whoever may not see a page at all; `certificate` has it speak https itself.
 *
 * @param {{ handler: Handler, isOurHost: (host: string | undefined) => boolean,
 *   protocol: 'http' | 'https', mayAnswer?: (request: Request) => true | Promise<boolean>,
 *   certificate?: { cert: Buffer, key: Buffer } }} options
 */
export function appServer({ handler, isOurHost, protocol, mayAnswer = () => true, certificate }) {
  /** @type {Set<Response>} */
  const open = new Set();
  let isStopping = false;
  // Pages of results are tenths of a megabyte as they stand. Streams must not wait for a full block.
  const compress = compression({
    filter: (request, response) => !isStream(response) && compression.filter(request, response),
  });

  const server = certificate ? createSecureServer(certificate, take) : createServer(take);

  /** @type {(request: Request, response: Response) => void} */
  function take(request, response) {
    open.add(response);
    response.on('close', () => {
      open.delete(response);
      // Browsers keep a connection for their next request, which is not coming.
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
    setHeaders(request, response);
    if (!isOurHost(request.headers.host)) {
      answer(response, 421, 'This server does not answer to that name.');
      return;
    }
    // No page has one in its address, and PostgreSQL takes none in a question.
    if (request.url?.includes('%00')) {
      answer(response, 400, 'There is nothing at such an address.');
      return;
    }
    request.headers[protocolHeader] = protocol;
    const may = mayAnswer(request);
    if (may === true) {
      give(request, response);
      return;
    }
    void may.then((isAllowed) => {
      if (isAllowed) give(request, response);
      else if (request.url === '/') response.writeHead(303, { location: '/join' }).end();
      else
        answer(response, 403, 'Here you can join a workshop, at /join. The rest needs an account.');
    });
  }

  /** @type {(request: Request, response: Response) => void} */
  function give(request, response) {
    const early = earlyAnswer(request);
    if (early) {
      early.then(
        (given) => (given ? send(response, given) : framework(request, response)),
        // It goes to the log, and the visitor gets plain words, as for any other page.
        () => framework(request, response),
      );
      return;
    }
    framework(request, response);
  }

  /** @type {(request: Request, response: Response) => void} */
  function framework(request, response) {
    // Its types are those of a framework; it needs no more than Node's own.
    /** @type {Handler} */ (/** @type {unknown} */ (compress))(request, response, () => {
      handler(request, response, () => answer(response, 404, 'There is nothing here.'));
    });
  }

  /** @returns {Promise<void>} resolves when every connection is closed */
  async function stop() {
    isStopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const response of open) if (isStream(response)) response.end();
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(late);
  }

  return { server, stop };
}

/**
 * @param {Request} request
 * @param {Response} response
 */
function setHeaders(request, response) {
  const isFile = request.url?.startsWith('/_app/');
  response.setHeader('content-security-policy', isFile ? policyForFiles : policyOtherwise);
  response.setHeader('x-content-type-options', 'nosniff');
  // An address can hold a whole scenario, which is nobody else's business.
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
}

/** Addresses of published snapshots, which the app keeps ready in memory. */
const published = /^\/(s\/|feed\.xml$|snapshots\.json$)/;

/**
 * @typedef {{ status: number, headers: Record<string, string>, body: Uint8Array | null }} Answer
 */

/**
 * Ask the app for an answer that needs nothing of the framework; undefined where there is none.
 *
 * @param {Request} request
 * @returns {Promise<Answer | null> | undefined}
 */
function earlyAnswer({ method, url = '', headers }) {
  if (method !== 'GET' || !published.test(url)) return undefined;
  const asked = {
    path: url,
    acceptEncoding: String(headers['accept-encoding'] ?? ''),
    ifNoneMatch: headers['if-none-match'] ?? '',
  };
  /** @type {{ asked: object, answer?: Promise<Answer | null> }} */
  const question = { asked };
  // The app listens once it has begun; before that, the framework answers and begins it.
  process.emit(/** @type {any} */ ('bide:asked'), /** @type {any} */ (question));
  return question.answer;
}

/**
 * @param {Response} response
 * @param {Answer} answer
 */
function send(response, { status, headers, body }) {
  response.writeHead(status, headers).end(body ?? undefined);
}

/** @param {Response} response */
function isStream(response) {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} text
 */
function answer(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
