import type { ActorContext } from '../../../context';
import { type Attribute, type AttributeKey, attributeOf } from '../../../matching/attributes';
import { type Change, nearestChange } from '../../../matching/changes';
import { dayNumber, indexOfValue, placeOf, valueAt } from '../../../matching/coordinates';
import type { FactValue } from '../../../matching/facts';
import { valueNow } from '../../../matching/hypothesis';
import type { Move } from '../../../matching/moves';
import type { Predicate } from '../../../matching/rule';
import { describeMeasured } from '../../../matching/wording';
import { productsInForce } from '../../../matchmaking/productsInForce';
import { type NamedProduct, productNames } from '../../../products/queries';
import { addDays, type CalendarDate, monthsBetween } from '../../../shared/dates';
import type { Text } from '../../../shared/text';
import type { MatchQuestion } from '../queries';
import { subjectOf } from '../subject';

/** One change of one thing, all else being equal, and the products that the firm would certainly qualify for by it alone. */
export type Door = {
  readonly attr: AttributeKey;
  readonly label: Text;
  /** Whether the firm brings it about or time does. */
  readonly kind: 'act' | 'wait';
  readonly text: Text;
  readonly nowText: Text;
  readonly on: CalendarDate | null;
  readonly opens: readonly NamedProduct[];
  /** How many products the firm qualifies for today and would not then. */
  readonly closes: number;
};

/** Of each thing so many steps: the nearest, and those further on that open more. */
const stepsShown = 3;
/** More than this is no list that a person acts upon. */
const doorsShown = 24;

/**
 * The single changes that open the most to the actor's own firm, exactly: every value that some product asks about is tried.
 * Things come by the most that one of their steps opens, the steps of a thing nearest first, further ones only where they
 * open more.
 */
export async function doorsOf(context: ActorContext, { request, on: day }: MatchQuestion): Promise<readonly Door[]> {
  const { facts, coordinates, on } = await subjectOf(context, day);
  const { catalogue } = await productsInForce(context, on);
  const steps = stepsWorthShowing(
    catalogue.moves(coordinates, request).flatMap(move => stepOf(move, valueNow(facts, request, move.attr), on) ?? []),
  );
  const idsOf = ({ opens }: Move) => opens.flatMap(place => catalogue.products[place]?.id ?? []).sort();
  const named = await productNames(context.db.read, [...new Set(steps.flatMap(({ move }) => idsOf(move)))]);
  const nameOf = new Map(named.map(product => [product.id, product]));
  return steps.map(({ move, change, now }) => ({
    attr: move.attr,
    label: attributeOf(move.attr).label,
    kind: change.kind === 'wait' ? 'wait' : 'act',
    text: change.text,
    nowText: describeMeasured(attributeOf(move.attr), now, on),
    on: change.on,
    opens: idsOf(move).flatMap(id => nameOf.get(id) ?? []),
    closes: move.closes.length,
  }));
}

type Step = { readonly move: Move; readonly change: Change; readonly now: FactValue; readonly distance: number };

/** The move with its words; null where the value is not known today or nothing that can be named brings it about. */
function stepOf(move: Move, now: FactValue | null, on: CalendarDate): Step | null {
  if (now === null) return null;
  const attribute = attributeOf(move.attr);
  const change = nearestChange(reaching(move, now, on), { known: true, value: now, asOf: on, source: '' }, on);
  return change.kind === 'fixed' ? null : { move, change, now, distance: distanceOf(attribute, move, now) };
}

/** The comparison that the move just meets, in which its change is told. */
function reaching({ attr, axis, value }: Move, now: FactValue, on: CalendarDate): Predicate {
  const attribute = attributeOf(attr);
  switch (attribute.kind) {
    case 'number':
      return { attr, op: value > Number(now) ? '>=' : '<=', value };
    case 'boolean':
      return { attr, op: 'is', value: value === 1 };
    case 'date':
      return { attr, op: 'atLeastAgo', months: monthsBetween(addDays(epoch, value), on) };
    case 'enum':
      return { attr, op: 'in', value: [valueAt(attribute, value)] };
    case 'set':
      return { attr, op: 'hasAll', value: [valueAt(attribute, axis - placeOf(attr).first)] };
    case 'tree':
      throw new RangeError(`${attr} lies in a tree and cannot be moved`);
  }
}

function distanceOf(attribute: Attribute, { value }: Move, now: FactValue): number {
  if (attribute.kind === 'number') return Math.abs(value - Number(now));
  if (attribute.kind === 'date') return Math.abs(value - dayNumber(now as CalendarDate));
  return attribute.kind === 'enum' ? Math.abs(value - indexOfValue(attribute, String(now))) : 0;
}

const epoch = '1970-01-01' as CalendarDate;

function stepsWorthShowing(steps: readonly Step[]): readonly Step[] {
  const byAxis = new Map<number, Step[]>();
  for (const step of steps) byAxis.set(step.move.axis, [...(byAxis.get(step.move.axis) ?? []), step]);
  return [...byAxis.values()]
    .map(risingOf)
    .sort((a, b) => mostOf(b) - mostOf(a) || (a[0]?.move.axis ?? 0) - (b[0]?.move.axis ?? 0))
    .flat()
    .slice(0, doorsShown);
}

/** The steps of one thing that each open more than every nearer one. */
function risingOf(steps: readonly Step[]): readonly Step[] {
  const rising: Step[] = [];
  for (const step of [...steps].sort((a, b) => a.distance - b.distance || a.move.value - b.move.value))
    if (step.move.opens.length > mostOf(rising)) rising.push(step);
  return rising.slice(0, stepsShown);
}

const mostOf = (steps: readonly Step[]): number => Math.max(0, ...steps.map(({ move }) => move.opens.length));
