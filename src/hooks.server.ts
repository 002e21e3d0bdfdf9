import type { HandleServerError } from '@sveltejs/kit';
import { closeExplanations } from '$lib/server/explanations.ts';
import { closeResults } from '$lib/server/results.ts';

// The server's own event when it stops: threads would keep the process alive.
process.on('sveltekit:shutdown', closeResults);
process.on('sveltekit:shutdown', closeExplanations);

/** What went wrong goes to the log, with its place; the visitor gets plain words and no more. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status !== 404) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${event.request.method} ${event.url.pathname}: ${reason}\n`);
  }
  return { message };
};
