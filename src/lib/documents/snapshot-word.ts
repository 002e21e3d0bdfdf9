/**
 * A snapshot as a paper for a board, for Word: one side of A4 first, then what only people can write,
 * marked as theirs, then the results. Real headings and tables; the pictures are their sentences, and
 * stand drawn on the page that the paper names.
 */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { narrativeBlocks } from './narrative.ts';
import type { PaperBlock, PaperSection } from './paper.ts';
import { linesOf } from './report-block.ts';
import { cellLines } from './snapshot-measures.ts';
import type { SnapshotPaper } from './snapshot-paper.ts';

type Part = Paragraph | Table;

/** Sections that a board asks for and no model can write. */
const YOURS: { title: string; hint: string }[] = [
  {
    title: 'Finance',
    hint: 'Yours to write: where the money comes from, and the view of the Chief Finance Officer.',
  },
  {
    title: 'Equality and Fairer Scotland duty',
    hint: 'Yours to write: what the equality impact assessment and the Fairer Scotland assessment found. The model does not assess either.',
  },
  {
    title: 'Risks',
    hint: 'Yours to write: risks of deciding, and of not deciding, with who owns each.',
  },
  {
    title: 'Draft direction',
    hint: 'Yours to write: the direction to the Council or the Health Board, where one is needed.',
  },
];

/** Return the paper as a .docx file. */
export async function snapshotWord(paper: SnapshotPaper): Promise<Uint8Array> {
  const { text } = paper.frozen.document;
  const decision = paper.sections.find(({ id }) => id === 'decision');
  const rest = paper.sections.filter(({ id }) => id !== 'decision');
  const asked: PaperSection = decision ?? {
    id: 'decision',
    title: 'What is to be decided',
    blocks: [{ kind: 'yours', hint: 'Yours to write: what the board is asked to decide.' }],
  };
  const document = new Document({
    title: text.title,
    subject: text.question,
    creator: text.roles.analyst?.organisation ?? '',
    description: paper.running,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22 }, paragraph: { spacing: { after: 120 } } },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        footers: { default: footer(paper.running) },
        children: [
          ...(paper.notice ? [paragraph(paper.notice, { bold: true })] : []),
          heading(paper.first.title, HeadingLevel.TITLE),
          ...paper.first.blocks.flatMap((block) => partsOf(block, HeadingLevel.HEADING_2)),
          ...sectionParts(asked, true),
          ...YOURS.flatMap(({ title, hint }) => [
            heading(title, HeadingLevel.HEADING_1),
            paragraph(hint, { italics: true }),
          ]),
          ...rest.flatMap((section) => sectionParts(section, false)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function sectionParts({ title, blocks }: PaperSection, onNewPage: boolean): Part[] {
  return [
    heading(title, HeadingLevel.HEADING_1, onNewPage),
    ...blocks.flatMap((block) => partsOf(block, HeadingLevel.HEADING_2)),
  ];
}

function partsOf(block: PaperBlock, level: (typeof HeadingLevel)['HEADING_2']): Part[] {
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
        paragraph(`“${block.says}”${block.from ? ` – ${block.from}` : ''}`, { indent: true }),
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
      return [paragraph(block.picture.message)];
  }
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

function heading(
  text: string,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  pageBreakBefore = false,
) {
  return new Paragraph({ text, heading: level, keepNext: true, pageBreakBefore });
}

function bullet(text: string): Paragraph {
  return new Paragraph({ text, bullet: { level: 0 } });
}

function paragraph(
  text: string,
  { bold = false, italics = false, indent = false } = {},
): Paragraph {
  return new Paragraph({
    ...(indent ? { indent: { left: 400 } } : {}),
    children: [new TextRun({ text, bold, italics })],
  });
}

/** The same line on every page, with its number. */
function footer(running: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [
          new TextRun({ text: `${running} `, size: 16 }),
          new TextRun({
            children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            size: 16,
          }),
        ],
      }),
    ],
  });
}
