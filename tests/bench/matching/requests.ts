import { Random } from '../../../seeds/random';
import { type AttributeKey, type Purpose, purposes } from '../../../server/matching/attributes';
import type { Fact, Facts, FactValue } from '../../../server/matching/facts';
import type { RequestedFinancing } from '../../../server/matching/match';
import { requestColumns, securitiesAsked, today } from './columns';

/** A request that says everything but the repayment, which it leaves open. */
export type Request = RequestedFinancing & { readonly purpose: Purpose; readonly highestRateBps: number };

const purposeCodes = Object.keys(purposes) as Purpose[];

/** What the `index`-th firm asks for. */
export function requestOf(seed: number, index: number): Request {
  const random = Random.of(seed ^ 0x5eed, index);
  return {
    amountFen: random.pick([20, 50, 80, 100, 150, 200, 300, 500, 800]) * 1_000_000,
    termMonths: random.pick([6, 12, 24, 36]),
    purpose: random.pick(purposeCodes),
    securitiesOffered: securitiesAsked.filter(() => random.chance(0.35)),
    highestRateBps: random.pick([400, 500, 600, 800, 1000]),
    repaymentMethodsAccepted: [],
  };
}

const valuesOf = (request: Request): readonly (readonly [AttributeKey, FactValue | null])[] => [
  ['requestAmountFen', request.amountFen],
  ['requestTermMonths', request.termMonths],
  ['requestPurpose', request.purpose],
  ['securitiesOffered', request.securitiesOffered],
  ['highestRateBps', request.highestRateBps],
];

/** The request as facts, for whoever reads facts. */
export const requestFacts = (request: Request): Facts =>
  new Map(
    valuesOf(request).map(([key, value]): [AttributeKey, Fact] => [
      key,
      value === null ? { known: false, reason: 'missing' } : { known: true, value, asOf: today, source: 'bench' },
    ]),
  );

/** The request as the numbers of its columns, NaN where there is no request. */
export const numbersOfRequest = (request: Request | null): readonly number[] =>
  requestColumns.map(({ attribute, element }) => {
    if (request === null) return Number.NaN;
    if (element !== null) return request.securitiesOffered?.some(kind => kind === element) ? 1 : 0;
    const value = new Map(valuesOf(request)).get(attribute.key);
    return typeof value === 'number' ? value : purposeCodes.indexOf(request.purpose);
  });
