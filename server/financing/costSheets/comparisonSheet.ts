import type { ActorContext } from '../../context';
import { repaymentMethods } from '../../matching/attributes';
import type { Bars, Block, Courses, PrintedPage, TableBlock } from '../../printing/page';
import { localTimeOf } from '../../shared/dates';
import { conflict } from '../../shared/refusals';
import type { Locale } from '../../shared/text';
import { type Comparison, comparisonOf } from '../comparisons/comparison';
import { type ComparedRow, comparedRows } from '../comparisons/rows';
import { annualisedCost } from '../cost/annualisedCost';
import { formatPpm, ppmOfBps, type RatePpm } from '../cost/ratePpm';
import { cheapestWord, differenceWords, monthsWord, supportWord } from './comparisonWords';
import { costOfTenThousand } from './offerSheet';
import type { PricedOffer } from './pricedOffers';
import { comparisonLead, digestNote, percent, printedOn, rulesNote, separated, type Wording, wordingIn, words } from './words';

/** A row for each month of a year with the fees before them; where that does not fit, fewer, and shorter names. */
type Length = { readonly rows: number; readonly letters: number };
const lengths: readonly Length[] = [
  { rows: 13, letters: 100 },
  { rows: 8, letters: 24 },
  { rows: 4, letters: 14 },
];

/**
 * The offers on one demand side by side on one page, the cheapest first: what each costs and of what that is made, in what they
 * differ, what is due and owed of each over the months, and the subsidies. Refuses where there is none.
 */
export function comparisonSheet(
  priced: readonly PricedOffer[],
  { now }: Pick<ActorContext, 'now'>,
  locale: Locale,
): PrintedPage[] {
  if (priced.length === 0) throw nothingToCompare();
  const wording = wordingIn(locale);
  const { say } = wording;
  const comparison = comparisonOf(priced);
  const { offers, differences } = comparison;
  const standing = offers.map(each => each.priced);
  const reckonedOn = [...new Set(standing.map(({ offer }) => offer.reckonedOn))].sort().join(locale === 'zh' ? '、' : ', ');
  const digests = standing.map(({ offer, institution }) => `${institution} ${offer.termsHash.slice(0, 16)}`);
  return lengths.map(length => ({
    title: say(words.comparison),
    lead: `${say(comparisonLead(standing[0]?.enterprise?.name ?? '', standing.length))}${say(cheapestWord(rated(standing)))}`,
    isLandscape: true,
    blocks: [
      factsOf(standing, wording, length),
      ...(differences.length > 0 ? [{ kind: 'note' as const, text: say(differenceWords(differences)) }] : []),
      ...picturesOf(comparison, wording, length),
      ...supportOf(standing, wording),
      { kind: 'note', text: say(rulesNote(reckonedOn)) },
      { kind: 'note', text: say(digestNote(digests)) },
    ],
    foot: [say(printedOn(localTimeOf(now)))],
  }));
}

/** The schedules beside the charts; below them where they have too many columns for half the page. */
function picturesOf(comparison: Comparison, wording: Wording, length: Length): Block[] {
  const schedules = schedulesOf(comparison, wording, length);
  const [outstanding, costs] = [outstandingOf(comparison, wording, length), costsOf(comparison, wording)];
  return comparison.offers.length > besideMax
    ? [{ kind: 'beside', share: 0.5, left: [outstanding], right: [costs] }, schedules]
    : [{ kind: 'beside', share: 0.5, left: [schedules], right: [outstanding, costs] }];
}

/** More columns of sums than these are torn in half a page. */
const besideMax = 4;

const nothingToCompare = () =>
  conflict(
    {
      zh: '这项需求下没有有效的报价，暂无可打印的比较。',
      en: 'No offer stands for this demand: there is nothing to compare yet.',
    },
    { rule: 'offers.none' },
  );

/** A for the first offer, B for the next: what it is called in charts and headings. */
const letterOf = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);

const cut = (text: string, letters: number): string =>
  [...text].length > letters ? `${[...text].slice(0, letters).join('')}…` : text;

const rated = (offers: readonly PricedOffer[]) =>
  offers.map(({ offer, institution }, place) => ({
    name: `${letterOf(place)} ${institution}`,
    rateBps: offer.annualisedRateBps,
  }));

