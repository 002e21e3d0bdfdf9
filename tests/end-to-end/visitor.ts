import { execFileSync } from 'node:child_process';
import { request as send, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { totpOf } from '../store/totp.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Said {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  /** Fields of a form, or the bytes of another kind. */
  body?: Record<string, string | string[]> | string | Buffer;
}

/** Somebody who sends requests just as they are written: no browser puts them right. */
export class Visitor {
  cookie = '';
  readonly address = process.env.BIDE_ADDRESS!;

  ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Said> {
    const isForm = typeof body === 'object' && !Buffer.isBuffer(body);
    const bytes = isForm ? formOf(body) : body;
    const { hostname, port } = new URL(this.address);
    const all = {
      accept: 'text/html',
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(bytes === undefined ? {} : { 'content-length': String(Buffer.byteLength(bytes)) }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      // A connection that is kept may have been closed by now.
      const to = { hostname, port, path, method, headers: all, agent: false };
      const asked = send(to, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
          // What was announced and not sent never is.
          asked.destroy();
        });
      });
      asked.on('error', reject);
      asked.end(bytes);
    });
  }

  /** Send a form of one of our own pages, and keep what cookies come back. */
  async post(path: string, body: Record<string, string | string[]> = {}): Promise<Said> {
    const said = await this.ask(path, {
      method: 'POST',
      headers: { origin: this.address },
      body,
    });
    for (const cookie of said.headers['set-cookie'] ?? []) this.keep(cookie.split(';')[0]);
    return said;
  }

  async signInAsOwner(): Promise<this> {
    const said = await this.untilAllowed('/sign-in/owner', () => ({ token: newOwnerToken() }));
    if (said.status !== 303) throw new Error(`The owner could not sign in: ${said.status}`);
    return this;
  }

  /** Make an account by an invitation of the owner, with its second factor. */
  async signUp(owner: Visitor, roles: string[], extra: Record<string, string> = {}): Promise<this> {
    const invited = await owner.post('/accounts?/invite', { role: roles });
    const token = /invited\?token=([\w-]+)/.exec(invited.text)?.[1] ?? '';
    const password = 'correct horse battery';
    const email = `${token.slice(0, 12).toLowerCase()}@example.org`;
    const account = { token, name: roles.join(' '), email, password, ...extra };
    await this.untilAllowed('/invited', () => account);
    const begun = await this.untilAllowed('/account/second-factor?/begin', () => ({ password }));
    const key = /<code class="key[^>]*>([^<]+)</.exec(begun.text)?.[1] ?? '';
    // A code that has waited for its turn is too old.
    const done = await this.untilAllowed('/account/second-factor?/confirm', () => ({
      code: totpOf(key, Date.now()),
    }));
    if (done.status !== 303) throw new Error(`No account was made: ${done.text.slice(0, 500)}`);
    return this;
  }

  /** Send a form again while others on this machine have sent as many as one address may. */
  private async untilAllowed(path: string, body: () => Record<string, string>): Promise<Said> {
    const said = await this.post(path, body());
    if (said.status !== 429) return said;
    await wait(1000);
    return this.untilAllowed(path, body);
  }

  private keep(pair: string): void {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const others = this.cookie.split('; ').filter((one) => one && !one.startsWith(`${name}=`));
    this.cookie = [...others, ...(value ? [`${name}=${value}`] : [])].join('; ');
  }
}

/** A page of somebody who is signed in, in a browser of their own. */
export async function pageOf(browser: Browser, visitor: Visitor): Promise<Page> {
  const context = await browser.newContext({ baseURL: visitor.address, locale: 'en-GB' });
  const cookies = visitor.cookie.split('; ').map((pair) => ({
    name: pair.slice(0, pair.indexOf('=')),
    value: pair.slice(pair.indexOf('=') + 1),
    url: visitor.address,
  }));
  await context.addCookies(cookies);
  return context.newPage();
}

/** A one-time address for the owner, as whoever runs the server gets another. */
export function newOwnerToken(
  data = process.env.BIDE_DATA_OF_SERVER,
  address = process.env.BIDE_ADDRESS,
): string {
  const printed = execFileSync(
    process.execPath,
    ['src/cli/bide.js', 'sign-in', '--data', data!, '--address', address!],
    { cwd: root, encoding: 'utf8' },
  );
  return /token=(\w+)/.exec(printed)?.[1] ?? '';
}

function formOf(fields: Record<string, string | string[]>): string {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) form.append(name, value);
  }
  return form.toString();
}
