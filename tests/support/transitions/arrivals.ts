import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { acceptApplication } from '../../../server/financing/applications/acceptApplication';
import { verbsOnApplication } from '../../../server/financing/applications/access';
import { declineApplication } from '../../../server/financing/applications/declineApplication';
import { submitApplication } from '../../../server/financing/applications/submitApplication';
import { type Application, applications } from '../../../server/financing/applications/tables';
import { releaseSilent } from '../../../server/financing/clock/runOut';
import { withdrawDemand } from '../../../server/financing/demands/withdrawDemand';
import { grabDemand } from '../../../server/financing/market/grabDemand';
import { inviteInstitutions } from '../../../server/financing/market/inviteInstitutions';
import { passOn } from '../../../server/financing/market/passOn';
import { systemActor } from '../../../server/shared/actor';
import {
  aKey,
  aLoanProduct,
  anAcceptedApplication,
  anAssessedApplication,
  applicationNow,
  aSubmittedApplication,
  demandNow,
  organisationOf,
  submission,
} from '../deals';
import { aConsent, aFirm } from '../enterprises';
import { anActor } from '../identity';
import { aGrab, aMarketDemand, aMatchmaker, anInvitation } from '../market';
import { at, type Cells, conflicting, type Ground, invalid, ofSides, refused, step } from './cells';

export const platform = systemActor('scheduledWork');

const underDemand = ({ world }: Ground, demandId: string): Promise<Application[]> =>
  world.db.read.select().from(applications).where(eq(applications.demandId, demandId)).orderBy(applications.submittedAt);

/** A demand for the operator to bring to banks, and the operator. */
async function toDispatch(ground: Ground) {
  const operator = await aMatchmaker(ground.world, ground.sides.firm);
  const demand = await aMarketDemand(ground.world, ground.sides.firm, { route: 'dispatch' });
  return { operator, demand, input: { demandId: demand.id, productIds: [ground.sides.product.id] } };
}

export const dispatching: Cells = {
  title: 'a demand is dispatched to a bank',
  async success(ground) {
    const { operator, input } = await ground.reached(toDispatch);
    const [invited] = await inviteInstitutions(ground.as(operator), input);
    expect(invited).toMatchObject({ state: 'invited', origin: 'invited', institutionId: ground.bank.organisationId });
  },
  async 'wrong person'(ground) {
    const { operator, demand, input } = await ground.reached(toDispatch);
    const regulator = await anActor(ground.world, 'regulator');
    for (const actor of [ground.bank, ground.firm, regulator, { ...operator, role: 'auditor' as const }])
      await expect(inviteInstitutions(ground.as(actor), input)).rejects.toMatchObject(refused('NOT_ALLOWED', { rule: 'role' }));
    expect(await underDemand(ground, demand.id)).toEqual([]);
  },
  async 'wrong state'(ground) {
    const { operator, demand, input } = await ground.reached(toDispatch);
    await withdrawDemand(ground.as(ground.firm), at(demand));
    await expect(inviteInstitutions(ground.as(operator), input)).rejects.toMatchObject(conflicting('market.ended'));
    const open = { ...input, demandId: (await aMarketDemand(ground.world, ground.sides.firm)).id };
    await expect(inviteInstitutions(ground.as(operator), open)).rejects.toMatchObject(refused('NOT_FOUND'));
  },
  async 'bad input'(ground) {
    const { operator, input } = await ground.reached(toDispatch);
    const invite = (productIds: string[]) => inviteInstitutions(ground.as(operator), { ...input, productIds });
    await expect(invite([])).rejects.toMatchObject(invalid({ field: 'productIds' }));
    await expect(invite(['nothing'])).rejects.toMatchObject(conflicting('market.productUnfit'));
  },
  async repeat(ground) {
    const { operator, demand, input } = await ground.reached(toDispatch);
    await inviteInstitutions(ground.as(operator), input);
    await expect(inviteInstitutions(ground.as(operator), input)).rejects.toMatchObject(conflicting('market.productUnfit'));
    expect(await underDemand(ground, demand.id)).toHaveLength(1);
  },
};

async function toGrab(ground: Ground) {
  await aMatchmaker(ground.world, ground.sides.firm);
  const demand = await aMarketDemand(ground.world, ground.sides.firm);
  return { demand, input: { demandId: demand.id, productId: ground.sides.product.id } };
}

