import type { ActorContext } from '../../context';
import { repaymentMethods, securityKinds } from '../../matching/attributes';
import type { Block, PrintedPage, TableBlock } from '../../printing/page';
import { feeChargers, feeKinds, feePayers, feeTimings, lprTenorLabels, repricings } from '../../products/vocabulary';
import { localTimeOf } from '../../shared/dates';
import type { Locale } from '../../shared/text';
import { annualisedCost } from '../cost/annualisedCost';
import type { CostItem } from '../cost/costSheet';
import { formatPpm } from '../cost/ratePpm';
import type { SubsidyPayment } from '../cost/subsidy';
import type { OfferPricing } from '../offers/pricing';
import type { PricedOffer } from './pricedOffers';
import { type PrintedRow, scheduleRows } from './scheduleRows';
import {
  dayBasisWords,
  markWords,
  mayPay,
  percent,
  proof,
  rulesNote,
  separated,
  timesWord,
  type Wording,
  wordingIn,
  words,
  yearsWord,
} from './words';

/**
 * The financing-cost sheet (贷款明白纸) of one offer for one page: at full length, and shorter for where that does not fit. What
 * is cut are remarks and conditions, which the sheet then says; no cost is.
 */
export const offerSheet = (priced: PricedOffer, context: Pick<ActorContext, 'now'>, locale: Locale): PrintedPage[] =>
  lengths.map(length => offerPage(priced, context, locale, length));

/** Letters that a remark on a fee and the conditions may have. */
type Length = { readonly remark: number; readonly conditions: number };
const lengths: readonly Length[] = [
  { remark: 2000, conditions: 2000 },
  { remark: 40, conditions: 400 },
  { remark: 12, conditions: 200 },
];

const cut = (text: string, letters: number): string =>
  [...text].length > letters ? `${[...text].slice(0, letters).join('')}…` : text;

function offerPage(priced: PricedOffer, { now }: Pick<ActorContext, 'now'>, locale: Locale, length: Length): PrintedPage {
  const wording = wordingIn(locale);
  const { offer, schedule } = priced;
  const isCut =
    [...(offer.conditions ?? '')].length > length.conditions ||
    offer.fees.some(({ note }) => [...(note ?? '')].length > length.remark);
  return {
    title: wording.say(words.title),
    lead: [priced.enterprise?.name, priced.institution, priced.product].filter(Boolean).join(' · '),
    isLandscape: false,
    blocks: [
      ratesOf(priced, wording),
      termsOf(priced, wording),
      ...(offer.conditions ? [conditionsOf(cut(offer.conditions, length.conditions), wording)] : []),
      costsOf(priced, wording, length),
      ...openSupport(priced, wording),
      scheduleOf(scheduleRows(schedule), priced, wording),
      { kind: 'note', text: wording.say(rulesNote(offer.reckonedOn)) + (isCut ? wording.say(words.isCut) : '') },
    ],
    foot: [wording.say(proof(offer, localTimeOf(now)))],
  };
}

function ratesOf({ offer, schedule, support }: PricedOffer, { say, yuan }: Wording): Block {
  const { nominalRatePpm, effectiveRatePpm } = annualisedCost(schedule);
  const { costSheet, netAnnualisedRatePpm } = support;
  const net =
    netAnnualisedRatePpm === null
      ? []
      : [
          { label: say(words.netAnnualised), value: formatPpm(netAnnualisedRatePpm) },
          { label: say(words.net), value: formatPpm(costSheet.netRatePpm) },
        ];
  return {
    kind: 'figures',
    columns: net.length > 0 ? 3 : 4,
    figures: [
      { label: say(words.mainRate), value: formatPpm(nominalRatePpm), isLarge: true },
      { label: say(words.totalCost), value: yuan(offer.totalInterestFen + offer.totalFeesFen) },
      { label: say(words.sheetTotal), value: formatPpm(costSheet.totalRatePpm) },
      { label: say(words.effective), value: formatPpm(effectiveRatePpm) },
      ...net,
    ],
  };
}

