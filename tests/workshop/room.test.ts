import { describe, expect, test } from 'vitest';
import type { Act, Deed } from '../../src/lib/workshop/act.ts';
import { readAnswer } from '../../src/lib/workshop/answer.ts';
import { answerOfForm } from '../../src/lib/workshop/answer-form.ts';
import { joinCode, readCode, spacedCode } from '../../src/lib/workshop/join-code.ts';
import { refuseAnswer, refuseDeed, sendsTooOften } from '../../src/lib/workshop/may-act.ts';
import { lastChange } from '../../src/lib/workshop/last-change.ts';
import { recordOf } from '../../src/lib/workshop/record.ts';
import { roundResults, standing } from '../../src/lib/workshop/results.ts';
import { applyAct, foldActs, tookPart } from '../../src/lib/workshop/room.ts';
import { MOST_SENT } from '../../src/lib/workshop/sent-lately.ts';
import { hostView, phoneView, screenView } from '../../src/lib/workshop/views.ts';
import { inEnglish } from '../../src/lib/words/join-words-english.ts';
import { findingOf } from '../../src/lib/words/workshop-words.ts';
import { acts, agreed, answered, devices, joined, plan, roomAfter } from './rooms.ts';

const opened: Deed = { act: 'opened', round: 'decide' };
const closed: Deed = { act: 'closed', round: 'decide' };
const revealed: Deed = { act: 'revealed', round: 'decide' };
const agree = { kind: 'agree', says: 'agree' } as const;
const disagree = { kind: 'agree', says: 'disagree' } as const;

test('a device that sends without end has to wait, and nobody else', () => {
  const again = Array.from({ length: MOST_SENT }, () => answered('a', 'decide-1', agree));
  const log = acts(...joined('a', 'b', 'paper 1'), opened);
  const now = log.at(-1)!.at;
  const flood = [...again, ...again.map((deed) => ({ ...deed, device: 'paper 1' }))];
  const later = flood.map((deed, n) => ({ ...deed, seq: log.length + n + 1, at: now }) as Act);
  const room = foldActs([...log, ...later.slice(0, MOST_SENT - 1)])!;
  expect(sendsTooOften(room, 'a', now)).toBe(false);
  for (const act of later) applyAct(room, act);
  const minutesOn = (n: number) => new Date(Date.parse(now) + n * 60_000).toISOString();
  expect(sendsTooOften(room, 'a', now)).toBe(true);
  expect(sendsTooOften(room, 'a', minutesOn(5))).toBe(true);
  for (const device of ['b', 'paper 1']) expect(sendsTooOften(room, device, now)).toBe(false);
  // Once the window is over, or where the clock was wrong.
  for (const n of [10, -20]) expect(sendsTooOften(room, 'a', minutesOn(n))).toBe(false);
});

