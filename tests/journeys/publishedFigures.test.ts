import { and, count, countDistinct, eq, inArray, sum } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../seeds/world';
import { verifyChain } from '../../server/audit/verify';
import { consents } from '../../server/enterprises/consents/tables';
import { needsConsent } from '../../server/enterprises/dataClasses';
import { creditRecords, recordClassCodes } from '../../server/enterprises/records/tables';
import { enterprises } from '../../server/enterprises/tables';
import { applications } from '../../server/financing/applications/tables';
import { matchedTransactions, repayments } from '../../server/financing/deals/tables';
import { financingDemands } from '../../server/financing/demands/tables';
import { offers } from '../../server/financing/offers/tables';
import { users } from '../../server/identity/tables';
import { products } from '../../server/products/tables';
import { systemActor } from '../../server/shared/actor';
import { fenPerYi } from '../../server/shared/money';
import { type Client, type Running, serve } from '../support/http';
import { openWorld, type World } from '../support/world';

/** The demo city is written once; on a busy machine that takes a while. */
const seedingMs = 600_000;
/** No figure here looks further back in the firms' files: the demo has a year of them, which takes twice as long to write. */
const months = 3;

let world: World;
let running: Running;
let regulator: Client;

beforeAll(async () => {
  world = await openWorld();
  await seedDemo(world.contextFor(systemActor('seed')), () => undefined, { size: 'city', months });
  running = await serve(world);
  const [user] = await world.db.read.select().from(users).where(eq(users.username, 'regulator'));
  if (!user) throw new Error('the demo has no regulator');
  regulator = await running.as({
    userId: user.id,
    username: user.username,
    organisationId: user.organisationId,
    organisationKind: 'regulator',
    role: user.role,
  });
}, seedingMs);

afterAll(async () => {
  await running?.close();
  await world?.close();
});

const yi = (amount: number): number => Math.round(amount * fenPerYi);

type Cell = { readonly keys: readonly (string | null)[]; readonly value: number | null; readonly isHidden: boolean };

async function measured(
  name: string,
  options: { groupBy?: readonly string[]; from?: string; to?: string } = {},
): Promise<Cell[]> {
  const { measure } = await regulator.data<{ measure: { rows: Cell[] } }>(
    `query ($name: String!, $groupBy: [MeasureDimension!]!, $from: String, $to: String) {
      measure(name: $name, groupBy: $groupBy, from: $from, to: $to) { rows { keys value isHidden } }
    }`,
    { name, groupBy: options.groupBy ?? [], from: options.from ?? null, to: options.to ?? null },
  );
  return measure.rows;
}

/** The figure itself, without a breakdown. */
const total = async (name: string, period: { from?: string; to?: string } = {}): Promise<number | null | undefined> =>
  (await measured(name, period))[0]?.value;

const byKey = (cells: readonly Cell[]): Record<string, number | null> =>
  Object.fromEntries(cells.map(({ keys, value }) => [keys[0] ?? '', value]));

describe('the published figures, read by a regulator', () => {
  it('417 products on the shelf, 359 of them new in 2021', async () => {
    expect(await total('publishedProducts')).toBe(417);
    expect(await total('newProducts', { from: '2021-01', to: '2021-12' })).toBe(359);
  });

  it('5,338 loans of 384.11 亿元 to 3,050 firms', async () => {
    expect(await total('transactionCount')).toBe(5_338);
    expect(await total('transactionAmount')).toBe(yi(384.11));
    expect(await total('transactionFirms')).toBe(3_050);
  });

  it('7.33 亿元 through the channel of government data', async () => {
    const channels = byKey(await measured('transactionAmount', { groupBy: ['channel'] }));
    expect(channels).toEqual({ governmentData: yi(7.33), direct: yi(384.11) - yi(7.33) });
  });

  it('red credit: 42 products, 63.02 亿元 in all, 53.21 亿元 owed', async () => {
    const { labelFigures } = await regulator.data(
      '{ labelFigures(label: redCredit) { products cumulative { value } balance { value } } }',
    );
    expect(labelFigures).toEqual({ products: 42, cumulative: { value: yi(63.02) }, balance: { value: yi(53.21) } });
  });

  it('red insurance: 37 products, 471 clients, cover of 87.33 亿元', async () => {
    const { insuranceFigures } = await regulator.data(
      '{ insuranceFigures(label: redCredit) { products clients { value } cover { value } } }',
    );
    expect(insuranceFigures).toEqual({ products: 37, clients: { value: 471 }, cover: { value: yi(87.33) } });
  });

  it('November 2021: deposits, loans, their growth and ratio, direct financing and the loan rate', async () => {
    const { indicators } = await regulator.data<{ indicators: { items: { measure: { name: string }; value: number }[] } }>(
      '{ indicators(month: "2021-11") { items { measure { name } value isHidden } } }',
    );
    expect(Object.fromEntries(indicators.items.map(({ measure, value }) => [measure.name, value]))).toEqual({
      deposits: yi(3_613.83),
      depositsGrowth: 1_043,
      loans: yi(2_206.87),
      loansGrowth: 1_571,
      loanToDeposit: 6_107,
      directFinancing: yi(45),
      directFinancingGrowth: 750,
      loanRate: 543,
    });
  });

  it('loans in every month since 2021 and in every county, and never a number where fewer than three firms stand', async () => {
    const months = await measured('transactionCount', { groupBy: ['month'] });
    expect(months).toHaveLength(71);
    expect(months.every(({ value, isHidden }) => isHidden || (value ?? 0) >= 3)).toBe(true);
    expect(Object.keys(byKey(await measured('transactionCount', { groupBy: ['county'] })))).toEqual([
      '510603',
      '510604',
      '510623',
      '510681',
      '510682',
      '510683',
    ]);
    expect((await measured('transactionCount', { groupBy: ['bank'] })).length).toBeGreaterThanOrEqual(20);
  });
});

