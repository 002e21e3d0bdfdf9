/** Clients of a workshop that do what a browser does, without one. */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {{ status: number, location: string, text: string }} Said */

/** Somebody with cookies, and connections of their own. */
export class Visitor {
  /** @type {Map<string, string>} */
  #cookies = new Map();
  agent = new Agent({ keepAlive: true });

  /** @param {string} address */
  constructor(address) {
    this.address = address;
  }

  /**
   * @param {string} path
   * @param {{ method?: string, type?: string, body?: string }} [how]
   * @returns {Promise<Said>}
   */
  ask(path, how = {}) {
    const { method = 'GET', type = '', body = '' } = how;
    return new Promise((resolve, reject) => {
      const asked = request(
        new URL(path, this.address),
        {
          method,
          agent: this.agent,
          headers: {
            accept: 'text/html',
            cookie: this.cookie,
            ...(body
              ? {
                  origin: this.address,
                  'content-type': type,
                  'content-length': Buffer.byteLength(body),
                }
              : {}),
          },
        },
        (answer) => {
          for (const one of answer.headers['set-cookie'] ?? []) {
            const [pair] = one.split(';');
            const at = pair.indexOf('=');
            this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
          }
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part) => (text += part));
          answer.on('end', () => {
            const { statusCode = 0, headers } = answer;
            resolve({ status: statusCode, location: headers.location ?? '', text });
          });
        },
      );
      asked.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        // A connection that was kept may be closed just as it is used again; browsers ask anew.
        if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(this.ask(path, how));
        else reject(error);
      });
      asked.end(body);
    });
  }

  /**
   * @param {string} path
   * @param {Record<string, string>} fields
   */
  post(path, fields) {
    const body = new URLSearchParams(fields).toString();
    return this.ask(path, { method: 'POST', type: 'application/x-www-form-urlencoded', body });
  }

  get cookie() {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ');
  }
}

/** A phone in a room: it joins, listens, and answers. */
export class Phone extends Visitor {
  #phase = '';
  /** @type {(() => void)[]} */
  #waiting = [];
  #answers = 0;
  /** Whom the page was made for. */
  #who = '';
  /** @type {import('node:http').ClientRequest | null} */
  #events = null;

  /**
   * @param {string} address
   * @param {string} code
   */
  constructor(address, code) {
    super(address);
    this.at = `/join/${code}`;
  }

  async join() {
    const { text } = await this.ask(this.at);
    const token = /name="token" value="([\w-]+)"/.exec(text)?.[1] ?? '';
    const { status, location } = await this.post(`${this.at}?/join`, { token });
    if (status !== 303) throw new Error(`A phone could not join: ${status}`);
    const page = await this.ask(location);
    this.#who = /\bwho:"([\w-]+)"/.exec(page.text)?.[1] ?? '';
    this.#listen();
    await this.hears('');
  }

  /** @param {number} choice */
  async answer(choice) {
    const says = ['agree', 'disagree', 'pass'][choice % 3];
    const body = JSON.stringify({
      key: String(++this.#answers),
      who: this.#who,
      question: 'decide-1',
      answer: { kind: 'agree', says, words: 'So that plans hold for longer than a year.' },
    });
    const how = { method: 'POST', type: 'application/json', body };
    const { status, text } = await this.ask(`${this.at}/answers`, how);
    if (status !== 200) throw new Error(`An answer was not taken: ${status} ${text}`);
  }

  /**
   * Wait until the room is in a phase, any where it is empty; return when it was.
   *
   * @param {string} phase
   */
  async hears(phase) {
    while (this.#phase === '' || (phase !== '' && this.#phase !== phase)) {
      await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
    }
    return performance.now();
  }

  leave() {
    this.#events?.destroy();
    this.agent.destroy();
  }

  #listen() {
    const { cookie } = this;
    const headers = { accept: 'text/event-stream', cookie };
    this.#events = request(
      new URL(`${this.at}/events?who=${this.#who}`, this.address),
      { headers },
      (answer) => {
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          const messages = (rest + part).split('\n\n');
          rest = messages.pop() ?? '';
          for (const message of messages) this.#take(/^data: (.*)$/m.exec(message)?.[1]);
        });
      },
    );
    // It ends with a reset when the phone leaves.
    this.#events.on('error', () => undefined);
    this.#events.end();
  }

  /** @param {string | undefined} text */
  #take(text) {
    if (!text) return;
    this.#phase = JSON.parse(text).phase;
    for (const tell of this.#waiting.splice(0)) tell();
  }
}

/**
 * Have everybody do something, spread evenly over some time; return how long each took, in ms.
 *
 * @template T
 * @param {T[]} all
 * @param {number} ms
 * @param {(one: T, at: number) => Promise<unknown>} work
 */
export function inTime(all, ms, work) {
  return Promise.all(
    all.map(async (one, at) => {
      await sleep((at / all.length) * ms);
      const begun = performance.now();
      await work(one, at);
      return performance.now() - begun;
    }),
  );
}
