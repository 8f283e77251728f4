import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aDemand,
  aLoanProduct,
  anAcceptedOffer,
  applicationNow,
  offerInput,
  offerNow,
  type Sides,
} from '../../../tests/support/deals';
import { aFirm } from '../../../tests/support/enterprises';
import {
  aGuarantee,
  aGuarantor,
  aPool,
  aRequestedGuarantee,
  aScheme,
  paidOut,
  schemeInput,
} from '../../../tests/support/guarantees';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { messages } from '../../messages/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { fenPerWan } from '../../shared/money';
import type { RefusalCode } from '../../shared/refusals';
import { verbsOnApplication } from '../applications/access';
import { approveApplication } from '../applications/approveApplication';
import { withdrawApplication } from '../applications/withdrawApplication';
import { clocksOf } from '../clock/queries';
import { amendApproval } from '../offers/amendApproval';
import { reckoned } from '../offers/figures';
import { closeScheme, reviseScheme } from '../riskSharing/changeScheme';
import { createScheme } from '../riskSharing/createScheme';
import { approveGuarantee, rejectGuarantee } from './decideGuarantee';
import { guaranteeById, listGuarantees } from './queries';
import { requestGuarantee } from './requestGuarantee';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
const today = calendarDate('2026-11-23');
const page = { page: 1, perPage: 25 };

async function newSides(values: Parameters<typeof aFirm>[1] = {}): Promise<Sides> {
  const firm = await aFirm(world, values);
  const bank = await anActor(world, 'bank');
  return { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
}

const toldTo = async (actor: Actor) =>
  (await world.db.read.select().from(messages).where(eq(messages.recipientId, actor.organisationId))).map(({ kind }) => kind);

describe('a scheme', () => {
  it('whose shares do not add up to 10,000 is refused, naming the sum', async () => {
    const guarantor = await aGuarantor(world);
    const parties = [
      { role: 'guarantor' as const, organisationId: guarantor.organisationId, shareBps: 8000 },
      { role: 'bank' as const, shareBps: 1900 },
    ];
    await expect(aScheme(world, guarantor, { parties })).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule: 'shares.sum', value: 9900 }),
    );
  });

  it('is made by the operator and by a guarantor that guarantees in it, and by nobody else', async () => {
    const guarantor = await aGuarantor(world);
    await expect(createScheme(as(guarantor), schemeInput(guarantor))).resolves.toMatchObject({
      ownerId: guarantor.organisationId,
    });
    await expect(createScheme(as(await aGuarantor(world)), schemeInput(guarantor))).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule: 'party.own' }),
    );
    await expect(createScheme(as(await anActor(world, 'bank')), schemeInput(guarantor))).rejects.toMatchObject(
      refused('NOT_ALLOWED'),
    );
  });

  it('that was revised takes offers on its new terms only, and one that is closed none', async () => {
    const operator = await anActor(world, 'operator');
    const guarantor = await aGuarantor(world);
    const scheme = await createScheme(as(operator), schemeInput(guarantor));
    const revised = await reviseScheme(as(operator), { ...at(scheme), input: schemeInput(guarantor, { guaranteeFeeBps: 80 }) });
    const offer = { schemeTermsId: scheme.currentTermsId };
    await expect(anAcceptedOffer(world, await newSides(), offer)).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'scheme.revised' }),
    );
    await closeScheme(as(operator), at(revised));
    await expect(anAcceptedOffer(world, await newSides(), { schemeTermsId: revised.currentTermsId })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'scheme.closed' }),
    );
  });
});

describe('Hidden guarantee, appraisal, notary fees (complaint 15)', () => {
  it('the fee of the guarantee and the premium stand in the all-in cost before the firm accepts', async () => {
    const insurer = await anActor(world, 'insurer');
    const guarantor = await aGuarantor(world);
    const scheme = await aScheme(world, guarantor, {
      parties: [
        { role: 'guarantor', organisationId: guarantor.organisationId, shareBps: 5000 },
        { role: 'insurer', organisationId: insurer.organisationId, shareBps: 3000 },
        { role: 'bank', shareBps: 2000 },
      ],
      premiumBps: 50,
    });
    const sides = await newSides();
    const { applicationId } = await anAcceptedOffer(world, sides, { schemeTermsId: scheme.currentTermsId, fees: [] });
    const offer = await offerNow(world, applicationId, 'accepted');
    const items = reckoned(offer, offer.reckonedOn).costSheet.items.map(({ item, chargedBy, amountFen }) => ({
      item,
      chargedBy,
      amountFen,
    }));
    expect(items.slice(1)).toEqual([
      { item: 'guarantee', chargedBy: 'guarantor', amountFen: 1_000_000 },
      { item: 'insurance', chargedBy: 'insurer', amountFen: 500_000 },
    ]);
    expect(offer.totalFeesFen).toBe(1_500_000);
    expect(offer.annualisedRateBps).toBeGreaterThan(offer.rateBps + 150);
  });

  it('the same fee stated beside the scheme is refused', async () => {
    const guarantor = await aGuarantor(world);
    const scheme = await aScheme(world, guarantor);
    const fee = { kind: 'guarantee', chargedBy: 'guarantor', paidBy: 'enterprise', timing: 'yearly', rateBps: 50 } as const;
    await expect(
      anAcceptedOffer(world, await newSides(), { schemeTermsId: scheme.currentTermsId, fees: [fee] }),
    ).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'fees.twice' }));
  });
});

