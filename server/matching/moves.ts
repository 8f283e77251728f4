import type { AttributeKey } from './attributes';
import { axisAt, type Codebook, type CodedAxis, codeOf } from './codebook';
import { type OpenTerm, placeOf } from './coordinates';
import type { Planes } from './planes';
import type { Program } from './program';

/** A change of one value of a firm or its request, all else being equal. */
export type Move = {
  readonly attr: AttributeKey;
  /** The axis on which the value lies: for a set it says which member is added. */
  readonly axis: number;
  /** The nearest value that does it: a number in the attribute's unit, 0 or 1, the place of a choice, or a day. */
  readonly value: number;
  /** The products that become eligible, and those that cease to be, by place. */
  readonly opens: readonly number[];
  readonly closes: readonly number[];
};

/** One other code of an axis, the value that has it nearest, and the axis on which terms see the same of a request. */
type Lane = {
  readonly coded: CodedAxis;
  readonly code: number;
  readonly value: number;
  readonly attr: AttributeKey;
  readonly axis: number;
  readonly other: CodedAxis | undefined;
};

/** The lanes of one axis: to reach code n from below, and to fall to it from above. */
type Ways = { readonly coded: CodedAxis; readonly rising: readonly Lane[]; readonly falling: readonly Lane[] };

/**
 * Tries every single change of a firm that could matter: one lane for each code that one of its values might take
 * instead. Values that nothing can change, and those that are not known, are no moves; what time moves goes only the way
 * that time goes.
 */
export class Moves {
  private readonly ways: readonly Ways[];

  constructor(
    codebook: Codebook,
    private readonly planes: Planes,
  ) {
    this.ways = codebook.axes.flatMap(coded => waysOf(coded, codebook));
    for (let row = 0; row < planes.capacity; row++) planes.setLive(row, true);
  }

  /** Moves that open at least one product: most opened first, then fewest closed, then in the order of the dictionary. */
  of(coordinates: Float64Array, program: Program): readonly Move[] {
    const lanes: Lane[] = [];
    for (const ways of this.ways) addLanes(lanes, ways, coordinates[ways.coded.axis] as number);
    this.planes.putEverywhere(coordinates);
    for (let row = 1; row <= lanes.length; row++) {
      const { coded, code, value, other } = lanes[row - 1] as Lane;
      this.planes.putCode(row, coded, code);
      if (other) this.planes.putCode(row, other, codeOf(other, value));
    }
    return [...this.differences(program, lanes.length + 1)]
      .flatMap(([row, { opens, closes }]): Move[] => {
        const lane = lanes[row - 1];
        if (lane === undefined || opens.length === 0) return [];
        return [{ attr: lane.attr, axis: lane.axis, value: lane.value, opens, closes }];
      })
      .sort(
        (a, b) => b.opens.length - a.opens.length || a.closes.length - b.closes.length || a.axis - b.axis || a.value - b.value,
      );
  }

  /** By lane, the products that are eligible there and not in lane 0, and the other way round; only lanes that differ. */
  private differences(program: Program, count: number): ReadonlyMap<number, Difference> {
    const byLane = new Map<number, Difference>();
    const isEligible = new Uint8Array(program.products);
    this.planes.area.lines(
      program,
      (from, to, lines) => {
        for (let step = from; step < to; step++)
          for (let product = 0; product < program.products; product++) {
            const first = ((step - from) * program.products + product) * 32;
            if (step === 0) isEligible[product] = (lines[first] as number) & 1;
            const flip = -(isEligible[product] as number);
            for (let at = 0, lane = step * 512; at < 16 && lane < count; at++, lane += 32) {
              const beyond = lane + 32 <= count ? 0 : -1 << (count - lane);
              let different = ((lines[first + at] as number) ^ flip) & ~beyond;
              for (; different !== 0; different &= different - 1) {
                const { opens, closes } = differenceAt(byLane, lane + 31 - Math.clz32(different & -different));
                (flip === 0 ? opens : closes).push(product);
              }
            }
          }
      },
      0,
      Math.ceil(count / 512),
    );
    return byLane;
  }
}

type Difference = { readonly opens: number[]; readonly closes: number[] };

function differenceAt(byLane: Map<number, Difference>, lane: number): Difference {
  const known = byLane.get(lane);
  if (known) return known;
  const made: Difference = { opens: [], closes: [] };
  byLane.set(lane, made);
  return made;
}

function waysOf(coded: CodedAxis, codebook: Codebook): Ways[] {
  const { attribute } = axisAt(coded.axis);
  if (attribute.kind === 'tree' || attribute.change === 'fixed') return [];
  const axis = ownAxisOf(coded.axis);
  // Where rules ask about the attribute as well, its own axis and that of the terms are one way.
  const other = codebook.byAxis.get(otherAxisOf(coded.axis) ?? -1);
  if (other && axis !== coded.axis) return [];
  const cuts = [...new Set([...coded.cuts, ...(other?.cuts ?? [])])].sort((a, b) => a - b);
  const lane = (value: number): Lane => ({ coded, code: codeOf(coded, value), value, attr: attribute.key, axis, other });
  const canRise = attribute.kind !== 'date' && (attribute.change !== 'wait' || attribute.drift === 'rises');
  const canFall =
    attribute.kind !== 'set' && (attribute.change !== 'wait' || attribute.kind === 'date' || attribute.drift === 'falls');
  return [{ coded, rising: canRise ? cuts.map(lane) : [], falling: canFall ? cuts.map(cut => lane(cut - 1)) : [] }];
}

function addLanes(lanes: Lane[], { rising, falling }: Ways, now: number): void {
  if (!Number.isFinite(now)) return;
  for (const lane of falling) if (lane.value < now) lanes.push(lane);
  for (const lane of rising) if (lane.value > now) lanes.push(lane);
}

const openTerms: readonly OpenTerm[] = ['acceptedRate', 'acceptedRepayment'];

/** The places of an attribute that terms see apart from rules: on both a change is the same. */
const pairs = openTerms.map(term => ({ open: placeOf(term), own: placeOf(placeOf(term).attribute.key) }));

/** The axis of the attribute itself, where `axis` is that on which terms see it. */
function ownAxisOf(axis: number): number {
  const pair = pairs.find(({ open }) => axis >= open.first && axis < open.first + open.count);
  return pair === undefined ? axis : axis - pair.open.first + pair.own.first;
}

/** The other axis that says the same of a request, if there is one. */
function otherAxisOf(axis: number): number | undefined {
  const own = ownAxisOf(axis);
  if (own !== axis) return own;
  const pair = pairs.find(each => axis >= each.own.first && axis < each.own.first + each.own.count);
  return pair && axis - pair.own.first + pair.open.first;
}
