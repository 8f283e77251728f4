import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimCompensation } from '../../server/financing/compensations/claimCompensation';
import { payCompensation } from '../../server/financing/compensations/payCompensation';
import { recordRepayment } from '../../server/financing/deals/recordRepayment';
import { measureTable } from '../../server/oversight/measures/measureTable';
import type { Actor } from '../../server/shared/actor';
import { systemActor } from '../../server/shared/actor';
import { fenPerWan } from '../../server/shared/money';
import { aDemand, aLoanProduct } from '../support/deals';
import { aFirm } from '../support/enterprises';
import { aGuarantee, aGuarantor, aScheme, guaranteeNow, paidOut } from '../support/guarantees';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let bank: Actor;
let guarantor: Actor;
const began = new Date('2026-11-23T02:00:00Z');

/** Five firms with a loan of 1,000,000 yuan each, four fifths guaranteed; one has repaid 200,000, the loans of two are lost. */
beforeAll(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  guarantor = await aGuarantor(world);
  const scheme = await aScheme(world, guarantor);
  const product = await aLoanProduct(world, bank);
  const loans = [];
  for (let place = 0; place < 5; place += 1) {
    const firm = await aFirm(world);
    const sides = { firm, bank, product, demand: await aDemand(world, firm) };
    const { application } = await aGuarantee(world, sides, { guarantor, scheme, offer: { repaymentMethod: 'INTEREST_FIRST' } });
    loans.push(await paidOut(world, sides, application.id));
  }
  const [repaid, ...lost] = loans.slice(0, 3);
  const input = { paidOn: '2026-11-23', principalFen: 20 * fenPerWan, interestFen: 0 };
  if (repaid) await recordRepayment(world.contextFor(bank), { ...repaid, input });
  world.setNow(new Date('2027-03-01T02:00:00Z'));
  for (const { applicationId } of lost) {
    const claim = await claimCompensation(world.contextFor(bank), await guaranteeNow(world, applicationId));
    await payCompensation(world.contextFor(guarantor), claim);
  }
  world.setNow(began);
});
afterAll(() => world.close());

async function total(name: string): Promise<number | string | null> {
  const context = world.contextFor(systemActor('test'));
  const { totals, rows } = await measureTable(context, { name, groupBy: [], from: '2026-11', to: '2026-11' });
  const [cell] = [...totals, ...rows];
  return cell?.isHidden ? 'hidden' : (cell?.value ?? null);
}

it('adds up what is guaranteed of the loans that run, without the risk of the bank', async () => {
  // 80 % of 800,000 and twice of 1,000,000; the two that are compensated no longer count.
  expect(await total('guaranteedBalance')).toBe(224 * fenPerWan);
});

it('hides what was compensated for fewer than three firms, and the rate that would tell it', async () => {
  expect(await total('compensationAmount')).toBe('hidden');
  expect(await total('compensationRate')).toBe('hidden');
});
