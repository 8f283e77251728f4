import { attributeOf } from '../../../server/matching/attributes';
import { lowerProduct } from '../../../server/matching/clauses';
import { axes, coordinatesOf, leavesBelow, placeOf } from '../../../server/matching/coordinates';
import type { Facts } from '../../../server/matching/facts';
import type { MatchableProduct } from '../../../server/matching/match';
import { Matcher } from '../../../server/matching/matcher';
import { firmsPerStep, Planes } from '../../../server/matching/planes';
import { Population } from '../../../server/matching/population';
import { compile, type Program } from '../../../server/matching/program';
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

/** Whoever hands over both lines of each product, for some steps of 512 firms at a time. */
export type LinesOf = (onSteps: (from: number, to: number, lines: Int32Array) => void) => void;

export const crossLines =
  (engine: Engine, population: Population): LinesOf =>
  onSteps =>
    engine.crossLines(population, onSteps);

/** By firm and product 0, 1 or 2: no, cannot tell, yes; read from the bitmaps of a cross-match. */
export function verdictsOf(linesOf: LinesOf, products: number, rows: readonly number[]): readonly (readonly number[])[] {
  const verdicts = rows.map((): readonly number[] => []);
  linesOf((from, to, lines) => {
    rows.forEach((row, place) => {
      const step = Math.floor(row / firmsPerStep);
      if (step < from || step >= to) return;
      const at = (step - from) * products * 32 + ((row % firmsPerStep) >>> 5);
      const bit = (word: number): number => ((lines[at + word] ?? 0) >>> (row & 31)) & 1;
      verdicts[place] = Array.from({ length: products }, (_, product) => bit(product * 32) + bit(product * 32 + 16));
    });
  });
  return verdicts;
}

export const coordinatesFor = (facts: Facts): Float64Array => coordinatesOf(facts);
export const movesOf = (engine: Engine, row: Float64Array): unknown => engine.moves(row, true);
/** What changes for a firm that the engine knows when new facts arrive. */
export const changedMatches = (engine: Engine, before: Float64Array, after: Facts): unknown =>
  engine.changed(before, coordinatesOf(after), true);

/** What one more firm takes in the planes of the engine. */
export const bytesPerFirm = (engine: Engine, population: Population): number => population.planesOf(engine.codebook).bytesPerFirm;

/** The program of some products, without a request, for whoever runs it over planes of his own. */
export const programOf = (engine: Engine, products: Engine['products']): Program =>
  compile(
    engine.codebook,
    products.map(product => lowerProduct(product, { today, hasRequest: false })),
  );

/** How many planes a program reads, that of who is there among them. */
export function planesTouched({ words }: Program): number {
  const unknown = words[0] ?? 0;
  let touched = 1 + unknown;
  let at = 2 + unknown;
  for (let axes = words[1 + unknown] ?? 0; axes > 0; axes--) {
    touched += words[at + 1] ?? 0;
    at += 3 + (words[at + 2] ?? 0);
  }
  return touched;
}

const firmsPerPage = 65_536;
const noRoom = { words: 1, lines: 2, products: 1, bitsBytes: 1 };

/**
 * Planes of `pages` × `repeats` pages: the firms of `blocks`, a page each, in distinct memory `repeats` times over.
 * Page by page, because the numbers of all firms would take ten times the memory of their planes.
 */
export function repeatedPlanes(
  engine: Engine,
  pageOf: (page: number) => Iterable<Block>,
  pages: number,
  repeats: number,
): Planes {
  const all = new Planes(engine.codebook, pages * repeats * firmsPerPage);
  const into = new Uint8Array(all.memory.buffer);
  const firms = engineFirms(firmsPerPage);
  for (let page = 0; page < pages; page++) {
    let row = 0;
    for (const block of pageOf(page)) {
      firms.append(block, row);
      row += sizeOf(block);
    }
    const one = firms.population.encode(engine.codebook, { room: noRoom });
    const from = new Uint8Array(one.memory.buffer);
    const liveBytes = firmsPerPage / 8;
    const pageBytes = liveBytes * one.layout.planes;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const place = repeat * pages + page;
      into.set(from.subarray(one.layout.live, one.layout.live + liveBytes), all.layout.live + place * liveBytes);
      into.set(from.subarray(one.layout.pages, one.layout.pages + pageBytes), all.layout.pages + place * pageBytes);
    }
  }
  return all;
}

/** The planes of a population with room for `areas` programs to run at once. */
export const sharedPlanes = (engine: Engine, population: Population, areas: number): Planes =>
  population.encode(engine.codebook, { areas });
