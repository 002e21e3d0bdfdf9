/**
 * A snapshot as a paper for a board, for Word: one side of A4 first, then what only people can write,
 * marked as theirs, then the results.
 */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { SHORT } from '../snapshot/freeze.ts';
import type { PaperSection } from './paper.ts';
import type { SnapshotPaper } from './snapshot-paper.ts';
import { heading, NUMBERING, paragraph, wordParts, type Drawn, type Part } from './word-parts.ts';
import { fillTemplate, sameEachTime } from './word-template.ts';

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

/**
 * Return the paper as a .docx file, the same bytes each time. With a template it has that one's look;
 * throws `TemplateRefused` where it cannot be used.
 */
export async function snapshotWord(
  paper: SnapshotPaper,
  template: Uint8Array | null,
): Promise<Uint8Array> {
  const { text, published } = paper.frozen.document;
  const parts = partsOf(paper);
  const bytes = template
    ? await fillTemplate(template, { parts, title: text.title, running: paper.running })
    : await plainWord(paper, parts);
  return sameEachTime(bytes, published);
}

async function plainWord(paper: SnapshotPaper, parts: Part[]): Promise<Uint8Array> {
  const { text } = paper.frozen.document;
  const document = new Document({
    title: text.title,
    subject: text.question,
    creator: text.roles.analyst?.organisation ?? '',
    description: paper.running,
    numbering: NUMBERING,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22 }, paragraph: { spacing: { after: 120 } } },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        footers: { default: footer(paper.running) },
        children: parts,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function partsOf(paper: SnapshotPaper): Part[] {
  const decision = paper.sections.find(({ id }) => id === 'decision');
  const rest = paper.sections.filter(({ id }) => id !== 'decision');
  const asked: PaperSection = decision ?? {
    id: 'decision',
    title: 'What is to be decided',
    blocks: [{ kind: 'yours', hint: 'Yours to write: what the board is asked to decide.' }],
  };
  const drawn = drawnOf(paper);
  const blocks = ({ blocks }: PaperSection) =>
    blocks.flatMap((block) => wordParts(block, HeadingLevel.HEADING_2, drawn));
  return [
    ...(paper.notice ? [paragraph(paper.notice, { bold: true })] : []),
    heading(paper.first.title, HeadingLevel.TITLE),
    ...blocks(paper.first),
    heading(asked.title, HeadingLevel.HEADING_1, true),
    ...blocks(asked),
    ...YOURS.flatMap(({ title, hint }) => [
      heading(title, HeadingLevel.HEADING_1),
      paragraph(hint, { italics: true }),
    ]),
    ...rest.flatMap((section) => [
      heading(section.title, HeadingLevel.HEADING_1),
      ...blocks(section),
    ]),
  ];
}

function drawnOf({ frozen, notice }: SnapshotPaper): Drawn {
  const { summary } = frozen.document.results;
  const { id, title, hash } = summary.portfolio;
  return {
    summary,
    origin: {
      ...{ model: id, title, version: hash.slice(0, SHORT), notice },
      ...{ runs: summary.replications, scenarios: summary.scenarios.map((one) => one.title) },
    },
  };
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
