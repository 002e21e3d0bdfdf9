import { networkInterfaces } from 'node:os';

/**
 * Return a function that says whether a `Host` header names this server.
 *
 * A page on the open internet can point its own name at 127.0.0.1 and then read whatever a server
 * on this machine answers (DNS rebinding), unless the server insists on its own names. Numeric
 * addresses cannot be taken over like that, so when the server listens to the network the
 * addresses of this machine count as its names too; they are read each time, as a laptop changes
 * networks.
 *
 * @param {{ extra?: string[], ownAddresses?: () => string[] }} [options]
 * @returns {(host: string | undefined) => boolean}
 */
export function hostCheck({ extra = [], ownAddresses = () => [] } = {}) {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...extra.map(nameOf)]);
  return (host) => {
    const name = nameOf(host ?? '');
    return name !== undefined && (names.has(name) || ownAddresses().includes(name));
  };
}

/**
 * Return the name in a `Host` header, without its port; undefined when it is not a host.
 *
 * @param {string} host
 */
function nameOf(host) {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(:\d+)?$/.exec(host.trim().toLowerCase())?.[1];
}

/** Return the addresses of this machine on its networks, written as in a URL. */
export function machineAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
}