describe('a room', () => {
  test('an act counts once, and the last answer is the one that holds', () => {
    const log = acts(
      ...joined('a'),
      opened,
      answered('a', 'decide-1', agree),
      answered('a', 'decide-1', disagree),
    );
    const room = roomAfter();
    for (const act of [...log, ...log]) applyAct(room, act);
    expect(screenView(room)).toMatchObject({ phase: 'open', answered: 1, here: 1 });
    expect(phoneView(room, 'a')?.answers).toEqual({ 'decide-1': disagree });
  });

  test('devices that said nothing are not counted once they are set aside, until they say something', () => {
    const say: Deed = {
      ...{ act: 'proposed', device: 'c', point: 'p' },
      said: { kind: 'lever', words: 'Open at night', mayQuote: false },
    };
    const log: Deed[] = [
      ...joined('a', 'b', 'c', 'd'),
      { act: 'joined', device: 'on paper', isPaper: true },
      opened,
      answered('a', 'decide-1', { kind: 'skip' }),
      answered('d', 'decide-1', agree),
      { act: 'withdrew', device: 'd' },
    ];
    expect(hostView(roomAfter(...log))).toMatchObject({ here: 5, silent: 2 });
    const aside = roomAfter(...log, { act: 'set aside' });
    expect(hostView(aside)).toMatchObject({ here: 3, silent: 0, withdrew: 1 });
    expect(refuseDeed(aside, { act: 'set aside' })).toBe('not now');
    expect(phoneView(aside, 'b')).toMatchObject({ phase: 'open' });
    const back = roomAfter(...log, { act: 'set aside' }, answered('b', 'decide-1', agree), say);
    expect(hostView(back)).toMatchObject({ here: 5, silent: 0 });
    expect(refuseDeed(roomAfter(...log, { act: 'ended' }), { act: 'set aside' })).toBe('ended');
  });

  test('nobody sees an answer before it is shown, and a phone sees its own only', () => {
    const log: Deed[] = [...joined('a', 'b'), opened, answered('a', 'decide-1', agree)];
    const room = roomAfter(...log);
    expect(screenView(room).results).toEqual([]);
    expect(hostView(room).rounds[2].results).toEqual([]);
    expect(phoneView(room, 'b')).toMatchObject({ answers: {}, results: [] });
    expect(phoneView(room, 'nobody')).toBeNull();
    expect(JSON.stringify([screenView(room), hostView(room)])).not.toMatch(/"a"|"says"|"answers"/);
  });

  test('what is taken back is gone from every count', () => {
    const log: Deed[] = [...agreed(6, (at) => (at < 3 ? 'agree' : 'disagree'))];
    const room = roomAfter(...log, { act: 'withdrew', device: 'd0' });
    expect(tookPart(room)).toEqual({ people: 5, onPaper: 0 });
    expect(roundResults(room, 'decide')[0].answered).toBe(5);
    expect(hostView(room).withdrew).toBe(1);
    expect(recordOf(room)).toMatchObject({ tookPart: 5, withdrew: 1 });
  });

  test('what comes after it was shown is in the record, and changes nothing that was shown', () => {
    const six = agreed(6, (at) => (at < 3 ? 'agree' : 'disagree'));
    const late = [...joined('late'), ...six, answered('late', 'decide-1', agree)];
    const room = roomAfter(...late);
    expect(roundResults(room, 'decide')[0].answered).toBe(6);
    expect(roundResults(room, 'decide', 'all')[0].answered).toBe(7);
    // What is shown is not changed behind it.
    applyAct(room, { ...answered('d0', 'decide-1', disagree), seq: room.seq + 1, at: '' });
    expect(phoneView(room, 'd0')?.answers['decide-1']).toEqual(agree);
    // Shown again, it counts with the others.
    const again = roomAfter(...late, { act: 'went back', round: 'decide' }, closed, revealed);
    expect(roundResults(again, 'decide')[0].answered).toBe(7);
  });

  test('going back hides what was shown', () => {
    const room = roomAfter(...agreed(6, (at) => (at < 3 ? 'agree' : 'disagree')), {
      act: 'went back',
      round: 'decide',
    });
    expect(screenView(room)).toMatchObject({ phase: 'open', results: [] });
  });
});

