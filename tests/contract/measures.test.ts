import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewLoans } from '../../server/financing/deals/reviewLoans';
import { indicatorsOf } from '../../server/oversight/figures/indicators';
import { insuranceFigures } from '../../server/oversight/figures/insuranceFigures';
import { labelFigures } from '../../server/oversight/figures/labelFigures';
import { type MeasureCell, measureTable } from '../../server/oversight/measures/measureTable';
import type { Actor } from '../../server/shared/actor';
import { systemActor } from '../../server/shared/actor';
import { fenPerWan } from '../../server/shared/money';
import { anActor } from '../support/identity';
import { aContract, aMonth, aSmallCity, type SmallCity } from '../support/oversight';
import { openWorld, type World } from '../support/world';

let world: World;
let city: SmallCity;
beforeAll(async () => {
  world = await openWorld();
  city = await aSmallCity(world);
});
afterAll(() => world.close());

const context = () => world.contextFor(systemActor('test'));

/** Each cell as `label, label: value`, hidden ones as `?`; totals last. */
async function shown(name: string, groupBy: readonly string[], period: { from?: string; to?: string } = autumn) {
  const { rows, totals } = await measureTable(context(), { name, groupBy, ...period });
  const line = ({ labels, value, isHidden }: MeasureCell) =>
    `${labels.map(({ en }) => en).join(', ')}: ${isHidden ? '?' : value}`.replace(/^: /, '');
  return [...rows, ...totals].map(line);
}

const autumn = { from: '2021-10', to: '2021-11' };
const wan = (amount: number): number => amount * fenPerWan;

describe('loans outstanding', () => {
  it('are what is owed of the running loans, and their non-performing share follows the classes', async () => {
    expect(await shown('loanBalance', ['bank'])).toEqual([
      `近邻银行: ${wan(1_210)}`,
      `远方银行: ${wan(900)}`,
      `Total: ${wan(2_110)}`,
    ]);
    expect(await shown('nonPerformingRatio', [])).toEqual(['0']);
    // All of them matured in 2022 and most was never repaid.
    await reviewLoans(context());
    expect(await shown('nonPerformingRatio', [])).toEqual(['10000']);
  });
});

describe('matched transactions', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['transactionCount', [], ['15']],
    ['transactionAmount', [], [String(wan(2_200))]],
    ['transactionFirms', [], ['7']],
    // (400 × 4 % + 300 × 5 % + 900 × 4 % + 600 × 6 %) / 2200 = 4.681… %
    ['transactionRate', [], ['468']],
    ['transactionCount', ['month'], ['2021-10: 7', '2021-11: 8', 'Total: 15']],
    ['transactionAmount', ['month'], [`2021-10: ${wan(700)}`, `2021-11: ${wan(1_500)}`, `Total: ${wan(2_200)}`]],
    ['transactionFirms', ['month'], ['2021-10: 4', '2021-11: 6', 'Total: 7']],
    ['transactionRate', ['month'], ['2021-10: 443', '2021-11: 480', 'Total: 468']],
    ['transactionCount', ['bank'], ['近邻银行: 10', '远方银行: 5', 'Total: 15']],
    [
      'transactionAmount',
      ['county'],
      [`Jingyang District: ${wan(1_300)}`, `Luojiang District: ${wan(900)}`, `Total: ${wan(2_200)}`],
    ],
    ['transactionAmount', ['channel'], [`Government data: ${wan(600)}`, `Direct: ${wan(1_600)}`, `Total: ${wan(2_200)}`]],
    // Complaint 12: reports lack the product dimension.
    ['transactionAmount', ['category'], [`Tax-based loan: ${wan(2_200)}`, `Total: ${wan(2_200)}`]],
  ])('%s by %j', async (name, groupBy, expected) => {
    expect(await shown(name, groupBy)).toEqual(expected);
  });

  it('shows a true zero where nothing happened, and an unknown rate there', async () => {
    const byCounty = await shown('transactionCount', ['month', 'county']);
    expect(byCounty).toEqual([
      '2021-10, Jingyang District: 7',
      '2021-10, Luojiang District: 0',
      '2021-11, Jingyang District: 3',
      '2021-11, Luojiang District: 5',
      '2021-10, Total: 7',
      '2021-11, Total: 8',
      'Total, Jingyang District: 10',
      'Total, Luojiang District: 5',
      'Total, Total: 15',
    ]);
    expect(await shown('transactionRate', ['month', 'county'])).toContain('2021-10, Luojiang District: null');
  });

  it('hides the cell of two firms, and the three without which it could be subtracted', async () => {
    expect(await shown('transactionCount', ['month', 'bank'])).toEqual([
      '2021-10, 近邻银行: ?',
      '2021-10, 远方银行: ?',
      '2021-11, 近邻银行: ?',
      '2021-11, 远方银行: ?',
      '2021-10, Total: 7',
      '2021-11, Total: 8',
      'Total, 近邻银行: 10',
      'Total, 远方银行: 5',
      'Total, Total: 15',
    ]);
  });

  it('hides the rate where it hides the amount, and answers a hidden cell with null', async () => {
    const [amounts, rates] = await Promise.all(
      ['transactionAmount', 'transactionRate'].map(name =>
        measureTable(context(), { name, groupBy: ['month', 'bank'], ...autumn }),
      ),
    );
    const hiddenIn = (table: typeof amounts) => table?.rows.filter(row => row.isHidden).map(row => row.keys);
    expect(hiddenIn(amounts)).toEqual(hiddenIn(rates));
    expect(amounts?.rows.map(row => row.value)).toEqual([null, null, null, null]);
    expect(amounts?.hiddenCells).toBe(4);
  });

  it('hides labels one by one, since labels overlap', async () => {
    expect(await shown('transactionCount', ['label'])).toEqual(['Rural: ?', 'Red credit: 10', 'Inclusive: 15', 'Total: 15']);
  });

  it('begins with the first month that has anything when no beginning is given, and shows every month since', async () => {
    const { rows, period } = await measureTable(context(), { name: 'transactionCount', groupBy: ['month'], to: '2022-01' });
    expect(period).toEqual({ from: '2021-10', to: '2022-01' });
    expect(rows.map(row => row.value)).toEqual([7, 8, 0, 0]);
  });
});

