import { z } from 'zod';
import { type RepaymentMethod, repaymentMethods, type SecurityKind } from '../../matching/attributes';
import { codesOf } from '../../products/vocabulary';
import { parseInput } from '../../shared/input';
import { invalidInput } from '../../shared/refusals';
import { securities } from '../demands/demandRequest';
import { within } from '../matches/request';
import type { Offer } from '../offers/tables';

/** What a firm would take: fen, months, basis points a year. */
export type CounterTerms = {
  readonly amountFen: number;
  readonly termMonths: number;
  readonly rateBps: number;
  readonly repaymentMethod: RepaymentMethod;
  readonly securities: readonly SecurityKind[];
  readonly note: string | null;
};

export type CounterOfferInput = z.input<typeof shape>;

/** The terms of a counter-offer; refuses what is out of bounds by field. */
export const readCounterTerms = (input: CounterOfferInput): CounterTerms => parseInput(shape, input);

/** Refuses a counter-offer that asks for what `offer` already gives: accepting it is enough. */
export function checkDiffers(terms: CounterTerms, offer: Offer): void {
  const isSame =
    terms.amountFen === offer.amountFen &&
    terms.termMonths === offer.termMonths &&
    terms.rateBps === offer.rateBps &&
    terms.repaymentMethod === offer.repaymentMethod &&
    [...terms.securities].sort().join() === [...offer.securities].sort().join();
  if (isSame)
    throw invalidInput('input', null, 'counterOffer.same', {
      zh: '还价与报价完全相同：请至少改动金额、期限、利率、还款方式或担保中的一项，或直接接受报价。',
      en: 'This asks for exactly what is offered: change the amount, term, rate, method or security, or accept the offer.',
    });
}

const shape = z.object({
  amountFen: within('requestAmountFen'),
  termMonths: within('requestTermMonths'),
  rateBps: within('highestRateBps'),
  repaymentMethod: z.enum(codesOf(repaymentMethods)),
  securities,
  note: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(note => note || null),
});
