import { expect, it } from 'vitest';
import { svgFile } from './svg-file.ts';

const origin = {
  model: 'm',
  title: 'A & B',
  version: 'abc',
  runs: 20,
  scenarios: ['Now'],
  notice: 'A sketch <not> a forecast.',
};
const drawing = {
  inside:
    '<!--[--><title id="x-title">t</title><desc id="x">d</desc><g class="chart-text"><text xmlns="http://www.w3.org/2000/svg" fill="currentColor">10</text></g><!--]-->',
  width: 720,
  height: 200,
  message: 'Fewer than 1 & more “than” <2',
  subtitle: 'People, by month',
  note: 'How to read it. '.repeat(20),
  description: 'Lines.',
};

it('stands by itself: named, described, with notice and source, and nothing from elsewhere', () => {
  const { text, width, height } = svgFile(drawing, origin);
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="760"/);
  expect([width, height > 200 + 100]).toEqual([760, true]);
  expect(text.match(/<title/g)).toHaveLength(1);
  expect(text.match(/<desc/g)).toHaveLength(1);
  expect(text).toContain('Fewer than 1 &amp; more “than” &lt;2</title>');
  expect(text).toContain('A sketch &lt;not&gt; a forecast.</text>');
  expect(text).toContain('Source: Bide, model “A &amp; B”, version abc, 20 runs');
  expect(text).not.toMatch(/class=|<!--|<style|<script|href|url\(http/);
  expect(text.match(/xmlns=/g)).toHaveLength(1);
});

it('points to no table: the file has none', () => {
  const description = 'Stacked areas for St. Mary; Now. The numbers stand in the table below.';
  const { text } = svgFile({ ...drawing, description }, origin);
  expect(text).toContain('<desc id="description">Stacked areas for St. Mary; Now. A sketch');
  expect(text).not.toContain('table below');
});

it('holds nothing that XML may not hold or that turns a line', () => {
  const nasty = 'Few\u0001er \u202eterms\u001b "&\'<';
  const { text } = svgFile({ ...drawing, message: nasty, description: nasty, note: nasty }, origin);
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(text).toContain('terms  &quot;&amp;&#39;&lt;</title>');
});

it('gives every line of text its own height', () => {
  const { text } = svgFile(drawing, origin);
  const heights = [...text.matchAll(/<text x="20" y="(\d+)"/g)].map(([, y]) => Number(y));
  expect(heights.length).toBeGreaterThan(6);
  heights.slice(1).forEach((y, index) => expect(y - heights[index]).toBeGreaterThanOrEqual(13));
});