function termsOf({ offer, enterprise, institution, product }: PricedOffer, wording: Wording): Block {
  const { say, yuan, months, list } = wording;
  const figure = (label: keyof typeof words, value: string) => ({ label: say(words[label]), value });
  return {
    kind: 'figures',
    columns: 4,
    figures: [
      figure('borrower', enterprise?.name ?? say(words.notRevealed)),
      figure('uscc', enterprise?.uscc ?? say(words.none)),
      figure('lender', institution),
      figure('product', product),
      figure('amount', yuan(offer.amountFen)),
      figure('term', months(offer.termMonths)),
      figure(
        'rate',
        `${percent(offer.rateBps)}${wording.locale === 'zh' ? `（${pricingOf(offer.pricing, wording)}）` : `, ${pricingOf(offer.pricing, wording)}`}`,
      ),
      figure('method', say(repaymentMethods[offer.repaymentMethod])),
      figure('dayBasis', say(dayBasisWords[offer.dayBasis])),
      figure('security', list(offer.securities.map(code => securityKinds[code])) || say(words.unsecured)),
      figure('validUntil', offer.validUntil),
      figure('perTenThousand', yuan(costOfTenThousand(offer))),
    ],
  };
}

/** Of each 10,000 yuan lent, interest and fees over the whole term. */
export const costOfTenThousand = (offer: PricedOffer['offer']): number =>
  Math.round(((offer.totalInterestFen + offer.totalFeesFen) / offer.amountFen) * 1_000_000);

const conditionsOf = (conditions: string, { say }: Wording): Block => ({
  kind: 'figures',
  columns: 1,
  figures: [{ label: say(words.conditions), value: conditions }],
});

function pricingOf(pricing: OfferPricing, { say, locale }: Wording): string {
  if (pricing.kind === 'fixed') return locale === 'zh' ? words.fixedPricing.zh : words.fixedPricing.en;
  const { tenor, spreadBps, repricing, lprRateBps } = pricing;
  const points = `${spreadBps < 0 ? '−' : '+'} ${Math.abs(spreadBps)} ${locale === 'zh' ? '基点' : 'bp'}`;
  return `${say(lprTenorLabels[tenor])} ${percent(lprRateBps)} ${points}${locale === 'zh' ? '，' : ', '}${repricings[repricing][locale]}`;
}

function costsOf({ support: { costSheet } }: PricedOffer, wording: Wording, length: Length): TableBlock {
  const { say } = wording;
  return {
    kind: 'table',
    title: say(words.costs),
    columns: [
      { heading: say(words.item), share: 27 },
      { heading: say(words.chargedBy), share: 13 },
      { heading: say(words.paidBy), share: 17 },
      { heading: say(words.when), share: 17 },
      { heading: say(words.amountYuan), share: 15, isNumber: true },
      { heading: say(words.asRate), share: 13, isNumber: true },
    ],
    rows: [
      ...costSheet.items.map(item => ({ cells: cellsOf(item, wording, length) })),
      { cells: [say(words.sheetTotal), '', '', '', '', formatPpm(costSheet.totalRatePpm)], isStrong: true },
      ...costSheet.subsidies.map(({ name, payments, amountFen, annualisedRatePpm }) => ({
        cells: [
          `${say(words.subsidy)} ${say(name)}`,
          say(words.government),
          '',
          receivedWord(payments, wording),
          separated(-amountFen),
          formatPpm(-annualisedRatePpm),
        ],
      })),
      ...(costSheet.subsidies.length > 0
        ? [{ cells: [say(words.net), '', '', '', '', formatPpm(costSheet.netRatePpm)], isStrong: true }]
        : []),
    ],
  };
}

/** The days on which a subsidy comes: one, or from the first to the last. */
function receivedWord(payments: readonly SubsidyPayment[], { say, locale }: Wording): string {
  const [first, last] = [payments[0]?.on ?? '', payments.at(-1)?.on ?? ''];
  return first === last ? first : `${first}${locale === 'zh' ? ' 至 ' : ' – '}${last}${say(timesWord(payments.length))}`;
}

