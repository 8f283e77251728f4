import { z } from 'zod';
import { type RepaymentMethod, repaymentMethods, type SecurityKind } from '../../matching/attributes';
import { fee } from '../../products/termsShape';
import { codesOf, repricings } from '../../products/vocabulary';
import { addDays, type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { type LprQuote, lprOn, lprTenors } from '../../shared/rate';
import { invalidInput } from '../../shared/refusals';
import { securities } from '../demands/demandRequest';
import { within } from '../matches/request';
import { type DayBasis, dayBases } from '../repayment/dayCount';
import type { LoanFee } from '../repayment/loanTerms';
import type { OfferPricing } from './pricing';
import type { PlannedPrincipal } from './tables';

/** What a bank binds itself to. Amounts in fen, the term in months, rates in basis points a year. */
export type OfferTerms = {
  readonly amountFen: number;
  readonly termMonths: number;
  readonly rateBps: number;
  readonly pricing: OfferPricing;
  readonly repaymentMethod: RepaymentMethod;
  readonly dueDay: number | null;
  readonly plan: readonly PlannedPrincipal[] | null;
  readonly dayBasis: DayBasis;
  readonly securities: readonly SecurityKind[];
  readonly fees: readonly LoanFee[];
  /** The terms of the risk-sharing scheme that it is made under; null where nobody guarantees it. */
  readonly schemeTermsId: string | null;
  readonly conditions: string | null;
  readonly validUntil: CalendarDate;
};

export type OfferInput = z.input<typeof shape>;

/** An offer binds for a quarter at most: rates move. */
export const offerDaysMax = 90;

/**
 * The terms of an offer as they bind, given on `today`: a rate priced on the LPR is that of the quotation in force and its
 * spread. Refuses what is out of bounds by field, a last day outside today and the 90 days after it, and an LPR that was not
 * yet published. What the repayment method asks of due day and plan, the schedule refuses.
 */
export function readOfferTerms(input: OfferInput, today: CalendarDate, quotes: readonly LprQuote[]): OfferTerms {
  const { pricing: stated, ...terms } = parseInput(shape, input);
  const last = addDays(today, offerDaysMax);
  if (terms.validUntil < today || terms.validUntil > last)
    throw invalidInput('validUntil', terms.validUntil, 'validUntil.range', {
      zh: `报价有效期应在 ${today} 至 ${last} 之间（最长 ${offerDaysMax} 天）。`,
      en: `An offer is valid until a day between ${today} and ${last} (${offerDaysMax} days at most).`,
    });
  if (stated.kind === 'fixed') return { ...terms, rateBps: stated.rateBps, pricing: { kind: 'fixed' } };
  const { tenor, spreadBps, repricing } = stated;
  const lpr = lprOn(today, tenor, quotes);
  if (lpr === null)
    throw invalidInput('pricing.tenor', tenor, 'lpr.notPublished', {
      zh: `${today} 尚无 ${tenor} 期 LPR 报价，请改用固定利率。`,
      en: `There is no ${tenor} LPR quotation on ${today}: state a fixed rate.`,
    });
  const { rateBps: lprRateBps, publishedOn: lprPublishedOn } = lpr;
  return {
    ...terms,
    rateBps: Math.max(0, lprRateBps + spreadBps),
    pricing: { kind: 'lpr', tenor, spreadBps, repricing, lprRateBps, lprPublishedOn },
  };
}

const day = z.string().transform((text, issue): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date !== null) return date;
  issue.addIssue({
    code: 'custom',
    ...says(
      'date',
      `「${text}」不是存在的日期，请写作 2027-03-31。`,
      `"${text}" is not a day that exists: write it as 2027-03-31.`,
    ),
  });
  return z.NEVER;
});

const optional = <Shape extends z.ZodType>(of: Shape) => of.nullish().transform(value => value ?? null);

const shape = z.object({
  amountFen: within('requestAmountFen'),
  termMonths: within('requestTermMonths'),
  pricing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fixed'), rateBps: within('highestRateBps') }),
    z.object({
      kind: z.literal('lpr'),
      tenor: z.enum(lprTenors),
      spreadBps: z.int().min(-1500).max(1500),
      repricing: z.enum(codesOf(repricings)),
    }),
  ]),
  repaymentMethod: z.enum(codesOf(repaymentMethods)),
  dueDay: optional(z.int().min(1).max(31)),
  plan: optional(
    z
      .array(z.object({ afterMonths: z.int().min(1).max(600), principalFen: z.int().min(0) }))
      .min(1)
      .max(600),
  ),
  dayBasis: z.enum(dayBases),
  securities,
  fees: z
    .array(fee)
    .max(20)
    .nullish()
    .transform(fees => fees ?? []),
  schemeTermsId: optional(z.string().min(1)),
  conditions: optional(z.string().trim().max(1000)).transform(text => text || null),
  validUntil: day,
});
