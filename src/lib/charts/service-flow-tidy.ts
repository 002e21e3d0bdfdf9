import type { TidyTable } from './csv-file.ts';
import type { Flow } from './flow-of.ts';

/** Every way in and between services as the model describes it, and who needs no more. */
export function serviceFlowTidy({ nodes, links }: Flow): TidyTable {
  const names = new Map(nodes.map(({ id, label }) => [id, label]));
  return {
    columns: ['from', 'to', 'value', 'unit', 'handover', 'beside_this_support'],
    rows: [
      ...links.map(({ from, to, share, handover, beside }) => [
        names.get(from) ?? from,
        names.get(to) ?? to,
        Math.round(share * 1e4) / 100,
        'of 100',
        handover,
        beside,
      ]),
      ...nodes.flatMap(({ label, finish }) =>
        finish === null || finish <= 0
          ? []
          : [[label, 'finished', Math.round(finish * 1e4) / 100, 'of 100', null, false]],
      ),
    ],
  };
}
