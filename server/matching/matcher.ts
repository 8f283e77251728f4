import type { CalendarDate } from '../shared/dates';
import { type LoweredProduct, lowerProduct } from './clauses';
import { type Codebook, codebookOf } from './codebook';
import { Compiled, oneUnmet } from './compiled';
import type { KernelKind } from './kernel';
import type { MatchableProduct, Verdict } from './match';
import { type Move, Moves } from './moves';
import type { Population } from './population';
import { compile, type Program } from './program';
import { type Bitmaps, Runner } from './runner';
import { ones } from './twin';

/** The verdict on one product, and how many of its written clauses are unmet or cannot be told. */
export type Judged = { readonly verdict: Verdict; readonly unmet: number; readonly open: number };

/** How many firms are certainly eligible, and of how many more it cannot be told. */
export type Reach = { readonly eligible: number; readonly possible: number };

export type VerdictChange = { readonly product: number; readonly from: Verdict; readonly to: Verdict };

export type MatcherOptions = { readonly kind?: KernelKind; readonly withCommonCuts?: boolean };

/**
 * Every question about a catalogue of products on one day: one firm against all of them, one of them or all against a
 * population. Exact, in Kleene's three values: what is unknown is never read as yes or no. Products are spoken of by their
 * place in the catalogue, firms by their row in the population.
 */
export class Matcher {
  readonly codebook: Codebook;
  private readonly withRequest: Compiled;
  /** Without a request the question is whether some request could qualify. */
  private readonly without: Compiled;
  /** One firm, before and after a change. */
  private readonly firm: Runner;
  private readonly possibleMoves: Moves;

  constructor(
    readonly products: readonly Pick<MatchableProduct, 'terms' | 'rule'>[],
    readonly today: CalendarDate,
    private readonly options: MatcherOptions = {},
  ) {
    const lowered = (hasRequest: boolean) => products.map(product => lowerProduct(product, { today, hasRequest }));
    this.codebook = codebookOf(lowered(true), options);
    this.withRequest = new Compiled(this.codebook, lowered(true));
    this.without = new Compiled(this.codebook, lowered(false));
    this.firm = new Runner(this.codebook, 2, options);
    this.possibleMoves = new Moves(this.codebook, { kind: options.kind, products: products.length });
  }

  /** All products as one program, without a request. */
  get program(): Program {
    return this.without.whole;
  }

  /** The verdict on each product; `coordinates` hold the request where there is one. */
  forward(coordinates: Float64Array, hasRequest: boolean): readonly Judged[] {
    const { clauses } = this.compiled(hasRequest);
    this.firm.planes.put(0, coordinates);
    return clauses.sums(this.firm.lines(clauses.program), 0).map(judgedOf);
  }

  /** The products whose verdict is another after a change of the firm. */
  changed(before: Float64Array, after: Float64Array, hasRequest: boolean): readonly VerdictChange[] {
    const { clauses } = this.compiled(hasRequest);
    this.firm.planes.put(0, before);
    this.firm.planes.put(1, after);
    const lines = this.firm.lines(clauses.program);
    const was = clauses.sums(lines, 0);
    const changes: VerdictChange[] = [];
    clauses.sums(lines, 1).forEach((sum, product) => {
      const [from, to] = [verdictOf(was[product] as number), verdictOf(sum)];
      if (from !== to) changes.push({ product, from, to });
    });
    return changes;
  }

  /** Every change of one value that makes some product eligible, with the products that it opens and closes. */
  moves(coordinates: Float64Array, hasRequest: boolean): readonly Move[] {
    return this.possibleMoves.of(coordinates, this.compiled(hasRequest).whole);
  }

  /** How many firms of the population each product reaches. */
  cross(population: Population): readonly Reach[] {
    const counts = this.runnerOf(population).count(this.program);
    return this.products.map((_, product) => reachOf(counts, product));
  }

  /** The firms that one product reaches. */
  reverse(population: Population, product: number): Bitmaps {
    const { certain, possible } = this.draw(population, this.without.alone(product))[0] as Bitmaps;
    return { certain: certain.slice(), possible: possible.slice() };
  }

  /** How many firms one product reaches. */
  reach(population: Population, product: number): Reach {
    return reachOf(this.runnerOf(population).count(this.without.alone(product)), 0);
  }

  /**
   * For each written clause of a product, terms first, the firms that it alone keeps out: they certainly meet all others,
   * and certainly not this one. Nobody for a clause about a request.
   */
  nearMisses(population: Population, product: number): readonly Uint32Array[] {
    const clauses = this.without.products[product] as LoweredProduct;
    const pairs = clauses.flatMap((clause, index) => [clauses.filter((_, other) => other !== index), [clause]]);
    const bitmaps = this.draw(population, compile(this.codebook, pairs));
    return clauses.map((_, index) => {
      const [others, own] = bitmaps.slice(2 * index) as [Bitmaps, Bitmaps];
      return others.certain.map((word, at) => word & ~(own.possible[at] as number));
    });
  }

  /** For each written clause of a product how many firms it alone keeps out. */
  excludedBy(population: Population, product: number): readonly number[] {
    return this.nearMisses(population, product).map(firms => firms.reduce((sum, word) => sum + ones(word), 0));
  }

  private draw(population: Population, program: Program): readonly Bitmaps[] {
    const runner = this.runnerOf(population);
    runner.draw(program);
    return runner.drawn(program);
  }

  private runnerOf(population: Population): Runner {
    return population.runnerOf(this.codebook, { kind: this.options.kind, products: productsDrawnMax });
  }

  private compiled(hasRequest: boolean): Compiled {
    return hasRequest ? this.withRequest : this.without;
  }
}

/** More than twice the clauses that a product may have: each and the others, see `nearMisses`. */
const productsDrawnMax = 256;

const verdictOf = (sum: number): Verdict => (sum >= oneUnmet ? 'notEligible' : sum > 0 ? 'possible' : 'eligible');

const judgedOf = (sum: number): Judged => ({ verdict: verdictOf(sum), unmet: sum >>> 16, open: sum & 0xffff });

function reachOf(counts: Int32Array, product: number): Reach {
  const eligible = counts[product * 2] as number;
  return { eligible, possible: (counts[product * 2 + 1] as number) - eligible };
}
