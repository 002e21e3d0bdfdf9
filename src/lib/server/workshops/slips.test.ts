import { expect, test } from 'vitest';
import { deviceMark, newToken } from './devices.ts';
import { deviceOfSeat, deviceOfSlip, seatOf, slipOf } from './slips.ts';

const [WORKSHOP, SECRET] = ['a workshop', 'a secret'];
const marks = Array.from({ length: 50 }, () => deviceMark(newToken(), WORKSHOP, SECRET));
const room = { people: new Map(marks.map((mark) => [mark, { isPaper: false }])) };
const find = (typed: string) => deviceOfSlip(typed, room, WORKSHOP, SECRET);

test('a slip leads back to its person, however it is typed', () => {
  for (const mark of marks) {
    const slip = slipOf(mark, WORKSHOP, SECRET);
    expect(slip).toMatch(/^[CDFHJKMNPRTWXY3479]{8}$/);
    expect(find(slip)).toBe(mark);
    expect(find(` ${slip.slice(0, 4).toLowerCase()}-${slip.slice(4)} `)).toBe(mark);
  }
});

test('no other code leads to anybody', () => {
  const slip = slipOf(marks[0], WORKSHOP, SECRET);
  const changed = `${slip.slice(0, 7)}${slip.endsWith('C') ? 'D' : 'C'}`;
  for (const typed of ['', changed, slip.slice(0, 6), `${slip}C`, marks[0], '😀']) {
    expect(find(typed)).toBeNull();
  }
  expect(deviceOfSlip(slip, room, 'another workshop', SECRET)).toBeNull();
  expect(deviceOfSlip(slip, room, WORKSHOP, 'another secret')).toBeNull();
});

test('somebody on paper has no slip', () => {
  const people = new Map([[marks[0], { isPaper: true }]]);
  expect(deviceOfSlip(slipOf(marks[0], WORKSHOP, SECRET), { people }, WORKSHOP, SECRET)).toBeNull();
});

test('a seat is a token, or one that this server made', () => {
  const token = newToken();
  const held = (seat: string, workshop = WORKSHOP) => deviceOfSeat(seat, workshop, SECRET);
  expect(held(token)).toBe(deviceMark(token, WORKSHOP, SECRET));
  const seat = seatOf(marks[0], WORKSHOP, SECRET);
  expect(held(seat)).toBe(marks[0]);
  expect(held(seat, 'another workshop')).toBeNull();
  const [, proof] = seat.split('.');
  for (const false_ of ['', marks[0], `${marks[0]}.`, `${marks[1]}.${proof}`, `${seat}x`]) {
    expect(held(false_)).toBeNull();
  }
});
