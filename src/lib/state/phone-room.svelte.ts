import type { Answer, GivenDesign } from '../workshop/answer.ts';
import type { Point } from '../workshop/point.ts';
import type { Question } from '../workshop/plan.ts';
import type { PhoneView } from '../workshop/views.ts';
import { Watched } from './watched.svelte.ts';
import { Outbox, type Sending, type Waiting } from './outbox.svelte.ts';

export interface AnswerToSend {
  question: string;
  answer: Answer;
}

/** What is sent: an answer, what somebody says of their own accord, or that all of it is taken back. */
export type ToSend = AnswerToSend | { point: Point } | { takesBack: true };

/** What the person holding the phone wants to see, whatever the room does. */
export type Wish = 'go on' | 'stop' | 'break' | 'say';

/**
 * A room as one phone has it: what the server said last, with what was answered since. It works on
 * while there is no network, and needs no secure context.
 */
export class PhoneRoom {
  wish = $state<Wish>('go on');
  /** The question that is answered anew; null for the first without an answer. */
  changing = $state<string | null>(null);
  /** In a ranking: what was chosen so far. */
  picked = $state.raw<string[]>([]);
  isOld = $state(false);
  /** The device was handed on since: what waits here waits for whoever it was made by. */
  isHandedOn = $state(false);
  /** The figure that was tapped, as it is named: what is said next is about it. */
  about = $state('');
  /** Designs that are being made, by question: nothing of one is lost by a look at something else. */
  designing = $state.raw<Record<string, GivenDesign>>({});
  readonly outbox: Outbox<ToSend>;
  readonly #watched: Watched<PhoneView>;
  readonly #address: string;

  view = $derived.by(() => this.#watched.now);
  isConnected = $derived.by(() => this.#watched.isConnected);
  /** Everything is taken back here, and the server does not know yet. */
  isTakingBack = $derived.by(() => this.outbox.waiting.some(({ what }) => 'takesBack' in what));
  /** Answers, by question: those on the way count already. */
  answers = $derived.by(() => {
    const waiting = this.outbox.waiting.flatMap(({ what }) =>
      'question' in what ? [[what.question, what.answer] as const] : [],
    );
    const known = this.isTakingBack ? {} : this.view.answers;
    return { ...known, ...Object.fromEntries(waiting) };
  });
  /** What was said of one's own accord; what is on the way counts already. */
  points = $derived.by(() => [
    ...(this.isTakingBack ? [] : this.view.points),
    ...this.outbox.waiting.flatMap(({ what }) => ('point' in what ? [what.point] : [])),
  ]);
  questions = $derived(this.view.round?.questions ?? []);
  /** What is asked now; null when all is answered. */
  asking = $derived.by((): Question | null => {
    // What is changed may belong to a round that is over.
    const changed = this.questions.find(({ id }) => id === this.changing);
    if (changed) return changed;
    return this.questions.find(({ id }) => !(id in this.answers)) ?? null;
  });

  readonly code: string;
  /** Whom this page was made for: nothing that is said here is sent as anybody else's. */
  readonly who: string;

  constructor(view: PhoneView, seq: number, { code, who }: { code: string; who: string }) {
    this.code = code;
    this.who = who;
    this.#watched = new Watched(view, seq);
    this.#address = `/join/${code}`;
    this.outbox = new Outbox(`bide-answers-${code}-${who}`, {
      storage: browserStorage(),
      send: (waiting) => this.#send(waiting),
      wait: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
      newKey,
    });
  }

  /** Listen to the room, and send what waits, until the returned function is called. */
  connect(): () => void {
    const flush = () => void this.outbox.flush();
    // Once the server is heard again it can be sent to, however long the next try would have waited.
    const unlisten = this.#watched.listen(`${this.#address}/events?who=${this.who}`, flush);
    flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      unlisten();
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flush);
      this.outbox.stop();
    };
  }

  /** Answer a question; in a ranking another choice may follow. */
  answer(question: string, answer: Answer, picked: string[] | null): void {
    if (answer.kind === 'design') this.design(question, answer);
    this.outbox.put({ question, answer });
    this.picked = picked ?? [];
    this.changing = picked ? question : null;
  }

  say(point: Point): void {
    this.outbox.put({ point });
    this.about = '';
  }

  /** Take back all that was said: what waits is never sent, and the server is told once it is heard. */
  takeBack(): void {
    this.outbox.wipe();
    this.outbox.put({ takesBack: true });
  }

  /** Say of a figure that it is not believed. */
  doubt(figure: string): void {
    this.about = figure;
    this.wish = 'say';
  }

  /** Note a design as it is so far. */
  design(question: string, design: GivenDesign): void {
    this.designing = { ...this.designing, [question]: design };
  }

  change(question: string): void {
    this.changing = question;
    this.picked = [];
  }

  /** Show what the server says, unless it said something newer already. */
  show(view: PhoneView, seq: number): void {
    this.#watched.take(view, seq);
  }

  async #send({ key, what }: Waiting<ToSend>): Promise<Sending> {
    try {
      const response = await fetch(`${this.#address}/${whereTo(what)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, who: this.who, ...what }),
      });
      if (response.ok) {
        const { view, seq } = (await response.json()) as { view: PhoneView; seq: number };
        this.show(view, seq);
        this.isHandedOn = false;
        return { kind: 'sent' };
      }
      // The server is busy, stops, or has no room on its disk: it may take it later.
      if (response.status >= 500 || response.status === 429) return { kind: 'later' };
      // Whoever has the device now has not joined, or joined as somebody else: it waits for its own.
      const { problem } =
        response.status === 403
          ? { problem: 'handed on' }
          : ((await response.json()) as { problem: string });
      if (problem === 'handed on') {
        this.isHandedOn = true;
        // Whoever has the device now may have pressed it: nobody else's words are taken back later.
        return 'takesBack' in what ? { kind: 'refused', why: problem } : { kind: 'later' };
      }
      if (problem === 'no such question') this.isOld = true;
      return { kind: 'refused', why: problem };
    } catch {
      // No network: it waits.
      return { kind: 'later' };
    }
  }
}

function whereTo(what: ToSend): string {
  if ('point' in what) return 'points';
  return 'takesBack' in what ? 'taken-back' : 'answers';
}

function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    // Some browsers keep nothing, and throw when asked.
    return null;
  }
}

/** A random key; `randomUUID` is missing on plain http. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
