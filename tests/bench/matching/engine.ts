import { attributeOf } from '../../../server/matching/attributes';
import { lowerProduct } from '../../../server/matching/clauses';
import { axes, coordinatesOf, leavesBelow, placeOf } from '../../../server/matching/coordinates';
import type { Facts } from '../../../server/matching/facts';
import type { MatchableProduct } from '../../../server/matching/match';
import { Matcher } from '../../../server/matching/matcher';
import { Population } from '../../../server/matching/population';
import { compile, type Program } from '../../../server/matching/program';
import { type Bitmaps, Runner } from '../../../server/matching/runner';
import { Threads } from '../../../server/matching/threads';
import { ones } from '../../../server/matching/twin';
import { factValue, firmColumns, today } from './columns';
import { type Block, sizeOf } from './firms';

/* The one place where the bench speaks to the engine. */

export type Engine = Matcher;
export const engineOf = (products: readonly MatchableProduct[], kind?: 'twin'): Engine =>
  new Matcher(products, today, kind === undefined ? {} : { kind });

/** The catalogue, which is what the engine was made of. */
export const productsOf = (engine: Engine): readonly MatchableProduct[] => engine.products as readonly MatchableProduct[];

/** The products a firm with a request is eligible for, from its facts to the list. */
export function eligibleFor(engine: Engine, facts: Facts): readonly number[] {
  const judged = engine.forward(coordinatesOf(facts), true);
  const places: number[] = [];
  for (let product = 0; product < judged.length; product++) if (judged[product]?.verdict === 'eligible') places.push(product);
  return places;
}

/** The firms of some blocks, one after another, as the engine keeps them. */
export type EngineFirms = {
  readonly population: Population /** From `row` on; left out, after those before. */;
  readonly append: (block: Block, row?: number) => void;
};

export function engineFirms(count: number): EngineFirms {
  const population = new Population(count);
  const coordinates = new Float64Array(axes.length).fill(Number.NaN);
  let next = 0;
  return {
    population,
    append: (block, row = next) => {
      next = row;
      for (let index = 0; index < sizeOf(block); index++) {
        writers.forEach((write, column) => {
          write(coordinates, block[column]?.[index] ?? Number.NaN);
        });
        population.put(next++, coordinates);
      }
    },
  };
}

const writers = firmColumns.map(column => {
  const { attribute, first } = placeOf(column.attribute.key);
  if (attribute.kind !== 'tree')
    return (row: Float64Array, value: number): void => {
      row[first] = value;
    };
  const seen = new Map<number, readonly [number, number]>();
  return (row: Float64Array, value: number): void => {
    const ends = seen.get(value) ?? endsOf(value);
    seen.set(value, ends);
    [row[first], row[first + 1]] = ends;
  };
  function endsOf(value: number): readonly [number, number] {
    if (Number.isNaN(value)) return [Number.NaN, Number.NaN];
    const { from, below } = leavesBelow(attributeOf(attribute.key), String(factValue(column, value)));
    return [from, below - 1];
  }
});

/** Both bitmaps of each product over a population. */
export function crossBitmaps({ codebook, program }: Engine, population: Population): readonly Bitmaps[] {
  const runner = population.runnerOf(codebook, { products: program.products });
  runner.draw(program);
  return runner.drawn(program);
}

/** By firm and product 0, 1 or 2: no, cannot tell, yes. */
export function verdictsOf(bitmaps: readonly Bitmaps[], rows: readonly number[]): readonly (readonly number[])[] {
  const bit = (words: Uint32Array, row: number): number => ((words[row >>> 5] ?? 0) >>> (row & 31)) & 1;
  return rows.map(row => bitmaps.map(({ certain, possible }) => bit(certain, row) + bit(possible, row)));
}

export const coordinatesFor = (facts: Facts): Float64Array => coordinatesOf(facts);
export const movesOf = (engine: Engine, row: Float64Array): unknown => engine.moves(row, true);
/** What changes for a firm that the engine knows when new facts arrive. */
export const changedMatches = (engine: Engine, before: Float64Array, after: Facts): unknown =>
  engine.changed(before, coordinatesOf(after), true);

/** What one more firm takes in the planes of the engine. */
export const bytesPerFirm = ({ codebook }: Engine): number => (codebook.planes + 1) / 8;

/** The program of some products, without a request, for whoever runs it over planes of his own. */
export const programOf = (engine: Engine, products: Engine['products']): Program =>
  compile(
    engine.codebook,
    products.map(product => lowerProduct(product, { today, hasRequest: false })),
  );

/** How many planes a program reads, that of who is there among them. */
export function planesTouched({ words }: Program): number {
  let touched = 1;
  let at = 1;
  for (let columns = words[0] ?? 0; columns > 0; columns--) {
    touched += words[at + 1] ?? 0;
    at += 3 + (words[at + 2] ?? 0);
  }
  return touched;
}

export const firmsPerPage = 65_536;

/**
 * Planes of `pages` × `repeats` pages: the firms of `blocks`, a page each, in distinct memory `repeats` times over.
 * Page by page, because the numbers of all firms would take ten times the memory of their planes.
 */
export function repeatedPlanes(
  engine: Engine,
  pageOf: (page: number) => Iterable<Block>,
  { pages, repeats }: { readonly pages: number; readonly repeats: number },
  onPage: (firms: EngineFirms) => void,
): Runner {
  const all = new Runner(engine.codebook, pages * repeats * firmsPerPage);
  const into = new Uint8Array(all.planes.memory.buffer);
  const firms = engineFirms(firmsPerPage);
  const one = firms.population.runnerOf(engine.codebook, { products: engine.products.length }).planes;
  const from = new Uint8Array(one.memory.buffer);
  const liveBytes = firmsPerPage / 8;
  const pageBytes = liveBytes * engine.codebook.planes;
  for (let page = 0; page < pages; page++) {
    let row = 0;
    for (const block of pageOf(page)) {
      firms.append(block, row);
      row += sizeOf(block);
    }
    onPage(firms);
    for (let repeat = 0; repeat < repeats; repeat++) {
      const place = repeat * pages + page;
      into.set(from.subarray(one.live, one.live + liveBytes), all.planes.live + place * liveBytes);
      into.set(from.subarray(one.pages, one.pages + pageBytes), all.planes.pages + place * pageBytes);
    }
  }
  return all;
}

export const onesIn = (words: Uint32Array): number => words.reduce((sum, word) => sum + ones(word), 0);

/** Threads over planes of their own of a population, and the program of all products that they run. */
export function threadsOver(
  engine: Engine,
  { population }: EngineFirms,
  threads: number,
): { threads: Threads; program: Program } {
  const { codebook, program } = engineOf(productsOf(engine));
  return { threads: new Threads(population.runnerOf(codebook, { threads, products: program.products })), program };
}
