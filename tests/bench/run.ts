// npm run bench -- NAME…: each figure is one JSON line on stdout; exit code 1 when one misses its floor or ceiling.
import type { Bench, Figure } from './figure';

const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  api: () => import('./api'),
  'import-invoices': () => import('./importInvoices'),
  limits: () => import('./limits'),
  'match-api': () => import('./matchApi'),
  matching: () => import('./matching'),
  'matching-national': () => import('./matchingNational'),
  scorecard: () => import('./scorecard'),
  workflow: () => import('./workflow'),
};

const names = process.argv.slice(2);
const unknown = names.filter(name => !Object.hasOwn(benches, name));
if (names.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no benchmark called ${unknown.join(', ')}.`);
  console.error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}

for (const name of names) {
  await benches[name]?.().then(({ bench }) => bench(figure => report(name, figure)));
}

function report(bench: string, figure: Figure): void {
  console.log(JSON.stringify({ bench, ...figure }));
  const { figure: title, value, floor, ceiling } = figure;
  // Written so that NaN, too, is a miss.
  const holds = (floor === undefined || value >= floor) && (ceiling === undefined || value <= ceiling);
  if (holds) return;
  console.error(`${bench}, ${title}: ${value} misses the ${floor === undefined ? `ceiling ${ceiling}` : `floor ${floor}`}`);
  process.exitCode = 1;
}
