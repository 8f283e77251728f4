import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDemand, aLoanProduct, anOffer, offerInput } from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { type Running, serve } from '../../../tests/support/http';
import { anActor } from '../../../tests/support/identity';
import { feeOf, loanTermsOf } from '../../../tests/support/loanTerms';
import { policyInput } from '../../../tests/support/policies';
import { openWorld, type World } from '../../../tests/support/world';
import { endPolicy } from '../../policies/endPolicy';
import { publishPolicy, type SupportPolicyInput } from '../../policies/publishPolicy';
import type { SupportPolicy } from '../../policies/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { annualisedCost } from '../cost/annualisedCost';
import { costSheet } from '../cost/costSheet';
import type { Offer } from '../offers/tables';
import type { LoanTerms } from '../repayment/loanTerms';
import { repaymentSchedule } from '../repayment/schedule';
import { entitlements, type SupportedLoan } from './entitlements';

const offeredAt = new Date('2024-01-15T02:00:00Z');

const policyOf = (values: Partial<SupportPolicy> = {}): SupportPolicy => ({
  id: 'p',
  departmentId: 'd',
  name: '贴息',
  source: '文件',
  kind: 'interestShare',
  rateBps: 5_000,
  benchmarkBps: null,
  monthsMax: null,
  capFen: null,
  payout: 'yearly',
  regionCode: null,
  securities: [],
  categories: [],
  loanFenMax: null,
  otherConditions: null,
  validFrom: calendarDate('2023-01-01'),
  validUntil: null,
  createdBy: 'u',
  createdAt: new Date('2023-01-01T00:00:00Z'),
  endedAt: null,
  version: 1,
  ...values,
});

/** One million at 4.35 % for a year from 15 January 2024. */
const loanOf = (terms: Partial<LoanTerms> = {}, values: Partial<SupportedLoan> = {}): SupportedLoan => ({
  regionCode: '510603',
  category: 'tax',
  securities: [],
  amountFen: 100_000_000,
  schedule: repaymentSchedule(loanTermsOf({ method: 'INTEREST_FIRST', ...terms })),
  offeredAt,
  ...values,
});

const paymentsOf = (policy: Partial<SupportPolicy>, loan = loanOf()) =>
  entitlements([policyOf(policy)], loan).flatMap(({ subsidy }) => subsidy.payments.map(({ on, amountFen }) => [on, amountFen]));

