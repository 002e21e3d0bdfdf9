import { expect, test } from 'vitest';
import type { Deed } from '../../src/lib/workshop/act.ts';
import { refuseDeed, refusePoint } from '../../src/lib/workshop/may-act.ts';
import { MOST_POINTS, readPoint, readReply, type Point } from '../../src/lib/workshop/point.ts';
import { pointsOf } from '../../src/lib/workshop/points.ts';
import { amendRecord, countHeld, readRecordText, recordOf } from '../../src/lib/workshop/record.ts';
import { tookPart } from '../../src/lib/workshop/room.ts';
import { hostView, phoneView, screenView } from '../../src/lib/workshop/views.ts';
import { agreed, joined, roomAfter } from './rooms.ts';

const said = (device: string, point: string, words: string, more: Partial<Point> = {}): Deed => ({
  ...{ act: 'proposed', device, point },
  said: { kind: 'lever', words, mayQuote: false, ...more },
});
const reply = { did: true, why: 'It is there now.', ledTo: 'Scenario B', inShort: '' };
const ended: Deed = { act: 'ended' };

test('what came as a point is read, and nothing else of it is kept', () => {
  const given = {
    kind: 'not believed',
    about: ' 12 days ',
    words: ' No\u202e way 😀 ',
    mayQuote: 1,
  };
  expect(readPoint({ ...given, by: 'Kim' })).toEqual({
    point: { kind: 'not believed', about: '12 days', words: 'No way 😀', mayQuote: false },
  });
  expect(readPoint({ ...given, kind: 'lever' })).toEqual({
    point: { kind: 'lever', words: 'No way 😀', mayQuote: false },
  });
  expect(readPoint({ kind: 'lever', words: '   ' })).toEqual({ problem: 'not a point' });
  expect(readPoint({ kind: 'other', words: 'a' })).toEqual({ problem: 'not a point' });
  expect(readPoint(null)).toEqual({ problem: 'not a point' });
  expect(readPoint({ kind: 'lever', words: 'word '.repeat(5000) })).toEqual({
    problem: 'too long',
  });
});

test('a reply needs an answer and a reason', () => {
  const field = (of: Record<string, string>) => (name: string) => of[name] ?? '';
  expect(readReply(field({ did: 'no', why: 'Too dear.' }))).toEqual({
    ...{ did: false, why: 'Too dear.', ledTo: '', inShort: '' },
  });
  expect(readReply(field({ did: 'no', why: ' ' }))).toBeNull();
  expect(readReply(field({ why: 'Too dear.' }))).toBeNull();
});

test('only the facilitator sees points, in the order of the alphabet, and a phone its own', () => {
  const room = roomAfter(...joined('a', 'b'), said('a', 'p1', 'Zebra'), said('b', 'p2', 'Apple'));
  expect(pointsOf(room).map(({ words }) => words)).toEqual(['Apple', 'Zebra']);
  expect(JSON.stringify(hostView(room))).not.toContain('"device"');
  expect(JSON.stringify(screenView(room))).not.toMatch(/Zebra|Apple/);
  expect(JSON.stringify(phoneView(room, 'a'))).not.toContain('Apple');
  expect(phoneView(room, 'a')).toMatchObject({ hasAnswered: true, points: [{ words: 'Zebra' }] });
  expect(tookPart(room).people).toBe(2);
});

test('the facilitator knows what was written on paper, and the record does not say it', () => {
  const room = roomAfter(
    ...joined('a', 'paper b'),
    said('a', 'p1', 'Zebra', { mayQuote: true }),
    said('paper b', 'p2', 'Apple', { mayQuote: true }),
  );
  expect(pointsOf(room).map(({ isPaper }) => isPaper)).toEqual([true, false]);
  const { points } = recordOf(room);
  expect(points.map(({ words }) => words)).toEqual(['Apple', 'Zebra']);
  expect(JSON.stringify(points)).not.toContain('aper');
});

test('a point is taken at any time from somebody who joined, and not without end', () => {
  expect(refusePoint(roomAfter(), 'a')).toBe('not joined');
  expect(refusePoint(roomAfter(...joined('a')), 'a')).toBeNull();
  // What a phone kept while it had no network.
  expect(refusePoint(roomAfter(...joined('a'), ended), 'a')).toBeNull();
  const many = Array.from({ length: MOST_POINTS }, (_, at) => said('a', `p${at}`, 'Again'));
  expect(refusePoint(roomAfter(...joined('a'), ...many), 'a')).toBe('too many');
});

test('the record has replies, and words only where they may be quoted and are not held back', () => {
  const deeds: Deed[] = [
    ...joined('a', 'b'),
    said('a', 'p1', 'Open at night', { mayQuote: true }),
    said('a', 'p2', 'Kim is a liar', { mayQuote: true }),
    said('b', 'p3', 'My own story', { kind: 'not believed', about: 'my file' }),
    { act: 'held back', point: 'p2', because: 'names' },
    { act: 'replied', point: 'p1', reply },
    ended,
    { act: 'replied', point: 'p3', reply: { ...reply, did: false, inShort: 'A figure is wrong' } },
  ];
  const room = roomAfter(...deeds);
  const record = recordOf(room);
  expect(record.points).toMatchObject([
    { id: 'p2', words: null, heldFor: 'names', reply: null },
    { id: 'p3', words: null, about: null, heldFor: null, reply: { inShort: 'A figure is wrong' } },
    { id: 'p1', words: 'Open at night', reply: { ledTo: 'Scenario B' } },
  ]);
  expect(JSON.stringify(record)).not.toMatch(/Kim|story|my file/);
  expect(phoneView(room, 'a')?.replies.map(({ id }) => id)).toEqual(['p3', 'p1']);
  expect(recordOf(roomAfter(...deeds, { act: 'let stand', point: 'p2' })).points).toMatchObject([
    { id: 'p3' },
    { id: 'p2', words: 'Kim is a liar', heldFor: null },
    { id: 'p1' },
  ]);
});

