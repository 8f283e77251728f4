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

type Lane = { readonly coded: CodedAxis; readonly code: number; readonly value: number };

/**
 * Tries every single change of a firm that could matter: one lane for each code that one of its values might take
 * instead. Values that nothing can change, and those that are not known, are no moves; what time moves goes only the way
 * that time goes.
 */
export class Moves {
  private readonly movable: readonly CodedAxis[];

  constructor(
    private readonly codebook: Codebook,
    private readonly planes: Planes,
  ) {
    this.movable = codebook.axes.filter(({ axis }) => {
      const { attribute } = axisAt(axis);
      return attribute.kind !== 'tree' && attribute.change !== 'fixed';
    });
  }

  /** Moves that open at least one product: most opened first, then fewest closed, then in the order of the dictionary. */
  of(coordinates: Float64Array, program: Program): readonly Move[] {
    const lanes = distinct(this.movable.flatMap(coded => lanesOf(coded, coordinates[coded.axis] as number)));
    this.planes.putEverywhere(coordinates);
    this.planes.setLive(0, true);
    lanes.forEach((lane, index) => {
      const row = index + 1;
      this.planes.setLive(row, true);
      this.planes.putCode(row, lane.coded, lane.code);
      const other = otherAxisOf(lane.coded.axis);
      const coded = other === undefined ? undefined : this.codebook.byAxis.get(other);
      if (coded) this.planes.putCode(row, coded, codeOf(coded, lane.value));
    });
    const { opens, closes } = this.differences(program, lanes.length + 1);
    return lanes
      .map(({ coded, value }, index) => ({
        attr: axisAt(coded.axis).attribute.key,
        axis: ownAxisOf(coded.axis),
        value,
        opens: opens[index + 1] ?? [],
        closes: closes[index + 1] ?? [],
      }))
      .filter(move => move.opens.length > 0)
      .sort(
        (a, b) => b.opens.length - a.opens.length || a.closes.length - b.closes.length || a.axis - b.axis || a.value - b.value,
      );
  }

  /** By lane, the products that are eligible there and not in lane 0, and the other way round. */
  private differences(program: Program, count: number): { opens: number[][]; closes: number[][] } {
    const byLane = (): number[][] => Array.from({ length: count }, () => []);
    const [opens, closes] = [byLane(), byLane()];
    const isEligible = new Uint8Array(program.products);
    this.planes.area.lines(
      program,
      (from, to, lines) => {
        for (let step = from; step < to; step++)
          for (let product = 0; product < program.products; product++) {
            const first = ((step - from) * program.products + product) * 32;
            if (step === 0) isEligible[product] = (lines[first] as number) & 1;
            const into = isEligible[product] === 1 ? closes : opens;
            for (let at = 0; at < 16; at++) {
              const word = lines[first + at] as number;
              let different = isEligible[product] === 1 ? ~word : word;
              for (; different !== 0; different &= different - 1) {
                const lane = step * 512 + at * 32 + 31 - Math.clz32(different & -different);
                into[lane]?.push(product);
              }
            }
          }
      },
      0,
      Math.ceil(count / 512),
    );
    return { opens, closes };
  }
}

function lanesOf(coded: CodedAxis, current: number): readonly Lane[] {
  if (!Number.isFinite(current)) return [];
  const { attribute } = axisAt(coded.axis);
  const now = codeOf(coded, current);
  const canRise = attribute.kind !== 'date' && (attribute.change !== 'wait' || attribute.drift === 'rises');
  const canFall =
    attribute.kind !== 'set' && (attribute.change !== 'wait' || attribute.kind === 'date' || attribute.drift === 'falls');
  const lanes: Lane[] = [];
  for (let code = 0; code <= coded.cuts.length; code++) {
    if (code > now && canRise) lanes.push({ coded, code, value: coded.cuts[code - 1] as number });
    if (code < now && canFall) lanes.push({ coded, code, value: (coded.cuts[code] as number) - 1 });
  }
  return lanes;
}

/** Two axes that say the same of a request may have the same lane. */
function distinct(lanes: readonly Lane[]): readonly Lane[] {
  const byMove = new Map(lanes.map(lane => [`${ownAxisOf(lane.coded.axis)} ${lane.value}`, lane]));
  return byMove.size === lanes.length ? lanes : [...byMove.values()];
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
