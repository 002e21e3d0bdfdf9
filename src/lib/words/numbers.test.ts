import { describe, expect, it } from 'vitest';
import {
  capitalised,
  countOf,
  decimalNumber,
  listOf,
  plainNumber,
  roundTo,
  wholeNumber,
} from './numbers.ts';

describe('numbers in words', () => {
  it('groups thousands and says minus', () => {
    expect(wholeNumber(0)).toBe('0');
    expect(wholeNumber(999)).toBe('999');
    expect(wholeNumber(1234567)).toBe('1,234,567');
    expect(wholeNumber(-1234)).toBe('minus 1,234');
    expect(wholeNumber(1e15)).toBe('1,000,000,000,000,000');
  });

  it('never says minus zero', () => {
    expect(wholeNumber(-0.2)).toBe('0');
    expect(Object.is(roundTo(-0.2, 1), 0)).toBe(true);
  });

  it('rounds halves away from zero on both sides', () => {
    expect(roundTo(2.5, 1)).toBe(3);
    expect(roundTo(-2.5, 1)).toBe(-3);
    expect(roundTo(0.30000000000000004, 0.1)).toBe(0.3);
  });

  it('keeps the digits asked for', () => {
    expect(decimalNumber(1234.05, 1)).toBe('1,234.1');
    expect(decimalNumber(2, 1)).toBe('2.0');
    expect(plainNumber(2, 0.1)).toBe('2');
    expect(plainNumber(2.04, 0.1)).toBe('2');
    expect(plainNumber(2.26, 0.1)).toBe('2.3');
    expect(plainNumber(0.126, 0.01)).toBe('0.13');
  });

  it('takes the word that goes with the number as said', () => {
    expect(countOf(1, 'person', 'people')).toBe('1 person');
    expect(countOf(1.4, 'person', 'people')).toBe('1 person');
    expect(countOf(1.4, 'person', 'people', 0.1)).toBe('1.4 people');
    expect(countOf(0, 'person', 'people')).toBe('0 people');
    expect(countOf(2, 'person', 'people')).toBe('2 people');
  });

  it('refuses what is not a number', () => {
    expect(() => wholeNumber(NaN)).toThrow(RangeError);
    expect(() => wholeNumber(Infinity)).toThrow('Infinity');
  });

  it('joins lists', () => {
    expect(listOf([])).toBe('');
    expect(listOf(['a'])).toBe('a');
    expect(listOf(['a', 'b'])).toBe('a and b');
    expect(listOf(['a', 'b', 'c'], 'or')).toBe('a, b or c');
    expect(capitalised('as it is')).toBe('As it is');
  });
});
