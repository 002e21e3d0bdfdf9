import { createHmac } from 'node:crypto';

/**
 * Return what stands for a visitor's network address in the store: the same for the same address,
 * and nothing that leads back to it. It is written as an address of a private network, as those who
 * count by address expect one.
 */
export function addressMark(address: string, secret: string): string {
  const mark = createHmac('sha256', secret).update(`address ${address}`).digest('hex');
  return `fd${mark.slice(0, 30)}`.match(/.{4}/g)!.join(':');
}
