import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aDemand,
  aLoanProduct,
  anAssessedApplication,
  applicationNow,
  offerInput,
  type Sides,
} from '../../../tests/support/deals';
import { aFirm } from '../../../tests/support/enterprises';
import { aGuarantor, aPool, guaranteeNow, paidOut } from '../../../tests/support/guarantees';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { Actor } from '../../shared/actor';
import { fenPerWan } from '../../shared/money';
import { agreeCollateralValue, appraiseCollateral, registerPledge, releaseCollateral } from '../collateral/changeCollateral';
import { collateralsOf, loanToValueBps } from '../collateral/queries';
import { stateCollateral } from '../collateral/stateCollateral';
import { claimCompensation } from '../compensations/claimCompensation';
import { payCompensation } from '../compensations/payCompensation';
import { partsOf } from '../compensations/queries';
import { recordRecovery } from '../compensations/recordRecovery';
import { disburse } from '../deals/disburse';
import { acceptOffer } from '../offers/acceptOffer';
import { makeOffer } from '../offers/makeOffer';
import { createScheme } from '../riskSharing/createScheme';
import { balancesOf } from '../riskSharing/pools';
import { approveGuarantee } from './decideGuarantee';
import { guaranteeById } from './queries';
import { requestGuarantee } from './requestGuarantee';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const nowAt = async (id: string) => at(await applicationNow(world, id));
const wan = fenPerWan;

