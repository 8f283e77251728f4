import type { AttributeKey } from './attributes';
import { type Codebook, type CodedAxis, codeOf } from './codebook';
import { type Axis, axes, placeOf } from './coordinates';
import { lineWords } from './planes';
import type { Program } from './program';
import { Runner, type RunnerOptions } from './runner';

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

/** Another value that an axis may take, and its code wherever it is kept: terms see some of a request apart from rules. */
type Lane = {
  readonly attr: AttributeKey;
  readonly axis: number;
  readonly value: number;
  readonly isRise: boolean;
  readonly codes: readonly { readonly coded: CodedAxis; readonly code: number }[];
};

/**
 * Tries every single change of a firm that could matter: one lane for each code that one of its values might take
 * instead. Values that nothing can change, and those that are not known, are no moves; what time moves goes only the way
 * that time goes.
 */
export class Moves {
  private readonly lanes: readonly Lane[];
  private readonly runner: Runner;

  constructor(codebook: Codebook, options: RunnerOptions) {
    this.lanes = axesOfFirms(codebook).flatMap(lanesOf);
    this.runner = new Runner(codebook, 1 + this.lanes.length, options);
  }

  /** Moves that open at least one product: most opened first, then fewest closed, then in the order of the dictionary. */
  of(coordinates: Float64Array, program: Program): readonly Move[] {
    const lanes = this.lanes.filter(({ axis, value, isRise }) => {
      const now = coordinates[axis] as number;
      return isRise ? value > now : value < now;
    });
    const { planes } = this.runner;
    planes.putEverywhere(coordinates);
    lanes.forEach(({ codes }, index) => {
      for (const { coded, code } of codes) planes.putCode(index + 1, coded, code);
    });
    return [...this.differences(program)]
      .flatMap(([row, { opens, closes }]): Move[] => {
        const { attr, axis, value } = lanes[row - 1] as Lane;
        return opens.length === 0 ? [] : [{ attr, axis, value, opens, closes }];
      })
      .sort(
        (a, b) => b.opens.length - a.opens.length || a.closes.length - b.closes.length || a.axis - b.axis || a.value - b.value,
      );
  }

  /** By row, the products that are eligible there and not in row 0, and the other way round; only rows that differ. */
  private differences(program: Program): ReadonlyMap<number, Difference> {
    const byRow = new Map<number, Difference>();
    const words = this.runner.planes.steps * lineWords;
    const drawn = this.runner.draw(program);
    for (let product = 0; product < program.products; product++) {
      const first = product * 2 * words;
      const isEligible = (drawn[first] as number) & 1;
      for (let word = 0; word < words; word++) {
        let different = (drawn[first + word] as number) ^ -isEligible;
        for (; different !== 0; different &= different - 1) {
          const row = word * 32 + 31 - Math.clz32(different & -different);
          const difference = byRow.get(row) ?? { opens: [], closes: [] };
          byRow.set(row, difference);
          (isEligible ? difference.closes : difference.opens).push(product);
        }
      }
    }
    return byRow;
  }
}

type Difference = { readonly opens: number[]; readonly closes: number[] };

/** The axes that are kept, with those beside each on which terms see the same of a request. */
function axesOfFirms(codebook: Codebook): readonly (readonly [axis: number, coded: readonly CodedAxis[]])[] {
  const byOwn = new Map<number, CodedAxis[]>();
  for (const coded of codebook.axes) {
    const { owner, attribute } = axes[coded.axis] as Axis;
    const own = placeOf(attribute.key).first + coded.axis - placeOf(owner).first;
    byOwn.set(own, [...(byOwn.get(own) ?? []), coded]);
  }
  return [...byOwn];
}

function lanesOf([axis, kept]: readonly [number, readonly CodedAxis[]]): readonly Lane[] {
  const { attribute } = axes[axis] as Axis;
  const { key: attr, kind, change } = attribute;
  if (kind === 'tree' || change === 'fixed') return [];
  const cuts = [...new Set(kept.flatMap(coded => [...coded.cuts]))].sort((a, b) => a - b);
  const lane = (value: number, isRise: boolean): Lane => {
    const codes = kept.map(coded => ({ coded, code: codeOf(coded, value) }));
    return { attr, axis, value, isRise, codes };
  };
  const canRise = kind !== 'date' && (change !== 'wait' || attribute.drift === 'rises');
  const canFall = kind !== 'set' && (change !== 'wait' || kind === 'date' || attribute.drift === 'falls');
  return cuts.flatMap(cut => [...(canFall ? [lane(cut - 1, false)] : []), ...(canRise ? [lane(cut, true)] : [])]);
}
