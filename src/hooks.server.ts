import {
  error,
  type Handle,
  type HandleServerError,
  type RequestEvent,
  type ServerInit,
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { newOwnerLink } from '$lib/server/accounts/owner-link.ts';
import { countAttempt } from '$lib/server/accounts/pace.ts';
import { hasSession, personOf } from '$lib/server/accounts/person-of.ts';
import { riskInSettings, WrongSettings } from '$lib/server/accounts/settings.ts';
import { closeExplanations } from '$lib/server/explanations.ts';
import { startJobs, stopJobs } from '$lib/server/jobs/app-jobs.ts';
import { keepTrying } from '$lib/server/keep-trying.ts';
import { isForeign } from '$lib/server/foreign-request.ts';
import { isWriting, mayDo, permissions, USUAL_PACE, type Answer } from '$lib/server/permissions.ts';
import { PUBLISH, publishJob } from '$lib/server/publishing/publish-draft.ts';
import { siteAnswer, type Asked, type SiteAnswer } from '$lib/server/publishing/site-answer.ts';
import { closeResults } from '$lib/server/results.ts';
import { isVisitorGone } from '$lib/server/visitor-gone.ts';
import { plainForm } from '$lib/server/without-nul.ts';
import { startPurging, stopPurging } from '$lib/server/workshops/purge-daily.ts';
import { startWiping, stopWiping } from '$lib/server/workshops/wipe-soon.ts';
import { cannotWrite } from '$lib/server/store/cannot-write.ts';
import { closeAppStore } from '$lib/server/store/app-store.ts';
import { methodInShort } from './content/method-in-short.ts';

// The server's own event when it stops: threads would keep the process alive.
process.on('sveltekit:shutdown', closeResults);
process.on('sveltekit:shutdown', closeExplanations);
process.on('sveltekit:shutdown', stopPurging);
process.on('sveltekit:shutdown', stopWiping);
let stopTrying = () => {};

// What is under way is put back before the process ends, and is gone on with at the next start.
process.on('sveltekit:shutdown', (_: unknown, closing: Promise<unknown>[]) => {
  stopTrying();
  closing.push(stopJobs().then(closeAppStore));
});

/** Settings that are wrong, and a secret of another store, are said before anything is served. */
export const init: ServerInit = async () => {
  if (building) return;
  try {
    await appAccounts();
    const risk = riskInSettings(process.env);
    if (risk) process.stderr.write(`${risk}\n`);
  } catch (error) {
    if (error instanceof WrongSettings) throw error;
    // A database that is away now may be back when somebody asks; until then they are told.
  }
};

// The server's own event once it knows its address. A hosted one may keep its log where others read.
process.on('bide:listening', (address: string) => {
  // A database may come up after us: at the start of a machine both begin at once.
  const attempt = (task: () => Promise<void>, otherwise: string) =>
    keepTrying(task, (reason) => {
      process.stderr.write(`${otherwise}: ${reason}. It is tried again.\n`);
    });
  const stops = [attempt(seeToJobs, 'No long runs can be done')];
  if (!process.env.ORIGIN) stops.push(attempt(() => sayOwnerLink(address), 'Nobody can sign in'));
  stopTrying = () => stops.forEach((stop) => stop());
  startPurging();
  startWiping();
});

/** Runs that were left when the server stopped go on, and new ones are taken up. */
async function seeToJobs(): Promise<void> {
  const { store } = await appAccounts();
  const data = process.env.BIDE_DATA ?? 'data';
  await startJobs(store, { [PUBLISH]: publishJob(store, data, methodInShort) });
}

async function sayOwnerLink(address: string): Promise<void> {
  const link = await newOwnerLink(await appAccounts(), address);
  process.stdout.write(`Sign in as the owner: ${link}\n`);
}

// Published pages are asked for by a thousand readers at once, on the day of a board; the server
// around the app (src/build/server.js) sends them without all that other pages need. Everybody may
// read them (src/lib/server/permissions.ts).
process.on(
  'bide:asked' as never,
  (question: { asked: Asked; answer?: Promise<SiteAnswer | null> }) => {
    question.answer = siteAnswer(question.asked);
  },
);

// In a hall only joining a workshop answers to its network (src/build/hall-gate.js), but for those who
// are signed in.
process.on(
  'bide:known' as never,
  (question: { headers: Record<string, string>; address: string; answer?: Promise<boolean> }) => {
    question.answer = isKnown(new Headers({ cookie: question.headers.cookie ?? '' }), question);
  },
);

async function isKnown(headers: Headers, { address }: { address: string }): Promise<boolean> {
  if (!hasSession(headers)) return false;
  const caller = { origin: process.env.BIDE_HALL_ADDRESS ?? '', address, headers };
  return (await personOf(await appAccounts(), caller)).person !== null;
}

/** What changes something comes from our own pages, or is refused. */
const refuseForeign: Handle = ({ event, resolve }) => {
  const { method, headers } = event.request;
  if (!isForeign(method, headers, event.url.origin)) return resolve(event);
  return plain(403, 'This was not sent from a page of this server, so nothing was done.');
};

const recognise: Handle = async ({ event, resolve }) => {
  const caller = {
    origin: event.url.origin,
    // The framework asks itself for a page where nobody is at the other end.
    address: event.isSubRequest ? '' : event.getClientAddress(),
    headers: event.request.headers,
  };
  event.locals.caller = caller;
  event.locals.person = null;
  if (!hasSession(caller.headers)) return resolve(event);
  const { person, cookies } = await personOf(await appAccounts(), caller);
  event.locals.person = person;
  const response = await resolve(event);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  // What somebody who is signed in sees is nobody else's.
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', 'private, no-store');
  }
  return response;
};

