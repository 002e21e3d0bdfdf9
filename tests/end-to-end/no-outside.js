/**
 * Loaded before a server with `--import`: whatever it says to another machine, or asks a name for,
 * is written to the file that BIDE_TRIED_OUTSIDE names, and fails as it would with no network.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const HERE = /^(localhost|127\.[\d.]+|::1|::ffff:127\.[\d.]+|0\.0\.0\.0|::)$/;

/** @param {unknown} host */
function isOutside(host) {
  const name = String(host ?? 'localhost').replace(/^\[|\]$/g, '');
  if (HERE.test(name)) return false;
  appendFileSync(process.env.BIDE_TRIED_OUTSIDE ?? '', `${name}\n`);
  return true;
}

const noNetwork = () => Object.assign(new Error('There is no network.'), { code: 'ENETUNREACH' });

const { connect } = net.Socket.prototype;
/** @param {any[]} given */
net.Socket.prototype.connect = function (...given) {
  // As `net` passes them on itself, or as somebody calls it: options, or a port and a host.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const host = typeof first === 'object' ? first.host : typeof first === 'number' ? second : null;
  if (typeof host === 'string' && isOutside(host)) {
    setImmediate(() => this.destroy(noNetwork()));
    return this;
  }
  return connect.apply(this, /** @type {any} */ (given));
};

/** @type {Record<string, any>[]} */
const askers = [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype];
for (const asker of askers) {
  for (const name of Object.keys(asker)) {
    if (!/^(lookup|resolve|reverse)/.test(name)) continue;
    const ask = asker[name];
    if (typeof ask !== 'function') continue;
    /** @param {any[]} given */
    asker[name] = function (...given) {
      if (net.isIP(given[0]) === 0) isOutside(given[0]);
      return ask.apply(this, given);
    };
  }
}

const { send } = dgram.Socket.prototype;
/** @param {any[]} given */
dgram.Socket.prototype.send = function (...given) {
  const host = given.findLast((one) => typeof one === 'string');
  if (isOutside(host)) throw noNetwork();
  return send.apply(this, /** @type {any} */ (given));
};