describe('what a policy pays on a loan', () => {
  it('half of the interest once a year: on the anniversary, and the rest at maturity', () => {
    expect(paymentsOf({})).toEqual([['2025-01-15', 2_175_000]]);
    expect(paymentsOf({}, loanOf({ termMonths: 18 }))).toEqual([
      ['2025-01-15', 2_175_000],
      ['2025-07-15', 1_087_500],
    ]);
  });

  it("40 % of the interest at the benchmark rate, as for Deyang's pledged patents", () => {
    const policy = { rateBps: 4_000, benchmarkBps: 310, payout: 'atMaturity' as const };
    expect(paymentsOf(policy)).toEqual([['2025-01-15', 1_240_000 - 4]]);
    expect(paymentsOf({ ...policy, benchmarkBps: 500 })).toEqual([['2025-01-15', 1_740_000]]);
  });

  it('points of the rate, and never more than the loan costs', () => {
    expect(paymentsOf({ kind: 'interestPoints', rateBps: 100 })).toEqual([['2025-01-15', 12 * 83_333]]);
    expect(paymentsOf({ kind: 'interestPoints', rateBps: 600 })).toEqual([['2025-01-15', 4_350_000]]);
    expect(paymentsOf({ kind: 'interestPoints' }, loanOf({ rateBps: 0 }))).toEqual([]);
  });

  it('half of guarantee, insurance and appraisal fees that the firm pays, and no other', () => {
    const fees = [
      feeOf({ kind: 'guarantee', rateBps: 100 }),
      feeOf({ kind: 'appraisal', rateBps: null, amountFen: 300_001 }),
      feeOf({ kind: 'insurance', paidBy: 'government' }),
      feeOf({ kind: 'processing' }),
    ];
    expect(paymentsOf({ kind: 'feeShare', payout: 'withInstalments' }, loanOf({ fees }))).toEqual([
      ['2024-01-15', 500_000 + 150_000],
    ]);
  });

  it('for so many months, and up to its cap, the first payments first', () => {
    expect(paymentsOf({ payout: 'withInstalments', monthsMax: 2 })).toEqual([
      ['2024-02-15', 181_250],
      ['2024-03-15', 181_250],
    ]);
    expect(paymentsOf({ payout: 'withInstalments', capFen: 200_000 })).toEqual([
      ['2024-02-15', 181_250],
      ['2024-03-15', 18_750],
    ]);
  });

  it.each<[string, Partial<SupportPolicy>]>([
    ['a loan paid out the day before it holds', { validFrom: calendarDate('2024-01-16') }],
    ['a loan paid out the day after it held', { validUntil: calendarDate('2024-01-14') }],
    ['a loan offered after it was ended', { endedAt: offeredAt }],
    ['a firm of another county', { regionCode: '510604' }],
    ['a loan secured otherwise', { securities: ['PATENT_PLEDGE'] }],
    ['another family of products', { categories: ['sciTech'] }],
    ['a loan a fen too large', { loanFenMax: 99_999_999 }],
  ])('nothing on %s', (_, values) => {
    expect(paymentsOf(values)).toEqual([]);
  });

  it.each<[string, Partial<SupportPolicy>]>([
    ['on its first day', { validFrom: calendarDate('2024-01-15') }],
    ['on its last day', { validUntil: calendarDate('2024-01-15') }],
    ['offered just before it was ended', { endedAt: new Date(offeredAt.getTime() + 1) }],
    ['of a firm of its city', { regionCode: '510600' }],
    ['of the largest size', { loanFenMax: 100_000_000 }],
  ])('the same on a loan %s', (_, values) => {
    expect(paymentsOf(values)).toEqual([['2025-01-15', 2_175_000]]);
  });

  it('stays unknown where the firm is registered nowhere known, or the department decides, and says what it would be', () => {
    const [local] = entitlements([policyOf({ regionCode: '510600' })], loanOf({}, { regionCode: null }));
    expect(local).toMatchObject({ unknowns: ['region'], subsidy: { payments: [{ amountFen: 2_175_000 }] } });
    const [decided] = entitlements([policyOf({ otherConditions: '须为专精特新企业' })], loanOf());
    expect(decided?.unknowns).toEqual(['otherConditions']);
  });

  it('together with others never pays back more interest than the firm pays; what is unknown takes nothing away', () => {
    const [first, second, third] = [policyOf({ id: 'a' }), policyOf({ id: 'b' }), policyOf({ id: 'c' })];
    const sums = (policies: readonly SupportPolicy[]) =>
      entitlements(policies, loanOf()).map(({ policy, subsidy }) => [policy.id, subsidy.payments[0]?.amountFen]);
    expect(sums([first, second, third])).toEqual([
      ['a', 2_175_000],
      ['b', 2_175_000],
    ]);
    expect(sums([{ ...first, otherConditions: '须认定' }, second, third]).map(([id]) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the cost net of subsidies', () => {
  it('golden: one million at 4.35 %, interest first, half of the interest with each instalment, costs 2.1750 %', () => {
    const { schedule } = loanOf();
    const subsidies = entitlements([policyOf({ payout: 'withInstalments' })], loanOf()).map(({ subsidy }) => subsidy);
    expect(annualisedCost(schedule, subsidies).nominalRatePpm).toBe(21_750);
  });

  it('is the rate at which the flows with the subsidy are worth nothing, and later money takes off less', () => {
    const net = (payout: SupportPolicy['payout']) =>
      annualisedCost(
        loanOf({ termMonths: 24 }).schedule,
        entitlements([policyOf({ payout })], loanOf({ termMonths: 24 })).map(each => each.subsidy),
      ).nominalRatePpm;
    expect(net('withInstalments')).toBeLessThan(net('yearly'));
    expect(net('yearly')).toBeLessThan(net('atMaturity'));
    expect(net('atMaturity')).toBeLessThan(43_500);
  });

  it('of the sheet is the total less what the subsidy takes off', () => {
    const { schedule } = loanOf({ method: 'LUMP_SUM' });
    const subsidies = entitlements([policyOf({ payout: 'atMaturity' })], loanOf({ method: 'LUMP_SUM' })).map(
      each => each.subsidy,
    );
    const sheet = costSheet(schedule, subsidies);
    expect(sheet.netRatePpm).toBe(sheet.totalRatePpm - (sheet.subsidies[0]?.annualisedRatePpm ?? 0));
    expect(sheet.netRatePpm).toBeLessThan(sheet.totalRatePpm);
  });
});

describe('a policy that a department publishes', () => {
  let world: World;
  let server: Running;
  let department: Actor;
  let firm: Firm;
  let offer: Offer;
  beforeAll(async () => {
    world = await openWorld();
    server = await serve(world);
    department = await anActor(world, 'department');
    firm = await aFirm(world);
    const bank = await anActor(world, 'bank');
    const product = await aLoanProduct(world, bank);
    offer = await anOffer(world, { firm, bank, product, demand: await aDemand(world, firm) }, offerInput(world, { fees: [] }));
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const publish = (values: Partial<SupportPolicyInput> = {}) => publishPolicy(world.contextFor(department), policyInput(values));
  const supportSeen = async () => {
    const { application } = await (await server.as(firm.actor)).data<{ application: { offers: { support: object }[] } }>(
      `query ($id: ID!) { application(id: $id) { offers { annualisedRateBps support {
        netAnnualisedRatePpm netTotalRatePpm lines { name source unknowns otherConditions amountFen firstOn lastOn } } } } }`,
      { id: offer.applicationId },
    );
    return application.offers[0]?.support;
  };

  it('stands beside the gross cost of an offer with its name, and no longer with later offers once it is ended', async () => {
    expect(await supportSeen()).toEqual({ netAnnualisedRatePpm: null, netTotalRatePpm: null, lines: [] });
    const { id, version } = await publish({ name: '小微贷款贴息', payout: 'withInstalments' });
    expect(await supportSeen()).toMatchObject({
      netAnnualisedRatePpm: 21_750,
      lines: [{ name: '小微贷款贴息', source: '德财金〔2026〕1号', unknowns: [], amountFen: expect.any(Number) }],
    });
    world.setNow(new Date(world.now().getTime() + 3_600_000));
    await endPolicy(world.contextFor(department), { id, version });
    expect(await supportSeen()).toMatchObject({ netAnnualisedRatePpm: 21_750 });
  });

  it('counts for nothing while the department has yet to decide', async () => {
    await publish({ name: '专精特新贴息', otherConditions: '须为专精特新企业', rateBps: 1_000 });
    expect(await supportSeen()).toMatchObject({
      netAnnualisedRatePpm: 21_750,
      lines: [{ unknowns: [] }, { name: '专精特新贴息', unknowns: ['otherConditions'], otherConditions: '须为专精特新企业' }],
    });
  });

  it.each<[string, string, Partial<SupportPolicyInput>]>([
    ['no name', 'name', { name: '' }],
    ['more than everything', 'rateBps', { rateBps: 10_001 }],
    ['points of more than six per cent', 'rateBps', { kind: 'interestPoints', rateBps: 601 }],
    ['a benchmark for fees', 'benchmarkBps', { kind: 'feeShare', benchmarkBps: 300 }],
    ['a last day before the first', 'validUntil', { validUntil: '2025-12-31' }],
    ['a division that there is not', 'regionCode', { regionCode: '990000' }],
  ])('is refused with %s', async (_, field, values) => {
    await expect(publish(values)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });

  it('is ended by its own department, once, at its present version', async () => {
    const { id, version } = await publish();
    const another = await anActor(world, 'department');
    await expect(endPolicy(world.contextFor(another), { id, version })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(endPolicy(world.contextFor(department), { id, version: version + 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const ended = await endPolicy(world.contextFor(department), { id, version });
    await expect(endPolicy(world.contextFor(department), { id, version: ended.version })).rejects.toMatchObject({
      details: { rule: 'supportPolicy.ended' },
    });
    await expect(endPolicy(world.contextFor(department), { id: 'none', version })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
