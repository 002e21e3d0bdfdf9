import type { VerifyEd25519 } from '$lib/snapshot/minisign.ts';

/**
 * Verify an Ed25519 signature with the browser's own crypto: null where it has none, as on pages over
 * plain http, or does not know Ed25519.
 */
export const verifyInBrowser: VerifyEd25519 = async (key, message, signature) => {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  try {
    const known = await subtle.importKey('raw', buffer(key), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', known, buffer(signature), buffer(message));
  } catch (error) {
    // Older browsers do not know the name.
    if (error instanceof DOMException) return null;
    throw error;
  }
};

function buffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
