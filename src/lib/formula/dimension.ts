/** What kind of thing a number measures; base units are days, pounds and people. */
export type Dimension =
  'number' | 'share' | 'time' | 'rate' | 'money' | 'money-rate' | 'money-each' | 'people-rate';

/** Powers of time and money; people and shares are plain numbers. */
export interface Powers {
  time: number;
  money: number;
}

const POWERS: Record<Dimension, Powers> = {
  number: { time: 0, money: 0 },
  share: { time: 0, money: 0 },
  time: { time: 1, money: 0 },
  rate: { time: -1, money: 0 },
  money: { time: 0, money: 1 },
  'money-rate': { time: -1, money: 1 },
  'money-each': { time: 0, money: 1 },
  'people-rate': { time: -1, money: 0 },
};

/** Return the powers of time and money that a dimension stands for. */
export function powersOf(dimension: Dimension): Powers {
  return POWERS[dimension];
}

const WORDS: Record<Dimension, string> = {
  number: 'a plain number',
  share: 'a share',
  time: 'a length of time',
  rate: 'a rate',
  money: 'an amount of money',
  'money-rate': 'money over time',
  'money-each': 'a price',
  'people-rate': 'people over time',
};

/** Return a dimension in words: “a length of time”. */
export function dimensionInWords(dimension: Dimension): string {
  return WORDS[dimension];
}

/** Return the dimension with these powers, or null where Bide has no word for it. */
export function dimensionOf(powers: Powers): Dimension | null {
  if (powers.money === 0 && powers.time === 0) return 'number';
  if (powers.money === 0 && powers.time === 1) return 'time';
  if (powers.money === 0 && powers.time === -1) return 'rate';
  if (powers.money === 1 && powers.time === 0) return 'money';
  if (powers.money === 1 && powers.time === -1) return 'money-rate';
  return null;
}

/** Return powers in words, for findings. */
export function powersInWords(powers: Powers): string {
  const dimension = dimensionOf(powers);
  if (dimension) return WORDS[dimension];
  const part = (name: string, power: number) => (power === 0 ? '' : `${name}^${power}`);
  return [part('money', powers.money), part('time', powers.time)].filter(Boolean).join(' × ');
}
