import type { ActorContext } from '../../context';
import { repaymentMethods } from '../../matching/attributes';
import type { PrintedPage } from '../../printing/page';
import { localTimeOf } from '../../shared/dates';
import type { Locale } from '../../shared/text';
import { annualisedCost } from '../cost/annualisedCost';
import { formatPpm, ppmOfBps, type RatePpm } from '../cost/ratePpm';
import { costOfTenThousand } from './offerSheet';
import type { PricedOffer } from './pricedOffers';
import { comparisonLead, digestNote, percent, printedOn, rulesNote, separated, wordingIn, words } from './words';

/** The offers on one demand side by side on one page: each a row, with what its annual cost is made of as a bar. */
export function comparisonSheet(
  priced: readonly PricedOffer[],
  { now }: Pick<ActorContext, 'now'>,
  locale: Locale,
): PrintedPage[] {
  const { say, months } = wordingIn(locale);
  const hasSubsidies = priced.some(({ support }) => support.netAnnualisedRatePpm !== null);
  const reckonedOn = [...new Set(priced.map(({ offer }) => offer.reckonedOn))].sort().join(locale === 'zh' ? '、' : ', ');
  const netOf = (ratePpm: RatePpm | null) => (ratePpm === null ? say(words.none) : formatPpm(ratePpm));
  const page: PrintedPage = {
    title: say(words.comparison),
    lead: say(comparisonLead(priced[0]?.enterprise?.name ?? '', priced.length)),
    isLandscape: true,
    blocks: [
      {
        kind: 'table',
        title: '',
        columns: [
          { heading: say(words.lender), share: 16 },
          { heading: say(words.product), share: 16 },
          { heading: say(words.amountYuan), share: 14, isNumber: true },
          { heading: say(words.term), share: 9, isNumber: true },
          { heading: say(words.method), share: 12 },
          { heading: say(words.rate), share: 8, isNumber: true },
          { heading: `${say(words.fees)} (¥)`, share: 11, isNumber: true },
          { heading: `${say(words.perTenThousand)} (¥)`, share: 11, isNumber: true },
          { heading: say(words.annualised), share: 12, isNumber: true },
          { heading: say(words.sheetTotal), share: 12, isNumber: true },
          ...(hasSubsidies ? [{ heading: say(words.netAnnualised), share: 12, isNumber: true }] : []),
          { heading: say(words.validUntil), share: 11, isNumber: true },
        ],
        rows: priced.map(({ offer, institution, product, schedule, support }) => ({
          cells: [
            institution,
            product,
            separated(offer.amountFen),
            months(offer.termMonths),
            say(repaymentMethods[offer.repaymentMethod]),
            percent(offer.rateBps),
            separated(offer.totalFeesFen),
            separated(costOfTenThousand(offer)),
            formatPpm(annualisedCost(schedule).nominalRatePpm),
            formatPpm(support.costSheet.totalRatePpm),
            ...(hasSubsidies ? [netOf(support.netAnnualisedRatePpm)] : []),
            offer.validUntil,
          ],
        })),
      },
      {
        kind: 'bars',
        title: say(words.rateChart),
        series: [say(words.interest), say(words.fee)],
        bars: priced.map(({ offer, institution, product, support: { costSheet } }) => ({
          label: `${institution} · ${product}`,
          parts: [ppmOfBps(offer.rateBps), costSheet.totalRatePpm - ppmOfBps(offer.rateBps)],
          value: formatPpm(costSheet.totalRatePpm),
        })),
      },
      { kind: 'note', text: say(rulesNote(reckonedOn)) },
      {
        kind: 'note',
        text: say(digestNote(priced.map(({ offer, institution }) => `${institution} ${offer.termsHash.slice(0, 16)}`))),
      },
    ],
    foot: [say(printedOn(localTimeOf(now)))],
  };
  return [page];
}