function factsOf(offers: readonly PricedOffer[], { say, months }: Wording, { letters }: Length): TableBlock {
  const hasSubsidies = offers.some(({ support }) => support.netAnnualisedRatePpm !== null);
  const netOf = (ratePpm: RatePpm | null) => (ratePpm === null ? say(words.none) : formatPpm(ratePpm));
  const leastBps = Math.min(...offers.map(({ offer }) => offer.annualisedRateBps));
  const isCheapest = ({ annualisedRateBps }: PricedOffer['offer']) => offers.length > 1 && annualisedRateBps === leastBps;
  return {
    kind: 'table',
    title: '',
    columns: [
      { heading: say(words.lender), share: 18 },
      { heading: say(words.product), share: 14 },
      { heading: say(words.annualisedShort), share: 12, isNumber: true },
      ...(hasSubsidies ? [{ heading: say(words.netAnnualised), share: 12, isNumber: true }] : []),
      { heading: say(words.amountYuan), share: 14, isNumber: true },
      { heading: say(words.term), share: 9, isNumber: true },
      { heading: say(words.method), share: 11 },
      { heading: say(words.rate), share: 8, isNumber: true },
      { heading: `${say(words.fees)} (¥)`, share: 11, isNumber: true },
      { heading: `${say(words.perTenThousand)} (¥)`, share: 11, isNumber: true },
      { heading: say(words.sheetTotalShort), share: 12, isNumber: true },
      { heading: say(words.validUntil), share: 11, isNumber: true },
    ],
    rows: offers.map(({ offer, institution, product, schedule, support }, place) => ({
      cells: [
        `${letterOf(place)} ${cut(institution, letters)}${isCheapest(offer) ? ` · ${say(words.cheapest)}` : ''}`,
        cut(product, letters),
        formatPpm(annualisedCost(schedule).nominalRatePpm),
        ...(hasSubsidies ? [netOf(support.netAnnualisedRatePpm)] : []),
        separated(offer.amountFen),
        months(offer.termMonths),
        say(repaymentMethods[offer.repaymentMethod]),
        percent(offer.rateBps),
        separated(offer.totalFeesFen),
        separated(costOfTenThousand(offer)),
        formatPpm(support.costSheet.totalRatePpm),
        offer.validUntil,
      ],
      isStrong: isCheapest(offer),
    })),
  };
}

/** What is due of each offer, the rows of all of them standing beside each other. */
function schedulesOf({ offers }: Comparison, { say }: Wording, { rows: rowsMax, letters }: Length): TableBlock {
  const rows = comparedRows(
    offers.map(({ months }) => months),
    rowsMax,
  );
  const isSummed = rows.some(({ firstMonth, lastMonth }) => lastMonth > firstMonth);
  const cellsOf = ({ dueFen }: ComparedRow) => dueFen.map(due => (due === null ? say(words.none) : separated(due)));
  const nameOf = ({ firstMonth, lastMonth }: ComparedRow) =>
    lastMonth === 0 ? say(words.atDisbursement) : say(monthsWord(firstMonth, lastMonth));
  const sums = offers.map((_, place) => rows.reduce((sum, { dueFen }) => sum + (dueFen[place] ?? 0), 0));
  const nameLetters = offers.length > besideMax ? 0 : Math.min(letters, 12);
  return {
    kind: 'table',
    title: say(isSummed ? words.schedulesSummed : words.schedulesByMonth),
    columns: [
      { heading: say(words.period), share: 14, isNumber: true },
      ...offers.map(({ priced: { institution } }, place) => ({
        heading: nameLetters === 0 ? letterOf(place) : `${letterOf(place)} ${cut(institution, nameLetters)}`,
        share: 16,
        isNumber: true,
      })),
    ],
    rows: [
      ...rows.map(row => ({ cells: [nameOf(row), ...cellsOf(row)] })),
      { cells: [say(words.total), ...sums.map(separated)], isStrong: true },
    ],
  };
}

function outstandingOf({ offers }: Comparison, { say, locale }: Wording, { letters }: Length): Courses {
  return {
    kind: 'courses',
    title: say(words.outstandingChart),
    units: { x: say(words.monthsAfter), y: say(words.tenThousandYuan) },
    series: offers.map(({ priced: { institution }, months }, place) => ({
      letter: letterOf(place),
      name: cut(institution, Math.min(letters, locale === 'zh' ? 12 : 24)),
      points: months.map(({ month, balanceFen }) => ({ x: month, y: balanceFen / fenPerUnit })),
    })),
  };
}

/** 万元; English writes it as 10,000 yuan. */
const fenPerUnit = 1_000_000;

/** What each annual cost is made of; it compares whatever the sums and terms. */
function costsOf({ offers }: Comparison, { say }: Wording): Bars {
  return {
    kind: 'bars',
    title: say(words.rateChart),
    series: [say(words.interest), say(words.fee)],
    bars: offers.map(
      (
        {
          priced: {
            offer,
            support: { costSheet },
          },
        },
        place,
      ) => ({
        label: letterOf(place),
        parts: [ppmOfBps(offer.rateBps), costSheet.totalRatePpm - ppmOfBps(offer.rateBps)],
        value: formatPpm(costSheet.totalRatePpm),
      }),
    ),
  };
}

/** Which policies pay how much on which offer, or may. */
function supportOf(offers: readonly PricedOffer[], { say, yuan, locale }: Wording): Block[] {
  const policies = new Map<string, { name: string; sums: string[]; isOpen: boolean }>();
  offers.forEach(({ support: { entitlements } }, place) => {
    for (const { policy, unknowns, subsidy } of entitlements) {
      const isOpen = unknowns.length > 0;
      const key = `${policy.id} ${isOpen}`;
      const sum = subsidy.payments.reduce((total, { amountFen }) => total + amountFen, 0);
      const known = policies.get(key) ?? { name: policy.name, sums: [], isOpen };
      policies.set(key, { ...known, sums: [...known.sums, `${letterOf(place)} ${yuan(sum)}`] });
    }
  });
  if (policies.size === 0) return [];
  const said = [...policies.values()].map(({ name, sums, isOpen }) =>
    say(supportWord({ name, sums: sums.join(locale === 'zh' ? '、' : ', '), isOpen })),
  );
  return [
    { kind: 'note', text: say(words.supportLead) + said.join(locale === 'zh' ? '；' : '; ') + (locale === 'zh' ? '。' : '.') },
  ];
}
