import { addDays, type CalendarDate } from '../../server/shared/dates';
import type { Random } from '../random';

export type Circumstances = { readonly random: Random; readonly year: number; readonly today: CalendarDate };

/** A day within the last `months` months. */
export const dayWithin = (random: Random, today: CalendarDate, months: number): CalendarDate =>
  addDays(today, -random.whole(20, Math.max(21, Math.round(months * 30.4))));

/** How many, of something that happens `mean` times on average (Poisson). */
export const some = (random: Random, mean: number): number => {
  let count = 0;
  for (let left = random.next(); left > Math.exp(-mean) && count < 40; count += 1) left *= random.next();
  return count;
};

export const list = <Item>(length: number, make: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => make(index));

export const wholeYuan = (fen: number): number => Math.round(fen / 100) * 100;