export const grabbing: Cells = {
  title: 'a bank takes an open demand',
  async success(ground) {
    const { input } = await ground.reached(toGrab);
    expect(await grabDemand(ground.as(ground.bank), input)).toMatchObject({
      state: 'submitted',
      origin: 'grabbed',
      revealedAt: null,
    });
  },
  async 'wrong person'(ground) {
    const { demand, input } = await ground.reached(toGrab);
    const operator = await anActor(ground.world, 'operator');
    for (const actor of [ground.firm, operator, { ...ground.bank, role: 'auditor' as const }])
      await expect(grabDemand(ground.as(actor), input)).rejects.toMatchObject(refused('NOT_ALLOWED', { rule: 'role' }));
    expect(await underDemand(ground, demand.id)).toEqual([]);
  },
  async 'wrong state'(ground) {
    const { demand, input } = await ground.reached(toGrab);
    await withdrawDemand(ground.as(ground.firm), at(demand));
    await expect(grabDemand(ground.as(ground.bank), input)).rejects.toMatchObject(refused('NOT_FOUND'));
  },
  async 'bad input'(ground) {
    const { input } = await ground.reached(toGrab);
    const productId = (await aLoanProduct(ground.world, await anActor(ground.world, 'bank'))).id;
    await expect(grabDemand(ground.as(ground.bank), { ...input, productId })).rejects.toMatchObject(
      conflicting('market.productUnfit'),
    );
  },
  async repeat(ground) {
    const { demand, input } = await ground.reached(toGrab);
    await grabDemand(ground.as(ground.bank), input);
    await expect(grabDemand(ground.as(ground.bank), input)).rejects.toMatchObject(conflicting('market.sameInstitution'));
    expect(await underDemand(ground, demand.id)).toHaveLength(1);
  },
};

async function toSubmit({ world, sides, bank }: Ground) {
  await aConsent(world, sides.firm, await organisationOf(world, bank));
  return { input: submission(sides), idempotencyKey: aKey() };
}

export const applying: Cells = {
  title: 'a firm applies for a product',
  async success(ground) {
    const applied = await submitApplication(ground.as(ground.firm), await ground.reached(toSubmit));
    expect(applied).toMatchObject({
      state: 'submitted',
      origin: 'applied',
      productVersionId: ground.sides.product.currentVersionId,
    });
  },
  async 'wrong person'(ground) {
    const given = await ground.reached(toSubmit);
    const strangers = [ground.bank, (await aFirm(ground.world)).actor];
    for (const actor of strangers)
      await expect(submitApplication(ground.as(actor), given)).rejects.toMatchObject(refused('NOT_FOUND'));
    const auditor = ground.as({ ...ground.firm, role: 'auditor' });
    await expect(submitApplication(auditor, given)).rejects.toMatchObject(refused('NOT_ALLOWED'));
  },
  async 'wrong state'(ground) {
    const given = await ground.reached(toSubmit);
    await withdrawDemand(ground.as(ground.firm), at(ground.sides.demand));
    await expect(submitApplication(ground.as(ground.firm), given)).rejects.toMatchObject(conflicting('illegalVerb'));
  },
  async 'bad input'(ground) {
    const { input } = await ground.reached(toSubmit);
    const apply = (values: object) =>
      submitApplication(ground.as(ground.firm), { input: { ...input, ...values }, idempotencyKey: aKey() });
    await expect(apply({ amountFen: 0 })).rejects.toMatchObject(invalid({ field: 'amountFen' }));
    await expect(apply({ amountFen: 100_000_001 })).rejects.toMatchObject(invalid({ rule: 'amountFen.aboveDemand' }));
    await expect(apply({ productVersionId: 'older' })).rejects.toMatchObject(conflicting('productVersion.replaced'));
    await expect(apply({ productId: 'nothing' })).rejects.toMatchObject(refused('NOT_FOUND'));
  },
  async repeat(ground) {
    const given = await ground.reached(toSubmit);
    const first = await submitApplication(ground.as(ground.firm), given);
    expect(await submitApplication(ground.as(ground.firm), given)).toEqual(first);
    const again = submitApplication(ground.as(ground.firm), { ...given, idempotencyKey: aKey() });
    await expect(again).rejects.toMatchObject(conflicting('application.duplicate'));
  },
};

/** A demand that the operator has brought to the bank. */
const invited = async ({ world, sides }: Ground): Promise<Application> => {
  const operator = await aMatchmaker(world, sides.firm);
  return anInvitation(world, operator, { ...sides, demand: await aMarketDemand(world, sides.firm, { route: 'dispatch' }) });
};

const answered = (title: string, prepared: (ground: Ground) => Promise<Application>): Cells =>
  step({
    title,
    side: 'institution',
    prepared,
    run: acceptApplication,
    to: 'accepted',
    wrongly: ofSides(anAssessedApplication),
    async bad({ as, bank }, application) {
      const decline = (reason: { reasonCode: string; reasonText?: string }) =>
        declineApplication(as(bank), { ...at(application), ...reason });
      await expect(decline({ reasonCode: 'R00' })).rejects.toMatchObject(invalid({ field: 'reasonCode' }));
      await expect(decline({ reasonCode: 'R14', reasonText: '太短' })).rejects.toMatchObject(invalid({ field: 'reasonText' }));
    },
  });

