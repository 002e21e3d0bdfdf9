/** How a report looks as a file of its own: black on white, whatever the screen or the printer. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
body { background: #fff; color: #000; font: 1rem/1.5 Arial, Helvetica, sans-serif; margin: 0; }
main, aside { margin: 0 auto; max-width: 60rem; padding: 0 1rem; }
aside { border: 2px solid #000; margin-top: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { border-top: 2px solid #000; font-size: 1.4rem; margin-top: 2.5rem; padding-top: 0.5rem; }
h3 { font-size: 1.15rem; margin-top: 2rem; }
h4 { font-size: 1rem; margin-bottom: 0.25rem; }
a { color: inherit; }
p, li { overflow-wrap: anywhere; }
nav ol { columns: 20rem; list-style: none; padding: 0; }
[role='region'] { max-width: 100%; overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.35; margin: 1rem 0; min-width: 40rem; width: 100%; }
caption { font-weight: bold; padding-bottom: 0.25rem; text-align: left; }
th, td { border: 1px solid #767676; overflow-wrap: break-word; padding: 0.25rem 0.4rem; text-align: left; vertical-align: top; }
thead th { background: #eee; }
tbody th { font-weight: normal; }
tbody th, td:last-child { overflow-wrap: anywhere; }
.fill { border: 1px dashed #000; padding: 0.5rem 0.75rem; }
.formula { font-family: "Courier New", monospace; margin: 0.25rem 0 0.25rem 1rem; }
@media print {
  @page { margin: 15mm 14mm; size: A4; }
  body { font-size: 9.5pt; }
  main, aside { max-width: none; padding: 0 2mm; }
  main { padding: 0; }
  [role='region'] { overflow: visible; }
  table { font-size: 7.5pt; min-width: 0; }
  thead { display: table-header-group; }
  tr, .fill { break-inside: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
  a { text-decoration: none; }
}
`;
