import { bench } from './bench.ts';
import { contestants } from './contestants.ts';

const [name, seed, ...words] = process.argv.slice(2);
if (name in contestants) {
  console.log(JSON.stringify(await contestants[name](words, Number(seed))));
} else {
  bench(process.argv.includes('--quick'));
}
