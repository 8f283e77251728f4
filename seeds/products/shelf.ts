import { addDays, type CalendarDate, calendarDate } from '../../server/shared/dates';
import { splitExactly } from '../city/shares';
import { Workdays } from '../city/workdays';
import { Random } from '../random';
import { families } from './families';
import type { Family } from './family';

/** How a product stands today; most are published, the others give every desk something to look at. */
export type Fate = 'published' | 'revised' | 'draft' | 'inReview' | 'suspended' | 'withdrawn';

export type PlannedProduct = {
  readonly code: string;
  readonly family: Family;
  /** Its number within the family, from 0. */
  readonly round: number;
  readonly fate: Fate;
  /** The day on which it first came on the shelf, or would if it were reviewed today. */
  readonly publishedOn: CalendarDate;
};

export type ShelfFigures = { readonly products: number; readonly redProducts: number; readonly productsOf2021: number };

/** Beside the shelf itself: one of each for every two hundred products. */
const others: readonly Exclude<Fate, 'published' | 'revised'>[] = ['draft', 'inReview', 'suspended', 'withdrawn'];
const productsPerOther = 200;

const isRed = ({ labels }: Family): boolean => labels?.includes('redCredit') ?? false;

/**
 * The loan products of the city in the order in which they came on the shelf: as many as the figures say, of the families
 * by their weights, red credit by its own number, the widest of each family first. What is no longer or not yet on the
 * shelf comes on top and was first published in another year than 2021.
 */
export function planShelf(
  { products, redProducts, productsOf2021 }: ShelfFigures,
  seed: number,
  today: CalendarDate,
): PlannedProduct[] {
  const random = new Random(seed);
  const weights = families.map(family => (isRed(family) ? 0 : family.weight));
  const counts = splitExactly(products - redProducts, weights);
  const kinds = families
    .flatMap((family, place) =>
      Array.from({ length: isRed(family) ? redProducts : (counts[place] ?? 0) }, (_, round) => ({
        family,
        round,
        tie: random.next(),
      })),
    )
    .sort((a, b) => Number(b.round === 0) - Number(a.round === 0) || a.tie - b.tie);
  const days = [
    ...daysBetween(random, calendarDate('2019-04-08'), calendarDate('2020-12-04'), products - productsOf2021),
    ...daysBetween(random, calendarDate('2021-01-04'), calendarDate('2021-11-26'), productsOf2021),
  ];
  const onShelf = kinds.map(({ family, round }, place) => ({
    family,
    round,
    fate: place % productsPerOther === 20 ? ('revised' as const) : ('published' as const),
    publishedOn: days[place] ?? today,
  }));
  const repeats = Math.ceil(products / productsPerOther);
  const plain = families.filter(family => !isRed(family));
  const aside = Array.from({ length: repeats }, () => others)
    .flat()
    .map((fate, place) => {
      const family = plain[(place * 5) % plain.length];
      if (!family) throw new RangeError('there are no families');
      const isYetToCome = fate === 'draft' || fate === 'inReview';
      const publishedOn = isYetToCome ? today : addDays(calendarDate('2020-03-02'), 7 * place);
      return { family, round: 60 + place, fate, publishedOn };
    });
  return [...onShelf, ...aside]
    .sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0))
    .map((product, place) => ({ ...product, code: `P${String(place + 1).padStart(4, '0')}` }));
}

/** `count` working days from `from` to `to`, in order. */
const daysBetween = (random: Random, from: CalendarDate, to: CalendarDate, count: number): CalendarDate[] => {
  const span = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Array.from({ length: count }, () => Workdays.before(addDays(from, random.whole(4, span)), 1)).sort();
};