describe('small numbers', () => {
  test('under five answers nothing is split up', () => {
    const result = roundResults(
      roomAfter(...agreed(4, (at) => (at < 2 ? 'agree' : 'pass'))),
      'decide',
    );
    expect(result[0]).toMatchObject({ answered: 4, shown: null, withheld: 'too few' });
  });

  test('what all said alike waits for the facilitator, and the room does not learn why', () => {
    const log = agreed(8, () => 'agree');
    const room = roomAfter(...log);
    expect(roundResults(room, 'decide')[0]).toMatchObject({ shown: null, withheld: 'all alike' });
    expect(screenView(room).results[0]).toEqual({
      ...{ question: 'decide-1', ask: 'Awards should last longer.', shown: null },
    });
    expect(recordOf(room).rounds[0].questions[0].shown).toBeNull();
    const let1 = roomAfter(...log, { act: 'let show', round: 'decide', question: 'decide-1' });
    expect(screenView(let1).results[0].shown).not.toBeNull();
  });

  test.each([
    [1, 'a few or none'],
    [4, 'about half'],
    [7, 'most'],
  ])('in a room of ten %i who agree are “%s”', (count, words) => {
    const room = roomAfter(...agreed(10, (at) => (at < count ? 'agree' : 'disagree')));
    const [{ shown }] = roundResults(room, 'decide');
    expect(shown).toMatchObject({
      parts: [{ says: 'agree', share: { kind: 'words', words } }, {}, {}],
    });
    expect(JSON.stringify(recordOf(room).rounds)).not.toMatch(/"count"/);
  });

  test('a room of twenty gets counts', () => {
    const room = roomAfter(...agreed(20, (at) => (at < 7 ? 'agree' : 'disagree')));
    expect(roundResults(room, 'decide')[0].shown).toMatchObject({
      parts: [{ share: { kind: 'count', count: 7, of: 20 } }, {}, {}],
    });
  });

  test('a question that few answered gets words in a room of any size', () => {
    const all = devices(30);
    const room = roomAfter(
      ...agreed(10, (at) => (at < 7 ? 'agree' : 'disagree')),
      ...joined(...all.slice(10)),
      { act: 'opened', round: 'matters' },
      ...all.map((one, at) =>
        answered(one, 'matters', { kind: 'rank', order: [at % 2 === 0 ? 'm1' : 'm2'] }),
      ),
      { act: 'ended' },
    );
    const { tookPart, rounds } = recordOf(room);
    expect(tookPart).toBe(30);
    const [matters, decide] = rounds.map(({ questions }) => JSON.stringify(questions));
    expect(matters).toContain('"count"');
    expect(decide).not.toContain('"count"');
  });

  test('beside what was kept before, nothing tells what somebody took back after the end', () => {
    const deeds: Deed[] = [
      ...agreed(24, (at) => (at < 9 ? 'agree' : 'disagree')),
      { act: 'ended' },
      { act: 'withdrew', device: 'd0' },
    ];
    expect(JSON.stringify(recordOf(roomAfter(...deeds.slice(0, -1))))).toContain('"count":9');
    const after = recordOf(roomAfter(...deeds));
    expect(after).toMatchObject({ tookPart: 23, withdrew: 1 });
    expect(JSON.stringify(after.rounds)).not.toContain('"count"');
  });

  test('a word that was shown does not change when somebody takes back what they said', () => {
    // Four of six are most; three of the five who stay would be about half.
    const shown = agreed(6, (at) => (at < 4 ? 'agree' : 'disagree'));
    const before = roomAfter(...shown);
    const gone: Deed = { act: 'withdrew', device: 'd0', stands: standing(before, 'd0') };
    const most = [{ says: 'agree', share: { kind: 'words', words: 'most' } }];
    const after = roomAfter(...shown, gone, { act: 'ended' });
    for (const results of [
      screenView(roomAfter(...shown, gone)).results,
      roundResults(after, 'decide', 'all'),
    ]) {
      expect(results).toMatchObject([
        { shown: { parts: expect.arrayContaining(most) as unknown } },
      ]);
    }
    expect(recordOf(after)).toMatchObject({ tookPart: 5, withdrew: 1 });
    // Nor does what is seen again, though the log has the answer no more.
    const emptied = acts(...shown, gone).map((act) =>
      act.act === 'answered' && act.device === 'd0'
        ? { act: 'taken back' as const, seq: act.seq, at: act.at }
        : act,
    );
    expect(JSON.stringify(lastChange(emptied)?.now.results)).toContain('"most"');

    // Where four are left nothing is split up; where others answer anew, it is worked out anew.
    const fewer = roomAfter(...shown, gone, { act: 'withdrew', device: 'd1' });
    expect(screenView(fewer).results).toMatchObject([{ shown: null }]);
    const again = roomAfter(
      ...shown,
      gone,
      { act: 'went back', round: 'decide' },
      answered('d1', 'decide-1', agree),
      { act: 'closed', round: 'decide' },
      { act: 'revealed', round: 'decide' },
    );
    expect(JSON.stringify(screenView(again).results)).not.toContain('"most"');
  });

  test('what was not shown, or not answered, stands for nothing', () => {
    const shown = agreed(6, (at) => (at < 4 ? 'agree' : 'disagree'));
    expect(standing(roomAfter(...shown.slice(0, -1)), 'd0')).toEqual({});
    expect(standing(roomAfter(...shown, ...joined('late')), 'late')).toEqual({});
    const late = answered('late', 'decide-1', agree);
    expect(standing(roomAfter(...joined('late'), ...shown, late), 'late')).toEqual({});
    expect(standing(roomAfter(...agreed(6, () => 'agree')), 'd0')).toEqual({});
    const ended: Deed[] = [...shown.slice(0, -1), { act: 'ended' }];
    expect(Object.keys(standing(roomAfter(...ended), 'd0'))).toEqual(['decide-1']);
  });

  test('in a small room answers to a promise stand together, and are held where all are alike', () => {
    const rated = (ratings: ('always' | 'mostly' | 'never')[]) => {
      const all = devices(ratings.length);
      const room = roomAfter(
        ...joined(...all),
        { act: 'opened', round: 'now' },
        ...all.map((one, at) =>
          answered(one, 'now-housing', { kind: 'rate', rating: ratings[at] }),
        ),
      );
      return roundResults(room, 'now')[0];
    };
    expect(rated(['always', 'mostly', 'mostly', 'never', 'always']).shown).toMatchObject({
      kept: { words: 'most' },
      parts: [
        { ratings: ['always', 'mostly'], share: { words: 'most' } },
        { ratings: ['sometimes', 'never'], share: { words: 'a few or none' } },
        { ratings: ['does not apply', 'do not know'] },
      ],
    });
    expect(rated(['always', 'mostly', 'mostly', 'always', 'always']).withheld).toBe('all alike');
  });

  test.each([
    { rated: 1, unsure: 4 },
    { rated: 4, unsure: 16 },
    { rated: 0, unsure: 20 },
  ])('nothing is said of the $rated who could say, where $unsure could not', (of) => {
    const all = devices(of.rated + of.unsure);
    const rating = (at: number) =>
      at < of.rated ? 'always' : at % 2 === 0 ? 'do not know' : 'does not apply';
    const room = roomAfter(
      ...joined(...all),
      { act: 'opened', round: 'now' },
      ...all.map((one, at) => answered(one, 'now-housing', { kind: 'rate', rating: rating(at) })),
      { act: 'closed', round: 'now' },
      { act: 'revealed', round: 'now' },
    );
    const { shown } = screenView(room).results[0];
    expect(shown).toMatchObject({ kind: 'rate', kept: null });
    expect(recordOf(room).rounds[0].questions[0].shown).toEqual(shown);
    expect(standing(room, 'd0')['now-housing']).toMatchObject({ kept: null });
    const found = shown && findingOf(shown, inEnglish);
    expect(found).toBe('Too few could say how often: fewer than five.');
  });

  test('a ranking is in the order of what more people put higher', () => {
    const orders = [['m2', 'm1'], ['m2'], ['m1', 'm2', 'm3'], ['m2', 'm4'], ['m4', 'm2']];
    const all = devices(orders.length);
    const room = roomAfter(
      ...joined(...all),
      { act: 'opened', round: 'matters' },
      ...all.map((one, at) => answered(one, 'matters', { kind: 'rank', order: orders[at] })),
    );
    const { shown } = roundResults(room, 'matters')[0];
    expect(shown?.kind === 'rank' && shown.order.map(({ id }) => id)).toEqual([
      ...['m2', 'm1', 'm4', 'm3'],
    ]);
  });
});