describe('the city behind them', () => {
  it('has 8,000 firms with records in every class, and 417 products of at least 20 institutions', async () => {
    const { read } = world.db;
    const [firms] = await read.select({ firms: count() }).from(enterprises);
    expect(firms?.firms).toBe(8_000);
    const classes = await read.selectDistinct({ code: creditRecords.dataClass }).from(creditRecords);
    expect(recordClassCodes.filter(code => !classes.some(found => found.code === code))).toEqual([]);
    const [owners] = await read
      .select({ institutions: countDistinct(products.institutionId) })
      .from(products)
      .where(and(eq(products.kind, 'loan'), eq(products.listing, 'published')));
    expect(owners?.institutions).toBeGreaterThanOrEqual(20);
  });

  it('lacks consent or records for 10 to 30 % of each class that needs a consent', async () => {
    const { read } = world.db;
    const given = await read
      .select({ firm: consents.enterpriseId, dataClasses: consents.dataClasses })
      .from(consents)
      .where(and(eq(consents.purpose, 'matching'), eq(consents.status, 'active')));
    // What all firms have some of: a class such as customs concerns exporters alone.
    const ofAll = (
      ['TAX_PAID', 'VAT_INVOICE_SUMMARY', 'SOCIAL_INSURANCE', 'ELECTRICITY', 'WATER', 'HOUSING_FUND'] as const
    ).filter(needsConsent);
    const held = await read
      .selectDistinct({ firm: creditRecords.enterpriseId, code: creditRecords.dataClass })
      .from(creditRecords)
      .where(inArray(creditRecords.dataClass, [...ofAll]));
    for (const code of ofAll) {
      const consenting = new Set(given.flatMap(({ firm, dataClasses }) => (dataClasses.includes(code) ? [firm] : [])));
      const readable = held.filter(({ firm, code: of }) => of === code && consenting.has(firm)).length;
      const lacking = 1 - readable / 8_000;
      expect(lacking > 0.1 && lacking < 0.3, `${code}: ${lacking}`).toBe(true);
    }
  });

  it('has refused most firms somewhere or never been asked by them', async () => {
    const { read } = world.db;
    const refused = await read
      .selectDistinct({ firm: applications.enterpriseId })
      .from(applications)
      .where(inArray(applications.state, ['declined', 'rejected']));
    const [asked] = await read.select({ firms: countDistinct(applications.enterpriseId) }).from(applications);
    expect(refused.length + 8_000 - (asked?.firms ?? 0)).toBeGreaterThan(4_000);
  });

  it('reached each loan through a demand, an application and an offer that say the same', async () => {
    const { read } = world.db;
    const rows = await read
      .select({ loan: matchedTransactions, application: applications, offer: offers, demand: financingDemands })
      .from(matchedTransactions)
      .innerJoin(applications, eq(applications.id, matchedTransactions.applicationId))
      .innerJoin(offers, eq(offers.id, matchedTransactions.offerId))
      .innerJoin(financingDemands, eq(financingDemands.id, matchedTransactions.demandId));
    expect(rows).toHaveLength(5_338);
    for (const { loan, application, offer, demand } of rows) {
      expect([application.state, offer.state, demand.state]).toEqual(['disbursed', 'accepted', 'fulfilled']);
      expect([offer.amountFen, application.amountFen, demand.amountFen]).toEqual([
        loan.amountFen,
        loan.amountFen,
        loan.amountFen,
      ]);
      expect([application.channel, offer.rateBps]).toEqual([loan.channel, loan.rateBps]);
      expect(demand.createdAt <= application.submittedAt && application.submittedAt <= offer.createdAt).toBe(true);
    }
  });

  it('is owed no less than nothing on any loan', async () => {
    const { read } = world.db;
    const repaid = await read
      .select({ id: repayments.transactionId, fen: sum(repayments.principalFen).mapWith(Number) })
      .from(repayments)
      .groupBy(repayments.transactionId);
    const amounts = await read
      .select({ id: matchedTransactions.id, fen: matchedTransactions.amountFen })
      .from(matchedTransactions);
    const lent = new Map(amounts.map(({ id, fen }) => [id, fen]));
    expect(repaid.filter(({ id, fen }) => fen > (lent.get(id) ?? 0))).toEqual([]);
  });

  it('has its whole history in an unbroken audit chain, every disbursement among it', async () => {
    const { checked, broken } = await verifyChain(world.db.read);
    expect(broken).toBeNull();
    expect(checked).toBeGreaterThan(50_000);
  });
});
