/** Ed25519 by Node's own crypto: keys as files that other programs read, and what minisign needs. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { PublicKey, Sign, VerifyEd25519 } from '../snapshot/minisign.ts';

export interface SigningKey {
  public: PublicKey;
  sign: Sign;
}

/** Make a new key, as text in PEM (PKCS 8). */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Read a key from its PEM; null where the text is no Ed25519 key. */
export function readSigningKey(pem: string): SigningKey | null {
  const secret = privateKeyOf(pem);
  if (secret?.asymmetricKeyType !== 'ed25519') return null;
  const jwk = createPublicKey(secret).export({ format: 'jwk' });
  const key = Uint8Array.from(Buffer.from(jwk.x as string, 'base64url'));
  return {
    public: { id: idOf(key), key },
    sign: (message) => Uint8Array.from(sign(null, message, secret)),
  };
}

/** Verify an Ed25519 signature. */
export const verifyEd25519: VerifyEd25519 = (key, message, signature) => {
  const x = Buffer.from(key).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return Promise.resolve(verify(null, message, publicKey, signature));
};

/** The eight bytes that name a key are the first of its SHA-256: nothing else has to be kept. */
function idOf(key: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(key).digest().subarray(0, 8));
}

function privateKeyOf(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    // What is no key is said by the caller, who knows which file it was.
    return null;
  }
}
