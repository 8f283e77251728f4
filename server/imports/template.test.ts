import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anActor, anOrganisation, aUser } from '../../tests/support/identity';
import { checkedFile } from '../../tests/support/imports';
import { openWorld, type World } from '../../tests/support/world';
import { Refusal } from '../shared/refusals';
import { importOffers, importTemplate } from './template';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('what an organisation may import', () => {
  it('is every kind and class to the operator', async () => {
    const offers = await importOffers(world.contextFor(await anActor(world, 'operator')));
    expect(offers.map(({ kind }) => kind)).toEqual(['enterprises', 'invoices', 'records', 'products']);
    expect(offers.find(({ kind }) => kind === 'records')?.dataClasses).toHaveLength(33);
  });

  it('is its own products and repayments to a bank, and nothing to an auditor', async () => {
    const offers = await importOffers(world.contextFor(await anActor(world, 'bank')));
    expect(offers.map(({ kind }) => kind)).toEqual(['products', 'repayments']);
    expect(await importOffers(world.contextFor(await anActor(world, 'operator', 'auditor')))).toEqual([]);
  });

  it('is records of the classes that it supplies, and the firms of its white lists, to a department', async () => {
    const department = await anOrganisation(world, { kind: 'department', name: '德阳市税务局' });
    const offers = await importOffers(world.contextFor(actorOf(department, await aUser(world, department))));
    expect(offers.map(({ kind }) => kind)).toEqual(['records', 'whiteListFirms']);
    expect(offers[0]?.dataClasses).toContain('VAT_INVOICE_SUMMARY');
    expect(offers[0]?.dataClasses).not.toContain('WATER');
  });
});

describe('the template of a file', () => {
  it('names what must be there, alternatives in one sentence', () => {
    const { columns, needed } = importTemplate('enterprises', null);
    expect(needed.map(text => text.zh)).toEqual(['「企业名称」', '「企业代号」或「统一社会信用代码」']);
    expect(columns.find(column => column.key === 'rating')?.passedOver?.zh).toContain('没有导入');
  });

  it('of records has the fields of their class, and needs a class of the catalogue', () => {
    const { columns } = importTemplate('records', 'TAX_CREDIT_GRADE');
    expect(columns.find(column => column.headings.includes('等级'))?.isRequired).toBe(true);
    expect(columns.find(column => column.key === 'uscc')?.isRequired).toBe(false);
    expect(() => importTemplate('records', null)).toThrow(Refusal);
    expect(() => importTemplate('records', 'WEATHER')).toThrow(Refusal);
  });
});

describe('the sample of a checked file', () => {
  it('is its header and first five rows as they are written', async () => {
    const rows = [1, 2, 3, 4, 5, 6].map(number => `E${number},公司${number}`);
    const { sample } = await checkedFile(world, { kind: 'enterprises', content: ['企业代号,企业名称', ...rows, ''].join('\n') });
    expect(sample?.headings).toEqual(['企业代号', '企业名称']);
    expect(sample?.rows).toHaveLength(5);
    expect(sample?.rows[0]).toEqual(['E1', '公司1']);
  });

  it('is none where the header does not fit, and cuts long cells', async () => {
    expect((await checkedFile(world, { kind: 'enterprises', content: 'a,b\n1,2\n' })).sample).toBeNull();
    const { sample } = await checkedFile(world, { kind: 'enterprises', content: `企业代号,企业名称\nE1,${'长'.repeat(100)}\n` });
    expect(sample?.rows[0]?.[1]).toHaveLength(60);
  });
});
