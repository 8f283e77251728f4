import type { CalendarDate } from '../shared/dates';
import { type LoweredProduct, lowerProduct } from './clauses';
import { type Codebook, codebookOf } from './codebook';
import type { KernelKind } from './kernel';
import type { MatchableProduct, Verdict } from './match';
import { type Move, Moves } from './moves';
import { type Area, Planes, type PlanesOptions } from './planes';
import type { Population } from './population';
import { compile, type Program } from './program';
import { ones } from './twin';

/** The verdict on one product, and how many of its written clauses are unmet or cannot be told. */
export type Judged = { readonly verdict: Verdict; readonly unmet: number; readonly open: number };

/** How many firms are certainly eligible, and of how many more it cannot be told. */
export type Reach = { readonly eligible: number; readonly possible: number };

/** Firms by row number: bit `row & 31` of word `row >>> 5`. `possible` holds the certain ones too. */
export type Bitmaps = { readonly certain: Uint32Array; readonly possible: Uint32Array };

export type VerdictChange = { readonly product: number; readonly from: Verdict; readonly to: Verdict };

export type MatcherOptions = { readonly kind?: KernelKind; readonly withCommonCuts?: boolean };

/**
 * Every question about a catalogue of products on one day, answered by one program: one firm against all of them, one
 * of them or all against a population. Exact, in Kleene's three values: what is unknown is never read as yes or no.
 * Products are spoken of by their place in the catalogue, firms by their row in the population.
 */
export class Matcher {
  readonly codebook: Codebook;
  /** Without a request the question is whether some request could qualify. */
  private readonly without: readonly LoweredProduct[];
  private readonly programs: { readonly withRequest: Program; readonly without: Program };
  /** The programs of one product each, made when they are first asked for: compiling takes as long as running one over a city. */
  private readonly alone = new Map<number, Program>();
  /** One firm, before and after a change, and every single move of it: a lane each. */
  private readonly lanes: Planes;
  private readonly possibleMoves: Moves;

  constructor(
    readonly products: readonly Pick<MatchableProduct, 'terms' | 'rule'>[],
    readonly today: CalendarDate,
    private readonly options: MatcherOptions = {},
  ) {
    const withRequest = products.map(product => lowerProduct(product, { today, hasRequest: true }));
    this.without = products.map(product => lowerProduct(product, { today, hasRequest: false }));
    this.codebook = codebookOf(withRequest, options);
    this.programs = { withRequest: compile(this.codebook, withRequest), without: compile(this.codebook, this.without) };
    const { words, lines } = this.programs.withRequest;
    const capacity = 2 + this.codebook.axes.reduce((sum, { cuts }) => sum + cuts.length, 0);
    const room = { words: words.length, lines, products: 1, bitsBytes: Math.max(1, products.length) * 128 };
    this.lanes = new Planes(this.codebook, capacity, { kind: options.kind, room });
    this.possibleMoves = new Moves(this.codebook, this.lanes);
  }

  /** The verdict on each product; `coordinates` hold the request where there is one. */
  forward(coordinates: Float64Array, hasRequest: boolean): readonly Judged[] {
    const program = this.program(hasRequest);
    this.lanes.putAlone(coordinates);
    const sums = clauseSums(program, this.lanes.area.fill(program.linesOnly), 0);
    const judged: Judged[] = new Array(sums.length);
    for (let product = 0; product < sums.length; product++) judged[product] = judgedOf(sums[product] as number);
    return judged;
  }

  /** The products whose verdict is another after a change of the firm. */
  changed(before: Float64Array, after: Float64Array, hasRequest: boolean): readonly VerdictChange[] {
    const program = this.program(hasRequest);
    this.lanes.putAlone(before);
    this.lanes.put(1, after);
    const lines = this.lanes.area.fill(program.linesOnly);
    const was = clauseSums(program, lines, 0);
    const is = clauseSums(program, lines, 1);
    const changes: VerdictChange[] = [];
    for (let product = 0; product < is.length; product++) {
      const from = verdictOf(was[product] as number);
      const to = verdictOf(is[product] as number);
      if (from !== to) changes.push({ product, from, to });
    }
    return changes;
  }

  /** Every change of one value that makes some product eligible, with the products that it opens and closes. */
  moves(coordinates: Float64Array, hasRequest: boolean): readonly Move[] {
    return this.possibleMoves.of(coordinates, this.program(hasRequest));
  }

  /** How many firms of the population each product reaches. */
  cross(population: Population): readonly Reach[] {
    const counts = this.planesOf(population).area.count(this.programs.without);
    return this.products.map((_, product) => reachOf(counts, product));
  }