describe('a page of measures', () => {
  it('asks the database once for count, amount, firms and rate of the same cells', async () => {
    const names = ['transactionCount', 'transactionAmount', 'transactionFirms', 'transactionRate'];
    const ask = (wanted: readonly string[]) =>
      Promise.all(wanted.map(name => measureTable(context(), { name, groupBy: ['month'], ...autumn })));
    const one = await world.counting(() => ask(names.slice(0, 1)));
    const all = await world.counting(() => ask(names));
    expect(all.statements).toHaveLength(one.statements.length);
    expect(all.result.map(({ rows }) => rows[0]?.value)).toEqual([7, wan(700), 4, 443]);
  });
});

describe('products', () => {
  it('counts loans on the shelf, by bank and by label, and no insurance', async () => {
    expect(await shown('publishedProducts', [])).toEqual(['2']);
    expect(await shown('publishedProducts', ['bank'])).toEqual(['近邻银行: 1', '远方银行: 1', 'Total: 2']);
    expect(await shown('publishedProducts', ['label'])).toEqual(['Red credit: 1', 'Inclusive: 2', 'Total: 2']);
  });

  it('counts products in the month of their first publication, to its edges', async () => {
    expect(await shown('newProducts', ['month'], { from: '2026-10', to: '2026-11' })).toEqual([
      '2026-10: 0',
      '2026-11: 2',
      'Total: 2',
    ]);
    expect(await shown('newProducts', [], { from: '2026-01', to: '2026-10' })).toEqual(['0']);
    expect(await shown('newProducts', ['month', 'label'], { from: '2026-11', to: '2026-11' })).toContain('2026-11, Inclusive: 2');
  });
});

describe('labelFigures', () => {
  const figure = (value: number) => ({ value, isHidden: false });
  const hidden = { value: null, isHidden: true };

  it('adds up what was lent under a label and what is still owed', async () => {
    expect(await labelFigures(context(), { label: 'redCredit', month: '2021-11' })).toEqual({
      label: 'redCredit',
      month: '2021-11',
      products: 1,
      transactions: figure(10),
      firms: figure(7),
      cumulative: figure(wan(1_300)),
      balance: figure(wan(1_210)),
    });
  });

  it('hides the balance while one firm alone has paid back: subtracting would tell how much', async () => {
    expect(await labelFigures(context(), { label: 'redCredit', month: '2021-10' })).toMatchObject({
      cumulative: figure(wan(400)),
      balance: hidden,
    });
  });

  it('knows of a label that nothing was lent under', async () => {
    expect(await labelFigures(context(), { label: 'green', month: '2021-11' })).toMatchObject({
      products: 0,
      transactions: figure(0),
      cumulative: figure(0),
      balance: figure(0),
    });
  });
});

describe('insuranceFigures', () => {
  it('counts products, distinct clients and cover, and hides what two firms alone would make', async () => {
    const [first, second, third, fourth] = city.firms;
    if (!first || !second || !third || !fourth) throw new Error('seven firms');
    const year = { startsOn: '2021-06-01', endsOn: '2022-05-31' };
    await aContract(world, city, { firm: first, number: 'A1', coverFen: wan(100), ...year });
    await aContract(world, city, { firm: second, number: 'A2', coverFen: wan(100), ...year });
    const of = (month: string) => insuranceFigures(context(), { label: 'redCredit', month });
    expect(await of('2021-05')).toMatchObject({ products: 1, clients: { value: 0 }, cover: { value: 0 } });
    expect(await of('2021-06')).toMatchObject({ clients: { isHidden: true }, cover: { isHidden: true } });
    await aContract(world, city, { firm: third, number: 'A3', coverFen: wan(100), ...year });
    await aContract(world, city, { firm: fourth, number: 'A4', coverFen: wan(50), startsOn: '2021-07-01', endsOn: '2022-06-30' });
    await aContract(world, city, { firm: first, number: 'A5', coverFen: wan(20), startsOn: '2021-07-01', endsOn: '2022-06-30' });
    expect(await of('2021-07')).toEqual({
      label: 'redCredit',
      month: '2021-07',
      products: 1,
      clients: { value: 4, isHidden: false },
      cover: { value: wan(370), isHidden: false },
      clientsInForce: { value: 4, isHidden: false },
      coverInForce: { value: wan(370), isHidden: false },
    });
    // The first three contracts have ended: two firms are left, and only the total may be shown.
    expect(await of('2022-06')).toMatchObject({
      clients: { value: 4, isHidden: false },
      clientsInForce: { value: null, isHidden: true },
      cover: { value: wan(370), isHidden: false },
      coverInForce: { value: null, isHidden: true },
    });
    expect(await insuranceFigures(context(), { label: 'green', month: '2021-07' })).toMatchObject({
      products: 0,
      clients: { value: 0 },
    });
  });
});

