import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { aContract, insuranceTerms } from '../../../tests/support/oversight';
import { aPublished } from '../../../tests/support/products';
import { openWorld, type World } from '../../../tests/support/world';
import type { Product } from '../../products/tables';
import type { Actor } from '../../shared/actor';
import { listInsuranceContracts } from './queries';

let world: World;
let insurer: Actor;
let cover: Product;
let firm: Firm;
beforeAll(async () => {
  world = await openWorld();
  insurer = await anActor(world, 'insurer');
  cover = await aPublished(world, insurer, insuranceTerms);
  firm = await aFirm(world, { uscc: '91510603MA6AAAA105' });
});
afterAll(() => world.close());

const contracts = (actor: Actor) => listInsuranceContracts(world.contextFor(actor), { page: 1, perPage: 25 });
const refused = (code: string, rule?: string) => ({ code, details: rule ? { rule } : {} });

describe('registerInsuranceContract', () => {
  it('keeps a contract with the firm of that code, for its insurer alone to read', async () => {
    const contract = await aContract(world, { insurer, cover }, { firm, number: 'A1', coverFen: 1 });
    expect(contract).toMatchObject({ enterpriseId: firm.id, productId: cover.id, insurerId: insurer.organisationId });
    expect((await contracts(insurer)).items).toEqual([contract]);
    expect((await contracts(await anActor(world, 'insurer'))).total).toBe(0);
  });

  it.each<[string, Partial<Parameters<typeof aContract>[2]>, string, string]>([
    ['a number registered before', { number: 'A1' }, 'CONFLICT', 'number.unique'],
    ['no cover', { coverFen: 0 }, 'INVALID_INPUT', 'coverFen.min'],
    ['an end before the beginning', { startsOn: '2026-02-02', endsOn: '2026-02-01' }, 'INVALID_INPUT', 'endsOn.inverted'],
    ['a day that does not exist', { startsOn: '2026-02-30' }, 'INVALID_INPUT', 'date.form'],
  ])('refuses %s', async (_, values, code, rule) => {
    const wish = { firm, number: 'A2', coverFen: 1, ...values };
    await expect(aContract(world, { insurer, cover }, wish)).rejects.toMatchObject(refused(code, rule));
  });

  it('refuses a firm that is not on the platform', async () => {
    const stranger = await aFirm(world, { uscc: '91510604MA6BBBB248', status: 'pending' });
    await expect(aContract(world, { insurer, cover }, { firm: stranger, number: 'A3', coverFen: 1 })).rejects.toMatchObject(
      refused('INVALID_INPUT', 'uscc.registered'),
    );
  });

  it("knows nothing of another insurer's product, nor of a loan", async () => {
    const rival = await anActor(world, 'insurer');
    const loan = await aPublished(world, await anActor(world, 'bank'));
    const wish = { firm, number: 'A4', coverFen: 1 };
    await expect(aContract(world, { insurer: rival, cover }, wish)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(aContract(world, { insurer, cover: loan }, wish)).rejects.toMatchObject(refused('NOT_FOUND'));
  });

  it.each(['bank', 'operator', 'enterprise'] as const)('refuses a user of an organisation of kind %s', async kind => {
    const other = await anActor(world, kind);
    await expect(aContract(world, { insurer: other, cover }, { firm, number: 'A5', coverFen: 1 })).rejects.toMatchObject(
      refused('NOT_ALLOWED', 'contract.insurer'),
    );
  });
});
