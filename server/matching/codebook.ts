import type { Atom, LoweredProduct } from './clauses';
import { type Axis, axes } from './coordinates';

/** How one axis is stored: a value's code is the number of `cuts` not above it, kept in `bits` planes from `plane` on. */
export type CodedAxis = {
  readonly axis: number;
  readonly cuts: Float64Array;
  readonly bits: number;
  readonly plane: number;
  /** The plane that says of which firms the value is unknown, shared by all axes of a set; -1 where there is none. */
  readonly unknownPlane: number;
  /** What is stored of an unknown value: nothing, or the end of the tree that the axis stands for. */
  readonly unknownCode: number;
};

/** The cuts of every axis that some rule asks about: no rule can tell apart what has the same codes. */
export type Codebook = {
  readonly axes: readonly CodedAxis[];
  readonly byAxis: ReadonlyMap<number, CodedAxis>;
  readonly planes: number;
};

/**
 * The codebook of all that `products` ask. `withCommonCuts` adds the round numbers of the dictionary, so that most
 * changes of a rule need no new codes.
 */
export function codebookOf(products: readonly LoweredProduct[], { withCommonCuts = false } = {}): Codebook {
  const coded: CodedAxis[] = [];
  const unknownPlanes = new Map<Axis['owner'], number>();
  let planes = 0;
  for (const [axis, asked] of cutsAsked(products.flat(3))) {
    const { owner, attribute, unknownAs } = axes[axis] as Axis;
    if (withCommonCuts && attribute.kind === 'number') for (const cut of attribute.commonCuts) asked.add(cut);
    if (unknownAs === 'unknown' && !unknownPlanes.has(owner)) unknownPlanes.set(owner, planes++);
    const cuts = Float64Array.from(asked).sort();
    const bits = Math.ceil(Math.log2(cuts.length + 1));
    const unknownCode = unknownAs === 'highest' ? cuts.length : 0;
    coded.push({ axis, cuts, bits, plane: planes, unknownPlane: unknownPlanes.get(owner) ?? -1, unknownCode });
    planes += bits;
  }
  return { axes: coded, byAxis: new Map(coded.map(each => [each.axis, each])), planes };
}

/** For each axis that `atoms` ask about, in order, the finite ends that they ask for: its cuts. */
export function cutsAsked(atoms: readonly Atom[]): ReadonlyMap<number, Set<number>> {
  const cuts = new Map<number, Set<number>>();
  for (const { kind, axis, from, below } of atoms) {
    // A question about a tree looks at both of its axes.
    for (const each of kind === 'within' ? [axis] : [axis, axis + 1]) {
      const asked = cuts.get(each) ?? new Set();
      cuts.set(each, asked);
      for (const end of [from, below]) if (Number.isFinite(end)) asked.add(end);
    }
  }
  return new Map([...cuts].sort(([a], [b]) => a - b));
}

export function codeOf({ cuts, unknownCode }: CodedAxis, value: number): number {
  if (Number.isNaN(value)) return unknownCode;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
