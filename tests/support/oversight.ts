import { registerInsuranceContract } from '../../server/oversight/insurance/registerInsuranceContract';
import { type ReportMonthInput, reportMonth } from '../../server/oversight/reports/reportMonth';
import type { Product } from '../../server/products/tables';
import type { Actor } from '../../server/shared/actor';
import { fenPerWan } from '../../server/shared/money';
import { aFirm, type Firm } from './enterprises';
import { actorOf, anActor, anOrganisation, aUser } from './identity';
import { aPublished } from './products';
import { aTransaction, type TransactionWish } from './transactions';
import type { World } from './world';

/** Two banks, an insurer and seven firms, whose few deals can be added up by hand. */
export type SmallCity = {
  readonly near: Actor;
  readonly far: Actor;
  readonly insurer: Actor;
  readonly red: Product;
  readonly plain: Product;
  readonly cover: Product;
  readonly firms: readonly Firm[];
};

const wan = (amount: number): number => amount * fenPerWan;

/**
 * October 2021: firms 1 to 4 borrow 100 万 each of the near bank at 4 %, firms 1 to 3 as much of the far bank at 5 %.
 * November: firms 1 to 3 borrow 200 万 of the near bank by government data, firms 5 to 7 in Luojiang 100 万; firms 5 and 6
 * 300 万 of the far bank at 6 %, which are rural too. Only the near bank's product is red. Firm 1 pays back 30 万 in October, firms 2 and 3 in
 * November.
 */
export async function aSmallCity(world: World): Promise<SmallCity> {
  const [near, far] = [await aBank(world, '近邻银行'), await aBank(world, '远方银行')];
  const insurer = await anActor(world, 'insurer');
  const red = await aPublished(world, near, { name: '先锋贷', labels: ['redCredit', 'inclusive'] });
  const plain = await aPublished(world, far, { name: '惠民贷', labels: ['inclusive'] });
  const cover = await aPublished(world, insurer, insuranceTerms);
  const firms: Firm[] = [];
  for (let place = 1; place <= 7; place += 1)
    firms.push(
      await aFirm(world, { name: `德阳第${place}号企业有限公司`, uscc: `91510603MA6AAAA1${String(place).padStart(2, '0')}` }),
    );
  const lend = async (places: readonly number[], wish: Omit<TransactionWish, 'firm'>) => {
    for (const [place, firm] of firms.entries()) if (places.includes(place + 1)) await aTransaction(world, { ...wish, firm });
  };
  const redLoan = { product: red, labels: ['redCredit', 'inclusive'] as const, rateBps: 400 };
  const plainLoan = { product: plain, labels: ['inclusive'] as const };
  const october = { ...redLoan, amountFen: wan(100), disbursedOn: '2021-10-08' };
  await lend([1], { ...october, repaid: [{ on: '2021-10-31', principalFen: wan(30) }] });
  await lend([2, 3], { ...october, repaid: [{ on: '2021-11-01', principalFen: wan(30) }] });
  await lend([4], october);
  await lend([1, 2, 3], { ...plainLoan, rateBps: 500, amountFen: wan(100), disbursedOn: '2021-10-31' });
  await lend([1, 2, 3], { ...redLoan, amountFen: wan(200), disbursedOn: '2021-11-01', channel: 'governmentData' });
  await lend([5, 6, 7], { ...redLoan, amountFen: wan(100), disbursedOn: '2021-11-30', countyCode: '510604' });
  await lend([5, 6], {
    ...plainLoan,
    labels: ['inclusive', 'rural'],
    rateBps: 600,
    amountFen: wan(300),
    disbursedOn: '2021-11-15',
    countyCode: '510604',
  });
  return { near, far, insurer, red, plain, cover, firms };
}

async function aBank(world: World, name: string): Promise<Actor> {
  const organisation = await anOrganisation(world, { name });
  return actorOf(organisation, await aUser(world, organisation));
}

/** Terms of an insurance product: none of a loan. */
export const insuranceTerms = {
  name: '红色雇主责任保险',
  category: 'insurance',
  labels: ['redCredit'],
  pricing: null,
  repaymentMethods: [],
  isUnsecured: false,
  conditionsText: '以保险合同约定为准。',
} as const satisfies Parameters<typeof aPublished>[2];

export const aContract = (
  world: World,
  { insurer, cover }: Pick<SmallCity, 'insurer' | 'cover'>,
  wish: { firm: Firm; number: string; coverFen: number; startsOn?: string; endsOn?: string },
) =>
  registerInsuranceContract(world.contextFor(insurer), {
    productId: cover.id,
    uscc: wish.firm.organisation.uscc ?? '',
    number: wish.number,
    coverFen: wish.coverFen,
    premiumFen: 10_000,
    startsOn: wish.startsOn ?? '2021-06-01',
    endsOn: wish.endsOn ?? '2022-05-31',
  });

/** A month of `bank`'s, of 100 亿 deposits, 60 亿 loans and 1 亿 lent at 5 %; whatever a test cares about, it says. */
export const aMonth = (world: World, bank: Actor, values: Partial<ReportMonthInput> & { month: string }) =>
  reportMonth(world.contextFor(bank), {
    depositsFen: wan(1_000_000),
    loansFen: wan(600_000),
    newLoansFen: wan(10_000),
    newLoansWeightedRateFenBps: wan(10_000) * 500,
    directFinancingFen: 0,
    ...values,
  });
