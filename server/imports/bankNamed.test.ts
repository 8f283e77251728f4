import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganisation } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import type { Organisation } from '../identity/tables';
import { composeUscc } from '../shared/uscc';
import { bankNamed } from './bankNamed';

let world: World;
let bank: Organisation;
beforeAll(async () => {
  world = await openWorld();
  bank = await anOrganisation(world, { kind: 'bank', name: '旌湖农村商业银行', uscc: composeUscc('91510603', 'MAJRN001') });
  await anOrganisation(world, { kind: 'bank', name: '锦川商业银行', status: 'suspended' });
  await anOrganisation(world, { kind: 'enterprise', name: '云源精密零部件有限公司' });
});
afterAll(() => world.close());

it('finds a bank by its id, its credit code and its name', async () => {
  for (const wanted of [bank.id, bank.uscc, bank.name]) expect(await bankNamed(world.db.read, wanted)).toBe(bank.id);
});

it.each([null, '旌湖', '锦川商业银行', '云源精密零部件有限公司'])(
  'says which banks there are where %s means no active one',
  async wanted => {
    await expect(bankNamed(world.db.read, wanted)).rejects.toMatchObject({
      details: { field: 'institutionId', value: wanted },
      text: { en: expect.stringMatching(/such as 旌湖农村商业银行\.$/) },
    });
  },
);
