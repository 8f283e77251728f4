import { expect } from 'vitest';
import { verbsOnApplication } from '../../../server/financing/applications/access';
import { rejectApplication } from '../../../server/financing/applications/rejectApplication';
import { withdrawApplication } from '../../../server/financing/applications/withdrawApplication';
import { expireOffers } from '../../../server/financing/clock/runOut';
import { counterOffer } from '../../../server/financing/counterOffers/counterOffer';
import { approveGuarantee, rejectGuarantee } from '../../../server/financing/guarantees/decideGuarantee';
import { requestGuarantee } from '../../../server/financing/guarantees/requestGuarantee';
import { acceptOffer } from '../../../server/financing/offers/acceptOffer';
import { amendApproval } from '../../../server/financing/offers/amendApproval';
import { declineOffer } from '../../../server/financing/offers/declineOffer';
import { keepOffer } from '../../../server/financing/offers/keepOffer';
import { makeOffer } from '../../../server/financing/offers/makeOffer';
import type { OfferInput } from '../../../server/financing/offers/offerTerms';
import type { Offer } from '../../../server/financing/offers/tables';
import type { Actor } from '../../../server/shared/actor';
import {
  aCounteredOffer,
  aLoanProduct,
  anAcceptedApplication,
  anAcceptedOffer,
  anApplicationInPrinciple,
  anApprovedApplication,
  anIssuedContract,
  anOffer,
  applicationNow,
  counterInput,
  offerInput,
  offerNow,
} from '../deals';
import { aGuarantor, aRequestedGuarantee, aScheme, guaranteeNow } from '../guarantees';
import { anActor } from '../identity';
import { platform } from './arrivals';
import { at, type Cells, conflicting, type Ground, invalid, newGround, ofSides, refused, step } from './cells';

const aDeclinedOffer = async ({ world, sides, as, firm }: Ground): Promise<Offer> =>
  declineOffer(as(firm), { ...at(await anOffer(world, sides)), reason: '利率偏高' });

/** An offer of the whole, without the day until which it stands. */
const offerTerms: Omit<OfferInput, 'validUntil'> = {
  amountFen: 100_000_000,
  termMonths: 12,
  pricing: { kind: 'fixed', rateBps: 435 },
  repaymentMethod: 'EQUAL_INSTALLMENT',
  dayBasis: '30/360',
  securities: [],
  fees: [],
};

export const offering = step({
  title: 'the bank makes a binding offer',
  side: 'institution',
  prepared: ofSides(anApplicationInPrinciple),
  run: (context, change) => makeOffer(context, { ...change, input: { ...offerTerms, validUntil: context.today } }),
  to: 'offered',
  wrongly: ofSides(anAcceptedApplication),
  async bad({ world, as, bank }, application) {
    const offer = (values: object) => makeOffer(as(bank), { ...at(application), input: offerInput(world, values) });
    await expect(offer({ amountFen: 100_000_001 })).rejects.toMatchObject(invalid({ field: 'amountFen' }));
    await expect(offer({ validUntil: '2026-11-22' })).rejects.toMatchObject(invalid({ field: 'validUntil' }));
    await expect(offer({ pricing: { kind: 'fixed', rateBps: 601 } })).rejects.toMatchObject(
      invalid({ rule: 'offer.abovePublishedRate' }),
    );
  },
});

export const countering = step({
  title: 'the firm makes a counter-offer',
  side: 'enterprise',
  prepared: ofSides(anOffer),
  run: (context, change) => counterOffer(context, { ...change, input: counterInput() }),
  to: 'countered',
  wrongly: aDeclinedOffer,
  async bad({ as, firm }, offer) {
    const counter = (values: object) => counterOffer(as(firm), { ...at(offer), input: counterInput(values) });
    await expect(counter({ amountFen: 100_000_001 })).rejects.toMatchObject(invalid({ field: 'amountFen' }));
    await expect(counter({ rateBps: 435 })).rejects.toMatchObject(invalid({ rule: 'counterOffer.same' }));
  },
});

const ofOffer = async ({ world }: Ground, { applicationId }: Offer) => applicationNow(world, applicationId);

