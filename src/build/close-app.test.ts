import { expect, test, vi } from 'vitest';
import { closeApp } from './close-app.js';

test('what the app still has to do when it stops is waited for, and what fails is said', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const failed = new Error('The database is away.');
  let isPutBack = false;
  process.once('sveltekit:shutdown', (signal: unknown, closing: Promise<unknown>[]) => {
    expect(signal).toBe('SIGTERM');
    const putBack = new Promise((resolve) => setTimeout(resolve, 20));
    closing.push(
      Promise.reject(failed),
      putBack.then(() => (isPutBack = true)),
    );
  });
  await closeApp('SIGTERM');
  expect(isPutBack).toBe(true);
  expect(said.mock.calls).toEqual([[failed]]);
  said.mockRestore();
});