export const answeringInvitation = answered('an invitation is answered', invited);
export const answeringApplication = answered('an application is answered', ofSides(aSubmittedApplication));

/** The first moment at which an application of Monday, 23 November, has waited for twice its limit. */
const silentFor = new Date('2026-11-26T02:00:00Z');

export const releasing: Cells = {
  title: 'a silent bank loses the application',
  async success(ground) {
    const { id } = await ground.reached(invited);
    ground.world.setNow(silentFor);
    expect(await releaseSilent(ground.as(platform))).toBe(1);
    expect(await applicationNow(ground.world, id)).toMatchObject({ state: 'released', decidedAt: silentFor });
  },
  async 'wrong person'(ground) {
    const application = await ground.reached(invited);
    ground.world.setNow(silentFor);
    for (const actor of [ground.bank, ground.firm, await anActor(ground.world, 'operator')])
      expect(verbsOnApplication(actor, application, ground.as(actor).today)).not.toContain('releaseApplication');
  },
  async 'wrong state'(ground) {
    const taken = await ground.reached(ofSides(anAcceptedApplication));
    ground.world.setNow(silentFor);
    expect(await releaseSilent(ground.as(platform))).toBe(0);
    expect(await applicationNow(ground.world, taken.id)).toEqual(taken);
  },
  async 'bad input'(ground) {
    const waiting = await ground.reached(invited);
    ground.world.setNow(new Date('2026-11-25T02:00:00Z'));
    expect(await releaseSilent(ground.as(platform))).toBe(0);
    expect(await applicationNow(ground.world, waiting.id)).toEqual(waiting);
  },
  async repeat(ground) {
    await ground.reached(invited);
    ground.world.setNow(silentFor);
    const [one, other] = await Promise.all([releaseSilent(ground.as(platform)), releaseSilent(ground.as(platform))]);
    expect(one + other).toBe(1);
    expect(await releaseSilent(ground.as(platform))).toBe(0);
  },
};

/** An open demand that may go on, taken by the bank, and another bank whose product it fits. */
async function toPassOn(ground: Ground, allowsSecondLook = true) {
  const { world, sides, bank } = ground;
  await aMatchmaker(world, sides.firm);
  const demand = await aMarketDemand(world, sides.firm, { allowsSecondLook });
  const taken = await aGrab(world, { ...sides, demand });
  const decline = () => declineApplication(ground.as(bank), { ...at(taken), reasonCode: 'R20' });
  const another = async () => {
    const next = await anActor(world, 'bank');
    await aLoanProduct(world, next);
    return next;
  };
  return { demand, taken, decline, another };
}

export const passingOn: Cells = {
  title: 'a refused demand goes on to another bank',
  async success(ground) {
    const { demand, taken, decline, another } = await ground.reached(toPassOn);
    const next = await another();
    await decline();
    const [, followed] = await underDemand(ground, demand.id);
    expect(followed).toMatchObject({ state: 'invited', institutionId: next.organisationId, followsId: taken.id });
  },
  async 'wrong person'(ground) {
    // The firm alone says whether it goes on: without its word nobody brings it there.
    const { demand, decline, another } = await toPassOn(ground, false);
    await another();
    await decline();
    expect(await passOn(ground.as(platform))).toBe(0);
    expect(await underDemand(ground, demand.id)).toHaveLength(1);
  },
  async 'wrong state'(ground) {
    const { demand, decline, another } = await ground.reached(toPassOn);
    await decline();
    await withdrawDemand(ground.as(ground.firm), at(await demandNow(ground.world, demand.id)));
    await another();
    expect(await passOn(ground.as(platform))).toBe(0);
  },
  async 'bad input'(ground) {
    // Never the same institution: with no other there is nowhere to go.
    const { demand, decline } = await ground.reached(toPassOn);
    await decline();
    expect(await passOn(ground.as(platform))).toBe(0);
    expect(await underDemand(ground, demand.id)).toHaveLength(1);
  },
  async repeat(ground) {
    const { demand, decline, another } = await ground.reached(toPassOn);
    await decline();
    await another();
    const [one, other] = await Promise.all([passOn(ground.as(platform)), passOn(ground.as(platform))]);
    expect(one + other).toBe(1);
    expect(await passOn(ground.as(platform))).toBe(0);
    expect(await underDemand(ground, demand.id)).toHaveLength(2);
  },
};