export const answeringCounter: Cells = {
  ...step({
    title: 'the bank answers a counter-offer',
    side: 'institution',
    prepared: async ground => ofOffer(ground, await aCounteredOffer(ground.world, ground.sides)),
    run: (context, change) => keepOffer(context, { ...change, reason: '利率已是最低' }),
    to: 'offered',
    wrongly: async ground => ofOffer(ground, await anOffer(ground.world, ground.sides)),
    async bad({ as, bank }, application) {
      const given = { ...at(application), reason: ' ' };
      await expect(keepOffer(as(bank), given)).rejects.toMatchObject(invalid({ field: 'reason' }));
      const rejection = { ...at(application), reasonCode: 'R00' };
      await expect(rejectApplication(as(bank), rejection)).rejects.toMatchObject(invalid({ field: 'reasonCode' }));
    },
  }),
  async success(ground) {
    const { world, as, bank } = ground;
    const countered = async (on: Ground) => at(await ofOffer(on, await aCounteredOffer(on.world, on.sides)));
    const again = await makeOffer(as(bank), { ...(await ground.reached(countered)), input: offerInput(world) });
    expect(await applicationNow(world, again.applicationId)).toMatchObject({ state: 'offered' });
    expect(again).toMatchObject({ number: 2, state: 'open' });
    const other = await newGround(world);
    const kept = await keepOffer(other.as(other.bank), { ...(await countered(other)), reason: '利率已是最低' });
    expect(kept).toMatchObject({ state: 'offered' });
    const third = await newGround(world);
    const rejected = await rejectApplication(third.as(third.bank), { ...(await countered(third)), reasonCode: 'R17' });
    expect(rejected).toMatchObject({ state: 'rejected', reasonCode: 'R17' });
  },
};

export const accepting = step({
  title: 'the firm accepts an offer',
  side: 'enterprise',
  prepared: ofSides(anOffer),
  run: acceptOffer,
  to: 'offerAccepted',
  wrongly: aDeclinedOffer,
  async bad({ world, sides, as, firm }, offer) {
    // Larger than what another accepted offer has left of the need.
    const rival = await anActor(world, 'bank');
    const part = await anOffer(
      world,
      { ...sides, bank: rival, product: await aLoanProduct(world, rival) },
      { amountFen: 60_000_000 },
    );
    await acceptOffer(as(firm), at(part));
    await expect(acceptOffer(as(firm), at(offer))).rejects.toMatchObject(conflicting('offer.aboveRest'));
  },
});

/** The day after the last of an offer made on Monday, 23 November, for thirty days. */
const ranOut = new Date('2026-12-24T02:00:00Z');

export const lapsing: Cells = {
  title: 'an offer lapses with its last day, or when another is accepted',
  async success(ground) {
    const { world, reached, as } = ground;
    const offer = await reached(ofSides(anOffer));
    world.setNow(ranOut);
    expect(await expireOffers(as(platform))).toBe(1);
    expect(await applicationNow(world, offer.applicationId)).toMatchObject({ state: 'lapsed' });
    const other = await newGround(world);
    const rival = await anActor(world, 'bank');
    const loser = await anOffer(world, other.sides);
    const winner = await anOffer(world, { ...other.sides, bank: rival, product: await aLoanProduct(world, rival) });
    await acceptOffer(as(other.firm), at(winner));
    expect(await applicationNow(world, loser.applicationId)).toMatchObject({ state: 'lapsed' });
    expect(await offerNow(world, loser.applicationId, 'lapsed')).toMatchObject({ id: loser.id });
  },
  async 'wrong person'({ world, reached, as, bank, firm }) {
    const { applicationId } = await reached(ofSides(anOffer));
    const application = await applicationNow(world, applicationId);
    for (const actor of [bank, firm, await anActor(world, 'operator')]) {
      const shown = verbsOnApplication(actor, application, as(actor).today);
      for (const verb of ['lapseApplication', 'expireOffer']) expect(shown).not.toContain(verb);
    }
  },
  async 'wrong state'({ world, reached, as }) {
    const { applicationId } = await reached(ofSides(anAcceptedOffer));
    const accepted = await applicationNow(world, applicationId);
    world.setNow(ranOut);
    expect(await expireOffers(as(platform))).toBe(0);
    expect(await applicationNow(world, applicationId)).toEqual(accepted);
  },
  async 'bad input'({ world, reached, as }) {
    // Its last day is still one of its days.
    const { applicationId } = await reached(ofSides(anOffer));
    world.setNow(new Date('2026-12-23T02:00:00Z'));
    expect(await expireOffers(as(platform))).toBe(0);
    expect(await applicationNow(world, applicationId)).toMatchObject({ state: 'offered' });
  },
  async repeat({ world, reached, as }) {
    await reached(ofSides(anOffer));
    world.setNow(ranOut);
    const [one, other] = await Promise.all([expireOffers(as(platform)), expireOffers(as(platform))]);
    expect(one + other).toBe(1);
    expect(await expireOffers(as(platform))).toBe(0);
  },
};

const toBeGuaranteed = async (ground: Ground, netAssetsWan?: number) => {
  const { world, sides } = ground;
  const scheme = await aScheme(world, await aGuarantor(world, netAssetsWan));
  return ofOffer(ground, await anAcceptedOffer(world, sides, { schemeTermsId: scheme.currentTermsId }));
};

export const askingForGuarantee = step({
  title: 'the bank asks for the guarantee',
  side: 'institution',
  prepared: ground => toBeGuaranteed(ground),
  run: requestGuarantee,
  to: 'guaranteePending',
  wrongly: async ({ world, sides }) => (await aRequestedGuarantee(world, sides)).application,
  async bad({ world }) {
    const unneeded = await newGround(world);
    const plain = await ofOffer(unneeded, await anAcceptedOffer(world, unneeded.sides));
    await expect(requestGuarantee(unneeded.as(unneeded.bank), at(plain))).rejects.toMatchObject(
      conflicting('guarantee.notNeeded'),
    );
    const over = await newGround(world);
    const tooMuch = await toBeGuaranteed(over, 500);
    await expect(requestGuarantee(over.as(over.bank), at(tooMuch))).rejects.toMatchObject(conflicting('limit.oneFirm'));
  },
});

