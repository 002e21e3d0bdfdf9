/**
 * A process that opens a store, and closes it. Arguments: the data folder, the address of PostgreSQL
 * or nothing.
 */
import { once } from 'node:events';
import { openStore } from '../../src/lib/server/store/store.ts';

const [folder, url] = process.argv.slice(2);
// Whoever started several lets them go at the same moment.
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const store = await openStore({ folder, ...(url ? { url } : {}) });
await store.close();
process.exit();
