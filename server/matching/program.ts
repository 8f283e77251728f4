import { type Atom, keyOf, type LoweredProduct } from './clauses';
import { type Codebook, type CodedAxis, codeOf, cutsAsked } from './codebook';

/**
 * Products as the integers that the kernel runs, in four parts: lines "code >= cut" axis by axis, lines "one and not
 * another", lines "any of some", and for each product a word for each clause: the line where it is true in the low half,
 * the line where it is unknown above.
 */
export type Program = {
  readonly words: Int32Array;
  readonly lines: number;
  readonly products: number;
  /** Where the fourth part begins. */
  readonly productsAt: number;
};

/** Lines are numbered in 16 bits; a shard of a whole nation's products uses a few thousand. */
const linesMax = 0xffff;

/** The line of all firms and that of none. */
const everyone = 0;
const nobody = 1;

/** Throws when the products need more lines than can be numbered: they belong into several programs. */
export function compile(codebook: Codebook, products: readonly LoweredProduct[]): Program {
  const lines = new Lines(codebook, products.flat(3));
  const clauses = products.map(product => product.flat().map(atoms => lines.clause(atoms)));
  if (lines.count > linesMax) throw new RangeError(`the products need ${lines.count} lines, more than ${linesMax}`);
  const head = lines.words();
  const words = Int32Array.from([...head, products.length, ...clauses.flatMap(each => [each.length, ...each])]);
  return { words, lines: lines.count, products: products.length, productsAt: head.length };
}

/** Where an atom is certainly true, and where that or unknown: `certain` or `unknown` is where it is possible. */
type AtomLines = { readonly certain: number; readonly unknown: number };

/** A code kept in `bits` planes from some plane on: the codes asked for, each a line, of which this is the first. */
type Column = { readonly bits: number; readonly codes: readonly number[]; readonly firstLine: number };

/** Numbers the lines of a program, each of which is made once however many clauses need it. */
class Lines {
  private readonly columns = new Map<number, Column>();
  private readonly differences = new Interned<number>(String);
  private readonly choices = new Interned<readonly number[]>(String);
  private readonly atoms = new Map<string, AtomLines>();
  private readonly firstDifference: number;

  /** Takes all atoms at once, because the kernel makes what they need before any choice among them. */
  constructor(
    private readonly codebook: Codebook,
    atoms: readonly Atom[],
  ) {
    let firstLine = 2;
    const ask = (plane: number, bits: number, codes: readonly number[]) => {
      if (codes.length === 0 || this.columns.has(plane)) return;
      this.columns.set(plane, { bits, codes, firstLine });
      firstLine += codes.length;
    };
    for (const [axis, cuts] of cutsAsked(atoms)) {
      const coded = this.coded(axis);
      // Unknown or not is a code of one plane.
      if (coded.unknownPlane >= 0) ask(coded.unknownPlane, 1, [1]);
      ask(
        coded.plane,
        coded.bits,
        [...cuts].map(cut => codeOf(coded, cut)).sort((a, b) => a - b),
      );
    }
    this.firstDifference = firstLine;
    for (const atom of atoms) this.atoms.set(keyOf(atom), this.atoms.get(keyOf(atom)) ?? this.linesOf(atom));
  }

  get count(): number {
    return this.firstDifference + this.differences.members.length + this.choices.members.length;
  }

  /** The word of a clause: the line where any of its atoms is true, below the line where any is unknown. */
  clause(atoms: readonly Atom[]): number {
    const lines = atoms.map(atom => this.atoms.get(keyOf(atom)) as AtomLines);
    return this.any(lines.map(({ certain }) => certain)) | (this.any(lines.map(({ unknown }) => unknown)) << 16);
  }

  words(): readonly number[] {
    const [differences, choices] = [this.differences.members, this.choices.members];
    const columns = [...this.columns].flatMap(([plane, { bits, codes }]) => [plane, bits, codes.length, ...codes]);
    return [
      ...[this.columns.size, ...columns],
      ...[differences.length, ...differences],
      ...[choices.length, ...choices.flatMap(lines => [lines.length, ...lines])],
    ];
  }

  private linesOf({ kind, axis, from, below }: Atom): AtomLines {
    const lowest = this.coded(axis);
    if (kind === 'within') {
      const unknown = this.lineOf(lowest.unknownPlane, 1);
      const start = from === -Infinity ? this.butNot(everyone, unknown) : this.atLeast(lowest, from);
      return { certain: this.butNot(start, this.atLeast(lowest, below)), unknown };
    }
    const highest = this.coded(axis + 1);
    const inside = this.butNot(this.atLeast(lowest, from), this.atLeast(highest, below));
    const touching = this.butNot(this.atLeast(highest, from), this.atLeast(lowest, below));
    return kind === 'under'
      ? { certain: inside, unknown: touching }
      : { certain: this.butNot(everyone, touching), unknown: this.butNot(everyone, inside) };
  }

  /** The line of the firms whose value reaches `cut`; of none when it is infinite. */
  private atLeast(axis: CodedAxis, cut: number): number {
    return cut === Infinity ? nobody : this.lineOf(axis.plane, codeOf(axis, cut));
  }

  private lineOf(plane: number, code: number): number {
    const { codes, firstLine } = this.columns.get(plane) as Column;
    return firstLine + codes.indexOf(code);
  }

  private butNot(one: number, other: number): number {
    return other === nobody ? one : this.firstDifference + this.differences.place(one | (other << 16));
  }

  private any(lines: readonly number[]): number {
    const distinct = [...new Set(lines)].filter(line => line !== nobody).sort((a, b) => a - b);
    if (distinct.length < 2) return distinct[0] ?? nobody;
    return this.firstDifference + this.differences.members.length + this.choices.place(distinct);
  }

  private coded(axis: number): CodedAxis {
    return this.codebook.byAxis.get(axis) as CodedAxis;
  }
}

/** Things by what tells them apart, each kept once, in the order in which they were first asked for. */
export class Interned<Member> {
  readonly members: Member[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly keyOf: (member: Member) => string) {}

  place(member: Member): number {
    const key = this.keyOf(member);
    const place = this.places.get(key) ?? this.members.push(member) - 1;
    this.places.set(key, place);
    return place;
  }
}
