import { z } from 'zod';
import { purposes, repaymentMethods, securityKinds } from '../../matching/attributes';
import { codesOf } from '../../products/vocabulary';
import { within } from '../matches/request';

const chosen = <Code extends string>(codes: readonly Code[]) =>
  z.array(z.enum(codes)).transform(given => codes.filter(code => given.includes(code)));

export const securities = chosen(codesOf(securityKinds));

/** What a demand says: fen, months, basis points a year, within the dictionary's range. Securities are stated, if only as none. */
export const demandShape = z.object({
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
});

export type DemandInput = z.input<typeof demandShape>;
export type DemandRequest = z.output<typeof demandShape>;