describe('who may do what when', () => {
  test('a round is opened, closed, shown and gone back to in order, by whoever is first', () => {
    const before = roomAfter();
    expect(refuseDeed(before, opened)).toBeNull();
    expect(refuseDeed(before, closed)).toBe('not now');
    const during = roomAfter(opened);
    expect(refuseDeed(during, opened)).toBe('not now');
    expect(refuseDeed(during, { act: 'opened', round: 'now' })).toBe('another is open');
    expect(refuseDeed(during, { act: 'ended' })).toBe('another is open');
    expect(refuseDeed(during, revealed)).toBe('not now');
    const after = roomAfter(opened, closed);
    expect(refuseDeed(after, revealed)).toBeNull();
    expect(refuseDeed(after, { act: 'extended', round: 'decide', minutes: 5 })).toBeNull();
    expect(refuseDeed(roomAfter({ act: 'ended' }), opened)).toBe('ended');
  });

  test('an answer kept by a phone is taken after its round has closed, and not before it opens', () => {
    const from = { device: 'a', question: 'decide-1' };
    expect(refuseAnswer(roomAfter(...joined('a')), from)).toBe('not open yet');
    expect(refuseAnswer(roomAfter(opened), from)).toBe('not joined');
    expect(refuseAnswer(roomAfter(...joined('a'), opened, closed), from)).toBeNull();
    const shown = roomAfter(...joined('a'), opened, closed, revealed);
    expect(refuseAnswer(shown, from)).toBeNull();
    const twice = roomAfter(
      ...joined('a'),
      opened,
      answered('a', 'decide-1', agree),
      closed,
      revealed,
    );
    expect(refuseAnswer(twice, from)).toBe('shown already');
    expect(refuseAnswer(twice, { device: 'a', question: 'no-such' })).toBe('no such question');
  });
});

