import { describe, expect, it } from 'vitest';
import { log } from '../engine/elementary.ts';
import { Draws } from '../engine/random.ts';
import { counter, HOME } from './chance.ts';
import { Race } from './race.ts';

const draws = new Draws(5, 2);
const race = new Race();
const shares = [0.449, 0.18, 0.125, 0.106, 0.079, 0.061];

/** The race as it is defined, with every draw and every logarithm. */
function plainWinner(person: number, of: readonly number[]): number {
  draws.key(person, ~person);
  const times = of.map((share, i) => -log(draws.uniform(counter(HOME, i * 7919), 3)) / share);
  return times.indexOf(Math.min(...times));
}

function winner(person: number, of: readonly number[]): number {
  race.begin();
  of.forEach((share, i) => race.enter(i, i * 7919, share));
  draws.key(person, ~person);
  return race.winner(draws, HOME, 3);
}

describe('Race', () => {
  it('has the winner of the race with every draw and logarithm taken', () => {
    for (let person = 0; person < 20000; person++) {
      expect(winner(person, shares)).toBe(plainWinner(person, shares));
    }
  });

  it('gives each runner its share of the wins', () => {
    const wins = shares.map(() => 0);
    for (let person = 0; person < 40000; person++) wins[winner(person, shares)]++;
    wins.forEach((count, i) => {
      const error = 4 * Math.sqrt((shares[i] * (1 - shares[i])) / 40000);
      expect(Math.abs(count / 40000 - shares[i])).toBeLessThan(error);
    });
  });

  it('changes nobody who neither came to nor left the runner whose share changed', () => {
    const more = [...shares];
    more[2] *= 1.3;
    for (let person = 0; person < 5000; person++) {
      const [before, after] = [winner(person, shares), winner(person, more)];
      if (before !== after) expect(after).toBe(2);
    }
  });

  it('has no winner where nobody runs, and a lone runner wins whatever its share', () => {
    expect(winner(1, [])).toBe(-1);
    expect(winner(1, [0.001])).toBe(0);
  });

  it('keeps a first runner whose number is below zero apart from an empty race', () => {
    race.begin();
    race.enter(-2, 0, 0.5);
    expect(race.winner(draws, HOME, 0)).toBe(-2);
  });

  it('has room for more runners than most', () => {
    const many = Array.from({ length: 101 }, (_none, i) => 1 + (i % 7));
    for (let person = 0; person < 200; person++) {
      expect(winner(person, many)).toBe(plainWinner(person, many));
    }
  });
});
