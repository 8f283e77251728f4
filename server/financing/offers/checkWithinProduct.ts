import { ratesOn } from '../../products/pricing';
import type { ProductVersion } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import { sumText } from '../../shared/money';
import { formatPercent, type LprQuote } from '../../shared/rate';
import { invalidInput } from '../../shared/refusals';
import type { OfferTerms } from './offerTerms';

/** What is held to the product, of an offer and of a counter-offer alike. */
export type HeldTerms = Pick<OfferTerms, 'amountFen' | 'termMonths' | 'rateBps' | 'repaymentMethod' | 'securities'>;

export type OfferGround = {
  /** What the firm asked for, in fen. */
  readonly requestedFen: number;
  /** The version of the product that was frozen with the application. */
  readonly version: ProductVersion;
  readonly today: CalendarDate;
  readonly quotes: readonly LprQuote[];
  /** Where the caller's input says the rate. */
  readonly rateField?: 'pricing.rateBps' | 'rateBps';
};

/**
 * Holds an offer to what the bank published and the firm asked for: no more than asked for, within the amounts and the terms
 * of the product, at no more than its highest published rate, by a method and with securities it names. What the product does
 * not state limits nothing. Refuses with INVALID_INPUT naming the field.
 */
export function checkWithinProduct(
  terms: HeldTerms,
  { requestedFen, version, today, quotes, rateField = 'pricing.rateBps' }: OfferGround,
): void {
  const { amountFen, termMonths, rateBps, repaymentMethod, securities } = terms;
  if (amountFen > requestedFen)
    throw invalidInput('amountFen', amountFen, 'offer.aboveRequest', {
      zh: `金额不能超过企业申请的 ${sumText(requestedFen).zh}。`,
      en: `The amount cannot be above the ${sumText(requestedFen).en} that the firm asked for.`,
    });
  checkRange(
    'amountFen',
    amountFen,
    [version.amountFenMin, version.amountFenMax],
    fen => sumText(fen).zh,
    fen => sumText(fen).en,
  );
  checkRange(
    'termMonths',
    termMonths,
    [version.termMonthsMin, version.termMonthsMax],
    months => `${months} 个月`,
    months => `${months} months`,
  );
  const { rateBpsMax } = ratesOn(version.pricing, today, quotes);
  if (rateBpsMax !== null && rateBps > rateBpsMax)
    throw invalidInput(rateField, rateBps, 'offer.abovePublishedRate', {
      zh: `年利率 ${formatPercent(rateBps)} 高于产品公布的最高利率 ${formatPercent(rateBpsMax)}。`,
      en: `A rate of ${formatPercent(rateBps)} is above the highest that the product publishes, ${formatPercent(rateBpsMax)}.`,
    });
  if (version.repaymentMethods.length > 0 && !version.repaymentMethods.includes(repaymentMethod))
    throw invalidInput('repaymentMethod', repaymentMethod, 'offer.repaymentMethod', {
      zh: '该产品没有公布这种还款方式，请选择产品列明的方式。',
      en: 'The product does not publish this repayment method: choose one that it names.',
    });
  checkSecurities(securities, version);
}

function checkSecurities(securities: OfferTerms['securities'], version: ProductVersion): void {
  if (version.securities.length === 0) return;
  const unnamed = securities.find(security => !version.securities.includes(security));
  if (unnamed !== undefined)
    throw invalidInput('securities', unnamed, 'offer.securities', {
      zh: '该产品没有公布这种担保方式，请选择产品列明的方式。',
      en: 'The product does not publish this kind of security: choose one that it names.',
    });
  if (securities.length === 0 && !version.isUnsecured)
    throw invalidInput('securities', securities, 'offer.securityNeeded', {
      zh: '该产品须有担保，请选择至少一种担保方式。',
      en: 'This product needs security: choose at least one kind.',
    });
}

function checkRange(
  field: 'amountFen' | 'termMonths',
  value: number,
  [least, most]: readonly [number | null, number | null],
  zh: (value: number) => string,
  en: (value: number) => string,
): void {
  if (least !== null && value < least)
    throw invalidInput(field, value, `offer.${field}Min`, {
      zh: `低于产品公布的下限 ${zh(least)}。`,
      en: `This is below the least that the product publishes, ${en(least)}.`,
    });
  if (most !== null && value > most)
    throw invalidInput(field, value, `offer.${field}Max`, {
      zh: `高于产品公布的上限 ${zh(most)}。`,
      en: `This is above the most that the product publishes, ${en(most)}.`,
    });
}
