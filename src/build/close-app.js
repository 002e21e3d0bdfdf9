/**
 * Tell the app that the process ends, by the adapter's own event, and wait for what it adds to the list
 * that comes with it: what is under way is put back, and the store closed.
 *
 * @param {string} signal
 */
export async function closeApp(signal) {
  /** @type {Promise<unknown>[]} */
  const closing = [];
  const emit = /** @type {(...event: unknown[]) => boolean} */ (process.emit.bind(process));
  emit('sveltekit:shutdown', signal, closing);
  for (const end of await Promise.allSettled(closing)) {
    if (end.status === 'rejected') console.error(end.reason);
  }
}
