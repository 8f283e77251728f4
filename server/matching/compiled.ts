import { keyOf, type LoweredProduct, type NormalForm } from './clauses';
import type { Codebook } from './codebook';
import { lineWords } from './planes';
import { compile, Interned, type Program } from './program';

/** The programs of a catalogue, each made when it is first asked for: compiling takes as long as running over a city. */
export class Compiled {
  private readonly single = new Map<number, Program>();
  private madeWhole: Program | undefined;
  private madeClauses: Clauses | undefined;

  constructor(
    private readonly codebook: Codebook,
    readonly products: readonly LoweredProduct[],
  ) {}

  /** All products. */
  get whole(): Program {
    this.madeWhole ??= compile(this.codebook, this.products);
    return this.madeWhole;
  }

  /** One product. */
  alone(product: number): Program {
    const program = this.single.get(product) ?? compile(this.codebook, [this.products[product] as LoweredProduct]);
    this.single.set(product, program);
    return program;
  }

  /** Clause by clause. */
  get clauses(): Clauses {
    this.madeClauses ??= new Clauses(this.codebook, this.products);
    return this.madeClauses;
  }
}

/** One unmet clause in a sum: far above how many open clauses a product can have. */
export const oneUnmet = 0x1_0000;

/** Every written clause of a catalogue once, and the products that it is a clause of, for whoever counts what is open. */
class Clauses {
  /** The lines that the clauses are made of; no product at all. */
  readonly program: Program;
  /** Clause after clause how many members its normal form has, and the word of each. */
  private readonly members: Int32Array;
  /** The places of the products of one clause after another, and where each clause's end. */
  private readonly users: Int32Array;
  private readonly ends: Int32Array;

  constructor(
    codebook: Codebook,
    private readonly products: readonly LoweredProduct[],
  ) {
    const distinct = new Interned<NormalForm>(form => form.map(atoms => atoms.map(keyOf).join()).join(';'));
    const users: number[][] = [];
    products.forEach((product, place) => {
      for (const clause of product.map(form => distinct.place(form))) users[clause] = [...(users[clause] ?? []), place];
    });
    const forms = distinct.members.map(form => [form]);
    const { words, lines, productsAt } = compile(codebook, forms);
    this.program = { words: Int32Array.from([...words.subarray(0, productsAt), 0]), lines, products: 0, productsAt };
    this.members = words.subarray(productsAt + 1);
    this.users = Int32Array.from(users.flat());
    let end = 0;
    this.ends = Int32Array.from(users, ({ length }) => {
      end += length;
      return end;
    });
  }

  /** From the lines, in one of the first 32 lanes: how many clauses of each product are unmet, above how many are open. */
  sums(lines: Int32Array, lane: number): readonly number[] {
    const { members, users, ends } = this;
    const sums: number[] = new Array(this.products.length).fill(0);
    for (let clause = 0, member = 0, user = 0; clause < ends.length; clause++) {
      const end = ends[clause] as number;
      let [isTrue, isPossible] = [1, 1];
      for (let count = members[member++] as number; count > 0; count--) {
        const word = members[member++] as number;
        const holds = (lines[(word & 0xffff) * lineWords] as number) >>> lane;
        isTrue &= holds;
        isPossible &= holds | ((lines[(word >>> 16) * lineWords] as number) >>> lane);
      }
      if (isTrue) user = end;
      const obstacle = isPossible ? 1 : oneUnmet;
      for (; user < end; user++) sums[users[user] as number] = (sums[users[user] as number] as number) + obstacle;
    }
    return sums;
  }
}
