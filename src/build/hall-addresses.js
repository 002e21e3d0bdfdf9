import { networkInterfaces } from 'node:os';

/**
 * Return addresses that phones on the same network could use, those of a hall's network first.
 *
 * @returns {string[]}
 */
export function hallAddresses(networks = networkInterfaces()) {
  return (
    Object.entries(networks)
      .flatMap(([name, all]) => (all ?? []).map((one) => ({ ...one, name })))
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      // What machines within this machine use among themselves reaches no phone.
      .filter(
        ({ name }) => !/^(docker|veth|br-|virbr|vmnet|vboxnet|tun|utun|tailscale|wg)/i.test(name),
      )
      .map(({ address }) => address)
      .sort((a, b) => Number(isHome(b)) - Number(isHome(a)))
  );
}

/**
 * What routers in halls give out.
 *
 * @param {string} address
 */
function isHome(address) {
  return /^(192\.168|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}