describe('16 asking for the guarantee', () => {
  it('brings the accepted offer before the guarantor, with five working days and its limits in numbers', async () => {
    const sides = await newSides();
    const { application, guarantor } = await aRequestedGuarantee(world, sides);
    expect(application.state).toBe('guaranteePending');
    const [clock] = await clocksOf(world.db.read, [application], today);
    expect(clock).toMatchObject({ party: 'guarantor', limitDays: 5, dueOn: '2026-11-30' });
    const { items } = await listGuarantees(as(guarantor), { ...page, filter: { shelf: 'toDecide' } });
    expect(items.map(({ guarantee, state }) => [guarantee.id, state])).toEqual([[application.id, 'pending']]);
    expect(items[0]?.decisions[0]?.limits).toEqual([
      {
        limit: 'leverage',
        limitFen: 200_000 * fenPerWan,
        usedFen: 0,
        thisFen: 80 * fenPerWan,
        leftFen: 199_920 * fenPerWan,
        isWithin: true,
      },
      {
        limit: 'oneFirm',
        limitFen: 2_000 * fenPerWan,
        usedFen: 0,
        thisFen: 80 * fenPerWan,
        leftFen: 1_920 * fenPerWan,
        isWithin: true,
      },
      {
        limit: 'firmAndAffiliates',
        limitFen: 3_000 * fenPerWan,
        usedFen: 0,
        thisFen: 80 * fenPerWan,
        leftFen: 2_920 * fenPerWan,
        isWithin: true,
      },
    ]);
    expect(await toldTo(guarantor)).toEqual(['guaranteeRequested']);
  });

  it('is refused where the guarantor would pass its limit, with the numbers, and where it has not stated its capital', async () => {
    const poor = await aGuarantor(world, 799);
    const limited = { guarantor: poor, scheme: await aScheme(world, poor) };
    await expect(aRequestedGuarantee(world, await newSides(), limited)).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'limit.oneFirm', finding: expect.objectContaining({ leftFen: -1_000 * 100 }) }),
    );
    const silent = await anActor(world, 'guarantor');
    await expect(
      aRequestedGuarantee(world, await newSides(), { guarantor: silent, scheme: await aScheme(world, silent) }),
    ).rejects.toMatchObject(refused('CONFLICT', { rule: 'limit.capitalUnknown' }));
  });

  it('is for the bank of an accepted offer under a scheme, once', async () => {
    const sides = await newSides();
    const plain = await anAcceptedOffer(world, sides);
    const unguaranteed = await applicationNow(world, plain.applicationId);
    await expect(requestGuarantee(as(sides.bank), at(unguaranteed))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'guarantee.notNeeded' }),
    );
    const other = await newSides();
    const { application } = await aRequestedGuarantee(world, other);
    await expect(requestGuarantee(as(other.bank), at(application))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'illegalVerb' }),
    );
    await expect(requestGuarantee(as(other.firm.actor), at(application))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(requestGuarantee(as(sides.bank), at(application))).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(requestGuarantee(as(other.bank), { id: application.id, version: 1 })).rejects.toMatchObject(refused('CONFLICT'));
  });

  it('is the only way on for a bank whose offer needs a guarantee', async () => {
    const sides = await newSides();
    const scheme = await aScheme(world, await aGuarantor(world));
    const { applicationId } = await anAcceptedOffer(world, sides, { schemeTermsId: scheme.currentTermsId });
    const application = await applicationNow(world, applicationId);
    expect(verbsOnApplication(sides.bank, application, today)).toContain('requestGuarantee');
    expect(verbsOnApplication(sides.bank, application, today)).not.toContain('approveApplication');
    await expect(approveApplication(as(sides.bank), at(application))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'approval.guaranteeFirst' }),
    );
  });
});

