import { z } from 'zod';
import { attributeOf, purposes, repaymentMethods, securityKinds } from '../../matching/attributes';
import type { RequestedFinancing } from '../../matching/match';
import { parseInput } from '../../shared/input';

/** A request as a firm states it: fen, months, basis points a year; what is left out is not said. */
export type StatedRequest = { readonly [Field in keyof z.input<typeof shape>]?: z.input<typeof shape>[Field] };

/**
 * The request as matching takes it; null when nothing is said, which is the question of what could be had at all. Refuses
 * amounts, terms and rates outside the dictionary's range, naming the field.
 */
export function readRequest(stated: StatedRequest | null): RequestedFinancing | null {
  const request = parseInput(shape, stated ?? {});
  const isSaid = Object.values(request).some(value => value !== null && value !== undefined);
  if (!isSaid) return null;
  return {
    amountFen: request.amountFen ?? null,
    termMonths: request.termMonths ?? null,
    purpose: request.purpose ?? null,
    securitiesOffered: request.securities ?? null,
    highestRateBps: request.rateBpsMax ?? null,
    repaymentMethodsAccepted: request.repaymentMethods ?? [],
  };
}

export const within = (key: 'requestAmountFen' | 'requestTermMonths' | 'highestRateBps') => {
  const attribute = attributeOf(key);
  if (attribute.kind !== 'number') throw new RangeError(`${key} is not a number`);
  return z.int().min(attribute.min).max(attribute.max);
};

const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>): readonly Key[] => Object.keys(words) as Key[];

const shape = z.object({
  amountFen: within('requestAmountFen').nullish(),
  termMonths: within('requestTermMonths').nullish(),
  purpose: z.enum(keysOf(purposes)).nullish(),
  securities: z.array(z.enum(keysOf(securityKinds))).nullish(),
  rateBpsMax: within('highestRateBps').nullish(),
  repaymentMethods: z.array(z.enum(keysOf(repaymentMethods))).nullish(),
});
