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

export const inEnglish: JoinWords = {
  language: 'en-GB',
  other: null,
  note: '',
  bar: {
    label: 'How you read this',
    size: 'Text size',
    sizes: { usual: 'usual', larger: 'larger', largest: 'largest' },
    contrast: 'High contrast',
    read: 'Read aloud',
    quiet: 'Quiet',
  },
  typeTheCode: 'Type the code on the screen',
  code: 'Code',
  join: 'Join',
  joinHeading: (title) => `Join “${title}”`,
  noName: 'You need no name and no account.',
  canStop: 'You can skip a question, take a break or stop at any time. Nobody sees who does.',
  takeBackUntil: (day) =>
    `You can take back all you said until ${day}. What the screen has shown by then stays, in words like “most”.`,
  removedOn: (day) => `We remove all answers on ${day}. Only the totals stay.`,
  copies: 'Others may keep a copy of the totals. We cannot get that back.',
  cannotTell: (inTheRoom) =>
    `We cannot tell who wrote this. If you need help now, speak to ${inTheRoom} or call:`,
  wrongCode: 'There is no room with this code. Look at the screen and type it again.',
  tooManyCodes: (seconds) =>
    `Too many wrong codes came from here. Try again in ${seconds} seconds.`,
  isFull: 'The room is full. Ask for a paper to fill in.',
  tooManyJoin: 'Many devices join from here just now. Wait a minute, then join.',
  tooOften: 'A lot came from this device just now. Wait ten minutes, then send this again.',
  isOver: 'This workshop is over.',
  noCookies: 'Your browser does not let us keep your place. Ask for a paper to fill in.',
  notIn: 'You are not in this room now, so nothing was sent. Join, or use your slip code.',
  youWrote: 'You wrote:',
  rounds: {
    matters: 'What matters',
    now: 'How it is now',
    design: 'Design',
    see: 'Look at the screen',
    decide: 'What we think',
  },
  questionOf: (number, of) => `Question ${number} of ${of}`,
  waiting: 'You are in',
  waitingHint: 'Wait for the first question. It comes by itself.',
  rank: {
    first: 'Choose the one that matters most.',
    next: 'Which one comes next?',
    enough: 'That is all',
  },
  tokens: {
    hint: (tokens) => `You have ${tokens} tokens. Give more to what matters more.`,
    left: (spent, tokens) => `You have spent ${spent} of ${tokens}. ${tokens - spent} left.`,
    tooMany: (tokens) => `You have ${tokens} tokens in all. Take some away first.`,
    none: 'Give a token to something, or press Skip.',
  },
  rateHow: 'How often is this true for you?',
  design: {
    hint: 'Change what you want. Leave the rest as it is now.',
    asNow: 'As it is now',
    now: (value) => `Now: ${value}`,
    less: 'Less',
    more: 'More',
    money: (budget) => `There is ${budget} a year.`,
    costs: (cost) => `Your design costs about ${cost} a year.`,
    costsBetween: (low, high) => `Your design costs between ${low} and ${high} a year.`,
    costUntold: 'We cannot say yet what it costs.',
    over: (by) => `That is ${by} more than there is.`,
    maybeOver: 'That may be more than there is, or not. It is too close to tell.',
    looking: 'Working it out …',
    cannotTell: 'Cannot tell',
    cannotTellYet: 'Cannot tell yet',
    same: 'The same as now',
    runs: (runs) => `This is from ${runs} runs with different luck.`,
    fewRuns: (runs) => `This is from ${runs} runs. Luck may still turn it round.`,
    moreRuns: 'More runs are on their way.',
    cannotLook: 'We cannot work it out just now. You can send it all the same.',
    doesNotFit: 'This does not fit together:',
    whichTable: 'Which table are you at?',
    table: (number) => `Table ${number}`,
    noTable: 'Choose your table first.',
    tableTaken: 'Your table has sent one from another phone. Change it there.',
    freed: (table) =>
      `Are you at table ${table}? The person who leads thinks not. Choose your table and send it again. All you chose is still here.`,
    freedClosed: 'Your design does not count yet. Tell the person who leads.',
    mayShow: 'Our table may be shown on the screen, without a name',
    changes: (count) => (count === 1 ? '1 change' : `${count} changes`),
  },
  ratings: {
    always: 'Always',
    mostly: 'Mostly',
    sometimes: 'Sometimes',
    never: 'Never',
    'does not apply': 'Does not apply to me',
    'do not know': 'I do not know',
  },
  says: { agree: 'I agree', disagree: 'I do not agree', pass: 'Pass' },
  say: {
    ask: 'Say something else',
    heading: 'What do you want to say?',
    hint: 'We write an answer to each thing that is said.',
    kinds: {
      lever: 'There is something else to change',
      'cannot hold': 'The model leaves something out',
      'not believed': 'We do not believe this number',
    },
    about: 'Which number do you not believe?',
    doubt: 'We do not believe this',
    words: 'Say it in your own words.',
    send: 'Send',
    back: 'Go back',
    incomplete: 'Choose one, and write something.',
    tooMany: 'You have said as much as one phone can. Ask for a paper.',
    said: 'What you said here',
    replies: 'You said, we did, we did not and why',
  },
  words: 'Do you want to say why?',
  wordsHint: 'You do not have to. Please name nobody.',
  nameNobody: 'Please name nobody.',
  mayQuote: 'Yes, you may use my words in the report',
  next: 'Next',
  skip: 'Skip',
  stop: 'Stop',
  takeABreak: 'Take a break',
  goOn: 'Go on',
  chooseOne: 'Choose one, or press Skip.',
  tooLong: (over) => `This is too long by ${over} letters. Please make it shorter.`,
  tooLongUnknown: 'This is too long. Please make it shorter.',
  tooLateToTakeBack: (day) => `You could take back what you said until ${day}. That is over.`,
  waitingToSend: 'Waiting to send',
  sent: 'Sent',
  keepOpen: 'Keep this page open until it says Sent.',
  notCounted: 'One answer came too late to be counted. Tell the person who leads the workshop.',
  oldPage: 'This page is old. Load it again.',
  noNetwork: 'No connection just now. You can go on.',
  done: 'You are done for now',
  doneHint: 'You can change an answer until this round is closed.',
  change: 'Change',
  skipped: 'Skipped',
  closed: 'This round is closed. Look at the screen.',
  revealed: 'What people said',
  ended: 'Thank you for taking part',
  notShown: 'Not shown: it could tell who said what.',
  results: {
    answer: 'Answer',
    howMany: 'How many',
    share: { most: 'most', 'about half': 'about half', 'a few or none': 'a few or none' },
    count: (count, of) => `${count} of ${of}`,
    or: (one, other) => `${one} or ${withSmallLetter(other)}`,
    kept: (share) => `Always or mostly: ${share} of those who could say.`,
    fewKnow: 'Too few could say how often: fewer than five.',
    agree: (share) => `Agree: ${share}.`,
    first: (text) => `First: ${text}.`,
    firstEqual: (texts) => `First, equal: ${texts}.`,
    tokens: (text) => `Most tokens: ${text}.`,
    tokensEqual: (texts) => `Most tokens, equal: ${texts}.`,
    ofTokens: 'Each number is of all the tokens that were spent.',
    ofPeople: 'In the order of tokens. The words say how many people gave it any.',
    designs: (count) =>
      count === 1 ? 'One design.' : `${count} designs. They have no rank, and none of them wins.`,
  },
  replies: {
    youSaid: 'You said',
    kinds: {
      lever: 'there is something else to change',
      'cannot hold': 'the model leaves something out',
      'not believed': 'you do not believe a number',
    },
    inShort: 'In short, as the person who leads put it:',
    notQuoted: 'The words are not shown here.',
    did: 'We did.',
    didNot: 'We did not.',
    ledTo: 'It led to:',
    noAnswer: 'No answer yet.',
    heldBack: (count) =>
      `Words are held back ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}. They name, threaten or hate somebody. There is no other reason.`,
  },
  stopped: 'You have stopped',
  stoppedHint: 'Nobody in the room can see this. What you said before still counts.',
  takeBack: 'Take back all I said',
  takenBack: 'All you said is taken back. It is removed.',
  takingBack:
    'All you said is taken back on this phone. The server hears of it by itself, once there is a connection.',
  resting: 'Take your time',
  restingHint: 'Your answers are kept.',
  help: 'Help',
  slip: {
    another: 'Hand this device to the next person',
    waitFirst: 'Wait until all is sent. Then you can hand this device on.',
    heading: 'Your slip code',
    writeDown: 'Write it down now. We show it only once.',
    whatFor:
      'With it you can come back on any device in this room. You can take back what you said.',
    next: 'I have it. The next person can start',
    have: 'I have a slip code',
    code: 'Slip code',
    comeBack: 'Come back',
    wrong: 'We do not know this slip code. Look at your slip and type it again.',
    handedOn: 'You handed this device on. Nothing was sent. Come back with your slip code.',
  },
  paper: 'Fill in what you want, and leave open what you do not.',
  onPaper: {
    rank: (most) => `Write a number into ${most} boxes: 1 for what matters most, then 2 and so on.`,
    tokens: (tokens) =>
      `You have ${tokens} tokens. Write into a box how many you give it: ${tokens} in all, or fewer.`,
    tick: 'Tick one box.',
    write: (range) => `You can write ${range}.`,
    mat: 'MAT is medicine, with support beside it.',
  },
};

/** “Always”, and “mostly” after it. */
function withSmallLetter(text: string): string {
  return text.startsWith('I ') ? text : text[0].toLowerCase() + text.slice(1);
}