describe('indicators', () => {
  const indicatorIn = async (name: string, month: string) =>
    (await indicatorsOf(context(), month)).items.find(({ measure }) => measure.name === name);

  it('adds up what banks reported, compares it with the year before, and says who is missing', async () => {
    const others: Actor[] = [];
    for (let bank = 0; bank < 2; bank += 1) others.push(await anActor(world, 'bank'));
    const reporters = [city.near, city.far, ...others];
    for (const bank of reporters) {
      await aMonth(world, bank, { month: '2020-11', directFinancingFen: wan(10_000) });
      await aMonth(world, bank, {
        month: '2021-11',
        depositsFen: wan(1_100_000),
        loansFen: wan(700_000),
        newLoansWeightedRateFenBps: wan(10_000) * (bank === city.near ? 620 : 500),
        directFinancingFen: wan(10_750),
      });
    }
    const { items, banksReported, banksAtWork } = await indicatorsOf(context(), '2021-11');
    expect(Object.fromEntries(items.map(({ measure, value }) => [measure.name, value]))).toEqual({
      deposits: wan(4_400_000),
      depositsGrowth: 1_000,
      loans: wan(2_800_000),
      loansGrowth: 1_667,
      loanToDeposit: 6_364,
      directFinancing: wan(43_000),
      directFinancingGrowth: 750,
      loanRate: 530,
    });
    expect([banksReported, banksAtWork]).toEqual([4, 4]);
  });

  it('has no value, and hides none, for a month that nobody reported or that has no year before', async () => {
    expect(await indicatorIn('deposits', '2021-10')).toMatchObject({ value: null, isHidden: false });
    expect(await indicatorIn('depositsGrowth', '2020-11')).toMatchObject({ value: null, isHidden: false });
  });

  it('hides what two banks alone have reported, and growth over it', async () => {
    for (const bank of [city.near, city.far]) await aMonth(world, bank, { month: '2021-12' });
    for (const bank of [city.near, city.far, await anActor(world, 'bank')]) await aMonth(world, bank, { month: '2022-12' });
    expect(await indicatorIn('deposits', '2021-12')).toMatchObject({ value: null, isHidden: true });
    expect(await indicatorIn('deposits', '2022-12')).toMatchObject({ isHidden: false });
    expect(await indicatorIn('depositsGrowth', '2022-12')).toMatchObject({ value: null, isHidden: true });
    expect(await shown('deposits', ['month'], { from: '2021-11', to: '2022-01' })).toEqual([
      `2021-11: ${wan(4_400_000)}`,
      '2021-12: ?',
      '2022-01: null',
    ]);
  });
});

describe('a question', () => {
  it.each<[string, Parameters<typeof measureTable>[1], string, string]>([
    ['an unknown measure', { name: 'firms', groupBy: [] }, 'name', 'measure.unknown'],
    ['a breakdown by firm', { name: 'transactionCount', groupBy: ['enterprise'] }, 'groupBy', 'groupBy.unknown'],
    ['a breakdown the measure lacks', { name: 'deposits', groupBy: ['bank'] }, 'groupBy', 'groupBy.unknown'],
    [
      'two breakdowns without the month',
      { name: 'transactionCount', groupBy: ['bank', 'county'] },
      'groupBy',
      'groupBy.combination',
    ],
    ['the same twice', { name: 'transactionCount', groupBy: ['month', 'month'] }, 'groupBy', 'groupBy.combination'],
    ['a day for a month', { name: 'transactionCount', groupBy: [], from: '2021-11-01' }, 'from', 'month.form'],
    ['a thirteenth month', { name: 'transactionCount', groupBy: [], to: '2021-13' }, 'to', 'month.form'],
    [
      'an end before the beginning',
      { name: 'transactionCount', groupBy: [], from: '2021-12', to: '2021-11' },
      'from',
      'period.inverted',
    ],
    ['more than twenty years', { name: 'transactionCount', groupBy: [], from: '2001-12', to: '2021-12' }, 'from', 'period.long'],
  ])('is refused for %s', async (_, question, field, rule) => {
    await expect(measureTable(context(), question)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field, rule } });
  });
});
