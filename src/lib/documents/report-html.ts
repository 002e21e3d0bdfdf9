import { escapeHtml } from '../charts/escape-html.ts';
import { linesOf, type ReportBlock, type ReportCell } from './report-block.ts';
import { REPORT_STYLE } from './report-style.ts';
import { REPORT_NAME } from './report-name.ts';
import { aboutReport, fullInWords, itemHeading, whoFills } from './report-texts.ts';
import type { StressItem, StressReport } from './stress-report.ts';

/**
 * Return a report as one HTML file that opens from anywhere: no script, nothing fetched, black on
 * white, and A4 when printed. What the model says is shown as text and never read as HTML.
 */
export function reportHtml(report: StressReport): string {
  const title = escapeHtml(`${report.title}: ${REPORT_NAME}`);
  const items = report.sections.flatMap((section) => section.items);
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${REPORT_STYLE}</style>`,
    '</head>',
    '<body>',
    ...(report.notice
      ? [`<aside aria-label="About this model">${paragraph(report.notice)}</aside>`]
      : []),
    '<main>',
    `<h1>${title}</h1>`,
    ...aboutReport(report).map(paragraph),
    '<nav aria-label="Items"><ol>',
    ...items.map(
      (item) =>
        `<li><a href="#item-${item.id}">${escapeHtml(itemHeading(item))}</a> – ${fullInWords(item)}</li>`,
    ),
    '</ol></nav>',
    ...report.sections.flatMap(({ title, items }, index) => [
      '<section>',
      `<h2>${index + 1}. ${escapeHtml(title)}</h2>`,
      ...items.flatMap(itemParts),
      '</section>',
    ]),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function itemParts(item: StressItem): string[] {
  return [
    `<h3 id="item-${item.id}">${escapeHtml(itemHeading(item))}</h3>`,
    ...item.blocks.map(blockHtml),
    ...item.toFill.map(
      (one) => `<p class="fill"><strong>${whoFills(one)}.</strong> ${escapeHtml(one.hint)}</p>`,
    ),
  ];
}

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text);
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'formulas':
      return block.lines.map((line) => `<p class="formula">${escapeHtml(line)}</p>`).join('');
    case 'part':
      return `<h4>${escapeHtml(block.title)}</h4>`;
    // The table beside it says the same in words.
    case 'flow':
      return '';
    case 'table':
      return [
        `<div role="region" tabindex="0" aria-label="${escapeHtml(block.caption)}">`,
        `<table><caption>${escapeHtml(block.caption)}</caption>`,
        `<thead><tr>${block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead>`,
        `<tbody>${block.rows.map(rowHtml).join('\n')}</tbody></table></div>`,
      ].join('\n');
  }
}

function rowHtml([first, ...others]: readonly ReportCell[]): string {
  const cells = others.map((cell) => `<td>${cellHtml(cell)}</td>`).join('');
  return `<tr><th scope="row">${cellHtml(first)}</th>${cells}</tr>`;
}

function cellHtml(cell: ReportCell): string {
  return linesOf(cell).map(escapeHtml).join('<br>');
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
