/** The blocks of a paper as parts of a Word document: real headings, lists, tables and alt texts. */
import {
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type INumberingOptions,
} from 'docx';
import type { Summary } from '../comparison/summary.ts';
import { drawnPicture } from './drawn-picture.ts';
import { narrativeBlocks } from './narrative.ts';
import type { PaperBlock, Picture } from './paper.ts';
import { pictureTable } from './picture-inputs.ts';
import { linesOf } from './report-block.ts';
import { cellLines } from './snapshot-measures.ts';

export type Part = Paragraph | Table;

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** What pictures draw, and what stands on them. */
export interface Drawn {
  summary: Summary;
  /** The model's name, with its version and runs, as pictures name their source. */
  origin: Parameters<typeof drawnPicture>[2];
}

const OUTLINE: Level[] = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

const POINTS = 'points';

/** The one kind of list. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: POINTS,
      levels: [
        {
          ...{ level: 0, format: LevelFormat.BULLET, text: '•' },
          style: { paragraph: { indent: { left: 500, hanging: 260 } } },
        },
      ],
    },
  ],
};

/** Widest that a picture may be on A4 between margins, in pixels of a screen. */
const PICTURE_WIDTH = 600;

/** Return a block as parts; headings within it have a level. */
export function wordParts(block: PaperBlock, level: Level, drawn: Drawn): Part[] {
  switch (block.kind) {
    case 'text':
      return [paragraph(block.text)];
    case 'strong':
      return [paragraph(block.text, { bold: true })];
    case 'yours':
      return [paragraph(block.hint, { italics: true })];
    case 'part':
      return [heading(block.title, level)];
    case 'list':
      return block.items.map(bullet);
    case 'files':
      return block.files.map(({ name, says }) => bullet(`${name}: ${says}`));
    case 'said':
      return [
        paragraph(
          `${block.inOtherWords ? block.says : `“${block.says}”`}${block.from ? ` – ${block.from}` : ''}`,
          { indent: true },
        ),
      ];
    case 'facts':
      return block.facts.map(
        ({ name, lines }) =>
          new Paragraph({
            children: [
              new TextRun({ text: `${name}: `, bold: true }),
              ...lines.map((text, index) => new TextRun({ text, break: index > 0 ? 1 : 0 })),
            ],
          }),
      );
    case 'markdown':
      return narrativeBlocks(block.markdown).map(({ kind, text }) =>
        kind === 'heading'
          ? heading(text, level)
          : kind === 'item'
            ? bullet(text)
            : paragraph(text),
      );
    case 'measures':
      return table(
        block.caption,
        ['Measure', ...block.scenarios],
        block.rows.map(({ title, cells }) => [[title], ...cells.map(cellLines)]),
      );
    case 'table':
      return table(
        block.caption,
        block.head,
        block.rows.map((row) => row.map(linesOf)),
      );
    case 'picture':
      return pictureParts(block.picture, drawn);
  }
}

/** What a picture says, the picture with its alt text, and its numbers. */
function pictureParts(picture: Picture, { summary, origin }: Drawn): Part[] {
  const { png, width, height, description } = drawnPicture(picture, summary, origin);
  const { caption, head, rows } = pictureTable(picture, summary);
  const shown = Math.min(width, PICTURE_WIDTH);
  const alt = `${picture.message} ${description}`;
  return [
    new Paragraph({
      keepNext: true,
      children: [new TextRun({ text: picture.message, bold: true })],
    }),
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          ...{ type: 'png', data: png },
          transformation: { width: shown, height: Math.round((height * shown) / width) },
          altText: { name: caption, title: caption, description: alt },
        }),
      ],
    }),
    ...table(
      caption,
      head,
      rows.map(({ head, cells }) => [[head], ...cells.map((cell) => [cell])]),
    ),
  ];
}

function table(caption: string, head: string[], rows: string[][][]): Part[] {
  const width = Math.floor(9000 / head.length);
  const cell = (lines: string[], bold = false) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: lines.map(
        (text) => new Paragraph({ children: [new TextRun({ text, bold, size: 18 })] }),
      ),
    });
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: caption, bold: true })] }),
    new Table({
      width: { size: 9000, type: WidthType.DXA },
      columnWidths: head.map(() => width),
      // A template may have no lines for tables of its own.
      borders: TABLE_LINES,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((text) => cell([text], true)),
        }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((lines) => cell(lines)) }),
        ),
      ],
    }),
    new Paragraph({}),
  ];
}

const LINE = { style: 'single', size: 4, color: '949494' } as const;
const TABLE_LINES = {
  ...{ top: LINE, bottom: LINE, left: LINE, right: LINE },
  ...{ insideHorizontal: LINE, insideVertical: LINE },
};

/** A heading that stays with what follows. */
export function heading(text: string, level: Level, pageBreakBefore = false): Paragraph {
  const depth = OUTLINE.indexOf(level);
  return new Paragraph({
    ...{ text, heading: level, keepNext: true, pageBreakBefore },
    // What lists of headings and screen readers go by, whatever the styles of a template say.
    ...(depth < 0 ? {} : { outlineLevel: depth }),
  });
}

function bullet(text: string): Paragraph {
  return new Paragraph({ text, numbering: { reference: POINTS, level: 0 } });
}

/** A paragraph of one text. */
export function paragraph(
  text: string,
  { bold = false, italics = false, indent = false } = {},
): Paragraph {
  return new Paragraph({
    ...(indent ? { indent: { left: 400 } } : {}),
    children: [new TextRun({ text, bold, italics })],
  });
}
