import { linesOf, type ReportBlock, type ReportCell, type ReportFlow } from './report-block.ts';
import { REPORT_NAME } from './report-name.ts';
import { aboutReport, itemHeading, whoFills } from './report-texts.ts';
import type { StressItem, StressReport } from './stress-report.ts';

/**
 * Return a report as Markdown, its diagram as Mermaid. What the model says is shown, never obeyed:
 * whatever has a meaning in Markdown or HTML is escaped.
 */
export function reportMarkdown(report: StressReport): string {
  const parts = [
    `# ${escaped(report.title)}: ${REPORT_NAME}`,
    ...(report.notice ? [`> **${escaped(report.notice)}**`] : []),
    ...aboutReport(report).map(escaped),
    ...report.sections.flatMap(({ title, items }, index) => [
      `## ${index + 1}. ${title}`,
      ...items.flatMap(itemParts),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function itemParts(item: StressItem): string[] {
  const { blocks, toFill } = item;
  return [
    `### ${itemHeading(item)}`,
    ...blocks.map(blockText),
    ...toFill.map((one) => `> **${whoFills(one)}.** ${escaped(one.hint)}`),
  ];
}

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case 'text':
      return startEscaped(block.text);
    case 'list':
      return block.items.map((item) => `- ${startEscaped(item)}`).join('\n');
    case 'formulas':
      return fenced('', block.lines.map(oneLine));
    case 'part':
      return `#### ${escaped(block.title)}`;
    case 'flow':
      return fenced('mermaid', mermaidLines(block));
    case 'table': {
      const row = (cells: readonly ReportCell[]) => `| ${cells.map(cellText).join(' | ')} |`;
      const rule = `| ${block.head.map(() => '---').join(' | ')} |`;
      return [
        `**Table: ${escaped(block.caption)}**`,
        '',
        row(block.head),
        rule,
        ...block.rows.map(row),
      ].join('\n');
    }
  }
}

/** Return a flow as the lines of a Mermaid flow chart; dotted arrows are support beside support. */
export function mermaidLines({ boxes, arrows }: ReportFlow): string[] {
  return [
    'flowchart LR',
    ...boxes.map(({ name, isGroup }, index) => {
      const label = `"${mermaidLabel(name)}"`;
      return `  b${index}${isGroup ? `([${label}])` : `[${label}]`}`;
    }),
    ...arrows.map(({ from, to, says, beside }) => {
      const label = `"${mermaidLabel(says)}"`;
      return `  b${from} ${beside ? `-. ${label} .->` : `-- ${label} -->`} b${to}`;
    }),
  ];
}

/** Mermaid knows no escapes but entities, written with # and ;. */
function mermaidLabel(text: string): string {
  return oneLine(text).replace(
    /[^\p{L}\p{N} .,%()’'-]/gu,
    (mark) => `#${mark.codePointAt(0) as number};`,
  );
}

function cellText(cell: ReportCell): string {
  return linesOf(cell).map(escaped).join('<br>');
}

function fenced(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n');
}

/** A line that begins like a list, a heading or a number of a list is none. */
function startEscaped(text: string): string {
  return escaped(text).replace(/^([-+#=]|\d+[.)])/, (mark) =>
    mark.length === 1 ? `\\${mark}` : `${mark.slice(0, -1)}\\${mark.slice(-1)}`,
  );
}

function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`)
    .replace(/&(?=[#\w]+;)/g, '\\&');
}

/** Text of a model may hold what would move a cursor, or begin a new block. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
