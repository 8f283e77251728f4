import { z } from 'zod';
import { purposes, repaymentMethods, securityKinds } from '../../matching/attributes';
import { codesOf } from '../../products/vocabulary';
import { addDays, type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { invalidInput } from '../../shared/refusals';
import { within } from '../matches/request';
import { demandRoutes, lendersDefault, lendersLimit, marketDaysMax } from './routes';

const chosen = <Code extends string>(codes: readonly Code[]) =>
  z.array(z.enum(codes)).transform(given => codes.filter(code => given.includes(code)));

export const securities = chosen(codesOf(securityKinds));

const day = z
  .string()
  .refine(
    text => parseCalendarDate(text) !== null,
    says('date', '应为存在的日期，写作 2026-12-31。', 'Write a day that exists, like 2026-12-31.'),
  )
  .transform(text => text as CalendarDate)
  .nullish()
  .transform(date => date ?? null);

/** What a demand says: fen, months, basis points a year, within the dictionary's range. Securities are stated, if only as none. */
const demandShape = z.object({
  amountFen: within('requestAmountFen'),
  termMonths: within('requestTermMonths'),
  purpose: z.enum(codesOf(purposes)),
  securities,
  highestRateBps: within('highestRateBps')
    .nullish()
    .transform(rate => rate ?? null),
  repaymentMethods: chosen(codesOf(repaymentMethods))
    .nullish()
    .transform(methods => methods ?? []),
  note: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(note => note || null),
  route: z
    .enum(demandRoutes)
    .nullish()
    .transform(route => route ?? 'direct'),
  /** With how many lenders at a time the firm will deal. */
  lendersMax: z
    .int()
    .min(1)
    .max(lendersLimit)
    .nullish()
    .transform(lenders => lenders ?? lendersDefault),
  /** If a bank refuses or is silent, the demand may go on to others with its file. Never unless the firm says so. */
  allowsSecondLook: z
    .boolean()
    .nullish()
    .transform(allows => allows ?? false),
  validUntil: day,
  offersUntil: day,
});

export type DemandInput = z.input<typeof demandShape>;
export type DemandRequest = z.output<typeof demandShape>;

/** The route of a demand that its firm takes to banks itself. */
export const directRoute = {
  route: 'direct',
  lendersMax: lendersDefault,
  allowsSecondLook: false,
  validUntil: null,
  offersUntil: null,
} as const satisfies Partial<DemandRequest>;

/**
 * A demand as it is said on `today`. One that goes to the market names its last day, and an auction the last day for offers;
 * others name neither. Refuses by field what is out of bounds.
 */
export function readDemandRequest(input: DemandInput, today: CalendarDate): DemandRequest {
  const request = parseInput(demandShape, input);
  checkDay('validUntil', request.validUntil, {
    isNeeded: request.route !== 'direct',
    today,
    last: addDays(today, marketDaysMax),
  });
  checkDay('offersUntil', request.offersUntil, {
    isNeeded: request.route === 'auction',
    today,
    last: request.validUntil ?? today,
  });
  return request;
}

function checkDay(
  field: 'validUntil' | 'offersUntil',
  given: CalendarDate | null,
  { isNeeded, today, last }: { readonly isNeeded: boolean; readonly today: CalendarDate; readonly last: CalendarDate },
): void {
  if (!isNeeded && given === null) return;
  if (!isNeeded)
    throw invalidInput(field, given, 'demand.dayWithoutRoute', {
      zh: '该对接方式不需要这个日期，请留空。',
      en: 'This route has no such day: leave it out.',
    });
  if (given !== null && given > today && given <= last) return;
  throw invalidInput(field, given, 'demand.dayRange', {
    zh: `请选择 ${today} 之后、不晚于 ${last} 的日期。`,
    en: `Choose a day after ${today}, ${last} at the latest.`,
  });
}