const permit: Handle = async ({ event, resolve }) => {
  const { method } = event.request;
  const wanted = { route: event.route.id, method, search: event.url.search };
  const answer = mayDo(wanted, event.locals.person);
  if (answer.kind !== 'allowed') return denied(event, answer);
  const wait = isWriting(method) && event.route.id ? await secondsToWait(event) : 0;
  if (wait === 0) return resolve(event);
  const response = plain(429, `That was too often. Try again in ${wait} seconds.`);
  response.headers.set('retry-after', String(wait));
  return response;
};

/** Forms are read by each page that they are for: what they say is put right for all of them. */
const plainForms: Handle = ({ event, resolve }) => {
  const { request } = event;
  const formData = request.formData.bind(request);
  request.formData = async () => plainForm(await formData());
  return resolve(event);
};

export const handle: Handle = sequence(refuseForeign, recognise, permit, plainForms);

async function secondsToWait(event: RequestEvent): Promise<number> {
  const route = event.route.id ?? '';
  const pace = permissions[route].pace === undefined ? USUAL_PACE : permissions[route].pace;
  if (pace === null) return 0;
  const { store, secret } = await appAccounts();
  const who = event.locals.person?.id ?? event.locals.caller.address;
  return countAttempt(store, { who, what: route, secret }, pace, Date.now());
}

/** Say who may do it, and how to become one of them, on a page where a page was asked for. */
async function denied(
  event: RequestEvent,
  answer: Exclude<Answer, { kind: 'allowed' }>,
): Promise<Response> {
  if (answer.kind === 'unknown') {
    return isWriting(event.request.method)
      ? plain(405, 'Nothing can be changed here.')
      : plain(403, 'Nobody may see this: it is missing from the table of permissions.');
  }
  const status = answer.kind === 'sign in' ? 401 : 403;
  const query = new URLSearchParams({ why: answer.kind });
  if (answer.needs.length > 0) query.set('needs', answer.needs.join(','));
  if (!isWriting(event.request.method)) query.set('to', event.url.pathname);
  if (event.isDataRequest)
    error(status, 'This needs an account. Load the page again to see which.');
  // As deep as the address it stands at, which its links are relative to.
  const depth = '/x'.repeat(event.url.pathname.split('/').length - 2);
  const page = await event.fetch(`/denied${depth}?${query}`);
  return new Response(page.body, { status, headers: page.headers });
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** What went wrong goes to the log, with its place; the visitor gets plain words and no more. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  // What a visitor did wrong is told to them, and who has gone away needs no answer: neither is
  // trouble of ours.
  if (status >= 500 && !isVisitorGone(error)) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${event.request.method} ${event.url.pathname}: ${reason}\n`);
  }
  if (status < 500) return { message };
  return {
    message: cannotWrite(error)
      ? 'The server cannot write just now: its disk may be full.'
      : 'Something went wrong on the server. This is our fault, not yours.',
  };
};