/** The policies that may pay, of which something is open: named, and counted for nothing. */
function openSupport({ support }: PricedOffer, wording: Wording): Block[] {
  const open = support.entitlements.filter(({ unknowns }) => unknowns.length > 0);
  if (open.length === 0) return [];
  const names = open.map(({ policy, subsidy }) => {
    const sum = subsidy.payments.reduce((total, { amountFen }) => total + amountFen, 0);
    return wording.say(mayPay({ name: policy.name, amount: wording.yuan(sum), condition: policy.otherConditions }));
  });
  return [{ kind: 'note', text: `${wording.say(words.mayPay)}${names.join(wording.locale === 'zh' ? '；' : '; ')}` }];
}

function cellsOf(item: CostItem, { say, locale }: Wording, length: Length): string[] {
  const name = item.item === 'interest' ? say(words.interest) : say(feeKinds[item.item]);
  const remarks = [item.mark ? markWords[item.mark][locale] : null, cut(item.note ?? '', length.remark)]
    .filter(Boolean)
    .join(locale === 'zh' ? '；' : '; ');
  return [
    remarks ? (locale === 'zh' ? `${name}（${remarks}）` : `${name} (${remarks})`) : name,
    say(feeChargers[item.chargedBy]),
    say(feePayers[item.paidBy]),
    item.cycle ? say(feeTimings[item.cycle]) : say(words.bySchedule),
    separated(item.amountFen),
    formatPpm(item.annualisedRatePpm),
  ];
}

function scheduleOf(rows: readonly PrintedRow[], { schedule }: PricedOffer, { say }: Wording): Block {
  const { totals, feeAtDisbursementFen } = schedule;
  const hasFees = totals.feeFen + feeAtDisbursementFen > 0;
  const isByYear = rows.some(({ span }) => 'firstYear' in span);
  const amounts = (row: Omit<PrintedRow, 'span'>, balance: string): string[] =>
    [row.principalFen, row.interestFen, ...(hasFees ? [row.feeFen] : []), row.dueFen].map(separated).concat(balance);
  const nameOf = ({ span }: PrintedRow) => ('dueOn' in span ? span.dueOn : say(yearsWord(span.firstYear, span.lastYear)));
  const upfront = { principalFen: 0, interestFen: 0, feeFen: feeAtDisbursementFen, dueFen: feeAtDisbursementFen, balanceFen: 0 };
  const all = { ...totals, feeFen: totals.feeFen + feeAtDisbursementFen, dueFen: totals.dueFen + feeAtDisbursementFen };
  return {
    kind: 'beside',
    share: 0.67,
    left: [
      {
        kind: 'table',
        title: say(isByYear ? words.scheduleByYear : words.schedule),
        columns: [
          { heading: say(isByYear ? words.period : words.dueOn), share: 15, isNumber: true },
          { heading: say(words.principal), share: 18, isNumber: true },
          { heading: say(words.interest), share: 16, isNumber: true },
          ...(hasFees ? [{ heading: say(words.fee), share: 17, isNumber: true }] : []),
          { heading: say(words.due), share: 18, isNumber: true },
          { heading: say(words.balance), share: 18, isNumber: true },
        ],
        rows: [
          ...(feeAtDisbursementFen > 0
            ? [{ cells: [say(words.atDisbursement), ...amounts(upfront, separated(totals.principalFen))] }]
            : []),
          ...rows.map(row => ({ cells: [nameOf(row), ...amounts(row, separated(row.balanceFen))] })),
          { cells: [say(words.total), ...amounts({ ...all, balanceFen: 0 }, '')], isStrong: true },
        ],
      },
    ],
    right: [
      {
        kind: 'bars',
        title: say(words.chart),
        series: [say(words.principal), say(words.interest), ...(hasFees ? [say(words.fee)] : [])],
        bars: rows.map(row => ({
          label: nameOf(row),
          parts: [row.principalFen, row.interestFen, ...(hasFees ? [row.feeFen] : [])],
          value: separated(row.dueFen),
        })),
      },
    ],
  };
}
