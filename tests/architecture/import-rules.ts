import { builtinModules } from 'node:module';
import { libRooms, mayImport, nodeRooms, openFiles, packageHomes, pools } from './rooms.ts';
import { roomOf, type Breach, type Import, type Source } from './source.ts';

/** Rooms import downwards only, as the table of rooms says. Tests may import what they test. */
export function checkRooms(source: Source): Breach[] {
  if (source.path.startsWith('src/lib/') && !libRooms.includes(source.room)) {
    return [{ path: source.path, line: 1, message: `there is no room ${source.room}` }];
  }
  return breaches(source, (used) => {
    if (used.target === undefined) return undefined;
    const room = roomOf(used.target);
    if (source.isTest) {
      return room === 'routes' && source.room !== 'routes' ? 'nobody imports routes' : undefined;
    }
    if (room === source.room || room === 'diagnostics') return undefined;
    if (openFiles.includes(used.target) && source.room !== 'diagnostics') return undefined;
    const { values, types = [] } = mayImport[source.room] ?? { values: [] };
    if (values.includes(room) || (used.isType && types.includes(room))) return undefined;
    return types.includes(room)
      ? `${source.room} may import types of ${room} only: write \`import type\``
      : `${source.room} may not import ${room}`;
  });
}

/** Only the rooms that run simulations import the pools of workers, each its own. */
export function checkPools(source: Source): Breach[] {
  const own = pools.find(({ pattern }) => pattern.test(source.path));
  return breaches(source, (used) => {
    const pool = pools.find(
      ({ pattern }) => used.target !== undefined && pattern.test(used.target),
    );
    if (!pool || pool === own || source.isTest || used.isType) return undefined;
    return pool.users.includes(source.room)
      ? undefined
      : `${own?.name ?? source.room} may not import the ${pool.name}`;
  });
}

/** Node's own modules stay at the edges, and are called by their full names. */
export function checkNode(source: Source): Breach[] {
  const isServerPool = pools.some(
    ({ name, pattern }) => name === 'server pool' && pattern.test(source.path),
  );
  return breaches(source, (used) => {
    if (builtinModules.includes(used.specifier)) return `write node:${used.specifier}`;
    if (!used.specifier.startsWith('node:') || source.isTest || isServerPool) return undefined;
    return nodeRooms.includes(source.room)
      ? undefined
      : `${source.room} may not import ${used.specifier}`;
  });
}

/** Every package has a home: what it does for us is then easy to find, to replace and to mend. */
export function checkPackages(source: Source): Breach[] {
  if (source.isTest) return [];
  return breaches(source, (used) => {
    const name = used.package;
    if (!name || name.startsWith('node:') || builtinModules.includes(name)) return undefined;
    const home = packageHomes.find(({ pattern }) => pattern.test(name));
    if (!home) return `${name} has no home yet: give it one in tests/architecture/rooms.ts`;
    return home.rooms.includes(source.room)
      ? undefined
      : `${name} is at home in ${home.rooms.join(', ')}, not in ${source.room}`;
  });
}

/** Imports name a file with its ending; inside `src/lib` they are relative. */
export function checkSpelling(source: Source): Breach[] {
  return breaches(source, ({ specifier, target }) => {
    if (
      specifier === '$lib' ||
      (specifier.startsWith('$lib/') && source.path.startsWith('src/lib/'))
    )
      return `write a relative path in place of ${specifier}`;
    if (target === undefined || specifier.endsWith('/$types')) return undefined;
    return /\.(ts|js|svelte|css|json|svg|md|yaml)$/.test(specifier)
      ? undefined
      : `${specifier} needs its ending`;
  });
}

function breaches(source: Source, judge: (used: Import) => string | undefined): Breach[] {
  return source.imports.flatMap((used) => {
    const message = judge(used);
    return message ? [{ path: source.path, line: used.line, message }] : [];
  });
}
