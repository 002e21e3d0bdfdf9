import { expect, test } from 'vitest';
import { cannotWrite } from './cannot-write.ts';

const failed = (code: string, cause?: Error) =>
  Object.assign(new Error('no', cause && { cause }), { code });

test('a disk without room is told from other trouble, in each store', () => {
  for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', '53100', 'ENOSPC', 'EROFS']) {
    expect(cannotWrite(failed(code)), code).toBe(true);
    expect(cannotWrite(failed('ELSE', failed(code))), code).toBe(true);
  }
  for (const code of ['SQLITE_BUSY', 'SQLITE_CONSTRAINT', '23505', 'ENOENT']) {
    expect(cannotWrite(failed(code)), code).toBe(false);
  }
  expect(cannotWrite('SQLITE_FULL')).toBe(false);
});
