import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { feeOf, loanTermsOf } from '../../../tests/support/loanTerms';
import { printed } from '../../printing/print';
import { codesOf, feeKinds, feePayers, feeTimings } from '../../products/vocabulary';
import { calendarDate } from '../../shared/dates';
import type { Locale } from '../../shared/text';
import type { Application } from '../applications/tables';
import { formatPpm } from '../cost/ratePpm';
import { reckoned, type Schedulable } from '../offers/figures';
import type { Offer } from '../offers/tables';
import { repaymentSchedule } from '../repayment/schedule';
import { comparisonSheet } from './comparisonSheet';
import { offerSheet } from './offerSheet';
import type { PricedOffer } from './pricedOffers';
import { scheduleRows } from './scheduleRows';
import { separated } from './words';

const now = new Date('2026-11-23T02:00:00Z');

const plain: Schedulable = {
  amountFen: 100_000_000,
  termMonths: 12,
  rateBps: 435,
  repaymentMethod: 'EQUAL_INSTALLMENT',
  dueDay: null,
  plan: null,
  dayBasis: '30/360',
  fees: [feeOf()],
};

function priced(values: Partial<Offer> = {}, who: Partial<PricedOffer> = {}): PricedOffer {
  const terms = { ...plain, ...values };
  const reckonedOn = calendarDate('2026-11-23');
  const { schedule, costSheet, ...figures } = reckoned(terms, reckonedOn);
  const offer = {
    number: 1,
    pricing: { kind: 'fixed' },
    securities: [],
    conditions: null,
    validUntil: calendarDate('2026-12-23'),
    termsHash: 'c0ffee'.padEnd(64, '0'),
    ...terms,
    ...figures,
    reckonedOn,
  } as Partial<Offer> as Offer;
  return {
    offer,
    application: {} as Application,
    enterprise: { name: '德阳市垚喆精密机械有限公司', uscc: '91510603MA6AAAA105' },
    institution: '德阳市城市商业银行',
    product: '税务贷',
    schedule,
    support: { entitlements: [], costSheet, netAnnualisedRatePpm: null },
    ...who,
  };
}

/** Every fee that an offer can hold, all noted at length, over five years, between parties with the longest of names. */
const longest = () =>
  priced(
    {
      termMonths: 60,
      conditions: '办理专利权质押登记；提供近一年的银行流水；实际控制人及其配偶提供连带责任保证。'.repeat(20).slice(0, 1000),
      fees: Array.from({ length: 20 }, (_, place) =>
        feeOf({
          kind: codesOf(feeKinds)[place % codesOf(feeKinds).length] ?? 'notary',
          timing: codesOf(feeTimings)[place % codesOf(feeTimings).length] ?? 'once',
          paidBy: codesOf(feePayers)[place % codesOf(feePayers).length] ?? 'enterprise',
          rateBps: 20,
          note: '按合同约定的标准收取，以收费方出具的发票为准。'.repeat(9).slice(0, 200),
        }),
      ),
    },
    {
      enterprise: { name: '四川省德阳市旌阳区高端装备精密铸造综合服务股份有限公司'.repeat(4).slice(0, 100), uscc: null },
      institution: '中国邮政储蓄银行股份有限公司四川省德阳市旌阳区科技支行'.repeat(4).slice(0, 100),
      product: '专精特新小巨人企业知识产权质押融资与担保组合贷款'.repeat(4).slice(0, 100),
    },
  );

async function read(file: Uint8Array) {
  const document = await getDocumentProxy(file);
  const { totalPages, text } = await extractText(document, { mergePages: true });
  return { totalPages, text: text.replaceAll(/\s/g, '') };
}

describe('the financing-cost sheet on paper', () => {
  it('is one page whose text says who, on what terms, every cost and the golden rates to four decimals', async () => {
    const { totalPages, text } = await read(await printed(offerSheet(priced(), { now }, 'zh'), now));
    expect(totalPages).toBe(1);
    for (const said of ['德阳市垚喆精密机械有限公司', '91510603MA6AAAA105', '德阳市城市商业银行', '税务贷', '等额本息', '手续费'])
      expect(text).toContain(said);
    for (const figure of [
      '比较报价，请看这一项',
      '6.2288%',
      '6.4097%',
      '4.3500%',
      '1.8472%',
      '6.1972%',
      '1,000,000.00',
      '85,309.90',
      '23,718.79',
    ])
      expect(text).toContain(figure);
    expect(text).toContain('c0ffee'.padEnd(64, '0'));
    expect(text).toContain('2026-11-23');
  });

  it('says the same in English', async () => {
    const { totalPages, text } = await read(await printed(offerSheet(priced(), { now }, 'en'), now));
    expect(totalPages).toBe(1);
    for (const said of ['Financing-costsheet', 'Processingfee', 'Equalinstalments', '6.1972%', '德阳市垚喆精密机械有限公司'])
      expect(text).toContain(said);
  });

  it.each(['zh', 'en'] as const)(
    'stays one page, and whole, with the most fees, the longest names and sixty months: %s',
    async locale => {
      const { totalPages, text } = await read(await printed(offerSheet(longest(), { now }, locale), now));
      expect(totalPages).toBe(1);
      expect(text).toContain(locale === 'zh' ? '第5年' : 'Year5');
      expect(text).toContain(longest().institution);
      expect(text).toContain('…');
      for (const { annualisedRatePpm } of longest().support.costSheet.items)
        expect(text).toContain(formatPpm(annualisedRatePpm).replace(' ', ''));
      expect(text).toContain('c0ffee'.padEnd(64, '0'));
    },
  );

  it('says that a bank does not know yet whose the application is', async () => {
    const { text } = await read(await printed(offerSheet(priced({}, { enterprise: null }), { now }, 'zh'), now));
    expect(text).toContain('受理后可见');
  });

  it('sets a letter that the typeface lacks as a question mark, and still is a page', async () => {
    const strange = priced({}, { enterprise: { name: '𠮷野公司', uscc: null } });
    expect((await read(await printed(offerSheet(strange, { now }, 'zh'), now))).text).toMatch(/.野公司/u);
  });
});

