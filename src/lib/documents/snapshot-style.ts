import charts from '../charts/charts.css?raw';

/** How published pages look: one column on a phone, black on white paper, in the browser's own font. */
const PAGE = `
:root { color-scheme: light; --ink: #1a1a1a; --ink-soft: #4a4a4a; --paper: #fff; --line: #8a8a8a; --line-faint: #ddd; --link: #0065bd; }
* { box-sizing: border-box; }
body { background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 Roboto, Helvetica, Arial, sans-serif; margin: 0; overflow-wrap: break-word; }
header, main, footer { margin: 0 auto; max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1.125rem; line-height: 1.35; margin: 1.5rem 0 0.25rem; }
.first h2 { font-size: 1.125rem; margin: 1.25rem 0 0.25rem; }
main > section { border-top: 2px solid var(--ink); }
main > section.first { border: 0; }
p, ul, ol, dl { margin: 0 0 0.75rem; max-width: 44rem; }
ul, ol { padding-left: 1.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { background: #fdd522; color: #1a1a1a; outline: 3px solid #1a1a1a; outline-offset: 0; }
.skip { left: -99rem; padding: 0.75rem 1rem; position: absolute; top: 0; }
.skip:focus { background: #fdd522; color: #1a1a1a; left: 0; }
.status { border: 2px solid var(--ink); display: inline-block; font-weight: 700; margin: 1rem 0 0.5rem; padding: 0.25rem 0.75rem; }
.notice, .around { border-left: 0.375rem solid var(--line); padding: 0.25rem 0.75rem; }
nav ol { columns: 2 16rem; list-style: none; padding: 0; }
ul.list { list-style: none; padding: 0; }
ul.list li { border-top: 1px solid var(--line); padding: 0.75rem 0; }
ul.list h2 { margin: 0 0 0.25rem; }
nav li { break-inside: avoid; padding: 0.3rem 0; }
dl > div { border-top: 1px solid var(--line-faint); padding: 0.35rem 0; }
dt { font-weight: 700; }
dd { margin: 0; }
@media (min-width: 40rem) {
  dl > div { display: grid; gap: 0 1rem; grid-template-columns: 10rem 1fr; }
  dt { grid-row: 1 / span 9; }
  dd { grid-column: 2; }
}
code, pre { font: 0.9375em/1.5 "Roboto Mono", "Courier New", monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
blockquote { border-left: 0.375rem solid var(--ink); margin: 0 0 1rem; padding: 0.125rem 0 0.125rem 1rem; }
blockquote p { margin: 0; }
blockquote footer { color: var(--ink-soft); margin: 0; padding: 0; }
.wide { margin: 0 0 1rem; max-width: 100%; overflow-x: auto; }
table { border-collapse: collapse; font-size: 1rem; line-height: 1.4; width: 100%; }
caption { font-weight: 700; padding: 0 0 0.5rem; text-align: left; }
th, td { border-bottom: 1px solid var(--line); padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 400; min-width: 8rem; }
.wide td { min-width: 8.5rem; }
.figure, .clear, .unclear, .line { display: block; }
.figure { font-size: 1.1875rem; font-variant-numeric: tabular-nums; }
.clear { font-weight: 700; }
.unclear { font-style: italic; }
.measures .line { color: var(--ink-soft); font-size: 0.9375rem; }
.of { display: none; }
@media screen and (max-width: 40rem) {
  .measures, .measures caption, .measures tbody, .measures tr, .measures tbody th, .measures td { display: block; }
  .measures thead { clip-path: inset(50%); display: block; height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
  .measures tr { border-bottom: 1px solid var(--line); padding: 0.75rem 0 0.25rem; }
  .measures tbody th { border: 0; font-weight: 700; padding: 0 0 0.25rem; }
  .measures td { border: 0; border-left: 0.25rem solid var(--line-faint); margin-bottom: 0.75rem; padding: 0 0 0 0.75rem; }
  .of { color: var(--ink-soft); display: block; }
}
summary { cursor: pointer; padding: 0.6rem 0; }
body > footer { border-top: 2px solid var(--ink); color: var(--ink-soft); margin-top: 3rem; padding-bottom: 2rem; padding-top: 0.75rem; }
@media (prefers-color-scheme: dark) {
  @media screen {
    :root { color-scheme: dark; --ink: #f2f2f2; --ink-soft: #c4c4c4; --paper: #16191d; --line: #8a8f96; --line-faint: #3a3f46; --link: #86c5ff; --series-1: #86c5ff; --series-2: #2b9c93; --series-3: #d8a2d2; --series-4: #e5682a; }
  }
}
@media print {
  :root { --ink: #000; --ink-soft: #000; --link: #000; --line: #555; --series-1: #000; --series-2: #777; --series-3: #333; --series-4: #999; }
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  .skip, nav, .screen, body > footer { display: none; }
  h1 { font-size: 17pt; margin: 4pt 0; }
  h2 { font-size: 13pt; margin: 12pt 0 4pt; }
  h3, .first h2 { font-size: 11pt; margin: 7pt 0 2pt; }
  .first { break-after: page; }
  .status { margin: 0 0 3pt; padding: 1pt 6pt; }
  p, ul, ol, dl { margin: 0 0 4pt; max-width: none; }
  .wide { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { padding: 2.5pt 9pt 2.5pt 0; }
  .wide td, .wide tbody th { min-width: 0; }
  .measures thead th { min-width: 4.5rem; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  tr, blockquote, dl > div, li { break-inside: avoid; }
  h2, h3, caption, summary { break-after: avoid; }
  summary { font-weight: 700; list-style: none; padding: 4pt 0 2pt; }
  summary::-webkit-details-marker { display: none; }
  .figure { font-size: 10pt; }
  .measures .line { font-size: 8pt; }
}
`;

/**
 * The style of a published page. `running` is the line that stands at the foot of every printed page; pages `of` no
 * snapshot have no pictures.
 */
export function snapshotStyle(running: string, of: 'snapshot' | 'page' = 'snapshot'): string {
  return `${of === 'snapshot' ? charts.replace(/\/\*[\s\S]*?\*\//g, '') : ''}\n${PAGE}\n@page { margin: 14mm 14mm 20mm; size: A4; @bottom-left { content: ${cssText(running)}; font: 7.5pt Arial, sans-serif; width: 150mm; } @bottom-right { content: counter(page) " of " counter(pages); font: 7.5pt Arial, sans-serif; } }\n`;
}

/** Text as CSS writes it: whatever could end it, or the sheet, is escaped. */
function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:()-]/gu, (mark) => `\\${(mark.codePointAt(0) as number).toString(16)} `)}"`;
}
