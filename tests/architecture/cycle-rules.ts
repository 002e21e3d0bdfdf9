import { roomOf, type Breach, type Source } from './source.ts';

type Graph = Map<string, Set<string>>;

/** No room imports, by whatever way round, a room that imports it; types count too. */
export function checkRoomCycles(sources: Source[]): Breach[] {
  return cyclesIn(roomGraph(sources));
}

function roomGraph(sources: Source[]): Graph {
  const graph: Graph = new Map();
  for (const { room, imports } of sources.filter(({ isTest }) => !isTest)) {
    for (const { target } of imports) {
      const to = target === undefined ? room : roomOf(target);
      if (to !== room) graph.set(room, (graph.get(room) ?? new Set()).add(to));
    }
  }
  return graph;
}

/** Follow every import once; meeting a place that is still on the way there is a cycle. */
function cyclesIn(graph: Graph): Breach[] {
  const found: Breach[] = [];
  const finished = new Set<string>();
  const way: string[] = [];

  function follow(from: string): void {
    const at = way.indexOf(from);
    if (at >= 0) {
      const message = `imports itself: ${[...way.slice(at), from].join(' → ')}`;
      found.push({ path: from, line: 1, message });
      return;
    }
    if (finished.has(from)) return;
    way.push(from);
    for (const to of graph.get(from) ?? []) follow(to);
    way.pop();
    finished.add(from);
  }

  for (const from of graph.keys()) follow(from);
  return found;
}
