/**
 * What a phone says in a workshop, by language. A sentence here has one idea and words that a
 * child of nine to eleven reads; another language is another object of this shape.
 */
import type { Says } from '../workshop/answer.ts';
import type { PointKind } from '../workshop/point.ts';
import type { NoRating, Rating, RoundKind } from '../workshop/plan.ts';
import type { TextSize } from '../workshop/phone-settings.ts';
import type { ShareWords } from '../workshop/small-numbers.ts';

/** The language in which models and plans are written; a phone in another one marks their words. */
export const MODEL_LANGUAGE = 'en-GB';

export interface JoinWords {
  /** As in the attribute `lang`. */
  language: string;
  /** Sentences that are in another language than the rest, where only some are translated. */
  other: { language: string; texts: ReadonlySet<string> } | null;
  /** What should be known of a translation; empty where there is nothing. */
  note: string;
  bar: {
    label: string;
    size: string;
    sizes: Record<TextSize, string>;
    contrast: string;
    read: string;
    quiet: string;
  };
  typeTheCode: string;
  code: string;
  join: string;
  joinHeading: (title: string) => string;
  noName: string;
  canStop: string;
  takeBackUntil: (day: string) => string;
  removedOn: (day: string) => string;
  copies: string;
  cannotTell: (inTheRoom: string) => string;
  wrongCode: string;
  tooManyCodes: (seconds: number) => string;
  isFull: string;
  tooManyJoin: string;
  tooOften: string;
  isOver: string;
  noCookies: string;
  notIn: string;
  youWrote: string;
  rounds: Record<RoundKind, string>;
  questionOf: (number: number, of: number) => string;
  waiting: string;
  waitingHint: string;
  rank: { first: string; next: string; enough: string };
  /** What each has to spend, and what is left of it. */
  tokens: {
    hint: (tokens: number) => string;
    left: (spent: number, tokens: number) => string;
    tooMany: (tokens: number) => string;
    none: string;
  };
  rateHow: string;
  design: {
    hint: string;
    asNow: string;
    now: (value: string) => string;
    less: string;
    more: string;
    money: (budget: string) => string;
    costs: (cost: string) => string;
    costsBetween: (low: string, high: string) => string;
    costUntold: string;
    over: (by: string) => string;
    /** Where the cost is more than there is, and luck alone may make it so. */
    maybeOver: string;
    looking: string;
    cannotTell: string;
    cannotTellYet: string;
    /** Where every run gave the same as how it is now. */
    same: string;
    /** How many runs it is from: of few, luck makes the most. */
    runs: (runs: number) => string;
    fewRuns: (runs: number) => string;
    moreRuns: string;
    cannotLook: string;
    doesNotFit: string;
    mayShow: string;
    whichTable: string;
    table: (number: number) => string;
    noTable: string;
    tableTaken: string;
    /** The table it was sent for was freed: the first while it can be sent again, the other later. */
    freed: (table: number) => string;
    freedClosed: string;
    changes: (count: number) => string;
  };
  ratings: Record<Rating | NoRating, string>;
  says: Record<Says, string>;
  say: {
    ask: string;
    heading: string;
    hint: string;
    kinds: Record<PointKind, string>;
    about: string;
    /** Beside a figure. */
    doubt: string;
    words: string;
    send: string;
    back: string;
    incomplete: string;
    tooMany: string;
    said: string;
    replies: string;
  };
  words: string;
  wordsHint: string;
  nameNobody: string;
  mayQuote: string;
  next: string;
  skip: string;
  stop: string;
  takeABreak: string;
  goOn: string;
  chooseOne: string;
  tooLong: (over: number) => string;
  tooLongUnknown: string;
  tooLateToTakeBack: (day: string) => string;
  waitingToSend: string;
  sent: string;
  keepOpen: string;
  notCounted: string;
  oldPage: string;
  noNetwork: string;
  done: string;
  doneHint: string;
  change: string;
  skipped: string;
  closed: string;
  revealed: string;
  ended: string;
  notShown: string;
  /** What a round found. */
  results: {
    answer: string;
    howMany: string;
    share: Record<ShareWords, string>;
    count: (count: number, of: number) => string;
    or: (one: string, other: string) => string;
    kept: (share: string) => string;
    /** In place of `kept`. */
    fewKnow: string;
    agree: (share: string) => string;
    first: (text: string) => string;
    firstEqual: (texts: string) => string;
    tokens: (text: string) => string;
    tokensEqual: (texts: string) => string;
    ofTokens: string;
    ofPeople: string;
    designs: (count: number) => string;
  };
  /** What became of what people said of their own accord. */
  replies: {
    youSaid: string;
    kinds: Record<PointKind, string>;
    inShort: string;
    notQuoted: string;
    did: string;
    didNot: string;
    ledTo: string;
    noAnswer: string;
    heldBack: (count: number) => string;
  };
  stopped: string;
  stoppedHint: string;
  takeBack: string;
  takenBack: string;
  /** Taken back, and the server does not know yet. */
  takingBack: string;
  resting: string;
  restingHint: string;
  help: string;
  /** One device for several people in turn. */
  slip: {
    another: string;
    waitFirst: string;
    heading: string;
    writeDown: string;
    whatFor: string;
    next: string;
    have: string;
    code: string;
    comeBack: string;
    wrong: string;
    handedOn: string;
  };
  /** What a paper says that a phone does not. */
  paper: string;
  onPaper: {
    rank: (most: number) => string;
    tokens: (tokens: number) => string;
    tick: string;
    write: (range: string) => string;
    /** What the letters MAT in a promise mean. */
    mat: string;
  };
}