describe('17 the guarantor', () => {
  it('agrees: the credit is granted, the shares are frozen with the hash of the terms, everybody is told', async () => {
    const sides = await newSides();
    const { application, guarantee, guarantor } = await aGuarantee(world, sides);
    expect(application.state).toBe('approved');
    expect(guarantee).toMatchObject({ sharesHash: expect.stringMatching(/^[0-9a-f]{64}$/), approvedAt: world.now() });
    expect((await guaranteeById(as(guarantor), guarantee.id)).state).toBe('approved');
    expect(await toldTo(sides.bank)).toContain('guaranteeApproved');
    expect(await toldTo(sides.firm.actor)).toContain('guaranteeApproved');
  });

  it('refuses, with a coded reason that the firm reads: the application ends', async () => {
    const sides = await newSides();
    const { guarantee, guarantor } = await aRequestedGuarantee(world, sides);
    await expect(rejectGuarantee(as(guarantor), { ...at(guarantee), reasonCode: 'R99' })).rejects.toMatchObject(
      refused('INVALID_INPUT'),
    );
    await rejectGuarantee(as(guarantor), { ...at(guarantee), reasonCode: 'R12', reasonText: '反担保不足' });
    expect(await applicationNow(world, guarantee.id)).toMatchObject({
      state: 'rejected',
      reasonCode: 'R12',
      reasonText: '反担保不足',
    });
    await expect(
      rejectGuarantee(as(guarantor), { id: guarantee.id, version: guarantee.version + 1, reasonCode: 'R12' }),
    ).rejects.toMatchObject(refused('CONFLICT', { rule: 'guarantee.decided' }));
  });

  it('is nobody else: another guarantor does not find it, the bank and an auditor may not, a stale version is refused', async () => {
    const sides = await newSides();
    const { guarantee, guarantor } = await aRequestedGuarantee(world, sides);
    const change = { ...at(guarantee), affiliates: [] };
    await expect(approveGuarantee(as(await aGuarantor(world)), change)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(approveGuarantee(as(sides.bank), change)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(approveGuarantee(as({ ...guarantor, role: 'auditor' }), change)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(approveGuarantee(as(guarantor), { ...change, version: 9 })).rejects.toMatchObject(refused('CONFLICT'));
  });

  it('finds nothing to decide when the firm has withdrawn meanwhile', async () => {
    const sides = await newSides();
    const { guarantee, guarantor, application } = await aRequestedGuarantee(world, sides);
    await withdrawApplication(as(sides.firm.actor), at(application));
    await expect(approveGuarantee(as(guarantor), { ...at(guarantee), affiliates: [] })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'guarantee.over' }),
    );
    expect((await guaranteeById(as(guarantor), guarantee.id)).state).toBe('ended');
  });

  it('counts what it answers for already, of the firm and of the affiliates that it names', async () => {
    const guarantor = await aGuarantor(world, 1_000);
    const scheme = await aScheme(world, guarantor);
    const uscc = '91510603MA6AAAA105';
    const affiliate = await newSides({ uscc });
    await aGuarantee(world, affiliate, { guarantor, scheme });
    const { guarantee } = await aRequestedGuarantee(world, await newSides(), { guarantor, scheme });
    // 80 of each: 10 % of 1,000 holds either, 15 % not both together.
    await expect(approveGuarantee(as(guarantor), { ...at(guarantee), affiliates: [uscc] })).rejects.toMatchObject(
      refused('CONFLICT', {
        rule: 'limit.firmAndAffiliates',
        finding: expect.objectContaining({ usedFen: 80 * fenPerWan, leftFen: -10 * fenPerWan }),
      }),
    );
    await expect(approveGuarantee(as(guarantor), { ...at(guarantee), affiliates: [] })).resolves.toMatchObject({ version: 2 });
  });

  it('keeps its guarantee under better terms, and for no larger loan', async () => {
    const sides = await newSides();
    const { guarantee, application } = await aGuarantee(world, sides, { offer: { amountFen: 80 * fenPerWan } });
    const better = offerInput(world, { amountFen: 80 * fenPerWan, pricing: { kind: 'fixed', rateBps: 400 } });
    await expect(
      amendApproval(as(sides.bank), { ...at(application), input: { ...better, amountFen: 90 * fenPerWan } }),
    ).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'approval.guaranteed' }));
    const amended = await amendApproval(as(sides.bank), { ...at(application), input: better });
    expect(amended).toMatchObject({ rateBps: 400, schemeTermsId: guarantee.termsId });
    expect(amended.fees.map(({ kind }) => kind)).toEqual(['processing', 'guarantee']);
  });
});

it('a scheme without guarantor or insurer is agreed to by the government that shares the loss', async () => {
  const bureau = await anActor(world, 'department');
  const pool = await aPool(world, bureau);
  const scheme = await createScheme(as(await anActor(world, 'operator')), {
    name: '德阳专利权质押直贷 5:5',
    parties: [
      { role: 'government', organisationId: bureau.organisationId, poolId: pool.id, shareBps: 5000 },
      { role: 'bank', shareBps: 5000 },
    ],
    overdueDays: 90,
  });
  const sides = await newSides();
  const { application } = await aGuarantee(world, sides, { guarantor: bureau, scheme });
  expect(application.state).toBe('approved');
  await expect(paidOut(world, sides, application.id)).resolves.toMatchObject({ amountFen: 100 * fenPerWan });
});