  /** Hands over, for some steps of 512 firms at a time, both lines of each product: see `Area.lines`. */
  crossLines(population: Population, onSteps: Parameters<Area['lines']>[1]): void {
    this.planesOf(population).area.lines(this.programs.without, onSteps);
  }

  /** The firms that one product reaches. */
  reverse(population: Population, product: number): Bitmaps {
    const size = Math.ceil(population.capacity / 512) * 16;
    const [certain, possible] = [new Uint32Array(size), new Uint32Array(size)];
    this.planesOf(population).area.lines(this.programOf(product), (from, to, lines) => {
      for (let step = from; step < to; step++)
        for (let at = 0, line = (step - from) * 32, word = step * 16; at < 16; at++, line++, word++) {
          certain[word] = lines[line] as number;
          possible[word] = lines[line + 16] as number;
        }
    });
    return { certain, possible };
  }

  /** How many firms one product reaches. */
  reach(population: Population, product: number): Reach {
    return reachOf(this.planesOf(population).area.count(this.programOf(product)), 0);
  }

  /** The firms that one clause alone keeps from the product: they certainly meet all others, and certainly not this one. */
  nearMisses(population: Population, product: number): Uint32Array {
    const misses = new Uint32Array(Math.ceil(population.capacity / 512) * 16);
    this.missedByOne(population, product, (_, at, word) => {
      misses[at] = (misses[at] as number) | word;
    });
    return misses;
  }

  /** For each written clause of a product, terms first, how many firms it alone excludes; none for one about a request. */
  excludedBy(population: Population, product: number): readonly number[] {
    const counts = this.loweredAt(product).map(() => 0);
    this.missedByOne(population, product, (clause, _, word) => {
      counts[clause] = (counts[clause] as number) + ones(word);
    });
    return counts;
  }

  private missedByOne(population: Population, product: number, onWord: (clause: number, at: number, word: number) => void) {
    const clauses = this.loweredAt(product);
    const pairs = clauses.flatMap((clause, index) => [clauses.filter((_, other) => other !== index), [clause]]);
    const stride = pairs.length * 32;
    this.planesOf(population).area.lines(compile(this.codebook, pairs), (from, to, lines) => {
      for (let step = from; step < to; step++)
        for (let clause = 0; clause < clauses.length; clause++) {
          const first = (step - from) * stride + clause * 64;
          for (let at = 0; at < 16; at++)
            onWord(clause, step * 16 + at, (lines[first + at] as number) & ~(lines[first + 48 + at] as number));
        }
    });
  }

  private planesOf(population: Population): Planes {
    const options: PlanesOptions = { kind: this.options.kind };
    return population.planesOf(this.codebook, options);
  }

  private program(hasRequest: boolean): Program {
    return hasRequest ? this.programs.withRequest : this.programs.without;
  }

  private programOf(product: number): Program {
    const program = this.alone.get(product) ?? compile(this.codebook, [this.loweredAt(product)]);
    this.alone.set(product, program);
    return program;
  }

  private loweredAt(product: number): LoweredProduct {
    const lowered = this.without[product];
    if (lowered === undefined) throw new RangeError(`no product ${product}`);
    return lowered;
  }
}

/** Of one lane, how many clauses of each product are unmet, above how many are open; each clause is looked at once. */
function clauseSums({ members, clauseEnds, clauses, productEnds }: Program, lines: Int32Array, lane: number): Int32Array {
  const states = new Int32Array(clauseEnds.length);
  let member = 0;
  for (let clause = 0; clause < clauseEnds.length; clause++) {
    let isTrue = 1;
    let isPossible = 1;
    for (const end = clauseEnds[clause] as number; member < end; member++) {
      const word = members[member] as number;
      const holds = (lines[(word & 0xffff) * 16] as number) >>> lane;
      isTrue &= holds;
      isPossible &= holds | ((lines[(word >>> 16) * 16] as number) >>> lane);
    }
    states[clause] = isPossible === 0 ? oneUnmet : 1 - isTrue;
  }
  const sums = new Int32Array(productEnds.length);
  let at = 0;
  for (let product = 0; product < productEnds.length; product++) {
    let sum = 0;
    for (const end = productEnds[product] as number; at < end; at++) sum += states[clauses[at] as number] as number;
    sums[product] = sum;
  }
  return sums;
}

/** Far above how many open clauses a product can have. */
const oneUnmet = 0x1_0000;

const verdictOf = (sum: number): Verdict => (sum >= oneUnmet ? 'notEligible' : sum > 0 ? 'possible' : 'eligible');

const judgedOf = (sum: number): Judged => ({ verdict: verdictOf(sum), unmet: sum >>> 16, open: sum & 0xffff });

function reachOf(counts: Int32Array, product: number): Reach {
  const eligible = counts[product * 2] as number;
  return { eligible, possible: (counts[product * 2 + 1] as number) - eligible };
}
