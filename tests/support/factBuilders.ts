import type { AttributeKey } from '../../server/matching/attributes';
import type { Fact, Facts, FactValue, UnknownReason } from '../../server/matching/facts';
import type { ProductTerms } from '../../server/matching/terms';
import { calendarDate } from '../../server/shared/dates';

export const measuredOn = calendarDate('2026-05-31');

export const known = (value: FactValue, asOf = measuredOn): Fact => ({ known: true, value, asOf, source: '德阳市税务局' });
export const unknownFor = (reason: UnknownReason): Fact => ({ known: false, reason });

/** Facts from plain values; a fact may be given whole where its reason or date matters. */
export const factsOf = (values: Partial<Record<AttributeKey, FactValue | Fact>>): Facts =>
  new Map(
    (Object.entries(values) as [AttributeKey, FactValue | Fact][]).map(([key, value]) => [
      key,
      isFact(value) ? value : known(value),
    ]),
  );

const isFact = (value: FactValue | Fact): value is Fact => typeof value === 'object' && 'known' in value;

/** Terms that limit nothing, but for what is given. */
export const termsOf = (limits: Partial<ProductTerms>): ProductTerms => ({
  amountFenMin: null,
  amountFenMax: null,
  termMonthsMin: null,
  termMonthsMax: null,
  rateBpsMin: null,
  isUnsecured: true,
  securities: [],
  repaymentMethods: [],
  purposes: [],
  regions: [],
  industries: [],
  industriesExcluded: [],
  ...limits,
});
