import type { Atom, LoweredProduct } from './clauses';
import { type Codebook, type CodedAxis, codeOf } from './codebook';

/**
 * Products as the integers that the kernel runs, in five parts: unknown lines, lines "code >= cut", "one and not
 * another", "any of", and for each product the lines of its clauses.
 */
export type Program = {
  readonly words: Int32Array;
  /** The words without any product: what fills the lines, for whoever reads them clause by clause. */
  readonly linesOnly: Int32Array;
  readonly lines: number;
  readonly products: number;
  /**
   * Every clause once, for whoever judges clause by clause: a word for each member of its normal form, the line of true
   * in its low half and that of unknown above; and where the words of each clause end.
   */
  readonly members: Int32Array;
  readonly clauseEnds: Int32Array;
  /** The written clauses of one product after another, by their place among those, and where each product's end. */
  readonly clauses: Int32Array;
  readonly productEnds: Int32Array;
};

/** Lines are numbered in 16 bits; a shard of a whole nation's products uses a few thousand. */
const linesMax = 0xffff;

const everything = 0;
const nothing = 1;

/** Throws when the products need more lines than can be numbered: they belong into several programs. */
export function compile(codebook: Codebook, products: readonly LoweredProduct[]): Program {
  const forms = products.map(product => product.filter(form => form.length > 0));
  const atoms = forms.flat(3);
  const lines = new Lines(codebook, atoms);
  for (const atom of atoms) lines.atom(atom);
  const clauses = forms.map(product => product.map(form => form.map(members => lines.clause(members))));
  if (lines.count > linesMax) throw new RangeError(`the products need ${lines.count} lines, more than ${linesMax}`);
  const head = lines.words();
  const distinct = new Interned();
  const places = clauses.map(product => product.map(words => distinct.place(words)));
  return {
    words: Int32Array.from([...head, products.length, ...clauses.flatMap(each => [each.flat().length, ...each.flat()])]),
    linesOnly: Int32Array.from([...head, 0]),
    lines: lines.count,
    products: products.length,
    members: Int32Array.from(distinct.members.flat()),
    clauseEnds: ends(distinct.members),
    clauses: Int32Array.from(places.flat()),
    productEnds: ends(places),
  };
}

function ends(lists: readonly (readonly unknown[])[]): Int32Array {
  let end = 0;
  return Int32Array.from(lists, list => {
    end += list.length;
    return end;
  });
}

/** Where an atom is certainly true, and where that or unknown: `certain` or `unknown` is where it is possible. */
type AtomLines = { readonly certain: number; readonly unknown: number };

/** Numbers the lines of a program, each of which is made once however many clauses need it. */
class Lines {
  private readonly unknownPlanes: readonly number[];
  /** The cuts of each axis that some atom asks about, by their codes, and the line of the first. */
  private readonly cuts: ReadonlyMap<CodedAxis, { readonly codes: readonly number[]; readonly first: number }>;
  private readonly differences = new Interned();
  private readonly choices = new Interned();
  private readonly atoms = new Map<string, AtomLines>();
  private readonly firstDifference: number;

  constructor(
    private readonly codebook: Codebook,
    atoms: readonly Atom[],
  ) {
    const asked = new Map<CodedAxis, Set<number>>();
    for (const { kind, axis, from, below } of atoms)
      for (const coded of kind === 'within' ? [this.coded(axis)] : [this.coded(axis), this.coded(axis + 1)]) {
        const codes = asked.get(coded) ?? new Set();
        asked.set(coded, codes);
        for (const end of [from, below]) if (Number.isFinite(end)) codes.add(codeOf(coded, end));
      }
    this.unknownPlanes = [...new Set([...asked.keys()].map(axis => axis.unknownPlane))].filter(plane => plane >= 0);
    let first = 2 + this.unknownPlanes.length;
    const cuts = new Map<CodedAxis, { codes: readonly number[]; first: number }>();
    for (const [axis, codes] of asked) {
      cuts.set(axis, { codes: [...codes].sort((a, b) => a - b), first });
      first += codes.size;
    }
    this.cuts = cuts;
    this.firstDifference = first;
  }

  get count(): number {
    return this.firstDifference + this.differences.size + this.choices.size;
  }

  /** All atoms must have been asked for before the first choice is: differences are numbered below choices. */
  atom(atom: Atom): AtomLines {
    const key = `${atom.kind} ${atom.axis} ${atom.from} ${atom.below}`;
    const known = this.atoms.get(key) ?? this.makeAtom(atom);
    this.atoms.set(key, known);
    return known;
  }

  private makeAtom({ kind, axis, from, below }: Atom): AtomLines {
    const lowest = this.coded(axis);
    if (kind === 'within') {
      const unknown = 2 + this.unknownPlanes.indexOf(lowest.unknownPlane);
      const start = from === -Infinity ? this.butNot(everything, unknown) : this.atLeast(lowest, from);
      return { certain: this.butNot(start, this.atLeast(lowest, below)), unknown };
    }
    const highest = this.coded(axis + 1);
    const inside = this.butNot(this.atLeast(lowest, from), this.atLeast(highest, below));
    const touching = this.butNot(this.atLeast(highest, from), this.atLeast(lowest, below));
    return kind === 'under'
      ? { certain: inside, unknown: touching }
      : { certain: this.butNot(everything, touching), unknown: this.butNot(everything, inside) };
  }

  /** The line of the firms whose value reaches `cut`; of none when it is infinite. */
  private atLeast(axis: CodedAxis, cut: number): number {
    if (cut === Infinity) return nothing;
    const asked = this.cuts.get(axis);
    return asked === undefined ? nothing : asked.first + asked.codes.indexOf(codeOf(axis, cut));
  }

  private butNot(one: number, other: number): number {
    return other === nothing ? one : this.firstDifference + this.differences.place([one | (other << 16)]);
  }

  /** The word of a clause: the line where any of its atoms is true, below the line where any is unknown. */
  clause(atoms: readonly Atom[]): number {
    const lines = atoms.map(atom => this.atom(atom));
    return this.any(lines.map(line => line.certain)) | (this.any(lines.map(line => line.unknown)) << 16);
  }

  private any(lines: readonly number[]): number {
    const distinct = [...new Set(lines)].filter(line => line !== nothing).sort((a, b) => a - b);
    if (distinct.length < 2) return distinct[0] ?? nothing;
    return this.firstDifference + this.differences.size + this.choices.place(distinct);
  }

  words(): readonly number[] {
    const axes = [...this.cuts].flatMap(([{ plane, bits }, { codes }]) => [plane, bits, codes.length, ...codes]);
    return [
      ...[this.unknownPlanes.length, ...this.unknownPlanes],
      ...[this.cuts.size, ...axes],
      ...[this.differences.size, ...this.differences.members.flat()],
      ...[this.choices.size, ...this.choices.members.flatMap(lines => [lines.length, ...lines])],
    ];
  }

  private coded(axis: number): CodedAxis {
    const coded = this.codebook.byAxis.get(axis);
    if (coded === undefined) throw new RangeError(`the codebook lacks axis ${axis}`);
    return coded;
  }
}

/** Lists of numbers, each kept once, in the order in which they were first asked for. */
class Interned {
  readonly members: (readonly number[])[] = [];
  private readonly places = new Map<string, number>();

  get size(): number {
    return this.members.length;
  }

  place(member: readonly number[]): number {
    const key = member.join();
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.members.length);
    this.members.push(member);
    return this.members.length - 1;
  }
}
