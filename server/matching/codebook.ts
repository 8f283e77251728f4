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
export function codebookOf(products: Iterable<LoweredProduct>, { withCommonCuts = false } = {}): Codebook {
  const cuts = new Map<number, Set<number>>();
  for (const product of products)
    for (const form of product)
      for (const atoms of form) for (const atom of atoms) for (const axis of axesAsked(atom)) keepEnds(cuts, axis, atom);
  const coded: CodedAxis[] = [];
  const unknownPlanes = new Map<Axis['owner'], number>();
  let planes = 0;
  for (const axis of [...cuts.keys()].sort((a, b) => a - b)) {
    if (withCommonCuts) for (const cut of commonCutsOf(axis)) cuts.get(axis)?.add(cut);
    const { owner, unknownAs } = axisAt(axis);
    if (unknownAs === 'unknown' && !unknownPlanes.has(owner)) unknownPlanes.set(owner, planes++);
    const sorted = Float64Array.from(cuts.get(axis) ?? []).sort();
    const bits = Math.ceil(Math.log2(sorted.length + 1));
    coded.push({ axis, cuts: sorted, bits, plane: planes, unknownPlane: unknownPlanes.get(owner) ?? -1 });
    planes += bits;
  }
  return { axes: coded, byAxis: new Map(coded.map(each => [each.axis, each])), planes };
}

/** A question about a tree looks at both of its axes. */
const axesAsked = ({ kind, axis }: Atom): readonly number[] => (kind === 'within' ? [axis] : [axis, axis + 1]);

function keepEnds(cuts: Map<number, Set<number>>, axis: number, { from, below }: Atom): void {
  const known = cuts.get(axis) ?? new Set();
  cuts.set(axis, known);
  for (const end of [from, below]) if (Number.isFinite(end)) known.add(end);
}

export function axisAt(index: number): Axis {
  const axis = axes[index];
  if (axis === undefined) throw new RangeError(`no axis ${index}`);
  return axis;
}

function commonCutsOf(axis: number): readonly number[] {
  const { attribute } = axisAt(axis);
  return attribute.kind === 'number' ? attribute.commonCuts : [];
}

/** The code of a value; an unknown one is stored as 0, or as the end of the tree that its axis stands for. */
export function codeOf({ axis, cuts }: CodedAxis, value: number): number {
  if (Number.isNaN(value)) return axisAt(axis).unknownAs === 'highest' ? cuts.length : 0;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
