import type { Simulation } from '$lib/simulation/simulation.ts';
import type { World } from '$lib/simulation/world.ts';

type Column = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** What a world has of its program: nothing that a run changes. */
const ofProgram = ['streamGroup', 'streamLayer', 'streamRate', 'first', 'last', 'role'];

/** Write nonsense over everything that runs leave behind. */
export function spoil(simulation: Simulation): void {
  const { world } = simulation as unknown as { world: World };
  for (const holder of [world, world.posts]) {
    for (const [name, value] of Object.entries(holder) as [string, unknown][]) {
      if (!ArrayBuffer.isView(value) || ofProgram.includes(name)) continue;
      const column = value as Column;
      for (let i = 0; i < column.length; i++) column[i] = (i * 31) % 97;
    }
  }
}