test('what is taken back takes the reply to it along', () => {
  const room = roomAfter(
    ...joined('a', 'b'),
    said('a', 'p1', 'Open at night'),
    said('b', 'p2', 'Open on Sunday'),
    { act: 'replied', point: 'p1', reply },
    { act: 'held back', point: 'p1', because: 'names' },
    { act: 'withdrew', device: 'a' },
  );
  expect(pointsOf(room).map(({ id }) => id)).toEqual(['p2']);
  expect([room.replies.size, room.held.size]).toEqual([0, 0]);
  const again: Deed = { act: 'replied', point: 'p1', reply };
  expect(refuseDeed(room, again as never)).toBe('no such point');
});

test('a record can be replied to when nothing else is left', () => {
  const said1 = said('a', 'p1', 'Open at night', { mayQuote: true });
  const record = recordOf(roomAfter(...joined('a'), said1, ended));
  expect(amendRecord(record, { act: 'replied', point: 'p9', reply })).toBeNull();
  const replied = amendRecord(record, { act: 'replied', point: 'p1', reply })!;
  expect(replied.points).toMatchObject([{ words: 'Open at night', reply }]);
  const held = amendRecord(replied, { act: 'held back', point: 'p1', because: 'hate' })!;
  expect(held.points).toMatchObject([{ words: null, heldFor: 'hate', reply }]);
  // A record of an earlier version has no points.
  expect(readRecordText('{"title":"Old"}')).toMatchObject({ title: 'Old', points: [] });
});

test('why the fewer answered as they did is written once it is shown, and stays', () => {
  const why = { act: 'gave reasons', question: 'decide-1', words: 'Plans must change.' } as const;
  const deeds = agreed(6, (at) => (at < 4 ? 'agree' : 'disagree'));
  expect(refuseDeed(roomAfter(...deeds.slice(0, -1)), why)).toBe('not now');
  expect(refuseDeed(roomAfter(...deeds), why)).toBeNull();
  expect(refuseDeed(roomAfter(...deeds), { ...why, question: 'matters' })).toBe('no such round');
  const record = recordOf(roomAfter(...deeds, why, ended));
  expect(record.rounds[0].questions[0].reasons).toBe('Plans must change.');
  expect(hostView(roomAfter(...deeds, why)).reasons).toEqual({ 'decide-1': 'Plans must change.' });
  expect(refuseDeed(roomAfter(...deeds, ended), why)).toBeNull();
});

test('words written with an answer are held back by name alone, counted, and stay so when sent again', () => {
  const wrote = (device: string, words: string, name: string, text: string): Deed => ({
    ...{ act: 'answered', device, question: 'decide-1', words: name },
    answer: { kind: 'agree', says: 'agree', words: text, mayQuote: words === 'yes' },
  });
  const hold = (point: string) => ({ act: 'held back', point, because: 'names' }) as const;
  const deeds: Deed[] = [
    ...joined('a', 'b', 'c'),
    { act: 'opened', round: 'decide' },
    wrote('a', 'yes', 'w1', 'Ask Kim'),
    wrote('b', 'no', 'w2', 'Kim again'),
    wrote('c', 'yes', 'w3', 'Plans change'),
  ];
  expect(refuseDeed(roomAfter(...deeds), hold('w1'))).toBeNull();
  expect(refuseDeed(roomAfter(...deeds), hold('a'))).toBe('no such point');
  const held = roomAfter(...deeds, hold('w1'), hold('w2'), ended);
  const [{ questions }] = recordOf(held).rounds;
  expect(questions[0].quotes).toEqual([
    { id: 'w3', words: 'Plans change', heldFor: null },
    { id: 'w1', words: null, heldFor: 'names' },
    { id: 'w2', words: null, heldFor: 'names' },
  ]);
  expect(countHeld(recordOf(held))).toBe(2);
  expect([phoneView(held, 'c')?.heldBack, hostView(held).heldBack]).toEqual([2, 2]);

  // The same words under another name stay held back; other words are read anew.
  const again = roomAfter(...deeds, hold('w1'), wrote('a', 'yes', 'w4', 'Ask Kim'), ended);
  expect(countHeld(recordOf(again))).toBe(1);
  const other = roomAfter(...deeds, hold('w1'), wrote('a', 'yes', 'w4', 'Ask us'), ended);
  expect(countHeld(recordOf(other))).toBe(0);
  const gone = roomAfter(...deeds, hold('w1'), { act: 'withdrew', device: 'a' }, ended);
  expect(gone.held.size).toBe(0);

  // When nothing but the record is left, words in it can still be held back.
  const late = amendRecord(recordOf(held), { ...hold('w3'), because: 'hate' })!;
  expect(JSON.stringify(late)).not.toContain('Plans change');
  expect(countHeld(late)).toBe(3);
  expect(amendRecord(recordOf(held), { act: 'replied', point: 'w3', reply })).toBeNull();
});

test('a record of an earlier version has quotes without names, which are given some', () => {
  const rounds = [
    { id: 'decide', questions: [{ id: 'q', ask: 'A?', shown: null, quotes: ['B'] }] },
  ];
  const read = readRecordText(JSON.stringify({ title: 'Old', rounds }));
  expect(read.rounds[0].questions[0].quotes).toEqual([{ id: 'q 0', words: 'B', heldFor: null }]);
});