describe('the offers side by side on paper', () => {
  it('are one page with a row for each, up to ten banks', async () => {
    const ten = Array.from({ length: 10 }, (_, place) =>
      place === 0 ? longest() : priced({ rateBps: 435 + place }, { institution: `第${place}银行` }),
    );
    const { totalPages, text } = await read(await printed(comparisonSheet(ten, { now }, 'zh'), now));
    expect(totalPages).toBe(1);
    expect(text).toContain('第9银行');
    expect(text).toContain('6.2072%');
    expect(text).toContain('逐月明细从略');
  });

  const beside = async (offers: readonly PricedOffer[], locale: Locale = 'zh') =>
    (await read(await printed(comparisonSheet(offers, { now }, locale), now))).text;

  it('names the cheapest and how far the next is above it, and every month of a year', async () => {
    const text = await beside([priced({ rateBps: 460 }, { institution: '乙银行' }), priced({}, { institution: '甲银行' })]);
    expect(text).toContain('综合成本最低的是A甲银行：6.23%，比下一份低0.25个百分点');
    for (const said of ['第1个月', '第12个月', '放款时', '各月末剩余本金', '万元', '85,309.90']) expect(text).toContain(said);
    expect(text).not.toContain('注意：');
    expect(text).not.toContain('从略');
  });

  it.each([
    ['zh', '金额、期限、还款方式不同', '「专利质押贴息」A12,000.00元、B8,000.00元', '「担保费补助」可能另有B500.00元'],
    ['en', 'differinamount,term,repayment,', '"专利质押贴息"paysACNY12,000.00,BCNY8,000.00', '"担保费补助"maypayBCNY500.00'],
  ] as const)('says in what they differ, and which policy pays what on which: %s', async (locale, differs, pays, may) => {
    const entitled = (id: string, name: string, amountFen: number, unknowns: readonly string[]) => ({
      policy: { id, name },
      unknowns,
      subsidy: { payments: [{ on: calendarDate('2027-11-23'), amountFen }] },
    });
    const supported = (entitlements: readonly unknown[], of: PricedOffer): PricedOffer => ({
      ...of,
      support: { ...of.support, entitlements: entitlements as PricedOffer['support']['entitlements'] },
    });
    const text = await beside(
      [
        supported([entitled('p', '专利质押贴息', 1_200_000, [])], priced()),
        supported(
          [entitled('p', '专利质押贴息', 800_000, []), entitled('q', '担保费补助', 50_000, ['otherConditions'])],
          priced({ amountFen: 50_000_000, termMonths: 24, repaymentMethod: 'EQUAL_PRINCIPAL', rateBps: 700 }),
        ),
      ],
      locale,
    );
    for (const said of [differs, pays, may]) expect(text).toContain(said);
  });

  it('of one offer have no cheapest, and of none are refused', async () => {
    expect(await beside([priced()])).not.toContain('最低');
    expect(() => comparisonSheet([], { now }, 'zh')).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  });
});

describe('scheduleRows', () => {
  const rowsOf = (termMonths: number) => scheduleRows(repaymentSchedule(loanTermsOf({ termMonths })));

  it.each([
    [12, 12],
    [13, 13],
    [14, 2],
    [60, 5],
    [156, 13],
    [157, 7],
    [600, 13],
  ])('of %i months are %i', (termMonths, count) => {
    expect(rowsOf(termMonths)).toHaveLength(count);
  });

  it('sum up to the whole loan and end with nothing owed', () => {
    for (const termMonths of [12, 60, 599]) {
      const rows = rowsOf(termMonths);
      expect(rows.reduce((sum, { principalFen }) => sum + principalFen, 0)).toBe(100_000_000);
      expect(rows.at(-1)?.balanceFen).toBe(0);
    }
  });
});

describe('separated', () => {
  it.each([
    [0, '0.00'],
    [99, '0.99'],
    [100_000, '1,000.00'],
    [123_456_789, '1,234,567.89'],
    [-100_000_00, '-100,000.00'],
  ])('%i fen is %s', (amountFen, written) => {
    expect(separated(amountFen)).toBe(written);
  });
});