it('six parties (政企银交担保) carry one rural loan from the application to its loss and what comes back', async () => {
  const [government, exchange] = [await anActor(world, 'department'), await anActor(world, 'department')];
  const [guarantor, insurer] = [await aGuarantor(world), await anActor(world, 'insurer')];
  const pool = await aPool(world, government);
  const scheme = await createScheme(as(await anActor(world, 'operator')), {
    name: '「政企银交担保」六方',
    parties: [
      { role: 'government', organisationId: government.organisationId, poolId: pool.id, shareBps: 2000 },
      { role: 'enterprise', shareBps: 0 },
      { role: 'bank', shareBps: 2000 },
      { role: 'exchange', organisationId: exchange.organisationId, shareBps: 0 },
      { role: 'guarantor', organisationId: guarantor.organisationId, shareBps: 4000 },
      { role: 'insurer', organisationId: insurer.organisationId, shareBps: 2000 },
    ],
    guaranteeFeeBps: 50,
    premiumBps: 60,
    overdueDays: 60,
  });
  const firm = await aFirm(world);
  const bank = await anActor(world, 'bank');
  const product = await aLoanProduct(world, bank, { securities: ['LAND_MANAGEMENT_RIGHT'], isUnsecured: false });
  const sides: Sides = { firm, bank, product, demand: await aDemand(world, firm) };

  // The firm states its land-management right, the bank has it valued, and says every fee before it offers.
  const { id, version } = await anAssessedApplication(world, sides);
  const land = await stateCollateral(as(firm.actor), {
    applicationId: id,
    input: {
      kind: 'LAND_MANAGEMENT_RIGHT',
      name: '孝泉镇 320 亩土地经营权',
      certificate: '川农地经〔2026〕第0107号',
      statedFen: 180 * wan,
    },
  });
  const appraisal = { appraiser: '德阳农评资产评估', appraisedOn: '2026-11-20', valueFen: 150 * wan, feeFen: 300_000 };
  const valued = await appraiseCollateral(as(bank), { ...at(land), input: appraisal });
  await expect(agreeCollateralValue(as(firm.actor), at(valued))).rejects.toMatchObject({ code: 'CONFLICT' });
  const input = offerInput(world, {
    repaymentMethod: 'INTEREST_FIRST',
    securities: ['LAND_MANAGEMENT_RIGHT'],
    schemeTermsId: scheme.currentTermsId,
    fees: [
      { kind: 'appraisal', chargedBy: 'thirdParty', paidBy: 'enterprise', timing: 'once', amountFen: 300_000 },
      { kind: 'registration', chargedBy: 'thirdParty', paidBy: 'institution', timing: 'once', amountFen: 8_000 },
    ],
  });
  await expect(makeOffer(as(bank), { id, version, input: { ...input, fees: [] } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: expect.objectContaining({ rule: 'fees.ofPledge' }),
  });
  const offer = await makeOffer(as(bank), { id, version, input });
  expect(offer.fees.map(({ kind }) => kind)).toEqual(['appraisal', 'registration', 'guarantee', 'insurance']);
  await acceptOffer(as(firm.actor), at(offer));

  // Guarantor and insurer both have to agree; the one who comes first grants nothing yet.
  await requestGuarantee(as(bank), await nowAt(id));
  const seen = await Promise.all(
    [government, exchange, guarantor, insurer, bank, firm.actor].map(actor => guaranteeById(as(actor), id)),
  );
  expect(seen.map(({ state }) => state)).toEqual(Array(6).fill('pending'));
  const half = await approveGuarantee(as(guarantor), { ...at(await guaranteeNow(world, id)), affiliates: [] });
  expect((await applicationNow(world, id)).state).toBe('guaranteePending');
  const whole = await approveGuarantee(as(insurer), { ...at(half), affiliates: [] });
  expect((await applicationNow(world, id)).state).toBe('approved');
  expect(whole.sharesHash).not.toBeNull();

  // The money waits for the register of the exchange.
  await expect(paidOut(world, sides, id)).rejects.toMatchObject({
    details: expect.objectContaining({ rule: 'disburse.pledge' }),
  });
  const registration = {
    registry: '德阳农村产权交易中心',
    registrationNumber: '德农交登 2026-0107',
    registeredOn: '2026-11-23',
    feeFen: 1,
  };
  await expect(registerPledge(as(bank), { ...at(valued), input: registration })).rejects.toMatchObject({
    details: expect.objectContaining({ rule: 'fees.notSaid' }),
  });
  const registered = await registerPledge(as(bank), { ...at(valued), input: { ...registration, feeFen: 0 } });
  const [pledged = []] = await collateralsOf(world.db.read, [id]);
  expect(loanToValueBps(100 * wan, pledged)).toBe(6667);
  const loan = await disburse(as(bank), { ...(await nowAt(id)), input: { disbursedOn: '2026-11-23' } });
  expect((await guaranteeById(as(exchange), id)).state).toBe('inForce');
  await expect(releaseCollateral(as(bank), at(registered))).rejects.toMatchObject({
    details: expect.objectContaining({ rule: 'collateral.stillOwed' }),
  });

  // Nothing is repaid: the bank claims, the loss falls on all who share it, and what the land brings flows back.
  world.setNow(new Date('2027-03-01T02:00:00Z'));
  const claim = await claimCompensation(as(bank), at(await guaranteeNow(world, id)));
  const paid = await payCompensation(as(guarantor), at(claim));
  const parts = async () =>
    (await partsOf(world.db.read, paid.id)).map(({ role, paidFen, recoveredFen }) => [role, paidFen / wan, recoveredFen / wan]);
  expect(await parts()).toEqual([
    ['government', 20, 0],
    ['enterprise', 0, 0],
    ['bank', 20, 0],
    ['exchange', 0, 0],
    ['guarantor', 40, 0],
    ['insurer', 20, 0],
  ]);
  expect(await balancesOf(world.db.read, [pool.id])).toEqual([480 * wan]);
  await recordRecovery(as(bank), {
    ...at(paid),
    input: { amountFen: 60 * wan, recoveredOn: '2027-03-01', note: '经营权流转所得' },
  });
  expect(await parts()).toEqual([
    ['government', 20, 12],
    ['enterprise', 0, 0],
    ['bank', 20, 12],
    ['exchange', 0, 0],
    ['guarantor', 40, 24],
    ['insurer', 20, 12],
  ]);
  expect(await balancesOf(world.db.read, [pool.id])).toEqual([492 * wan]);
  expect(loan.amountFen).toBe(100 * wan);
});
