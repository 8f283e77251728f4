import { and, asc, eq } from 'drizzle-orm';
import { record } from '../../server/audit/record';
import type { ActorContext } from '../../server/context';
import { organisations } from '../../server/identity/tables';
import { type InsuranceContract, insuranceContracts } from '../../server/oversight/insurance/tables';
import { createProduct } from '../../server/products/createProduct';
import { publishProduct } from '../../server/products/publishProduct';
import { submitProduct } from '../../server/products/submitProduct';
import type { TermsInput } from '../../server/products/termsShape';
import { addDays, addMonths, type CalendarDate, calendarDate } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { asOf, inOneUnit } from '../contexts';
import type { SeededFirm } from '../enterprises/seedEnterprises';
import { Random } from '../random';
import type { CityFigures } from './figures';
import { roundAmounts } from './shares';
import { momentOf, Workdays } from './workdays';

/** The risks that red insurance covers; each insurer has a product for some of them. */
const covers = [
  { name: '雇主责任保险', audience: '党建共建企业的职工', mostWan: 5_000 },
  { name: '安全生产责任保险', audience: '生产经营单位', mostWan: 8_000 },
  { name: '产品质量责任保险', audience: '制造和食品企业', mostWan: 6_000 },
  { name: '种植收入保险', audience: '家庭农场和农民专业合作社', mostWan: 3_000 },
  { name: '养殖保险', audience: '养殖企业和合作社', mostWan: 3_000 },
  { name: '公众责任保险', audience: '商贸和餐饮企业', mostWan: 4_000 },
  { name: '营业中断保险', audience: '中小微企业', mostWan: 6_000 },
  { name: '环境污染责任保险', audience: '化工和制造企业', mostWan: 8_000 },
  { name: '关键设备损失保险', audience: '装备制造企业', mostWan: 8_000 },
  { name: '研发费用损失保险', audience: '科技型企业', mostWan: 5_000 },
] as const;

const firstDay = calendarDate('2020-05-11');
const lastDay = calendarDate('2021-11-12');
/** The largest cover of one contract, in 万元: what the least generous product offers. */
const coverWanMax = 3_000;
/** Contracts for each hundred insured firms: some have two. */
const contractsPerHundred = 120;

/**
 * Writes the red-insurance products of the insurers, through the same commands as they and the operator would use, and
 * their contracts with firms: as many products and distinct firms and as much cover as the figures say.
 */
export async function seedInsurance(
  context: ActorContext,
  { figures, firms, seed }: { figures: CityFigures; firms: readonly SeededFirm[]; seed: number },
): Promise<void> {
  const insurers = await context.db.read
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, 'insurer'), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.createdAt), asc(organisations.id));
  if (insurers.length === 0) throw new Error('insurance needs an active insurer: seed identity first');
  const random = new Random(seed);
  await inOneUnit(context, async inside => {
    const products: Offered[] = [];
    for (let place = 0; place < figures.insuranceProducts; place += 1) {
      const insurerId = insurers[place % insurers.length]?.id ?? '';
      products.push({ insurerId, id: await seedInsuranceProduct(inside, { insurerId, place, of: figures.insuranceProducts }) });
    }
    const contracts = drawContracts(context, { figures, firms, products, random });
    await inside.db.write(async tx => {
      await tx.insertMany(insuranceContracts, contracts);
      await record(tx, context, {
        verb: 'seedInsurance',
        subject: { kind: 'insuranceContract', id: `${contracts[0]?.number}…${contracts.at(-1)?.number}` },
        details: { products: products.length, contracts: contracts.length },
      });
    });
  });
}

type Offered = { readonly id: string; readonly insurerId: string };

async function seedInsuranceProduct(
  context: ActorContext,
  { insurerId, place, of }: { insurerId: string; place: number; of: number },
): Promise<string> {
  const span = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000;
  const publishedOn = Workdays.before(addDays(firstDay, Math.round((span * place) / of)), 0);
  const on = (daysBefore: number, part: number): ActorContext =>
    asOf(context, momentOf(Workdays.before(publishedOn, daysBefore), part));
  const asInsurer = (given: ActorContext): ActorContext => ({
    ...given,
    actor: { ...given.actor, organisationId: insurerId, organisationKind: 'insurer', role: 'officer' },
  });
  const drawnUp = await createProduct(asInsurer(on(7, 0.2)), {
    ...termsOf(place),
    code: `B${String(place + 1).padStart(3, '0')}`,
  });
  const handedIn = await submitProduct(asInsurer(on(4, 0.4)), { id: drawnUp.id, version: drawnUp.version });
  const published = await publishProduct(on(0, 0.6), { id: handedIn.id, version: handedIn.version });
  return published.id;
}

function termsOf(place: number): TermsInput {
  const cover = covers[place % covers.length];
  if (!cover) throw new RangeError(`no cover for insurance product ${place}`);
  const plan = ['', '·先锋版', '·园区版', '·乡村版'][Math.floor(place / covers.length) % 4];
  return {
    name: `红色${cover.name}${plan}`,
    category: 'insurance',
    labels: ['redCredit'],
    amountFenMin: 5 * fenPerWan,
    amountFenMax: cover.mostWan * fenPerWan,
    termMonthsMin: 12,
    termMonthsMax: 12,
    regionCodes: ['510600'],
    documents: ['营业执照', '投保单'],
    rule: {
      all: [
        { attr: 'registrationStatus', op: 'in', value: ['IN_OPERATION'] },
        { attr: 'onSeriousDishonestyList', op: 'is', value: false },
      ],
    },
    audienceText: cover.audience,
    introduction: `面向${cover.audience}的${cover.name}，最高保额${cover.mostWan}万元，保险期间一年。`,
    conditionsText: '投保前须完成风险查勘；以保险合同约定为准。',
    contact: { name: '普惠保险部', phone: null, address: '德阳市旌阳区' },
  };
}

/** Contracts of one year that are in force today: every firm has one, one in five a second. */
function drawContracts(
  context: ActorContext,
  {
    figures,
    firms,
    products,
    random,
  }: { figures: CityFigures; firms: readonly SeededFirm[]; products: readonly Offered[]; random: Random },
): InsuranceContract[] {
  const insured = firms
    .map(firm => ({ firm, tie: random.next() }))
    .sort((a, b) => a.tie - b.tie)
    .slice(0, figures.insured)
    .map(({ firm }) => firm);
  const second = Math.floor((figures.insured * (contractsPerHundred - 100)) / 100);
  const holders = [...insured, ...insured.slice(0, second)];
  const amounts = roundAmounts(
    figures.coverWan,
    holders.map(() => Math.exp(0.9 * random.normal())),
    coverWanMax,
  );
  return holders
    .map((firm, place) => ({
      firm,
      coverWan: amounts[place] ?? 0,
      product: products[place % products.length],
      startsOn: startOf(context.today, random),
    }))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))
    .map(({ firm, coverWan, product, startsOn }, place) => ({
      id: context.newId(),
      productId: product?.id ?? '',
      insurerId: product?.insurerId ?? '',
      enterpriseId: firm.id,
      number: `HX${startsOn.slice(0, 4)}${String(place + 1).padStart(5, '0')}`,
      coverFen: coverWan * fenPerWan,
      premiumFen: Math.round((coverWan * fenPerWan * random.between(8, 45)) / 10_000 / 100) * 100,
      startsOn,
      endsOn: addDays(addMonths(startsOn, 12), -1),
      registeredAt: momentOf(Workdays.before(startsOn, 1), random.next()),
    }));
}

const startOf = (today: CalendarDate, random: Random): CalendarDate => addDays(today, -random.whole(3, 340));