export const guaranteeing: Cells = {
  title: 'the guarantor decides',
  async success({ world, reached, as }) {
    const { guarantor, guarantee } = await reached(ofSides(aRequestedGuarantee));
    const given = await approveGuarantee(as(guarantor), { ...at(guarantee), affiliates: [] });
    expect(given.sharesHash).not.toBeNull();
    expect(await applicationNow(world, guarantee.id)).toMatchObject({ state: 'approved' });
    const other = await newGround(world);
    const refusedOne = await aRequestedGuarantee(world, other.sides);
    await rejectGuarantee(as(refusedOne.guarantor), { ...at(refusedOne.guarantee), reasonCode: 'R12' });
    expect(await applicationNow(world, refusedOne.guarantee.id)).toMatchObject({ state: 'rejected', reasonCode: 'R12' });
  },
  async 'wrong person'({ world, reached, as, bank, firm }) {
    const { guarantor, guarantee, application } = await reached(ofSides(aRequestedGuarantee));
    const decide = (actor: Actor) => approveGuarantee(as(actor), { ...at(guarantee), affiliates: [] });
    for (const actor of [bank, firm, { ...guarantor, role: 'auditor' as const }])
      await expect(decide(actor)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    for (const kind of ['guarantor', 'insurer', 'operator', 'regulator'] as const)
      await expect(decide(await anActor(world, kind))).rejects.toMatchObject(refused('NOT_FOUND'));
    expect(await applicationNow(world, application.id)).toEqual(application);
  },
  async 'wrong state'({ reached, as, firm }) {
    const { guarantor, guarantee, application } = await reached(ofSides(aRequestedGuarantee));
    await withdrawApplication(as(firm), at(application));
    const late = approveGuarantee(as(guarantor), { ...at(guarantee), affiliates: [] });
    await expect(late).rejects.toMatchObject(conflicting('guarantee.over'));
  },
  async 'bad input'({ reached, as }) {
    const { guarantor, guarantee } = await reached(ofSides(aRequestedGuarantee));
    const approve = approveGuarantee(as(guarantor), { ...at(guarantee), affiliates: [' '] });
    await expect(approve).rejects.toMatchObject(invalid({ field: 'affiliates.0' }));
    const reject = rejectGuarantee(as(guarantor), { ...at(guarantee), reasonCode: 'R99', reasonText: '太短' });
    await expect(reject).rejects.toMatchObject(invalid({ field: 'reasonText' }));
  },
  async repeat({ world, reached, as }) {
    const { guarantor, guarantee } = await reached(ofSides(aRequestedGuarantee));
    const approve = () => approveGuarantee(as(guarantor), { ...at(guarantee), affiliates: [] });
    const outcomes = await Promise.allSettled([approve(), approve()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = { ...at(await guaranteeNow(world, guarantee.id)), affiliates: [] };
    await expect(approveGuarantee(as(guarantor), again)).rejects.toMatchObject(conflicting('guarantee.decided'));
  },
};

const betterRate = { kind: 'fixed', rateBps: 400 } as const;

export const amending: Cells = {
  ...step({
    title: 'an approval is amended',
    side: 'institution',
    prepared: ofSides(anApprovedApplication),
    run: (context, change) =>
      amendApproval(context, { ...change, input: { ...offerTerms, pricing: betterRate, validUntil: context.today } }),
    to: 'approved',
    wrongly: ofSides(anIssuedContract),
    async bad({ world, as, bank }, application) {
      const amend = (values: object) => amendApproval(as(bank), { ...at(application), input: offerInput(world, values) });
      await expect(amend({})).rejects.toMatchObject(invalid({ rule: 'approval.same' }));
      await expect(amend({ amountFen: 100_000_001 })).rejects.toMatchObject(invalid({ field: 'amountFen' }));
    },
  }),
  async success({ world, reached, as, bank }) {
    const amend = async (id: string, pricing: { kind: 'fixed'; rateBps: number }) =>
      amendApproval(as(bank), { ...at(await applicationNow(world, id)), input: offerInput(world, { pricing }) });
    const { id } = await reached(ofSides(anApprovedApplication));
    expect(await amend(id, betterRate)).toMatchObject({ state: 'accepted', rateBps: 400 });
    expect(await applicationNow(world, id)).toMatchObject({ state: 'approved' });
    expect(await amend(id, { kind: 'fixed', rateBps: 401 })).toMatchObject({ state: 'open', rateBps: 400 });
    expect(await applicationNow(world, id)).toMatchObject({ state: 'countered' });
  },
};
