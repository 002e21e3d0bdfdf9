import { Document, Footer, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { snapshotPaper, type SnapshotPaper } from '$lib/documents/snapshot-paper.ts';
import { snapshotWord } from '$lib/documents/snapshot-word.ts';
import { MOST_TEMPLATE_BYTES, tryTemplate } from '$lib/documents/word-template.ts';
import { modelOf } from '$lib/snapshot/verify.ts';
import { smallSnapshot } from '../snapshot/small-run.ts';
import { converted, soffice } from './libreoffice.ts';

let paper: SnapshotPaper;
let word: Uint8Array;

beforeAll(async () => {
  const frozen = await smallSnapshot();
  const read = modelOf(frozen.document);
  if ('why' in read) throw new Error(read.why.join());
  paper = snapshotPaper(frozen, read.model, null);
  word = await snapshotWord(paper, null);
});

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]);
const bodyOf = (bytes: Uint8Array) => partOf(bytes, 'word/document.xml');
const textOf = (xml: string) => xml.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const altTexts = (xml: string) =>
  [...xml.matchAll(/<wp:docPr\b[^>]*\bdescr="([^"]+)"/g)].map(([, words]) => words);
const count = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}[ >]`, 'g'))].length;
const pictures = () =>
  paper.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'picture');

describe('the paper for Word', () => {
  it('holds every picture with its alt text, and its numbers as a table', () => {
    const body = bodyOf(word);
    expect(pictures().length).toBeGreaterThan(2);
    expect(altTexts(body)).toHaveLength(pictures().length);
    for (const alt of altTexts(body)) expect(alt).toMatch(/The numbers stand in the table below/);
    expect(count(body, 'w:tbl')).toBeGreaterThan(pictures().length);
    const images = Object.keys(unzipSync(word)).filter((name) => name.endsWith('.png'));
    expect(images).toHaveLength(pictures().length);
  });

  it('is the same bytes each time', async () => {
    expect(await snapshotWord(paper, null)).toEqual(word);
  });

  it('has what a page must say in its footer', () => {
    expect(textOf(partOf(word, 'word/footer1.xml'))).toContain(paper.running);
  });
});

/** A board's template: its own fonts, a crest in words, and places to fill. */
async function template(body: string[], footer?: string): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { document: { run: { font: 'Georgia' } } } },
    sections: [
      {
        ...(footer === undefined
          ? {}
          : { footers: { default: new Footer({ children: [new Paragraph(footer)] }) } }),
        children: body.map((text) => new Paragraph({ children: [new TextRun(text)] })),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('a template of one’s own', () => {
  it('is filled where it says so, in its own look', async () => {
    const own = await template(['The Board of Ayr', '{{paper}}', 'Ends'], 'Ayr. {{running}}');
    const filled = await snapshotWord(paper, own);
    const text = textOf(bodyOf(filled));
    expect(text.indexOf('The Board of Ayr')).toBeLessThan(text.indexOf('The question'));
    expect(text.indexOf('How to cite this')).toBeLessThan(text.lastIndexOf('Ends'));
    expect(text).not.toContain('{{');
    expect(textOf(partOf(filled, 'word/footer1.xml'))).toContain(`Ayr. ${paper.running}`);
    expect(partOf(filled, 'word/styles.xml')).toContain('Georgia');
    expect(altTexts(bodyOf(filled))).toEqual(altTexts(bodyOf(word)));
    expect(bodyOf(filled)).toContain('<w:numPr>');
    expect(await snapshotWord(paper, own)).toEqual(filled);
  });

  it('gets the paper at its end, and the line of every page in its footer, where it names no place', async () => {
    const filled = await snapshotWord(paper, await template(['Agenda item 4'], 'Ayr'));
    expect(textOf(bodyOf(filled))).toMatch(/Agenda item 4 .*The question/);
    const footer = textOf(partOf(filled, 'word/footer1.xml'));
    expect(footer).toContain('Ayr');
    expect(footer).toContain(paper.running);
  });

  it('says the line of every page on first and even pages too, and in every section', async () => {
    const own = (text: string) => new Footer({ children: [new Paragraph(text)] });
    const footers = { default: own('Ayr. {{running}}'), first: own('Cover'), even: own('Left') };
    const many = new Document({
      evenAndOddHeaderAndFooters: true,
      sections: [
        { footers, properties: { titlePage: true }, children: [new Paragraph('{{paper}}')] },
        { footers: { default: own('Annex') }, children: [new Paragraph('Annex')] },
        { children: [new Paragraph('What has the footer of the annex')] },
      ],
    });
    const filled = await snapshotWord(paper, new Uint8Array(await Packer.toBuffer(many)));
    const texts = Object.keys(unzipSync(filled))
      .filter((name) => /footer\d+\.xml$/.test(name))
      .map((name) => textOf(partOf(filled, name)).trim());
    const { running } = paper;
    expect(texts.toSorted()).toEqual(
      [`Annex ${running}`, `Ayr. ${running}`, `Cover ${running}`, `Left ${running}`].toSorted(),
    );
  });

  it.each([
    ['first page', { properties: { titlePage: true } }, false],
    ['even pages', {}, true],
  ])('is refused where its %s have no footer', async (_, section, isEven) => {
    const footers = { default: new Footer({ children: [new Paragraph('Ayr')] }) };
    const one = new Document({
      evenAndOddHeaderAndFooters: isEven,
      sections: [{ ...section, footers, children: [new Paragraph('{{paper}}')] }],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(one));
    await expect(tryTemplate(bytes)).rejects.toThrow(/Some pages .* have no footer/);
  });

  it('is refused in words where it cannot be used', async () => {
    const whole = await template(['{{paper}}'], 'Ayr');
    const files = unzipSync(whole);
    const bomb = zipSync({ ...files, 'word/media/big.bin': new Uint8Array(25_000_000) });
    const long = { ...files, 'word/styles.xml': strToU8(' '.repeat(4_000_000)) };
    const macros = strFromU8(files['[Content_Types].xml']).replaceAll(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    );
    const refused: [Uint8Array, RegExp][] = [
      [strToU8('PK no zip'), /no Word file/],
      [whole.slice(0, whole.length / 2), /no Word file/],
      [zipSync({ 'a.txt': strToU8('a') }), /no Word file/],
      [zipSync({ ...files, '[Content_Types].xml': strToU8(macros) }), /without macros/],
      [new Uint8Array(MOST_TEMPLATE_BYTES + 1), /at most 5 MB/],
      [bomb, /unpacks to more/],
      [zipSync(long), /unpacks to more/],
      [await template(['{{paper}}']), /have no footer/],
    ];
    for (const [bytes, why] of refused) await expect(tryTemplate(bytes)).rejects.toThrow(why);
    expect(bomb.length).toBeLessThan(100_000);
  });
});

describe.skipIf(soffice === null)('LibreOffice, writer and calc, where it is installed', () => {
  it.each([
    ['the paper', async () => word],
    [
      'the paper in a look of one’s own',
      async () => snapshotWord(paper, await template(['Board', '{{paper}}'], 'Ayr')),
    ],
  ])('opens %s without loss of tables, headings, pictures and alt texts', async (_, make) => {
    const bytes = await make();
    const again = converted('paper.docx', bytes, 'odt');
    const content = partOf(again, 'content.xml');
    expect(count(content, 'table:table')).toBe(count(bodyOf(bytes), 'w:tbl'));
    const kept = [...content.matchAll(/<svg:desc>([^<]+)</g)].map(([, words]) => words);
    expect(kept).toEqual(altTexts(bodyOf(bytes)));
    const images = Object.keys(unzipSync(again)).filter((name) => /^Pictures\/.*png$/.test(name));
    expect(images).toHaveLength(pictures().length);
    expect(count(content, 'text:h')).toBe(
      [...bodyOf(bytes).matchAll(/<w:pStyle w:val="Heading\d"/g)].length,
    );
  });
});
