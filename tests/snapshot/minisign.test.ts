import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newSigningKey, readSigningKey, verifyEd25519 } from '$lib/documents/signing-key.ts';
import {
  publicKeyLine,
  publicKeyText,
  readPublicKey,
  readSignature,
  signatureText,
  verifySignature,
} from '$lib/snapshot/minisign.ts';

const folder = mkdtempSync(join(tmpdir(), 'bide-minisign-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = readSigningKey(newSigningKey())!;
const comment = 'Longer awards, version 1, 2027-03-01 – sha256 abc';
const bytes = new TextEncoder().encode('{"bide":"snapshot"}');
const text = signatureText(bytes, key.public.id, key.sign, comment);

describe('a signature', () => {
  it('is good for the file, the key and the comment it was made with', async () => {
    const read = readSignature(text)!;
    expect(read.trustedComment).toBe(comment);
    expect(await verifySignature(bytes, read, key.public, verifyEd25519)).toBe('good');
  });

  it('is wrong for a file or a comment with one byte changed', async () => {
    for (let at = 0; at < bytes.length; at++) {
      const tampered = bytes.slice();
      tampered[at] ^= 1;
      const found = await verifySignature(
        tampered,
        readSignature(text)!,
        key.public,
        verifyEd25519,
      );
      expect(found).toBe('wrong');
    }
    const other = readSignature(text.replace('version 1', 'version 2'))!;
    expect(await verifySignature(bytes, other, key.public, verifyEd25519)).toBe('wrong');
  });

  it('is of another key where it is, and cannot be told where nothing can verify', async () => {
    const stranger = readSigningKey(newSigningKey())!.public;
    expect(await verifySignature(bytes, readSignature(text)!, stranger, verifyEd25519)).toBe(
      'other key',
    );
    const forged = { id: key.public.id, key: stranger.key };
    expect(await verifySignature(bytes, readSignature(text)!, forged, verifyEd25519)).toBe('wrong');
    const cannot = () => Promise.resolve(null);
    expect(await verifySignature(bytes, readSignature(text)!, key.public, cannot)).toBe(
      'cannot tell',
    );
  });

  it('keeps its comment on one line', () => {
    const two = signatureText(bytes, key.public.id, key.sign, 'a\nuntrusted comment: b');
    expect(two.split('\n')).toHaveLength(5);
    expect(readSignature(two)?.trustedComment).toBe('a untrusted comment: b');
  });

  it.each(['', 'x', text.replace('RU', 'XX').replace(/^RU/m, 'AA'), text.split('\n')[1]])(
    'is not read from what is none',
    (none) => expect(readSignature(none)).toBeNull(),
  );

  it('has a key that is read from its file or its line', () => {
    expect(readPublicKey(publicKeyText(key.public))).toEqual(key.public);
    expect(readPublicKey(publicKeyLine(key.public))).toEqual(key.public);
    expect(readPublicKey('untrusted comment: x\nAAAA\n')).toBeNull();
    expect(readSigningKey('no key')).toBeNull();
  });
});

const hasMinisign = spawnSync('minisign', ['-v']).error === undefined;

describe.skipIf(!hasMinisign)('the program minisign', () => {
  const [file, signature, pub] = ['a.json', 'a.json.minisig', 'a.pub'].map((name) =>
    join(folder, name),
  );
  const verify = () => spawnSync('minisign', ['-Vm', file, '-p', pub], { encoding: 'utf8' });

  it('verifies what we sign, and tells a byte that was changed', () => {
    writeFileSync(file, bytes);
    writeFileSync(signature, text);
    writeFileSync(pub, publicKeyText(key.public));
    const good = verify();
    expect(good.stdout).toContain(`Trusted comment: ${comment}`);
    expect(good.status).toBe(0);
    writeFileSync(file, '{"bide":"snapshoT"}');
    expect(verify().status).not.toBe(0);
  });

  it('signs what we verify', async () => {
    const args = ['-G', '-W', '-p', join(folder, 'b.pub'), '-s', join(folder, 'b.key')];
    execFileSync('minisign', args);
    writeFileSync(file, bytes);
    execFileSync('minisign', ['-Sm', file, '-s', join(folder, 'b.key'), '-t', 'theirs']);
    const theirs = readSignature(execFileSync('cat', [signature], { encoding: 'utf8' }))!;
    const publicKey = readPublicKey(
      execFileSync('cat', [join(folder, 'b.pub')], { encoding: 'utf8' }),
    )!;
    expect(theirs.trustedComment).toBe('theirs');
    expect(await verifySignature(bytes, theirs, publicKey, verifyEd25519)).toBe('good');
  });
});
