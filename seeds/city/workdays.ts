import { addDays, type CalendarDate, calendarDate, type Instant } from '../../server/shared/dates';
import type { Random } from '../random';

/** What banks pay out in a month beside an even share: little at the Spring Festival, much at the quarters' ends. */
const season = [0.95, 0.55, 1.25, 0.95, 0.95, 1.25, 0.9, 0.95, 1.2, 0.85, 1.05, 1.3];
/** The business of the platform grows by this a year. */
const growth = 1.07;

/** The first working day on which the platform's loans are paid out. */
export const cityBegins = calendarDate('2021-01-04');

/** Mondays to Fridays from the city's beginning until the day before `today`, weighted by how busy they are. */
export class Workdays {
  readonly days: readonly CalendarDate[];
  readonly #upTo: readonly number[];

  constructor(today: CalendarDate) {
    const days: CalendarDate[] = [];
    const upTo: number[] = [];
    let sum = 0;
    for (let time = Date.parse(cityBegins); time < Date.parse(today); time += 86_400_000) {
      const date = new Date(time);
      if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
      const years = (time - Date.parse(cityBegins)) / (365.25 * 86_400_000);
      sum += (season[date.getUTCMonth()] ?? 1) * growth ** years;
      days.push(date.toISOString().slice(0, 10) as CalendarDate);
      upTo.push(sum);
    }
    this.days = days;
    this.#upTo = upTo;
  }

  /** A working day from `from` to `to`, busy ones more often; the nearest one to `to` where there is none between them. */
  between(random: Random, from: CalendarDate, to: CalendarDate): CalendarDate {
    const first = this.#placeOf(from);
    const past = this.#placeOf(addDays(to, 1));
    const lowest = first === 0 ? 0 : (this.#upTo[first - 1] ?? 0);
    const highest = past === 0 ? 0 : (this.#upTo[past - 1] ?? 0);
    if (past <= first) return this.days[Math.max(0, past - 1)] ?? to;
    const wanted = random.between(lowest, highest);
    return this.days[firstAbove(this.#upTo, wanted)] ?? to;
  }

  /** The day `count` working days before `day`, or after it where `count` is negative; also outside the city's time. */
  static before(day: CalendarDate, count: number): CalendarDate {
    let time = Date.parse(day);
    for (let left = Math.abs(count); left > 0; ) {
      time -= Math.sign(count) * 86_400_000;
      const weekday = new Date(time).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left -= 1;
    }
    return new Date(time).toISOString().slice(0, 10) as CalendarDate;
  }

  /** How many of the days lie before `day`. */
  #placeOf(day: CalendarDate): number {
    let [low, high] = [0, this.days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.days[middle] ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A moment of `day` in the working hours of Asia/Shanghai: `part` is 0 at nine in the morning, 1 at half past five. */
export const momentOf = (day: CalendarDate, part: number): Instant =>
  new Date(Date.parse(`${day}T01:00:00Z`) + Math.floor(part * 8.5 * 3_600_000));

function firstAbove(rising: readonly number[], wanted: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
