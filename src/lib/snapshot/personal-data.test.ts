import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scanForPersonalData } from './personal-data.ts';

const scan = (text: string, known: string[] = []) =>
  scanForPersonalData([{ path: 'snapshot.yaml', text }], known);

describe('a scan for personal data', () => {
  // Numbers from ranges that are kept free for examples: Ofcom's for drama, HMRC's TN, a CHI of 1900.
  it.each([
    ['Write to somebody@example.org.', 'an e-mail address', 10],
    ['Ring 01632 960123 first', 'a telephone number', 6],
    ['Ring (01632) 960 123 first', 'a telephone number', 6],
    ['mobile: 07700 900123', 'a telephone number', 9],
    ['from abroad +44 (0)7700 900 123', 'a telephone number', 13],
    ['NI: JG 10 37 59 A', 'a National Insurance number', 5],
    ['chi 0101000006 in a note', 'a CHI number', 5],
    ['said Mrs McDonald', 'a person’s name', 6],
    ['Dr. Őszi agrees', 'a person’s name', 1],
    ['DOB: 01/02/1980', 'a date of birth', 1],
  ])('finds it in “%s”', (text, kind, column) => {
    const found = scan(`first: line\n# ${text}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: 'personal-data',
      severity: 'error',
      file: 'snapshot.yaml',
      line: 2,
      column: column + 2,
    });
    expect(found[0].what).toContain(kind);
  });

  it.each([
    'arrive: { best: 1 per month, low: 0.8 per month }',
    'people: 0123',
    'start: "2027-04-01"',
    'url: "https://doi.org/10.1234/0101000006"',
    'cost: 45000 GBP per year # 1,234,567',
    'hash 0101000006123456',
    'not a CHI: 0101000009, nor 9901000008, nor 0000000000',
    'The Mrs of this line has no name',
  ])('finds nothing in “%s”', (text) => expect(scan(text)).toEqual([]));

  it('looks back from an @ no further than an address goes, however long the word is', () => {
    const [found, ...others] = scan(
      `${'a'.repeat(50_000)}@example.org, b@example.org_c@example.org`,
    );
    expect(found.what).toMatch(/(?<!a)a{64}@example\.org/);
    expect(found.column).toBe(50_000 - 64 + 1);
    expect(others).toHaveLength(2);
  });

  it('leaves alone what a person has found to be none', () => {
    expect(scan('The office: 01632 960123', ['01632 960123'])).toEqual([]);
    expect(scan('The office: 01632 960124', ['01632 960123'])).toHaveLength(1);
  });

  it('finds nothing in the models that are shipped', () => {
    const files = readdirSync('models', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => ({ path, text: readFileSync(`models/${path}`, 'utf8') }));
    expect(files.length).toBeGreaterThan(10);
    expect(scanForPersonalData(files)).toEqual([]);
  });
});