describe('what is sent', () => {
  const [rank, rate, opinion] = plan.rounds.map(({ questions }) => questions[0]);

  test.each([
    [rank, { kind: 'rank', order: ['m1', 'm1'] }],
    [rank, { kind: 'rank', order: ['m9'] }],
    [rank, { kind: 'rank', order: [] }],
    [rank, { kind: 'rank', order: ['m1', 'm2', 'm3', 'm4'] }],
    [rate, { kind: 'rate', rating: 'constructor' }],
    [rate, { kind: 'agree', says: 'agree' }],
    [opinion, { kind: 'agree', says: 'agree', words: ['x'] }],
    [opinion, 'agree'],
    [opinion, null],
  ])('%o does not take %o', (question, given) => {
    expect(readAnswer(question, given)).toEqual({ problem: 'not an answer' });
  });

  test('words are kept as they are, but for what cannot be seen, and 5,000 are too many', () => {
    const words = 'Tha mi sgìth 😀 مرحبا <script>alert(1)</script>\u202e\u0000\r\nover';
    expect(readAnswer(opinion, { ...agree, words, mayQuote: 'yes', more: 1 })).toEqual({
      answer: {
        ...agree,
        words: 'Tha mi sgìth 😀 مرحبا <script>alert(1)</script>\nover',
        mayQuote: false,
      },
    });
    expect(readAnswer(opinion, { ...agree, words: 'word '.repeat(5000) })).toEqual({
      problem: 'too long',
    });
  });

  test('a form ranks one choice after the other', () => {
    const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? null;
    expect(answerOfForm(rank, form({ choice: 'm2' }))).toMatchObject({
      ...{ answer: { kind: 'rank', order: ['m2'] }, goesOn: true },
    });
    expect(answerOfForm(rank, form({ choice: 'm4', picked: 'm2,m1' }))).toMatchObject({
      ...{ answer: { kind: 'rank', order: ['m2', 'm1', 'm4'] }, goesOn: false },
    });
    expect(answerOfForm(rank, form({ picked: 'm2', does: 'enough' }))?.goesOn).toBe(false);
    expect(answerOfForm(rank, form({}))).toBeNull();
    expect(answerOfForm(rate, form({ does: 'skip' }))?.answer).toEqual({ kind: 'skip' });
  });
});

describe('codes', () => {
  test('are six letters and figures that cannot be taken for each other', () => {
    const all = Array.from({ length: 256 }, (_, at) => joinCode(Array(6).fill(at)));
    const letters = new Set(all.flatMap((code) => [...(code ?? '')]));
    expect([...letters].join('')).not.toMatch(/[01258ABEGILOQSUVZ6]/);
    expect(letters.size).toBe(18);
    // Those beyond a whole number of alphabets would favour some letters.
    expect(all.filter((code) => code === null)).toHaveLength(256 % 18);
    expect(joinCode([1, 2, 3])).toBeNull();
  });

  test('are read however they are typed', () => {
    expect(readCode(' cdf-34 7 ')).toBe('CDF347');
    expect(spacedCode('CDF347')).toBe('CDF 347');
    for (const wrong of ['', 'CDF34', 'CDF3470', 'CDF34O', '😀😀😀', "' or 1=1", 'ＣＤＦ347']) {
      expect(readCode(wrong), wrong).toBeNull();
    }
  });
});
